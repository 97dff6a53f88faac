"""Order a division or region behind the town or division that bears the same name: whom a reader means by the bare name."""

from __future__ import annotations

from collections.abc import Sequence

from gazetteer.build.record import Record
from gazetteer.generic_words import stems
from gazetteer.name_table import ALIAS, NAME, PENALTY
from gazetteer.names import fold
from gazetteer.prominence import SCALE, Scale
from gazetteer.record_table import PROMINENCE_UNIT


def put_behind_seat(division: Record, towns: Sequence[Record], *, scale: Scale = SCALE) -> Record | None:
    """Put a division behind the town it is named after, and return that town.

    Kherson the city comes before Kherson the oblast, but not the little town of Sinaloa before its state: the namesake must be one of the
    largest towns of the division. Where the division's usual name needs its type word ("Sverdlovsk Oblast"), the bare name means the
    largest town even if that has been renamed.
    """
    if not towns:
        return None
    largest = max(towns, key=_size)
    keys = {fold(name) for name, how in division.names.items() if how <= ALIAS}
    bare = {stem for stem, _ in stems(fold(division.name))}
    seat = max((town for town in towns if fold(town.name) in keys), key=_size, default=None)
    if seat is None or seat.population < scale.seat_share * largest.population:
        old_names = bare & {fold(name) for name in largest.names}
        if not old_names:
            return None
        seat = largest
        for name in old_names:
            seat.add_name(name, NAME)
    for name in list(seat.names):  # what both are mainly called means the town
        if fold(name) in bare | {fold(division.name)}:
            seat.add_name(name, NAME)
    for name, how in division.names.items():  # other spellings of the one are other spellings of the other
        if how <= ALIAS and name.isascii() and not stems(fold(name)):
            seat.add_name(name, ALIAS)
    division.prominence = min(division.prominence, seat.prominence - scale.behind_seat)
    return seat


def put_behind_divisions(area: Record, namesakes: Sequence[Record], *, scale: Scale = SCALE) -> None:
    """Put a region or a country of the past behind the first-level divisions that bear its name in every country it lies in.

    Tibet is the region of today before it is the state of 1912; Punjab means one of two provinces, Balochistan more than the province.
    """
    covered = {country for division in namesakes for country in division.countries}
    if not area.countries or not covered.issuperset(area.countries):
        return
    key = fold(area.name)
    for division in namesakes:
        how = min(how for name, how in division.names.items() if fold(name) == key)
        area.prominence = min(area.prominence, division.prominence - PENALTY[how] / PROMINENCE_UNIT - scale.behind_seat)


def _size(town: Record) -> tuple[int, int]:
    return town.population, -town.geonameid
