"""What a reader may choose, with the values it starts with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from typing import Any

from mapapp.errors import BadOption, ReportEmpty, ReportTooLong

VERDICT_PROFILES = ("standard", "strict", "loose")
"""How severely stated distances are judged; what each is for stands in :mod:`mapapp.claims.judging.thresholds`."""


def known_profile(name: str) -> str:
    """Return the name of a profile of verdicts.

    Raises
    ------
    BadOption
        If it is none of :data:`VERDICT_PROFILES`.
    """
    if name not in VERDICT_PROFILES:
        msg = f"{name!r:.60} is no profile of verdicts: choose one of {', '.join(VERDICT_PROFILES)}"
        raise BadOption(msg)
    return name


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Choices for reading one report. They are written into every dossier, so that a result can be repeated.

    Attributes
    ----------
    max_report_chars
        A longer report is refused. 500,000 characters are a book of 250 pages; reading them takes seconds.
    home_places
        Identifiers of places ("geonames:4281730") around which the reports come from, if the reader knows: what the text does not say about
        names that many places share, only their source can.
    home_countries
        ISO 3166-1 alpha-2 codes of the countries that the reports come from.
    verdict_profile
        How severely stated distances are judged: "standard", "strict" (figures that mean a straight line) or "loose" (rough sources).
    """

    max_report_chars: int = 500_000
    home_places: tuple[str, ...] = ()
    home_countries: tuple[str, ...] = ()
    verdict_profile: str = "standard"

    def __post_init__(self) -> None:
        """Refuse a profile that does not exist, with BadOption."""
        known_profile(self.verdict_profile)

    def refuse_unreadable(self, text: str) -> None:
        """Raise ReportEmpty where there is nothing to read, ReportTooLong where there is too much."""
        if not text.strip():
            raise ReportEmpty("the report is empty: paste its text, or give a file that has some")
        if len(text) > self.max_report_chars:
            raise ReportTooLong(len(text), self.max_report_chars)

    def to_dict(self) -> dict[str, Any]:
        """Return the choices as JSON-ready values, in a fixed order."""
        return {key: list(value) if isinstance(value, tuple) else value for key, value in asdict(self).items()}


DEFAULTS = Settings()


@dataclass(frozen=True, slots=True, kw_only=True)
class FileLimits:
    """How much of a file is read before it is refused.

    The zip limits follow the usual guard against archives that unpack to gigabytes: a Word text of 500,000 characters unpacks to about
    10 MB of XML, and honest XML rarely packs better than 1:50.
    """

    max_file_bytes: int = 20_000_000
    max_unpacked_bytes: int = 100_000_000
    max_pack_ratio: int = 200
    max_html_bytes: int = 5_000_000
    max_pdf_pages: int = 500
    max_chars: int = 5_000_000
    max_memory_bytes: int = 1_500_000_000
    max_seconds: float = 60.0

    def as_arguments(self) -> list[str]:
        """Return the values for a command line, in the order of the fields."""
        return [repr(value) for value in asdict(self).values()]

    @classmethod
    def from_arguments(cls, written: Sequence[str]) -> FileLimits:
        """Return what :meth:`as_arguments` wrote."""
        names = [field.name for field in fields(cls)]
        values: dict[str, Any] = {
            name: float(value) if name == "max_seconds" else int(value) for name, value in zip(names, written, strict=True)
        }
        return cls(**values)


FILE_LIMITS = FileLimits()
