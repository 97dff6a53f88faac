"""The sentences a reader gets: short, plain, fit to print, and never a bare yes or no.

A claim is never called true or a lie: the measurement is given, what would fit it, the points used, and the source of the border. Where
there is no verdict, the sentence says why and what would settle it.
"""

from __future__ import annotations

from gazetteer.place import Kind, Place
from mapapp.claims.claim import Interval, Verdict
from mapapp.claims.directions import POINTS
from mapapp.claims.units import MILE, NAUTICAL_MILE, Unit

_LONGEST_QUOTE = 60


def quoted(words: str) -> str:
    """Return words of the report in quotation marks, on one line and shortened."""
    words = " ".join(words.split())
    return f"“{words if len(words) <= _LONGEST_QUOTE else words[: _LONGEST_QUOTE - 1].rstrip() + '…'}”"


def kilometres(km: float) -> str:
    """Return a distance with as many digits as it deserves: 0.31, 4.2, 69."""
    if km < 0.995:
        return f"{km:.2f}"
    return f"{km:.1f}" if km < 9.95 else f"{km:,.0f}"


def times(ratio: float) -> str:
    """Return a ratio: 1.45, 0.62, 12."""
    return f"{ratio:.2f}" if ratio < 9.995 else f"{ratio:,.0f}"


def stated(number: float, unit: Unit, km: float) -> str:
    """Return the number stated in its own unit, with kilometres behind a foreign one: "20 miles (32 km)"."""
    written = f"{number:,.10g}"
    if unit in (MILE, NAUTICAL_MILE):
        symbol = unit.symbol[:-1] if number == 1 else unit.symbol
        return f"{written} {symbol} ({kilometres(km)} km)"
    return f"{written} {unit.symbol}"


def measured(d: float, low: float, high: float, written: str, s: float) -> str:
    """Return what was measured beside what is stated; verdict follows."""
    first = f"{kilometres(d)} km in a straight line ({kilometres(low)}-{kilometres(high)}); {written} is "
    return first + (f"{times(s / d)} times that" if d > 0.05 else "farther than that")


def only_measured(d: float, interval: Interval) -> str:
    """Return what was measured where there is nothing to compare it with."""
    return f"Measured: {kilometres(d)} km in a straight line ({kilometres(interval.low_km or 0.0)}-{kilometres(interval.high_km or 0.0)})."


def judgement(verdict: Verdict, s: float, d: float, low: float, *, open_side: bool = False) -> str:
    """Return a verdict in words. ``s`` stated, ``d`` measured, ``low`` the near end of the measured interval, all in km.

    ``open_side``: the number is a bound ("less than"), so that agreement may be with the side left open.
    """
    if verdict is Verdict.SUPPORTED:
        return "within what is stated" if open_side else "the two agree within their margins"
    if verdict is Verdict.ROUGHLY:
        return "given the extent of the places the two agree roughly"
    if verdict is Verdict.BY_ROAD:
        return "plausible by road, not as a straight line"
    if verdict is Verdict.BY_ROAD_IF_OBSTACLE:
        return "plausible only by a road that has to go round mountains, water or a closed border"
    if s < low:
        return "does not fit, being shorter than the straight line, which no road can be"
    return f"does not fit, for it would need a road {times(s / d)} times the straight line" if d > 0.05 else "does not fit"


def points_used(subject: Place, anchor: Place) -> str:
    """Say between which points was measured."""
    return f"Measured from {_point(subject)} to {_point(anchor)}."


def nearest_point_used(subject: Place, line: str) -> str:
    """Say that was measured to the nearest point of a border or coast."""
    return (
        f"Measured from {_point(subject)} to the nearest point of the {line}; a road to a crossing is longer."
        if line == "border"
        else (f"Measured from {_point(subject)} to the nearest point of the {line}.")
    )


def _point(place: Place) -> str:
    """Name the point that stands for a place."""
    country = f" ({place.country})" if place.country else ""
    return f"{'the centre of ' if place.kind in _TOWNS else ''}{place.name}{country}"


_TOWNS = (Kind.CITY, Kind.VILLAGE, Kind.DISTRICT)


def border_source(title: str, *, coast: bool = False) -> str:
    """Name source and vintage of the border or coast."""
    return f"{'Coast' if coast else 'Border'}: {title}."


def direction(point: str, bearing: str, verdict: Verdict, *, side: bool = False) -> str:
    """Return what the bearing says of a direction word."""
    name = _POINT_NAMES[point]
    where = f"the place is {_POINT_NAMES[bearing]} of the line" if side else f"the bearing is {_POINT_NAMES[bearing]}"
    if verdict is Verdict.SUPPORTED:
        return f"Direction {name} agrees."
    if verdict is Verdict.ROUGHLY:
        return f"Direction {name} agrees roughly: {where}."
    if verdict is Verdict.CONTRADICTED:
        return f"Direction {name} does not fit: {where}."
    return f"Direction {name}: too close together to tell."


_WORD_OF = {"N": "north", "E": "east", "S": "south", "W": "west"}
# "NE" northeast, "NNE" north-northeast.
_POINT_NAMES = {
    point: "-".join(filter(None, ("".join(_WORD_OF[letter] for letter in part) for part in (point[:-2], point[-2:])))) for point in POINTS
}


def readings(parts: list[tuple[str, float, Verdict]]) -> str:
    """Say what each reading of a disputed border gives."""
    return "The border is disputed: " + "; ".join(f"{kilometres(km)} km to the line as {reading} has it" for reading, km, _ in parts) + "."


