"""Which words tell of an incident."""

import pytest

from mapapp.incidents.incident import IncidentType
from mapapp.incidents.telling.triggers import triggers_of


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


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The hurricane made landfall on Monday.", IncidentType.NATURAL_DISASTER),
        ("The river burst its banks.", IncidentType.NATURAL_DISASTER),
        ("A ferry ran aground off the cape.", IncidentType.ACCIDENT),
        ("A petrol tanker exploded at a filling station.", IncidentType.ACCIDENT),
        ("A car bomb exploded beside a petrol tanker.", IncidentType.BOMBING),
        ("Some 3,000 people crossed into the next province.", IncidentType.DISPLACEMENT),
        ("Families fled the valley.", IncidentType.DISPLACEMENT),
        ("Gunmen seized two aid workers.", IncidentType.ABDUCTION),
        ("Officers seized 40 kilos of heroin.", IncidentType.SECURITY_OPERATION),
        ("Rebels took the border town.", IncidentType.CLASH),
        ("Police raided a flat and arrested four men.", IncidentType.SECURITY_OPERATION),
        ("Thieves broke into a chemist's shop.", IncidentType.ROBBERY),
        ("The march turned violent.", IncidentType.RIOT),
    ],
)
def test_phrases_and_words_in_the_right_company_tell_of_an_incident(words, sentence, kind):
    """Neither "ran" nor "took" tells of anything by itself."""
    assert kind in {trigger.type for trigger in triggers_of(words(sentence)) if not trigger.known}


@pytest.mark.parametrize(
    "sentence",
    [
        "The attackers fled on foot.",
        "Three ministers arrived on Friday.",
        "A march against the tax has been called for Sunday.",
        "Rumours of an attack emptied the market.",
        "A demonstration in the port was called off.",
        "The meeting took place on 24 March.",
        "The air force shot down six drones.",
    ],
)
def test_what_is_announced_rumoured_or_ordinary_is_no_incident(words, sentence):
    """Nothing happened in it that belongs on the map."""
    assert [trigger for trigger in triggers_of(words(sentence)) if not trigger.known] == []
