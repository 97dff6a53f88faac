"""Which words tell of an incident."""

import pytest

from mapapp.incidents.incident import IncidentType
from mapapp.incidents.triggers import triggers_of


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("A car bomb exploded outside the bank.", IncidentType.BOMBING),
        ("A woman blew herself up at a checkpoint.", IncidentType.SUICIDE_BOMBING),
        ("Gunmen opened fire on a bus.", IncidentType.SHOOTING),
        ("Rebels clashed with the army.", IncidentType.CLASH),
        ("Warplanes bombed the town.", IncidentType.AIR_STRIKE),
        ("Masked men kidnapped the mayor.", IncidentType.ABDUCTION),
        ("Students took to the streets.", IncidentType.PROTEST),
        ("Two trains collided near the river.", IncidentType.ACCIDENT),
        ("An earthquake struck the valley.", IncidentType.NATURAL_DISASTER),
        ("Attackers set fire to a school.", IncidentType.ARSON),
        ("Rioters looted two shops.", IncidentType.LOOTING),
        ("Police arrested the editor.", IncidentType.ARREST),
    ],
)
def test_a_verb_or_event_noun_names_the_type(words, sentence, kind):
    """The types are those of the contract."""
    assert kind in {trigger.type for trigger in triggers_of(words(sentence)) if not trigger.known}


@pytest.mark.parametrize(
    "sentence",
    [
        "They intended to attack prisons.",
        "Police said they had foiled an attack.",
        "He warned of further bombings.",
        "The army plans to raid the camp.",
        "The group threatened to bomb the airport.",
        "Hundreds marked the anniversary of the massacre.",
        "The minister condemned the attack.",
        "The attacks were a terrorist act.",
        "An attack in the city had been orchestrated from abroad.",
    ],
)
def test_speech_intention_and_memory_open_no_incident(words, sentence):
    """They may speak of an incident, but tell of none."""
    assert [trigger for trigger in triggers_of(words(sentence)) if not trigger.known and trigger.type is not IncidentType.PROTEST] == []


def test_an_attempt_is_an_incident(words):
    """Something happened, though nobody was taken."""
    assert triggers_of(words("Men attempted to abduct an editor."))[0].type is IncidentType.ABDUCTION
