"""Read the example reports: text files with a short head.

---
title: Armed men attack a customs post
published: 2019-03-02
order: 1
---
The text of the report …
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.resources import files

FENCE = "---\n"


@dataclass(frozen=True, slots=True)
class Example:
    """One example report. ``name`` is its file name without ending; ``published`` is None where the head does not say."""

    name: str
    title: str
    published: date | None
    text: str


@lru_cache(maxsize=1)
def load() -> tuple[Example, ...]:
    """Return all examples, the one to open with first (``order`` in the head, then the name)."""
    found = []
    for entry in files("mapapp.examples").iterdir():
        stem, dot, ending = entry.name.rpartition(".")
        if dot and ending in {"md", "txt"} and stem != "README":
            found.append(parse(stem, entry.read_text(encoding="utf-8")))
    return tuple(example for _, example in sorted(found, key=lambda pair: (pair[0], pair[1].name)))


def parse(name: str, content: str) -> tuple[int, Example]:
    """Return (order, example) of one file's content. A file without a head is all text.

    Raises
    ------
    ValueError
        If the head's date or order cannot be understood: a broken example is a fault of the program.
    """
    head: dict[str, str] = {}
    text = content
    if content.startswith(FENCE) and FENCE in content[len(FENCE) :]:
        block, text = content[len(FENCE) :].split(FENCE, 1)
        for line in block.splitlines():
            key, _, value = line.partition(":")
            head[key.strip()] = value.strip().strip('"')
    published = date.fromisoformat(head["published"]) if head.get("published") else None
    return int(head.get("order", "99")), Example(name, head.get("title", name), published, text.strip())
