"""Places of one's own on the page: lists are brought and removed, missing places added and taken back, any place found and chosen."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

import mapapp.app
from gazetteer import LatLon, open_gazetteer
from gazetteer.errors import ListUnreadable
from gazetteer.importing import ListedPlace, add_place, added_places, import_list
from gazetteer.importing.naming import columns_said, proposed_name
from gazetteer.layers import REGISTRY, fingerprint, installed, layers_folder
from gazetteer.place import Kind
from mapapp.app import session
from mapapp.app.corrections import correct
from mapapp.app.imports import ImportJob, ImportStopped, Wanted, left_out_rows
from mapapp.app.marks import span_key
from mapapp.app.own_place import Typed, place_of
from mapapp.app.panels.own_places import about, button_label
from mapapp.app.place_search import MOST_FOUND, find_places
from mapapp.app.positions import read_position
from mapapp.app.state import AppState, Corrected, Correction, Given, HomePart, PlaceForgotten, ReportGiven, Selected, Selection, What, apply
from mapapp.errors import BadOption, InputError
from mapapp.toponyms.toponym import Toponym

MAIN = Path(mapapp.app.__file__).with_name("main.py")
STORY = "Gunmen killed three people on Monday. The village of Qlaktova lies 20 km from Aktobe, officials said."
LIST = "name,lat,lon,aliases,kind,note\nQlaktova,50.45,57.3,Klaktova,camp,**seen** <b>twice</b>\n,50.1,57.1,,,nobody\n"


class Sent:
    """A file as a browser sends it."""

    def __init__(self, name: str, text: str) -> None:
        self.name, self.text = name, text

    def getbuffer(self) -> memoryview:
        """Return its content."""
        return memoryview(self.text.encode())


@pytest.fixture(name="layers", autouse=True)
def _layers(tmp_path, monkeypatch):
    """Keep the layers of each test in a folder of its own."""
    monkeypatch.setenv("MAPAPP_LAYERS", str(tmp_path / "layers"))
    return tmp_path / "layers"


@pytest.fixture(name="page")
def _page():
    """Give the page with the story open."""
    page = AppTest.from_file(str(MAIN), default_timeout=120)
    page.session_state[session.STATE] = apply(ReportGiven(Given(STORY)), AppState())
    page.run()
    assert not page.exception
    return page


def toponym(page, text="Qlaktova") -> Toponym:
    """Return the name as the page shows it: of the readings with the present layers the one with all corrections."""
    readings = page.session_state[session.READ]
    now = max((key for key in readings if key[-1] == fingerprint(layers_folder())), key=lambda key: len(key[1]))
    return next(toponym for toponym in readings[now][0].toponyms if toponym.text == text)


def select(page, text="Qlaktova") -> str:
    """Point at the name; return the key of its span."""
    key = span_key(toponym(page, text).span)
    page.session_state[session.STATE] = apply(Selected(Selection(What.TOPONYM, key)), page.session_state[session.STATE])
    page.run()
    return key


def button(page, words):
    """Return the first button whose label, free of Markdown's escapes, begins so."""
    return next(button for button in page.button if button.label.replace("\\", "").startswith(words))


def box(page, label):
    """Return the field with this label."""
    return next(box for box in page.text_input if box.label == label)


def bring(page, name="camps.csv", text=LIST):
    """Upload a list and import it; wait until that has ended."""
    page.file_uploader[0].set_value([(name, text.encode(), "text/csv")]).run()
    button(page, "Import").click().run()
    for _ in range(100):
        if "import_job" not in page.session_state:
            break
        page.session_state["import_job"].wait(1.0)
        page.run()
    assert not page.exception


def add_by_form(page, **fields):
    """Fill the form of the selected name and send it."""
    for label, value in fields.items():
        box(page, label.replace("_", " ")).set_value(value)
    button(page, "Add to my places").click().run()
    assert not page.exception


# The page ---------------------------------------------------------------------------------------------------------------------------------


