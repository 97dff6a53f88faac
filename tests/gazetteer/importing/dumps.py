"""Rows in the formats of a GeoNames dump, and the folder with real extracts where there is one."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import pytest

from gazetteer.importing.making import Progress

REAL = Path(os.environ.get("MAPAPP_REAL_DUMPS") or Path(__file__).parents[4] / "shared" / "gazetteer" / "real")
"""Real extracts lie outside the project: MAPAPP_REAL_DUMPS names their folder."""

needs_real_dumps = pytest.mark.skipif(not (REAL / "AD.txt").exists(), reason=f"NOT TESTED: no real dumps in {REAL} (MAPAPP_REAL_DUMPS)")

FIRST_ID = 991_000_001
"""Ids far beyond those GeoNames has given: no record of the default gazetteer has one."""


def row(
    name: str = "Testovo",
    *,
    id: int | str = FIRST_ID,  # noqa: A002 -- as the column is called
    plain: str | None = None,
    alternates: str = "",
    lat: float | str = 50.25,
    lon: float | str = 57.5,
    feature: str = "P.PPL",
    country: str = "KZ",
    cc2: str = "",
    admin1: str = "04",
    admin2: str = "",
    admin3: str = "",
    population: int | str = 120,
    dem: str = "200",
    changed: str = "2024-05-06",
) -> str:
    """Return one row of the main table, 19 columns."""
    feature_class, _, code = feature.partition(".")
    cells = [id, name, name if plain is None else plain, alternates, lat, lon, feature_class, code, country, cc2, admin1, admin2, admin3]
    return "\t".join(map(str, [*cells, "", population, "", dem, "Asia/Aqtobe", changed])) + "\n"


def alternate(name: str, *, of: int | str = FIRST_ID, language: str = "en", historic: str = "", columns: int = 10, number: int = 1) -> str:
    """Return one row of alternate names."""
    return "\t".join([str(number), str(of), language, name, "", "", "", historic, "", ""][:columns]) + "\n"


def write(path: Path, rows: str | bytes | Iterable[str]) -> Path:
    """Write a file of rows and return its path."""
    content = rows if isinstance(rows, bytes) else (rows if isinstance(rows, str) else "".join(rows)).encode()
    path.write_bytes(content)
    return path


class Heard(Progress):
    """Keeps what it is told."""

    def __init__(self) -> None:
        self.stages: list[tuple[str, int]] = []
        self.bytes_done = 0

    def stage(self, what: str, total: int = 0) -> None:
        """Keep the stage."""
        self.stages.append((what, total))

    def step(self, done: int) -> None:
        """Add up the bytes."""
        self.bytes_done += done
