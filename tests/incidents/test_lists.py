"""Totals, tables and lists of terse lines: which entry is part of what, and what each counts."""

from datetime import date

import pytest

from mapapp.incidents.counting.tables import table_rows
from mapapp.incidents.wording.effects import Effect
from mapapp.incidents.wording.lists import is_total, level_of, line_cuts, terse_lines
from mapapp.report.report import Span

PUBLISHED = date(2016, 6, 14)


def _family(found):
    """Return (whole, dead) and the dead of its parts by place; every other incident fails the test."""
    (whole,) = [incident for incident in found if incident.parent is None]
    parts = {part.site.text: part.killed and part.killed.best for part in found if part.parent == whole.id}
    assert len(parts) == len(found) - 1
    return whole.killed.best, parts


LIST = {"Tarsk": 8, "Ombra": 4, "Velden": 2}


@pytest.mark.parametrize(
    "text",
    [
        "Total: 14 killed, 61 injured.\n- Tarsk: 8 killed, 40 injured\n- Ombra: 4 killed, 15 injured\n- Velden: 2 killed, 6 injured\n",
        "- Tarsk: 8 dead, 40 injured\n- Ombra: 4 dead\n- Velden: 2 dead, 7 injured\nTotal: 14 dead, 47 injured\n",
        "- Tarsk: 8 dead\n- Ombra: 4 dead\n- Velden: 2 dead\nGrand total 14 dead.\n",
        "The death toll has been revised to 14.\n\nThe roads are cut.\n\n• Tarsk: 8 dead.\n• Ombra: 4 dead.\n• Velden: 2 dead.\n",
        "Deaths so far 14: Tarsk 8, Ombra 4 and Velden 2.",
        "Deaths by town: Tarsk 8, Ombra 4, Velden 2. Total 14.",
        "Town: killed, injured\nTarsk: 8, 40\nOmbra: 4, 15\nVelden: 2, 6\nTOTAL: 14, 61\n",
        "TOWN - CASES - DEATHS\nTarsk - 301 - 8\nOmbra - 262 - 4\nVelden - 49 - 2\nTotal - 612 - 14\n",
    ],
)
def test_entries_are_parts_of_what_they_come_to(incidents, text):
    """The total may stand above or below them, in a sentence or in a table."""
    assert _family(incidents(text, published=PUBLISHED)) == (14, LIST)


def test_an_area_holds_the_entries_that_lie_deeper(incidents):
    """A second area has its own."""
    found = incidents(
        "Marrow: 12 killed in two attacks\n - Tarsk: raid on a village, 8 killed\n - Ombra: ambush, 4 killed\nVelden: 3 killed\n",
        published=PUBLISHED,
    )
    names = {incident.id: incident.site.text for incident in found}
    assert [(names[incident.id], names.get(incident.parent)) for incident in found] == [
        ("Marrow", None), ("Tarsk", "Marrow"), ("Ombra", "Marrow"), ("Velden", None),
    ]  # fmt: skip


def test_of_three_levels_the_nearest_counts(incidents):
    """Towns are parts of their province, the province of the country."""
    found = incidents(
        "Floods have killed 90 people in Arcadia since Monday, officials said.\nIn Marrow 60 have died: 45 in Tarsk and 15 in Ombra.\n"
        "In Velden 30 have died.\n",
        published=PUBLISHED,
    )
    whole, marrow, *_ = found
    assert [(i.parent, i.killed.best) for i in found] == [(None, 90), (whole.id, 60), (marrow.id, 45), (marrow.id, 15), (whole.id, 30)]


def test_a_sum_in_the_same_sentence_is_over_its_clauses(incidents):
    """It is no figure of the last of them."""
    text = "Gunmen shot dead four traders in Tarsk on Monday, and a bomb killed six worshippers in Velden the same day: ten dead in all."
    assert _family(incidents(text, published=PUBLISHED)) == (10, {"Tarsk": 4, "Velden": 6})


def test_figures_that_come_to_a_large_total_are_its_parts(incidents):
    """Also where no word says that there were several events."""
    found = incidents(
        "Police made 73 arrests in Arcadia after two nights of rioting.\n\nIn Tarsk shops were looted and 58 people were arrested.\n\n"
        "In Velden a bank was burned on Sunday. Fifteen youths were arrested.",
        published=PUBLISHED,
    )
    whole, *parts = found
    assert [(part.parent, part.site.text) for part in parts] == [(whole.id, "Tarsk"), (whole.id, "Velden")]


