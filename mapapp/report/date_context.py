"""What the words around a date say of it: a statement's date, a beginning or an end, the part of the day, "about"."""

from __future__ import annotations

import re
from dataclasses import replace

from mapapp.report.date_mention import DateMention
from mapapp.report.date_words import SPEECH_VERBS

_AROUND = 90
"""Characters before and behind a date that are looked at."""

_SAYS = "|".join(sorted(SPEECH_VERBS, key=len, reverse=True))
_SPEECH_BEFORE = re.compile(
    rf"\b(?:{_SAYS})\s(?:(?:also|again|here|late|later|early|earlier|only|in|at|on|to|by|an?|the|his|her|its|their|press|news|written|video|televised|radio"
    r"|statement|communique|interview|briefing|conference|address|speech|nation|telephone|reporters|journalists|afp|reuters|ap|efe|acan-efe|dpa|upi"
    r"|xinhua|tass|media|agency)\s){0,8}$",
    re.IGNORECASE,
)
_SPEECH_IN_PLACE = re.compile(
    rf"\b(?:{_SAYS})\s(?:(?:in|at|from)\s(?:[A-Z][\w.'’-]*\s){{1,3}}|(?:a|the)\s[a-z]{{3,14}}(?:\s[a-z]{{3,14}})?\s(?:in|at)\s(?:[A-Z][\w.'’-]*\s){{1,3}})(?:on\s)?$"
)
"""Speech with its place between verb and day: "said in Vienna on Tuesday", "told a news conference in Lima on Monday"."""
_RECKONED_AFTER = re.compile(
    r"\s(?:again\s|also\s)?(?:raised|revised|put|lowered|corrected|updated|increased|reduced)\s(?:[\w,-]{1,15}\s){0,4}"
    r"(?:toll|number|count|figure|figures|tally|estimate)\b",
    re.IGNORECASE,
)
"""The day on which the dead were counted anew: "on Monday raised to 41 the number of …"."""
_FOUND_BEFORE = re.compile(
    r"\b(?:recovered|retrieved|brought\sup|brought\sashore|pulled\sout|dug\sout|lifted)\s(?:[\w,-]{1,15}\s){0,4}(?:bodies|corpses|remains|dead)\s(?:(?:on|late|early)\s){0,3}$",
    re.IGNORECASE,
)
_OF_WRECK = re.compile(r"\s(?:\w+\s){0,2}(?:from|of|aboard|in|inside)\s(?:an?|the)\s(?:[\w-]{1,20}\s){1,5}(?:that|which)\s", re.IGNORECASE)
"""The day on which the dead were found of something that is told in a clause of its own: "from a ferry that sank off …"."""
_STATEMENT_BEFORE = re.compile(
    r"\b(?:statement|communiqu[eé]|interview|briefing|press\sconference|news\sconference|tweet|bulletin)s?\s"
    r"(?:(?:issued|released|published|posted|broadcast|aired|held|made|given|sent|dated|late|early|on|here|to|by|the|its)\s){0,4}$",
    re.IGNORECASE,
)
_STATEMENTS = ("statement", "communiqu", "interview", "briefing", "conference", "tweet", "bulletin")
_WORD = re.compile(r"\w+")
_NO_SPEECH_BEFORE = re.compile(
    r"\b(?:(?:was|were|been|being|is|are)\sreported|(?:an?|the|this|its|daily|weekly|monthly|situation|incident|field|news|flash|security|police"
    r"|press|media|annual|special|progress)\sreports?)\s(?:(?:on|late|early|for|of|in)\s){0,2}$",
    re.IGNORECASE,
)
"""What was reported on a day happened then, or just before; "Daily report 23/02/2016" is a title."""
_SPEECH_AFTER = re.compile(
    rf"\s(?:also\s|again\s|officially\s|publicly\s|night\s|morning\s|evening\s|afternoon\s)?(?:{_SAYS})\b", re.IGNORECASE
)
_OPENING_SPEECH = re.compile(
    rf",?\s(?:(?!{_SAYS}|that\b|when\b)[\w.'’-]+\s){{1,8}}(?:{_SAYS})\s(?:that|it|the|he|she|they|there|in\sa)\b", re.IGNORECASE
)
_RELATION = re.compile(r"\b(since|until|till|before|after|by|as\sof)\s(?:the\s|late\s|early\s)?$", re.IGNORECASE)
_THAN_BEFORE = re.compile(
    r"\b(?:more|fewer|less|higher|lower|up|down)\s(?:[\w-]{1,12}\s){0,2}(?:than|since|from)\s(?:on\s|late\s|early\s)?$", re.IGNORECASE
)
"""The day of an earlier count: "14 dead, three more than last night"."""
_ROSE_BEFORE = re.compile(
    r"\b(?:toll|number|count|figure)\b[^.;\n]{0,60}\b(?:rose|risen|went\sup|climbed|grew|grown|increased|jumped)\s(?:(?:on|late|early|again|further)\s){0,2}$",
    re.IGNORECASE,
)
"""The day on which a toll rose: "the number of dead went up last night from four to five"."""
_SENTENCE_START = re.compile(r"(?:^|[.!?:;\n]\s{0,4})(?:on\s|late\s|early\s|late\son\s|earlier\s)?$", re.IGNORECASE)
_ADVERBS = re.compile(r"(?:\b(?:on|in|late|early|earlier)\s){1,3}$", re.IGNORECASE)

