"""A figure and how it splits up by places: "22 died … Tarsk accounted for nine, Lisk for eight, Ombra for five"; the sum proves it."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta

from mapapp.incidents.incident import Count
from mapapp.incidents.linking.breadth import is_denied, several
from mapapp.incidents.linking.happening import OF_BEFORE, Happening, may_hold
from mapapp.incidents.linking.reading import Reading
from mapapp.incidents.linking.shares_told import Piece, figures_in, pieces_of
from mapapp.incidents.phrasing.toll import Toll
from mapapp.incidents.placing.sites import is_pin
from mapapp.incidents.telling.markers import Marker
from mapapp.incidents.wording.effects import EFFECTS, Effect
from mapapp.incidents.wording.persons import GENERIC, is_person
from mapapp.incidents.wording.words import Word, words_of
from mapapp.report.dates import DateMention
from mapapp.report.report import Span

_SUMMED = (Effect.KILLED, Effect.INJURED, Effect.ARRESTED, Effect.ABDUCTED)

FEWEST = 2
"""People that a figure must count to be split up."""

REACH = 12
"""Sentences behind a figure among which it may be split up."""

SURE = 6
"""Two places whose figures come to so many, or three, do not do so by chance."""


@dataclass(slots=True)
class Unit:
    """A sentence, or an entry of a list, with what it tells; ``pieces``: its places with their figures.

    ``whole``: the sentence whose figure ``like`` they split up, in the telling ``first`` of it; ``main``: what the sentence tells before
    them. ``listed``: it lists places without a whole. ``read``: its pieces have been looked for.
    """

    span: Span
    told: list[Happening]
    words: Sequence[Word] = ()
    pieces: list[Piece] = field(default_factory=list)
    whole: Unit | None = None
    like: Toll | None = None
    first: int = 0
    main: Span | None = None
    listed: bool = False
    read: bool = False

    @property
    def paragraph(self) -> int:
        """Which paragraph it stands in."""
        return self.told[0].paragraph if self.told else -1


def split_up(units: Sequence[Unit], reading: Reading) -> Iterator[Happening]:
    """Yield what sentences tell, those that split a figure up by places taken apart place by place; numbered in order.

    Parameters
    ----------
    units
        The sentences of a report, in order.
    reading
        What they are read with.
    """
    for at, unit in enumerate(units):
        if unit.whole is None and not _split_within(unit, reading):
            _split(unit, units[at + 1 : at + 1 + REACH], reading)
    for unit in units:
        if unit.whole is None and _is_list(unit, reading):
            unit.listed = True
    index = 0
    begins: dict[int, int] = {}
    for unit in units:
        told = unit.told if unit.whole is None and not unit.listed else list(_apart(unit, reading))
        begins[id(unit)] = index
        for happening in told:
            whole = index - 1 if happening.whole == OF_BEFORE else -1
            if unit.whole is not None and happening.share and happening.whole == _MARKED:
                whole = begins[id(unit.whole)] + unit.first
            yield replace(happening, index=index, whole=whole)
            index += 1


_MARKED = 0
"""Stands in for the index of the whole until all have their numbers."""


def _split(unit: Unit, later: Sequence[Unit], reading: Reading) -> None:
    """Mark the sentences behind a figure that split it up."""
    for position, happening in enumerate(unit.told):
        if not happening.opens or happening.share or happening.recalled or is_denied(happening):
            continue
        for toll in happening.tolls:
            if toll.effect not in _SUMMED or toll.part or (toll.count.best or 0) < FEWEST:
                continue
            parts = _summing_up(happening, toll, later, reading)
            if not parts and not toll.attackers and toll.effect is Effect.KILLED:
                parts = _summing_up(happening, toll, later, reading, either=True)
            for part in [*parts, *_between(happening, toll, parts, later, reading)]:
                part.whole, part.like, part.first = unit, toll, position
            if parts:
                return


def _between(whole: Happening, like: Toll, parts: Sequence[Unit], later: Sequence[Unit], reading: Reading) -> Iterator[Unit]:
    """Yield the entries among those that a figure splits up by which count nobody of it, but others whom the whole counts as well."""
    if not parts or not all(part.told[0].entry for part in parts):
        return
    last = max(position for position, unit in enumerate(later) if unit is parts[-1])
    effects = {toll.effect for toll in whole.tolls} - {like.effect}
    for unit in later[: last + 2]:
        if unit in parts or not unit.told or not unit.told[0].entry or unit.paragraph < parts[0].paragraph or not _may_be_part(whole, unit):
            continue
        pieces = _pieces(unit, reading)
        told = {figure.toll.effect for piece in pieces for figure in piece.figures if figure.toll is not None}
        if len(pieces) == 1 and pieces[0].placed and told & effects and like.effect not in told:
            yield unit


_IN_LISTS = frozenset(", and : ( ) - – — . / no none nil".split())


def _is_list(unit: Unit, reading: Reading) -> bool:
    """Say whether a sentence lists names with their figures, set apart by semicolons, and nothing else: "Tarsk, 5 dead; Lisk, 2 hurt"."""
    pieces = _pieces(unit, reading) if len(unit.told) > 1 else []
    if len(pieces) < FEWEST_LISTED or not all(piece.placed and any(figure.toll for figure in piece.figures) for piece in pieces):
        return False
    spans = [toponym.span for toponym in reading.toponyms_in(unit.span)]
    for piece in pieces:
        for word in unit.words:
            if not (piece.span.start <= word.span.start < piece.span.end) or word.number is not None or word.name or word.low in _IN_LISTS:
                continue
            known = word.low in EFFECTS or is_person(word.low) or any(span.start <= word.span.start < span.end for span in spans)
            if not known and word.span.start > piece.span.start:
                return False
    ends = [word.span.start for word in unit.words if word.low == ";"]
    return all(any(left.span.end <= end <= right.span.start for end in ends) for left, right in itertools.pairwise(pieces))


FEWEST_LISTED = 2
"""Names with their figures that make a list."""

_BEHIND_WHOLE = frozenset(": ( ; , - – —".split())


def _split_within(unit: Unit, reading: Reading) -> bool:
    """Mark a sentence that splits its own figure up: "14 dead (Tarsk 8, Ombra 6)", "12 homicides: seven in …"; say whether it does."""
    if any(is_denied(h) for h in unit.told) or not _pieces(unit, reading):
        return False
    figures = [figure for piece in unit.pieces for figure in piece.figures]
    for whole in figures[:_FIRST_FIGURES]:
        if whole.toll is None or whole.toll.part or whole.toll.effect not in _SUMMED or whole.number < FEWEST:
            continue
        later = [figure for figure in figures if figure.position > whole.position]
        for at in range(whole.position + 1, len(unit.words)):
            if unit.words[at].low not in _BEHIND_WHOLE:
                continue
            end = (
                next((then for then in range(at, len(unit.words)) if unit.words[then].low == ")"), -1) if unit.words[at].low == "(" else -1
            )
            span = Span(unit.words[at].span.end, unit.words[end].span.start if end > 0 else unit.span.end)
            words = [word for word in unit.words if span.start <= word.span.start < span.end]
            shift = at + 1
            found = pieces_of(words, reading.toponyms_in(span), [replace(f, position=f.position - shift) for f in later if f.position > at])
            counts = [piece.count(whole.toll, either=not whole.toll.attackers) for piece in found]
            if sum(counts) == whole.number and sum(count > 0 for count in counts) > 1 and all(piece.placed for piece in found):
                unit.pieces = [replace(p, figures=tuple(replace(f, position=f.position + shift) for f in p.figures)) for p in found]
                unit.whole, unit.like, unit.main = unit, whole.toll, Span(unit.span.start, unit.words[at].span.start)
                return True
    return False


_FIRST_FIGURES = 4
"""So many figures of a sentence are looked at as the one that it splits up."""


def _summing_up(whole: Happening, toll: Toll, later: Sequence[Unit], reading: Reading, *, either: bool = False) -> list[Unit]:
    """Return the sentences whose places count together just as many as a figure; [] where they do not; ``either``: of both sides."""
    number = toll.count.best or 0
    for start in range(len(later)):
        found: list[Unit] = []
        together = counting = 0
        for unit in later[start:]:
            pieces = _pieces(unit, reading)
            own = [piece.count(toll, either=either) for piece in pieces]
            if not any(own):
                if not found:
                    break
                continue
            if together + sum(own) > number or not _stand_apart(pieces, unit, either=either) or not _may_be_part(whole, unit):
                break
            found.append(unit)
            together += sum(own)
            counting += sum(count > 0 for count in own)
            if together < number and counting > 1 and _of_the_whole(found[0]) and _gives_rest(later, unit):
                return _anchored(whole, found)
            if together == number:
                if counting > 2 or (counting == 2 and number >= SURE) or len(found) < counting:
                    return _anchored(whole, found)
                break
    return []


_OF = frozenset(
    "them these those whom victims dead killed casualties fatalities injured wounded arrested detained missing abducted".split()
)
_REST = frozenset("others rest remaining remainder".split())


def _of_the_whole(unit: Unit) -> bool:
    """Say whether figures are said to be of those counted before: "five of the victims", "of these, 14 …", "among the dead, six …"."""
    lows = [word.low for word in unit.words]
    for at, low in enumerate(lows[:-1]):
        following = lows[at + 2] if lows[at + 1] in {"the", "all"} and at + 2 < len(lows) else lows[at + 1]
        if low in {"of", "among"} and following in _OF:
            return True
    return "of_them" in lows


def _gives_rest(later: Sequence[Unit], last: Unit) -> bool:
    """Say whether the next sentence tells of the rest, or none goes on with the list: "The others died in villages"."""
    position = next(at for at, unit in enumerate(later) if unit is last)
    behind = later[position + 1] if position + 1 < len(later) else None
    if behind is None or behind.paragraph != last.paragraph:
        return True
    return any(word.low in _REST for h in behind.told for word in h.words[:3])


def _stand_apart(pieces: Sequence[Piece], unit: Unit, *, either: bool = False) -> bool:
    """Say whether every figure is of a place: one that is named, or that of an entry; in plain sentences figures say what they count."""
    if unit.told[0].entry and len(pieces) == 1:
        return True
    plain = len(pieces) == 1 and not unit.told[0].entry
    if plain and (either or any(figure.toll is None and not figure.alone for piece in pieces for figure in piece.figures)):
        return False
    return all(piece.placed for piece in pieces)


def _anchored(whole: Happening, found: list[Unit]) -> list[Unit]:
    """Return the sentences if what they split up is not tied to one spot, or if one of them lists places right behind it."""
    if not is_pin(whole.site):
        return found
    near = not whole.entry and len(found[0].pieces) > 1 and not found[0].told[0].entry and found[0].paragraph - whole.paragraph <= 1
    return found if near else []


def _may_be_part(whole: Happening, unit: Unit) -> bool:
    """Say whether a sentence is of the days of the whole, and tells of nothing apart from it."""
    if whole.entry and not several(whole) and any(h.entry and h.level <= whole.level for h in unit.told):
        return False  # the next entry of the same list
    if any(
        (h.recalled and not unit.told[0].entry) or h.total or h.covers_all or h.marker is Marker.APART or is_denied(h) for h in unit.told
    ):
        return False
    if any(toll.running for h in unit.told for toll in h.tolls):
        return False
    return all(
        may_hold(whole.date, h.date) or _in_week(whole.date, h.date) is not None or _of_those_days(whole.date, h.date)
        for h in unit.told
        if h.opens
    )


def _of_those_days(whole: DateMention | None, part: DateMention | None) -> bool:
    """Say whether both are told from the day of the report, and a part is of the week before: "this week" in a digest of the last."""
    if whole is None or part is None or whole.how != "relative" or part.how != "relative" or whole.end - whole.start < _DAY:
        return False
    return whole.start - 7 * _DAY <= part.start and part.end <= whole.end


def _in_week(whole: DateMention | None, part: DateMention | None) -> DateMention | None:
    """Return a day of the week that a whole is told of: "on Tuesday" behind "last week" is that week's; None for others."""
    if (
        whole is None
        or part is None
        or part.how != "relative"
        or part.precision != "day"
        or not _WEEK <= whole.end - whole.start < 2 * _WEEK
    ):
        return None
    before = replace(part, start=part.start - timedelta(days=7), end=part.end - timedelta(days=7))
    return before if whole.start <= before.start and before.end <= whole.end and part.end > whole.end else None


