"""The words the page uses for roles, verdicts, kinds and numbers: one place, so that text, map and tables agree."""

from __future__ import annotations

import re

from gazetteer.place import Kind, Place
from mapapp.claims.claim import Claim, Verdict
from mapapp.export.claim_rows import is_short_reading, is_wrong_way
from mapapp.incidents.incident import Attribution, Count, DatePrecision, GeoPrecision, Incident
from mapapp.report.calendar_words import days_in_words, month_in_words
from mapapp.toponyms.toponym import Role

ROLE_WORDS = {
    Role.SITE: "where it happened",
    Role.DATELINE: "where it was filed",
    Role.ORIGIN: "where it came from",
    Role.BORDER: "names a border",
    Role.ACTOR: "somebody's home or side",
    Role.ORGANISATION: "part of a name",
    Role.CONTEXT: "says which place is meant",
    Role.BACKGROUND: "background",
    Role.COMPARISON: "comparison",
    Role.ADDRESS: "address",
    Role.MENTION: "mentioned",
}

VERDICT_WORDS = {
    Verdict.SUPPORTED: "fits",
    Verdict.ROUGHLY: "fits roughly",
    Verdict.BY_ROAD: "by road",
    Verdict.BY_ROAD_IF_OBSTACLE: "by road, round an obstacle",
    Verdict.CONTRADICTED: "contradicted",
    Verdict.CANNOT_TELL: "cannot tell",
}

KIND_WORDS = {
    Kind.ADMIN1: "province",
    Kind.ADMIN2: "district",
    Kind.ADMIN3: "municipality",
    Kind.DISTRICT: "part of a town",
    Kind.WATER: "water",
    Kind.LAND: "land feature",
    Kind.OTHER: "place",
}

PRECISION_WORDS = {
    GeoPrecision.EXACT: "the place itself",
    GeoPrecision.NEAR: "near the place",
    GeoPrecision.ADMIN2: "somewhere in the district",
    GeoPrecision.ADMIN1: "somewhere in the province",
    GeoPrecision.LARGER: "somewhere in a larger area",
    GeoPrecision.COUNTRY: "somewhere in the country",
    GeoPrecision.SEA_OR_AIR: "at sea or in the air",
}


def sentence_case(key: str) -> str:
    """Return an enum's value as words: "armed_attack" becomes "Armed attack"."""
    return key.replace("_", " ").capitalize()


def kilometres(value_km: float) -> str:
    """Return kilometres as a reader would say them: one decimal below 10, none above."""
    return f"{value_km:.1f} km" if value_km < 10 else f"{value_km:,.0f} km"


def stated(claim: Claim) -> str:
    """Return the stated distance in the report's own numbers: "100 km", "more than 200 km", "5 miles (8.0 km)".

    The claim's interval holds the rounding of the number as well, so that its bounds are not what the report says.
    """
    interval = claim.stated
    if interval is None and claim.read_as:
        return f"read as {claim.read_as}"
    if interval is None or (interval.low_km is None and interval.high_km is None):
        return "not in numbers"
    bound = "less than " if interval.low_km is None else "more than " if interval.high_km is None else ""
    middle_km = ((interval.low_km or interval.high_km or 0.0) + (interval.high_km or interval.low_km or 0.0)) / 2
    found = QUANTITY.search(claim.text[:QUANTITY_WITHIN])
    if found is None:
        return bound + kilometres(middle_km)
    amount = " ".join(found["amount"].split())
    if found["unit"][0] in "kK":
        return f"{bound}{amount} km"
    return f"{bound}{amount} {found['unit']} ({kilometres(middle_km)})"


QUANTITY = re.compile(
    r"(?P<amount>\d[\d,.]{0,12}(?:\s{0,3}(?:to|and|or|-|–)\s{0,3}\d[\d,.]{0,12})?)[\s-]{0,3}"
    r"(?P<unit>km\b|kms\b|kilomet(?:re|er)s?\b|(?:nautical )?miles?\b|met(?:re|er)s?\b|yards?\b|feet\b)",
    re.IGNORECASE,
)
QUANTITY_WITHIN = 200
"""Characters of a claim in which its number is looked for."""


def claim_label(claim: Claim) -> str:
    """Return the label of a claim's line: "stated 100 km · measured 69 km · by road"."""
    if claim.stated is None and is_short_reading(claim):
        parts = [stated(claim)]
    else:
        parts = [f"stated {stated(claim) if claim.stated else claim.direction or claim.kind.value.replace('_', ' ')}"]
    if claim.measured_km is not None:
        parts.append(f"measured {kilometres(claim.measured_km)}")
    parts.append(VERDICT_WORDS[claim.verdict])
    if is_wrong_way(claim):
        parts.append(f"{claim.direction} contradicted")
    return " · ".join(parts)


