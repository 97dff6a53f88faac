"""From the features of a collection to folium layers: areas, claim lines, other places, pins. Nothing is moved, nothing left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import folium
from folium.template import Template

from mapapp.export.shapes import Geometry, bounds
from mapapp.webmap.cards import Feature, claim_label, incident_card, tag, told_as
from mapapp.webmap.outlines import open_at_seams
from mapapp.webmap.safe import safe_text
from mapapp.webmap.stated import is_stated, stated_layer
from mapapp.webmap.wording import GRAVEST_FIRST, is_offset, standing, tone_of

LatLonList = list[float]

PINNED_PRECISIONS = frozenset({1, 2, None})
"""geo_prec of sites that a pin may stand for. A district's or province's label point gets a ring instead: it is not where it happened."""

POINT_KINDS = frozenset({"city", "village", "district", "facility"})
"""Kinds of place whose mention is a dot; others are named in italics at their label point."""


class OfflineMap(folium.Map):
    """A folium map that links no script, style or tile, and lets readers zoom the page."""

    _template = Template(
        """
        {% macro html(this, kwargs) %}
            <div class="map" id={{ this.get_name()|tojson }} role="application"
                 aria-label="Map of the incidents. The lists beside it hold the same findings."></div>
        {% endmacro %}
        {% macro script(this, kwargs) %}
            var {{ this.get_name() }} = L.map({{ this.get_name()|tojson }}, {
                center: {{ this.location|tojson }}, crs: L.CRS.{{ this.crs }}, ...{{ this.options|tojavascript }}
            });
        {% endmacro %}
        """
    )


@dataclass
class Drawing:
    """What stands on the map: which pin an incident has, which line and stated area a claim, and the JavaScript names of all three."""

    map: OfflineMap
    pins: dict[str, int] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    pin_names: list[str] = field(default_factory=list)
    line_names: list[str] = field(default_factory=list)
    group_names: dict[str, str] = field(default_factory=dict)
    stated: dict[str, int] = field(default_factory=dict)
    stated_names: list[str] = field(default_factory=list)
    about: list[float] | None = None
    """[west, south, east, north] of what the map is about; east may run on beyond 180 degrees."""


def draw(collection: Mapping[str, Any]) -> Drawing:
    """Put every feature of the collection on a new map. Call inside :func:`mapapp.webmap.safe.guarded`."""
    layers: dict[str, list[Feature]] = {"incidents": [], "areas": [], "stated": [], "claims": [], "mentions": []}
    for feature in collection["features"]:
        layer = feature["properties"]["layer"]
        layers["stated" if layer == "areas" and is_stated(feature) else layer].append(feature)
    drawing = Drawing(_empty_map())
    place = _placed_by(layers)
    _draw_stated(drawing, layers, place)
    _draw_areas(drawing, layers, place)
    _draw_claims(drawing, layers["claims"], place)
    _draw_mentions(drawing, layers, place)
    _draw_incidents(drawing, layers["incidents"], place)
    box = _box(layers)
    drawing.about = box
    if box is not None:
        west, south, east, north = box
        drawing.map.fit_bounds([[south, west], [north, east]], padding_top_left=(50, 64), padding_bottom_right=(50, 90), max_zoom=10)
    return drawing


def _empty_map() -> OfflineMap:
    empty = OfflineMap(
        location=(20.0, 10.0), zoom_start=2, tiles=None, minZoom=1, maxZoom=13, zoomSnap=0.5, zoomControl=False, attributionControl=False
    )  # fmt: skip
    empty.default_js, empty.default_css = [], []
    return empty


def _box(layers: Mapping[str, Sequence[Feature]]) -> list[float] | None:
    """Return the bounds of what the map is about; a box across 180 degrees runs on beyond it. The rest only if there is nothing else."""
    about = [feature["geometry"] for layer in ("incidents", "areas", "claims") for feature in layers[layer]]
    others = ([feature["geometry"] for feature in layers[layer]] for layer in ("stated", "mentions"))
    box = next((found for found in map(bounds, (about, *others)) if found is not None), None)
    if box is not None and box[0] > box[2]:
        box[2] += 360.0
    return box


Placer = Callable[[Sequence[float]], LatLonList]


def _placed_by(layers: Mapping[str, Sequence[Feature]]) -> Placer:
    """Return what turns (lon, lat) into [lat, lon] of the view, which runs on beyond 180 degrees where the features lie on both sides."""
    across = _runs_on(layers)

    def place(position: Sequence[float]) -> LatLonList:
        lon, lat = position
        return [lat, lon + 360.0 if across and lon < 0.0 else lon]

    return place


def _runs_on(layers: Mapping[str, Sequence[Feature]]) -> bool:
    box = _box(layers)
    return box is not None and box[2] > 180.0


def _group(drawing: Drawing, layer: str, *, show: bool = True) -> folium.FeatureGroup:
    group = folium.FeatureGroup(name=layer, control=False, show=show)
    drawing.map.add_child(group)
    drawing.group_names[layer] = group.get_name()
    return group


def _parts(geometry: Geometry) -> list[Any]:
    return list(geometry["coordinates"]) if geometry["type"].startswith("Multi") else [geometry["coordinates"]]


def _draw_stated(drawing: Drawing, layers: Mapping[str, Sequence[Feature]], place: Placer) -> None:
    """Make a layer of each stated area; they wait beside the map, because a dozen rings would hide everything."""
    group, runs_on = _group(drawing, "stated", show=False), _runs_on(layers)
    for feature in layers["stated"]:
        layer = stated_layer(feature, place, runs_on=runs_on)
        layer.add_to(group)
        drawing.stated[feature["properties"]["claim"]] = len(drawing.stated_names)
        drawing.stated_names.append(layer.get_name())


def _draw_areas(drawing: Drawing, layers: Mapping[str, Sequence[Feature]], place: Placer) -> None:
    """Draw each circle once, in the colour of its first incident: several incidents in one town share it."""
    group = _group(drawing, "areas")
    tones = {feature["id"]: tone_of(feature["properties"]) for feature in layers["incidents"]}
    drawn = set()
    for feature in layers["areas"]:
        row, key = feature["properties"], str(feature["geometry"]["coordinates"])
        if key in drawn:
            continue
        drawn.add(key)
        rings = [ring for part in _parts(feature["geometry"]) for ring in part]
        look = f"area tone-{tones.get(row['incident'], 'other')}{'' if _has_pin(row) else ' is-wide'}"
        tip = folium.Tooltip(safe_text(row["title"]), class_name="tip")
        placed = [[place(position) for position in ring] for ring in rings]
        folium.Polygon(placed, stroke=False, fill=True, smooth_factor=0, class_name=f"{look} is-inside", tooltip=tip).add_to(group)
        # The edge apart from the inside: a circle that was cut at 180 degrees is drawn whole again, without the cut.
        edges = [[place(position) for position in line] for ring in rings for line in open_at_seams(ring)]
        edge = folium.PolyLine(edges, weight=1, smooth_factor=0, class_name=f"{look} is-edge")  # type: ignore[no-untyped-call]
        edge.add_to(group)


def _draw_claims(drawing: Drawing, claims: Sequence[Feature], place: Placer) -> None:
    """Draw each line once; claims about the same two ends share it and its label."""
    group = _group(drawing, "claims")
    for features in _together(claims):
        geometry, rows = features[0]["geometry"], [feature["properties"] for feature in features]
        parts = [[place(position) for position in part] for part in _parts(geometry)]
        look = f"v-{min(map(standing, rows), key=GRAVEST_FIRST.index)}"
        label = folium.Tooltip(
            claim_label(rows), sticky=False, permanent=True, direction="bottom", offset=(0, 14), class_name=f"claim-label {look}"
        )
        line = folium.PolyLine(_joined(parts), weight=3, class_name=f"claim-line {look}", no_clip=True, tooltip=label)  # type: ignore[no-untyped-call]
        line.add_to(group)
        folium.CircleMarker(parts[-1][-1], radius=4, weight=2, fill=True, class_name=f"claim-end {look}").add_to(group)
        drawing.line_names.append(line.get_name())
        for row in rows:
            drawing.lines[row["id"]] = len(drawing.line_names) - 1


def _joined(parts: list[list[LatLonList]]) -> list[Any]:
    """Return one line where its parts meet, as they do in a view that runs on beyond 180 degrees: its label then stands in the middle."""
    whole: list[LatLonList] = list(parts[0])
    for part in parts[1:]:
        if part[0] != whole[-1]:
            return parts
        whole += part[1:]
    return whole


def _together(features: Iterable[Feature]) -> list[list[Feature]]:
    """Group features of one geometry, in order; those without one are left out (the lists name them)."""
    groups: dict[str, list[Feature]] = {}
    for feature in features:
        if feature["geometry"] is not None:
            groups.setdefault(str(feature["geometry"]["coordinates"]), []).append(feature)
    return list(groups.values())


def _draw_mentions(drawing: Drawing, layers: Mapping[str, Sequence[Feature]], place: Placer) -> None:
    """Draw a dot for a town, the name in italics for an area, a little lower where an incident's ring stands on its label point."""
    group = _group(drawing, "mentions")
    taken = {str(feature["geometry"]) for feature in layers["incidents"]}
    for features in _together(layers["mentions"]):
        row, at = features[0]["properties"], place(features[0]["geometry"]["coordinates"])
        roles = dict.fromkeys(feature["properties"]["role"] for feature in features)
        tip = folium.Tooltip(f"<b>{safe_text(row['name'])}</b> {safe_text(', '.join(roles))}", class_name="tip")
        if row["kind"] in POINT_KINDS:
            folium.CircleMarker(at, radius=4, weight=1.5, fill=True, class_name="mention", tooltip=tip).add_to(group)
        else:
            lower = " is-lower" if str(features[0]["geometry"]) in taken else ""
            name = folium.DivIcon(html=tag("span", safe_text(row["name"])), icon_size=(0, 0), class_name=f"area-name{lower}")
            folium.Marker(at, icon=name, keyboard=False, tooltip=tip).add_to(group)


