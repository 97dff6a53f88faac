"""What one visitor has asked for, and every event that changes it: a pure reducer without Streamlit.

The findings are not kept here: they follow from the report and the corrections, and are read again when either changes.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum


class What(StrEnum):
    """What can be pointed at in the text, on the map and in the tables."""

    INCIDENT = "incident"
    CLAIM = "claim"
    TOPONYM = "toponym"


@dataclass(frozen=True, slots=True)
class Selection:
    """What is pointed at. ``key`` is an incident's id, or "start-end" of a claim's or toponym's span."""

    what: What
    key: str


@dataclass(frozen=True, slots=True)
class Given:
    """A report as the visitor gave it. ``example`` is the name of the example it came from, else empty."""

    text: str
    title: str = ""
    published: date | None = None
    url: str = ""
    example: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """An analyst's decision about some mentions of one name. ``place_id`` None: no place is meant (rejected).

    ``spans`` are (start, end) in code points; ``place_name`` is what the undo button calls the place.
    """

    name: str
    spans: tuple[tuple[int, int], ...]
    place_id: str | None
    place_name: str = ""


@dataclass(frozen=True, slots=True)
class HomePart:
    """A place that the reports come from, or with ``country`` (ISO 3166-1 alpha-2) a whole country. ``name`` is what its button says."""

    name: str
    place_id: str
    country: str = ""


@dataclass(frozen=True, slots=True)
class AppState:
    """Everything a visitor has decided. ``undone`` holds corrections taken back, the next to be done again last.

    ``home`` is where the reports come from; it holds for the next report, too: one source is read at a time. ``focus`` grows with every
    selection, so that selecting the same thing twice moves the map twice.
    """

    given: Given | None = None
    corrections: tuple[Correction, ...] = ()
    undone: tuple[Correction, ...] = ()
    home: tuple[HomePart, ...] = ()
    selection: Selection | None = None
    focus: int = 0
    error: str = ""


@dataclass(frozen=True, slots=True)
class ReportGiven:
    """A new report came in and could be read."""

    given: Given
    selection: Selection | None = None


@dataclass(frozen=True, slots=True)
class ReportRefused:
    """A report could not be read; the message says what to do. What was shown before stays."""

    message: str


@dataclass(frozen=True, slots=True)
class Selected:
    """The visitor pointed at something; None: at nothing."""

    selection: Selection | None


@dataclass(frozen=True, slots=True)
class Corrected:
    """The visitor picked another place for a name, or said that it is none."""

    correction: Correction


@dataclass(frozen=True, slots=True)
class Undone:
    """The visitor took the last correction back."""


@dataclass(frozen=True, slots=True)
class Redone:
    """The visitor did the last undone correction again."""


@dataclass(frozen=True, slots=True)
class HomeAdded:
    """The visitor said where the reports come from."""

    part: HomePart


@dataclass(frozen=True, slots=True)
class HomeRemoved:
    """The visitor took a part of the home region back."""

    part: HomePart


@dataclass(frozen=True, slots=True)
class PlaceForgotten:
    """The visitor took a place that he had added off his list again: nothing can be corrected to it any more."""

    place_id: str


Event = ReportGiven | ReportRefused | Selected | Corrected | Undone | Redone | HomeAdded | HomeRemoved | PlaceForgotten


def apply(event: Event, state: AppState) -> AppState:
    """Return the state after the event. Pure: the given state is never changed."""
    match event:
        case ReportGiven(given, selection):
            return AppState(given=given, home=state.home, selection=selection, focus=state.focus + 1)
        case ReportRefused(message):
            return replace(state, error=message)
        case Selected(selection):
            return replace(state, selection=selection, focus=state.focus + 1)
        case Corrected(correction):
            return replace(state, corrections=(*state.corrections, correction), undone=(), error="")
        case Undone():
            return _undo(state)
        case Redone():
            return _redo(state)
        case HomeAdded(part):
            return replace(state, home=tuple(dict.fromkeys((*state.home, part))))
        case HomeRemoved(part):
            return replace(state, home=tuple(other for other in state.home if other != part))
        case PlaceForgotten(place_id):
            return _forget(place_id, state)


def _undo(state: AppState) -> AppState:
    """Return the state without its last correction; unchanged when there is none."""
    if not state.corrections:
        return state
    return replace(state, corrections=state.corrections[:-1], undone=(*state.undone, state.corrections[-1]))


def _redo(state: AppState) -> AppState:
    """Return the state with the last undone correction; unchanged when there is none."""
    if not state.undone:
        return state
    return replace(state, corrections=(*state.corrections, state.undone[-1]), undone=state.undone[:-1])


def _forget(place_id: str, state: AppState) -> AppState:
    """Return the state without all that was said with a place."""
    return replace(
        state,
        corrections=tuple(other for other in state.corrections if other.place_id != place_id),
        undone=tuple(other for other in state.undone if other.place_id != place_id),
        home=tuple(other for other in state.home if other.place_id != place_id),
    )
