"""What a trigger stands for in its sentence: who does it, with what, against whom, and whether it is only what others protest about.

The same verb is a clash between armies and a riot between supporters of two parties; robbers attack to rob; a bottle of petrol that is
thrown sets fire; protesters who burn cars riot.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from mapapp.incidents.incident import IncidentType
from mapapp.incidents.telling.figures_of_speech import FIGURES
from mapapp.incidents.telling.scenes import scene_at
from mapapp.incidents.wording.actor_words import ARMED_SIDES, ORGANISATIONS, TYPE_OF
from mapapp.incidents.wording.grammar_words import BE
from mapapp.incidents.wording.persons import FORCES, PERSONS, ROBBERS
from mapapp.incidents.wording.words import Word, low_at
from mapapp.report.date_words import MONTHS, WEEKDAYS

_T = IncidentType

_REACH = 7
"""Words between a verb and the subject looked for before it, or the agent behind it."""

_STOPS = frozenset("; : . when after as while that because before where until who which but said".split())

_PROTESTING = frozenset(
    """
    protesters protestors demonstrators rioters marchers picketers strikers mob mobs crowd crowds rioter protester protestor demonstrator
    blockaders hooligans fans spectators
    """.split()
)
"""People who are together in the street."""

_CROWDS = _PROTESTING | frozenset(
    """
    supporters activists students pupils youths villagers residents locals fans workers miners worshippers inmates prisoners
    townspeople taxi-drivers drivers vendors neighbours neighbors
    """.split()
)
"""People who clash without being an armed side."""

_ARMIES = frozenset("army troops soldiers regime forces rangers regiment battalion brigade marines".split())
_CARRIED = (
    dict.fromkeys("petrol gasoline molotov cocktail incendiary kerosene".split(), _T.ARSON)
    | dict.fromkeys("mortar rocket artillery".split(), _T.SHELLING)
    | dict.fromkeys("barrel cluster glide aerial".split(), _T.AIR_STRIKE)
)
"""What a bomb is by the word before it."""
_WORN = frozenset("explosive explosives bomb suicide".split())
_SUICIDE = frozenset(
    "vehicle car truck lorry motorcycle drone boat attack attacks explosion blast bomb bombs vest vests belt belts attacker attackers "
    "assault mission strike".split()
)

_FIGURES_BEFORE = frozenset("heart panic asthma charm marketing media verbal legal diplomatic price trade advertising words court".split())
"""Words before an event noun that make a figure of speech of it: "heart attack", "charm offensive", "court battle"."""
_FIGURES_BEHIND = frozenset("words ideas resignations applause criticism wits nerves complaints praise laughter".split())
"""Words behind "of" that do so: "a war of words"."""
_STATES = frozenset(
    "hijacked kidnapped abducted stolen flooded collapsed burned burnt bombed looted gutted derailed overturned capsized submerged".split()
)
_RIDDEN = frozenset({"hijacked", "stolen", "captured"})
_OF_FIGHTS = frozenset("tribal clan gang knife street sectarian communal factional ethnic".split())
_BEHIND_FIGHTS = frozenset("between among broke erupted outside".split())
_SPORT = frozenset(
    """
    team match goal goals league cup coach striker midfielder defender goalkeeper penalty half-time scored championship tournament innings
    wicket wickets quarter-final semi-final playoff won winger touchdown batsman
    """.split()
)
_MARKETS = frozenset(
    "shares stocks prices price profits sales currency economy index talks negotiations bonds exports imports trading".split()
)
_FALLS = frozenset("collapsed crashed sank collapse crash plunged collapsing".split())


def is_figurative(words: Sequence[Word], position: int) -> bool:
    """Say whether a word of violence or disaster is a figure of speech, or tells of sport or markets."""
    low = words[position].low
    if position and words[position - 1].low in _FIGURES_BEFORE:
        return True
    behind = [word.low for word in words[position + 1 : position + 4]]
    if behind[:1] == ["of"] and not _FIGURES_BEHIND.isdisjoint(behind[1:]):
        return True
    if low == "shot" and [word.low for word in words[max(0, position - 2) : position]] == ["without", "a"]:
        return True
    if (low == "shot" and behind[:1] in (["wide"], ["over"], ["home"])) or (
        low == "rallied" and behind[:2] in (["to", "win"], ["to", "beat"])
    ):
        return True
    if scene_at(words, position, FIGURES) is not None:
        return True
    if low in _FALLS and not _MARKETS.isdisjoint(word.low for word in words[max(0, position - 5) : position]):
        return True
    return len(_SPORT.intersection(word.low for word in words)) > 1


def _burns_by_itself(words: Sequence[Word], position: int) -> bool:
    """Say whether something burned without anybody said to have set fire to it: "150 huts burned in a camp", "the ward burned down"."""
    before = [word.low for word in words[max(0, position - 5) : position]]
    following = words[position + 1].low if position + 1 < len(words) else "."
    if following not in {"down", "out", "in", "at", "on", "overnight", ".", ",", "near"} or (before and before[-1] in BE | {"been"}):
        return False
    return not any(low in PERSONS or low in ORGANISATIONS for low in before)


HARMED_BY_CROWDS = frozenset({_T.ARSON, _T.OTHER, _T.ARMED_ATTACK})
"""What crowds do when they riot."""


def sense(words: Sequence[Word], position: int, kind: IncidentType) -> IncidentType | None:
    """Return the type that a trigger of a type stands for here; None where it stands for none.

    Parameters
    ----------
    words
        The words of one sentence.
    position
        The trigger.
    kind
        The type that the word alone stands for.
    """
    if is_figurative(words, position) or _is_state(words, position):
        return None
    read = _BY_WORD.get(words[position].low)
    return read(words, position, kind) if read is not None else _by_kind(words, position, kind)


def _by_kind(words: Sequence[Word], position: int, kind: IncidentType) -> IncidentType | None:
    """Return what a type becomes by the word before it, and by who does it."""
    if kind is _T.BOMBING and low_at(words, position - 1) in _CARRIED:
        return _CARRIED[low_at(words, position - 1)]
    if kind in {_T.BOMBING, _T.SHELLING} and low_at(words, position + 1) in {"launcher", "launchers"}:
        return None
    if kind is _T.CLASH:
        return _T.RIOT if _between_crowds(words, position) else kind
    if kind is _T.ARMED_ATTACK and _done_by(words, position, ROBBERS):
        return _T.ROBBERY
    if kind in HARMED_BY_CROWDS and _done_by(words, position, _PROTESTING):
        return _T.RIOT
    return kind


def _is_state(words: Sequence[Word], position: int) -> bool:
    """Say whether a participle only describes: "in a flooded pit", "drove up in two hijacked vans"."""
    low, before = words[position].low, low_at(words, position - 1)
    if low in _RIDDEN:
        article = before in {"a", "an"} or (position > 0 and words[position - 1].number is not None)
        if (low_at(words, position - 2) if article else before) in {"in", "on", "aboard"}:
            return True
    return low in _STATES and before in {"a", "an", "the"}


def _fight(words: Sequence[Word], position: int, kind: IncidentType) -> IncidentType | None:
    """Read "a tribal fight", "a fight between two clans"; the fight against malaria is none."""
    fought = low_at(words, position - 1) in _OF_FIGHTS or low_at(words, position + 1) in _BEHIND_FIGHTS
    return _by_kind(words, position, kind) if fought else None


def _fire(words: Sequence[Word], position: int, kind: IncidentType) -> IncidentType | None:
    """Read "came under fire on Monday": under the fire of guns, or of critics."""
    if low_at(words, position - 1) in BE and (low_at(words, position + 1) in WEEKDAYS or low_at(words, position + 1) in MONTHS):
        return None  # "the coach was fired on Monday"
    if low_at(words, position - 1) != "under":
        return kind
    return None if "for" in [word.low for word in words[position + 1 : position + 5]] else _T.CLASH


def _burning_down(words: Sequence[Word], position: int, kind: IncidentType) -> IncidentType | None:
    """Read "twenty shops burned down in the night": nobody is said to have set fire to them."""
    word = words[position]
    itself = word.span.end - word.span.start in _BURNED_DOWN and _burns_by_itself(words, position)
    return _T.FIRE if itself else _by_kind(words, position, kind)


_BURNED_DOWN = frozenset({len("burned down"), len("burned to the ground")})


def _mine(words: Sequence[Word], position: int, kind: IncidentType) -> IncidentType | None:
    """Read "a coal mine", "the mine shaft": where people dig."""
    dug = low_at(words, position - 1) in _DUG or low_at(words, position + 1) in _OF_PITS
    return None if dug else kind


_DUG = frozenset("coal gold copper collapsed flooded iron silver diamond tin salt jade nickel zinc lithium cobalt open-pit disused".split())
_OF_PITS = frozenset("shaft shafts worker workers company gallery pit owner owners gate manager union strike collapse accident".split())


def _displaced(words: Sequence[Word], position: int, kind: IncidentType) -> IncidentType | None:
    """Read "displaced people broke into a store", "the displaced of the camp": people of whom one knows."""
    before, following = low_at(words, position - 1), low_at(words, position + 1)
    if before[:1].isdigit() and following in _KNOWN_DISPLACED:
        before = low_at(words, position - 2)  # "food for 12,000 displaced people"
    told = before in _OPENERS_OF_KNOWN and following in _KNOWN_DISPLACED
    return None if told or (before == "the" and following in {"of", "in", "at", "are", "have", "were"}) else kind


_OPENERS_OF_KNOWN = frozenset({"", "the", "of", "for", "from", "by", "among", "and", "with", "to", "a", "internally"})
_KNOWN_DISPLACED = frozenset(
    "people persons families women children residents villagers camp camps population populations households".split()
)


def _storm(words: Sequence[Word], position: int, kind: IncidentType) -> IncidentType | None:
    """Read "Storm Elsa uprooted trees": a storm with a name."""
    named = position + 1 < len(words) and words[position + 1].name
    return _T.NATURAL_DISASTER if named and low_at(words, position - 1) in {"", "when", "as", "by", "of", "after", "the"} else kind


def _burning(words: Sequence[Word], position: int, kind: IncidentType) -> IncidentType | None:
    return _T.FIRE if _burns_by_itself(words, position) else _by_kind(words, position, kind)


def _worn(words: Sequence[Word], position: int, kind: IncidentType) -> IncidentType | None:
    return kind if low_at(words, position - 1) in _WORN else None


def _suicide(words: Sequence[Word], position: int, kind: IncidentType) -> IncidentType | None:
    return kind if low_at(words, position + 1) in _SUICIDE else None


def _strike(words: Sequence[Word], position: int, kind: IncidentType) -> IncidentType | None:
    return _T.AIR_STRIKE if _on_a_target(words, position) else kind


_OF_GUNS = frozenset(
    "return returned hostile enemy small-arms machine-gun gun covering friendly sniper rifle automatic heavy indirect answering hold cease "
    "live rapid".split()
)
_OF_BATTERIES = frozenset("artillery mortar rocket shell tank howitzer grad".split())


def _gunfire(words: Sequence[Word], position: int, kind: IncidentType) -> IncidentType | None:
    """Read "in the return fire", "artillery fire": nothing burns."""
    before = low_at(words, position - 1)
    if before in _OF_BATTERIES:
        return _T.SHELLING
    return None if before in _OF_GUNS and low_at(words, position + 1) not in {"broke", "destroyed", "swept"} else kind


_Reading = Callable[[Sequence[Word], int, IncidentType], "IncidentType | None"]
_READINGS: tuple[tuple[str, _Reading], ...] = (
    ("vest vests belt belts", _worn), ("strike strikes", _strike), ("fight fights", _fight), ("burned burnt", _burning),
    ("arson", _burning_down), ("mine mines", _mine), ("displaced", _displaced), ("storm", _storm),
    ("suicide", _suicide), ("opened_fire", _fire), ("fire", _gunfire),
)  # fmt: skip
_BY_WORD = {word: reading for words, reading in _READINGS for word in words.split()}
"""Words that need a reading of their own."""


def _on_a_target(words: Sequence[Word], position: int) -> bool:
    """Say whether a strike is aimed at something: "a strike on a school"; a walk-out is not."""
    if position + 2 >= len(words) or words[position + 1].low not in {"on", "against"} or words[position + 2].low not in _ARTICLES:
        return False
    return _LABOUR.isdisjoint(word.low for word in words)


_ARTICLES = frozenset({"a", "an", "the", "its", "their", "his"})
_LABOUR = frozenset(
    "union unions workers teachers nurses doctors drivers staff pay wages miners strikers employees pilots lecturers strike-day".split()
)


def _done_by(words: Sequence[Word], position: int, doers: frozenset[str]) -> bool:
    """Say whether one of some nouns stands before a verb as its subject, or behind "by"."""
    for word in reversed(words[max(0, position - _REACH) : position]):
        if word.low in _STOPS or word.low == ",":
            break
        if word.low in doers:
            return True
    behind = [word.low for word in words[position + 1 : position + 1 + _REACH]]
    return "by" in behind and not doers.isdisjoint(behind[behind.index("by") :])


_OFFICERS = FORCES | frozenset("policeman policewoman deputy deputies constable constables guard marksman marksmen sharpshooters".split())
_SHOT_AT = frozenset("him her them attacker attackers assailant assailants gunman gunmen knifeman assailant's".split())


def is_met_by_force(words: Sequence[Word], position: int) -> bool:
    """Say whether it is the attacker who is shot, by those on duty: "before he was shot by police", "officers shot him dead"."""
    behind = [word.low for word in words[position + 1 : position + 5]]
    if low_at(words, position - 1) in BE or low_at(words, position - 2) in BE:
        return "by" in behind[:2] and not _OFFICERS.isdisjoint(behind[behind.index("by") :])
    before = {word.low for word in words[max(0, position - 3) : position]}
    return not _OFFICERS.isdisjoint(before) and not _SHOT_AT.isdisjoint(behind[:2])


def _between_crowds(words: Sequence[Word], position: int) -> bool:
    """Say whether those who clash are no armed sides: supporters, students, protesters and police."""
    lows = {word.low for word in words}
    if any(TYPE_OF.get(low) in ARMED_SIDES for low in lows):
        return False
    near = set()
    for at in (*range(position - 1, max(-1, position - 1 - _REACH), -1), *range(position + 1, min(position + 12, len(words)))):
        following = words[at + 1].low if at + 1 < len(words) else ""
        if following not in {"said", "told", "say", "says", "reported"}:
            near.add(words[at].low)
    return bool(near & _PROTESTING) or (bool(near & _CROWDS) and not lows & _ARMIES)


_TOPIC_MARKS = frozenset(
    """
    against over about demanding demand condemn condemning condemned denounce denouncing mourn mourning commemorate commemorating remember
    victims remembrance justice memory
    """.split()
)
_CLOSING = frozenset("; : . when while where who which but and".split())
_KIN = frozenset("relatives relative families family friends supporters survivors widows parents colleagues residents mothers".split())
_CAUSE = frozenset("after following amid because_of from".split())
_FLIGHTS = frozenset("fled flee fleeing displacement".split())
_FLEEING = _FLIGHTS | {"escaping", "escaped", "escape"}


def is_topic(words: Sequence[Word], position: int, protests: Sequence[int]) -> bool:
    """Say whether a deed is only what a protest in the same sentence is about: "marched against the killing of", "kin of the men shot".

    Parameters
    ----------
    words
        The words of one sentence.
    position
        The word that tells of the deed.
    protests
        Where the sentence tells of protest.
    """
    for protest in protests:
        between = [word.low for word in words[min(protest, position) + 1 : max(protest, position)]]
        if protest < position:
            marks = [at for at, low in enumerate(between) if low in _TOPIC_MARKS]
            if marks and _CLOSING.isdisjoint(between[marks[0] :]):
                return True
        elif any(word.low in _KIN for word in words[max(0, position - _REACH) : position]) and _CLOSING.isdisjoint(between):
            return True
    return False


def is_fled_from(words: Sequence[Word], position: int) -> bool:
    """Say whether an event is only what people flee from: "fled fighting", "fleeing the recent clashes", "displaced by clashes"."""
    lows = [word.low for word in words[max(0, position - 4) : position]]
    if (
        not _CAUSE.isdisjoint(lows)
        and any(word.low in _FLIGHTS for word in words[:position])
        and lows[-1] in {"the", "recent", "these", "those", "deadly"}
    ):
        return True
    if position > 1 and words[position - 1].low == "by" and words[position - 2].low in {"displaced", "uprooted"}:
        return True
    return any(word.low in _FLEEING for word in words[max(0, position - 3) : position])
