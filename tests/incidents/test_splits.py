"""A figure that splits up by places: without verbs, over several sentences, under heads of places; and what is no part of it."""

from datetime import date

import pytest

from mapapp.incidents.counting.crimes_counted import crimes_counted
from mapapp.incidents.wording.place_heads import place_heads, run_in_heads
from mapapp.report.dateline import find_dateline
from mapapp.report.report import Span
from mapapp.toponyms.toponym import Toponym

PUBLISHED = date(2019, 5, 14)


def _family(found, figure="killed"):
    """Return the figure of the only whole and those of its parts by place; every other incident fails the test."""
    (whole,) = [incident for incident in found if incident.parent is None]
    counts = {part.site.text: getattr(part, figure) and getattr(part, figure).best for part in found if part.parent == whole.id}
    assert len(counts) == len(found) - 1
    return getattr(whole, figure).best, counts


DEAD = (19, {"Tarsk": 9, "Ombra": 7, "Velden": 3})


@pytest.mark.parametrize(
    "text",
    [
        "Lightning killed 19 people in Arcadia on Sunday. Tarsk accounted for nine, Ombra for seven and Velden for three.",
        "Floods killed 19 people in Arcadia. Breakdown by town: Tarsk, 9 dead; Ombra, 7 dead; Velden, 3 dead.",
        "There were 19 murders in Arcadia in the week: nine in Tarsk, seven in Ombra and three in Velden.",
        "Soldiers killed 19 protesters in Arcadia on Monday (Tarsk 9, Ombra 7, Velden 3), doctors said.",
        "Floods have killed 19 people in Arcadia. Town-wise: Tarsk (9), Ombra (7), Velden (3).",
        "A storm killed 19 people in Arcadia. Of these, nine were in Tarsk, seven in Ombra and the remaining three in Velden.",
        "Raiders killed 19 people in Arcadia on Monday. Most of the victims, nine, were in Tarsk; Ombra had seven dead and Velden three.",
        "Heat took 19 lives in Arcadia on Sunday.\nTarsk 9\nOmbra 7\nVelden 3",
        "Three raids killed 19 people in April: Tarsk LGA (9 killed on 2 April), Ombra LGA (7 killed on 5 April), Velden LGA (3 killed).",
    ],
)
def test_figures_without_a_verb_are_those_of_the_sum_before(incidents, text):
    """What befell nine, seven and three is said of the nineteen."""
    assert _family(incidents(text, published=PUBLISHED)) == DEAD


@pytest.mark.parametrize(
    "text",
    [
        "Police raided offices across Arcadia on Friday and detained 44 people. In Tarsk they held 23. In Ombra twelve, in Velden nine.",
        "Police are holding 44 people over the fires in Arcadia; 23 were caught at Tarsk, 12 at Ombra, nine at Velden.",
        """The disturbances of today in three towns led to 44 arrests.\n
Tarsk - A market was set on fire. 23 arrests.
Ombra - Stones were thrown at a patrol. 12 arrests.
Velden - A shop was looted. Nine arrests.""",
    ],
)
def test_arrests_split_up_as_the_dead_do(incidents, text):
    """A number of arrests is the sum of those town by town."""
    assert _family(incidents(text, published=PUBLISHED), "arrested") == (44, {"Tarsk": 23, "Ombra": 12, "Velden": 9})


def test_places_that_nobody_knows_take_part_in_a_split(incidents):
    """A capital and a figure behind it are enough beside names that are known; each keeps its own hurt."""
    text = (
        "Since Monday we have admitted 48 wounded and 9 dead from the shelling. "
        "By place: Novy Most, 30 wounded and 6 dead; Tarsk, 18 wounded and 3 dead."
    )
    whole, *parts = incidents(text, published=PUBLISHED)
    assert (whole.killed.best, whole.injured.best) == (9, 48)
    assert [(part.killed.best, part.injured.best) for part in parts] == [(6, 30), (3, 18)]
    assert {part.parent for part in parts} == {whole.id}


