"""What a clause is about: the name that heads it, the place meant by "it", the town in front of its province."""

from __future__ import annotations

import re

from gazetteer.place import Kind
from mapapp.claims import wording
from mapapp.claims.phrases import AREA_WORDS, DESCRIPTION_WORDS, EVENT_NOUNS, NO_NAMES, SETTLEMENT_WORDS
from mapapp.claims.subject_phrase import SubjectPhrase
from mapapp.claims.surroundings import Name, Surroundings
from mapapp.report.report import Span

_WINDOW = 200
_BACK_SENTENCES = 4
_BACK_CHARACTERS = 600
_LONGEST_GAP = 80

_WORDS = re.compile(r"[^\W_][\w'’-]*")
_OPENING = re.compile(r"[\s\"“'‘\[\]\d]{0,6}(?:the\s{1,3}(?:city|town|village|port)\s{1,3}of\s{1,3})?", re.IGNORECASE)
_HEADS_ON = re.compile(r"\s?[:(,–—-]|\s{1,3}(?:is|was|are|were|lies|sits|stands|has|had|which|who|where)(?!\w)", re.IGNORECASE)
_LABEL = re.compile(r"\s?:\s")
_IS = re.compile(r"(?:\s?[,(][^,()]{1,80}[,)])?\s{1,3}(?:is|lies|sits|stands|was|nestles)\s", re.IGNORECASE)
_PRONOUN = re.compile(r"(?:it|the\s{1,3}(?P<noun>\w{3,16}))(?=\s{1,3}(?:is|lies|sits|stands|was|has|had)\s)", re.IGNORECASE)
_AND_IS = re.compile(
    r"(?<!\w)and\s{1,3}(?:is|lies|was|sits|stands)\s{1,3}(?:also\s{1,3}|only\s{1,3}|just\s{1,3})?(?:located\s{1,3}|situated\s{1,3})?(?:at\s{1,3})?\Z",
    re.IGNORECASE,
)
_AND_IS_REACH = 48


def narrower_than(here: Surroundings, area_start: int, left: int) -> SubjectPhrase | None:
    """Return the next narrower place in front of an area, if only words of description stand between."""
    sentence = here.sentence_at(area_start)
    end = area_start
    for toponym in reversed(here.between(max(sentence.start, left), area_start)):
        if toponym.demonym:
            continue
        gap = here.text[toponym.span.end : end]
        if len(gap) > _LONGEST_GAP or not _only_description(gap):
            return None
        end = toponym.span.start
        found = here.name_ending_at(toponym.span.end, left)
        if found is not None and not found.is_area and not _makes_area(gap):
            found = in_container(here, found, left) or found
            return SubjectPhrase(found.span, found)
    return None


def in_container(here: Surroundings, name: Name, left: int) -> Name | None:
    """Return "Brent" of "Brent, New Avon", where the second name is a division of the country as well, whatever it was taken for."""
    front = name.span.start - 2
    if here.text[max(0, front) : name.span.start] != ", " or front <= left or name.is_area:
        return None
    town = here.name_ending_at(front, left)
    if town is None or town.is_area:
        return None
    countries = set(name.place.countries) if name.place else set()
    divisions = (match.place for match in here.gazetteer.candidates(name.span.of(here.text)) if match.place.kind is Kind.ADMIN1)
    return town if any(not countries or countries & set(place.countries) for place in divisions) else None


def head_of_clause(here: Surroundings, offset: int) -> SubjectPhrase | None:
    """Return "X" of "X is in the north of …" and of "X: town in …", "it" and "the town" included.

    Only words of description may stand between the head and the offset, so that no other thing can be meant.
    """
    sentence = here.sentence_at(offset)
    opening = _OPENING.match(here.text, sentence.start, offset)
    start = opening.end() if opening else sentence.start
    if offset - start > _WINDOW:
        return None
    pronoun = _PRONOUN.match(here.text, start, offset)
    if pronoun is not None and _only_description(here.text[pronoun.end() : offset]):
        return back_reference(here, Span(*pronoun.span()), "")
    name = _heading_name(here, start, offset)
    end = name.span.end if name else _run_end(here, start, offset)
    if end is None or not _only_description(here.text[end:offset]):
        return None
    if not (_LABEL.match(here.text, end) or _IS.match(here.text, end)):
        return None
    span = Span(start, end)
    return SubjectPhrase(span, name) if name else SubjectPhrase(span, trouble=wording.unplaced("subject", span.of(here.text)))


