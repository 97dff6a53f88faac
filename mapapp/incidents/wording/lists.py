"""How the lines of a list stand: where its entries begin, how deep they lie, which line is the total, and lists without any verb."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mapapp.report.report import Span

_MARK = re.compile(r"[ \t]{0,40}(?P<bullet>[•●▪◦‣*·➤►]|[-–—]{1,2}(?=\s)|\(?\d{1,2}[.)](?=\s)|\(?[a-z]\)(?=\s))?\s{0,4}")
_LABEL = re.compile(r"[ \t]{0,40}(?:[•●▪◦‣*·➤►]\s|[-–—]{1,2}\s)?[^\W\d_a-z][^:\n]{0,40}:[ \t]+\S")
"""The head of an entry at the beginning of a line: "Upper valley: "."""

_NUMBERED = re.compile(
    r"[ \t]{0,40}(?:[•●▪◦‣*·➤►]\s)?"
    r"(?:(?:incident|case|count|charge|event|entry|item|accident|attack|record|episode|occurrence|job)\s(?:no\.?\s?)?"
    r"(?:[A-Z]|\d{1,3})(?=\s?[.:(–—-])|\d{1,2}/\s(?=\S))",
    re.IGNORECASE,
)
"""The head of an entry that is counted off by a word or with a stroke: "Incident A (", "Count 1.", "3/ "."""

_SLASHED = re.compile(r"[^\n/:]{1,50}\s/\s[^\n/]{1,80}\s/\s")
"""A line whose fields are set apart by strokes: "Mon 4 / harbour / boat sunk / nine dead"."""

_ASIDE = re.compile(
    r"[\s•●▪◦‣*·➤►–—-]{0,6}(?:also|not\s(?:counted|included|in\sthe\sabove)|outside|separate|separately|other|others|besides|in\saddition|"
    r"after\sclosing|elsewhere|as\swell|brought\sin\sas\swell|under\sinquiry|attempt(?:s|ed)?)\b[^:\n\d]{0,40}:\s"
    r"|[\s•●▪◦‣*·➤►–—-]{0,6}(?:(?:last\s)?week\s\d{1,2}|same\s(?:month|week|day|date|period)\b[^:\n]{0,20}|(?:19|20)\d\d|[^:\n.]{0,30}\sto\sdate"
    r"|(?:a|one|two|ten|\d{1,2})\s(?:years?|months?|weeks?)\sago|previous(?:ly)?|for\scomparison):\s",
    re.IGNORECASE,
)
_REVISED = re.compile(
    r"[\s•●▪◦‣*·➤►–—-]{0,6}(?:revised|revision|reclassified|corrected|correction|amended)\b[^:\n]{0,30}:\s", re.IGNORECASE
)


def is_head(text: str, start: int) -> bool:
    """Say whether a line that begins here is an entry counted off by a word, or one in fields: "Incident A (…)", "4 May / port / …"."""
    return _NUMBERED.match(text, start) is not None or _SLASHED.match(text, start) is not None


def is_aside(text: str, start: int) -> bool:
    """Say whether a line that begins here tells of what a list does not count: "Not counted: …", "Outside the district: …"."""
    return _ASIDE.match(text, start) is not None


def is_revised(text: str, start: int) -> bool:
    """Say whether a line that begins here only corrects a figure of an earlier report: "Revised: May, 31 killed (was 28)"."""
    return _REVISED.match(text, start) is not None


_TOTAL = re.compile(
    r"[\s•●▪◦‣*·➤►–—-]{0,6}(?:\d{1,2}[.)]\s{1,2})?"
    r"(?:(?:(?:grand|country|national|overall|provincial|district|state|combined|cumulative|regional|running|weekly|monthly)\s){0,2}"
    r"(?:sub-?)?totals?\b(?:\s(?:for|in|of|on|so\sfar|killed|dead|deaths|casualties|to)\b[^:\n\d]{0,40}"
    r"|\ssince\s[^:\n]{1,30}(?=:)|(?=\s?[:\d–—=|-]))"
    r"|(?:in\sall|(?:victims|casualties|dead|deaths)\s(?:under|in|of)\sall\b[^:\n\d]{0,30}|last\s\d{1,2}\s?h(?:ours|rs)?\b[^:\n]{0,30})\s?:"
    r"|(?:summary|overall|altogether|toll|balance|sum|all\s(?:districts|provinces|areas|regions|sites|told))\s?[:–—=-])",
    re.IGNORECASE,
)
_TOTAL_HERE = 60
"""Characters of a line among which its figure stands, behind "Total for the month"."""


def line_cuts(text: str, sentence: Span) -> list[int]:
    """Return where, inside what was read as one sentence, a line begins that is an entry of its own or the total of a list.

    Parameters
    ----------
    text
        The report.
    sentence
        The sentence.
    """
    found = []
    at = text.find("\n", sentence.start, sentence.end)
    while at >= 0:
        if _LABEL.match(text, at + 1, sentence.end) or is_total(text, at + 1) or is_head(text, at + 1):
            found.append(at + 1 + len(text[at + 1 : sentence.end]) - len(text[at + 1 : sentence.end].lstrip()))
        at = text.find("\n", at + 1, sentence.end)
    return found


def is_total(text: str, start: int) -> bool:
    """Say whether the line that begins here gives the total of a list: "Total: 14 killed", "Country total 31 dead"."""
    found = _TOTAL.match(text, start, start + 2 * _TOTAL_HERE)
    if found is None:
        return _TALLY.match(text, start, start + 4 * _TOTAL_HERE) is not None
    line_end = text.find("\n", start)
    line = text[found.end() : line_end if line_end >= 0 else len(text)][:_TOTAL_HERE]
    return any(character.isdigit() for character in line) or bool(_IN_WORDS.search(line))


_COUNTS = (
    r"(?:dead|killed|deaths|drowned|injured|wounded|hurt|missing|arrested|arrests|detained|abducted|displaced|homeless|evacuated|"
    r"houses\slost|houses|homes\sburnt|homes|cases)"
)
_TALLY = re.compile(
    rf"[\s•●▪*·–—-]{{0,4}}{_COUNTS}\s\d[\d,]{{0,9}}(?:[,;]\s{_COUNTS}\s\d[\d,]{{0,9}}){{1,6}}[ \t]*\.?(?=\n|$)",
    re.IGNORECASE,
)
"""A line that counts without saying where: "Dead 13, injured 64, houses lost 430"."""

_IN_WORDS = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w{3,5}teen|twenty|thirty|forty|fifty)\b", re.IGNORECASE
)


def level_of(text: str, start: int) -> int:
    """Return how deep a line lies that begins here, by its indent and its bullet; -1 where no line begins."""
    line_start = text.rfind("\n", 0, start) + 1
    mark = _MARK.match(text, line_start)
    if mark is None or mark.end() < start:
        return -1
    indent = len(text[line_start : line_start + 40]) - len(text[line_start : line_start + 40].lstrip(" \t"))
    return 2 * min(indent, 20) + (mark.group("bullet") is not None)


SHORTEST_LIST = 3
"""Terse lines that make a list."""

_LONGEST_TERSE = 170
_FINITE = re.compile(
    r"\b(?:the|was|were|is|are|has|have|had|said|says|he|she|they|it|we|I|you|his|her|their|our|its|who|which|that|but)\b", re.IGNORECASE
)
_STOPS = ".;!?)"


def terse_lines(text: str) -> frozenset[int]:
    """Return where the lines of lists begin that are written without verb or article.

    "Grenade at market, two dead." is one. A list has three of them in a row at least, each ended by a stop.

    Parameters
    ----------
    text
        The report.
    """
    found: set[int] = set()
    run: list[int] = []
    for start, end in _lines(text):
        if _is_terse(text, start, end):
            run.append(start)
            continue
        if len(run) >= SHORTEST_LIST:
            found.update(run)
        run = []
    return frozenset(found | set(run) if len(run) >= SHORTEST_LIST else found)


def _is_terse(text: str, start: int, end: int) -> bool:
    """Say whether a line is ended by a stop and has no article, pronoun or auxiliary in its first sentence."""
    if not 12 <= end - start <= _LONGEST_TERSE or text[end - 1] not in _STOPS or text[start].islower():
        return False
    stop = text.find(". ", start, end)
    return _FINITE.search(text, start, stop if stop - start > 12 else end) is None


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield the lines that are not empty, without the white space around them."""
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        line = text[start:end]
        if line.strip():
            first = start + len(line) - len(line.lstrip())
            yield first, first + len(line.strip())
        start = end + 1
