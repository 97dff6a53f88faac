"""Types told in the terse manner of logs and sheets, and who vouches, claims or denies."""

from __future__ import annotations

from datetime import date

import pytest

from mapapp import read_report


def types(text):
    """Return the types of the incidents of a text."""
    return [incident.type.value for incident in read_report(text, published=date(2016, 6, 9)).incidents]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("accident", "Rollover on the road near Duluth. Driver and two passengers hurt."),
        ("accident", "Head-on smash near Tamale. Three dead."),
        ("accident", "A helicopter made an emergency landing at Lautoka on Tuesday."),
        ("accident", "Vessel aground off Varna. Crew of nine safe."),
        ("natural_disaster", "Magnitude 6.1, depth 10 km, near Bam. 40 dead so far."),
        ("natural_disaster", "Hillside slipped on to the road at Darjeeling, burying a jeep and five people."),
        ("natural_disaster", "Woman, 70, killed by falling tree in Vienna."),
        ("bombing", "Grenade, Bujumbura bar, 21:00. Two dead, five hurt."),
        ("bombing", "Pipe bomb at mosque in Zagreb; no casualties."),
        ("shooting", "Shots at nightclub in Malmo, two wounded."),
        ("riot", "Disturbance at Mendoza prison, six inmates dead."),
        ("looting", "Crowds broke into eleven supermarkets in Maracaibo and emptied them."),
        ("abduction", "Pilots captured by rebels near Luena on 4 January."),
        ("fire", "Flames took 14 houses at Buchan."),
        ("other", "200 inmates escaped from Nazca prison."),
        ("displacement", "Some 2,000 women and children have walked down the valley to Goroka."),
    ],
)
def test_terse_sentences_tell_their_type(expected, text):
    """Nouns without a verb, and what people do that has no verb of its own."""
    assert [expected] == types(text)


def test_return_fire_burns_nothing():
    """Fire of guns is no fire."""
    assert "fire" not in types("In the return fire three members of the gang were killed in Kano.")


def test_a_title_tells_what_the_dead_died_of():
    """Shares of the dead without a cause are of the disaster that the title names."""
    text = "CYCLONE SITUATION REPORT 3\n\nThe number of deaths now stands at 42.\n\nBeira: 26 deaths.\nDondo: 13 deaths."
    assert {"natural_disaster"} == set(types(text))


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("alleged", "The rebels claim to have shot down a helicopter near Yida, killing three soldiers."),
        ("alleged", "According to the rebels, eleven soldiers were killed at Tessalit."),
        ("alleged", "A leaflet spoke of a volunteer kidnapped in Yala."),
        ("alleged", "It is alleged that police killed two protesters in Siaya."),
        ("denied", "He rejected a claim that soldiers had killed an imam in Yala last week."),
        ("denied", "Reports of the kidnapping of a priest in Jos have been denied by the bishop."),
        ("reported", "Army announces death in combat of three rebels near Kano."),
        ("asserted", "Three members of an alleged gang were arrested in Cali on Monday."),
    ],
)
def test_doubt_is_told_apart(expected, text):
    """Claims of one side and denials; an alleged gang is no alleged arrest."""
    assert [expected] == [i.attribution.value for i in read_report(text, published=date(2016, 6, 9)).incidents]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (("masked gunmen", "perpetrator"), "The murder of a taxi driver in Goma on Tuesday by masked gunmen was told by radio."),
        (("Two men", "target"), "Two men robbed of phones in Kano on Monday."),
        (("a shopkeeper", "target"), "Robbery at Kano on Monday. Victim: a shopkeeper, shot dead."),
        (("gunmen", "perpetrator"), "On Monday gunmen stopped a truck near Kano and abducted two drivers."),
        (("A sect", "perpetrator"), "Two bombs killed nine people in Kano on Monday. A sect claimed both attacks."),
    ],
)
def test_terse_actors_are_found(expected, text):
    """Behind a far "by", before a bare participle, behind a label, as those who stop and lead away."""
    found = {
        (actor.text, actor.role.value) for incident in read_report(text, published=date(2016, 6, 9)).incidents for actor in incident.actors
    }
    assert expected in found


def test_a_dash_is_no_hyphen():
    """The town before the dash is no part of who acts."""
    texts = {
        a.text
        for i in read_report("HARARE - Police shot two men dead in Harare on Monday.", published=date(2016, 6, 9)).incidents
        for a in i.actors
    }
    assert not any("HARARE" in text for text in texts)
