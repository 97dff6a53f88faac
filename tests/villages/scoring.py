"""Scores what the program finds in the reports on villages, with the default gazetteer alone and with the twelve dumps beside it.

Run as ``python -m tests.villages.scoring [--faults] [--pin]``. What is counted, demonyms and optional stretches apart:

recognition   names found: one counts when it shares a character with a marked name; whatever else is found is invented.
villages      marked places of the dumps: ``found``; ``right`` (placed within 10 km; 50 for rivers and the like), of all;
              ``right_of_placed``, of those placed.
new           the same for villages that the default gazetteer has under no such name within 10 km: what a dump is imported for.
others        marked places of the default gazetteer, found and right: a country itself, anything else within 161 km.
placed        ``right``: of all names that were given a place, invented ones included, the share given the right one.
traps         persons' names and words that a village bears as well: share that were given no place.
false_friends ``placed_right``: as placed, over the twelve reports without a village; ``clean``: share of them without an invented pin.
unknown       names that no source has: share left without a place.
tag           ``right`` of the villages, over the reports with that difficulty.

Each has the prefix ``default.`` or ``dumps.``; ``gain.`` is the difference in villages and new, right.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from gazetteer import Gazetteer, Kind, Place, open_gazetteer
from gazetteer.geodesy import distance_km
from mapapp.dossier import read_report
from mapapp.report.report import Span
from mapapp.toponyms.toponym import Toponym
from tests.figures import Figures, raised, read_floors
from tests.villages.loader import DUMPS, GoldName, VillageReport, dump_rows, village_reports

FLOORS = Path(__file__).with_name("floors.json")

VILLAGE_KM = 10.0
"""Within this a village was placed right: its fields, and what two gazetteers differ."""

WIDE_KM = 50.0
"""For the dumps' rivers, ranges and divisions, whose label point is anybody's choice."""

OTHER_KM = 161.0
"""100 miles: the customary bound in the field, for all other places."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A marked name beside what was found there; ``gold`` None: found where nothing is marked, ``found`` None: missed."""

    report: VillageReport
    gold: GoldName | None
    found: Toponym | None
    expected: Place | None = None

    @property
    def is_village(self) -> bool:
        """Whether the marked place is a row of the dumps."""
        return self.gold is not None and self.gold.place in dump_rows()

    @property
    def is_placed(self) -> bool:
        """Whether something was found and given a place."""
        return self.found is not None and self.found.place is not None

    @property
    def is_right(self) -> bool:
        """Whether the name was found and given the right place."""
        if self.gold is None or self.gold.place is None or self.found is None or self.found.place is None:
            return False
        answer, row = self.found.place, dump_rows().get(self.gold.place)
        if row is not None:
            reach_km = WIDE_KM if row.is_wide else VILLAGE_KM
            return distance_km(row.position, answer.position) <= reach_km and answer.kind is not Kind.COUNTRY
        if self.expected is None or Kind.COUNTRY in {self.expected.kind, answer.kind}:
            return answer.place_id == self.gold.place
        return distance_km(self.expected.position, answer.position) <= OTHER_KM

    @property
    def fault(self) -> str:
        """What is wrong, in a word or two; empty where nothing is."""
        if self.gold is None:
            return "invented pin" if self.is_placed else "invented"
        if self.gold.place is None:
            return "unknown, yet placed" if self.is_placed else ""
        if self.found is None:
            return "missed"
        if not self.is_placed:
            return "left unplaced"
        return "" if self.is_right else "placed wrongly"

    def __str__(self) -> str:
        span = self.gold.span if self.gold else self.found.span if self.found else Span(0, 0)
        text = self.report.text
        near = text[max(0, span.start - 40) : span.start] + "«" + span.of(text) + "»" + text[span.end : span.end + 40]
        got = "" if self.found is None else _described(self.found)
        return f"{self.report.id:6} {'village' if self.is_village else '':8} {self.fault:20} {got:52} …{' '.join(near.split())}…"


def _described(found: Toponym) -> str:
    if found.place is None:
        return f"{found.text}: no place"
    place = found.place
    sureness = "" if found.confidence is None else f" {found.confidence:.2f}"
    return f"{found.text}: {place.name} ({'/'.join(place.countries)} {place.admin1} {place.kind}){sureness}"


