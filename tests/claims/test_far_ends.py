"""Far ends that follow from the near one, over the real gazetteer and the real borders."""

import pytest

from gazetteer import Kind, open_gazetteer
from mapapp.claims.claim import AnchorKind
from mapapp.claims.far_end.anchor_phrase import AnchorPhrase
from mapapp.claims.near_end.subject_phrase import SubjectPhrase
from mapapp.claims.placing.ends import settle
from mapapp.claims.seats import seat, seat_of_division
from mapapp.claims.surroundings import Name, Surroundings
from mapapp.report.report import Span
from mapapp.toponyms.toponym import Toponym


def _place(name, kind=Kind.CITY, country=None):
    return next(p for p in open_gazetteer().lookup(name) if p.kind is kind and country in (None, p.country))


def _name(text, words, place):
    start = text.index(words)
    return Name(Span(start, start + len(words)), place, 0.95)


def _settled(text, subject, far, kind, **more):
    """Return the ends of a claim between a town and a far end whose words are given."""
    world = open_gazetteer()
    name = _name(text, subject, _place(subject))
    toponyms = [Toponym(name.span, subject, place=name.place, confidence=0.95)]
    if town := more.pop("town", None):
        other = _name(text, town, _place(town))
        toponyms.append(Toponym(other.span, town, place=other.place, confidence=0.95))
    span = Span(text.index(far), text.index(far) + len(far))
    return settle(Surroundings(text, toponyms, world, None), SubjectPhrase(name.span, name), AnchorPhrase(span, kind, **more))


def test_the_state_capital_is_that_of_the_subjects_state():
    """Campinas lies in the state of São Paulo; "the capital" alone would be Brasília."""
    text = "Campinas lies 90 km from the state capital."
    ends = _settled(text, "Campinas", "the state capital", AnchorKind.CAPITAL, seat_of="admin1", trouble="not named")
    assert ("São Paulo", "") == (ends.anchor.name.place.name, ends.trouble)


@pytest.mark.parametrize(("town", "country", "capital"), [("Campinas", "BR", "São Paulo"), ("Aktobe", "KZ", "Aktobe")])
def test_a_division_has_its_seat(town, country, capital):
    """Also where the place is the seat itself."""
    assert capital == seat_of_division(open_gazetteer(), _place(town, country=country), "admin1").name


def test_a_division_without_a_known_seat_stays_open():
    """Where the gazetteer marks no town as the seat none is guessed, and the reason says so."""
    text = "Dubbo lies 390 km from the state capital."
    ends = _settled(text, "Dubbo", "the state capital", AnchorKind.CAPITAL, seat_of="admin1", trouble="not named")
    assert (None, "is not named" in ends.trouble) == (ends.anchor.name, True)


def test_a_crossing_is_the_border_town_it_is_named_after():
    """Chaman stands four kilometres from the border, Quetta far inside."""
    words = "the Chaman border crossing"
    ends = _settled(
        f"Quetta lies 120 km from {words}.", "Quetta", words, AnchorKind.FACILITY, trouble="one point of the border", town="Chaman"
    )
    assert ("Chaman", "") == (ends.anchor.name.place.name, ends.trouble)
    words = "the Quetta crossing"
    ends = _settled(f"Chaman lies 120 km from {words}.", "Chaman", words, AnchorKind.FACILITY, trouble="no position", town="Quetta")
    assert (None, "no position") == (ends.anchor.name, ends.trouble)


def test_a_crossing_may_be_named_behind():
    """The words "at Chaman" belong to the crossing, and to the claim."""
    text = "Quetta lies 120 km from the border crossing at Chaman."
    ends = _settled(text, "Quetta", "the border crossing", AnchorKind.FACILITY, trouble="one point of the border", town="Chaman")
    assert "the border crossing at Chaman" == ends.anchor.span.of(text)


def test_a_country_across_the_sea_begins_at_its_coast():
    """Italy seen from Malta is the coast of Sicily, seen from Slovenia the border."""
    kinds = []
    for town in ("Valletta", "Ljubljana"):
        text = f"{town} lies 90 km from Italy."
        italy = _name(text, "Italy", open_gazetteer().country("IT"))
        kinds.append(_settled(text, town, "Italy", AnchorKind.AREA, name=italy, trouble="an area").anchor.kind)
    assert [AnchorKind.COAST, AnchorKind.BORDER] == kinds


def test_a_country_named_like_its_capital_is_the_capital_from_within():
    """Said of a town in Djibouti, "Djibouti" is the city; said of one in Ethiopia it is the country."""
    text = "Tadjoura lies 35 km from Djibouti."
    country = _name(text, "Djibouti", open_gazetteer().country("DJ"))
    ends = _settled(text, "Tadjoura", "Djibouti", AnchorKind.AREA, name=country, trouble="an area")
    assert (AnchorKind.PLACE, Kind.CITY) == (ends.anchor.kind, ends.anchor.name.place.kind)


@pytest.mark.parametrize(
    ("area", "kind", "town"), [("Ivanovo", Kind.ADMIN1, "Ivanovo"), ("Jambi", Kind.ADMIN1, None), ("Tolna", Kind.ADMIN1, "Tolna")]
)
def test_a_division_stands_for_the_town_of_its_name(area, kind, town):
    """The seat, or a town of note in it; but nobody calls Jambi City "Jambi"."""
    world = open_gazetteer()
    place = next(match.place for match in world.candidates(area) if match.place.kind is kind)
    here = Surroundings(area, [], world, None)
    found = seat(here, Name(Span(0, len(area)), place, 0.95))
    assert town == (found.place.name if found else None)
