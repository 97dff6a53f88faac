"""The wiring of the page, without a browser: what is shown, what a correction and a refusal do. Clicks on map and text are in tests/e2e."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

import mapapp.app
from gazetteer.errors import DataDamaged
from mapapp.app import session, warming
from mapapp.app.state import Selected, Selection, What, apply
from mapapp.claims.claim import Interval
from mapapp.errors import ReportTooLong

MAIN = Path(mapapp.app.__file__).with_name("main.py")


@pytest.fixture(name="homes")
def _homes():
    """Give the list of home regions (places, countries) that reports are read with."""
    return []


@pytest.fixture(name="readings")
def _readings(monkeypatch, dossier, homes):
    """Let every report be read as the invented one; give the list of readings asked for."""
    asked = []

    def read(text, *, title, published, url, settings, choices):
        asked.append((title, choices))
        homes.append((settings.home_places, settings.home_countries))
        if len(text) > 100_000:
            raise ReportTooLong(len(text), 100_000)
        spans = [(toponym.span.start, toponym.span.end) for toponym in dossier.toponyms]
        kept = [replace(t, place=None) if span in choices else t for t, span in zip(dossier.toponyms, spans, strict=True)]
        return replace(dossier, report=replace(dossier.report, title=title), toponyms=tuple(kept))

    monkeypatch.setattr(session, "read_report", read)
    return asked


@pytest.fixture(name="page")
def _page(readings, dossier):
    """Give the page with the first example open."""
    page = AppTest.from_file(str(MAIN), default_timeout=60).run()
    assert not page.exception
    return page


def labels(elements):
    """Return what stands on buttons or tabs."""
    return [element.label for element in elements]


def test_the_page_opens_on_an_example(page, readings):
    """Nobody has to bring a report to see what the page does."""
    assert len(readings) == 1
    assert labels(page.tabs) == ["Incidents", "Distances", "Places"]
    assert [len(table.value) for table in page.dataframe] == [3, 1, 5]


def test_a_rerun_reads_nothing_anew(page, readings):
    """Reading is the dear part: it is done once per report and correction."""
    page.run()
    assert len(readings) == 1


def test_pasted_text_is_read_with_what_is_said_about_it(page, readings):
    """Title and text go to the reader."""
    page.segmented_control[0].set_value("Paste text").run()
    page.text_area[0].set_value("A short report.")
    next(box for box in page.text_input if box.label == "Title (optional)").set_value("My title")
    next(button for button in page.button if button.label == "Read").click().run()
    assert readings[-1] == ("My title", {})
    assert not page.exception


def test_a_refused_report_is_one_message_and_the_old_findings_stay(page):
    """The pasted text stays in the box, too."""
    page.segmented_control[0].set_value("Paste text").run()
    page.text_area[0].set_value("x" * 200_000)
    next(button for button in page.button if button.label == "Read").click().run()
    assert len(page.error) == 1
    assert "200\\,000 characters" in page.error[0].value
    assert page.text_area[0].value == "x" * 200_000
    assert labels(page.tabs) == ["Incidents", "Distances", "Places"]


def test_a_rejection_is_read_again_with_its_choices_and_can_be_undone(page, readings, dossier):
    """The page's buttons lead to the reducer, and the reducer to the reader."""
    eston = dossier.toponyms[1].span
    selection = Selection(What.TOPONYM, f"{eston.start}-{eston.end}")
    page.session_state[session.STATE] = apply(Selected(selection), page.session_state[session.STATE])
    page.run()
    next(button for button in page.button if button.label == "Not a place").click().run()
    mentions = [toponym.span for toponym in dossier.toponyms if toponym.text.casefold() == "eston"]
    assert readings[-1][1] == {(span.start, span.end): None for span in mentions}
    assert list(page.dataframe[2].value["Place"])[1] == "no place (rejected)"
    next(button for button in page.button if button.label == "Undo").click().run()
    assert list(page.dataframe[2].value["Place"])[1] == "Eston"


