"""Who does what to whom in a sentence: perpetrators, targets, authorities, and who says so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from mapapp.incidents.completing.scene import Scene
from mapapp.incidents.counting.chains import subject_before
from mapapp.incidents.incident import ActorRole, ActorType, IncidentType
from mapapp.incidents.phrasing.actor_phrases import run_after
from mapapp.incidents.phrasing.noun_phrases import NounPhrase
from mapapp.incidents.phrasing.speech import Speech
from mapapp.incidents.wording.actor_words import ARMED_SIDES, GENERIC_VICTIMS, GUARDS, ORGANISATIONS, STATE_SIDES
from mapapp.incidents.wording.armed import THINGS
from mapapp.incidents.wording.effects import Effect
from mapapp.incidents.wording.grammar_words import ADVERBS, BE, BEHIND_NO_OBJECT, DETERMINERS, HAVE, WITHOUT_OBJECT
from mapapp.incidents.wording.persons import ATTACKERS, PERSONS

_T = IncidentType

_HARM = frozenset(
    """
    killed murdered assassinated slain slew executed massacred beheaded slaughtered lynched shot_dead stabbed_dead shot wounded injured
    attacked ambushed stormed assaulted raided overran stabbed hacked bombed shelled bombarded torched burned burnt robbed stole looted
    ransacked plundered raped molested abducted kidnapped kidnaped opened_fire fired blew_self_up detonated planted hurled lobbed tossed
    threw seized beat beaten tortured torturing captured destroyed hit struck targeted tried_to_kill set_fire_to arson blocked burst broke
    burgled
    poured opened hijacked strafed pounded pillaged vandalised vandalized entered clashed fought took held carried_out
    """.split()
)
"""Verbs whose subject does harm; "blew up", "seized the town" and the like included."""

_HARM_NOUNS = frozenset(
    """
    attack attacks assault assaults ambush ambushes raid raids bombing bombings shooting shootings shelling killing killings murder murders
    abduction abductions kidnapping kidnappings massacre strike strikes air_strike bomb_blast armed_attack suicide_bombing fire gunfire
    """.split()
)
"""Nouns behind which "by …" tells who did it, and "on …" at whom it was aimed."""

_AIMED = frozenset(
    """
    attacked ambushed stormed assaulted raided stabbed hacked shot opened_fire bombed shelled robbed raped abducted kidnapped kidnaped
    intended beat tortured torturing torture targeted targeting attacking ambushing strafed pounded killed killing shot_dead held seized
    took
    """.split()
)
"""Verbs whose object is a target."""

_PASSIVE_AIMED = frozenset(
    """
    robbed abducted kidnapped shot shot_dead stabbed stabbed_dead beaten tortured raped attacked ambushed murdered taken seized lynched
    """.split()
)

_OF_PEOPLE = frozenset(
    "murder murders killing killings rape rapes abduction kidnapping abduction_of kidnappings massacre assassination beating "
    "lynching stabbing"
    "robbery arson looting attack execution executions".split()
)
"""Nouns behind which, at some distance, "by …" tells who did it: "the murder of a driver in Goma on Tuesday by unknown persons"."""
_PASSIVE_TERSE = frozenset("robbed abducted kidnapped stabbed stabbed_dead shot shot_dead beaten raped murdered lynched tortured".split())
"""Participles that tell of who suffered also without "was", as in logs: "Two men robbed of phones"."""

_MAY_AIM = _AIMED | _PASSIVE_AIMED | _HARM_NOUNS | _OF_PEOPLE | {"fired"}
"""All words that may have a target."""

_DUTY = frozenset(
    """
    arrested detained captured searched chased pursued dispersed cordoned evacuated rescued defused freed intervened responded arresting
    detaining surrounded cleared sealed closed imposed declared extinguished doused contained pulled used broke dispersing rescuing
    evacuating shot_down investigating investigate opened_investigation seized recovered repelled foiled closed_in overpowered arrived
    deployed
    """.split()
)
"""What police, soldiers and firefighters do for the order."""

_TEAR_GAS = frozenset({"tear", "teargas", "water", "rubber", "up"})
_RESCUING = STATE_SIDES | {ActorType.AID_WORKERS, ActorType.PEACEKEEPERS}
_VERB_GROUP = HAVE | BE | ADVERBS
_BEFORE_NAMED = DETERMINERS | {"suspected"}
_CLAIMED = {"claimed": "by", "blamed": "on", "attributed": "to", "work": "of", "presumed": "to"}
"""Words with what leads on to whose deed it was."""
_BLAMING = frozenset({"accused", "accuses", "accuse", "blamed", "blames", "blame", "accusing", "blaming"})
_CLAIMED_DEEDS = frozenset(
    "attack attacks blast blasts bombing bombings killing killings raid raids shooting shootings ambush explosion explosions "
    "kidnapping abduction"
    "assault strike strikes".split()
)


Named = Iterator[tuple[NounPhrase, ActorRole]]


def speakers(sentence: Scene) -> Named:
    """Yield who says so; who claims the deed is no mere source."""
    for speech in sentence.said:
        if speech.speaker is not None and not _is_nobody(speech.speaker) and not _claims_it(sentence, speech):
            yield speech.speaker, ActorRole.SOURCE


def _is_nobody(phrase: NounPhrase) -> bool:
    """Say whether a phrase stands for nobody: "no one has claimed it"."""
    return phrase.count is not None and phrase.count.best == 0


def _claims_it(sentence: Scene, speech: Speech) -> bool:
    """Say whether a speaker tells of a deed of his own: "claimed responsibility", "said it had attacked", "said its fighters"."""
    behind = [sentence.low(at) for at in range(speech.verb + 1, speech.verb + 7)]
    if sentence.low(speech.verb) in {"claimed", "claims", "admitted"} and "responsibility" in behind[:4]:
        return True
    if sentence.low(speech.verb) in {"claimed", "claims"} and not _CLAIMED_DEEDS.isdisjoint(behind[1:4]) and behind[:1] in _DEED_OPENS:
        return True
    if sentence.low(speech.verb) in {"claimed", "claims"} and behind[:1] in (["to"], ["intended"]):
        return any(low in _HARM for low in behind)
    if behind[:1] == ["that"]:
        behind = behind[1:]
    speaker = speech.speaker
    armed = speaker is not None and sentence.type(speaker) in ARMED_SIDES | {None, ActorType.ORGANISATION}
    own = behind[:1] in (["it"], ["its"], ["they"], ["their"])
    return own and armed and any(low in _HARM or low in {"behind", "carried", "responsible"} for low in behind)


_DEED_OPENS = (["both"], ["the"], ["all"], ["this"], ["these"], ["that"], ["two"], ["three"])


def blamed(sentence: Scene) -> Named:
    """Yield who claims the deed, who is accused of it, and who is behind "claimed by", "blamed on", "attributed to"."""
    for speech in sentence.said:
        if speech.speaker is not None and not _is_nobody(speech.speaker) and _claims_it(sentence, speech):
            yield speech.speaker, ActorRole.PERPETRATOR
        if sentence.low(speech.verb) in _BLAMING:
            accused = _behind(sentence, speech.verb + 1)
            if accused is not None:
                yield accused, ActorRole.PERPETRATOR
    for position, word in enumerate(sentence.words[:-2]):
        if word.low in _CLAIMED and sentence.low(position + 1) == _CLAIMED[word.low]:
            named = _behind(sentence, position + 2)
            if named is not None and sentence.low(position + 2) not in {"be", "have", "belong"}:
                yield named, ActorRole.PERPETRATOR


def _behind(sentence: Scene, position: int) -> NounPhrase | None:
    """Return the phrase that begins at a position, or a run of words without a known noun there."""
    found = sentence.starting(position)
    if found is None and sentence.low(position) in _BEFORE_NAMED:
        found = sentence.starting(position + 1)
    if found is not None:
        return replace(found, first=position)
    end = run_after(sentence.words, position)
    if end == position or not (any(sentence.words[at].name for at in range(position, end)) or sentence.low(position) == "the"):
        return None
    return NounPhrase(position, end, None, sentence.low(end - 1), definite=True, named=True)


def deeds(sentence: Scene, kind: IncidentType) -> Named:
    """Yield those who did it, those it was aimed at, and those who acted against the attackers."""
    yield from victims(sentence, kind)
    yield from _done_to(sentence)
    yield from _doers(sentence)
    yield from _aims(sentence)
    for phrase in sentence.phrases:  # whoever else is called an attacker
        if phrase.head in ATTACKERS and not _compared(sentence, phrase):
            yield phrase, ActorRole.PERPETRATOR
    if kind in {_T.PROTEST, _T.RIOT}:
        for phrase in sentence.phrases:
            if sentence.type(phrase) in {ActorType.PROTESTERS, ActorType.RIOTERS}:
                # "Clashes between protesters and police" do not say who attacked whom.
                blamed = kind is _T.RIOT and not _compared(sentence, phrase)
                yield phrase, ActorRole.PERPETRATOR if blamed else ActorRole.OTHER


def _compared(sentence: Scene, phrase: NounPhrase) -> bool:
    """Say whether attackers are only spoken of: "in pursuit of kidnappers", "helping the kidnappers"."""
    before = sentence.low(phrase.first - 1)
    return before in {"like", "than", "with", "from", "for", "to", "against", "of", "helping", "hunting", "seeking", "among", "between"}


def _against_attackers(sentence: Scene) -> bool:
    """Say whether the sentence tells of attackers killed, or of arrests."""
    return any(toll.attackers or toll.effect is Effect.ARRESTED for toll in sentence.happening.tolls)


def victims(sentence: Scene, kind: IncidentType) -> Named:
    """Yield the people of the figures who are more than a number."""
    tolls = {toll.span.start: toll for toll in sentence.happening.tolls if toll.count.best != 0}
    for phrase in sentence.phrases:
        toll = tolls.get(sentence.words[phrase.first].span.start)
        if (
            toll is None
            or toll.bare
            or (toll.effect is Effect.DISPLACED and kind is not _T.DISPLACEMENT)
            or phrase.head in GENERIC_VICTIMS
            or toll.head in GENERIC_VICTIMS
            or _is_kin(sentence, phrase)
        ):
            continue
        held = toll.effect is Effect.ARRESTED
        if held and phrase.head in {"men", "man", "women", "woman"}:
            continue
        suspect = held and (kind is not _T.ARREST or sentence.type(phrase) in ARMED_SIDES or phrase.head == "suspects")
        struck = kind in {_T.AIR_STRIKE, _T.SHELLING}  # fighters hit from afar are who was aimed at
        yield phrase, ActorRole.PERPETRATOR if (toll.attackers or suspect) and not struck else ActorRole.TARGET


def _is_kin(sentence: Scene, phrase: NounPhrase) -> bool:
    """Say whether people are only told of by somebody else: "her two daughters", "one of its members"."""
    return not {"his", "her", "its", "their", "my", "your"}.isdisjoint(sentence.low(at) for at in range(phrase.first, phrase.last))


def _is_active(sentence: Scene, verb: int, start: int) -> bool:
    """Say whether a verb form is an active predicate: no "was", not joined to a passive ("was robbed and wounded"), an object behind it."""
    if any(sentence.low(at) in BE for at in range(start, verb)):
        return False
    if sentence.low(start - 1) in {"and", "or", ","} and _joined_to_passive(sentence, start - 1):
        return False
    following = sentence.low(verb + 1)
    return sentence.low(verb) in WITHOUT_OBJECT or not (following == "" or following in BEHIND_NO_OBJECT)


_POSSESSION = frozenset({"held", "took", "entered", "burst", "poured"})
"""Verbs whose passive tells who has a place, not who harms."""


def _joined_to_passive(sentence: Scene, joint: int) -> bool:
    """Say whether the verb before "and" is passive."""
    for at in range(joint - 1, max(-1, joint - 10), -1):
        if sentence.low(at) in BE:
            return True
        if sentence.low(at) in _HARM or sentence.low(at) in {";", ":"}:
            return sentence.low(at) in _HARM and sentence.low(at - 1) in BE
    return False


def _verb_group(sentence: Scene, verb: int) -> int:
    """Return where the verb group begins: "had later been", "then"."""
    start = verb
    while start > 0 and sentence.low(start - 1) in _VERB_GROUP:
        start -= 1
    return start


def _doers(sentence: Scene) -> Named:
    """Yield the subjects of the verbs of harm, and those behind "by"."""
    by_law = _against_attackers(sentence)
    for position, word in enumerate(sentence.words):
        low = word.low
        if low in _HARM_NOUNS and sentence.low(position + 1) == "by":
            named = _behind(sentence, position + 2)
            if named is not None:
                yield named, ActorRole.PERPETRATOR
        if low in _OF_PEOPLE:
            yield from _far_agents(sentence, position)
        if low not in _HARM and low not in _OF_THE_ARMED:
            continue
        start = _verb_group(sentence, position)
        if any(sentence.low(at) in BE for at in range(start, position)):
            yield from _agents(sentence, position)
            continue
        if not _is_active(sentence, position, start):
            if sentence.low(position + 1) == "by":
                yield from _agents(sentence, position)
            continue
        for phrase in subject_before(sentence.words, sentence.phrases, start):
            if _does(sentence, phrase, position):
                forces = sentence.type(phrase) in STATE_SIDES or (by_law and phrase.head in GUARDS)
                lawful = by_law or sentence.low(position + 1) in _TEAR_GAS
                lawful = lawful or (low in {"took", "held"} and "custody" in {sentence.low(at) for at in range(position, position + 8)})
                yield phrase, ActorRole.AUTHORITY if forces and lawful else ActorRole.PERPETRATOR


def _does(sentence: Scene, phrase: NounPhrase, verb: int) -> bool:
    """Say whether people before a verb are those who do what it tells."""
    if sentence.low(verb) in _OF_THE_ARMED and sentence.type(phrase) not in ARMED_SIDES:
        return False
    done_to = "whom" in {sentence.low(phrase.last), sentence.low(phrase.last + 1)}
    return phrase.last <= verb and not done_to and sentence.low(phrase.first - 1) != "intended" and _may_act(sentence, phrase)


def _done_to(sentence: Scene) -> Named:
    """Yield the people whom a relative clause tells what was done to: "two farmers, whom they abducted"."""
    for phrase in sentence.phrases:
        whom = next((at for at in range(phrase.last, phrase.last + 2) if sentence.low(at) == "whom"), None)
        if whom is not None and any(sentence.low(at) in _HARM for at in range(whom + 1, whom + 6)):
            yield phrase, ActorRole.TARGET


_OF_THE_ARMED = frozenset("stopped pulled dragged led drove herded came stoned surrounded intercepted loaded forced tied".split())
"""Verbs that are deeds where armed people are their subject."""
_FAR_BY = 16


def _far_agents(sentence: Scene, noun: int) -> Named:
    """Yield armed people behind a "by" that stands further off in the same clause."""
    for at in range(noun + 2, min(noun + _FAR_BY, len(sentence.words))):
        low = sentence.low(at)
        if low in {";", ".", "when", "after", "while", "who", "which"} or low in BE or low in HAVE:
            return
        if low == "by":
            named = _behind(sentence, at + 1)
            if named is not None and sentence.type(named) in ARMED_SIDES | _ON_PATROL and _may_act(sentence, named):
                yield named, ActorRole.PERPETRATOR
            return


def _agents(sentence: Scene, verb: int) -> Named:
    """Yield who stands behind "by" after a passive verb."""
    for at in range(verb + 1, min(verb + 12, len(sentence.words))):
        low = sentence.low(at)
        if low in {",", ";", "and", "when", "after", "while"}:
            return
        if low == "by":
            named = _behind(sentence, at + 1) if sentence.low(verb) not in _POSSESSION else None
            if named is not None and _may_act(sentence, named):
                yield named, ActorRole.PERPETRATOR
            return


_ON_PATROL = frozenset({ActorType.POLICE, ActorType.STATE_FORCES})

_SHORTEST_NAME = 3
"""Letters of a phrase of one word: "A", "W." are pieces of something else."""


def _may_act(sentence: Scene, phrase: NounPhrase) -> bool:
    """Say whether a subject can be an actor: no thing, no pronoun, nobody, and no mere number."""
    if phrase.head in THINGS or sentence.low(phrase.first) in {"he", "she", "him", "it", "they"} or _is_kin(sentence, phrase):
        return False
    if _is_nobody(phrase) or (phrase.last == phrase.first + 1 and len(sentence.low(phrase.first)) < _SHORTEST_NAME):
        return False
    if phrase.head in GENERIC_VICTIMS:
        return (phrase.named and phrase.head == "") or sentence.type(phrase) is ActorType.ARMED
    return phrase.named or phrase.head in PERSONS or phrase.head in ORGANISATIONS or phrase.head.endswith(("ers", "men", "ists"))


def _suffered(sentence: Scene, position: int) -> Named:
    """Yield who suffered by a participle alone, as in logs ("Two men robbed of phones"), or behind a noun: "the murder of a driver"."""
    if sentence.low(position) in _PASSIVE_TERSE and sentence.low(position + 1) in BEHIND_NO_OBJECT:
        if sentence.low(position - 1) in _VERB_GROUP:
            return
        for phrase in subject_before(sentence.words, sentence.phrases, position):
            if phrase.last == position and phrase.head not in GENERIC_VICTIMS and sentence.type(phrase) not in ARMED_SIDES:
                yield phrase, ActorRole.TARGET
    elif sentence.low(position) in _OF_PEOPLE and sentence.low(position + 1) == "of":
        aim = sentence.starting(position + 2)
        if aim is not None and aim.head in PERSONS and aim.head not in GENERIC_VICTIMS and sentence.type(aim) not in ARMED_SIDES:
            yield aim, ActorRole.TARGET


def _aims(sentence: Scene) -> Named:
    """Yield the objects of attacks: "attacked a patrol", "opened fire on demonstrators", "attack on the convoy of the mayor"."""
    by_law = _against_attackers(sentence)
    for position, word in enumerate(sentence.words):
        low = word.low
        if low not in _MAY_AIM:
            continue
        start = _verb_group(sentence, position)
        passive = any(sentence.low(at) in BE for at in range(start, position))
        if passive and (low in _PASSIVE_AIMED or low in {"opened_fire", "fired"}):
            for phrase in subject_before(sentence.words, sentence.phrases, start):
                if phrase.head not in GENERIC_VICTIMS and not _is_kin(sentence, phrase):
                    yield phrase, ActorRole.PERPETRATOR if phrase.head in ATTACKERS else ActorRole.TARGET
            continue
        behind = position + 1
        if (low in _PASSIVE_TERSE and not passive) or low in _OF_PEOPLE:
            suffered = list(_suffered(sentence, position))
            yield from suffered
            if suffered:
                continue
        if low in _HARM_NOUNS and sentence.low(behind) in {"on", "against"}:
            behind += 1
        elif low not in _AIMED or passive:
            continue
        elif sentence.low(behind) in {"at", "on", "into"}:
            behind += 1
        aim = sentence.starting(behind)
        if aim is not None and aim.head not in GENERIC_VICTIMS and _may_act(sentence, aim):
            attackers = by_law and aim.head in ATTACKERS
            yield aim, ActorRole.PERPETRATOR if attackers else ActorRole.TARGET


def on_duty(sentence: Scene, kind: IncidentType) -> Named:
    """Yield police, soldiers, firefighters and officials who step in; at protests and raids whatever police and soldiers do."""
    if kind in {_T.PROTEST, _T.RIOT, _T.SECURITY_OPERATION, _T.ARREST}:
        for phrase in sentence.phrases:
            before = sentence.low(phrase.first - 1)
            hurt = any(toll.span.start == sentence.words[phrase.first].span.start for toll in sentence.happening.tolls)
            if sentence.type(phrase) in _ON_PATROL and not hurt and before not in {"of", "at", "on", "against", "with", "from"}:
                yield phrase, ActorRole.AUTHORITY
    for position, word in enumerate(sentence.words):
        put_out = word.low == "put" and sentence.low(position + 1) == "out"
        if word.low not in _DUTY and not put_out:
            continue
        start = _verb_group(sentence, position)
        if any(sentence.low(at) in BE for at in range(start, position)):
            continue
        for phrase in subject_before(sentence.words, sentence.phrases, start):
            if phrase.last <= position and sentence.type(phrase) in _RESCUING:
                yield phrase, ActorRole.AUTHORITY
