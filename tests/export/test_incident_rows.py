"""From an incident to its row: dates, precision, counts, source, claims."""

from dataclasses import replace
from datetime import date

import pytest

from gazetteer.coordinates import LatLon
from mapapp.export.findings import Sites
from mapapp.export.incident_rows import edtf, incident_row, shortened
from mapapp.export.schema import conform, incident_columns
from mapapp.incidents.incident import Count, DatePrecision, GeoPrecision, Incident, IncidentType


def rows(dossier, names):
    """Return the rows of a dossier's incidents by id, in full."""
    sites = Sites(dossier)
    made = (incident_row(incident, dossier=dossier, sites=sites, names=names) for incident in dossier.incidents)
    return {row["id"]: conform(row, incident_columns()) for row in made}


def test_a_day_becomes_a_half_open_interval(invented, names):
    """time_end is midnight after the last day, so that a one-day step of a time slider shows the incident."""
    row = rows(invented.harbour(), names)["fi-bbb222"]
    assert [row[key] for key in ("time_start", "time_end", "date_start", "date_end", "date_prec", "date_edtf")] == [
        "2023-04-02T00:00:00Z",
        "2023-04-03T00:00:00Z",
        "2023-04-02",
        "2023-04-02",
        1,
        "2023-04-02",
    ]


@pytest.mark.parametrize(
    ("start", "end", "precision", "expected"),
    [
        (date(2011, 1, 1), date(2011, 12, 31), DatePrecision.YEAR, "2011"),
        (date(988, 1, 1), date(988, 12, 31), DatePrecision.YEAR, "0988"),
        (date(2016, 6, 1), date(2016, 6, 30), DatePrecision.MONTH, "2016-06"),
        (date(2016, 6, 5), date(2016, 6, 5), DatePrecision.DAY, "2016-06-05"),
        (date(2016, 6, 5), date(2016, 6, 11), DatePrecision.WEEK, "2016-06-05/2016-06-11"),
        (date(2015, 12, 1), date(2016, 1, 31), DatePrecision.MONTH, "2015-12-01/2016-01-31"),
    ],
)
def test_dates_are_written_in_edtf_to_their_precision(start, end, precision, expected):
    """ISO 8601-2: a year is four digits, not its first day."""
    assert edtf(start, end, precision) == expected


def test_an_undated_incident_keeps_its_row_without_dates(invented, names):
    """Counts in, counts out."""
    row = rows(invented.fiji(), names)["ac-fff666"]
    assert [row[key] for key in ("time_start", "time_end", "date_start", "date_prec", "geo_prec", "latitude")] == [None] * 6


def test_the_last_day_of_the_calendar_has_no_end(invented, names):
    """There is no midnight after 9999-12-31."""
    dossier = invented.harbour()
    last = replace(dossier.incidents[0], date_start=date.max, date_end=date.max)
    assert rows(replace(dossier, incidents=(last,)), names)["fi-aaa111"]["time_end"] is None


def test_an_incident_that_ends_before_it_starts_is_refused(invented, names):
    """A broken program is told so."""
    dossier = invented.harbour()
    wrong = replace(dossier.incidents[0], date_end=date(2023, 4, 1))
    with pytest.raises(ValueError, match="before it starts"):
        rows(replace(dossier, incidents=(wrong,)), names)


def test_the_site_brings_place_divisions_and_country_codes(invented, names):
    """Names come from the gazetteer, codes from ISO 3166-1."""
    row = rows(invented.harbour(), names)["fi-aaa111"]
    keys = ("location", "loc_text", "place_id", "adm1", "adm1_code", "adm2", "country", "iso2", "iso2_all", "iso3", "iso_num")
    assert [row[key] for key in keys] == [
        "Uzhhorod", "Uzhhorod", "geonames:690548", "Transcarpathia", "UA.25", "Uzhhorod Raion", "Ukraine", "UA", None, "UKR", 804,
    ]  # fmt: skip
    assert [row[key] for key in ("geo_role", "geo_conf", "n_cand", "geo_why")] == [
        "site",
        0.96,
        2,
        "only place of that name; near the border named",
    ]


def test_disputed_ground_names_all_claimants_and_no_country(invented, names):
    """iso2 would take a side."""
    row = rows(invented.quarry(), names)["ab-iii999"]
    assert [row[key] for key in ("iso2", "iso3", "country", "iso2_all")] == [None, None, None, "IN; PK"]


def test_a_computed_position_gets_its_country_from_the_borders(invented, names):
    """60 km west of a town there is no record, but there is a country."""
    row = rows(invented.fiji(), names)["lo-ggg777"]
    assert [row[key] for key in ("place_id", "location", "iso2", "geo_method")] == [None, "60 km west of Egvekinot", "RU", "relative"]