def _draw_incidents(drawing: Drawing, incidents: Sequence[Feature], place: Placer) -> None:
    """Draw one pin a point. Gazetteer coordinates coincide, so the pin shows how many incidents it stands for and lists them all."""
    group = _group(drawing, "incidents")
    for features in _together(incidents):
        rows = [feature["properties"] for feature in features]
        marker = folium.Marker(place(features[0]["geometry"]["coordinates"]), icon=_pin(rows), rise_on_hover=True)
        _popup(rows).add_to(marker)
        marker.add_to(group)
        drawing.pin_names.append(marker.get_name())
        for row in rows:
            drawing.pins[row["id"]] = len(drawing.pin_names) - 1


def _has_pin(row: Mapping[str, Any]) -> bool:
    """Say whether a pin may stand for the place: it is one, not an area, and not the middle of where an offset may lead."""
    return row["geo_prec"] in PINNED_PRECISIONS and not is_offset(row)


def _pin(rows: Sequence[Mapping[str, Any]]) -> folium.DivIcon:
    tones = {tone_of(row) for row in rows}
    tone = "violence" if "violence" in tones else min(tones)
    shape = "pin" if all(map(_has_pin, rows)) else "ring"
    names = "; ".join(row["title"] for row in rows[:5])
    label = names if len(rows) == 1 else f"{len(rows)} incidents here: {names}"
    number = tag("b", str(len(rows)), aria_hidden="true") if len(rows) > 1 else ""
    html = tag("span", number, class_=f"{shape} tone-{tone}{told_as(rows)}") + tag("span", safe_text(label), class_="unseen")
    size, anchor = ((30, 38), (15, 37)) if shape == "pin" else ((30, 30), (15, 15))
    return folium.DivIcon(html=html, icon_size=size, icon_anchor=anchor, popup_anchor=(0, -anchor[1] + 4), class_name="pin-holder")


def _popup(rows: Sequence[Mapping[str, Any]]) -> folium.Popup:
    heading = tag("p", f"{len(rows)} incidents here", class_="several") if len(rows) > 1 else ""
    cards = "".join(incident_card(row) for row in rows)
    return folium.Popup(tag("div", heading + cards, class_="cards"), max_width=330, min_width=210, class_name="bubble")
