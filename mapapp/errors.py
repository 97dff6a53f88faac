"""What can go wrong with a user's input. Each message is one line that says what to do.

MapappError
└── InputError              (also ValueError)
    ├── ReportEmpty         nothing to read
    ├── ReportTooLong       more text than the limit
    ├── UnreadableFile      broken, encrypted, or not the kind it says
    └── BadOption           a date, language or name that cannot be understood
"""


class MapappError(Exception):
    """Never raised directly: the root of everything below."""


class InputError(MapappError, ValueError):
    """Never raised directly: what the user gave cannot be used."""


class ReportEmpty(InputError):
    """Raise when a report holds no text."""


class ReportTooLong(InputError):
    """Raise when a report is longer than the limit; carries both lengths in characters."""

    def __init__(self, length: int, limit: int) -> None:
        super().__init__(f"the report has {length:,} characters, the limit is {limit:,}: split it, or read its parts with `mapapp batch`")
        self.length = length
        self.limit = limit


class UnreadableFile(InputError):
    """Raise when a file is broken, encrypted, too large when unpacked, or not of the kind its name says."""


class BadOption(InputError):
    """Raise when an option cannot be understood."""