_ADVERBS_ALONE = re.compile(r"(?:\b(?:late|early|earlier)\s){1,2}$", re.IGNORECASE)

_PARTS = r"morning|afternoon|evening|night|noon|midday|midnight|dawn|dusk"
_PART_AFTER = re.compile(rf"^\)?\s(?:at\s|in\sthe\s|around\s|early\s|late\s)?(?P<part>{_PARTS})\b", re.IGNORECASE)
_PART_BEFORE = re.compile(
    rf"\b(?P<part>{_PARTS}|early\shours|small\shours|late|early)(?:\s(?:of|on|from|between|to|the|that)){{0,2}}\s$", re.IGNORECASE
)
_PART_INSIDE = re.compile(rf"(?:\b(?P<part>{_PARTS}|tonight|overnight)\b)", re.IGNORECASE)
_PART_NAMES = {"early hours": "early morning", "small hours": "early morning", "tonight": "night", "overnight": "night", "midday": "noon"}
_ABOUT_BEFORE = re.compile(
    r"\b(?:about|around|circa|approximately|roughly|some\stime\sin|early|late|mid|middle\sof|beginning\sof|end\sof)[\s-](?:in\s|the\s)?$",
    re.IGNORECASE,
)


_SPACE = re.compile(r"\s+")


def one_line(words: str) -> str:
    """Return words with one blank between each two. Most have no other already: no white space but the blank is printable."""
    return words if words.isprintable() and "  " not in words else _SPACE.sub(" ", words)


def in_context(text: str, mention: DateMention) -> DateMention:
    """Return a date with what the words around it say of it."""
    paragraph = text.rfind("\n\n", max(0, mention.span.start - _AROUND), mention.span.start)
    before = one_line(text[max(0, paragraph, mention.span.start - _AROUND) : mention.span.start])
    after = one_line(text[mention.span.end : mention.span.end + _AROUND])
    if mention.span.of(text).endswith(".") and after[1:2].isupper():
        after = "\n"  # the full stop of "13 Dec." ends the sentence too
    relation = _RELATION.search(before)
    word = relation[1].lower() if relation else "on"
    approximate = mention.precision in {"month", "year"} and _ABOUT_BEFORE.search(before) is not None
    return replace(
        mention,
        is_speech=_is_of_speech(before, after),
        relation={"till": "until", "by": "until", "as of": "until"}.get(word, word),
        part=_part_of_day(mention.span.of(text), before, after) if mention.precision in {"day", "days"} else "",
        approximate=approximate or mention.approximate,
    )


_CLAUSE_AFTER = re.compile(
    rf"\s(?:{_PARTS}),?\s(?!the\s|that\s|it\s|he\s|she\s|there\s|they\s)"
    r"(?:[\w-]{1,20}\s){1,3}(?:attacked|entered|opened|killed|shot|stormed|abducted|kidnapped|set|hit|struck|exploded|clashed|fired|raided|burned"
    r"|looted|ambushed|detonated|threw|hurled|were|was|had|broke|blocked|crashed|died)\b"
)
"""A clause behind the day and its part, with nothing to bind it to the speech: "said on May 4 evening, gunmen entered a house"."""


_OWNS_AN_EVENT = re.compile(
    r"['’]s\s(?!(?:statement|communiqu|report|briefing|announcement|speech|interview|press|news|remark)\w{0,8}\b)[a-z]"
)
"""The day of an event that is spoken of: "the army said yesterday's bombing", "announced on Friday that Monday's raid"."""


def _is_of_speech(before: str, after: str) -> bool:
    """Say whether the date is that of a statement."""
    lower = before.lower()
    if _CLAUSE_AFTER.match(after) or _OWNS_AN_EVENT.match(after):
        return False
    if "report" in lower and _NO_SPEECH_BEFORE.search(before):
        return False
    # Few dates stand behind such a word, and the patterns try every start.
    if not SPEECH_VERBS.isdisjoint(_WORD.findall(lower)) and _SPEECH_BEFORE.search(_ADVERBS.sub("", before)):
        return True
    if not SPEECH_VERBS.isdisjoint(_WORD.findall(lower)) and _SPEECH_IN_PLACE.search(_ADVERBS_ALONE.sub("", before)):
        return True
    if (
        _THAN_BEFORE.search(before)
        or _ROSE_BEFORE.search(before)
        or _RECKONED_AFTER.match(after)
        or (_FOUND_BEFORE.search(before) and _OF_WRECK.match(after))
    ):
        return True
    if any(noun in lower for noun in _STATEMENTS) and _STATEMENT_BEFORE.search(before):
        return True
    if _SPEECH_AFTER.match(after):
        return True
    if after.lower().startswith(" that ") and not SPEECH_VERBS.isdisjoint(_WORD.findall(lower[lower.rfind(". ") + 1 :])):
        return True  # "the agency reported from Luanda today that"
    return _SENTENCE_START.search(before) is not None and _OPENING_SPEECH.match(after) is not None


def _part_of_day(words: str, before: str, after: str) -> str:
    """Return the part of the day that stands beside a date or in it; "late" and "early" where no more is said."""
    found = _PART_AFTER.match(after) or _PART_INSIDE.search(words) or _PART_BEFORE.search(before)
    if found is None:
        return ""
    part = found["part"].lower()
    return _PART_NAMES.get(part, part)
