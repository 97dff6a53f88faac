"""ISO 3166-1: from the alpha-2 code to alpha-3 and numeric code. XK and XKX (Kosovo) are user-assigned and have no number."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files


def iso3(iso2: str | None) -> str | None:
    """Return the alpha-3 code, None where there is none."""
    return _codes()[iso2][0] if iso2 in _codes() else None


def iso_number(iso2: str | None) -> int | None:
    """Return the numeric code, None where there is none."""
    return _codes()[iso2][1] if iso2 in _codes() else None


@lru_cache(maxsize=1)
def _codes() -> dict[str | None, tuple[str, int | None]]:
    lines = files("gazetteer").joinpath("country_codes.tsv").read_text("ascii").splitlines()[1:]
    rows = (line.split("\t") for line in lines)
    return {alpha2: (alpha3, int(number) if number else None) for alpha2, alpha3, number in rows}
