"""Which two figures of a text are a latitude and a longitude.

What speaks for a pair, the strongest first:

* hemispheres, before or behind both figures: "50.28 N 57.17 E", "N50°17' E57°10'"; they also say which is which, in either order;
* a label at each figure: "lat 50.28, lon 57.17", "longitude 57.17, latitude 50.28";
* a label before both: "coordinates: 50.28, 57.17", "lon/lat 57.17 50.28";
* degree signs, and at least two decimals or minutes (temperatures and slopes have fewer);
* nothing but the figures: :mod:`mapapp.coordinates.unmarked_pairs` says when that will do.

Latitude comes first unless the text says otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from mapapp.coordinates.angles import HEMISPHERE, Angle, figure_at, figures, hemisphere_letter, read_angle
from mapapp.coordinates.unmarked_pairs import may_stand_unmarked
from mapapp.coordinates.written_coordinates import Notation, Reading, WrittenCoordinates, in_degrees
from mapapp.report.language import guess_language

LONGEST_BETWEEN = 40
"""Characters between two figures of a pair: separator, label and letter. '", "longitude" : "East ' has 24."""

LONGEST_LEAD = 24
"""Characters looked back from a figure for what belongs to it alone: "longitude = North " has 18."""

LONGEST_BEFORE = 48
"""Characters looked back for a label of both: "coordinates of the position are approximately: " has 47."""

_LAT, _LON = r"lat(?:itude)?", r"(?:lon(?:g(?:itude)?)?|lng)"
_SIGN = "-+−–"
_LABEL_ENDS = r"\.?[\"']?\s{0,2}[:=]?\s{0,2}[\"']?"

_BETWEEN = re.compile(
    rf"(?:(?<=[^\W\d_])\.)?[\"']?\s{{0,2}}(?:(?i:(?P<lat_behind>{_LAT})|(?P<lon_behind>{_LON}))\b{_LABEL_ENDS})?\s{{0,2}}"
    r"(?P<separator>[,;/|&·•]|(?i:and|by|et|und|y|и)\b|[-−–—](?=\s))?\s{0,4}[\"']?"
    rf"(?:(?i:(?P<lat>{_LAT})|(?P<lon>{_LON}))\b{_LABEL_ENDS})?"
    rf"(?:(?P<hemisphere>{HEMISPHERE})[\s.:=]{{0,3}})?(?P<sign>[{_SIGN}])?"
)
_BEFORE = re.compile(
    rf"(?:(?<![^\W_])(?i:(?P<lat>{_LAT})|(?P<lon>{_LON})){_LABEL_ENDS})?"
    rf"(?P<lead>(?:(?<![^\W_])(?P<hemisphere>{HEMISPHERE})[\s.:=]{{0,3}})?(?P<sign>(?<![{_SIGN}\w.)\]])[{_SIGN}])?)\Z"
)
_BEHIND = re.compile(rf"\s{{0,2}}(?i:(?P<lat>{_LAT})|(?P<lon>{_LON}))\b")
# GeoJSON and WKT write longitude first.
_LABEL_OF_BOTH = re.compile(
    r"(?i:(?<![^\W_])(?:"
    rf"(?P<lon_first>{_LON}\.?\W{{0,3}}(?:and\s)?{_LAT}\b|coordinates[\"']\s?:\s?\[(?=\[{{0,3}}\s?\Z)|point\s?z?\s?\((?=\s?\Z))"
    rf"|{_LAT}\.?\W{{0,3}}(?:and\s)?{_LON}\b|co-?ord(?:inate)?s?\b|coord[eo]nn?\w{{2,5}}|koordinat\w{{1,3}}|gps\b|geolocation\b|geotag(?:ged)?\b|координат\w{{0,3}}"
    r")\W{0,6}(?:(?:the|of|are|is|were|was|at|as|about|approximately|location|position|points?|site|wgs\s?84)\W{1,3}){0,4}\Z)"
)
_RUNS_ON = re.compile(rf"(?:[{_SIGN}\w.$€£¥₽₴₹#%]|[0-9][/:])\Z")

_SOUTH_OR_WEST = frozenset("SW")
_OF_O = {"de": "E", "nl": "E", "es": "W", "fr": "W", "pt": "W", "it": "W", "ca": "W", "ro": "W"}
"""What O stands for on a compass: Ost, oost; oeste, ouest, ovest, vest written O. In other languages it is no hemisphere."""


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two figures with what stands around them. ``labels`` are "lat" or "lon", each empty where there is none."""

    text: str
    start: int
    end: int
    first: Angle
    second: Angle
    hemispheres: tuple[str, str]
    signs: tuple[str, str]
    labels: tuple[str, str]
    separator: str


