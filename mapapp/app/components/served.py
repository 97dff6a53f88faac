"""Files for the browser that are served in place by this server: Leaflet from its package, the background map from the gazetteer.

Streamlit's file server for version 1 components is used as just that: it serves a folder with the right types and compression, and nothing
is copied into the installed package. What is served here is public data; reports never are.
"""

from __future__ import annotations

import atexit
import hashlib
import json
import shutil
import tempfile
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from streamlit.components.v1 import declare_component

from gazetteer.basemap import LEVELS, basemap_bytes
from mapapp.app.place_names import background_names

NOTICES = [
    {"text": "© OpenStreetMap contributors", "url": "https://www.openstreetmap.org/copyright"},
    {"text": "GeoNames, CC BY 4.0", "url": "https://www.geonames.org"},
]
"""Stands on the map whenever it is shown: ODbL 4.3 for borders and coasts, CC BY 4.0 section 3 for places."""


@lru_cache(maxsize=1)
def leaflet_url() -> str:
    """Return the address of Leaflet's files, relative to the page."""
    folder = str(files("js_lib_leaflet").joinpath("static", "js_lib_leaflet"))
    return f"component/{declare_component('leaflet', path=folder).name}"


@lru_cache(maxsize=1)
def background_urls() -> dict[str, str]:
    """Return the addresses of the two levels of land and borders and of the place names, relative to the page.

    They are written once per server into a folder of its own, which goes when the server ends. The digest in each name lets browsers
    keep a file as long as it is the same.
    """
    folder = Path(tempfile.mkdtemp(prefix="mapapp-background-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    address = f"component/{declare_component('background', path=str(folder)).name}"
    contents = {level: basemap_bytes(level) for level in LEVELS}
    contents["names"] = json.dumps(background_names(), separators=(",", ":"), ensure_ascii=False).encode()
    return {name: f"{address}/{_written(folder, name, content)}" for name, content in contents.items()}


def _written(folder: Path, name: str, content: bytes) -> str:
    """Write the content and return the file's name."""
    file_name = f"{name}-{hashlib.sha256(content).hexdigest()[:12]}.json"
    (folder / file_name).write_bytes(content)
    return file_name
