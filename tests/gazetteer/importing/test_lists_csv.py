"""Lists as text tables."""

import csv
import re
import subprocess
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gazetteer import LatLon
from gazetteer.errors import ListUnreadable
from gazetteer.importing import lists
from gazetteer.importing.listed_place import ListedPlace
from gazetteer.importing.lists import read_list
from gazetteer.place import Kind


@pytest.fixture
def listed(tmp_path):
    """Give a function that writes a table and reads it."""

    def read(content, *, ending=".csv", **options):
        path = tmp_path / f"list{ending}"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_list(path, **options)

    return read


def names(result):
    """Return the names of the places."""
    return [place.name for place in result.places]


def reasons(result):
    """Return line and reason of each problem."""
    return [(problem.line, problem.reason) for problem in result.problems.rows]


def test_a_full_row_is_read_with_all_its_fields(listed):
    """Name, position, aliases, kind, note, country, division, people, identifier, radius."""
    result = listed(
        "id,name,lat,lon,aliases,type,note,country,admin1,population,radius_km\n"
        'v7,Tell Sabah,36.5,40.25,Tal Sabah|تل صباح; Tell Sabah,hamlet,"by the\nriver",Syria,Al Hasakah,"1,200",2.5\n',
        country_code={"Syria": "SY"}.get,
    )
    assert result.places == [
        ListedPlace(
            name="Tell Sabah", position=LatLon(36.5, 40.25), aliases=("Tal Sabah", "تل صباح"), kind=Kind.VILLAGE, note="by the river",
            country="SY", admin1="Al Hasakah", population=1200, radius_km=2.5, place_id="v7", line=2,
        )
    ]  # fmt: skip
    assert ("utf-8", (), 0, {}) == (result.encoding, result.notes, result.problems.left_out, dict(result.problems.mended))
    assert {"name": "name", "kind": "type", "id": "id"}.items() <= result.columns.items()


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
@pytest.mark.parametrize("ending", [".csv", ".tsv", ".txt", ".CSV"])
def test_delimiters_are_found_out(listed, mark, ending):
    """Whatever the ending says."""
    assert ["Aul"] == names(listed(f"name{mark}lat{mark}lon\nAul{mark}1.5{mark}2.5\n", ending=ending))


def test_decimal_commas_between_semicolons(listed):
    """As continental spreadsheets write them."""
    assert LatLon(50.28, 57.21) == listed("name;lat;lon\nAul;50,28;57,21\n").places[0].position


def test_the_first_line_of_excel_says_the_delimiter(listed):
    """And is no header; lines are counted with it."""
    result = listed("\ufeffsep=;\r\nname;lat;lon\r\nA,B;1;2\r\n")
    assert [("A,B", 3)] == [(place.name, place.line) for place in result.places]


@pytest.mark.parametrize(
    ("encoding", "read_as"),
    [("utf-8", "utf-8"), ("utf-8-sig", "utf-8-sig"), ("utf-16", "utf-16"), ("utf-16-le", "utf-16-le"), ("utf-32", "utf-32")],
)
def test_encodings_of_unicode(listed, encoding, read_as):
    """With and without a mark."""
    result = listed("name,lat,lon\nӘул Қарасу,50.1,57.2\n".encode(encoding))
    assert (["Әул Қарасу"], read_as) == (names(result), result.encoding)


def test_utf16_that_breaks_off_keeps_its_whole_rows(listed):
    """The rest of a byte is a problem of the last row."""
    result = listed("name,lat,lon\nA,1,2\nB".encode("utf-16") + b"\xd8")
    assert (["A"], [3]) == (names(result), [line for line, _ in reasons(result)])


def test_an_old_encoding_is_guessed_and_said(listed):
    """Windows-1252 for western letters."""
    result = listed("name,lat,lon\nSão Tomé do Rio,-5,-40\n".encode("cp1252"))
    assert (["São Tomé do Rio"], "cp1252") == (names(result), result.encoding)
    assert "read as cp1252" in result.notes[0]


def test_cyrillic_of_windows_is_guessed(listed):
    """By its letters."""
    rows = "".join(
        f"{name},50.{number},57\n" for number, name in enumerate(["Верхняя Каменка", "Новосёловка", "Красный Яр", "Заречное"] * 5)
    )
    result = listed(("name,lat,lon\n" + rows).encode("cp1251"))
    assert "Верхняя Каменка" == result.places[0].name


def test_a_broken_letter_far_into_a_utf8_file_does_not_change_its_encoding(listed):
    """It is shown as broken, and counted."""
    rows = "".join(f"Göl {number}a,5{number % 9},6\n" for number in range(3000)).encode()
    result = listed(b"name,lat,lon\n" + rows + b"B\xffd,1,2\n")
    assert ("Göl 0a", "B\ufffdd", "utf-8") == (result.places[0].name, result.places[-1].name, result.encoding)
    assert {"text with broken letters": 1} == dict(result.problems.mended)