def paired(report: VillageReport, toponyms: Sequence[Toponym], default: Gazetteer) -> Iterator[Pair]:
    """Yield every marked name with what was found there, and whatever was found where nothing is marked."""
    free = list(toponyms)
    for gold in report.names:
        best = max((t for t in free if t.span.overlaps(gold.span)), key=lambda t: _shared(t.span, gold.span), default=None)
        if best is not None:
            free.remove(best)
        if gold.form == "name":
            yield Pair(report, gold, best, _expected(gold, default))
    known = [*(gold.span for gold in report.names), *report.optional]
    for found in free:
        if not found.demonym and not any(found.span.overlaps(span) for span in known):
            yield Pair(report, None, found)


def _expected(gold: GoldName, default: Gazetteer) -> Place | None:
    """Return the marked place where the default gazetteer holds it."""
    return None if gold.place is None or gold.place in dump_rows() else default.place(gold.place)


def _shared(a: Span, b: Span) -> int:
    return min(a.end, b.end) - max(a.start, b.start)


def read_all(gazetteer: Gazetteer, *, default: Gazetteer, reports: Iterable[VillageReport] | None = None) -> list[Pair]:
    """Read the reports with a gazetteer and pair its toponyms with the gold; ``default`` holds what is marked beside the dumps."""
    return [
        pair
        for report in (village_reports() if reports is None else reports)
        for pair in paired(report, read_report(report.text, published=report.published, gazetteer=gazetteer).toponyms, default)
    ]


def figures(pairs: Sequence[Pair], *, default: Gazetteer) -> Figures:
    """Return every figure of one gazetteer."""
    result = Figures()
    marked = [p for p in pairs if p.gold]
    found = [p for p in pairs if p.found]
    hits = sum(p.found is not None for p in marked)
    precision = result.add("recognition.precision", hits, len(found))
    recall = result.add("recognition.recall", hits, len(marked))
    result.values["recognition.f1"] = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    result.counts["recognition.f1"] = len(marked)
    villages = [p for p in marked if p.is_village]
    _village_figures("villages", villages, result)
    _village_figures("new", [p for p in villages if p.gold and is_new(p.gold, default)], result)
    for tag in sorted({tag for p in villages for tag in p.report.tags}):
        of_tag = [p for p in villages if tag in p.report.tags]
        result.add(f"tag.{tag}.right", sum(p.is_right for p in of_tag), len(of_tag))
    others = [p for p in marked if p.expected]
    result.add("others.found", sum(p.found is not None for p in others), len(others))
    result.add("others.right", sum(p.is_right for p in others), len(others))
    unknown = [p for p in marked if p.gold and p.gold.place is None]
    result.add("unknown.left_unplaced", sum(not p.is_placed for p in unknown), len(unknown))
    _precision_figures(pairs, result)
    return result


def _village_figures(name: str, villages: Sequence[Pair], result: Figures) -> None:
    right = sum(p.is_right for p in villages)
    result.add(f"{name}.found", sum(p.found is not None for p in villages), len(villages))
    result.add(f"{name}.right", right, len(villages))
    result.add(f"{name}.right_of_placed", right, sum(p.is_placed for p in villages))


def _precision_figures(pairs: Sequence[Pair], result: Figures) -> None:
    placed = [p for p in pairs if p.is_placed]
    result.add("placed.right", sum(p.is_right for p in placed), len(placed))
    of_friends = [p for p in placed if "false_friend" in p.report.tags]
    result.add("false_friends.placed_right", sum(p.is_right for p in of_friends), len(of_friends))
    friends = {p.report.id for p in pairs if "false_friend" in p.report.tags}
    unclean = {p.report.id for p in of_friends if p.gold is None}
    result.add("false_friends.clean", len(friends - unclean), len(friends))
    traps = [(report.id, trap) for report in {p.report.id: p.report for p in pairs}.values() for trap in report.traps]
    pins = [(p.report.id, p.found.span) for p in placed if p.found and p.gold is None]
    sprung = sum(any(report == at and trap.overlaps(span) for at, span in pins) for report, trap in traps)
    result.add("traps.left_alone", len(traps) - sprung, len(traps))


