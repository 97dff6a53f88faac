"""Labels at the heads of lines, streets, headers of registers, and what is only spoken of: where lists and letters put things."""

from dataclasses import dataclass
from datetime import date

import pytest

from gazetteer import Kind, LatLon, Place
from mapapp.incidents.incident import GeoPrecision
from mapapp.incidents.placing.site_labels import with_labels
from mapapp.incidents.placing.site_streets import is_street
from mapapp.report.report import Span
from mapapp.toponyms.toponym import Role, Toponym

PUBLISHED = date(2016, 5, 10)


def _place(name: str, country: str, kind: Kind = Kind.CITY) -> Place:
    return Place(
        place_id=f"test:{name.lower()}", geonameid=None, name=name, position=LatLon(50.0, 60.0), countries=(country,), kind=kind,
        feature_code="", population=None, radius_km=4.0, admin1="", admin2="", source="test",
    )  # fmt: skip


@dataclass
class _Match:
    place: Place
    prominence: float


class _Gazetteer:
    """Knows two places called Qorl, and a village called Storm."""

    def candidates(self, name: str) -> tuple[_Match, ...]:
        """Return the places of a name."""
        known = {
            "Qorl": (_Match(_place("Qorl", "XB"), 9.0), _Match(_place("Qorl", "XA"), 3.0)),
            "Storm": (_Match(_place("Storm", "XA"), 1.0),),
            "Fatima": (_Match(_place("Fatima", "XA"), 1.0),),
            "Maria": (_Match(_place("Maria", "XA"), 1.0),),
        }
        return known.get(name, ())


def _labels(text: str, country: str = "XA") -> list[tuple[str, str]]:
    start = text.index("Tarsk")
    known = Toponym(Span(start, start + 5), "Tarsk", role=Role.SITE, place=_place("Tarsk", country))
    found = with_labels(text, [known], _Gazetteer())  # type: ignore[arg-type]
    return [(t.text, t.place.countries[0]) for t in found if t.place is not None and t is not known]


@pytest.mark.parametrize(
    "text",
    [
        "Daily sheet, Tarsk\n\nQorl: two dead, one hurt.\n",
        "Daily sheet, Tarsk\n– Qorl (east bank): two dead.\n",
        "Tarsk, log\nQORL - Police found a body.\n",
        "Tarsk, briefs\n\nQORL. Fire. Two men died.\n",
        "Tarsk, log\n3. Qorl – grenade, one dead.\n",
    ],
)
def test_a_label_is_the_place_of_that_name_in_the_country_of_the_report(text):
    """Not the larger one abroad."""
    assert [(name.title(), country) for name, country in _labels(text)] == [("Qorl", "XA")]


@pytest.mark.parametrize(
    "text",
    [
        "Tarsk, log\nStorm: two dead.\n",
        "Tarsk, a talk\nMaria: they shot at us.\n",
        "Tarsk, log\nQorl has been quiet.\n",
        "Qorl: two dead. Tarsk is calm.",
        "Tarsk, briefs\n\nQorl. A name alone in small letters begins a sentence.\n",
    ],
)
def test_words_speakers_and_sentences_are_no_labels(text):
    """Common words, somebody's name, a sentence, and the first line, which may be a dateline."""
    assert _labels(text) == []


def test_a_label_in_another_country_is_left_alone():
    """Nothing of that name lies in the country of the report."""
    assert _labels("Daily sheet, Tarsk\n\nQorl: two dead.\n", country="XC") == []


@pytest.mark.parametrize(("name", "street"), [("Mill Road", True), ("Superior St.", True), ("Qorl", False), ("Roadside", False)])
def test_a_street_is_known_by_its_last_word(name, street):
    """It is no village."""
    assert is_street(f"A fire on {name}, police said.", Toponym(Span(10, 10 + len(name)), name)) is street


