"""Read the ends of a statement whose form says where they stand."""

from __future__ import annotations

import re

from mapapp.claims import wording
from mapapp.claims.claim import AnchorKind
from mapapp.claims.far_end.anchor_phrase import BREAKS_PHRASE, AnchorPhrase
from mapapp.claims.far_end.anchors import find_anchor
from mapapp.claims.near_end.subject_phrase import SubjectPhrase
from mapapp.claims.statements.after_unit import ONWARD
from mapapp.claims.statements.statement import Statement, Stretch
from mapapp.claims.surroundings import Name, Surroundings
from mapapp.report.report import Span

_MOST_WORDS_BACK = 8
_LONGEST_BACK = 72
_WORD = re.compile(r"[^\W_][\w'’.&/-]*")
LINES = (AnchorKind.BORDER, AnchorKind.COAST, AnchorKind.FRONT_LINE)
"""Kinds of end that are lines."""

_SEPARATOR = re.compile(r"(?:,\s{1,3}|,?\s{1,3}(?:and|&)\s{1,3})\Z", re.IGNORECASE)
_BEFORE_LIST = re.compile(
    r"(?:\s{0,3},)?(?:\s{1,3}(?:are|is|was|were|lie|lies|lay|stand|stands|stood|sit|sits|sat|which|that|located|situated|at|respectively|distances|of))"
    r"{0,6}\s{0,3}[,(]?\s{0,3}\Z",
    re.IGNORECASE,
)
_AND_NEXT = re.compile(r"(?:,\s{1,3}|,?\s{1,3}(?:and|or|&)\s{1,3})(?:the\s{1,3})?", re.IGNORECASE)
_LAST = re.compile(r"\s{0,3}(?:[.,;:)!?\n]|\Z|respectively(?!\w))", re.IGNORECASE)
_RESPECTIVELY = re.compile(r"[\s,(]{0,3}respectively(?!\w)", re.IGNORECASE)
_BOTH = re.compile(r"(?<!\w)(?:both|either|each\s{1,3}of|respectively)\s{1,3}\Z", re.IGNORECASE)
_MOST_SHARED = 6
_SUBJECT_NEXT = re.compile(r"(?:\s{0,3},\s{0,3}|\s{1,3})(?:(?:is|lies|lie|stands|sits|was|lay|at|in)\s{1,3})?", re.IGNORECASE)


def far_end(here: Surroundings, stretch: Stretch) -> AnchorPhrase | None:
    """Return the phrase that stands in a stretch of text; None where nothing there can be an end."""
    if stretch.start is not None:
        return find_anchor(here, stretch.start, limit=stretch.end)
    return _ending_at(here, stretch.end) if stretch.end is not None else None


def near_end(here: Surroundings, stretch: Stretch) -> SubjectPhrase | None:
    """Return what stands in a stretch of text as a subject; None where it needs what stands in front of it ("it", "the town")."""
    phrase = far_end(here, stretch)
    if phrase is not None and phrase.kind is AnchorKind.DEICTIC:
        return None
    if phrase is None:
        words = here.text[stretch.start : stretch.end] if stretch.start is not None and stretch.end is not None else ""
        return SubjectPhrase(Span(stretch.start or 0, stretch.end or 0), trouble=wording.unplaced("subject", words)) if words else None
    return SubjectPhrase(phrase.span, phrase.name, trouble=phrase.trouble)


def is_named(phrase: AnchorPhrase | None) -> bool:
    """Say whether a phrase names its end, or is a line or capital: no mere "camp" or "posts"."""
    return phrase is not None and (
        phrase.name is not None or phrase.kind in (*LINES, AnchorKind.CAPITAL, AnchorKind.PLACE, AnchorKind.DEICTIC)
    )


def _ending_at(here: Surroundings, end: int) -> AnchorPhrase | None:
    """Return the longest phrase that ends at an offset, as far back as no verb or preposition stands in between."""
    left = max(here.sentence_at(max(0, end - 1)).start, end - _LONGEST_BACK)
    best = None
    for word in reversed(list(_WORD.finditer(here.text, left, end))[-_MOST_WORDS_BACK:]):
        if BREAKS_PHRASE.fullmatch(word.group()) and word.group().lower() != "of":
            break
        phrase = find_anchor(here, word.start(), limit=end)
        if (
            phrase is not None
            and phrase.span.end == end
            and is_named(phrase)
            and (best is None or best.name is None or not best.name.place)
        ):
            best = phrase
        if any(mark in here.text[word.start() - 2 : word.start()] for mark in ".,;:(\n"):
            break
    return best


