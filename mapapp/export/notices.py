"""What exports and maps say of imported layers (:mod:`gazetteer.layers`): whose places they are, of when, and under which licence.

A layer's labels are what its user typed, and a dossier may come from anywhere: they are made one line each, and cut.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

from gazetteer.sources import Source
from mapapp.dossier_json import LAYER_KEYS, Findings
from mapapp.export.schema import writable

LONGEST_LABEL = 500
"""Characters of a notice or another label; the app's own field for notices takes as many."""

SAID_ON_EVERY_MAP = "Place names and positions: GeoNames (geonames.org), CC BY 4.0, changed"
"""The notice of GeoNames itself, with which dumps are imported: every map has it already, in its own words."""

_JOINERS = frozenset("\u200c\u200d")
"""Invisible, but Persian and the scripts of India are misspelt without them."""


def imported_layers(dossiers: Iterable[Findings]) -> list[dict[str, str]]:
    """Return the layers whose places stand in the dossiers, each state of a layer once, by name."""
    told = {tuple(_label(layer, key) for key in LAYER_KEYS) for dossier in dossiers for layer in dossier.layers}
    return [dict(zip(LAYER_KEYS, labels, strict=True)) for labels in sorted(told)]


def notices_of(layers: Iterable[Mapping[str, str]], *, fixed: Iterable[str] = ()) -> list[str]:
    """Return the fixed notices, then those of the layers; none is empty, and each is there once."""
    return list(dict.fromkeys([*fixed, *(layer["attribution"] for layer in layers if layer["attribution"])]))


def map_notices(collection: Mapping[str, Any]) -> list[str]:
    """Return the notices that a map of a FeatureCollection shows behind those that every map shows. Plain text, never HTML."""
    layers = collection.get("metadata", {}).get("imported_layers", ())
    return [notice for notice in notices_of(layers) if notice != SAID_ON_EVERY_MAP]


def _label(layer: Source, key: str) -> str:
    """Return one label as one line without control characters and marks that turn text round, cut where it is too long."""
    text = writable(str(getattr(layer, key))[: 4 * LONGEST_LABEL])
    line = " ".join("".join(letter if _is_shown(letter) else " " for letter in text).split())
    return line if len(line) <= LONGEST_LABEL else f"{line[: LONGEST_LABEL - 1]}…"


def _is_shown(letter: str) -> bool:
    return letter in _JOINERS or unicodedata.category(letter) not in {"Cc", "Cf"}
