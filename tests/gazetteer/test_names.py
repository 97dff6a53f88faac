"""Folding names: what must meet, what must stay apart, and that it is idempotent and quick on anything."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer.names import fold


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("Ust-Kamenogorsk", "ust kamenogorsk"),
        ("Sa’dah", "sadah"),
        ("‘Atbarah", "atbarah"),
        ("Qaʻ al Jahran", "qa al jahran"),
        ("St. Gallen", "st gallen"),
        ("S.A.R.", "sar"),
        ("Curaçao", "curacao"),
        ("Łódź", "lodz"),
        ("Ærøskøbing", "aeroskobing"),
        ("Straße", "strasse"),
        ("İzmit", "izmit"),
        ("Diyarbakır", "diyarbakir"),
        ("IĞDIR", "igdir"),
        ("Ağcabədi", "agcabadi"),
        ("Орёл", "орел"),
        ("Αθήνα", "αθηνα"),
        ("Bosnia & Herzegovina", "bosnia and herzegovina"),
        ("Sankt\u00adPölten", "sanktpolten"),
        ("  two \t blanks\n", "two blanks"),
        ("حَلَب", "حلب"),
        ("کرمان", "كرمان"),
        ("أربيل", "اربيل"),
        ("مـــرو", "مرو"),
        ("می\u200cخوش", "ميخوش"),
        ("...", ""),
        ("", ""),
    ],
)
def test_a_name_folds_to_its_key(written: str, key: str) -> None:
    """Case, marks, apostrophes, dots, hyphens and the forms of Arabic letters go; the name stays."""
    assert fold(written) == key


@pytest.mark.parametrize(
    ("one", "other"),
    [("Ош", "Ow"), ("Рим", "Pum"), ("が", "か"), ("दिल", "दल"), ("กา", "กี"), ("Malmö", "Malmä"), ("Ақтөбе", "Актобе")],
)
def test_scripts_and_real_letters_stay_apart(one: str, other: str) -> None:
    """A Cyrillic letter never becomes a Latin one, and marks that are letters in their script are kept."""
    assert fold(one) != fold(other)


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    """The key of a key is the key, for any text."""
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_a_key_has_single_blanks_and_nothing_else_white(text: str) -> None:
    """A key is words with one blank between them."""
    key = fold(text)
    assert key == " ".join(key.split())


@given(st.text(alphabet=st.characters(codec="ascii"), max_size=40))
def test_the_quick_way_for_ascii_gives_what_the_long_way_gives(text: str) -> None:
    """A name in plain letters has the same key when something outside ASCII that disappears is added."""
    assert fold(text) == fold(f"{text}\u200b")


def test_folding_takes_time_in_proportion_to_length() -> None:
    """Four times the marks and letters take far less than sixteen times as long."""

    def seconds(times: int) -> float:
        started = time.process_time()
        fold("a\u0301\u0327'-" * times)
        return time.process_time() - started

    assert min(seconds(80_000) for _ in range(2)) < 10 * min(seconds(20_000) for _ in range(3)) + 0.05
