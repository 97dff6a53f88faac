"""Places that are added one by one, to a list that is kept beside those made from files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gazetteer.coordinates import LatLon
from gazetteer.errors import DataDamaged, ListUnreadable, UnknownLayer
from gazetteer.importing.draft import Draft
from gazetteer.importing.listed_place import ListedPlace, Problems
from gazetteer.importing.lists import ReadList
from gazetteer.importing.making import SINGLE_PLACES_FILE, Description, Labels, Progress, make_layer
from gazetteer.importing.own_lists import fill_list, own_id
from gazetteer.layers import Layer, find_layer, remove
from gazetteer.names import fold
from gazetteer.place import Kind

if TYPE_CHECKING:
    from gazetteer.index import Gazetteer

MY_PLACES = "my-places"
"""The list to which single places are added."""


def add_place(place: ListedPlace, *, gazetteer: Gazetteer, name: str = MY_PLACES, folder: Path | None = None) -> Layer:
    """Add a place to a list of single places, or put it in place of the one of that name and position.

    Parameters
    ----------
    place
        The place.
    gazetteer
        Where its country is looked up.
    name
        The list; made where there is none.
    folder
        Where the layers are.

    Raises
    ------
    ListUnreadable
        If the name has no letter or digit, or the list was made from a file.
    DataDamaged
        If the places added so far cannot be read.
    LayerBusy
        If an import is running.
    """
    if not fold(place.name):
        raise ListUnreadable("the name has no letter or digit: write it as reports do")
    if any(_is_no_text(text) for text in (place.name, place.note, *place.aliases)):
        msg = f"the texts of {place.name!a} are not in UTF-8: write them with a keyboard or paste them as text"
        raise ListUnreadable(msg)

    def changed(before: list[ListedPlace]) -> list[ListedPlace]:
        return [*(other for other in before if own_id(other) != own_id(place)), place]

    return _renewed(changed, gazetteer=gazetteer, name=name, folder=folder)


def added_places(name: str = MY_PLACES, folder: Path | None = None) -> dict[str, ListedPlace]:
    """Return the single places that were added to a list, by their place ids, in the order in which they were added."""
    there = find_layer(name, folder)
    if there is None or SINGLE_PLACES_FILE not in there.files:
        return {}
    return {place_id_of(place, name): place for place in _kept(there)}


def place_id_of(place: ListedPlace, name: str = MY_PLACES) -> str:
    """Return the id by which the gazetteer knows a place that was added to a list."""
    return f"{name}:{own_id(place)}"


def remove_place(place_id: str, *, gazetteer: Gazetteer, folder: Path | None = None) -> Layer | None:
    """Take a single place off its list again; return the list, or None if it was its last place: then the list goes, too.

    Parameters
    ----------
    place_id
        The place, as :func:`added_places` names it.
    gazetteer
        Where the countries of the others are looked up.
    folder
        Where the layers are.

    Raises
    ------
    UnknownLayer
        If there is no such place.
    LayerBusy
        If an import is running.
    """
    name = place_id.partition(":")[0]

    def changed(before: list[ListedPlace]) -> list[ListedPlace]:
        kept = [other for other in before if place_id_of(other, name) != place_id]
        if len(kept) == len(before):
            msg = f"there is no place {place_id!r} in a list of places added by hand"
            raise UnknownLayer(msg)
        if not kept:
            raise _NothingLeft
        return kept

    try:
        return _renewed(changed, gazetteer=gazetteer, name=name, folder=folder)
    except _NothingLeft:
        remove(name, folder)
        return None


class _NothingLeft(Exception):
    """Raise when a list would be empty: there are no such layers."""


def _renewed(changed: Callable[[list[ListedPlace]], list[ListedPlace]], *, gazetteer: Gazetteer, name: str, folder: Path | None) -> Layer:
    """Write a list of single places anew; ``changed`` is given its places while no other import can change them."""
    read = ReadList(places=[], problems=Problems(), columns={})

    def fill(draft: Draft) -> str:
        there = find_layer(name, folder)
        if there is not None and SINGLE_PLACES_FILE not in there.files:
            msg = f"the layer {name!r} was made from a file: change that file and import it again, or choose another list"
            raise ListUnreadable(msg)
        read.places.extend(changed([] if there is None else _kept(there)))
        fill_list(draft, read, gazetteer, wins=True)
        return ""

    described = Description(name=name, wins=True, labels=Labels(title="Places added by hand"), inputs=())
    return make_layer(
        described, fill, read.problems, folder=folder, progress=Progress(), own_files={SINGLE_PLACES_FILE: lambda: _written(read)}
    )


def _kept(layer: Layer) -> list[ListedPlace]:
    """Return the places that were added so far."""
    import orjson

    path = layer.folder / SINGLE_PLACES_FILE
    try:
        return [_place_of(orjson.loads(line)) for line in path.read_bytes().splitlines()]
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        msg = f"the places of {layer.name!r} are damaged ({path}): `mapapp gazetteer remove {layer.name}`, then add them again"
        raise DataDamaged(msg) from error


def _place_of(values: dict[str, Any]) -> ListedPlace:
    lat, lon = values.pop("position")
    kind = values.pop("kind")
    values["aliases"] = tuple(values["aliases"])
    return ListedPlace(position=LatLon(lat, lon), kind=None if kind is None else Kind(kind), **values)


def _is_no_text(text: str) -> bool:
    """Say whether a text came from bytes that are no UTF-8."""
    return any("\ud800" <= letter <= "\udfff" for letter in text)


def _written(read: ReadList) -> bytes:
    import orjson

    lines = []
    for place in read.places:
        values: dict[str, Any] = {field: getattr(place, field) for field in ListedPlace.__slots__}
        values |= {"position": (place.position.lat, place.position.lon), "kind": None if place.kind is None else str(place.kind)}
        lines.append(orjson.dumps(values, option=orjson.OPT_APPEND_NEWLINE))
    return b"".join(lines)