def head_of_conjoined(here: Surroundings, offset: int) -> SubjectPhrase | None:
    """Return "X" of "X has a mill and is located 5 km from …", whatever stands between the two verbs."""
    sentence = here.sentence_at(offset)
    left = max(sentence.start, offset - _AND_IS_REACH)
    if offset - sentence.start > _WINDOW or not _AND_IS.search(here.text, left, offset):
        return None
    opening = _OPENING.match(here.text, sentence.start, offset)
    start = opening.end() if opening else sentence.start
    pronoun = _PRONOUN.match(here.text, start, offset)
    if pronoun is not None:
        return back_reference(here, Span(*pronoun.span()), "")
    name = _heading_name(here, start, offset)
    return SubjectPhrase(name.span, name) if name is not None and not name.is_area else None


def labelled(here: Surroundings, offset: int) -> SubjectPhrase | None:
    """Return "X" of "X: town in Y, Z province" where nothing but description follows the colon."""
    sentence = here.sentence_at(offset)
    name = _heading_name(here, sentence.start, min(offset, sentence.start + _WINDOW))
    label = _LABEL.match(here.text, name.span.end, offset) if name else None
    if name is None or label is None or name.is_area or not _only_description(here.text[label.end() : offset]):
        return None
    return SubjectPhrase(name.span, name)


def last_head(here: Surroundings, offset: int) -> SubjectPhrase | None:
    """Return the place the sentences in front are about, for one that has no subject of its own: "Located 30 km from …"."""
    name = _heading_before(here, offset, "", town=False)
    return SubjectPhrase(name.span, name) if name else None


def back_reference(here: Surroundings, span: Span, anchor_words: str) -> SubjectPhrase | None:
    """Return the place meant by "it" or "the town"; None if the words are no such reference.

    The name that heads the sentence before comes first, then the only town in it, then (for "the town") the last one mentioned.
    The far end of the same claim is never meant.
    """
    words = span.of(here.text)
    noun = words.lower().split()[-1] if " " in words else ""
    if noun and noun not in SETTLEMENT_WORDS:
        return None
    name = _heading_before(here, span.start, anchor_words, town=bool(noun))
    return SubjectPhrase(span, name) if name else SubjectPhrase(span, trouble=wording.not_said_which(words))


def _heading_before(here: Surroundings, offset: int, anchor_words: str, *, town: bool) -> Name | None:
    """Return the place last spoken of before an offset."""
    sentence: Span | None = here.sentence_at(offset)
    for back in range(_BACK_SENTENCES):
        if sentence is None:
            break
        end = min(sentence.end, offset)
        opening = _OPENING.match(here.text, sentence.start, end)
        head = _heading_name(here, opening.end() if opening else sentence.start, end)
        if head is not None and not head.is_area and not _same(here, head, anchor_words):
            return head
        towns = [name for name in here.towns_between(sentence.start, end) if not _same(here, name, anchor_words)]
        if back == 1 and len({name.place for name in towns}) == 1:
            return towns[0]
        sentence = here.sentence_before(sentence)
    towns = here.towns_between(max(0, offset - _BACK_CHARACTERS), offset) if town else []
    return next((name for name in reversed(towns) if not _same(here, name, anchor_words)), None)


def _heading_name(here: Surroundings, start: int, end: int) -> Name | None:
    """Return the place name a sentence starts with, if the sentence is about it: "X was shelled", not "X police said"."""
    name = here.name_starting_at(start, end) if start < end else None
    if name is None or name.span.start != start:
        return None
    is_toponym = name.place is not None or any(t.span == name.span for t in here.between(name.span.start, name.span.end))
    if is_toponym:
        return name if _HEADS_ON.match(here.text, name.span.end) else None
    return name if _LABEL.match(here.text, name.span.end) or _IS.match(here.text, name.span.end) else None


def _run_end(here: Surroundings, start: int, end: int) -> int | None:
    """Return where the capitalised words that start a sentence end, unless they tell of an event or are no name."""
    words: list[re.Match[str]] = []
    for word in _WORDS.finditer(here.text, start, min(end, start + 64)):
        if not word.group()[0].isupper() or (words and here.text[words[-1].end() : word.start()] != " "):
            break
        words.append(word)
    if not words or here.is_one_case(start) or words[0].group().lower() in NO_NAMES | EVENT_NOUNS:
        return None
    return words[-1].end()


def _only_description(gap: str) -> bool:
    """Say whether words do nothing but describe or locate what stands in front of them."""
    return ";" not in gap and all(_describes(word) for word in _WORDS.findall(gap))


def _describes(word: str) -> bool:
    if word[0].isupper() or word[0].isdigit():
        return True
    return all(part in DESCRIPTION_WORDS or part in SETTLEMENT_WORDS or part in AREA_WORDS for part in word.lower().split("-"))


def _makes_area(gap: str) -> bool:
    """Say whether a gap begins with "district," or "of", which makes the name in front something else than a town."""
    first = _WORDS.match(gap.lstrip())
    return first is not None and first.group().lower() in AREA_WORDS | {"of"}


def _same(here: Surroundings, name: Name, words: str) -> bool:
    """Say whether a name is the one given."""
    return name.span.of(here.text).casefold() == words.casefold()
