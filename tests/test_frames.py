"""Columns of pandas frames geocoded and checked, and every block of docs/geopy-and-pandas.md."""

from __future__ import annotations

import importlib.util
import re
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from mapapp.dossier import read_report
from mapapp.errors import BadOption
from mapapp.frames import check_column, checking, geocode_column, geocoding

PAGE = (Path(__file__).parents[1] / "docs" / "geopy-and-pandas.md").read_text("utf-8")
BLOCKS = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
CLAIM = "Aktobe, 100 kilometers from the Russian border, was the site of a bombing."
TWO_CLAIMS = f"{CLAIM} Almaty lies about 300 km from the Chinese border."
NEEDS_GEOPANDAS = pytest.mark.skipif(importlib.util.find_spec("geopandas") is None, reason="geopandas is not installed")


def towns(*names: Any, **columns: Any) -> pd.DataFrame:
    """Return a frame with a column of names, and others."""
    return pd.DataFrame({"town": pd.Series(names, dtype=object), **columns})


def placed(frame: pd.DataFrame, **options: Any) -> pd.DataFrame:
    """Geocode the column of names."""
    return geocode_column(frame, "town", progress=False, **options)


def test_every_name_has_its_place() -> None:
    """Beside the columns that were there, which stay as they were."""
    frame = pd.DataFrame({"town": ["Aktobe", "Paris, Texas", "Kazakhstan"], "n": [1, 2, 3]}, index=["x", "y", "x"])
    before = frame.copy()
    found = placed(frame)
    pd.testing.assert_frame_equal(frame, before)
    pd.testing.assert_frame_equal(found[["town", "n"]], before)
    assert found["place_name"].tolist() == ["Aktobe", "Paris", "Kazakhstan"]
    assert found["country"].tolist() == ["KZ", "US", "KZ"]
    assert found["kind"].tolist() == ["city", "city", "country"]
    assert found["place_id"].tolist()[:2] == ["geonames:610611", "geonames:4717560"]
    assert found["lat"].round(2).tolist()[:2] == [50.28, 33.66]
    assert found["uncertainty_m"].tolist()[2] > 1_000_000
    assert {name: str(found[name].dtype) for name in geocoding.COLUMNS} == geocoding.COLUMNS


def test_not_found_and_ambiguous_are_values() -> None:
    """Springfield is one of many; Georgia a country and a state; a name may be unknown, or known elsewhere only."""
    found = placed(towns("Springfield", "Georgia", "Paris", "Qwrtzp", "Aktobe"), country_column=None)
    assert found["ambiguous"].tolist() == [True, True, False, False, False]
    assert found["how"].tolist() == ["name", "name", "name", "not_found", "name"]
    assert found["n_namesakes"].tolist()[3] == 0
    assert found["n_namesakes"].tolist()[0] > 10
    assert placed(towns("Aktobe"), country="BR")["how"].tolist() == ["not_found"]


def test_disputed_places_have_no_single_country() -> None:
    """As in a dossier."""
    assert placed(towns("Crimea"))["country"].isna().tolist() == [True]


@pytest.mark.parametrize("cell", [None, float("nan"), pd.NA, pd.NaT, "", " \t", 3, 2.5, ["Aktobe"], {"a": 1}, b"Aktobe", np.nan])
def test_an_empty_cell_has_an_empty_answer(cell: Any) -> None:
    """So has one that is no text. None stops the others."""
    found = placed(towns("Aktobe", cell))
    assert found[list(geocoding.COLUMNS)].isna().loc[1].all()
    assert found["place_name"][0] == "Aktobe"


@pytest.mark.parametrize("text", ["x" * 1_000_000, "\0", "\ud800", "=1+1", "a," * 100_000, "'; drop table places; --", "<script>"])
def test_a_hostile_cell_is_not_found(text: str) -> None:
    """And quickly so."""
    assert placed(towns(text))["how"].tolist() == ["not_found"]


@pytest.mark.parametrize(
    ("country", "expected"),
    [
        ("LB", "LB"),
        ("lb", "LB"),
        ("LBN", "LB"),
        ("Lebanon", "LB"),
        (" LY ", "LY"),
        ("LBY", "LY"),
        ("Libya", "LY"),
        (None, "LY"),
        ("", "LY"),
    ],
)
def test_a_country_is_read_as_tables_have_it(country: Any, expected: str) -> None:
    """Codes of two and three letters, names; an empty cell leaves it open."""
    frame = towns("Tripoli", where=[country])
    assert placed(frame, country_column="where")["country"].tolist() == [expected]
    assert placed(frame, country=country)["country"].tolist() == [expected]