def test_lines_are_those_of_the_file(listed):
    """Quoted line breaks, empty lines and rows without content do not shift them."""
    result = listed('name,lat,lon,note\n\nA,1,2,"x\ny\n\nz"\n,,,\nB,1,95x,\n   \nC,3,4,\n')
    assert [("A", 3), ("C", 10)] == [(place.name, place.line) for place in result.places]
    assert [(8, 'longitude "95x" cannot be read for certain')] == reasons(result)


def test_ragged_rows_are_problems(listed):
    """A decimal comma without quotation marks must not shift the columns."""
    result = listed("name,lat,lon\nA,1\nB,50,28,57,21\nC,1,2,,\nD,3,4\n")
    assert ["C", "D"] == names(result)
    assert [
        (2, 'the row has 2 cells, the header has 3: "A"'),
        (3, 'the row has 5 cells, the header has 3: "B"'),
    ] == reasons(result)


def test_an_open_quotation_mark_costs_one_row(listed):
    """Reading goes on with the next line, however many the mark would have swallowed."""
    rows = "".join(f"R{number}x,1.{number},2\n" for number in range(500))
    result = listed(f'name,lat,lon\n"open,1,2\n{rows}"last,3,4\nend,5,6\n')
    assert (501, 2) == (len(result.places), result.problems.left_out)
    assert [(2, "a quotation mark is opened and not closed"), (503, "a quotation mark is opened and not closed")] == reasons(result)
    assert (3, 504) == (result.places[0].line, result.places[-1].line)


def test_letters_behind_a_quotation_mark_cost_one_row(listed):
    """The strict reading of CSV."""
    result = listed('name,lat,lon\n"A"x,1,2\nB,3,4\n')
    assert (["B"], [2]) == (names(result), [line for line, _ in reasons(result)])


def test_a_table_full_of_open_quotation_marks_is_refused(listed):
    """Instead of being read over and over."""
    with pytest.raises(ListUnreadable, match="quotation marks that are not closed"):
        listed("name,lat,lon\n" + '"open,1,2\n"x" y\n' * 1100)


def test_a_giant_cell_costs_one_row(listed):
    """Bounded, and the next row is read; behind an open quotation mark as well."""
    giant = "x" * 300_000
    result = listed(f'name,lat,lon\n{giant},1,2\nB,3,4\n"open\n{giant},1,2\nC,5,6\n')
    assert (["B", "C"], [2, 4, 5]) == (names(result), [line for line, _ in reasons(result)])


def test_zero_bytes_in_a_name_are_removed(listed):
    """And counted."""
    result = listed(b"name,lat,lon\nA\0ul\x1b,1,2\nB\xe2\x80\xae,3,4\nC\tx,5,6\n")
    assert (["Aul", "B", "C x"], {"control characters removed": 2}) == (names(result), dict(result.problems.mended))


def test_the_joiners_of_persian_stay(listed):
    """They are spelling."""
    assert ["می\u200cشان"] == names(listed("name,lat,lon\nمی\u200cشان,30,50\n"))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"),
        (b"\n \n", "empty"),
        (b"\xef\xbb\xbf", "no header"),
        (b"name,lat,lon\n", "no rows"),
        (b"Aul,50.1,57.2\nKol,51,58\n", "no header .*name,lat,lon"),
        (b"name\nAul\n", "one column only"),
        (b"PK\x03\x04rest", "save the sheet as CSV"),
        (b"\x00\x01\x02\x03" * 100 + b"abc" * 300, "binary"),
        (b"x" * 200_000, "does not begin with a header"),
        (b",".join(b"c%d" % number for number in range(1500)), "more than 1,000 columns"),
        (b"\t".join([b"7", b"Aul", b"Aul", b"", b"50.1", b"57.2", *[b""] * 12, b"2020-01-01"]), "GeoNames dump"),
    ],
)
def test_files_that_are_no_lists_are_refused_in_one_line(listed, content, said):
    """With the file's name and what to do."""
    with pytest.raises(ListUnreadable, match=said) as caught:
        listed(content)
    assert (True, True) == (str(caught.value).startswith('"list.csv": '), "\n" not in str(caught.value))


@pytest.mark.parametrize(("name", "said"), [("a.xlsx", "save the sheet as CSV"), ("a.shp", "GeoPackage or GeoJSON"), ("a.exe", "ending")])
def test_other_endings_are_refused_with_advice(tmp_path, name, said):
    """Before the file is looked at."""
    with pytest.raises(ListUnreadable, match=said):
        read_list(tmp_path / name)


