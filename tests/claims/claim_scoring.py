"""Scores the claims the program finds in a set of marked sentences: a folder with ``sentences.jsonl`` and ``floors.json``.

Each set has a ``scoring.py`` of its own: ``python -m tests.claims.own_set.scoring [--faults] [--pin]``, and ``second_set`` likewise.

A found claim matches a marked one when their spans overlap, both are metric (or both are not), and the stated kilometres agree within 1 %.

found.precision         of the found metric claims with a named anchor, the share that is marked (matches of a marked claim whose anchor
                        has no name count neither way).
found.recall            of the marked metric claims with a named anchor, the share found.
all.recall              the same over all marked metric claims, "here" and "the city" included.
false_friends.left_alone  marked false friends that no metric claim touches; ``.sentences``: sentences of false friends without one.
travel_time.right       marked travelling times found as such, and not as a distance.
qualitative.recall      marked claims without a number, found as such; ``.recall_of_places``: those whose subject is a place, not an event;
                        ``.right``: of all marked, found with the marked kind, direction and anchor.
direction.right         of the matched metric claims: the marked direction, or none where none is; ``.of_stated``: where one is.
hedge.right             of the matched: the words of the hedge.
anchor.right            of the matched with a named anchor: shares a character with the marked one; ``anchor.kind``: kind as well.
subject.right           of the matched with a subject: shares a character with the marked one or with what it stands for; event or not.
ends.right              of the marked metric claims with a named anchor: found, anchor and subject right.
kind.right              of the matched: the marked kind.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mapapp import read_report
from mapapp.claims.claim import AnchorKind, Claim, ClaimKind, Interval
from mapapp.report.report import Span

SENTENCES = "sentences.jsonl"
FLOORS = "floors.json"
"""What the files of a set are called."""

AGREE = 0.01
"""How far the stated kilometres may differ, as a share of the marked number."""

ROUNDING = 0.21
"""How far an open interval's closed side may lie beyond the number, as a share of it, or half a unit where that is more: rounding."""

KM_PER_UNIT = {"km": 1.0, "mi": 1.609344, "nm": 1.852, "m": 0.001, "yd": 0.0009144, "ft": 0.0003048}
"""The units of the set: international mile, nautical mile, yard and foot."""

TOLERANCE = 0.01
"""How far below its floor a figure may fall."""

UNNAMED = frozenset({AnchorKind.DEICTIC, AnchorKind.FACILITY, AnchorKind.FRONT_LINE})
"""Anchors that often have no name: a found claim to one of them is no extra."""

QUALITATIVE = frozenset({ClaimKind.NEAR, ClaimKind.BETWEEN, ClaimKind.DIRECTION})
MATCHING = {
    ClaimKind.DISTANCE: frozenset({ClaimKind.DISTANCE, ClaimKind.NEAR}),
    ClaimKind.TRAVEL_TIME: frozenset({ClaimKind.TRAVEL_TIME}),
    **dict.fromkeys(QUALITATIVE, QUALITATIVE),
}
"""Which kinds a marked claim may be found as ("within 5 km" also as nearness); whether it is the very kind is a figure of its own."""

UNCOUNTED_UNITS = frozenset({"blocks"})
"""Nobody knows their length: any figure is right, and none."""


