"""Which place a name stands for."""

from __future__ import annotations

import pytest

from gazetteer import open_gazetteer
from mapapp.report.report import Report, Span
from mapapp.resolution import resolve
from mapapp.resolution.choices import apply_choices
from mapapp.resolution.home import Home
from mapapp.toponyms.toponym import Toponym


def resolved(text: str, *names: str) -> list[Toponym]:
    """Resolve the first occurrence of each name."""
    return list(resolve(Report(text), [(text.index(name), text.index(name) + len(name)) for name in names]))


def country(toponym: Toponym) -> str | None:
    """Return the country of a toponym's place."""
    return toponym.place.country if toponym.place else None


@pytest.mark.parametrize(
    ("text", "names", "countries"),
    [
        ("Fire in Paris.", ["Paris"], ["FR"]),
        ("Fire in Paris, Texas.", ["Paris", "Texas"], ["US", "US"]),
        ("From Tripoli, Lebanon, they went on.", ["Tripoli", "Lebanon"], ["LB", "LB"]),
        ("Clashes in Tripoli and Misrata.", ["Tripoli", "Misrata"], ["LY", "LY"]),
        ("The Pakistani army moved from Hyderabad to Sukkur.", ["Hyderabad", "Sukkur"], ["PK", "PK"]),
        ("Police in Hyderabad and Bengaluru were on alert.", ["Hyderabad", "Bengaluru"], ["IN", "IN"]),
        ("Cuba's Santiago was flooded, Cuban radio said.", ["Cuba", "Santiago"], ["CU", "CU"]),
    ],
)
def test_context_decides_between_namesakes(text: str, names: list[str], countries: list[str]) -> None:
    """Containers, peoples and the other places of a report outweigh size."""
    assert [country(t) for t in resolved(text, *names)] == countries


def test_an_unknown_name_stays_without_place() -> None:
    """Not found is an answer, with its reason."""
    (toponym,) = resolved("Shots were heard in Qwxyztown.", "Qwxyztown")
    assert toponym.place is None
    assert toponym.confidence is None
    assert toponym.reasons == ("no place of this name in the gazetteer",)


def test_a_word_beside_the_name_tells_its_kind() -> None:
    """The name alone is the city's; "region" behind it asks for the area around it."""
    (city,) = resolved("A fire in Aktobe.", "Aktobe")
    (area,) = resolved("A fire in Aktobe region.", "Aktobe")
    assert [t.place.kind.value if t.place else None for t in (city, area)] == ["city", "admin1"]


def test_one_name_has_one_sense_in_a_report() -> None:
    """A mention that is told apart ("Valencia, Venezuela") settles the others."""
    text = "Valencia was dark. Schools in Valencia, Venezuela, stay shut."
    second, country_name = text.rindex("Valencia"), text.index("Venezuela")
    spans = [Span(0, 8), Span(second, second + 8), Span(country_name, country_name + 9)]
    assert [country(t) for t in resolve(Report(text), spans)] == ["VE", "VE", "VE"]


def test_every_span_comes_back_in_order_with_alternatives() -> None:
    """Foreign spans are all answered, and no candidate is cut when asked for all."""
    text = "Springfield, then Berlin."
    (berlin, springfield) = (Span(18, 24), Span(0, 11))
    found = resolve(Report(text), [berlin, springfield], max_alternatives=None)
    assert [t.span for t in found] == [springfield, berlin]
    known = len(open_gazetteer().candidates("Springfield"))
    assert len(found[0].alternatives) + (found[0].place is not None) == known


def test_the_text_of_a_toponym_is_what_stands_there() -> None:
    """A line break inside a name is folded for the look-up, and kept in the text."""
    (toponym,) = resolved("Rain fell on New\nYork City.", "New\nYork City")
    assert (toponym.text, toponym.place.name if toponym.place else None) == ("New\nYork City", "New York City")


def test_a_home_country_is_a_clue() -> None:
    """The reader's knowledge of where a source writes about tips the balance, not more."""
    text = "Two men were arrested in Cordoba."
    span = [(text.index("Cordoba"), text.index("Cordoba") + 7)]
    assert country(resolve(Report(text), span, home=Home(countries=frozenset({"ES"})))[0]) == "ES"
    assert country(resolve(Report(text), span, home=Home(countries=frozenset({"AR"})))[0]) == "AR"


def test_an_analysts_choice_outranks_the_ranking() -> None:
    """A chosen place is certain; what was chosen before stays at hand; a rejected name has no place."""
    world = open_gazetteer()
    (toponym,) = resolved("Fire in Paris.", "Paris")
    texan = next(m.place for m in world.candidates("Paris") if m.place.admin1 == "US.TX")
    key = (toponym.span.start, toponym.span.end)
    (chosen,) = apply_choices([toponym], {key: texan.place_id}, world)
    assert (chosen.place, chosen.confidence) == (texan, 1.0)
    assert toponym.place in [a.place for a in chosen.alternatives]
    (rejected,) = apply_choices([toponym], {key: None}, world)
    assert (rejected.place, rejected.reasons) == (None, ("rejected by the analyst",))


def test_a_quarter_nobody_knows_is_not_placed_in_another_country() -> None:
    """A word such as "district of" ties the first name to the second; a namesake elsewhere is not taken instead."""
    zahra, homs = resolved("Bombs hit the Zahra district of Homs.", "Zahra", "Homs")
    assert zahra.place is None
    assert homs.place is not None
    assert (homs.place.country, homs.place.kind) == ("SY", "city")


def test_an_unknown_village_lies_in_the_area_named_beside_it() -> None:
    """A name that nobody knows stays without a place, but the district or country beside it is kept as where to look."""
    text = "Gunmen raided the village of Xarbulaqli in Herat province, Afghanistan."
    village = resolved(text, "Xarbulaqli", "Herat", "Afghanistan")[0]
    assert (village.place, village.within.name if village.within else None) == (None, "Herāt")
    (lonely,) = resolved("Gunmen raided the village of Xarbulaqli.", "Xarbulaqli")
    assert (lonely.place, lonely.within) == (None, None)
