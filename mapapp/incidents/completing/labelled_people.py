"""People with a label, as on forms and in logs: "Victim: a shopkeeper, 44", "Suspects: two men on a motorcycle"."""

from __future__ import annotations

from collections.abc import Iterator

from mapapp.incidents.completing.scene import Scene
from mapapp.incidents.incident import ActorRole
from mapapp.incidents.phrasing.noun_phrases import NounPhrase
from mapapp.incidents.wording.actor_words import GENERIC_VICTIMS

_ROLES = (
    dict.fromkeys("victim victims target targets deceased injured casualty casualties hostage hostages".split(), ActorRole.TARGET)
    | dict.fromkeys(
        "suspect suspects perpetrator perpetrators assailant assailants attacker attackers author authors".split(), ActorRole.PERPETRATOR
    )
    | dict.fromkeys("source sources informant informants".split(), ActorRole.SOURCE)
)
"""What a label makes of the people behind it."""


def labelled_people(sentence: Scene) -> Iterator[tuple[NounPhrase, ActorRole]]:
    """Yield the people behind the labels of a sentence, in what role the label puts them."""
    for position, word in enumerate(sentence.words[:-2]):
        role = _ROLES.get(word.low)
        if role is None or sentence.low(position + 1) != ":":
            continue
        found = sentence.starting(position + 2)
        if found is not None and (found.head not in GENERIC_VICTIMS or role is not ActorRole.TARGET):
            yield found, role