@dataclass(frozen=True, slots=True)
class GoldEnd:
    """A marked subject or anchor. ``means``: where the place stands that a pronoun takes up; ``event`` None: either is right."""

    span: Span
    means: Span | None = None
    event: bool | None = False
    kinds: frozenset[str] = frozenset()

    def is_met_by(self, span: Span) -> bool:
        """Whether a found span is this end, or what it stands for."""
        return span.overlaps(self.span) or (self.means is not None and span.overlaps(self.means))


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """A marked claim. ``number_km``: the kilometres written, before any rounding or hedge; None: vague or without a number."""

    span: Span
    kind: ClaimKind
    number_km: tuple[float, float] | None
    unit: str | None
    hedge: str | None
    direction: str | None
    subject: GoldEnd | None
    anchor: GoldEnd | None
    named: bool

    @property
    def is_metric(self) -> bool:
        """Whether a distance with a number, or a vague one, is claimed."""
        return self.kind is ClaimKind.DISTANCE

    def states(self, stated: Interval | None) -> bool:
        """Whether a found interval states the marked number: its middle, or the closed side where one is open."""
        if self.unit in UNCOUNTED_UNITS:
            return True
        if self.number_km is None or stated is None:
            return self.number_km is None and stated is None
        low, high = self.number_km
        half_unit_km = KM_PER_UNIT[self.unit or "km"] * (0.5 + AGREE)
        if stated.high_km is None:
            return stated.low_km is not None and low - max(ROUNDING * low, half_unit_km) <= stated.low_km <= low * (1 + AGREE)
        if not stated.low_km:
            return high * (1 - AGREE) <= stated.high_km <= high + max(ROUNDING * high, half_unit_km)
        middle = (low + high) / 2
        return abs((stated.low_km + stated.high_km) / 2 - middle) <= AGREE * middle


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence or two, with what is marked there."""

    id: str
    group: str
    genre: str
    text: str
    claims: tuple[GoldClaim, ...]
    false_friends: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """A marked claim beside the found one. ``gold`` None: nothing is marked there; ``found`` None: missed."""

    sentence: Sentence
    gold: GoldClaim | None
    found: Claim | None

    @property
    def is_anchor_right(self) -> bool:
        """Whether the found anchor stands where the marked one does, or both are wanting."""
        if self.gold is None or self.found is None or self.gold.anchor is None or self.found.anchor is None:
            return self.gold is not None and self.found is not None and self.gold.anchor is None and self.found.anchor is None
        return self.gold.anchor.is_met_by(self.found.anchor.span)

    @property
    def is_anchor_kind_right(self) -> bool:
        """Whether the anchor is right, kind included."""
        gold = self.gold.anchor if self.gold else None
        found = self.found.anchor if self.found else None
        return self.is_anchor_right and (gold is None or found is None or found.kind in gold.kinds)

    @property
    def is_subject_right(self) -> bool:
        """Whether the found subject is the marked one, and an event only where one is marked."""
        if self.gold is None or self.found is None or self.gold.subject is None or self.found.subject is None:
            return False
        gold, found = self.gold.subject, self.found.subject
        return gold.event in {None, found.event} and (gold.is_met_by(found.span) or bool(gold.event))

    @property
    def faults(self) -> list[str]:
        """What is wrong, in a word or two each."""
        if self.gold is None:
            return ["invented"]
        if self.found is None:
            return ["missed"]
        checks = {
            "kind": self.found.kind == self.gold.kind,
            "direction": self.found.direction == self.gold.direction,
            "hedge": is_same_hedge(self.gold.hedge, self.found.hedge),
            "anchor": self.is_anchor_right,
            "anchor kind": self.is_anchor_kind_right or not self.is_anchor_right,
            "subject": self.is_subject_right or self.gold.subject is None,
        }
        return [name for name, is_right in checks.items() if not is_right]

    def __str__(self) -> str:
        span = self.gold.span if self.gold else self.found.span if self.found else Span(0, 0)
        found = "" if self.found is None else described(self.found)
        return f"{self.sentence.id} [{', '.join(self.faults)}] {span.of(self.sentence.text)!r} {found}\n        {self.sentence.text}"


def described(found: Claim) -> str:
    """Return a found claim in one line."""
    subject = found.subject and f"{found.subject.text}{' (event)' if found.subject.event else ''}"
    anchor = found.anchor and f"{found.anchor.text} ({found.anchor.kind})"
    stated = found.stated and f"{found.stated.low_km}-{found.stated.high_km}"
    return f"<- {found.kind}: {found.text!r}, stated {stated}, hedge {found.hedge}, {found.direction}, of {subject}, from {anchor}"


def is_same_hedge(marked: str | None, found: str | None) -> bool:
    """Whether two hedges are the same words, in whatever case; none is none."""
    return (marked or "").casefold() == (found or "").casefold()


def read_rows(folder: Path) -> list[dict[str, Any]]:
    """Return the sentences of a set as they are written."""
    return [json.loads(line) for line in (folder / SENTENCES).read_text(encoding="utf-8").splitlines()]


def read_sentences(folder: Path) -> tuple[Sentence, ...]:
    """Return the sentences of a set."""
    return tuple(_sentence(row) for row in read_rows(folder))


def _sentence(row: dict[str, Any]) -> Sentence:
    claims = tuple(_claim(claim) for claim in row["claims"])
    friends = tuple(Span(friend["start"], friend["end"]) for friend in row["false_friends"])
    return Sentence(row["id"], row["group"], row["genre"], row["text"], claims, friends)


def _claim(row: dict[str, Any]) -> GoldClaim:
    stated = row["stated_km"]
    return GoldClaim(
        span=Span(row["start"], row["end"]),
        kind=ClaimKind(row["kind"]),
        number_km=None if stated is None else (stated["low"], stated["high"]),
        unit=row["unit"],
        hedge=row["hedge"],
        direction=row["direction"],
        subject=_end(row["subject"]),
        anchor=_end(row["anchor"]),
        named=row["named"],
    )


def _end(row: dict[str, Any] | None) -> GoldEnd | None:
    if row is None:
        return None
    means = row.get("means")
    kinds = frozenset({row["kind"], *row.get("or", ())}) if "kind" in row else frozenset()
    return GoldEnd(Span(row["start"], row["end"]), means and Span(means["start"], means["end"]), row.get("event", False), kinds)


def paired(sentence: Sentence, claims: Sequence[Claim]) -> Iterator[Pair]:
    """Yield every marked claim with the found one that matches it best, then every found one that matches none."""
    options = [(_likeness(gold, found), i, j) for i, gold in enumerate(sentence.claims) for j, found in enumerate(claims)]
    partners: dict[int, int] = {}
    for likeness, i, j in sorted(options, key=lambda option: (-option[0], option[1], option[2])):
        if likeness > 0 and i not in partners and j not in partners.values():
            partners[i] = j
    for i, gold in enumerate(sentence.claims):
        yield Pair(sentence, gold, claims[partners[i]] if i in partners else None)
    for j, found in enumerate(claims):
        if j not in partners.values():
            yield Pair(sentence, None, found)


def _likeness(gold: GoldClaim, found: Claim) -> float:
    """Return 0 for no match, else more the more the two share: the anchor counts first, then the span."""
    if not found.span.overlaps(gold.span) or found.kind not in MATCHING[gold.kind] or (gold.is_metric and not gold.states(found.stated)):
        return 0.0
    shared = min(gold.span.end, found.span.end) - max(gold.span.start, found.span.start)
    is_anchor = gold.anchor is not None and found.anchor is not None and gold.anchor.is_met_by(found.anchor.span)
    return 1.0 + 1000.0 * is_anchor + shared


@dataclass(slots=True)
class Figures:
    """Shares by name, each with how many it stands on."""

    values: dict[str, float] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)

    def add(self, name: str, rights: Iterable[bool]) -> None:
        """Note the share of what is right; nothing is noted where there is nothing."""
        of = list(rights)
        if of:
            self.values[name], self.counts[name] = sum(of) / len(of), len(of)


def read_pairs(sentences: Iterable[Sentence]) -> list[Pair]:
    """Read each sentence as a report of its own and pair its claims with the marked ones."""
    return [pair for sentence in sentences for pair in paired(sentence, read_report(sentence.text).claims)]


def figures(pairs: Sequence[Pair], sentences: Sequence[Sentence]) -> Figures:
    """Return every figure of the module's docstring."""
    result = Figures()
    metric = [(p, p.gold) for p in pairs if p.gold and p.gold.is_metric]
    named = [p for p, gold in metric if gold.named]
    result.add("found.precision", [True for p in named if p.found] + [False for p in pairs if is_extra(p)])
    result.add("found.recall", (p.found is not None for p in named))
    result.add("all.recall", (p.found is not None for p, _ in metric))
    result.add("ends.right", (p.is_anchor_right and p.is_subject_right for p in named))
    matched = [(p, gold, p.found) for p, gold in metric if p.found]
    result.add("direction.right", (found.direction == gold.direction for _, gold, found in matched))
    result.add("direction.of_stated", (found.direction == gold.direction for _, gold, found in matched if gold.direction))
    result.add("hedge.right", (is_same_hedge(gold.hedge, found.hedge) for _, gold, found in matched))
    result.add("kind.right", (found.kind == gold.kind for _, gold, found in matched))
    result.add("anchor.right", (p.is_anchor_right for p, gold, _ in matched if gold.named))
    result.add("anchor.kind", (p.is_anchor_kind_right for p, gold, _ in matched if gold.named))
    result.add("subject.right", (p.is_subject_right for p, gold, _ in matched if gold.subject))
    _add_others(result, pairs, sentences)
    return result


