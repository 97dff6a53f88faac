"""Home regions of sources: for each report, what the other reports of its source say."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlsplit

from mapapp.resolution.home import MOST_PLACES, NO_HOME, Home, NamedRow, home_of

LONGEST_SOURCE = 100
"""Characters of a source's name: a host has no more than 253, and hardly ever more than 40."""

_HOST = re.compile(r"[\w.-]+")


@dataclass(frozen=True, slots=True)
class LearnedHome:
    """The home region for one report: from how many places of how many other reports of which source."""

    home: Home = NO_HOME
    places: int = 0
    reports: int = 0
    source: str = ""

    @property
    def note(self) -> str:
        """A sentence for the reader of the dossier; empty where nothing was learned."""
        if not self.home:
            return ""
        others = "1 other report" if self.reports == 1 else f"{self.reports:,} other reports"
        places = "1 place" if self.places == 1 else f"{self.places:,} places"
        return f"Read with a home region learned from {places} in {others} of {self.source}."


NOTHING_LEARNED = LearnedHome()


def source_of(url: str, *, named: str = "") -> str:
    """Return what the reports of one source have in common: its name if it is given, else the host of the address; "" for neither.

    A name that is an address itself counts as its host, and "www." does not matter.
    """
    given = " ".join(named.split()).casefold()
    return (_host(given) if "://" in given else given[:LONGEST_SOURCE]) or _host(url)


def _host(url: str) -> str:
    try:
        host = urlsplit(url.strip()).hostname or ""
    except ValueError:
        return ""
    host = host.removeprefix("www.").rstrip(".")[:LONGEST_SOURCE]
    return host if _HOST.fullmatch(host) else ""


class SourceHomes:
    """What the reports of many sources say of their homes.

    A report is known by a key, such as the digest of its text: the same text twice is one report and never speaks for itself.
    """

    def __init__(self) -> None:
        self._sources: dict[str, _Source] = defaultdict(_Source)

    def add(self, source: str, report: str, named: Iterable[NamedRow]) -> None:
        """Add what a report says: the result of :func:`mapapp.resolution.home.named_rows`."""
        self._sources[source].add(report, tuple(named))

    def home(self, source: str, report: str) -> LearnedHome:
        """Return the home region for a report, learned from all other reports of its source that have been added."""
        known = self._sources.get(source)
        if known is None:
            return NOTHING_LEARNED
        home = known.home_without(report)
        if not home:
            return NOTHING_LEARNED
        places = len({row for row, _ in home.places})
        return LearnedHome(home, places, known.others(report), source)


class _Source:
    """The reports of one source that name places, and how many of them name each."""

    def __init__(self) -> None:
        self._named: dict[str, tuple[NamedRow, ...]] = {}
        self._counts: Counter[NamedRow] = Counter()

    def add(self, report: str, named: tuple[NamedRow, ...]) -> None:
        if named and report not in self._named:
            self._named[report] = named
            self._counts.update(named)
            self.__dict__.pop("_ordered", None)

    def others(self, report: str) -> int:
        return len(self._named) - (report in self._named)

    def home_without(self, report: str) -> Home:
        own = frozenset(self._named.get(report, ()))
        # What is left out only lowers counts: the most frequent places without it are among so many of all.
        head = self._ordered[: MOST_PLACES + len(own)]
        return home_of({place: count for place in head if (count := self._counts[place] - (place in own)) > 0})

    @cached_property
    def _ordered(self) -> list[NamedRow]:
        return sorted(self._counts, key=lambda place: (-self._counts[place], place))
