"""Coordinates written in a report, in whatever notation, and everything that only looks like them."""

from __future__ import annotations

import time
from math import cos, hypot, radians

import pytest

from gazetteer import Kind, LatLon, open_gazetteer
from mapapp.coordinates import Notation, WrittenCoordinates, find_coordinates, place_of
from mapapp.coordinates import finding as module
from mapapp.report.report import Span

DECIMAL, MINUTES, SECONDS = Notation.DECIMAL, Notation.DEGREES_MINUTES, Notation.DEGREES_MINUTES_SECONDS


def only(text: str) -> WrittenCoordinates:
    """Return the coordinates of a text that has one pair."""
    found = find_coordinates(text)
    assert len(found) == 1, found
    return found[0]


def written(text: str) -> list[str]:
    """Return the stretches that are read as coordinates."""
    return [coordinates.span.of(text) for coordinates in find_coordinates(text)]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("The crater is at 50.2839, 57.1669.", "50.2839, 57.1669"),
        ("The crater (50.2839, 57.1669) was filled in.", "50.2839, 57.1669"),
        ("[50.2839;57.1669]", "50.2839;57.1669"),
        ("50.2839 / 57.1669", "50.2839 / 57.1669"),
        ("50.2839 57.1669", "50.2839 57.1669"),
        ("at 50.2839 N 57.1669 E", "50.2839 N 57.1669 E"),
        ("at 50.2839°N, 57.1669°E,", "50.2839°N, 57.1669°E"),
        ("at 50.2839N57.1669E", "50.2839N57.1669E"),
        ("at 50.2839N-57.1669E", "50.2839N-57.1669E"),
        ("at N50.2839 E57.1669", "N50.2839 E57.1669"),
        ("at N50.2839E57.1669", "N50.2839E57.1669"),
        ("at N: 50.2839, E: 57.1669", "N: 50.2839, E: 57.1669"),
        ("57.1669 E, 50.2839 N", "57.1669 E, 50.2839 N"),
        ("E57.1669 N50.2839", "E57.1669 N50.2839"),
        ("Latitude: 50.2839; Longitude: 57.1669", "50.2839; Longitude: 57.1669"),
        ("Latitude: 50.2839\nLongitude: 57.1669\n", "50.2839\nLongitude: 57.1669"),
        ("lon 57.1669, lat 50.2839", "57.1669, lat 50.2839"),
        ("50.2839 latitude, 57.1669 longitude", "50.2839 latitude, 57.1669"),
        ('{"lat": 50.2839, "lon": 57.1669}', '50.2839, "lon": 57.1669'),
        ("lon/lat: 57.1669, 50.2839", "57.1669, 50.2839"),
        ("(long., lat. 57.1669 50.2839)", "57.1669 50.2839"),
        ("POINT(57.1669 50.2839)", "57.1669 50.2839"),
        ('"coordinates": [57.1669, 50.2839]', "57.1669, 50.2839"),
        ("50,2839 N, 57,1669 E", "50,2839 N, 57,1669 E"),
        ("50,2839; 57,1669", "50,2839; 57,1669"),
        ("50,2839° с. ш., 57,1669° в. д.", "50,2839° с. ш., 57,1669° в. д"),
        ("50.2839 degrees north, 57.1669 degrees east", "50.2839 degrees north, 57.1669 degrees east"),
        ("latitude 50.2839 North and longitude 57.1669 East", "50.2839 North and longitude 57.1669 East"),
        ("2022-03-04,50.2839,57.1669,shelling", "50.2839,57.1669"),
        ("3 50.2839N 57.1669E", "50.2839N 57.1669E"),
        ("50.2839, 57.1669, 214 m above the sea", "50.2839, 57.1669"),
        ("50.2839°, 57.1669°", "50.2839°, 57.1669°"),
    ],
)
def test_decimal_degrees_are_read_however_they_are_set(text: str, span: str) -> None:
    """The span is the stretch from the first figure or letter to the last, without brackets and the label before it."""
    assert written(text) == [span]
    assert only(text).position == LatLon(50.2839, 57.1669)
    assert only(text).notation == DECIMAL


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("at -12.0464, -77.0428", LatLon(-12.0464, -77.0428)),
        ("at −12.0464, −77.0428", LatLon(-12.0464, -77.0428)),
        ("at –12.0464, –77.0428", LatLon(-12.0464, -77.0428)),
        ("+12.0464, -77.0428", LatLon(12.0464, -77.0428)),
        ("12.0464 S, 77.0428 W", LatLon(-12.0464, -77.0428)),
        ("-12.0464 S, -77.0428 W", LatLon(-12.0464, -77.0428)),
        ("S12.0464 W77.0428", LatLon(-12.0464, -77.0428)),
        ("lat -12.05 lon -77.04", LatLon(-12.05, -77.04)),
        ("50.2839 -57.1669", LatLon(50.2839, -57.1669)),
        ("50.2839N -57.1669W", LatLon(50.2839, -57.1669)),
        ("90.0000 S, 180.0000 W", LatLon(-90.0, -180.0)),
        ("0.0 N 0.0 E", LatLon(0.0, 0.0)),
        ("03.75N 004.20E", LatLon(3.75, 4.2)),
    ],
)
def test_signs_and_letters_say_which_hemisphere(text: str, position: LatLon) -> None:
    """Minus, minus sign, en dash, S and W all mean south and west, and are not counted twice."""
    assert only(text).position == position


