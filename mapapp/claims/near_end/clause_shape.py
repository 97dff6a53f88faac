"""The shape of a clause: where its segments begin, what is inserted in it, what a word in it may be attached to.

Nothing here says what a near end is; that is the business of :mod:`clauses`.
"""

from __future__ import annotations

from mapapp.claims.near_end.clause_words import AREAS, HAMLETS, PERSONS, PLACES, Part, is_said_to, words_between
from mapapp.claims.near_end.noun_phrases import Phrase, phrase_ending_at
from mapapp.claims.near_end.subject_phrase import SubjectPhrase
from mapapp.claims.phrases import AREA_WORDS, FACILITY_WORDS, SETTLEMENT_WORDS
from mapapp.claims.surroundings import Surroundings

SEPARATORS = (Part.MARK, Part.OPENING, Part.CLOSING)
COMPASS = frozenset("north south east west northeast northwest southeast southwest north-east north-west south-east south-west".split())
OPENS_DESCRIPTION = frozenset(
    "home long once formerly former known held cut built set hit torn left lost birthplace population pop".split()
)
"""First words of a segment that only describes: "home to", "held by", "long a"."""

WAYS = frozenset({"road", "highway", "motorway", "route", "way", "track", "railway", "line", "path", "street"})
CLAUSE_PRONOUNS = frozenset({"it", "this", "there", "that"})
WITH_POINT = (PLACES | SETTLEMENT_WORDS | FACILITY_WORDS) - frozenset(
    "road highway street avenue border square section stretch line".split()
)
"""Heads of near ends that lie at one point, though nobody may know where."""
KNOWN_NOUNS = WITH_POINT | AREAS | PERSONS
"""Nouns of places and people: no deeds, and no names."""

_BESIDE = frozenset("near outside opposite between beside beyond towards toward off from to past around nearby".split())
"""Prepositions that say where something else is."""

_OF_PARTICIPLES = frozenset({"by", "from", "since", "in", "with", "at", "on", "between"})
_WIDE_CLASSES = AREA_WORDS - frozenset("area zone belt sector corridor district division agency subdivision section".split())
_REFERENCES = SETTLEMENT_WORDS | {"area", "region", "place", "site", "spot"}
_MILD = frozenset({"has", "had", "have", "known", "called", "named"})


