"""Families in lists and bulletins: entries whose figures come to a total told above or below them, and areas within a whole."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from mapapp.incidents.counting.tolls import of_effect
from mapapp.incidents.linking.breadth import events_counted, holds, is_denied, is_wide, same_spot, several
from mapapp.incidents.linking.drafts import group_of
from mapapp.incidents.linking.happening import Happening, dates_agree, may_hold
from mapapp.incidents.phrasing.toll import Toll
from mapapp.incidents.placing.sites import agree, is_pin
from mapapp.incidents.telling.markers import Marker
from mapapp.incidents.wording.effects import Effect

_SUMMED = (Effect.KILLED, Effect.INJURED, Effect.DISPLACED, Effect.ARRESTED, Effect.ABDUCTED)

LONGEST_LIST = 120
"""Entries that one total may be over."""

LOOK_BACK = 12
"""Tellings before a list among which its total may be told."""

SURE_SUM = 5
"""A total so large, or one of three entries, is no chance; two entries that come to four may be."""


@dataclass(slots=True)
class Families:
    """By the index of a part, that of its total; of a total below its list, those of its parts; of what tells one again, that one.

    ``open``: wholes that may have other parts than those found.
    """

    parts: dict[int, int] = field(default_factory=dict)
    sums: dict[int, tuple[int, ...]] = field(default_factory=dict)
    same: dict[int, int] = field(default_factory=dict)
    open: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a list with all that its sentences tell; ``head``: the sentence that it begins with."""

    told: tuple[Happening, ...]
    level: int = -1
    head: Happening | None = None

    @property
    def first(self) -> Happening:
        """What opens an incident in it."""
        return self.told[0]

    def people(self, effect: Effect) -> int:
        """Return how many people it counts; a figure told again counts once."""
        counts = [_sum_of([toll for toll in of_effect(told.tolls, effect, attackers=None) if not toll.part]) for told in self.told]
        return max(counts, default=0) or max((_sum_of(of_effect(told.tolls, effect, attackers=None)) for told in self.told), default=0)


def _sum_of(tolls: Sequence[Toll]) -> int:
    return sum(toll.count.best or toll.count.low or 0 for toll in tolls)


def families(told: Sequence[Happening]) -> Families:
    """Find the totals of lists by their figures.

    Entries that tell of different places, one below the other, are the parts of what counts just as many people as they do together: a
    line "Total: …" above or below them, a sentence before them that is tied to no one town, or the entry of the area that they lie
    deeper in. A line that is called the total may count more than the entries it is over.

    Parameters
    ----------
    told
        All happenings of a report, in order, each at the place in the sequence that its index says.
    """
    out = Families()
    for entries in _lists(told):
        _sum_above(entries, told, out)
        _sum_below(entries, told, out)
        _sum_inside(entries, out)
        _headed(entries, told, out)
        _counted_off(entries, told, out)
        _right_below(entries, told, out)
    _add_shares(told, out)
    return out


def _add_shares(told: Sequence[Happening], out: Families) -> None:
    """Add the places that figures are split up by: a whole may have other parts, and its parts may be told again."""
    wholes = set(out.parts.values())
    shares = [happening for happening in told if happening.whole >= 0]
    out.parts.update((happening.index, happening.whole) for happening in shares)
    out.open = {happening.whole for happening in shares} - wholes


def _counted_off(entries: Sequence[Entry], told: Sequence[Happening], out: Families) -> None:
    """Find the entries that what stands right before them counts: "Four incidents: …", then so many lines."""
    if len(entries) < 2:
        return
    within = entries[0].level != entries[1].level
    start = entries[0].first.index
    before = next((h for h in reversed(told[max(0, start - 3) : start]) if h.opens), None)
    whole = entries[0].first if within else before
    count = events_counted(whole) if whole is not None and not whole.recalled else None
    if whole is None or count is None:
        return
    lines = list(itertools.takewhile(lambda entry: entry.level == entries[within].level, entries[within:]))
    strange = any(out.parts.get(entry.first.index, whole.index) != whole.index for entry in lines)
    if 2 <= len(lines) <= count and not strange and all(dates_agree(whole.date, entry.first.date) for entry in lines):
        out.parts.update((entry.first.index, whole.index) for entry in lines)


