"""Names on the background map."""

from dataclasses import replace

from gazetteer.coordinates import LatLon
from gazetteer.place import Kind, Place
from mapapp.app.place_names import KIND_CAPITAL, KIND_COUNTRY, KIND_TOWN, background_names, country_zoom, town_zoom

LAND = Place("made:xa", None, "Invented Land", LatLon(10, 20), ("XA",), Kind.COUNTRY, "PCLI", 5_000_000, 400.0, "", "", "invented")
TOWN = Place("made:1", None, "Eston", LatLon(10.12345, 20.5), ("XA",), Kind.CITY, "PPLC", 250_000, 4.5, "", "", "invented")
VILLAGE = replace(TOWN, place_id="made:2", name="Weston", population=20_000)


class Landmarks:
    """A gazetteer of one country with its capital and one other town."""

    def landmarks(self, towns):
        """Return country and towns."""
        return (LAND,), (TOWN, VILLAGE)[:towns]

    def capital(self, iso2):
        """Return the capital."""
        return TOWN if iso2 == "XA" else None


def test_countries_come_first_then_towns_by_size_and_capitals_are_told_apart():
    """The browser draws the first of two that overlap."""
    rows = background_names(Landmarks())
    assert [(row[0], row[3]) for row in rows] == [("Invented Land", KIND_COUNTRY), ("Eston", KIND_CAPITAL), ("Weston", KIND_TOWN)]


def test_positions_are_rounded_to_what_a_name_needs():
    """A thousandth of a degree is 100 m."""
    assert background_names(Landmarks())[1][1:3] == [10.123, 20.5]


def test_larger_places_are_named_from_further_away():
    """Both scales fall with size and stay within the map's zooms."""
    assert country_zoom(2500) < country_zoom(400) < country_zoom(20) <= 7.0
    assert 3.0 == town_zoom(20_000_000) < town_zoom(1_000_000) < town_zoom(30_000) <= 11.0
