"""The home region in a real browser: typed, chosen, seen in text, address line and dossier, and taken back."""

from __future__ import annotations

import json
from pathlib import Path

COUNCIL = "Paris council will vote on the new water tower on Tuesday, the mayor said."


def labels(page):
    """Return what the marks of the name say."""
    return [mark.get_attribute("aria-label") or mark.get_attribute("title") for mark in page.locator("mark", has_text="Paris").all()]


def test_a_home_region_decides_between_namesakes_and_can_be_taken_back(visit):
    """Paris of a paper from Ontario is the one next door."""
    page = visit.open()
    visit.paste(COUNCIL, title="Water tower")
    visit.until(lambda: page.locator(".title").inner_text() == "Water tower" and page.locator("mark", has_text="Paris").count() == 1)
    before = labels(page)
    assert not any("· CA" in label for label in before)
    visit.idle()
    page.get_by_role("button", name="Home region").click()
    box = page.get_by_role("textbox", name="Home region")
    box.wait_for()
    box.fill("Brantford")
    box.press("Enter")
    page.get_by_role("button", name="Brantford · city · Ontario, CA").click()
    visit.until(lambda: any("· CA" in label for label in labels(page)))
    visit.until(lambda: "home region Brantford, Ontario, Canada" in page.locator(".origin").inner_text())
    visit.idle()
    page.keyboard.press("Escape")
    with page.expect_download(timeout=30_000) as waiting:
        page.get_by_role("button", name="Dossier (JSON)").click()
    settings = json.loads(Path(waiting.value.path()).read_text("utf-8"))["settings"]
    assert settings["home_places"] == ["geonames:5907990"]
    page.get_by_role("button", name="Home: Brantford").click()
    page.get_by_role("button", name="Brantford, Ontario, Canada").click()
    visit.until(lambda: labels(page) == before)
