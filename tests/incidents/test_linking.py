"""Which sentences tell of one incident, and which are parts of it."""

from datetime import date

from mapapp.incidents.incident import IncidentType

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
    assert [part.site.text for part in parts] == ["one bank", "another bank", "the army base"]


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
