"""Gains and losses between two runs."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.quality.gains import Change, compare, summary, which_way, write
from benchmarks.quality.pairing import Judged, Status


def name(start: int, status: Status, *, end: int = 0, document: str = "rain") -> Judged:
    """Return a judged name of five characters."""
    return Judged(document, start, end or start + 5, "literal", status)


@pytest.mark.parametrize(
    ("before", "now", "change"),
    [
        (Status.RIGHT, Status.RIGHT, None),
        (Status.NOT_FOUND, Status.RIGHT, Change.GAINED),
        (Status.NOT_FOUND, Status.FOUND, Change.GAINED),
        (Status.INVENTED, None, Change.GAINED),
        (Status.RIGHT, Status.UNPLACED, Change.LOST),
        (None, Status.INVENTED_UNPLACED, Change.LOST),
        (Status.WRONG, Status.UNPLACED, Change.MILDER),
        (Status.NOT_FOUND, Status.WRONG, Change.WORSE),
        (Status.NOT_FOUND, Status.UNPLACED, Change.OTHER),
    ],
)
def test_each_change_goes_one_way(before: Status | None, now: Status | None, change: Change | None) -> None:
    """Right, and not invented, is good; a false place is worse than none."""
    assert which_way(before, now) is change


def test_marked_names_are_compared_by_their_spans() -> None:
    """What stayed the same is not listed; what got worse stands first."""
    before = [name(0, Status.RIGHT), name(10, Status.NOT_FOUND), name(20, Status.WRONG), name(30, Status.RIGHT)]
    now = [name(0, Status.RIGHT), name(10, Status.RIGHT), name(20, Status.UNPLACED), name(30, Status.WRONG)]
    changed = compare(before, now)
    assert [(c.start, c.change) for c in changed] == [(30, Change.LOST), (10, Change.GAINED), (20, Change.MILDER)]
    assert summary(changed) == "gained 1, lost 1 (faults that became other faults: 1 milder, 0 worse, 0 other)"


def test_a_span_marked_twice_is_compared_twice() -> None:
    """The second mark of the same span is not taken for the first."""
    before = [name(0, Status.RIGHT), name(0, Status.NOT_FOUND)]
    now = [name(0, Status.RIGHT), name(0, Status.RIGHT)]
    assert [c.change for c in compare(before, now)] == [Change.GAINED]


def test_an_invention_gone_is_a_gain_and_a_new_one_a_loss() -> None:
    """The same invention with a word more is neither."""
    before = [name(0, Status.INVENTED), name(50, Status.INVENTED)]
    now = [name(0, Status.INVENTED, end=12), name(70, Status.INVENTED_UNPLACED)]
    assert [(c.start, c.change, c.before, c.now) for c in compare(before, now)] == [
        (70, Change.LOST, None, Status.INVENTED_UNPLACED),
        (50, Change.GAINED, Status.INVENTED, None),
    ]


def test_inventions_of_other_documents_are_no_twins() -> None:
    """The same offsets elsewhere are another place in another text."""
    changed = compare([name(0, Status.INVENTED)], [name(0, Status.INVENTED, document="snow")])
    assert [(c.document, c.change) for c in changed] == [("snow", Change.LOST), ("rain", Change.GAINED)]


def test_what_changed_is_written_with_its_sentence(document, tmp_path: Path) -> None:
    """One line each, whatever tabs, quotes and line breaks the text holds."""
    document["text"] = document["text"].replace("The road to", 'The\t"new"\nroad')
    start = document["text"].index("Moroto")
    before, now = Status.RIGHT, Status.NOT_FOUND
    path = tmp_path / "list.tsv"
    write(compare([name(start, before, end=start + 6)], [name(start, now, end=start + 6)]), {"rain": document}, path)
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[0].split("\t") == ["corpus", "id", "change", "before", "now", "group", "name", "sentence"]
    sentence = 'The "new" road Moroto, said Ugandan police, was cut near Lokitela.'
    assert [line.split("\t") for line in lines[1:]] == [["own", "rain", "lost", "right", "not found", "literal", "Moroto", sentence]]
