"""A layer while it is being read: its places and names as columns, in the order in which they were read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from gazetteer.errors import ListUnreadable
from gazetteer.importing.dump_rows import Codes, NameRows, PlaceRows
from gazetteer.record_table import DEGREE

Column = npt.NDArray[Any]

_TYPES = {
    "geonameid": np.uint32,
    "lat": np.int32,
    "lon": np.int32,
    "population": np.uint32,
    "feature": np.uint16,
    "countries": np.uint16,
    "division": np.uint32,
    "radius": np.float32,
    "prominence": np.int32,
}
_MOST_CODES = {"feature": 20_000, "countries": 30_000, "division": 1 << 31}
"""GeoNames has some 680 features and few sets of countries. Stored as 16 bits each, features three times (by people)."""
_COLUMN_OF = {"feature": "feature class and code", "countries": "countries", "division": "divisions"}


@dataclass
class Draft:
    """Places and names gathered from many pieces.

    A column that no piece has stays away: only lists have ``radius`` (km, 0 where it follows from the people) and ``prominence``
    (thousandths), ids and notes of their own. ``countries`` are numbers of texts such as "SD SS" in ``codes``, ``division`` of texts such
    as "KZ.04", second and third level behind tabs.
    """

    codes: dict[str, Codes] = field(default_factory=lambda: {"feature": Codes(), "countries": Codes(), "division": Codes()})
    pieces: dict[str, list[Column]] = field(default_factory=dict)
    name_pieces: list[tuple[Column, Column]] = field(default_factory=list)
    keys: list[pa.Array] = field(default_factory=list)
    owners: list[Column] = field(default_factory=list)
    hows: list[Column] = field(default_factory=list)
    own_ids: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    size: int = 0

    def add(self, rows: PlaceRows) -> None:
        """Add places of a dump, with their names."""
        columns: dict[str, Column] = {
            "geonameid": np.array(rows.geonameid, dtype=np.uint32),
            "lat": np.rint(np.array(rows.lat) * DEGREE),
            "lon": np.rint(np.array(rows.lon) * DEGREE),
            "population": np.array(rows.population, dtype=np.uint32),
        }
        for name in self.codes:
            if len(rows.codes[name].texts) + len(self.codes[name].texts) > _MOST_CODES[name]:
                msg = f"too many different values of {_COLUMN_OF[name]} for a dump: is a column missing, or one too many?"
                raise ListUnreadable(msg)
            numbers = np.array([self.codes[name].number(text) for text in rows.codes[name].texts], dtype=np.uint32)
            columns[name] = numbers[np.array(getattr(rows, name), dtype=np.int64)]
        self.add_columns(columns, rows.name)
        self.add_names(rows.names, first=self.size - len(rows.name))

    def add_columns(self, columns: dict[str, Column], names: list[bytes]) -> None:
        """Add places by columns, with their main names as UTF-8."""
        for name, column in columns.items():
            self.pieces.setdefault(name, []).append(column.astype(_TYPES[name]))
        lengths = np.array([len(name) for name in names], dtype=np.int64)
        self.name_pieces.append((np.frombuffer(b"".join(names), dtype=np.uint8), lengths))
        self.size += len(names)

    def add_names(self, names: NameRows, *, first: int) -> None:
        """Add names whose owners are counted from the ``first`` place."""
        self._add_names(pa.array(names.keys, type=pa.string()), np.array(names.owner, dtype=np.uint32) + np.uint32(first), names.how)

    def add_names_by_id(self, keys: pa.Array, geonameids: Column, how: Column) -> int:
        """Add names whose owners are GeoNames ids; return how many belong to no place of the draft. All places must be there already."""
        ids = self.column("geonameid")
        order = np.argsort(ids, kind="stable")
        at = np.minimum(np.searchsorted(ids[order], geonameids), max(len(ids) - 1, 0))
        here = ids[order[at]] == geonameids if len(ids) else np.zeros(len(geonameids), dtype=np.bool_)
        self._add_names(keys.filter(pa.array(here)), order[at[here]].astype(np.uint32), how[here])
        return int((~here).sum())

    def _add_names(self, keys: pa.Array, owners: Column, how: Any) -> None:
        self.keys.append(keys)
        self.owners.append(owners)
        self.hows.append(np.array(how, dtype=np.uint8))

    def column(self, name: str) -> Column:
        """Return a column whole."""
        pieces = self.pieces.get(name, [])
        if len(pieces) > 1:
            self.pieces[name] = pieces = [np.concatenate(pieces)]
        return pieces[0] if pieces else np.zeros(self.size, dtype=_TYPES[name])

    def names(self) -> tuple[pa.ChunkedArray, Column, Column]:
        """Return all names: folded, the place of each, and how it is borne."""
        nothing = np.zeros(0, dtype=np.uint32)
        keys = pa.chunked_array(self.keys, type=pa.string())
        return keys, np.concatenate([nothing, *self.owners]).astype(np.uint32), np.concatenate([nothing, *self.hows]).astype(np.uint8)

    def main_names(self) -> tuple[Column, Column]:
        """Return the main names as UTF-8 one behind the other, and the length of each in bytes."""
        raws, lengths = zip(*self.name_pieces, strict=True) if self.name_pieces else ((), ())
        raw = np.concatenate([np.zeros(0, dtype=np.uint8), *raws])
        return raw, np.concatenate([np.zeros(0, dtype=np.int64), *lengths])

    def keep(self, kept: npt.NDArray[np.bool_]) -> None:
        """Leave places out, with their names."""
        if kept.all():
            return
        position = np.cumsum(kept) - 1
        for name in self.pieces:
            self.pieces[name] = [self.column(name)[kept]]
        raw, lengths = self.main_names()
        self.name_pieces = [(raw[np.repeat(kept, lengths)], lengths[kept])]
        for at, (keys, owners) in enumerate(zip(self.keys, self.owners, strict=True)):
            here = kept[owners]
            self.keys[at], self.owners[at], self.hows[at] = keys.filter(pa.array(here)), position[owners[here]], self.hows[at][here]
        self.own_ids = [text for text, here in zip(self.own_ids, kept.tolist(), strict=False) if here]
        self.notes = [text for text, here in zip(self.notes, kept.tolist(), strict=False) if here]
        self.size = int(kept.sum())
