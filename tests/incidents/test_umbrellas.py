"""Sums and their parts, and several incidents in one sentence."""

from datetime import date

import pytest

from mapapp.incidents.incident import IncidentType

PUBLISHED = date(2020, 5, 10)


def _told(found):
    return [(i.site and i.site.text, i.killed and i.killed.best) for i in found]


def test_places_named_one_after_the_other_are_parts_of_the_sum_over_a_province(incidents):
    """Each part keeps its own place and takes the day and the kind of event from the whole."""
    umbrella, *parts = incidents(
        "Floods killed nine people in the province of Marrow on Friday. In Tarsk six people drowned. Another three died in Ombra.",
        published=PUBLISHED,
    )
    assert (umbrella.parent, umbrella.killed.best, umbrella.type) == (None, 9, IncidentType.NATURAL_DISASTER)
    assert _told(parts) == [("Tarsk", 6), ("Ombra", 3)]
    assert {(part.parent, part.date_start) for part in parts} == {(umbrella.id, date(2020, 5, 8))}


def test_a_figure_for_each_place_needs_no_verb(incidents):
    """Six in one town, three in another: parts of the nine."""
    umbrella, *parts = incidents(
        "Shelling killed nine people in Marrow on Friday. Six people died in Tarsk and three in Ombra.", published=PUBLISHED
    )
    assert (umbrella.killed.best, _told(parts)) == (9, [("Tarsk", 6), ("Ombra", 3)])
    assert {part.parent for part in parts} == {umbrella.id}


def test_one_place_inside_a_province_is_no_part_but_where_it_was(incidents):
    """A single finer place is the same incident told again."""
    (storm,) = incidents("A storm killed six people in Marrow on Friday. The six people died in Tarsk.", published=PUBLISHED)
    assert (storm.killed.best, storm.site.text) == (6, "Tarsk")


def test_a_figure_above_the_total_is_no_part_of_it(incidents):
    """Forty dead are not among nine."""
    found = incidents(
        "Floods killed nine people in Marrow on Friday. In Tarsk forty people drowned. In Ombra two people drowned.", published=PUBLISHED
    )
    assert all(i.parent is None for i in found if i.killed and i.killed.best == 40)


def test_the_sum_may_come_last(incidents):
    """In all: an umbrella over what was told before, and no more dead."""
    umbrella, *parts = incidents(
        "A bomb killed four people in Tarsk on Friday. Another bomb killed five people in Ombra on Friday. In all, nine people died.",
        published=PUBLISHED,
    )
    assert (umbrella.killed.best, _told(parts)) == (9, [("Tarsk", 4), ("Ombra", 5)])
    assert {part.parent for part in parts} == {umbrella.id}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Gunmen killed two guards in Tarsk on Friday; a bomb killed four people in Velden on Thursday.", [("Tarsk", 2), ("Velden", 4)]),
        ("Gunmen killed two guards in Tarsk on Friday, and a bomb killed four people in Velden.", [("Tarsk", 2), ("Velden", 4)]),
        ("Gunmen killed two guards in Tarsk on Friday and wounded a clerk before they fled.", [("Tarsk", 2)]),
    ],
)
def test_clauses_with_another_place_or_day_are_incidents_of_their_own(incidents, sentence, expected):
    """One sentence, two towns."""
    assert _told(incidents(sentence, published=PUBLISHED)) == expected


def test_what_a_clause_recalls_is_not_the_news(incidents):
    """The boiler of 2009 is another accident, and an old one."""
    news, old = incidents(
        "A crane collapsed in Tarsk on Friday, killing three people, at the yard where a boiler exploded in 2009.", published=PUBLISHED
    )
    assert (news.killed.best, news.background) == (3, False)
    assert (old.background, old.date_start.year) == (True, 2009)


def test_news_is_never_merged_with_what_is_recalled(incidents):
    """The same town and the same kind of event, years apart."""
    news, old = incidents(
        "A bomb killed three people in Tarsk on Friday. In 2014 a bomb killed 20 people in the same town, Tarsk.", published=PUBLISHED
    )
    assert [(i.killed.best, i.background) for i in (news, old)] == [(3, False), (20, True)]


def test_entries_of_a_register_are_incidents_of_their_own(incidents):
    """Bullets with a day and a place, and hardly a verb."""
    found = incidents(
        "Weekly digest\n\n• 4 May: Gunmen raided a farm in Tarsk. Two people were killed.\n"
        "• 6 May: Roadside bomb on the Velden road, truck destroyed.\n• 7 May: Warehouse fire in Ombra, nobody hurt.",
        published=PUBLISHED,
    )
    assert [(i.type, i.date_start.day) for i in found] == [
        (IncidentType.ARMED_ATTACK, 4),
        (IncidentType.BOMBING, 6),
        (IncidentType.FIRE, 7),
    ]


def test_dead_in_hospital_are_of_the_event_before(incidents):
    """Neither the hospital nor the day of death makes another incident."""
    (crash,) = incidents(
        "Five people died when a coach overturned in Tarsk on Thursday. A pupil died of her burns in Ombra on Saturday.",
        published=PUBLISHED,
    )
    assert (crash.type, crash.date_start, crash.site.text) == (IncidentType.ACCIDENT, date(2020, 5, 7), "Tarsk")


def test_an_undated_wire_is_dated_by_its_filing(incidents):
    """Some day up to the dateline's: never that day alone."""
    (attack,) = incidents("OMBRA, 9 MAY 2020 -- REBELS ATTACKED A FARM NEAR TARSK, THE ARMY REPORTED.")
    assert (attack.date_start, attack.date_end, attack.date_how) == (date(2020, 5, 6), date(2020, 5, 9), "assumed")


def test_an_incident_somewhere_is_kept_without_a_place(incidents):
    """A place that is not told is not the one told of before."""
    first, second = incidents(
        "Youths burned two shops in Tarsk on Friday. On Thursday a trader was robbed somewhere on the road.", published=PUBLISHED
    )
    assert (first.site.text, second.type, second.site) == ("Tarsk", IncidentType.ROBBERY, None)