def test_a_home_region_is_typed_chosen_and_read_with(page, homes):
    """A name that many places share is chosen by a click; the report is read again, with the home region in the settings."""
    home_box(page).set_value("Wichita, Kansas").run()
    button(page, "Wichita · city · Kansas, US").click().run()
    assert homes == [((), ()), (("geonames:4281730",), ())]
    assert home_box(page).value == ""
    home_box(page).set_value("Kazakhstan").run()
    button(page, "Kazakhstan · country").click().run()
    assert homes[-1] == (("geonames:4281730",), ("KZ",))
    assert not page.exception


def test_a_home_region_is_taken_back_by_its_chip(page, homes):
    """What was read without it is still at hand."""
    home_box(page).set_value("Wichita, Kansas").run()
    button(page, "Wichita · city · Kansas, US").click().run()
    button(page, "Wichita, Kansas, United States").click().run()
    assert page.session_state[session.STATE].home == ()
    assert len(homes) == 2


def test_a_home_region_nobody_knows_is_said(page, homes):
    """No error, no reading: a word what to try instead."""
    home_box(page).set_value("Xqzzyv").run()
    assert any("nearest larger town" in caption.value for caption in page.caption)
    home_box(page).set_value("Wichita, Ohio").run()
    assert any("Did you mean" in caption.value for caption in page.caption)
    assert homes == [((), ())]


def home_box(page):
    """Return the box in which the home region is typed."""
    return next(box for box in page.text_input if box.label == "Home region")


def button(page, words):
    """Return the first button whose label, free of Markdown's escapes, begins so."""
    return next(button for button in page.button if button.label.replace("\\", "").startswith(words))


def test_an_address_can_name_example_and_incident(readings, dossier):
    """A link to one incident opens there."""
    page = AppTest.from_file(str(MAIN), default_timeout=60)
    page.query_params["incident"] = "bombing"
    page.run()
    assert page.session_state[session.STATE].selection == Selection(What.INCIDENT, "bombing")


def test_damaged_data_are_one_message(monkeypatch, readings):
    """Somebody whose copy is broken is told what to do, without a traceback."""

    def broken():
        raise DataDamaged("places.columns has 4 bytes instead of 5: install mapapp again")

    monkeypatch.setattr(warming, "open_gazetteer", broken)
    warming.warm_gazetteer.clear()
    page = AppTest.from_file(str(MAIN), default_timeout=60).run()
    assert not page.exception
    assert "install mapapp again" in page.error[0].value


def test_what_the_browser_sends_is_checked(page):
    """Anything may come over the wire; only a known kind of thing is selected."""
    before = page.session_state[session.STATE]
    for pick in (None, {}, {"what": "nonsense", "key": "1"}, {"key": "1"}, [], "incident", 7):
        assert session.selection_of(pick) is None
    assert session.selection_of({"what": "claim", "key": "3-9"}) == Selection(What.CLAIM, "3-9")
    assert page.session_state[session.STATE] == before


def test_figures_that_disagree_are_told_above_the_distances(monkeypatch, dossier):
    """In this report and in another one that was read on this page, each by its title; words of a report are no markup."""
    claim = dossier.claims[0]
    figures = {"one": Interval(90.0, 110.0), "two": Interval(30.0, 33.0)}

    def read(text, *, title, published, url, settings, choices):
        stated = replace(claim, stated=figures.get(text, claim.stated), text=f"**{text}** from the border")
        return replace(dossier, report=replace(dossier.report, text=dossier.report.text + text, title=title), claims=(stated,))

    monkeypatch.setattr(session, "read_report", read)
    page = AppTest.from_file(str(MAIN), default_timeout=60).run()
    page.segmented_control[0].set_value("Paste text").run()
    for text in figures:
        page.text_area[0].set_value(text)
        next(box for box in page.text_input if box.label == "Title (optional)").set_value(f"Report {text}")
        next(button for button in page.button if button.label == "Read").click().run()
        assert not page.exception
    told = [element.value for element in page.markdown if "do not agree" in element.value]
    assert len(told) == 1
    assert all(words in told[0] for words in ("Report one", "Report two", "\\*\\*two\\*\\*"))