def _right_below(entries: Sequence[Entry], told: Sequence[Happening], out: Families) -> None:
    """Find the entries with heads of one form right below a sentence that sums up and is tied to no spot; they count most of its people."""
    lines = list(itertools.takewhile(lambda entry: _form(entry) == _form(entries[0]), entries)) if entries else []
    if len(lines) < 2 or _form(lines[0]) is None or any(line.first.index in out.parts for line in lines):
        return
    start = lines[0].head.index if lines[0].head is not None else lines[0].first.index
    before = [happening for happening in told[max(0, start - 4) : start] if happening.opens]
    whole = next((h for h in before if h.tolls and not h.share and not h.recalled and not is_pin(h.site)), None)
    if whole is None or whole.entry or whole.index in out.parts or not all(_goes_with(whole, other) for other in before):
        return
    if not all(may_hold(whole.date, line.first.date) for line in lines) or not _apart(lines):
        return
    summed = [h for h in before if h is whole or h.site is None]
    wholes = {effect: max(Entry((h,)).people(effect) for h in summed) for effect in _SUMMED}
    sums = {effect: sum(line.people(effect) for line in lines) for effect in _SUMMED}
    if all(sums[effect] <= wholes[effect] for effect in _SUMMED if wholes[effect]) and any(sums[e] * 2 >= wholes[e] > 1 for e in _SUMMED):
        out.parts.update((line.first.index, whole.index) for line in lines)


def _goes_with(whole: Happening, other: Happening) -> bool:
    """Say whether a sentence between a whole and its list is the whole, or gives other figures of it."""
    return other is whole or (other.index > whole.index and other.site is None and not is_denied(other))


def _form(entry: Entry) -> int | None:
    """Return how deep a line lies that begins with a place, a day, a bullet or a few words and a mark; None for plain lines."""
    head = entry.head
    if head is None or not head.words:
        return None
    begins = head.words[:_HEAD_WORDS]
    named = any(word.span.start == toponym.span.start for word in begins for toponym in head.toponyms)
    dated = head.date is not None and head.date.span.start < begins[-1].span.end
    marked = len(head.words) > 2 * _HEAD_WORDS and any(word.low in {":", "."} for word in head.words[1 : 2 * _HEAD_WORDS])
    return head.level if named or dated or marked or head.level % 2 == 1 else None


_HEAD_WORDS = 3
"""A head begins with its place, or its day, behind a bullet or a number."""


def _with_rest(found: list[Entry], entries: Sequence[Entry]) -> list[Entry]:
    """Return the parts of a total with the lines right below them that count nobody: "Velden: nil dead"."""
    rest = list(entries[len(found) :]) if found == list(entries[: len(found)]) else []
    out = list(found)
    for entry in rest:
        tight = entry.first.span.start - out[-1].told[-1].span.end <= 1 and entry.first.level == out[0].first.level
        if not tight or entry.people(Effect.KILLED):
            break
        out.append(entry)
    return out


_WIDESPREAD = frozenset({"nature", "epidemic", "flight"})


def _headed(entries: Sequence[Entry], told: Sequence[Happening], out: Families) -> None:
    """Find a disaster told without figures just before a list of what it did place by place: "Earthquake of 3 July: …"."""
    within = bool(entries) and not entries[0].first.tolls and bool(group_of([entries[0].first]) & _WIDESPREAD)
    counting = [entry for entry in entries[within:] if _counts_at_head(entry.first)]
    if not 2 <= len(counting) <= LONGEST_LIST or not _apart(counting) or any(entry.first.index in out.parts for entry in counting):
        return
    start = entries[0].first.index if entries else 0
    before = [happening for happening in told[max(0, start - LOOK_BACK) : start] if happening.opens]
    whole = entries[0].first if within else before[-1] if before else None
    if whole is None or whole.tolls or whole.recalled:
        return
    disaster = not is_pin(whole.site) and bool(group_of([whole]) & _WIDESPREAD)
    if not disaster and not (whole.umbrella and whole.paragraph == entries[0].first.paragraph):
        return
    if all(dates_agree(whole.date, entry.first.date) for entry in counting):
        out.parts.update((entry.first.index, whole.index) for entry in counting)


