"""The words in front of a statement with what each may do in a clause: name, noun, verb, preposition, mark.

No tagger is asked: closed classes are listed, names come from the toponyms and from capitals, and what is left counts as a noun. That is
enough to find the noun phrase a distance hangs on, and costs microseconds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

from mapapp.claims.phrases import AREA_WORDS, EVENT_NOUNS, FACILITY_WORDS, NAME_PARTICLES, SETTLEMENT_WORDS
from mapapp.claims.surroundings import Name, Surroundings
from mapapp.report.report import Span
from mapapp.toponyms.toponym import Role, Toponym


class Part(Enum):
    """What a word does."""

    NAME = auto()
    NOUN = auto()
    NUMBER = auto()
    TIME = auto()
    DETERMINER = auto()
    PRONOUN = auto()
    PREPOSITION = auto()
    CONJUNCTION = auto()
    RELATIVE = auto()
    ADVERB = auto()
    BEING = auto()
    PLACED = auto()
    VERB = auto()
    MARK = auto()
    OPENING = auto()
    CLOSING = auto()
    STOP = auto()


class Word(NamedTuple):  # made by the dozen for each statement: a frozen dataclass costs four times as much
    """A word, a mark or a whole name. ``lower`` has no possessive ending; ``name`` is a place name's, None where nobody knows it."""

    span: Span
    part: Part
    lower: str
    name: Name | None = None
    possessive: bool = False


def _words(written: str) -> frozenset[str]:
    return frozenset(written.split())


_DETERMINERS = _words("a an the this that these those his her its their our my your another each every some any no both")
_NUMBERS = _words(
    "one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand several many dozens "
    "hundreds thousands scores"
)
_PRONOUNS = _words("it he she they we you i them him us me there this these those everyone nobody")
_PREPOSITIONS = _words(
    "of in on at by to from for with near between into onto towards toward along across over under above below behind beside besides "
    "beyond before after during since until through throughout inside outside off around against without within among amid opposite "
    "past via alongside astride versus despite like up down nearby"
)
_CONJUNCTIONS = _words(
    "and or but nor while whereas although though because so yet if than as when once after before until whilst & plus whether unless "
    "except"
)
_RELATIVES = _words("which who whom whose where that")
_ADVERBS = _words(
    "also only just still close entirely wholly himself now then some deep high far not even already about around roughly "
    "approximately almost nearly barely hardly scarcely merely itself themselves all both each well very quite yet too soon here "
    "apart away either neither ever never always often perhaps probably possibly maybe reportedly allegedly actually really currently "
    "presently today's however meanwhile again later earlier directly exactly precisely right immediately mostly largely mainly "
    "further farther strategically conveniently approximatively respectively distance distant more less least most no longer"
)
_MODALS = _words("may might could can would should will must shall cannot used ought need")
_BEING = _words(
    "is are was were be been being am 's isn't wasn't aren't weren't lies lie lay lying sits sit sat sitting stands stand stood "
    "standing remains remain remained became becomes nestles rises rose sprawls isnt wasnt begins starts"
)
_PLACED = _words("located situated sited based found set nestled perched positioned placed tucked centred centered headquartered")
_SAID_TO = _words("said used believed thought estimated reported known supposed reckoned considered rumoured understood seems seem happens")
_VERBS = _words(
    "said says say told tells went goes go came comes come took takes take fell falls fall blew broke breaks shot fled flee held "
    "holds hold hit struck strike met began begun got made makes make found saw seen sent ran runs run burnt left leave leaves lost "
    "won built fought fight flew flown drove driven rode walked led lead kept put set gave given grew grown rang rose sank sunk swept "
    "threw thrown wrote born has have had having do does did done cut shut torn beaten caught brought bought sold slept spent taught "
    "dug hid hidden hung died dies live lives lived gone taken fallen blown broken become killing crash crashes happen happens "
    "occurred erupt erupts raging visits visit reach reaches enter enters attack attacks seize seizes capture captures want wants "
    "keep keeps boast boasts"
)
_NOUNS_IN_ED = _words("hundred armed bed shed seed feed deed need speed united red watershed farmstead")
_TIMES = _words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october "
    "november december jan feb mar apr jun jul aug sep sept oct nov dec today yesterday tonight tomorrow night nights morning "
    "mornings evening evenings afternoon afternoons week weeks weekend month months year years dawn dusk noon midnight sunrise sunset "
    "daybreak hour hours minutes century overnight spring summer autumn winter easter christmas ramadan war ago a.m p.m am pm gmt"
)
_TIME_ONLY_CAPITAL = _words("may march mar jan sep sept dec oct nov apr jun jul aug feb")