@pytest.mark.parametrize(
    "text",
    [
        "TARSK POLICE LOG - Monday 9 May 2016\n\nTwo men with a knife robbed a shop on Monday.\nA man was beaten outside a pub.\n",
        "Tarsk fire service, daily log, 9 May 2016\n\n14:20 A garage burned down. Nobody was hurt.\n",
    ],
)
def test_entries_of_a_register_are_in_the_town_of_its_header(incidents, text):
    """They name no place of their own."""
    assert {incident.site.place_id for incident in incidents(text, published=PUBLISHED)} == {"test:tarsk"}


def test_what_is_told_without_a_place_stays_without(incidents):
    """The report says that nobody knows where."""
    text = "Gunmen killed two guards in Tarsk on Saturday. They boasted that they had shot a clerk last week. They did not say where."
    assert [incident.site and incident.site.text for incident in incidents(text, published=PUBLISHED)] == ["Tarsk", None]


@pytest.mark.parametrize(
    "text",
    [
        "The union condemns the killing of its organiser near Tarsk on 6 May and calls for an inquiry.",
        "The bar association expressed outrage over the assassination of a judge in Tarsk on 6 May.",
        "Members observed a minute of silence for the attack on the mosque in Tarsk on 6 May.",
    ],
)
def test_a_deed_that_is_only_spoken_of_is_told(incidents, text):
    """Nothing else is told of it."""
    (incident,) = incidents(text, published=PUBLISHED)
    assert (incident.site.text, incident.date_start) == ("Tarsk", date(2016, 5, 6))


@pytest.mark.parametrize(
    "text",
    [
        "The minister said that every attack on journalists in Tarsk must be punished.",
        "Police tightened security in Tarsk on 6 May for fear of an attack on the mosque.",
        "The film about the assassination of a judge opens in Tarsk on 6 May.",
        "The anniversary of the bombing of the mill was marked in Tarsk on 6 May.",
    ],
)
def test_deeds_in_general_feared_or_remembered_are_not(incidents, text):
    """Nobody did anything."""
    assert incidents(text, published=PUBLISHED) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Tarsk, cable\n\nB. Qorl: ambush, two dead.\n",
        "Tarsk, digest\n\n▪️ Qorl – drone, a barn burnt\n",
        "Tarsk, sheet\n\n* Qorl, 23/8: two held.\n",
        "Tarsk, sheet\n\nEarlier: Qorl, January 2010, two dead.\n",
        "Tarsk, sheet\n\nFor comparison: 2007, Qorl, two dead.\n",
        "Tarsk, notices\n\n28 APR, Qorl. Two dead in a collision.\n",
        "Tarsk, coast\n\nMon 4 / Qorl / boat sunk / two dead\n",
        "Tarsk, summary\n\n3. Qorl. Assault on a post repelled.\n",
    ],
)
def test_letters_bullets_days_and_words_of_time_may_stand_before_a_label(text):
    """Terse registers open their lines in many ways."""
    assert _labels(text) == [("Qorl", "XA")]


@pytest.mark.parametrize(
    "text",
    [
        "Tarsk, list\n\nWitness: Qorl, 24, of the north bank.\n",
        "Tarsk, list\n\nKilled: Qorl, a driver.\n",
        "Tarsk, list\n\nEarlier: Storm, two dead.\n",
        "Tarsk, list\n\nFatima: she saw two men.\n",
    ],
)
def test_names_behind_a_label_of_persons_are_no_places(text):
    """A witness may be called like a town."""
    assert _labels(text) == []


def test_a_given_name_that_counts_its_dead_is_a_place():
    """Nobody has "2 dead, 19 hurt"."""
    assert _labels("Tarsk, storm sheet\n\nFatima: 2 dead, 19 hurt\n") == [("Fatima", "XA")]


