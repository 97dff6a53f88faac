"""Build the index of sound keys (read by :mod:`gazetteer.fuzzy`): from a sound key to the names that have it."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import marisa_trie
import numpy as np
import numpy.typing as npt

from gazetteer.columns import ColumnFile, write_columns
from gazetteer.fuzzy import BLOCK, NAMES_OF_ONE_SOUND
from gazetteer.name_table import NameTable
from gazetteer.place_table import PROMINENCE_UNIT, PlaceTable
from gazetteer.sound_keys import sound_key

LEAST_PROMINENCE = 3.5
"""Names that only places of less than this bear are left out: villages of under some 3,000 people. They would double the index,
and be offered for words that are no names; a single slip in such a name is found without the index."""

NUM_TRIES = 5


def write_sounds(path: Path, *, places: Path, names: Path) -> None:
    """Write the index over the names and places that stand in two files; the same files always give the same bytes.

    Parameters
    ----------
    path
        The file to write.
    places, names
        The column file of places and the trie of names.
    """
    columns = ColumnFile(places)
    table, prominence = NameTable(names, columns), PlaceTable(columns).prominence
    least = LEAST_PROMINENCE * PROMINENCE_UNIT
    names_of: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for name in table:
        if name.isascii() and (sound := sound_key(name)):
            known = max(prominence(row) for row, _ in table.find(name))
            if known >= least:
                names_of[sound].append((-known, name))
    trie = marisa_trie.Trie(sorted(names_of), num_tries=NUM_TRIES)
    numbers: list[int] = []
    counts = np.zeros(len(trie), dtype=np.uint8)
    for at in range(len(trie)):
        chosen = sorted(names_of[trie.restore_key(at)])[:NAMES_OF_ONE_SOUND]
        counts[at] = len(chosen)
        numbers += [table.number(name) for _, name in chosen]
    width = 3 if len(table) <= 1 << 24 else 4
    packed = np.array(numbers, dtype="<u4").view(np.uint8).reshape(-1, 4)[:, :width].reshape(-1)
    starts = (np.cumsum(counts, dtype=np.int64) - counts)[::BLOCK].astype(np.uint32)
    trie_bytes = np.frombuffer(trie.tobytes(), dtype=np.uint8)
    blocks: dict[str, npt.NDArray[np.generic]] = {"sounds": trie_bytes, "counts": counts, "starts": starts, "numbers": packed}
    write_columns(path, about={"names": len(table), "number_bytes": width}, columns=blocks, texts={})
