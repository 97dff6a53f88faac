"""What a place name does in its sentence."""

from __future__ import annotations

from datetime import date

import pytest

from mapapp.dossier import read_report
from mapapp.toponyms.toponym import Role


def roles(text: str) -> dict[str, Role]:
    """Return the role of each toponym by its text."""
    return {t.text: t.role for t in read_report(text, published=date(2020, 1, 15)).toponyms}


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Traders crossed the Chinese border at night.", "Chinese", Role.BORDER),
        ("The village lies near the border with Chad.", "Chad", Role.BORDER),
        ("Soldiers patrol the Chad-Sudan border.", "Chad", Role.BORDER),
        ("Soldiers patrol the Chad-Sudan border.", "Sudan", Role.BORDER),
        ("Orders for the raid were issued from Yemen.", "Yemen", Role.ORIGIN),
        ("The rifles had been smuggled in from Libya.", "Libya", Role.ORIGIN),
        ("Kenya's National Police Service denied it.", "Kenya", Role.ORGANISATION),
        ("The Lagos University Teaching Hospital was full.", "Lagos", Role.ORGANISATION),
        ("The Turkish foreign minister spoke for an hour.", "Turkish", Role.ACTOR),
        ("Maseru lies on the South African border.", "South African", Role.BORDER),
        ("He lives in the Turkish port city of Mersin.", "Turkish", Role.CONTEXT),
        ("They come from Gulu, Uganda, by bus.", "Uganda", Role.CONTEXT),
        ("It was reminiscent of the siege of Sarajevo.", "Sarajevo", Role.COMPARISON),
        ("KIGALI, January 14, 2020 – Nothing happened in the capital.", "KIGALI", Role.DATELINE),
    ],
)
def test_roles_follow_from_the_words_around(text: str, name: str, role: Role) -> None:
    """Each role has its own sign in the sentence."""
    assert roles(text).get(name) == role


def test_a_site_is_where_something_happened() -> None:
    """The role site comes from the incident, and the speaker's city does not get it."""
    found = roles("A bomb killed three people in Mogadishu on January 12, officials in Nairobi said.")
    assert found == {"Mogadishu": Role.SITE, "Nairobi": Role.MENTION}
