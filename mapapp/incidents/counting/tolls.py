"""What the tolls of one incident come to: figures told again are dropped, parts are not added to their total, unnamed before named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from mapapp.incidents.counting.casualties import Toll
from mapapp.incidents.incident import Count
from mapapp.incidents.wording.effects import Effect
from mapapp.incidents.wording.persons import GENERIC, LEADERS
from mapapp.report.report import Span


@dataclass(frozen=True, slots=True)
class Total:
    """A number of people and the words that prove it."""

    count: Count
    spans: tuple[Span, ...]


def _least(count: Count) -> int:
    """Return the number a count stands for when figures are compared."""
    return count.best if count.best is not None else count.low or count.high or 0


def _sum(counts: Sequence[Count]) -> Count:
    """Add counts; an open side stays open, and an unknown number opens the upper side only."""
    if len(counts) == 1:
        return counts[0]
    lows = [c.low if c.low is not None else 0 for c in counts]
    bests = [c.best for c in counts if c.best is not None]
    highs = [c.high for c in counts]
    high = None if any(h is None for h in highs) else sum(h for h in highs if h is not None)
    low = (sum(lows) or None) if any(c.low is not None for c in counts) else None
    if bests and low is not None:
        low = min(low, sum(bests))  # of some no number is told: the best one is that of the others
    return Count(low, sum(bests) if bests else None, high)


def outlived(hurt: Sequence[tuple[int, Sequence[Toll]]], dead: Sequence[tuple[int, Sequence[Toll]]]) -> list[tuple[int, list[Toll]]]:
    """Leave out people hurt by a deed that kills as well, where other words tell how they fared: "stabbed a guard. The guard was killed".

    Parameters
    ----------
    hurt, dead
        (index of the sentence, its tolls) of those hurt and of the dead, in order of the text.
    """
    told = [toll for _, tolls in hurt for toll in tolls if not toll.weak and toll.count.best != 0]
    died = {_least(toll.count) for _, tolls in dead for toll in tolls if toll.definite or toll.count.best == 1}
    return [
        (index, [t for t in tolls if not (t.weak and (told or _least(t.count) in died)) and not _died_later(index, t, dead)])
        for index, tolls in hurt
    ]


def _died_later(index: int, hurt: Toll, dead: Sequence[tuple[int, Sequence[Toll]]]) -> bool:
    """Say whether the one who was hurt is told to have died: "A guard was wounded. He died in hospital"."""
    if hurt.count.best != 1:
        return False
    if hurt.definite:  # "A fisherman has died … The 41-year-old was flown to hospital"
        first = [toll for _, tolls in dead for toll in tolls if not toll.attackers and toll.count.best != 0]
        return len(first) == 1 and first[0].count.best == 1 and hurt.head in GENERIC | {first[0].head}
    later = [toll for at, tolls in dead if at > index for toll in tolls]
    return any(toll.definite and toll.count.best == 1 and toll.head in {"", hurt.head} and not toll.attackers for toll in later)


def total(sentences: Sequence[tuple[int, Sequence[Toll]]]) -> Total | None:
    """Return what the tolls of one kind come to.

    Parameters
    ----------
    sentences
        (index of the sentence, its tolls of one effect and side), in order of the text.
    """
    groups = [(index, [toll for toll in tolls if not toll.part]) for index, tolls in sentences]
    groups = [(index, tolls) for index, tolls in groups if tolls]
    if not groups:
        return _parts([toll for _, tolls in sentences for toll in tolls])
    latest = [(index, [toll for toll in tolls if not toll.earlier]) for index, tolls in groups]
    if any(tolls for _, tolls in latest):
        groups = [(index, tolls) for index, tolls in latest if tolls]
    positive = [(index, [toll for toll in tolls if _least(toll.count) > 0]) for index, tolls in groups]
    positive = [(index, tolls) for index, tolls in positive if tolls]
    if not positive:
        none = [toll for _, tolls in groups for toll in tolls if toll.count.best == 0]
        return Total(none[0].count, (none[0].span,)) if none else None
    fresh = [(index, [toll for toll in tolls if not toll.definite or toll.running]) for index, tolls in positive]
    fresh = [(index, tolls) for index, tolls in fresh if tolls]
    if not fresh:
        return _definite(positive)
    if all(toll.more for _, tolls in fresh for toll in tolls) and positive[0][0] < fresh[0][0]:
        known = _definite([positive[0]])  # "The commander and his deputy were killed. A guard also died."
        added = _fresh(fresh)
        return Total(_sum([known.count, added.count]), known.spans + added.spans)
    return _fresh(fresh)


def _parts(tolls: Sequence[Toll]) -> Total | None:
    """Take people of whom only it is said that they are among the dead: there are so many at least."""
    if not tolls:
        return None
    return Total(Count(sum(_least(toll.count) for toll in tolls) or None, None, None), tuple(toll.span for toll in tolls))


def _definite(groups: Sequence[tuple[int, Sequence[Toll]]]) -> Total:
    """Take people who are only named: those of the sentence that tells of most."""
    _, tolls = max(groups, key=lambda group: (sum(_least(toll.count) for toll in group[1]), -group[0]))
    return Total(_sum([toll.count for toll in tolls]), tuple(toll.span for toll in tolls))


def _fresh(groups: Sequence[tuple[int, Sequence[Toll]]]) -> Total:
    """Put the sentences' figures together."""
    kept: list[Toll] = []
    for _, tolls in groups:
        running = [toll for toll in tolls if toll.running]
        own = [toll for toll in tolls if not toll.running]
        if running and (all(toll.more for toll in own) or _told_in(running, own)):  # "two more died, bringing the death toll to 32"
            largest = max(running, key=lambda toll: _least(toll.count))
            if not kept or _least(largest.count) >= sum(_least(toll.count) for toll in kept):
                kept = [largest]
            continue
        kept = _with_sentence(kept, own)
    return Total(_sum([toll.count for toll in kept]), tuple(toll.span for toll in kept))


