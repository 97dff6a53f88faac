"""What a distance is stated of: the place in front of it, the place meant by "it" or "the town", or the event itself.

The words in front are peeled off from the right (punctuation, "is located", "a town", "on Monday") until a name stands at the end. An
unknown name there is the subject, unresolved: reaching past it to the next known name was the worst fault of a first attempt. A country
or province gives way to something narrower in front of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mapapp.claims import wording
from mapapp.claims.anchor_phrase import BREAKS_PHRASE, AnchorPhrase
from mapapp.claims.heads import back_reference, head_of_clause, head_of_conjoined, in_container, labelled, last_head, narrower_than
from mapapp.claims.phrases import AREA_WORDS, EVENT_NOUNS, FACILITY_WORDS, LOCAL_FACILITIES, NO_NAMES, SETTLEMENT_WORDS, pattern_of
from mapapp.claims.seats import seat
from mapapp.claims.subject_phrase import SubjectPhrase
from mapapp.claims.surroundings import Name, Surroundings
from mapapp.report.report import Span

_WINDOW = 160
_MOST_PEELS = 12

_PUNCTUATION = re.compile(r"[\s,;:–—\"“”‘’'(\[-]{1,6}\Z")
_ADVERBS = (
    r"also|only|just|still|now|today|some|deep|high|far|situated|located|based|lying|standing|itself|roughly|approximately|about|a\s{1,3}mere|"
    r"at|in|on|a|distance|distances|of|is|are|was|were|lies|lie|lay|sits|sit|sat|stands|stand|stood|being|be|been|found|set|nestled|perched|"
    r"which|that|who|not|and\s{1,3}(?:is|lies|was)|has|have"
)
_LOCATED = re.compile(rf"(?<![\w'’-])(?:(?:{_ADVERBS})\s{{1,3}}){{0,6}}(?:{_ADVERBS})\s{{0,3}}\Z", re.IGNORECASE)
_NOUN_CLASSES = "|".join(sorted(SETTLEMENT_WORDS | AREA_WORDS))
_DESCRIPTION = re.compile(
    r"(?:[,(–—-]|(?<!\w)(?:is|was|are|were|remains|became)\s)\s{0,3}"
    r"(?P<words>(?:a|an|the|one\s{1,3}of\s{1,3}the|its|his|her|their|\w{2,20}[’']s)\s{1,3}(?P<between>(?:[\w'’,-]{1,20}\s{1,3}){0,6}?)"
    rf"(?:(?:{_NOUN_CLASSES})s?(?:\s{{1,3}}(?:in|on|at|near|off)\s{{1,3}}(?:[\w'’-]{{1,20}}\s{{0,3}}){{1,5}})?"
    r"|(?:capital|seat|hub|part)\s{1,3}of\s{1,3}(?:[\w'’-]{1,20}\s{0,3}){1,5}))\s{0,3}\Z",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"(?<!\w)(?:(?:on|late|early|last|this|since)\s{1,3}){0,2}"
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:\s{1,3}(?:night|morning|evening|afternoon))?|today|yesterday|tonight|"
    r"(?:night|morning|evening|afternoon|week|month|year))\s{0,3}\Z",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"(?:\([^()\n]{1,60}\)|\[\d{1,3}\])\s{0,3}\Z")
_CLASS_BEHIND = re.compile(rf"\s{{1,3}}(?P<noun>{_NOUN_CLASSES})\Z", re.IGNORECASE)
_LOCAL_BEHIND = re.compile(rf"(?:['’]s?)?\s{{1,3}}(?:{pattern_of(LOCAL_FACILITIES)})\Z", re.IGNORECASE)
_LOCAL_BEHIND_WORD = re.compile(rf"(?:['’]s?)?\s{{1,3}}[\w'’-]{{2,16}}\s{{1,3}}(?:{pattern_of(LOCAL_FACILITIES)})\Z", re.IGNORECASE)
_FACILITY_BEHIND = re.compile(rf"(?P<noun>{'|'.join(sorted(FACILITY_WORDS | AREA_WORDS))})\Z", re.IGNORECASE)
_AND_AGAIN = re.compile(
    r"(?:\[\d{1,3}\]|\s?\([^()\n]{1,60}\))?\s{0,3}[,;)]?\s{0,3}(?:(?:and|or|but|as\s{1,3}well\s{1,3}as|nor)\s{1,3})?"
    r"(?:(?:is|lies|also|located|situated|another|at|it\s{1,3}is)\s{1,3}){0,3}(?:[,;]\s{0,3})?",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"(?<![\w'’])(?P<word>it|the\s{1,3}\w{3,16})\s{0,3}\Z", re.IGNORECASE)
_BETWEEN = re.compile(r"(?<!\w)between\s{1,3}[^.,;:]{2,40}\s{1,3}and\s{1,3}\Z", re.IGNORECASE)
_WORDS = re.compile(r"[^\W_][\w'’-]*")
_AFTER = re.compile(rf"\s{{0,3}},\s{{0,3}}(?:(?:in|at|on|the|small|nearby|{_NOUN_CLASSES}|of)\s{{1,3}}){{0,5}}", re.IGNORECASE)
_IS_AREA = re.compile(
    r"\s{1,3}(?:is|was)\s{1,3}(?:a|an|the|one\s{1,3}of\s{1,3}the)\s{1,3}(?:[\w'’-]{1,16}\s{1,3}){0,3}?"
    rf"(?:{'|'.join(sorted(AREA_WORDS))})s?(?!\w)",
    re.IGNORECASE,
)
_NO_SUBJECT_BEFORE = re.compile(
    r"[\s\"“”'‘’(–—-]*(?:(?:in|at|on|and|but|located|situated|lying|just|some|only)\s{1,3}){0,3}\Z", re.IGNORECASE
)


def find_subject(here: Surroundings, start: int, anchor: AnchorPhrase | None, previous: tuple[int, SubjectPhrase] | None) -> SubjectPhrase:
    """Return what the distance is stated of.

    Parameters
    ----------
    start
        Where the statement starts, its hedge included.
    anchor
        The other end, if there is one: a subject may stand behind it, and is never of the same name.
    previous
        Where the claim in front of this one ended, and its subject: "10 km from A and 20 km from B" share it.
    """
    sentence = here.sentence_at(start)
    shared = _shared(here, start, sentence, previous)
    if shared is not None:
        return shared
    left = max(sentence.start, start - _WINDOW)
    if left == sentence.start and _NO_SUBJECT_BEFORE.fullmatch(here.text[left:start]):
        found = _behind(here, anchor, sentence)
        if found is None and _LOCATED.search(here.text, left, start):
            found = last_head(here, sentence.start)
        return found or _event(here, Span(start, start))
    if (head := labelled(here, start) or head_of_conjoined(here, start)) is not None:
        return head
    end = start
    for position in _peeled(here, left, start):
        found = _at(here, position, left, _name_of(here, anchor))
        if found is not None:
            return found
        end = position
    return head_of_clause(here, start) or _event(here, Span(left, max(left, end)))


def _shared(here: Surroundings, start: int, sentence: Span, previous: tuple[int, SubjectPhrase] | None) -> SubjectPhrase | None:
    """Return the subject of the claim before, where the two are joined by no more than "and"."""
    if previous is None or not sentence.start <= previous[0] <= start:
        return None
    end = previous[0]
    for toponym in here.between(end, min(start, end + 48)):
        # "from Tarrow, Ohio, and 20 km from": the area behind the far end belongs to it.
        if here.text[end : toponym.span.start] != ", " or toponym.place is None:
            break
        end = toponym.span.end
    return previous[1] if _AND_AGAIN.fullmatch(here.text, end, start) else None


def _peeled(here: Surroundings, left: int, end: int) -> Iterator[int]:
    """Yield the ends of what is left after each peeling, the untouched text first."""
    for _ in range(_MOST_PEELS):
        description = _description(here, left, end)
        if description is not None:
            end = description
            continue
        yield end
        shorter = next((m.start() for p in _PEELS if (m := p.search(here.text, left, end)) is not None), None)
        if shorter is None or shorter <= left:
            if shorter is not None and shorter < end:
                yield shorter
            return
        end = shorter


_PEELS = (_BRACKETS, _PUNCTUATION, _LOCATED, _TIME)


def _description(here: Surroundings, left: int, end: int) -> int | None:
    """Return where ", a port city" or "is a border town" begins, if it describes and names nothing."""
    match = _DESCRIPTION.search(here.text, left, end)
    if match is None or BREAKS_PHRASE.search(match.group("between")):
        return None
    for toponym in here.between(match.start("between"), match.end("between")):
        # In capitals even "A PORT CITY" may be taken for the name of some place.
        if not all(word.lower() in SETTLEMENT_WORDS | NO_NAMES for word in toponym.text.split()):
            return None
    words = match.group("between").split()
    return match.start() if here.is_one_case(end) or not any(word[0].isupper() for word in words) else None


def _at(here: Surroundings, end: int, left: int, other: str) -> SubjectPhrase | None:
    """Return the subject if one ends exactly here."""
    if end <= left or not (here.text[end - 1].isalnum() or here.text[end - 1] in ".'’"):
        return None
    name = here.name_ending_at(end, left)
    if name is not None:
        return _narrowest(here, name, name.span, left, other)
    return _pronoun(here, end, left, other) or _with_noun(here, end, left, other) or _unknown(here, end, left)


def _with_noun(here: Surroundings, end: int, left: int, other: str) -> SubjectPhrase | None:
    """Return the subject where a name is followed by a noun: "Djimo town", "Rolpa district", "the Uchiza police station"."""
    behind = _CLASS_BEHIND.search(here.text, left, end)
    if behind is not None and (name := here.name_ending_at(behind.start(), left)) is not None:
        whole = Span(name.span.start, end)
        if behind.group("noun").lower() in SETTLEMENT_WORDS:
            return _narrowest(here, name, whole, left, other)
        narrower = narrower_than(here, name.span.start, left) or head_of_clause(here, name.span.start)
        return narrower or SubjectPhrase(whole, trouble=wording.area(whole.of(here.text)))
    for pattern in (_LOCAL_BEHIND, _LOCAL_BEHIND_WORD):
        local = pattern.search(here.text, left, end)
        if local is not None and (name := here.name_ending_at(local.start(), left)) is not None and not name.is_area:
            return SubjectPhrase(Span(name.span.start, end), name)
    if behind is not None and (run := here.capitalised_run_before(behind.start(), left)) is not None:
        whole = Span(run.start, end)
        if (head := head_of_clause(here, run.start)) is not None:
            return head
        return SubjectPhrase(whole, trouble=wording.unplaced("subject", whole.of(here.text)))
    return None


def _narrowest(here: Surroundings, name: Name, whole: Span, left: int, other: str) -> SubjectPhrase:
    """Return the subject for a name, or for a narrower one in front of it where the name is an area."""
    town = in_container(here, name, left)
    if town is not None:
        return SubjectPhrase(town.span, town)
    if name.is_area:
        found = narrower_than(here, name.span.start, left) or head_of_clause(here, name.span.start)
        if found is None and whole == name.span and (town := seat(here, name)) is not None:
            found = SubjectPhrase(whole, town)
        return found or SubjectPhrase(whole, name, trouble=wording.area(name.span.of(here.text)))
    if _same(name.span.of(here.text), other):
        narrower = narrower_than(here, name.span.start, left) or head_of_clause(here, name.span.start)
        return narrower or SubjectPhrase(whole, trouble=wording.unplaced("subject", whole.of(here.text)))
    on_the_way = _BETWEEN.search(here.text, left, name.span.start) or _is_feature(here, name, left)
    if on_the_way and (head := head_of_clause(here, name.span.start)) is not None:
        return head
    if (
        (run := here.capitalised_run_before(name.span.end, left)) is not None
        and run.start < name.span.start
        and not _starts_sentence(here, run)
    ):
        return SubjectPhrase(run, trouble=wording.unplaced("subject", run.of(here.text)))
    return SubjectPhrase(whole, name)


def _is_feature(here: Surroundings, name: Name, left: int) -> bool:
    """Say whether a name is that of a river or the like, whatever town it was taken for: "on the Fox River"."""
    last = name.span.of(here.text).lower().split()[-1]
    return last in AREA_WORDS and here.text[max(left, name.span.start - 4) : name.span.start].lower() == "the "


def _pronoun(here: Surroundings, end: int, left: int, other: str) -> SubjectPhrase | None:
    """Return the place meant by "it" or "the town" right in front."""
    match = _PRONOUN.search(here.text, left, end)
    return back_reference(here, Span(match.start("word"), match.end("word")), other) if match else None


def _unknown(here: Surroundings, end: int, left: int) -> SubjectPhrase | None:
    """Return an unknown name or a facility as a subject that cannot be placed."""
    run = here.capitalised_run_before(end, left)
    if run is not None and run.of(here.text).lower() in NO_NAMES:
        return None
    if run is not None and not _starts_sentence(here, run):
        head = head_of_clause(here, run.start)
        return head or SubjectPhrase(run, trouble=wording.unplaced("subject", run.of(here.text)))
    noun = _FACILITY_BEHIND.search(here.text, left, end)
    if noun is None or noun.group("noun").lower() in EVENT_NOUNS:
        return None
    words = list(_WORDS.finditer(here.text, left, end))[-4:]
    start = next((w.start() for w in words if w.group().lower() in ("a", "an", "the", "his", "her", "their", "its")), words[-1].start())
    if (head := head_of_clause(here, end)) is not None:
        return head
    return SubjectPhrase(Span(start, end), trouble=wording.unplaced("subject", here.text[start:end]))


def _starts_sentence(here: Surroundings, run: Span) -> bool:
    """Say whether a run is a single word that owes its capital to the sentence alone: "Fighting 20 km from"."""
    return run.start == here.sentence_at(run.start).start and " " not in run.of(here.text) and run.of(here.text).lower() in EVENT_NOUNS


def _behind(here: Surroundings, anchor: AnchorPhrase | None, sentence: Span) -> SubjectPhrase | None:
    """Return the subject of "Some 30 km north of B, the town of A is …"."""
    if anchor is None:
        return None
    comma = _AFTER.match(here.text, anchor.span.end, sentence.end)
    name = here.name_starting_at(comma.end(), sentence.end) if comma else None
    if name is None or name.is_area or _IS_AREA.match(here.text, name.span.end):
        return None
    return SubjectPhrase(name.span, name)


def _event(here: Surroundings, span: Span) -> SubjectPhrase:
    """Return the event as subject, with the clause's last words for a label."""
    words = list(_WORDS.finditer(here.text, span.start, span.end))
    clause = here.text[span.start : span.end]
    cut = max(clause.rfind(mark) for mark in (",", ";", ":", "(", "—", "–", "\n")) + 1 + span.start
    kept = [word for word in words if word.start() >= cut][-6:]
    label = Span(kept[0].start(), kept[-1].end()) if kept else span
    return SubjectPhrase(label, event=True, trouble=wording.event_subject())


def _name_of(here: Surroundings, anchor: AnchorPhrase | None) -> str:
    """Return the name in the far end's words, or all of them."""
    if anchor is None:
        return ""
    return (anchor.name.span if anchor.name else anchor.span).of(here.text)


def _same(one: str, other: str) -> bool:
    return one.casefold() == other.casefold()