@pytest.mark.parametrize(
    "text",
    [
        "50°17'02\"N 57°10'01\"E",
        "50º17′02″N, 57º10′01″E",
        "50˚17’02”N 57˚10’01”E",
        "50°17'02''N 57°10'01''E",
        "50° 17' 02\" N, 57° 10' 01\" E",
        "N50°17'02\" E57°10'01\"",
        "57°10'01\"E, 50°17'02\"N",
        "50d17m02s N 57d10m01s E",
        "50 deg 17 min 02 sec N, 57 deg 10 min 01 sec E",
        "50 degrees 17 minutes 02 seconds north, 57 degrees 10 minutes 01 seconds east",
        "50o17'02\"N 57o10'01\"E",
        "50 17 02 N 57 10 01 E",
        "N 50 17 02 E 57 10 01",
        "50-17-02N 057-10-01E",
        "50:17:02N, 57:10:01E",
        "501702N 0571001E",
        "501702N0571001E",
        "N501702 E0571001",
        "50°17'02\", 57°10'01\"",
    ],
)
def test_degrees_minutes_and_seconds_are_read_with_every_kind_of_sign(text: str) -> None:
    """All of it is one stretch, and says the same position."""
    assert written(f"near {text} at dawn") == [text]
    assert only(text).position == LatLon(50.2838889, 57.1669444)
    assert only(text).notation == SECONDS


@pytest.mark.parametrize(
    "text",
    [
        "33°18.9'N 44°21.7'E",
        "33° 18.9′ N / 44° 21.7′ E",
        "33°18,9'N 44°21,7'E",
        "N 33° 18.9 E 044° 21.7",
        "33-18.9N – 044-21.7E",
        "33:18.9N – 44:21.7E",
        "33 18.9 N, 44 21.7 E",
        "3318.9N 04421.7E",
    ],
)
def test_degrees_and_decimal_minutes_are_read(text: str) -> None:
    """As navigators and notices to mariners write them."""
    assert only(text).position == LatLon(33.315, 44.3616667)
    assert only(text).notation == MINUTES
    assert written(text) == [text]


def test_the_radius_of_a_q_line_stays_outside() -> None:
    """The three figures behind the position of a NOTAM are nautical miles around it."""
    assert written("Q) ORBB/QWMLW/IV/BO/W/000/200/3319N04422E025") == ["3319N04422E"]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("geo:50.28,57.17", "50.28,57.17"),
        ("geo:50.28,57.17,210;crs=wgs84", "50.28,57.17"),
        ("geo:0,0?q=50.28,57.17(shop)", "50.28,57.17"),
        ("https://maps.example/@50.28,57.17,15z", "50.28,57.17"),
        ("@50.28,57.17,15z", "50.28,57.17"),
        ("https://maps.example/?q=50.28,57.17", "50.28,57.17"),
        ("maps.example/?q=loc:50.28,57.17", "50.28,57.17"),
        ("https://maps.example/?ll=50.28%2C57.17&q=shop", "50.28%2C57.17"),
        ("https://maps.example/?mlat=50.28&mlon=57.17#map=12/50.31/57.22", "50.28&mlon=57.17"),
        ("https://maps.example/#map=12/50.28/57.17", "50.28/57.17"),
        ("https://maps.example/maps/search/50.28,+57.17", "50.28,+57.17"),
        ("https://maps.example/place/x/@50.31,57.22,17z/data=!3m1!3d50.28!4d57.17", "50.28!4d57.17"),
        ("https://yandex.example/maps/?ll=57.17%2C50.28&z=12", "57.17%2C50.28"),
    ],
)
def test_links_to_maps_hold_one_position(text: str, span: str) -> None:
    """The pin of the link, else what it searches for, else the middle of its map; in the order of the site."""
    assert written(f"see {text} for the place") == [span]
    assert only(text).position == LatLon(50.28, 57.17)


def test_a_geo_address_may_state_its_own_uncertainty() -> None:
    """RFC 5870: ";u=" in metres counts where it is the larger, and another datum is not read at all."""
    assert only("geo:50.28390,57.16690;u=350").uncertainty_m == 350.0
    assert find_coordinates("geo:50.28390,57.16690;crs=nad27") == ()


