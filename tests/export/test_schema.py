"""The columns: what they are called, which type they have, and what conform() lets through."""

import csv
import math
from pathlib import Path

import pytest

import mapapp.export
from mapapp.export.schema import LAYERS, Column, ColumnType, columns_of, conform, incident_columns, writable

COLUMNS = (
    Column("id", ColumnType.TEXT, nullable=False),
    Column("n", ColumnType.INTEGER),
    Column("x", ColumnType.REAL),
    Column("b", ColumnType.BOOLEAN),
)


def test_there_are_78_incident_columns_in_the_order_of_the_table():
    """The typed columns are the table's rows, one for one."""
    with (Path(mapapp.export.__file__).parent / "incident_schema.tsv").open(encoding="utf-8") as lines:
        declared = [row["field"] for row in csv.DictReader(lines, delimiter="\t")]
    assert [column.name for column in incident_columns()] == declared
    assert len(declared) == 80


def test_the_first_date_like_column_is_time_start():
    """QGIS animates the first pair of date-like columns it finds."""
    dated = [column.name for column in incident_columns() if column.type in {ColumnType.DATE, ColumnType.DATETIME}]
    assert dated[:4] == ["time_start", "time_end", "date_start", "date_end"]


@pytest.mark.parametrize("layer", LAYERS)
def test_the_first_ten_characters_of_names_are_unique_and_ascii(layer):
    """Shapefiles keep ten characters of a name."""
    names = [column.name for column in columns_of(layer)]
    assert len({name[:10] for name in names}) == len(names)
    assert all(name.isascii() for name in names)


def test_a_column_of_one_name_has_one_type_in_all_layers():
    """One FeatureCollection may hold all layers, and a reader gives each name one type."""
    types = {(column.name, column.type) for layer in LAYERS for column in columns_of(layer)}
    assert len({name for name, _ in types}) == len(types)


def test_conform_puts_columns_in_order_and_fills_the_gaps_with_null():
    """A row comes out with all columns, in theirs."""
    assert list(conform({"x": 1, "id": "a"}, COLUMNS).items()) == [("id", "a"), ("n", None), ("x", 1.0), ("b", None)]
    assert isinstance(conform({"x": 1, "id": "a"}, COLUMNS)["x"], float)


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ({"id": None}, "id is empty"),
        ({"id": "a", "n": 1.5}, "n holds integer, not float"),
        ({"id": "a", "n": True}, "n holds integer, not bool"),
        ({"id": "a", "b": 1}, "b holds boolean, not int"),
        ({"id": "a", "x": "1"}, "x holds real, not str"),
        ({"id": "a", "x": math.nan}, "x is nan"),
        ({"id": "a", "x": math.inf}, "x is inf"),
        ({"id": "a", "y": 1}, "no such column: y"),
    ],
)
def test_conform_refuses_what_does_not_fit(row, complaint):
    """A wrong value is a broken program, and says which column it broke."""
    with pytest.raises(ValueError, match=complaint):
        conform(row, COLUMNS)


def test_a_number_that_no_count_of_people_reaches_becomes_null():
    """Beyond 2^53 readers lose digits; null says that it is not known."""
    assert conform({"id": "a", "n": 2**53}, COLUMNS)["n"] == 2**53
    assert conform({"id": "a", "n": 10**40}, COLUMNS)["n"] is None


def test_minus_zero_becomes_zero():
    """-0.0 is refused by the writer, so it must not come that far."""
    assert math.copysign(1.0, conform({"id": "a", "x": -0.0}, COLUMNS)["x"]) == 1.0


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("plain", "plain"),
        ("Akt\ud800obe", "Akt\ufffdobe"),
        ("a\0b", "a\ufffdb"),
        ("\ud83d\ude80", "\U0001f680"),
        ("\U0001f680", "\U0001f680"),
    ],
)
def test_writable_replaces_only_what_no_file_can_hold(given, expected):
    """Lone surrogates and NUL become U+FFFD; pairs of surrogates become the character they mean."""
    assert writable(given) == expected
