"""GeoNames dumps: every quirk of the main table, hierarchy and codes of divisions, and what comes of them in the gazetteer."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from gazetteer import Gazetteer, Kind, LatLon
from gazetteer.errors import ListUnreadable
from gazetteer.importing import dump_files, import_geonames
from gazetteer.importing.making import LEFT_OUT_FILE
from gazetteer.layers import Layer, installed
from tests.gazetteer.importing.dumps import FIRST_ID, REAL, needs_real_dumps, row

Bring = Callable[..., Layer]
Open = Callable[[], Gazetteer]


def left_out(layer: Layer) -> list[tuple[str, int, str]]:
    """Return file, line and reason of the rows that could not be used."""
    head, *lines = (layer.folder / LEFT_OUT_FILE).read_text("utf-8").removesuffix("\n").split("\n")
    assert "file\tline\treason" == head
    cells = [line.split("\t") for line in lines]
    return [(file, int(line), reason) for file, line, reason in cells]


# Quirks ---------------------------------------------------------------------------------------------------------------------------------


def test_a_row_becomes_a_place_with_all_it_says(bring: Bring, opened: Open) -> None:
    """Id, names, position, kind, people, country, division."""
    bring(row("Qızılsay", plain="Qizilsay", alternates="Kyzylsai,Кызылсай", lat="50.123456", lon="-57.000004", admin2="11", admin3="7"))
    (place,) = opened().lookup("Qyzylsai-none") or opened().lookup("Qizilsay")
    assert (FIRST_ID, "Qızılsay", LatLon(50.12346, -57.0), ("KZ",), Kind.VILLAGE) == (
        place.geonameid, place.name, place.position, place.countries, place.kind,
    )  # fmt: skip
    assert ("PPL", 120, 1.0, "KZ.04", "KZ.04.11", "dump") == (
        place.feature_code, place.population, place.radius_km, place.admin1, place.admin2, place.source,
    )  # fmt: skip
    assert (
        [place] == [found for name in ("Kyzylsai", "КЫЗЫЛСАЙ") for found in opened().lookup(name)][:1] == list(opened().lookup("Кызылсай"))
    )


@pytest.mark.parametrize(
    ("rows", "mended"),
    [
        (row(), {}),
        (row('Bir "al" Sabkha'), {"name with a double quote": 1}),
        ("\ufeff" + row(), {"byte-order mark at the start": 1}),
        (row(" Qabirstan  "), {"blank before or behind a name": 1}),
        (row(" ", plain="Plainly"), {"blank before or behind a name": 1, "no name, the plain one taken": 1}),
        (row("", plain="Plainly"), {"no name, the plain one taken": 1}),
        (row("Red\x1b[31mtown\u202e"), {"control character in a name, taken out": 1}),
        (row("A" * 700), {"name cut to its first letters": 1}),
        (row(population=0), {"population 0, taken as not known": 1}),
        (row(population=""), {"population not given": 1}),
        (row(population="12k"), {"population not a number": 1}),
        (row(population="-5"), {"population not a number": 1}),
        (row(population="99999999999"), {"population not a number": 1}),
        (row(population="٣"), {"population not a number": 1}),
        (row(dem="-9999"), {"height -9999, taken as not known": 1}),
        (row(admin1="00"), {"no first-level division": 1}),
        (row(admin1=""), {"no first-level division": 1}),
        (row(admin1="12510143"), {}),
        (row(cc2="KZ"), {"the country itself among the other countries": 1}),
        (row(cc2="RU,KZ"), {"the country itself among the other countries": 1}),
        (row(cc2="RU"), {}),
        (row(country=""), {"no country": 1}),
        (row(country="\x1b["), {"no country": 1}),
        (row(feature="."), {"no feature class or code": 1}),
        (row(feature="P."), {"no feature class or code": 1}),
        (row().replace("\tAsia/Aqtobe\t2024-05-06\n", "\n"), {"row with fewer columns at its end": 1}),
        ("\t".join(row().split("\t")[:15]) + "\n", {"row with fewer columns at its end": 1}),
        (row() + row("Second of that id"), {"row with a GeoNames id that was there already": 1}),
        (row().replace("\n", "\r\n"), {}),
        (row().removesuffix("\n"), {}),
        ("\n\r\n" + row() + "\n", {}),
    ],
)
def test_a_quirk_is_mended_and_counted(rows: str, mended: dict[str, int], bring: Bring) -> None:
    """One place comes of it, whatever is odd about the row."""
    layer = bring(rows)
    assert (1, 0, mended) == (layer.places, layer.left_out, layer.mended)


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        ("just a line\n", "1 columns instead of 19"),
        ("\t".join(row().split("\t")[:14]) + "\n", "14 columns instead of 19"),
        (row().replace("\n", "\tmore\n"), "20 columns instead of 19"),
        (row(id=""), "the GeoNames id is ''"),
        (row(id="-5"), "the GeoNames id is '-5'"),
        (row(id=0), "the GeoNames id is '0'"),
        (row(id="4294967296"), "the GeoNames id is '4294967296'"),
        (row(id="²"), "the GeoNames id is '\\xb2'"),
        (row(id="1" * 5000), f"the GeoNames id is '{'1' * 40}\\u2026'"),
        (row(lat="north"), "latitude 'north', longitude '57.5': not numbers"),
        (row(lat=""), "latitude '', longitude '57.5': not numbers"),
        (row(lat="90.01"), "latitude '90.01', longitude '57.5': not a position of a place"),
        (row(lon="-180.5"), "latitude '50.25', longitude '-180.5': not a position of a place"),
        (row(lat="nan"), "latitude 'nan', longitude '57.5': not a position of a place"),
        (row(lon="inf"), "latitude '50.25', longitude 'inf': not a position of a place"),
        (row(lat="0", lon="0.0"), "latitude '0', longitude '0.0': not a position of a place"),
        (row("", plain=""), "no name"),
        (row("- ' -", plain=""), "no name"),
        (row("\x1b", plain="\x07"), "no name"),
        (b"\xff\xfe" + row().encode(), "not UTF-8 (byte 1 of the line)"),
        (row("Caf\xe9").encode("latin-1"), "not UTF-8 (byte 14 of the line)"),
    ],
)
def test_a_bad_row_is_left_out_and_told_with_its_line(bad: str | bytes, reason: str, bring: Bring) -> None:
    """The rows around it are read."""
    content = (bad if isinstance(bad, bytes) else bad.encode()).removesuffix(b"\n")
    layer = bring(row().encode() + content + b"\n" + row("Second", id=FIRST_ID + 1).encode())
    assert (2, 1, [("XX.txt", 2, reason)]) == (layer.places, layer.left_out, left_out(layer))


def test_a_quotation_mark_does_not_swallow_the_rows_behind_it(bring: Bring, opened: Open) -> None:
    """Dumps know no quoting."""
    bring([row('Bab "al', id=FIRST_ID), row("Between", id=FIRST_ID + 1), row('Hawa" end', id=FIRST_ID + 2)])
    found = [opened().place(f"geonames:{FIRST_ID + number}").name for number in range(3)]
    assert ['Bab "al', "Between", 'Hawa" end'] == found


def test_line_separators_of_other_systems_are_no_line_ends(bring: Bring) -> None:
    """Python would split a text there: lines would be counted wrong."""
    layer = bring([row("Up\u2028per\x85 Vale\x0b"), "bad\n"])
    assert (1, [("XX.txt", 2, "1 columns instead of 19")]) == (layer.places, left_out(layer))


def test_commas_part_alternate_names_and_none_is_lost_with_them(bring: Bring, opened: Open) -> None:
    """Codes and romanised readings are no names; what is useful is found."""
    bring(row(alternates="Old Testovo,TST,XQ,a ke tuo bi,テストヴォ,,Testowo"))
    gazetteer = opened()
    assert [True, True, True, False, False] == [
        bool(gazetteer.bearers_of_key(key)) for key in ("old testovo", "テストヴォ", "testowo", "a ke tuo bi", "xq")
    ]


@pytest.mark.parametrize("piece_bytes", [64, 257, 1000, 8 << 20])
def test_lines_are_counted_right_across_pieces_and_nothing_is_dropped(
    piece_bytes: int, bring: Bring, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rows in are places, left out and doubles: with pieces shorter than a line and longer ones."""
    monkeypatch.setattr(dump_files, "PIECE_BYTES", piece_bytes)
    chance = random.Random(4)
    rows: list[str | bytes] = []
    bad: list[int] = []
    doubles = 0
    for number in range(1, 301):
        dice = chance.random()
        if number > 1 and dice < 0.1:
            bad.append(number)
            rows.append(chance.choice(["no row\n", row(lat="?"), row(id="x"), b"\xff" + row().encode()]))
        elif number > 1 and dice < 0.2:
            doubles += 1
            rows.append(row("Again"))
        else:
            rows.append(row(f"Place {number}", id=FIRST_ID + number - 1, alternates="Üç Ağaç," * chance.randrange(9)))
    layer = bring(b"".join(row if isinstance(row, bytes) else row.encode() for row in rows))
    assert bad == [line for _, line, _ in left_out(layer)]
    assert (len(bad), doubles) == (layer.left_out, layer.mended["row with a GeoNames id that was there already"])
    assert len(rows) == layer.places + layer.left_out + doubles