_COMPASS_NAMES = _words(
    "north south east west northern southern eastern western northeast northwest southeast southwest northeastern northwestern "
    "southeastern southwestern central greater downtown upper lower inner outer nearby mainland"
)

PERSONS = _words(
    "troops soldiers rebels militants forces fighters police policemen officers army guerrillas insurgents gunmen men man women woman "
    "people inhabitants townspeople villagers residents refugees militia militiamen jihadists commandos marines navy civilians "
    "children students workers farmers herders miners tourists pilgrims migrants protesters demonstrators passengers crew pilot "
    "driver doctors nurses officials convoy column columns tanks tank truck trucks car cars bus buses plane planes jet helicopter "
    "helicopters ship ships boat boats vessel vessels tanker trawler ferry yacht submarine drone drones missile missiles rocket "
    "rockets shells patrol patrols body bodies remains corpse corpses wreck wreckage storm hurricane typhoon cyclone flames wildfire "
    "smoke enemy brigade battalion regiment division unit units team teams squad crowd victims family families brother sister father "
    "mother son daughter wife husband home hometown spokesman spokeswoman president minister governor mayor general colonel captain "
    "commander leader suspect suspects leaders politicians activists rescuers divers survivors hikers climbers lorry lorries "
    "motorbike motorcycle train trains aircraft airliner hostages epicentre epicenter cattle sheep we they i he she them us him her "
    "who nobody everyone"
) | (EVENT_NOUNS - _words("mine strike strikes operation"))
"""What moves or happens: heads of near ends that are no place."""

_TITLES = _words(
    "mr mrs ms miss dr gen col capt lt sgt maj prof rev sheikh president minister general colonel captain sir lady bishop mayor"
)

HAMLETS = SETTLEMENT_WORDS | _words(
    "spot place point site island islet camp farm kibbutz colony suburb ward parish quarter shantytown ghetto enclave junction "
    "crossroads settlements villages towns hamlets spa oasis"
)
"""What may stand before "of" or "called" and the name itself: "the hamlet of X", "a spot called X"."""

AREAS = AREA_WORDS | _words(
    "hills plain plains woods forests part parts side north south east west centre center heart middle edge foot slope slopes shore "
    "shores bank banks countryside interior uplands wetlands marshes foothills end tip confluence junction road route highway street "
    "lake metroplex creek brook stream canal channel strait straits swamp cove inlet fork mouth meander vicinity surroundings "
    "outskirts place northwest northeast southwest southeast corner stretch avenue drive lane turnpike interstate motorway railway "
    "line base border counties hemisphere massif ridge heath moor mount mt cape coastline peninsula lagoon spur plateau continent "
    "reserve park"
) - _words("base junction place")
"""Heads without a point of their own, from which one goes on to what lies there."""

PLACES = (
    HAMLETS
    | FACILITY_WORDS
    | _words(
        "clinic clinics wells well ruins ruin grave graves cave caves spring farmhouse house monument quarry airport aerodrome base "
        "outpost post posts positions position trenches line crater stretch village cemetery chapel villa shrine waterfall falls summit "
        "peak mine mines deposit station stations plant works centre center headquarters property estate land hospital prison jail "
        "university college market bazaar mosque church cathedral school schools reactor silo silos pipeline checkpoint checkpoints camps "
        "farms villages towns cities border crossing frontier section"
    )
) - _words("company bank office fence wall")
"""Heads of near ends that are places, though nobody can say where."""

