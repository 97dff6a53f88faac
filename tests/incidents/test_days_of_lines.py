"""Days at the head of a line, of a paper, of its parts: the news below them is of these days."""

from __future__ import annotations

from datetime import date

from mapapp import read_report


def told(text, published):
    """Return (first day, last day) of the incidents of a text, in order."""
    incidents = read_report(text, published=published).incidents
    return [
        (incident.date_start and incident.date_start.isoformat(), incident.date_end and incident.date_end.isoformat())
        for incident in incidents
    ]


def test_the_day_at_the_head_of_a_line_holds_for_all_of_the_line():
    """Date, clock, place and the name of a ship stand before what happened."""
    text = (
        "SHIPS AT ANCHOR, July 2018\n\n"
        "11.07.2018, 0340 LT. Lagos roads, Nigeria. Bulk carrier. Robbers with knives took ropes and tied up the watchman.\n\n"
        "14.07.2018, 2250 LT. Off Conakry, Guinea. Tug with barge. Six gunmen in a skiff abducted the master.\n"
    )
    assert [("2018-07-11", "2018-07-11"), ("2018-07-14", "2018-07-14")] == told(text, date(2018, 7, 20))


def test_a_day_behind_the_places_of_an_entry_holds_for_the_entry():
    """Two places, or a distance, stand before the day."""
    text = (
        "MINES AND SHELLS\nBulletin for January 2020, issued 10 February\n\n"
        "▪ Dalal, Erbil, 6 January. An anti-tank mine under a tractor: two brothers dead.\n"
        "▪ Surda, 15 km north of Kirkuk, 28 January. Two woodcutters injured by a landmine.\n"
    )
    assert [("2020-01-06", "2020-01-06"), ("2020-01-28", "2020-01-28")] == told(text, date(2020, 2, 10))


def test_news_without_a_day_in_a_wire_is_taken_to_be_of_the_day_of_its_lead():
    """The part told further below gives no day of its own."""
    text = (
        "QUITO, Sept 16 - A gang stormed a bank in Ibarra before dawn on Thursday and killed a guard.\n\n"
        "In a separate case, two farmers were shot dead near Loja.\n"
    )
    assert [("2016-09-15", "2016-09-15"), ("2016-09-15", "2016-09-15")] == told(text, date(2016, 9, 16))


def test_who_died_later_is_told_with_the_day_of_the_deed():
    """The next sentence goes on about the same man."""
    text = "A teacher died in hospital in Kano on Thursday. She was wounded when gunmen fired at a bus near Zaria on 2 June."
    assert [("2019-06-02", "2019-06-02")] == told(text, date(2019, 6, 14))


def test_the_groups_that_clashed_are_those_told_of_before():
    """The second sentence brings the day."""
    text = (
        "Three men were hurt in a brawl between fans of two clubs in Bari. The two groups clashed outside the station on Sunday [9 June]."
    )
    assert [("2019-06-09", "2019-06-09")] == told(text, date(2019, 6, 14))
