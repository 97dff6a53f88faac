"""Numbers in front of a unit."""

import pytest

from mapapp.claims.statements.quantities import quantity_before
from mapapp.claims.statements.units import BLOCK, FOOT, KILOMETRE, METRE, MILE, NAUTICAL_MILE, YARD, units


def _quantity(text):
    unit = list(units(text))[-1]
    return quantity_before(text, unit.span.start, plural=unit.plural, digits_only=unit.short)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("100 km", 100, 100),
        ("100km", 100, 100),
        ("1,100 km", 1100, 1100),
        ("1'100 km", 1100, 1100),
        ("1\u00a0100 km", 1100, 1100),
        ("1\u202f100\u00a0km", 1100, 1100),
        ("1 100 km", 1100, 1100),
        ("12,345,678 metres", 12_345_678, 12_345_678),
        ("2.5 miles", 2.5, 2.5),
        ("2,5 km", 2.5, 2.5),
        ("1,100.5 km", 1100.5, 1100.5),
        ("١٠٠ km", 100, 100),
        ("۲۵ km", 25, 25),
        ("१२ km", 12, 12),
        ("1٬100 km", 1100, 1100),
        ("2٫5 km", 2.5, 2.5),
        ("1.5 million km", 1_500_000, 1_500_000),
        ("3 thousand km", 3000, 3000),
        ("2½ miles", 2.5, 2.5),
        ("½ mile", 0.5, 0.5),
        ("1 1/2 miles", 1.5, 1.5),
        ("3/4 mile", 0.75, 0.75),
        ("seven kilometres", 7, 7),
        ("TWENTY FIVE KM", 25, 25),
        ("twenty-five miles", 25, 25),
        ("a hundred miles", 100, 100),
        ("one hundred and fifty kilometers", 150, 150),
        ("two thousand three hundred km", 2300, 2300),
        ("twelve hundred miles", 1200, 1200),
        ("a dozen kilometres", 12, 12),
        ("two and a half miles", 2.5, 2.5),
        ("half a kilometre", 0.5, 0.5),
        ("a half-mile", 0.5, 0.5),
        ("one-third of a mile", 1 / 3, 1 / 3),
        ("three quarters of a mile", 0.75, 0.75),
        ("quarter of a mile", 0.25, 0.25),
        ("a mile", 1, 1),
        ("a km", 1, 1),
        ("28 or 30 km", 28, 30),
        ("100-150 metres", 100, 150),
        ("100 – 150 metres", 100, 150),
        ("10 km to 15 km", 10, 15),
        ("fifteen to twenty miles", 15, 20),
        ("between 15 and 50 miles", 15, 50),
        ("between thirty-five and forty-five kilometres", 35, 45),
        ("30 or 28 km", 28, 30),
    ],
)
def test_numbers_are_read_as_a_reader_would(text, low, high):
    """Digits of any script, words, halves, ranges and separators give the number that is meant."""
    quantity = _quantity(text)
    assert (low, high) == (pytest.approx(quantity.low), pytest.approx(quantity.high))


@pytest.mark.parametrize(
    "text",
    ["a few km", "several kilometres", "a couple of miles", "hundreds of metres", "a few hundred metres", "dozens of miles",
    "some kilometres",
     "several dozen kilometres", "a couple of hundred miles"],
)  # fmt: skip
def test_vague_amounts_have_no_number(text):
    """A vague amount is a quantity, and has no bounds."""
    quantity = _quantity(text)
    assert (quantity.is_vague, quantity.low, quantity.high) == (True, None, None)


@pytest.mark.parametrize("text", ["the km", "$100m", "€5 m", "these miles", "B100 km", "few men walked miles"])
def test_what_is_no_number_is_refused(text):
    """Money, codes and bare units give nothing."""
    assert _quantity(text) is None


def test_a_date_in_front_is_no_thousands():
    """The words "on May 12 100 km" mean a hundred kilometres on the twelfth of May."""
    text = "on May 12 100 km"
    assert (100.0, text.index("100")) == (_quantity(text).low, _quantity(text).start)


def test_a_year_in_front_is_left_alone():
    """A year does not melt into the number behind it."""
    assert _quantity("in 2011 110 km").low == 110.0


@pytest.mark.parametrize(
    ("text", "unit"),
    [("5 km", KILOMETRE), ("5 KMS", KILOMETRE), ("5 kilometers", KILOMETRE), ("5 klicks", KILOMETRE), ("5 miles", MILE), ("5 mi", MILE),
     ("5 nautical miles", NAUTICAL_MILE), ("5 sea miles", NAUTICAL_MILE), ("5 nmi", NAUTICAL_MILE), ("5 m", METRE), ("5 metres", METRE),
     ("5 yards", YARD), ("5 ft", FOOT), ("5 feet", FOOT), ("5 blocks", BLOCK), ("5 city blocks", BLOCK)],
)  # fmt: skip
def test_units_are_told_apart(text, unit):
    """Each way of writing a unit leads to the unit."""
    assert [unit] == [found.unit for found in units(text)]


@pytest.mark.parametrize("text", ["5 km² of land", "5 km2 of land", "parameters", "smiles", "metro", "kmart", "milestone"])
def test_other_words_are_no_units(text):
    """Areas and words that merely begin like a unit are left alone."""
    assert list(units(text)) == []
