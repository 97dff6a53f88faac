"""One latitude or longitude as written: degrees, minutes and seconds with whatever signs, or decimal degrees.

An angle alone is nothing yet: :mod:`mapapp.coordinates.coordinate_pairs` decides which two belong together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mapapp.coordinates.written_coordinates import Notation

_LETTERS_END = r"(?![^\W\d_])"
# "25.5 °C" is a temperature.
_DEGREE = r"(?:[°º˚∘⁰]|(?i:deg(?:rees?|s)?)\b\.?)(?!\s?[CFK]\b)"
_MINUTE = rf"(?:['′’‘ʹʼ´`＇]|(?i:min(?:utes?|s)?)\b\.?|m{_LETTERS_END})"
_SECOND = rf"(?:''|′′|’’|‘‘|ʹʹ|´´|[\"″”“ʺ¨＂]|(?i:sec(?:onds?|s)?)\b\.?|s{_LETTERS_END})"

HEMISPHERE = (
    rf"(?:[NSEWO]{_LETTERS_END}|(?i:(?:north|south|east|west)(?:ern)?){_LETTERS_END}"
    rf"|[СсЮю]\.?\s?[Шш]{_LETTERS_END}|[ВвЗз]\.?\s?[Дд]{_LETTERS_END})"
)
"""A hemisphere: a letter, a word, or the Russian с. ш., ю. ш., в. д., з. д."""

_OF_RUSSIAN = {"с": "N", "ю": "S", "в": "E", "з": "W"}

_SIXTIETHS = r"[0-9]{1,2}(?:[.,][0-9]{1,8})?(?![0-9])"
_TWO_DIGITS = r"[0-5][0-9](?:[.,][0-9]{1,8})?(?![0-9])"
_BARE_GAP = r"(?:[ \u00a0]{1,2}|[-‑:])"
_LETTER_LEADS = "|".join(rf"(?<=[NSEW]{space}[0-9]{{{digits}}})" for space in ("", r"\s") for digits in (1, 2, 3))

# Starts with a character class, and looks back only behind it: so the engine skips from digit to digit at the speed of a scan.
_ANGLE = re.compile(
    r"(?P<degrees>[0-9](?<![0-9][0-9])(?<![0-9]\.[0-9])[0-9]{0,2}+)(?![0-9])"
    "(?:"
    # 50°17'02", 50° 17.03', 50 deg 17 min, 50d17m02s
    rf"\s?(?:{_DEGREE}|[do](?=\s?[0-9]))\s{{0,2}}(?P<minutes>{_SIXTIETHS})(?!\s?{_DEGREE})"
    rf"(?:(?:\s?{_MINUTE}\s{{0,2}}|\s{{1,2}})(?P<seconds>{_SIXTIETHS})(?!\s?{_DEGREE})(?:\s?{_SECOND})?|\s?{_MINUTE})?"
    # 50 17 02 N, 50-17.03N, N 50:17:02: only beside the letter of a hemisphere
    rf"|(?:(?P<led>{_LETTER_LEADS})|)(?P<bare>{_BARE_GAP})(?P<bare_minutes>{_TWO_DIGITS})(?:\s?{_MINUTE})?"
    rf"(?:{_BARE_GAP}(?P<bare_seconds>{_TWO_DIGITS})(?:\s?{_SECOND})?)?(?(led)|(?=\s{{0,2}}{HEMISPHERE}))"
    # 50.2839, 50,2839, 50
    rf"|(?:(?P<mark>[.,])(?P<fraction>[0-9]{{1,15}}+))?(?!\.?[0-9])(?:\s{{0,2}}(?P<sign>{_DEGREE}))?"
    ")"
    rf"(?:(?P<gap>\s{{0,2}})(?P<hemisphere>{HEMISPHERE}))?"
)


@dataclass(frozen=True, slots=True)
class Angle:
    """A figure that may be a latitude or a longitude: unsigned degrees, and the marks that stand with it.

    ``hemisphere`` is one of N S E W O, or empty: the letter *behind* the figure, which belongs to it or, in "N 50.28 E 57.17", to the
    next. ``figure_end`` is where the figure ends without it, ``end`` where it ends with it. ``decimals`` and ``mark`` (point or comma)
    describe the degrees of a decimal figure.
    """

    start: int
    figure_end: int
    end: int
    degrees: float
    unit_deg: float
    notation: Notation
    decimals: int
    mark: str
    has_degree_sign: bool
    is_bare: bool
    minutes_start: int
    hemisphere: str
    hemisphere_is_word: bool
    hemisphere_is_joined: bool


def figures(text: str) -> Iterator[re.Match[str]]:
    """Yield every figure of a text that may be a latitude or a longitude, in order; most will turn out to be something else."""
    return _ANGLE.finditer(text)


def figure_at(text: str, start: int) -> re.Match[str] | None:
    """Return the figure that starts at an offset, if it may be a latitude or a longitude."""
    return _ANGLE.match(text, start)


def hemisphere_letter(written: str) -> str:
    """Return N, S, E, W or O for a hemisphere as written: "North", "e", "с. ш."; empty for nothing."""
    first = written[:1]
    return _OF_RUSSIAN.get(first.lower(), first.upper())


def read_angle(match: re.Match[str]) -> Angle | None:
    """Return the angle that a figure is; None where minutes or seconds are more than 59."""
    minutes, seconds = match["minutes"] or match["bare_minutes"], match["seconds"] or match["bare_seconds"]
    value = sexagesimal(match["degrees"], minutes, seconds) if minutes else _decimal(match["degrees"], match["fraction"])
    if value is None:
        return None
    degrees, unit_deg = value
    written = match["hemisphere"] or ""
    return Angle(
        start=match.start(),
        figure_end=match.start("gap") if written else match.end(),
        end=match.end(),
        degrees=degrees,
        unit_deg=unit_deg,
        notation=_notation(minutes, seconds),
        decimals=len(match["fraction"] or ""),
        mark=match["mark"] or "",
        has_degree_sign=bool(match["sign"] or match["minutes"]),
        is_bare=match["bare"] is not None,
        minutes_start=match.start("bare_minutes"),
        hemisphere=hemisphere_letter(written),
        hemisphere_is_word=len(written) > 1,
        hemisphere_is_joined=match["gap"] == "",
    )


def sexagesimal(degrees: str, minutes: str, seconds: str | None) -> tuple[float, float] | None:
    """Return decimal degrees, and the degrees that the last digit counts, of degrees, minutes and perhaps seconds as written.

    None where minutes or seconds are 60 or more, or where the minutes have decimals and seconds follow all the same.
    """
    whole_minutes, minute_unit = _number(minutes)
    if seconds is None:
        return (float(degrees) + whole_minutes / 60.0, minute_unit / 60.0) if whole_minutes < 60.0 else None
    whole_seconds, second_unit = _number(seconds)
    if whole_minutes >= 60.0 or whole_seconds >= 60.0 or minute_unit < 1.0:
        return None
    return float(degrees) + whole_minutes / 60.0 + whole_seconds / 3600.0, second_unit / 3600.0


def _decimal(degrees: str, fraction: str | None) -> tuple[float, float]:
    """Return the value of decimal degrees and what their last digit counts."""
    return float(f"{degrees}.{fraction or 0}"), 10.0 ** -len(fraction or "")


def _number(written: str) -> tuple[float, float]:
    """Return the value of a number, with point or comma, and what its last digit counts."""
    number = written.replace(",", ".")
    return float(number), 10.0 ** -len(number.partition(".")[2])


def _notation(minutes: str | None, seconds: str | None) -> Notation:
    """Return the notation that has these parts."""
    if seconds:
        return Notation.DEGREES_MINUTES_SECONDS
    return Notation.DEGREES_MINUTES if minutes else Notation.DECIMAL
