"""A claim without a number, put together from its ends."""

from __future__ import annotations

from dataclasses import dataclass

from mapapp.claims import wording
from mapapp.claims.claim import Claim, ClaimKind, Verdict
from mapapp.claims.far_end.anchor_phrase import AnchorPhrase
from mapapp.claims.judging.check import Measured, anchor_of, measure, subject_of
from mapapp.claims.near_end.subject_phrase import SubjectPhrase
from mapapp.claims.near_end.subjects import find_subject
from mapapp.claims.placing.ends import Ends, settle
from mapapp.claims.surroundings import Surroundings
from mapapp.report.report import Span


@dataclass(frozen=True, slots=True)
class SettledEnds:
    """Both ends with what was measured between them.

    ``is_chosen_by_nearness``: a name that nobody resolved was looked up near the other end; that it is near then proves nothing.
    """

    ends: Ends
    found: Measured | None
    is_chosen_by_nearness: bool


def ends_of(here: Surroundings, start: int, anchor: AnchorPhrase) -> SettledEnds:
    """Return both ends of a statement that starts at ``start``, with the measurement between them."""
    subject = find_subject(here, start, anchor, None)
    ends = settle(here, subject, anchor)
    chosen = was_looked_up(subject, ends.subject) or was_looked_up(anchor, ends.anchor)
    return SettledEnds(ends, None if ends.trouble else measure(ends), chosen)


def was_looked_up(before: SubjectPhrase | AnchorPhrase, after: SubjectPhrase | AnchorPhrase | None) -> bool:
    """Say whether a name came without a place and was given one beside the other end."""
    if before.name is None or before.name.place is not None:
        return False
    return after is not None and after.name is not None and after.name.place is not None


def unjudged(here: Surroundings, kind: ClaimKind, span: Span, ends: Ends, found: Measured | None = None) -> Claim:
    """Return a claim with its ends, what was measured between them, and the reason why nothing is said of it."""
    return Claim(
        span=span,
        text=span.of(here.text),
        kind=kind,
        verdict=Verdict.CANNOT_TELL,
        reason=wording.where_it_happened() if ends.subject.event else ends.trouble,
        subject=subject_of(here.text, ends.subject),
        anchor=anchor_of(here.text, ends, found),
    )
