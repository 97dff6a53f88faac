"""Which two places a claim is between."""

from dataclasses import dataclass, replace

import pytest

from gazetteer import Kind, LatLon, Place
from mapapp.claims.placing.told_places import TOLD, with_told_places
from mapapp.toponyms.toponym import REJECTED


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Mirado, 55 km from Calvera, was quiet.", "Mirado"),
        ("Mirado is 55 km from Calvera.", "Mirado"),
        ("Mirado is located some 55 km north of Calvera.", "Mirado"),
        ("Shots were heard in Mirado (55 km from Calvera).", "Mirado"),
        ("Shots were heard in Mirado town, 55 km from Calvera.", "Mirado town"),
        ("Shots were heard in Mirado, a small farming town 55 km from Calvera.", "Mirado"),
        ("MIRADO, A FARMING TOWN 55 KM FROM CALVERA, WAS QUIET.", "MIRADO"),
        ("shots were heard in mirado, about 55 km from calvera", "mirado"),
        ("Shots were heard near Mirado some 55 km north of Calvera.", "Mirado"),
        ("Shots were heard in Mirado, Lindmark, 55 km from Calvera.", "Mirado"),
        ("Shots were heard in Mirado in the north of Lindmark, Vestania, 55 km from Calvera.", "Mirado"),
        ("Mirado is a village in the hills of northern Vestania, 55 km from Calvera.", "Mirado"),
        ("Mirado, which lies 55 km from Calvera, was quiet.", "Mirado"),
        ("Shots were heard in Mirado on Monday night, 55 km from Calvera.", "Mirado"),
        ("Some 55 km north of Calvera, the town of Mirado was quiet.", "Mirado"),
        ("Guards fled Mirado police station, 55 km from Calvera.", "Mirado police station"),
    ],
)
def test_the_near_end_is_the_place_right_in_front(one, text, subject):
    """Apposition, copula, bracket, description and area all lead to the place."""
    claim = one(text)
    assert (subject, "test:Mirado:QV:0.5") == (claim.subject.text, claim.subject.place_id)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Mirado was shelled. It lies 55 km north of Calvera.", "Mirado"),
        ("Troops from Calvera entered Mirado. The town is 55 km north of Calvera.", "Mirado"),
        ("Mirado: market town in Vestania. It is located 55 km north of Calvera.", "Mirado"),
    ],
)
def test_it_and_the_town_lead_back_to_the_last_place(one, text, place):
    """A pronoun takes the place that headed its sentence, a class word the last town."""
    assert f"test:{place}:QV:0.5" == one(text).subject.place_id


def test_two_distances_share_their_subject(read):
    """The words "55 km from A and 60 km from B" state two distances of one place."""
    first, second = read("Mirado lies 55 km from Calvera and 78 km from Tessin.")
    assert (first.subject.text, second.subject.text) == ("Mirado", "Mirado")


def test_an_unknown_name_is_the_subject_and_nothing_is_reached_behind_it(one):
    """Reaching past an unknown name to the next known one would measure between two wrong places."""
    claim = one("Troops from Mirado took Umbarak, 30 km from Calvera.")
    assert (claim.subject.text, claim.subject.place_id, claim.verdict) == ("Umbarak", None, "cannot_tell")


def test_part_of_a_longer_name_is_not_the_subject(one):
    """A firm or person named like a town is neither."""
    claim = one("A fire broke out at Baron Mirado, 30 km from Calvera.")
    assert (claim.subject.place_id, claim.verdict) == (None, "cannot_tell")


@pytest.mark.parametrize(
    "text",
    ["The bomb exploded 30 km from Calvera.", "Fighting was reported 30 km west of Calvera.", "It was felt 30 km from Calvera."],
)
def test_an_event_is_marked_as_such(one, text):
    """Where the event itself is so far away there is nothing to check."""
    claim = one(text)
    assert (claim.subject.event, claim.verdict) == (True, "cannot_tell")


def test_an_area_has_no_single_distance(one):
    """A province or a lake as an end is not judged, and the reason says so."""
    claims = [one("Lindmark, 30 km from Calvera, is poor."), one("Mirado is 90 km from Lake Orm.")]
    assert [(claim.verdict, "is an area" in claim.reason) for claim in claims] == [("cannot_tell", True), ("cannot_tell", True)]


