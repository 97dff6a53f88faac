"""Make ``data/borders/borders.bin`` from the npm packages @geo-maps/countries-coastline-10m and earth-coastlines-10m.

Run ``python -m gazetteer.build borders``. Needs npm and a network; some 2 minutes and 4 GB of memory. The same upstream file and table of
disputes give the same bytes. The steps: :mod:`~gazetteer.build.border_faces`, :mod:`~gazetteer.build.border_units`,
:mod:`~gazetteer.build.border_lines`, :mod:`~gazetteer.build.border_pack`; the recipe in words is ``data/borders/RECIPE.md``.
"""

from __future__ import annotations

import sys
from pathlib import Path

from gazetteer.borders import FILE_NAME
from gazetteer.build.border_ground import COASTLINES, OUTLINES, PACKAGE_VERSION, SHA256, VINTAGE, make_ground
from gazetteer.build.border_lines import make_lines, simplified
from gazetteer.build.border_pack import pack

SOURCE = f"""\
[source.borders]
title = "Borders and coasts: geo-maps countries-coastline-10m, made from OpenStreetMap; mended and thinned out (borders/RECIPE.md)"
version = "{PACKAGE_VERSION}"
licence = "ODbL-1.0"
vintage = "{VINTAGE}"
attribution = "© OpenStreetMap contributors"
url = "https://www.openstreetmap.org/copyright"
upstream = "npm {OUTLINES} and {COASTLINES} {PACKAGE_VERSION}"
upstream_sha256 = {{ "{OUTLINES}" = "{SHA256[OUTLINES]}", "{COASTLINES}" = "{SHA256[COASTLINES]}" }}
"""
"""What ``SOURCES.toml`` says about these data; left in the work folder for :mod:`gazetteer.build.sources`."""


def build(target: Path, work: Path) -> None:
    """Write ``borders/borders.bin`` in the data folder ``target``, which must hold ``handkept/disputes.csv``; ``work`` keeps downloads."""
    ground = make_ground(target, work)
    lines = [(line.left, line.right, simplified(line)) for line in make_lines(ground.faces, ground.units)]
    (target / "borders").mkdir(parents=True, exist_ok=True)
    (target / "borders" / FILE_NAME).write_bytes(pack(lines, version=f"geo-maps {PACKAGE_VERSION}", vintage=VINTAGE))
    (work / "sources-borders.toml").write_text(SOURCE, encoding="utf-8")


if __name__ == "__main__":
    build(Path(sys.argv[1]), Path(sys.argv[2]))
