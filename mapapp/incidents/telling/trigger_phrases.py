"""Words in a row that tell of an incident: "ran aground", "made landfall", "burst its banks". Hand-kept."""

from __future__ import annotations

from collections.abc import Sequence

from mapapp.incidents.incident import IncidentType
from mapapp.incidents.wording.words import Word

_T = IncidentType

_STRONG: dict[IncidentType, str] = {
    _T.ARMED_ATTACK: """
        attempt on the life | attempt against the life | attempts on the lives | opened up with | ran amok | went on a rampage | went on
        the rampage
    """,
    _T.BOMBING: "bombs were thrown | dynamite exploded",
    _T.SHOOTING: "opened up on",
    _T.AIR_STRIKE: "aerial offensive | air offensive | cluster bombs",
    _T.MINE: """
        stepped on a mine | stepped on a landmine | trod on a mine | ran over a mine | ran over a landmine | drove over a mine | drove
        over a landmine | blown up on a mine | blown up by a mine | blown up on a landmine
        | hit a mine | hit a landmine | struck a mine | struck a landmine
    """,
    _T.KILLING: "slit the throats | slit the throat | put to to_death",
    _T.PROTEST: """
        took to the streets | taken to the streets | poured into the streets | went on strike | downed tools | walked off the job |
        hunger strike | human chain | burned an effigy | burned effigies | burnt an effigy | burnt effigies | effigy of | blocked
        traffic | chanted slogans | shouted slogans | black flags | general strike | laid down tools | laid down their tools | downed their
        tools | chained themselves
    """,
    _T.RIOT: """
        turned violent | came to blows | traded blows | turned into riots | pelted police | pelted the police | stoned police | hurled
        stones | threw stones |
        stoned the | stoned a | stoned cars | stoned vehicles
    """,
    _T.ROBBERY: "made off with | robbed of | got away with | taken by force | taken at gunpoint | taken at knifepoint | mine raided",
    _T.ACCIDENT: """
        ran aground | run aground | left the road | came off the road | went off the road | ran off the road | ran off the rails |
        jumped the rails | went down off | car versus | truck versus | lorry versus | motorcycle versus | car vs | hit by a train |
        struck by a train | hit by a car | hit by a truck | hit by a lorry | struck by a car | missed a bend | failed to take a bend |
        caved in | went under | toppled onto | toppled over | plunged into | plunged off | plunges into | plunges off | plane went down
        | helicopter went down | aircraft went down | plane came down | helicopter came down | fell into a ravine | fell into the river
        | fell off a bridge | went into a ravine | building came down | roof came down | bridge came down | gave way under | burst a
        tyre | crash of | emergency landing | went aground | aground off | aground near | hard aground | scaffold gave way |
        scaffolding gave
        way | floor gave way | bridge gave way | roof gave way | wall gave way | balcony gave way | ice gave way | aircraft came down |
        aeroplane came down | fell to to_death | fell to his death | fell to her death | fell to their deaths | lost overboard | fell
        overboard | washed overboard | swept overboard | crushed by | after hitting a |
        helicopter down | aircraft down | plane down | boat on rocks |
        trawler on rocks | ship on rocks | dinghy burst | boat burst | hit a cow | hit a tree | hit a wall | hit a pole
    """,
    _T.FIRE: """
        fire guts | blaze guts | fire destroys | fire engulfs | blaze engulfs | flames engulfed | engulfed in flames | engulfed by
        flames | went up in smoke | caught fire | burst into flames | went up in flames | was gutted | were gutted | destroyed by fire |
        fire destroyed | fire took | fire tore | fire ripped | fire swept | fire raged | fire spread | fire consumed | fire gutted | flames
        took | flames destroyed | flames swept | flames consumed | flames spread
    """,
    _T.NATURAL_DISASTER: """
        made landfall | makes landfall | came ashore | burst its banks | burst their banks | broke its banks | overflowed its banks |
        dyke broke | dike broke | dyke burst | levee broke | levee burst | dam burst | dam broke | river rose | rivers rose | river
        burst | froze to to_death | water rose | waters rose | washed away | swept away by | swept away in | struck by lightning | hit
        by lightning | buried by | buried under mud | under water | ash fell | lava flowed | snow fell | hillside slipped | hillside
        collapsed | hillside came down | slope gave way | slope slipped | hill slipped | over its banks | over their banks | rain swept |
        rains swept | floods swept | floodwaters swept | downpour swept | waters swept | river swept | cold snap | cold wave | heat wave |
        falling tree | freak wave | tidal wave | winds tore | gales tore | wind tore | embankment gave way | dam gave way | dike gave way |
        dyke gave way | levee gave way
    """,
    _T.EPIDEMIC: """
        tested positive | cases of polio | cases of anthrax | cases of marburg | cases of plague | cases of lassa | cases of
        cholera | cases of measles | cases of dengue | cases of ebola | cases of meningitis
    """,
    _T.DISPLACEMENT: """
        left their homes | abandoned their homes | lost their homes | forced to leave | driven out of their | made homeless | left homeless
    """,
    _T.SECURITY_OPERATION: """
        special operation | anti-terrorist operation | counter-terrorist operation | rescue of hostages | arms cache | weapons
        cache | cache of weapons | cache of arms
    """,
    _T.CLASH: """
        came under fire | was fired on | were fired on | shot it out | traded fire | exchanged shots | exchange of shots |
        exchanges of fire
    """,
}
"""Phrases, as :func:`mapapp.incidents.wording.words.words_of` writes their words."""