_DAY = timedelta(days=1)
_WEEK = 6 * _DAY


def _pieces(unit: Unit, reading: Reading) -> list[Piece]:
    """Return the places with their figures of a sentence."""
    if unit.read or not unit.told:
        return unit.pieces
    unit.read = True
    toponyms = reading.toponyms_in(unit.span)
    if not (toponyms or unit.told[0].entry) or not any(word.number is not None for h in unit.told for word in h.words):
        return []
    unit.words = unit.told[0].words if len(unit.told) == 1 else words_of(reading.report.text, unit.span)
    taken = [toponym.span for toponym in toponyms] + [mention.span for mention in reading.dates_in(unit.span)]
    tolls = [toll for h in unit.told for toll in h.tolls]
    unit.pieces = pieces_of(unit.words, toponyms, figures_in(unit.words, tolls, taken))
    return unit.pieces


def _apart(unit: Unit, reading: Reading) -> Iterator[Happening]:
    """Yield what a sentence tells place by place."""
    counting = [h for h in unit.told if h.tolls] or [h for h in unit.told if h.opens] or unit.told
    when = next((h.date for h in unit.whole.told if h.date is not None), None) if unit.whole is not None else None
    if len(unit.pieces) == 1 and unit.main is None:
        for happening in unit.told:
            whole = happening is counting[0]
            date = _in_week(when, happening.date) or happening.date
            known = happening.tolls if unit.like is None else tuple(_sided(toll, unit.like) for toll in happening.tolls)
            own = tuple(toll for toll in _tolls(unit.pieces[0], unit) if whole and toll not in known)
            part = replace(happening, date=date, tolls=known + own, opens=happening.opens or whole)
            yield replace(part, share=True, whole=_MARKED) if whole else part
        return
    first = unit.told[0]
    if unit.main is not None:
        main = reading.read(0, unit.main, entry=first.entry)
        own = tuple(toll for h in unit.told for toll in h.tolls if unit.main.contains(toll.span))
        yield replace(
            main, date=main.date or first.date, tolls=own, opens=True, paragraph=first.paragraph, level=first.level, total=first.total
        )
    for piece in unit.pieces:
        read = reading.read(0, piece.span)
        tolls = tuple(_tolls(piece, unit))
        date = read.date if read.date is not None else first.date
        marked = -1 if unit.listed else _MARKED
        recalled = read.recalled or (unit.main is not None and first.recalled)
        yield replace(
            read, date=date, tolls=tolls, recalled=recalled, opens=True, share=not unit.listed, whole=marked, paragraph=first.paragraph,
            entry=first.entry or unit.listed, level=first.level, marker=Marker.NONE, umbrella=False, covers_all=False,
        )  # fmt: skip


def _sided(toll: Toll, like: Toll) -> Toll:
    """Let people of whom nothing is said be of the side that the whole counts: "three more" of 16 rebels."""
    of_whole = like.attackers and toll.effect is like.effect and toll.head in GENERIC
    return replace(toll, attackers=True) if of_whole else toll


def _tolls(piece: Piece, unit: Unit) -> Iterator[Toll]:
    """Yield the figures of one place; a bare one counts what the whole does."""
    told = any(figure.toll is not None and unit.like is not None and figure.toll.effect is unit.like.effect for figure in piece.figures)
    for figure in piece.figures:
        like = figure.like or (unit.like if not told else None)
        if figure.toll is not None:
            yield figure.toll if unit.like is None else _sided(figure.toll, unit.like)
        elif like is not None:
            word = unit.words[figure.position]
            count = Count(figure.number, figure.number, figure.number)
            yield Toll(like.effect, count, word.span, word.span, "", attackers=like.attackers)
