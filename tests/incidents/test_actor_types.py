"""What actors are by what they did."""

import pytest

from mapapp.incidents.codes import inter_of
from mapapp.incidents.incident import ActorRole, ActorType


def _actors(found):
    return {actor.text: (actor.role, actor.type) for incident in found for actor in incident.actors}


@pytest.mark.parametrize(
    "text",
    ["A man shot two guards in Tarsk on Monday.", "Unidentified individuals attacked a mill in Tarsk on Monday.",
     "A man with a knife wounded three farmers in Tarsk on Monday."],
)  # fmt: skip
def test_anybody_who_does_violence_is_an_armed_actor(incidents, text):
    """Not a civilian: ACLED's inter code 3."""
    doers = [a for i in incidents(text, published=None) for a in i.actors if a.role is ActorRole.PERPETRATOR]
    assert [(a.type, inter_of(a.type, a.role)) for a in doers] == [(ActorType.ARMED, 3)]


def test_people_who_bear_bombs_are_perpetrators(incidents):
    """Whatever the verb says of them."""
    found = _actors(incidents("Two girls wearing explosive vests approached a checkpoint in Tarsk; one blew herself up.", published=None))
    assert found["Two girls"] == (ActorRole.PERPETRATOR, ActorType.ARMED)


def test_the_arrested_are_neither_doers_nor_victims(incidents):
    """Where no deed is told."""
    found = _actors(incidents("Police arrested eleven traders in Tarsk on Monday.", published=None))
    assert found["eleven traders"][0] is ActorRole.OTHER


def test_who_says_so_at_the_end_speaks_for_every_clause(incidents):
    """A sentence about two towns, one source."""
    found = incidents("Gunmen killed two men in Tarsk and a bomb killed five in Ombra, the governor said.", published=None)
    assert [[a.text for a in i.actors if a.role is ActorRole.SOURCE] for i in found] == [["the governor"], ["the governor"]]