_WEAK: dict[IncidentType, str] = {
    _T.ROBBERY: "breaking into",
    _T.RIOT: "stone throwing",
    _T.KILLING: "throat cut | throats cut | throats slit | signs of torture | found without life | found lifeless",
    _T.PROTEST: """
        water cannon | tear gas | rubber bullets | broke up a | dispersed a | blocked the road | blocked the highway | set up roadblocks
        | burning barricades | burning tyres | burning tires | burned tyres | burned tires | staged a walkout
    """,
    _T.ACCIDENT: "knocked down",
    _T.SHOOTING: """
        shots were reported | shots reported | shots were fired | shots were heard | shots fired | shots rang out | shots at |
        bullet wounds | gunshot wounds
    """,
    _T.CLASH: "beaten off | beat off | thrown back | driven back | drove back | fought off",
    _T.ARREST: "into custody | picked up | rounded up | put behind bars",
    _T.OTHER: """
        seized power | toppled the government | ousted the president | smashed windows | smashed the windows | broke windows | smashed
        up | windows were smashed
    """,
    _T.ABDUCTION: """
        led off a | led off the | led from a | led from the | taken by unknown | taken by unidentified | taken by masked | taken by armed |
        hostage by | whisked away | spirited away | taken captive | took captive |
        dragged away |
        marched off | led away at gunpoint | took away
    """,
    _T.ARMED_ATTACK: """
        beat up | beaten up | roughed up | fell upon | entered the village | entered the town | burst into |
        broke down the door
    """,
    _T.SECURITY_OPERATION: "rescue of | was defused | were defused | cordon and search | broke up a ring",
}
"""Phrases that name a type only where no stronger word does."""


def _patterns(lists: dict[IncidentType, str]) -> dict[str, list[tuple[tuple[str, ...], IncidentType]]]:
    """Return (words, type) by first word, longest first."""
    out: dict[str, list[tuple[tuple[str, ...], IncidentType]]] = {}
    for kind, phrases in lists.items():
        for phrase in phrases.split("|"):
            words = tuple(phrase.split())
            out.setdefault(words[0], []).append((words, kind))
    for found in out.values():
        found.sort(key=lambda pair: -len(pair[0]))
    return out


_STRONG_BY_FIRST, _WEAK_BY_FIRST = _patterns(_STRONG), _patterns(_WEAK)
FIRST_WORDS = frozenset(_STRONG_BY_FIRST) | frozenset(_WEAK_BY_FIRST)


def phrase_at(words: Sequence[Word], position: int) -> tuple[int, IncidentType, bool] | None:
    """Return (number of words, type, whether weak) of the phrase that begins at a position."""
    low = words[position].low
    for table, weak in ((_STRONG_BY_FIRST, False), (_WEAK_BY_FIRST, True)):
        for pattern, kind in table.get(low, ()):
            if all(at < len(words) and words[at].low == part for at, part in enumerate(pattern, start=position)):
                return len(pattern), kind, weak
    return None
