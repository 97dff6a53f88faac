"""What a distance is stated of: the place in front of it, what "it" or "the town" takes up, the place behind it, or the event itself."""

from __future__ import annotations

import re

from mapapp.claims import wording
from mapapp.claims.far_end.anchor_phrase import AnchorPhrase
from mapapp.claims.near_end.clauses import Clause
from mapapp.claims.near_end.heads import entry_head, last_head
from mapapp.claims.near_end.subject_phrase import SubjectPhrase
from mapapp.claims.phrases import AREA_WORDS, LOCAL_FACILITIES, SETTLEMENT_WORDS, pattern_of
from mapapp.claims.surroundings import Surroundings
from mapapp.report.report import Span

_WINDOW = 360
_WORDS = re.compile(r"[^\W_][\w'’-]*")
_NO_SUBJECT_BEFORE = re.compile(
    r"[\s\"“”'‘(–—,-]{0,6}(?:(?:in|at|on|and|but|located|situated|lying|set|based|just|some|only|away|all|meanwhile)[\s,]{1,3}){0,4}\Z",
    re.IGNORECASE,
)
_LOCATED = re.compile(r"(?<!\w)(?:located|situated|lying|set|based)\s{1,3}(?:\w{2,8}\s{1,3}){0,2}\Z", re.IGNORECASE)
_AND_AGAIN = re.compile(
    r"(?:\[\d{1,3}\]|\s?\([^()\n]{1,60}\))?\s{0,3}[,;)]?\s{0,3}(?:(?:and|or|but|as\s{1,3}well\s{1,3}as|nor)\s{1,3})?"
    r"(?:(?:is|lies|also|located|situated|another|at|it\s{1,3}is|a\s{1,3}further|some)\s{1,3}){0,3}(?:[,;]\s{0,3})?",
    re.IGNORECASE,
)
_NOUN_CLASSES = "|".join(sorted(SETTLEMENT_WORDS | AREA_WORDS))
_LIES = re.compile(
    r"[\s,]{1,4}(?:is|are|was|were|lies?|lay|stands?|stood|sits?|sat|rises?|sprawls?)\s{1,3}"
    r"(?:(?:the|a|an)\s{1,3}(?:[\w-]{2,16}\s{1,3}){0,3}?(?:[a-z]{3,16}\s{1,3})(?:of|called|named)\s{1,3}(?:the\s{1,3})?|the\s{1,3})?",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"\s{{0,3}},\s{{0,3}}(?:(?:(?:in|at|near|outside)\s{{1,3}})?(?:the\s{{1,3}})?(?:[\w-]{{2,16}}\s{{1,3}}){{0,2}}?"
    rf"(?:{_NOUN_CLASSES}|{pattern_of(LOCAL_FACILITIES)})\s{{1,3}}(?:of|called|named)\s{{1,3}}|(?:in|at|the|nearby|small)\s{{1,3}}){{0,2}}",
    re.IGNORECASE,
)
_IS = re.compile(r"\s{1,3}(?:is|lies)(?!\w)", re.IGNORECASE)
_IS_AREA = re.compile(
    r"\s{1,3}(?:is|was)\s{1,3}(?:a|an|the|one\s{1,3}of\s{1,3}the)\s{1,3}(?:[\w'’-]{1,16}\s{1,3}){0,3}?"
    rf"(?:{'|'.join(sorted(AREA_WORDS))})s?(?!\w)",
    re.IGNORECASE,
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
    if here.dateline is not None and here.dateline.span.start <= start < here.dateline.end:
        start = here.dateline.end  # "X, May 2 – 30 km from Y, a convoy": no range, and X is where the report was filed
    sentence = here.sentence_at(start)
    shared = _shared(here, start, sentence, previous)
    if shared is not None:
        return shared
    left = max(sentence.start, start - _WINDOW)
    if left == sentence.start and _NO_SUBJECT_BEFORE.fullmatch(here.text[left:start]):
        return _fronted(here, start, anchor, sentence)
    clause = Clause(here, left, start, _name_of(here, anchor))
    found = clause.near_end()
    is_doubtful = (found is None or found.trouble) and not clause.is_about(found)
    if clause.only_describes and (is_doubtful or (left == 0 and clause.is_verbless_entry)):
        found = entry_head(here) or found
    return found or _event(here, Span(left, start))


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
    if end > previous[0] and _IS.match(here.text, end):
        return None  # "B is 12 km from Tarrow, A is 30 km from it"
    return previous[1] if _AND_AGAIN.fullmatch(here.text, end, start) else None


def _fronted(here: Surroundings, start: int, anchor: AnchorPhrase | None, sentence: Span) -> SubjectPhrase:
    """Return the near end of a statement that opens its sentence: behind the far end, in the sentence before, or the event."""
    found = _behind(here, anchor, sentence)
    if found is None:
        before = here.sentence_before(sentence)
        is_answer = before is not None and here.text[before.start : before.end].endswith("?")
        if is_answer or _LOCATED.search(here.text, sentence.start, start):
            found = last_head(here, sentence.start)
    return found or _event(here, Span(start, start))


def _behind(here: Surroundings, anchor: AnchorPhrase | None, sentence: Span) -> SubjectPhrase | None:
    """Return the near end of "Some 30 km north of B, the town of A …", "…, in the bazaar of A", "… lies A"."""
    if anchor is None:
        return None
    lies = _LIES.match(here.text, anchor.span.end, sentence.end)
    opening = lies or _AFTER.match(here.text, anchor.span.end, sentence.end)
    if opening is None:
        return None
    name = here.name_starting_at(opening.end(), sentence.end)
    if name is None:
        return None
    if (name.is_area and lies is None) or _IS_AREA.match(here.text, name.span.end):
        return None
    return SubjectPhrase(name.span, name, trouble=wording.area(name.span.of(here.text)) if name.is_area else "")


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
