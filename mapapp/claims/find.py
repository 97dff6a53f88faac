"""Find and check what a report states about distance and direction: the one door of this floor."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from gazetteer.place import Kind
from mapapp.claims.claim import AnchorKind, Claim
from mapapp.claims.far_end.anchor_phrase import AnchorPhrase
from mapapp.claims.far_end.anchors import find_anchor
from mapapp.claims.given_ends import LINES, conjoined_before, counted_from_before, far_end, is_named, near_end, shared_far_ends, subject_of
from mapapp.claims.judging.check import checked, stated
from mapapp.claims.judging.framing import framed
from mapapp.claims.judging.thresholds import STANDARD, Thresholds
from mapapp.claims.near_end.subject_phrase import SubjectPhrase
from mapapp.claims.near_end.subjects import find_subject
from mapapp.claims.placing.ends import settle
from mapapp.claims.statements.after_unit import ONWARD
from mapapp.claims.statements.false_friends import false_friend, needs_place
from mapapp.claims.statements.grammar import statements
from mapapp.claims.statements.lists import with_elided_unit
from mapapp.claims.statements.statement import Statement, Stretch
from mapapp.claims.surroundings import Surroundings
from mapapp.claims.unnumbered.looser import looser_claims
from mapapp.report.report import Dateline, Report
from mapapp.toponyms.toponym import Toponym

if TYPE_CHECKING:
    from gazetteer.index import Gazetteer


_MOST_ELIDED = 6


def find_claims(
    report: Report,
    toponyms: Sequence[Toponym],
    gazetteer: Gazetteer,
    *,
    dateline: Dateline | None = None,
    thresholds: Thresholds = STANDARD,
) -> tuple[Claim, ...]:
    """Return every statement of distance, direction or nearness in a report, checked as far as it can be, in the order of the text.

    Parameters
    ----------
    toponyms
        The place names of the report, resolved. The ends of a claim are matched to them by their spans.
    gazetteer
        Asked for borders, coasts and capitals, and for names at the ends of a claim that are not among the toponyms.
    dateline
        What "here" and "this city" stand for.
    thresholds
        How severely stated distances are judged.
    """
    here = Surroundings(report.text, toponyms, gazetteer, dateline)
    metric = _distances(here, thresholds)
    return tuple(
        sorted([*metric, *looser_claims(here, metric, thresholds=thresholds)], key=lambda claim: (claim.span.start, claim.span.end))
    )


def _distances(here: Surroundings, thresholds: Thresholds) -> list[Claim]:
    """Return the claims with a number and a unit of length."""
    found: list[Claim] = []
    previous: tuple[int, SubjectPhrase] | None = None
    for statement in statements(here.text):
        for read, given in _read(here, statement):
            anchor, subject = given, _subject(here, read, given, previous)
            if anchor is None and read.relator in (ONWARD, "away"):
                subject, anchor = counted_from_before(here, read, subject)
            ends = settle(here, subject, anchor, stated_km=stated(read).number_km)
            claim = framed(here.text, checked(here.text, read, ends, thresholds=thresholds), here.sentence_at(read.span.start))
            previous = (max(claim.span.end, read.span.end), subject)
            found.append(claim)
    return found


_End = tuple[Statement, AnchorPhrase | None]


def _read(here: Surroundings, statement: Statement) -> list[_End]:
    """Return what a statement states, with its far end: nothing for a look-alike, more than one where words are shared."""
    if statement.far is not None:
        given = _with_given_ends(here, statement, statement.far)
        if given is not None:
            return [given]
        return _read(here, statement.otherwise) if statement.otherwise is not None else []
    if false_friend(here.text, statement) is not None:
        return []
    anchor = _anchor(here, statement)
    if needs_place(statement) and not _is_town(anchor):
        return []
    read: list[_End] = [(statement, anchor)]
    if anchor is None:
        return read
    others = shared_far_ends(here, statement, anchor)
    if others and statement.of_how_many == len(others) + 1:
        return [(statement, [anchor, *others][statement.position_in_list])]
    read.extend((statement, other) for other in others)
    if statement.position_in_list == statement.of_how_many - 1:
        read.extend(_with_elided_units(here, statement, read[-1][1]))
    return read


def _with_given_ends(here: Surroundings, statement: Statement, far: Stretch) -> _End | None:
    """Return the statement with its far end, if what stands at both ends can be ends."""
    if false_friend(here.text, statement) is not None:
        return None
    anchor = far_end(here, far)
    near = far_end(here, statement.near) if statement.near is not None else None
    if anchor is None or (statement.near is not None and near is None):
        return None
    if statement.named_ends and not (is_named(anchor) and (statement.near is None or is_named(near))):
        return None
    if near is not None and near.kind in LINES and anchor.kind not in LINES:
        return replace(statement, far=statement.near, near=statement.far), near  # a line is measured to, never from
    return statement, anchor


def _with_elided_units(here: Surroundings, statement: Statement, anchor: AnchorPhrase | None) -> Iterator[_End]:
    """Yield "30 from B" behind "250 km from A", and what follows that."""
    for _ in range(_MOST_ELIDED):
        more = with_elided_unit(here.text, statement, anchor.span.end) if anchor is not None else None
        anchor = _anchor(here, more) if more is not None else None
        if more is None or anchor is None or not is_named(anchor):
            return
        yield more, anchor


def _subject(
    here: Surroundings, statement: Statement, anchor: AnchorPhrase | None, previous: tuple[int, SubjectPhrase] | None
) -> SubjectPhrase:
    """Return the near end: where the form gives it, in its turn of a list, or what stands in front."""
    if statement.near is not None:
        found = near_end(here, statement.near)
        at = statement.near.end if statement.near.end is not None else statement.near.start
        return found or find_subject(here, at or 0, anchor, None)
    if statement.of_how_many > 1 and statement.list_start is not None:
        names = conjoined_before(here, statement.list_start, statement.of_how_many)
        if names:
            return subject_of(names[statement.position_in_list])
    return find_subject(here, statement.subject_before, anchor, previous)


def _anchor(here: Surroundings, statement: Statement) -> AnchorPhrase | None:
    """Return the far end; "10 km inside Syria" is counted from Syria's border."""
    if statement.anchor_start is None:
        return None
    anchor = find_anchor(here, statement.anchor_start)
    if anchor is None or statement.relator not in ("inside", "into", "inside of"):
        return anchor
    place = anchor.name.place if anchor.name else None
    if place is None or place.kind is not Kind.COUNTRY or place.country is None:
        return anchor
    return replace(anchor, kind=AnchorKind.BORDER, name=None, countries=(place.country,), trouble="")


def _is_town(anchor: AnchorPhrase | None) -> bool:
    """Say whether a bare "of" is followed by a place: "15 kilometres of Tank"."""
    return anchor is not None and anchor.kind is AnchorKind.PLACE and anchor.name is not None and anchor.name.place is not None
