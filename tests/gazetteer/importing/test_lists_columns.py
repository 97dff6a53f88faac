"""Which column is what, and how cells are read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer.errors import GazetteerError, ListUnreadable
from gazetteer.importing.list_columns import (
    USUAL_NAMES,
    UnclearCell,
    bare_header,
    read_angle,
    read_kind,
    read_population,
    read_radius_km,
    shown,
    take_columns,
)
from gazetteer.place import Kind


def taken(headers, wanted=None, *, has_geometry=False):
    """Return field to header, as taken."""
    found = take_columns(headers, wanted or {}, has_geometry=has_geometry)
    return {field: headers[index] for field, index in found.items()}


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        (["name", "lat", "lon"], {"name": "name", "lat": "lat", "lon": "lon"}),
        (["Village Name", "LATITUDE", "Lng"], {"name": "Village Name", "lat": "LATITUDE", "lon": "Lng"}),
        (["POINT_X", "POINT_Y", "ADM4_EN", "ADM4_PCODE"], {"name": "ADM4_EN", "lat": "POINT_Y", "lon": "POINT_X", "id": "ADM4_PCODE"}),
        (
            ["admin1Name_en", "admin3Name_en", "admin3Pcode", "y_coord", "x_coord"],
            {"name": "admin3Name_en", "admin1": "admin1Name_en", "id": "admin3Pcode", "lat": "y_coord", "lon": "x_coord"},
        ),
        (
            ["Settlement", "Lat.", "Long", "Alternate_Names", "Type", "Remarks", "ISO2", "Population", "radius_km"],
            {
                "name": "Settlement", "lat": "Lat.", "lon": "Long", "aliases": "Alternate_Names", "kind": "Type", "note": "Remarks",
                "country": "ISO2", "population": "Population", "radius_km": "radius_km",
            },
        ),
        (["Название", "Широта", "Долгота"], {"name": "Название", "lat": "Широта", "lon": "Долгота"}),
        (["country", "village", "name", "lat", "lon"], {"country": "country", "name": "name", "lat": "lat", "lon": "lon"}),
    ],
)  # fmt: skip
def test_usual_headers_are_recognised(headers, expected):
    """Case, blanks, dots and underscores do not matter; the deepest division names the place."""
    assert expected == taken(headers)


def test_a_column_is_said_by_its_header_forgivingly():
    """As written first, then without regard to case and blanks; the guess does the rest."""
    headers = ["Punkt", "name", "B", "L"]
    assert {"name": "Punkt", "lat": "B", "lon": "L"} == taken(headers, {"name": "punkt", "lat": "B", "lon": "l"})


def test_an_empty_header_leaves_a_field_out():
    """The guess is not wanted then."""
    assert "kind" not in taken(["name", "lat", "lon", "type"], {"kind": ""})


def test_a_column_that_is_not_there_is_refused_with_the_nearest():
    """All headers and the likeliest one."""
    with pytest.raises(ListUnreadable, match=r'no column "Vilage" \(for name\) among "Village", "Lat", "Lon"; did you mean "Village"\?'):
        take_columns(["Village", "Lat", "Lon"], {"name": "Vilage"}, has_geometry=False)


@pytest.mark.parametrize(
    ("headers", "wanted", "said"),
    [
        (["name", "a"], {}, r"no column of latitude or longitude among .*--columns lat=…,lon=…"),
        (["name", "lat"], {}, r"no column of longitude .*--columns lon=…"),
        (["what", "lat", "lon"], {}, r"no column of names .*--columns name=…"),
        (["name", "lat", "lon"], {"height": "lat"}, r'no field "height".*name, aliases'),
        (["name", "lat", "lat", "lon"], {}, r'several columns are called "lat"'),
    ],
)
def test_what_is_missing_is_said_with_the_way_out(headers, wanted, said):
    """One line that says what to do."""
    with pytest.raises(ListUnreadable, match=said) as caught:
        take_columns(headers, wanted, has_geometry=False)
    assert "\n" not in str(caught.value)
    assert isinstance(caught.value, GazetteerError)


def test_equal_headers_do_no_harm_where_they_are_not_used():
    """Exports of surveys are full of them."""
    assert {"name": "name", "lat": "lat", "lon": "lon"} == taken(["name", "lat", "lon", "x1", "x1"])


def test_usual_names_are_folded_and_stand_once():
    """Else they would never be found."""
    for names in USUAL_NAMES.values():
        assert len(set(names)) == len(names)
        assert [bare_header(name) for name in names] == list(names)


@pytest.mark.parametrize(
    ("written", "degrees"),
    [
        (50.28, 50.28), (-12, -12.0), ("50.28", 50.28), ("50,28", 50.28), ("-50.28°", -50.28), ("−50.28", -50.28), ("+5", 5.0),
        (" 7. ", 7.0),
        ("1.5e1", 15.0), (".5", 0.5), ("50.28 S", -50.28), ("S50.28", -50.28), ("50.5 degrees", 50.5), ("50.5 DEGREES", 50.5),
        ("50°16'N", 50 + 16 / 60), ("50°16′30.6″ N", 50.2751666667), ("N 50° 16' 30\"", 50.275), ("50 16 30 N", 50.275),
        ("50:16:30S", -50.275), ("50-16-30N", 50.275), ("50d16m30s", 50.275), ("50d16m30s S", -50.275),
        ("12° 2' 47'' south", -12.0463888889),
        ("50°16'", 50 + 16 / 60), ("50 16,5 N", 50.275), ("50°16'30\" с. ш.", 50.275), ("٣٣٫٥", 33.5), ("५०.५", 50.5),
    ],
)  # fmt: skip
def test_latitudes_as_people_write_them(written, degrees):
    """Points, commas, signs, sixtieths, hemispheres, digits of other scripts."""
    assert pytest.approx(degrees, abs=1e-9) == read_angle(written, latitude=True)


@pytest.mark.parametrize(("written", "degrees"), [("57,21 E", 57.21), ("W 3.5", -3.5), ("57°12'36\" в. д.", 57.21), ("179.99", 179.99)])
def test_longitudes_as_people_write_them(written, degrees):
    """East and west."""
    assert pytest.approx(degrees, abs=1e-9) == read_angle(written, latitude=False)


@pytest.mark.parametrize(
    "written",
    [
        "50 16 30", "50.5°16'", "-50 N", "50 E", "50 O", "50°60'", "50°16'60\"", "50.28, 57.21", "1.234,5", "50.16.30", "nan", "inf",
        "1e999",
        "N", "½", "50.28N 57E", "N50N", "0x10", "1_0", "--5", "fifty", "50°1630", "5" * 500, True, [50], float("nan"), float("inf"),
        10**400,
        "", None, "  ",
    ],
)  # fmt: skip
def test_doubtful_latitudes_are_not_guessed(written):
    """What can be read in two ways, belongs to the other axis or is no angle."""
    with pytest.raises(UnclearCell, match="latitude"):
        read_angle(written, latitude=True)


@pytest.mark.parametrize(("written", "latitude"), [("90.01", True), (502839, True), ("180.5", False), ("91 S", True)])
def test_what_is_out_of_range_is_called_so(written, latitude):
    """So that metres are told from misprints."""
    with pytest.raises(UnclearCell, match="out of range"):
        read_angle(written, latitude=latitude)


@given(st.floats(-90, 90))
def test_every_latitude_that_a_program_writes_is_read_back(latitude):
    """Exactly, with point and with comma."""
    assert latitude == read_angle(repr(latitude), latitude=True) == read_angle(repr(latitude).replace(".", ","), latitude=True)


@given(st.text(max_size=80) | st.text("0123456789.,°'\" NSEWdms:-", max_size=40), st.booleans())
def test_no_text_gives_anything_but_an_angle_or_a_refusal(written, latitude):
    """Hostile cells included."""
    try:
        degrees = read_angle(written, latitude=latitude)
    except UnclearCell:
        return
    assert abs(degrees) <= (90 if latitude else 180)


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        *((kind.value, kind) for kind in Kind),
        ("Town", Kind.CITY), ("hamlet", Kind.VILLAGE), ("Refugee_Camp", Kind.FACILITY), ("CHECKPOINT", Kind.FACILITY),
        ("river", Kind.WATER), ("Air-base", Kind.FACILITY), ("frobnicator", None), ("", None),
    ],
)  # fmt: skip
def test_kinds_and_their_synonyms(written, kind):
    """The words of the contract, then what lists say."""
    assert kind == read_kind(written)


@pytest.mark.parametrize(
    ("written", "people"),
    [
        ("1200", 1200),
        ("1,200", 1200),
        ("12 000 000", 12_000_000),
        ("0", 0),
        ("1200.0", 1200),
        ("1.234", None),
        ("-5", None),
        ("many", None),
    ],
)
def test_populations(written, people):
    """In full, with or without marks between thousands."""
    assert people == read_population(written)


@pytest.mark.parametrize(
    ("written", "radius"), [("2.5", 2.5), ("2,5", 2.5), ("0", None), ("-1", None), ("2 km", None), ("1e9", None), ("2°", None)]
)
def test_radii(written, radius):
    """Positive kilometres on the earth."""
    assert radius == read_radius_km(written)


def test_what_is_shown_of_a_file_fits_on_a_line():
    """No control characters, no length."""
    said = shown("a\nb\x1b[31m" + "x" * 500)
    assert (True, True) == (said.isprintable(), len(said) < 50)
