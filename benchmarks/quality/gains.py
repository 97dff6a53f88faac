"""Gains and losses against the last pinned run, sentence by sentence: a better sum may hide what got worse."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from benchmarks.quality.pairing import Json, Judged, Status
from mapapp.report.sentences import sentences

COLUMNS = ("corpus", "id", "change", "before", "now", "group", "name", "sentence")

GOOD = frozenset({Status.RIGHT, Status.FOUND, None})
"""None: no longer, or not yet, invented."""

FALSE = frozenset({Status.WRONG, Status.INVENTED})
"""A place is shown that is not meant: worse than none."""


class Change(StrEnum):
    """Which way a name went."""

    LOST = "lost"
    WORSE = "worse"
    """Still a fault, but now a false place is shown where there was none."""
    GAINED = "gained"
    MILDER = "milder"
    """Still a fault, but a false place is no longer shown."""
    OTHER = "other"
    """Another fault that is as bad: found but not placed instead of not found."""


@dataclass(frozen=True, slots=True)
class Changed:
    """One name whose status is another than before. A status of None: nothing was invented there."""

    document: str
    start: int
    end: int
    group: str
    change: Change
    before: Status | None
    now: Status | None


def compare(before: Iterable[Judged], now: Iterable[Judged]) -> list[Changed]:
    """Return what changed between two runs over the same documents: what got worse first, then by document."""
    before, now = list(before), list(now)
    found = [*_marked(before, now), *_inventions(before, now)]
    order = list(Change)
    return sorted(found, key=lambda c: (order.index(c.change), c.document, c.start, c.end))


def _marked(before: Sequence[Judged], now: Sequence[Judged]) -> Iterable[Changed]:
    # A span may be marked twice: its turn among its likes is part of the key.
    earlier = _by_key(before)
    for key, name in _by_key(now).items():
        if key in earlier and (change := which_way(earlier[key].status, name.status)):
            yield Changed(name.document, name.start, name.end, name.group, change, earlier[key].status, name.status)


def _by_key(names: Iterable[Judged]) -> dict[tuple[str, int, int, int], Judged]:
    turns: Counter[tuple[str, int, int]] = Counter()
    keyed = {}
    for name in names:
        if not name.is_invention:
            span = (name.document, name.start, name.end)
            keyed[*span, turns[span]] = name
            turns[span] += 1
    return keyed


def _inventions(before: Sequence[Judged], now: Sequence[Judged]) -> Iterable[Changed]:
    earlier, later = _by_document(before), _by_document(now)
    for old in (j for names in earlier.values() for j in names):
        if not _overlapping(old, later.get(old.document, ())):
            yield Changed(old.document, old.start, old.end, old.group, Change.GAINED, old.status, None)
    for new in (j for names in later.values() for j in names):
        # The same invention with a word more or less is no news.
        twin = _overlapping(new, earlier.get(new.document, ()))
        status = twin.status if twin else None
        if change := which_way(status, new.status):
            yield Changed(new.document, new.start, new.end, new.group, change, status, new.status)


def _by_document(names: Iterable[Judged]) -> dict[str, list[Judged]]:
    found: dict[str, list[Judged]] = {}
    for name in names:
        if name.is_invention:
            found.setdefault(name.document, []).append(name)
    return found


def _overlapping(name: Judged, others: Iterable[Judged]) -> Judged | None:
    return next((o for o in others if o.start < name.end and name.start < o.end), None)


def which_way(before: Status | None, now: Status | None) -> Change | None:
    """Say which way a name went; None: it stayed where it was."""
    if before == now:
        return None
    if now in GOOD:
        return Change.GAINED
    if before in GOOD:
        return Change.LOST
    if (before in FALSE) == (now in FALSE):
        return Change.OTHER
    return Change.WORSE if now in FALSE else Change.MILDER


def write(changed: Iterable[Changed], documents: Mapping[str, Json], path: Path) -> None:
    """Write what changed with its sentences. The texts are their publishers': ``path`` must lie outside the project."""
    with path.open("w", encoding="utf-8", newline="") as file:
        # Quotes stay as they are: every field is on one line and without tabs.
        lines = csv.writer(file, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE, quotechar=None)
        lines.writerow(COLUMNS)
        for c in changed:
            document = documents[c.document]
            name, sentence = document["text"][c.start : c.end], sentence_at(document["text"], c.start)
            lines.writerow(map(_one_line, (document["corpus"], c.document, c.change, c.before, c.now, c.group, name, sentence)))


def sentence_at(text: str, offset: int) -> str:
    """Return the sentence that holds the offset (code points)."""
    return next((span.of(text) for span in sentences(text) if span.start <= offset < span.end), text)


def _one_line(value: object) -> str:
    return "-" if value is None else " ".join(str(value).split())


def summary(changed: Sequence[Changed]) -> str:
    """Say in a few words how much changed, without a word of the texts."""
    counts = Counter(c.change for c in changed)
    faults = ", ".join(f"{counts[change]} {change}" for change in (Change.MILDER, Change.WORSE, Change.OTHER))
    return f"gained {counts[Change.GAINED]}, lost {counts[Change.LOST]} (faults that became other faults: {faults})"
