"""Who states a distance, whether it is denied, whether it is only possible."""

import time

import pytest

from mapapp.claims.judging.framing import framing_of
from mapapp.report.report import Span

CLAIM = "40 km from Calvera"


def framing(sentence, claim=CLAIM):
    """Return the framing of the first stretch of a sentence that reads like the claim."""
    start = sentence.lower().index(claim.lower())
    return framing_of(sentence, Span(start, start + len(claim)), Span(0, len(sentence)))


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Officials said Mirado, 40 km from Calvera, was quiet.", "Officials said"),
        ("Mirado is 40 km from Calvera, the ministry reported on Monday.", "the ministry reported"),
        ("Mirado is 40 km from Calvera, said the harbour master.", "said the harbour master"),
        ("According to the water board, Mirado is 40 km from Calvera.", "According to the water board"),
        ("Mirado is 40 km from Calvera, according to two drivers.", "according to two drivers"),
        ("The colonel, a spokesman for the garrison, said Mirado is 40 km from Calvera.", "a spokesman for the garrison, said"),
        ("MIRADO LIES 40 KM FROM CALVERA, POLICE SAID.", "POLICE SAID"),
        ("Mirado, 40 km from Calvera, is quiet, he said.", "he said"),
        ("Mirado is 40 km from Calvera.", None),
        ("Mirado was reported to be 40 km from Calvera.", None),
        ("The group claimed responsibility in Mirado, 40 km from Calvera.", None),
        ("The reported camp lies 40 km from Calvera.", None),
        ("Two men who testified live 40 km from Calvera.", None),
        ("He waited. She has also said Mirado is 40 km from Calvera.", "She has also said"),
        ("According to two women who fled, Mirado is 40 km from Calvera.", "According to two women"),
    ],
)
def test_the_words_that_say_who_states_it_are_kept(sentence, words):
    """As written, nothing added."""
    assert words == framing(sentence).attribution


def test_a_source_in_another_sentence_is_not_taken():
    """The frame is the sentence the claim stands in."""
    text = "Officials said so. Mirado is 40 km from Calvera. Police said nothing."
    start = text.index(CLAIM)
    assert framing_of(text, Span(start, start + len(CLAIM)), Span(19, 48)).attribution is None


@pytest.mark.parametrize(
    "sentence",
    [
        "Mirado is not 40 km from Calvera.",
        "Mirado isn't really 40 km from Calvera.",
        "Mirado isn’t 40 km from Calvera.",
        "Mirado was never 40 km from Calvera.",
        "The army denied that Mirado is 40 km from Calvera.",
        "The army dismissed claims that Mirado lies 40 km from Calvera.",
        "It is not true that Mirado was located 40 km from Calvera.",
        "MIRADO IS NOT 40 KM FROM CALVERA.",
    ],
)
def test_a_denied_distance_is_negated(sentence):
    """Right in front, or by a verb of denial whose clause ends in the distance."""
    assert framing(sentence).negated


@pytest.mark.parametrize(
    "sentence",
    [
        "Mirado is 40 km from Calvera, not from Tessin.",
        "Mirado, not a large town, lies 40 km from Calvera.",
        "Mirado is not only 40 km from Calvera.",
        "The army denied that it shelled Mirado, 40 km from Calvera.",
        "The army denied the raid in Mirado, 40 km from Calvera.",
        "Not far from Tessin, 40 km from Calvera, a bridge fell.",
        "It did not rain in Mirado, which is 40 km from Calvera.",
    ],
)
def test_what_else_is_denied_leaves_the_distance_alone(sentence):
    """The sentence denies something, but not this."""
    assert not framing(sentence).negated


@pytest.mark.parametrize(
    ("sentence", "modal"),
    [
        ("Mirado may be 40 km from Calvera.", True),
        ("Mirado could well be some 40 km from Calvera.", True),
        ("Mirado is reportedly located 40 km from Calvera.", True),
        ("Mirado is said to be 40 km from Calvera.", True),
        ("Mirado appears to lie 40 km from Calvera.", True),
        ("In May 40 km from Calvera, snow fell.", False),
        ("They reportedly met in Mirado, 40 km from Calvera.", False),
        ("It may rain in Mirado, 40 km from Calvera.", False),
        ("Mirado is 40 km from Calvera and may be cut off.", False),
    ],
)
def test_a_distance_stated_as_possible_is_modal(sentence, modal):
    """A modal verb or adverb right in front; what may be elsewhere in the sentence is something else."""
    assert modal is framing(sentence).modal


def test_a_negated_claim_is_measured_but_not_judged(one):
    """The figure denied would be contradicted; without a verdict there is no alarm either."""
    claim = one("Mirado is not 300 km north of Calvera.")
    assert (claim.verdict, claim.direction_verdict, claim.negated, claim.measured_km) == ("cannot_tell", "cannot_tell", True, 55.29)
    assert claim.reason.startswith("The report denies this distance rather than stating it")
    assert "Measured: 55 km in a straight line" in claim.reason


def test_the_frame_is_written_into_the_claim(one):
    """Whoever states it, the map says the same."""
    claim = one("Mirado is 55 km from Calvera, the water board said.")
    assert (claim.attribution, claim.modal, claim.negated, claim.verdict) == ("the water board said", False, False, "supported")


@pytest.mark.parametrize(
    "piece", ["denied that ", "not be ", "said ", "may be ", "according to a ", ", said ", "is said to ", "untrue claims that x is "]
)
def test_hostile_repetition_stays_linear(piece):
    """Only a bounded stretch is looked at, however long the sentence."""

    def seconds(times):
        text = piece * times + CLAIM + " " + piece * times
        start = time.process_time()
        for _ in range(5):
            framing_of(text, Span(len(piece) * times, len(piece) * times + len(CLAIM)), Span(0, len(text)))
        return time.process_time() - start

    seconds(100)
    assert seconds(20_000) < 4 * seconds(500) + 0.05
