"""Reports for measuring speed: our own texts strung together to a length, each time with other towns."""

from __future__ import annotations

import csv
import random
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from gazetteer import Gazetteer, Kind, open_gazetteer
from mapapp.examples import load
from mapapp.report.report import Report
from mapapp.report.sentences import sentences
from mapapp.resolution.resolver import resolve_mentions
from mapapp.toponyms.find import find

TESTS = Path(__file__).resolve().parents[2] / "tests"
SEED = 20160614
_TOWNS = frozenset({Kind.CITY, Kind.VILLAGE})


def own_texts() -> list[str]:
    """Return the example reports and the texts that the tests tell stories with."""
    siblings = sorted((TESTS / "stories" / "siblings").glob("*.txt"))
    return [example.text for example in load()] + [path.read_text(encoding="utf-8") for path in siblings]


def town_names() -> list[str]:
    """Return the towns of the tests' own lists, sorted."""
    with (TESTS / "gazetteer" / "expected_names.csv").open(encoding="utf-8", newline="") as file:
        towns = {row["name"] for row in csv.DictReader(file) if row["expected_kind"] in {"city", "village"}}
    with (TESTS / "gazetteer" / "border_towns.csv").open(encoding="utf-8", newline="") as file:
        return sorted(towns | {row["town"] for row in csv.DictReader(file)})


def own_reports(count: int, words: int) -> list[str]:
    """Return so many different reports of about so many words, the same ones at every call.

    Whole sentences, in other orders of the texts, and in each report other towns for those of the texts: a reader that remembers what it
    has seen before must not look quicker than it is.
    """
    world, numbers, towns = open_gazetteer(), random.Random(SEED), town_names()
    texts = [(text, spans_of_towns(text, world)) for text in own_texts()]
    made = []
    for _ in range(count):
        order = numbers.sample(texts, len(texts))
        names = {name for _, spans in order for name in spans.values()}
        other = dict(zip(sorted(names), numbers.sample(towns, len(names)), strict=True))
        made.append(cut("\n\n".join(renamed(text, spans, other) for text, spans in order), words))
    return made


def spans_of_towns(text: str, world: Gazetteer) -> dict[tuple[int, int], str]:
    """Return where a text names towns."""
    report = Report(text)
    found = resolve_mentions(report, find(report, world), world)
    return {(t.span.start, t.span.end): t.text for t in found if t.place is not None and t.place.kind in _TOWNS}


def renamed(text: str, spans: Mapping[tuple[int, int], str], other: Mapping[str, str]) -> str:
    """Return the text with other names in the spans; capitals stay capitals."""
    parts, at = [], 0
    for (start, end), name in sorted(spans.items()):
        parts += [text[at:start], other[name].upper() if name.isupper() else other[name]]
        at = end
    return "".join([*parts, text[at:]])


def cut(text: str, words: int) -> str:
    """Return whole sentences from the start of the text until there are so many words."""
    return text[: next(_ends(text, [(s.start, s.end) for s in sentences(text)], words), len(text))]


def _ends(text: str, spans: Sequence[tuple[int, int]], words: int) -> Iterator[int]:
    told = 0
    for start, end in spans:
        told += len(text[start:end].split())
        if told >= words:
            yield end
