"""The app as a stranger meets it: an example opens; text, map and tables lead to each other; corrections and downloads."""

from __future__ import annotations

import json
from pathlib import Path

TRIPOLI = "A bomb killed three people in Tripoli on 3 May 2019. Tripoli, 160 km from the border with Tunisia, is a port."


def test_an_example_opens_with_pin_circle_line_and_notice(visit):
    """The first screen shows what the program is for."""
    page = visit.open("?example=aktobe")
    assert page.locator(".pin").count() >= 1
    assert page.locator("path.uncertainty").count() >= 1
    assert page.locator("path.claim-line").count() == 1
    assert page.locator(".claim-label").inner_text().split("\n")[-1] == "stated 100 km · measured 69 km · by road"
    notice = page.locator(".notice")
    assert notice.is_visible()
    assert notice.inner_text() == "© OpenStreetMap contributors · GeoNames, CC BY 4.0"


def test_the_line_leads_to_the_text_and_the_text_to_the_line(visit):
    """Both ways, for a distance."""
    page = visit.open("?example=aktobe")
    page.locator(".claim-label").click()
    visit.until(lambda: "100 kilometers from the" in visit.selected_text())
    page.locator("mark.role-site").first.click()
    visit.until(lambda: visit.selected_text() == "Aktobe")
    page.locator("mark.claim").first.click()
    visit.until(lambda: page.locator(".claim-label.is-selected").count() == 1)
    assert "km" in page.locator(".bubble .card-line").first.inner_text()


def test_every_incident_on_one_point_is_reached_and_leads_to_its_sentence(visit):
    """The pin's list holds all of them, also by keyboard."""
    page = visit.open("?example=aktobe")
    pin = page.locator(".pin-holder").first
    together = int(pin.get_attribute("data-count"))
    assert together > 1
    pin.focus()
    page.keyboard.press("Enter")
    items = page.locator(".card-item")
    assert items.count() == together
    seen = {""}
    for index in range(together):
        before = visit.selected_text()
        items.nth(index).click()
        visit.until(lambda before=before: visit.selected_text() != before)
        seen.add(visit.selected_text())
        page.locator(".card-back").click()
    assert len(seen) == together + 1


def test_a_sentence_opens_its_incident_on_the_map_and_the_address_names_it(visit):
    """From the text, and by a link that can be passed on."""
    page = visit.open("?example=aktobe")
    page.locator(".badge:not(.sample)").first.click()
    page.wait_for_selector(".bubble .card-title")
    title = page.locator(".bubble .card-title").inner_text()
    visit.until(lambda: "incident=" in page.url)
    again = page.context.new_page()
    again.goto(page.url)
    again.wait_for_selector(".bubble .card-title", timeout=40_000)
    assert again.locator(".bubble .card-title").inner_text() == title
    again.close()


def test_a_table_row_leads_to_text_and_map(visit):
    """The table gives all that the map gives."""
    page = visit.open("?example=aktobe")
    table = page.locator("[data-testid=stDataFrame]").first
    table.scroll_into_view_if_needed()
    box = table.bounding_box()
    page.mouse.click(box["x"] + 17, box["y"] + 55)
    visit.until(lambda: visit.selected_text() != "")
    visit.until(lambda: page.locator(".badge.is-selected").count() == 1)
    visit.until(lambda: page.locator(".bubble .card-title").count() == 1)


def test_rejecting_a_name_takes_it_off_map_and_tables_and_undo_brings_it_back(visit):
    """The analyst outranks the program, and can change his mind."""
    page = visit.open("?example=aktobe")
    line = page.locator(".count-head").first
    before = line.inner_text()
    page.locator("mark.role-site", has_text="Aktobe").first.click()
    page.get_by_role("button", name="Not a place").click()
    visit.until(lambda: page.locator(".pin").count() == 0)
    visit.until(lambda: page.locator("path.claim-line").count() == 0)
    visit.until(lambda: line.inner_text() != before)
    visit.until(lambda: page.locator("mark.is-rejected", has_text="Aktobe").count() == 3)
    page.get_by_role("button", name="Undo").click()
    visit.until(lambda: page.locator(".pin").count() >= 1)
    visit.until(lambda: line.inner_text() == before)


