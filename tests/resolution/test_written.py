"""Coordinates that a report gives, beside what the gazetteer says."""

from __future__ import annotations

import pytest

from gazetteer import Kind, open_gazetteer
from gazetteer.geodesy import distance_km
from gazetteer.index import UnknownPlace
from mapapp.coordinates import find_coordinates
from mapapp.dossier import read_report
from mapapp.report.report import Report
from mapapp.resolution.choices import apply_choices
from mapapp.resolution.resolver import resolve
from mapapp.resolution.written import with_coordinates
from mapapp.toponyms.toponym import Toponym

AKTOBE = "A depot burned in Aktobe (50.2839° N, 57.1669° E) at night."
FAR = "A depot burned in Aktobe (43.2389° N, 76.8897° E) at night."


def placed(text: str, *names: str) -> dict[str, Toponym]:
    """Return the toponyms by their text, of the first mentions of some names and of the coordinates."""
    world = open_gazetteer()
    resolved = resolve(Report(text), [(text.index(name), text.index(name) + len(name)) for name in names], gazetteer=world)
    found = with_coordinates(text, resolved, find_coordinates(text), world)
    assert [t.span for t in found] == sorted(t.span for t in found)
    return {t.text: t for t in found}


def test_coordinates_are_a_toponym_of_their_own() -> None:
    """A certain one, of the kind "other", that says how exact it is."""
    own = placed(AKTOBE, "Aktobe")["50.2839° N, 57.1669° E"]
    assert own.place is not None
    assert (own.place.kind, own.place.source, own.place.countries, own.confidence) == (Kind.OTHER, "report", ("KZ",), 1.0)
    assert own.reasons == ("coordinates written in the report (decimal, to about 7 m)",)


@pytest.mark.parametrize("beside", [" (", " at ", ", ", " – ", " (coordinates: ", ": ", " located at ", " (lat/lon "])
def test_coordinates_right_behind_a_name_win(beside: str) -> None:
    """The name keeps what the gazetteer knows of it where that lies there too."""
    toponym = placed(f"A depot burned in Aktobe{beside}50.2839° N, 57.1669° E at night.", "Aktobe")["Aktobe"]
    assert toponym.place is not None
    assert (toponym.place.position.lat, toponym.place.position.lon) == (50.2839, 57.1669)
    assert (toponym.place.name, toponym.place.kind, toponym.place.geonameid, toponym.confidence) == ("Aktobe", Kind.CITY, 610611, 1.0)
    assert toponym.place.radius_km > 1
    assert toponym.reasons == ("the report gives its coordinates", "Aktobe of the gazetteer lies 3 km from them")


@pytest.mark.parametrize(
    "text",
    [
        "A depot burned in Aktobe, and another one at 50.2839° N, 57.1669° E.",
        "A depot burned at 50.2839° N, 57.1669° E, Aktobe.",
        "A depot burned in Aktobe. Seen at 50.2839° N, 57.1669° E.",
        "A depot burned in Aktobe (gps coordinates at position located 50.2839° N, 57.1669° E).",
    ],
)
def test_a_name_that_does_not_stand_right_before_coordinates_stays(text: str) -> None:
    """Other words between them, or the other order."""
    toponym = placed(text, "Aktobe")["Aktobe"]
    assert toponym.place is not None
    assert toponym.place.place_id == "geonames:610611"


def test_a_figure_far_away_from_the_place_is_said() -> None:
    """The report's figure is taken, and that the gazetteer disagrees stands in the reasons."""
    toponym = placed(FAR, "Aktobe")["Aktobe"]
    world = open_gazetteer()
    assert toponym.place is not None
    away_km = distance_km(world.place("geonames:610611").position, toponym.place.position)
    assert away_km > 1000
    assert toponym.reasons[1] == f"Aktobe of the gazetteer lies {away_km:,.0f} km from them: another place, or a wrong figure"
    assert (toponym.place.position.lat, toponym.place.geonameid, toponym.place.kind) == (43.2389, None, Kind.OTHER)


def test_the_gazetteers_reading_stays_among_the_alternatives() -> None:
    """First of all, whether it agrees or not."""
    for text in (AKTOBE, FAR):
        first = placed(text, "Aktobe")["Aktobe"].alternatives[0]
        assert (first.place.place_id, first.reasons) == ("geonames:610611", ("the reading without the report's coordinates",))