def test_too_many_different_codes_are_no_dump(bring: Bring, layers: Path) -> None:
    """Stored in 16 bits they would become those of others without a word."""
    rows = [row(f"Place {number}", id=number, feature=f"P.X{number}") for number in range(1, 20_102)]
    with pytest.raises(ListUnreadable, match="too many different values of feature class and code"):
        bring(rows)
    assert () == installed(layers)


def test_a_file_without_a_usable_row_leaves_everything_as_it_was(bring: Bring, layers: Path) -> None:
    """And says what is the matter with the first."""
    bring(row())
    before = (layers / "layers.json").read_bytes()
    with pytest.raises(ListUnreadable, match=r"XX.txt: no row could be used \(line 1: latitude '95'.*nothing was imported"):
        bring(row(lat=95))
    assert before == (layers / "layers.json").read_bytes()
    assert ["dump@0"] == [path.name for path in layers.iterdir() if path.is_dir()]


# Real extracts --------------------------------------------------------------------------------------------------------------------------


@needs_real_dumps
@pytest.mark.parametrize(
    ("file", "places", "vintage", "mended"),
    [
        (
            "AD.txt", 2_907, "2007-10-08",
            {"no first-level division": 2_783, "population 0, taken as not known": 2_891,
            "the country itself among the other countries": 125},
        ),
        (
            "AG.txt", 549, "2011-08-08",
            {
                "height -9999, taken as not known": 227, "no first-level division": 54, "population 0, taken as not known": 528,
                "the country itself among the other countries": 121,
            },
        ),
        ("GB_sample_no_trailing_columns.txt", 47, "2014-05-09", {"byte-order mark at the start": 1}),
        ("geonames_sample.txt", 2, "2014-03-07", {}),
    ],
)  # fmt: skip
def test_a_real_extract_is_imported_with_exact_counts(file: str, places: int, vintage: str, mended: dict[str, int], layers: Path) -> None:
    """Counted in the files by other means, too."""
    layer = import_geonames([REAL / file], name="real", folder=layers)
    assert (places, 0, vintage, mended) == (layer.places, layer.left_out, layer.vintage, layer.mended)
    rows = [line.split("\t") for line in (REAL / file).read_text("utf-8").splitlines()]
    assert places == len({cells[0] for cells in rows}) == len(rows)
    assert mended.get("no first-level division", 0) == sum(cells[10] in {"", "00"} for cells in rows)
    assert mended.get("population 0, taken as not known", 0) == sum(cells[14] == "0" for cells in rows)
    assert mended.get("height -9999, taken as not known", 0) == sum(cells[16] == "-9999" for cells in rows)
    assert mended.get("the country itself among the other countries", 0) == sum(cells[8] in cells[9].split(",") for cells in rows)


