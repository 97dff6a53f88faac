"""The gazetteer: from a name to the places that bear it, best first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from gazetteer import store
from gazetteer.generic_words import stems
from gazetteer.name_table import HOWS, PENALTY, VARIANT
from gazetteer.names import fold
from gazetteer.place_table import PROMINENCE_UNIT
from gazetteer.short_forms import read_abbreviations, read_demonyms
from gazetteer.variants import variants

if TYPE_CHECKING:
    from gazetteer.borders import Border, BorderLayer
    from gazetteer.coordinates import LatLon
    from gazetteer.nearest import NearestRow
    from gazetteer.place import Kind, Place
    from gazetteer.sources import Source

ABBREVIATION = HOWS.index("abbreviation")
_HOW_NAMES = ("name", "alias", "alias", "former", "abbreviation", "variant")


class UnknownPlace(KeyError):
    """Raise when no record has a place id."""

    def __str__(self) -> str:
        return str(self.args[0]) if self.args else ""


@dataclass(frozen=True, slots=True)
class Match:
    """A place that bears a name.

    ``how`` says how: "name" (its main name), "alias", "former", "abbreviation", or "variant" (found only under another spelling of the
    name). ``prominence`` says how likely a reader takes the bare name for this place: a scale of about 0 to 10.5 on which a town has the
    decimal logarithm of its population, less 1.1 to 1.5 for an alias or former name and 2.5 for a variant.
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
        key = fold(name)
        best: dict[int, int] = dict.fromkeys(self._abbreviated(name), ABBREVIATION)
        for rows in (self._names.find(key), self._by_stem(key), self._by_variant(key)):
            for row, how in rows:
                best.setdefault(row, how)
        prominence = self._places.prominence
        scored = sorted((PENALTY[how] - prominence(row), row, how) for row, how in best.items())
        return tuple(Match(self._places.place(row), _HOW_NAMES[how], -cost / PROMINENCE_UNIT) for cost, row, how in scored)

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
        row = self._places.row_of_id(place_id)
        if row is None:
            msg = f"no place has the id {place_id}"
            raise UnknownPlace(msg)
        return self._places.place(row)

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
