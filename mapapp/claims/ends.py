"""Settle which two places a claim is between.

Toponyms come resolved. A name nobody resolved is looked up here, both ends together and by nearness to each other, never with the help of
the distance that is to be checked. "The capital" and "the Russian border" are settled from the subject's country.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import log10
from typing import TYPE_CHECKING

from gazetteer.geodesy import distance_km
from gazetteer.place import Kind, Place
from mapapp.claims import wording
from mapapp.claims.anchor_phrase import AnchorPhrase
from mapapp.claims.claim import AnchorKind
from mapapp.claims.subject_phrase import SubjectPhrase
from mapapp.claims.surroundings import Name, Surroundings
from mapapp.claims.uncertainty import extent_km

if TYPE_CHECKING:
    from gazetteer.borders import Border

GUESSED_CONFIDENCE = 0.6
"""Confidence of a name looked up here: below the 0.9 of the doubt gate, so that far-off results are held back."""

_MOST_CANDIDATES = 24
_MARGIN = 0.35
"""Two pairs that score nearer than this are left undecided (an earlier trial: 3 contradictions fewer, all of them unfounded)."""

_NEARNESS_WEIGHT = 3.0
_NEAR_KM = 30.0
_NEAREST_KM = 10.0
_LEAST_PROMINENCE = 2.5
_COUNTRY_BONUS = 1.0
_SAME_COUNTRY_BONUS = 0.5
_SAME_PLACE_KM = 5.0


@dataclass(frozen=True, slots=True)
class Ends:
    """Both ends as far as they could be settled.

    ``line`` is the border or coast to measure to; otherwise the anchor's name has the place. ``trouble`` says why there is nothing to
    measure; "" when both ends are known.
    """

    subject: SubjectPhrase
    anchor: AnchorPhrase | None
    line: Border | None = None
    countries: tuple[str, ...] = ()
    trouble: str = ""

    @property
    def confidence(self) -> float:
        """The confidence of the less sure end; a line counts as sure."""
        names = [self.subject.name, self.anchor.name if self.anchor and not self.line else None]
        return min((name.confidence for name in names if name is not None), default=0.0)


def settle(here: Surroundings, subject: SubjectPhrase, anchor: AnchorPhrase | None) -> Ends:
    """Return both ends with their places, or with the reason why there is none."""
    if anchor is None:
        return Ends(subject, None, trouble=subject.trouble if subject.event else wording.no_anchor())
    subject, anchor = _looked_up(here, subject, anchor)
    if anchor.kind is AnchorKind.CAPITAL and anchor.name is None and not anchor.trouble:
        anchor = _capital(here, subject, anchor)
    anchor = _neighbour_as_border(here, subject, anchor)
    ends = Ends(subject, anchor, countries=anchor.countries)
    if anchor.kind is AnchorKind.BORDER and not anchor.trouble:
        ends = _with_border(here, ends)
    elif anchor.kind is AnchorKind.COAST and not anchor.trouble:
        ends = _with_coast(here, ends)
    return replace(ends, trouble=_trouble(here, ends))


def _trouble(here: Surroundings, ends: Ends) -> str:
    """Return the first reason why the ends cannot be measured, the subject's before the anchor's."""
    subject, anchor = ends.subject, ends.anchor
    if subject.trouble:
        return subject.trouble
    if (reason := _unmeasurable(here, subject.name, "subject")) != "":
        return reason
    if anchor is None or anchor.trouble:
        return anchor.trouble if anchor else wording.no_anchor()
    if ends.line is not None:
        return ""
    if subject.name and anchor.name and anchor.name.place is not None and subject.name.place == anchor.name.place:
        return wording.same_place(subject.span.of(here.text), anchor.span.of(here.text))
    return ends.trouble or _unmeasurable(here, anchor.name, "anchor")


def _unmeasurable(here: Surroundings, name: Name | None, end: str) -> str:
    if name is None:
        return wording.unplaced(end, "")
    words = name.span.of(here.text)
    if name.place is None:
        known = here.gazetteer.knows(words) and not name.is_rejected
        return wording.ambiguous(words) if known else wording.unplaced(end, words)
    return wording.area(words) if extent_km(name.place) is None else ""


def _looked_up(here: Surroundings, subject: SubjectPhrase, anchor: AnchorPhrase) -> tuple[SubjectPhrase, AnchorPhrase]:
    """Look up the names that came unresolved, both ends together."""
    mine = subject.name if not subject.trouble else None
    theirs = anchor.name if not anchor.trouble else None
    if not any(name is not None and name.place is None for name in (mine, theirs)):
        return subject, anchor
    best = _best_pair(_options(here, mine), _options(here, theirs))
    if best is None:
        return subject, anchor
    if mine is not None and mine.place is None and best[0] is not None:
        subject = replace(subject, name=replace(mine, place=best[0], confidence=GUESSED_CONFIDENCE))
    if theirs is not None and theirs.place is None and best[1] is not None:
        anchor = replace(anchor, name=replace(theirs, place=best[1], confidence=GUESSED_CONFIDENCE))
    return subject, anchor


_Option = tuple[Place | None, float]


def _options(here: Surroundings, name: Name | None) -> list[_Option]:
    """Return the places a name may stand for, with a score each; one empty option where there is no name."""
    if name is None or name.is_rejected:
        return [(None, 0.0)]
    if name.place is not None:
        return [(name.place, 0.0)]
    options: list[_Option] = []
    mentioned = here.countries_mentioned
    for match in here.gazetteer.candidates(name.span.of(here.text)):
        place = match.place
        if extent_km(place) is None:
            continue
        in_country = _COUNTRY_BONUS if mentioned.intersection(place.countries) else 0.0
        options.append((place, max(_LEAST_PROMINENCE, match.prominence) + in_country))
    options.sort(key=lambda option: -option[1])
    return options[:_MOST_CANDIDATES]


def _best_pair(ours: Sequence[_Option], theirs: Sequence[_Option]) -> tuple[Place | None, Place | None] | None:
    """Return the pair of places that goes together best, or None where another pair is nearly as good."""
    scored = sorted(
        ((_pair_score(a, b), position, a[0], b[0]) for position, (a, b) in enumerate((a, b) for a in ours for b in theirs)),
        key=lambda pair: (-pair[0], pair[1]),
    )
    if not scored:
        return None
    best, _, first, second = scored[0]
    for score, _, other_first, other_second in scored[1:]:
        if best - score >= _MARGIN:
            break
        if _differ(first, other_first) or _differ(second, other_second):
            return None
    return first, second


def _pair_score(a: _Option, b: _Option) -> float:
    score = a[1] + b[1]
    if a[0] is None or b[0] is None:
        return score
    apart = max(_NEAREST_KM, distance_km(a[0].position, b[0].position))
    same = bool(set(a[0].countries) & set(b[0].countries))
    return score - _NEARNESS_WEIGHT * log10(apart / _NEAR_KM) + (_SAME_COUNTRY_BONUS if same else 0.0)


def _differ(a: Place | None, b: Place | None) -> bool:
    """Say whether two places are farther apart than two records of one town."""
    return a is not None and b is not None and a != b and distance_km(a.position, b.position) > _SAME_PLACE_KM


def _neighbour_as_border(here: Surroundings, subject: SubjectPhrase, anchor: AnchorPhrase) -> AnchorPhrase:
    """Read "7 km from Nigeria", said of a place in a country next to it, as counted from the border."""
    place, home = anchor.name.place if anchor.name else None, _country(subject)
    if place is None or place.kind is not Kind.COUNTRY or place.country is None or home is None:
        return anchor
    if place.country not in here.gazetteer.neighbours(home):
        return anchor
    return replace(anchor, kind=AnchorKind.BORDER, name=None, countries=(place.country,), trouble="")


def _capital(here: Surroundings, subject: SubjectPhrase, anchor: AnchorPhrase) -> AnchorPhrase:
    """Settle "the capital": of the country named with it, otherwise of the subject's country."""
    country = anchor.countries[0] if anchor.countries else _country(subject)
    place = here.gazetteer.capital(country) if country else None
    if place is None:
        return replace(anchor, trouble=wording.not_said_which(anchor.span.of(here.text)))
    name = Name(anchor.span, place, 1.0 if anchor.countries else subject.name.confidence if subject.name else 0.0)
    return replace(anchor, name=name, countries=(country,) if country else ())


