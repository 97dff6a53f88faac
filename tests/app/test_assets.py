"""What is served to the browser: ours without any way for text to become markup, Leaflet as it was released."""

import hashlib
import re
from importlib.resources import files
from pathlib import Path

import pytest

import mapapp.app
from mapapp.app.theme import TONES

COMPONENTS = Path(mapapp.app.__file__).parent / "components"
OURS = sorted(COMPONENTS.rglob("*.js"))
TEXT_TO_MARKUP = re.compile(
    r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment|DOMParser|srcdoc"
    r"|\beval\(|new Function|bindPopup|setAttribute\(\"on"
)
LEAFLET_SHA256 = {
    "leaflet-src.esm.js": "39ee93464f11fe3847137e50c0dc8189f706c460e36989ea7871bf7d540f3306",
    "leaflet.css": "a7837102824184820dfa198d1ebcd109ff6d0ff9a2672a074b9a1b4d147d04c6",
}


def test_our_scripts_are_there():
    """A guard over no file guards nothing."""
    assert len(OURS) >= 8


@pytest.mark.parametrize("script", OURS, ids=lambda path: path.name)
def test_our_scripts_have_no_way_from_text_to_markup(script):
    """Only textContent and elements: a report is hostile text."""
    assert TEXT_TO_MARKUP.findall(script.read_text("utf-8")) == []


@pytest.mark.parametrize("asset", [*OURS, *sorted(COMPONENTS.rglob("*.css"))], ids=lambda path: path.name)
def test_our_assets_name_no_other_host(asset):
    """Nothing is fetched from elsewhere."""
    hosts = set(re.findall(r"https?://[^\s\"'/)]+", asset.read_text("utf-8")))
    assert hosts <= {"http://www.w3.org"}


@pytest.mark.parametrize("name", sorted(LEAFLET_SHA256))
def test_leaflet_is_the_release_byte_for_byte(name):
    """The package is a repackaging: what it holds is checked, not believed."""
    content = files("js_lib_leaflet").joinpath("static", "js_lib_leaflet", name).read_bytes()
    assert LEAFLET_SHA256[name] == hashlib.sha256(content).hexdigest()


@pytest.mark.parametrize(("theme", "page"), [(0, "#ffffff"), (1, "#1b2127")], ids=["light", "dark"])
def test_every_tone_is_legible_on_the_page(theme, page):
    """WCAG 2.2 AA: 4.5 to 1 for text."""
    assert {tone: ratio for tone, colours in TONES.items() if (ratio := contrast(colours[theme], page)) < 4.5} == {}


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours (WCAG 2.2)."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """Return the relative luminance of "#rrggbb" (WCAG 2.2)."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
