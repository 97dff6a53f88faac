"""The hand-kept tables hold together: columns, order, ids, coordinates, codes, kinds, and demonyms that lead somewhere."""

import csv
import re
import unicodedata
from collections import defaultdict
from itertools import pairwise
from pathlib import Path

import pytest

from gazetteer.place import Kind

FOLDER = Path(__file__).parents[2] / "data" / "handkept"
AREA_TABLES = (
    "continents oceans_and_seas gulfs_and_bays straits_and_canals rivers lakes ranges_and_peaks deserts islands peninsulas_and_capes "
    "macro_regions historic_regions de_facto_and_disputed historic_countries natural_areas"
).split()
AREA_COLUMNS = "id name kind feature_code lat lon radius_km countries aliases valid_from valid_to geonameid note".split()
COLUMNS = {
    "countries": "iso2 name lat lon radius_km aliases abbreviations former_names".split(),
    "admin1_points": "code lat lon radius_km aliases".split(),
    "demonyms": "word place plural note".split(),
    "abbreviations": "text place use".split(),
    **dict.fromkeys(AREA_TABLES, AREA_COLUMNS),
}
LEAST_AREAS = 600
ISO_3166_AND_KOSOVO = 250
FARTHEST_KM = 10_000.0


def rows(table: str) -> list[dict[str, str]]:
    """Return the rows of a hand-kept table."""
    with (FOLDER / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def areas() -> list[dict[str, str]]:
    """Return the rows of all tables of areas."""
    return [row for table in AREA_TABLES for row in rows(table)]


def parts(joined: str) -> list[str]:
    """Return the values of a field that holds several."""
    return joined.split("|") if joined else []


def folded(name: str) -> str:
    """Return a name as two spellings of it are compared here: without case, accents, article."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return plain.replace("’", "'").removeprefix("the ")


def country_codes() -> set[str]:
    """Return the codes of all countries."""
    return {row["iso2"] for row in rows("countries")}


@pytest.mark.parametrize("table", sorted(COLUMNS))
def test_every_table_has_its_columns_and_rows_in_order_without_repeats(table: str) -> None:
    """The header is the documented one, no row has more or fewer fields, and rows follow each other strictly."""
    with (FOLDER / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        header, *body = csv.reader(file, strict=True)
    assert header == COLUMNS[table]
    assert {len(fields) for fields in body} == {len(header)}
    disordered = [(before, after) for before, after in pairwise(body) if before >= after]
    assert disordered == []


@pytest.mark.parametrize("table", sorted(COLUMNS))
def test_no_field_has_blanks_around_it_or_a_line_break_in_it(table: str) -> None:
    """One record a line, and nothing that a reader would have to strip."""
    untidy = [
        value for row in rows(table) for field in row.values() for value in (parts(field) or [field])
        if value != value.strip() or "\n" in value or "  " in value
    ]  # fmt: skip
    assert untidy == []


@pytest.mark.parametrize("table", [table for table in sorted(COLUMNS) if "aliases" in COLUMNS[table]])
def test_aliases_are_neither_empty_nor_repeated_nor_the_name_itself(table: str) -> None:
    """Every alias adds a spelling."""
    idle = []
    for row in rows(table):
        aliases = parts(row["aliases"])
        if len(set(aliases)) < len(aliases) or "" in aliases or row.get("name") in aliases:
            idle.append(row)
    assert idle == []


@pytest.mark.parametrize("table", [table for table in sorted(COLUMNS) if "lat" in COLUMNS[table]])
def test_points_lie_on_the_earth_and_claim_no_more_precision_than_they_have(table: str) -> None:
    """Latitude and longitude in range with three decimals at the most, radius above zero and below a quarter of the earth."""
    wrong = []
    for row in rows(table):
        in_range = abs(float(row["lat"])) <= 90.0 and abs(float(row["lon"])) <= 180.0
        decimals = max(len(row[axis].partition(".")[2]) for axis in ("lat", "lon"))
        if not (in_range and decimals <= 3 and 0.0 < float(row["radius_km"]) <= FARTHEST_KM):
            wrong.append(row)
    assert wrong == []


def test_ids_of_areas_are_slugs_and_unique_over_all_tables() -> None:
    """An id names one area, and no country or division code looks like it."""
    ids = [row["id"] for row in areas()]
    assert [name for name in ids if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", name)] == []
    assert sorted(ids) == sorted(set(ids))


def test_areas_carry_known_kinds_feature_codes_countries_and_ids() -> None:
    """Each field holds what the reader of the tables takes it for."""
    kinds, codes = {str(kind) for kind in Kind}, country_codes()
    assert {row["kind"] for row in areas()} <= kinds
    assert [row["id"] for row in areas() if not re.fullmatch(r"[A-Z]{2,5}", row["feature_code"])] == []
    assert [row["id"] for row in areas() if row["geonameid"] and not row["geonameid"].isdecimal()] == []
    unknown = [(row["id"], code) for row in areas() for code in parts(row["countries"]) if code not in codes]
    assert unknown == []
    assert [row["id"] for row in areas() if parts(row["countries"]) != sorted(set(parts(row["countries"])))] == []


def test_geonames_ids_are_used_once() -> None:
    """Two areas with one id would be merged into one record."""
    ids = [row["geonameid"] for row in areas() if row["geonameid"]]
    assert sorted(ids) == sorted(set(ids))


def test_years_run_forward() -> None:
    """A year before Christ is negative; nothing ends before it begins."""
    backward = [
        row["id"] for row in areas()
        if row["valid_from"] and row["valid_to"] and int(row["valid_from"]) > int(row["valid_to"])
    ]  # fmt: skip
    assert backward == []
    assert [row["id"] for row in rows("historic_countries") if not row["valid_to"]] == []


def test_namesakes_of_one_kind_are_noted() -> None:
    """Two areas of one kind share a name only where their notes say that they do."""
    bearers: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    notes = {row["id"]: row["note"] for row in areas()}
    for row in areas():
        for name in (row["name"], *parts(row["aliases"])):
            bearers[row["kind"], folded(name)].add(row["id"])
    silent = {name: ids for name, ids in bearers.items() if len(ids) > 1 and not all("shares" in notes[i] for i in ids)}
    assert silent == {}


def test_every_area_says_why_it_is_there() -> None:
    """The note names the criterion of the class or the dispute."""
    assert [row["id"] for row in areas() if not row["note"]] == []


def test_there_are_enough_areas_and_each_class_states_where_it_ends() -> None:
    """No class is empty and the read-me gives the limit of each."""
    read_me = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert [table for table in AREA_TABLES if not rows(table)] == []
    assert [table for table in COLUMNS if f"`{table}.csv`" not in read_me] == []
    assert len(areas()) >= LEAST_AREAS


def test_all_countries_are_there_with_a_name_of_their_own() -> None:
    """249 entries of ISO 3166-1 and Kosovo."""
    names = [row["name"] for row in rows("countries")]
    assert len(names) == ISO_3166_AND_KOSOVO
    assert sorted(names) == sorted(set(names))
    assert [row["iso2"] for row in rows("countries") if not re.fullmatch(r"[A-Z]{2}", row["iso2"])] == []


def test_divisions_belong_to_known_countries() -> None:
    """A code of admin1_points.csv is a country code, a point and the division's own code."""
    codes = country_codes()
    divisions = [row["code"] for row in rows("admin1_points")]
    strange = [code for code in divisions if not re.fullmatch(r"[A-Z]{2}\.\w+", code) or code[:2] not in codes]
    assert strange == []


@pytest.mark.parametrize("table", ["demonyms", "abbreviations"])
def test_demonyms_and_abbreviations_lead_to_a_place(table: str) -> None:
    """A country, a first-level division, a hand-kept area or a GeoNames id; the division is one we know wherever we list its country's."""
    countries, ids = country_codes(), {row["id"] for row in areas()}
    divisions = {row["code"] for row in rows("admin1_points")}
    listed = {code[:2] for code in divisions}

    def leads_somewhere(place: str) -> bool:
        if re.fullmatch(r"[A-Z]{2}\.\w+", place):
            return place[:2] in countries and (place in divisions or place[:2] not in listed)
        return place in countries or place in ids or re.fullmatch(r"geonames:[1-9]\d{4,8}", place) is not None

    assert [row for row in rows(table) if not leads_somewhere(row["place"])] == []


def test_demonyms_begin_with_a_capital() -> None:
    """Singular and plural are words as a report prints them."""
    words = [word for row in rows("demonyms") for word in (row["word"], row["plural"]) if word]
    assert [word for word in words if not word[0].isupper()] == []


def test_every_country_with_people_has_a_demonym() -> None:
    """The class is complete: all countries but some that nobody lives in or that use their owner's word."""
    without_word = set("AQ BV CC CX GS HM IO PM SJ TF UM".split())
    named = {row["place"] for row in rows("demonyms")} | {"GB"}
    assert country_codes() - named == without_word


def test_every_state_of_the_united_states_has_demonym_and_abbreviations() -> None:
    """Fifty states and the District of Columbia, each with its postal code behind a town."""
    states = {row["code"] for row in rows("admin1_points") if row["code"].startswith("US.")}
    after_town = [row for row in rows("abbreviations") if row["use"] == "after_town"]
    postal = {row["place"] for row in after_town if row["place"] == f"US.{row['text']}"}
    assert len(states) == 51
    assert states - {row["place"] for row in rows("demonyms")} == set()
    assert states - postal - {"US.DC"} == set()


def test_abbreviations_have_a_known_use_and_do_not_repeat_those_of_countries() -> None:
    """An abbreviation of a country stands with the country."""
    assert {row["use"] for row in rows("abbreviations")} == {"free", "after_town"}
    of_countries = {(text, row["iso2"]) for row in rows("countries") for text in parts(row["abbreviations"])}
    assert [row for row in rows("abbreviations") if (row["text"], row["place"]) in of_countries] == []
