"""Which sentences tell of one incident, and which are parts of it."""

from datetime import date

import pytest

from mapapp import read_report
from mapapp.incidents.incident import ActorRole, IncidentType

PUBLISHED = date(2020, 5, 10)

UMBRELLA = """Gunmen killed nine people at an army base and two banks in Tarsk on May 6.

At one bank they shot dead a clerk and wounded three customers. At another bank they killed two guards before police killed two attackers.

A third group stormed the army base, where six soldiers were killed."""


def test_a_summary_is_the_umbrella_of_its_parts(incidents):
    """One, another, a third: parts inherit day and town, and the total is not added to them."""
    umbrella, *parts = incidents(UMBRELLA, published=PUBLISHED)
    assert (umbrella.parent, umbrella.killed.best, umbrella.attackers_killed) == (None, 9, None)
    assert [part.parent for part in parts] == [umbrella.id] * 3
    assert [part.killed.best for part in parts] == [1, 2, 6]
    assert [part.attackers_killed and part.attackers_killed.best for part in parts] == [None, 2, None]
    assert {(part.date_start, part.site.place_id) for part in parts} == {(date(2020, 5, 6), "test:tarsk")}
    assert [part.site.text for part in parts] == ["one bank, Tarsk", "another bank, Tarsk", "the army base, Tarsk"]


def test_several_incidents_stay_apart(incidents):
    """Other town, other day: another incident."""
    text = """Clashes between farmers and herders left 12 dead in Tarsk on Tuesday.
        Two policemen were shot dead in Velden on Wednesday. Hundreds of people protested in Ombra on Thursday."""
    found = incidents(text, published=PUBLISHED)
    assert [(i.type, i.date_start.day, i.site.text, i.killed and i.killed.best) for i in found] == [
        (IncidentType.CLASH, 5, "Tarsk", 12),
        (IncidentType.SHOOTING, 6, "Velden", 2),
        (IncidentType.PROTEST, 7, "Ombra", None),
    ]


def test_going_back_to_a_named_site_is_a_part(incidents):
    """A post and a hotel, then: at the post, at the hotel."""
    text = """Masked men killed nine people at a border post and a hotel in Tarsk on May 6.

    At the border post, they shot dead four officers. At the hotel, they killed five guests before soldiers killed two attackers."""
    umbrella, *parts = incidents(text, published=PUBLISHED)
    assert (umbrella.killed.best, [part.killed.best for part in parts]) == (9, [4, 5])
    assert [part.parent for part in parts] == [umbrella.id] * 2


def test_another_shows_that_what_came_before_was_the_first_part(incidents):
    """The total may come last, and is not added."""
    text = """Tarsk was hit by two bombings on May 6. A bomber killed seven worshippers at a mosque. In another blast, a bomb killed two
    traders. Nine people were killed in all in the attacks."""
    umbrella, *parts = incidents(text, published=PUBLISHED)
    assert (umbrella.killed.best, [part.killed.best for part in parts]) == (9, [7, 2])


def test_counted_districts_are_parts(incidents):
    """The first, the second."""
    text = """Rebels shelled two districts of Tarsk on May 6, killing twelve civilians.
    The fire killed eight people in the first district. In the second district, shells killed four people and injured nine."""
    umbrella, *parts = incidents(text, published=PUBLISHED)
    assert (umbrella.killed.best, [part.killed.best for part in parts]) == (12, [8, 4])
    assert [part.injured and part.injured.best for part in parts] == [None, 9]


def test_a_later_mention_is_no_second_incident(findings):
    """A statement about the attack only names its site again."""
    text = (
        "A bomb killed two guards in Tarsk on May 6. "
        "The president said on May 8 that the attacks in Tarsk had been orchestrated from abroad. "
        "Investigators believe the Tarsk attack was planned for months."
    )
    found = findings(text, published=PUBLISHED)
    assert len(found.incidents) == 1
    assert [span.of(text) for span in found.site_spans] == ["Tarsk", "Tarsk", "Tarsk"]


