"""Who acted, who was aimed at, who stepped in and who says so."""

from datetime import date

import pytest

from mapapp.incidents.completing.actors import actors_of, attach_claims
from mapapp.incidents.incident import ActorRole, ActorType, IncidentType
from mapapp.incidents.linking.drafts import Draft
from mapapp.incidents.linking.happenings import happenings
from mapapp.incidents.phrasing.speech import speeches
from mapapp.report.report import Report

PUBLISHED = date(2019, 5, 10)
P, T, A, S = ActorRole.PERPETRATOR, ActorRole.TARGET, ActorRole.AUTHORITY, ActorRole.SOURCE


def told(text):
    """Return what the sentences of a text tell, without places."""
    return list(happenings(Report(text), (), (), None))


def actors(text, kind=IncidentType.ARMED_ATTACK):
    """Return words and role of the actors."""
    return [(actor.text, actor.role) for actor in actors_of(told(text), (), text, kind)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bandits robbed a clerk.", [("Bandits", P), ("a clerk", T)]),
        ("A convoy was ambushed by fighters of the Amber movement.", [("A convoy", T), ("fighters of the Amber movement", P)]),
        ("Two nurses were abducted by armed men.", [("Two nurses", T), ("armed men", P)]),
        ("Soldiers opened fire on demonstrators.", [("Soldiers", P), ("demonstrators", T)]),
        ("A raid by militiamen destroyed the mill.", [("militiamen", P)]),
        ("Rebels attacked the mill before soldiers killed two rebels.", [("Rebels", P), ("soldiers", A)]),
        ("Rebels stormed the mill before guards killed two attackers.", [("Rebels", P), ("guards", A), ("two attackers", P)]),
        ("Last night masked men had looted the pharmacy.", [("masked men", P)]),
        ("A clerk was robbed of her purse and wounded in the arm.", [("A clerk", T)]),
        ("Gunmen killed 15 people.", [("Gunmen", P)]),
        ("Gunmen killed a judge. Three of the gunmen fled.", [("Gunmen", P), ("a judge", T)]),
        ("No group attacked the mill.", []),
    ],
)  # fmt: skip
def test_deeds_have_doers_and_targets(text, expected):
    """Subjects and agents do it, objects are aimed at; a mere number of people is no actor, and nobody is none."""
    assert actors(text) == expected


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("Two huts burned down, villagers and clinic staff said.", "villagers and clinic staff", "villagers and clinic staff said"),
        ("Six died, according to the ministry of transport.", "the ministry of transport", "according to the ministry of transport"),
        ("“They came at night”, said a baker who had hidden.", "a baker", "said a baker"),
        ("The office of the regional prosecutor said on Monday that ten died.", "The office of the regional prosecutor", None),
        ("A charity that runs shelters at the border said so.", "A charity", "A charity that runs shelters at the border said"),
        ("The mayor, who came at noon, said five were hurt.", "The mayor", "The mayor, who came at noon, said"),
        ("THE NATIONAL ROADS BOARD (NRB) REPORTED THAT A BRIDGE FELL.", "THE NATIONAL ROADS BOARD", None),
        ("Officials now speak of 12 dead.", "Officials", "Officials now speak"),
        ("He said that two had died.", None, "He said"),
    ],
)  # fmt: skip
def test_speakers_are_found_before_and_behind_the_verb(text, speaker, words):
    """Asides and relative clauses between speaker and verb are passed over; a pronoun is nobody named."""
    (sentence,) = told(text)
    from mapapp.incidents.phrasing.actor_phrases import actor_phrases

    (speech,) = speeches(sentence.words, actor_phrases(sentence.words, sentence.phrases))
    found = speech.speaker
    have = None if found is None else text[sentence.words[found.first].span.start : sentence.words[found.last - 1].span.end]
    assert have == speaker
    assert words is None or speech.span(sentence.words).of(text) == words


@pytest.mark.parametrize(
    "text",
    ["The outcome was reported.", "It was said to be calm.", "The flood claimed the lives of six.", "They put the chairs at the door."],
)
def test_what_is_no_speech_has_no_speaker(text):
    """Passives, idioms and verbs without their object tell of nobody who says so."""
    (sentence,) = told(text)
    assert list(speeches(sentence.words, sentence.phrases)) == []


@pytest.mark.parametrize("kind", [IncidentType.ACCIDENT, IncidentType.NATURAL_DISASTER, IncidentType.FIRE, IncidentType.EPIDEMIC])
def test_nobodys_deed_has_no_doers(kind):
    """Who died is a target where it is told who they were; whoever else was there is only counted."""
    assert actors("Three farmers were killed when a ferry sank, police said.", kind) == [("Three farmers", T), ("police", S)]
    assert actors("Three passengers were killed when a ferry sank, police said.", kind) == [("police", S)]
    assert actors("Three people were killed when a train hit a lorry driven by a soldier.", kind) == []


def test_who_claims_a_deed_did_it():
    """A later sentence of claim belongs to the attack told of before."""
    text = "A bomb killed a guard. Rain fell. The Amber Front claimed responsibility."
    sentences = told(text)
    draft = Draft([sentences[0]])
    attach_claims(sentences, [draft])
    assert draft.mentions == [sentences[2]]
    found = actors_of(draft.happenings, draft.mentions, text, IncidentType.BOMBING)
    assert [(actor.text, actor.role) for actor in found] == [("a guard", T), ("The Amber Front", P)]


def test_who_is_accused_is_a_perpetrator_and_the_accuser_a_source():
    """Both as written."""
    assert actors("Herders accused the militia of burning the mill.", IncidentType.ARSON) == [("Herders", S), ("the militia", P)]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Soldiers", ActorType.STATE_FORCES), ("Policemen", ActorType.POLICE), ("Guerrillas", ActorType.REBELS),
        ("Vigilantes", ActorType.MILITIA), ("A gang", ActorType.GANG), ("Gunmen", ActorType.ARMED), ("Armed men", ActorType.ARMED),
        ("A mob", ActorType.RIOTERS), ("Farmers", ActorType.CIVILIANS), ("UN peacekeepers", ActorType.PEACEKEEPERS),
    ],
)  # fmt: skip
def test_the_noun_tells_what_an_actor_is(words, kind):
    """As far as the words tell."""
    text = f"{words} attacked a mill."
    (actor,) = actors_of(told(text), (), text, IncidentType.ARMED_ATTACK)
    assert (actor.text, actor.type) == (words, kind)


def test_victims_with_a_trade_have_a_type():
    """Who is aimed at decides what other schemes call it."""
    text = "Gunmen killed three journalists, two aid workers and a councillor."
    found = {actor.text: actor.type for actor in actors_of(told(text), (), text, IncidentType.KILLING)}
    assert found == {
        "Gunmen": ActorType.ARMED, "three journalists": ActorType.JOURNALISTS, "two aid workers": ActorType.AID_WORKERS,
        "a councillor": ActorType.GOVERNMENT,
    }  # fmt: skip
