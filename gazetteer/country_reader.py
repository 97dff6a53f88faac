"""Countries as tables have them: ISO 3166-1 codes of two or three letters, or names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gazetteer.country_codes import iso3
from gazetteer.place import Kind

if TYPE_CHECKING:
    from gazetteer.index import Gazetteer


class CountryReader:
    """Reads what a table calls a country."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        countries, _ = gazetteer.landmarks(0)
        codes = {place.countries[0] for place in countries if place.countries}
        self._by_code = {code: frozenset({code}) for code in codes} | {long: frozenset({code}) for code in codes if (long := iso3(code))}
        self._known: dict[str, frozenset[str]] = {}

    def read(self, written: str) -> frozenset[str]:
        """Return ISO 3166-1 alpha-2 codes: one, several where a name may stand for each of them ("Congo"), none where it is no country."""
        found = self._known.get(written)
        if found is None:
            found = self._known[written] = self._by_code.get(written.upper()) or self._named(written)
        return found

    def one(self, written: str) -> str | None:
        """Return the ISO 3166-1 alpha-2 code of a country, None where it is none or may be several."""
        codes = self.read(written)
        return next(iter(codes)) if len(codes) == 1 else None

    def _named(self, written: str) -> frozenset[str]:
        named = (match.place for match in self._gazetteer.candidates(written[:200]))
        return frozenset(place.countries[0] for place in named if place.kind is Kind.COUNTRY and place.countries)
