"""Places of one's own in a real browser: a list with hostile names is brought, a missing place added, seen on the map, and taken back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

STORY = "Gunmen killed three people on Monday. The village of Qlaktova lies 20 km from Aktobe, officials said."
HOSTILE = '<img src=x onerror="window.__xss=1"> {{7*7}} [x](javascript:window.__xss=1) **Zornamak**'


@pytest.fixture(name="brought")
def _brought(tmp_path: Path) -> Path:
    """Give a list whose name, rows and notes want to be more than text."""
    path = tmp_path / "camps <b>x<b>.geojson"
    feature = {"type": "Feature", "geometry": {"type": "Point", "coordinates": [57.4, 50.3]}}
    rows = [
        feature | {"properties": {"name": "Zornamak", "note": HOSTILE}},
        feature | {"properties": {"name": HOSTILE}},
        feature | {"properties": {"name": "", "note": HOSTILE}},
    ]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": rows}), "utf-8")
    return path


def marks(page, name):
    """Return what the marks of a name say."""
    return [mark.get_attribute("aria-label") or mark.get_attribute("title") for mark in page.locator("mark", has_text=name).all()]


def test_a_list_is_brought_and_removed_and_runs_nothing(visit, brought):
    """The report that is open is read again each time; `visit` sees to it that no name of the list became a program."""
    page = visit.open()
    visit.paste(f"{STORY} A bomb exploded in Zornamak, Kazakhstan, on Tuesday.", title="Own places")
    visit.until(lambda: page.locator(".title").inner_text() == "Own places")
    visit.idle()
    page.get_by_role("button", name="Your places").click()
    page.locator("[data-testid=stPopoverBody] input[type=file]").set_input_files(str(brought))
    visit.idle()
    page.get_by_text("More", exact=True).click()
    page.get_by_role("textbox", name="Notice that maps").fill(f"Field notes {HOSTILE}")
    page.keyboard.press("Tab")  # the page takes over what was typed; on a busy machine a click in that very moment may miss the button
    visit.idle()
    page.get_by_role("button", name="Import", exact=True).click()
    page.get_by_text("Imported 2 places").wait_for()
    assert page.get_by_text("1 row could not be used:").is_visible()
    page.get_by_role("button", name="Your places: 1").wait_for()
    visit.until(lambda: any("KZ" in label for label in marks(page, "Zornamak")))
    visit.idle()
    page.keyboard.press("Escape")
    page.locator("mark", has_text="Zornamak").first.click()
    page.locator("[data-testid=stMarkdown]", has_text="{{7*7}}").first.wait_for()
    visit.idle()
    assert page.locator(".notice").inner_text() == f"© OpenStreetMap contributors · GeoNames, CC BY 4.0 · Field notes {HOSTILE}"
    page.get_by_role("button", name="Your places: 1").click()
    page.get_by_role("button", name="Remove").click()
    page.get_by_role("button", name="Yes, remove").click()
    page.get_by_role("button", name="Your places", exact=True).wait_for()
    visit.until(lambda: not any("KZ" in label for label in marks(page, "Zornamak")))
    visit.until(lambda: page.locator(".notice").inner_text() == "© OpenStreetMap contributors · GeoNames, CC BY 4.0")
    assert page.get_by_role("textbox", name="Text of the report").input_value().startswith(STORY)


def test_a_missing_place_is_added_from_the_text_and_taken_back(visit):
    """From the name in the text to a point on the map, and the distance that was in doubt is measured."""
    page = visit.open()
    visit.paste(STORY, title="Missing")
    visit.until(lambda: page.locator(".title").inner_text() == "Missing" and page.locator("mark", has_text="Qlaktova").count() == 1)
    before = marks(page, "Qlaktova")
    visit.idle()
    page.locator("mark", has_text="Qlaktova").click()
    page.get_by_role("textbox", name="Latitude").fill("50°27'N 57°10'E")
    page.get_by_role("button", name="Add to my places").click()
    visit.until(lambda: marks(page, "Qlaktova") != before)
    visit.until(lambda: page.locator(".claim-label", has_text="measured").count() == 1)
    visit.idle()
    page.get_by_role("button", name="Your places: 1").click()
    page.locator("[data-testid=stPopoverBody]").get_by_role("button", name="Qlaktova · village · 50.4500, 57.1667").click()
    visit.until(lambda: marks(page, "Qlaktova") == before)
    page.get_by_role("button", name="Your places", exact=True).wait_for()
