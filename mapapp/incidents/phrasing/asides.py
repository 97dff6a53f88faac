"""What only describes people or divides their number: appositions, brackets, relative clauses, "two of them children"."""

from __future__ import annotations

from collections.abc import Sequence

from mapapp.incidents.incident import Count
from mapapp.incidents.phrasing.noun_phrases import NounPhrase
from mapapp.incidents.telling.openings import exactly
from mapapp.incidents.wording.grammar_words import ADVERBS, QUANTIFIERS
from mapapp.incidents.wording.words import Word, low_at

PARTS = frozenset("including among included namely comprising mostly mainly largely chiefly predominantly".split())
_AFTER_ASIDE = frozenset({",", "from", "of", "in", "at", "who", "with"})
_AT = frozenset({"in", "at", "near", "of", "between", "from", "to", "around", "outside", "towards"})


def apposition(words: Sequence[Word], chain: Sequence[NounPhrase], phrase: NounPhrase) -> bool:
    """Say whether a phrase after a comma only describes the one before: "Name, a civilian, was killed", "two men, Name and Name"."""
    before = chain[-1]
    closing = low_at(words, phrase.last)
    if phrase.named and phrase.head == "":
        return not before.named or before.head != ""
    if before.named and before.head == "":
        return not phrase.number_given and (closing in {",", "(", "in", "of", "at", "from"} or not _and_follows(words, phrase))
    if _is_bare(words, phrase) and before.count is not None and closing in _AFTER_ASIDE and not _and_follows(words, phrase):
        return True  # "the couple, visitors from abroad, were killed"
    single = before.count == exactly(1) and phrase.count == exactly(1)
    return single and closing in {",", "from", "of"} and not _and_follows(words, phrase)


def _is_bare(words: Sequence[Word], phrase: NounPhrase) -> bool:
    """Say whether a plural stands without number or article: "tourists", "mostly women"."""
    return phrase.count == Count(2, None, None) and not phrase.definite and words[phrase.first].low not in QUANTIFIERS


def _and_follows(words: Sequence[Word], phrase: NounPhrase) -> bool:
    """Say whether the list goes on with "and" soon after the phrase."""
    return any(low_at(words, at) == "and" for at in range(phrase.last, phrase.last + 2))


def asides(words: Sequence[Word], start: int, end: int) -> list[tuple[int, int]]:
    """Return the stretches of a clause that only describe: brackets, and relative clauses up to their comma or the end."""
    found = []
    position = start
    while position < end:
        low = words[position].low
        if low in {"(", "["}:
            close = next((at for at in range(position + 1, end) if words[at].low in {")", "]"}), None)
        elif low in {"who", "which", "whose", "whom"}:
            close = next((at for at in range(position + 1, end) if words[at].low == ","), end)
        elif low in PARTS:
            close = next((at for at in range(end - 1, max(position, end - 4), -1) if words[at].low == ","), end)
        else:
            close = None
        if close is not None:
            found.append((position, close))
            position = close
        position += 1
    return found


def aside_part(words: Sequence[Word], phrase: NounPhrase, end: int) -> bool:
    """Say whether the phrase only divides the number before it: "seven people, two of them children, were killed"."""
    between = [words[at].low for at in range(phrase.last, end) if words[at].low not in ADVERBS]
    return phrase.of_these and low_at(words, phrase.first - 1) in {",", "(", "-", "–", "—"} and bool(between)


def second_name(words: Sequence[Word], phrases: Sequence[NounPhrase], phrase: NounPhrase) -> bool:
    """Say whether a name is the second of two places: "in Name and Name"."""
    if not phrase.named or phrase.head or low_at(words, phrase.first - 1) != "and":
        return False
    first = next((other for other in phrases if other.last == phrase.first - 1), None)
    return first is not None and first.named and first.head == "" and low_at(words, first.first - 1) in _AT