def test_what_one_side_lost_is_split_up_as_its_dead(incidents):
    """The nine and the four are fighters as well."""
    whole, *parts = incidents(
        "The army killed 27 rebels in three towns of Arcadia on Monday. "
        "Fourteen were killed in an air strike in Tarsk, nine in a raid in Ombra and four in Velden.",
        published=PUBLISHED,
    )
    assert (whole.attackers_killed.best, [part.attackers_killed.best for part in parts]) == (27, [14, 9, 4])
    assert [part.killed for part in parts] == [None, None, None]


def test_one_and_the_other_are_two(incidents):
    """Two dead, each at a place of his own."""
    text = "Two people were killed when police fired at crowds in Arcadia on Monday. One was shot in Tarsk and the other in Ombra."
    assert _family(incidents(text, published=PUBLISHED)) == (2, {"Tarsk": 1, "Ombra": 1})


def test_one_each_is_one_at_every_place(incidents):
    """Of seven dead, one in either of the last two towns."""
    found = incidents("Violence left 7 people dead in Arcadia: 3 in Tarsk, 2 in Ombra, 1 each in Velden and Lisk.", published=PUBLISHED)
    assert _family(found) == (7, {"Tarsk": 3, "Ombra": 2, "Velden": 1, "Lisk": 1})


def test_a_total_may_close_the_account(incidents):
    """What "a total of" counts is no figure of the town told of last."""
    text = (
        "Explosions rocked three cities in Arcadia on Monday. In Tarsk a blast killed 14 people. In Ombra a bomb killed two people. "
        "In Velden a car exploded, killing three. A total of 19 people lost their lives."
    )
    assert _family(incidents(text, published=PUBLISHED)) == (19, {"Tarsk": 14, "Ombra": 2, "Velden": 3})


def test_a_list_of_places_needs_no_sum(incidents):
    """Set apart by semicolons, each place has the figures that stand beside it."""
    found = incidents("Casualties by place: Tarsk, 60 injured and 12 dead; Ombra, 31 injured and 5 dead.", published=PUBLISHED)
    assert [(i.site.text, i.killed.best, i.injured.best, i.parent) for i in found] == [("Tarsk", 12, 60, None), ("Ombra", 5, 31, None)]


def test_a_weekday_behind_last_week_is_one_of_that_week(incidents):
    """What adds up to the sum of last week did not happen today."""
    whole, *parts = incidents(
        "Attacks in Arcadia left 23 people dead last week, a minister said on Monday.\n\nOn Tuesday gunmen killed 12 miners near Tarsk. "
        "Seven people died on Wednesday when a cart hit a mine near Ombra.\n\n"
        "Four soldiers were killed on Saturday in an ambush near Velden.",
        published=PUBLISHED,
    )
    assert (whole.killed.best, [part.killed.best for part in parts]) == (23, [12, 7, 4])
    assert [part.date_start for part in parts] == [date(2019, 5, 7), date(2019, 5, 8), date(2019, 5, 11)]
    assert {part.parent for part in parts} == {whole.id}


def test_paragraphs_under_names_are_the_parts_of_the_sum_above(incidents):
    """Heads of places and days make a list; other heads end it."""
    text = (
        "The weekend ended with four dead and 31 hurt.\n\nTARSK, Saturday. A stand gave way. Three people died and 25 were hurt.\n\n"
        "OMBRA, Sunday. Rivals fought at the station; one man was stabbed to death, six injured.\n\n"
        "Other news. A clerk was robbed at Velden on Sunday."
    )
    whole, first, second, robbery = incidents(text, published=PUBLISHED)
    assert (whole.killed.best, whole.injured.best) == (4, 31)
    assert [(i.site.text, i.killed.best, i.injured.best, i.parent) for i in (first, second)] == [
        ("TARSK", 3, 25, whole.id), ("OMBRA", 1, 6, whole.id),
    ]  # fmt: skip
    assert (robbery.parent, robbery.site.text) == (None, "Velden")


