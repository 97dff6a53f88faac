"""Turn bytes into text: byte order marks, UTF-8, then the old encodings that files do not name."""

from __future__ import annotations

import codecs
import unicodedata
from dataclasses import dataclass

from mapapp.errors import UnreadableFile

SAMPLE_BYTES = 65_536
MOST_BROKEN = 0.02
"""Share of characters that may be broken for a text to count as damaged UTF-8, rather than as another encoding."""
MOST_CONTROLS = 0.05
"""Share of control characters above which a file holds no text."""

FALLBACK = "cp1252"
USUAL = (
    "cp1252 cp1250 cp1251 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 koi8_r koi8_u cp874 mac_roman gb18030 big5 shift_jis euc_jp euc_kr"
).split()
"""Encodings that reports come in. Among all that Python knows a short text always fits an unlikely one better."""
MOST_ACCENTS = 0.25
"""Share of bytes above 127 below which a text is in Latin letters, whatever the guess."""
_WESTERN = frozenset("àâäáãåæçèéêëìíîïñòóôöõøœùúûüýÿßÀÂÄÁÃÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÖÕØŒÙÚÛÜÝ“”‘’„–—…•€£§°«»©®¡¿ºª´·½¼¾\xa0\xad")
_DOUBLE_BYTE = frozenset({"big5", "euc_jp", "euc_kr", "gb18030", "shift_jis"})

# UTF-32's mark begins with UTF-16's: the longer ones first.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HARMLESS_CONTROLS = frozenset("\t\n\r\x0b\x0c\x1b\x85\x96\x97")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding it was read in, and a note for the reader where that was a guess or something was broken."""

    text: str
    encoding: str
    note: str = ""


def decode(data: bytes, *, declared: str = "") -> Decoded:
    """Decode a text file.

    Parameters
    ----------
    data
        The bytes of a text in any encoding.
    declared
        The encoding that the file or its sender names, "" for none. Believed only if the bytes fit.

    Raises
    ------
    UnreadableFile
        If the bytes are no text.
    """
    # UTF-16 first: with its zero bytes, Latin text in it is valid UTF-8 as well.
    decoded = _by_mark(data) or _wide(data) or _strictly(data, "utf-8") or _strictly(data, declared)
    decoded = decoded or _damaged_utf8(data) or _guessed(data)
    if _is_binary(decoded.text):
        raise UnreadableFile("the file holds no text but binary data: give txt, html, docx or pdf")
    return decoded


def _by_mark(data: bytes) -> Decoded | None:
    """Decode by the byte order mark, which is not part of the text."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding) or _broken(data[len(mark) :], encoding)
    return None


def _strictly(data: bytes, encoding: str) -> Decoded | None:
    if not encoding:
        return None
    try:
        return Decoded(data.decode(encoding), encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _broken(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, "replace")
    return Decoded(text, encoding, f"{text.count(chr(0xFFFD)):,} characters of the file are broken and shown as \N{REPLACEMENT CHARACTER}")


def _wide(data: bytes) -> Decoded | None:
    """Recognise UTF-16 without a mark by its zero bytes: every other one in Latin text."""
    sample = data[:SAMPLE_BYTES]
    half = len(sample) // 2
    if half < 4:
        return None
    for encoding, zeros in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        if zeros.count(0) > 0.4 * half:
            return _strictly(data, encoding)
    return None


def _damaged_utf8(data: bytes) -> Decoded | None:
    """Accept UTF-8 with a few broken bytes, as transmission and cutting leave them."""
    decoded = _broken(data, "utf-8")
    broken = decoded.text.count("\N{REPLACEMENT CHARACTER}")
    intact = sum(character > "\x7f" for character in decoded.text) - broken
    return decoded if intact > broken and broken <= MOST_BROKEN * len(decoded.text) else None


def _guessed(data: bytes) -> Decoded:
    """Guess among the old encodings, Windows-1252 where nothing speaks for another."""
    # Imported here: it costs a tenth of a second and few files need it.
    from charset_normalizer import from_bytes

    sample = data[:SAMPLE_BYTES]
    foreign = bytes(byte for byte in sample if byte > 0x7F)
    mostly_latin = len(foreign) < MOST_ACCENTS * len(sample)
    if mostly_latin and _WESTERN.issuperset(foreign.decode(FALLBACK, "replace")):
        encoding = FALLBACK
    else:
        best = from_bytes(sample, cp_isolation=USUAL).best()
        encoding = best.encoding if best is not None else FALLBACK
        if mostly_latin and encoding in _DOUBLE_BYTE:
            encoding = FALLBACK
    note = f"the file does not say its encoding and is not UTF-8; it was read as {encoding}: look whether its letters are right"
    return Decoded(data.decode(encoding, "replace"), encoding, note)


def _is_binary(text: str) -> bool:
    sample = text[:SAMPLE_BYTES]
    controls = sum(unicodedata.category(c) == "Cc" and c not in _HARMLESS_CONTROLS for c in sample)
    return controls > 2 and controls > MOST_CONTROLS * len(sample)
