"""The sentences a reader gets: short, plain, fit to print, and never a bare yes or no.

A claim is never called true or a lie: the measurement is given, what would fit it, the points used, and the source of the border. Where
there is no verdict, the sentence says why and what would settle it.
"""

from __future__ import annotations

from mapapp.claims.claim import Interval, Verdict
from mapapp.claims.directions import POINTS

_LONGEST_QUOTE = 60


def quoted(words: str) -> str:
    """Return words of the report in quotation marks, on one line and shortened."""
    words = " ".join(words.split())
    return f"“{words if len(words) <= _LONGEST_QUOTE else words[: _LONGEST_QUOTE - 1].rstrip() + '…'}”"


def kilometres(km: float) -> str:
    """Return a distance with as many digits as it deserves: 0, 0.31, 4.2, 69."""
    if km < 0.005:
        return "0"
    if km < 0.995:
        return f"{km:.2f}"
    return f"{km:.1f}" if km < 9.95 else f"{km:,.0f}"


def times(ratio: float) -> str:
    """Return a ratio: 1.45, 0.62, 12; "less than 0.01"."""
    if ratio < 0.01:
        return "less than 0.01"
    return f"{ratio:.2f}" if ratio < 9.995 else f"{ratio:,.0f}"


def interval(low: float, high: float) -> str:
    """Return two ends of an interval in km, once where they read the same: "63-76", "0-1.4", "2"."""
    first, last = kilometres(low), kilometres(high)
    return first if first == last else f"{first}-{last}"


def only_measured(d: float, interval_km: Interval) -> str:
    """Return what was measured where there is nothing to compare it with."""
    return f"Measured: {kilometres(d)} km in a straight line ({interval(interval_km.low_km or 0.0, interval_km.high_km or 0.0)})."


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
    return f"{quoted(words)} is no number to compare with; a number would settle it."


def blocks() -> str:
    """Say that a block has no length."""
    return "A city block has no fixed length; a distance in metres would settle it."


def no_anchor() -> str:
    """Say that the far end is missing."""
    return "The report does not say from where; a named place would settle it."


def event_subject() -> str:
    """Say that the event itself is the near end."""
    return "The event itself is so far away, with no place named for it: this says where it happened; a place to compare would settle it."


def unplaced(end: str, words: str) -> str:
    """Say that an end is a name or thing the gazetteer has not got."""
    what = "This is said of" if end == "subject" else "This is counted from"
    if not words.strip():
        return f"{what} something without a name; a named place would settle it."
    return f"{what} {quoted(words)}, which has no position in the gazetteer; its coordinates would settle it."


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
    return f"{quoted(words)} is where the report was filed, and no dateline names a known place; the name of the town would settle it."


def not_said_which(words: str) -> str:
    """Say that the reference is open."""
    return f"Which place {quoted(words)} means is not certain; its name would settle it."


def which_border(countries: int) -> str:
    """Say that the border is not named."""
    if countries == 0:
        return "Whose border is meant is not said, and no neighbour follows from the place; naming both countries would settle it."
    neighbours = "1 neighbour" if countries == 1 else f"{countries} neighbours"
    return f"Which border is meant is not said, and the country has {neighbours}; naming the one meant would settle it."


def no_common_border(words: str) -> str:
    """Say that two countries have no border."""
    return f"{quoted(words)}: the border data has no such land border; the name of the neighbour would settle it."


def no_coast(words: str) -> str:
    """Say that a country has no coast."""
    return f"{quoted(words)}: the border data has no such coast; the name of a port would settle it."


def no_state_border(words: str) -> str:
    """Say that only borders of states can be measured."""
    return (
        f"Only borders of countries can be measured; {quoted(words)} has none of its own in the border data; a town on it would settle it."
    )


def one_point_of_border(words: str) -> str:
    """Say that a crossing is a point the gazetteer has not got."""
    return f"{quoted(words)} is one point of the border, which the gazetteer has not got; its coordinates would settle it."


def part_of_coast(words: str) -> str:
    """Say that a stretch of coast is not known apart."""
    return (
        f"{quoted(words)} is one stretch of coast, and the data knows only the coast of a country as a whole; a town on it would settle it."
    )


