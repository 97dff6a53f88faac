"""What became of each marked name, and what was invented: paired by the scorer's own rules, which are not ours to change."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from types import ModuleType
from typing import Any

Json = Mapping[str, Any]

LIMIT_KM = 161.0
"""A hundred miles: the field's convention for "the right place"."""


class Status(StrEnum):
    """What became of a name that is marked, or of one that is not."""

    RIGHT = "right"
    FOUND = "found"
    """Found; the marked name has no point, so nobody can say whether it was placed rightly."""
    WRONG = "wrong place"
    UNPLACED = "unplaced"
    NOT_FOUND = "not found"
    INVENTED = "invented"
    INVENTED_UNPLACED = "invented, unplaced"


INVENTIONS = frozenset({Status.INVENTED, Status.INVENTED_UNPLACED})


@dataclass(frozen=True, slots=True)
class Scorer:
    """What is used of the scorer: its pairing of spans, its distance in kilometres, and its counts for one document."""

    match: Callable[[Sequence[Json], Sequence[Json]], list[tuple[int, int, bool]]]
    km: Callable[[float, float, float, float], float]
    counts: Callable[..., Json]


@dataclass(frozen=True, slots=True)
class Judged:
    """One name of one document. ``answer`` is the prediction it is about; None for a marked name that was not found."""

    document: str
    start: int
    end: int
    group: str
    status: Status
    answer: Json | None = None

    @property
    def is_invention(self) -> bool:
        """Whether nothing is marked there."""
        return self.status in INVENTIONS


def load_scorer(path: Path) -> Scorer:
    """Load the scorer from its file. Not an import: that would leave a compiled file beside it, in a folder that is not ours."""
    module = ModuleType("geoparsing_scorer")
    exec(compile(path.read_text(encoding="utf-8"), str(path), "exec"), module.__dict__)
    return Scorer(module.match, module.km, module.score_doc)


def read_lines(paths: Iterable[Path]) -> dict[str, Json]:
    """Return the documents of JSON lines by their ids."""
    found: dict[str, Json] = {}
    for path in paths:
        with path.open(encoding="utf-8") as file:  # not splitlines: a text may hold line separators of Unicode
            found |= {document["id"]: document for document in map(json.loads, filter(str.strip, file))}
    return found


def judge(document: Json, prediction: Json | None, groups: Collection[str], scorer: Scorer) -> list[Judged]:
    """Return the marked names of the wanted groups with their fates, then the inventions.

    Raises
    ------
    RuntimeError
        If the scorer counts otherwise: then the two no longer go by the same rules.
    """
    gold: Sequence[Json] = document["toponyms"]
    answers: Sequence[Json] = prediction["toponyms"] if prediction else ()
    partner = {i: j for i, j, _ in scorer.match(gold, answers)}
    judged = [
        Judged(document["id"], g["start"], g["end"], g["group"], _status(g, answer, scorer), answer)
        for i, g in enumerate(gold)
        if g["group"] in groups
        for answer in [answers[partner[i]] if i in partner else None]
    ]
    paired = set(partner.values())
    free = [a for j, a in enumerate(answers) if j not in paired and not _on_other_groups(a, gold, groups)]
    judged += [Judged(document["id"], a["start"], a["end"], "", _invention(a), a) for a in free]
    _agree(judged, scorer.counts(document, prediction, groups, LIMIT_KM, id_ok=True), document["id"])
    return judged


def _status(gold: Json, answer: Json | None, scorer: Scorer) -> Status:
    if answer is None:
        return Status.NOT_FOUND
    if not _located(gold):
        return Status.FOUND
    if not _located(answer):
        return Status.UNPLACED
    if gold.get("geonameid") and gold["geonameid"] == answer.get("geonameid"):
        return Status.RIGHT
    return Status.RIGHT if scorer.km(gold["lat"], gold["lon"], answer["lat"], answer["lon"]) <= LIMIT_KM else Status.WRONG


def _located(name: Json) -> bool:
    return name.get("lat") is not None and name.get("lon") is not None


def _invention(answer: Json) -> Status:
    return Status.INVENTED if _located(answer) else Status.INVENTED_UNPLACED


def _on_other_groups(answer: Json, gold: Sequence[Json], groups: Collection[str]) -> bool:
    """Say whether an answer lies on marked names that are not asked for: that is neither right nor wrong."""
    under = [g["group"] for g in gold if g["start"] < answer["end"] and answer["start"] < g["end"]]
    return bool(under) and not any(group in groups for group in under)


def _agree(judged: Sequence[Judged], counts: Json, document: str) -> None:
    inventions = sum(j.is_invention for j in judged)
    found = sum(j.answer is not None for j in judged) - inventions
    right = sum(j.status is Status.RIGHT for j in judged)
    if (right, found, found + inventions) != (counts["within"], counts["overlap"], counts["pred"]):
        msg = f"{document}: the scorer counts {counts['within']} right and {counts['overlap']} found, this module {right} and {found}"
        raise RuntimeError(msg)
