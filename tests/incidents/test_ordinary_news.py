"""Sentences as any wire or rights group writes them, where one small word once hid the incident or its figures."""

from datetime import date

import pytest

from mapapp.incidents.incident import ActorRole, Attribution, GeoPrecision, IncidentType

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


@pytest.mark.parametrize(
    ("opening", "text"),
    [
        ("A day later gunmen", "gunmen"), ("Two weeks later militants", "militants"), ("On Good Friday gunmen", "gunmen"),
        ("Christmas Eve gunmen", "gunmen"), ("On New Year's Day masked men", "masked men"), ("On Easter Monday militants", "militants"),
    ],
)  # fmt: skip
def test_the_day_a_sentence_opens_with_is_no_part_of_who_did_it(incidents, opening, text):
    """Neither a feast nor an interval names anybody."""
    (incident,) = incidents(f"{opening} attacked a clinic in Tarsk and killed two nurses.", published=PUBLISHED)
    assert [actor.text for actor in incident.actors if actor.role is ActorRole.PERPETRATOR] == [text]


@pytest.mark.parametrize(
    "sentence",
    [
        "Raiders made off with 40 cows after a dawn raid in Tarsk on Monday.",
        "Rustlers took 70 camels from a herder in Tarsk on Monday.",
        "Gunmen drove off 200 goats near Tarsk on Monday.",
        "Two men on a motorcycle snatched a purse from a woman in Tarsk on Monday.",
    ],
)
def test_who_takes_goods_and_beasts_robs(incidents, sentence):
    """Cattle are led off as people are, and nobody is abducted."""
    (incident,) = incidents(sentence, published=PUBLISHED)
    assert (incident.type, incident.abducted) == (IncidentType.ROBBERY, None)


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("A man with a knife wounded four people in Tarsk on Monday. The attacker was arrested.", IncidentType.ARMED_ATTACK),
        ("A man wounded four people with a knife in Tarsk on Monday before he was shot by police.", IncidentType.ARMED_ATTACK),
        ("Settlers injured three schoolboys with stones in Tarsk on Monday.", IncidentType.ARMED_ATTACK),
        ("Gunmen stormed a hotel in Tarsk on Monday and were shot dead by soldiers.", IncidentType.ARMED_ATTACK),
        ("Rebels ambushed a convoy near Tarsk with a roadside bomb and gunfire on Monday, killing four.", IncidentType.ARMED_ATTACK),
        ("Rebels ambushed a convoy near Tarsk with a roadside bomb on Monday, killing four.", IncidentType.BOMBING),
        ("Police shot a man in Tarsk on Monday.", IncidentType.SHOOTING),
        ("A bakery in Tarsk was petrol-bombed on Monday night.", IncidentType.ARSON),
        ("Tarsk was hit on Monday when cluster munitions landed in a courtyard, killing seven.", IncidentType.SHELLING),
        ("Looters emptied a supermarket in Tarsk on Monday.", IncidentType.LOOTING),
        ("Plain-clothes men took two students from a hostel in Tarsk on Monday.", IncidentType.ABDUCTION),
        ("Police arrested two men in Tarsk on Monday on suspicion of planning a stabbing.", IncidentType.ARREST),
    ],
)
def test_an_attack_is_named_by_how_it_was_done(incidents, sentence, kind):
    """Not by what became of the attacker, nor by one of several arms, nor by what was only planned."""
    (incident,) = incidents(sentence, published=PUBLISHED)
    assert incident.type is kind


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("The army said yesterday's bombing in Tarsk killed nine people.", 12),
        ("The mayor said Friday's attack in Tarsk killed nine people.", 8),
        ("A lawyer, missing since Friday, was found dead in Tarsk on Tuesday.", 12),
        ("The body of a teacher, who had been missing since Thursday, was found in Tarsk on Sunday.", 10),
    ],
)
def test_the_day_is_that_of_the_deed(incidents, sentence, day):
    """A day that owns an attack is not that of who speaks of it; one from which somebody was missing is not that of the find."""
    (incident,) = incidents(sentence, published=PUBLISHED)
    assert (incident.date_start, incident.date_end) == (date(2020, 5, day), date(2020, 5, day))


