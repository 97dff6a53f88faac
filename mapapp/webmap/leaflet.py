"""Leaflet 1.9.4, read from the package that carries its files and checked against their digests."""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache
from importlib.resources import files

from gazetteer.errors import DataDamaged

DIGESTS = {
    "leaflet.js": "db49d009c841f5ca34a888c96511ae936fd9f5533e90d8b2c4d57596f4e5641a",
    "leaflet.css": "a7837102824184820dfa198d1ebcd109ff6d0ff9a2672a074b9a1b4d147d04c6",
}
"""SHA-256 of the files as npm has them in leaflet@1.9.4."""

_PICTURES = re.compile(r"url\([^)]*\)")


@lru_cache(maxsize=1)
def leaflet_script() -> str:
    """Return leaflet.js.

    Raises
    ------
    DataDamaged
        If it is not Leaflet 1.9.4 to the byte.
    """
    # The comment that points to a source map would make developer tools ask for a file that is not there.
    return _checked("leaflet.js").replace("//# sourceMappingURL=leaflet.js.map", "").strip()


@lru_cache(maxsize=1)
def leaflet_style() -> str:
    """Return leaflet.css without its pictures: we use none of them, and a page that stands alone must not look for files.

    Raises
    ------
    DataDamaged
        If it is not Leaflet 1.9.4 to the byte.
    """
    return _PICTURES.sub("none", _checked("leaflet.css"))


def _checked(name: str) -> str:
    data = files("js_lib_leaflet").joinpath("static", "js_lib_leaflet", name).read_bytes()
    if hashlib.sha256(data).hexdigest() != DIGESTS[name]:
        msg = f"{name} of the package django-js-lib-leaflet is not Leaflet 1.9.4: install django-js-lib-leaflet==1.9.4.1 again"
        raise DataDamaged(msg)
    return data.decode()
