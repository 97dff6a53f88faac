"""Reading with imported places: villages are found where the report speaks of their country, and known towns keep their names."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import pytest

from gazetteer import Gazetteer, open_gazetteer
from gazetteer.importing import import_geonames, import_list
from mapapp.dossier import read_report
from mapapp.report.report import Report
from mapapp.resolution import resolve
from mapapp.toponyms.focus import countries_spoken_of, focused_on
from mapapp.toponyms.toponym import Toponym
from tests.gazetteer.importing.dumps import FIRST_ID, row, write

World = Callable[..., Gazetteer]
VILLAGE = f"geonames:{FIRST_ID}"


@pytest.fixture(name="world")
def _world(tmp_path: Path) -> World:
    """Give a function that opens the shipped gazetteer with rows of a dump and a list."""

    def world(rows: Iterable[str] = (), listed: str = "") -> Gazetteer:
        folder = tmp_path / "layers"
        if rows:
            import_geonames([write(tmp_path / "XX.txt", rows)], name="dump", folder=folder)
        if listed:
            import_list(write(tmp_path / "mine.csv", listed), name="mine", gazetteer=Gazetteer(), folder=folder)
        return open_gazetteer(layers=folder)

    return world


def named(text: str, name: str, gazetteer: Gazetteer) -> Toponym | None:
    """Return what was found for the first mention of a name."""
    toponyms = read_report(text, gazetteer=gazetteer, published=date(2024, 5, 6)).toponyms
    return next((toponym for toponym in toponyms if toponym.text == name), None)


def place_id(text: str, name: str, gazetteer: Gazetteer) -> str | None:
    """Return the id of the place that a name was taken for, None where it has none or was not found."""
    toponym = named(text, name, gazetteer)
    return None if toponym is None or toponym.place is None else toponym.place.place_id


# Which countries a report speaks of -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("Two men were hurt in Kazakhstan.", {"KZ"}),
        ("Kazakh police arrested two men.", {"KZ"}),
        ("Shells hit a market in Aleppo.", {"SY"}),
        ("It rained all over Darfur.", {"SD"}),
        ("The U.S. and Peru signed it.", {"US", "PE"}),
        ("Nobody was hurt on Monday.", set()),
    ],
)
def test_a_country_is_spoken_of_by_its_name_people_regions_and_large_towns(text: str, countries: set[str]) -> None:
    """And by nothing else."""
    assert countries == countries_spoken_of(text, Gazetteer())


def test_a_name_of_several_countries_may_speak_for_each() -> None:
    """Georgia is a country and a state."""
    assert {"GE", "US"} <= countries_spoken_of("Floods in Georgia killed two.", Gazetteer())


def test_a_report_is_read_with_the_places_of_its_countries_and_of_the_home_region(world: World) -> None:
    """Without any country, with all; without layers the gazetteer stays what it is."""
    opened, bare = world([row("Qarabulaqtobe")]), Gazetteer()
    of = {text: focused_on(Report(text), opened).focus for text in ("Rain in Kazakhstan.", "Rain in Peru.", "It rained.")}
    assert [{"KZ"}, {"PE"}, None] == list(of.values())
    assert {"PE", "KZ"} == focused_on(Report("Rain in Peru."), opened, countries=["KZ"]).focus
    assert focused_on(Report("Rain in Peru."), bare) is bare


# Villages -------------------------------------------------------------------------------------------------------------------------------


def test_a_village_is_found_where_the_report_speaks_of_its_country(world: World) -> None:
    """Elsewhere its name is no place at all."""
    opened = world([row("Qarabulaqtobe")])
    assert VILLAGE == place_id("Shells hit the village of Qarabulaqtobe in Kazakhstan on Monday.", "Qarabulaqtobe", opened)
    assert place_id("Shells hit the village of Qarabulaqtobe in Peru on Monday.", "Qarabulaqtobe", opened) is None


def test_a_misspelt_village_is_found_in_a_country_that_is_spoken_of(world: World) -> None:
    """One letter off, as reports have it."""
    assert VILLAGE == place_id(
        "Police in Kazakhstan searched the village of Qarabullaqtobe.", "Qarabullaqtobe", world([row("Qarabulaqtobe")])
    )


def test_a_known_town_keeps_its_name_from_a_hamlet(world: World) -> None:
    """Also where an area follows that a hamlet of that name happens to lie in: lists of states are no places in places."""
    hamlets = [row("Aktobe", lat=45.0, lon=75.0, admin1="12", population=0)]
    hamlets += [row("Delaware", id=FIRST_ID + 1, country="US", admin1="IL", lat=40.0, lon=-89.0, population=0)]
    opened = world(hamlets)
    assert "geonames:610611" == place_id("A bomb went off in Aktobe, Kazakhstan, on Sunday.", "Aktobe", opened)
    text = "Cases were reported in Delaware, Illinois and Texas."
    assert "geonames:4142224" == place_id(text, "Delaware", opened) == place_id(text, "Delaware", Gazetteer())


def test_a_hamlet_takes_the_name_of_a_town_where_the_area_beside_it_says_so(world: World) -> None:
    """No known place of that name lies there."""
    opened = world([row("Springfield", country="US", admin1="TX", lat=31.6, lon=-96.5, population=0)])
    text = "A fire in Springfield, Texas, burned three barns."
    assert VILLAGE == place_id(text, "Springfield", opened)
    assert VILLAGE != place_id("A fire in Springfield, Ohio, burned three barns.", "Springfield", opened)


def test_a_hamlet_beside_a_certain_place_is_weighed(world: World) -> None:
    """A namesake of a known town is kept among the alternatives where another village of the report lies next to it, and only there."""
    rows = [
        row("Taraz", lat=50.3, lon=57.2, population=0),
        row("Qarabulaqtobe", id=FIRST_ID + 1, lat=50.32, lon=57.22, population=0),
    ]
    opened = world(rows)

    def weighed(text: str) -> bool:
        report = Report(text)
        (first, *_) = resolve(report, [(text.index("Taraz"), text.index("Taraz") + 5), *_span_of(text, "Qarabulaqtobe")], gazetteer=opened)
        places = [first.place, *(alternative.place for alternative in first.alternatives)]
        return VILLAGE in {place.place_id for place in places if place is not None}

    assert weighed("In Kazakhstan shells fell between Taraz and Qarabulaqtobe.")
    assert not weighed("In Kazakhstan shells fell on Taraz.")


def _span_of(text: str, name: str) -> list[tuple[int, int]]:
    return [(text.index(name), text.index(name) + len(name))] if name in text else []


# Lists of one's own ---------------------------------------------------------------------------------------------------------------------


def test_a_list_of_ones_own_wins_and_says_so(world: World) -> None:
    """Over a city of that name, with the note as a reason."""
    opened = world(listed="name,lat,lon,note\nAktobe,50.9,58.1,the one by the river\n")
    toponym = named("Shells fell on Aktobe in Kazakhstan on Monday.", "Aktobe", opened)
    assert toponym is not None
    assert toponym.place is not None
    assert ("mine", (50.9, 58.1)) == (toponym.place.source, (toponym.place.position.lat, toponym.place.position.lon))
    assert "in your list mine: the one by the river" == toponym.reasons[0]
    assert (toponym.confidence or 0) > 0.9


def test_a_name_of_a_list_is_read_as_a_place_in_any_country(world: World) -> None:
    """Also bare, and by its other spellings."""
    opened = world(listed="name,lat,lon,aliases\nTolkan Checkpoint,33.1,44.2,Tolkan\n")
    for text in ("Fighters left Tolkan on Monday.", "Gunmen in Peru spoke of Tolkan Checkpoint."):
        assert any(t.place is not None and t.place.source == "mine" for t in read_report(text, gazetteer=opened).toponyms), text


def test_an_area_beside_the_name_outweighs_a_list(world: World) -> None:
    """The list's Paris is in France; the report's is not."""
    opened = world(listed="name,lat,lon\nParis,48.85,2.35\n")
    assert "geonames:4717560" == place_id("Two men died in Paris, Texas, on Monday.", "Paris", opened)


def test_persons_stay_persons_whatever_a_list_says(world: World) -> None:
    """A title before the name is certain."""
    opened = world(listed="name,lat,lon\nTolkan,33.1,44.2\n")
    assert named("Mr. Tolkan spoke in Peru.", "Tolkan", opened) is None


# The best place of a name ---------------------------------------------------------------------------------------------------------------


def test_the_best_place_is_the_first_of_all(world: World) -> None:
    """However many namesakes there are, in one table or several, by abbreviation, or by another spelling."""
    rows = [row("Sansimono", id=FIRST_ID + n, lat=40 + n / 100, lon=60.0, population=n % 7, alternates="San Jose") for n in range(60)]
    opened = world(rows, "name,lat,lon\nLima,1.0,2.0\n")
    names = ["Sansimono", "San José", "Lima", "London", "U.S.", "Springfield", "Aktobe Region", "Makhatchkala", "Georgia", "San Antonio"]
    for gazetteer in (opened, opened.focused({"KZ"}), Gazetteer()):
        for name in names:
            assert gazetteer.best(name) == next(iter(gazetteer.lookup(name)), None), name
    assert opened.best("Qxqxqx") is None