def test_a_list_is_imported_listed_and_the_report_read_again(page):
    """Columns, the row left out, the layer, and the name that now has a place."""
    assert toponym(page).place is None
    bring(page)
    assert [(layer.name, layer.wins, layer.places, layer.left_out) for layer in installed()] == [("camps", True, 1, 1)]
    said = [caption.value.replace("\\", "") for caption in page.caption]
    assert "Columns: lat = lat, lon = lon, name = name, aliases = aliases, kind = kind, note = note" in said
    assert "camps.csv, line 3: no name" in said
    assert "Imported 1 place with 2 names as camps." in page.success[0].value.replace("\\", "")
    assert toponym(page).place.source == "camps"


def test_what_a_list_notes_is_shown_as_it_stands(page):
    """A list is as little to be believed as a report: no Markdown, no HTML."""
    bring(page)
    select(page)
    shown = [caption.value for caption in page.caption if "twice" in caption.value]
    assert len(shown) == 1
    assert r"\*\*seen\*\* \<b\>twice\<\/b\>" in shown[0]


def test_a_list_that_cannot_be_read_is_one_message_and_nothing_is_lost(page):
    """The upload, the report and its findings stay; the message names the page's own field."""
    bring(page, text="place,where\nQlaktova,there\n")
    assert [error.value.replace("\\", "")[:22] for error in page.error] == ["Nothing was imported. "]
    assert "in “Columns” under “More”: " in page.error[0].value.replace("\\", "")
    assert [file.name for file in page.file_uploader[0].value] == ["camps.csv"]
    assert installed() == ()
    assert toponym(page).text == "Qlaktova"


def test_columns_can_be_said_and_the_order_chosen(page):
    """For a list with unusual headers that covers a country."""
    page.file_uploader[0].set_value([("My Places!.csv", b"Ort;Breite;Laenge\nQlaktova;50.45;57.3\n", "text/csv")]).run()
    assert box(page, "Name of the list").value == "my-places"
    box(page, "Name of the list").set_value("orte")
    box(page, "Columns, if they are guessed wrong").set_value("name=Ort, lat=Breite, lon=Laenge")
    page.toggle[0].set_value(False)
    button(page, "Import").click().run()
    page.run()
    assert [(layer.name, layer.wins, layer.title) for layer in installed()] == [("orte", False, "My Places_.csv")]


def test_the_list_of_single_places_is_not_imported_over(page):
    """A file named my-places would take with it what was added by hand."""
    bring(page, name="my places.csv")
    assert "choose another name" in page.error[0].value
    assert installed() == ()


def test_removing_asks_once_more_and_keeps_corrections_for_when_the_list_is_back(page):
    """A correction to a place of a list that is renewed holds again as soon as the list is back."""
    bring(page)
    place = toponym(page).place
    chosen = correct(toponym(page), place.place_id, toponyms=[toponym(page)])
    page.session_state[session.STATE] = apply(Corrected(chosen), page.session_state[session.STATE])
    button(page, "Remove").click().run()
    assert len(installed()) == 1
    button(page, "Yes, remove").click().run()
    assert (installed(), toponym(page).place, page.session_state[session.STATE].corrections) == ((), None, (chosen,))
    bring(page)
    assert (toponym(page).place, toponym(page).reasons) == (place, ("chosen by the analyst",))


def test_a_missing_place_is_added_and_taken_back(page):
    """All mentions of the name get the place; its cross in the box takes it away again."""
    select(page)
    add_by_form(page, Latitude="50.45, 57.3", Other_spellings="Klaktova; Klakta", Note="from a map")
    [(place_id, place)] = added_places().items()
    assert (place.name, place.aliases, place.kind, place.note) == ("Qlaktova", ("Klaktova", "Klakta"), Kind.VILLAGE, "from a map")
    assert (toponym(page).place.place_id, toponym(page).place.position) == (place_id, LatLon(50.45, 57.3))
    assert [done.place_id for done in page.session_state[session.STATE].corrections] == [place_id]
    button(page, "Qlaktova · village · 50.4500, 57.3000").click().run()
    assert (added_places(), installed(), toponym(page).place) == ({}, (), None)
    assert page.session_state[session.STATE].corrections == ()