def is_extra(pair: Pair) -> bool:
    """Whether a metric claim with a named anchor was found where none is marked."""
    found = pair.found
    return pair.gold is None and is_metric(found) and found is not None and found.anchor is not None and found.anchor.kind not in UNNAMED


def is_metric(found: Claim | None) -> bool:
    """Whether a found claim is a distance."""
    return found is not None and found.kind is ClaimKind.DISTANCE


def _add_others(result: Figures, pairs: Sequence[Pair], sentences: Sequence[Sentence]) -> None:
    """Add the figures of false friends, travelling times and claims without a number."""
    spans: dict[str, list[Span]] = {sentence.id: [] for sentence in sentences}
    for pair in pairs:
        if pair.found is not None and is_metric(pair.found):
            spans[pair.sentence.id].append(pair.found.span)
    friends = [(s.id, friend) for s in sentences for friend in s.false_friends]
    result.add("false_friends.left_alone", (not any(friend.overlaps(span) for span in spans[at]) for at, friend in friends))
    result.add("false_friends.sentences", (not spans[s.id] for s in sentences if s.group == "false_friends"))
    times = [(p, p.gold) for p in pairs if p.gold and p.gold.kind is ClaimKind.TRAVEL_TIME]
    touched = (any(gold.span.overlaps(span) for span in spans[p.sentence.id]) for p, gold in times)
    result.add("travel_time.right", [p.found is not None and not hit for (p, _), hit in zip(times, touched, strict=True)])
    qualitative = [(p, p.gold) for p in pairs if p.gold and p.gold.kind in QUALITATIVE]
    result.add("qualitative.recall", (p.found is not None for p, _ in qualitative))
    of_places = (p.found is not None for p, gold in qualitative if gold.subject and gold.subject.event is False)
    result.add("qualitative.recall_of_places", of_places)
    result.add("qualitative.right", (not {"missed", "kind", "direction", "anchor"}.intersection(p.faults) for p, _ in qualitative))


