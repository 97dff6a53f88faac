"""Build an index of names: from (folded name, place, how it is borne) to the trie and links that :mod:`gazetteer.name_table` reads.

Works on columns throughout: some 30 million names of 12 million places pass through here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import marisa_trie
import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from gazetteer.name_table import MOST_RECORDS, PENALTY, pack_links

NUM_TRIES = 5
"""Nested tries: more make the file smaller and look-ups slower; measured, there is little to gain beyond five."""

_HOW_BITS, _PLACE_BITS = 3, 28
_KEYS_AT_ONCE = 1 << 18

Numbers = npt.NDArray[np.uint32]


@dataclass(frozen=True)
class NameIndex:
    """What was built: all names in the order of their UTF-8 bytes and, beside each, its number in the trie and its best bearer.

    ``links`` and ``lists`` are the columns of :class:`gazetteer.name_table.NameTable`. ``known`` is the prominence (thousandths) of each
    name's most prominent bearer, ``best`` the same less what it loses for the way it bears the name.
    """

    keys: pa.Array
    numbers: Numbers
    links: Numbers
    lists: Numbers
    known: npt.NDArray[np.int32]
    best: npt.NDArray[np.int32]


def build_name_index(
    path: Path, keys: pa.ChunkedArray, rows: Numbers, how: npt.NDArray[np.uint8], *, prominence: npt.NDArray[np.int32]
) -> NameIndex:
    """Write the trie of names to a file and return the rest of the index.

    Parameters
    ----------
    path
        The file of the trie; put in place at once.
    keys, rows, how
        For each name its folded form, the row of the place that bears it, and how (a position in :data:`gazetteer.name_table.HOWS`). The
        closest of several ways to bear one name is kept.
    prominence
        Prominence of each row, in thousandths.

    Raises
    ------
    ValueError
        If there are more places than links can tell apart.
    """
    if len(prominence) > MOST_RECORDS:
        msg = f"{len(prominence):,} places are too many for one layer: {MOST_RECORDS:,} at most"
        raise ValueError(msg)
    unique, which = _unique_sorted(keys)
    numbers = write_trie(path, unique)
    # One number of 64 bits for each bearing, so that one sort puts the bearers of a name behind each other, the most prominent first.
    by_prominence = np.lexsort((np.arange(len(prominence)), -prominence)).astype(np.uint32)
    rank = np.empty(len(prominence), dtype=np.uint64)
    rank[by_prominence] = np.arange(len(prominence), dtype=np.uint64)
    packed = numbers[which].astype(np.uint64) << np.uint64(_PLACE_BITS + _HOW_BITS)
    packed |= rank[rows] << np.uint64(_HOW_BITS)
    packed |= how.astype(np.uint64)
    packed.sort()
    packed = packed[np.append(True, packed[1:] >> np.uint64(_HOW_BITS) != packed[:-1] >> np.uint64(_HOW_BITS))] if len(packed) else packed
    name = (packed >> np.uint64(_PLACE_BITS + _HOW_BITS)).astype(np.uint32)
    row = by_prominence[(packed >> np.uint64(_HOW_BITS) & np.uint64((1 << _PLACE_BITS) - 1)).astype(np.int64)]
    borne = (packed & np.uint64((1 << _HOW_BITS) - 1)).astype(np.uint32)
    links, lists = _links(name, row, borne, names=len(unique))
    begins = np.flatnonzero(np.append(True, name[1:] != name[:-1])) if len(name) else np.zeros(0, dtype=np.int64)
    known = prominence[row[begins]]
    worth = prominence[row] - np.array(PENALTY, dtype=np.int32)[borne]
    best = np.maximum.reduceat(worth, begins) if len(begins) else known
    at = numbers.astype(np.int64)
    return NameIndex(unique, numbers, links, lists, known[at].astype(np.int32), best[at].astype(np.int32))


def _unique_sorted(keys: pa.ChunkedArray) -> tuple[pa.Array, npt.NDArray[np.int64]]:
    """Return the distinct names in the order of their bytes, and for each name given its position among them."""
    encoded = pc.dictionary_encode(keys).combine_chunks()
    dictionary = encoded.dictionary
    order = pc.sort_indices(dictionary).to_numpy()
    position = np.empty(len(dictionary), dtype=np.int64)
    position[order] = np.arange(len(dictionary))
    return dictionary.take(pa.array(order)), position[encoded.indices.to_numpy()]


def write_trie(path: Path, keys: pa.Array) -> Numbers:
    """Write names to a trie, put in place at once, and return the number of each in it."""
    trie = marisa_trie.Trie(texts(keys), num_tries=NUM_TRIES)
    unfinished = path.with_suffix(f"{path.suffix}.new")
    trie.save(str(unfinished))
    unfinished.replace(path)
    return np.fromiter(map(trie.__getitem__, texts(keys)), dtype=np.uint32, count=len(keys))


def texts(keys: pa.Array) -> Iterator[str]:
    """Yield the texts of an array one by one, never holding all of them as Python objects."""
    for start in range(0, len(keys), _KEYS_AT_ONCE):
        yield from keys.slice(start, _KEYS_AT_ONCE).to_pylist()


def _links(name: Numbers, row: Numbers, borne: Numbers, *, names: int) -> tuple[Numbers, Numbers]:
    """Return ``links`` and ``lists`` from bearings ordered by name."""
    how_many = np.bincount(name, minlength=names)
    several = how_many > 1
    last = np.append(name[1:] != name[:-1], True) if len(name) else np.zeros(0, dtype=np.bool_)
    packed = pack_links(row, borne)
    listed = several[name]
    lists = packed[listed] | last[listed]
    links = np.zeros(names, dtype=np.uint32)
    links[name[~listed]] = packed[~listed]
    starts = np.cumsum(how_many * several) - how_many * several
    links[several] = (starts[several] << 1 | 1).astype(np.uint32)
    return links, lists.astype(np.uint32)
