"""Write dossiers to a file; the ending says how. A file appears whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from secrets import token_hex
from typing import Any

import orjson

from mapapp.dossier_json import Findings
from mapapp.errors import BadOption
from mapapp.export.crosswalk import crosswalk
from mapapp.export.crosswalk_columns import SCHEMES
from mapapp.export.findings import PlaceNames
from mapapp.export.geojson import feature_collection, known_layers, to_bytes, to_lines
from mapapp.export.schema import LAYERS
from mapapp.export.tables import to_csv, to_csvt, to_csvw

WRITTEN = (*SCHEMES, ".geojson", ".geojsonl", ".csv", ".html")
"""Endings that mapapp writes, the longer before those they end in."""

LATER = (".gpkg", ".zip", ".kml")
"""Endings that mapapp will write one day."""

Files = dict[str, bytes]
"""What to write: file name and content."""

Collection = Mapping[str, Any]


def write(
    dossiers: Iterable[Findings],
    path: Path | str,
    *,
    layers: Sequence[str] = ("incidents",),
    gazetteer: PlaceNames | None = None,
    where: str | None = None,
    html: Callable[[Collection], str] | None = None,
) -> tuple[Path, ...]:
    """Write dossiers as .geojson, .geojsonl, .csv, .html or a crosswalk (.acled.csv, .ucdp.csv, .gtd.csv); return the files written.

    The main file is the first. Beside a crosswalk stands what was lost on the way into the other table, ending in -losses.json.

    Parameters
    ----------
    dossiers
        What to write.
    path
        The file. Its ending, in either case, chooses the format; its folder must exist.
    layers
        Of incidents, areas, claims, mentions. A .csv holds one, a crosswalk incidents; an .html map always draws all.
    gazetteer, where
        As for :func:`mapapp.export.geojson.feature_collection`.
    html
        What turns a feature collection into a page, :func:`mapapp.webmap.html_map`; this floor cannot know it.

    Raises
    ------
    BadOption
        If the ending is unknown or not written yet, a .csv is to hold several layers, or the file cannot be written.
    """
    path = Path(path)
    ending = ending_of(path)
    chosen = known_layers(layers)
    if ending in SCHEMES and chosen != ("incidents",):
        msg = f"{ending} holds incidents: leave --layers out, or write .geojson"
        raise BadOption(msg)
    if ending == ".csv" and len(chosen) > 1:
        msg = f"a .csv holds one layer, not {len(chosen)}: choose one of {', '.join(chosen)}, or write .geojson"
        raise BadOption(msg)
    if ending == ".html" and html is None:
        msg = "an .html map needs the map maker: call write(…, html=mapapp.webmap.html_map)"
        raise BadOption(msg)
    collection = feature_collection(dossiers, layers=LAYERS if ending == ".html" else chosen, gazetteer=gazetteer, where=where)
    contents = _contents(collection, path.name, ending, html)
    return tuple(write_whole(path.with_name(name), content) for name, content in contents.items())


def ending_of(path: Path) -> str:
    """Return the ending that chooses the format, in lower case.

    Raises
    ------
    BadOption
        If mapapp does not write such files, or not yet.
    """
    name = path.name.lower()
    for ending in LATER:
        if name.endswith(ending):
            msg = f"{ending} cannot be written yet: use {', '.join(WRITTEN)}"
            raise BadOption(msg)
    for ending in WRITTEN:
        if name.endswith(ending) and len(name) > len(ending):
            return ending
    msg = f"no format has the ending {path.suffix or '(none)'}: use {', '.join(WRITTEN)}"
    raise BadOption(msg)


def _contents(collection: Collection, name: str, ending: str, html: Callable[[Collection], str] | None) -> Files:
    """Return the files by name, the main one first."""
    if ending == ".geojson":
        return {name: to_bytes(collection)}
    if ending == ".html":
        return {name: html(collection).encode() if html is not None else b""}
    if ending in SCHEMES:
        table, losses = crosswalk(collection["features"], SCHEMES[ending], metadata=collection["metadata"])
        return {name: table, f"{name}-losses.json": losses}
    sidecar = f"{name}-metadata.json"
    if ending == ".geojsonl":
        metadata = orjson.dumps(collection["metadata"], option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
        return {name: to_lines(collection), sidecar: metadata}
    layer = collection["metadata"]["layers"][0]
    return {
        name: to_csv(collection["features"], layer),
        f"{name}t": to_csvt(layer),
        sidecar: to_csvw(layer, file_name=name, metadata=collection["metadata"]),
    }


def write_whole(path: Path, content: bytes) -> Path:
    """Write a file so that it appears whole or not at all: beside it first, then put in its place. Return the path.

    Raises
    ------
    BadOption
        If the system refuses; the message names the file and the reason.
    """
    beside = path.with_name(f".mapapp-{token_hex(8)}.part")
    try:
        try:
            beside.write_bytes(content)
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the folder's name
        msg = f"{path.name!r} cannot be written: {getattr(error, 'strerror', None) or error}"
        raise BadOption(msg) from error
    return path
