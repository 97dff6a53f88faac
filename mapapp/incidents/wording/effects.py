"""Words that tell what happened to people: killed, hurt, arrested, abducted, driven from home, and how each word takes its victims."""

from __future__ import annotations

from enum import Enum, StrEnum


class Effect(StrEnum):
    """What happened to people; the values are the keys of an incident."""

    KILLED = "killed"
    INJURED = "injured"
    ARRESTED = "arrested"
    ABDUCTED = "abducted"
    DISPLACED = "displaced"


class Voice(Enum):
    """How a word takes its victims."""

    PAST = "object after it, or subject before it with be: killed"
    ING = "object after it: killing"
    BASE = "object after it, if the clause is real: kill, kills"
    FATE = "subject before it: died"
    NOUN_OF = "people after it: the killing of"
    COUNTED = "number before it: three deaths"
    STATE = "people before it: left three dead"
    TOLL = "number after it: the death toll rose to 12"
    BODIES = "number before it, when found: the bodies of"
    NUMBER = "number behind what happened: the number of people killed was 5"
    SELF = "an attacker's own death: turned the gun on himself; who blew himself up is not said to be dead"
    CARE = "subject before it with be or remain: in hospital"
    SEIZE = "object after it, or subject before it with be; an arrest or an abduction by who did it"
    LOST = "troops after it: lost two men"
    FLIGHT = "subject before it, if they may have been at home: fled to"
    EVACUATED = "people who lived there, as its subject or object: evacuated"
    PASSIVE = "subject before it with be, or alone, or people behind it: was beaten, beat two men"
    FALLEN = "fighters before it: four of our men fell"
    GRAVE = "number before it, beside other numbers: one serious"
    SHOT = "object after it, or subject before it with be, where nobody lives: they shot nine villagers"
    LOSSES = "number behind it: the attackers' losses were five"
    SHELTER = "subject before it, if they are in one: 900 are in evacuation centres"
    MOVING = "subject before it, by where they go or sleep: have moved to the hills"
    LABEL = "number behind a colon only: evacuees: 300"


_Rows = dict[tuple[Effect, Voice], str]


def _table() -> dict[str, tuple[Effect, Voice]]:
    rows: _Rows = {
        (Effect.KILLED, Voice.PAST): (
            "killed murdered assassinated slain slew executed massacred beheaded slaughtered lynched shot_dead stabbed_dead eliminated "
            "electrocuted struck_dead"
            " decapitated asphyxiated martyred slayed butchered incinerated strangled lives_of claimed neutralised neutralized liquidated"
        ),
        (Effect.KILLED, Voice.ING): "killing murdering assassinating executing massacring beheading slaughtering slaying claiming",
        (Effect.KILLED, Voice.BASE): "kill kills murder murders execute executes",
        (Effect.KILLED, Voice.FATE): "died perished drowned dies die perish suffocated",
        (Effect.KILLED, Voice.NOUN_OF): "death_of",
        (Effect.KILLED, Voice.COUNTED): "deaths death fatalities fatality lives homicides drownings",
        (Effect.KILLED, Voice.STATE): "dead fatally kia",
        (Effect.KILLED, Voice.PASSIVE): "crushed",
        (Effect.KILLED, Voice.TOLL): "death_toll toll",
        (Effect.KILLED, Voice.NUMBER): "number_of",
        (Effect.KILLED, Voice.SELF): "turned_on_self",
        (Effect.KILLED, Voice.LOST): "lost destroyed",
        (Effect.KILLED, Voice.BODIES): "bodies_of bodies corpses body corpse",
        (Effect.INJURED, Voice.PAST): "injured wounded shot_hurt hurt maimed hospitalized hospitalised harmed poisoned sickened disfigured",
        (Effect.INJURED, Voice.ING): "injuring wounding hurting maiming",
        (Effect.INJURED, Voice.STATE): "wia",
        (Effect.INJURED, Voice.PASSIVE): "beaten trampled mauled gored",
        (Effect.INJURED, Voice.BASE): "injure injures wound wounds",
        (Effect.INJURED, Voice.FATE): "sustained_injuries with_wounds",
        (Effect.INJURED, Voice.CARE): "in_hospital",
        (Effect.INJURED, Voice.NOUN_OF): "injury_of",
        (Effect.INJURED, Voice.COUNTED): "injuries injury",
        (Effect.ARRESTED, Voice.PAST): "arrested detained nabbed apprehended",
        (Effect.ARRESTED, Voice.ING): "arresting detaining apprehending",
        (Effect.ARRESTED, Voice.BASE): "arrest arrests detain detains",
        (Effect.ARRESTED, Voice.SEIZE): "captured capturing caught held holding seized seizing snatched took taking taken"
        " took_away whisked_away netted picked_up drove_off",
        (Effect.ARRESTED, Voice.CARE): "in_custody",
        (Effect.ARRESTED, Voice.FATE): "gave_self_up",
        (Effect.ARRESTED, Voice.COUNTED): "arrests",
        (Effect.ARRESTED, Voice.NOUN_OF): "arrest_of",
        (Effect.ABDUCTED, Voice.PAST): "abducted kidnapped kidnaped",
        (Effect.ABDUCTED, Voice.ING): "abducting kidnapping kidnaping",
        (Effect.ABDUCTED, Voice.BASE): "abduct abducts kidnap kidnaps",
        (Effect.ABDUCTED, Voice.NOUN_OF): "abduction_of",
        (Effect.DISPLACED, Voice.PAST): "displaced uprooted",
        (Effect.DISPLACED, Voice.ING): "displacing uprooting",
        (Effect.DISPLACED, Voice.STATE): "homeless",
        (Effect.DISPLACED, Voice.FLIGHT): "displacement fled arrived sheltered",
        (Effect.DISPLACED, Voice.EVACUATED): "evacuated resettled relocated rehoused",
        (Effect.DISPLACED, Voice.LABEL): "evacuees idps",
        (Effect.ABDUCTED, Voice.COUNTED): "abductions kidnappings disappearances",
    }
    return _by_word(rows)


