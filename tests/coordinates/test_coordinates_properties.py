"""Whatever position is written, in whatever notation: reading it gives it back within the stated uncertainty."""

from __future__ import annotations

from functools import lru_cache

from hypothesis import assume, given
from hypothesis import strategies as st
from pyproj import Proj

from gazetteer import LatLon
from gazetteer.geodesy import distance_km
from mapapp.coordinates import Notation, find_coordinates
from mapapp.coordinates.unmarked_pairs import CALM_LAT_DEG, CALM_LON_DEG

positions = st.builds(LatLon, st.floats(-89.9, 89.9), st.floats(-179.9, 179.9))
on_the_grid = st.builds(LatLon, st.floats(-79.9, 83.9), st.floats(-179.9, 179.9))
surroundings = st.sampled_from(["{}", "The site ({}) was empty.", "At dawn, {}: two shells.", "\U0001f4cd {}\n"])
COLUMNS = ("ABCDEFGH", "JKLMNPQR", "STUVWXYZ")
ROWS = ("ABCDEFGHJKLMNPQRSTUV", "FGHJKLMNPQRSTUVABCDE")
ROUNDING_M = 0.02
"""Positions are kept to seven decimals of a degree."""


def check(text: str, written: str, position: LatLon, notation: Notation) -> None:
    """Assert that the text holds just these coordinates."""
    found = find_coordinates(text)
    assert [(c.span.of(text), c.notation) for c in found] == [(written, notation)]
    assert found[0].uncertainty_m >= 1.0
    assert distance_km(position, found[0].position) * 1000.0 <= found[0].uncertainty_m + ROUNDING_M


@given(positions, st.integers(4, 9), surroundings, st.sampled_from([", ", ",", "; ", " / ", " "]))
def test_bare_decimal_degrees_come_back(position: LatLon, digits: int, around: str, separator: str) -> None:
    """Signed, from four decimals, anywhere but in the empty corner of the Gulf of Guinea."""
    assume(abs(position.lat) > CALM_LAT_DEG + 0.1 or abs(position.lon) > CALM_LON_DEG + 0.1)
    written = f"{position.lat:.{digits}f}{separator}{position.lon:.{digits}f}"
    check(around.format(written), written, position, Notation.DECIMAL)


@given(positions, st.integers(1, 9), surroundings, st.booleans(), st.booleans(), st.sampled_from(["", "°", " "]))
def test_decimal_degrees_with_letters_come_back(
    position: LatLon, digits: int, around: str, comma: bool, lon_first: bool, sign: str
) -> None:
    """In either order, with point or comma, from one decimal."""
    lat, lon = (f"{abs(value):.{digits}f}".replace(".", "," if comma else ".") for value in (position.lat, position.lon))
    parts = [f"{lat}{sign}{'S' if position.lat < 0 else 'N'}", f"{lon}{sign}{'W' if position.lon < 0 else 'E'}"]
    written = " ".join(reversed(parts) if lon_first else parts)
    check(around.format(written), written, position, Notation.DECIMAL)


def sexagesimal(value: float, letters: str, style: str, *, parts: int, digits: int) -> str:
    """Write degrees with minutes (two parts) or minutes and seconds (three)."""
    unit = 60 ** (parts - 1) * 10**digits
    whole = round(abs(value) * unit)
    fraction = f".{whole % 10**digits:0{digits}d}" if digits else ""
    whole //= 10**digits
    figures = [f"{whole // 60 ** (parts - 1)}", *(f"{whole // 60**place % 60:02d}" for place in range(parts - 2, -1, -1))]
    figures[-1] += fraction
    letter = letters[value < 0]
    if style == "bare":
        return " ".join(figures) + f" {letter}"
    signs = "°'\"" if style == "typewriter" else "°′″"
    return "".join(figure + sign for figure, sign in zip(figures, signs, strict=False)) + letter


