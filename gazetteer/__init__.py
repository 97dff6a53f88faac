"""The world: what places exist, what they are called, where borders run. Usable without the rest of mapapp.

>>> from gazetteer import open_gazetteer
>>> open_gazetteer().lookup("Aktobe")[0].country
'KZ'
"""

from gazetteer.coordinates import LatLon
from gazetteer.index import Gazetteer, Match, open_gazetteer
from gazetteer.place import Kind, Place

__all__ = ["Gazetteer", "Kind", "LatLon", "Match", "Place", "open_gazetteer"]
