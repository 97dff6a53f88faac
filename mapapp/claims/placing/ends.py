"""Settle which two places a claim is between.

Toponyms come resolved. A name nobody resolved, or not surely, is settled here, both ends together and by nearness to each other. The
distance that is to be checked helps only where nothing else does, and then proves nothing (``chosen_by_distance``). "The capital" and "the
Russian border" are settled from the subject's country.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from gazetteer.place import Place
from mapapp.claims import wording
from mapapp.claims.claim import AnchorKind
from mapapp.claims.far_end.anchor_phrase import AnchorPhrase
from mapapp.claims.near_end.subject_phrase import SubjectPhrase
from mapapp.claims.placing.end_reasons import not_in_area, only_elsewhere
from mapapp.claims.placing.far_ends import as_line_or_town, at_crossing, capital, country_of, division_seat, is_open_capital
from mapapp.claims.placing.pairs import (
    Apart,
    Option,
    areas_behind,
    best_pair,
    between_km,
    inside,
    is_lonely,
    is_settled,
    only_fitting,
    options_of,
)
from mapapp.claims.surroundings import Name, Surroundings
from mapapp.claims.uncertainty import extent_km

if TYPE_CHECKING:
    from gazetteer.borders import Border

GUESSED_CONFIDENCE = 0.6
"""Confidence of a name looked up here: below the 0.9 of the doubt gate, so that far-off results are held back."""


@dataclass(frozen=True, slots=True)
class Ends:
    """Both ends as far as they could be settled.

    ``line`` is the border or coast to measure to; otherwise the anchor's name has the place. ``trouble`` says why there is nothing to
    measure; "" when both ends are known. ``chosen_by_distance``: the distance stated has told which place one of the names means, so that
    the claim must not be called supported.
    """

    subject: SubjectPhrase
    anchor: AnchorPhrase | None
    line: Border | None = None
    countries: tuple[str, ...] = ()
    trouble: str = ""
    chosen_by_distance: bool = False

    @property
    def confidence(self) -> float:
        """The confidence of the less sure end; a line counts as sure."""
        names = [self.subject.name, self.anchor.name if self.anchor and not self.line else None]
        return min((name.confidence for name in names if name is not None), default=0.0)


def settle(here: Surroundings, subject: SubjectPhrase, anchor: AnchorPhrase | None, *, stated_km: float | None = None) -> Ends:
    """Return both ends with their places, or with the reason why there is none.

    Parameters
    ----------
    stated_km
        The distance that is to be checked: asked only where nothing else tells which place of a name is meant. None: not at all.
    """
    if anchor is None:
        return Ends(subject, None, trouble=subject.trouble if subject.event else wording.no_anchor())
    anchor = at_crossing(here, anchor)
    subject, anchor = _paired(here, subject, anchor)
    if anchor.seat_of:
        anchor = division_seat(here, subject, anchor)
    if is_open_capital(here, anchor):
        anchor = capital(here, subject, anchor)
    anchor = as_line_or_town(here, subject, anchor)
    ends = Ends(subject, anchor, countries=anchor.countries)
    if anchor.kind is AnchorKind.BORDER and not anchor.trouble:
        ends = _with_border(here, ends)
    elif anchor.kind is AnchorKind.COAST and not anchor.trouble:
        ends = _with_coast(here, ends)
    ends = replace(ends, trouble=_trouble(here, ends))
    return ends if stated_km is None else _by_distance(here, ends, stated_km)


# Why the ends cannot be measured --------------------------------------------------------------------------------------------------------


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
    """Return why a name gives no place to measure from or to."""
    if name is None:
        return wording.unplaced(end, "")
    words = name.span.of(here.text)
    if name.place is not None:
        return wording.area(words) if extent_km(name.place) is None else ""
    if name.is_rejected:
        return wording.unplaced(end, words)
    places = [match.place for match in here.gazetteer.candidates(words) if extent_km(match.place) is not None]
    if not places:
        return wording.unplaced(end, words)
    behind = areas_behind(here, name.span)
    if behind and not any(inside(place, behind[0]) for place in places):
        return not_in_area(words, behind[0].name)
    if not any(here.countries_mentioned.intersection(place.countries) for place in places) and here.countries_mentioned:
        return only_elsewhere(words, places[0])
    return wording.ambiguous(words) if len(places) > 1 else only_elsewhere(words, places[0])


# Both ends together ---------------------------------------------------------------------------------------------------------------------


def _paired(here: Surroundings, subject: SubjectPhrase, anchor: AnchorPhrase) -> tuple[SubjectPhrase, AnchorPhrase]:
    """Choose the places of names that nobody resolved, or not surely, both ends together."""
    mine = _held_by_area(here, subject.name) if not subject.trouble else None
    theirs = _held_by_area(here, anchor.name) if not anchor.trouble else None
    if all(name is None or is_settled(name) for name in (mine, theirs)):
        return subject, anchor
    subject = subject if mine is None else replace(subject, name=mine)
    anchor = anchor if theirs is None else replace(anchor, name=theirs)
    apart = None if theirs is not None else _apart(here, anchor)
    best = best_pair(options_of(here, mine), options_of(here, theirs), apart)
    if best is None:
        return subject, anchor
    ours, far = best
    km = between_km(ours.place, far.place, apart)
    if mine is not None and _may_take(here, mine, ours, far.place, km):
        subject = replace(subject, name=_taking(mine, ours.place))
    if theirs is not None and _may_take(here, theirs, far, ours.place, km):
        anchor = replace(anchor, name=_taking(theirs, far.place))
    return subject, anchor


def _held_by_area(here: Surroundings, name: Name | None) -> Name | None:
    """Return a name without its place where that is not sure and lies outside the area named right behind it."""
    if name is None or name.place is None or is_settled(name):
        return name
    behind = areas_behind(here, name.span)
    return replace(name, place=None, confidence=0.0) if behind and not inside(name.place, behind[0]) else name


def _may_take(here: Surroundings, name: Name, option: Option, other: Place | None, km: float | None) -> bool:
    """Say whether a name may get a place: another one than it has only beside the other end, a first one if anything speaks for it."""
    if option.place is None:
        return False
    return km is not None if name.place is not None else not is_lonely(here, option, other, km)


def _taking(name: Name, place: Place | None) -> Name:
    """Return a name with a place, if that is another one than it has."""
    if place is None or (name.place is not None and name.place.place_id == place.place_id):
        return name
    return replace(name, place=place, confidence=GUESSED_CONFIDENCE)


def _apart(here: Surroundings, anchor: AnchorPhrase) -> Apart | None:
    """Return how far a place is from a border named with it. A capital would not help: each has suburbs of all names."""
    if anchor.trouble or anchor.kind is not AnchorKind.BORDER or len(anchor.countries) != 1:
        return None
    return partial(_to_border, here, anchor.countries[0])


def _to_border(here: Surroundings, named: str, place: Place) -> float | None:
    home = place.country
    border = here.gazetteer.border(home, named) if home and home != named else None
    if border is None or not border.exists:
        border = here.gazetteer.border(named, None)
    return border.nearest(place.position).distance_km if border.exists else None


def _by_distance(here: Surroundings, ends: Ends, stated_km: float) -> Ends:
    """Return the ends with the one pair of places that the stated distance fits, where the pair is open or too far off."""
    mine, theirs = ends.subject.name, ends.anchor.name if ends.anchor else None
    if ends.line is not None or ends.anchor is None or ends.subject.trouble or ends.anchor.trouble or mine is None or theirs is None:
        return ends
    found = only_fitting(here, mine, theirs, stated_km)
    if found is None:
        return ends
    return replace(
        ends,
        subject=replace(ends.subject, name=_taking(mine, found[0])),
        anchor=replace(ends.anchor, name=_taking(theirs, found[1])),
        trouble="",
        chosen_by_distance=True,
    )


# Lines ----------------------------------------------------------------------------------------------------------------------------------


def _with_border(here: Surroundings, ends: Ends) -> Ends:
    """Settle whose border is meant.

    "The Russian border" seen from a place in Kazakhstan is the line between the two; from a country without a border to Russia, or from
    Russia itself, it is any border of Russia. "The border" alone needs a country with one neighbour or one neighbour spoken of.
    """
    named = ends.countries
    if len(named) >= 2:
        return _line(here, ends, named[0], named[1])
    home = country_of(ends.subject)
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
    country = ends.countries[0] if ends.countries else country_of(ends.subject)
    coast = here.gazetteer.coast(country)
    if not coast.exists and not ends.countries:
        coast, country = here.gazetteer.coast(), None
    if not coast.exists:
        words = ends.anchor.span.of(here.text) if ends.anchor else ""
        return replace(ends, anchor=_in_trouble(ends.anchor, wording.no_coast(words)))
    return replace(ends, line=coast, countries=(country,) if country else ())
