"""What the conventions of writing add, whatever was learned."""

from __future__ import annotations

import numpy as np
import pytest

from gazetteer import Place, open_gazetteer
from mapapp.learned.trees import BoostedTrees
from mapapp.report.report import Span
from mapapp.resolution.conventions import KIND_TOLD, OUTSIDE_CONTAINER, TOWN_BEFORE_AREA, UNVOUCHED, by_convention
from mapapp.resolution.evidence import name_of_span
from mapapp.resolution.options import Options
from mapapp.resolution.ranker import Looks, rank
from mapapp.resolution.resolver import options_of

_NOTHING = BoostedTrees(("prominence",), np.zeros((1, 1), dtype=np.int64), np.full((1, 1), np.inf), np.zeros((1, 2)))
INDIFFERENT = Looks(_NOTHING, _NOTHING)
"""Takes every place for as likely as any other: what is left are the conventions."""


def options(text: str, *names: str) -> Options:
    """Return the options of the first mentions of some names."""
    world = open_gazetteer()
    spans = [Span(text.index(name), text.index(name) + len(name)) for name in names]
    return options_of(text, [name_of_span(text, span, world) for span in spans], world)[0]


def added(o: Options, name: str) -> dict[tuple[str, str], float]:
    """Return what is added to each kind and area of a name: of its most prominent option each."""
    found: dict[tuple[str, str], float] = {}
    for row, sense, value in zip(o.row.tolist(), o.sense.tolist(), by_convention(o).tolist(), strict=True):
        place = o.gazetteer.place_at(row)
        if o.senses[sense].named.text == name:
            found.setdefault((place.kind.value, place.admin1 if place.country == "US" else "/".join(place.countries)), value)
    return found


def chosen(o: Options, sense: int = 0) -> Place:
    """Return the place that comes first by the conventions alone."""
    score = rank(o, INDIFFERENT).score[o.begins[sense] : o.begins[sense + 1]]
    return o.gazetteer.place_at(int(o.row[o.begins[sense] + np.argmax(score)]))


def test_a_place_outside_the_area_beside_the_name_loses() -> None:
    """While another one lies inside."""
    found = added(options("Fire in Paris, Texas.", "Paris", "Texas"), "Paris")
    assert found["city", "US.TX"] == 0
    assert found["admin2", "FR"] == OUTSIDE_CONTAINER
    assert found["city", "FR"] == OUTSIDE_CONTAINER + TOWN_BEFORE_AREA


def test_where_no_place_lies_inside_none_loses() -> None:
    """The area may be a slip of the pen; what was learned decides."""
    assert min(added(options("Fire in Constantinople, Texas.", "Constantinople", "Texas"), "Constantinople").values()) == 0


def test_a_town_comes_before_the_area_of_its_name() -> None:
    """The bare name is the town."""
    found = added(options("Rain fell on Puno.", "Puno"), "Puno")
    assert (found["city", "PE"], found["admin1", "PE"]) == (TOWN_BEFORE_AREA, 0)
    assert chosen(options("Rain fell on Puno.", "Puno")).kind == "city"


@pytest.mark.parametrize(("text", "kind"), [("The Puno region was dry.", "admin1"), ("The city of Puno was dry.", "city")])
def test_a_kind_that_is_told_counts_for_it_and_against_all_others(text: str, kind: str) -> None:
    """And the town no longer comes before its area."""
    o = options(text, "Puno")
    found = added(o, "Puno")
    other = "city" if kind == "admin1" else "admin1"
    assert (found[kind, "PE"], found[other, "PE"]) == (KIND_TOLD, -KIND_TOLD)
    assert chosen(o).kind == kind


def test_the_area_beside_the_name_decides_where_all_else_is_alike() -> None:
    """The town "Paris, Texas" lies in Texas, "Tripoli, Lebanon" in Lebanon."""
    assert chosen(options("Fire in Paris, Texas.", "Paris", "Texas")).admin1 == "US.TX"
    assert chosen(options("Fire in Tripoli, Lebanon.", "Tripoli", "Lebanon")).country == "LB"
    assert chosen(options("It rained in Uganda's Gulu.", "Uganda", "Gulu"), 1).country == "UG"


def test_a_place_that_is_only_spelt_nearly_so_needs_its_country_named() -> None:
    """A namesake of an unknown village must not take its place."""
    alone = added(options("Rain fell on Kampalla.", "Kampalla"), "Kampalla")
    named = added(options("Rain fell on Kampalla and all of Uganda.", "Kampalla", "Uganda"), "Kampalla")
    beside = added(options("Rain fell on Kampalla, Uganda.", "Kampalla", "Uganda"), "Kampalla")
    assert [found["city", "UG"] for found in (alone, named, beside)] == [UNVOUCHED, 0, 0]