def read_pairs(text: str) -> Iterator[WrittenCoordinates]:
    """Yield the coordinates written in degrees, decimal or with minutes and seconds, in the order of the text."""
    # Looked at only where somebody writes O, and then once.
    letter_o = cache(lambda: _OF_O.get(guess_language(text), ""))
    before: re.Match[str] | None = None
    for figure in figures(text):
        found = _read(text, before, figure, letter_o) if before is not None else None
        if found is not None:
            yield found
        before = figure if found is None else None


def _read(text: str, first: re.Match[str], second: re.Match[str], letter_o: Callable[[], str]) -> WrittenCoordinates | None:
    """Return the coordinates that two neighbouring figures are, or None; ``letter_o`` says what O means on the compass of this text."""
    if second.start() - first.end() > LONGEST_BETWEEN:
        return None
    pair = _together(text, first, second)
    if pair is None:
        return None
    if pair.first.is_bare and not _same_family(pair.first, pair.second):
        # "3 33.3152N 44.3661E": the 3 counts the rows.
        again = figure_at(text, first.start("bare_minutes"))
        pair = _together(text, again, second) if again else None
    return _judged(pair, letter_o) if pair is not None and _same_family(pair.first, pair.second) else None


def _together(text: str, first: re.Match[str], second: re.Match[str]) -> _Pair | None:
    """Return two figures as a pair if nothing stands between them but separators, labels, letters and signs."""
    behind_figure = first.start("gap") if first["gap"] is not None else first.end()
    letters_lead = _BETWEEN.fullmatch(text, behind_figure, second.start())
    letters_follow = _BETWEEN.fullmatch(text, first.end(), second.start())
    if letters_lead is None and letters_follow is None:
        return None
    before = _BEFORE.search(text, max(0, first.start() - LONGEST_LEAD), first.start())
    one, two = read_angle(first), read_angle(second)
    if before is None or one is None or two is None:
        return None
    if letters_lead is not None and letters_lead["hemisphere"] and before["hemisphere"]:
        letters = hemisphere_letter(before["hemisphere"]), hemisphere_letter(letters_lead["hemisphere"])
        return _pair(text, (one, two), (before, letters_lead), letters, (before.start("lead"), two.figure_end))
    if letters_follow is None or letters_follow["hemisphere"]:
        return None
    letters = one.hemisphere, two.hemisphere
    start = before.start("sign") if before["sign"] else one.start
    return _pair(text, (one, two), (before, letters_follow), letters, (start, two.end))


def _pair(
    text: str, angles: tuple[Angle, Angle], around: tuple[re.Match[str], re.Match[str]], hemispheres: tuple[str, str], span: tuple[int, int]
) -> _Pair:
    """Put a pair together from its figures and from the matches before the first and between the two."""
    before, between = around
    separator, sign = between["separator"] or "", between["sign"] or ""
    if sign and not separator and between.start("sign") == between.start():
        separator, sign = sign, ""  # "50.28N-57.17E": a dash that touches both is no minus
    return _Pair(
        text, span[0], span[1], *angles, hemispheres, (before["sign"] or "", sign), _labels(text, before, between, span[1]), separator
    )


def _labels(text: str, before: re.Match[str], between: re.Match[str], end: int) -> tuple[str, str]:
    """Return what the two figures are labelled as: before each of them, or behind each of them."""
    leading = _label(before)
    amid = [label for label in ("lat" * bool(between["lat_behind"]) or "lon" * bool(between["lon_behind"]), _label(between)) if label]
    if leading or not amid:
        return leading, amid[-1] if amid else ""
    if len(amid) == 2:
        return amid[0], amid[1]
    behind = _BEHIND.match(text, end)
    return amid[0], _label(behind) if behind else ""


def _label(match: re.Match[str]) -> str:
    """Return the label in a match."""
    return "lat" if match["lat"] else "lon" if match["lon"] else ""


