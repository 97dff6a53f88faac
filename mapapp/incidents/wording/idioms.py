"""Idioms with a gap, read as the one verb they stand for: "suffered burn injuries", "beat them to death", "led 30 away"."""

from __future__ import annotations

from mapapp.incidents.wording.word import Word
from mapapp.report.report import Span

_INTO_CUSTODY = frozenset("took taken take taking takes led".split())
_HOLDING = frozenset("took taking held holding takes hold".split())
_CAPTIVES = frozenset("hostage hostages captive captives".split())
_LED = frozenset("led leading took taking dragged dragging marched marching hauled hauling herded herding bundled carried carrying".split())
_SPIRITED = frozenset("whisked whisking spirited spiriting".split())
_INTO_WILDS = _LED | frozenset("taken forced drove driven".split())
_WILDS = frozenset("bush forest forests jungle desert mountains hills woods swamp captivity".split())
_BEEN = frozenset("was were been be are is being".split())
_HIT = frozenset("shot stabbed hit burned burnt cut bitten slashed scalded".split())
_FROM_HOME = frozenset(
    "forced forcing forces drove driven driving sent sending chased caused causing compelled compelling prompted".split()
)
_HOMES = frozenset("home homes houses villages village lands camps camp towns huts settlements shelters farms neighbourhoods".split())
_CARRIED = frozenset("flown airlifted rushed".split())
_SENT = frozenset("sent sending landed landing put putting".split())
_FORCED = frozenset("forced forcing drove driven".split())
_HERDS = frozenset("head cattle cows sheep goats camels animals livestock".split())
_CROWD = 50
"""So many people forced from somewhere have been driven from home."""

_TO_DEATH = frozenset("swept sweeping sent sending dragged pulled pushed threw hurled plunged plunging".split())
_PUT = frozenset({"put", "putting"})
_TREATED = frozenset("treated treating".split())
_BROKE = frozenset("broke broken lost loses lose breaking losing breaks fractured".split())
_BODY = frozenset(
    """
    tooth teeth sight hearing leg legs arm arms finger fingers hand hands eye eyes foot feet limb limbs rib ribs bones bone hip wrist
    ankle
    """.split()
)
_SORE = _BODY | frozenset("neck stomach chest back abdomen shoulder thigh face".split())
_SUFFERED = frozenset("sustained suffered received sustaining suffering receiving recieved".split())
_WOUNDS = frozenset(
    """
    injuries injury wounds wound burns injures burn-injuries bruises fractures cuts bruising concussion fracture lacerations
    inhalation woundings poisoning intoxication
    """.split()
)
_HURT = frozenset("fractured broken".split())
_BROKEN = frozenset("broken fractured severed shattered amputated crushed".split())
_HURTING = _SORE | _WOUNDS | _HURT | {"death", "deaths", "hospital", "hospitals", "clinic", "clinics", "infirmary"}
_COMPLETING = (
    _HURTING
    | _CAPTIVES
    | _HOMES
    | _WILDS
    | {
        "custody",
        "flee",
        "leave",
        "fleeing",
        "away",
        "off",
        "from",
        "out",
        "flight",
        "prisoner",
        "prisoners",
        "evacuate",
        "border",
        "shelter",
        "roof",
        "action",
    }
)
"""Words that say what the verb before them means."""
_IN_IDIOMS = (_SUFFERED | _BROKE | _COMPLETING | _FORCED | {"death", "dead"}) - {"from", "out"}
"""Every idiom holds one of these."""
_GAP = 4
"""Words that may stand between the halves of an idiom: "suffered minor gunshot wounds"."""
_LONG_GAP = 14
"""The same for an object in between: "beat the two villagers to death"."""


def joined_idioms(words: list[Word]) -> list[Word]:
    """Join idioms with a gap: "suffered burn injuries"; and read "beat them to death", "shot the driver dead" as one verb."""
    if _IN_IDIOMS.isdisjoint([word.low for word in words]):
        return words
    out: list[Word] = []
    position = 0
    while position < len(words):
        word = words[position]
        end = _idiom_end(words, position)
        if end is not None:
            low = "with_wounds" if word.low == "with" else "sustained_injuries"
            out.append(Word(Span(word.span.start, words[end].span.end), low))
            position = end + 1
            continue
        if out and word.low in _COMPLETING:
            _mark_completed(word, out)
            if word.low in {"away", "off"} and out[-1].low in {"took_away", "whisked_away"}:  # "led away three men"
                out[-1] = Word(Span(out[-1].span.start, word.span.end), out[-1].low)
                position += 1
                continue
            if word.low == "away" and any(led.low in {"took_away", "whisked_away"} for led in out[-_LED_REACH:]):
                position += 1  # "led 30 away": the verb says it
                continue
        if word.low == "death" and out and out[-1].low == "to" and (len(out) < 2 or out[-2].low not in _DYING):
            _mark_verb(out, _BEATING, "stabbed_dead")
            word = Word(word.span, "to_death")
        elif word.low == "dead" and out and out[-1].low not in {"was", "were", "left", "found"} and _shot_dead(out):
            if out[-1].low == "shot_dead":
                out[-1] = Word(Span(out[-1].span.start, word.span.end), "shot_dead")
                position += 1
                continue
            word = Word(word.span, "to_death")
        out.append(word)
        position += 1
    return out