def test_a_label_between_two_places_is_a_place_in_no_gazetteer(incidents):
    """It is kept by its name, and gets no pin."""
    text = "FLOOD SHEET, ARCADIA\n10 May 2016\n\nTarsk: 8 dead\nXurnak: 6 dead\nVelden: 2 dead\n"
    found = [incident.site for incident in incidents(text, published=PUBLISHED) if incident.site and incident.site.text == "Xurnak"]
    assert [site.geo_precision for site in found] == [GeoPrecision.COUNTRY]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("ARCADIA: STORM SHEET No. 3\n10 May 2016\n\nTotal: 12 dead\n\nTarsk: 8 dead\nVelden: 4 dead\n", "ARCADIA"),
        ("HAIL AND FLOOD SHEET, MARROW, ARCADIA\n10 May 2016\n\nFlood: 12 dead in all\n\nTarsk: 8 dead\nOmbra: 4 dead\n", "MARROW"),
        ("ARCADIA - FLOOD SHEET 6, NORTH-EAST\n10 May 2016\n\nTotal: 12 dead\n\nTarsk: 8 dead\nOmbra: 4 dead\n", "NORTH-EAST"),
    ],
)
def test_a_total_is_in_the_area_of_the_title(incidents, text, named):
    """As an area, not as a pin."""
    (total,) = [incident for incident in incidents(text, published=PUBLISHED) if incident.parent is None]
    assert (named in total.site.text, total.site.geo_precision > GeoPrecision.NEAR) == (True, True)


def test_what_stands_alone_gets_no_place_from_a_title(incidents):
    """Nothing tells that the man was killed somewhere in particular."""
    text = "ARCADIA: NEWS\n10 May 2016\n\nA man was shot dead on Monday. He was 40.\n"
    assert [incident.site for incident in incidents(text, published=PUBLISHED)] == [None]


@pytest.mark.parametrize(
    "words",
    ["Two nurses were killed by a shell in this yard in May 2015.", "Gunmen killed two guards at our gate on 6 May."],
)
def test_this_yard_is_in_the_town_of_the_title(incidents, words):
    """The writer is there."""
    (incident,) = incidents(f"SURGICAL WARD, TARSK\n\n{words}\n", published=PUBLISHED)
    assert incident.site.place_id == "test:tarsk"


def test_country_wide_is_the_country_of_the_report(incidents):
    """Not the town told of before."""
    text = "Two people died in the flood in Tarsk on 6 May and one in Velden.\n\nThe flood of 1998 killed 918 people country-wide.\n"
    assert incidents(text, published=PUBLISHED)[-1].site.geo_precision is GeoPrecision.COUNTRY


@pytest.mark.parametrize(
    ("before", "name"), [("shop at 11th and ", "Yale"), ("body at 3600 N. ", "Peoria"), ("fire, 400 block of ", "Elm"), ("in ", "Yale")]
)
def test_a_corner_or_a_house_number_tells_a_street(before, name):
    """Whatever town bears its name."""
    assert is_street(f"{before}{name}.", Toponym(Span(len(before), len(before) + len(name)), name)) is (before != "in ")


def test_the_place_and_day_that_open_a_line_hold_for_it(incidents):
    """As in the counts of a charge."""
    text = "COURT BRIEF\nTwo men are charged.\n\nCount 1. Tarsk, 9 July 2012. Villagers shot, 11 dead.\n"
    text += "Count 2. Velden, 2 August 2012. Market shelled, 4 dead.\n"
    assert [i.site.place_id for i in incidents(text, published=PUBLISHED) if i.site] == ["test:tarsk", "test:velden"]


def test_a_summary_reads_as_a_sentence(incidents):
    """A clause only where the sentence tells of other incidents as well."""
    text = "On Friday gunmen killed two guards in Tarsk, and a bomb wounded five people in Velden. On Sunday a mine killed a boy in Ombra."
    first, second, third = (incident.summary for incident in incidents(text, published=PUBLISHED))
    assert (first[:9], second[:6], third) == ("On Friday", "a bomb", "On Sunday a mine killed a boy in Ombra.")
