"""Where reports come from: given by the reader, or learned from other reports of the same source."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer import Gazetteer, Place, open_gazetteer
from gazetteer.index import UnknownPlace
from gazetteer.queries import parts_of, search
from mapapp.report.report import Report, Span
from mapapp.resolution import resolve
from mapapp.resolution.home import LEAST_PLACES, MOST_PLACES, NO_HOME, Home, given_home, home_of, learn_home, named_rows
from mapapp.resolution.home_lookup import SHOWN, look_up
from mapapp.resolution.home_sources import NOTHING_LEARNED, SourceHomes, source_of
from mapapp.toponyms.toponym import Toponym

COUNCIL = "Paris council will vote on the new water tower on Tuesday."
ONTARIO = ("Brantford, Ontario", "Woodstock, Ontario", "Cambridge, Ontario", "Kitchener, Ontario", "Simcoe, Ontario", "Hamilton, Ontario")
TEXAS = ("Sherman, Texas", "Denison, Texas", "Bonham, Texas", "Durant, Oklahoma", "Sulphur Springs, Texas", "Greenville, Texas")


@pytest.fixture(name="world", scope="module")
def _world() -> Gazetteer:
    return open_gazetteer()


def place(query: str) -> Place:
    """Return the best place of a query."""
    return search(open_gazetteer(), parts_of(query))[0].place


def named(*queries: str, text: str = "", confidence: float = 0.95, demonym: bool = False) -> list[Toponym]:
    """Return toponyms of a report that names these places, written as the query's name unless ``text`` is given."""
    return [
        Toponym(Span(i, i + 1), text or query.split(",")[0], place=place(query), confidence=confidence, demonym=demonym)
        for i, query in enumerate(queries)
    ]


def answer(text: str, name: str, home: Home = NO_HOME) -> Toponym:
    """Return what the first mention of the name is taken for."""
    start = text.index(name)
    return resolve(Report(text), [(start, start + len(name))], home=home)[0]


def division(text: str, name: str, home: Home = NO_HOME) -> str:
    """Return the state or province of what the name is taken for; empty where it is taken for nothing."""
    found = answer(text, name, home).place
    return found.admin1 if found is not None else ""


# Given --------------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("home", "expected"),
    [(("Brantford, Ontario",), "CA.08"), (("Sherman, Texas",), "US.TX"), (("Sherman, Texas", "Dallas, Texas"), "US.TX")],
)
def test_a_home_decides_between_namesakes(world: Gazetteer, home: tuple[str, ...], expected: str) -> None:
    """The text says "Paris council" and no more; the reader knows whose council."""
    region = given_home([place(query).place_id for query in home], (), world)
    assert division(COUNCIL, "Paris", region) == expected
    assert "lies in the home region" in answer(COUNCIL, "Paris", region).reasons


def test_without_a_home_no_namesake_next_door_is_taken() -> None:
    """What the text does not say, only its source can."""
    assert division(COUNCIL, "Paris") != "CA.08"


@pytest.mark.parametrize(("text", "country"), [("The mayor flew to Paris, France, on Tuesday.", "FR"), ("A fire in Paris, Texas.", "US")])
def test_a_home_does_not_outweigh_what_the_text_says(world: Gazetteer, text: str, country: str) -> None:
    """A paper next door to Paris, Ontario, that writes "Paris, France" means what it says."""
    region = given_home([place("Brantford, Ontario").place_id], (), world)
    area = "France" if country == "FR" else "Texas"
    spans = [(text.index(name), text.index(name) + len(name)) for name in ("Paris", area)]
    paris = resolve(Report(text), spans, home=region)[0]
    assert paris.place is not None
    assert paris.place.country == country


@pytest.mark.parametrize(("country", "expected"), [("ES", "ES.60"), ("VE", "VE.07")])
def test_a_country_alone_is_a_home(country: str, expected: str) -> None:
    """A reader may know no more than that."""
    region = given_home((), (country,), open_gazetteer())
    assert division("A fire broke out in Valencia on Tuesday.", "Valencia", region) == expected


