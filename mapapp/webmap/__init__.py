"""The stand-alone HTML map: made with folium, offline, proof against the words it shows.

Importing this package imports folium; import it late.
"""

from mapapp.webmap.safe import safe_text
from mapapp.webmap.standalone import html_map, notebook_html

__all__ = ["html_map", "notebook_html", "safe_text"]
