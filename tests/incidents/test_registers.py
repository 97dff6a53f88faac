"""Registers: entries that only give a day and a place, and the day in the header."""

from datetime import date

import pytest

from mapapp.incidents.incident import IncidentType

PUBLISHED = date(2016, 6, 14)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("12 May 2016: (K12) Lisk village, Marrow province", "2016-05-12"),
        ("May 12th-13th 2016: (K13) Lisk, Marrow", "2016-05-12/2016-05-13"),
        ("12/05/2016 - Lisk checkpoint, between Tarsk and Ombra", "2016-05-12"),
        ("2016-05-12: north of Lisk, Marrow province", "2016-05-12"),
    ],
)
def test_an_entry_without_a_verb_is_an_incident(incidents, text, edtf):
    """Nothing says what it was; the day and the place are told."""
    (found,) = incidents(text, published=PUBLISHED)
    assert (found.type, found.date_edtf, found.site.text.split(",")[0].split()[0]) == (IncidentType.OTHER, edtf, "Lisk")


@pytest.mark.parametrize(
    "text",
    [
        "12 May 2016: Visit of the minister to Tarsk",
        "12 May 2016: annual meeting in Tarsk",
        "Tarsk, 12 May 2016",
        "Arcadia Daily Report 12/05/2016",
        "On 12 May 2016, Tarsk was quiet.",
    ],
)
def test_other_lines_with_a_day_are_none(incidents, text):
    """Appointments, datelines and titles."""
    assert incidents(text, published=PUBLISHED) == ()


def test_each_line_of_a_register_is_an_entry(incidents):
    """Also where one of them has a verb."""
    found = incidents("12 May 2016: Lisk, Marrow\n13 May 2016: Tarsk, Marrow\n14 May 2016: Ombra; two killed", published=PUBLISHED)
    assert [(i.date_start.day, i.site.text.split(",")[0]) for i in found] == [(12, "Lisk"), (13, "Tarsk"), (14, "Ombra")]


@pytest.mark.parametrize(
    ("header", "edtf"),
    [
        ("Police log, Friday, June 10, 2016", "2016-06-10"),
        ("Incidents of 10 June 2016", "2016-06-10"),
        ("Date: 10 June 2016. Marrow province.", "2016-06-10"),
        ("Weekly digest, 6-10 June 2016", "2016-06-06/2016-06-10"),
        ("Situation update No. 4, 10 June 2016", None),
    ],
)
def test_entries_take_the_day_of_the_header(incidents, header, edtf):
    """Of a log or a digest; the day of an update is that of writing."""
    found = incidents(f"{header}\n\n- Tarsk: gunmen shot a trader.\n- Ombra: a bus overturned on 9 June.", published=PUBLISHED)
    assert [i.date_edtf for i in found] == [edtf, "2016-06-09"]
