"""Casualties, clause by clause."""

import pytest

from mapapp.incidents.effects import Effect


def _sums(tolls, *, attackers=None):
    out = {}
    for toll in tolls:
        if attackers is None or toll.attackers is attackers:
            out[toll.effect.value] = out.get(toll.effect.value, 0) + (toll.count.best or 0)
    return out


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Gunmen killed a teacher and a driver at a market and then wounded two guards.", {"killed": 2, "injured": 2}),
        ("Two people were killed and four wounded.", {"killed": 2, "injured": 4}),
        ("A man and his two sons were shot dead.", {"killed": 3}),
        ("Seven policemen, who were guarding a bridge, and a nurse were killed.", {"killed": 8}),
        ("The blast left five people dead.", {"killed": 5}),
        ("The bodies of six farmers were found in a well.", {"killed": 6}),
        ("The flood claimed the lives of 14 villagers.", {"killed": 14}),
        ("A mob beat three traders to death.", {"killed": 3}),
        ("A baker was hurt in the blast and later died in hospital.", {"injured": 1, "killed": 1}),
        ("Nine miners died and 20 others were injured.", {"killed": 9, "injured": 20}),
        ("At least 12 people, including two children, were killed.", {"killed": 12}),
        ("Two policemen, Jon Vare and Ilya Sand, were killed.", {"killed": 2}),
        ("The attack, killing four soldiers and abducting two nurses, ended at dawn.", {"killed": 4, "abducted": 2}),
        ("Soldiers arrested 12 suspects.", {"arrested": 12}),
        ("Three were killed in Tarsk and two in Ombra.", {"killed": 5}),
        ("The blast left 14 dead and at least 20 wounded.", {"killed": 14, "injured": 20}),
        ("A bomb killed four people and wounded nine, officials in Ombra said.", {"killed": 4, "injured": 9}),
        ("The storm killed nine people, five of them children, and injured 20.", {"killed": 9, "injured": 20}),
        ("Officials now speak of 17 dead.", {"killed": 17}),
        ("Twelve men, women and children were killed.", {"killed": 12}),
        ("A guard was robbed of his keys and wounded.", {"injured": 1}),
        ("Two boys, aged 4 and 6, drowned.", {"killed": 2}),
        ("Nine others remain in hospital.", {"injured": 9}),
        ("A miner lost two fingers in the blast.", {"injured": 1}),
        ("A porter was shot in the leg.", {"injured": 1}),
        ("Nine skiers were buried, four of whom died.", {"killed": 4}),
        ("12 dead, 30 hurt in bus plunge", {"killed": 12, "injured": 30}),
        ("Killed: 5; injured: none", {"killed": 5, "injured": 0}),
        ("The number of people wounded rose to 65.", {"injured": 65}),
        ("Local media put the dead at 45.", {"killed": 45}),
        ("Police took eleven men into custody.", {"arrested": 11}),
        ("Police seized three traders.", {"arrested": 3}),
        ("Gunmen seized a priest and two nuns.", {"abducted": 3}),
        ("Raiders took 20 passengers hostage.", {"abducted": 20}),
        ("Floods displaced 4,000 people.", {"displaced": 4000}),
        ("The fire left 300 people homeless and forced another 200 from their homes.", {"displaced": 500}),
        ("The clash killed three people in Tarsk and two in Ombra.", {"killed": 5}),
        ("One zorbist was killed.", {"killed": 1}),
    ],
)
def test_victims_are_the_object_or_the_subject_that_the_verb_asks_for(tolls, sentence, expected):
    """Passives, coordination, relative clauses, gaps and idioms."""
    assert _sums(tolls(sentence)) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "The rebels intended to kill the mayor.",
        "Troops prevented the men from killing two guards.",
        "He was convicted of killing three women.",
        "Thousands protested over the killing of two students.",
        "The bomb could have killed dozens of people.",
        "The storm killed 200 sheep.",
        "Two sailors are presumed dead.",
        "One of the nuns may have been killed.",
        "It is not known whether a guard was killed.",
        "They marched for the arrest of those who killed a baker.",
        "The three gunmen fled.",
        "It was not said how many people were hurt.",
    ],
)
def test_what_did_not_happen_or_not_to_people_is_no_toll(tolls, sentence):
    """Intentions, prevention, verdicts, protests, denials, cattle."""
    assert tolls(sentence) == []


