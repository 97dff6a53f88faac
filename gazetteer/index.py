"""The gazetteer: from a name to the places that bear it, best first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from gazetteer import store
from gazetteer.generic_words import stems
from gazetteer.name_table import FUZZY_PENALTY, FUZZY_PENALTY_PER_EDIT, HOWS, PENALTY, VARIANT
from gazetteer.names import fold
from gazetteer.place_table import PROMINENCE_UNIT
from gazetteer.short_forms import read_abbreviations, read_demonyms
from gazetteer.variants import variants

if TYPE_CHECKING:
    from gazetteer.attributes import Attributes
    from gazetteer.borders import Border, BorderLayer
    from gazetteer.coordinates import LatLon
    from gazetteer.fuzzy import FuzzyNames
    from gazetteer.nearest import NearestRow
    from gazetteer.place import Kind, Place
    from gazetteer.sources import Source

ABBREVIATION = HOWS.index("abbreviation")
HOW_NAMES = ("name", "alias", "alias", "former", "abbreviation", "variant", "fuzzy")
FUZZY = HOW_NAMES.index("fuzzy")
"""What :class:`Match` calls the ways of bearing a name, by their number."""

NAMES_KEPT = 65_536
"""So many names keep their list of bearers once it was made; then all are dropped and made again as they come up."""

NEAR_NAMES = 64
"""So many of the nearest names are asked for their places."""


class UnknownPlace(KeyError):
    """Raise when no record has a place id."""

    def __str__(self) -> str:
        return str(self.args[0]) if self.args else ""


@dataclass(frozen=True, slots=True)
class Match:
    """A place that bears a name.

    ``how`` says how: "name" (its main name), "alias", "former", "abbreviation", "variant" (found only under another spelling of the
    name), or "fuzzy" (bears no such name, but a similar one: :meth:`Gazetteer.similar`). ``prominence`` says how likely a reader takes
    the bare name for this place: a scale of about 0 to 10.5 on which a town has the decimal logarithm of its population, less 1.1 to 1.5
    for an alias or former name and 2.5 for a variant. A similar name costs 2.5 and 3 for each edit on top of the way it is borne, so that
    what is left may be negative.
    """

    place: Place
    how: str
    prominence: float


class Gazetteer:
    """All places, their names and borders. Opens built data; parts that cost time are opened when first asked for.

    Parameters
    ----------
    data
        Folder of the built data; by default the one that belongs to this installation.

    Raises
    ------
    DataMissing, DataDamaged
        If the data are not there, or not what SOURCES.toml says.
    """

    def __init__(self, data: Path | None = None) -> None:
        self._data = data if data is not None else store.data_folder()
        store.check_sizes(self._data)
        self._places, self._names = store.open_tables(self._data)
        self._bearers: dict[str, tuple[tuple[int, int], ...]] = {}

    # Names ------------------------------------------------------------------------------------------------------------------------------

    def lookup(self, name: str) -> tuple[Place, ...]:
        """Return the places a name may stand for, best first; empty when the name is not known.

        Forgiving: case, diacritics, apostrophes, hyphens and dots don't matter; a generic word ("Region", "Oblast", "Sea") may be added,
        and then says which kinds of place are meant; failing that, articles, joined words and the like are tried
        (:mod:`gazetteer.variants`).
        """
        found = self._abbreviated(name)
        key = fold(name)
        exact = self._names.find(key)
        if not exact and not found:
            exact = self._by_stem(key) or self._by_variant(key)
        place = self._places.place
        if len(exact) == 1 and not found:
            return (place(exact[0][0]),)
        return tuple(map(place, self._ranked(found, exact)))

    def candidates(self, name: str) -> tuple[Match, ...]:
        """Return all places that bear a name, uncut, best first, with how they bear it."""
        prominence, place = self._places.prominence, self._places.place
        return tuple(
            Match(place(row), HOW_NAMES[how], (prominence(row) - PENALTY[how]) / PROMINENCE_UNIT) for row, how in self.bearers(name)
        )

    def bearers(self, name: str) -> tuple[tuple[int, int], ...]:
        """Return the rows of :meth:`candidates`, best first, each with how it bears the name (a position in :data:`HOW_NAMES`)."""
        found = self._bearers.get(name)
        if found is None:
            if len(self._bearers) >= NAMES_KEPT:
                self._bearers.clear()
            found = self._bearers[name] = self._all_bearers(name)
        return found

    def _all_bearers(self, name: str) -> tuple[tuple[int, int], ...]:
        key = fold(name)
        best: dict[int, int] = dict.fromkeys(self._abbreviated(name), ABBREVIATION)
        for rows in (self._names.find(key), self._by_stem(key), self._by_variant(key)):
            for row, how in rows:
                best.setdefault(row, how)
        prominence = self._places.prominence
        ordered = sorted((PENALTY[how] - prominence(row), row, how) for row, how in best.items())
        return tuple((row, how) for _, row, how in ordered)

    def names_at_start(self, key: str) -> list[str]:
        """Return all folded names with which a folded text begins, shortest first: for scanning texts."""
        return self._names.prefixes(key)

    def bearers_of_key(self, key: str) -> list[tuple[int, int]]:
        """Return the rows that bear just this folded name, in no order, with how they bear it."""
        return self._names.find(key)

    def is_demonym(self, text: str) -> bool:
        """Say whether a text is in the table of demonyms, as written. Quick: for scanning texts, as the next two."""
        return text in self._demonyms

    def is_abbreviation(self, text: str) -> bool:
        """Say whether a text is in the table of abbreviations that stand by themselves, case and dots exact."""
        return text in self._abbreviations

    def is_state_code(self, text: str) -> bool:
        """Say whether a text is a postal code of a state, which counts only behind a town."""
        return text in self._postal_codes

    def bearers_of_short_form(self, text: str, *, table: str) -> tuple[int, ...]:
        """Return the rows of a "demonym", an "abbreviation" or a "state_code" as written, best first; none where it is not in the table."""
        tables = {"demonym": self._demonyms, "abbreviation": self._abbreviations, "state_code": self._postal_codes}
        codes = tables[table].get(text)
        return tuple(self._rows(codes)) if codes else ()

    @staticmethod
    def penalty(how: int) -> float:
        """Return what a place loses in prominence, in decades, for the way it bears a name."""
        return (FUZZY_PENALTY if how == FUZZY else PENALTY[how]) / PROMINENCE_UNIT

    def place_at(self, row: int) -> Place:
        """Return the place of a row that :meth:`bearers` has given."""
        return self._places.place(row)

    def kind_at(self, row: int) -> Kind:
        """Return the kind of the place of a row."""
        return self._places.kind(row)

    @cached_property
    def attributes(self) -> Attributes:
        """What is known of every place, as arrays by row."""
        from gazetteer.attributes import Attributes

        return Attributes(self._places)

    def similar(self, name: str, *, limit: int = 10) -> tuple[Match, ...]:
        """Return places whose names are nearly the one written, best first: for slips of the pen and unusual transliterations.

        To be asked where :meth:`candidates` has nothing, and to be believed where the text says more (a country, a town nearby): many a
        word is one letter away from some village. No match of this kind has a name of fewer than four letters.

        Parameters
        ----------
        name
            A name as written; a generic word with it ("Region") says which kinds of place are meant.
        limit
            So many places are returned at most.
        """
        place = self._places.place
        return tuple(Match(place(row), "fuzzy", -cost / PROMINENCE_UNIT) for cost, row in self._similar_rows(fold(name))[:limit])

    def similar_bearers(self, name: str, *, least_prominence: float, limit: int = 5) -> tuple[tuple[int, int], ...]:
        """Return the rows of :meth:`similar` from a prominence on, best first, each with :data:`FUZZY`."""
        costs = self._similar_rows(fold(name))[:limit]
        return tuple((row, FUZZY) for cost, row in costs if -cost >= least_prominence * PROMINENCE_UNIT)

    def _similar_rows(self, key: str) -> list[tuple[int, int]]:
        """Return (cost, row) of the places with similar names, the lowest cost first."""
        prominence, kind = self._places.prominence, self._places.kind
        best: dict[int, int] = {}
        for form, kinds in ((key, None), *stems(key)):
            for near in self._fuzzy.near(form, limit=NEAR_NAMES):
                further = FUZZY_PENALTY + round(near.distance * FUZZY_PENALTY_PER_EDIT)
                for row, how in self._names.find(near.key):
                    if kinds is None or kind(row) in kinds:
                        cost = further + PENALTY[how] - prominence(row)
                        best[row] = min(cost, best.get(row, cost))
        return sorted((cost, row) for row, cost in best.items())

    @cached_property
    def _fuzzy(self) -> FuzzyNames:
        from gazetteer.fuzzy import FuzzyNames

        return FuzzyNames(self._names, self._data / store.SOUNDS_FILE)

    def knows(self, name: str) -> bool:
        """Say whether some place bears just this name, case, diacritics and punctuation apart. Quick: for scanning texts."""
        return fold(name) in self._names

    def _abbreviated(self, name: str) -> list[int]:
        codes = self._abbreviations.get(name)
        return self._rows(codes) if codes else []

    def _ranked(self, first: Iterable[int], matches: Iterable[tuple[int, int]]) -> list[int]:
        """Return records without repetition: those of ``first`` as they are, then the matches by prominence."""
        prominence = self._places.prominence
        ordered = sorted((PENALTY[how] - prominence(row), row) for row, how in matches)
        return list(dict.fromkeys([*first, *(row for _, row in ordered)]))

    def _by_stem(self, key: str) -> list[tuple[int, int]]:
        """Return the records that bear the name without its generic word and are of a kind the word allows."""
        for stem, kinds in stems(key):
            matches = self._of_kinds(self._names.find(stem), kinds) or self._of_kinds(self._spelt_otherwise(stem), kinds)
            if matches:
                return [(row, VARIANT) for row, _ in matches]
        return []

    def _of_kinds(self, matches: Iterable[tuple[int, int]], kinds: frozenset[Kind]) -> list[tuple[int, int]]:
        return [match for match in matches if self._places.kind(match[0]) in kinds]

    def _by_variant(self, key: str) -> list[tuple[int, int]]:
        return [(row, VARIANT) for row, _ in self._spelt_otherwise(key)]

    def _spelt_otherwise(self, key: str) -> list[tuple[int, int]]:
        found: dict[int, int] = {}
        for other in dict.fromkeys(variants(key)):
            if other and other != key:
                for row, how in self._names.find(other):
                    found.setdefault(row, how)
        return list(found.items())

    # Short forms ------------------------------------------------------------------------------------------------------------------------

    def demonym(self, word: str) -> tuple[Place, ...]:
        """Return the places of a demonym as written ("Kazakh", "Russians", "Chechen"); empty when it is none."""
        return self._places_of(self._demonyms, word)

    def abbreviation(self, text: str) -> tuple[Place, ...]:
        """Return the places of an abbreviation that stands by itself, case and dots exact ("U.S.", "DRC", "Calif.")."""
        return self._places_of(self._abbreviations, text)

    def postal_code_of_state(self, text: str) -> tuple[Place, ...]:
        """Return the places of a postal code of a state ("TX", "ON"), which counts only behind a town and a comma."""
        return self._places_of(self._postal_codes, text)

    def _places_of(self, table: Mapping[str, tuple[str, ...]], text: str) -> tuple[Place, ...]:
        codes = table.get(text)
        return tuple(map(self._places.place, self._rows(codes))) if codes else ()

    def _rows(self, codes: Iterable[str]) -> list[int]:
        found = (self._row_of_code(code) for code in codes)
        return [row for row in found if row is not None]

    def _row_of_code(self, code: str) -> int | None:
        for section in ("countries", "admin1", "handkept", "admin2"):
            row = self._places.row_of_code(section, code)
            if row is not None:
                return row
        return self._places.row_of_id(code)

    @cached_property
    def _demonyms(self) -> Mapping[str, tuple[str, ...]]:
        return read_demonyms(self._data / "handkept")

    @cached_property
    def _abbreviations(self) -> Mapping[str, tuple[str, ...]]:
        return read_abbreviations(self._data / "handkept", use="free")

    @cached_property
    def _postal_codes(self) -> Mapping[str, tuple[str, ...]]:
        return read_abbreviations(self._data / "handkept", use="after_town")

    # Records ----------------------------------------------------------------------------------------------------------------------------

    def place(self, place_id: str) -> Place:
        """Return the place with this id, such as "geonames:610611".

        Raises
        ------
        UnknownPlace
            If there is none.
        """
        return self._places.place(self.row_of(place_id))

    def row_of(self, place_id: str) -> int:
        """Return the row of a place.

        Raises
        ------
        UnknownPlace
            If there is none.
        """
        row = self._places.row_of_id(place_id)
        if row is None:
            msg = f"no place has the id {place_id}"
            raise UnknownPlace(msg)
        return row

    def country(self, iso2: str) -> Place | None:
        """Return the country with this ISO 3166-1 alpha-2 code (XK for Kosovo), or None."""
        return self._of_code("countries", iso2)

    def capital(self, iso2: str) -> Place | None:
        """Return the capital of the country with this ISO 3166-1 alpha-2 code, or None."""
        row = self._places.capitals.get(iso2)
        return None if row is None else self._places.place(row)

    def admin1(self, code: str) -> Place | None:
        """Return the first-level division with this GeoNames code, such as "KZ.04", or None."""
        return self._of_code("admin1", code)

    def admin2(self, code: str) -> Place | None:
        """Return the second-level division with this GeoNames code, such as "US.TX.479", or None."""
        return self._of_code("admin2", code)

    def landmarks(self, towns: int) -> tuple[tuple[Place, ...], tuple[Place, ...]]:
        """Return all countries, and so many of the most populous towns, the largest first: the names of a map's background."""
        countries = tuple(self._places.place(row) for row in self._places.section["countries"])
        return countries, tuple(self._places.place(row) for row in self._places.most_populous(towns))

    def _of_code(self, section: str, code: str) -> Place | None:
        row = self._places.row_of_code(section, code)
        return None if row is None else self._places.place(row)

    # Geometry ---------------------------------------------------------------------------------------------------------------------------

    def nearest(self, position: LatLon) -> Place:
        """Return the populated place nearest to a position, by geodesic distance on the WGS 84 ellipsoid."""
        return self._places.place(self._nearest.row(position))

    @cached_property
    def _nearest(self) -> NearestRow:
        from gazetteer.nearest import NearestRow

        return NearestRow(*self._places.positions("populated"), self._places.section["populated"].start)

    def border(self, a: str, b: str | None) -> Border:
        """Return the land border between two countries (ISO 3166-1 alpha-2), or with ``b`` None any land border of ``a``."""
        return self._borders.border(a, b)

    def coast(self, country: str | None = None) -> Border:
        """Return the coast of a country, or all coasts."""
        return self._borders.coast(country)

    def countries_at(self, position: LatLon) -> tuple[str, ...]:
        """Return the ISO 3166-1 alpha-2 codes of the countries at a position: several where disputed, none at sea."""
        return self._borders.countries_at(position)

    def neighbours(self, iso2: str) -> frozenset[str]:
        """Return the countries that share a land border with a country."""
        return self._borders.neighbours(iso2)

    @cached_property
    def _borders(self) -> BorderLayer:
        from gazetteer.borders import load_borders

        return load_borders(self._data)

    # Provenance -------------------------------------------------------------------------------------------------------------------------

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """The sources of the data, with licence and the notice a map or export must carry."""
        return store.read_sources(self._data)

    @cached_property
    def versions(self) -> dict[str, str]:
        """Versions of the data: "gazetteer" and "borders"."""
        return store.read_versions(self._data)


@lru_cache(maxsize=8)
def open_gazetteer(data: Path | None = None) -> Gazetteer:
    """Return the gazetteer over a folder of built data, by default the one of this installation; opened once per process."""
    return Gazetteer(data)
