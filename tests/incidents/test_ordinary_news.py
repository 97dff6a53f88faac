"""Sentences as any wire or rights group writes them, where one small word once hid the incident or its figures."""

from datetime import date

import pytest

from mapapp.incidents.incident import ActorRole, IncidentType

PUBLISHED = date(2020, 5, 13)
"""A Wednesday."""


@pytest.mark.parametrize(
    ("words", "begin"),
    [
        ("since Saturday", date(2020, 5, 9)),
        ("since last Sunday", date(2020, 5, 10)),
        ("since early Monday", date(2020, 5, 11)),
        ("since 6 May", date(2020, 5, 6)),
        ("since May 6", date(2020, 5, 6)),
    ],
)
def test_a_count_of_these_days_is_told(incidents, words, begin):
    """By whom, how many, where, from when to the day of the report."""
    (incident,) = incidents(f"Security forces have killed 18 protesters in Tarsk {words}, a rights group said.", published=PUBLISHED)
    assert (incident.killed.best, incident.site.text) == (18, "Tarsk")
    assert (incident.date_start, incident.date_end) == (begin, PUBLISHED)


@pytest.mark.parametrize("words", ["since 2012", "since May 2012", "since 6 May 2012", "over the past ten years", "in recent months"])
def test_a_count_of_years_is_no_incident(incidents, words):
    """A war's dead are of no one place and day."""
    assert incidents(f"Security forces have killed 1,800 people in Tarsk {words}, a rights group said.", published=PUBLISHED) == ()


@pytest.mark.parametrize("name", ["M23", "K9", "PJ47"])
def test_a_number_that_is_part_of_a_name_counts_nobody(incidents, name):
    """The rebels of a movement are not as many as its name says."""
    (incident,) = incidents(f"{name} rebels killed six people in Tarsk on Monday.", published=PUBLISHED)
    assert (incident.killed.best, incident.attackers_killed) == (6, None)
    assert [actor.text for actor in incident.actors if actor.role is ActorRole.PERPETRATOR] == [f"{name} rebels"]


@pytest.mark.parametrize("words", ["In 2014", "In March 2014"])
def test_a_year_is_memory_where_nobody_knows_the_day_of_the_report(incidents, words):
    """The news says only "on Tuesday"; what is told by its year is older."""
    news, memory = incidents(f"Gunmen killed two farmers in Tarsk on Tuesday. {words} more than 200 pupils were abducted in Ombra.")
    assert (news.date_start, news.background) == (None, False)
    assert (memory.date_start.year, memory.background) == (2014, True)


def test_a_year_is_news_where_the_report_says_no_other_day(incidents):
    """A chronicle of years: nothing says that its latest is old."""
    first, second = incidents("In 2013 gunmen killed two farmers in Tarsk. In 2014 more than 200 pupils were abducted in Ombra.")
    assert (first.background, second.background) == (True, False)


@pytest.mark.parametrize(
    ("join", "begin", "end"),
    [
        (", a day after", date(2020, 5, 10), date(2020, 5, 10)),
        (". The attack came a day after", date(2020, 5, 10), date(2020, 5, 10)),
        (", two weeks after", date(2020, 4, 24), date(2020, 4, 30)),
        (", less than a month after", date(2020, 4, 11), date(2020, 5, 10)),
        (". The blast came ten months after", date(2019, 7, 1), date(2019, 7, 31)),
        (", six years after", date(2014, 1, 1), date(2014, 12, 31)),
        (", days after", date(2020, 5, 5), date(2020, 5, 9)),
    ],
)
def test_what_the_news_came_after_is_another_incident(incidents, join, begin, end):
    """Counted back from the day of the news; its dead are not added to those of the news."""
    news, before = incidents(
        f"A bomb killed three people in Tarsk on Monday{join} gunmen shot dead twelve guards in Ombra.", published=PUBLISHED
    )
    assert (news.date_start, news.killed.best, news.site.text) == (date(2020, 5, 11), 3, "Tarsk")
    assert (before.date_start, before.date_end, before.killed.best, before.site.text) == (begin, end, 12, "Ombra")
    assert before.background == (end < date(2020, 3, 1))


def test_a_count_that_opens_its_sentence_dates_the_news(incidents):
    """Two days after the one on Monday."""
    text = "A bomb killed three people in Tarsk on Sunday. Two days after the blast, gunmen shot dead four guards in Ombra."
    _, second = incidents(text, published=PUBLISHED)
    assert second.date_start == date(2020, 5, 12)


