"""The HTML pieces of the page: cards for pop-ups and the lists beside the map. Everything that is not ours goes through safe_text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from mapapp.webmap.safe import safe_text
from mapapp.webmap.wording import (
    GROUPS,
    VERDICTS,
    Properties,
    exactness,
    group_of,
    is_offset,
    people,
    site_words,
    standing,
    tone_of,
    verdict_words,
    when,
    where,
    why_not_drawn,
)

Feature = dict[str, Any]

LABELLED_CLAIMS = 3
"""How many claims about one line its label holds; all of them stand in the list."""

NO_ALARM = 99
"""Sorts behind every rank of an alarm."""

_WEB_ADDRESS = re.compile(r"https?://[^\s]{1,2000}", re.IGNORECASE)
"""Only these become links; "javascript:" and "data:" stay text."""


def tag(name: str, content: str, **attributes: str) -> str:
    """Return an HTML element around content that is HTML already; attribute values are escaped. ``class_`` stands for class."""
    written = "".join(f' {key.rstrip("_").replace("_", "-")}="{safe_text(value)}"' for key, value in attributes.items())
    return f"<{name}{written}>{content}</{name}>"


def incident_card(properties: Properties) -> str:
    """Return the card of an incident, for the pop-up at its pin."""
    line = " · ".join(part for part in (when(properties), where(properties)) if part)
    pieces = [
        tag("h3", safe_text(properties["title"])),
        tag("p", safe_text(line), class_="meta"),
        _paragraph(people(properties), "people"),
        _paragraph(_mismatch(properties), "alarm"),
        _paragraph(exactness(properties), "meta"),
        _quote(properties["quote"]),
        _verdict_line(properties),
        _source(properties),
    ]
    return tag("article", "".join(pieces), class_=f"card tone-{tone_of(properties)}")


def _paragraph(text: str, class_name: str) -> str:
    return tag("p", safe_text(text), class_=class_name) if text else ""


def _mismatch(properties: Properties) -> str:
    return f"⚠ {properties['sum_mismatch']}" if properties["sum_mismatch"] else ""


def _quote(quote: str | None) -> str:
    return "" if quote is None else tag("blockquote", safe_text(quote))


def _verdict_line(properties: Properties) -> str:
    worst = properties["claim_worst"]
    if worst not in VERDICTS:
        return ""
    number = properties["claims_n"]
    words = "Distance claim" if number == 1 else f"{number} distance claims, the worst"
    return tag("p", f"{verdict_sign(worst)} {safe_text(words)}: {safe_text(VERDICTS[worst][1])}", class_="verdict-line")


def _source(properties: Properties) -> str:
    background = "told as background" if properties["background"] else ""
    stance = "" if properties["attribution"] == "asserted" else properties["attribution"]
    if stance and properties["said_by"]:
        stance = f"{stance} ({properties['said_by']})"
    words = [safe_text(part) for part in (stance, background) if part]
    name, address = properties["src_name"], properties["src_url"]
    if address is not None and _WEB_ADDRESS.fullmatch(address):
        words.append(tag("a", safe_text(name or address), href=address, target="_blank", rel="noopener noreferrer nofollow"))
    elif name is not None:
        words.append(safe_text(name))
    return tag("p", " · ".join(words), class_="meta") if words else ""


LOOKS = {" is-background": "Earlier, told as background", " is-denied": "Denied: said not to have happened"}
"""Classes of what does not look like news, with their words."""


def told_as(rows: Sequence[Properties]) -> str:
    """Return the class, with a blank before it, by which what is denied, or told as background, looks unlike news; "" for news."""
    if all(row["attribution"] == "denied" for row in rows):
        return " is-denied"
    return " is-background" if all(row["background"] or row["attribution"] == "denied" for row in rows) else ""


def verdict_sign(verdict: str) -> str:
    """Return the round sign of a verdict; its words stand beside it."""
    return tag("span", VERDICTS[verdict][0], class_=f"sign v-{verdict}", aria_hidden="true")


def incident_list(incidents: Sequence[Feature], pins: dict[str, int]) -> str:
    """Return the list of incidents that are on the map, parts below their umbrella. ``pins``: pin number by incident id."""
    drawn = [feature["properties"] for feature in incidents if feature["id"] in pins]
    ids = {row["id"] for row in drawn}
    parts: dict[str, list[Properties]] = {}
    for row in drawn:
        if row["parent"] in ids and row["parent"] != row["id"]:
            parts.setdefault(row["parent"], []).append(row)
    roots = [row for row in drawn if row["parent"] not in ids or row["parent"] == row["id"]]
    return tag("ol", _entries(roots, parts, pins), class_="entries")


def _entries(rows: Iterable[Properties], parts: Mapping[str, Sequence[Properties]], pins: dict[str, int]) -> str:
    """Return list items, each with its parts below it: an umbrella may itself be part of a wider one."""
    return "".join(tag("li", _entry(row, pins) + _part_list(parts.get(row["id"], ()), parts, pins)) for row in rows)


def _part_list(rows: Sequence[Properties], parts: Mapping[str, Sequence[Properties]], pins: dict[str, int]) -> str:
    return tag("ol", _entries(rows, parts, pins), class_="entries parts") if rows else ""


def _entry(row: Properties, pins: dict[str, int]) -> str:
    line = " · ".join(part for part in (when(row), site_words(row) or "", people(row)) if part)
    dot = tag("span", "", class_=f"dot tone-{tone_of(row)}{told_as([row])}")
    text = tag("span", tag("b", safe_text(row["title"])) + tag("span", safe_text(line), class_="meta"), class_="words")
    return tag("button", dot + text, type="button", class_="entry", data_pin=str(pins[row["id"]]))


def unlocated_list(incidents: Sequence[Feature], pins: dict[str, int]) -> str:
    """Return the list of incidents that have no pin, each with the reason; they are counted, never dropped."""
    rows = [feature["properties"] for feature in incidents if feature["id"] not in pins]
    return tag("ul", "".join(tag("li", _unlocated(row)) for row in rows), class_="entries") if rows else ""


def _unlocated(row: Properties) -> str:
    line = " · ".join(part for part in (when(row), why_not_drawn(row), people(row)) if part)
    dot = tag("span", "", class_=f"dot tone-{tone_of(row)} is-unlocated")
    words = tag("span", tag("b", safe_text(row["title"])) + tag("span", safe_text(line), class_="meta"), class_="words")
    return tag("div", dot + words, class_="entry")


def claim_list(claims: Sequence[Feature], lines: Mapping[str, int], areas: Mapping[str, int]) -> str:
    """Return the list of claims, alarms first. ``lines`` and ``areas``: number by claim id of what is drawn of it; all else is in words."""
    rows = sorted((feature["properties"] for feature in claims), key=lambda row: row["alarm_rank"] or NO_ALARM)
    return tag("ol", "".join(tag("li", _claim(row, lines, areas)) for row in rows), class_="entries")


def conflict_list(claims: Sequence[Feature]) -> str:
    """Return what is to be said where claims give other figures for one distance; empty where none do."""
    sentences = {
        row["conflict"]: row["conflict_why"] for row in (feature["properties"] for feature in claims) if row["conflict"] is not None
    }
    entries = (tag("li", tag("div", tag("span", safe_text(why or ""), class_="words"), class_="entry")) for why in sentences.values())
    return tag("ul", "".join(entries), class_="entries") if sentences else ""


def _claim(row: Properties, lines: Mapping[str, int], areas: Mapping[str, int]) -> str:
    figures = row["title"].rpartition(": ")[0]
    words = [
        tag("b", safe_text(f"“{row['text']}”")),
        tag("span", f"{safe_text(figures)}: {tag('span', verdict_words(row), class_='verdict')}", class_="figures"),
        "" if row["alarm"] is None else tag("span", f"⚠ {safe_text(row['alarm'])}", class_="alarm"),
        tag("span", safe_text(row["reason"]), class_="meta"),
        "" if row["said_by"] is None else tag("span", safe_text(f"Source named in the report: {row['said_by']}"), class_="meta"),
    ]
    content = verdict_sign(standing(row)) + tag("span", "".join(words), class_="words")
    drawn = {"data_line": lines, "data_area": areas}
    numbers = {key: str(known[row["id"]]) for key, known in drawn.items() if row["id"] in known}
    if not numbers:
        return tag("div", content, class_="entry")
    return tag("button", content, type="button", class_=f"entry v-{standing(row)}", **numbers)


def claim_label(rows: Sequence[Properties]) -> str:
    """Return the label that stands on a line all the time: what is stated, what is measured."""
    shown = [
        tag("span", verdict_sign(standing(row)) + tag("span", safe_text(row["title"]), class_="claim-text"), class_="claim-words")
        for row in rows[:LABELLED_CLAIMS]
    ]
    more = len(rows) - len(shown)
    return "".join(shown) + (tag("span", f"and {more} more, see the list", class_="claim-words claim-text") if more else "")


def mention_list(mentions: Sequence[Feature]) -> str:
    """Return the names of the places mentioned, each once with its roles."""
    roles: dict[str, dict[str, None]] = {}
    for feature in mentions:
        row = feature["properties"]
        roles.setdefault(row["name"] or f"{row['text']} (not found)", {})[row["role"]] = None
    entries = (tag("li", safe_text(name) + " " + tag("span", safe_text(", ".join(roles[name])), class_="meta")) for name in sorted(roles))
    return tag("ul", "".join(entries), class_="names")


def legend(incidents: Sequence[Feature]) -> str:
    """Return the rows of the legend for the kinds of incidents that occur."""
    rows = [feature["properties"] for feature in incidents]
    present = {group_of(row["event_type"]) for row in rows if row["attribution"] != "denied"}
    marks = [(f"dot tone-{key}", words) for key, words in GROUPS.items() if key in present]
    looks = {told_as([row]) for row in rows}
    marks += [(f"dot tone-other{look}", words) for look, words in LOOKS.items() if look in looks]
    if any(row["geo_prec"] in {3, 4, 5, 7} or is_offset(row) for row in rows):
        marks.append(("mark-ring tone-other", "Somewhere in the area around"))
    return "".join(tag("li", tag("span", "", class_=look) + words) for look, words in marks)