def _country(subject: SubjectPhrase) -> str | None:
    place = subject.name.place if subject.name else None
    return place.country if place else None


def _with_border(here: Surroundings, ends: Ends) -> Ends:
    """Settle whose border is meant.

    "The Russian border" seen from a place in Kazakhstan is the line between the two; from a country without a border to Russia, or from
    Russia itself, it is any border of Russia. "The border" alone needs a country with one neighbour or one neighbour spoken of.
    """
    named = ends.countries
    if len(named) >= 2:
        return _line(here, ends, named[0], named[1])
    home = _country(ends.subject)
    if len(named) == 1:
        if home and home != named[0] and here.gazetteer.border(home, named[0]).exists:
            return _line(here, ends, home, named[0])
        return _line(here, ends, named[0], None)
    if home is None:
        return replace(ends, trouble=wording.which_border(0), anchor=_in_trouble(ends.anchor, wording.which_border(0)))
    neighbours = here.gazetteer.neighbours(home)
    spoken_of = neighbours & here.countries_in(here.sentence_at(ends.subject.span.start)) or neighbours & here.countries_mentioned
    choice = neighbours if len(neighbours) == 1 else spoken_of
    if len(choice) != 1:
        reason = wording.which_border(len(neighbours))
        return replace(ends, countries=(home,), anchor=_in_trouble(ends.anchor, reason))
    return _line(here, ends, home, next(iter(choice)))


def _in_trouble(anchor: AnchorPhrase | None, reason: str) -> AnchorPhrase | None:
    return replace(anchor, trouble=reason) if anchor is not None else None


def _line(here: Surroundings, ends: Ends, first: str, second: str | None) -> Ends:
    border = here.gazetteer.border(first, second)
    countries = (first,) if second is None else (first, second)
    if border.exists:
        return replace(ends, line=border, countries=countries)
    words = ends.anchor.span.of(here.text) if ends.anchor else ""
    return replace(ends, countries=countries, anchor=_in_trouble(ends.anchor, wording.no_common_border(words)))


def _with_coast(here: Surroundings, ends: Ends) -> Ends:
    """Settle whose coast is meant: the country named, otherwise the subject's; one without a coast looks to any."""
    country = ends.countries[0] if ends.countries else _country(ends.subject)
    coast = here.gazetteer.coast(country)
    if not coast.exists and not ends.countries:
        coast, country = here.gazetteer.coast(), None
    if not coast.exists:
        words = ends.anchor.span.of(here.text) if ends.anchor else ""
        return replace(ends, anchor=_in_trouble(ends.anchor, wording.no_coast(words)))
    return replace(ends, line=coast, countries=(country,) if country else ())
