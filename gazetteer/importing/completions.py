"""Find the best names of every beginning that many names share: what :mod:`gazetteer.completion` reads.

Works on columns throughout, one more letter at a time, and looks only at names that still share their beginning with many others. Every
name then stands for one beginning, its longest; the best of a beginning are among those and the best of the longer ones.
"""

from __future__ import annotations

from dataclasses import dataclass

import marisa_trie
import numpy as np
import numpy.typing as npt
import pyarrow as pa

from gazetteer.completion import BEST_COLUMN, KEEP, MANY, PREFIXES_COLUMN

NUM_TRIES = 5

Numbers = npt.NDArray[np.uint32]
Offsets = npt.NDArray[np.int64]

_BYTES_OF_LETTER = np.select([np.arange(256) < limit for limit in (0x80, 0xE0, 0xF0)], [1, 2, 3], 4).astype(np.uint8)
"""How many bytes a letter of UTF-8 has, by its first one."""


def completion_columns(
    keys: pa.Array, numbers: Numbers, prominence: npt.NDArray[np.integer], *, many: int = MANY
) -> dict[str, npt.NDArray[np.generic]]:
    """Return the columns of a file of completions.

    Parameters
    ----------
    keys
        Folded names, each once, in the order of their UTF-8 bytes; strings or large strings.
    numbers, prominence
        For each name its number in the trie of names, and how prominent its best bearer is (thousandths, less what it loses for the way
        it bears the name).
    many
        Beginnings of more names than this are kept; :data:`~gazetteer.completion.KEEP` or more.
    """
    texts = _Texts.of(keys)
    by_rank = np.argsort(-prominence.astype(np.int32), kind="stable").astype(np.uint32)
    rank = np.empty(len(by_rank), dtype=np.uint32)
    rank[by_rank] = np.arange(len(by_rank), dtype=np.uint32)
    beginnings = _beginnings(texts, many)
    best = _best_ranks(beginnings, rank)
    del rank
    prefixes = [texts.text(*span) for span in zip(beginnings.first.tolist(), beginnings.end.tolist(), strict=True)]
    trie = marisa_trie.Trie(prefixes, num_tries=NUM_TRIES)
    table = np.empty((len(prefixes), KEEP), dtype=np.uint32)
    table[[trie[prefix] for prefix in prefixes]] = numbers[by_rank[best]]
    return {PREFIXES_COLUMN: np.frombuffer(trie.tobytes(), dtype=np.uint8), BEST_COLUMN: table.ravel()}


@dataclass(frozen=True)
class _Texts:
    """Texts as bytes, and where each begins and ends."""

    raw: npt.NDArray[np.uint8]
    offsets: npt.NDArray[np.integer]

    @classmethod
    def of(cls, keys: pa.Array) -> _Texts:
        _, offsets, raw = keys.buffers()
        width = np.dtype(np.int64 if pa.types.is_large_string(keys.type) else np.int32)
        bounds = np.frombuffer(offsets, dtype=width)[keys.offset : keys.offset + len(keys) + 1] if len(keys) else np.zeros(1, dtype=width)
        return cls(np.frombuffer(raw or b"", dtype=np.uint8), bounds)

    def text(self, which: int, end: int) -> str:
        """Return a text as far as a byte."""
        return self.raw[self.offsets[which] : end].tobytes().decode()

    def letters(self, at: npt.NDArray[np.integer]) -> tuple[Numbers, npt.NDArray[np.uint8]]:
        """Return the letters that begin at some bytes, each as one number, and how many bytes they have."""
        letter = self.raw[at].astype(np.uint32)
        size = _BYTES_OF_LETTER[letter]
        for further in (1, 2, 3):
            longer = np.flatnonzero(size > further)
            letter[longer] |= self.raw[at[longer] + further].astype(np.uint32) << np.uint32(8 * further)
        return letter, size


@dataclass(frozen=True)
class _Beginnings:
    """Beginnings that many names share, shorter ones first.

    ``first`` is one name that begins so, ``end`` the byte behind the beginning, ``shorter`` the number of the beginning that is a letter
    shorter, ``levels`` where those of each length start (and, last, how many there are). ``longest`` is for each name the number of the
    longest beginning it has.
    """

    first: Numbers
    end: Offsets
    shorter: Numbers
    levels: list[int]
    longest: Numbers


def _beginnings(texts: _Texts, many: int) -> _Beginnings:
    """Return all beginnings of more than so many names; none at all where there are not so many names."""
    names = len(texts.offsets) - 1
    first, end, shorter = (
        [np.zeros(int(names > many), dtype=np.uint32)],
        [texts.offsets[: int(names > many)]],
        [np.zeros(int(names > many), dtype=np.uint32)],
    )
    levels, longest = [0, len(first[0])], np.zeros(names, dtype=np.uint32)
    which = np.arange(names if names > many else 0, dtype=np.uint32)
    at, group = texts.offsets[which], np.zeros(len(which), dtype=np.uint32)
    while len(which):
        longer = at < texts.offsets[1:][which]
        which, at, group = which[longer], at[longer], group[longer]
        letter, size = texts.letters(at)
        at += size
        changes = np.append(True, (letter[1:] != letter[:-1]) | (group[1:] != group[:-1]))[: len(which)]
        starts = np.flatnonzero(changes)
        counts = np.diff(starts, append=len(which))
        shared = counts > many
        begin = starts[shared]
        first.append(which[begin])
        end.append(at[begin])
        shorter.append(group[begin])
        kept = np.repeat(shared, counts)
        which, at = which[kept], at[kept]
        group = np.repeat(np.arange(levels[-1], levels[-1] + len(begin), dtype=np.uint32), counts[shared])
        longest[which] = group
        levels.append(levels[-1] + len(begin))
    return _Beginnings(np.concatenate(first), np.concatenate(end).astype(np.int64), np.concatenate(shorter), levels, longest)


def _best_ranks(beginnings: _Beginnings, rank: Numbers) -> Numbers:
    """Return the ranks of the best names of each beginning, one beginning a row, best first."""
    levels = beginnings.levels
    best = np.zeros((levels[-1], KEEP), dtype=np.uint32)
    if not levels[-1]:
        return best
    own, own_rank = _first_of_each(beginnings.longest, rank)
    from_longer, longer_rank = np.zeros(0, dtype=np.uint32), np.zeros(0, dtype=np.uint32)
    for start, stop in zip(reversed(levels[:-1]), reversed(levels[1:]), strict=True):
        here = slice(*np.searchsorted(own, (start, stop)))
        group, ranks = _first_of_each(np.append(own[here], from_longer), np.append(own_rank[here], longer_rank))
        best[start:stop] = ranks.reshape(stop - start, KEEP)
        from_longer, longer_rank = beginnings.shorter[group], ranks
    return best


def _first_of_each(group: Numbers, rank: Numbers) -> tuple[Numbers, Numbers]:
    """Return of each group the lowest ranks, sorted by group and rank: :data:`~gazetteer.completion.KEEP` of them, or all."""
    both = group.astype(np.uint64) << np.uint64(32) | rank
    both.sort()
    group = (both >> np.uint64(32)).astype(np.uint32)
    starts = np.flatnonzero(np.append(True, group[1:] != group[:-1])[: len(group)])
    within = np.arange(len(group)) - np.repeat(starts, np.diff(starts, append=len(group)))
    kept = within < KEEP
    return group[kept], (both[kept] & np.uint64(0xFFFFFFFF)).astype(np.uint32)
