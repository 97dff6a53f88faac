"""What can go wrong with the gazetteer's data.

GazetteerError
├── DataMissing          a built file is not there        (also FileNotFoundError)
├── DataDamaged          a built file is not what SOURCES.toml says (also ValueError)
├── CoordinateOutOfRange a latitude or longitude is none  (also ValueError)
├── UnknownCountry       a country code nobody uses       (also KeyError)
├── ListUnreadable       a list of places cannot be used  (also ValueError)
├── UnknownLayer         no imported places of that name  (also KeyError)
├── LayerBusy            another import is running
└── DownloadFailed       a file could not be fetched      (also OSError)
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


class ListUnreadable(GazetteerError, ValueError):
    """Raise when a list of places cannot be used as a whole; the message is one line that says what to do."""


class UnknownLayer(GazetteerError, KeyError):
    """Raise when there is no layer of a name, or when a name cannot be one."""

    def __str__(self) -> str:
        return str(self.args[0]) if self.args else ""


class LayerBusy(GazetteerError):
    """Raise when another process is importing places."""


class DownloadFailed(GazetteerError, OSError):
    """Raise when a file cannot be fetched; the message says how to get it by hand."""
