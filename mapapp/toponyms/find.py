"""Find the place names in a report: propose by the gazetteer and by shape, weigh by learned clues."""

from __future__ import annotations

from gazetteer import Gazetteer
from mapapp.report.report import Dateline, Report
from mapapp.report.sentences import sentences
from mapapp.report.tokens import tokens
from mapapp.toponyms.page import Page
from mapapp.toponyms.recognizer import Mention, RecognitionModel, recognise
from mapapp.toponyms.scanner import propose
from mapapp.toponyms.stretches import Stretches
from mapapp.toponyms.unknown import unknown_names
from mapapp.toponyms.word_classes import load_word_codes


def find(
    report: Report, gazetteer: Gazetteer, *, dateline: Dateline | None = None, model: RecognitionModel | None = None
) -> tuple[Mention, ...]:
    """Return the stretches of the report that are place names, in the order of the text."""
    known = recognise(stretches_of(report.text, gazetteer, dateline=dateline), model)
    return tuple(sorted((*known, *unknown_names(report.text, known)), key=lambda mention: mention.span))


def stretches_of(text: str, gazetteer: Gazetteer, *, dateline: Dateline | None = None) -> Stretches:
    """Return all candidates of a text, ready for the clues."""
    page = Page(text, tokens(text), sentences(text), load_word_codes())
    return Stretches(page, propose(page, gazetteer), gazetteer, dateline)