def test_a_place_is_added_anew_with_another_spelling(page):
    """Nothing of the first is left in what is kept open."""
    select(page)
    for spelling in ("Zeltkamp", "Zeltkams"):
        add_by_form(page, Latitude="50.45, 57.3", Other_spellings=spelling)
        assert [place.name for place in open_gazetteer().lookup(spelling)] == ["Qlaktova"]
        button(page, "Qlaktova · village").click().run()


def test_a_place_without_position_is_one_message_and_the_fields_stay(page):
    """What was typed is not lost."""
    select(page)
    add_by_form(page, Latitude="up the hill", Note="as told")
    assert "up the hill" in page.error[0].value
    assert (box(page, "Latitude").value, box(page, "Note").value, installed()) == ("up the hill", "as told", ())


def test_any_place_is_found_and_chosen_for_an_unresolved_name(page):
    """By its name and the area around it."""
    key = select(page)
    box(page, "Find another place").set_value("Paris, Ontario").run()
    assert page.session_state[f"candidate_{key}_0_Paris, Ontario"].startswith("geonames:")
    button(page, "Use this place").click().run()
    assert (toponym(page).place.name, toponym(page).place.country) == ("Paris", "CA")


def test_a_name_that_nobody_bears_is_said(page):
    """And the choice stays what it was."""
    select(page)
    box(page, "Find another place").set_value("Xqzzyvwk").run()
    assert any("No place of that name is known" in caption.value for caption in page.caption)


def test_layers_that_came_from_elsewhere_are_noticed(page):
    """From the command line, or another visitor: at the next click."""
    add_place(ListedPlace(name="Qlaktova", position=LatLon(50.45, 57.3)), gazetteer=open_gazetteer())
    page.run()
    assert toponym(page).place.source == "my-places"


def test_a_damaged_layer_can_be_removed_on_the_page(page, layers):
    """Nobody is locked out by a file that has gone."""
    bring(page)
    (installed()[0].folder / "names.marisa").unlink()
    # What was opened before stays open; a new visit finds the damage.
    (layers / REGISTRY).write_bytes((layers / REGISTRY).read_bytes() + b"\n")
    page.run()
    assert "cannot be opened" in page.error[0].value
    button(page, "Remove").click().run()
    button(page, "Yes, remove").click().run()
    assert (installed(), len(page.error)) == ((), 0)


# Its parts --------------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("latitude", "longitude", "lat", "lon"),
    [
        ("50.28", "57.21", 50.28, 57.21),
        ("50,28", "57,21", 50.28, 57.21),
        ("50°16'N", "57°12'E", 50.2667, 57.2),
        ("50.28, 57.21", "", 50.28, 57.21),
        ("", "50.28,57.21", 50.28, 57.21),
        ("(-12.04 −77.03)", "", -12.04, -77.03),
        ("50 57", "", 50.0, 57.0),
        ("50,28; 57,21", "", 50.28, 57.21),
        ("50°16'N 57°12'E", "", 50.2667, 57.2),
        ("40U FA 12345 67890", "", 50.2525, 58.5759),
        ("https://www.google.com/maps/@50.283,57.21,15z", "", 50.283, 57.21),
    ],
)
def test_positions_are_read_from_two_fields_or_one(latitude, longitude, lat, lon):
    """In any notation that reports use."""
    found = read_position(latitude, longitude)
    assert (round(found.lat, 4), round(found.lon, 4)) == (lat, lon)


@pytest.mark.parametrize(
    ("latitude", "longitude", "words"),
    [
        ("", " ", "say where it is"),
        ("50,28", "", "no position"),
        ("50", "", "no position"),
        ("95.2", "57", "out of range"),
        ("95.2, 57", "", "not a position"),
        ("50.28", "57.21 or so", "cannot be read for certain"),
        ("50.2800N 57.2100E and 51.2800N 57.2100E", "", "several positions"),
    ],
)
def test_what_is_no_position_is_said(latitude, longitude, words):
    """A decimal comma alone is half a position, not a pair."""
    with pytest.raises(BadOption, match=words):
        read_position(latitude, longitude)


