"""Demonyms and abbreviations: small hand-kept tables, matched letter by letter."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType


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
