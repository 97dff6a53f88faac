"""Build the index of sound keys (read by :mod:`gazetteer.fuzzy`): from a sound key to the names that have it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import marisa_trie
import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from gazetteer.columns import write_columns
from gazetteer.fuzzy import BLOCK, NAMES_OF_ONE_SOUND
from gazetteer.importing.name_index import NUM_TRIES, NameIndex
from gazetteer.sound_keys import sound_key

_KEYS_AT_ONCE = 1 << 17

Mapper = Callable[[Callable[[pa.Array], pa.Array], Iterable[pa.Array]], Iterable[pa.Array]]
"""How the work is shared out: ``map``, or that of a pool of processes."""


def sounds_of(keys: pa.Array) -> pa.Array:
    """Return the sound keys of folded names, empty where there are none."""
    return pa.array([sound_key(key) for key in keys.to_pylist()], type=pa.string())


def write_sounds(path: Path, index: NameIndex, *, least: int, mapper: Mapper = map) -> None:
    """Write the index over names; the same names always give the same bytes.

    Parameters
    ----------
    path
        The file to write.
    index
        The names.
    least
        Names that only places of less prominence (thousandths) bear are left out.
    mapper
        How the work is shared out.
    """
    taken = np.flatnonzero(index.known >= least)
    keys = index.keys.take(pa.array(taken))
    pieces = [keys.slice(start, _KEYS_AT_ONCE) for start in range(0, len(keys), _KEYS_AT_ONCE)]
    sounds = pa.chunked_array(list(mapper(sounds_of, pieces)), type=pa.string())
    encoded = pc.dictionary_encode(sounds).combine_chunks()
    named = encoded.dictionary.to_pylist()
    trie = marisa_trie.Trie(sorted(name for name in named if name), num_tries=NUM_TRIES)
    of_sound = np.array([trie[name] if name else -1 for name in named], dtype=np.int64)[encoded.indices.to_numpy()]
    order = np.lexsort((taken, -index.known[taken], of_sound))
    order = order[of_sound[order] >= 0]
    sound = of_sound[order]
    begins = np.searchsorted(sound, np.arange(len(trie)))
    chosen = np.arange(len(sound)) - begins[sound] < NAMES_OF_ONE_SOUND
    counts = np.bincount(sound[chosen], minlength=len(trie)).astype(np.uint8)
    numbers = index.numbers[taken[order[chosen]]]
    _write(path, trie, counts, numbers, names=len(index.keys))


def _write(path: Path, trie: marisa_trie.Trie, counts: npt.NDArray[np.uint8], numbers: npt.NDArray[np.uint32], *, names: int) -> None:
    width = 3 if names <= 1 << 24 else 4
    packed = numbers.astype("<u4").view(np.uint8).reshape(-1, 4)[:, :width].reshape(-1)
    starts = (np.cumsum(counts, dtype=np.int64) - counts)[::BLOCK].astype(np.uint32)
    trie_bytes = np.frombuffer(trie.tobytes(), dtype=np.uint8)
    blocks: dict[str, npt.NDArray[np.generic]] = {"sounds": trie_bytes, "counts": counts, "starts": starts, "numbers": packed}
    write_columns(path, about={"names": names, "number_bytes": width}, columns=blocks, texts={})
