"""Write what was found for GIS tools and spreadsheets.

>>> from mapapp.export import write
>>> write([dossier], "incidents.geojson")  # doctest: +SKIP
"""

from mapapp.export.geojson import feature_collection, to_bytes
from mapapp.export.writing import write

__all__ = ["feature_collection", "to_bytes", "write"]