@needs_real_dumps
def test_every_place_of_a_real_extract_is_found_by_name_and_id(layers: Path, opened: Open) -> None:
    """At its position: all 2,907 of Andorra."""
    import_geonames([REAL / "AD.txt"], name="real", folder=layers)
    gazetteer = opened()
    for line in (REAL / "AD.txt").read_text("utf-8").splitlines():
        cells = line.split("\t")
        place = gazetteer.place(f"geonames:{cells[0]}")
        if place.source == "real":
            assert (cells[1], round(float(cells[4]), 5), round(float(cells[5]), 5)) == (place.name, place.position.lat, place.position.lon)
        assert place in [match.place for match in gazetteer.candidates(cells[1])]


@needs_real_dumps
def test_real_files_go_together(layers: Path, opened: Open) -> None:
    """Places, both formats of alternate names, hierarchy and codes of divisions in one import; lines that are none are told."""
    names = (
        "AD.txt",
        "GB_sample_no_trailing_columns.txt",
        "alternateNames_sample.txt",
        "alternateNamesV2_sample.txt",
        "hierarchy_sample.txt",
    )
    layer = import_geonames([REAL / name for name in (*names, "admin1CodesASCII.txt")], name="real", folder=layers)
    assert (2_954, 0) == (layer.places, layer.left_out)
    told = {what: count for what, count in layer.mended.items() if "hierarchy" in what or "format" in what or "code or link" in what}
    assert {
        "hierarchy of an id that is none (0, -1)": 2,
        "row of an older format": 9,
        "code or link instead of a name (link)": 2, "code or link instead of a name (post)": 1, "code or link instead of a name (iata)": 1,
        "code or link instead of a name (icao)": 1, "code or link instead of a name (faac)": 1, "code or link instead of a name (abbr)": 1,
        "code or link instead of a name (fr_1793)": 1,
    } == told  # fmt: skip
    assert "AD.06" in {place.admin1 for place in opened().lookup("Sant Julià de Lòria")}


