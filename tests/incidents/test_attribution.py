"""Who stands behind a statement, and the words that say so."""

import pytest

from mapapp.incidents.completing.attribution import attribution_of, vouched
from mapapp.incidents.incident import Attribution
from mapapp.incidents.linking.happenings import happenings
from mapapp.incidents.wording.words import words_of
from mapapp.report.report import Report, Span

ASSERTED, REPORTED, ALLEGED, DENIED = Attribution.ASSERTED, Attribution.REPORTED, Attribution.ALLEGED, Attribution.DENIED


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("A bomb killed two.", ASSERTED),
        ("A bomb killed two, police said.", REPORTED),
        ("The rebels claimed six soldiers were killed.", ALLEGED),
        ("The toll could not be independently verified.", ALLEGED),
        ("Herders accused a patrol of the northern garrison of beating two men.", ALLEGED),
        ("The Amber Front claimed responsibility.", ASSERTED),
        ("The fire claimed the lives of six.", ASSERTED),
        ("The army denied shelling the mill.", DENIED),
        ("The army rejected the reports of looting.", DENIED),
        ("The army denied involvement.", ASSERTED),
        ("The report that our men burned the mill is not true.", DENIED),
    ],
)
def test_a_sentence_vouches_in_its_words(sentence, expected):
    """A claim that something happened is an allegation; to claim responsibility is none."""
    assert attribution_of(words_of(sentence, Span(0, len(sentence)))) is expected


def voucher(text):
    """Return how a text vouches for what it tells, read as one incident."""
    return vouched(list(happenings(Report(text), (), (), None)), text)


def test_the_source_is_quoted_as_written():
    """On one line, with its stretch of the text."""
    text = "A bomb killed two,\npolice\nsaid."
    found = voucher(text)
    assert (found.attribution, found.source, found.span) == (REPORTED, "police said", Span(19, 30))


def test_a_later_sentence_speaks_where_the_first_has_no_source():
    """Only where it brings people of its own."""
    assert voucher("A bomb went off. Two guards were killed, according to a local paper.").source == "according to a local paper"
    assert voucher("A bomb killed two guards. A broom, a neighbour said, was found.").attribution is ASSERTED


def test_a_word_alone_can_tell_that_it_is_only_told():
    """Nobody is named."""
    found = voucher("A bomb reportedly killed two.")
    assert (found.attribution, found.source) == (REPORTED, "reportedly")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The claim that a drone hit the mill was untrue.", DENIED),
        ("Reports of a blast at the port were false, the governor said.", DENIED),
        ("The air force called reports of a raid fabricated.", DENIED),
        ("Residents allege that soldiers burned the mill.", ALLEGED),
        ("Local media report that two men were shot.", REPORTED),
        ("Per the district police, two men were shot.", REPORTED),
        ("Two men were shot, hospital sources say.", REPORTED),
    ],
)
def test_other_words_of_denial_charge_and_hearsay(sentence, expected):
    """Whoever says it, and in whatever tense."""
    assert attribution_of(words_of(sentence, Span(0, len(sentence)))) is expected


@pytest.mark.parametrize(
    "text", ["The army denied shelling the village of Lisk on Monday.", "The army denied that jets bombed Lisk on Monday."]
)
def test_what_is_denied_is_kept_as_denied(incidents, text):
    """Somebody says that it happened."""
    (found,) = incidents(text, published=None)
    assert found.attribution is DENIED