def tone(claim: Claim) -> str:
    """Return the tone that a claim is drawn with: the worse of the verdicts on its distance and its direction."""
    return Verdict.CONTRADICTED.value if is_wrong_way(claim) else claim.verdict.value


def measured(claim: Claim) -> str:
    """Return what was measured with the interval that holds it: "69 km (63 to 76)"; empty if nothing was."""
    if claim.measured_km is None:
        return ""
    if claim.measured is None or claim.measured.low_km is None or claim.measured.high_km is None:
        return kilometres(claim.measured_km)
    low, high = (kilometres(value).removesuffix(" km") for value in (claim.measured.low_km, claim.measured.high_km))
    return f"{kilometres(claim.measured_km)} ({low} to {high})"


def claim_lines(claim: Claim) -> list[str]:
    """Return what is to be said of a claim beside its label: the reason (with the readings of a disputed border), who states it."""
    lines = [" ".join(claim.reason.split())]
    if claim.attribution:
        lines.append(f"Source named in the report: {' '.join(claim.attribution.split())}.")
    return [line for line in lines if line]


def when(incident: Incident) -> str:
    """Return the date of an incident to the precision that is known, and the part of the day if stated; empty if undated."""
    part = f", {' '.join(incident.date_part.split())}" if incident.date_part else ""
    return f"{_days(incident)}{part}" if incident.date_start is not None else ""


def _days(incident: Incident) -> str:
    start, end = incident.date_start, incident.date_end
    if start is None:
        return ""
    if incident.date_precision is DatePrecision.YEAR:
        return str(start.year)
    if incident.date_precision is DatePrecision.MONTH:
        return month_in_words(start)
    return days_in_words(start, end or start)


DATES_NOT_STATED = {
    "inherited": "date taken from the incident or sentence before",
    "assumed": "no day stated: the days up to the filing of the report",
}
"""What is said of a date that the incident's own words do not give."""


def people(count: Count | None) -> str:
    """Return a number of people: "6", "4 to 6", "at least 4"; empty if not stated."""
    if count is None:
        return ""
    low, best, high = count.low, count.best, count.high
    if low is not None and high is not None and low != high:
        return f"{low:,} to {high:,}"
    if best is not None and low is None and high is not None:
        return f"at most {high:,}"
    if low is not None and high is None:
        return f"at least {low:,}"
    return "" if best is None else f"{best:,}"


def toll(incident: Incident) -> str:
    """Return the people of an incident in one phrase; empty if no number is stated."""
    fields = (("killed", incident.killed), ("injured", incident.injured), *_further(incident))
    return ", ".join(f"{people(count)} {word}" for word, count in fields if people(count))


def further_people(incident: Incident) -> str:
    """Return the people beside killed and injured in one phrase; empty if no number is stated."""
    return ", ".join(f"{people(count)} {word}" for word, count in _further(incident) if people(count))


def _further(incident: Incident) -> tuple[tuple[str, Count | None], ...]:
    return (
        ("civilians among the killed", incident.civilians_killed),
        ("attackers killed", incident.attackers_killed),
        ("arrested", incident.arrested),
        ("abducted", incident.abducted),
        ("displaced", incident.displaced),
    )


def said_as(incident: Incident) -> str:
    """Return how the report stands behind an incident, and whom it names for it: "reported (police)"."""
    source = " ".join((incident.source or "").split())
    return f"{incident.attribution.value} ({source})" if source else incident.attribution.value


INCIDENT_TONES = {"news": "tells an incident", "background": "an earlier incident", "denied": "denied: said not to have happened"}
"""What the number of an incident may look like, and what that means."""


def incident_tone(incident: Incident) -> str:
    """Return how an incident is drawn, a key of :data:`INCIDENT_TONES`: what somebody denies never looks like what happened."""
    if incident.attribution is Attribution.DENIED:
        return "denied"
    return "background" if incident.background else "news"


def place_line(place: Place, *, division: str = "") -> str:
    """Return a place with what tells it from its namesakes: "Aktobe · city · Aqtöbe, KZ · 500,757 people"."""
    parts = [place.name, KIND_WORDS.get(place.kind, place.kind.value)]
    where = ", ".join(part for part in (division, " / ".join(place.countries)) if part)
    if where:
        parts.append(where)
    if place.population:
        parts.append(f"{place.population:,} people")
    return " · ".join(parts)


def plain(text: str) -> str:
    r"""Return text that Streamlit's Markdown shows as it stands: every ASCII punctuation mark escaped, line breaks as blanks."""
    return "".join(f"\\{char}" if char in MARKDOWN_PUNCTUATION else char for char in " ".join(text.split()))


MARKDOWN_PUNCTUATION = frozenset("\\`*_{}[]()<>#+-.!|~:$@&\"'/=^%;?,")
"""Everything CommonMark and Streamlit's own directives (:red[…], $math$, :material/…:) can react to."""
