"""Entries of a register: bullets of a situation report, numbered jobs, lines that begin with a place, a date or a clock time."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mapapp.incidents.wording.lists import is_aside, is_head
from mapapp.incidents.wording.place_words import AREA_NOUNS
from mapapp.report.dates import DateMention
from mapapp.report.report import Span
from mapapp.toponyms.toponym import Toponym

_BULLET = re.compile(r"[ \t]{0,12}(?:[•●▪◦‣*·]|[-–—]{1,2}|\(?\d{1,2}[.)]|\(?[a-z]\))\s+\S")
_CLOCK = re.compile(r"(?:updated?\s)?\d{1,2}[:.h]\d\d(?:\s?[ap]\.?m\.?)?(?:\s?[A-Z]{2,4})?\b[.:]?\s", re.IGNORECASE)
_LABELLED = re.compile(
    r"(?:[•●▪◦‣*·➤►–—-]{1,2}\s)?[A-ZÀ-ÞŠŽ][^:\n\d.]{1,40}(?::|\s[–—-])\s(?:at\sleast\s|about\s|some\s)?"
    r"(?:\d[\d,]{0,9}|[Nn]o|[Nn]il|(?i:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w{3,5}teen))\s(?:\w{1,20}\s){0,2}"
    r"(?:dead|killed|deaths?|died|fatalit|injur|wounded|hurt|displaced|arrest|detain|abduct|kidnap|bodies)"
)
"""A name with figures behind it: "Marrow: 13 deaths, of which nine in one village"."""

LONGEST_HEAD = 60
"""Characters before the colon of "Upper valley, east bank:"."""


def begins_entry(text: str, sentence: Span, toponyms: Sequence[Toponym], dates: Sequence[DateMention]) -> bool:
    """Say whether a sentence begins an entry of a register.

    Parameters
    ----------
    text
        The report.
    sentence
        The sentence, with its bullet.
    toponyms
        Those inside it.
    dates
        Those inside it.
    """
    if _LETTERED.match(text, sentence.start):
        return True
    if _LABELLED.match(text, sentence.start, sentence.end):
        return True
    if toponyms and toponyms[0].span.start == sentence.start and text[toponyms[0].span.end : toponyms[0].span.end + 2] == ": ":
        return True
    line_start = text.rfind("\n", 0, sentence.start) + 1
    if text[line_start : sentence.start].strip(" \t•●▪◦‣*·-–—()0123456789.") != "":
        return False
    words = sentence.of(text)[: LONGEST_HEAD + 1]
    if is_head(text, line_start) or is_aside(text, line_start):
        return True
    if _BULLET.match(text, line_start) or _CLOCK.match(words) or _is_log(text, line_start):
        return True
    colon = words.find(": ")
    if colon < 0 and toponyms and is_label(text, Span(sentence.start, toponyms[0].span.end + 1), toponyms[:1]):
        return True
    if colon < 0:
        return False
    head = Span(sentence.start, sentence.start + colon)
    return any(mention.span.start < head.end for mention in dates) or any(toponym.span.start < head.end for toponym in toponyms)


_HOUR = re.compile(r"^(?:[01]\d|2[0-3])[0-5]\d\s{1,2}(?=[A-Z\d])", re.MULTILINE)
_FEWEST_HOURS = 3
_AROUND = 1500
"""Characters before and behind a line among which others like it stand."""


def _is_log(text: str, line_start: int) -> bool:
    """Say whether a line begins with an hour as those of a log do: "0905 Blast heard"; a single one may be a year."""
    if _HOUR.match(text, line_start) is None:
        return False
    return len(_HOUR.findall(text, max(0, line_start - _AROUND), line_start + _AROUND)) >= _FEWEST_HOURS


def is_label(text: str, sentence: Span, toponyms: Sequence[Toponym]) -> bool:
    """Say whether a sentence is only the name of a place at the head of a line: "Mirado. Two men were arrested"."""
    if len(toponyms) != 1 or text[sentence.end - 1 : sentence.end] != "." or sentence.end - sentence.start > LONGEST_HEAD:
        return False
    line_start = text.rfind("\n", 0, sentence.start) + 1
    at_head = not text[line_start : sentence.start].strip(" \t•●▪◦‣*·-–—()0123456789.")
    written = sentence.of(text).strip(" .")
    alone = written == toponyms[0].text or (
        written.startswith(toponyms[0].text) and written.removeprefix(toponyms[0].text).strip().lower() in AREA_NOUNS
    )
    return at_head and alone and text[sentence.end : sentence.end + 1] not in {"", "\n"}


_IN_LINE = re.compile(r"(?<=[;:,.])\s\((?:[a-z]|\d{1,2}|i{2,3}|iv|vi{0,3})\)\s(?=\S)")
_LETTERED = re.compile(r"\((?:[a-z]|\d{1,2}|i{2,3}|iv|vi{0,3})\)\s")


def listed_entries(text: str, sentence: Span) -> list[int]:
    """Return where the entries of a list within a sentence begin: "(a) … ; (b) …"; [] where there are not two."""
    found = [match.start() + 1 for match in _IN_LINE.finditer(text, sentence.start, sentence.end)]
    return found if len(found) > 1 or (found and _LETTERED.match(text, sentence.start)) else []


_KINDS_OF_REPORT = re.compile(
    r"\b(?:updates?|bulletin|sitrep|digest|log|reports?|briefing|overview|review|situation|communiqu[eé]|newsletter|round-?up|blotter)\b",
    re.IGNORECASE,
)


def is_title(text: str, sentence: Span) -> bool:
    """Say whether a sentence is the title of a report that names its kind: "Flood update No. 6, 4 September"; it tells of no day."""
    if sentence.end - sentence.start > 2 * LONGEST_HEAD or text[sentence.end - 1] in ".!?":
        return False
    alone = text[sentence.end : sentence.end + 1] in {"", "\n"}
    return alone and _KINDS_OF_REPORT.search(text, sentence.start, sentence.end) is not None


class Paragraphs:
    """Counts paragraphs: blank lines, and lines that begin behind the end of a sentence."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._end = 0
        self._count = 0

    def of(self, sentence: Span) -> int:
        """Return the number of the paragraph that a sentence stands in; to be asked sentence by sentence."""
        between = self._text[self._end : sentence.start]
        if "\n" in between.strip(" \t") and (
            between.count("\n") > 1 or self._text[max(0, self._end - 2) : self._end].rstrip()[-1:] in _ENDS
        ):
            self._count += 1
        self._end = sentence.end
        return self._count


_ENDS = frozenset('.!?:"”’')
