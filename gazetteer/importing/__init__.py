"""Bring places of one's own: GeoNames dumps and lists become layers beside the gazetteer (docs/gazetteer.md)."""

from gazetteer.importing.geonames import import_geonames
from gazetteer.importing.listed_place import ListedPlace
from gazetteer.importing.making import Labels, Progress
from gazetteer.importing.own_lists import MY_PLACES, Imported, Reading, add_place, added_places, import_list, place_id_of, remove_place

__all__ = [
    "MY_PLACES",
    "Imported",
    "Labels",
    "ListedPlace",
    "Progress",
    "Reading",
    "add_place",
    "added_places",
    "import_geonames",
    "import_list",
    "place_id_of",
    "remove_place",
]