@cache
def is_new(gold: GoldName, default: Gazetteer) -> bool:
    """Say whether the default gazetteer has nothing of the village's names within 10 km of it."""
    row = dump_rows().get(gold.place or "")
    if row is None:
        return False
    matches = (match for name in row.names for match in default.candidates(name))
    return not any(distance_km(row.position, match.place.position) <= VILLAGE_KM for match in matches)


def compared(default: Figures, dumps: Figures) -> Figures:
    """Return both gazetteers' figures under their prefixes, and what the dumps gain."""
    result = Figures()
    result.take("default", default)
    result.take("dumps", dumps)
    for name in ("villages.right", "new.right"):
        result.values[f"gain.{name}"] = dumps.values[name] - default.values[name]
        result.counts[f"gain.{name}"] = dumps.counts[name]
    return result


def import_dumps(folder: Path) -> None:
    """Import the twelve dumps into a layers folder, one layer each, as a user would."""
    from gazetteer.importing import import_geonames

    for path in DUMPS:
        import_geonames([path], name=f"geonames-{path.stem.lower()}", folder=folder)


def pin(result: Figures, path: Path = FLOORS) -> None:
    """Raise the floors of a file to a little below the figures."""
    floors = raised(read_floors(path), result)
    path.write_text(json.dumps({"floors": floors}, indent=1) + "\n", encoding="utf-8")


def table(result: Figures, floors: Mapping[str, float]) -> str:
    """Return one line for each figure: default alone, with the dumps, their floors, and how many names it stands on."""
    names = sorted({name.split(".", 1)[1] for name in {*result.values, *floors} if name.startswith(("default.", "dumps."))})
    lines = [f"{'figure':32} {'default':>8} {'floor':>6} {'dumps':>8} {'floor':>6} {'of':>5}"]
    for name in names:
        cells = [_cell(result, floors, f"{side}.{name}") for side in ("default", "dumps")]
        lines.append(f"{name:32} {' '.join(cells)} {result.counts.get(f'dumps.{name}', 0):5}{_below(result, floors, name)}")
    gains = [f"gain in {name[5:]}: {value:+.3f}" for name, value in sorted(result.values.items()) if name.startswith("gain.")]
    return "\n".join([*lines, *gains])


def _cell(result: Figures, floors: Mapping[str, float], name: str) -> str:
    value, floor = result.values.get(name), floors.get(name)
    return f"{'-' if value is None else f'{value:.3f}':>8} {'-' if floor is None else f'{floor:.3f}':>6}"


def _below(result: Figures, floors: Mapping[str, float], name: str) -> str:
    sides = (f"{side}.{name}" for side in ("default", "dumps"))
    return "  BELOW" if any(result.values.get(side, 0.0) < floors.get(side, 0.0) for side in sides) else ""


def faults(pairs: Iterable[Pair]) -> str:
    """Return one line for each wrong name, with its sentence."""
    return "\n".join(str(pair) for pair in pairs if pair.fault)


def score(layers: Path, none: Path) -> tuple[Figures, list[Pair]]:
    """Return the figures of both gazetteers and the pairs read with the dumps; ``none`` is a layers folder without any."""
    default, dumps = open_gazetteer(layers=none), open_gazetteer(layers=layers)
    pairs = read_all(dumps, default=default)
    before = figures(read_all(default, default=default), default=default)
    return compared(before, figures(pairs, default=default)), pairs


def main() -> None:
    """Print the table, and with --faults every wrong name; --pin raises the floors."""
    parser = argparse.ArgumentParser(description="Score the program on reports about villages, without and with dumps of their countries.")
    parser.add_argument("--faults", action="store_true", help="list every name that is wrong with the dumps, with its sentence")
    parser.add_argument("--pin", action="store_true", help="raise the floors to a little below what is reached")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        layers, none = Path(folder, "layers"), Path(folder, "none")
        layers.mkdir()
        none.mkdir()
        import_dumps(layers)
        result, pairs = score(layers, none)
        if arguments.faults:
            print(faults(pairs))
        print(table(result, read_floors(FLOORS)))
    if arguments.pin:
        pin(result)


if __name__ == "__main__":
    main()
