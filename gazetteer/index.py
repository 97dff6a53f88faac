"""The gazetteer: from a name to the places that bear it, best first."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from copy import copy
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from gazetteer import store
from gazetteer.errors import DataDamaged
from gazetteer.layer_table import LayerTable
from gazetteer.layers import Layer, fingerprint, installed, layers_folder
from gazetteer.name_search import Bearers, NameSearch
from gazetteer.name_table import FUZZY_PENALTY, PENALTY
from gazetteer.names import fold
from gazetteer.record_table import PROMINENCE_UNIT
from gazetteer.short_forms import ShortForms
from gazetteer.tables import AllNames, AllPlaces

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from gazetteer.attributes import Attributes
    from gazetteer.borders import Border, BorderLayer
    from gazetteer.coordinates import LatLon
    from gazetteer.nearest import NearestRow
    from gazetteer.place import Kind, Place
    from gazetteer.sources import Source

HOW_NAMES = ("name", "alias", "alias", "former", "abbreviation", "variant", "fuzzy")
FUZZY = HOW_NAMES.index("fuzzy")
"""What :class:`Match` calls the ways of bearing a name, by their number."""


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
    layers
        Imported places to be searched as well (:mod:`gazetteer.layers`).

    Raises
    ------
    DataMissing, DataDamaged
        If the data are not there, or not what SOURCES.toml says.
    """

    def __init__(self, data: Path | None = None, *, layers: Sequence[Layer] = ()) -> None:
        self._data = data if data is not None else store.data_folder()
        store.check_sizes(self._data)
        base, names = store.open_tables(self._data)
        self.layers = tuple(layers)
        for layer in layers:
            layer.check()
        tables = [LayerTable(layer.folder, name=layer.name, wins=layer.wins, base_ids=base.ids_digest) for layer in layers]
        self._places = AllPlaces(base, tables)
        self._short_forms = ShortForms(self._data / "handkept", base)
        self._search = self._searching(AllNames(names, self._places))

    def _searching(self, names: AllNames) -> NameSearch:
        folders = [self._data / store.PLACES_FOLDER, *(layer.folder for layer in self.layers)]
        return NameSearch(self._places, names, self._short_forms, folders)

    def focused(self, countries: Collection[str]) -> Gazetteer:
        """Return this gazetteer, but of the layers only places in some countries and those of lists that win.

        For reading a report: the villages of a country that the report has nothing to do with are nothing but false friends.

        Parameters
        ----------
        countries
            ISO 3166-1 alpha-2 codes.
        """
        return self._focused(frozenset(countries)) if self.layers else self

    @lru_cache(maxsize=64)  # noqa: B019 -- a gazetteer lives as long as the process
    def _focused(self, countries: frozenset[str]) -> Gazetteer:
        names = AllNames(self._search.names.base, self._places, countries=countries)
        return self._with_search(self._searching(names))

    def _with_search(self, search: NameSearch) -> Gazetteer:
        _ = self.attributes, self._borders  # opened only later, they would be opened once more for the countries of each report
        found = copy(self)
        vars(found)["_search"] = search
        return found

    # Names ------------------------------------------------------------------------------------------------------------------------------

    def lookup(self, name: str) -> tuple[Place, ...]:
        """Return the places a name may stand for, best first; empty when the name is not known.

        Forgiving: case, diacritics, apostrophes, hyphens and dots don't matter; a generic word ("Region", "Oblast", "Sea") may be added,
        and then says which kinds of place are meant; failing that, articles, joined words and the like are tried
        (:mod:`gazetteer.variants`).
        """
        return tuple(map(self._places.place, self._search.rows(name)))

    def best(self, name: str) -> Place | None:
        """Return the place that a name stands for in the first place, None when the name is not known: the first of :meth:`lookup`.

        Much quicker where hundreds of places bear a name.
        """
        row = self._search.best(name)
        return None if row is None else self._places.place(row)

    def candidates(self, name: str) -> tuple[Match, ...]:
        """Return all places that bear a name, uncut, best first, with how they bear it."""
        prominence, place = self._places.prominence, self._places.place
        return tuple(
            Match(place(row), HOW_NAMES[how], (prominence(row) - PENALTY[how]) / PROMINENCE_UNIT) for row, how in self.bearers(name)
        )

    def bearers(self, name: str) -> Bearers:
        """Return the rows of :meth:`candidates`, best first, each with how it bears the name (a position in :data:`HOW_NAMES`)."""
        return self._search.bearers(name)

    def names_at_start(self, key: str) -> list[str]:
        """Return all folded names with which a folded text begins, shortest first: for scanning texts."""
        return self._search.names.prefixes(key)

    def bearers_of_key(self, key: str) -> list[tuple[int, int]]:
        """Return the rows that bear just this folded name, in no order, with how they bear it."""
        return self._search.names.find(key)

    def knows(self, name: str) -> bool:
        """Say whether some place bears just this name, case, diacritics and punctuation apart. Quick: for scanning texts."""
        return fold(name) in self._search.names

    @staticmethod
    def penalty(how: int) -> float:
        """Return what a place loses in prominence, in decades, for the way it bears a name."""
        return (FUZZY_PENALTY if how == FUZZY else PENALTY[how]) / PROMINENCE_UNIT

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
        return tuple(Match(place(row), "fuzzy", -cost / PROMINENCE_UNIT) for cost, row in self._search.similar(fold(name))[:limit])

    def similar_bearers(self, name: str, *, least_prominence: float, least_imported: float, limit: int = 5) -> Bearers:
        """Return the rows of :meth:`similar` from a prominence on, another one for imported places, best first, each with :data:`FUZZY`."""
        least, least_of_layers = (-known * PROMINENCE_UNIT for known in (least_prominence, least_imported))
        imported = self.first_imported_row
        costs = self._search.similar(fold(name))[:limit]
        return tuple((row, FUZZY) for cost, row in costs if cost <= (least if row < imported else least_of_layers))

    def complete(self, beginning: str, *, limit: int = 10) -> tuple[Place, ...]:
        """Return places with names that begin with a text, the best known first: for a field in which a name is being typed.

        A blank at the end counts: "san " leads to San José and not to Santiago.
        """
        key = fold(beginning) + (" " if beginning[-1:].isspace() else "")
        return tuple(map(self._places.place, self._search.complete(key, limit=limit))) if key.strip() else ()

    # Short forms ------------------------------------------------------------------------------------------------------------------------

    def is_demonym(self, text: str) -> bool:
        """Say whether a text is in the table of demonyms, as written. Quick: for scanning texts, as the next two."""
        return text in self._short_forms.demonyms

    def is_abbreviation(self, text: str) -> bool:
        """Say whether a text is in the table of abbreviations that stand by themselves, case and dots exact."""
        return text in self._short_forms.abbreviations

    def is_state_code(self, text: str) -> bool:
        """Say whether a text is a postal code of a state, which counts only behind a town."""
        return text in self._short_forms.state_codes

    def bearers_of_short_form(self, text: str, *, table: str) -> tuple[int, ...]:
        """Return the rows of a "demonym", an "abbreviation" or a "state_code" as written, best first; none where it is not in the table."""
        return self._short_forms.rows(table, text)

    def demonym(self, word: str) -> tuple[Place, ...]:
        """Return the places of a demonym as written ("Kazakh", "Russians", "Chechen"); empty when it is none."""
        return tuple(map(self._places.place, self._short_forms.rows("demonym", word)))

    def abbreviation(self, text: str) -> tuple[Place, ...]:
        """Return the places of an abbreviation that stands by itself, case and dots exact ("U.S.", "DRC", "Calif.")."""
        return tuple(map(self._places.place, self._short_forms.rows("abbreviation", text)))

    def postal_code_of_state(self, text: str) -> tuple[Place, ...]:
        """Return the places of a postal code of a state ("TX", "ON"), which counts only behind a town and a comma."""
        return tuple(map(self._places.place, self._short_forms.rows("state_code", text)))

    # Records ----------------------------------------------------------------------------------------------------------------------------

    def place_at(self, row: int) -> Place:
        """Return the place of a row that :meth:`bearers` has given."""
        return self._places.place(row)

    def kind_at(self, row: int) -> Kind:
        """Return the kind of the place of a row."""
        return self._places.kind(row)

    @property
    def focus(self) -> frozenset[str] | None:
        """The countries in which alone imported places are found (:meth:`focused`); None: everywhere."""
        countries = self._search.names.countries
        return None if countries is None else frozenset(countries)

    @property
    def first_imported_row(self) -> int:
        """The row from which on places are of layers."""
        return len(self._places.base)

    @cached_property
    def has_winning_lists(self) -> bool:
        """Whether any layer is a list that comes before all other places."""
        return any(layer.wins for layer in self.layers)

    def wins_at(self, row: int) -> bool:
        """Say whether a row is of a list that comes before all other places of a name."""
        return self._places.wins(row)

    def note_at(self, row: int) -> str:
        """Return what a list notes of the place of a row, empty where nothing is noted."""
        found = self._places.layer_of(row)
        return "" if found is None else found[0].note(found[1])

    @cached_property
    def attributes(self) -> Attributes:
        """What is known of every place, as arrays by row."""
        from gazetteer.attributes import Attributes

        return Attributes(self._places)

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
        row = self._places.base.capitals.get(iso2)
        return None if row is None else self._places.place(row)

    def admin1(self, code: str) -> Place | None:
        """Return the first-level division with this GeoNames code, such as "KZ.04", or None."""
        return self._of_code("admin1", code)

    def admin2(self, code: str) -> Place | None:
        """Return the second-level division with this GeoNames code, such as "US.TX.479", or None."""
        return self._of_code("admin2", code)

    def landmarks(self, towns: int) -> tuple[tuple[Place, ...], tuple[Place, ...]]:
        """Return all countries, and so many of the most populous towns, the largest first: the names of a map's background."""
        countries = tuple(self._places.place(row) for row in self._places.base.section["countries"])
        return countries, tuple(self._places.place(row) for row in self._places.base.most_populous(towns))

    def _of_code(self, section: str, code: str) -> Place | None:
        row = self._places.base.row_of_code(section, code)
        return None if row is None else self._places.place(row)

    # Geometry ---------------------------------------------------------------------------------------------------------------------------

    def nearest(self, position: LatLon) -> Place:
        """Return the populated place nearest to a position, by geodesic distance on the WGS 84 ellipsoid."""
        return self._places.place(self._nearest.row(position))

    def nearest_rows(self, lat: npt.NDArray[np.float64], lon: npt.NDArray[np.float64]) -> npt.NDArray[np.int64]:
        """Return the rows of the populated places nearest to many positions, in degrees (WGS 84)."""
        return self._nearest.rows(lat, lon)

    @cached_property
    def _nearest(self) -> NearestRow:
        from gazetteer.nearest import NearestRow

        return NearestRow(self._places)

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
        """The sources of the data, with licence and the notice a map or export must carry; those of layers behind the others."""
        return (*store.read_sources(self._data), *(layer.source for layer in self.layers))

    @cached_property
    def versions(self) -> dict[str, str]:
        """Versions of the data: "gazetteer" and "borders"; layers are named in that of the gazetteer."""
        found = store.read_versions(self._data)
        if self.layers:
            found["gazetteer"] = " + ".join([found["gazetteer"], *(f"{layer.name} {layer.version}" for layer in self.layers)])
        return found


def open_gazetteer(data: Path | None = None, *, layers: Path | None = None) -> Gazetteer:
    """Return the gazetteer over a folder of built data, with all layers; opened once per process, again where layers have changed.

    Parameters
    ----------
    data
        Folder of the built data; by default the one of this installation.
    layers
        Folder of the layers; by default that of this user (:func:`gazetteer.layers.layers_folder`).
    """
    folder = layers if layers is not None else layers_folder()
    state = fingerprint(folder)
    try:
        return _open(data, folder, state)
    except DataDamaged:
        if fingerprint(folder) == state:
            raise
        return _open(data, folder, fingerprint(folder))  # a layer was replaced between reading the list and opening its files


@lru_cache(maxsize=8)
def _open(data: Path | None, folder: Path, state: str) -> Gazetteer:
    """Open a gazetteer; ``state`` changes whenever the layers do."""
    del state
    return Gazetteer(data, layers=installed(folder))