def test_a_country_that_is_none_is_said_to_be_none() -> None:
    """A value in a column; a mistake as the country of all rows. The country of all holds where the column is empty."""
    frame = towns("Tripoli", "Tripoli", "Tripoli", where=["Atlantis", None, 422])
    found = placed(frame, country_column="where", country="Lebanon")
    assert found["how"].tolist() == ["country_not_known", "name", "country_not_known"]
    assert found["country"].tolist()[1] == "LB"
    with pytest.raises(BadOption, match="country"):
        placed(frame, country="Atlantis")


def test_a_name_of_two_countries_leaves_both() -> None:
    """Congo is either."""
    assert placed(towns("Kinshasa", "Brazzaville"), country="Congo")["country"].tolist() == ["CD", "CG"]


def test_no_column_is_written_over() -> None:
    """A prefix helps; a column that is not there, or there twice, is told."""
    frame = towns("Aktobe", country=["KZ"])
    with pytest.raises(BadOption, match="'country' already"):
        placed(frame, country_column="country")
    found = placed(frame, country_column="country", prefix="found_")
    assert list(found.columns) == ["town", "country", *(f"found_{name}" for name in geocoding.COLUMNS)]
    with pytest.raises(BadOption, match="no column 'village'"):
        geocode_column(frame, "village", prefix="x_")
    with pytest.raises(BadOption, match="several columns"):
        placed(pd.concat([frame[["town"]]] * 2, axis=1))
    with pytest.raises(BadOption, match="label_point"):
        placed(frame, areas="centroid", prefix="x_")


@pytest.mark.parametrize("dtype", ["object", "string", "category", "str"])
def test_columns_of_any_type_of_text_work(dtype: str) -> None:
    """Categories and pandas' own strings."""
    column = pd.Series(["Aktobe", None, "Almaty"]).astype(dtype)
    assert placed(pd.DataFrame({"town": column}))["place_name"].fillna("").tolist() == ["Aktobe", "", "Almaty"]


def test_an_empty_frame_has_the_same_columns() -> None:
    """With the same types."""
    empty = placed(towns())
    assert ({name: str(empty[name].dtype) for name in geocoding.COLUMNS}, len(empty)) == (geocoding.COLUMNS, 0)
    claims = check_column(pd.DataFrame({"text": []}), "text", progress=False)
    assert {name: str(claims[name].dtype) for name in checking.COLUMNS} == checking.COLUMNS


def test_equal_names_are_looked_up_once(capsys: pytest.CaptureFixture[str]) -> None:
    """As the progress bar shows, on stderr."""
    found = geocode_column(towns(*["Aktobe", "Almaty"] * 500), "town")
    shown = capsys.readouterr()
    assert ("", True) == (shown.out, "2/2" in shown.err)
    assert found["place_name"].value_counts().tolist() == [500, 500]
    assert "Aktobe" not in shown.err
    placed(towns("Aktobe"))
    assert capsys.readouterr().err == ""


def test_without_geopandas_geometry_is_refused_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """One line that says what to do."""
    monkeypatch.setitem(sys.modules, "geopandas", None)
    with pytest.raises(ImportError, match="pip install geopandas"):
        placed(towns("Aktobe"), geometry=True)


@NEEDS_GEOPANDAS
def test_towns_are_points_and_areas_are_not() -> None:
    """Unless asked for: a label point is not where something is."""
    frame = towns("Aktobe", None, "Kazakhstan", "Qwrtzp")
    frame.index = pd.Index([5, 5, 6, 7])
    found, labelled = (placed(frame, geometry=True, areas=areas) for areas in (None, "label_point"))
    assert ("GeoDataFrame", "EPSG:4326", [5, 5, 6, 7]) == (type(found).__name__, str(found.crs), list(found.index))
    assert [point and (round(point.x, 2), round(point.y, 2)) for point in found.geometry] == [(57.21, 50.28), None, None, None]
    assert [point is not None for point in labelled.geometry] == [True, False, True, False]
    assert placed(frame[:0], geometry=True).crs == "EPSG:4326"
    with pytest.raises(BadOption, match="geometry"):
        placed(found[["town", "geometry"]], geometry=True)


# Claims ---------------------------------------------------------------------------------------------------------------------------------


def checked(texts: list[Any], **options: Any) -> pd.DataFrame:
    """Check a column of texts."""
    return check_column(pd.DataFrame({"text": pd.Series(texts, dtype=object)}), "text", progress=False, **options)


def test_every_claim_has_its_row() -> None:
    """Numbered within its text, with what the dossier says of it."""
    claims = checked([CLAIM, "All was quiet.", TWO_CLAIMS])
    assert claims.index.names == [None, "claim"]
    assert list(claims.index) == [(0, 0), (2, 0), (2, 1)]
    told = read_report(TWO_CLAIMS).claims
    assert claims.loc[2, "reason"].tolist() == [claim.reason for claim in told]
    first = claims.loc[(0, 0)]
    assert (first["subject"], first["anchor"], first["verdict"]) == ("Aktobe", "the Russian border", "by_road")
    assert (first["stated_low_km"], first["stated_high_km"], round(first["measured_km"])) == (90.0, 110.0, 69)
    assert claims["problem"].isna().all()
    assert CLAIM[first["q_start"] : first["q_end"]] == first["text"]