@pytest.mark.parametrize(
    ("text", "kind", "anchor"),
    [
        ("Mirado is 55 km from Calvera.", "place", "Calvera"),
        ("Mirado is 55 km from the town of Calvera.", "place", "the town of Calvera"),
        ("Mirado is 55 km from downtown Calvera.", "place", "downtown Calvera"),
        ("Mirado is 55 km from Calvera city, officials said.", "place", "Calvera city"),
        ("Mirado is 55 km from Calvera railway station.", "place", "Calvera railway station"),
        ("Mirado is 120 km from the capital.", "capital", "the capital"),
        ("Mirado is 120 km from the capital, Port Selim.", "capital", "the capital, Port Selim"),
        ("Mirado is 120 km from the Vestanian capital.", "capital", "the Vestanian capital"),
        ("Mirado is 110 km from the border.", "border", "the border"),
        ("Mirado is 110 km from the Ostavian border.", "border", "the Ostavian border"),
        ("Mirado is 110 km from the border with Ostavia.", "border", "the border with Ostavia"),
        ("Mirado is 110 km from the border with neighbouring Ostavia.", "border", "the border with neighbouring Ostavia"),
        ("Mirado is 110 km from Vestania's border with Ostavia.", "border", "Vestania's border with Ostavia"),
        ("Mirado is 110 km from the Vestania-Ostavia border.", "border", "the Vestania-Ostavia border"),
        ("Mirado is 110 km from the border between Vestania and Ostavia.", "border", "the border between Vestania and Ostavia"),
        ("MIRADO IS 110 KM FROM THE OSTAVIAN BORDER.", "border", "THE OSTAVIAN BORDER"),
        ("Mirado is 110 km from the border town of Tessin.", "place", "the border town of Tessin"),
        ("Mirado is 110 km from the border crossing.", "facility", "the border crossing"),
        ("Mirado is 900 km from the coast.", "coast", "the coast"),
        ("Mirado is 900 km from the coast of Vestania.", "coast", "the coast of Vestania"),
        ("Mirado is 5 km from the front line.", "front_line", "the front line"),
        ("Mirado is 5 km from here.", "deictic", "here"),
        ("Mirado is 5 km from this city.", "deictic", "this city"),
        ("Mirado is 5 km from the presidential palace.", "facility", "the presidential palace"),
        ("Mirado is 5 km from Fort Brenna.", "facility", "Fort Brenna"),
        ("Mirado is 55 km from Calvera airport.", "facility", "Calvera airport"),
        ("Mirado is 55 km from Lindmark province.", "area", "Lindmark province"),
        ("Mirado is 55 km from Umbarak, a village.", "place", "Umbarak"),
    ],
)
def test_the_far_end_is_told_by_its_words(one, text, kind, anchor):
    """Kind and words of the anchor, for every kind of the contract."""
    claim = one(text)
    assert (kind, anchor) == (claim.anchor.kind, claim.anchor.text)


def test_the_claim_reaches_from_hedge_to_anchor(one):
    """The span a reader sees marked holds the whole statement."""
    text = "Mirado, about 110 km from the Ostavian border, was quiet."
    claim = one(text)
    assert ("about 110 km from the Ostavian border", claim.text) == (claim.text, text[claim.span.start : claim.span.end])


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("Mirado is 110 km from the Ostavian border.", ("QV", "QO")),
        ("Dunbrik is 110 km from the Ostavian border.", ("QO",)),
        ("Dunbrik is 400 km from the Sudrian border.", ("QS",)),
        ("Dunbrik is 110 km from the border.", ("QO", "QV")),
        ("Ostavia sent troops. Mirado is 110 km from the border.", ("QV", "QO")),
    ],
)
def test_whose_border_is_meant_follows_from_the_subject(one, text, countries):
    """The common border first; any border of the country named where there is none; the only neighbour, or the one spoken of."""
    assert countries == one(text).anchor.countries


def test_the_border_of_a_country_with_two_neighbours_is_left_open(one):
    """Which of two borders is meant is not guessed."""
    claim = one("Mirado is 110 km from the border.")
    assert (claim.verdict, "2 neighbours" in claim.reason) == ("cannot_tell", True)


def test_here_is_the_dateline(one):
    """What "here" means is where the report was filed; without a dateline it is open."""
    text = "Calvera, May 2 – Shots were heard in Mirado, 55 km from here."
    assert (one(text, dateline="Calvera").anchor.place_id, one(text, dateline="Calvera").verdict) == ("test:Calvera:QV:0.0", "supported")
    assert (one(text).anchor.place_id, one(text).verdict) == (None, "cannot_tell")


def test_a_name_nobody_resolved_is_settled_by_nearness(one):
    """Of two Haldens the one near the other end is meant; the distance stated takes no part, so a wild number changes nothing."""
    places = {number: one(f"Shots were heard in Halden, {number} km from Calvera.").subject.place_id for number in (16, 1100)}
    assert places == {16: "test:Halden:QV:0.1", 1100: "test:Halden:QV:0.1"}


def test_inside_a_country_is_counted_from_its_border(one):
    """The words "20 km inside Ostavia" give a distance to the border of Ostavia."""
    claim = one("Shots were heard in Onaro, 20 km inside Ostavia.")
    assert (claim.anchor.kind, claim.verdict) == ("border", "supported")


@dataclass(frozen=True)
class _Match:
    place: Place
    how: str = "name"
    prominence: float = 3.0


def _town(name, lon, lat=0.0, country="QV", kind=Kind.CITY):
    return Place(f"test:{name}:{country}:{lon}", None, name, LatLon(lat, lon), (country,), kind, "PPL", None, 1.0, "", "", "test")


@pytest.fixture(name="adding")
def _adding(read, monkeypatch):
    """Add places to the invented world."""
    known = read.gazetteer.candidates

    def add(*places):
        def candidates(name):
            return (*known(name), *(_Match(place) for place in places if place.name.lower() == name.lower()))

        monkeypatch.setattr(read.gazetteer, "candidates", candidates)

    return add


