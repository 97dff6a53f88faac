"""The reducer: every event, and that nothing is lost."""

from datetime import date

import pytest

from mapapp.app.state import (
    AppState,
    Corrected,
    Correction,
    Given,
    HomeAdded,
    HomePart,
    HomeRemoved,
    Redone,
    ReportGiven,
    ReportRefused,
    Selected,
    Selection,
    Undone,
    What,
    apply,
)

GIVEN = Given("A text.", title="One", published=date(2020, 5, 3))
FIRST = Correction("Eston", ((0, 5), (9, 14)), "made:2", "Eston in the west")
SECOND = Correction("Weston", ((20, 26),), None)
HOME = HomePart("Eston", "made:1")
FAR_HOME = HomePart("Weston land", "made:9", "XB")
CLAIM = Selection(What.CLAIM, "3-9")


@pytest.fixture(name="reading")
def _reading():
    """Give a state with a report, two corrections and a selection."""
    state = AppState()
    for event in (ReportGiven(GIVEN), Corrected(FIRST), Corrected(SECOND), Selected(CLAIM)):
        state = apply(event, state)
    return state


def test_a_new_report_forgets_corrections_and_selection_of_the_old(reading):
    """Corrections are spans of one text: they would hit the wrong words of another."""
    state = apply(ReportGiven(Given("Another.")), reading)
    assert state == AppState(given=Given("Another."), focus=reading.focus + 1)


def test_a_refused_report_loses_nothing(reading):
    """Only the message comes; what was shown stays."""
    state = apply(ReportRefused("too long"), reading)
    assert (state.error, state.given, state.corrections, state.selection) == ("too long", GIVEN, (FIRST, SECOND), CLAIM)


def test_the_message_goes_with_the_next_report(reading):
    """An error is about one attempt."""
    assert apply(ReportGiven(GIVEN), apply(ReportRefused("no"), reading)).error == ""


def test_selecting_the_same_thing_twice_moves_the_view_twice(reading):
    """The focus counter grows with every selection."""
    assert apply(Selected(CLAIM), reading).focus == reading.focus + 1


def test_undo_takes_back_the_last_correction_only(reading):
    """Undo works backwards, one at a time."""
    state = apply(Undone(), reading)
    assert (state.corrections, state.undone) == ((FIRST,), (SECOND,))


def test_redo_restores_what_was_undone_in_order(reading):
    """Two steps back and two forward are no change."""
    state = reading
    for event in (Undone(), Undone(), Redone(), Redone()):
        state = apply(event, state)
    assert state == reading


def test_undo_and_redo_with_nothing_to_do_change_nothing(reading):
    """A click too many is harmless."""
    empty = AppState(given=GIVEN)
    assert (apply(Undone(), empty), apply(Redone(), reading)) == (empty, reading)


def test_a_new_correction_ends_the_possibility_to_redo(reading):
    """Otherwise redo would apply a correction out of its order."""
    state = apply(Corrected(FIRST), apply(Undone(), reading))
    assert (state.corrections, state.undone) == ((FIRST, FIRST), ())


def test_the_home_region_stays_for_the_next_report(reading):
    """Somebody who reads one source reads more of it."""
    at_home = apply(HomeAdded(HOME), reading)
    assert (at_home.home, at_home.corrections) == ((HOME,), (FIRST, SECOND))
    assert apply(ReportGiven(Given("Another.")), at_home).home == (HOME,)


def test_a_home_region_has_several_parts_each_once_and_loses_the_one_named():
    """Saying it twice is saying it once; taking back what was never said changes nothing."""
    state = AppState()
    for event in (HomeAdded(HOME), HomeAdded(FAR_HOME), HomeAdded(HOME)):
        state = apply(event, state)
    assert state.home == (HOME, FAR_HOME)
    state = apply(HomeRemoved(HOME), state)
    assert (state.home, apply(HomeRemoved(HOME), state)) == ((FAR_HOME,), state)


def test_events_never_change_the_state_they_are_given(reading):
    """The reducer is pure: undo relies on old states staying as they were."""
    before = repr(reading)
    for event in (Undone(), Selected(None), ReportRefused("x"), Corrected(FIRST), HomeAdded(HOME)):
        apply(event, reading)
    assert before == repr(reading)