# Hierarchy and codes of divisions -------------------------------------------------------------------------------------------------------


def test_a_place_without_division_gets_that_of_what_it_lies_in(bring: Bring, opened: Open) -> None:
    """Over several steps; other types than ADM don't take the place of divisions, and what has a division keeps it."""
    division, village, hamlet, settled = range(FIRST_ID, FIRST_ID + 4)
    rows = [
        row("Wide Division", id=division, feature="A.ADM2", admin2="11"), row("Deep Village", id=village, admin1="00"),
        row("Deeper Hamlet", id=hamlet, admin1=""), row("Settled", id=settled, admin1="07"),
    ]  # fmt: skip
    hierarchy = (
        f"{division}\t{village}\tADM\n{village}\t{hamlet}\t\n9\t{hamlet}\ttourism\n{division}\t{settled}\tADM\n5\t{village}\tregion\n"
        f"0\t{division}\tADM\n-1\t5\n\ufeff7\t8\n"
    )
    layer = bring(rows, files={"hierarchy.txt": "\ufeff" + hierarchy})
    assert ["KZ.04.11", "KZ.04.11", "KZ.04.11", ""] == [
        opened().place(f"geonames:{number}").admin2 for number in (division, village, hamlet, settled)
    ]
    assert (2, 2, 1) == (
        layer.mended["division taken from the hierarchy"], layer.mended["hierarchy of an id that is none (0, -1)"],
        layer.mended["no first-level division"] - 1,
    )  # fmt: skip
    assert [] == left_out(layer)


def test_circles_in_the_hierarchy_end(bring: Bring, opened: Open) -> None:
    """Of one place, of two, and of ten."""
    ids = [FIRST_ID + number for number in range(10)]
    rows = [row(f"Round {number}", id=number, admin1="00") for number in ids]
    circles = f"{ids[0]}\t{ids[0]}\n{ids[1]}\t{ids[2]}\n{ids[2]}\t{ids[1]}\n"
    circles += "".join(f"{a}\t{b}\tADM\n" for a, b in zip(ids[3:], [*ids[4:], ids[3]], strict=True))
    layer = bring(rows, files={"hierarchy.txt": circles})
    assert (10, None) == (layer.places, layer.mended.get("division taken from the hierarchy"))
    assert {""} == {opened().place(f"geonames:{number}").admin1 for number in ids}


@pytest.mark.parametrize("bad", ["x\t1\tADM", "--5\t1\tADM", "²\t1\t", f"{'9' * 5000}\t1\t", "1"])
def test_a_bad_row_of_the_hierarchy_is_told(bad: str, bring: Bring) -> None:
    """With its file and line."""
    layer = bring(row(), files={"hierarchy.txt": f"1\t2\tADM\n3\t4\tADM\n{bad}\n"})
    assert [("hierarchy.txt", 3, "no two GeoNames ids in it")] == left_out(layer)


def test_files_of_codes_add_names_of_divisions(bring: Bring, opened: Open) -> None:
    """Where the division is a place of the files; what cannot be used is told."""
    codes = (
        f"KZ.04\tSandy Division\tSandy Divizion\t{FIRST_ID}\nKZ.05\tElsewhere\tElsewhere\t77\n"
        "KZ.06\tNo Number\tNo Number\tx\nKZ.07\tToo Large\tToo Large\t99999999999\nKZ.08\tSquare\tSquare\t²\n# a remark\n"
    )
    layer = bring(row("Qum Bölimi", feature="A.ADM1"), files={"admin1CodesASCII.txt": codes})
    assert {"alias"} == {match.how for name in ("Sandy Division", "Sandy Divizion") for match in opened().candidates(name)}
    assert 1 == layer.mended["name of a division that is not in the files"]
    reason = "not code, name, plain name and GeoNames id"
    assert [("admin1CodesASCII.txt", line, reason) for line in (3, 4, 5)] == left_out(layer)
