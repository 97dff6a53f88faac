"""Find and check what a report states about distance and direction: the one door of this floor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from gazetteer.place import Kind
from mapapp.claims.anchor_phrase import AnchorPhrase
from mapapp.claims.anchors import find_anchor
from mapapp.claims.check import checked
from mapapp.claims.claim import AnchorKind, Claim
from mapapp.claims.ends import settle
from mapapp.claims.false_friends import false_friend, needs_place
from mapapp.claims.grammar import Statement, statements
from mapapp.claims.looser import looser_claims
from mapapp.claims.subject_phrase import SubjectPhrase
from mapapp.claims.subjects import find_subject
from mapapp.claims.surroundings import Surroundings
from mapapp.report.report import Dateline, Report
from mapapp.toponyms.toponym import Toponym

if TYPE_CHECKING:
    from gazetteer.index import Gazetteer


def find_claims(
    report: Report, toponyms: Sequence[Toponym], gazetteer: Gazetteer, *, dateline: Dateline | None = None
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
    """
    here = Surroundings(report.text, toponyms, gazetteer, dateline)
    metric = _distances(here)
    return tuple(sorted([*metric, *looser_claims(here, metric)], key=lambda claim: (claim.span.start, claim.span.end)))


def _distances(here: Surroundings) -> list[Claim]:
    """Return the claims with a number and a unit of length."""
    found: list[Claim] = []
    previous: tuple[int, SubjectPhrase] | None = None
    for statement in statements(here.text):
        if false_friend(here.text, statement) is not None:
            continue
        anchor = _anchor(here, statement)
        if needs_place(statement) and not _is_town(anchor):
            continue
        subject = find_subject(here, statement.span.start, anchor, previous)
        claim = checked(here.text, statement, settle(here, subject, anchor))
        previous = (claim.span.end, subject)
        found.append(claim)
    return found


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