def test_a_country_is_never_a_point(invented, names):
    """The incident keeps country and precision, and has no coordinates."""
    row = rows(invented.quarry(), names)["pr-hhh888"]
    assert [row[key] for key in ("iso2", "geo_prec", "uncert_m", "latitude", "longitude")] == ["CL", 6, 2_000_000.0, None, None]


def test_nobody_killed_is_zero_and_not_stated_is_null(invented, names):
    """The two are never mixed up."""
    found = rows(invented.harbour(), names)
    assert [found["fi-ddd444"][key] for key in ("deaths_best", "inj_best", "arrested")] == [0, 0, None]
    assert [found["fi-aaa111"][key] for key in ("deaths_best", "inj_best")] == [5, None]


def test_an_open_side_of_a_count_stays_open(invented, names):
    """The words "at least four" give a low side only."""
    dossier = invented.harbour()
    row = rows(replace(dossier, incidents=(replace(dossier.incidents[0], killed=Count(4, None, None)),)), names)["fi-aaa111"]
    assert [row[key] for key in ("deaths_low", "deaths_best", "deaths_high")] == [4, None, None]


def test_the_perpetrator_is_actor1_and_side_a(invented, names):
    """UCDP's side A of one-sided violence; his dead are apart from the victims."""
    row = rows(invented.quarry(), names)["ab-iii999"]
    keys = ("actor1", "actor1_typ", "actor2", "actor2_typ", "civ_target", "deaths_a", "deaths_b", "deaths_best", "abducted")
    assert [row[key] for key in keys] == ["gunmen", "armed_group", "Two porters", "civilians", True, 1, None, None, 2]


def test_other_schemes_codes_stand_in_their_columns(invented, names):
    """Null where a scheme has no class: a fire is no political violence."""
    keys = ("acled_event", "acled_sub_event", "plover", "gtd_attack", "viol_type")
    assert [rows(invented.quarry(), names)["ab-iii999"][key] for key in keys] == [
        "Violence against civilians", "Abduction/forced disappearance", "ASSAULT", 6, None,
    ]  # fmt: skip
    assert [rows(invented.harbour(), names)["fi-aaa111"][key] for key in keys] == [None] * 5


def test_the_quote_is_the_slice_at_its_offsets(invented, names):
    """Anybody can check it against the report."""
    dossier = invented.harbour()
    row = rows(dossier, names)["fi-ccc333"]
    assert row["quote"] == dossier.report.text[row["q_start"] : row["q_end"]]
    assert [row[key] for key in ("said_by", "attribution", "src_name", "src_date", "doc_sha")] == [
        "a fire officer", "reported", "Two fires", "2023-04-03", dossier.report.text_sha256,
    ]  # fmt: skip


def test_an_umbrella_is_a_summary_and_its_parts_are_not(invented, names):
    """UCDP event_clarity."""
    found = rows(invented.harbour(), names)
    assert [(found[key]["clarity"], found[key]["parent"]) for key in ("fi-aaa111", "fi-bbb222")] == [(2, None), (1, "fi-aaa111")]


def test_the_worst_claim_about_a_site_stands_in_the_row(invented, names):
    """Somebody filtering for contradicted claims finds the incident."""
    row = rows(invented.harbour(), names)["fi-aaa111"]
    assert (row["claims_n"], row["claim_worst"]) == (1, "contradicted")
    assert rows(invented.fiji(), names)["lo-ggg777"]["claim_worst"] is None


def test_a_relative_site_is_a_point_whatever_its_precision(invented, names):
    """Method relative: the position was computed, it is no label point."""
    dossier = invented.fiji()
    moved = replace(dossier.incidents[2].site, geo_precision=GeoPrecision.LARGER, position=LatLon(66.0, 170.0))
    row = rows(replace(dossier, incidents=(replace(dossier.incidents[2], site=moved),)), names)["lo-ggg777"]
    assert (row["latitude"], row["longitude"]) == (66.0, 170.0)


def test_a_title_has_at_most_80_characters_and_ends_between_words():
    """The schema's limit; the whole stands in the description."""
    text = "Several people were taken to hospital after a bridge over the river gave way on market day in the old town"
    assert shortened(text) == "Several people were taken to hospital after a bridge over the river gave way…"
    assert len(shortened("x" * 5000)) == 80
    assert shortened("  two\n lines ") == "two lines"


def test_an_incident_without_words_is_called_by_its_type(invented, names):
    """A title is never empty."""
    dossier = replace(invented.harbour(), incidents=(Incident("x-1", IncidentType.ARMED_ATTACK, ""),))
    row = rows(dossier, names)["x-1"]
    assert (row["title"], row["description"]) == ("armed attack", None)
