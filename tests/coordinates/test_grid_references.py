"""UTM and MGRS references: against positions known from elsewhere, and what only looks like them."""

from __future__ import annotations

import pytest

from gazetteer import LatLon
from gazetteer.geodesy import distance_km
from mapapp.coordinates import Notation, WrittenCoordinates, find_coordinates
from mapapp.coordinates.grid_references import mgrs_corner, utm_position

BAGHDAD = LatLon(33.3296995, 44.3982864)
"""38 N 444000 3688000, by PROJ."""

BY_GEOTRANS = [
    ("32VKN97230051", 60.39, 5.32),
    ("33XWG143829", 78.22, 15.63),
    ("56HLH3441651925", -33.86, 151.21),
    ("16FCC5014096884", -55.95, -89.4),
    ("36NVF5326434265", 0.31, 32.58),
    ("37MAV66028893", -0.1, 36.0),
    ("25XEN06228346", 83.6, -32.5),
    ("58CEU392578", -77.85, 166.67),
    ("27WVM5608", 64.1, -21.9),
    ("60KZG0960373529", -16.5, 179.9),
    ("31UDT9305805433", 51.5, 2.9),
]
"""References that NGA's GEOTRANS code writes for positions: Norway, Svalbard, the equator, the far south, the edges of zones and bands."""


def only(text: str) -> WrittenCoordinates:
    """Return the coordinates of a text that has one reference."""
    found = find_coordinates(text)
    assert len(found) == 1, found
    return found[0]


def metres(a: LatLon, b: LatLon) -> float:
    """Return the distance of two positions in metres."""
    return distance_km(a, b) * 1000.0


@pytest.mark.parametrize(("reference", "lat", "lon"), BY_GEOTRANS)
def test_mgrs_references_are_where_geotrans_has_them(reference: str, lat: float, lon: float) -> None:
    """The position lies within the uncertainty of the middle of the named square."""
    found = only(f"at {reference} today")
    assert found.notation == Notation.MGRS
    assert metres(found.position, LatLon(lat, lon)) <= found.uncertainty_m


@pytest.mark.parametrize(
    ("text", "uncertainty_m"),
    [
        ("38SMB4400088000", 1.0),
        ("38SMB44008800", 7.07),
        ("38SMB440880", 70.7),
        ("38SMB4488", 707.4),
        ("grid 38SMB48", 7073.9),
        ("38S MB 44000 88000", 1.0),
        ("38S MB 440 880", 70.7),
        ("38S MB 44 88", 707.4),
        ("38 S MB 44000 88000", 1.0),
        ("MGRS: 38 SMB 44 88", 707.4),
    ],
)
def test_mgrs_names_a_square_and_its_middle_is_the_position(text: str, uncertainty_m: float) -> None:
    """From ten digits, a metre, to two, ten kilometres; half of the square's diagonal is the uncertainty."""
    found = only(text)
    assert found.uncertainty_m == pytest.approx(uncertainty_m, rel=0.001)
    assert metres(found.position, BAGHDAD) <= found.uncertainty_m + 1.0


@pytest.mark.parametrize(
    "text",
    [
        "38S 444000 3688000",
        "38 S 444000 3688000",
        "38S 444000E 3688000N",
        "UTM 38S 444000 mE 3688000 mN",
        "38S 444000, 3688000",
        "38S, E 444000, N 3688000",
        "38S Easting 444000, Northing 3688000",
        "UTM zone 38N 444000E 3688000N",
        "zone 38 N: 444000 3688000",
        "UTM 38N 444000 3688000",
    ],
)
def test_utm_is_read_with_a_band_or_a_hemisphere(text: str) -> None:
    """38S is the band of Iraq, zone 38N the northern half of the zone, and a 38N whose northing is not in band N as well."""
    found = only(f"at {text}.")
    assert found.notation == Notation.UTM
    assert found.uncertainty_m == 1.0
    assert metres(found.position, BAGHDAD) < 0.1


def test_s_behind_the_word_zone_is_the_southern_hemisphere() -> None:
    """So the same figures lie on either side of the equator, as written."""
    assert only("UTM zone 18S 277000E 8667000N").position.lat == pytest.approx(-12.05, abs=0.02)
    assert only("18L 277000 8667000").position == only("UTM zone 18S 277000E 8667000N").position
    assert only("18S 277000 8667000").position.lat < 0, "the northing is not in band S: S is the hemisphere after all"
    assert only("zone 38S 444000 3688000").position.lat == pytest.approx(-56.95, abs=0.01)


def test_decimals_of_metres_are_read() -> None:
    """They make a reference no more certain than a metre."""
    found = only("38S 444000.25 3688000.75")
    assert metres(found.position, BAGHDAD) == pytest.approx(0.79, abs=0.02)
    assert found.uncertainty_m == 1.0


@pytest.mark.parametrize(
    "text",
    [
        "38SMB",
        "38SMB440008800",
        "38S MB 4400 88000",
        "AK47, AK-47, AKM4712 and an M16A2",
        "flight 4QFJ1234",
        "serial 4QFJ12345678",
        "flight KC 872",
        "a car with the number 34 TKL 2512",
        "06 TR 1234 and 34TKL25",
        "the plate 38SMB4488",
        "12ABC345",
        "on 1 MAR 2014",
        "LOCATION 1 MAR 2014",
        "61SMB4400088000",
        "0SMB4400088000",
        "38IMB4400088000",
        "38AMB4400088000",
        "38SAB4400088000",
        "38SMZ4400088000",
        "38SMK4400088000",
        "32XMK4400088000",
        "138SMB4400088000",
        "38SMB4400088000A",
        "38SMB44000880001",
        "38T 444000 3688000",
        "61N 444000 3688000",
        "38S 444000 3688",
        "38S 44400 3688000",
        "38S 944000 3688000",
        "12 S 345678 people",
        "ZAH 44000 88000 at the pole",
    ],
)
def test_what_no_grid_has_is_not_read(text: str) -> None:
    """Zones, bands and squares must exist and lie in each other; plates, serials, flights and dates are not references."""
    assert find_coordinates(text) == ()


def test_the_letters_of_a_square_give_its_corner() -> None:
    """Easting and northing of the corner; a column that the zone does not have gives nothing."""
    assert mgrs_corner(38, "S", "M", "B") == (400_000, 3_600_000)
    assert mgrs_corner(56, "H", "L", "H") == (300_000, 6_200_000)
    assert mgrs_corner(38, "S", "A", "B") is None


def test_a_grid_position_beyond_the_earth_is_none() -> None:
    """PROJ answers with infinity there, which is no position."""
    assert utm_position(38, 1e12, 1e12, south=False) is None
