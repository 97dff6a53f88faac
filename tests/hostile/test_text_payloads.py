"""Each hostile payload, as a report: read in full, nothing crashes, offsets stay true, nothing odd in the output."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

import orjson

from mapapp.dossier import Dossier, read_report
from mapapp.errors import InputError
from mapapp.report.dateline import find_dateline
from mapapp.report.dates import find_dates
from mapapp.report.language import guess_language
from mapapp.report.reading import read_file
from mapapp.report.report import Span
from mapapp.report.sentences import sentences
from mapapp.report.tokens import tokens

STORY = "Gunmen killed five people in Almaty on Monday. {} The city lies 300 km from the Chinese border.\n"


def in_one_line(work: Callable[[], Any]) -> Any:
    """Return what comes out, or the refusal: one line."""
    try:
        return work()
    except InputError as error:
        refusal = str(error)
    assert 1 == len(refusal.splitlines())
    return refusal


def leaves(value: Any) -> Iterator[Any]:
    """Yield all strings and numbers of a JSON value."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from leaves(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from leaves(inner)
    else:
        yield value


def test_sentences_and_tokens_leave_nothing_out(payload: Any) -> None:
    """Their spans are in order, inside the text, and cover all but white space."""
    text = payload.text()
    for spans in (sentences(text), [token.span for token in tokens(text)]):
        assert all(before.end <= after.start for before, after in pairwise(spans))
        assert "".join(text.split()) == "".join("".join(span.of(text).split()) for span in spans)


def test_the_other_small_readers_answer(payload: Any) -> None:
    """Dateline, dates, language: any answer, no crash."""
    text = payload.text()
    dateline = find_dateline(text, knows_place=lambda _: True)
    assert dateline is None or dateline.span.of(text) == dateline.place
    assert all(Span(0, len(text)).contains(mention.span) for mention in find_dates(text[:20_000], base=None))
    assert 2 <= len(guess_language(text)) <= 3


def test_a_file_of_it_is_read_or_refused(payload: Any) -> None:
    """A text, or one line that says what is wrong."""
    outcome = in_one_line(lambda: read_file(f"{payload.id}.txt", payload.bytes()))
    assert outcome.strip()


def test_as_a_report_it_gives_a_dossier_or_a_clear_refusal(payload: Any) -> None:
    """With offsets that point to the same characters, and neither NaN nor a broken number."""
    text = payload.text()
    dossier = in_one_line(lambda: read_report(text, title=text[:200], url=text[:200]))
    if isinstance(dossier, Dossier):
        check(text, dossier.to_dict())


def test_amid_a_report_it_loses_nothing(payload: Any) -> None:
    """The city beside it is still found and placed."""
    text = STORY.format(payload.text()[:20_000])
    document = read_report(text).to_dict()
    check(text, document)
    assert "Almaty" in {toponym["text"] for toponym in document["toponyms"] if toponym["place"]}


def check(text: str, document: dict[str, Any]) -> None:
    """Check a dossier against its text."""
    for finding in (*document["toponyms"], *document["claims"]):
        # A lone surrogate has no UTF-8 form: it is read as U+FFFD, which keeps the offsets.
        same = "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text[finding["start"] : finding["end"]])
        assert same == finding["text"]
    assert all(math.isfinite(value) for value in leaves(document) if isinstance(value, float))
    assert "A49B" not in json.dumps(document)
    assert document == orjson.loads(orjson.dumps(document))
