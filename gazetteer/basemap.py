"""The base map for drawing offline: land to fill and border lines, at two levels. ``data/basemap/README.md`` says what is in it."""

from __future__ import annotations

from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
import orjson

from gazetteer.errors import DataDamaged, DataMissing
from gazetteer.store import data_folder

LEVELS = ("coarse", "fine")
"""``coarse`` for zooms up to 6, ``fine`` for 7 and above."""


def basemap_bytes(level: str = "coarse", *, data: Path | None = None) -> bytes:
    """Return a level of the base map as the JSON text it is stored as, UTF-8.

    Raises
    ------
    ValueError
        If there is no such level.
    DataMissing
        If the file is not there.
    """
    if level not in LEVELS:
        msg = f"the base map has the levels {' and '.join(LEVELS)}, not {level!r}"
        raise ValueError(msg)
    path = (data or data_folder()) / "basemap" / f"{level}.json"
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        msg = f"{path} is missing: run `python -m gazetteer.build basemap` in a checkout, or install mapapp again"
        raise DataMissing(msg) from error


@lru_cache(maxsize=4)
def load_basemap(level: str = "coarse", *, data: Path | None = None) -> dict[str, Any]:
    """Return a level of the base map, decoded to degrees. Read-only: the object is shared.

    Returns
    -------
    dict
        ``land``: polygons, each a list of rings, the outer one first; ``borders`` and ``disputed``: lines. Rings and lines are lists of
        [lon, lat]. ``attribution``: the notice to show. Ring edges at longitude ±180 and latitude -90 only close a ring.

    Raises
    ------
    ValueError
        If there is no such level.
    DataMissing, DataDamaged
        If the file is not there or is not what it should be.
    """
    try:
        content: dict[str, Any] = orjson.loads(basemap_bytes(level, data=data))
        land: list[list[list[int]]] = content["land"]
        rings = iter(_decoded([ring for polygon in land for ring in polygon], content["scale"]))
        return {
            "attribution": content["attribution"],
            "land": [[next(rings) for _ in polygon] for polygon in land],
            "borders": _decoded(content["borders"], content["scale"]),
            "disputed": _decoded(content["disputed"], content["scale"]),
        }
    except (orjson.JSONDecodeError, KeyError, TypeError) as error:
        msg = f"basemap/{level}.json cannot be read ({error!r}): install mapapp again"
        raise DataDamaged(msg) from error


def _decoded(courses: list[list[int]], scale: int) -> list[list[list[float]]]:
    """Return rings or lines as stored (first position, then differences, whole numbers of 1/scale degree) as [lon, lat] in degrees."""
    ends = np.cumsum([len(course) // 2 for course in courses], dtype=np.int64)
    steps = np.fromiter(chain.from_iterable(courses), dtype=np.int64).reshape(-1, 2)
    running = np.concatenate([np.zeros((1, 2), dtype=np.int64), np.cumsum(steps, axis=0)])
    starts = np.concatenate([[0], ends[:-1]])
    running = running[1:] - np.repeat(running[starts], ends - starts, axis=0)
    positions: list[list[float]] = (running / scale).tolist()
    return [positions[start:end] for start, end in zip(starts.tolist(), ends.tolist(), strict=True)]