def test_a_statement_alone_is_no_incident(incidents):
    """Nothing happened in it but words."""
    assert (
        incidents(
            "The foreign minister condemned the attack in Tarsk and said on Monday that militants could strike again. He pledged help.",
            published=PUBLISHED,
        )
        == ()
    )


def test_intended_targets_are_no_incidents(incidents):
    """An arrest, a seizure, a plan: one incident, the arrest."""
    text = """Police in Tarsk arrested four men on Friday and seized explosives. Nobody was hurt.
    The suspects had planned to attack a market in Ombra."""
    (arrest,) = incidents(text, published=PUBLISHED)
    assert (arrest.type, arrest.arrested.best, arrest.injured.best, arrest.site.text) == (IncidentType.ARREST, 4, 0, "Tarsk")


def test_a_rising_toll_is_the_same_incident(incidents):
    """The day of the count is not the day of the disaster."""
    (ferry,) = incidents(
        "A ferry capsized off Tarsk on Wednesday. At least 31 people drowned, the coast guard said. On Friday the toll rose to 63.",
        published=PUBLISHED,
    )
    assert (ferry.type, ferry.date_start, ferry.killed.best) == (IncidentType.ACCIDENT, date(2020, 5, 6), 63)


def test_a_disaster_keeps_its_type_and_its_last_toll(incidents):
    """People pulled alive from the rubble are no casualties."""
    (quake,) = incidents(
        "An earthquake struck near Tarsk early on Wednesday, killing at least 120 people and injuring 368. Rescuers pulled 30 people alive "
        "from the rubble. Officials later said the death toll had risen to 159.",
        published=PUBLISHED,
    )
    assert (quake.type, quake.killed.best, quake.injured.best) == (IncidentType.NATURAL_DISASTER, 159, 368)


def test_wire_copy_in_capitals_is_read(incidents):
    """No case, hard line breaks, a dateline."""
    (raid,) = incidents(
        "VELDEN, 9 MAY 2020 -- ARMED MEN ATTACKED A FARM NEAR\nTARSK LAST NIGHT, KILLING FOUR SOLDIERS AND\n"
        "ABDUCTING TWO NURSES. SIX ATTACKERS WERE\nKILLED BY TROOPS.",
    )
    assert (raid.date_start, raid.site.place_id) == (date(2020, 5, 8), "test:tarsk")
    assert (raid.killed.best, raid.attackers_killed.best, raid.abducted.best) == (4, 6, 2)


def test_figures_over_years_are_no_incident(incidents):
    """Such a sentence sums up; it does not report."""
    assert incidents("Nearly 1,000 people have been killed in clashes around Tarsk since 2012.", published=PUBLISHED) == ()


@pytest.mark.parametrize(
    ("look_back", "year", "dead"),
    [
        ("It was the deadliest attack in Arcadia since 2017, when gunmen stormed a shrine in Velden and killed 18 people.", 2017, 18),
        ("It was the worst day since a market was burned in Velden in 2009, when 34 people died.", 2009, 34),
        ("The road is the same where a bus overturned in 2015, killing three people.", 2015, 3),
    ],
)
def test_a_look_back_is_an_incident_of_its_own(incidents, look_back, year, dead):
    """What today's news is measured by is told as well, as background."""
    news, old = incidents(f"Gunmen killed nine people in Tarsk on Friday. {look_back}", published=PUBLISHED)
    assert (news.killed.best, news.background) == (9, False)
    assert (old.killed.best, old.background, old.date_start.year) == (dead, True, year)


