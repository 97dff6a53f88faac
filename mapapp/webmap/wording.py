"""The words of the page for what the feature properties hold as codes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from mapapp.report.calendar_words import days_in_words, month_in_words

Properties = Mapping[str, Any]

GROUPS = {
    "violence": "Attack, violence",
    "unrest": "Protest, arrest, operation",
    "harm": "Accident, disaster, illness",
    "other": "Other",
}
"""What the colours of the pins mean."""

_UNREST = frozenset({"protest", "riot", "looting", "robbery", "arrest", "security_operation"})
_HARM = frozenset({"accident", "fire", "natural_disaster", "epidemic", "displacement"})

VERDICTS = {
    "supported": ("✓", "fits"),
    "roughly": ("≈", "fits roughly"),
    "by_road": ("↝", "by road at most"),
    "by_road_if_obstacle": ("↝", "by road round an obstacle at most"),
    "contradicted": ("✗", "contradicted"),
    "cannot_tell": ("?", "cannot tell"),
}
"""Sign and words of each verdict: never colour alone."""


GRAVEST_FIRST = ("contradicted", "by_road_if_obstacle", "by_road", "roughly", "supported", "cannot_tell")
"""A line that several claims share is drawn with the gravest of their verdicts."""


def standing(properties: Properties) -> str:
    """Return the verdict that a claim is drawn with: the worse of those on its distance and its direction."""
    if properties["direction_verdict"] == "contradicted":
        return "contradicted"
    return properties["verdict"] if properties["verdict"] in VERDICTS else "cannot_tell"


def verdict_words(properties: Properties) -> str:
    """Return the verdict in words: "fits", "fits, but not the direction"."""
    words = VERDICTS.get(properties["verdict"], VERDICTS["cannot_tell"])[1]
    return f"{words}, but not the direction" if standing(properties) != properties["verdict"] else words


PRECISIONS = {
    2: "near the place named",
    3: "somewhere in the district",
    4: "somewhere in the province",
    5: "somewhere in a larger area",
    6: "somewhere in the country",
    7: "at sea or in the air",
}


def tone_of(row: Mapping[str, Any]) -> str:
    """Return the colour group of an incident; what is denied has not the colour of what happened."""
    return "other" if row["attribution"] == "denied" else group_of(row["event_type"])


def group_of(event_type: str) -> str:
    """Return the key in GROUPS under which a type of incident is drawn."""
    if event_type in _UNREST:
        return "unrest"
    if event_type in _HARM:
        return "harm"
    return "other" if event_type == "other" else "violence"


def when(properties: Properties) -> str:
    """Return the date in words, to the precision that is known: "2 April 2023", "March 2019", "2011", "undated"."""
    start, end = properties["date_start"], properties["date_end"]
    if start is None:
        return "undated"
    edtf = (properties["date_edtf"] or "").rstrip("~?")
    if len(edtf) == len("2011"):
        return str(edtf)
    if len(edtf) == len("2011-01"):
        return month_in_words(date.fromisoformat(start))
    return days_in_words(date.fromisoformat(start), date.fromisoformat(end))


def where(properties: Properties) -> str:
    """Return place and country: "Uzhhorod, Ukraine"; empty where no place is known."""
    location, country = site_words(properties), properties["country"]
    if location is None:
        return ""
    return location if country is None or country == location else f"{location}, {country}"


def site_words(properties: Properties) -> str | None:
    """Return what the place is called: its name, or the words that lead to it ("17 km west of Uzhhorod")."""
    named: str | None = properties["location"]
    return (properties["loc_text"] or named) if is_offset(properties) else named


def is_offset(properties: Properties) -> bool:
    """Say whether the place was worked out from a distance, so that its point is only the middle of where it may be."""
    return bool(properties["geo_method"] == "relative")


def people(properties: Properties) -> str:
    """Return what is stated about people: "3 killed · 4 injured"; empty where nothing is."""
    stated = [
        _range("killed", properties["deaths_low"], properties["deaths_best"], properties["deaths_high"]),
        _range("attacker killed" if properties["deaths_a"] == 1 else "attackers killed", None, properties["deaths_a"], None),
        _range("injured", properties["inj_low"], properties["inj_best"], properties["inj_high"]),
        _range("arrested", None, properties["arrested"], None),
        _range("abducted", None, properties["abducted"], None),
        _range("displaced", None, properties["displaced"], None),
    ]
    return " · ".join(part for part in stated if part)


def _range(what: str, low: int | None, best: int | None, high: int | None) -> str:
    if best is not None:
        return f"{best:,} {what}" if best else f"{'no' if ' ' in what else 'nobody'} {what}"
    if low is not None and high is not None:
        return f"{low:,} to {high:,} {what}"
    if low is not None:
        return f"at least {low:,} {what}"
    return "" if high is None else f"up to {high:,} {what}"


def exactness(properties: Properties) -> str:
    """Return how exactly the place is known: "near the place named, within 12 km"."""
    metres = properties["uncert_m"]
    distance = "" if not metres else f"within {metres / 1000.0:.1f} km" if metres < 10_000 else f"within {metres / 1000.0:,.0f} km"
    return ", ".join(part for part in (PRECISIONS.get(properties["geo_prec"], ""), distance) if part)


def why_not_drawn(properties: Properties) -> str:
    """Return why an incident has no point on the map."""
    place = where(properties)
    if not place:
        return "the report names no place for it that could be found"
    return f"known only as {place}"
