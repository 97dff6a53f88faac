"""From dossiers to GeoJSON features, layer by layer, with ids that are unique in the file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from mapapp.dossier_json import Findings
from mapapp.export.area_rows import area_of
from mapapp.export.claim_rows import claim_id, claim_line, claim_row
from mapapp.export.disagreement import Disagreements, disagreements
from mapapp.export.findings import PlaceNames, Sites, drawn_at
from mapapp.export.incident_rows import incident_row
from mapapp.export.mention_rows import mention_point, mention_row
from mapapp.export.schema import LAYERS, Row, columns_of, conform
from mapapp.export.shapes import Geometry, point
from mapapp.export.stated_areas import stated_area

Feature = dict[str, Any]
"""A GeoJSON feature."""

_LOOKS_LIKE_A_VALUE = re.compile(r"\s*[+-]?[0-9][0-9\s.:/+TZtzeE-]*|\s*", re.ASCII)
"""Dates, times and numbers: GDAL gives a column of such ids the type Date or Integer."""


@dataclass
class _Drawer:
    """One dossier on its way into features. Ids are taken from ``names``, which all dossiers of a file share."""

    dossier: Findings
    gazetteer: PlaceNames
    names: UniqueNames
    incident_ids: dict[str, str] = field(default_factory=dict)
    disagreements: Disagreements = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.sites = Sites(self.dossier)
        self.doc_sha = self.dossier.report.text_sha256
        # An imported dossier may use an id twice: each incident keeps a name of its own, and references mean the first.
        self.named = [(self.names.take(incident.id), incident) for incident in self.dossier.incidents]
        for name, incident in self.named:
            self.incident_ids.setdefault(incident.id, name)
        self.named_claims = [(self.names.take(claim_id(claim, doc_sha=self.doc_sha)), claim) for claim in self.dossier.claims]

    def incidents(self) -> Iterator[Feature]:
        for name, incident in self.named:
            row = incident_row(incident, dossier=self.dossier, sites=self.sites, names=self.gazetteer)
            row["id"] = name
            row["parent"] = self._known(incident.parent)
            position = drawn_at(incident.site, self.sites.place(incident))
            yield feature(row, None if position is None else point(position))

    def areas(self) -> Iterator[Feature]:
        for name, incident in self.named:
            area = area_of(incident, doc_sha=self.doc_sha)
            if area is not None:
                row, geometry = area
                row["incident"] = name
                row["id"] = self.names.take(f"area-{name}")
                yield feature(row, geometry)
        for name, claim in self.named_claims:
            stated = stated_area(claim, claim_id=name, doc_sha=self.doc_sha)
            if stated is not None:
                row, geometry = stated
                row["id"] = self.names.take(str(row["id"]))
                yield feature(row, geometry)

    def claims(self) -> Iterator[Feature]:
        for name, claim in self.named_claims:
            conflict, why = self.disagreements.get(claim.span, (None, None))
            row = claim_row(claim, dossier=self.dossier, sites=self.sites)
            about = row["incident"]
            row["incident"] = self._known(about if isinstance(about, str) else None)
            yield feature({**row, "id": name, "conflict": conflict, "conflict_why": why}, claim_line(claim))

    def mentions(self) -> Iterator[Feature]:
        for toponym in self.dossier.toponyms:
            row = mention_row(toponym, doc_sha=self.doc_sha)
            row["id"] = self.names.take(str(row["id"]))
            yield feature(row, mention_point(toponym))

    def _known(self, incident_id: str | None) -> str | None:
        """Translate an incident's own id into the one it has in this file; an id that names no incident stays as it is."""
        return None if incident_id is None else self.incident_ids.get(incident_id, incident_id)


class UniqueNames:
    """Hands out ids: strings that occur once in the file and look neither like a date nor like a number."""

    def __init__(self) -> None:
        self._taken: dict[str, int] = {}

    def take(self, wanted: str) -> str:
        """Return the wanted id, or a likeness of it where it is taken or would be misread."""
        name = f"id-{wanted.strip()}" if _LOOKS_LIKE_A_VALUE.fullmatch(wanted) else wanted
        while name in self._taken:
            self._taken[name] += 1
            name = f"{name}-{self._taken[name]}"
        self._taken[name] = 1
        return name


def features_of(dossiers: Sequence[Findings], *, layers: Sequence[str], gazetteer: PlaceNames) -> list[Feature]:
    """Return the features of these layers: by layer, then by time (undated last), document, place in the text, id."""
    names = UniqueNames()
    drawers = [_Drawer(dossier, gazetteer, names) for dossier in dossiers]
    makers: dict[str, Callable[[_Drawer], Iterator[Feature]]] = {
        "incidents": _Drawer.incidents,
        "areas": _Drawer.areas,
        "claims": _Drawer.claims,
        "mentions": _Drawer.mentions,
    }
    if "claims" in layers:
        claim_ids = [{claim.span: name for name, claim in drawer.named_claims} for drawer in drawers]
        for drawer, found_in in zip(drawers, disagreements(dossiers, claim_ids), strict=True):
            drawer.disagreements = found_in
    found = []
    for layer in LAYERS:
        if layer in layers:
            found += sorted((drawn for drawer in drawers for drawn in makers[layer](drawer)), key=_order)
    return found


def _order(drawn: Feature) -> tuple[str, str, int, str]:
    row = drawn["properties"]
    start = row.get("q_start")
    return (row.get("time_start") or "~", row["doc_sha"], -1 if start is None else start, row["id"])


def feature(row: Row, geometry: Geometry | None) -> Feature:
    """Return a feature whose properties are the row in schema order, and whose id stands inside as well.

    Raises
    ------
    ValueError
        If a value does not fit its column.
    """
    layer = row["layer"]
    properties = conform(row, columns_of(str(layer)))
    return {"type": "Feature", "id": properties["id"], "geometry": geometry, "properties": properties}
