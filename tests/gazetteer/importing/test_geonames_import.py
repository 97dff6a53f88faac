"""Importing GeoNames dumps: work that is shared out, what is told of it, and what is kept of the files."""

from __future__ import annotations

import hashlib
import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from gazetteer import Gazetteer, LatLon
from gazetteer.errors import ListUnreadable
from gazetteer.geodesy import distance_km
from gazetteer.importing import Labels, dump_files, geonames, import_geonames
from gazetteer.layers import Layer, installed
from tests.gazetteer.importing.dumps import FIRST_ID, Heard, alternate, row, write

Bring = Callable[..., Layer]
Open = Callable[[], Gazetteer]


def files_of(layer: Layer) -> dict[str, bytes]:
    """Return the bytes of all files of a layer."""
    return {path.name: path.read_bytes() for path in sorted(layer.folder.iterdir())}


def many_rows(count: int = 3_000) -> list[str]:
    """Return rows of many kinds, some of them bad or double."""
    chance = random.Random(7)
    features = ["P.PPL", "P.PPLX", "A.ADM2", "H.STM", "S.SCH", "T.MT", "L.RGN", "."]
    rows = []
    for number in range(count):
        name = "".join(chance.choices(["qa", "ra", "tö", "be", "al-", "shi", "ng", "Ки", "сло"], k=3)).title()
        if number % 97 == 96:
            rows.append("no row\n")
        rows.append(
            row(
                name, id=FIRST_ID + number - (number % 89 == 88), alternates=f"{name}abad,{name} Eski", feature=chance.choice(features),
                lat=round(chance.uniform(-60, 70), 5), lon=round(chance.uniform(-179, 179), 5),
                population=chance.choice([0, 50, 2_500, ""]),
                admin1=chance.choice(["00", "01", "02"]), admin2=chance.choice(["", "11", "12"]), country=chance.choice(["KZ", "RU", ""]),
            )
        )  # fmt: skip
    return rows


def test_two_workers_give_the_same_bytes_as_one_process_and_the_same_input_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In many pieces, with alternate names."""
    monkeypatch.setattr(dump_files, "PIECE_BYTES", 20_000)
    places = write(tmp_path / "XX.txt", many_rows())
    names = write(
        tmp_path / "alternateNamesV2.txt", [alternate(f"Name {number % 700}", of=FIRST_ID + number % 3_100) for number in range(5_000)]
    )
    made = [import_geonames([places, names], name="same", folder=tmp_path / str(workers), workers=workers) for workers in (1, 2)]
    made.append(import_geonames([names, places], name="same", folder=tmp_path / "again"))
    assert files_of(made[0]) == files_of(made[1]) == files_of(made[2])
    assert made[0].mended == made[1].mended
    assert 30 == made[0].left_out


def test_a_worker_that_dies_leaves_the_old_state_and_one_line(bring: Bring, layers: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As where memory runs out."""
    before = bring(row())
    monkeypatch.setattr(geonames, "read_places", _die)
    with pytest.raises(ListUnreadable, match="want of memory"):
        bring(row(), workers=2)
    assert (before,) == installed(layers)


def _die(raw: bytes, first_line: int, *, with_alternates: bool) -> None:
    os._exit(9)


def test_progress_hears_every_stage_and_byte(bring: Bring, tmp_path: Path) -> None:
    """Every file with its size."""
    heard = Heard()
    bring(row(), files={"alternateNamesV2.txt": alternate("Other")}, progress=heard)
    sizes = [(path.name, path.stat().st_size) for path in (tmp_path / "XX.txt", tmp_path / "alternateNamesV2.txt")]
    assert [(f"reading {name}", size) for name, size in sizes] == heard.stages[:2]
    assert sum(size for _, size in sizes) == heard.bytes_done
    assert "checking digests of the files read" == heard.stages[-1][0]


def test_licence_and_vintage_are_those_of_geonames_unless_told_otherwise(bring: Bring, opened: Open) -> None:
    """Carried to the sources that maps and exports name."""
    bring(row() + row("Later", id=FIRST_ID + 1, changed="2024-05-07") + row("Odd", id=FIRST_ID + 2, changed="yesterday"))
    (source,) = [source for source in opened().sources if source.name == "dump"]
    assert ("CC-BY-4.0", "2024-05-07", "2024-05-07", "GeoNames: XX.txt") == (source.licence, source.vintage, source.version, source.title)
    assert "geonames.org" in source.attribution
    bring(row(), labels=Labels(title="Ours", licence="ODbL-1.0", attribution="© us", url="https://example.org/", vintage="2026"))
    (source,) = [source for source in opened().sources if source.name == "dump"]
    assert ("Ours", "ODbL-1.0", "© us", "https://example.org/", "2026") == (
        source.title, source.licence, source.attribution, source.url, source.vintage,
    )  # fmt: skip


def test_a_layer_keeps_the_digests_of_its_files(bring: Bring, tmp_path: Path) -> None:
    """SHA-256, as `sha256sum` prints it."""
    layer = bring(row())
    assert (("XX.txt", hashlib.sha256((tmp_path / "XX.txt").read_bytes()).hexdigest()),) == layer.inputs
    assert {path.name: path.stat().st_size for path in layer.folder.iterdir()} == layer.files


def test_file_names_that_are_no_text_are_no_obstacle(layers: Path, tmp_path: Path) -> None:
    """Bytes that are no UTF-8, line breaks, tabs."""
    path = tmp_path / os.fsdecode(b"K\xffZ\n\t.txt")
    layer = import_geonames([write(path, row() + "bad\n")], name="odd", folder=layers)
    assert ("K?Z\n\t.txt", 1) == (layer.inputs[0][0], layer.left_out)
    assert "K?Z??.txt\t2\t1 columns instead of 19" == (layer.folder / "left_out.tsv").read_text("utf-8").splitlines()[1]


def test_what_is_near_is_measured(bring: Bring, opened: Open) -> None:
    """A layer's village is the nearest populated place where it is; its lake is none."""
    bring(row("Lone Lake", feature="H.LK", lat=46.0, lon=70.0) + row("Lone Village", id=FIRST_ID + 1, lat=46.01, lon=70.0))
    place = opened().nearest(LatLon(46.0, 70.0))
    assert ("Lone Village", True) == (place.name, distance_km(place.position, LatLon(46.0, 70.0)) < 1.2)