def _lists(told: Sequence[Happening]) -> Iterator[list[Entry]]:
    """Yield the runs of entries that stand one below the other; a total ends a list."""
    run: list[Entry] = []
    group: list[Happening] = []
    paragraph = -1
    for happening in told:
        begins = happening.entry and not happening.total and happening.marker is not Marker.APART
        goes_on = bool(group) and happening.paragraph == paragraph and not happening.total and not happening.covers_all
        if begins or not goes_on:
            run += _entry(group)
            group = []
        if begins:
            group, paragraph = [happening], happening.paragraph
        elif goes_on:
            group.append(happening)
        elif happening.opens or happening.total:
            yield run
            run = []
    yield run + _entry(group)


def _entry(group: Sequence[Happening]) -> list[Entry]:
    opening = tuple(happening for happening in group if happening.opens and not happening.recalled)
    return [Entry(opening, group[0].level, group[0])] if opening else []


def _sum_above(entries: Sequence[Entry], told: Sequence[Happening], out: Families) -> None:
    """Find what is told before a list that its first entries come to."""
    if len(entries) < 2:
        return
    start = entries[0].first.index
    before = [h for h in told[max(0, start - LOOK_BACK) : start] if h.opens and not h.recalled and not h.share]
    wholes = [h for h in before if h.total or not is_pin(h.site)]
    found: Happening | None = None
    for whole in wholes:
        parts = next((parts for effect in _SUMMED if (parts := _coming_to(whole, entries, effect))), [])
        if whole.total and whole is before[-1]:
            parts = _with_rest(parts, entries) if parts else _within(whole, entries)
        elif parts and parts == list(entries[: len(parts)]):
            parts += _empty_lines(entries[len(parts) :], entries[0], told)
        if not parts or any(part.first.index in out.parts and out.parts[part.first.index] != _index(found) for part in parts):
            continue
        if found is None:
            found = whole
            out.parts.update((part.first.index, whole.index) for part in parts)
        elif agree(found.site, whole.site):
            out.same[whole.index] = found.index


def _empty_lines(rest: Sequence[Entry], first: Entry, told: Sequence[Happening]) -> Iterator[Entry]:
    """Yield the next lines of a list that count nobody: they have the form of its first one, and no heading stands over them."""
    for entry in rest:
        head = entry.head
        if head is None or _form(entry) is None or _form(entry) != _form(first) or any(map(entry.people, _SUMMED)):
            return
        if head.index and told[head.index - 1].paragraph == head.paragraph:
            return  # the line above ends without a stop
        yield entry


def _index(happening: Happening | None) -> int | None:
    return happening.index if happening is not None else None


def _sum_below(entries: Sequence[Entry], told: Sequence[Happening], out: Families) -> None:
    """Find the total below a list: that of its last entries."""
    if len(entries) < 2 or any(entry.first.index in out.parts for entry in entries):
        return
    last = entries[-1].told[-1].index
    whole = next((h for h in told[last + 1 : last + 1 + LOOK_BACK] if h.opens), None)
    if whole is None or not (whole.total or whole.covers_all) or whole.recalled:
        return
    backwards = list(reversed(entries))
    parts = next((parts for effect in _SUMMED if (parts := _coming_to(whole, backwards, effect))), []) or _within(whole, backwards)
    if parts:
        out.sums[whole.index] = tuple(sorted(part.first.index for part in parts))


def _sum_inside(entries: Sequence[Entry], out: Families) -> None:
    """Find the entries of areas whose places follow one level deeper, or inside them; one that has its very figure tells it again."""
    for position, whole in enumerate(entries):
        deeper = []
        for entry in entries[position + 1 : position + 1 + LONGEST_LIST]:
            if not _lies_in(entry, whole):
                break
            deeper.append(entry)
        deeper = deeper or _matching(whole.first, entries[position + 1 : position + 1 + LONGEST_LIST])
        if not deeper:
            continue
        if len(deeper) == 1 and any(0 < whole.people(effect) == deeper[0].people(effect) for effect in _SUMMED):
            if agree(whole.first.site, deeper[0].first.site):
                out.same[deeper[0].first.index] = whole.first.index
            continue
        parts = next((parts for effect in _SUMMED if (parts := _coming_to(whole.first, deeper, effect))), [])
        out.parts.update((part.first.index, whole.first.index) for part in parts or _within(whole.first, deeper))


