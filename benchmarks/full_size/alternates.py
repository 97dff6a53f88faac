"""Rows of alternateNamesV2 for made-up places: names in other scripts and spellings, and what the real file holds besides names."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

import numpy as np

from benchmarks.full_size.names import NameMaker
from benchmarks.full_size.quirks import Quirks
from benchmarks.full_size.spellings import in_script, languages, other_spelling

KINDS = (
    "wkdt 12 link 10 post 2 iata 0.3 icao 0.3 faac 0.2 unlc 0.3 "
    "native 18 variant 27 same 14 other 9 historic 3.5 short 2 colloquial 0.7 abbr 0.7"
)
"""Shares in per cent of what the rows are, set by hand."""
NO_NAMES = frozenset({"wkdt", "link", "post", "iata", "icao", "faac", "unlc"})
WORLD_LANGUAGES = ("en", "sv", "ceb", "nl", "de", "fr", "es", "it", "ru", "")
PERIODS = (("1589", "1925"), ("", "1961"), ("", "19 February 2008"), ("19150903", ""), ("1936", "1991"), ("", ""))
PREFERRED_EVERY = 9
"""One native name in so many is marked as preferred."""
LATE_EVERY = 50
"""One row in so many stands at the end of the file, away from the others of its place."""

Row = list[str]
"""Language, name, the four flags, from and to."""


@dataclass
class AlternateRows:
    """Makes the rows of one file, in the order of their own numbers but not of the places'."""

    quirks: Quirks
    counts: Counter[str] = field(default_factory=Counter)
    late: list[str] = field(default_factory=list)
    made: int = 0

    def chunk(
        self, random: np.random.Generator, maker: NameMaker, country: str, ids: list[int], names: list[str], owners: list[int]
    ) -> tuple[list[str], dict[int, list[str]]]:
        """Return lines for some places, and for each place that has some its names for the column of the main file.

        Parameters
        ----------
        random
            Draws.
        maker
            Makes other names of the country.
        country
            ISO code.
        ids, names
            The places.
        owners
            For each row wanted, the position of its place among them.
        """
        language, script = languages().get(country, ("en", "-"))
        words = KINDS.split()
        shares = np.array(words[1::2], dtype=np.float64)
        kinds = [words[2 * at] for at in random.choice(len(shares), len(owners), p=shares / shares.sum()).tolist()]
        draws = random.integers(0, 1 << 30, len(owners)).tolist()
        others = maker.new_names(random, sum(kind in {"other", "historic"} for kind in kinds))
        lines: list[str] = []
        listed: dict[int, list[str]] = {}
        taken = self.quirks.within(self.made, len(owners))
        for at, (owner, kind, draw) in enumerate(zip(owners, kinds, draws, strict=True)):
            name = others.pop() if kind in {"other", "historic"} else names[owner]
            row = make_row(kind, name, draw, language, script)
            number, geonameid = self.made + at + 1, ids[owner]
            quirk = taken.get(at)
            if quirk:
                geonameid = self._odd(quirk, row, geonameid)
            self.counts[row[0] if kind in NO_NAMES else kind] += 1
            if kind not in NO_NAMES and not quirk:
                listed.setdefault(owner, []).append(row[1])
            columns = [str(number), str(geonameid), *row]
            line = "\t".join(columns[:8] if quirk == "short_rows" else columns)
            (self.late if draw % LATE_EVERY == 0 else lines).append(line)
        self.made += len(owners)
        return [lines[at] for at in random.permutation(len(lines)).tolist()], listed

    def _odd(self, quirk: str, row: Row, geonameid: int) -> int:
        """Put an oddity into a row; return the place's number, another one for an orphan."""
        if quirk == "orphans":
            return geonameid + 500_000_000
        if quirk == "raw_double_quotes":
            row[1] = f'{row[1][:3]}"{row[1][3:]}'
        elif quirk == "invalid_utf8":
            row[1] = f"{row[1]}\udcff"
        elif quirk == "empty_name":
            row[1] = ""
        elif quirk == "blanks_around_name":
            row[1] = f" {row[1]} "
        return geonameid


def make_row(kind: str, name: str, draw: int, language: str, script: str) -> Row:
    """Return one row without its two numbers."""
    flags, period, spoken = ["", "", "", ""], ("", ""), ""
    if kind in NO_NAMES:
        return [kind, no_name(kind, name, draw), *flags, *period]
    if kind == "native":
        spoken, name = language, name if script == "-" else in_script(name, script) or name
        flags[0] = "1" if draw % PREFERRED_EVERY == 0 else ""
    elif kind == "variant":
        spoken, name = ("", "en", language)[draw % 3], other_spelling(name, draw >> 4)
    elif kind in {"same", "other"}:
        spoken = WORLD_LANGUAGES[draw % len(WORLD_LANGUAGES)]
    elif kind == "historic":
        flags[3], period = "1", PERIODS[draw % len(PERIODS)]
    elif kind == "short":
        flags[1], name = "1", name.split(" ")[-1]
    elif kind == "colloquial":
        flags[2], name = "1", f"Old {name}"
    else:
        spoken, name = "abbr", "".join(word[:1] for word in name.split(" ")) + name[1:3].upper()
    return [spoken, name.strip(), *flags, *period]


def no_name(kind: str, name: str, draw: int) -> str:
    """Return what stands for a name in a row that holds none."""
    if kind == "wkdt":
        return f"Q{draw % 120_000_000}"
    if kind == "link":
        return f"https://en.wikipedia.org/wiki/{name.replace(' ', '_')}"
    if kind == "post":
        return f"{draw % 100_000:05d}"
    return "".join(chr(65 + (draw >> shift) % 26) for shift in (0, 5, 10, 15)[: 3 if kind in {"iata", "faac"} else 4])