@pytest.mark.parametrize("name", ["none.csv", "none.geojson", "none.geojsonl", "none.gpkg"])
def test_a_file_that_is_not_there_is_said(tmp_path, name):
    """For each format."""
    with pytest.raises(ListUnreadable, match="cannot be read"):
        read_list(tmp_path / name)


def test_a_folder_is_no_list(tmp_path):
    """Even with the right ending."""
    (tmp_path / "folder.csv").mkdir()
    with pytest.raises(ListUnreadable, match="cannot be read"):
        read_list(tmp_path / "folder.csv")


def test_rows_without_a_usable_name_or_position_are_problems(listed):
    """Each with its line and reason."""
    long = "x" * 201
    result = listed(f"name,lat,lon\n,1,2\n123,1,2\n{long},1,2\nA,0,0\nB,nan,2\nC,,2\nD,91,181\nE,1,2\n")
    assert ["E"] == names(result)
    assert [
        (2, "no name"),
        (3, 'the name has no letter: "123"'),
        (4, f'the name is longer than 200 letters: "{"x" * 40}…"'),
        (5, "latitude 0, longitude 0 stands for a missing position (null island)"),
        (6, 'latitude "nan" cannot be read for certain'),
        (7, "no latitude"),
        (8, 'latitude "91" is out of range (±90 degrees)'),
    ] == reasons(result)


def test_swapped_columns_are_said(listed):
    """For one row as a hint, for all rows as an error."""
    result = listed("name,lat,lon\nA,120,10\nB,10,120\n")
    assert [(2, 'latitude "120" is out of range (±90 degrees) (latitude and longitude swapped?)')] == reasons(result)
    with pytest.raises(ListUnreadable, match=r"swapped in every row; .*--columns lat=…,lon=…"):
        listed("name,lat,lon\nA,120,10\nB,57 E,50 N\n")


def test_metres_are_said(listed):
    """Coordinates of a projection."""
    with pytest.raises(ListUnreadable, match="WGS 84"):
        listed("name,y,x\nA,5571234,612345\nB,5571235,612346\n")


def test_countries_are_asked_of_the_caller(listed):
    """Once each; unknown ones are counted and the place is kept."""
    asked = []

    def code(text):
        asked.append(text)
        return {"Namibia": "NA", "NA": "NA"}.get(text)

    result = listed("name,lat,lon,country\nA,1,2,Namibia\nB,1,2,Atlantis\nC,1,2,Atlantis\nD,1,2,NA\nE,1,2,\n", country_code=code)
    assert ["NA", "", "", "NA", ""] == [place.country for place in result.places]
    assert (["Namibia", "Atlantis", "NA"], 2) == (asked, result.problems.mended["country not understood"])


def test_without_a_caller_two_letters_are_a_country(listed):
    """And nothing else."""
    result = listed("name,lat,lon,cc\nA,1,2,kz\nB,1,2,Kazakhstan\n")
    assert ["KZ", ""] == [place.country for place in result.places]


def test_cells_beside_name_and_position_are_left_empty_and_counted(listed):
    """The place is kept."""
    result = listed("name,lat,lon,kind,population,radius_km,note\nA,1,2,blob,many,-3," + "n" * 3000 + "\nB,1,2,-,N/A,,\n")
    assert (None, None, None, 2000) == (
        *(getattr(result.places[0], f) for f in ("kind", "population", "radius_km")),
        len(result.places[0].note),
    )
    assert {"kind not known": 1, "population not understood": 1, "radius not understood": 1, "text cut: too long": 1} == dict(
        result.problems.mended
    )


def test_commas_separate_aliases_only_where_nothing_else_does(listed):
    """Decided for the column as a whole, and said."""
    commas = listed('name,lat,lon,aliases\nA,1,2,"Aa, Ab"\nB,1,2,Bb\n')
    assert [("Aa", "Ab"), ("Bb",)] == [place.aliases for place in commas.places]
    assert "separated at commas" in commas.notes[0]
    bars = listed('name,lat,lon,aliases\nA,1,2,"Aa, Upper"\nB,1,2,Bb|Bc\n')
    assert ([("Aa, Upper",), ("Bb", "Bc")], ()) == ([place.aliases for place in bars.places], bars.notes)


def test_aliases_that_are_none_are_counted(listed):
    """Numbers, the name itself, repetitions."""
    result = listed("name,lat,lon,aliases\nA,1,2,A|B|B|12||" + "x" * 201 + "\n")
    assert (("B",), 2) == (result.places[0].aliases, sum(result.problems.mended.values()))


