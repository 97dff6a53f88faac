"""Rings and sectors of stated distances as GDAL sees them."""

import json
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from shapely.geometry import shape

from gazetteer.coordinates import LatLon
from mapapp.claims.claim import Anchor, AnchorKind, Claim, ClaimKind, Interval, Verdict
from mapapp.export import write
from mapapp.report.report import Span

pytestmark = pytest.mark.gis

CHECK = Path(__file__).with_name("check_geojson.sh")


@pytest.fixture
def dossier(dossiers):
    """Give a report with a ring, a sector, a disc, a ring across 180 degrees and one around a pole."""
    places = (LatLon(48.6, 22.3), LatLon(50.3, 57.2), LatLon(31.2, 29.9), LatLon(-18.14, 178.44), LatLon(89.0, 10.0))
    stated = (Interval(18.0, 22.0), Interval(80.0, 100.0), Interval(None, 40.0), Interval(300.0, 400.0), Interval(200.0, 400.0))
    claims = [
        Claim(
            span=Span(10 * number, 10 * number + 5),
            text=f"claim {number}",
            kind=ClaimKind.DISTANCE,
            verdict=Verdict.CANNOT_TELL,
            reason="Nobody knows.",
            anchor=Anchor("a place", Span(0, 1), AnchorKind.PLACE, (), place, f"own:{number}"),
            stated=interval,
            direction="NW" if number == 1 else None,
        )
        for number, (place, interval) in enumerate(zip(places, stated, strict=True))
    ]
    return replace(dossiers[0], claims=tuple(claims), incidents=())


def test_gdal_reads_every_area_and_finds_nothing_to_mend(dossier, names, tmp_path):
    """Five features pass the check, and written again by GDAL's RFC 7946 writer they cover what they covered."""
    (path,) = write([dossier], tmp_path / "areas.geojson", layers=("areas",), gazetteer=names)
    run = subprocess.run(["sh", str(CHECK), str(path)], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout
    assert "features/located/unlocated 5 5 0" in run.stdout
    command = ["ogr2ogr", "-f", "GeoJSON", "-lco", "RFC7946=YES", "-lco", "COORDINATE_PRECISION=6", "/vsistdout/", str(path)]
    again = subprocess.run(command, capture_output=True, check=True)
    assert b"rror" not in again.stderr
    ours, theirs = ([shape(feature["geometry"]) for feature in json.loads(text)["features"]] for text in (path.read_bytes(), again.stdout))
    assert [one.symmetric_difference(other).area < 1e-6 for one, other in zip(ours, theirs, strict=True)] == [True] * 5
