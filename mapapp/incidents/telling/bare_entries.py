"""Entries of a register that only give a day and a place: "12 May 2014: (K12) Harim village, Idlib governorate"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mapapp.report.dates import DateMention
from mapapp.report.report import Span
from mapapp.toponyms.toponym import Toponym

LONGEST_BARE = 200
"""Characters of an entry without a verb."""

_START = re.compile(r"[\s•●▪◦‣*·\-–—(\[]{0,6}")
_MARK = re.compile(r"[)\]]?\s{0,2}(?::|[-–—]{1,2}|,|\|)\s")
_LOWER = re.compile(r"(?<![\w'’‘`-])[a-z]{2,}\b")
_OF_PLACES = frozenset(
    """
    al an and area around at between bridge camp checkpoint city close commune county countryside crossing de del del des di district du e
    east eastern el en end farm farms first fourth from governorate hamlet hospital in inside island junction km la las le los market
    mosque municipality near neighborhood neighbourhood neighbourhoods north northern northeast northwest of off on outside outskirts
    province quarter region river road roundabout rural school second sector south southeast southern southwest sq square st state street
    sub-district subdistrict suburb the third to town township towards upper lower valley village villages ward west western y zone
    """.split()
)
"""Words in small letters that tell only where."""


def is_bare_entry(text: str, sentence: Span, toponyms: Sequence[Toponym], dates: Sequence[DateMention]) -> bool:
    """Say whether a sentence is an entry of a register with a day in front, a place behind, and nothing else.

    Parameters
    ----------
    text
        The report.
    sentence
        The sentence; the entry begins with it.
    toponyms
        Those inside it.
    dates
        Those inside it.
    """
    if not dates or not toponyms or sentence.end - sentence.start > LONGEST_BARE:
        return False
    day = dates[0]
    start = _START.match(text, sentence.start)
    if start is None or day.span.start != start.end() or day.precision not in {"day", "days"} or day.how != "explicit":
        return False
    if _MARK.match(text, day.span.end) is None:
        return False
    behind = text[day.span.end : sentence.end]
    return all(word[0] in _OF_PLACES for word in _LOWER.finditer(behind))