def score(sentences: Sequence[Sentence]) -> Figures:
    """Read the sentences and return every figure."""
    return figures(read_pairs(sentences), sentences)


def read_floors(folder: Path) -> dict[str, float]:
    """Return the pinned floors by the name of their figure; none before the first ``--pin``."""
    floors: dict[str, float] = json.loads((folder / FLOORS).read_text(encoding="utf-8")).get("floors", {})
    return floors


def raised(floors: Mapping[str, float], result: Figures) -> dict[str, float]:
    """Return the floors brought up to the figures; none is ever lowered and none gets lost."""
    reached = {name: int(value * 1000) / 1000 for name, value in result.values.items()}
    return {name: max(reached.get(name, 0.0), floors.get(name, 0.0)) for name in sorted({*reached, *floors})}


def fallen(floors: Mapping[str, float], result: Figures) -> dict[str, float]:
    """Return the figures that lie below their floor by more than the tolerance, or are gone."""
    return {name: result.values.get(name, 0.0) for name, floor in floors.items() if result.values.get(name, 0.0) < floor - TOLERANCE}


def pin(result: Figures, folder: Path) -> None:
    """Raise the floors of a set to the figures."""
    (folder / FLOORS).write_text(json.dumps({"floors": raised(read_floors(folder), result)}, indent=1) + "\n", encoding="utf-8")


def table(result: Figures, floors: Mapping[str, float]) -> str:
    """Return one line for each figure, with its floor and how many it stands on."""
    below = fallen(floors, result)
    return "\n".join(
        f"{name:28} {result.values.get(name, 0.0):.3f}  floor {floors.get(name, 0.0):.3f}  of {result.counts.get(name, 0):4}"
        f"{'  BELOW' if name in below else ''}"
        for name in sorted({*result.values, *floors})
    )


def main(folder: Path) -> None:
    """Print the figures of a set, and with --faults every claim that is missed, invented or read otherwise; --pin raises its floors."""
    parser = argparse.ArgumentParser(description=f"Score the claims found in {folder.name}.")
    parser.add_argument("--faults", action="store_true", help="list every claim that is not as marked, with its sentence")
    parser.add_argument("--pin", action="store_true", help="raise the floors to what is reached")
    arguments = parser.parse_args()
    sentences = read_sentences(folder)
    pairs = read_pairs(sentences)
    if arguments.faults:
        print("\n".join(str(pair) for pair in pairs if pair.faults))
    result = figures(pairs, sentences)
    print(table(result, read_floors(folder)))
    if arguments.pin:
        pin(result, folder)
