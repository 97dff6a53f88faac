"""Figures for one and the same distance that do not agree, in one report or across several.

Two claims are about the same distance if they join the same two ends: places by their identifier, whichever comes first; a border or coast
by its kind and countries; an end without a place by its name. Ends without a name ("the village", "it") and events join nothing: which
they are is not certain. Vague figures, travelling times and figures that the report denies are left out.

Figures agree if there is one distance for which all of them could stand, with their rounding and hedges.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import inf

from mapapp.claims.claim import Anchor, AnchorKind, Claim, ClaimKind, Interval, Subject
from mapapp.claims.judging.judgement_wording import figures_disagree
from mapapp.claims.phrases import NO_NAMES
from mapapp.claims.wording import interval, only_measured, quoted

_LINES = frozenset({AnchorKind.BORDER, AnchorKind.COAST})


@dataclass(frozen=True, slots=True)
class Figure:
    """One statement of a distance, and the report it stands in."""

    report_id: str
    claim: Claim

    @property
    def stated(self) -> Interval:
        """The interval stated, in km; an open side is None."""
        return self.claim.stated or Interval(None, None)


@dataclass(frozen=True, slots=True)
class Conflict:
    """The figures given for one pair of ends. ``subject`` and ``anchor`` are the words of the first that names both."""

    subject: str
    anchor: str
    figures: tuple[Figure, ...]

    @property
    def agree(self) -> bool:
        """Whether there is a distance that all figures could stand for."""
        nearest = max(figure.stated.low_km or 0.0 for figure in self.figures)
        farthest = min(inf if figure.stated.high_km is None else figure.stated.high_km for figure in self.figures)
        return nearest <= farthest

    @property
    def measured_km(self) -> float | None:
        """What is measured between the two ends, in km; None where that could not be done for any of the claims."""
        return next((figure.claim.measured_km for figure in self.figures if figure.claim.measured_km is not None), None)

    @property
    def report_ids(self) -> tuple[str, ...]:
        """The reports in which the figures stand, each once, in order."""
        return tuple(dict.fromkeys(figure.report_id for figure in self.figures))

    @property
    def words(self) -> str:
        """The conflict in a sentence or two, fit to print; reports are named where there are several."""
        several = len(self.report_ids) > 1
        figures = []
        for figure in self.figures:
            where = f", {figure.report_id}" if several else ""
            figures.append(f"{quoted(figure.claim.text)} ({_range(figure.stated)}{where})")
        return figures_disagree(f"{quoted(self.subject)} and {quoted(self.anchor)}", tuple(dict.fromkeys(figures)), self._found())

    def _found(self) -> str:
        claim = next((figure.claim for figure in self.figures if figure.claim.measured_km is not None), None)
        if claim is None or claim.measured_km is None or claim.measured is None:
            return ""
        return only_measured(claim.measured_km, claim.measured)


_Reports = Mapping[str, Sequence[Claim]] | Iterable[tuple[str, Sequence[Claim]]]


def conflicts(claims_by_report: _Reports) -> tuple[Conflict, ...]:
    """Return the pairs of ends for which figures do not agree, in the order in which they first occur.

    Parameters
    ----------
    claims_by_report
        The identifier of each report with its claims: a mapping, or pairs where there are too many to hold.
    """
    return tuple(group for group in same_distances(claims_by_report) if not group.agree)


def same_distances(claims_by_report: _Reports) -> tuple[Conflict, ...]:
    """Return all pairs of ends for which there are two figures or more, whether these agree or not."""
    groups: dict[frozenset[str], list[Figure]] = {}
    reports = claims_by_report.items() if isinstance(claims_by_report, Mapping) else claims_by_report
    for report_id, claims in reports:
        for claim in claims:
            key = _pair(claim)
            if key is not None:
                groups.setdefault(key, []).append(Figure(report_id, claim))
    return tuple(_conflict(figures) for figures in groups.values() if len(figures) > 1)


def _conflict(figures: list[Figure]) -> Conflict:
    ends = [_end_words(figure.claim) for figure in figures]
    subject, anchor = next((words for words in ends if all(map(_name, words))), ends[0])
    return Conflict(subject, anchor, tuple(figures))


def _end_words(claim: Claim) -> tuple[str, str]:
    return claim.subject.text if claim.subject else "", claim.anchor.text if claim.anchor else ""


def _pair(claim: Claim) -> frozenset[str] | None:
    """Return what the two ends are known by, or None where the claim gives no figure for two known ends."""
    if claim.kind is not ClaimKind.DISTANCE or claim.negated or claim.subject is None or claim.anchor is None or claim.stated is None:
        return None
    subject, anchor = _subject_key(claim.subject), _anchor_key(claim.anchor)
    return None if subject is None or anchor is None or subject == anchor else frozenset((subject, anchor))


def _subject_key(subject: Subject) -> str | None:
    return None if subject.event else subject.place_id or _name(subject.text)


def _anchor_key(anchor: Anchor) -> str | None:
    if anchor.kind in _LINES:
        return f"{anchor.kind}:{','.join(sorted(anchor.countries))}" if anchor.countries else None
    return anchor.place_id or (_name(anchor.text) if anchor.kind is AnchorKind.PLACE else None)


def _name(text: str) -> str | None:
    """Return a name to compare by, or None for words that name nothing by themselves."""
    words = text.split()
    if not any(word[:1].isupper() for word in words) or all(word.lower() in NO_NAMES for word in words):
        return None
    return "name:" + " ".join(words).casefold()


def _range(stated: Interval) -> str:
    if stated.low_km is None and stated.high_km is None:
        return "any distance"
    if stated.low_km is None:
        return f"at most {interval(stated.high_km or 0.0, stated.high_km or 0.0)} km"
    if stated.high_km is None:
        return f"at least {interval(stated.low_km, stated.low_km)} km"
    return f"{interval(stated.low_km, stated.high_km)} km"