def _idiom_end(words: list[Word], position: int) -> int | None:
    """Return where an idiom of being hurt that begins at a position ends: "suffered minor wounds", "lost three fingers"; None: no idiom."""
    low = words[position].low
    objects = _WOUNDS if low in _SUFFERED or low == "with" else _BODY if low in _BROKE else None
    if objects is None:
        return None
    for at in range(position + 1, min(position + 2 + _GAP, len(words))):
        if words[at].low in objects or (low == "with" and words[at].low in _BODY and words[at - 1].low in _BROKEN):
            return at
        if words[at].low in {",", ".", "and", "in"}:
            return None
    return None


def _mark_completed(word: Word, out: list[Word]) -> None:
    """Turn a verb before into what this word makes of it: "took 11 men into custody", "took them hostage", "shot in the leg"."""
    if word.low in _HURTING:
        _mark_hurt(word, out)
        return
    before = out[-1].low
    if word.low == "action" and [at.low for at in out[-2:]] == ["out", "of"]:
        _mark_verb(out, _PUT, "neutralised", unless=_BEEN)
    elif word.low == "custody" and before == "into":
        _mark_verb(out, _INTO_CUSTODY, "arrested")
    elif word.low in {"hostage", "captive"} or (word.low in _CAPTIVES and out[-1].number is not None):
        if before not in _HOLDING and not _mark_verb(out, _HOLDS, "abducting"):
            _mark_verb(out, _HOLDING, "abducted")
    elif word.low == "flight" and before == "to":
        _mark_verb(out, _PUT, "displacing", unless=_BEEN)
    elif word.low in {"prisoner", "prisoners"} and (word.low == "prisoner" or out[-1].number is not None):
        _mark_verb(out, _HOLDING, "arrested")
    elif (word.low in {"away", "off"} and before not in _GOING_OFF) or (word.low in _WILDS and _goes_into(out)):
        _mark_led(word, out)
    else:
        _mark_driven(word, out)


_SENT_TO_FIGHT = frozenset("troops soldiers tanks fighters forces weapons arms drones missiles rockets shells army".split())


def _mark_driven(word: Word, out: list[Word]) -> None:
    """Read how people lost their homes: "forced 900 to flee", "sent 2,000 across the border", "left 300 without a roof"."""
    before = out[-1].low
    if word.low == "fleeing" or (word.low in {"home", "flee", "leave", "evacuate"} and before == "to"):
        _mark_verb(out, _FROM_HOME, "displacing", unless=_BEEN)
    elif word.low == "border" and not _SENT_TO_FIGHT.isdisjoint(at.low for at in out[-_GAP:]):
        return  # "sending troops across the border"
    elif (word.low == "border" and "across" in {out[-2].low if len(out) > 1 else "", before}) or _without_roof(word, out):
        _mark_verb(out, _FROM_HOME | {"left", "leaving"} if word.low != "border" else _FROM_HOME, "displacing", unless=_BEEN)
    elif word.low in _HOMES and before == "their":
        if not _mark_verb(out, _FROM_HOME, "displacing", unless=_BEEN) and word.low != "homes" and out[-2].low in {"from", "of"}:
            _mark_verb(out, _FROM_HOME, "displaced")
    elif word.low in {"from", "out"} and any((counted.number or 0) >= _CROWD for counted in out[-3:]) and before not in _HERDS:
        _mark_verb(out, _FORCED, "displacing", unless=_BEEN)


def _mark_hurt(word: Word, out: list[Word]) -> None:
    """Read what becomes of people behind the verb: "swept two men to their deaths", "sent four to hospital", "shot in the leg"."""
    before = out[-1].low
    if word.low in {"death", "deaths"} and before in {"their", "his", "her"} and len(out) > 1 and out[-2].low == "to":
        _mark_verb(out, _TO_DEATH, "killing")
    elif word.low == "hospital" and before in {"to", "in"}:
        _mark_verb(out, _SENT, "hospitalized", unless=_BEEN)
    elif word.low in _CLINICS:
        _mark_brought(out)
    elif (word.low in _WOUNDS or word.low in _HURT) and any(with_.low == "with" for with_ in out[-3:]):
        _mark_verb(out, _CARRIED, "hospitalized")
    elif word.low in _WOUNDS and "for" in {before, out[-2].low if len(out) > 1 else ""}:
        _mark_verb(out, _TREATED, "hospitalized", unless=_BEEN)
    elif word.low in _SORE and len(out) > 1:
        at = -2 if before in {"in", "on"} else -3 if before in {"the", "his", "her"} and out[-2].low in {"in", "on"} else 0
        if at and len(out) >= -at and out[at].low in _HIT:
            out[at] = Word(out[at].span, "shot_hurt" if out[at].low == "shot" else "wounded")
        elif at:
            _mark_hit(out, len(out) + at)


