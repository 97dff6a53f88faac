"""Scores the incidents of the open set, or of the second, the third, the fourth or the terse one.

    python -m tests.incidents.open_set.scoring [--half dev|held|all] [--faults] [--pin]
    python -m tests.incidents.open_set.scoring --set second|third|fourth|terse [--half dev|held|all] [--faults] [--pin]

Which found incident belongs to which of the gold stands in ``matching.py``. Of optional incidents nothing is counted. What is counted:

incidents       precision, recall and F1 of the matched; ``retold_once``: of those told at several places, share found once only
type            of the matched: one of the right types
links           parent and part, of the gold's links (recall) and of the links found (precision: the rest is spurious)
totals          ``umbrella`` and ``parts``: figures above zero of umbrellas, and of their parts, that are exact (missed is wrong);
                ``family``: umbrellas whose stated dead are what the dead of all incidents without a parent in their family add up to
attackers       of the gold with dead attackers: ``killed`` and ``attackers_killed`` both right (missed is wrong)
background      of the matched: right; ``.recall`` and ``.precision`` of background itself
attribution     of the matched: right; ``.doubtful``: of those alleged or denied
not_incidents   mentions left alone: no surplus incident is told by words there and by no words of the gold
killed …        ``exact``: figures above zero whose best number is right, of all (missed is wrong), ``exact_found``: of the matched;
                ``none``: of those stated as nobody, share with best 0; ``not_invented``: of matched gold without a figure above
                zero, share without
hedged, vague   of figures with open bounds: low, best and high right; of "several", "dozens": a figure without an exact number
date            ``exact`` of all that are dated (missed is wrong), ``exact_found`` of the matched; ``precision`` of those found dated;
                ``undated_kept``: undated gold left undated
site            ``placed_right``: of the found with geo_precision 1 or 2, share within 25 km (or in the area, where that precision is
                right); ``right_of_all``: of all gold points; ``area_right``: of matched areas, an area of the contract whose point is
                within the gold's radius or whose own radius holds the gold's point; ``area_of_all``; ``unlocated_kept``
actors          ``found``: of the gold's actors in matched incidents, share overlapped by one; ``roles``: of those, role right;
                ``precision``: of found actors, share overlapping an actor of the gold
evidence        ``given``: fields of matched incidents with a quote; ``right``: of fields that the gold quotes too, share with a quote
                that overlaps one of the gold

Right always means: one of the readings that the gold allows.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping, Sequence

from mapapp import read_report
from mapapp.incidents.incident import Attribution, Incident
from tests.figures import Figures, raised, read_floors
from tests.incidents.open_set import fields
from tests.incidents.open_set.gold import SETS, GoldIncident, GoldReport, gold_reports
from tests.incidents.open_set.matching import Match, every, figures_exist, matched, told

UNPINNED = frozenset(f"{half}.site.placed_share" for of in SETS.values() for half in of.halves)
"""Told, but neither good nor bad in itself."""

DOUBTFUL = frozenset({Attribution.ALLEGED, Attribution.DENIED})


def read_all(reports: Sequence[GoldReport]) -> list[Match]:
    """Run the program over the reports and match its incidents to the gold."""
    return [matched(report, read_report(report.text, published=report.published).incidents) for report in reports]


def figures(matches: Sequence[Match]) -> Figures:
    """Return every figure over some matched reports."""
    result = Figures()
    _incidents(matches, result)
    _links(matches, result)
    _totals(matches, result)
    _realis(matches, result)
    _counts(matches, result)
    _dates(matches, result)
    _sites(matches, result)
    _actors(matches, result)
    given = [fields.evidence(gold, found) for _, gold, found in every(matches) if found]
    result.add("evidence.given", sum(e.quoted for e in given), sum(e.given for e in given))
    result.add("evidence.right", sum(e.right for e in given), sum(e.comparable for e in given))
    return result


def _incidents(matches: Sequence[Match], result: Figures) -> None:
    rows = list(every(matches))
    hits = sum(found is not None for _, _, found in rows)
    surplus = sum(pair.gold is None for match in matches for pair in match.pairs)
    result.add_f1("incidents", (hits, hits + surplus), (hits, len(rows)))
    retold = [(match, gold) for match, gold, found in rows if found and len(gold.quoted("incident")) > 1]
    once = [not any(told(double, gold.quoted("incident")) for double in match.doubles) for match, gold in retold]
    result.add("incidents.retold_once", sum(once), len(once))
    result.add("type.right", sum(found is not None and found.type in gold.types for _, gold, found in rows), hits)
    alone = [_is_left_alone(match, span) for match in matches for _, span in match.report.not_incidents]
    result.add("not_incidents.left_alone", sum(alone), len(alone))


def _is_left_alone(match: Match, span: tuple[int, int]) -> bool:
    surplus = [pair.found for pair in match.pairs if pair.gold is None and pair.found not in match.doubles]
    return not any(found is not None and told(found, (span,)) for found in surplus)


def _links(matches: Sequence[Match], result: Figures) -> None:
    right = wanted = claimed = 0
    for match in matches:
        by_gold, by_found = match.by_gold, match.by_found
        optional = {gold.id for gold in match.report.incidents if gold.optional}
        for gold in match.report.incidents:
            if gold.parent is None or {gold.id, gold.parent} & optional:
                continue
            wanted += 1
            child, parent = by_gold.get(gold.id), by_gold.get(gold.parent)
            right += child is not None and parent is not None and child.parent == parent.id
        for pair in match.pairs:
            if pair.found is None or pair.found.parent is None:
                continue
            above = by_found.get(pair.found.parent)
            # What touches an optional incident is counted neither way.
            claimed += not ((pair.gold and pair.gold.id in optional) or (above and above.id in optional))
    result.add_f1("links", (right, claimed), (right, wanted))


def _totals(matches: Sequence[Match], result: Figures) -> None:
    of_umbrellas, of_parts, families = [], [], []
    for match, gold, found in every(matches):
        parts = match.report.parts(gold)
        exact = [fields.is_exact(gold, found, name) for name in fields.above_zero(gold) if name in figures_exist()]
        if parts:
            of_umbrellas += exact
        if gold.parent is not None:
            of_parts += exact
        if parts and "killed" in fields.above_zero(gold):
            families.append(fields.family_total(match, gold, parts) in gold.counts["killed"].best)
    result.add("totals.umbrella", sum(of_umbrellas), len(of_umbrellas))
    result.add("totals.parts", sum(of_parts), len(of_parts))
    result.add("totals.family", sum(families), len(families))


def _realis(matches: Sequence[Match], result: Figures) -> None:
    rows = [(gold, found) for _, gold, found in every(matches) if found]
    result.add("background.right", sum(found.background in gold.background for gold, found in rows), len(rows))
    both = sum(found.background and gold.background == (True,) for gold, found in rows)
    result.add("background.recall", both, sum(gold.background == (True,) for gold, found in rows))
    kept = sum(found.background and True in gold.background for gold, found in rows)
    result.add("background.precision", kept, sum(found.background for _, found in rows))
    result.add("attribution.right", sum(found.attribution in gold.attributions for gold, found in rows), len(rows))
    doubtful = [found.attribution in gold.attributions for gold, found in rows if gold.attributions[0] in DOUBTFUL]
    result.add("attribution.doubtful", sum(doubtful), len(doubtful))
    apart = [fields.attackers_apart(gold, found) for _, gold, found in every(matches) if fields.has_attackers(gold)]
    result.add("attackers.apart", sum(apart), len(apart))


def _counts(matches: Sequence[Match], result: Figures) -> None:
    rows = list(every(matches))
    hedged, vague = [], []
    for name in figures_exist():
        stated = [(gold, found) for _, gold, found in rows if name in fields.above_zero(gold)]
        right = sum(fields.is_exact(gold, found, name) for gold, found in stated)
        result.add(f"{name}.exact", right, len(stated))
        result.add(f"{name}.exact_found", right, sum(found is not None for _, found in stated))
        none = [fields.is_exact(gold, found, name) for _, gold, found in rows if fields.is_stated_none(gold, name)]
        result.add(f"{name}.none", sum(none), len(none))
        silent = [row for row in rows if row[2] and name not in fields.above_zero(row[1]) and not fields.is_vague(row[1], name)]
        kept = [not fields.is_invented(match, gold, found, name) for match, gold, found in silent if found]
        result.add(f"{name}.not_invented", sum(kept), len(kept))
        hedged += [fields.bounds_right(gold, found, name) for _, gold, found in rows if name in gold.counts and gold.counts[name].is_hedged]
        vague += [fields.vague_right(gold, found, name) for _, gold, found in rows if fields.is_vague(gold, name)]
    result.add("hedged.right", sum(hedged), len(hedged))
    result.add("vague.right", sum(vague), len(vague))


def _dates(matches: Sequence[Match], result: Figures) -> None:
    rows = list(every(matches))
    dated = [(gold, found) for _, gold, found in rows if gold.dates[0].start]
    right = sum(fields.date_right(gold, found) for gold, found in dated)
    result.add("date.exact", right, len(dated))
    result.add("date.exact_found", right, sum(found is not None for _, found in dated))
    precise = [found.date_precision in {d.precision for d in gold.dates} for gold, found in dated if found and found.date_start]
    result.add("date.precision", sum(precise), len(precise))
    undated = [found.date_start is None for _, gold, found in rows if found and all(d.start is None for d in gold.dates)]
    result.add("date.undated_kept", sum(undated), len(undated))


def _sites(matches: Sequence[Match], result: Figures) -> None:
    rows = [(gold, found) for _, gold, found in every(matches) if not gold.site_open]
    placed = [(gold, found) for gold, found in rows if fields.is_placed(found)]
    result.add("site.placed_right", sum(fields.point_right(gold.site, found) for gold, found in placed), len(placed))
    result.add("site.placed_share", len(placed), sum(found is not None for _, found in rows))
    points = [(gold, found) for gold, found in rows if gold.site and not gold.site.area]
    result.add("site.right_of_all", sum(fields.point_right(gold.site, found) for gold, found in points), len(points))
    areas = [(gold, found) for gold, found in rows if gold.site and gold.site.area]
    right = sum(fields.area_right(gold.site, found) for gold, found in areas)
    result.add("site.area_of_all", right, len(areas))
    result.add("site.area_right", right, sum(found is not None for _, found in areas))
    unlocated = [found.site is None or found.site.position is None for gold, found in rows if found and gold.site is None]
    result.add("site.unlocated_kept", sum(unlocated), len(unlocated))


def _actors(matches: Sequence[Match], result: Figures) -> None:
    rows = [(gold, found) for _, gold, found in every(matches) if found]
    wanted = [(actor, found) for gold, found in rows for actor in gold.actors]
    met = [(actor.role, [a.role for a in found.actors if a.span.overlaps(actor.span)]) for actor, found in wanted]
    result.add("actors.found", sum(bool(roles) for _, roles in met), len(met))
    result.add("actors.roles", sum(role in roles for role, roles in met if roles), sum(bool(roles) for _, roles in met))
    answers = [any(a.span.overlaps(actor.span) for actor in gold.actors) for gold, found in rows for a in found.actors]
    result.add("actors.precision", sum(answers), len(answers))


def below(result: Figures, floors: Mapping[str, float], *, half: str) -> list[str]:
    """Return the figures of a half that have fallen below their floor, both to the digits that floors are written with."""
    of_half = {name: floor for name, floor in floors.items() if name.startswith(f"{half}.")}
    return [name for name, floor in of_half.items() if round(result.values.get(name.removeprefix(f"{half}."), 0.0), 3) < floor]


def table(results: Mapping[str, Figures], floors: Mapping[str, float]) -> str:
    """Return the figures, a column for each half, as lines of text; what lies below its floor is marked."""
    names = sorted({name for result in results.values() for name in result.values})
    lines = [f"{'figure':34}" + "".join(f"{half:>10} {'of':>5} {'floor':>6}" for half in results)]
    for name in names:
        line, below = f"{name:34}", ""
        for half, result in results.items():
            value, floor = result.values.get(name), floors.get(f"{half}.{name}")
            line += f"{_number(value):>10} {result.counts.get(name, 0):5} {_number(floor):>6}"
            below += f"  {half} BELOW" if floor is not None and (value is None or round(value, 3) < floor) else ""
        lines.append(line + below)
    return "\n".join(lines)


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def faults(matches: Sequence[Match]) -> str:
    """Return what is wrong, a line for each incident or figure. Only for the half that may be looked at."""
    lines = []
    for match in matches:
        if match.report.half != "dev":
            raise ValueError("these reports are not looked at: use --half dev")
        for pair in match.pairs:
            lines += [f"{match.report.id} {line}" for line in _fault_lines(match, pair.gold, pair.found)]
    return "\n".join(lines)


def _fault_lines(match: Match, gold: GoldIncident | None, found: Incident | None) -> list[str]:
    text = match.report.text
    if gold is None:
        where = "; ".join(quote.span.of(text) for quote in found.quotes if quote.field == "incident") if found else ""
        return [f"{'-':3} invented {found.type if found else ''}: {' '.join(where.split())}"]
    words = " ".join(gold.quoted("incident")[0].of(text).split())
    if gold.optional:
        return []
    if found is None:
        return [f"{gold.id:3} missed {gold.types[0]}: {words}"]
    return [f"{gold.id:3} {fault}: {words}" for fault in fields.faults(match, gold, found)]


def main() -> None:
    """Print the table; --faults every fault of the dev half, --pin raises the floors of the halves that were run."""
    parser = argparse.ArgumentParser(description="Score the incidents of the open set.")
    parser.add_argument("--set", choices=tuple(SETS), default="open", dest="which")
    parser.add_argument("--half", choices=("dev", "held", "all"), default="all", help="even ids, odd ids, or both")
    parser.add_argument("--faults", action="store_true", help="list what is wrong (dev half only)")
    parser.add_argument("--pin", action="store_true", help="raise the floors to a little below what is reached")
    arguments = parser.parse_args()
    if arguments.faults and arguments.half != "dev":
        parser.error("--faults goes with --half dev: the other half is not looked at")
    reports = SETS[arguments.which]
    halves = reports.halves if arguments.half == "all" else (arguments.half,)
    if not set(halves) <= set(reports.halves):
        parser.error(f"the {arguments.which} set has no half of that name")
    matches = {half: read_all(gold_reports(half, reports)) for half in halves}
    results = {half: figures(of_half) for half, of_half in matches.items()}
    floors = read_floors(reports.floors)
    if arguments.faults:
        print(faults(matches["dev"]))
    shown = dict(results)
    if len(halves) > 1:
        shown["all"] = figures([match for of_half in matches.values() for match in of_half])
    print(table(shown, floors))
    if arguments.pin:
        pinned = Figures()
        for half, result in results.items():
            pinned.take(half, result)
        reports.floors.write_text(json.dumps({"floors": raised(floors, pinned, unpinned=UNPINNED)}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