@given(positions, st.sampled_from([2, 3]), st.integers(0, 3), surroundings, st.sampled_from(["typewriter", "typeset", "bare"]))
def test_minutes_and_seconds_come_back(position: LatLon, parts: int, digits: int, around: str, style: str) -> None:
    """With signs of either kind or none, and decimals of the last part."""
    lat = sexagesimal(position.lat, "NS", style, parts=parts, digits=digits)
    lon = sexagesimal(position.lon, "EW", style, parts=parts, digits=digits)
    notation = Notation.DEGREES_MINUTES if parts == 2 else Notation.DEGREES_MINUTES_SECONDS
    check(around.format(f"{lat} {lon}"), f"{lat} {lon}", position, notation)


@given(positions, st.booleans(), surroundings)
def test_packed_degrees_come_back(position: LatLon, seconds: bool, around: str) -> None:
    """As in a NOTAM, to the minute or to the second."""
    unit = 3600 if seconds else 60
    written = []
    for value, digits, letters in ((position.lat, 2, "NS"), (position.lon, 3, "EW")):
        whole = round(abs(value) * unit)
        rest = f"{whole // 60 % 60:02d}{whole % 60:02d}" if seconds else f"{whole % 60:02d}"
        written.append(f"{whole // unit:0{digits}d}{rest}{letters[value < 0]}")
    notation = Notation.DEGREES_MINUTES_SECONDS if seconds else Notation.DEGREES_MINUTES
    check(around.format(" ".join(written)), " ".join(written), position, notation)


@lru_cache(maxsize=120)
def projection(zone: int, south: bool) -> Proj:
    """Return the projection of a zone, independently of the code under test."""
    return Proj(f"+proj=utm +zone={zone} {'+south' if south else ''} +datum=WGS84")


def zone_and_band(position: LatLon) -> tuple[int, str]:
    """Return zone and band of a position outside Norway and Svalbard."""
    return int((position.lon + 180) // 6) + 1, "CDEFGHJKLMNPQRSTUVWXX"[int((position.lat + 80) // 8)]


@given(on_the_grid, surroundings, st.sampled_from(["{z}{b} {e} {n}", "UTM {z}{b} {e}mE {n}mN", "UTM zone {z}{h} {e} {n}"]))
def test_utm_comes_back(position: LatLon, around: str, form: str) -> None:
    """With the letter of the band, or that of the hemisphere behind the word zone."""
    assume(abs(position.lat) > 1e-9)
    zone, band = zone_and_band(position)
    easting, northing = (round(metres) for metres in projection(zone, position.lat < 0)(position.lon, position.lat))
    assume(northing >= 100_000)
    filled = form.format(z=zone, b=band, h="S" if position.lat < 0 else "N", e=easting, n=northing)
    found = find_coordinates(around.format(filled))
    assert [c.notation for c in found] == [Notation.UTM]
    assert distance_km(position, found[0].position) * 1000.0 <= found[0].uncertainty_m + ROUNDING_M


@given(on_the_grid, st.integers(3, 5), surroundings, st.booleans())
def test_mgrs_comes_back(position: LatLon, digits: int, around: str, spaced: bool) -> None:
    """From 100 m to 1 m, with and without spaces."""
    assume(abs(position.lat) > 1e-9 and not (position.lat >= 56 and -0.1 <= position.lon <= 42.1))
    zone, band = zone_and_band(position)
    easting, northing = (int(metres) for metres in projection(zone, position.lat < 0)(position.lon, position.lat))
    square = COLUMNS[(zone - 1) % 3][easting // 100_000 - 1] + ROWS[(zone - 1) % 2][northing // 100_000 % 20]
    east, north = (f"{metres % 100_000:05d}"[:digits] for metres in (easting, northing))
    written = f"{zone}{band} {square} {east} {north}" if spaced else f"{zone}{band}{square}{east}{north}"
    check(around.format(written), written, position, Notation.MGRS)


@given(st.text(st.sampled_from("0159.,;:/°'\"NSEWO -+@=?qlatonMB38"), max_size=60))
def test_any_text_is_read_without_complaint(text: str) -> None:
    """Whatever stands there: spans lie in the text, in order and apart, and positions on the earth."""
    found = find_coordinates(text)
    ends = [0, *(edge for coordinates in found for edge in (coordinates.span.start, coordinates.span.end)), len(text)]
    assert ends == sorted(ends)
    assert all(coordinates.span.start < coordinates.span.end and coordinates.uncertainty_m >= 1.0 for coordinates in found)