def test_a_typed_place_keeps_the_spelling_of_the_report():
    """Whoever corrects the name on the way still has it found in the next report."""
    typed = Typed(
        name="  Kala  Nau ", latitude="35", longitude="63", spellings="Qala, kala nau; ,Qala", found_as="Qalaye Naw", note=" a\nb "
    )
    place = place_of(typed)
    assert (place.name, place.aliases, place.note) == ("Kala Nau", ("Qalaye Naw", "Qala"), "a b")
    with pytest.raises(BadOption, match="name"):
        place_of(Typed(name="…", latitude="35", longitude="63"))


def test_places_are_found_by_name_beginning_area_and_id():
    """Just the name first; similar names if nothing else is there."""
    world = open_gazetteer()
    assert [place.place_id for place in find_places("geonames:610611", world)] == ["geonames:610611"]
    assert {place.country for place in find_places("Paris, Ontario", world)} == {"CA"}
    assert find_places("Akto", world)[0].name == "Aktobe"
    assert find_places("Aktobee", world)[0].name == "Aktobe"
    assert len(find_places("San José", world)) == MOST_FOUND
    assert [find_places(nothing, world) for nothing in ("", " ", ", ,", "x" * 5000)] == [[], [], [], []]


@pytest.mark.parametrize(
    ("files", "name"),
    [
        (["KZ.zip"], "geonames-kz"),
        (["alternateNamesV2.zip", "KZ.zip"], "geonames-kz"),
        (["My villages (2).csv"], "my-villages-2"),
        (["деревни.csv"], "places"),
        (["x" * 99 + ".gpkg"], "x" * 36),
    ],
)
def test_a_name_is_proposed_from_the_files(files, name):
    """As the command line does."""
    assert proposed_name(files, dump=files[0].endswith(".zip")) == name


def test_columns_are_said_as_on_the_command_line():
    """Field and header, divided by commas."""
    assert (columns_said(" "), columns_said("name=Ort, note=")) == (None, {"name": "Ort", "note": ""})
    with pytest.raises(ListUnreadable, match="name=Village"):
        columns_said("Ort")


def test_an_upload_cannot_choose_where_it_is_written():
    """Its name is only a name."""
    job = ImportJob(Wanted(files=[Sent("../../=HYPERLINK(x)\n.csv", LIST)], name="camps"))
    layer = job.outcome().layer
    assert layer.inputs[0][0] == "_HYPERLINK_x__.csv"
    assert [(row.line, row.reason) for row in left_out_rows(layer, most=10)] == [("3", "no name")]


def test_an_import_can_be_stopped_and_two_lists_are_not_one():
    """Both leave everything as it was."""
    world = open_gazetteer()
    job = ImportJob(Wanted(files=[Sent("a.csv", LIST), Sent("b.csv", LIST)], name="camps"))
    with pytest.raises(InputError, match="one list at a time"):
        job.outcome()
    job.stop()
    with pytest.raises(ImportStopped):
        job.step(1)
    assert (installed(), open_gazetteer().layers, world.layers) == ((), (), ())


def test_forgetting_a_place_takes_it_out_of_all_that_was_said():
    """Corrections, those undone, and the home region."""
    mine, other = Correction("A", ((0, 1),), "my-places:1"), Correction("B", ((2, 3),), None)
    state = AppState(corrections=(mine, other), undone=(mine,), home=(HomePart("A", "my-places:1"),))
    assert apply(PlaceForgotten("my-places:1"), state) == AppState(corrections=(other,))


def test_the_button_and_the_line_of_a_layer(tmp_path):
    """What there is, without opening the box; what it is, in one line."""
    path = tmp_path / "camps.csv"
    path.write_text(LIST)
    layer = import_list(path, name="camps", gazetteer=open_gazetteer()).layer
    assert (button_label(0), button_label(2)) == ("Your places", "Your places: 2")
    assert about(layer) == f"1 place, 2 names · before all other places · version {layer.version} · licence: not said · 1 row left out"