def test_several_pairs_come_in_the_order_of_the_text() -> None:
    """Links, grids and degrees among each other; none overlaps another."""
    text = "From 38S MB 44000 88000 to 50.2839, 57.1669, then 501702N 0571001E and geo:1.25,103.75 and 15.2N 65.1E."
    assert written(text) == ["38S MB 44000 88000", "50.2839, 57.1669", "501702N 0571001E", "1.25,103.75", "15.2N 65.1E"]


def test_pairs_that_follow_each_other_stay_apart() -> None:
    """A route or an area: the separator within a pair differs from that between pairs."""
    assert written("50.2839, 57.1669; 50.3121, 57.2213; 50.3300, 57.2500") == [
        "50.2839, 57.1669",
        "50.3121, 57.2213",
        "50.3300, 57.2500",
    ]


def test_offsets_are_code_points() -> None:
    """Signs outside the basic plane count as one character each."""
    text = "\U0001f4a5\U0001f4a5 50.2839, 57.1669"
    assert only(text).span == Span(3, 19)


def test_the_letter_o_is_west_or_east_by_the_language() -> None:
    """Oeste and ouest are west, Ost is east; where neither is spoken it is no hemisphere."""
    spanish = "El ataque fue en la carretera que va de la costa a los cerros, en 12°03'S 77°02'O, según la policía."
    german = "Der Angriff war auf der Straße von der Küste in die Berge, bei 52°31'N 13°24'O, und die Polizei kam."
    assert only(spanish).position.lon == pytest.approx(-77.0333333)
    assert only(german).position.lon == pytest.approx(13.4)
    assert find_coordinates("The attack was on the road to the hills at 52°31'N 13°24'O and the police came.") == ()


@pytest.mark.parametrize(
    ("text", "unit_lat", "unit_lon"),
    [
        ("50.2839 N 57.1669 E", 1e-4, 1e-4),
        ("50.28 N 57.1669 E", 1e-2, 1e-4),
        ("15N 65E", 1.0, 1.0),
        ("50°17'N 57°10'E", 1 / 60, 1 / 60),
        ("33°18.9'N 44°21.7'E", 1 / 600, 1 / 600),
        ("50°17'02\"N 57°10'01\"E", 1 / 3600, 1 / 3600),
        ("5017N 05710E", 1 / 60, 1 / 60),
        ("33°18'N 44°21'45\"E", 1 / 60, 1 / 3600),
    ],
)
def test_the_uncertainty_is_half_the_diagonal_of_the_last_digits_cell(text: str, unit_lat: float, unit_lon: float) -> None:
    """A degree of latitude is about 111 km, one of longitude less by the cosine; the rest is rounding on the safe side."""
    found = only(text)
    expected = 111_320.0 * hypot(unit_lat, unit_lon * cos(radians(found.position.lat))) / 2.0
    assert found.uncertainty_m == pytest.approx(expected, rel=0.01)


def test_no_report_is_exact_to_the_centimetre() -> None:
    """More digits than anybody has measured give a metre and no less."""
    assert only("50.283912345678, 57.166912345678").uncertainty_m == 1.0


