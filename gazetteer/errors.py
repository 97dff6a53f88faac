"""What can go wrong with the gazetteer's data.

GazetteerError
├── DataMissing          a built file is not there        (also FileNotFoundError)
├── DataDamaged          a built file is not what SOURCES.toml says (also ValueError)
├── CoordinateOutOfRange a latitude or longitude is none  (also ValueError)
└── UnknownCountry       a country code nobody uses       (also KeyError)
"""


class GazetteerError(Exception):
    """Never raised directly: the root of everything below."""


class DataMissing(GazetteerError, FileNotFoundError):
    """Raise when a built data file cannot be found; the message names it and says how to get it."""


class DataDamaged(GazetteerError, ValueError):
    """Raise when a built data file does not have the size, digest or version that is expected."""


class CoordinateOutOfRange(GazetteerError, ValueError):
    """Raise when a latitude is outside ±90 or a longitude outside ±180 degrees, or is not a number."""


class UnknownCountry(GazetteerError, KeyError):
    """Raise when a country code is not an ISO 3166-1 alpha-2 code known to the border data."""

    def __str__(self) -> str:
        return str(self.args[0]) if self.args else ""