def _without_roof(word: Word, out: list[Word]) -> bool:
    """Say whether "without shelter" or "without a roof" stands here."""
    before = [before.low for before in out[-2:]]
    return before[-1:] == ["without"] if word.low == "shelter" else word.low == "roof" and before == ["without", "a"]


_HIT_REACH = 5
"""Words between "shot" and "in the thigh": "shot the night attendant in the thigh"."""


def _mark_hit(out: list[Word], end: int) -> None:
    """Read "shot the attendant in the thigh", where whom it hit stands between."""
    for at in range(end - 1, max(0, end - 1 - _HIT_REACH), -1):
        if out[at].low in _HIT:
            out[at] = Word(out[at].span, "shot_hurt" if out[at].low == "shot" else "wounded")
            return
        if not out[at].low[0].isalnum() or out[at].low in _BEEN:
            return


_CLINICS = frozenset("hospital hospitals clinic clinics infirmary".split())
_TO_A_HOSPITAL = frozenset("taken flown rushed airlifted brought carried moved ferried transferred evacuated helicoptered admitted".split())
_HOSPITAL_REACH = 5


def _mark_brought(out: list[Word]) -> None:
    """Read "flown to a hospital", "taken to the county hospital" as one verb of being brought there hurt."""
    for at in range(len(out) - 1, max(0, len(out) - 1 - _HOSPITAL_REACH), -1):
        if out[at].low in {"in", "at"} and out[at - 1].low == "treated":
            out[at - 1] = Word(out[at - 1].span, "hospitalized")
            return
        if out[at].low == "to":
            if out[at - 1].low in _TO_A_HOSPITAL:
                out[at - 1] = Word(out[at - 1].span, "hospitalized")
            return


_GOING_OFF = frozenset("went go goes going gone set sets setting".split())
"""Verbs that "off" belongs to: "the bomb he was carrying went off"."""
_HOLDS = frozenset({"holding"})
_NOT_LED = frozenset("in at from to on of km kilometers kilometres miles metres meters minutes hours far".split())
_FAR_REACH = 10
"""Words from the verb to "into the forest"."""
_LED_REACH = 6
"""Words that "away" may stand behind "led": "led 30 of the marchers away"."""


def _goes_into(out: list[Word]) -> bool:
    """Say whether "into the", "into a" or "into" stands before the next word."""
    return any(word.low in {"into", "to"} for word in out[-2:])


def _mark_led(word: Word, out: list[Word]) -> None:
    """Read "led 30 away", "dragged off", "whisked the pupils away", "marched them into the bush"."""
    wilds = word.low in _WILDS
    reach = _FAR_REACH if word.low in _WILDS else _LED_REACH
    for at in range(len(out) - 1, max(-1, len(out) - 1 - reach), -1):
        low = out[at].low
        if low == "taken" and at and out[at - 1].low in {"have", "has", "had"}:
            return  # "they have taken to the hills"
        if low in _SPIRITED or (wilds and low in _INTO_WILDS):
            out[at] = Word(out[at].span, "whisked_away")
            return
        if low in _LED and not (low.startswith("t") and word.low == "off"):  # "took off"
            out[at] = Word(out[at].span, "took_away")
            return
        if not wilds and low in _NOT_LED:
            return


_DYING = frozenset("bled starved froze frozen choked".split())
"""Verbs that with "to death" are fixed phrases of dying."""
_BEATING = frozenset(
    """
    beat beaten beating stabbed hacked chopped clubbed burned burnt tortured stoned trampled crushed kicked hit shot battered
    strangled lynched knifed bludgeoned thrashed slashed pelted
    """.split()
)
_SHOOTING = frozenset({"shot", "shooting", "gunned", "shoot"})


_NOT_SHOT = frozenset(", ; : leaves leave leaving left in at near outside with and".split())
"""Words between "shooting" and "dead" by which the dead are told apart: "shooting at a mill, two dead"."""


def _shot_dead(out: list[Word]) -> bool:
    """Read "shot the driver dead" as one verb; say whether that is what stands there."""
    for at in range(len(out) - 1, max(-1, len(out) - 1 - _LONG_GAP), -1):
        if out[at].low in _SHOOTING:
            out[at] = Word(out[at].span, "shot_dead")
            return True
        if out[at].low in _NOT_SHOT:
            return False
    return False


def _mark_verb(out: list[Word], verbs: frozenset[str], meaning: str, *, unless: frozenset[str] = frozenset()) -> bool:
    """Turn the verb that later words complete ("to death", "into custody") into the one that is meant; say whether there is one."""
    for at in range(len(out) - 1, max(-1, len(out) - 1 - _LONG_GAP), -1):
        if out[at].low in verbs and (at == 0 or out[at - 1].low not in unless):
            out[at] = Word(out[at].span, meaning)
            return True
    return False