@pytest.mark.parametrize(("confidence", "anchor"), [(0.6, "test:Calvera:QO:21.2"), (0.95, "test:Calvera:QV:0.0")])
@pytest.mark.parametrize("number", [22, 900])
def test_an_unsure_place_gives_way_to_a_namesake_beside_the_other_end(read, one, adding, confidence, anchor, number):
    """Nearness alone decides, whatever number is stated; a place that is sure stays."""
    adding(_town("Calvera", 21.2, country="QO"))
    read.confidence = confidence
    assert one(f"Dunbrik lies {number} km from Calvera.").anchor.place_id == anchor


def test_the_area_right_behind_a_name_outweighs_nearness(one):
    """Of two Haldens the one in the country named with it is meant, however near the other one lies."""
    assert one("Shots were heard in Halden, Ostavia, 55 km from Calvera.").subject.place_id == "test:Halden:QO:0.0"


def test_an_unsure_place_outside_the_area_named_with_it_is_not_taken(read, one):
    """The gazetteer knows the name in another country only: silence, with the reason."""
    read.confidence = 0.6
    claim = one("Shots were heard in Mirado, Ostavia, 55 km from Calvera.")
    assert (claim.subject.place_id, claim.verdict, "has no “Mirado” in Ostavia" in claim.reason) == (None, "cannot_tell", True)


def test_a_namesake_in_a_country_nobody_speaks_of_is_not_taken(one, adding):
    """The only bearer of a name that nobody resolved lies far off: most likely the place meant is missing."""
    adding(_town("Ornby", 40.0, country="QX"))
    claim = one("Shots were heard in Ornby, 30 km from Calvera.")
    assert (claim.subject.place_id, claim.measured_km, "only elsewhere (Ornby, QX)" in claim.reason) == (None, None, True)


@pytest.mark.parametrize(("number", "subject"), [(50, "test:Kelmar:QV:18.46"), (118, "test:Kelmar:QV:19.68")])
def test_what_the_distance_itself_has_chosen_is_never_supported(one, adding, number, subject):
    """Two places of a name lie about equally far off; the one that the stated number fits is shown, without a verdict."""
    adding(_town("Kelmar", 18.46), _town("Kelmar", 19.68))
    claim = one(f"Shots were heard in Kelmar, {number} km from Calvera.")
    assert (claim.subject.place_id, claim.verdict, claim.used_for_disambiguation) == (subject, "cannot_tell", True)


def test_two_places_that_the_distance_fits_alike_are_left_open(one, adding):
    """Neither nearness nor the number decides."""
    adding(_town("Kelmar", 18.46), _town("Kelmar", 19.68))
    claim = one("Shots were heard in Kelmar, 75 km from Calvera.")
    assert (claim.subject.place_id, claim.used_for_disambiguation) == (None, False)


def test_this_capital_without_a_dateline_is_that_of_the_subject(one):
    """A report that does not say where it was filed still speaks of one country."""
    claim = one("Shots were heard in Mirado, 120 km from this capital.")
    assert (claim.anchor.place_id, claim.verdict) == ("test:Port Selim:QV:0.0", "supported")


def test_a_country_that_is_no_neighbour_is_counted_from_where_it_begins(one):
    """The nearest point of a country is where the distance to it ends."""
    claim = one("Dunbrik is 330 km from Sudria.")
    assert (claim.anchor.kind, claim.anchor.countries, claim.verdict) == ("border", ("QS",), "supported")


def test_a_place_that_a_claim_has_told_is_the_toponyms_as_well(read, adding):
    """All mentions of the name change, the earlier reading stays among the alternatives."""
    adding(_town("Calvera", 21.2, country="QO"))
    read.confidence = 0.6
    text = "Dunbrik lies 22 km from Calvera. Rain fell in Calvera."
    toponyms = with_told_places(read.toponyms(text), read(text), read.gazetteer)
    told = [(t.place.place_id, t.reasons, t.alternatives[0].place.place_id) for t in toponyms if t.text == "Calvera"]
    assert [("test:Calvera:QO:21.2", (TOLD,), "test:Calvera:QV:0.0")] * 2 == told


def test_what_the_distance_has_chosen_stays_with_its_claim(read, adding):
    """A place chosen by the number is no finding about the name."""
    adding(_town("Halden", 20.2))
    text = "Shots were heard in Halden, 120 km from Calvera."
    toponyms = with_told_places(read.toponyms(text), [replace(c, used_for_disambiguation=True) for c in read(text)], read.gazetteer)
    assert [None] == [t.place for t in toponyms if t.text == "Halden"]


def test_a_rejected_name_gets_no_place_from_a_claim(read):
    """An analyst's word stands."""
    text = "Shots were heard in Halden, 16 km from Calvera. Halden spoke."
    claims = read(text)
    first, *others = read.toponyms(text)
    rejected = [replace(first, reasons=(REJECTED,)), *others]
    assert with_told_places(rejected, claims, read.gazetteer)[0].place is None
