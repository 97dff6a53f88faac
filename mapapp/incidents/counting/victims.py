"""People found for a verb become figures: each phrase one, with its side, and whether it is new."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mapapp.incidents.counting.chains import subject_before
from mapapp.incidents.counting.sides import by_own_bomb, did_harm, harmed_before, own_side
from mapapp.incidents.incident import Count
from mapapp.incidents.phrasing.noun_phrases import NounPhrase
from mapapp.incidents.phrasing.toll import Clauses, Toll, back_over_adverbs, covered, span_of, verb_group_start
from mapapp.incidents.wording.effects import Effect
from mapapp.incidents.wording.persons import ROBBERS

_KIN_OF = frozenset("his her their its".split())
PRONOUNS_ALONE = frozenset("he she him they them".split())


def tolls_for(clauses: Clauses, effect: Effect, verb: int, people: Sequence[NounPhrase], *, by_forces: bool = False) -> Iterator[Toll]:
    """Turn the people found for a verb into tolls.

    Parameters
    ----------
    clauses
        The sentence.
    effect
        What happened to the people.
    verb
        Where the word stands that says so.
    people
        Its subjects or objects, in order.
    by_forces
        Whether police or soldiers did it.
    """
    also = any(clauses.low(at) == "also" for at in range(max(0, verb - 2), verb))
    own_bomb = effect is Effect.KILLED and by_own_bomb(clauses, verb)
    news = any(phrase.number_given and not phrase.attackers for phrase in people) and not _only_named(people)
    news = news and clauses.low(back_over_adverbs(clauses, verb - 1)) != "was"
    before: NounPhrase | None = None
    for phrase in people:
        if before is not None and covered(clauses, before, phrase):
            continue
        reflexive = clauses.low(phrase.first) in {"himself", "herself", "themselves"}
        new = news and _told_first(clauses, before, phrase)
        before = phrase
        if phrase.count is None and not phrase.definite:
            continue
        again = effect is Effect.INJURED and (phrase.head == "wounded" or _of_the_hurt(clauses, phrase))
        yield Toll(
            effect, phrase.count or Count(2, None, None), span_of(clauses, phrase), clauses.words[verb].span, phrase.head,
            attackers=reflexive or (own_bomb and not phrase.forces) or _of_the_other_side(clauses, verb, phrase, by_forces=by_forces),
            definite=phrase.definite and not reflexive and not new, bare=phrase.head == "", more=phrase.more or also,
            civilians=phrase.civilians, some=phrase.some, part=again,
        )  # fmt: skip


_HURT = frozenset({"injured", "wounded", "hurt"})


def _of_the_hurt(clauses: Clauses, phrase: NounPhrase) -> bool:
    """Say whether people are some of those told to be hurt: "of the 14 injured, three are in intensive care"."""
    at = phrase.first - 1 - (clauses.low(phrase.first - 1) == ",")
    return clauses.low(at) in _HURT and any(clauses.low(then) == "of" for then in range(max(0, at - 4), at))


def _told_first(clauses: Clauses, before: NounPhrase | None, phrase: NounPhrase) -> bool:
    """Say whether known people are counted with the new ones beside them: "the governor and two guards", "a mother and her two sons"."""
    low = clauses.low(phrase.first)
    if not phrase.definite or phrase.count is None or phrase.attackers or low in PRONOUNS_ALONE:
        return False
    if low in _KIN_OF:
        return before is not None and before.number_given and not phrase.named
    follows = not phrase.named and clauses.low(phrase.first - 1) == "and"
    return follows or (clauses.low(phrase.last) == "and" and clauses.starting(phrase.last + 1) is not None)


def _only_named(people: Sequence[NounPhrase]) -> bool:
    """Say whether those behind a number are the same people: "two occupants, a rabbi by name and his son"."""
    first, rest = people[0], people[1:]
    number = first.count.best if first.count is not None and first.number_given else None
    return len(rest) > 1 and number == len(rest) and all(phrase.definite for phrase in rest)


_ENDED = frozenset("destroyed neutralised neutralized eliminated liquidated neutralising eliminating".split())
"""Words by which an army tells of fighters only."""


def _of_the_other_side(clauses: Clauses, verb: int, phrase: NounPhrase, *, by_forces: bool) -> bool:
    """Say whether people belong to the attackers: by their noun, by what they did, by who killed them or by the word for it."""
    if clauses.low(verb) in _ENDED and not (phrase.named or phrase.civilians or phrase.forces):
        return True
    if _aimed_at(clauses, verb, phrase) or _mobbed(clauses, verb, phrase):
        return False
    return own_side(clauses, phrase, verb, by_forces=by_forces) or harmed_before(clauses, phrase, verb)


_MOBS = frozenset("mob mobs crowd crowds lynched lynch lynching lynchers".split())
_MOB_REACH = 10


def _mobbed(clauses: Clauses, verb: int, phrase: NounPhrase) -> bool:
    """Say whether a crowd took the law into its hands: "a mob burned two alleged thieves to death", "lynched a suspected robber"."""
    around = range(max(0, verb - _MOB_REACH), min(len(clauses.words), verb + _MOB_REACH))
    return phrase.attackers and phrase.head in _LYNCHED and any(clauses.low(at) in _MOBS for at in around)


_LYNCHED = ROBBERS | frozenset("suspect suspects kidnapper kidnappers burglar burglars criminal criminals".split())

_UNKNOWN = frozenset("assailant assailants gunman gunmen attacker attackers assassin assassins hitman hitmen bandits robbers".split())


def _aimed_at(clauses: Clauses, verb: int, phrase: NounPhrase) -> bool:
    """Say whether a fighter is whom attackers aimed at: "unidentified gunmen shot dead a militant leader", who attacked nobody there."""
    if not phrase.attackers or phrase.first < verb or did_harm(clauses, phrase) or phrase.head in _UNKNOWN:
        return False
    agents = subject_before(clauses.words, clauses.phrases, verb_group_start(clauses, verb))
    return bool(agents) and all(agent.head in _UNKNOWN and not agent.definite for agent in agents)
