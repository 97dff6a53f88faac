"""Reports in other languages: names are matched, the English grammar keeps its hands off, and the dossier says so."""

from __future__ import annotations

import pytest

from mapapp.dossier import read_report

REPORTS = {
    "ru": ("Взрыв произошёл в городе Актобе в воскресенье. Погибли шесть человек, сообщили власти.", "Актобе", "Aktobe"),
    "ar": ("قال مسؤولون إن قنبلة انفجرت في بغداد يوم الأحد وقتل فيها ستة أشخاص.", "بغداد", "Baghdad"),
    "es": ("Una bomba mató a tres personas en la ciudad de Medellín el domingo, según las autoridades.", "Medellín", "Medellín"),
}


@pytest.mark.parametrize("code", sorted(REPORTS))
def test_only_names_are_matched(code: str) -> None:
    """The place is found, no incident or claim is made up, and the first note tells why."""
    text, written, name = REPORTS[code]
    dossier = read_report(text)
    assert [t.place.name for t in dossier.toponyms if t.text == written and t.place] == [name]
    assert (dossier.claims, dossier.incidents) == ((), ())
    assert "another language than English" in dossier.notes[0]


def test_english_is_not_taken_for_something_else() -> None:
    """A short English report full of foreign names is read as English."""
    dossier = read_report("Wrocław: two men were killed in Kraków. Łódź lies about 120 km south-west of Warsaw.")
    assert dossier.incidents
    assert dossier.claims
    assert not any("another language" in note for note in dossier.notes)