def test_a_digest_counts_its_weekdays_in_the_week_that_its_head_tells(incidents):
    """It came out on Monday, and tells of the Monday before."""
    text = "Week in brief, 4 to 10 May 2020\n\nGunmen shot dead an elder in Tarsk on Monday. A bomb killed two people in Ombra on Sunday."
    days = [incident.date_start.day for incident in incidents(text, published=date(2020, 5, 11))]
    assert days == [4, 10]


@pytest.mark.parametrize(
    ("sentence", "attribution"),
    [
        ("A mob burned down the house of a man accused of blasphemy in Tarsk on Monday.", Attribution.ASSERTED),
        ("Villagers lynched two men accused of theft in Tarsk on Monday.", Attribution.ASSERTED),
        ("Residents accused soldiers of killing two shepherds in Tarsk on Monday.", Attribution.ALLEGED),
    ],
)
def test_what_the_victims_are_accused_of_is_no_allegation_about_the_incident(incidents, sentence, attribution):
    """Somebody who accuses others of the deed alleges it."""
    (incident,) = incidents(sentence, published=PUBLISHED)
    assert incident.attribution is attribution


def test_what_the_victim_had_done_before_does_not_name_his_death(incidents):
    """He threw a fire bomb; the soldiers did not."""
    (incident,) = incidents("Soldiers killed a youth in Tarsk on Monday who had thrown a fire bomb at a car.", published=PUBLISHED)
    assert (incident.type, incident.killed.best) == (IncidentType.KILLING, 1)


@pytest.mark.parametrize(
    "sentence",
    [
        "A voice note according to which a police station in Tarsk had been shot up on Sunday is a hoax, the mayor said.",
        "Reports of some websites about the capture of a school in Tarsk do not correspond to reality, the mayor said.",
    ],
)
def test_a_rumour_taken_up_to_call_it_untrue_is_no_incident(incidents, sentence):
    """Nobody counts anybody in it."""
    assert incidents(sentence, published=PUBLISHED) == ()


def test_whom_is_seized_does_not_seize(incidents):
    """The people before "whom" are those it is done to."""
    (told,) = incidents("Rebels have freed two farmers, whom they abducted on Friday near Tarsk.", published=PUBLISHED)
    roles = {actor.text: actor.role for actor in told.actors}
    assert roles == {"Rebels": ActorRole.PERPETRATOR, "two farmers": ActorRole.TARGET}


@pytest.mark.parametrize(
    ("people", "verb"), [("Hundreds of people", "marched"), ("Tens of thousands", "protested"), ("Some 2,000 workers", "rallied")]
)
def test_those_who_protest_are_named(incidents, people, verb):
    """However little is told of them."""
    (told,) = incidents(f"{people} {verb} in Tarsk on Sunday against the new tax.", published=PUBLISHED)
    assert [(actor.text, actor.role) for actor in told.actors] == [(people, ActorRole.OTHER)]


def test_the_province_is_the_one_named_before(incidents):
    """Also where a word in small letters follows."""
    news, memory = incidents(
        "A quake killed 97 people in Marrow province on Monday. The province was devastated by the tsunami of 2004, which killed 1,200.",
        published=PUBLISHED,
    )
    assert (news.site.text, memory.site.text, memory.background) == ("Marrow", "Marrow", True)


@pytest.mark.parametrize("words", ["the desert of Tarsk", "the eastern steppe of Tarsk", "the Tarsk desert"])
def test_the_desert_of_a_town_is_no_pin(incidents, words):
    """It reaches far: somewhere in the district."""
    (told,) = incidents(f"Five herders were killed by a mine in {words} on Monday.", published=PUBLISHED)
    assert (told.site.geo_precision, told.site.uncertainty_m >= 60_000) == (GeoPrecision.ADMIN2, True)


def test_a_village_in_the_south_of_a_town_lies_outside_it(incidents):
    """A quarter lies inside."""
    village, quarter = (
        incidents(f"Rockets hit {words} of Tarsk on Monday, killing five.", published=PUBLISHED)[0].site
        for words in ("a village in the south", "a market in the south")
    )
    assert (village.method, quarter.method) == ("relative", "exact")
