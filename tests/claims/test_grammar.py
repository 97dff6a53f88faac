"""Statements of distance, and what only looks like one."""

import pytest

from mapapp.claims.statements.false_friends import false_friend, needs_place
from mapapp.claims.statements.grammar import statements


def _only(text):
    found = list(statements(text))
    assert len(found) == 1, [statement.span.of(text) for statement in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "span", "hedge", "direction", "relator"),
    [
        ("Mirado, 30 km from Calvera, burned.", "30 km from", None, None, "from"),
        ("Mirado is about 30 km north of Calvera.", "about 30 km north of", "about", "N", "of"),
        ("MIRADO, SOME 30 KMS NORTH-WEST OF CALVERA", "SOME 30 KMS NORTH-WEST OF", "some", "NW", "of"),
        ("at mirado, 30 km to the south east of calvera", "30 km to the south east of", None, "SE", "of"),
        ("a farm 12 miles NNE of Calvera", "12 miles NNE of", None, "NNE", "of"),
        ("a farm 12 miles due west of Calvera", "12 miles due west of", None, "W", "of"),
        ("a farm twelve miles away from Calvera", "twelve miles away from", None, None, "away from"),
        ("a hut barely 300 metres off the road", "barely 300 metres off", "barely", None, "off"),
        ("a post less than four kilometres outside Calvera", "less than four kilometres outside", "less than", None, "outside"),
        ("It lies no more than 5 km from Calvera", "no more than 5 km from", "no more than", None, "from"),
        ("within 5 km of the well", "within 5 km of", "within", None, "of"),
        ("at 12 kilometres (7.5 miles) north of Calvera", "12 kilometres (7.5 miles) north of", None, "N", "of"),
        ("at 12 km/7 mi north of Calvera", "12 km/7 mi north of", None, "N", "of"),
        ("12 kilometres, or 7 miles, north of Calvera", "12 kilometres, or 7 miles, north of", None, "N", "of"),
        ("10 miles or so from Calvera", "10 miles or so from", None, None, "from"),
        ("40 km as the crow flies from Calvera", "40 km as the crow flies from", None, None, "from"),
        ("a mile and a half from Calvera", "a mile and a half from", None, None, "from"),
        ("30 km\nsouth of Calvera", "30 km\nsouth of", None, "S", "of"),
    ],
)
def test_the_parts_of_a_statement_are_found(text, span, hedge, direction, relator):
    """Span, hedge, direction and relator come out whatever the case and spelling."""
    found = _only(text)
    assert (span, hedge, direction, relator) == (
        found.span.of(text), found.hedge.words if found.hedge else None, found.direction, found.relator,
    )  # fmt: skip


def test_a_conversion_is_part_of_its_statement():
    """The number in brackets is kept, and is no statement of its own."""
    found = _only("Mirado, 20 miles (32 km) from Calvera")
    assert (found.quantity.low, found.conversion.quantity.low, found.conversion.unit.unit.symbol) == (20.0, 32.0, "km")


def test_and_a_half_behind_the_unit_counts():
    """The words "a mile and a half" mean one and a half miles."""
    assert _only("a mile and a half from Calvera").quantity.low == 1.5


def test_light_words_before_a_bare_plural_make_a_vague_distance():
    """The words "just kilometres from" state a distance without a number."""
    assert _only("a camp just kilometres from the border").quantity.is_vague


def test_nothing_stands_behind_a_distance_away():
    """The words "12 km away." have no far end in words."""
    assert _only("a camp 12 km away.").anchor_start is None


def test_a_paragraph_break_parts_number_and_place():
    """A blank line is no part of a statement."""
    assert list(statements("a run of 30 km\n\nnorth of Calvera")) == []


@pytest.mark.parametrize(
    "text",
    [
        "the 1200 block of Harbour Street",
        "a 40-kilometre stretch of border",
        "300 metres of fuse",
        "some 900 km of frontier with Ostavia",
        "hundreds of miles of porous border",
        "at an altitude of 2,000 metres off the coast",
        "missiles with a range of 300 km from the launcher",
        "the trail runs 800 miles from the border to Dunbrik",
        "the 90 km from Calvera to Dunbrik",
        "a 5 km race from the bridge",
        "a radius of 5 km from the plant",
        "the surrounding 20 kilometres of the plant",
        "the last 5 km of the climb",
        "a wall 3 metres high",
        "60 km per hour from the start",
    ],
)
def test_look_alikes_are_rejected(text):
    """Blocks, extents, heights, amounts, routes and races are no claims of distance."""
    kept = [statement for statement in statements(text) if false_friend(text, statement) is None and not needs_place(statement)]
    assert [statement.span.of(text) for statement in kept] == []


@pytest.mark.parametrize(
    "text", ["within a radius of 5 km from the plant", "an area 600 metres from the border", "at a distance of 300 metres from the well"]
)
def test_real_distances_are_kept_beside_their_look_alikes(text):
    """A bound on a distance is a claim although the word radius is in it."""
    assert [false_friend(text, statement) for statement in statements(text)] == [None]
