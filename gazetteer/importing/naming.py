"""What a layer is called where nobody says, and how columns are said: the same at the command line and in the app."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from gazetteer.errors import ListUnreadable

LONGEST_NAME = 36
"""Letters of a layer's name that is made from the names of files."""

ALONGSIDE = ("alternate", "hierarchy", "admin")
"""How the names of files begin that come along with the places of a dump."""

MANY_THAT_WIN = 20_000
"""A list of more places is rather a country's gazetteer than an analyst's own."""

_NO_LETTERS = re.compile(r"[^a-z0-9]+")


def proposed_name(file_names: Sequence[str], *, dump: bool) -> str:
    """Return a name for a layer made from the names of its files: "geonames-kz" for KZ.zip, "my-villages" for My villages.csv."""
    stems = [Path(name).stem for name in file_names if not name.lower().startswith(ALONGSIDE)] or [Path(file_names[0]).stem]
    slug = _NO_LETTERS.sub("-", "-".join(stems).lower())[:LONGEST_NAME].strip("-")
    if not slug:
        return "geonames-places" if dump else "places"
    return f"geonames-{slug}" if dump else slug


def columns_said(written: str) -> dict[str, str] | None:
    """Understand "name=Village, lat=Y": field to header. None where nothing is said; a header may hold anything but a comma.

    Raises
    ------
    ListUnreadable
        If it cannot be understood.
    """
    if not written.strip():
        return None
    pairs = [part.partition("=") for part in written.split(",")]
    if not all(field.strip() and equals for field, equals, _ in pairs):
        msg = f"{written!r} is no list of columns: write name=Village,lat=Y,lon=X"
        raise ListUnreadable(msg)
    return {field.strip(): header.strip() for field, _, header in pairs}


def counted(number: int, one: str, many: str) -> str:
    """Return a number with its noun: "1 place", "2,907 places"."""
    return f"{number:,} {one if number == 1 else many}"