def conjoined_before(here: Surroundings, end: int, count: int) -> list[Name]:
    """Return the names of "A, B and C are …" in order, if there are exactly so many; otherwise nothing."""
    left = max(here.sentence_at(end).start, end - 160)
    peeled = _BEFORE_LIST.search(here.text, left, end)
    at = peeled.start() if peeled else end
    names: list[Name] = []
    while len(names) < count:
        name = here.name_ending_at(at, left)
        if name is None:
            break
        names.insert(0, name)
        separator = _SEPARATOR.search(here.text, max(left, name.span.start - 8), name.span.start)
        if separator is None:
            break
        at = separator.start()
    return names if len(names) == count else []


def subject_of(name: Name) -> SubjectPhrase:
    """Return a name as a subject."""
    return SubjectPhrase(name.span, name)


def shared_far_ends(here: Surroundings, statement: Statement, first: AnchorPhrase) -> list[AnchorPhrase]:
    """Return the further far ends of "5 km from A and B".

    Two names count where the second ends the clause; more of them, a comma between, or a direction only with "both" or "respectively":
    "from A, B" is a town and its region, and one place is seldom in the same direction from two.
    """
    if first.name is None or first.kind not in (AnchorKind.PLACE, AnchorKind.CAPITAL) or first.trouble:
        return []
    found: list[AnchorPhrase] = []
    commas, end = 0, first.span.end
    while len(found) < _MOST_SHARED and (gap := _AND_NEXT.match(here.text, end)) is not None:
        name = here.name_starting_at(gap.end(), here.sentence_at(first.span.start).end)
        if name is None:
            break
        commas += gap.group().strip().startswith(",") and "and" not in gap.group().lower()
        found.append(AnchorPhrase(name.span, AnchorKind.PLACE, name=name))
        end = name.span.end
    sure = _RESPECTIVELY.match(here.text, end) or _BOTH.search(here.text, max(0, first.span.start - 16), first.span.start)
    if not found or (
        not sure
        and (statement.direction is not None or commas or len(found) > 1 or any(one.name is not None and one.name.is_area for one in found))
    ):
        return []
    return found if sure or _LAST.match(here.text, end) else []


def counted_from_before(here: Surroundings, statement: Statement, subject: SubjectPhrase) -> tuple[SubjectPhrase, AnchorPhrase | None]:
    """Return both ends of "5 km further on", "30 km to the north", "12 km away", counted from the one other town named in front.

    With more than one of them in the sentence nothing tells which is meant. Of "they reached A and, 5 km further on, B" the near end is B.
    """
    sentence = here.sentence_at(statement.span.start)
    if statement.relator == ONWARD and (subject.event or subject.trouble or _is_last_before(here, subject, statement)):
        gap = _SUBJECT_NEXT.match(here.text, statement.span.end)
        name = here.name_starting_at(gap.end(), sentence.end) if gap else None
        if name is not None and not name.is_area:
            subject = SubjectPhrase(name.span, name)
    mine = subject.span.of(here.text).casefold()
    before = (
        subject.span.start if sentence.start < subject.span.start < statement.span.start and not subject.event else statement.span.start
    )
    towns = {name.span.of(here.text).casefold(): name for name in here.towns_between(sentence.start, before)}
    towns.pop(mine, None)
    if len(towns) != 1 or (subject.name is None and not subject.event):
        return subject, None
    name = next(iter(towns.values()))
    return subject, AnchorPhrase(name.span, AnchorKind.PLACE, name=name)


def _is_last_before(here: Surroundings, subject: SubjectPhrase, statement: Statement) -> bool:
    """Say whether the words "and," part a subject found in front from the number: then it is the place the distance is counted from."""
    return re.search(r"\band\b", here.text[subject.span.end : statement.span.start]) is not None
