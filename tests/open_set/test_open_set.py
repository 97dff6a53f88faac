"""The open set: its gold is sound, and the program does not fall behind what it once reached there."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from itertools import pairwise

import pytest

from gazetteer import Gazetteer, Kind, LatLon, open_gazetteer
from gazetteer.geodesy import distance_km
from mapapp.report.report import Span
from mapapp.toponyms.toponym import Role, Toponym
from tests.open_set import scoring
from tests.open_set.loader import BrokenReport, OpenReport, all_names, open_reports, read_open_report

REPORTS = open_reports()

CONTINENTS = {"Africa", "Asia", "Europe", "North America", "South America", "Oceania"}

AT_LEAST = {
    "abbreviation": 15, "address": 6, "blotter": 2, "border": 10, "caps": 5, "dateline": 12, "demonym": 20, "diacritics": 12,
    "distractor": 30, "homonym": 20, "hyphen": 12, "language": 6, "list": 20, "local": 12, "maritime": 4, "metonym": 10, "nested": 8,
    "possessive": 8, "range": 6, "refugees": 4, "region": 10, "sitrep": 4, "social": 2, "transliteration": 8, "unlisted": 12, "water": 15,
}  # fmt: skip
"""In how many reports each phenomenon must occur."""

SMALL = """continent: Europe
genre: wire
published: 2020-01-02
phenomena: dateline unlisted

text:
[ROME|dateline] - [Italian|demonym actor origin|Italy] police searched [Castelnulla|site], near [Rome], and the [Curia|optional].

places:
Rome = city IT 41.89 12.51 homonym
Italy = country IT
Castelnulla = village IT unlisted, within 50 km of Rome
"""


@pytest.fixture(name="world", scope="module")
def _world() -> Gazetteer:
    return open_gazetteer()


@pytest.fixture(name="pairs", scope="module")
def _pairs() -> list[scoring.Pair]:
    return scoring.read_all(REPORTS)


def test_there_are_enough_reports_from_everywhere() -> None:
    """At least 40, all six continents, no id and no text twice."""
    assert len(REPORTS) >= 40
    assert {report.continent for report in REPORTS} == CONTINENTS
    assert len({report.id[:3] for report in REPORTS}) == len({report.text for report in REPORTS}) == len(REPORTS)


@pytest.mark.parametrize("phenomenon", sorted(AT_LEAST))
def test_each_phenomenon_occurs_often_enough(phenomenon: str) -> None:
    """What the set is to measure stays in it."""
    assert sum(phenomenon in report.phenomena for report in REPORTS) >= AT_LEAST[phenomenon]


def test_phenomena_are_spelt_alike() -> None:
    """A tag that nobody counts is a misspelling."""
    assert {tag for report in REPORTS for tag in report.phenomena} == set(AT_LEAST)


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.id)
def test_the_tags_say_what_the_marks_say(report: OpenReport) -> None:
    """Where the gold itself shows a phenomenon, the tag agrees."""
    shown = {
        "abbreviation": any(name.form == "abbreviation" for name in report.names),
        "caps": report.text == report.text.upper(),
        "dateline": any(Role.DATELINE in name.roles for name in report.names),
        "demonym": any(name.form == "demonym" for name in report.names),
        "homonym": any(name.place.is_homonym for name in report.names),
        "unlisted": any(not name.place.is_listed for name in report.names),
    }
    assert {tag for tag in shown if tag in report.phenomena} == {tag for tag, is_there in shown.items() if is_there}


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.id)
def test_every_mark_reads_back(report: OpenReport) -> None:
    """Spans hold the marked text, in order, without overlap, and do not cut words; every place is used; the length is a report's."""
    spans = sorted([*(name.span for name in report.names), *report.optional])
    assert [name.span.of(report.text) for name in report.names] == [name.text for name in report.names]
    assert not any(a.overlaps(b) for a, b in pairwise(spans))
    assert [span.of(report.text) for span in spans if _cuts_a_word(report.text, span)] == []
    assert {name.place for name in report.names} >= {place for place in report.places if place.is_listed}
    assert 80 <= len(report.text.split()) <= 250


