"""Which language a report is in, as far as one needs to know."""

from __future__ import annotations

import pytest

from mapapp.report.language import guess_language


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("en", "The town lies 5 km north of the river."),
        ("en", "THE ARMY SAID TWO MEN WERE KILLED NEAR THE BRIDGE."),
        ("fr", "Une bombe a explosé dans le centre de la ville, a dit la police."),
        ("de", "Eine Bombe explodierte in der Stadt, und zwei Menschen wurden verletzt."),
        ("es", "Los hombres llegaron a la ciudad por el río, según la policía."),
        ("pt", "Uma ponte caiu no centro da cidade, segundo a polícia."),
        ("it", "Un ponte è crollato nel centro della città, secondo la polizia."),
        ("pl", "Most w centrum miasta, jak podaje policja, nie jest przejezdny."),
        ("tr", "Köprü bir kamyon için çok dar olduğu gibi, su da yüksek."),
        ("ru", "В центре города обрушился мост, сообщил представитель полиции."),
        ("uk", "У центрі міста обвалився міст, але ніхто не постраждав, і це добре."),
        ("ar", "قال الرجل إن الجسر الذي انهار في المدينة كان قديما"),
        ("fa", "این پل در شهر است و از آن برای عبور استفاده می‌شود"),
        ("zh", "市中心的一座桥倒塌了"),
        ("ja", "市内で橋が崩れました"),
        ("ko", "도시에서 다리가 무너졌다"),
        ("el", "Μια γέφυρα έπεσε στην πόλη"),
        ("he", "גשר קרס במרכז העיר"),
        ("hi", "शहर में एक पुल गिर गया और यह नहीं है"),
        ("und", "Kabul"),
        ("und", ""),
        ("und", "12345 !!! 67"),
    ],
)
def test_the_language_is_guessed_or_left_open(expected: str, text: str) -> None:
    """By script and small words; "und" where there is too little."""
    assert expected == guess_language(text)


def test_one_repeated_name_does_not_decide() -> None:
    """Saying "La" a thousand times does not make an English text Spanish."""
    assert "en" == guess_language("The men of La Paz said that they had been to La Paz. " + "La " * 1000)