def test_another_candidate_moves_the_pin_and_is_measured_anew(visit):
    """One choice for all mentions of the name."""
    page = visit.open()
    visit.paste(TRIPOLI, title="Tripoli")
    visit.until(lambda: page.locator(".title").inner_text() == "Tripoli" and page.locator(".claim-label").count() == 1)
    before = page.locator(".claim-label").inner_text()
    page.locator("mark.role-site", has_text="Tripoli").first.click()
    box = page.get_by_role("combobox", name="Which place is it?")
    box.wait_for()
    box.scroll_into_view_if_needed()
    visit.idle()
    box.click()
    lebanon = page.get_by_role("option", name="LB").first
    if lebanon.count() == 0:
        page.wait_for_timeout(1000)
    if lebanon.count() == 0:  # a list that opens while the page still scrolls is closed again
        box.click()
    lebanon.click()
    visit.idle()
    page.get_by_role("button", name="Use this place").click()
    visit.until(lambda: page.locator("mark.is-corrected", has_text="Tripoli").count() == 2)
    visit.until(lambda: before not in page.locator(".claim-label").all_inner_texts())


def test_every_download_holds_the_findings(visit):
    """What is taken away is what is shown."""
    page = visit.open("?example=aktobe")
    endings = {"GeoJSON": ".geojson", "CSV": ".csv", "HTML map": ".html", "Dossier (JSON)": ".json"}
    taken = {}
    for button, ending in endings.items():
        with page.expect_download(timeout=30_000) as waiting:
            page.get_by_role("button", name=button, exact=False).click()
        assert waiting.value.suggested_filename.endswith(ending)
        taken[button] = Path(waiting.value.path()).read_text("utf-8")
    assert all("Aktobe" in content for content in taken.values())
    layers = {feature["properties"]["layer"] for feature in json.loads(taken["GeoJSON"])["features"]}
    assert layers == {"incidents", "areas", "claims", "mentions"}


def test_an_unreadable_report_is_refused_with_one_message_and_nothing_is_lost(visit):
    """The findings on the page stay."""
    page = visit.open("?example=aktobe")
    visit.paste("   ")
    visit.until(lambda: page.get_by_role("alert").count() == 1)
    assert "empty" in page.get_by_role("alert").inner_text()
    assert page.locator(".pin").count() >= 1


def test_a_report_in_another_language_says_so(visit):
    """Names only, and frankly."""
    page = visit.open("?example=aktobe")
    visit.paste(
        "Bei einem Anschlag in Aktobe wurden am Sonntag sechs Menschen getötet, wie die Polizei am Montag mitteilte. "
        "Die Stadt liegt im Westen des Landes."
    )
    visit.until(lambda: page.locator(".note").count() >= 1)
    assert "language" in page.locator(".note").first.inner_text()


def test_a_rerun_keeps_the_view(visit):
    """What the visitor has zoomed stays so."""
    page = visit.open("?example=aktobe")
    scale = page.locator(".leaflet-control-scale-line")
    at_first = scale.inner_text()
    page.get_by_role("button", name="Zoom out").click()
    visit.until(lambda: scale.inner_text() != at_first)
    zoomed = scale.inner_text()
    page.locator(".badge:not(.sample)").first.click()
    visit.until(lambda: visit.selected_text() != "")
    assert scale.inner_text() == zoomed


def test_a_file_is_read_and_a_broken_one_refused(visit):
    """What is in a file counts, not what it is called."""
    page = visit.open()
    page.get_by_text("File", exact=True).click()
    upload = page.locator("input[type=file]")
    upload.set_input_files(
        {"name": "report.docx", "mimeType": "application/octet-stream", "buffer": b"PK\x03\x04 this is no Word document"}
    )
    page.get_by_role("button", name="Read").click()
    visit.until(lambda: page.get_by_role("alert").count() == 1)
    assert "eport.docx" in page.get_by_role("alert").inner_text()
    upload.set_input_files({"name": "tripoli.txt", "mimeType": "text/plain", "buffer": TRIPOLI.encode()})
    page.get_by_text("tripoli.txt").first.wait_for()
    visit.idle()
    page.get_by_role("button", name="Read").click()
    visit.until(lambda: page.locator(".title").inner_text() == "tripoli.txt")
    visit.until(lambda: page.get_by_role("alert").count() == 0)
