"""Reports about villages: the gold is sound, dumps make their villages known, and nothing falls behind what it once reached."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from gazetteer import Gazetteer, LatLon, Place
from gazetteer.geodesy import distance_km
from gazetteer.names import fold
from gazetteer.place import Kind
from mapapp.report.report import Span
from mapapp.toponyms.toponym import Toponym
from tests.villages import scoring
from tests.villages.loader import COLUMNS, DUMPS, FIRST_ID, GoldName, VillageReport, dump_rows, village_reports

REPORTS = village_reports()
COUNTRIES = ["AF", "CD", "CO", "ET", "IQ", "ML", "MM", "NG", "SD", "SY", "UA", "YE"]

AT_LEAST = {
    "bare": 12, "chain": 12, "homonym": 12, "road": 10, "distance": 10, "misspelt": 10, "person": 10, "common_word": 10, "false_friend": 12,
}  # fmt: skip
"""In how many reports each difficulty must occur."""

MOST_KNOWN = 0.2
"""So many of the rows at most may stand in the default gazetteer as well: the set is about places it lacks."""


@pytest.fixture(name="result", scope="module")
def _result(layers: Path, no_layers: Path) -> tuple[scoring.Figures, list[scoring.Pair]]:
    return scoring.score(layers, no_layers)


# The dumps ------------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", DUMPS, ids=lambda path: path.stem)
def test_a_dump_has_the_form_of_geonames(path: Path) -> None:
    """Nineteen columns, of this country alone, ids of our own, positions as numbers, enough rows."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
    assert {len(row) for row in rows} == {COLUMNS}
    assert {row[8] for row in rows} == {path.stem}
    assert all(row[0].isdigit() and int(row[0]) >= FIRST_ID for row in rows)
    assert all(row[2].isascii() and row[2] for row in rows)
    assert [row[1] for row in rows if not re.fullmatch(r"-?\d+\.\d{2,4} -?\d+\.\d{2,4}", f"{row[4]} {row[5]}")] == []
    assert len(rows) >= 60


def test_the_dumps_are_of_twelve_countries_and_no_id_comes_twice() -> None:
    """Every line has become a row."""
    lines = sum(len(path.read_text(encoding="utf-8").splitlines()) for path in DUMPS)
    assert [path.stem for path in DUMPS] == COUNTRIES
    assert len(dump_rows()) == lines >= 12 * 60


def test_rows_lie_in_their_country_and_division(default: Gazetteer) -> None:
    """Within 15 km of it, as positions are approximate; the codes are those of the default gazetteer."""
    rows = dump_rows().values()
    assert {f"{row.country}.{row.admin1}" for row in rows if default.admin1(f"{row.country}.{row.admin1}") is None} == set()
    assert [row.name for row in rows if not _is_near_country(default, row.position, row.country)] == []


def _is_near_country(world: Gazetteer, position: LatLon, country: str) -> bool:
    steps = [(0.0, 0.0), (0.14, 0.0), (-0.14, 0.0), (0.0, 0.14), (0.0, -0.14)]
    return any(country in world.countries_at(LatLon(position.lat + north, position.lon + east)) for north, east in steps)


def test_most_rows_are_unknown_to_the_default_gazetteer(default: Gazetteer) -> None:
    """Nothing of their names lies within 10 km."""
    known = [row.name for row in dump_rows().values() if _knows(default, row.names, row.position)]
    assert len(known) / len(dump_rows()) <= MOST_KNOWN, known


def _knows(world: Gazetteer, names: tuple[str, ...], position: LatLon) -> bool:
    matches = (match.place for name in names for match in world.candidates(name))
    return any(distance_km(place.position, position) <= scoring.VILLAGE_KM for place in matches)


# The reports ----------------------------------------------------------------------------------------------------------------------------


def test_there_are_six_reports_of_each_country() -> None:
    """And no id and no text twice."""
    assert Counter(report.country for report in REPORTS) == dict.fromkeys(COUNTRIES, 6)
    assert len({report.id for report in REPORTS}) == len({report.text for report in REPORTS}) == len(REPORTS)


@pytest.mark.parametrize("tag", sorted(AT_LEAST))
def test_each_difficulty_occurs_often_enough(tag: str) -> None:
    """What the set is to measure stays in it."""
    assert sum(tag in report.tags for report in REPORTS) >= AT_LEAST[tag]


def test_difficulties_are_spelt_alike() -> None:
    """A tag that nobody counts is a misspelling."""
    assert {tag for report in REPORTS for tag in report.tags} == set(AT_LEAST)


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.id)
def test_every_mark_of_a_village_report_reads_back(report: VillageReport) -> None:
    """Spans hold the marked text, do not overlap, do not cut words; the length is a short report's."""
    spans = sorted([*(name.span for name in report.names), *report.optional, *report.traps])
    assert [name.span.of(report.text) for name in report.names] == [name.text for name in report.names]
    assert not any(a.overlaps(b) for a, b in pairwise(spans))
    assert [span.of(report.text) for span in spans if _cuts_a_word(report.text, span)] == []
    assert 60 <= len(report.text.split()) <= 160