def _cuts_a_word(text: str, span: Span) -> bool:
    return bool(re.match(r"\w\w", text[max(0, span.start - 1) : span.start + 1]) or re.match(r"\w\w", text[span.end - 1 : span.end + 1]))


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.id)
def test_every_place_can_be_true(report: OpenReport, world: Gazetteer) -> None:
    """Countries exist, all but countries have a position, and towns lie in their country (or on its shore)."""
    unknown = [code for place in report.places for code in place.countries if world.country(code) is None]
    assert unknown == []
    assert [p.key for p in report.places if (p.position is None) != (p.kind is Kind.COUNTRY)] == []
    towns = [p for p in report.places if p.position and p.kind in {Kind.CITY, Kind.VILLAGE, Kind.DISTRICT, Kind.FACILITY}]
    assert [town.key for town in towns if not set(town.countries) & _countries_near(world, town.position)] == []


def _countries_near(world: Gazetteer, position: LatLon | None) -> set[str]:
    """Return the countries there and that of the nearest town: coasts and borders are finer than two decimals."""
    assert position is not None
    return {*world.countries_at(position), *world.nearest(position).countries}


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.id)
def test_unlisted_villages_are_in_no_gazetteer(report: OpenReport, world: Gazetteer) -> None:
    """Nothing of that name lies in the area they are said to lie in."""
    known = [
        (place.key, match.place.name)
        for place in report.places
        if not place.is_listed and place.position
        for match in world.candidates(place.key)
        if distance_km(place.position, match.place.position) <= place.radius_km
    ]
    assert known == []


def test_the_program_holds_its_floors(pairs: list[scoring.Pair]) -> None:
    """No figure is below its floor. The table and the wrong names of the groups concerned are printed where one is."""
    result = scoring.figures(pairs)
    floors = scoring.read_floors(scoring.FLOORS)
    below = [name for name, floor in floors.items() if result.values.get(name, 0.0) < floor]
    groups = {".".join(name.split(".")[:2]) for name in below if name.startswith(("genre.", "continent."))}
    overall = any(not name.startswith(("genre.", "continent.")) for name in below)
    told = f"{scoring.table(result, floors)}\n\n{scoring.faults(pairs, groups=() if overall else groups)}"
    assert below == [], told


def test_every_figure_has_its_floor(pairs: list[scoring.Pair]) -> None:
    """A figure without a floor could fall unseen."""
    assert set(scoring.figures(pairs).values) - scoring.UNPINNED == set(scoring.read_floors(scoring.FLOORS))


def _small() -> OpenReport:
    return read_open_report("small", SMALL)


def test_a_mark_becomes_a_span_over_the_plain_text() -> None:
    """Marks vanish from the text; forms, roles and the circle of an unlisted village are read."""
    report = _small()
    assert report.text == "ROME - Italian police searched Castelnulla, near Rome, and the Curia."
    assert [(n.text, n.form, sorted(n.roles), n.place.key) for n in report.names] == [
        ("ROME", "name", [Role.DATELINE], "Rome"),
        ("Italian", "demonym", [Role.ACTOR, Role.ORIGIN], "Italy"),
        ("Castelnulla", "name", [Role.SITE], "Castelnulla"),
        ("Rome", "name", [], "Rome"),
    ]
    village = report.names[2].place
    assert (village.is_listed, village.position, village.radius_km) == (False, LatLon(41.89, 12.51), 50.0)
    assert (report.published, [span.of(report.text) for span in report.optional]) == (date(2020, 1, 2), ["Curia"])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("near [Rome]", "near [Roma]"),
        ("[Curia|optional]", "[Curia|optional"),
        ("|dateline]", "|datelines]"),
        ("demonym actor", "demonym abbr actor"),
        ("41.89 12.51", "91.89 12.51"),
        ("city IT", "town IT"),
        ("published: 2020-01-02\n", ""),
        ("Italy = country IT\n", "Italy = country IT\nitaly = country IT\n"),
    ],
)
def test_a_broken_report_says_which_it_is(old: str, new: str) -> None:
    """A misspelling is refused with the file's name, never read as something else."""
    with pytest.raises(BrokenReport, match=r"^small: "):
        read_open_report("small", SMALL.replace(old, new))