_TOKEN = re.compile(
    r"(?P<note>\[\d{1,3}\])|(?P<word>\d{1,3}(?:,\d{3}){1,3}\w{0,3}|[^\W_](?:[\w'’‘`/&-]|\.(?=\w))*)|(?P<mark>--|[,–—\"“”]|(?<=\s)-(?=\s))|"
    r"(?P<open>[(\[])|(?P<close>[)\]])|(?P<stop>[;:?!])"
)
_POSSESSIVE = re.compile(r"['’]s?(?!\w)")
_LONGEST_GAP = 2


def words_between(here: Surroundings, start: int, end: int) -> list[Word]:
    """Return the words between two offsets, names in one piece."""
    plain = list(_plain(here, start, end))
    return plain if here.is_one_case(end) else _joined(here, plain)


def _plain(here: Surroundings, start: int, end: int) -> Iterator[Word]:
    """Yield words and marks; a toponym is one word."""
    names = iter([t for t in here.between(start, end) if not t.demonym and t.role is not Role.ORGANISATION])
    name = next(names, None)
    position = start
    before = None
    one_case = here.is_one_case(end)
    while (token := _TOKEN.search(here.text, position, end)) is not None:
        while name is not None and name.span.start < position:
            name = next(names, None)
        if name is not None and name.span.start <= token.start():
            word = _named(here, name, end)
            position = word.span.end + (2 if word.possessive and here.text[word.span.end + 1 : word.span.end + 2] == "s" else 0)
            position = max(position, name.span.end)
        else:
            limit = name.span.start if name is not None and token.start() < name.span.start < token.end() else token.end()
            found = _word(here, token, limit, before, one_case=one_case)
            position = limit
            if found is None:
                continue
            word = found
        before = word
        yield word


def _named(here: Surroundings, toponym: Toponym, end: int) -> Word:
    span = toponym.span
    possessive = _POSSESSIVE.match(here.text, span.end, end) is not None
    name = Name(span, toponym.place, toponym.confidence or 0.0, toponym.is_rejected)
    return Word(span, Part.NAME, span.of(here.text).lower(), name, possessive)


def _word(here: Surroundings, token: re.Match[str], limit: int, before: Word | None, *, one_case: bool) -> Word | None:
    """Return one token as a word; None for the number of a footnote."""
    span = Span(token.start(), limit)
    kind = token.lastgroup
    if kind == "note":
        return None
    if kind != "word":
        part = {"mark": Part.MARK, "open": Part.OPENING, "close": Part.CLOSING, "stop": Part.STOP}[kind or "mark"]
        return Word(span, part, span.of(here.text))
    written = span.of(here.text)
    possessive = written.endswith(("'s", "’s", "s'", "s’"))
    lower = written.lower()
    if possessive:
        lower = lower.removesuffix("'s").removesuffix("’s").rstrip("'’")
    return Word(span, _part(lower, written, before, one_case=one_case), lower, None, possessive)


def _part(lower: str, written: str, before: Word | None, *, one_case: bool) -> Part:
    """Return what a word does, by lists, endings and the word before."""
    if lower[0].isdigit() or lower in _NUMBERS:
        return Part.NUMBER
    if lower in _DETERMINERS and not (lower == "that" and before is not None and before.part not in (Part.PREPOSITION, Part.VERB)):
        return Part.DETERMINER
    if lower == "may" and before is not None and before.part is Part.PREPOSITION:
        return Part.TIME
    closed = _CLOSED.get(lower)
    if closed is not None:
        return closed
    if lower in _TIMES and (lower not in _TIME_ONLY_CAPITAL or written[0].isupper()):
        return Part.TIME
    if lower in _VERBS and not (before is not None and before.part is Part.DETERMINER):
        return Part.VERB
    if lower.endswith("ed") and len(lower) > 4 and lower not in _NOUNS_IN_ED and (one_case or before is None or not written[0].isupper()):
        return Part.VERB
    if lower.endswith("ing") and before is not None and before.part is Part.BEING:
        return Part.VERB
    return Part.NOUN


