"""Scores what the program finds in the open set against its gold. Run as ``python -m tests.open_set.scoring [--pin]``.

What is counted, and how:

recognition     names and abbreviations found: a found name counts when it shares a character with a marked one (exact: when both ends
                agree). Demonyms are counted apart. Stretches marked ``optional`` count neither way; what else is found is invented.
placed          of the found names that have a place in the world: share placed right. Right is: within 161 km (or the label point's own
                radius); for a country, the country itself.
end_to_end      found and placed right, against all names placed (precision) and all names with a place (recall).
demonyms        found, and of those found: right country.
unlisted        villages of no gazetteer: share left unplaced, or placed within the area they lie in. ``found`` tells how many were noticed.
roles           of the found names and demonyms whose role is beyond debate: share with that role.
sure_right      of the found names placed with a confidence of at least .7: share right (unlisted villages included); ``sure_share``
                tells how many of the found are so sure; ``sure_right_of_all`` counts invented names as wrong.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from gazetteer import Kind, Place
from gazetteer.geodesy import distance_km
from mapapp import read_report
from mapapp.report.report import Span
from mapapp.toponyms.toponym import Toponym
from tests.figures import Figures, raised, read_floors
from tests.open_set.loader import NEAR_KM, GoldName, GoldPlace, OpenReport, open_reports

FLOORS = Path(__file__).with_name("floors.json")

SURE = 0.7
"""From this confidence on a place counts as sure."""

UNPINNED = frozenset({"all.sure_share"})
"""Told, but neither good nor bad in itself: to be sure of less may be wiser."""

LARGE_GROUP = 100
"""A genre or continent with fewer names than this has no figures of its own."""

_POINTS = frozenset({Kind.CITY, Kind.VILLAGE, Kind.DISTRICT, Kind.FACILITY})


@dataclass(frozen=True, slots=True)
class Pair:
    """A marked name beside what was found there; ``gold`` None: found where nothing is marked, ``found`` None: missed."""

    report: OpenReport
    gold: GoldName | None
    found: Toponym | None

    @property
    def is_demonym(self) -> bool:
        """Whether the pair belongs to the demonyms: by the gold, or, where there is none, by what was found."""
        if self.gold is not None:
            return self.gold.form == "demonym"
        return self.found is not None and self.found.demonym

    @property
    def is_right(self) -> bool:
        """Whether the name was found and placed right."""
        return self.gold is not None and self.found is not None and self.found.place is not None and stands_for(self.gold, self.found.place)

    @property
    def fault(self) -> str:
        """What is wrong, in a word or two; empty where nothing is."""
        gold, found = self.gold, self.found
        if gold is None:
            return "invented demonym" if self.is_demonym else "invented"
        if found is None:
            return "missed"
        if found.place is None:
            return "left unplaced" if gold.place.is_listed else ""
        if not self.is_right:
            return "placed wrongly" if gold.place.is_listed else "unlisted, yet placed"
        if gold.roles and found.role not in gold.roles:
            return f"role {found.role} for {' or '.join(sorted(gold.roles))}"
        return ""

    def __str__(self) -> str:
        gold, found = self.gold, self.found
        span = gold.span if gold else found.span if found else Span(0, 0)
        text = self.report.text
        near = text[max(0, span.start - 40) : span.start] + "«" + span.of(text) + "»" + text[span.end : span.end + 40]
        got = "" if found is None else _described(found)
        return f"{self.report.id[:24]:24} {self.fault:26} {got:44} …{' '.join(near.split())}…"


def _described(found: Toponym) -> str:
    if found.place is None:
        return f"{found.text}: no place"
    place = found.place
    sureness = "" if found.confidence is None else f" {found.confidence:.2f}"
    return f"{found.text}: {place.name} ({'/'.join(place.countries)} {place.kind}){sureness}"


def stands_for(gold: GoldName, place: Place) -> bool:
    """Say whether the place is the one meant: for demonyms the country alone, for countries the country, else by distance."""
    want = gold.place
    same_country = bool(set(want.countries) & set(place.countries))
    if gold.form == "demonym":
        return same_country
    if want.position is None:
        return same_country and place.kind is Kind.COUNTRY
    return distance_km(want.position, place.position) <= _reach_km(want, place)


def _reach_km(want: GoldPlace, place: Place) -> float:
    """Return how far the answer may lie: a wide area's own radius helps areas only, never a town that happens to lie in it."""
    if want.is_listed and place.kind in _POINTS:
        return min(want.radius_km, NEAR_KM)
    return want.radius_km


