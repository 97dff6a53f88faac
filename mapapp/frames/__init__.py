"""Tables: geocode a column of a pandas frame, or check the claims in a column of texts, in one call.

>>> import pandas as pd
>>> geocode_column(pd.DataFrame({"town": ["Aktobe"]}), "town", progress=False)["country"][0]
'KZ'
"""

from mapapp.frames.checking import check_column
from mapapp.frames.geocoding import geocode_column

__all__ = ["check_column", "geocode_column"]