def front_line(words: str) -> str:
    """Say that front lines move."""
    return f"{quoted(words)} moves and is on no map here; its course on the day would settle it."


def unnamed_capital(words: str) -> str:
    """Say that a provincial capital is not named."""
    return f"{quoted(words)} is not named; its name would settle it."


def negated() -> str:
    """Say that the report denies the distance."""
    return "The report denies this distance rather than stating it; a figure that somebody stands by would settle it."


def travel_time() -> str:
    """Say that time is no distance."""
    return "A travelling time depends on road and vehicle and cannot be checked as a distance; a figure in kilometres would settle it."


# Statements without a number: how they are read, and what measuring says.


def reads_near(limit_km: float, what: str) -> str:
    """Say how "near" is read."""
    return f"within {limit_km:.0f} km of {what}"


def reads_nearest() -> str:
    """Say how "the city nearest the border" is read."""
    return "nearer than any other of its kind"


def reads_between(detour: float) -> str:
    """Say how "between" is read."""
    return f"where the way from one place to the other over this point is at most {times(detour)} times the straight line"


def reads_halfway(share: float) -> str:
    """Say how "halfway" is read."""
    return f"no farther from the middle than {share:.0%} of the distance between the two"


def reads_direction(point: str, limit_deg: float) -> str:
    """Say how a bare direction is read."""
    return f"within {limit_deg:g}° of {_POINT_NAMES[point]}, however far"


def reads_side(point: str, line: str) -> str:
    """Say how a direction from a line is read."""
    return f"on the {_POINT_NAMES[point]} side of the {line}, however far"


def reads_time() -> str:
    """Say how a travelling time is read."""
    return "a travelling time, not turned into kilometres"


def nearness_to_place(km: float, interval: Interval, limit_km: float, verdict: Verdict) -> str:
    """Say how near "near" is, counted from a town."""
    return nearness(km, interval, limit_km, verdict).replace(" to the nearest point", "", 1)


def nearest_of_all(km: float, interval: Interval) -> str:
    """Say that a superlative needs the others of its kind."""
    return f"{only_measured(km, interval)} Whether nothing of its kind is nearer, the map does not say."


def between(detour: float, limit: float, verdict: Verdict) -> str:
    """Say how far out of the way a place between two others lies."""
    found = f"The way from one to the other over this place is {times(detour)} times the straight line between them"
    return f"{found}: {_against(f'{times(limit)} times', verdict, is_beyond=detour > limit)}"


def halfway(km: float, share: float, limit: float, verdict: Verdict) -> str:
    """Say how far from the middle a place lies."""
    found = f"The place lies {kilometres(km)} km from the middle, {share:.0%} of the distance between the two"
    return f"{found}: {_against(f'{limit:.0%}', verdict, is_beyond=share > limit)}"


def _against(limit: str, verdict: Verdict, *, is_beyond: bool) -> str:
    """Compare with the bound that the words are read as; ``is_beyond``: the points are, but the extents of the places reach back."""
    if verdict is Verdict.SUPPORTED:
        return f"within the {limit} that the words are read as{', given the extent of the places' if is_beyond else ''}."
    if verdict is Verdict.ROUGHLY:
        return f"somewhat more than the {limit} that the words are read as."
    if verdict is Verdict.CONTRADICTED:
        return f"far beyond the {limit} that the words are read as, which does not fit."
    return f"more than the {limit} that the words are read as; a stated distance would settle it."


def where_it_happened() -> str:
    """Say that a statement without a number is about the event itself."""
    return "No place is named that this is said of: it tells where the event happened; a place to compare would settle it."


def too_close_for_between() -> str:
    """Say that two places leave no room between them."""
    return "The two places lie so close together that their own extent decides what is between them; a street or quarter would settle it."


def between_a_line() -> str:
    """Say that one end of "between" is a line."""
    return "One of the two is a line, which a place can be between in many ways; a stated distance would settle it."


def chosen_by_nearness() -> str:
    """Say that a place was chosen by being near the other."""
    return "Which place of that name is meant was settled by the two being near each other, so that the map cannot confirm it."


def chosen_by_distance() -> str:
    """Say that the distance itself chose one of the places."""
    return (
        "One of the two places was chosen among others of its name because it fits this distance, which therefore proves nothing about it; "
        "naming its province or district would settle it."
    )
