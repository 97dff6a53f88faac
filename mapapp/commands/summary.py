"""A dossier as plain text for the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from mapapp.claims.claim import Claim
from mapapp.claims.judging.alarms import alarms_of, ranked
from mapapp.claims.judging.conflicts import conflicts
from mapapp.commands.output import one_line, table
from mapapp.dossier import Dossier
from mapapp.incidents.incident import Count, GeoPrecision, Incident
from mapapp.toponyms.toponym import Toponym

_LONGEST_QUOTE = 160


def summary(dossier: Dossier) -> str:
    """Return places, claims, incidents and notes, in sections; everything that comes from the text made harmless."""
    sections = [
        ("REPORT", list(_report(dossier))),
        ("PLACES", table(list(_places(dossier.toponyms))).splitlines() if dossier.toponyms else ["none found"]),
        ("CLAIMS", list(claims_lines(dossier.claims)) or ["none found"]),
        ("FIGURES THAT DO NOT AGREE", list(conflict_lines(dossier.claims))),
        ("INCIDENTS", [line for incident in dossier.incidents for line in _incident(incident)] or ["none found"]),
        ("NOTES", [one_line(note) for note in dossier.notes]),
    ]
    return "\n".join(f"{title}\n" + "".join(f"  {line}\n" for line in lines) for title, lines in sections if lines)


def claims_lines(claims: Iterable[Claim]) -> Iterator[str]:
    """Yield the lines of all claims, those that an editor should look at first in front."""
    for claim in ranked(claims):
        yield from claim_lines(claim)


def claim_lines(claim: Claim) -> Iterator[str]:
    """Yield the quote with its verdict, marked where there is an alarm, and below it the reason and how the report presents it."""
    verdict = claim.verdict.value
    if claim.direction_verdict is not None:
        verdict += f", direction {claim.direction_verdict.value}"
    alarms = alarms_of(claim)
    yield f"{'! ' if alarms else ''}“{_cut(claim.text)}”: {verdict}{_in_brackets(alarm.words for alarm in alarms)}"
    yield f"  {one_line(claim.reason)}"
    if claim.read_as:
        yield f"  read as: {one_line(claim.read_as)}"
    if claim.attribution or claim.modal:
        said = [f"“{_cut(claim.attribution)}”"] if claim.attribution else []
        yield f"  the report: {', '.join([*said, *(['as possible only'] if claim.modal else [])])}"


def conflict_lines(claims: Sequence[Claim]) -> Iterator[str]:
    """Yield a line for each pair of places for which the claims of one report give figures that do not agree."""
    for conflict in conflicts({"": claims}):
        yield one_line(conflict.words)


def _in_brackets(words: Iterable[str]) -> str:
    listed = "; ".join(words)
    return f" ({listed})" if listed else ""


def _report(dossier: Dossier) -> Iterator[str]:
    if dossier.report.title:
        yield one_line(dossier.report.title)
    published = dossier.report.published.isoformat() if dossier.report.published else "not known"
    yield f"published {published} · language {dossier.language} · {len(dossier.report.text):,} characters"
    if dossier.dateline is not None:
        filed = f", {dossier.dateline.date.isoformat()}" if dossier.dateline.date else ""
        yield f"dateline {one_line(dossier.dateline.place)}{filed}"


def _places(toponyms: Iterable[Toponym]) -> Iterator[tuple[str, ...]]:
    """Yield one row for each name, role and place, with how often it stands in the text."""
    counted: dict[tuple[str, ...], int] = {}
    for toponym in toponyms:
        place = toponym.place
        if place is None:
            where = ("not placed", "", "")
        else:
            countries = f" ({', '.join(place.countries)})" if place.countries else ""
            where = (f"{place.name}{countries}", place.kind.value, f"{place.position.lat:.4f} {place.position.lon:.4f}")
        key = (_cut(toponym.text), toponym.role.value, *where)
        counted[key] = counted.get(key, 0) + 1
    for (text, role, name, kind, position), count in counted.items():
        yield (f"{count}×", text, role, name, kind, position)


def _incident(incident: Incident) -> Iterator[str]:
    parent = f", part of {incident.parent}" if incident.parent else ""
    background = ", background" if incident.background else ""
    yield f"{incident.id} {incident.type.value}{parent}{background}: {_cut(incident.summary)}"
    site = incident.site
    if site is None or site.position is None:
        where = f"{_cut(site.text)} (not placed)" if site else "no place"
    elif site.geo_precision is GeoPrecision.COUNTRY:
        where = f"{_cut(site.text)} (known by its country only)"
    else:
        where = f"{_cut(site.text)} {site.position.lat:.4f} {site.position.lon:.4f} (precision {site.geo_precision}, {site.method})"
    yield f"  {_when(incident)}; {where}"
    people = (
        ("killed", incident.killed),
        ("injured", incident.injured),
        ("attackers killed", incident.attackers_killed),
        ("arrested", incident.arrested),
        ("abducted", incident.abducted),
        ("displaced", incident.displaced),
    )
    counts = [f"{word} {_count(count)}" for word, count in people if count is not None]
    if incident.civilians_killed is not None:
        counts.append(f"civilians among the killed {_count(incident.civilians_killed)}")
    said = f" (“{_cut(incident.source)}”)" if incident.source else ""
    yield f"  {', '.join(counts) or 'no casualties stated'}; {incident.attribution.value}{said}"
    if incident.sum_mismatch:
        yield f"  ! {one_line(incident.sum_mismatch)}"
    if incident.actors:
        yield f"  {'; '.join(f'{actor.role.value}: {_cut(actor.text)}' for actor in incident.actors)}"


def _when(incident: Incident) -> str:
    if incident.date_start is None:
        return "no date"
    until = f" to {incident.date_end.isoformat()}" if incident.date_end and incident.date_end != incident.date_start else ""
    return f"{incident.date_start.isoformat()}{until}"


def _count(count: Count) -> str:
    if count.best is not None:
        return str(count.best)
    low = "?" if count.low is None else str(count.low)
    high = "?" if count.high is None else str(count.high)
    return f"{low} to {high}"


def _cut(text: str) -> str:
    line = one_line(text)
    return line if len(line) <= _LONGEST_QUOTE else f"{line[: _LONGEST_QUOTE - 1]}…"
