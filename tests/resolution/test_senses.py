"""Which mentions of a name are resolved together."""

from __future__ import annotations

from itertools import chain

import pytest

from gazetteer import Kind, open_gazetteer
from mapapp.report.report import Dateline, Span
from mapapp.resolution.evidence import Around, Named, name_of_span
from mapapp.resolution.options import Sense
from mapapp.resolution.senses import senses_of
from mapapp.toponyms.scanner import Form

TOWN, AREA = frozenset({Kind.CITY}), frozenset({Kind.ADMIN1})


def named(text: str, start: int, form: Form = Form.NAME, recognised: float = 1.0) -> Named:
    """Return a name that nobody bears."""
    return Named(Span(start, start + len(text)), text, form, text.lower(), (), recognised)


def senses(*mentions: tuple[Named, Around], dateline: Dateline | None = None) -> tuple[list[Sense], list[int]]:
    """Return the senses of some mentions with what stands around them."""
    names, around = zip(*mentions, strict=True)
    return senses_of(names, around, dateline)


def test_mentions_of_one_name_are_one_sense() -> None:
    """In the order of their first mentions; case does not matter."""
    found, of = senses((named("Puno", 0), Around()), (named("Ilo", 9), Around()), (named("PUNO", 20), Around()))
    assert [(s.named.text, s.starts) for s in found] == [("Puno", (0, 20)), ("Ilo", (9,))]
    assert of == [0, 1, 0]


def test_a_people_and_a_place_of_one_word_are_two_senses() -> None:
    """The form tells them apart."""
    assert senses((named("Puno", 0), Around()), (named("Puno", 9, Form.DEMONYM), Around()))[1] == [0, 1]


def test_a_town_that_is_told_speaks_for_bare_mentions_and_an_area_does_not() -> None:
    """The words "the city of Puno" settle "Puno"; "the Puno region" is something else."""
    bare, town, area = ((named("Puno", start), Around(kinds=kinds)) for start, kinds in ((0, frozenset()), (9, TOWN), (20, AREA)))
    assert senses(bare, town, area)[1] == [0, 0, 1]
    assert senses(bare, area)[1] == [0, 1]
    assert senses(bare, town)[0][0].around.kinds == TOWN


def test_containers_count_for_every_mention_of_a_name() -> None:
    """Whatever kind is told, and each once; what a name holds counts for its own sense."""
    bare = (named("Puno", 0), Around(containers=(7,)))
    area = (named("Puno", 9), Around(containers=(8, 7), kinds=AREA, held=(5,)))
    found, _ = senses(bare, area)
    assert [s.around.containers for s in found] == [(7, 8), (7, 8)]
    assert [s.around.held for s in found] == [(), (5,)]


def test_the_surest_mention_says_how_surely_it_is_a_name() -> None:
    """One clear mention is enough."""
    found, _ = senses((named("Puno", 0, recognised=0.3), Around()), (named("Puno", 9, recognised=0.8), Around()))
    assert found[0].recognised == 0.8


@pytest.mark.parametrize(("start", "expected"), [(0, True), (9, False)])
def test_a_sense_knows_whether_it_stands_in_the_dateline(start: int, expected: bool) -> None:
    """One mention there is enough; without a dateline none does."""
    line = Dateline("PUNO", Span(0, 4), None, 8)
    mentions = (named("Puno", start), Around()), (named("Puno", 20), Around())
    assert senses(*mentions, dateline=line)[0][0].in_dateline is expected
    assert senses(*mentions)[0][0].in_dateline is False


def test_no_names_give_no_senses() -> None:
    """An empty report is no error."""
    assert senses_of([], [], None) == ([], [])


def test_a_name_that_stands_there_thousands_of_times_is_one_sense() -> None:
    """With all its containers, each once."""
    mentions = [(named("Puno", 10 * at), Around(containers=(at % 3,))) for at in range(5000)]
    (found,), of = senses(*mentions)
    assert (len(found.starts), found.around.containers, set(of)) == (5000, (0, 1, 2), {0})


@pytest.mark.parametrize(
    ("written", "form", "countries"),
    [
        ("U.S.", Form.ABBREVIATION, ["US"]),
        ("Syrians", Form.DEMONYM, ["SY"]),
        ("TX", Form.STATE_CODE, ["US"]),
        ("Kenya", Form.NAME, ["KE"]),
        ("Qarabulaqtepe", Form.NAME, []),
    ],
)
def test_the_form_of_a_bare_span_is_guessed(written: str, form: Form, countries: list[str]) -> None:
    """From the tables of short forms; what is in none is a name."""
    world = open_gazetteer()
    found = name_of_span(f"In {written} it rained.", Span(3, 3 + len(written)), world)
    assert found.form is form
    assert list(chain(*(world.place_at(row).countries for row, _ in found.bearers[:1]))) == countries