def test_an_unknown_place_is_no_home(world: Gazetteer) -> None:
    """A wrong id is an error, not an empty home."""
    with pytest.raises(UnknownPlace):
        given_home(("geonames:0",), (), world)


# Learned ------------------------------------------------------------------------------------------------------------------------------


def test_other_reports_speak_for_a_home(world: Gazetteer) -> None:
    """Two papers, one sentence."""
    ontario, texas = (learn_home([named(*queries[:3]), named(*queries[3:])], world) for queries in (ONTARIO, TEXAS))
    assert (division(COUNCIL, "Paris", ontario), division(COUNCIL, "Paris", texas)) == ("CA.08", "US.TX")


def test_a_name_never_speaks_for_itself(world: Gazetteer) -> None:
    """A paper that was misread a hundred times is not misread for that; what was learned from other names still counts."""
    mistaken = learn_home([named("Paris, Tennessee") for _ in range(100)], world)
    assert mistaken
    assert answer(COUNCIL, "Paris", mistaken).place != place("Paris, Tennessee")
    assert "lies in the home region" not in answer(COUNCIL, "Paris", mistaken).reasons
    others = learn_home([*(named("Paris, Tennessee") for _ in range(100)), named(*ONTARIO)], world)
    assert division(COUNCIL, "Paris", others) == "CA.08"


def test_too_few_places_are_no_home(world: Gazetteer) -> None:
    """Below five nothing is learned; each counts once a report."""
    assert learn_home([], world) == NO_HOME
    assert learn_home([named(*ONTARIO[: LEAST_PLACES - 1])], world) == NO_HOME
    assert learn_home([named(*[ONTARIO[0]] * 20)], world) == NO_HOME
    assert len(learn_home([named(*ONTARIO[:LEAST_PLACES])], world).places) == LEAST_PLACES


def test_wide_doubtful_and_foreign_names_do_not_speak(world: Gazetteer) -> None:
    """Countries, peoples, and answers that are not sure."""
    wide = named("Kazakhstan", "Texas", "Canada")
    silent = [*wide, *named("Sherman, Texas", confidence=0.5), *named("Dallas, Texas", demonym=True), Toponym(Span(0, 1), "Nowhere")]
    assert {key for _, key in named_rows(silent, world)} == {"texas"}


def test_a_place_of_many_reports_counts_five_times_at_most(world: Gazetteer) -> None:
    """The town hall is in every issue; the villages around shall be heard, too."""
    home = learn_home([named(*ONTARIO[:2]), *(named(ONTARIO[0]) for _ in range(50))], world)
    assert sorted(home.places.count(p) for p in set(home.places)) == [1, 5]


# Sources ------------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("url", "name", "expected"),
    [
        ("https://www.Gazette.example:8080/a/b?c=d", "", "gazette.example"),
        ("http://gazette.example./", "", "gazette.example"),
        ("gazette.example/a", "", ""),
        ("", "", ""),
        ("http://[broken", "", ""),
        ("http://\u202eelpmaxe.example/", "", ""),
        ("https://gazette.example/a", "  The   Courier ", "the courier"),
        ("", "https://www.courier.example/about", "courier.example"),
    ],
)
def test_reports_of_one_host_or_name_are_of_one_source(url: str, name: str, expected: str) -> None:
    """A name outranks the address; what is neither is no source."""
    assert source_of(url, named=name) == expected


def test_a_report_is_read_with_what_the_others_say(world: Gazetteer) -> None:
    """Never with what it says itself, and the same text twice is one report."""
    homes = SourceHomes()
    homes.add("gazette", "own", named_rows(named(*TEXAS), world))
    homes.add("gazette", "own", named_rows(named(*TEXAS), world))
    homes.add("gazette", "empty", ())
    assert homes.home("gazette", "own") == NOTHING_LEARNED
    homes.add("gazette", "other", named_rows(named(*ONTARIO), world))
    learned = homes.home("gazette", "own")
    assert learned.home == learn_home([named(*ONTARIO)], world)
    assert learned.note == "Read with a home region learned from 6 places in 1 other report of gazette."
    assert homes.home("gazette", "a new one").reports == 2
    assert homes.home("courier", "own") == NOTHING_LEARNED
    assert NOTHING_LEARNED.note == ""


