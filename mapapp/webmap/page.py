"""One HTML file that stands alone: Leaflet, data, script and style inside, and a policy that forbids the browser everything else.

The policy names the two scripts by their digests, so that a script from anywhere else does not run, whatever else went wrong.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import orjson
from branca.element import Figure

from mapapp.webmap.leaflet import leaflet_script, leaflet_style

TOGGLES = {"areas": "Uncertainty", "claims": "Distance claims", "stated": "Where stated distances lead", "mentions": "Places named"}
"""Layers that readers may switch off and on, and what the legend calls them."""

OFF = frozenset({"stated"})
"""Layers that are not shown at first: the area of one claim is when it is selected."""

_ENDS_A_SCRIPT = re.compile(r"</script|<!--", re.IGNORECASE)


class Page(Figure):
    """A figure that hands out its body and script instead of writing branca's own page."""

    def parts(self) -> tuple[str, str]:
        """Render the children; return the HTML of the body and the script."""
        for child in self._children.values():
            child.render()
        return self.html.render(), self.script.render()


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands around the map: HTML pieces, escaped already, empty where there is nothing."""

    title: str
    summary: str
    incidents: str
    unlocated: str
    unlocated_count: int
    claims: str
    conflicts: str
    mentions: str
    legend: str
    toggles: Mapping[str, str]
    notices: Sequence[str]


def script_of(drawn: str, names: Mapping[str, Any], world: Mapping[str, Any]) -> str:
    """Return the page's script: what folium made, the names of its objects, the background, and our own code.

    Raises
    ------
    ValueError
        If it could end its own script element.
    """
    objects = {key: _names(value) for key, value in names.items()}
    listed = ", ".join(f"{key}: {value}" for key, value in objects.items())
    background = orjson.dumps(world).decode().replace("<", "\\u003c")
    script = f"{_asset('before.js')}\n{drawn}\nvar mapapp = {{ {listed}, world: {background} }};\n{_asset('world.js')}\n{_asset('page.js')}"
    if _ENDS_A_SCRIPT.search(script):
        msg = "the map's script would end itself"
        raise ValueError(msg)
    return script


def _names(value: str | Sequence[str] | Mapping[str, str]) -> str:
    """Write JavaScript names (made by branca: letters, digits, underscores) as a name, list or object."""
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{key}: {name}" for key, name in value.items()) + " }"
    return f"[{', '.join(value)}]"


def page(body: str, script: str, beside: Beside) -> str:
    """Return the whole file."""
    leaflet = leaflet_script()
    policy = "; ".join(
        (
            "default-src 'none'",
            f"script-src {_digest(leaflet)} {_digest(script)}",
            "style-src 'unsafe-inline'",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>{beside.title}</title>
<style>{leaflet_style()}</style>
<style>{_asset("page.css")}</style>
</head>
<body>
{_header(beside)}
<main class="stage">
{body}
{_legend(beside)}
<p class="notices">{" · ".join(beside.notices)}</p>
</main>
{_aside(beside)}
<script>{leaflet}</script>
<script>{script}</script>
</body>
</html>
"""


def _digest(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def _header(beside: Beside) -> str:
    return f'<header class="head"><h1>{beside.title}</h1><p>{beside.summary}</p></header>'


def _legend(beside: Beside) -> str:
    toggles = "".join(
        f'<li><label><input type="checkbox"{"" if layer in OFF else " checked"} data-layer="{layer}">'
        f'<span class="key key-{layer}"></span>{words}</label></li>'
        for layer, words in beside.toggles.items()
    )
    incidents = f"<ul>{beside.legend}</ul>" if beside.legend else ""
    return f'<details class="legend" open><summary>Legend</summary>{incidents}<ul>{toggles}</ul></details>'


def _aside(beside: Beside) -> str:
    sections = {
        "Incidents": beside.incidents,
        f"Not on the map ({beside.unlocated_count})": beside.unlocated,
        "Figures that disagree": beside.conflicts,
        "Distance claims": beside.claims,
        "Places named": beside.mentions,
    }
    shown = "".join(f'<section class="sect"><h2>{name}</h2>{content}</section>' for name, content in sections.items() if content)
    return f'<aside class="side" aria-label="Findings">{shown}</aside>'


def _asset(name: str) -> str:
    return files("mapapp.webmap").joinpath("assets", name).read_text("utf-8")
