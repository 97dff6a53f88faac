"""Leaflet comes from its package, whole, and asks for nothing."""

import pytest

from gazetteer.errors import DataDamaged
from mapapp.webmap import leaflet


def test_leaflet_is_version_1_9_4_and_can_stand_in_a_script():
    """To the byte, as npm has it, but for the line that points to a source map."""
    script = leaflet.leaflet_script()
    assert "Leaflet 1.9.4" in script[:200]
    assert "</script" not in script.lower()
    assert "sourceMappingURL" not in script


def test_the_style_asks_for_no_picture():
    """A page that stands alone has no folder of images."""
    assert "url(" not in leaflet.leaflet_style()
    assert ".leaflet-pane" in leaflet.leaflet_style()


def test_another_leaflet_is_refused(monkeypatch):
    """A changed file never gets into a page."""
    monkeypatch.setitem(leaflet.DIGESTS, "leaflet.js", "0" * 64)
    leaflet.leaflet_script.cache_clear()
    try:
        with pytest.raises(DataDamaged, match=r"is not Leaflet 1\.9\.4"):
            leaflet.leaflet_script()
    finally:
        leaflet.leaflet_script.cache_clear()
