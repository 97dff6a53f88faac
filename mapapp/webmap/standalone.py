"""The stand-alone HTML map, and the same in a notebook."""

from __future__ import annotations

import html
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from mapapp.dossier_json import Findings
from mapapp.errors import BadOption
from mapapp.export.geojson import feature_collection
from mapapp.export.notices import map_notices
from mapapp.export.schema import LAYERS
from mapapp.webmap.cards import Feature, claim_list, conflict_list, incident_list, legend, mention_list, unlocated_list
from mapapp.webmap.drawing import Drawing, draw
from mapapp.webmap.outlines import Basemap, Landmarks, packed_names, packed_patch, packed_world, patch_of
from mapapp.webmap.page import TOGGLES, Beside, Page, page, script_of
from mapapp.webmap.safe import guarded, safe_text

MOST_FEATURES = 20_000
"""A page with more is slow to open and useless to read; such collections belong into a GIS."""

_ELSEWHERE = 'target="_blank" rel="noopener noreferrer"'

NOTICES = (
    f'borders, coasts © <a href="https://www.openstreetmap.org/copyright" {_ELSEWHERE}>OpenStreetMap contributors</a>',
    f'places <a href="https://www.geonames.org" {_ELSEWHERE}>GeoNames</a>, CC BY 4.0',
)
"""Stands on the map whatever is shown: ODbL 4.3 and CC BY 4.0, section 3. Notices of imported layers come behind."""


def html_map(
    collection: Mapping[str, Any],
    *,
    title: str = "Incidents",
    basemap: Callable[[str], Basemap] | None = None,
    landmarks: Landmarks | None = None,
) -> str:
    """Return one HTML file that shows the features of a collection and asks nobody for anything.

    Parameters
    ----------
    collection
        What :func:`mapapp.export.feature_collection` returned, best with all layers.
    title
        Heading of the page; any text.
    basemap
        Gives land and borders by level, "coarse" or "fine". None: the gazetteer's own.
    landmarks
        Names countries and towns. None: the gazetteer's own.

    Raises
    ------
    BadOption
        If there are more than MOST_FEATURES features.
    """
    count = len(collection["features"])
    if count > MOST_FEATURES:
        msg = f"an .html map shows at most {MOST_FEATURES:,} features, not {count:,}: choose fewer reports, or write .geojson for a GIS"
        raise BadOption(msg)
    with guarded():
        drawing = draw(collection)
        frame = Page()
        frame.add_child(drawing.map)
        body, drawn = frame.parts()
    names = {
        "map": drawing.map.get_name(),
        "pins": drawing.pin_names,
        "lines": drawing.line_names,
        "stated": drawing.stated_names,
        "layers": drawing.group_names,
    }
    script = script_of(drawn, names, _world(drawing.about, basemap, landmarks))
    return page(body, script, _beside(collection, drawing, title))


def notebook_html(dossier: Findings) -> str:
    """Return the map of a dossier for a notebook cell: the same page in a frame of its own, which may run scripts and nothing else."""
    collection = feature_collection([dossier], layers=LAYERS)
    whole = html_map(collection, title=dossier.report.title or "Incidents")
    return (
        f'<iframe title="Map of the incidents" srcdoc="{html.escape(whole)}" sandbox="allow-scripts allow-popups" '
        'style="width:100%;height:560px;border:1px solid #8884;border-radius:8px"></iframe>'
    )


@lru_cache(maxsize=1)
def _own_coarse_world() -> dict[str, Any]:
    """Return the gazetteer's coarse world, packed: the same in every page. Read-only."""
    from gazetteer.basemap import load_basemap

    return packed_world(load_basemap("coarse"))


def _world(about: Sequence[float] | None, basemap: Callable[[str], Basemap] | None, landmarks: Landmarks | None) -> dict[str, Any]:
    """Return the background for the page, the world coarse and what the map is about in detail."""
    if basemap is None:
        from gazetteer.basemap import load_basemap

        coarse, basemap = _own_coarse_world(), load_basemap
    else:
        coarse = packed_world(basemap("coarse"))
    if landmarks is None:
        from gazetteer import open_gazetteer

        landmarks = open_gazetteer()
    patch = patch_of(about)
    return {
        **coarse,
        "patch": None if patch is None else packed_patch(basemap("fine"), patch),
        "names": packed_names(landmarks, patch),
    }


def _beside(collection: Mapping[str, Any], drawing: Drawing, title: str) -> Beside:
    of_layer: dict[str, list[Feature]] = {layer: [] for layer in LAYERS}
    for feature in collection["features"]:
        of_layer[feature["properties"]["layer"]].append(feature)
    incidents, claims, mentions = of_layer["incidents"], of_layer["claims"], of_layer["mentions"]
    unlocated = len(incidents) - len(drawing.pins)
    return Beside(
        title=safe_text(title),
        summary=safe_text(_summary(len(incidents), unlocated, collection["metadata"]["documents"])),
        incidents=incident_list(incidents, drawing.pins) if drawing.pins else "",
        unlocated=unlocated_list(incidents, drawing.pins),
        unlocated_count=unlocated,
        claims=claim_list(claims, drawing.lines, drawing.stated) if claims else "",
        conflicts=conflict_list(claims),
        mentions=mention_list(mentions) if mentions else "",
        legend=legend(incidents),
        toggles=TOGGLES if drawing.stated else {layer: words for layer, words in TOGGLES.items() if layer != "stated"},
        notices=(*NOTICES, *(f"<bdi>{safe_text(notice)}</bdi>" for notice in map_notices(collection))),
    )


def _summary(total: int, unlocated: int, documents: int) -> str:
    reports = "1 report" if documents == 1 else f"{documents:,} reports"
    if total == 0:
        return f"{reports} · no incident found"
    incidents = "1 incident" if total == 1 else f"{total:,} incidents"
    placed = "all on the map" if unlocated == 0 else f"{total - unlocated:,} on the map, {unlocated:,} without a point"
    return f"{incidents} in {reports} · {placed}"