def paired(report: OpenReport, toponyms: Sequence[Toponym]) -> Iterator[Pair]:
    """Yield every marked name with what was found there, and whatever was found where nothing is marked."""
    free = list(toponyms)
    for gold in report.names:
        best = max((t for t in free if t.span.overlaps(gold.span)), key=lambda t: _shared(t.span, gold.span), default=None)
        if best is not None:
            free.remove(best)
        yield Pair(report, gold, best)
    known = [*(gold.span for gold in report.names), *report.optional]
    for found in free:
        if not any(found.span.overlaps(span) for span in known):
            yield Pair(report, None, found)


def _shared(a: Span, b: Span) -> int:
    return min(a.end, b.end) - max(a.start, b.start)


def read_all(reports: Iterable[OpenReport]) -> list[Pair]:
    """Run the program over the reports and pair its toponyms with the gold."""
    return [pair for report in reports for pair in paired(report, read_report(report.text, published=report.published).toponyms)]


def figures(pairs: Sequence[Pair]) -> Figures:
    """Return every figure: over all reports, for each large genre and continent, and for names shared by several places."""
    result = Figures()
    _all_figures(pairs, result)
    for group, members in sorted(_groups(pairs).items()):
        if sum(p.gold is not None for p in members) >= LARGE_GROUP:
            of_group = Figures()
            _recognition(f"{group}.recognition", members, of_group, exact=False)
            _end_to_end(f"{group}.end_to_end", members, of_group)
            # A group has its F1 alone: floors under its precision and its recall would forbid every exchange of one for the other.
            result.values |= {name: value for name, value in of_group.values.items() if name.endswith(".f1")}
            result.counts |= {name: count for name, count in of_group.counts.items() if name.endswith(".f1")}
    homonyms = [p for p in pairs if p.gold and p.gold.place.is_homonym and p.gold.form != "demonym" and p.found]
    result.add("homonyms.placed", sum(p.is_right for p in homonyms), len(homonyms))
    abbreviations = [p for p in pairs if p.gold and p.gold.form == "abbreviation"]
    result.add("abbreviations.end_to_end", sum(p.is_right for p in abbreviations), len(abbreviations))
    return result


def _groups(pairs: Sequence[Pair]) -> Mapping[str, list[Pair]]:
    groups: dict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        if not pair.is_demonym:
            for group in group_names(pair.report):
                groups[group].append(pair)
    return groups


def group_names(report: OpenReport) -> frozenset[str]:
    """Return the groups a report belongs to, as they begin the names of figures."""
    return frozenset({f"genre.{report.genre}", f"continent.{report.continent.lower().replace(' ', '_')}"})


def _all_figures(pairs: Sequence[Pair], result: Figures) -> None:
    names = [p for p in pairs if not p.is_demonym]
    demonyms = [p for p in pairs if p.is_demonym]
    _recognition("all.recognition", names, result, exact=False)
    _recognition("all.recognition_exact", names, result, exact=True)
    listed = [p for p in names if p.found and p.gold and p.gold.place.is_listed]
    result.add("all.placed", sum(p.is_right for p in listed), len(listed))
    _end_to_end("all.end_to_end", names, result)
    _recognition("demonyms.recognition", demonyms, result, exact=False)
    found_demonyms = [p for p in demonyms if p.gold and p.found]
    result.add("demonyms.placed", sum(p.is_right for p in found_demonyms), len(found_demonyms))
    unlisted = [p for p in names if p.gold and not p.gold.place.is_listed]
    result.add("unlisted.kept_right", sum(p.found is None or p.found.place is None or p.is_right for p in unlisted), len(unlisted))
    result.add("unlisted.found", sum(p.found is not None for p in unlisted), len(unlisted))
    roles = [p.found.role in p.gold.roles for p in pairs if p.gold and p.found and p.gold.roles]
    result.add("all.roles", sum(roles), len(roles))
    found = [p for p in names if p.gold and p.found]
    sure = [p for p in found if p.found and (p.found.confidence or 0) >= SURE]
    invented = [p for p in names if p.gold is None and p.found and (p.found.confidence or 0) >= SURE]
    right = sum(p.is_right for p in sure)
    result.add("all.sure_right", right, len(sure))
    result.add("all.sure_right_of_all", right, len(sure) + len(invented))
    result.add("all.sure_share", len(sure), len(found))


