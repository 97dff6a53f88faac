"""GeoJSON by RFC 7946: one FeatureCollection for all layers, the same bytes for the same dossiers.

WGS 84, (lon, lat), 6 decimals, no ``crs``. What has no position keeps its feature with a null geometry, so that located and unlocated
always add up. ``metadata`` (a foreign member, which readers ignore) holds attribution, imported layers, counts, versions and filter.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from math import copysign, isfinite
from typing import Any

import orjson

from mapapp.dossier_json import Findings
from mapapp.errors import BadOption
from mapapp.export.features import Feature, features_of
from mapapp.export.findings import PlaceNames
from mapapp.export.notices import imported_layers, notices_of
from mapapp.export.schema import LAYERS, writable
from mapapp.export.shapes import bounds
from mapapp.version import __version__

ATTRIBUTION = ("Places: GeoNames, CC BY 4.0, https://www.geonames.org", "Borders and coasts: © OpenStreetMap contributors, ODbL")
"""What everybody who shows or passes on an export has to say (CC BY 4.0, section 3; ODbL, 4.3); behind it, what imported layers ask for."""

FeatureCollection = dict[str, Any]
"""A GeoJSON FeatureCollection."""


def feature_collection(
    dossiers: Iterable[Findings],
    *,
    layers: Sequence[str] = ("incidents",),
    gazetteer: PlaceNames | None = None,
    where: str | None = None,
) -> FeatureCollection:
    """Return the features of the dossiers as GeoJSON.

    Parameters
    ----------
    dossiers
        In any order: the features are sorted.
    layers
        Of incidents, areas, claims, mentions. Written in that order, whatever the order here.
    gazetteer
        Names countries and divisions. None: the gazetteer that mapapp reads with.
    where
        The filter that chose these dossiers, for ``metadata``.

    Raises
    ------
    BadOption
        If there is no such layer, or none at all.
    ValueError
        If a dossier holds a value that does not fit its column.
    """
    checked = known_layers(layers)
    dossiers = list(dossiers)
    features = features_of(dossiers, layers=checked, gazetteer=_opened() if gazetteer is None else gazetteer)
    box = bounds([feature["geometry"] for feature in features])
    collection: FeatureCollection = {"type": "FeatureCollection"}
    if box is not None:
        collection["bbox"] = box
    collection["metadata"] = _metadata(dossiers, features, layers=checked, where=where)
    collection["features"] = features
    return collection


def known_layers(layers: Sequence[str]) -> tuple[str, ...]:
    """Return the layers in writing order, each once.

    Raises
    ------
    BadOption
        If one of them does not exist, or there is none.
    """
    unknown = [layer for layer in layers if layer not in LAYERS]
    if unknown or not layers:
        msg = f"no such layer: {', '.join(unknown) or '(none given)'}; choose from {', '.join(LAYERS)}"
        raise BadOption(msg)
    return tuple(layer for layer in LAYERS if layer in layers)


def to_bytes(collection: Mapping[str, Any]) -> bytes:
    """Return a FeatureCollection (or one feature) as compact UTF-8 JSON without a byte order mark, ending in a line feed.

    Raises
    ------
    ValueError
        If a number is NaN, infinite or -0: JSON has no word for the first two, and readers differ about the third.
    """
    _refuse_odd_numbers(collection)
    return orjson.dumps(collection, option=orjson.OPT_APPEND_NEWLINE)


def to_lines(collection: Mapping[str, Any]) -> bytes:
    """Return the features one a line (GeoJSONL: line feeds, no record separators)."""
    return b"".join(to_bytes(feature) for feature in collection["features"])


def _opened() -> PlaceNames:
    # Imported here: whoever brings a gazetteer of their own need not have our data.
    from gazetteer import open_gazetteer

    return open_gazetteer()


def _metadata(dossiers: list[Findings], features: list[Feature], *, layers: tuple[str, ...], where: str | None) -> dict[str, Any]:
    imported = imported_layers(dossiers)
    return {
        "generator": f"mapapp {__version__}",
        "attribution": notices_of(imported, fixed=ATTRIBUTION),
        "imported_layers": imported,
        "layers": list(layers),
        "counts": {layer: _counts(features, layer) for layer in layers},
        "filter": None if where is None else writable(where),
        "documents": len(dossiers),
        "documents_sha256": _digest(dossiers),
        "versions": _versions(dossiers),
    }


def _counts(features: list[Feature], layer: str) -> dict[str, int]:
    of_layer = [feature for feature in features if feature["properties"]["layer"] == layer]
    located = sum(feature["geometry"] is not None for feature in of_layer)
    return {"total": len(of_layer), "located": located, "unlocated": len(of_layer) - located}


def _digest(dossiers: list[Findings]) -> str:
    """Return the SHA-256 over the sorted digests of the texts, one a line: it names the whole input."""
    return hashlib.sha256("".join(sorted(f"{dossier.report.text_sha256}\n" for dossier in dossiers)).encode()).hexdigest()


def _versions(dossiers: list[Findings]) -> dict[str, str]:
    """Return who made the dossiers; where they differ, all versions, joined with "; "."""
    seen: dict[str, set[str]] = {}
    for dossier in dossiers:
        for name, version in dossier.versions.items():
            seen.setdefault(writable(name), set()).add(writable(version))
    return {name: "; ".join(sorted(seen[name])) for name in sorted(seen)}


def _refuse_odd_numbers(collection: Mapping[str, Any]) -> None:
    """Walk the whole document without recursion (a hostile one may nest deeply): orjson would write NaN as null, silently."""
    waiting: list[Iterable[Any]] = [collection.values()]
    while waiting:
        for value in waiting.pop():
            if isinstance(value, float):
                if not isfinite(value) or (value == 0.0 and copysign(1.0, value) < 0.0):
                    msg = f"{value} must not stand in GeoJSON"
                    raise ValueError(msg)
            elif isinstance(value, dict):
                waiting.append(value.values())
            elif isinstance(value, (list, tuple)):
                waiting.append(value)
