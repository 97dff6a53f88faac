"""What a statement hangs on in its clause: read backwards over apposition, relative clause, participle and bracket to a noun phrase.

Two readings alternate. *Attached* takes what stands right before ("X, a town in Y, 5 km from", "a village 5 km from"); *predicate* takes
the subject of a verb of being ("X, which the army entered on Friday, is"). Every step goes on further left, so that the time is linear.
None as an answer is the event: nothing with a place of its own stands there.
"""

from __future__ import annotations

import re

from gazetteer.place import Kind
from mapapp.claims import wording
from mapapp.claims.near_end.clause_shape import (
    CLAUSE_PRONOUNS,
    COMPASS,
    KNOWN_NOUNS,
    OPENS_DESCRIPTION,
    SEPARATORS,
    WAYS,
    WITH_POINT,
    ClauseShape,
)
from mapapp.claims.near_end.clause_words import AREAS, HAMLETS, PERSONS, Part, Word
from mapapp.claims.near_end.heads import back_reference
from mapapp.claims.near_end.noun_phrases import Phrase, phrase_ending_at
from mapapp.claims.near_end.subject_phrase import SubjectPhrase
from mapapp.claims.phrases import AREA_WORDS, LOCAL_FACILITIES, SETTLEMENT_WORDS, pattern_of
from mapapp.claims.seats import seat
from mapapp.claims.surroundings import Surroundings
from mapapp.report.report import Span

_LOCAL_BEHIND = re.compile(
    rf"(?:['’]s?)?\s{{1,3}}(?:(?:main|central|local|old|state|city|new|general)\s{{1,3}})?(?:{pattern_of(LOCAL_FACILITIES)})\Z",
    re.IGNORECASE,
)
_CLASS_BEHIND = re.compile(rf"\s{{1,3}}(?:{'|'.join(sorted(SETTLEMENT_WORDS))})\Z", re.IGNORECASE)
_NEARBY = frozenset({"near", "outside", "opposite", "beside", "off", "nearby"})
_INHABITANTS = frozenset({"inhabitants", "residents", "villagers", "people", "townspeople", "population"})
_OUTSIDE_TOWNS = frozenset({"airport", "airfield", "airstrip", "aerodrome", "base", "dam", "refinery", "oilfield"})
_COPULAS = frozenset("is was are were be been become became becomes remains remain remained".split())


