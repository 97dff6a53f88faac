"""Figures for one distance that do not agree, in one report or in two: told together, whatever the order of the reports."""

from dataclasses import replace

import pytest

from mapapp.claims.claim import Interval
from mapapp.export import feature_collection, to_bytes
from mapapp.export.disagreement import NAME_CHARACTERS, report_names
from mapapp.report.report import Span


@pytest.fixture
def other(invented):
    """Give a second report in which the same town is said to be 3 km from the same border."""
    dossier = invented.harbour()
    claim = replace(dossier.claims[0], text="3 km from the Slovak border", stated=Interval(2.7, 3.3), span=Span(4, 9))
    return replace(
        dossier, report=replace(dossier.report, text=f"Later. {dossier.report.text}", title="A later report"), claims=(claim,), incidents=()
    )


def rows(dossiers, names):
    """Return the properties of the claims."""
    return [feature["properties"] for feature in feature_collection(dossiers, layers=("claims",), gazetteer=names)["features"]]


def test_claims_that_disagree_share_an_id_and_a_sentence(invented, other, names):
    """The id is that of the first of them; the sentence names both figures and both reports."""
    first, second = rows([invented.harbour(), other], names)
    assert first["conflict"] == second["conflict"]
    assert first["conflict"] in {first["id"], second["id"]}
    assert all(word in first["conflict_why"] for word in ("20 kilometers", "3 km", "Two fires", "A later report"))


def test_the_order_of_the_reports_does_not_matter(invented, other, names):
    """The same bytes."""
    forth, back = (
        to_bytes(feature_collection(reports, layers=("claims",), gazetteer=names))
        for reports in ([invented.harbour(), other], [other, invented.harbour()])
    )
    assert forth == back


def test_claims_that_agree_or_stand_alone_are_no_conflict(invented, names):
    """The same report twice says the same thing twice."""
    assert [row["conflict"] for row in rows([invented.harbour(), invented.harbour(), invented.fiji()], names)] == [None, None, None]


def test_each_report_has_a_name_of_its_own(invented):
    """Title, else id, else first words; numbered where one comes twice; never long."""
    dossier = invented.harbour()
    report = dossier.report
    named = [
        replace(dossier, report=replace(report, title=title, id=own)) for title, own in (("A", ""), ("A", ""), ("A (2)", ""), ("", "r-9"))
    ]
    untitled = replace(dossier, report=replace(report, title="", id="", text="Word " * 100))
    assert report_names([*named, untitled])[:4] == ["A", "A (2)", "A (2) (2)", "r-9"]
    assert len(report_names([untitled])[0]) <= NAME_CHARACTERS


def test_alarms_have_a_rank_and_words(invented, names):
    """1 is the gravest; stated 18 to 22 km where 1.8 are measured is a detour that no road makes."""
    (row,) = rows([invented.harbour()], names)
    assert (row["alarm_rank"], row["alarm"]) == (4, "too far for any road")
    (mild,) = rows([invented.fiji()], names)
    assert (mild["alarm_rank"], mild["alarm"]) == (None, None)
