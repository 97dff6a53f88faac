"""The version, in one place: the wheel, the dossiers and `mapapp --version` read it here."""

__version__ = "0.1.0"
