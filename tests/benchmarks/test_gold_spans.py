"""The ceiling of a gazetteer: the best of a name's candidates."""

from __future__ import annotations

from benchmarks.quality.gold_spans import best_of, shares
from gazetteer import Kind, LatLon, Place
from mapapp.report.report import Span
from mapapp.toponyms.toponym import Alternative, Toponym


def place(geonameid: int, lat: float, lon: float) -> Place:
    """Return a town."""
    return Place(str(geonameid), geonameid, "Moroto", LatLon(lat, lon), ("UG",), Kind.CITY, "PPL", 1000, 1.0, "", "", "own")


def toponym(chosen: Place | None, *others: Place) -> Toponym:
    """Return a resolved name with its other candidates."""
    return Toponym(Span(0, 6), "Moroto", place=chosen, alternatives=tuple(Alternative(p, 0.0) for p in others))


def test_the_marked_id_is_best_then_the_nearest(scorer) -> None:
    """Also among the alternatives of a name that was left unplaced."""
    near, same, far = place(1, 2.5, 34.6), place(2, 9.0, 9.0), place(3, -40.0, 10.0)
    gold = {"lat": 2.53, "lon": 34.66, "geonameid": 2}
    assert best_of(toponym(far, near, same), gold, scorer(0, 0, 0)) == same
    assert best_of(toponym(None, far, near), gold, scorer(0, 0, 0)) == near


def test_without_candidates_or_without_a_point_there_is_no_best(scorer) -> None:
    """Then the ceiling has a hole there."""
    assert best_of(toponym(None), {"lat": 2.53, "lon": 34.66, "geonameid": 2}, scorer(0, 0, 0)) is None
    assert best_of(toponym(place(1, 0.0, 0.0)), {"lat": None, "lon": None, "geonameid": None}, scorer(0, 0, 0)) is None


def test_the_share_is_of_the_ceiling() -> None:
    """Four fifths right under a ceiling of nine tenths; nothing to be had is no share."""
    assert shares({"all": 0.72}, {"all": 0.9}, ["all"]) == {"all.right": 0.72, "all.ceiling": 0.9, "all.share_of_ceiling": 0.72 / 0.9}
    assert shares({"all": 0.0}, {"all": 0.0}, ["all"])["all.share_of_ceiling"] == 0.0