rows = st.tuples(st.integers(0, 9), st.sampled_from("abc"))


@given(st.lists(st.frozensets(rows, max_size=6), min_size=1, max_size=8))
def test_learning_from_all_reports_but_one_is_learning_from_the_others(reports: list[frozenset[tuple[int, str]]]) -> None:
    """The shortcut that leaves one report out gives what counting anew gives."""
    homes = SourceHomes()
    for number, report in enumerate(reports):
        homes.add("gazette", str(number), report)
    for number in range(len(reports)):
        assert homes.home("gazette", str(number)).home == counted(reports[:number] + reports[number + 1 :])


def test_leaving_one_report_out_holds_at_the_limit_of_places_too() -> None:
    """More places than are kept: those that move up when a report is left out are the right ones."""
    reports = [frozenset((row, "x") for row in range(begin, begin + 2 * MOST_PLACES)) for begin in (0, 100, 250)]
    homes = SourceHomes()
    for number, report in enumerate(reports):
        homes.add("gazette", str(number), report)
    for number in range(3):
        assert homes.home("gazette", str(number)).home == counted(reports[:number] + reports[number + 1 :])


def counted(reports: Iterable[frozenset[tuple[int, str]]]) -> Home:
    """Return the home that these reports speak for, counted from the start."""
    counts: dict[tuple[int, str], int] = {}
    for report in reports:
        for row in report:
            counts[row] = counts.get(row, 0) + 1
    return home_of(counts)


# Written by a reader --------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "name", "kind"),
    [
        ("Wichita, Kansas", "Wichita", "city"),
        ("wichita, ks", "Wichita", "city"),
        ("Sherman, TX", "Sherman", "city"),
        ("geonames:4281730", "Wichita", "city"),
        (" London ", "London", "city"),
        ("London, Ontario", "London", "city"),
        ("Kazakhstan", "Kazakhstan", "country"),
        ("Almaty", "Almaty", "city"),
        ("Texas", "Texas", "admin1"),
    ],
)
def test_what_is_meant_is_found(world: Gazetteer, written: str, name: str, kind: str) -> None:
    """A town and its district are one home; a namesake a hundred times smaller is not meant."""
    found = look_up(written, world).place
    assert found is not None
    assert (found.name, found.kind.value) == (name, kind)


@pytest.mark.parametrize("written", ["Springfield", "Springfield, US", "Hyderabad", "San Jose", "Georgia", "Niger", "Washington"])
def test_what_may_be_several_places_is_not_decided(world: Gazetteer, written: str) -> None:
    """The candidates are given, the best first."""
    meant = look_up(written, world)
    assert meant.place is None
    assert 2 <= len(meant.candidates) <= SHOWN
    assert meant.count >= len(meant.candidates)
    assert not meant.is_guess


def test_what_is_not_known_there_gives_namesakes_or_similar_names(world: Gazetteer) -> None:
    """As guesses; nothing is taken for meant."""
    elsewhere, misspelt = look_up("Wichita, Ohio", world), look_up("Wichitta", world)
    assert (elsewhere.place, misspelt.place) == (None, None)
    assert elsewhere.is_guess
    assert misspelt.is_guess
    assert [meant.candidates[0].place_id for meant in (elsewhere, misspelt)] == ["geonames:4281730"] * 2


@pytest.mark.parametrize("written", ["", " , ,", "Xqzzyv", "geonames:0", "Atlantic Ocean", "x" * 100_000])
def test_nonsense_and_oceans_mean_nothing(world: Gazetteer, written: str) -> None:
    """No candidate, no error."""
    meant = look_up(written, world)
    assert (meant.place, meant.candidates) == (None, ())


def test_toponyms_without_confidence_do_not_speak(world: Gazetteer) -> None:
    """Of a name that an outsider placed without saying how surely, nothing is learned."""
    toponyms = [replace(toponym, confidence=None) for toponym in named(*ONTARIO)]
    assert named_rows(toponyms, world) == frozenset()
