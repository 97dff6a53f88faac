"""Daily sheets, logs and tallies: what happened, on which day, who says so, and what did not happen at all."""

from __future__ import annotations

from datetime import date

import pytest

from mapapp import read_report
from mapapp.incidents.incident import ActorRole, Attribution, IncidentType

HEAD = "DAY SHEET, LAGOS\n\n"
PUBLISHED = date(2017, 3, 13)


def _only(line):
    """Return the only incident of a sheet of one line."""
    (incident,) = read_report(HEAD + line, published=PUBLISHED).incidents
    return incident


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("- Owerri: farmer led off a bus by men in masks.", IncidentType.ABDUCTION),
        ("- Aba: two nurses taken by unknown men from clinic.", IncidentType.ABDUCTION),
        ("- Bonny: oil tanker hijacked, 17 crew hostage.", IncidentType.ABDUCTION),
        ("- Yola: 3 soldiers blown up on a mine.", IncidentType.MINE),
        ("- Benin City: handbag taken by force.", IncidentType.ROBBERY),
        ("- Lokoja: gold mine raided by armed men, gold taken.", IncidentType.ROBBERY),
        ("- Calabar: trawler on rocks, 2 drowned.", IncidentType.ACCIDENT),
        ("- Minna: rescue helicopter down, pilot dead.", IncidentType.ACCIDENT),
        ("- Ilorin: 4 killed, 12 wounded (mortars).", IncidentType.SHELLING),
    ],
)
def test_an_entry_without_a_full_sentence_tells_what_happened(line, expected):
    """By its participle, its noun or the weapon in brackets."""
    assert expected is _only(line).type


@pytest.mark.parametrize(
    "line",
    [
        "Defused: car bomb, Kano.",
        "Ahead: march in Aba 16 March.",
        "Watch: storm over Warri, may reach Lagos.",
        "Next week: attack drill at Bonny; floods expected.",
        "Model run: Lagos flood, 20,000 homes.",
        "Advice: attacks off Bonny may increase.",
        "Declined: claim of robbery at Uyo.",
        "Jos, bombs in church: rumour, disproved by police.",
        "Yola: riot reported on networks: false.",
        "Bomb call at Minna: hoax.",
    ],
)
def test_what_a_line_says_did_not_happen_is_no_incident(line):
    """Headed as something to come or made safe, or ended as a rumour."""
    assert read_report(HEAD + line, published=PUBLISHED).incidents == ()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('- "30 soldiers killed by rockets in Gombe on Friday" - fake, army denies.', Attribution.DENIED),
        ("- Jos: mine raided by hundreds? Company denies.", Attribution.DENIED),
        ("- Aba: chief abducted? Family denies, he is abroad.", Attribution.DENIED),
        ("- Yola: poisoning of wells by herders alleged in radio call; union denies.", Attribution.ALLEGED),
        ("- Claim: shots at fishing boat off Bonny by navy, one man hit.", Attribution.ALLEGED),
        ("- Uyo: four alleged gang members shot dead.", Attribution.ASSERTED),
    ],
)
def test_a_line_says_in_a_word_what_it_thinks_of_a_claim(line, expected):
    """A question that is answered at once, a verdict behind a dash, a label before it."""
    assert expected is _only(line).attribution


def _days(text, published):
    """Return first and last day of the incidents, as day and month."""
    return [
        (f"{i.date_start:%d.%m.%y}", f"{i.date_end:%d.%m.%y}") if i.date_start and i.date_end else None
        for i in read_report(text, published=published).incidents
    ]


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("SECURITY DESK, KARACHI\n\n1. 26.08 / 0500 UTC / Lyari. Police van shot at, 2 officers dead.", date(2013, 8, 30),
         [("26.08.13",) * 2]),
        ("SECURITY DESK, KARACHI\n\n* Sibi, 25/8, train derailed, 4 injured.", date(2013, 8, 30), [("25.08.13",) * 2]),
        ("COAST GUARD BULLETIN\n\nMon 25 / Lampedusa / rubber boat capsized / 12 lost\nThu 28 / Tripoli / ferry sank / 7 dead",
         date(2014, 9, 2), [("25.08.14",) * 2, ("28.08.14",) * 2]),
        ("POLICE DIARY, DURBAN\n\nSat., 2 a.m., Umlazi. Man, 30, shot dead outside a tavern.", date(2014, 7, 7), [("05.07.14",) * 2]),
        ("DESK NOTE\n\n2007: over 130 killed in Karachi blast.", date(2013, 8, 30), [("01.01.07", "31.12.07")]),
        ("DESK NOTE\n\nReminder: 8 March last year 6 people were killed in Garissa by a grenade.", date(2016, 2, 10), [("08.03.15",) * 2]),
        ("COURT SHEET\n\nCount 1. Kano, 9 July 1998. Shop burnt, 3 dead.\nCount 2. Aba, 2 September 1999. Shelling of market, 4 dead.",
         date(2017, 3, 13), [("09.07.98",) * 2, ("02.09.99",) * 2]),
        ("PERU, FLOODS, SHEET 4\n13 March 2017. Rains since 9 March.\n\nPiura: dead 8, injured 3\nTrujillo: 4 dead, 20 injured",
         date(2017, 3, 13), [("09.03.17", "13.03.17")] * 3),
        ("Kherson | daily | 3 May 2023\nLast 24 h: 3 dead, 5 wounded\n\n- Orikhiv - shelling, 2 killed\n- Huliaipole - drone, 1 killed",
         date(2023, 5, 3), [("02.05.23", "03.05.23")] * 3),
        ("VIOLENCE ROUND-UP, Wednesday, June 20, 2018\n\nBasra - 3 killed, 9 wounded (bomb)\nMosul - 2 killed (gunmen)", None,
         [("20.06.18",) * 2] * 2),
        ("TALLY FOR APRIL 2016, MALI\n\nGao: 4 killed, 2 abducted", date(2016, 5, 3), [("01.04.16", "30.04.16")]),
    ],
)  # fmt: skip
def test_a_terse_line_has_its_own_day_or_that_of_its_heading(text, published, expected):
    """In figures, by a short weekday, as a bare year; else the days that the heading covers."""
    assert expected == _days(text, published)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The former president was arrested in Lima on December 7.", ActorRole.TARGET),
        ("Police arrested two journalists in Lima on Monday.", ActorRole.TARGET),
        ("Police arrested eleven traders in Lima on Monday.", ActorRole.OTHER),
        ("Three suspected rebels were arrested in Lima on Monday.", ActorRole.OTHER),
    ],
)
def test_an_arrest_is_done_to_people_of_note(sentence, expected):
    """Suspects of a crime are neither doers nor victims."""
    (incident,) = read_report(sentence, published=PUBLISHED).incidents
    assert [actor.role for actor in incident.actors if actor.role is not ActorRole.AUTHORITY] == [expected]