@pytest.mark.parametrize(
    "text",
    [
        "A landslide buried a bus in Tarsk on Tuesday. Fourteen bodies were recovered on Thursday. The toll now stands at 17.",
        "The death toll of a landslide in Tarsk rose to 17 on Friday. The landslide buried a bus on Tuesday.",
        "A landslide killed 15 people in Tarsk on Tuesday. The hurt were taken to hospital in Ombra, where two more died on Thursday.",
    ],
)
def test_the_dead_found_later_are_of_the_day_of_the_disaster(incidents, text):
    """Neither the day they were found or counted nor the hospital makes another incident."""
    (slide,) = incidents(text, published=PUBLISHED)
    assert (slide.killed.best, slide.date_start, slide.site.text) == (17, date(2020, 5, 5), "Tarsk")


def test_a_report_that_opens_with_a_death_in_hospital_is_of_the_deed(incidents):
    """The day and place of the attack, told behind it."""
    (attack,) = incidents(
        "A driver died of his injuries in hospital in Velden today. He was injured when men threw a bomb at his lorry in Tarsk on May 2.",
        published=PUBLISHED,
    )
    assert (attack.killed.best, attack.date_start, attack.site.text) == (1, date(2020, 5, 2), "Tarsk")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # the day and place told just before are those of the incident, not of the next one
            "Last evening rebels were surrounded in Tarsk. They shot dead two guards.\n\nA bomb killed three in Velden on May 6.",
            [("Tarsk", 9, 2), ("Velden", 6, 3)],
        ),
        (
            "Gunmen shot dead nine traders in Tarsk on Friday. In the past month rebels abducted and shot dead three guards.",
            [("Tarsk", 8, 9), ("Tarsk", 10, 3)],
        ),
    ],
)
def test_other_days_are_other_incidents(incidents, text, expected):
    """Although nothing in one of the sentences gives a place."""
    found = incidents(text, published=PUBLISHED)
    assert [(i.site.text, i.date_start.day, i.killed.best) for i in found] == expected


def test_what_a_crowd_does_after_a_bombing_is_not_the_bombing(incidents):
    """A new paragraph, another deed."""
    found = incidents(
        "A bomb killed 20 people at a bus station in Tarsk on Friday.\n\nResidents of Tarsk burned several houses of a minority.",
        published=PUBLISHED,
    )
    assert [i.killed and i.killed.best for i in found] == [20, None]


def test_a_name_at_the_head_of_a_line_is_the_place_of_its_entry(incidents):
    """Police notes: a town, a full stop, what happened there."""
    found = incidents(
        "police notes\n\ntarsk. unknown men set fire to four dustbins on saturday.\n\nombra. three men were arrested after a scuffle.",
        published=PUBLISHED,
    )
    assert [(i.site.text, i.arrested and i.arrested.best) for i in found] == [("tarsk", None), ("ombra", 3)]


def test_lettered_entries_of_one_sentence_are_incidents(incidents):
    """Each has its own day and place."""
    found = incidents(
        "Incidents of the week: (a) 2 May, Tarsk: mortar attack on a market, 4 killed; (b) 4 May, Ombra: ambush, 2 soldiers killed; "
        "(c) 6 May, Velden: gunmen killed 3 guards.",
        published=PUBLISHED,
    )
    assert [(i.site.text, i.date_start.day, i.killed.best) for i in found] == [("Tarsk", 2, 4), ("Ombra", 4, 2), ("Velden", 6, 3)]


@pytest.mark.parametrize(
    "denial",
    ["The army denied that it had shelled the village of Kirawari.", "The army denied that it had bombed the village of Kirawari."],
)
def test_what_is_denied_elsewhere_is_no_part_of_what_happened(denial: str) -> None:
    """Neither its type nor its doer gets into the sum or into another town's bombing."""
    told = read_report(
        f"Bombs killed 23 in three attacks in Borno State on 3 May 2019. In Bama a bomb killed 20 shoppers. {denial}"
    ).incidents
    assert [(incident.attribution.value, incident.parent is not None) for incident in told] == [
        ("asserted", False),
        ("asserted", True),
        ("denied", False),
    ]
    assert [actor.text for incident in told[:2] for actor in incident.actors if actor.role is ActorRole.PERPETRATOR] == []
