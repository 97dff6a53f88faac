"""Write a draft as the mapped files of a layer (read by :mod:`gazetteer.layer_table`)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from gazetteer.columns import TextBlock, write_columns
from gazetteer.features import VILLAGE_BELOW, feature_of, kind_with_population, prominence_of
from gazetteer.importing.completions import completion_columns
from gazetteer.importing.divisions import radii_of_divisions, rank_behind_seats
from gazetteer.importing.draft import Column, Draft
from gazetteer.importing.name_index import build_name_index
from gazetteer.importing.sounds import Mapper, write_sounds
from gazetteer.layer_table import FORMAT
from gazetteer.place import Kind
from gazetteer.place_grid import cell_of, grid_columns
from gazetteer.place_table import PlaceTable
from gazetteer.record_table import DEGREE, PROMINENCE_UNIT
from gazetteer.store import COMPLETIONS_NAME, NAMES_NAME, PLACES_NAME, SOUNDS_NAME, data_folder, open_tables

POPULATED = (Kind.CITY, Kind.VILLAGE, Kind.DISTRICT)
_ORDER = (*POPULATED, *(kind for kind in Kind if kind not in POPULATED))

Stage = Callable[[str], None]
"""Told at the start of each stage what is being done."""


@dataclass(frozen=True)
class Written:
    """How much a layer holds."""

    places: int
    names: int


def write_layer(folder: Path, draft: Draft, *, claims: dict[str, str], stage: Stage, mapper: Mapper = map) -> Written:
    """Write the files of a layer; the same draft always gives the same bytes.

    Parameters
    ----------
    folder
        Where to write; must be there.
    draft
        What was read. It is used up.
    claims
        Codes of disputed divisions and countries, and all countries that administer or claim them ("SD SS").
    stage
        Told what is being done.
    mapper
        How long work is shared out: ``map``, or that of a pool of processes.
    """
    stage("ordering places")
    tables = _Tables(draft)
    order = tables.order()
    rows = tables.columns(order, claims)
    base = open_tables(data_folder())[0]
    _share(rows, base)
    stage("sorting names")
    keys, owners, how = draft.names()
    position = np.empty(draft.size, dtype=np.uint32)
    position[order] = np.arange(draft.size, dtype=np.uint32)
    owners = position[owners]
    draft.keys.clear()
    rank_behind_seats(rows, keys, owners, how, kinds=tables.kinds)
    index = build_name_index(folder / NAMES_NAME, keys, owners, how, prominence=rows["prominence"])
    del keys, owners, how
    stage("writing places")
    radii_of_divisions(rows, kinds=tables.kinds, populated=tables.populated)
    tables.write(folder / PLACES_NAME, rows, order, {"links": index.links, "lists": index.lists}, base.ids_digest)
    stage("indexing sounds")
    write_sounds(folder / SOUNDS_NAME, index, least=0, mapper=mapper)
    stage("indexing beginnings of names")
    completions = completion_columns(index.keys, index.numbers, index.best)
    write_columns(folder / COMPLETIONS_NAME, about={"names": len(index.keys)}, columns=completions, texts={})
    return Written(draft.size, len(index.keys))


class _Tables:
    """The tables that the columns of a draft point to, and the columns with what follows from them."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self._written = draft.codes["feature"].texts
        feature, population = draft.column("feature").astype(np.int64), draft.column("population")
        by_people = np.where(population == 0, 0, np.where(population < VILLAGE_BELOW, 1, 2))
        used, self._feature = np.unique(feature * 3 + by_people, return_inverse=True)
        self.features = [self._kind_and_code(int(number)) for number in used]
        self.kinds = [kind for kind, _ in self.features]
        self.populated = int(np.isin(self._feature, [i for i, kind in enumerate(self.kinds) if kind in POPULATED]).sum())

    def _kind_and_code(self, number: int) -> tuple[Kind, str]:
        written, people = self._written[number // 3], (0, 1, VILLAGE_BELOW)[number % 3]
        kind, _, code = written.partition("=")
        if code:  # a list's own kind
            return Kind(kind), code.removeprefix("-")
        return kind_with_population(feature_of(written).kind, people), written.partition(".")[2]

    def order(self) -> npt.NDArray[np.int64]:
        """Return the order in which places are stored: populated ones first, then along the curve, so that neighbours stand together."""
        draft = self.draft
        cell = cell_of(draft.column("lat") / DEGREE, draft.column("lon") / DEGREE)
        unpopulated = ~np.isin(self._feature, [i for i, kind in enumerate(self.kinds) if kind in POPULATED])
        return np.lexsort((draft.column("geonameid"), cell, unpopulated))

    def columns(self, order: npt.NDArray[np.int64], claims: dict[str, str]) -> dict[str, Column]:
        """Return the columns in the order in which they are stored."""
        draft = self.draft
        rows = {name: draft.column(name)[order] for name in ("geonameid", "lat", "lon", "population", "radius")}
        rows["feature"] = self._feature[order].astype(np.uint16)
        if "prominence" in draft.pieces:
            rows["prominence"] = draft.column("prominence")[order]
        else:
            rows["prominence"] = _prominence(self._written, draft.column("feature")[order], rows["population"])
        levels = [*_levels(draft.codes["division"].texts), ("", "", "")]  # so that number 0 is always that of no code
        division = draft.column("division")[order]
        self.divisions = {}
        for level, name in enumerate(("admin1", "admin2", "admin3")):
            texts, number = np.unique(np.array([codes[level] for codes in levels], dtype=object), return_inverse=True)
            self.divisions[name] = [str(text) for text in texts]
            rows[name] = number.astype(np.uint32)[division] if len(division) else np.zeros(0, dtype=np.uint32)
        rows["countries"] = self._countries(draft.column("countries")[order], division, levels, claims)
        return rows

    def _countries(self, countries: Column, division: Column, levels: list[tuple[str, str, str]], claims: dict[str, str]) -> Column:
        """Return the numbers of the sets of countries, those of disputed divisions included."""
        sets = [tuple(text.split()) for text in self.draft.codes["countries"].texts]
        claimed_of_division = [claims.get(admin2) or claims.get(admin1) or "" for admin1, admin2, _ in levels]
        claimed_of_country = [claims.get(codes[0], "") if codes else "" for codes in sets]
        pairs, which = np.unique(countries.astype(np.uint64) << np.uint64(32) | division.astype(np.uint64), return_inverse=True)
        parties = []
        for pair in pairs.tolist():
            country = pair >> 32
            claimed = claimed_of_division[pair & 0xFFFFFFFF] if claimed_of_division else ""
            claimed = claimed or claimed_of_country[country]
            parties.append(tuple(claimed.split()) or sets[country])
        self.country_sets = sorted(set(parties))
        number = {codes: at for at, codes in enumerate(self.country_sets)}
        return np.array([number[codes] for codes in parties], dtype=np.uint16)[which] if parties else np.zeros(0, dtype=np.uint16)

    def write(self, path: Path, rows: dict[str, Column], order: npt.NDArray[np.int64], links: dict[str, Column], base_ids: str) -> None:
        """Write the file of places."""
        raw, lengths = self.draft.main_names()
        about = {
            "features": [(str(kind), code) for kind, code in self.features],
            "countries": self.country_sets,
            "populated": self.populated,
        }
        columns: dict[str, Column] = {**rows, **links}
        del columns["admin3"]
        columns["prominence"] = np.clip(rows["prominence"], 0, 65_535).astype(np.uint16)
        about |= {"base_ids": base_ids, "format": FORMAT}
        columns["shared"] = rows["shared"]
        columns["by_id"] = np.argsort(rows["geonameid"], kind="stable").astype(np.uint32)
        columns |= grid_columns(rows["lat"][: self.populated], rows["lon"][: self.populated])
        texts: dict[str, Any] = {"name": _taken(raw, lengths, order), "admin1_code": self.divisions["admin1"]}
        texts["admin2_code"] = self.divisions["admin2"]
        for name, own in (("own_id", self.draft.own_ids), ("note", self.draft.notes)):
            if own:
                texts[name] = [own[at] for at in order.tolist()]
        write_columns(path, about=about, columns=columns, texts=texts)


def _share(rows: dict[str, Column], base: PlaceTable) -> None:
    """Mark the places that the default gazetteer has as well, and let them be as prominent as they are there."""
    ids, prominence = base.columns.array("geonameid"), base.columns.array("prominence")
    order = np.argsort(ids, kind="stable")
    at = order[np.minimum(np.searchsorted(ids, rows["geonameid"], sorter=order), len(ids) - 1)]
    shared = (ids[at] == rows["geonameid"]) & (rows["geonameid"] > 0)
    rows["shared"] = shared.astype(np.uint8)
    rows["prominence"][shared] = prominence[at[shared]]


def _levels(divisions: list[str]) -> list[tuple[str, str, str]]:
    """Return the codes of the three levels ("US.TX", "US.TX.479", …), empty where there is none."""
    found = []
    for text in divisions:
        admin1, _, rest = text.partition("\t")
        admin2, _, admin3 = rest.partition("\t")
        second = f"{admin1}.{admin2}" if admin1 and admin2 else ""
        found.append((admin1, second, f"{second}.{admin3}" if second and admin3 else ""))
    return found


def _prominence(written: list[str], feature: Column, population: Column) -> Column:
    """Return the prominence of each place, in thousandths."""
    found = np.array([round(prominence_of(text, 0) * PROMINENCE_UNIT) for text in written] or [0], dtype=np.int32)[feature]
    peopled = np.flatnonzero(population)
    exact = {
        pair: round(prominence_of(written[pair[0]], pair[1]) * PROMINENCE_UNIT)
        for pair in set(zip(feature[peopled].tolist(), population[peopled].tolist(), strict=True))
    }
    found[peopled] = [exact[pair] for pair in zip(feature[peopled].tolist(), population[peopled].tolist(), strict=True)]
    return found


def _taken(raw: Column, lengths: Column, order: npt.NDArray[np.int64]) -> TextBlock:
    """Return texts in another order."""
    import pyarrow as pa

    offsets = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)
    names = pa.LargeStringArray.from_buffers(len(lengths), pa.py_buffer(offsets), pa.py_buffer(np.ascontiguousarray(raw)))
    taken = names.take(pa.array(order))
    at = np.frombuffer(taken.buffers()[1], dtype=np.int64)[taken.offset : taken.offset + len(taken) + 1]
    return TextBlock(np.frombuffer(taken.buffers()[2] or b"", dtype=np.uint8)[at[0] : at[-1]], np.diff(at))
