"""Figures with a label, as on forms and daily sheets: "Killed: 5; injured: none", "Displaced persons: 4,200", "Militants killed - 3"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mapapp.incidents.counting.nobody import NOBODY
from mapapp.incidents.phrasing.noun_phrases import NounPhrase, noun_phrase
from mapapp.incidents.phrasing.toll import Clauses, Toll, span_of
from mapapp.incidents.telling.openings import exactly
from mapapp.incidents.wording.effects import EFFECTS, Effect
from mapapp.incidents.wording.grammar_words import FINITE
from mapapp.incidents.wording.persons import ATTACKERS, CIVILIANS, PERSONS

LABELS = frozenset(
    """
    killed dead deaths fatalities died injured wounded injuries hurt arrested detained arrests abducted kidnapped displaced kia wia
    evacuated evacuees idps hospitalized homeless drowned perished abductions kidnappings homicides drownings murders murdered executed
    shot_dead captured lives taken resettled held sheltered
    """.split()
)
"""Words that may stand as the label of a figure."""

_BEFORE_LABEL = frozenset("; , . • - – — ( | / * :".split()) | {""}
_ABOUT_LABEL = frozenset(
    """
    total confirmed reported number number_of of new persons people cumulative estimated the enemy found missing after
    being own friendly our newly
    """.split()
)
"""Words within a label: "confirmed dead", "number of persons displaced"."""

_BEHIND_LABEL = frozenset("lost persons people civilians so far to date made reported confirmed total individuals cases".split())
_LONGEST_LABEL = 3
_ROUGHLY = frozenset({"approx", "ca", "."})
"""Abbreviated hedges before the figure: "IDPs: approx. 2,400"."""
_DASHES = frozenset("- – —".split())
_ENDS = frozenset(", ; . | / and )".split()) | {""}
_MOST = 6
"""As many phrases are read behind one label."""


def labelled(clauses: Clauses, position: int, effect: Effect) -> list[Toll]:
    """Read a figure with its label before it."""
    if clauses.low(position) not in LABELS:
        return []
    if (paired := _paired(clauses, position, effect)) is not None:
        return paired
    mark = _mark_behind(clauses, position)
    low = clauses.low(mark)
    if low in {":", "="} or (low in _DASHES | {"("} and _figure_alone(clauses, mark + 1)):
        about = _words_of_label(clauses, position)
        return [] if about is None else list(_listed(clauses, position, mark + 1, effect, about))
    return _headed(clauses, position, effect)


def _mark_behind(clauses: Clauses, position: int) -> int:
    """Return where the mark behind a label may stand: "Killed to date:", "Arrested without a warrant:"."""
    mark = position + 1
    while clauses.low(mark) in _BEHIND_LABEL and mark <= position + _LONGEST_LABEL:
        mark += 1
    if clauses.low(mark) in {":", "="} or clauses.low(position - 1) not in _BEFORE_LABEL | _ABOUT_LABEL:
        return mark
    for at in range(mark, min(mark + _LONGEST_TAIL, len(clauses.words))):
        if clauses.low(at) == ":":
            return at if _figure_alone(clauses, at + 1) else mark
        if clauses.words[at].number is not None or clauses.low(at) in _ENDS | FINITE:
            break
    return mark


_LONGEST_TAIL = 6
"""Words of a label behind what it counts: "Arrested without a warrant or charge"."""


def _figure_alone(clauses: Clauses, at: int) -> bool:
    """Say whether nothing but a number stands behind the mark: "killed - 3", "wounded (7)"."""
    if at >= len(clauses.words):
        return False
    return (clauses.words[at].number is not None or clauses.low(at) in NOBODY) and clauses.low(at + 1) in _ENDS | {"("}


def _words_of_label(clauses: Clauses, position: int) -> set[str] | None:
    """Return the words before the label that belong to it; None where it stands within a sentence."""
    about: set[str] = set()
    at = position - 1
    while clauses.low(at) not in _BEFORE_LABEL:
        if len(about) == _LONGEST_LABEL or not (clauses.low(at) in PERSONS or clauses.low(at) in _ABOUT_LABEL):
            return None
        about.add(clauses.low(at))
        at -= 1
    return about


def _listed(clauses: Clauses, position: int, first: int, effect: Effect, about: set[str]) -> Iterator[Toll]:
    """Read the figure behind a label, or the people it lists: "Dead: two guards, four attackers"."""
    while clauses.low(first) in _ROUGHLY:
        first += 1
    word = clauses.words[first] if first < len(clauses.words) else None
    if word is None:
        return
    verb = clauses.words[position].span
    if clauses.low(position) == "taken":
        effect = Effect.ABDUCTED  # of those arrested a sheet says so
    if word.low in NOBODY:
        yield Toll(effect, exactly(0), word.span, verb, "")
        return
    hostile = effect is Effect.KILLED and not about.isdisjoint(ATTACKERS | {"enemy"})
    if _figure_alone(clauses, first):
        number = exactly(word.number or 0)
        yield Toll(effect, number, word.span, verb, "", bare=True, attackers=hostile, civilians=not about.isdisjoint(CIVILIANS))
        return
    at = first
    for _ in range(_MOST):
        found = noun_phrase(clauses.words, at)
        if found is None or found.count is None or (found.definite and at == first) or (at > first and _is_other(clauses, found)):
            return
        attackers = hostile or (found.attackers and effect is Effect.KILLED)
        yield Toll(
            effect, found.count, span_of(clauses, found), verb, found.head, bare=found.head == "", attackers=attackers,
            civilians=found.civilians or not about.isdisjoint(CIVILIANS),
        )  # fmt: skip
        if found.head == "" or clauses.low(found.last) not in {",", "and"}:
            return
        at = found.last + 1


def _is_other(clauses: Clauses, phrase: NounPhrase) -> bool:
    """Say whether a phrase in a list begins something else: "Dead: two guards, three boys hurt", "Dead: two guards, 5 wounded"."""
    known = phrase.definite and phrase.count == exactly(1) and not phrase.named  # "two women, a boy and the driver"
    return phrase.head == "" or not (phrase.number_given or known) or clauses.low(phrase.last) in EFFECTS or phrase.of_these


def _headed(clauses: Clauses, position: int, effect: Effect) -> list[Toll]:
    """Read a label without a mark at the head of a line or item: "Dead 18, injured 41"."""
    at = position + 1 + (clauses.low(position + 1) in {"now", "so_far", "today", "still"})
    word = clauses.words[at] if at < len(clauses.words) else None
    if word is None or word.number is None or clauses.low(at + 1) not in _ENDS | {"("} or not _heads_item(clauses, position):
        return []
    return [Toll(effect, exactly(word.number), word.span, clauses.words[position].span, "", bare=True)]


_STATES = frozenset("dead homeless deaths fatalities injuries".split())
"""Labels that are no verbs: they may stand alone behind a comma, "Quake, dead 8"."""


def _heads_item(clauses: Clauses, position: int) -> bool:
    """Say whether a label without a mark opens an item: "Lisk: dead 8, homeless 620"; not "stormed a post, killed 12"."""
    before, low = clauses.low(position - 1), clauses.low(position)
    if before in {"", ":", "|", "("}:
        return True
    if before not in {",", ";", "-", "–", "—", "and", "/"}:
        return False
    told = position > 1 and clauses.words[position - 2].number is not None and clauses.low(position - 3) in LABELS
    return told or clauses.words[0].low in LABELS or (low in _STATES and before != "and")


_PAIR = re.compile(r"(\d{1,5})/(\d{1,5})")


def _paired(clauses: Clauses, position: int, effect: Effect) -> list[Toll] | None:
    """Read one of two labels with their figures side by side: "Killed/injured: 3/8"; None where there are none."""
    second = clauses.low(position - 1) in {"/", "and", "&"} and clauses.low(position - 2) in LABELS
    first = position - 2 if second else position
    if clauses.low(first + 1) not in {"/", "and", "&"} or clauses.low(first + 2) not in LABELS:
        return None
    at = first + 3
    while clauses.low(at) in {")", ":", "="} | _DASHES:
        at += 1
    match = _PAIR.fullmatch(clauses.low(at))
    if match is None or clauses.low(at + 1) not in _ENDS:
        return None
    return [Toll(effect, exactly(int(match[2 if second else 1])), clauses.words[at].span, clauses.words[position].span, "", bare=True)]