def _figures_of(world: Gazetteer, *found: tuple[str, str | None, bool]) -> dict[str, float]:
    """Score the small report against findings given as (text, name to look up or None, whether it is a demonym)."""
    report = _small()
    toponyms = []
    for text, name, demonym in found:
        start = report.text.index(text)
        place = world.lookup(name)[0] if name else None
        toponyms.append(Toponym(Span(start, start + len(text)), text, demonym=demonym, place=place, confidence=0.9 if place else None))
    return scoring.figures(list(scoring.paired(report, toponyms))).values


def test_all_right_scores_one(world: Gazetteer) -> None:
    """The best answers: every name found, the village left unplaced; the optional stretch changes nothing."""
    values = _figures_of(
        world,
        ("ROME", "Rome", False),
        ("Italian", "Italy", True),
        ("Castelnulla", None, False),
        ("Rome", "Rome", False),
        ("Curia", None, False),
    )
    names = ("all.recognition_exact.f1", "all.end_to_end.f1", "demonyms.placed", "unlisted.kept_right", "all.sure_right_of_all")
    assert [values[name] for name in names] == [1.0] * 5


def test_wrong_answers_cost_what_they_should(world: Gazetteer) -> None:
    """A village placed abroad, an invented name and a missed one: each is counted once, where it belongs."""
    values = _figures_of(world, ("ROME", "Rome", False), ("Castelnulla", "Lima", False), ("police", "Paris", False))
    assert values["all.recognition.precision"] == values["all.recognition.recall"] == pytest.approx(2 / 3)
    assert (values["all.end_to_end.precision"], values["all.end_to_end.recall"]) == (pytest.approx(1 / 3), 0.5)
    assert (values["unlisted.kept_right"], values["demonyms.recognition.recall"]) == (0.0, 0.0)
    assert (values["all.sure_right"], values["all.sure_right_of_all"]) == (0.5, pytest.approx(1 / 3))


def test_a_wide_area_is_no_excuse_for_a_town(world: Gazetteer) -> None:
    """Within the radius of a desert an answer that is a town must still be near; the country's capital is not the country."""
    names = {(report.id[:3], name.text): name for report, name in all_names(REPORTS)}
    assert not scoring.stands_for(names["024", "Empty Quarter"], world.lookup("Riyadh")[0])
    assert not scoring.stands_for(names["032", "Luxembourg"], world.lookup("Luxembourg City")[0])
    assert scoring.stands_for(names["032", "Luxembourg"], world.country("LU") or world.lookup("Lima")[0])


def test_floors_are_raised_and_never_lowered() -> None:
    """Pinning takes the higher of the old floor and a little below the figure; a floor without a figure stays."""
    result = scoring.Figures({"a": 0.9, "b": 0.5, "few": 0.8}, {"a": 500, "b": 500, "few": 10})
    assert scoring.raised({"a": 0.5, "b": 0.6, "gone": 0.3}, result) == {"a": 0.89, "b": 0.6, "few": 0.7, "gone": 0.3}


def test_no_name_stands_for_everything() -> None:
    """The set is varied: no place makes up more than two in a hundred of the names."""
    often, times = Counter((n.place.key, n.place.countries) for _, n in all_names(REPORTS)).most_common(1)[0]
    assert times <= 0.02 * sum(len(report.names) for report in REPORTS), often
