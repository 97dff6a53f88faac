"""When two bare decimal figures are coordinates: "50.2839, 57.1669".

Nothing marks them, so everything else that comes as two figures has to be ruled out. What is missed here is cheap: the report mostly
names the place as well. What is wrongly taken is not: coordinates win over names.
"""

from __future__ import annotations

import re

from mapapp.coordinates.angles import Angle

FEWEST_DECIMALS = 3
"""Two decimals are a price, a grade, a share or a date; three decimals of a degree are a hundred metres."""
FEWEST_DECIMALS_SPACED = 4
"""With nothing but a space between the figures."""

CALM_LAT_DEG, CALM_LON_DEG = 4.0, 5.0
"""Within these degrees of 0° N 0° E there is only the open Gulf of Guinea (the nearest land, Cape Three Points, is at 4.74° N). Two bare
figures in there are far more likely rates, shares or scores, or the zeros of a form that nobody filled in."""

LONGEST_CONTEXT = 32
"""Characters looked at before and behind the pair."""

_SEPARATORS = frozenset({",", ";", "/", "|"})

_MEASURE_BEHIND = re.compile(
    r"[^\W_]|%|‰|[-–/:][0-9]|\s{0,2}(?:[%‰$€£¥₽₴₹°]|(?i:"
    r"per\s?cent|percent\w{0,6}|pct|points?|km|kms|kilomet\w{1,4}|met(?:er|re)s?|m|mm|cm|mi|miles?|nm|nautical|ft|feet|yards?|inch(?:es)?"
    r"|kg|kilos?|kilograms?|grams?|g|lbs?|pounds?|t|tons?|tonnes?|lit(?:er|re)s?|gallons?|barrels?|ha|hectares?|acres?|square|sq|cubic"
    r"|million|billion|trillion|thousand|dozen|mln|bn|usd|eur|gbp|dollars?|euros?|cents?|rubles?|roubles?|hryvnias?|rupees?|yen|yuan|lira"
    r"|people|persons?|men|women|children|families|households|cases|deaths|votes?|seats?|shares?|times|fold|degrees?"
    r"|seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|hz|khz|mhz|ghz|kw|mw|gw|mwh|kwh|magnitude|mb|gb"
    r")\b)"
)
_FIGURES_BEFORE = re.compile(
    r"(?:[$€£¥₽₴₹§~≈<>]|(?<![^\W_])(?i:"
    r"usd|eur|gbp|rub|uah|inr|cny|jpy|chf|dollars?|euros?|rates?|versions?|ver|v|scor(?:es?|ed)|odds|indexe?s?|indices|ratios?|averages?|means?"
    r"|between|from|p|sections?|sec|articles?|art|paras?|paragraphs?|chapters?|clauses?|rules?|regulations?|tables?|figures?|fig|nos?"
    r"|numbers?|values?|estimates?|magnitudes?|totals?|prices?|costs?|worth|gained|lost|rose|fell"
    r")(?![^\W_])(?:\s(?:of|at|to|by|were|was|is|are))?)[\s.:=(]{0,3}\Z"
)
_LISTED_BEFORE = re.compile(r"[0-9][.,][0-9]{1,15}\s{0,3}(?P<separator>[,;/|]?)\s{0,3}\Z")
_LISTED_BEHIND = re.compile(r"\s{0,3}(?P<separator>[,;/|]?)\s{0,3}[-−+]?[0-9]{1,3}[.,][0-9]{3}")


def may_stand_unmarked(text: str, start: int, end: int, separator: str, figures: tuple[Angle, Angle]) -> bool:
    """Say whether a stretch of the text, two unsigned figures with a separator between them, is a pair of coordinates all the same."""
    first, second = figures
    fewest = FEWEST_DECIMALS if separator in _SEPARATORS else FEWEST_DECIMALS_SPACED
    between = text[first.figure_end : second.start]
    if min(first.decimals, second.decimals) < fewest or (separator and separator not in _SEPARATORS) or "\n" in between:
        return False
    if first.degrees < CALM_LAT_DEG and second.degrees < CALM_LON_DEG:
        return False
    if _are_round_thousands(text, figures):
        return False
    if _MEASURE_BEHIND.match(text, end) or _FIGURES_BEFORE.search(text, max(0, start - LONGEST_CONTEXT), start):
        return False
    return not _is_listed(text, start, end, separator)


def _are_round_thousands(text: str, figures: tuple[Angle, Angle]) -> bool:
    """Say whether both figures are of the kind "12.500", which half of Europe and Latin America writes for 12 500."""
    return all(angle.decimals == FEWEST_DECIMALS and text[angle.figure_end - 1] == "0" for angle in figures)


def _is_listed(text: str, start: int, end: int, separator: str) -> bool:
    """Say whether the two figures are part of a longer list: further decimals, divided by the same separator, before or behind."""
    before = _LISTED_BEFORE.search(text, max(0, start - LONGEST_CONTEXT), start)
    behind = _LISTED_BEHIND.match(text, end)
    return any(match is not None and match["separator"] == separator for match in (before, behind))
