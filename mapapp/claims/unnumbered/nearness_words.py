"""The words that state nearness, which far ends each may have, and how near each is read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from mapapp.claims.unnumbered.loose_anchor import ANYTHING, Allowed
from mapapp.report.starts import Opening


class Reach(Enum):
    """How near words are read: by which pair of thresholds."""

    NEAR = "near"
    AT = "at"
    OFF = "off"
    NEAREST = "nearest"


@dataclass(frozen=True, slots=True)
class Relation:
    """Words in front of a far end. ``unless`` must not stand before them; ``only`` must stand somewhere near them.

    A text without any of the ``cues`` (in small letters) has none of the words, which saves looking for them; they begin with one of
    the words of ``opening``.
    """

    cues: tuple[str, ...]
    opening: Opening
    pattern: re.Pattern[str]
    allowed: Allowed
    reach: Reach
    unless: re.Pattern[str] | None = None
    only: re.Pattern[str] | None = None


def _words(pattern: str) -> re.Pattern[str]:
    """Compile words in which a space stands for white space, and which white space follows."""
    spaced = pattern.replace(" ", r"\s{1,3}")
    return re.compile(rf"(?<![\w'’-])(?:{spaced})\s{{1,3}}(?=\w)", re.IGNORECASE)


_TO_A_LINE = (
    r"(?:[\w'’.&/–—-]{1,24}\s{1,3}){0,6}?(?:borders?|frontiers?|coast|coasts|coastline|shores?|shoreline|seaside|sea|"
    r"line\s{1,3}of\s{1,3}(?:actual\s{1,3})?control|loc|lac|durand\s{1,3}line|blue\s{1,3}line|dmz|demilitari[sz]ed\s{1,3}zone)(?![\w-])"
)
"""A border or coast within a few words, so that not every "on" and "at" is looked into."""

_PEOPLE = re.compile(
    r"(?:sources?|officials?|people|persons?|figures?|politicians?|newspapers?|media|outlets?|agency|daily|parties|party|groups?|allies|someone|"
    r"militias?|factions?|businessmen|companies|analysts?|came|come|comes|coming|gets?|got|getting|draw|drew|drawn|grew|grown|move|moved|stay|"
    r"stayed|remain|remained|feel|felt|relations?|ties)\s{1,3}(?:(?:very|so|too|this|that|how)\s{1,3})?\Z",
    re.IGNORECASE,
)
"""In front of "close to": nearness of minds or of a result."""

_TOURING = re.compile(
    r"(?:in\s{1,3}and|all|up\s{1,3}and|(?:mov|wander|walk|travel|driv|tour|rid|fly|shopp|gett|go|do|show|turn|hang|look|chas|post)"
    r"(?:ing|s|ed|es|ned|ped|ted)?|drove|driven|drive|ran|run|running|rode|ride|flew|get|got|took|went|been|gone|shown|messing|revolv\w{1,3}|"
    r"cent(?:er|r)ed|based|built|way|flyers|posters|venues|locations)\s{1,3}(?:[\w'’]{1,12}\s{1,3})?\Z",
    re.IGNORECASE,
)
"""In front of "around": moving about in a place, not standing near it."""

_AT_SEA = re.compile(
    r"(?<!\w)(?:ships?|boats?|vessels?|tankers?|freighters?|trawlers?|dingh(?:y|ies)|raft|rafts|yachts?|ferry|ferries|frigates?|warships?|submarines?|"
    r"cargo|naval|navy|capsiz\w{1,4}|sank|sunk|sinks?|sinking|drown\w{0,4}|waters|sea|seas|offshore|island|islands|islets?|reef|anchored|anchor|moored|"
    r"sailing|sailed|sailors?|pirates?|piracy|fishing|fishermen|shipwrecks?|wreck|wreckage|rig|rigs|platforms?|coastguard|migrants|crew|quake|"
    r"earthquake|tsunami|gas\s{1,3}fields?|oil\s{1,3}fields?|wind\s{1,3}farms?|diving|divers?|ocean|maritime|dhows?|vessel[’']s)(?!\w)",
    re.IGNORECASE,
)
"""Around "off Tripoli": what floats, swims or sinks."""

_DISPUTES = re.compile(
    r"(?:talks?|agreements?|deals?|disputes?|debates?|laws?|bill|polic(?:y|ies)|focus|report|position|stance|views?|decision|pressure)\s{1,3}\Z",
    re.IGNORECASE,
)
"""In front of "on the border": what is about it, not at it."""

_NO_HEAD = re.compile(
    r"(?:cut|took|take|taken|takes|taking|seal(?:ed|ing|s)?|show(?:ed|ing)?|fend(?:ed|ing)?|ward(?:ed|ing)?|paid|kick(?:ed|ing)?|lay|laid|set|"
    r"hands|day|days|go|goes|went|turn(?:ed)?|block(?:ed|ing)?|clos(?:ed|ing)|wipe|wiped|hold|held|call(?:ed)?|lift(?:ed)?)\s{1,3}\Z",
    re.IGNORECASE,
)
"""In front of "off X": a verb that owns the "off"."""

RELATIONS = (
    Relation(
        (
            "near",
            "close",
            "far ",
            "vicinity",
            "neighbo",
            "proximity",
            "surround",
            "environs",
            "sight",
            "throw",
            "short",
            "distance",
            "adjacent",
            "next",
        ),
        frozenset("near close not in within a adjacent next".split()),
        _words(
            r"near(?: to)?|close by|not (?:too |very |so )?far (?:away )?from|not a long way from|"
            r"in (?:the )?(?:immediate |general |close |wider )?(?:vicinity|neighbou?rhood|proximity|surroundings|environs) of|"
            r"in (?:close )?proximity to|(?:with)?in sight of|a stone[’']?s throw (?:away )?from|"
            r"a short (?:distance|way|walk|drive|ride) (?:away )?from|"
            r"within (?:easy |close )?(?:walking|driving|commuting|shouting|striking) distance (?:of|from)|adjacent to|next to"
        ),
        ANYTHING,
        Reach.NEAR,
    ),
    Relation(
        ("close",),
        frozenset({"very", "so", "close"}),
        _words(r"(?:very |so )?close to"),
        ANYTHING & ~Allowed.UNKNOWN,
        Reach.NEAR,
        unless=_PEOPLE,
    ),
    Relation(
        ("outside",),
        frozenset({"just", "right", "immediately", "well", "outside"}),
        _words(r"(?:just |right |immediately |well )?outside(?: of)?"),
        Allowed.TOWNS,
        Reach.AT,
    ),
    Relation(("around",), frozenset({"all", "around"}), _words(r"(?:all )?around"), Allowed.TOWNS, Reach.NEAR, unless=_TOURING),
    Relation(("gates",), frozenset({"at"}), _words(r"at the (?:very )?gates of"), Allowed.TOWNS, Reach.AT),
    Relation(
        ("outskirt", "edge", "fringe", "periphery", "suburb", "environs", "hinterland"),
        frozenset("on in at outskirt outskirts edge edges fringe fringes periphery suburbs environs hinterland a an".split()),
        _words(
            r"(?:(?:on|in|at) (?:the )?(?:[\w-]{3,14} ){0,2}?)?(?:outskirts?|edges?|fringes?|periphery|suburbs|environs|hinterland) of|"
            r"(?:in )?an? (?:[\w-]{3,14} ){0,2}?suburb of"
        ),
        Allowed.TOWNS | Allowed.AREAS,
        Reach.AT,
    ),
    Relation(
        ("border", "frontier", "coast", "shore", "sea", "line", "loc", "lac", "dmz", "zone"),
        frozenset({"right", "on", "along", "at", "by", "alongside"}),
        re.compile(rf"(?<![\w'’-])(?:right\s{{1,3}}on|on|along|at|by|alongside)\s{{1,3}}(?={_TO_A_LINE})", re.IGNORECASE),
        Allowed.LINES,
        Reach.AT,
        unless=_DISPUTES,
    ),
    Relation(
        ("off",),
        frozenset({"just", "far", "off"}),
        _words(r"(?:just |far )?off"),
        ANYTHING & ~Allowed.UNKNOWN & ~Allowed.FRONTS & ~Allowed.SITES,
        Reach.OFF,
        _NO_HEAD,
        _AT_SEA,
    ),
    Relation(
        ("inland",), frozenset({"just", "far", "inland"}), _words(r"(?:just |far )?inland from"), Allowed.TOWNS | Allowed.LINES, Reach.OFF
    ),
    Relation(
        ("nearest", "closest"),
        frozenset({"nearest", "closest"}),
        _words(r"(?:nearest|closest)(?: to)?|(?:nearest|closest) (?:[\w-]{2,16} ){1,2}?to"),
        ANYTHING & ~Allowed.UNKNOWN,
        Reach.NEAREST,
    ),
)
"""Tried in turn; a later one never takes words that an earlier one has."""

NEARBY_CUE, SUBURB_CUES, BORDER_CUES = "nearby", ("outskirts", "suburbs"), ("border", "frontier")
NEARBY_OPENING: Opening = frozenset({"nearby"})
NEARBY = re.compile(r"(?<![\w'’-])nearby\s{1,3}(?=\w)", re.IGNORECASE)
"""In front of a place: near the one spoken of before."""

OUTSKIRTS_OPENING: Opening = frozenset({"on", "in", "at"})
OUTSKIRTS_BEHIND = re.compile(
    r"(?<![\w'’-])(?:on|in|at)\s{1,3}(?=(?:the\s{1,3})?(?:[\w'’.-]{2,24}\s{1,3}){1,4}?(?:outskirts|suburbs)(?!\w))", re.IGNORECASE
)
"""In front of "Calvera's outskirts"."""

BORDER_AREA_OPENING: Opening = frozenset({"in"})
BORDER_AREA = re.compile(
    r"(?<![\w'’-])in\s{1,3}(?=(?:[\w'’.&/–—-]{1,24}\s{1,3}){1,5}?(?:border|frontier)\s{1,3}"
    r"(?:areas?|regions?|zones?|strip|belt|lands?|districts?)(?!\w))",
    re.IGNORECASE,
)
BORDER_AREA_NOUN = re.compile(r"\s{1,3}(?:areas?|regions?|zones?|strip|belt|lands?|districts?)(?!\w)", re.IGNORECASE)
"""What may stand behind "in the Syrian border"."""
