"""Incidents as a whole: dates, background, attribution, quotes, ids."""

import time
from datetime import date

import pytest

from mapapp.incidents.incident import ActorRole, Attribution, DatePrecision, IncidentType

PUBLISHED = date(2020, 5, 10)


def test_the_date_of_speech_is_not_that_of_the_event(incidents):
    """Said on Saturday, happened on Thursday."""
    (incident,) = incidents("Police said on Saturday that gunmen killed two farmers in Tarsk on Thursday.", published=PUBLISHED)
    assert (incident.date_start, incident.date_precision, incident.date_how) == (date(2020, 5, 7), DatePrecision.DAY, "relative")


def test_an_undated_event_stays_undated(incidents):
    """The report's date is not the event's."""
    (incident,) = incidents("Police said on Saturday that gunmen had killed two farmers in Tarsk.", published=PUBLISHED)
    assert incident.date_start is None


def test_an_old_year_is_background(incidents):
    """Recalled, dated to the year, and its casualties not stated."""
    text = (
        "A bomb killed two guards in Tarsk on May 6. Tarsk was the site of Arcadia's first suicide bombing in 2011, when a local man "
        "detonated an explosive device inside the town hall."
    )
    fresh, old = incidents(text, published=PUBLISHED)
    assert (fresh.background, old.background) == (False, True)
    assert (old.type, old.date_precision, old.date_start.year, old.killed) == (IncidentType.SUICIDE_BOMBING, DatePrecision.YEAR, 2011, None)


@pytest.mark.parametrize(
    ("sentence", "attribution"),
    [
        ("Gunmen killed two farmers in Tarsk on Friday.", Attribution.ASSERTED),
        ("Gunmen reportedly killed two farmers in Tarsk on Friday.", Attribution.REPORTED),
        ("Gunmen killed two farmers in Tarsk on Friday, police said.", Attribution.REPORTED),
        ("Soldiers allegedly killed two farmers in Tarsk on Friday.", Attribution.ALLEGED),
        ("The army denied killing anybody, but shelled Tarsk on Friday.", Attribution.DENIED),
    ],
)
def test_attribution_says_who_vouches(incidents, sentence, attribution):
    """The report itself, somebody it quotes, an allegation, a denial."""
    assert incidents(sentence, published=PUBLISHED)[0].attribution is attribution


def test_each_value_has_the_words_that_prove_it(incidents):
    """A value without a quote would be a bug."""
    text = "Two teachers were killed and five pupils were injured when a shell hit a school in Tarsk on Friday."
    (incident,) = incidents(text, published=PUBLISHED)
    assert {quote.field: quote.span.of(text) for quote in incident.quotes if quote.field != "actors"} == {
        "incident": text, "date_start": "Friday", "site": "Tarsk", "killed": "Two teachers", "injured": "five pupils",
    }  # fmt: skip
    assert [quote.span for quote in incident.quotes if quote.field == "actors"] == [actor.span for actor in incident.actors]
    assert incident.actors


def test_actors_have_roles(incidents):
    """Who struck, who suffered, who stepped in."""
    text = "Masked gunmen killed two guards in Tarsk on Friday before police killed one attacker."
    (incident,) = incidents(text, published=PUBLISHED)
    assert [(actor.text, actor.role) for actor in incident.actors] == [
        ("Masked gunmen", ActorRole.PERPETRATOR),
        ("two guards", ActorRole.TARGET),
        ("police", ActorRole.AUTHORITY),
        ("one attacker", ActorRole.PERPETRATOR),
    ]


def test_ids_are_short_stable_and_unique(incidents):
    """The same text gives the same ids."""
    text = "Gunmen killed two farmers in Tarsk on Friday. Gunmen killed three farmers in Velden on Thursday."
    first, second = incidents(text, published=PUBLISHED), incidents(text, published=PUBLISHED)
    assert [incident.id for incident in first] == [incident.id for incident in second]
    assert len({incident.id for incident in first}) == 2
    assert all(len(incident.id) == 7 and incident.id.startswith("i") for incident in first)


def test_an_empty_or_foreign_text_has_no_incidents(incidents):
    """Nothing to read is no error."""
    assert incidents("") == ()
    assert incidents("Am Montag war es in Tarsk sehr warm.") == ()


@pytest.mark.parametrize("unit", ["the attack on ", "and was killed ", "12 ", "who was killed and ", "((((", "killed a man in Tarsk and "])
def test_time_grows_with_length_alone(incidents, unit):
    """Twice the length takes about twice the time, whatever is repeated; a runaway pattern would take far more."""

    def seconds(length: int) -> float:
        start = time.process_time()
        incidents(unit * length)
        return time.process_time() - start

    seconds(100)
    assert seconds(2000) < 8 * seconds(500) + 0.5
