"""The words around "between A and B" that tell a place from a dealing, and a way from a journey."""

from __future__ import annotations

import re

from mapapp.report.starts import Opening

_S = r"\s{1,3}"

HALF = rf"(?P<half>(?:half[\s-]?way|mid[\s-]?way){_S})"
_HALF_OPENING: Opening = frozenset({"half", "halfway", "mid", "midway"})
BETWEEN_OPENING: Opening = _HALF_OPENING | {"between"}
BETWEEN = re.compile(rf"(?<![\w'’-]){HALF}?between{_S}(?=\w)", re.IGNORECASE)
WAY_WORD_OPENING: Opening = _HALF_OPENING | frozenset("from link links linking connect connects connecting join joins joining".split())
WAY_WORD = re.compile(
    rf"(?<![\w'’-])(?:{HALF}?(?P<from>from)|(?P<link>links?|linking|connects?|connecting|joins?|joining)){_S}(?=\w)", re.IGNORECASE
)
"""In front of the first of two places that a way leads to."""

_WAYS = (
    r"(?:roads?|highways?|motorways?|expressways?|freeways?|railways?|railroads?|rail\s{1,3}lines?|train\s{1,3}lines?|tracks?|trails?|"
    r"pipelines?|streets?|corridors?|path|(?:railway|railroad|power|supply|bus|front)\s{1,3}lines?)"
)
_UNDER_WAY = (
    r"(?:travel(?:l)?ing|driving|heading|flying|sailing|marching|walking|en\s{1,3}route|on\s{1,3}(?:the|its|his|her|their)\s{1,3}way|bound|"
    r"convoys?|bus|buses|minibus|train|trains|trucks?|lorry|lorries|planes?|helicopters?|aircraft|ships?|boats?|ferry|ferries|flight|car|cars|"
    r"vehicles?|journey)"
)
UNDER_WAY = re.compile(rf"(?<![\w'’-])(?:{_WAYS}|{_UNDER_WAY}){_S}(?:\w{{2,10}}{_S}){{0,2}}?\Z", re.IGNORECASE)
"""In front of "from A to B": a way or somebody on it; a past journey ("drove from A to B") places nothing."""

WAY_THAT = re.compile(rf"(?<![\w'’-]){_WAYS}{_S}(?:(?:that|which|is|was){_S}){{0,2}}\Z", re.IGNORECASE)
"""In front of "links A and B"."""

JOINED_WAY = re.compile(
    rf"(?<=\w)(?:[-–—/]|\s{{1,3}}to\s{{1,3}}|-to-)(?P<second>[^\W\d_][\w'’.]{{1,24}}(?:\s[^\W\d_][\w'’.]{{1,24}}){{0,2}}?)\s{{1,3}}(?:(?:main|old|coastal|trunk)\s{{1,3}})?"
    rf"{_WAYS}(?!\w)",
    re.IGNORECASE,
)
"""From the stroke of "A-B road" on."""

AND = re.compile(r"(?:\s?,[^,.;:()\n]{2,30},|\s?\([^()\n]{2,30}\))?\s{1,3}(?:and|&)\s{1,3}(?=\w)", re.IGNORECASE)
TO = re.compile(r"(?:\s?,[^,.;:()\n]{2,30},|\s?\([^()\n]{2,30}\))?\s{1,3}(?:to|towards?)\s{1,3}(?=\w)", re.IGNORECASE)
LINKED = re.compile(r"\s{1,3}(?:and|to|with)\s{1,3}(?=\w)", re.IGNORECASE)
PLURALS = re.compile(
    r"(?:the\s{1,3})?(?:\w{2,14}\s{1,3})?(?:towns|cities|villages|settlements|communities|districts|provinces|states|departments|municipalities|"
    r"hamlets|localities|ports|islands|neighbou?rhoods)\s{1,3}(?:of\s{1,3})?(?=\w)",
    re.IGNORECASE,
)
"""In front of the first name: "between the towns of A and B"."""

DEALINGS = re.compile(
    r"(?<!\w)(?:talks?|negotiations?|relations?|relationships?|ties|links?|agreements?|accords?|deals?|pacts?|treat(?:y|ies)|wars?|disputes?|tensions?|"
    r"rivalry|rivalries|match|matches|games?|clash|final|semi-?final|derby|contest|cooperation|co-operation|trade|dialogue|meetings?|exchanges?|"
    r"differences?|comparisons?|choice|choose|choosing|chose|gap|gulf|balance|split|divided|divide|divisions?|shared|contacts?|"
    r"truce|ceasefire|peace|alliance|conflict|distance|distances|flights|services?|fares?|borders?|boundary|frontier|understanding|competition|partnership|merger|feud|"
    r"diplomacy|communications?|calls?|correspondence|mediat\w{1,4}|friendship|similarit(?:y|ies)|connections?|marriage|"
    r"summit|rift|row|visits?|switch\w{0,4}|toss-up|travel(?:l?ed|s)?|drove|flew|fly|flies|mov(?:e|es|ed|ing)|transfer\w{0,5}|time|commut\w{1,4}|shuttl\w{1,4}|forth|torn|decide|alternat\w{1,4}|barrier|buffer|"
    r"border\s{1,3}crossings?)(?:\s{1,3}[\w'’-]{1,14}){0,3}?\s{1,3}\Z",
    re.IGNORECASE,
)
"""In front of "between": what goes on between people, states and teams, or the border itself."""

LOCATIVE = re.compile(
    rf"(?<!\w)(?:{_WAYS}|{_UNDER_WAY}|on\s{{1,3}}the\s{{1,3}}route|border\s{{1,3}}line|"
    r"areas?|regions?|territory|land|stretch|straits?|seas?|channel|waters|pass|valleys?|villages?|towns?|city|settlement|"
    r"points?|place|spot|site|somewhere|lies|lie|lay|lying|located|situated|sits|sandwiched|nestled|wedged|nestles|mountains?|hills|forest|desert|"
    r"island|midpoint|midst|derailed|crashed|sank|capsized|disappeared|vanished|broke\s{1,3}down)"
    r"(?:\s{1,3}(?:in|roughly|about|almost|exactly|just|somewhere|which|that|runs|running|lies|lying|is|was)){0,3}\s{1,3}\Z",
    re.IGNORECASE,
)
"""In front of "between": what lies or moves there. Needed where both names may also stand for governments."""

ON_THE_WAY = re.compile(
    rf"(?<!\w)(?:(?:on|along|off|near|of|down|up|at|to|in|somewhere)\s{{1,3}})(?:(?:the|a|an|its|their|his|her)\s{{1,3}})?"
    rf"(?:[\w'’-]{{2,14}}\s{{1,3}}){{0,2}}?"
    rf"(?:{_WAYS}|way|journey|area|stretch)\s{{1,3}}(?:that\s{{1,3}}|which\s{{1,3}}|running\s{{1,3}}|leading\s{{1,3}})?\Z",
    re.IGNORECASE,
)
"""Words that belong to the statement, the subject standing in front of them: "A, on the main road between"."""
