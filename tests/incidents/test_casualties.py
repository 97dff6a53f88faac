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
        ("Three were killed in Tarsk and two in Ombra.", {"killed": 3}),
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
        "The minister was not hurt.",
        "The storm killed 200 sheep.",
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