def test_what_is_told_beside_a_full_list_is_no_part_of_it(incidents):
    """The list has come to its total."""
    found = incidents(
        "Shelling killed five people in Marrow on Monday.\n- Tarsk: 3 killed\n- Ombra: 2 killed\n\n"
        "A mine killed two people near Lisk on Monday.",
        published=PUBLISHED,
    )
    mine = next(incident for incident in found if incident.site.text == "Lisk")
    assert (mine.parent, [i.site.text for i in found if i.parent]) == (None, ["Tarsk", "Ombra"])


def test_a_title_is_no_sum_over_what_its_story_does_not_tell(incidents):
    """The next sentence tells the same at one spot."""
    found = incidents(
        "Six die in jail riot\nInmates fought in Tarsk on Monday, leaving six dead.\n\nA boy was shot dead in Velden on Sunday.",
        published=PUBLISHED,
    )
    assert [(incident.site.text, incident.parent) for incident in found] == [("Tarsk", None), ("Velden", None)]


def test_terse_lines_are_entries_of_their_own(incidents):
    """What follows in a line belongs to it, and to no line before."""
    found = incidents(
        "Summary for 10 June 2016\n\nGrenade at market, Tarsk. Two dead, five hurt.\nBus into ravine near Ombra. Sixteen dead.\n"
        "Teacher abducted, Velden. No trace.\n",
        published=PUBLISHED,
    )
    assert [(i.site.text, i.killed and i.killed.best) for i in found] == [("Tarsk", 2), ("Ombra", 16), ("Velden", None)]


def test_another_figure_of_an_entry_is_not_that_of_the_entry_before(incidents):
    """The place of the second is in no gazetteer."""
    found = incidents(
        "Flood deaths in Arcadia on 9 June 2016:\n- Tarsk: 8 dead\n- Umbrafels: 5 dead\n- Ombra: 2 dead\n", published=PUBLISHED
    )
    assert sorted(i.killed.best for i in found if i.parent) == [2, 5, 8]


def test_rows_are_read_by_the_columns_above_them():
    """What is counted but no people, or without effect on them, is left out; years and clock times make no table."""
    text = (
        "District | Cases | Deaths | Injured\nMarrow | 30 | 12 | 1,040\nOmbra | 9 | nil | 3\n\n"
        "Killed in action\nTarsk 7\n\nNothing\nLisk 4\nTarsk 5\n"
    )
    rows = [[(toll.effect, toll.count.best) for toll in row.tolls] for row in table_rows(text).values()]
    assert rows == [[(Effect.KILLED, 12), (Effect.INJURED, 1040)], [(Effect.KILLED, 0), (Effect.INJURED, 3)]]


@pytest.mark.parametrize(
    ("line", "total"),
    [
        ("Total: 14 killed", True),
        ("3. Totals for the day: 15 killed, 8 wounded", True),
        ("GRAND TOTAL 31 dead", True),
        ("Country total 4,352 dead", True),
        ("Total for the month: three killed", True),
        ("All districts: 105", True),
        ("Summary: 9 killed in unrest", True),
        ("Total war broke out in 1914", False),
        ("The total stands at 14", False),
        ("Total: unknown", False),
        ("Totally 14 people", False),
    ],
)
def test_lines_that_are_called_the_total(line, total):
    """With a figure behind it."""
    assert is_total(line, 0) is total


def test_terse_lines_come_at_least_three_in_a_row():
    """Headlines and wrapped lines of prose are none."""
    lines = ["Grenade at market, two dead.", "Fire in mill, no victims.", "Bus into ravine, nine hurt."]
    prose = "Two men were shot\nat the market of the town\nand one of them died.\n"
    assert [len(terse_lines("\n".join(lines[:count]))) for count in (2, 3)] == [0, 3]
    assert terse_lines(prose) == frozenset()