def _counts_at_head(happening: Happening) -> bool:
    """Say whether the head of an entry has figures of its own for a place, that may be those of a disaster."""
    if not happening.entry or any(toll.running for toll in happening.tolls):
        return False
    return bool(happening.tolls) and not group_of([happening]) - _WIDESPREAD


def _lies_in(entry: Entry, whole: Entry) -> bool:
    """Say whether an entry lies deeper in a list than one before it, by its line or by its place."""
    if 0 <= whole.first.level < entry.first.level:
        return True
    above = whole.first.site
    if above is None or above.place is None or entry.first.site is None or not is_wide(above):
        return False
    beside = entry.first.level in {whole.first.level, -1}
    return beside and not is_wide(entry.first.site) and holds(above.place, entry.first.site)


def _coming_to(whole: Happening, entries: Sequence[Entry], effect: Effect) -> list[Entry]:
    """Return the first entries that count together just as many as a whole does; [] where they do not."""
    people = Entry((whole,)).people(effect)
    found: list[Entry] = []
    together = 0
    for entry in entries[:LONGEST_LIST]:
        own = entry.people(effect)
        if not all(may_hold(whole.date, part.date) for part in entry.told[:1]):
            break
        found.append(entry)
        together += own
        if together >= people:
            break
    counting = sum(bool(entry.people(effect)) for entry in found)
    if not people or together != people or counting < 2 or not _apart(found):
        return []
    sure = people >= SURE_SUM or counting > 2 or whole.total or several(whole)
    return found if sure else []


def _matching(whole: Happening, entries: Sequence[Entry]) -> list[Entry]:
    """Return the next entries if their dead and their hurt both come to what an entry counts: that is no chance."""
    dead, hurt = (_coming_to(whole, entries, effect) for effect in (Effect.KILLED, Effect.INJURED))
    alone = len(dead) > 2 and not Entry((whole,)).people(Effect.INJURED) and not is_pin(whole.site)
    return dead if dead and (len(dead) == len(hurt) or alone) else []


def _within(whole: Happening, entries: Sequence[Entry]) -> list[Entry]:
    """Return all entries below a line called the total that count no more than it does; [] where they count more, or nobody."""
    if len(entries) > LONGEST_LIST:
        return []
    effects = [effect for effect in _SUMMED if Entry((whole,)).people(effect)]
    counting = [entry for entry in entries if any(entry.people(effect) for effect in effects)]
    fits = all(sum(entry.people(effect) for entry in counting) <= Entry((whole,)).people(effect) for effect in effects)
    return counting if fits and len(counting) > 1 and _apart(counting) else []


def _apart(entries: Sequence[Entry]) -> bool:
    """Say whether no two entries in a row tell of one place."""
    sites = [entry.first.site for entry in entries]
    pairs = [(left, right) for left, right in itertools.pairwise(sites) if left is not None and right is not None]
    return sum(same_spot(left, right) for left, right in pairs) <= len(entries) // 3


def nested(told: Sequence[Happening], parts: Mapping[int, int]) -> dict[int, int]:
    """Return the parts with those of an area, that is a part itself, moved to it: the nearest whole counts.

    Parameters
    ----------
    told
        All happenings of a report, in order.
    parts
        By the index of a part, that of its whole.
    """
    by_index = {happening.index: happening for happening in told}
    out = dict(parts)
    flat = _flat(by_index, parts)
    area: Happening | None = None
    left = 0
    for index in sorted(parts):
        part = by_index[index]
        people = Entry((part,)).people(Effect.KILLED)
        if parts[index] in flat:
            area = None
        elif area is not None and parts[area.index] == parts[index] and 0 < people <= left and _held(area, part):
            out[index] = area.index
            left -= people
        elif is_wide(part.site) and part.site is not None and not part.share:
            area, left = part, people
        elif not part.share:
            area = None
    return out


def _flat(told: Mapping[int, Happening], parts: Mapping[int, int]) -> set[int]:
    """Return the wholes that all their parts together come to: none of these is part of another."""
    sums = Counter[int]()
    for part, whole in parts.items():
        sums[whole] += Entry((told[part],)).people(Effect.KILLED)
    return {whole for whole, people in sums.items() if people and people == Entry((told[whole],)).people(Effect.KILLED)}


def _held(area: Happening, part: Happening) -> bool:
    """Say whether the place of a part lies in an area."""
    return area.site is not None and area.site.place is not None and part.site is not None and holds(area.site.place, part.site)
