"""Demonyms and abbreviations: small hand-kept tables, matched letter by letter."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gazetteer.place_table import PlaceTable


def _rows(path: Path) -> Iterator[dict[str, str]]:
    if path.exists():
        with path.open(encoding="utf-8", newline="") as file:
            yield from csv.DictReader(file, strict=True)


def _grouped(pairs: Iterator[tuple[str, str]]) -> MappingProxyType[str, tuple[str, ...]]:
    grouped: dict[str, dict[str, None]] = {}
    for text, place in pairs:
        if text:
            grouped.setdefault(text, {})[place] = None
    return MappingProxyType({text: tuple(places) for text, places in grouped.items()})


def read_demonyms(handkept: Path) -> MappingProxyType[str, tuple[str, ...]]:
    """Return the codes of places by demonym, singular and plural: "Kazakh" and "Kazakhs" -> ("KZ",)."""

    def pairs() -> Iterator[tuple[str, str]]:
        for row in _rows(handkept / "demonyms.csv"):
            yield row["word"], row["place"]
            yield row["plural"], row["place"]

    return _grouped(pairs())


def read_abbreviations(handkept: Path, *, use: str) -> MappingProxyType[str, tuple[str, ...]]:
    """Return the codes of places by abbreviation as written; abbreviations of countries stand in the table of countries and are free.

    Parameters
    ----------
    handkept
        Folder of the hand-kept tables.
    use
        "free" for those that stand by themselves ("U.S.", "Calif."), "after_town" for those that need a town and a comma before them
        ("TX").
    """

    def pairs() -> Iterator[tuple[str, str]]:
        if use == "free":
            for row in _rows(handkept / "countries.csv"):
                for text in row["abbreviations"].split("|"):
                    yield text.strip(), row["iso2"]
        for row in _rows(handkept / "abbreviations.csv"):
            if row["use"] == use:
                yield row["text"], row["place"]

    return _grouped(pairs())


class ShortForms:
    """The tables, opened when first asked for, and the rows of the places that their codes name.

    Parameters
    ----------
    handkept
        Folder of the hand-kept tables.
    places
        Where the codes are looked up.
    """

    def __init__(self, handkept: Path, places: PlaceTable) -> None:
        self._handkept, self._places = handkept, places

    def rows(self, table: str, text: str) -> tuple[int, ...]:
        """Return the rows of a "demonym", an "abbreviation" or a "state_code" as written, best first; none where it is not in the table."""
        codes = self._tables[table].get(text)
        return tuple(self._rows_of(codes)) if codes else ()

    def _rows_of(self, codes: Iterable[str]) -> Iterator[int]:
        found = (self._row_of(code) for code in codes)
        return (row for row in found if row is not None)

    def _row_of(self, code: str) -> int | None:
        for section in ("countries", "admin1", "handkept", "admin2"):
            row = self._places.row_of_code(section, code)
            if row is not None:
                return row
        return self._places.row_of_id(code)

    @cached_property
    def _tables(self) -> dict[str, Mapping[str, tuple[str, ...]]]:
        return {"demonym": self.demonyms, "abbreviation": self.abbreviations, "state_code": self.state_codes}

    @cached_property
    def demonyms(self) -> Mapping[str, tuple[str, ...]]:
        """Demonyms as written, and the codes of their places."""
        return read_demonyms(self._handkept)

    @cached_property
    def abbreviations(self) -> Mapping[str, tuple[str, ...]]:
        """Abbreviations that stand by themselves."""
        return read_abbreviations(self._handkept, use="free")

    @cached_property
    def state_codes(self) -> Mapping[str, tuple[str, ...]]:
        """Postal codes of states, which count only behind a town."""
        return read_abbreviations(self._handkept, use="after_town")
