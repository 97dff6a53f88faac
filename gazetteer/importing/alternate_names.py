"""Read rows of GeoNames' alternate names: 10 columns between tabs, in older files 8 or 9, in the oldest 4 to 8."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from gazetteer.importing.dump_rows import NameRows, geonameid_of, lines_of
from gazetteer.importing.written_names import is_useful
from gazetteer.name_table import ALIAS, FORMER
from gazetteer.names import fold

LEAST_COLUMNS = 4
MOST_COLUMNS = 10
NO_LANGUAGES = frozenset("post link iata icao faac tcid unlc wkdt phon piny abbr fr_1793".split())
"""What stands in the column of languages and is none: codes, addresses, links. Abbreviations are kept apart everywhere."""


@dataclass(slots=True)
class AlternateRows:
    """Names whose owners are GeoNames ids."""

    names: NameRows = field(default_factory=NameRows)
    mended: Counter[str] = field(default_factory=Counter)
    left_out: list[tuple[int, str]] = field(default_factory=list)


def read_alternate_names(raw: bytes, first_line: int) -> AlternateRows:
    """Read a piece of a file of alternate names: whole lines, the first of the given number (from 1)."""
    rows = AlternateRows()
    add, mended = rows.names.add, rows.mended
    for number, line in lines_of(raw, first_line, rows.left_out):
        cells = line.removesuffix("\r").split("\t")
        if not LEAST_COLUMNS <= len(cells) <= MOST_COLUMNS:
            rows.left_out.append((number, f"{len(cells)} columns instead of {MOST_COLUMNS}"))
            continue
        written_id, language, name = cells[1:4]
        if language in NO_LANGUAGES:
            mended[f"code or link instead of a name ({language})"] += 1
            continue
        geonameid = geonameid_of(written_id)
        if not geonameid:
            rows.left_out.append((number, "the second column is not a GeoNames id"))
            continue
        if len(cells) < MOST_COLUMNS:
            mended["row of an older format"] += 1
        key = fold(name) if is_useful(name) else ""
        if not key:
            mended["name of no use for finding places (one or two letters, codes, with a comma)"] += 1
            continue
        add(key, geonameid, FORMER if len(cells) > 7 and cells[7] == "1" else ALIAS)
    return rows
