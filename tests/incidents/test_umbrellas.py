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


def _family(found):
    """Return (dead of the umbrella, places and dead of its parts, places of what is no part)."""
    above = next((i for i in found if any(other.parent == i.id for other in found)), None)
    parts = [i for i in found if above is not None and i.parent == above.id]
    alone = [i.site and i.site.text for i in found if i is not above and i not in parts]
    return above and above.killed and above.killed.best, _told(parts), alone


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # a colon, then the places
            "Storms killed nine people in Marrow on Friday: five in Tarsk, three in Ombra and one in Lisk, the ministry said.",
            (9, [("Tarsk", 5), ("Ombra", 3), ("Lisk", 1)], []),
        ),
        (  # figures behind the names
            "Floods have killed 57 people in Arcadia. Tarsk was worst hit with 31 deaths, followed by Ombra with 16 and Velden with 10.",
            (57, [("Tarsk", 31), ("Ombra", 16), ("Velden", 10)], []),
        ),
        (
            "A typhoon killed 60 people in Arcadia. Tarsk reported 34 deaths, Ombra 20 and Velden six.",
            (60, [("Tarsk", 34), ("Ombra", 20), ("Velden", 6)], []),
        ),
        (  # towns in the words for a people, and a resort where it began
            "Militants shelled Tarsk, Ombra and Velden overnight. In Ombra, a shell killed five people. Two people died in Velden.",
            (None, [("Ombra", 5), ("Velden", 2)], []),
        ),
        (
            "Rebels attacked posts in three districts of Arcadia on Friday, killing nine soldiers. Six soldiers died in Tarsk.",
            (9, [("Tarsk", 6)], []),
        ),
        ("Soldiers shot dead two people in Marrow on Friday. A man of 40 was killed in Tarsk.", (2, [("Tarsk", 1)], [])),
        (  # towns next to each other are two places where each has its own dead
            "Air strikes across Marrow killed 17 people on Friday. A strike on a house in Tarsk killed nine. Eight died in Lisk.",
            (17, [("Tarsk", 9), ("Lisk", 8)], []),
        ),
    ],
)
def test_a_sum_and_its_places(incidents, text, expected):
    """However the places are told: the parts keep their own figures and add up to no more than the whole."""
    assert _family(incidents(text, published=PUBLISHED)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Two blasts hit Tarsk on Friday, killing 16. A bomb killed ten at a clinic. Minutes later a bomber attacked medics, killing six.",
        "Twin blasts killed 16 in Tarsk on Friday. One bomb exploded at a hotel, killing ten. The other went off at a park, killing six.",
        "Gunmen killed 16 in two incidents in Tarsk on Friday. In one incident, ten men were shot dead. In the other, six guards died.",
        "Two bombs exploded in Tarsk on Friday, killing 16: the first at an office, killing ten, and the second at a bank, killing six.",
    ],
)
def test_events_in_one_town_are_parts_when_they_are_counted(incidents, text):
    """One, the other, minutes later: parts at the umbrella's town, whose figures come to the sum."""
    umbrella, *parts = incidents(text, published=PUBLISHED)
    assert (umbrella.killed.best, [part.killed.best for part in parts]) == (16, [10, 6])
    assert {(part.parent, part.site.place_id) for part in parts} == {(umbrella.id, "test:tarsk")}


def test_victims_of_one_blast_are_no_parts(incidents):
    """Who the dead were, and where they died of it, makes no second incident."""
    (blast,) = incidents(
        "A bomb exploded in Tarsk on Friday, killing ten people. Seven people died at the scene. Three died in hospital in Ombra.",
        published=PUBLISHED,
    )
    assert (blast.killed.best, blast.site.text) == (10, "Tarsk")


@pytest.mark.parametrize(
    "last",
    [
        "The violence brings the day's toll to nine.",
        "In all, nine people died.",
        "A guard also died in Ombra, bringing the day's death toll to ten.",
    ],
)
def test_a_total_behind_the_parts_is_their_umbrella(incidents, last):
    """It adds nobody."""
    found = incidents(
        f"Gunmen killed four people in Tarsk on Friday. A bomb killed five people in Velden on Friday. {last}", published=PUBLISHED
    )
    umbrella, *parts = found
    assert umbrella.killed.best == sum(part.killed.best for part in parts)
    assert {part.parent for part in parts} == {umbrella.id}


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("In a separate incident, gunmen shot dead three traders in Velden.", ["Velden"]),
        ("On Wednesday a bomb had killed five people in Velden.", ["Velden"]),
        ("In 2014 a bomb killed 20 people in Velden.", ["Velden"]),
    ],
)
def test_what_stands_beside_a_family_is_no_part_of_it(incidents, text, alone):
    """The sum is complete, or it was another day."""
    before = "Attacks killed 20 people across Arcadia on Friday. In Tarsk, gunmen killed 12. In Ombra, a bomb killed eight."
    found = incidents(f"{before} {text}", published=PUBLISHED)
    assert _family(found) == (20, [("Tarsk", 12), ("Ombra", 8)], alone)


def test_protests_in_several_towns_hold_what_happened_in_each(incidents):
    """Where the towns are listed, none of them is the place of the whole."""
    umbrella, *parts = incidents(
        "Protests broke out in Tarsk, Ombra and Velden on Friday. In Ombra, police killed two people. In Velden, protesters burned a bank.",
        published=PUBLISHED,
    )
    assert (umbrella.site.text, umbrella.site.position) == ("Tarsk, Ombra, Velden", None)
    assert [(part.parent, part.site.text) for part in parts] == [(umbrella.id, "Ombra"), (umbrella.id, "Velden")]


def test_figures_without_a_place_behind_the_parts_are_of_the_whole(incidents):
    """A new paragraph goes back to all of it."""
    umbrella, *parts = incidents(
        "Floods killed nine people in Marrow on Friday. Six people drowned in Tarsk. Three people died in Ombra.\n\n"
        "Some 3,000 people fled their homes.",
        published=PUBLISHED,
    )
    assert (umbrella.displaced.best, [part.displaced for part in parts]) == (3000, [None, None])


def test_entries_of_a_situation_report_are_parts_of_its_summary(incidents):
    """The title's day is that of the report; the first entry sums up the others."""
    umbrella, *parts = incidents(
        "FLOOD UPDATE No. 6, 9 May 2020\n\nSummary: 49 deaths in Marrow since 1 May.\n\n"
        "1. Tarsk: a dam gave way on Tuesday. 18 bodies found.\n2. Ombra: a wall fell on huts on 2 May. 25 dead, 78 injured.",
        published=PUBLISHED,
    )
    assert (umbrella.killed.best, umbrella.date_start) == (49, date(2020, 5, 1))
    assert [(part.parent, part.site.text, part.killed.best, part.date_start.day) for part in parts] == [
        (umbrella.id, "Tarsk", 18, 5),
        (umbrella.id, "Ombra", 25, 2),
    ]
