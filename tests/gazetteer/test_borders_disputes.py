"""Readings: which line is the border depends on to whom disputed ground is counted, and no reading is preferred."""

from __future__ import annotations

from pathlib import Path

import pytest

from gazetteer.border_disputes import Dispute, DisputeKind, read_disputes
from gazetteer.borders import UNDISPUTED, BorderLayer, load_borders
from gazetteer.coordinates import LatLon
from gazetteer.errors import DataDamaged, DataMissing
from gazetteer.store import data_folder

DISPUTES = read_disputes(data_folder() / "handkept" / "disputes.csv")


@pytest.fixture(name="layer", scope="module")
def _layer() -> BorderLayer:
    return load_borders(data_folder())


def readings(layer: BorderLayer, a: str, b: str | None, lat: float, lon: float) -> dict[str, float]:
    """Return the rounded distances by reading."""
    return {point.reading: round(point.distance_km) for point in layer.border(a, b).readings(LatLon(lat, lon))}


def test_an_undisputed_border_has_one_reading(layer: BorderLayer):
    """Most borders are what they are."""
    aktobe = LatLon(50.27969, 57.20718)
    border = layer.border("KZ", "RU")
    assert border.readings(aktobe) == (border.nearest(aktobe),)
    assert border.nearest(aktobe).reading == UNDISPUTED


def test_crimea_gives_two_distances(layer: BorderLayer):
    """From Kherson, Russia begins 90 km or 430 km away."""
    assert readings(layer, "UA", "RU", 46.64, 32.62) == {"Crimea as RU": 89, "Crimea as UA": 431}


def test_nearest_is_the_first_reading(layer: BorderLayer):
    """The line that any outline shows nearest is given, and named."""
    kherson = LatLon(46.64, 32.62)
    assert layer.border("UA", "RU").nearest(kherson) == layer.border("UA", "RU").readings(kherson)[0]


def test_a_dispute_far_away_changes_nothing(layer: BorderLayer):
    """Belgorod's distance to Ukraine does not depend on Crimea."""
    assert set(readings(layer, "UA", "RU", 50.60, 36.59)) == {UNDISPUTED}


def test_a_country_claimed_as_a_whole_is_a_reading_and_never_the_default(layer: BorderLayer):
    """From Skopje, Serbia begins 32 km away, or 15 km if Kosovo is counted to it."""
    assert readings(layer, "RS", None, 42.0, 21.43) == {"Kosovo as RS": 15, "Kosovo as XK": 32}
    assert layer.border("RS").nearest(LatLon(42.0, 21.43)).reading == "Kosovo as XK"


def test_a_reading_without_the_border_is_left_out(layer: BorderLayer):
    """Serbia and Kosovo have a border only if Kosovo is not counted to Serbia."""
    assert set(readings(layer, "RS", "XK", 42.66, 21.16)) == {"Kosovo as XK"}


def test_unclaimed_ground_is_nobodys(layer: BorderLayer):
    """Bir Tawil is in no country, and either line bounds it."""
    bir_tawil = LatLon(21.88, 33.70)
    assert layer.countries_at(bir_tawil) == ()
    assert set(readings(layer, "EG", "SD", 21.88, 33.70)) == {"Bir Tawil as EG", "Bir Tawil as SD"}


def test_outlines_that_disagree_are_readings_without_a_name(layer: BorderLayer):
    """Where the sources draw two lines far apart, both are kept."""
    found = readings(layer, "CN", "KZ", 47.70, 85.60)
    assert set(found) == {
        "ground where the outlines of CN and KZ disagree as CN",
        "ground where the outlines of CN and KZ disagree as KZ",
    }


def test_a_coast_has_readings_too(layer: BorderLayer):
    """Simferopol is as far from the coast whoever counts it, but Russia's coast is nearer under one reading."""
    points = layer.coast("RU").readings(LatLon(44.95, 34.10))
    assert [point.reading for point in points] == ["Crimea as RU", "Crimea as UA"]
    assert points[0].distance_km < 50 < points[1].distance_km


def test_the_only_line_known_is_said_to_be_that(layer: BorderLayer):
    """Quneitra's distance to Israel is to the line towards the UN zone; the answer warns."""
    (point,) = layer.border("IL", "SY").readings(LatLon(33.126, 35.825))
    assert point.reading == "Golan Heights: the only line in the data"


@pytest.mark.parametrize("dispute", DISPUTES, ids=lambda dispute: dispute.dispute_id)
def test_each_row_says_what_the_data_show(layer: BorderLayer, dispute: Dispute):
    """At the label point of each row the border data show what the kind of the row says."""
    at = set(layer.countries_at(dispute.label_point))
    expected = {
        DisputeKind.OVERLAP: at == set(dispute.parties),
        DisputeKind.GAP: at == (set(dispute.parties) if dispute.claimed_by else set()),
        DisputeKind.COUNTRY: at == {dispute.parties[0]},
        DisputeKind.SINGLE: len(at) == 1 and at <= set(dispute.parties),
        DisputeKind.ABSENT: at == set(),
    }
    assert dispute.box.contains(dispute.label_point)
    assert expected[dispute.kind]


@pytest.mark.parametrize("dispute", DISPUTES, ids=lambda dispute: dispute.dispute_id)
def test_each_row_is_complete(layer: BorderLayer, dispute: Dispute):
    """Codes are known, a source and a year are given, whoever administers the ground claims it."""
    assert {*dispute.parties, *dispute.administered_by, *dispute.claimed_by} <= layer.countries
    assert dispute.administered_by == () or set(dispute.administered_by) <= set(dispute.claimed_by)
    assert dispute.area
    assert dispute.source
    assert dispute.since.isdecimal()


def test_the_table_is_sorted_and_ids_are_unique():
    """One row a line, in order, so that differences are readable."""
    ids = [dispute.dispute_id for dispute in DISPUTES]
    assert ids == sorted(set(ids))
    assert len(ids) >= 40


def test_a_broken_row_is_named(tmp_path: Path):
    """File and line are in the message."""
    (tmp_path / "disputes.csv").write_text("id,area,kind\nx,Somewhere,quarrel\n", encoding="utf-8")
    with pytest.raises(DataDamaged, match=r"disputes\.csv, line 2"):
        read_disputes(tmp_path / "disputes.csv")


def test_a_missing_table_is_said_to_be_missing(tmp_path: Path):
    """There is no silent empty table: nobody would be told about readings."""
    with pytest.raises(DataMissing, match=r"disputes\.csv"):
        read_disputes(tmp_path / "disputes.csv")