def _same_family(first: Angle, second: Angle) -> bool:
    """Say whether both are decimal, or both have minutes; whole degrees go with either."""
    decimal = [angle.decimals > 0 for angle in (first, second)]
    minutes = [angle.notation is not Notation.DECIMAL for angle in (first, second)]
    return not (any(decimal) and any(minutes)) and not (first.mark and second.mark and first.mark != second.mark)


def _judged(pair: _Pair, letter_o: Callable[[], str]) -> WrittenCoordinates | None:
    """Return the coordinates if there is enough that says so."""
    if _RUNS_ON.search(pair.text, max(0, pair.start - 2), pair.start):
        return None
    if any(pair.hemispheres):
        return _by_hemispheres(pair, [letter_o() if letter == "O" else letter for letter in pair.hemispheres])
    if set(pair.labels) == {"lat", "lon"}:
        return _by_signs(pair, lon_first=pair.labels[0] == "lon")
    if _fewest_decimals(pair) < 1 or _reads_as_thousands(pair):
        return None
    label = _LABEL_OF_BOTH.search(pair.text, max(0, pair.start - LONGEST_BEFORE), pair.start)
    if label is not None:
        return _by_signs(pair, lon_first=bool(label["lon_first"]))
    if "lon" in pair.labels:
        return None  # one label only, and it contradicts the customary order
    if pair.first.has_degree_sign and pair.second.has_degree_sign:
        return _by_signs(pair, lon_first=False) if _fewest_decimals(pair) >= 2 else None
    unmarked = may_stand_unmarked(pair.text, pair.start, pair.end, pair.separator, (pair.first, pair.second))
    return _by_signs(pair, lon_first=False) if unmarked else None


def _by_hemispheres(pair: _Pair, letters: list[str]) -> WrittenCoordinates | None:
    """Return the coordinates by the letters, if there is one of each kind and no sign that contradicts them."""
    if not all(letters) or (letters[0] in "NS") == (letters[1] in "NS") or not _suffices_with_letters(pair):
        return None
    for letter, sign in zip(letters, pair.signs, strict=True):
        if sign in {"-", "−"} and letter not in _SOUTH_OR_WEST:
            return None
    readings = [
        _reading(angle, negative=letter in _SOUTH_OR_WEST) for angle, letter in zip((pair.first, pair.second), letters, strict=True)
    ]
    lat, lon = readings if letters[0] in "NS" else reversed(readings)
    return in_degrees(pair.start, pair.end, lat, lon)


def _suffices_with_letters(pair: _Pair) -> bool:
    """Say whether two figures with letters are more than roads (N15, E65), addresses (50 N 70 E) or a stroll (2.5 north, 3.5 east)."""
    for angle in (pair.first, pair.second):
        if angle.has_degree_sign or angle.notation is not Notation.DECIMAL:
            continue
        if angle.hemisphere_is_word and angle.decimals < 2:
            return False
        # "15N 65E" is how cyclones are placed; the figure must have two digits and its letter must touch it.
        joined = pair.end == pair.second.end and angle.hemisphere_is_joined and angle.figure_end - angle.start >= 2
        if angle.decimals == 0 and not joined:
            return False
    return True


def _by_signs(pair: _Pair, *, lon_first: bool) -> WrittenCoordinates | None:
    """Return the coordinates by their signs; none for exactly 0, 0, which is what an empty form says."""
    readings = [_reading(a, negative=sign not in {"", "+"}) for a, sign in zip((pair.first, pair.second), pair.signs, strict=True)]
    if not any(reading.degrees for reading in readings):
        return None
    lat, lon = reversed(readings) if lon_first else readings
    return in_degrees(pair.start, pair.end, lat, lon)


def _reading(angle: Angle, *, negative: bool) -> Reading:
    """Give an angle its sign."""
    return Reading(-angle.degrees if negative else angle.degrees, angle.unit_deg, angle.notation)


def _fewest_decimals(pair: _Pair) -> int:
    """Return the decimals of the coarser figure; minutes count as two."""
    return min(angle.decimals if angle.notation is Notation.DECIMAL else 2 for angle in (pair.first, pair.second))


def _reads_as_thousands(pair: _Pair) -> bool:
    """Say whether decimal commas may be separators of thousands or of a list: "12,345, 67,890", "50,2839,57,1669"."""
    commas = [angle for angle in (pair.first, pair.second) if angle.mark == ","]
    if not commas:
        return False
    touches = pair.separator == "," and pair.text[pair.first.end : pair.second.start] == ","
    return touches or any(angle.decimals == 3 for angle in commas)