class ClauseShape:
    """The words of a sentence in front of a statement, and how they hang together."""

    def __init__(self, here: Surroundings, start: int, end: int) -> None:
        self.here = here
        self.words = tuple(words_between(here, start, end))
        self._one_case = here.is_one_case(end)

    def _is_doing(self, k: int) -> bool:
        """Whether the word right in front tells of something done: "exploded", "travelling", "was felt"."""
        word = self.words[k]
        if word.part is not Part.NOUN or word.lower in KNOWN_NOUNS:
            return word.part is Part.VERB
        before = next((one for one in reversed(self.words[max(0, k - 3) : k]) if one.part is not Part.ADVERB), None)
        return word.lower.endswith("ing") or (before is not None and before.part is Part.BEING and not self._one_case)

    @property
    def only_describes(self) -> bool:
        """Whether nothing happens in the clause: no verb but those of being, nobody who might do something."""
        return not any((w.part is Part.VERB and w.lower not in _MILD) or (w.part is Part.NOUN and w.lower in PERSONS) for w in self.words)

    def is_about(self, found: SubjectPhrase | None) -> bool:
        """Whether the sentence itself begins with the near end and says something of it: "The camp is"."""
        start = next((i + 1 for i, word in enumerate(self.words[:9]) if word.part is Part.STOP), 0)
        if found is None or start >= len(self.words) or not any(word.part is Part.BEING for word in self.words):
            return False
        return found.span.start == self.words[start].span.start and self.words[start].part is not Part.PRONOUN

    @property
    def is_verbless_entry(self) -> bool:
        """Whether nothing but description follows the label of an entry: "X: town in Y, 5 km from"."""
        colon = next((i for i, word in enumerate(self.words[:9]) if word.lower == ":" and self._is_label(i)), None)
        return colon is not None and not any(word.part in (Part.BEING, Part.VERB) or word.lower == ";" for word in self.words[colon:])

    def _stripped(self, k: int) -> int:
        """Leave out "only", "located", "at a distance of" and the like in front of the number."""
        while k >= 0:
            word = self.words[k]
            if (word.part is Part.NOUN and word.lower in ("distance", "distances", "some")) or word.part in (Part.ADVERB, Part.PLACED):
                k -= 1
            elif k > 0 and word.lower in ("but", "or", "to") and self.words[k - 1].part is Part.NUMBER:
                k -= 2
            elif word.part in (Part.DETERMINER, Part.PREPOSITION) and word.lower in ("a", "at", "in", "on", "of", "all", "for"):
                k -= 1
            else:
                break
        return k

    def _without_time(self, k: int) -> int:
        """Leave out "on Friday night", "since May", "in March 2014"."""
        last = k
        while k >= 0 and self.words[k].part in (Part.TIME, Part.NUMBER, Part.MARK):
            k -= 1
        if not any(word.part is Part.TIME for word in self.words[k + 1 : last + 1]) and not self._is_year(last, k):
            return last
        while k >= 0 and self.words[k].lower in (
            "last",
            "this",
            "late",
            "early",
            "next",
            "the",
            "on",
            "in",
            "since",
            "at",
            "before",
            "of",
            "every",
            "a",
        ):
            k -= 1
        return k

    def _is_year(self, last: int, before: int) -> bool:
        word = self.words[last]
        if word.part is not Part.NUMBER or last - before != 1 or before < 0:
            return False
        return self.words[before].lower in ("in", "since") and len(word.lower) == 4 and word.lower[:2] in ("17", "18", "19", "20")

    def _opening(self, k: int) -> int:
        """Return where the bracket that closes at ``k`` was opened."""
        depth = 1
        for i in range(k - 1, -1, -1):
            depth += {Part.CLOSING: 1, Part.OPENING: -1}.get(self.words[i].part, 0)
            if depth == 0:
                return i
        return 0

    def _is_label(self, k: int) -> bool:
        """Whether all before a colon is a name: "X, Y province: …"."""
        allowed = (Part.NAME, Part.NOUN, Part.MARK, Part.OPENING, Part.CLOSING)
        return k <= 8 and k > 0 and self.words[0].part is Part.NAME and all(word.part in allowed for word in self.words[:k])

    def _segment_start(self, k: int) -> int:
        """Return the index of the first word behind the last comma, dash or bracket before ``k``."""
        return next((i + 1 for i in range(k, -1, -1) if self.words[i].part in SEPARATORS or self.words[i].part is Part.STOP), 0)

    def _skipped(self, k: int) -> int | None:
        """Return where to go on when the segment that ends at ``k`` only describes the name in front of it."""
        start = self._segment_start(k)
        if start < 2 or self.words[start - 1].part in (Part.STOP, Part.CLOSING):
            return None
        first = start + (self.words[start].part is Part.ADVERB and start < k)
        opening, last = self.words[first], self.words[k]
        if self.words[start - 2].part is Part.BEING and opening.part in (Part.PREPOSITION, Part.ADVERB):
            return start - 2
        if not self._ends_with_name(start - 2):
            return None
        is_participle = (opening.part is Part.VERB and opening.lower.endswith("ed")) or opening.lower in OPENS_DESCRIPTION
        if is_participle and (last.part is not Part.NAME or self.words[first + 1].lower in _OF_PARTICIPLES):
            return start - 2
        if (
            opening.part in (Part.RELATIVE, Part.PREPOSITION, Part.NUMBER)
            and last.part is not Part.NAME
            and opening.lower not in ("at", "in")
        ):
            return start - 2
        return None

    def _ends_with_name(self, k: int) -> bool:
        while k > 0 and self.words[k].part in (Part.CLOSING, Part.OPENING):
            k = self._opening(k) - 1 if self.words[k].part is Part.CLOSING else k - 1
        return k >= 0 and (self.words[k].part is Part.NAME or self.words[k].lower in HAMLETS)

    def _is_wide(self, phrase: Phrase) -> bool:
        """Whether a name is that of an area, or of a river or the like, whatever town it was taken for: "on the Fox River"."""
        word = phrase.head
        if word.name is not None and word.name.is_area:
            return True
        if word.lower.split()[-1] in AREA_WORDS:
            return word.name is None or word.name.place is None or phrase.is_definite
        return (phrase.is_definite and phrase.last - phrase.first == 1) or self._has_class_in_front(phrase)

    def _has_class_in_front(self, phrase: Phrase) -> bool:
        """Whether a name is said to be that of an area: "the river X", "the province of X"."""
        k = phrase.last - 1
        if k > 0 and self.words[k].lower == "of":
            k -= 1
        word = self.words[k] if k >= 0 else None
        return word is not None and word.part is Part.NOUN and word.lower.removesuffix("s") in _WIDE_CLASSES

    def _is_beside(self, phrase: Phrase) -> bool:
        """Whether the name only says where something else is: "near X", "north of X", "between X and Y"."""
        before = self.words[phrase.first - 1]
        if before.lower in _BESIDE:
            return True
        return before.lower == "of" and phrase.first >= 2 and self.words[phrase.first - 2].lower in COMPASS

    def _is_on_the_way(self, preposition: int) -> bool:
        """Whether the name is an end of a way: "on the road to X", "the line from X to Y", "between X and Y, the road"."""
        k = preposition
        if self.words[k].lower in ("to", "between", "from", "towards", "toward") and k > 0:
            back = 3 if self.words[k].lower == "to" and self.words[k - 1].part is Part.NAME else 1
            return k >= back and self.words[k - back].lower in WAYS
        return False

    def _is_opening_phrase(self, k: int) -> bool:
        """Whether what ends at ``k`` is "In X" at the start, behind which the clause itself begins."""
        return False if k < 0 else self._segment_start(k) == 0 and self.words[0].part is Part.PREPOSITION

    @staticmethod
    def _is_reference(phrase: Phrase) -> bool:
        """Whether "the town" takes up a place named before."""
        return phrase.is_definite and phrase.head.lower in _REFERENCES and phrase.inner_name is None and phrase.last - phrase.first <= 2

    def _before_verb(self, verb: int) -> int:
        """Return the index of what stands before "could hardly be", "is said to be", "used to be"."""
        k = verb - 1
        while k >= 0:
            word = self.words[k]
            if word.lower == "to" and k > 0 and is_said_to(self.words[k - 1]):
                k -= 2
            elif word.part in (Part.ADVERB, Part.BEING) or word.lower in ("has", "had", "have", "not"):
                k -= 1
            else:
                break
        return k

    def _before_marks(self, k: int) -> int:
        while (k >= 0 and self.words[k].part in SEPARATORS and self.words[k].part is not Part.CLOSING) or (
            k >= 0 and self.words[k].part is Part.PREPOSITION
        ):
            k -= 1
        return k

    def _over_insertions(self, k: int) -> int:
        """Return the index of the last word of the subject, from the comma in front of its verb back over what was inserted."""
        while k >= 0 and self.words[k].part in SEPARATORS:
            if self.words[k].part is Part.CLOSING:
                k = self._opening(k) - 1
                continue
            k -= 1
            start = self._segment_start(k)
            if k < 0 or start < 2 or not self._is_insertion(start):
                break
            k = start - 1
        return k

    def _is_insertion(self, start: int) -> bool:
        """Whether a segment between commas can be left out of its clause."""
        first = self.words[start]
        if first.part in (Part.RELATIVE, Part.PREPOSITION, Part.ADVERB, Part.VERB, Part.TIME, Part.NUMBER, Part.PLACED):
            return True
        if first.part is Part.CONJUNCTION:
            return False
        before = start - 2
        opening = self._segment_start(before)
        follows_name = self._ends_with_name(before) and not (self.words[opening].part is Part.PREPOSITION and opening == 0)
        if first.part is Part.NAME and first.name is not None and first.name.is_area:
            return follows_name
        return follows_name and first.part is not Part.NAME

    def _topmost(self, k: int) -> Phrase | None:
        """Return the noun phrase at the top of "the mayor of the town in the hills"."""
        phrase = phrase_ending_at(self.words, k)
        while phrase is not None and not phrase.introduced and (before := phrase.before) is not None and before.part is Part.PREPOSITION:
            further = phrase_ending_at(self.words, phrase.first - 2)
            if further is None or further.head.part is Part.NUMBER:
                break
            phrase = further
        return phrase

    def _described_by_two(self, k: int) -> int | None:
        """Return where the name of "X, the town nearest to the fighting and 6 km from" ends."""
        start = self._segment_start(k)
        if start < 2 or self.words[start].part is not Part.DETERMINER or not self._ends_with_name(start - 2):
            return None
        return None if any(word.part in (Part.VERB, Part.BEING) for word in self.words[start:k]) else start - 2