@pytest.mark.parametrize(
    "text",
    [
        "",
        "They won 3-2 and then 2-1.",
        "Odds of 2.5, 3.5 were offered.",
        "It rose by 2.5, 3.5 per cent.",
        "It rose by 12.512, 13.514 per cent.",
        "It was 50.2839, 57.1669% in the end.",
        "$12.5012, 13.5013 and $50.2839, $57.1669",
        "USD 50.2839, 57.1669",
        "a rate of 96.5312, 98.4421",
        "rates of 81.5312, 98.4421",
        "on 12.05, 13.05 and 14.05",
        "from 12.05.2014, 13.05.2014",
        "12/05/2014, 13/05/2014; 2014-05-12, 2014-05-13",
        "at 10:30, 11:45",
        "version 3.1234, 5.1415",
        "v10.12.345, v10.13.456",
        "call +7 7132 50.28.39, 57.16.69 or 050 283 957 1669",
        "the servers 50.28.57.16, 57.16.28.50",
        "a range of 12.5-13.5",
        "a range of 12.5123-13.5123",
        "1.5, 2.5 km",
        "10.512, 22.514 km apart",
        "6.1234, 10.1234 kilometres deep",
        "section 12.345, 13.456 of the act",
        "§ 12.345, 13.456",
        "(50, 57)",
        "50.28, 57.16",
        "50.28 57.16",
        "50.284 57.167",
        "0.8123, 0.7744",
        "0.000, 0.000",
        "1.0842, 1.0790",
        "lat 0, lon 0",
        "coordinates: 0.0, 0.0",
        "geo:0,0",
        "50.1234, 57.1234, 50.2345, 57.2345",
        "11.1234 12.1234 13.1234 14.1234",
        "12.500, 13.200 personas",
        "12,345, 67,890 and 12,345 67,890",
        "1,234,567 and 2,345,678; 12.345.678, 13.456.789",
        "temperatures of 25.5°, 31.2°",
        "25.5512 °C, 31.2433 °C",
        "a turn of 45°, 90°",
        "a man of 5'10\" and one of 6'2\"",
        "the N15, E65 and the N4 E40",
        "50 N 70 E, the old town",
        "the I-15N, 80E",
        "2.5 north, 3.5 east",
        "2.5 km north, 3.5 km east",
        "A50.2839, 57.1669",
        "https://example.org/?id=12,13 and ?q=12,13",
        "someone@12.34.56.78",
        "50.2839\n57.1669",
        "50.2839 or 57.1669",
        "H1N1 and H5N1",
    ],
)
def test_what_only_looks_like_coordinates_is_left_alone(text: str) -> None:
    """Scores, money, shares, dates, times, versions, numbers, addresses, ranges, measures, laws, lists, roads."""
    assert written(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "95.2839, 57.1669",
        "50.2839, 181.1669",
        "lat 95.28 lon 57.16",
        "95.2839 N 57.1669 E",
        "50.2839 N 181.1669 E",
        "50°61'N 57°10'E",
        "50°17'60\"N 57°10'01\"E",
        "5017N 05760E",
        "506002N 0571001E",
        "geo:95.28,57.17",
        "https://maps.example/?ll=95.28,57.17",
        "50.2839 N 57.1669 N",
        "50.2839 E 57.1669 E",
        "-50.2839 N 57.1669 E",
        "50.2839 N, 57.1669",
        "50.2839 N 57°10'E",
        "50.2839, 57,1669",
    ],
)
def test_what_is_out_of_range_or_contradicts_itself_is_no_position(text: str) -> None:
    """Nothing is clipped, turned round or guessed."""
    assert find_coordinates(text) == ()


def test_written_coordinates_become_a_place_of_their_own() -> None:
    """Named for itself, in the country that lies there, with the radius that its digits leave."""
    place = place_of(only("50.2839, 57.1669"), open_gazetteer())
    assert (place.place_id, place.name) == ("coordinates:50.28390,57.16690", "50.2839° N, 57.1669° E")
    assert (place.geonameid, place.kind, place.feature_code, place.population) == (None, Kind.OTHER, "", None)
    assert (place.admin1, place.admin2, place.source) == ("", "", "report")
    assert (place.position, place.countries) == (LatLon(50.2839, 57.1669), ("KZ",))
    assert place.uncertainty_m == round(only("50.2839, 57.1669").uncertainty_m)


def test_coordinates_at_sea_are_in_no_country() -> None:
    """And have a name with the right letters, without zeros at the end."""
    place = place_of(only("20.50°S 120.25°W"), open_gazetteer())
    assert (place.name, place.countries) == ("20.5° S, 120.25° W", ())
    assert place.place_id == "coordinates:-20.50000,-120.25000"


@pytest.mark.parametrize(
    "text",
    [
        "On 12 March 2014 some 250 people fled 3 villages, the U.S. said; 2.5 million and 1,200 tents were sent at 10:30.",
        "The platoon translated the latest relations, later coordinated by the population of the plateau: 12 dead, 7 hurt.",
        "The 21st Brigade and 3 Corps met at 9 a.m. on 12 October, with 4x4s and AK-47s; G20, F-16 and COVID-19.",
    ],
)
def test_an_ordinary_report_is_not_looked_at_closely(text: str) -> None:
    """The guard lets through only what has a sign of coordinates; that keeps reports without them cheap."""
    assert not module._may_hold_coordinates(text)


HOSTILE = [
    "1.1, ", "12.3456, ", "°", "1°", "N ", "N1", "12 34 ", "50°17'02\"N ", "1°1'1", "38SMB44 44000 ", "38S 444000 ", "@50.28,", "?q=50.28,",
    "geo:1,1;u=", " ", "7", "lat 1 lon ", "5017N ", "-", "1-", "11:", "50.2839N 57.1669E ", "coordinates 1.2 ", "1 с. ", "12°03'S 77°02'O ",
]  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("unit", HOSTILE)
def test_hostile_text_takes_linear_time(unit: str) -> None:
    """Eight times the text takes about eight times as long; with a quadratic step it would be sixty-four times."""

    def seconds(length: int, rounds: int) -> float:
        text = (unit * (length // len(unit) + 1))[:length]
        taken = []
        for _ in range(rounds):
            before = time.process_time()
            find_coordinates(text)
            taken.append(time.process_time() - before)
        return min(taken)

    assert seconds(200_000, 1) / max(seconds(25_000, 3), 0.002) < 24
