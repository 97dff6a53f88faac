"""Build the trie of names and its links (read by :mod:`gazetteer.name_table`)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import marisa_trie
import numpy as np
import numpy.typing as npt

from gazetteer.build.record import Record
from gazetteer.name_table import LINK_BYTES, pack_link
from gazetteer.names import fold

NUM_TRIES = 5
"""Nested tries: more make the file smaller and look-ups slower; measured, there is little to gain beyond five."""


def collect_names(records: Sequence[Record]) -> dict[str, dict[int, int]]:
    """Return, for each folded name, how each record bears it."""
    found: dict[str, dict[int, int]] = {}
    for row, record in enumerate(records):
        for name, how in record.names.items():
            key = fold(name)
            if key:
                rows = found.setdefault(key, {})
                rows[row] = min(how, rows.get(row, how))
    return found


def write_names(path: Path, records: Sequence[Record]) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.uint32]]:
    """Write the trie and return the columns ``links`` and ``lists``."""
    names = collect_names(records)
    trie = marisa_trie.Trie(sorted(names), num_tries=NUM_TRIES)
    unfinished = path.with_suffix(f"{path.suffix}.new")
    trie.save(str(unfinished))
    unfinished.replace(path)
    links = np.zeros(LINK_BYTES * len(trie), dtype=np.uint8)
    lists: list[int] = []
    for key, rows in sorted(names.items()):
        at = LINK_BYTES * trie[key]
        if len(rows) == 1:
            ((row, how),) = rows.items()
            link = pack_link(row, how, flag=False)
        else:
            link = len(lists) << 1 | 1
            ordered = sorted(rows.items(), key=lambda pair: (-records[pair[0]].prominence, pair[0]))
            lists += [pack_link(row, how, flag=number == len(ordered)) for number, (row, how) in enumerate(ordered, start=1)]
        links[at : at + LINK_BYTES] = np.frombuffer(link.to_bytes(LINK_BYTES, "little"), dtype=np.uint8)
    return links, np.array(lists, dtype=np.uint32)