def _told_in(running: Sequence[Toll], own: Sequence[Toll]) -> bool:
    """Say whether a sentence only adds who the last of the dead was: "the toll rose to 42 when a pupil died of her burns"."""
    most = max(_least(toll.count) for toll in running)
    return running[0].span < min(toll.span for toll in own) and sum(_least(toll.count) for toll in own) <= most


def _with_sentence(kept: list[Toll], tolls: list[Toll]) -> list[Toll]:
    """Add one sentence's figures to those before: a retelling is dropped, a larger total takes over, anything else is added."""
    if not kept:
        return list(tolls)
    before, now = sum(_least(toll.count) for toll in kept), sum(_least(toll.count) for toll in tolls)
    again = len(kept) == len(tolls) == 1 and now == before and kept[0].bare and tolls[0].head in {"", "lives", "more"}
    if all(toll.more for toll in tolls) and not again:  # but "forces kill 11" is told again by "claimed 11 more lives"
        return kept + tolls
    if now == before or (now < before and all(_leads(toll) for toll in tolls)):
        return kept
    if _contradicts(kept, tolls):
        return [_widened(kept[0], tolls[0])]
    if all(toll.claim for toll in tolls) and not any(toll.claim for toll in kept) and not any(toll.more for toll in tolls):
        return kept  # one side's own account of the same event
    generic_before = any(toll.head in GENERIC or toll.attackers for toll in kept)
    if now < before and all(toll.some for toll in tolls):
        return kept
    heads = {toll.head for toll in kept}
    if now < before and (generic_before or any(_least(toll.count) == now for toll in kept) or all(toll.head in heads for toll in tolls)):
        return kept
    if now > before and any(toll.head in GENERIC and not toll.more for toll in tolls):
        return list(tolls)
    new = [toll for toll in tolls if toll.more or not any(_same(toll, old) for old in kept)]
    return kept + new


def _contradicts(kept: Sequence[Toll], tolls: Sequence[Toll]) -> bool:
    """Say whether one side gives another number of the same people: one figure each, and one of them only claimed."""
    if len(kept) != 1 or len(tolls) != 1 or not (kept[0].claim or tolls[0].claim):
        return False
    return kept[0].head == tolls[0].head or kept[0].head in GENERIC or tolls[0].head in GENERIC


def _widened(first: Toll, other: Toll) -> Toll:
    """Let a figure reach to what the other side says; the one told first stays the best."""
    low = min(_least(other.count), first.count.low if first.count.low is not None else _least(first.count))
    high = None if first.count.high is None or other.count.high is None else max(first.count.high, other.count.high)
    return replace(first, count=Count(low, first.count.best, high))


def _same(left: Toll, right: Toll) -> bool:
    """Say whether two tolls may be one told twice."""
    return _least(left.count) == _least(right.count) and (left.head == right.head or left.head in GENERIC or right.head in GENERIC)


def _leads(toll: Toll) -> bool:
    """Say whether a toll is of one leader, of whom a report tells although he is counted already."""
    return toll.count.best == 1 and toll.head in LEADERS and not toll.more


def civilians_of(tolls: Sequence[Toll]) -> list[Toll]:
    """Return those of the victims killed who are said to be civilians, parts of a larger number included."""
    chosen = [toll for toll in tolls if toll.effect is Effect.KILLED and toll.civilians and not toll.attackers]
    return [replace(toll, part=False) for toll in chosen]


def sums_differ(stated: Count, parts: Sequence[Count], *, all_told: bool) -> bool:
    """Say whether the parts cannot add up to the stated total: they come to more, or, where every part has its number, to less."""
    together = _sum(parts)
    most = stated.high if stated.high is not None else None if stated.low is not None else stated.best
    if most is not None and (together.low or together.best or 0) > most:
        return True
    least = stated.low if stated.low is not None else stated.best
    return all_told and least is not None and together.high is not None and together.high < least


def of_effect(tolls: Sequence[Toll], effect: Effect, *, attackers: bool | None) -> list[Toll]:
    """Return the tolls of one effect and side; ``attackers`` None: of either side."""
    return [toll for toll in tolls if toll.effect is effect and (attackers is None or toll.attackers is attackers)]