_CLOSED = {
    word: part
    for part, words in reversed((
        (Part.RELATIVE, _RELATIVES),
        (Part.PRONOUN, _PRONOUNS),
        (Part.BEING, _BEING),
        (Part.PLACED, _PLACED),
        (Part.PREPOSITION, _PREPOSITIONS),
        (Part.CONJUNCTION, _CONJUNCTIONS),
        (Part.ADVERB, _ADVERBS | _MODALS),
    ))
    for word in words
}  # fmt: skip
"""What the words of closed classes do; one in several classes is what comes first."""


def is_said_to(word: Word) -> bool:
    """Whether a word is that of "is said to be", "used to be"."""
    return word.lower in _SAID_TO


def _joined(here: Surroundings, plain: list[Word]) -> list[Word]:
    """Join capitalised words that follow each other into names: "Umbar Wells"; class words behind them stay apart: "Keshin | Province"."""
    joined: list[Word] = []
    position = 0
    while position < len(plain):
        last = _run_end(here, plain, position)
        if last < 0:
            joined.append(plain[position])
            position += 1
            continue
        joined.extend(_run(here, plain[position : last + 1], is_first=not joined or joined[-1].part is Part.STOP))
        position = last + 1
    return joined


def _run_end(here: Surroundings, plain: list[Word], first: int) -> int:
    """Return the index of the last word of the capitalised run that starts at ``first``; -1 where none starts."""
    if not _in_name(here, plain[first]):
        return -1
    last = first
    for index in range(first + 1, len(plain)):
        if plain[last].possessive and last == index - 1:
            break
        if (
            plain[index].span.start - plain[index - 1].span.end > _LONGEST_GAP
            or "." in here.text[plain[index - 1].span.end : plain[index].span.start]
        ):
            break
        if _in_name(here, plain[index]):
            last = index
        elif plain[index].lower not in NAME_PARTICLES or plain[index].lower == "of" or index - last > 2:
            break
    return last


def _in_name(here: Surroundings, word: Word) -> bool:
    return word.part is Part.NAME or (word.part is Part.NOUN and here.text[word.span.start].isupper() and not here.is_demonym(word.span))


def _run(here: Surroundings, run: list[Word], *, is_first: bool) -> list[Word]:
    """Return a capitalised run as one name, its class words apart; an everyday noun that begins the sentence is none."""
    before: list[Word] = []
    while run and run[0].part is Part.NOUN and _is_no_name_at_front(run[0], is_first=is_first and not before, alone=len(run) == 1):
        before.append(run[0])
        run = run[1:]
    behind: list[Word] = []
    while len(run) > 1 and run[-1].part is Part.NOUN and _is_class(run[-1]):
        behind.insert(0, run[-1])
        run = run[:-1]
    if not run:
        return [*before, *behind]
    if len(run) == 1 and run[0].part is Part.NAME:
        return [*before, run[0], *behind]
    if len(run) == 2 and run[0].part is Part.NOUN and run[0].lower in _COMPASS_NAMES and run[1].part is Part.NAME:
        return [*before, *run, *behind]
    span = Span(run[0].span.start, _bare_end(here, run[-1]))
    known = here.name_ending_at(span.end, span.start)
    name = known if known is not None and known.span == span else None
    titled = bool(before) and before[-1].lower in _TITLES
    part = Part.NOUN if titled else Part.NAME
    lower = "general" if titled else span.of(here.text).lower()
    return [*before, Word(span, part, lower, None if titled else name, run[-1].possessive), *behind]


def _is_no_name_at_front(word: Word, *, is_first: bool, alone: bool) -> bool:
    if word.lower in _TITLES:
        return True
    if is_first:
        return word.lower in PERSONS or word.lower.endswith(("ing", "s")) or (alone and (word.lower in PLACES or word.lower in AREAS))
    return alone and (word.lower in PLACES or word.lower in AREAS or word.lower in PERSONS)


def _is_class(word: Word) -> bool:
    return word.lower in SETTLEMENT_WORDS or word.lower in AREAS or word.lower in FACILITY_WORDS


def _bare_end(here: Surroundings, word: Word) -> int:
    written = word.span.of(here.text)
    if word.name is None and word.possessive:
        written = written.removesuffix("'s").removesuffix("’s").rstrip("'’")
    return word.span.start + len(written)