@pytest.mark.parametrize("sequel", ["were released", "have been freed", "were found alive", "were reunited with their parents"])
def test_the_day_of_release_is_not_that_of_the_abduction(incidents, sequel):
    """The month before it is; where nothing else is said, no day."""
    (told,) = incidents(f"Eighteen passengers abducted near Tarsk in March {sequel} on Saturday.", published=PUBLISHED)
    assert (told.date_start, told.abducted.best) == (date(2020, 3, 1), 18)
    (told,) = incidents(f"Eighteen passengers abducted near Tarsk {sequel} on Saturday.", published=PUBLISHED)
    assert told.date_start is None


@pytest.mark.parametrize(
    "sentence",
    [
        "The attackers fled in a stolen car that was later found in Tarsk.",
        "Police on Tuesday found a stolen lorry near Tarsk.",
    ],
)
def test_stolen_goods_are_no_robbery(incidents, sentence):
    """Where a car is left says nothing about where it was taken."""
    assert incidents(sentence, published=PUBLISHED) == ()


def test_hijacked_vans_that_attackers_come_in_do_not_make_an_abduction(incidents):
    """What they came to do is told behind."""
    (raid,) = incidents("Fifty gunmen drove into Tarsk in hijacked vans on Monday and killed 49 people.", published=PUBLISHED)
    assert (raid.type, raid.killed.best) == (IncidentType.ARMED_ATTACK, 49)


def test_where_somebody_travels_is_no_site_of_what_he_speaks_of(incidents):
    """What is denied takes the place of the news, and no day."""
    news, denied = incidents(
        "Gunmen killed 40 people at a church in Tarsk on Sunday. The governor, who cut short a visit to Ombra, vowed to hunt them down. He "
        "denied reports that the priest had been abducted.",
        published=PUBLISHED,
    )
    assert (news.site.text, denied.site.text, denied.date_start) == ("Tarsk", "Tarsk", None)
    (told,) = incidents("The minister arrived in Ombra on Monday. He said gunmen had killed four guards.", published=PUBLISHED)
    assert told.site is None


def test_who_stands_behind_said_does_not_speak_when_he_acts(incidents):
    """The subject stands before an aside; "said a villager who saw it" is still said by the villager."""
    (told,) = incidents("The minister, who had been in Ombra, said gunmen killed four guards on Monday.", published=PUBLISHED)
    assert told.source.startswith("The minister")
    (told,) = incidents("“They killed four guards in Tarsk on Monday,” said a villager who saw it.", published=PUBLISHED)
    assert told.source.startswith("said a villager")


@pytest.mark.parametrize(
    ("sentence", "killed", "attackers"),
    [
        ("Two brothers in their 20s were stabbed to death in Tarsk on Saturday.", 2, None),
        ("A boy of 16 was killed in Tarsk on Sunday before a deputy killed the gunman, 22.", 1, 1),
        ("A bomb in Tarsk on Sunday killed a guard, 41; it was the worst since the 1990s.", 1, None),
    ],
)
def test_ages_and_decades_count_nobody(incidents, sentence, killed, attackers):
    """Behind the noun at the end of a clause too."""
    (told,) = incidents(sentence, published=PUBLISHED)
    assert (told.killed.best, told.attackers_killed and told.attackers_killed.best) == (killed, attackers)


@pytest.mark.parametrize(
    "sentence",
    [
        "A cyclone may make landfall near Tarsk on Friday.",
        "Two storms could bring floods to Tarsk next week.",
        "Unions have called a national strike in Tarsk for Friday.",
        "The opposition announced a march in Tarsk.",
        "The verdict might set off riots in Tarsk.",
    ],
)
def test_what_may_come_is_no_incident(incidents, sentence):
    """A modal before another verb reaches the noun behind it."""
    assert incidents(sentence, published=PUBLISHED) == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "Residents could hear gunfire in Tarsk on Monday.",
        "On May 11 protesters held a march in Tarsk.",
    ],
)
def test_what_could_be_heard_did_happen(incidents, sentence):
    """Nor is the month of May a modal."""
    assert [told.date_start for told in incidents(sentence, published=PUBLISHED)] == [date(2020, 5, 11)]
