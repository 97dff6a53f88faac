"""Subjects and objects: which noun phrases belong to a verb, coordination included ("a driver, his son and two soldiers")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mapapp.incidents.phrasing.asides import PARTS, apposition, aside_part, asides, second_name
from mapapp.incidents.phrasing.noun_phrases import NounPhrase, noun_phrase
from mapapp.incidents.placing.unlisted import unknown_people, unknown_victim
from mapapp.incidents.telling.openings import exactly
from mapapp.incidents.wording.effects import BY_COMPANY, EFFECTS, Effect, Voice
from mapapp.incidents.wording.grammar_words import ADVERBS, BE, COMMON_VERBS, DETERMINERS, FINITE, PREPOSITIONS
from mapapp.incidents.wording.words import Word, low_at
from mapapp.report.saying import SAYING

TRIGGER_VERBS = frozenset({"opened_fire", "blew_self_up", "arson", "shot_dead", "stabbed_dead", "sustained_injuries", "went_off"})

_WALLS = frozenset("; : when after as while because before where until since but if whether although though whereas once and/or".split())
_OPENING_PREPOSITIONS = frozenset({"along_with", "since", "until", "following"})
"""Prepositions that also open a clause, or join people."""

_BEFORE_PASSIVE = BE | ADVERBS
_PRONOUNS = frozenset({"them", "whom"})
_REFLEXIVES = frozenset("himself herself themselves".split())


CLAUSE_REACH = 60
"""Words between a verb and the farthest subject looked for; longer clauses are not written for readers."""


def _clause_start(words: Sequence[Word], end: int) -> tuple[int, int | None]:
    """Return where the clause before ``end`` begins, and the position of a relative pronoun whose clause ``end`` closes (or None).

    Going left: a relative clause with a verb of its own is passed over; one without is the verb's own, and its antecedent is the subject.
    """
    verbs = 0
    position = end - 1
    first = max(0, end - CLAUSE_REACH)
    while position >= first:
        low = words[position].low
        if low in {"who", "which", "whom"} or (low == "that" and verbs and low_at(words, position - 1) not in {"said", "says", "so"}):
            if verbs == 0:
                return position, position
            verbs = 0
        elif low in {"since", "for"} and low_at(words, position - 1) == "missing" and low_at(words, position - 2) == ",":
            pass  # "A lawyer, missing since Friday, was found dead"
        elif low in _WALLS and (verbs == 0 or not _in_relative(words, position)):
            return position + 1, None
        elif low in FINITE:
            verbs += 1
            if not _in_relative(words, position):
                return position + 1, None
        elif EFFECTS.get(low, (None, None))[1] is Voice.PAST and low_at(words, position - 1) in _BEFORE_PASSIVE:
            return position + 1, None
        elif low in COMMON_VERBS and EFFECTS.get(low, (None, None))[1] in _NO_FATE:
            verbs += 1
        elif EFFECTS.get(low, (None, None))[1] is Voice.FATE and not _in_relative(words, position):
            return position + 1, None
        position -= 1
    return first, None


_NO_FATE = frozenset({None, Voice.SEIZE, Voice.FLIGHT, Voice.LOST})
"""Voices of verbs that end a clause like any other."""


def _is_object(words: Sequence[Word], phrase: NounPhrase) -> bool:
    """Say whether the phrase stands right behind a verb of action, as its object."""
    effect = EFFECTS.get(low_at(words, phrase.first - 1))
    return (
        effect is not None
        and effect[1] in {Voice.PAST, Voice.ING, Voice.LOST, Voice.SEIZE}
        and phrase.first >= 2
        and low_at(words, phrase.first - 2) not in BE
    )


def _in_relative(words: Sequence[Word], position: int) -> bool:
    """Say whether a relative pronoun stands shortly before."""
    return any(low_at(words, at) in {"who", "which", "that"} for at in range(max(0, position - 14), position))


def _joined(words: Sequence[Word], phrases: Sequence[NounPhrase], end: int) -> list[NounPhrase]:
    """Return the last coordination among the phrases of a clause that ends at ``end``; people inside prepositional phrases do not count."""
    chain: list[NounPhrase] = []
    in_part = False
    described = asides(words, phrases[0].first, end) if phrases else []
    described_until = -1
    extra: list[NounPhrase] = []
    for phrase in phrases:
        before = low_at(words, phrase.first - 1)
        closing_pair = before == "and" and phrase.last == end and chain and not chain[-1].definite
        if phrase.first < described_until or (not closing_pair and any(left < phrase.first < right for left, right in described)):
            continue
        in_part |= before in PARTS
        if (
            before in PARTS
            or before in _PRONOUNS
            or (before == "not" and chain)  # "4 dead, not 2"
            or low_at(words, phrase.last) == "included"
            or aside_part(words, phrase, end)
            or second_name(words, phrases, phrase)
        ):
            described_until = max(described_until, _kinds_until(words, phrase, end))
            continue
        if (before in PREPOSITIONS and before not in _OPENING_PREPOSITIONS) or _is_object(words, phrase):
            continue
        if phrase.head == "" and not phrase.named and low_at(words, phrase.last) == "by":
            continue  # "all four were killed, two by guards and two by a helicopter"
        if before == "along_with":
            if not phrase.definite or phrase.attackers:
                extra.append(replace(phrase, definite=False, count=phrase.count or exactly(1)))
            continue
        if _lists(words, chain, phrase):
            if in_part:
                continue
            if before == "," and apposition(words, chain, phrase):
                described_until = next((at for at in range(phrase.first, end) if words[at].low == ","), -1)
                continue
            if before == "," and not (
                _tallied(words, chain, phrase) or any(words[at].low in {"and", "&"} for at in range(phrase.last, end))
            ):
                chain = [phrase]
                continue
            chain.append(phrase)
        else:
            in_part = False
            chain = [phrase]
    return _settled(chain, end) + (extra if chain else [])


_MOST = frozenset("most many some half all several".split())


def _kinds_until(words: Sequence[Word], phrase: NounPhrase, end: int) -> int:
    """Return where it ends what kind most people were: "25 people, most of them women and children, drowned"; -1 where it is not told."""
    most = low_at(words, phrase.first - 1) in {"them", "whom"} and not _MOST.isdisjoint(
        {low_at(words, phrase.first - 3), low_at(words, phrase.first - 4)}
    )
    return next((at for at in range(phrase.last, end) if words[at].low == ","), end) if most else -1


def _tallied(words: Sequence[Word], chain: Sequence[NounPhrase], phrase: NounPhrase) -> bool:
    """Say whether numbers are listed as on a daily sheet: "5 soldiers, 9 insurgents killed"."""
    first = chain[0].first
    opens = first == 0 or words[first - 1].low in _SHEET
    return opens and all(words[one.first].number is not None and one.head and not one.of_these for one in (*chain, phrase))


_SHEET = frozenset(": ; - – — • * | (".split())
"""What stands before a list of numbers on a daily sheet."""


def _lists(words: Sequence[Word], chain: Sequence[NounPhrase], phrase: NounPhrase) -> bool:
    """Say whether a phrase goes on with the list before it."""
    before = low_at(words, phrase.first - 1)
    if chain and _verb_between(words, chain[-1].last, phrase.first):
        return False
    return before in {"and", "&", "or"} or (before == "," and bool(chain))


def _verb_between(words: Sequence[Word], start: int, end: int) -> bool:
    """Say whether what happened to the first of two phrases stands between them: "14 dead and at least 20" (wounded)."""
    relative = False
    for at in range(start, end):
        low = words[at].low
        relative |= low in {"who", "which", "that", "whose", "(", "including"}
        if not relative and (low in TRIGGER_VERBS or (low in EFFECTS and EFFECTS[low][1] in {Voice.STATE, Voice.PAST, Voice.FATE})):
            return True
    return False


def _settled(chain: list[NounPhrase], end: int) -> list[NounPhrase]:
    """Leave out names that describe a counted noun: "two policemen, Name and Name"."""
    del end
    if len(chain) > 1 and any(not phrase.named and not phrase.definite for phrase in chain):
        return [phrase for phrase in chain if not (phrase.named and phrase.head == "")] if chain[0].number_given else chain
    return chain


MOST_VERBS = 4
"""As many verbs may share a subject: "was stopped, searched, beaten and killed"."""

_BETWEEN_VERBS = ADVERBS | {"then", ","}
_VERB_GROUP = ADVERBS | {"was", "were", "been", "be", "being", "has", "have", "had"}


def _verb_before(words: Sequence[Word], joint: int) -> int | None:
    """Return where the verb group before "and" begins: "was" in "was injured by a mob and", "opened fire" in "opened fire on them and"."""
    for at in range(joint - 1, 0, -1):
        low = words[at].low
        if low in {";", ":", "."}:
            return None
        if low in {"was", "were", "is", "are", "has", "have", "had"}:
            return at
        if low in COMMON_VERBS or low in TRIGGER_VERBS:
            start = at
            while start > 1 and words[start - 1].low in _VERB_GROUP:
                start -= 1
            return start
    return None


def subject_before(words: Sequence[Word], phrases: Sequence[NounPhrase], end: int) -> list[NounPhrase]:
    """Return the people who are the subject of the verb group that begins at ``end``; "was hurt and later died" has one for both."""
    for _ in range(MOST_VERBS):
        joint = end - 1
        while joint > 0 and words[joint].low in _BETWEEN_VERBS:
            joint -= 1
        verb = _verb_before(words, joint) if joint > 0 and words[joint].low in {"and", "but"} else None
        if verb is None:
            break
        end = verb
    start, relative = _clause_start(words, end)
    part = next((phrase for phrase in phrases if phrase.of_these and phrase.last in {end, (relative or 0) + 1}), None)
    if relative is not None and part is not None:
        return [part]  # "nine skiers, four of whom died"
    if relative is not None and low_at(words, relative) in {"which", "whom"}:
        own = [phrase for phrase in phrases if relative < phrase.first and phrase.last <= end]
        long_ago = any(low_at(words, at) in {"ago", "anniversary"} for at in range(relative - 4, relative))
        if own and own[0].first == relative + 1 and not long_ago:
            return _joined(words, own, end)  # "riots in which one man died"
    if relative is not None:
        stop = relative - 1 if low_at(words, relative - 1) == "," else relative
        nearest = next((phrase for phrase in reversed(phrases) if phrase.last <= stop and stop - phrase.last <= 8), None)
        if nearest is None:
            return []
        start, _ = _clause_start(words, nearest.last)
        return _joined(words, [phrase for phrase in phrases if start <= phrase.first and phrase.last <= stop], stop) or [nearest]
    inside = [phrase for phrase in phrases if start <= phrase.first and phrase.last <= end]
    if inside and inside[0].first == start and low_at(words, start - 1) in BE and low_at(words, end) in BE:
        inside = inside[1:]  # "killed were three soldiers, and seven were wounded"
    stop = end - 1 if end and words[end - 1].low == "," else end
    if not any(phrase.last > stop - 2 for phrase in inside):
        unknown = unknown_people(words, start, stop)
        inside += [unknown] if unknown is not None and all(unknown.first != phrase.first for phrase in inside) else []
    return _joined(words, inside, end)


def _new_clause(words: Sequence[Word], phrase: NounPhrase) -> bool:
    """Say whether the phrase is the subject of a verb of its own: "killed three and two were wounded", "and five injured"."""
    following = low_at(words, phrase.last)
    if BY_COMPANY.get(following, (None, None))[1] is Voice.MOVING:
        return True  # "taking the lives of a couple, and 900 people spent the night in schools"
    if following in {"were", "was", "are", "is", "have", "has", "had"}:
        return True
    if following in ADVERBS:
        following = low_at(words, phrase.last + 1)
    effect = EFFECTS.get(following)
    return effect is not None and effect[1] in {Voice.PAST, Voice.FATE, Voice.STATE}


_SPEECH_REACH = 12
_ENDS_SPEAKER = frozenset(", ; : . ( that who which where when after killed wounded".split())


def _speaks(words: Sequence[Word], phrase: NounPhrase) -> bool:
    """Say whether the phrase only names who says so: "wounding 94, the governor said", "officials and residents said by telephone"."""
    for at in range(phrase.last, min(phrase.last + _SPEECH_REACH, len(words))):
        if words[at].low in SAYING:
            return True
        if words[at].low in _ENDS_SPEAKER:
            return False
    return False


def _skip_prepositional(words: Sequence[Word], position: int) -> int | None:
    """Return the position of "and" behind "in Somewhere": "killed three in one town and five in another"."""
    if low_at(words, position) == "of" and low_at(words, position + 1) in DETERMINERS:
        return next((at for at in range(position + 2, min(position + 6, len(words))) if words[at].low == "and"), None)
    before = words[position - 1]
    joined = before.low == "died" and before.span.end - before.span.start > len("died")  # "died in" is one word
    if low_at(words, position) not in {"in", "at", "near"} and not joined:
        return None
    for at in range(position + (not joined), min(position + 7, len(words))):
        if words[at].low in {"and", ","}:
            if words[at].low == "," and low_at(words, at + 1) == "and":
                return at + 1
            numbered = at + 1 < len(words) and words[at + 1].number is not None
            return at if words[at].low == "and" or numbered else None
        if words[at].low in PREPOSITIONS or words[at].low in FINITE:
            return None
    return None


def takes_people(verb: str) -> bool:
    """Say whether only people, or beasts, can be the object of a verb."""
    effect = EFFECTS.get(verb)
    return effect is not None and effect[0] in {Effect.KILLED, Effect.ABDUCTED} and effect[1] in {Voice.PAST, Voice.ING, Voice.BASE}


def objects_after(words: Sequence[Word], phrases: Sequence[NounPhrase], verb: int) -> list[NounPhrase]:
    """Return the people who are the object of the verb at ``verb``."""
    first = verb + 1
    while low_at(words, first) in ADVERBS and _starting(phrases, first) is None:
        first += 1
    if low_at(words, first) in _REFLEXIVES:
        chain = [NounPhrase(first, first + 1, exactly(1), "", definite=True)]
    else:
        phrase = _starting(phrases, first) or (unknown_victim(words, first) if takes_people(words[verb].low) else None)
        if phrase is None:
            return []
        chain = [phrase]
    return _extended(words, phrases, chain)


def _starting(phrases: Sequence[NounPhrase], position: int) -> NounPhrase | None:
    return next((phrase for phrase in phrases if phrase.first == position), None)


def _extended(words: Sequence[Word], phrases: Sequence[NounPhrase], chain: list[NounPhrase]) -> list[NounPhrase]:
    """Add the phrases coordinated with the first one."""
    while True:
        end = chain[-1].last
        low = low_at(words, end)
        if low == "," and low_at(words, end + 1) in {"and", "along_with"}:
            end, low = end + 1, low_at(words, end + 1)
        if low in {"and", "&", ",", "along_with", "or"}:
            himself = end + 1 + (low_at(words, end + 1) == "then")
            if low in {"and", "along_with"} and low_at(words, himself) in _REFLEXIVES:
                return [*chain, NounPhrase(himself, himself + 1, exactly(1), "", definite=True)]
            following = _starting(phrases, end + 1) or noun_phrase(words, end + 1)
            if following is None or following.of_these or _new_clause(words, following) or _speaks(words, following):
                return chain
            if low == "," and apposition(words, chain, following):
                return chain
            chain.append(following)
            continue
        joint = _skip_prepositional(words, end)
        following = noun_phrase(words, joint + 1) if joint is not None else None
        of_somebody = joint is not None and low == "of"  # "a commander of the group and four of his fighters"
        if following is None or not following.number_given or _new_clause(words, following):
            return chain
        if of_somebody and (not following.head or low_at(words, following.last) in COMMON_VERBS):
            return chain
        if not of_somebody and low_at(words, following.last) not in PREPOSITIONS:
            return chain
        chain.append(following)


def people_after(words: Sequence[Word], phrases: Sequence[NounPhrase], verb: int) -> list[NounPhrase]:
    """Return people told of behind a passive verb: "was killed in the attack, along with six others"."""
    for at in range(verb + 1, min(verb + 12, len(words))):
        if words[at].low == "along_with":
            phrase = _starting(phrases, at + 1)
            return _extended(words, phrases, [phrase]) if phrase else []
        if words[at].low in {"as", "so"} and low_at(words, at + 1) in {"was", "were", "did", "do"}:  # "as were two of the attackers"
            phrase = _starting(phrases, at + 2)
            return _extended(words, phrases, [phrase]) if phrase else []
        if words[at].low in _WALLS or words[at].low in FINITE or (words[at].low == "and" and low_at(words, at + 1) != "so"):
            return []
    return []


MOST_GAPS = 4
"""As many further places may share one verb: "three were killed in A, two in B and one in C"."""


def gapped(words: Sequence[Word], verb: int) -> list[NounPhrase]:
    """Return the people told of at further places behind a verb: "three were killed in one town and two in another"."""
    found: list[NounPhrase] = []
    at = verb + 1
    while len(found) < MOST_GAPS:
        joint = _skip_prepositional(words, at)
        following = noun_phrase(words, joint + 1) if joint is not None else None
        if following is None or not following.number_given or following.of_these or low_at(words, following.last) not in _PLACING:
            return found
        found.append(following)
        at = following.last
    return found


_PLACING = frozenset({"in", "at", "near", "outside", "on"})