def test_levels_tell_which_line_lies_deeper():
    """By the indent, then by the bullet; inside a line there is none."""
    text = "Marrow: 3 dead\n- Tarsk\n  - Lisk: 2 dead"
    assert [level_of(text, text.index(name) - back) for name, back in (("Marrow", 0), ("Tarsk", 2), ("Lisk", 2))] == [0, 1, 5]
    assert level_of(text, text.index("dead")) == -1


def test_a_sentence_over_several_lines_is_cut_where_an_entry_begins():
    """Prose is not."""
    text = "Two killed in Tarsk\nOmbra: five killed\nTotal: 7 killed"
    assert [text[cut:][:5] for cut in line_cuts(text, Span(0, len(text)))] == ["Ombra", "Total"]
    assert line_cuts("He said\nthat two died", Span(0, 21)) == []


def test_lines_counted_off_by_a_word_are_parts_of_their_total(incidents):
    """Each has its own figures; one without anybody dead counts as well."""
    found = incidents(
        "Total: 9 dead, 14 hurt\n\n1/ Tarsk / bomb at bridge / 4 dead, 9 hurt\n2/ Velden / ambush / 5 dead, 5 hurt\n"
        "3/ Ombra / arson / no victims\n",
        published=PUBLISHED,
    )
    whole, *parts = found
    assert [(part.parent, part.site.text, part.killed.best) for part in parts] == [
        (whole.id, "Tarsk", 4), (whole.id, "Velden", 5), (whole.id, "Ombra", 0),
    ]  # fmt: skip


def test_what_a_list_does_not_count_is_no_part_of_it(incidents):
    """Its figures are its own, and a figure that is only corrected tells of nothing."""
    found = incidents(
        "Killed 20, arrested 14\n\n* Tarsk: 11 killed, 4 arrested\n* Velden: 9 killed, 10 arrested\n\n"
        "After closing: Ombra, 3 June, farmer shot dead.\nRevised: May, 31 killed (was 28).\n",
        published=PUBLISHED,
    )
    whole = found[0]
    assert [(i.parent, i.killed.best) for i in found] == [(None, 20), (whole.id, 11), (whole.id, 9), (None, 1)]


def test_lines_are_parts_of_the_incidents_that_are_counted_above_them(incidents):
    """Also one without any figure; a line more is none of them."""
    found = incidents(
        "Three incidents: two dead, one vessel taken.\n\n1. 4 June / off Tarsk. Tanker boarded by robbers. Guard killed.\n"
        "2. 5 June / Velden anchorage. Bulk carrier hijacked.\n3. 7 June / off Ombra. Skipper shot dead.\n\n"
        "Attempt at Lisk, 8 June: beaten off.\n",
        published=PUBLISHED,
    )
    whole = found[0]
    assert [(i.site.text, i.parent) for i in found[1:]] == [
        ("Tarsk", whole.id), ("Velden", whole.id), ("Ombra", whole.id), ("Lisk", None),
    ]  # fmt: skip


def test_an_umbrella_takes_no_more_parts_than_it_counts(incidents):
    """A fourth attack, that somebody says never took place, is none of three."""
    found = incidents(
        "There were three attacks on Monday in the north. In the first, gunmen killed two in Tarsk. In the second, a bomb killed four in "
        "Velden. In the third, a patrol was ambushed in Ombra, killing one. Another attack reported from Lisk, with six dead, never took "
        "place, the governor said.",
        published=PUBLISHED,
    )
    assert [bool(incident.parent) for incident in found] == [False, True, True, True, False]


@pytest.mark.parametrize("noun", ["violence", "unrest", "trouble"])
def test_the_violence_is_what_was_just_told(incidents, noun):
    """Whatever it was: what is counted behind it is counted there."""
    (found,) = incidents(
        f"Nine people died in a bombing in Tarsk on Monday. The {noun} spread when crowds reached the bridge. More than forty were hurt.",
        published=PUBLISHED,
    )
    assert (found.type.value, found.killed.best, found.injured.best or found.injured.low) == ("bombing", 9, 40)


def test_what_is_named_and_then_told_stays_one_sentence(incidents):
    """Nobody looks back from a bombing that is named first and then told: "the first in 2009, when …"."""
    (found,) = incidents(
        "Tarsk was also the site of the first suicide bombing in 2009, when a man blew himself up at a mill.", published=PUBLISHED
    )
    assert found.summary.startswith("Tarsk was also")