def _cuts_a_word(text: str, span: Span) -> bool:
    return bool(re.match(r"\w\w", text[max(0, span.start - 1) : span.start + 1]) or re.match(r"\w\w", text[span.end - 1 : span.end + 1]))


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.id)
def test_every_marked_place_exists(report: VillageReport, default: Gazetteer) -> None:
    """In the dumps, of the report's country, or in the default gazetteer; a false friend's report marks no village."""
    villages = [dump_rows()[name.place] for name in report.names if name.place in dump_rows()]
    others = [default.place(name.place or "") for name in _others(report)]
    demonyms = [other.kind for other, name in zip(others, _others(report), strict=True) if name.form == "demonym"]
    assert {row.country for row in villages} <= {report.country}
    assert bool(villages) == ("false_friend" not in report.tags)
    assert set(demonyms) <= {Kind.COUNTRY}


def _others(report: VillageReport) -> list[GoldName]:
    return [name for name in report.names if name.place and name.place not in dump_rows()]


def test_every_trap_is_the_name_of_a_village_of_the_country() -> None:
    """With or without the article or the words before it: otherwise no dump could spring it."""
    names: dict[str, set[str]] = {country: set() for country in COUNTRIES}
    for row in dump_rows().values():
        names[row.country] |= {fold(name) for name in row.names}
    harmless = [
        (report.id, trap.of(report.text))
        for report in REPORTS
        for trap in report.traps
        if not any(name == fold(trap.of(report.text)) or name.endswith(f" {fold(trap.of(report.text))}") for name in names[report.country])
    ]
    assert harmless == []


def test_no_village_stands_for_everything() -> None:
    """The set is varied: no village is marked in more than three reports."""
    times = Counter(name.place for report in REPORTS for name in report.names if name.place in dump_rows())
    assert max(times.values()) <= 3


# What the program makes of them ---------------------------------------------------------------------------------------------------------


def test_the_dumps_make_their_villages_known(result: tuple[scoring.Figures, list[scoring.Pair]]) -> None:
    """At least half of all villages more are placed right, of those new to the default gazetteer too."""
    values = result[0].values
    assert values["gain.villages.right"] >= 0.5
    assert values["gain.new.right"] >= 0.5


def test_the_dumps_cost_little_elsewhere(result: tuple[scoring.Figures, list[scoring.Pair]]) -> None:
    """Names of the default gazetteer stay right, and no more than a tenth of the traps is sprung for the dumps' sake."""
    values = result[0].values
    assert values["dumps.others.right"] >= values["default.others.right"] - 0.02
    assert values["dumps.traps.left_alone"] >= values["default.traps.left_alone"] - 0.1


def test_villages_hold_their_floors(result: tuple[scoring.Figures, list[scoring.Pair]]) -> None:
    """No figure is below its floor. The table and the wrong names are printed where one is."""
    found, pairs = result
    floors = {name: floor for name, floor in scoring.read_floors(scoring.FLOORS).items() if not name.startswith("variants.")}
    below = [name for name, floor in floors.items() if found.values.get(name, 0.0) < floor]
    assert below == [], f"{scoring.table(found, floors)}\n\n{scoring.faults(pairs)}"


def test_every_figure_about_villages_has_its_floor(result: tuple[scoring.Figures, list[scoring.Pair]]) -> None:
    """A figure without a floor could fall unseen."""
    assert set(result[0].values) - set(scoring.read_floors(scoring.FLOORS)) == set()


# The scoring ----------------------------------------------------------------------------------------------------------------------------


def _found(report: VillageReport, text: str, place: Place) -> Toponym:
    start = report.text.index(text)
    return Toponym(Span(start, start + len(text)), text, place=place, confidence=0.9)


def _cd_01() -> VillageReport:
    return next(report for report in REPORTS if report.id == "cd-01")


def test_a_village_is_right_within_ten_kilometres(default: Gazetteer) -> None:
    """Goma, 20 km off, is wrong for Sake; Sake of the default gazetteer is right."""
    report = _cd_01()
    pairs = [next(scoring.paired(report, [_found(report, "Sake", default.lookup(name)[0])], default)) for name in ("Sake", "Goma")]
    assert [(pair.is_village, pair.is_right, pair.fault) for pair in pairs] == [(True, True, ""), (True, False, "placed wrongly")]


def test_a_sprung_trap_is_an_invented_pin(default: Gazetteer) -> None:
    """The sake for which people went back is no village."""
    report = _cd_01()
    sake = default.lookup("Sake")[0]
    trap = Toponym(report.traps[0], "sake", place=sake, confidence=0.5)
    values = scoring.figures(list(scoring.paired(report, [trap], default)), default=default).values
    assert (values["traps.left_alone"], values["placed.right"], values["recognition.precision"]) == (0.0, 0.0, 0.0)


def test_floors_of_villages_are_raised_and_never_lowered() -> None:
    """Pinning takes the higher of the old floor and a little below the figure; a floor without a figure stays."""
    result = scoring.Figures({"a": 0.9, "b": 0.5, "few": 0.8}, {"a": 500, "b": 500, "few": 10})
    assert scoring.raised({"a": 0.5, "b": 0.6, "gone": 0.3}, result) == {"a": 0.89, "b": 0.6, "few": 0.7, "gone": 0.3}