def _recognition(name: str, pairs: Sequence[Pair], result: Figures, *, exact: bool) -> None:
    hits = sum(p.gold is not None and p.found is not None and (not exact or p.gold.span == p.found.span) for p in pairs)
    result.add_f1(name, (hits, sum(p.found is not None for p in pairs)), (hits, sum(p.gold is not None for p in pairs)))


def _end_to_end(name: str, pairs: Sequence[Pair], result: Figures) -> None:
    """Note found-and-right. An unlisted village placed in its area is neither asked for nor wrong."""
    right = sum(p.is_right for p in pairs if p.gold and p.gold.place.is_listed)
    answers = [p for p in pairs if p.found is not None and p.found.place is not None]
    placed = sum(p.gold is None or p.gold.place.is_listed or not p.is_right for p in answers)
    result.add_f1(name, (right, placed), (right, sum(p.gold is not None and p.gold.place.is_listed for p in pairs)))


def role_table(pairs: Iterable[Pair]) -> Counter[tuple[str, str]]:
    """Return how often each role (gold, found) was met, over what was found and has a role beyond debate."""
    return Counter(("/".join(sorted(p.gold.roles)), str(p.found.role)) for p in pairs if p.gold and p.found and p.gold.roles)


def table(result: Figures, floors: Mapping[str, float]) -> str:
    """Return the figures beside their floors as lines of text; what lies below its floor is marked."""
    lines = [f"{'figure':44} {'value':>6} {'floor':>6} {'of':>5}"]
    for name in sorted({*result.values, *floors}):
        value, floor = result.values.get(name), floors.get(name)
        below = "  BELOW" if floor is not None and (value is None or value < floor) else ""
        shown = "     -" if value is None else f"{value:6.3f}"
        lines.append(f"{name:44} {shown} {'     -' if floor is None else f'{floor:6.3f}'} {result.counts.get(name, 0):5}{below}")
    return "\n".join(lines)


def faults(pairs: Iterable[Pair], *, groups: Iterable[str] = ()) -> str:
    """Return one line for each wrong name, with its sentence; ``groups`` ("genre.caps") narrows them to those reports."""
    wanted = set(groups)
    return "\n".join(str(pair) for pair in pairs if pair.fault and (not wanted or wanted & group_names(pair.report)))


def main() -> None:
    """Print the table, and with --faults every wrong name; --pin raises the floors."""
    parser = argparse.ArgumentParser(description="Score the program on the open set.")
    parser.add_argument("--faults", action="store_true", help="list every wrong name with its sentence")
    parser.add_argument("--pin", action="store_true", help="raise the floors to a little below what is reached")
    arguments = parser.parse_args()
    pairs = read_all(open_reports())
    result = figures(pairs)
    floors = read_floors(FLOORS) if FLOORS.exists() else {}
    if arguments.faults:
        print(faults(pairs))
    print(table(result, floors))
    print("\nroles (gold: found)")
    for (gold, found), times in sorted(role_table(pairs).items()):
        print(f"{gold:16} {found:14} {times:4}")
    if arguments.pin:
        FLOORS.write_text(json.dumps({"floors": raised(floors, result, unpinned=UNPINNED)}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