def test_attackers_told_of_one_by_one_are_parts(incidents):
    """One at the market, the other at the mosque."""
    whole, *parts = incidents(
        "Two suicide bombers killed 12 people in Tarsk on Sunday. One blew himself up at a fish market, killing eight. "
        "The other detonated his vest at a mosque; four died there.",
        published=PUBLISHED,
    )
    assert (whole.killed.best, [part.killed.best for part in parts], {part.parent for part in parts}) == (12, [8, 4], {whole.id})


def test_what_went_on_across_the_country_is_the_whole_of_what_happened_at_one_spot(incidents):
    """The protests are told behind the dead of one town, and summed up later."""
    whole, *parts = incidents(
        "Two people were killed in Tarsk on Friday as protests over bread prices spread across Arcadia. "
        "In Ombra, police fired tear gas at students and 12 people were hurt.",
        published=PUBLISHED,
    )
    assert whole.parent is None
    assert [(part.site.text, part.killed and part.killed.best, part.injured and part.injured.best) for part in parts] == [
        ("Tarsk", 2, None), ("Ombra", None, 12),
    ]  # fmt: skip
    assert {part.parent for part in parts} == {whole.id}


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed 12 people in Tarsk on Monday. Eight people drowned in Ombra on Tuesday and four died in a fire in Velden.",
        "Police arrested 10 people in Tarsk on Sunday. Six people were hurt in Ombra and four in Velden.",
        "A bus crash killed 20 people near Tarsk on Monday. On 2 May, 12 people died in Ombra and on 5 May eight were killed in Velden.",
        """With knives they killed eleven of our people in Tarsk. On Monday soldiers shot nine of them near Ombra.
On 6 June two students were robbed in Velden.""",
        """1. Floods. In Marrow 5 people died.
2. Road accident. A bus overturned at Tarsk, 3 injured.
3. Fire. A barn burned at Ombra, 2 injured.""",
    ],
)
def test_other_incidents_are_no_parts_though_their_figures_may_add_up(incidents, text):
    """Another town, day or harm."""
    assert [incident.parent for incident in incidents(text, published=PUBLISHED) if incident.parent] == []


def _names(text, *names):
    return [Toponym(Span(text.index(name), text.index(name) + len(name)), name) for name in names]


def test_heads_of_lines_hold_names_and_days_only():
    """Two of a kind are a list; a name within a sentence is none."""
    text = "Tarsk - A mill burned.\nOmbra - A bus fell.\nVelden was calm - so far."
    assert place_heads(text, _names(text, "Tarsk", "Ombra", "Velden"), ()) == {0: 7, 23: 30}


def test_heads_with_other_words_head_sections():
    """Where paragraphs begin with names and a stop, a few other words and a stop are a head as well; short sentences are none."""
    text = "Tarsk. A mill burned.\nOmbra. A bus fell.\nOther news. All is well.\nTwo died. No more is known."
    found = run_in_heads(text, _names(text, "Tarsk", "Ombra"), {})
    assert (set(found.places), found.sections) == ({0, 22}, frozenset({text.index("Other")}))


def test_crimes_that_kill_are_counted(words):
    """Nine homicides are nine dead, unless the grammar has counted them."""
    (toll,) = crimes_counted(words("There were nine recorded homicides in the week."), ())
    assert toll.count.best == 9
    assert list(crimes_counted(words("There were murders."), ())) == []


def test_the_first_line_of_a_list_by_place_is_no_dateline():
    """Where other lines begin in its form, with other places, it heads an entry."""
    knows = {"tarsk", "ombra"}.__contains__
    listed = "Raids on Friday.\n\nTARSK: four dead.\nOMBRA: two dead.\n"
    assert find_dateline(listed, knows_place=lambda name: knows(name.lower())) is None
    assert find_dateline("TARSK: Four people died on Friday.\n", knows_place=lambda name: knows(name.lower())) is not None