class Clause(ClauseShape):
    """The words of a sentence in front of a statement."""

    def __init__(self, here: Surroundings, start: int, end: int, anchor_words: str) -> None:
        super().__init__(here, start, end)
        self._anchor_words = anchor_words.casefold()
        self._anchor = anchor_words

    def near_end(self) -> SubjectPhrase | None:
        """Return what the statement at the end is of; None for the event."""
        k = self._stripped(len(self.words) - 1)
        if k < 0 or self._is_doing(k):
            return None
        return self._at(k)

    def _at(self, k: int) -> SubjectPhrase | None:
        """Return what stands with its last word at ``k``, whatever it is."""
        k = self._without_time(k)
        if k < 0:
            return None
        part = self.words[k].part
        if part is Part.BEING:
            return self._predicate(k)
        if part is Part.CLOSING:
            return self._at(self._opening(k) - 1)
        if part is Part.CONJUNCTION and (described := self._described_by_two(k)) is not None:
            return self._at(described)
        if part in (Part.MARK, Part.OPENING, Part.PLACED, Part.RELATIVE, Part.CONJUNCTION):
            return self._at(k - 1)
        if part is Part.STOP:
            return self._at(k - 1) if self.words[k].lower == ":" and self._is_label(k) else None
        if part is Part.PRONOUN:
            return self._reference(k)
        skipped = self._skipped(k)
        if skipped is not None:
            return self._at(skipped)
        phrase = phrase_ending_at(self.words, k)
        if phrase is None:
            return None
        return self._name(phrase) if phrase.names else self._spelt_alike(phrase) or self._noun(phrase)

    def _spelt_alike(self, phrase: Phrase) -> SubjectPhrase | None:
        """Return the place that a noun names in text of one case, where nothing but the gazetteer can tell."""
        if not self._one_case or phrase.is_determined or phrase.head.lower in KNOWN_NOUNS:
            return None
        known = self.here.name_ending_at(phrase.head.span.end, self.words[0].span.start)
        if known is not None and not _is_everyday(known.span.of(self.here.text)):
            return SubjectPhrase(known.span, known)
        before = phrase.before
        return self._unplaced(phrase) if before is not None and before.lower in ("in", "at") else None

    # -- names ---------------------------------------------------------------------------------------------------------------------

    def _name(self, phrase: Phrase) -> SubjectPhrase | None:
        """Return the place that a name names, or what it helps to place."""
        word = phrase.head
        if self._is_wide(phrase) or self._is_anchor(word):
            return self._narrower(phrase) or self._area(phrase)
        container = self._container(phrase) or self._predicate_in(phrase)
        if container is not None:
            return container
        before = phrase.before
        if before is not None and self._is_second_of_two(phrase):
            return self._placed_by(phrase.first - 3)
        if before is not None and before.part is Part.PREPOSITION and self._is_on_the_way(phrase.first - 1):
            return None
        if before is not None and before.part is Part.PREPOSITION and self._is_beside(phrase):
            placed = self._placed_by(phrase.first - 1)
            if placed is not None:
                return placed
        return self._placed(phrase)

    def _predicate_in(self, phrase: Phrase) -> SubjectPhrase | None:
        """Return X of "X is a town in Y", "X, a village on Y": what is in Y is described, not Y."""
        before = phrase.before
        if before is None or before.part is not Part.PREPOSITION:
            return None
        governing = phrase_ending_at(self.words, phrase.first - 2)
        if governing is None or governing.names or governing.head.lower not in HAMLETS:
            return None
        return self._described(governing) if self.words[governing.first].lower in ("a", "an", "one", "another") else None

    def _is_anchor(self, word: Word) -> bool:
        return word.lower == self._anchor_words

    def _placed_by(self, preposition: int) -> SubjectPhrase | None:
        """Return the place in front of "near X"; None where it is an event, so that X will have to do."""
        k = preposition - 1
        while k >= 0 and (
            self.words[k].lower in COMPASS or self.words[k].part in (Part.ADVERB, Part.PLACED) or self.words[k].lower in ("to", "close")
        ):
            k -= 1
        if k >= 0 and self.words[k].part in SEPARATORS and self._ends_with_name(k - 1):
            return self._at(k - 1)
        if k >= 0 and self.words[k].part is Part.NOUN and self.words[k].lower in AREA_WORDS:
            found = self._at(k)
            return found if found is not None and found.name is not None else None
        if k >= 0 and self.words[k].name is None and self.words[k].span.of(self.here.text).isupper():
            return None
        if k < 0 or not (
            self.words[k].part is Part.BEING or (self.words[k].part is Part.NAME and self.words[preposition].lower in _NEARBY)
        ):
            return None
        found = self._at(k)
        return None if found is not None and found.name is None and self._is_mere_reference(found) else found

    def _is_mere_reference(self, found: SubjectPhrase) -> bool:
        words = found.span.of(self.here.text).lower().split()
        return words[0] in CLAUSE_PRONOUNS or (words[0] in ("the", "this") and words[-1] in SETTLEMENT_WORDS)

    def _is_second_of_two(self, phrase: Phrase) -> bool:
        """Whether the name is Y of "between X and Y"."""
        return phrase.first >= 3 and self.words[phrase.first - 1].lower == "and" and self.words[phrase.first - 3].lower == "between"

    def _container(self, phrase: Phrase) -> SubjectPhrase | None:
        """Return X of "X, Y" where the second name is a division of the country as well, whatever it was taken for."""
        before = phrase.before
        if before is None or before.lower != "," or phrase.first != phrase.last or phrase.first < 2:
            return None
        town = self.words[phrase.first - 2]
        if town.part is not Part.NAME or (town.name is not None and town.name.is_area):
            return None
        if not self._is_division(phrase.head):
            return None
        inner = phrase_ending_at(self.words, phrase.first - 2)
        return self._name(inner) if inner is not None else None

    def _is_division(self, word: Word) -> bool:
        countries = set(word.name.place.countries) if word.name and word.name.place else set()
        found = (match.place for match in self.here.gazetteer.candidates(word.span.of(self.here.text)) if match.place.kind is Kind.ADMIN1)
        return any(not countries or countries & set(place.countries) for place in found)

    def _placed(self, phrase: Phrase) -> SubjectPhrase:
        """Return a name as the near end, unresolved where nobody knows it."""
        word = phrase.head
        if word.name is not None:
            return SubjectPhrase(word.span, word.name)
        return self._unplaced(phrase, word)

    def _unplaced(self, phrase: Phrase, word: Word | None = None) -> SubjectPhrase:
        span = word.span if word is not None else phrase.span
        return SubjectPhrase(span, trouble=wording.unplaced("subject", span.of(self.here.text)))

    def _area(self, phrase: Phrase) -> SubjectPhrase | None:
        """Return an area as the near end that nobody can measure from, or the town of that name."""
        word = phrase.head
        if word.name is None or self._is_anchor(word):
            return self._unplaced(phrase, word)
        if not word.name.is_area and not self._has_class_in_front(phrase) and word.name.place is not None:
            return SubjectPhrase(word.span, word.name)
        if phrase.before is None or phrase.before.part is not Part.NAME:
            town = seat(self.here, word.name)
            if town is not None:
                return SubjectPhrase(word.span, town)
        return SubjectPhrase(word.span, word.name, trouble=wording.area(word.span.of(self.here.text)))

    def _narrower(self, phrase: Phrase) -> SubjectPhrase | None:
        """Return what lies in an area or on a river: the town before it, the thing in it, the subject of "is in the north of it"."""
        k = phrase.first - 1
        steps = 0
        while k >= 0 and steps < len(self.words):
            steps += 1
            part = self.words[k].part
            if part in (Part.PREPOSITION, Part.ADVERB, Part.PLACED, Part.CONJUNCTION, Part.DETERMINER, Part.NUMBER):
                k -= 1
                continue
            if part is Part.STOP and not (self.words[k].lower == ":" and self._is_label(k)):
                return None
            if part is Part.TIME:
                return None
            return self._at(k)
        return None

    # -- common nouns --------------------------------------------------------------------------------------------------------------

    def _noun(self, phrase: Phrase) -> SubjectPhrase | None:
        """Return what a common noun stands for: the name it describes, the name in it, the place itself."""
        head = phrase.head.lower
        if (inner := self._predicate_in(phrase) or self._inner(phrase)) is not None:
            return inner
        before = phrase.before
        if head == "place" and before is not None and before.lower in ("took", "take", "takes", "taken", "taking"):
            return None
        if before is not None and before.lower in ("of", "with"):
            governing = phrase_ending_at(self.words, phrase.first - 2)
            if governing is not None and (governing.names or governing.head.lower in HAMLETS or governing.head.lower in AREAS):
                return self._name(governing) if governing.names else self._noun(governing)
        if head in PERSONS:
            return self._home(phrase)
        if head in AREAS and head not in WITH_POINT:
            return self._narrower(phrase) or self._as_area(phrase)
        described = self._described(phrase)
        if described is not None:
            return described
        if self._is_reference(phrase):
            return self._taken_up(phrase)
        if head in WITH_POINT:
            return self._unplaced(phrase)
        return None

    def _inner(self, phrase: Phrase) -> SubjectPhrase | None:
        """Return the name in "X town", "the X police station"."""
        span = phrase.span
        for pattern in (_CLASS_BEHIND, _LOCAL_BEHIND):
            behind = pattern.search(self.here.text, span.start, span.end)
            name = self.here.name_ending_at(behind.start(), span.start) if behind is not None else None
            if name is not None and not name.is_area and not _is_everyday(name.span.of(self.here.text)):
                return SubjectPhrase(Span(name.span.start, span.end), name)
        return None

    def _home(self, phrase: Phrase) -> SubjectPhrase | None:
        """Return X of "X's inhabitants", who stay where they live; None for all others, who move."""
        word = phrase.inner_name
        if phrase.head.lower not in _INHABITANTS or word is None or not word.possessive or word.name is None or word.name.is_area:
            return None
        return SubjectPhrase(word.span, word.name)

    def _as_area(self, phrase: Phrase) -> SubjectPhrase | None:
        if phrase.head.lower in WAYS or (phrase.inner_name is None and not phrase.is_determined):
            return None
        span = phrase.span
        return SubjectPhrase(span, trouble=wording.area(span.of(self.here.text)))

    def _described(self, phrase: Phrase) -> SubjectPhrase | None:
        """Return the name of which the phrase is a predicate or an apposition: "X is a village", "X, a village"."""
        k = phrase.first - 1
        if k < 0:
            return None
        if self.words[k].part is Part.BEING and self.words[k].lower in _COPULAS:
            return self._predicate(k)
        if k >= 1 and self.words[k].part is Part.NOUN and self.words[k - 1].part is Part.BEING:
            return self._predicate(k - 1)
        if self.words[k].part is Part.STOP and self.words[k].lower == ":" and self._is_label(k):
            return self._at(k - 1)
        if self.words[k].part is Part.CONJUNCTION and (other := phrase_ending_at(self.words, k - 1)) is not None and not other.names:
            return self._described(other)
        if self.words[k].part not in SEPARATORS or not self._ends_with_name(k - 1):
            return None
        if self._is_opening_phrase(k - 1) and phrase.head.lower not in HAMLETS:
            return None
        return self._at(k - 1)

    def _taken_up(self, phrase: Phrase) -> SubjectPhrase | None:
        """Return the place meant by "the town"; "this city" is that of the dateline."""
        line = self.here.dateline
        if line is not None and self.words[phrase.first].lower == "this":
            name = self.here.name_starting_at(line.span.start, line.span.end)
            if name is not None:
                return SubjectPhrase(phrase.span, name)
        return back_reference(self.here, phrase.span, self._anchor)

    def _reference(self, k: int) -> SubjectPhrase | None:
        """Return the place that "it" takes up."""
        word = self.words[k]
        return back_reference(self.here, word.span, self._anchor) if word.lower in ("it", "this", "that") else None

    # -- subjects of verbs ---------------------------------------------------------------------------------------------------------

    def _predicate(self, verb: int) -> SubjectPhrase | None:
        """Return the subject of a verb of being."""
        k = self._before_verb(verb)
        if k < 0:
            return None
        word = self.words[k]
        if word.part is Part.RELATIVE:
            return self._at(self._before_marks(k - 1))
        if word.part is Part.CONJUNCTION:
            return self._head(k)
        if word.part in SEPARATORS:
            k = self._over_insertions(k)
            if k < 0:
                return None
            if self.words[k].part is Part.CONJUNCTION:
                return self._head(k)
        if self.words[k].part is Part.PRONOUN or self.words[k].lower in CLAUSE_PRONOUNS:
            return self._reference(k)
        phrase = self._topmost(k)
        if phrase is not None and phrase.head.lower in OPENS_DESCRIPTION and self.words[phrase.first - 1].part in SEPARATORS:
            phrase = self._topmost(self._over_insertions(phrase.first - 1))
        if phrase is not None and (inside := self._inside_town(phrase, k)) is not None:
            return inside
        return self._subject(phrase) if phrase is not None else None

    def _inside_town(self, phrase: Phrase, k: int) -> SubjectPhrase | None:
        """Return the town for "the clinic in X", whose point will do for what lies in it; airports lie outside."""
        town = self.words[k]
        if town.name is None or town.name.is_area or phrase.head.lower in _OUTSIDE_TOWNS or phrase.head.lower not in WITH_POINT:
            return None
        if phrase.last != k - 2 or self.words[k - 1].lower != "in":
            return None
        return SubjectPhrase(Span(phrase.span.start, town.span.end), town.name)

    def _subject(self, phrase: Phrase) -> SubjectPhrase | None:
        """Return the near end for the subject of a verb of being."""
        if phrase.names:
            word = phrase.head
            if word.name is not None and word.name.is_area:
                return self._area(phrase)
            return self._placed(phrase)
        if (inner := self._inner(phrase)) is not None:
            return inner
        head = phrase.head.lower
        if self._is_reference(phrase):
            return self._taken_up(phrase)
        if head in PERSONS:
            return None
        if self._one_case and (known := self._spelt_alike(phrase)) is not None:
            return known
        if (head.endswith(("ing", "sion", "tion")) and head not in WITH_POINT and head not in AREAS) or phrase.head.part is Part.NUMBER:
            return None
        return self._unplaced(phrase)

    def _head(self, k: int) -> SubjectPhrase | None:
        """Return what heads the clause that is taken up by "and is": its first noun phrase."""
        start = next((i + 1 for i in range(k, -1, -1) if self.words[i].part is Part.STOP and not self._is_label(i)), 0)
        while start < k and self.words[start].part in (Part.CONJUNCTION, Part.ADVERB, Part.MARK):
            start += 1
        if start < k and self.words[start].lower in CLAUSE_PRONOUNS:
            return self._reference(start)
        last = start
        while (last < k and self.words[last].part in (Part.DETERMINER, Part.NOUN, Part.NAME, Part.NUMBER)) or self.words[last].lower in (
            "of",
            "called",
        ):
            last += 1
        phrase = phrase_ending_at(self.words, last - 1) if last > start else None
        return self._subject(phrase) if phrase is not None else None


def _is_everyday(written: str) -> bool:
    """Whether words are no name but nouns of the list, whatever village is called so: "PORT" of "A PORT CITY"."""
    return all(word in WITH_POINT or word in AREAS or word in PERSONS for word in written.lower().split())
