"""Bring places of one's own: GeoNames dumps and lists become layers beside the gazetteer (docs/gazetteer.md)."""

from gazetteer.importing.geonames import import_geonames
from gazetteer.importing.listed_place import ListedPlace
from gazetteer.importing.making import Labels, Progress
from gazetteer.importing.own_lists import Imported, Reading, import_list
from gazetteer.importing.single_places import MY_PLACES, add_place, added_places, place_id_of, remove_place

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
