"""Entries of a register: bullets of a situation report, numbered jobs, lines that begin with a place, a date or a clock time."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mapapp.report.dates import DateMention
from mapapp.report.report import Span
from mapapp.toponyms.toponym import Toponym

_BULLET = re.compile(r"(?:[•●▪◦‣*·]|[-–—]{1,2}|\(?\d{1,2}[.)]|\(?[a-z]\))\s+\S")
_CLOCK = re.compile(r"(?:updated?\s)?\d{1,2}[:.h]\d\d(?:\s?[ap]\.?m\.?)?(?:\s?[A-Z]{2,4})?\b[.:]?\s", re.IGNORECASE)
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
    line_start = text.rfind("\n", 0, sentence.start) + 1
    if text[line_start : sentence.start].strip(" \t•●▪◦‣*·-–—()0123456789.") != "":
        return False
    words = sentence.of(text)[: LONGEST_HEAD + 1]
    if _BULLET.match(text, line_start) or _CLOCK.match(words):
        return True
    colon = words.find(": ")
    if colon < 0:
        return False
    head = Span(sentence.start, sentence.start + colon)
    return any(mention.span.start < head.end for mention in dates) or any(toponym.span.start < head.end for toponym in toponyms)