def test_killed_and_wounded_together_tells_neither_number(tolls):
    """Twelve killed and wounded are twelve in all."""
    assert tolls("The shelling killed and wounded 12 people.") == []


def test_attackers_killed_by_police_are_no_victims(tolls):
    """The subject of the second verb, or the noun, says so."""
    found = tolls("They killed a visitor before police arrived and killed three attackers.")
    assert (_sums(found, attackers=False), _sums(found, attackers=True)) == ({"killed": 1}, {"killed": 3})


def test_a_bare_number_killed_by_soldiers_is_of_attackers(tolls):
    """Soldiers arrested twelve suspects and killed one."""
    found = tolls("Soldiers arrested 12 suspects and killed one.")
    assert [toll.attackers for toll in found if toll.effect is Effect.KILLED] == [True]


def test_a_bomber_who_kills_himself_is_counted_apart(tolls):
    """Stated by the reflexive, so no guess."""
    found = tolls("A bomber killed himself and five soldiers.")
    assert (_sums(found, attackers=False), _sums(found, attackers=True)) == ({"killed": 5}, {"killed": 1})


@pytest.mark.parametrize("sentence", ["There were no casualties.", "No one was hurt.", "There were no reported injuries."])
def test_stated_that_nobody_was_hurt_is_zero(tolls, sentence):
    """Zero is stated, null is not."""
    assert [toll.count.best for toll in tolls(sentence) if toll.effect is Effect.INJURED] == [0]


def test_every_toll_leads_back_to_its_words(tolls):
    """The quote of a toll is the noun phrase in the text."""
    sentence = "Bandits killed two shepherds near the river."
    assert [toll.span.of(sentence) for toll in tolls(sentence)] == ["two shepherds"]


@pytest.mark.parametrize(
    ("sentence", "effects"),
    [
        ("There were no casualties.", {"killed", "injured"}),
        ("Nobody died.", {"killed"}),
        ("There was no loss of life.", {"killed"}),
        ("The patrol had no losses.", {"killed"}),
        ("The minister was not hurt.", {"injured"}),
        ("Neither guard was hurt.", {"injured"}),
        ("The crew escaped unharmed.", {"killed", "injured"}),
        ("Police made no arrests.", {"arrested"}),
    ],
)
def test_stated_as_none_is_zero(tolls, sentence, effects):
    """Null is "not stated", 0 is "stated as none"."""
    found = tolls(sentence)
    assert ({toll.effect.value for toll in found}, {toll.count.best for toll in found}) == (effects, {0})


def test_losses_of_property_are_no_dead(tolls):
    """Only people count."""
    assert tolls("There were no material losses.") == []


@pytest.mark.parametrize(
    ("sentence", "victims", "attackers"),
    [
        ("Eight people died, including two attackers.", 6, 2),
        ("Five people, not counting the bomber, were killed.", 5, 1),
        ("Three militants held the inn before they were killed.", 0, 3),
        ("A man was killed when the bomb he was carrying went off.", 0, 1),
        ("The man was shot dead by police.", 0, 1),
        ("One raider blew himself up and killed a guard.", 1, 0),  # what becomes of the bomber is not stated
        ("One raider killed a guard and turned the gun on himself.", 1, 1),
        ("Soldiers fired on protesters and killed two.", 2, 0),
        ("Nine gangsters were killed in a fight between rival gangs.", 9, 0),
        ("Two armed men and a guard were killed.", 1, 2),
    ],
)
def test_attackers_are_told_apart_from_victims(tolls, sentence, victims, attackers):
    """By their noun, by whose hand they died, by the bomb they carried."""
    found = [toll for toll in tolls(sentence) if toll.effect is Effect.KILLED]
    assert (sum(t.count.best for t in found if not t.attackers), sum(t.count.best for t in found if t.attackers)) == (victims, attackers)


def test_families_driven_from_home_are_counted_as_families(tolls):
    """How many people they are is not said."""
    (toll,) = tolls("Some 300 families were displaced.")
    assert (toll.count.low, toll.count.best, toll.count.high) == (300, None, None)


def test_troops_who_cross_a_border_are_not_displaced(tolls):
    """They had no home there."""
    assert tolls("Some 600 soldiers crossed into Arcadia.") == []


def test_an_older_figure_is_marked(tolls):
    """It gives way to the newer one."""
    assert [toll.earlier for toll in tolls("The storm killed nine people, earlier reports had spoken of 12 dead.")] == [False, True]
