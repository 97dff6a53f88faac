"""Alternate names of GeoNames: formats of all years, what is no name, names that are no longer borne."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from gazetteer import Gazetteer
from gazetteer.importing import dump_files
from gazetteer.importing.alternate_names import read_alternate_names
from gazetteer.layers import Layer
from gazetteer.name_table import ALIAS, FORMER
from tests.gazetteer.importing.dumps import FIRST_ID, REAL, alternate, needs_real_dumps, row

Bring = Callable[..., Layer]


def read(text: str, *, first_line: int = 1) -> tuple[list[tuple[str, int, int]], dict[str, int], list[tuple[int, str]]]:
    """Return names with owner and way, what was mended, and what was left out."""
    rows = read_alternate_names(text.encode(), first_line)
    names = list(zip(rows.names.keys, rows.names.owner, rows.names.how, strict=True))
    return names, dict(rows.mended), rows.left_out


@pytest.mark.parametrize("columns", range(4, 11))
def test_rows_of_all_formats_are_read(columns: int) -> None:
    """Ten columns today, eight or nine before, four where the empty ones were cut off."""
    older = {} if columns == 10 else {"row of an older format": 1}
    assert ([("zarechnoye", 7, ALIAS)], older, []) == read(alternate("Zarechnoye", of=7, columns=columns))


@pytest.mark.parametrize(("columns", "how"), [(10, FORMER), (9, FORMER), (8, FORMER), (7, ALIAS)])
def test_historic_names_are_former_names(columns: int, how: int) -> None:
    """The eighth column says so, in every format that has it."""
    names, _, _ = read(alternate("Tsarskoye", of=7, historic="1", columns=columns))
    assert [("tsarskoye", 7, how)] == names


@pytest.mark.parametrize("period", ["19 February 2008\t", "\t1961", "19150903\t", "قولەی\tQulai", "1589\t1925"])
def test_periods_are_free_text_and_no_obstacle(period: str) -> None:
    """They stand in the last two columns."""
    names, _, wrong = read(f"1\t7\tru\tSloboda\t1\t\t\t\t{period}\n")
    assert ([("sloboda", 7, ALIAS)], []) == (names, wrong)


@pytest.mark.parametrize("language", ["post", "link", "iata", "icao", "faac", "tcid", "unlc", "wkdt", "phon", "piny", "abbr", "fr_1793"])
def test_codes_and_links_are_no_names_but_counted(language: str) -> None:
    """The column of languages tells."""
    assert ([], {f"code or link instead of a name ({language})": 1}, []) == read(alternate("Perfectly", language=language))


@pytest.mark.parametrize("name", ["", "XQ", "TST", "Springfield, Upper", "a ke tuo bi", "12345", "https://example.org/", "- -", "x" * 61])
def test_names_of_no_use_are_counted(name: str) -> None:
    """Codes, addresses, romanised readings, qualifiers."""
    assert ([], {"name of no use for finding places (one or two letters, codes, with a comma)": 1}, []) == read(alternate(name))


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        ("1\t7\ten\n", "3 columns instead of 10"),
        ("1\t7\ten\tName" + "\t" * 7 + "\n", "11 columns instead of 10"),
        (alternate("Name", of="x"), "the second column is not a GeoNames id"),
        (alternate("Name", of=""), "the second column is not a GeoNames id"),
        (alternate("Name", of=0), "the second column is not a GeoNames id"),
        (alternate("Name", of=-3), "the second column is not a GeoNames id"),
        (alternate("Name", of="²"), "the second column is not a GeoNames id"),
        (alternate("Name", of=4_294_967_296), "the second column is not a GeoNames id"),
        (alternate("Name", of="1" * 5000), "the second column is not a GeoNames id"),
    ],
)
def test_a_bad_row_is_told_with_its_line(bad: str, reason: str) -> None:
    """The rows around it are read."""
    names, _, wrong = read(alternate("Before") + bad + alternate("Behind"), first_line=41)
    assert (["before", "behind"], [(42, reason)]) == ([name for name, _, _ in names], wrong)


def test_a_line_that_is_no_utf8_is_told() -> None:
    """With the byte at which it goes wrong."""
    rows = read_alternate_names(b"1\t7\ten\tCaf\xe9\n" + alternate("Behind").encode(), 5)
    assert (["behind"], [(5, "not UTF-8 (byte 11 of the line)")]) == (rows.names.keys, rows.left_out)


def test_names_lead_to_their_places_however_they_are_borne(bring: Bring) -> None:
    """Aliases, former names; those of places that are not there are counted."""
    from gazetteer import open_gazetteer

    names = [
        alternate("Yangi Testovo"), alternate("Stary Testovo", historic="1"), alternate("Тестово", language="ru"),
        alternate("Strange", of=FIRST_ID + 5), alternate("Testovo"), alternate("Yangi Testovo", language="uz"), "broken\n",
    ]  # fmt: skip
    layer = bring(row(alternates="From The Column"), files={"alternateNamesV2.txt": names})
    gazetteer: Gazetteer = open_gazetteer()
    hows = {name: [match.how for match in gazetteer.candidates(name)] for name in ("Yangi Testovo", "Stary Testovo", "Тестово", "Testovo")}
    assert {"Yangi Testovo": ["alias"], "Stary Testovo": ["former"], "Тестово": ["alias"], "Testovo": ["name"]} == hows
    assert [] == gazetteer.bearers_of_key("from the column")
    assert ({"alternate name of a place that is not in the files": 1}, 1) == (layer.mended, layer.left_out)


def test_lines_are_counted_right_across_pieces(bring: Bring, monkeypatch: pytest.MonkeyPatch) -> None:
    """With pieces shorter than a line."""
    monkeypatch.setattr(dump_files, "PIECE_BYTES", 16)
    names = [alternate(f"Name {'x' * (number % 40)}") if number % 10 else "bad\n" for number in range(1, 101)]
    layer = bring(row(), files={"alternateNamesV2.txt": names})
    lines = (layer.folder / "left_out.tsv").read_text("utf-8").splitlines()[1:]
    assert [f"alternateNamesV2.txt\t{number}\t1 columns instead of 10" for number in range(10, 101, 10)] == lines


@needs_real_dumps
@pytest.mark.parametrize(
    ("file", "names", "former"),
    [
        ("alternateNamesV2_sample.txt", 5, ["rossmoor cdp", "tsaritsyn", "قولهي كاني ماران"]),
        ("alternateNames_sample.txt", 9, ["abbaye saint antoine des champs"]),
    ],
)
def test_real_samples_are_read(file: str, names: int, former: list[str]) -> None:
    """Nothing in them is wrong."""
    rows = read_alternate_names((REAL / file).read_bytes(), 1)
    found = list(zip(rows.names.keys, rows.names.how, strict=True))
    assert (names, former, []) == (len(found), sorted(key for key, how in found if how == FORMER), rows.left_out)
