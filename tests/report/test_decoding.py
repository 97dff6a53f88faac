"""Bytes become text, or a clear error."""

from __future__ import annotations

import codecs

import pytest

from mapapp.errors import UnreadableFile
from mapapp.report.decoding import decode


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("Áktöbe".encode(), "Áktöbe"),
        (codecs.BOM_UTF8 + b"Aktobe", "Aktobe"),
        (codecs.BOM_UTF16_LE + "Áktöbe".encode("utf-16-le"), "Áktöbe"),
        (codecs.BOM_UTF16_BE + "Áktöbe".encode("utf-16-be"), "Áktöbe"),
        (codecs.BOM_UTF32_LE + "Áktöbe".encode("utf-32-le"), "Áktöbe"),
        ("A bridge fell in Aktobe".encode("utf-16-le"), "A bridge fell in Aktobe"),
        ("A bridge fell in Aktobe".encode("utf-16-be"), "A bridge fell in Aktobe"),
    ],
)
def test_unicode_is_read_without_a_note(data: bytes, expected: str) -> None:
    """Marked or not, the text is certain."""
    decoded = decode(data)
    assert (expected, "") == (decoded.text, decoded.note)


def test_an_old_encoding_is_guessed_and_said() -> None:
    """Russian in Windows-1251; the reader is told to look."""
    text = "В центре города обрушился мост, сообщил представитель полиции."
    decoded = decode(text.encode("cp1251"))
    assert text == decoded.text
    assert "look whether its letters are right" in decoded.note


def test_western_letters_are_not_taken_for_chinese() -> None:
    """Two foreign bytes in a Latin text."""
    assert "Über Köln fiel eine Brücke" == decode("Über Köln fiel eine Brücke".encode("cp1252")).text


def test_a_declared_encoding_is_believed_if_it_fits() -> None:
    """A page that names Windows-1251."""
    assert "мост" == decode("мост".encode("cp1251"), declared="windows-1251").text
    assert "мост" == decode("мост".encode(), declared="no-such-encoding").text


def test_a_few_broken_bytes_do_not_spoil_utf8() -> None:
    """They become replacement characters, and the note counts them."""
    decoded = decode("Мост упал в реку у города. ".encode() * 20 + b"\xff\xfe")
    assert decoded.text.endswith("\ufffd\ufffd")
    assert decoded.note.startswith("2 characters")


def test_binary_data_are_refused() -> None:
    """Pictures and programs hold no report."""
    with pytest.raises(UnreadableFile, match="binary"):
        decode(bytes(range(256)) * 8)