def conversion_disagrees(given: str, stated_km: float, other_km: float) -> str:
    """Say that the number in brackets is another distance."""
    return f"The report's own conversion {quoted(given)} does not match: {kilometres(stated_km)} km against {kilometres(other_km)} km."


def nearness(km: float, interval: Interval, limit_km: float, verdict: Verdict) -> str:
    """Say how near "near" is."""
    low, high = kilometres(interval.low_km or 0.0), kilometres(interval.high_km or 0.0)
    found = f"{kilometres(km)} km in a straight line ({low}-{high}) to the nearest point"
    if verdict is Verdict.SUPPORTED:
        return f"{found}: within the {limit_km:.0f} km that the words are read as."
    if verdict is Verdict.ROUGHLY:
        return f"{found}: somewhat more than the {limit_km:.0f} km that the words are read as."
    return f"{found}: much more than the {limit_km:.0f} km that the words are read as; a stated distance would settle it."


def direction_alone(point: str, bearing_deg: float, km: float, verdict: Verdict) -> str:
    """Say what the bearing says of a direction stated without a distance."""
    found = f"The bearing is {bearing_deg:.0f}° over {kilometres(km)} km"
    if verdict is Verdict.SUPPORTED:
        return f"{found}: {_POINT_NAMES[point]} agrees."
    if verdict is Verdict.ROUGHLY:
        return f"{found}: {_POINT_NAMES[point]} agrees roughly."
    if verdict is Verdict.CONTRADICTED:
        return f"{found}: {_POINT_NAMES[point]} does not fit."
    return f"{found}: perhaps another place of that name is meant; choosing the place by hand would settle it."


# Why there is no verdict, and what would settle it.


def vague(words: str) -> str:
    """Say that no number is given."""
    return f"{quoted(words)} is no number to compare with."


def blocks() -> str:
    """Say that a block has no length."""
    return "A city block has no fixed length; a distance in metres would settle it."


def no_anchor() -> str:
    """Say that the far end is missing."""
    return "The report does not say from where; a named place would settle it."


def event_subject() -> str:
    """Say that the event itself is the near end."""
    return "The event itself is the near end, with no place named for it: this tells where it happened and cannot be checked against a map."


def unplaced(end: str, words: str) -> str:
    """Say that an end is a name or thing the gazetteer has not got."""
    what = "is stated of" if end == "subject" else "is counted from"
    return f"The distance {what} {quoted(words)}, which has no position in the gazetteer; its coordinates would settle it."


def same_place(subject: str, anchor: str) -> str:
    """Say that both ends came out as one place."""
    return f"{quoted(subject)} and {quoted(anchor)} both lead to the same place, so one of them means another; naming it would settle it."


def ambiguous(words: str) -> str:
    """Say that several places bear the name."""
    return f"Several places are called {quoted(words)} and the report does not decide between them; naming the province would settle it."


def area(words: str) -> str:
    """Say that an end is too large to have one distance."""
    return f"{quoted(words)} is an area without a single distance to it; a town in it would settle it."


def too_large(s: float, u: float) -> str:
    """Say that the places are larger than the distance between them."""
    return (
        f"The places themselves reach {kilometres(u)} km, farther than the {kilometres(s)} km stated; a street or quarter would settle it."
    )


def perhaps_another(d: float, s: float) -> str:
    """Say that the place found is perhaps not the one meant."""
    return (
        f"{kilometres(d)} km in a straight line, {times(d / s)} times the distance stated: perhaps another place of that name is meant; "
        "choosing the place by hand would settle it."
    )


def no_dateline(words: str) -> str:
    """Say that "here" has nothing to refer to."""
    return f"{quoted(words)} is where the report was filed, and it has no dateline that names a known place."


def not_said_which(words: str) -> str:
    """Say that the reference is open."""
    return f"Which place {quoted(words)} means is not certain; its name would settle it."


def which_border(countries: int) -> str:
    """Say that the border is not named."""
    if countries == 0:
        return "Whose border is meant is not said, and the country of the place is not known; naming the neighbour would settle it."
    return f"Which border is meant is not said, and the country has {countries} neighbours; naming one would settle it."


def no_common_border(words: str) -> str:
    """Say that two countries have no border."""
    return f"{quoted(words)}: the border data has no such land border."


def no_coast(words: str) -> str:
    """Say that a country has no coast."""
    return f"{quoted(words)}: the border data has no such coast."


def no_state_border(words: str) -> str:
    """Say that only borders of states can be measured."""
    return f"Only borders of countries can be measured; {quoted(words)} has none of its own in the border data."


def one_point_of_border(words: str) -> str:
    """Say that a crossing is a point the gazetteer has not got."""
    return f"{quoted(words)} is one point of the border, which the gazetteer has not got; its coordinates would settle it."


def part_of_coast(words: str) -> str:
    """Say that a stretch of coast is not known apart."""
    return f"{quoted(words)} is one stretch of coast, and the data knows only the coast of a country as a whole."


def front_line(words: str) -> str:
    """Say that front lines move."""
    return f"{quoted(words)} moves and is on no map here; its course on the day would settle it."


def unnamed_capital(words: str) -> str:
    """Say that a provincial capital is not named."""
    return f"{quoted(words)} is not named; its name would settle it."


def negated() -> str:
    """Say that the report denies the distance."""
    return "The report denies this distance rather than stating it."


def travel_time() -> str:
    """Say that time is no distance."""
    return "A travelling time depends on road and vehicle and cannot be checked as a distance."