def test_an_unknown_name_gets_the_coordinates_beside_it() -> None:
    """With its own name, and without an alternative."""
    toponym = placed("They fled to Qarabulaqtepe (50.2839° N, 57.1669° E).", "Qarabulaqtepe")["Qarabulaqtepe"]
    assert toponym.place is not None
    assert (toponym.place.name, toponym.place.position.lat, toponym.confidence) == ("Qarabulaqtepe", 50.2839, 1.0)
    assert toponym.reasons[1] == "the gazetteer has no place of this name here"
    assert toponym.alternatives == ()


@pytest.mark.parametrize(
    ("text", "name", "place_id"),
    [
        ("A ship sank off Kenya (4.5000° S, 41.0000° E).", "Kenya", "geonames:192950"),
        ("A well burned in Texas (31.8000° N, 102.3000° W).", "Texas", "geonames:4736286"),
        ("A ship sank in the Black Sea (43.1000° N, 34.0000° E).", "Black Sea", "geonames:630673"),
        ("A depot of Syrians (35.1000° N, 36.7000° E) burned.", "Syrians", "geonames:163843"),
    ],
)
def test_countries_areas_seas_and_peoples_are_never_moved(text: str, name: str, place_id: str) -> None:
    """A point in them is not where they lie."""
    toponym = placed(text, name)[name]
    assert toponym.place is not None
    assert toponym.place.place_id == place_id


def test_a_report_without_coordinates_is_left_as_it_is() -> None:
    """The same toponyms come back."""
    resolved = resolve(Report("Rain in Aktobe."), [(8, 14)])
    assert with_coordinates("Rain in Aktobe.", resolved, (), open_gazetteer()) == resolved


def test_a_name_inside_coordinates_gives_way() -> None:
    """What was taken for a name there is a part of the figure."""
    text = "Seen at 50.2839° N, 57.1669° E at night."
    inside = resolve(Report(text), [(text.index("N,"), text.index("N,") + 1)])
    assert [t.text for t in with_coordinates(text, inside, find_coordinates(text), open_gazetteer())] == ["50.2839° N, 57.1669° E"]


# What an analyst decides ----------------------------------------------------------------------------------------------------------------


def test_an_analyst_may_take_the_gazetteers_reading_and_the_coordinates_again() -> None:
    """A place of coordinates is no record; it is chosen from what the reading knows."""
    world = open_gazetteer()
    toponym = placed(FAR, "Aktobe")["Aktobe"]
    assert toponym.place is not None
    key = (toponym.span.start, toponym.span.end)
    (gazetteers,) = apply_choices([toponym], {key: "geonames:610611"}, world)
    assert gazetteers.place == world.place("geonames:610611")
    assert toponym.place in [a.place for a in gazetteers.alternatives]
    assert "geonames:610611" not in [a.place.place_id for a in gazetteers.alternatives]
    (again,) = apply_choices([gazetteers], {key: toponym.place.place_id}, world)
    assert (again.place, again.confidence, again.reasons) == (toponym.place, 1.0, ("chosen by the analyst",))


def test_a_choice_of_coordinates_works_in_a_whole_reading() -> None:
    """The same choice, given with the report."""
    before = read_report(FAR)
    name = next(t for t in before.toponyms if t.text == "Aktobe")
    assert name.place is not None
    key = (name.span.start, name.span.end)
    kept = next(t for t in read_report(FAR, choices={key: name.place.place_id}).toponyms if t.text == "Aktobe")
    changed = next(t for t in read_report(FAR, choices={key: "geonames:610611"}).toponyms if t.text == "Aktobe")
    assert (kept.place, kept.reasons) == (name.place, ("chosen by the analyst",))
    assert changed.place == open_gazetteer().place("geonames:610611")


def test_coordinates_that_no_reading_knows_are_refused() -> None:
    """An analyst chooses among places, and does not make one up."""
    toponym = placed("Rain in Aktobe.", "Aktobe")["Aktobe"]
    with pytest.raises(UnknownPlace, match=r"coordinates:1\.00000,2\.00000"):
        apply_choices([toponym], {(8, 14): "coordinates:1.00000,2.00000"}, open_gazetteer())