def _by_word(rows: _Rows) -> dict[str, tuple[Effect, Voice]]:
    return {word: pair for pair, words in rows.items() for word in words.split()}


EFFECTS = _table()
"""(effect, voice) by word, as :func:`mapapp.incidents.wording.words.words_of` writes it."""

BY_COMPANY = _by_word(
    {
        (Effect.KILLED, Voice.SHOT): "shot",
        (Effect.KILLED, Voice.LOSSES): "losses",
        (Effect.KILLED, Voice.FALLEN): "fell fallen",
        (Effect.INJURED, Voice.PASSIVE): "beat cut burned burnt scalded bruised clubbed kicked bitten hit struck overcome stabbed slashed",
        (Effect.INJURED, Voice.GRAVE): "serious critical",
        (Effect.KILLED, Voice.LOST): "losing",
        (Effect.ARRESTED, Voice.SEIZE): "hold holds dragged",
        (Effect.DISPLACED, Voice.EVACUATED): "accommodated housed",
        (Effect.DISPLACED, Voice.SHELTER): "centres centers shelters tents",
        (Effect.DISPLACED, Voice.MOVING): "moved walked trekked crossed left sleep slept sleeping camped camping spent driven drove"
        " had_to_leave",
    }
)
"""(effect, voice) of common words that tell of people only in the company of others: no noun phrase or clause is bounded by them."""

NO_CASUALTIES = {
    "casualties": (Effect.KILLED, Effect.INJURED),
    "casualty": (Effect.KILLED, Effect.INJURED),
    "victims": (Effect.KILLED, Effect.INJURED),
    "injuries": (Effect.INJURED,),
    "injury": (Effect.INJURED,),
    "deaths": (Effect.KILLED,),
    "lives": (Effect.KILLED,),
    "fatalities": (Effect.KILLED,),
    "dead": (Effect.KILLED,),
    "death_of": (Effect.KILLED,),
    "losses": (Effect.KILLED,),
    "arrests": (Effect.ARRESTED,),
    "arrest": (Effect.ARRESTED,),
    "displacement": (Effect.DISPLACED,),
}
"""What "no ..." and "without ..." say was none."""

NOTHING_OF_PEOPLE = frozenset("material property financial economic crop livestock animal cattle job territorial".split())
"""Words between "no" and "losses" by which no people are meant."""