def test_the_labels_of_the_frame_stay() -> None:
    """One level, several levels, with names, the same label twice."""
    frame = pd.DataFrame({"text": [CLAIM, TWO_CLAIMS]}, index=pd.Index(["a", "a"], name="doc"))
    claims = check_column(frame, "text", progress=False)
    assert (claims.index.names, list(claims.index)) == (["doc", "claim"], [("a", 0), ("a", 0), ("a", 1)])
    deep = check_column(frame.set_index("text", drop=False, append=True), "text", progress=False)
    assert (deep.index.names, deep.index[2]) == (["doc", "text", "claim"], ("a", TWO_CLAIMS, 1))


@pytest.mark.parametrize("cell", [None, float("nan"), pd.NA, "", "  ", 7, b"x", "Nothing is claimed."])
def test_a_text_without_claims_has_no_row(cell: Any) -> None:
    """Nor has an empty cell."""
    assert [(1, 0)] == list(checked([cell, CLAIM]).index)


def test_a_text_that_cannot_be_read_says_why() -> None:
    """In a row of its own: none is dropped in silence, none stops the others."""
    claims = checked(["x" * 600_000, CLAIM])
    assert [(0, 0), (1, 0)] == list(claims.index)
    assert "600,000 characters" in claims.loc[(0, 0), "problem"]
    assert claims.drop(columns="problem").loc[(0, 0)].isna().all()


def test_a_fault_of_ours_costs_one_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """And is told."""

    def stumbling(text: str, **options: Any) -> Any:
        if "quiet" in text:
            msg = "a fault"
            raise IndexError(msg)
        return read_report(text, **options)

    monkeypatch.setattr(checking, "read_report", stumbling)
    claims = checked(["All was quiet.", CLAIM])
    assert ["mapapp stumbled over this text (IndexError); please report it", ""] == claims["problem"].fillna("").tolist()


def test_the_day_of_publication_is_read_as_tables_have_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Dates, timestamps, texts; one that is none is told."""
    seen: list[Any] = []

    def watching(text: str, *, published: date | None, **options: Any) -> Any:
        seen.append(published)
        return read_report(text, published=published, **options)

    monkeypatch.setattr(checking, "read_report", watching)
    days = ["2016-06-14", "2016-06-14T08:00:00Z", date(2016, 6, 14), datetime(2016, 6, 14, 8), pd.Timestamp("2016-06-14"), None, pd.NaT, ""]  # noqa: DTZ001
    frame = pd.DataFrame({"text": [f"{CLAIM} {n}" for n in range(len(days) + 2)], "day": pd.Series([*days, "soon", 5], dtype=object)})
    claims = check_column(frame, "text", published_column="day", progress=False)
    assert [date(2016, 6, 14)] * 5 + [None] * 3 == seen
    assert claims["problem"].notna().tolist() == [False] * 8 + [True] * 2


def test_equal_texts_are_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """And answered every time."""
    read: list[str] = []

    def counting(text: str, **options: Any) -> Any:
        read.append(text)
        return read_report(text, **options)

    monkeypatch.setattr(checking, "read_report", counting)
    assert (5, 1) == (len(checked([CLAIM] * 5)), len(read))


def test_progress_shows_no_text(capsys: pytest.CaptureFixture[str]) -> None:
    """Reports are private."""
    check_column(pd.DataFrame({"text": [CLAIM]}), "text")
    shown = capsys.readouterr()
    assert ("", True, False) == (shown.out, "1/1" in shown.err, "Aktobe" in shown.err)


# The page -------------------------------------------------------------------------------------------------------------------------------


def test_what_the_page_shows_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its blocks are executed in order; those of geopandas where it is installed."""
    monkeypatch.chdir(tmp_path)
    has_geopandas = importlib.util.find_spec("geopandas") is not None
    shown: dict[str, Any] = {}
    # In a thread of its own: where a browser test came before, an event loop runs in this one, and the page starts one.
    with ThreadPoolExecutor(1) as thread:
        for block in BLOCKS:
            if has_geopandas or "geometry=True" not in block:
                thread.submit(exec, block, shown).result()
    assert len(BLOCKS) == 10


def test_nominatim_is_replaced_by_two_lines() -> None:
    """No more change in the page's first block."""
    (change,) = re.findall(r"```diff\n(.*?)```", PAGE, re.DOTALL)
    new = [line[1:] for line in change.splitlines() if line.startswith("+")]
    first = [line for line in BLOCKS[0].splitlines() if line][:2]
    assert (4, new) == (len(change.splitlines()), first)
