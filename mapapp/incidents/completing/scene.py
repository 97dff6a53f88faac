"""One sentence with all that may act in it, and who is said to say so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mapapp.incidents.incident import ActorType
from mapapp.incidents.linking.happening import Happening
from mapapp.incidents.phrasing.actor_phrases import actor_phrases, with_owner
from mapapp.incidents.phrasing.noun_phrases import NounPhrase
from mapapp.incidents.phrasing.speech import Speech, speeches
from mapapp.incidents.wording.actor_words import GENERIC_VICTIMS, type_of_head
from mapapp.incidents.wording.persons import PEOPLE
from mapapp.incidents.wording.words import Word, low_at
from mapapp.report.report import Span
from mapapp.toponyms.toponym import Role


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with the phrases of all that may act in it."""

    words: Sequence[Word]
    phrases: Sequence[NounPhrase]
    happening: Happening
    said: tuple[Speech, ...]

    def low(self, position: int) -> str:
        """Return the word at a position, "" outside the sentence."""
        return low_at(self.words, position)

    def starting(self, position: int) -> NounPhrase | None:
        """Return the phrase that begins at a position, or just behind an article there."""
        return next((phrase for phrase in self.phrases if phrase.first == position), None)

    def span(self, phrase: NounPhrase) -> Span:
        """Return the stretch of the text, whose-it-is included."""
        first = phrase.first
        if self.low(first) in {"that", "by"} and phrase.last > first + 1:
            first += 1  # "recall that militants": a conjunction, no article
        return Span(self.words[first].span.start, self.words[max(phrase.last, with_owner(self.words, phrase)) - 1].span.end)

    def type(self, phrase: NounPhrase) -> ActorType | None:
        """Return what the actor is, as far as the words tell; None where they do not."""
        lows = frozenset(self.words[at].low for at in range(phrase.first, phrase.last))
        found = type_of_head(phrase.head, lows)
        if found is None and phrase.head in PEOPLE and phrase.head not in GENERIC_VICTIMS:
            return ActorType.CIVILIANS
        return found


def scene_of(happening: Happening) -> Scene:
    """Read who may act in a sentence; names of places are no actors."""
    places = [t.span for t in happening.toponyms if t.place is not None and t.role not in {Role.ORGANISATION, Role.ACTOR}]
    people = [p for p in happening.phrases if not (p.named and p.head == "" and _is_place(happening.words, p, places))]
    phrases = [phrase for phrase in actor_phrases(happening.words, people) if low_at(happening.words, phrase.first) != "no"]
    return Scene(happening.words, phrases, happening, tuple(speeches(happening.words, phrases)))


def _is_place(words: Sequence[Word], phrase: NounPhrase, places: Sequence[Span]) -> bool:
    """Say whether a run of capitals is the name of a place."""
    span = Span(words[phrase.first].span.start, words[phrase.last - 1].span.end)
    return any(place.overlaps(span) for place in places)