def test_rows_that_fail_take_no_aliases_of_others(listed):
    """The comma rule goes by places, not rows."""
    result = listed('name,lat,lon,aliases\nX,bad,2,"Xa,Xb"\nA,1,2,"Aa,Ab"\n')
    assert [("Aa", "Ab")] == [place.aliases for place in result.places]


def test_the_row_of_hxl_tags_is_left_out(listed):
    """As humanitarian tables have it below the header."""
    result = listed("name,lat,lon\n#loc+name,#geo+lat,#geo+lon\nA,1,2\n")
    assert (["A"], 0, ("line 2 holds HXL tags and was left out",)) == (names(result), result.problems.left_out, result.notes)


def test_too_many_rows_are_refused(listed, monkeypatch):
    """Bad rows count too."""
    monkeypatch.setattr(lists, "MAX_LIST_ROWS", 3)
    assert 3 == len(listed("name,lat,lon\n" + "A,1,2\n" * 3).places)
    with pytest.raises(ListUnreadable, match="more than 3 rows"):
        listed("name,lat,lon\n" + "A,1,2\nB\n" * 2)


def test_a_layer_is_for_geopackages(listed):
    """Not ignored elsewhere."""
    with pytest.raises(ListUnreadable, match="only a GeoPackage"):
        listed("name,lat,lon\nA,1,2\n", geopackage_layer="x")


def test_a_text_table_imports_neither_shapely_nor_pyproj():
    """Start-up time."""
    program = (
        "import sys, pathlib, gazetteer.importing.list_csv; from gazetteer.importing.lists import read_list;"
        "print([m for m in ('shapely', 'pyproj', 'orjson', 'sqlite3', 'charset_normalizer') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert "[]" == done.stdout.strip()


def _plain(text):
    return " ".join(text.split())


_LETTERS = st.characters(exclude_categories=("Cc", "Cf", "Cs", "Cn", "Co", "Zs", "Zl", "Zp"), exclude_characters="\ufffd")
_NAMES = st.text(_LETTERS | st.just(" "), min_size=1, max_size=40).map(_plain).filter(lambda name: any(letter.isalpha() for letter in name))
_ALIASES = _NAMES.map(lambda name: _plain(re.sub(r"[|;؛；,،、]", "", name))).filter(lambda name: any(map(str.isalpha, name)))
_PLACES = st.builds(
    ListedPlace,
    name=_NAMES,
    position=st.builds(LatLon, st.floats(-90, 90), st.floats(-180, 180)).filter(lambda p: abs(p.lat) > 1e-3 or abs(p.lon) > 1e-3),
    aliases=st.lists(_ALIASES, max_size=3, unique=True).map(tuple),
    kind=st.sampled_from(Kind) | st.none(),
    note=st.text(_LETTERS | st.sampled_from(" \",;'"), max_size=60).map(_plain),
    country=st.sampled_from(["", "KZ", "SY"]),
    population=st.integers(0, 10**9) | st.none(),
    radius_km=st.floats(0.001, 20_000) | st.none(),
    place_id=st.text("abc0123456789.-", max_size=12),
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(_PLACES, min_size=1, max_size=6), st.sampled_from(",;\t|"), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_what_is_written_is_read_back(tmp_path, places, mark, encoding):
    """Any places, delimiter and encoding."""
    path = tmp_path / "written.csv"
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.writer(file, delimiter=mark, quoting=csv.QUOTE_ALL)
        writer.writerow(["name", "lat", "lon", "aliases", "kind", "note", "country", "population", "radius_km", "id"])
        for place in places:
            writer.writerow(
                [
                    place.name, place.position.lat, place.position.lon, "|".join(place.aliases), place.kind, place.note, place.country,
                    place.population, place.radius_km, place.place_id,
                ]
            )  # fmt: skip
    result = read_list(path)
    fields = ("name", "position", "kind", "note", "country", "population", "radius_km", "place_id")
    assert (0, len(places)) == (result.problems.left_out, len(result.places))
    for expected, actual in zip(places, result.places, strict=True):
        assert [getattr(expected, field) for field in fields] == [getattr(actual, field) for field in fields]
        assert tuple(alias for alias in expected.aliases if alias != expected.name) == actual.aliases


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=300) | st.text('name,lat\n"1;\t|\0sep=x', max_size=120).map(lambda text: b"name,lat,lon\n" + text.encode()))
def test_no_bytes_do_anything_but_give_a_list_or_a_refusal(tmp_path, content):
    """Hostile tables included."""
    path = tmp_path / "hostile.csv"
    path.write_bytes(content)
    try:
        result = read_list(path)
    except ListUnreadable as error:
        said = str(error)
    else:
        said = str(len(result.places) + result.problems.left_out)
    assert "" != said != "0"
    assert "\n" not in said
