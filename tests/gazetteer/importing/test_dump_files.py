"""Files of a dump: what they hold is seen from their columns; zip files are streamed, damaged ones told."""

from __future__ import annotations

import random
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from gazetteer.errors import ListUnreadable
from gazetteer.importing import dump_files, import_geonames
from gazetteer.importing.dump_files import Holds, find_dump_files, is_dump
from gazetteer.layers import Layer, installed
from tests.gazetteer.importing.dumps import FIRST_ID, REAL, alternate, needs_real_dumps, row, write

Bring = Callable[..., Layer]

PLACES = row() + row("Second", id=FIRST_ID + 1)
HIERARCHY = "6295630\t6255146\tADM\n6255149\t0\tADM\n672027\t663875\t\n"
CODES = "KZ.04\tAqtöbe\tAqtobe\t610612\nKZ.05\tQaraghandy\tQaraghandy\t609655\n"
ALTERNATES = alternate("93105", language="post") * 3 + alternate("Testovo") + alternate("Тестово", language="")


def zipped(path: Path, members: dict[str, str | bytes]) -> Path:
    """Write a zip file, deflated."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


@pytest.mark.parametrize(
    ("content", "holds"),
    [
        (PLACES, Holds.PLACES),
        ("\ufeff" + PLACES, Holds.PLACES),
        (PLACES.replace("\tAsia/Aqtobe\t2024-05-06", ""), Holds.PLACES),
        (ALTERNATES, Holds.ALTERNATE_NAMES),
        ("\ufeff" + ALTERNATES, Holds.ALTERNATE_NAMES),
        (alternate("Testovo", columns=4), Holds.ALTERNATE_NAMES),
        (alternate("Testovo", columns=8), Holds.ALTERNATE_NAMES),
        (HIERARCHY, Holds.HIERARCHY),
        ("6295630\t6255146\n-1\t0\n", Holds.HIERARCHY),
        (CODES, Holds.ADMIN_CODES),
        ("# code\tname\n" + CODES.replace("\n", "\r\n"), Holds.ADMIN_CODES),
        ("odd line\n" + PLACES, Holds.PLACES),
    ],
)
def test_what_a_file_holds_is_seen_from_its_columns(content: str, holds: Holds, tmp_path: Path) -> None:
    """Whatever its name is."""
    paths = [write(tmp_path / "anything.dat", content), write(tmp_path / "places.txt", PLACES)]
    assert [holds] == [file.holds for file in find_dump_files(paths) if file.path == paths[0]]
    assert is_dump(paths[0])


@pytest.mark.parametrize(
    "content",
    [
        "", "\n\n", "name,lat,lon\nTestovo,50,57\n", "id\tname\tlat\tlon\n1\tTestovo\t50.5\t57.5\n",
        "id\tpeople\tname\tlat\tlon\n1\t20\tTestovo\t50.5\t57.5\n",
        "1\t20\tTestovo\t50\t57\n" * 9, '{"type": "FeatureCollection"}', "\x00\x01\x02", "just text\n" * 9,
    ],
)  # fmt: skip
def test_other_files_are_no_dump(content: str, tmp_path: Path) -> None:
    """Lists among them, even with numbers in their first columns; the message says what is expected."""
    path = write(tmp_path / "list.txt", content)
    assert not is_dump(path)
    with pytest.raises(ListUnreadable, match=r"list\.txt is no file of a GeoNames dump: those have 19 columns"):
        find_dump_files([path])


def test_places_come_first_whatever_the_order(tmp_path: Path) -> None:
    """Names need them there."""
    names = {"c.txt": HIERARCHY, "b.txt": ALTERNATES, "a.txt": CODES, "z.txt": PLACES}
    found = find_dump_files([write(tmp_path / name, content) for name, content in names.items()])
    assert [Holds.PLACES, Holds.ALTERNATE_NAMES, Holds.HIERARCHY, Holds.ADMIN_CODES] == [file.holds for file in found]


def test_a_dump_without_places_says_what_is_missing(tmp_path: Path) -> None:
    """Names alone lead nowhere."""
    with pytest.raises(ListUnreadable, match=r"alternateNamesV2\.txt: no places in there; give a country file"):
        find_dump_files([write(tmp_path / "alternateNamesV2.txt", ALTERNATES)])


def test_zip_files_are_read_like_what_is_in_them(tmp_path: Path) -> None:
    """Several members, also in folders; explanations and what a Mac leaves beside them are passed over."""
    members = {
        "readme.txt": "explains", "export/README.TXT": "explains", "export/XX.txt": PLACES, "names/alternateNamesV2.txt": ALTERNATES,
        "iso-languagecodes.txt": "ISO 639-3\t",
        "__MACOSX/export/._XX.txt": "\x00\x05", "picture.png": "x", "h/hierarchy.TXT": HIERARCHY,
    }  # fmt: skip
    path = zipped(tmp_path / "XX.zip", members)
    found = find_dump_files([path])
    assert ["export/XX.txt", "names/alternateNamesV2.txt", "h/hierarchy.TXT"] == [file.member for file in found]
    assert ("XX.zip/export/XX.txt", len(PLACES.encode())) == (found[0].shown, found[0].size_bytes)
    layer = import_geonames([path], name="zipped", folder=tmp_path / "layers")
    plain = import_geonames(
        [write(tmp_path / name, content) for name, content in (("p.txt", PLACES), ("a.txt", ALTERNATES), ("h.txt", HIERARCHY))],
        name="plain", folder=tmp_path / "layers",
    )  # fmt: skip
    assert (layer.places, layer.names, layer.mended) == (plain.places, plain.names, plain.mended)
    assert all((layer.folder / name).read_bytes() == (plain.folder / name).read_bytes() for name in layer.files)


def test_a_bad_row_in_a_zip_file_is_told_with_its_member(tmp_path: Path) -> None:
    """Zip file, member, line."""
    layer = import_geonames([zipped(tmp_path / "XX.zip", {"XX.txt": PLACES + "bad\n"})], name="zipped", folder=tmp_path / "layers")
    assert "XX.zip/XX.txt\t3\t1 columns instead of 19" == (layer.folder / "left_out.tsv").read_text("utf-8").splitlines()[1]


def test_hostile_names_in_a_zip_file_go_nowhere(tmp_path: Path) -> None:
    """Nothing is unpacked to a path, and no line of the report is broken by them."""
    path = zipped(tmp_path / "XX.zip", {"../../up\n\tand\x1b[31m.txt": PLACES + "bad\n"})
    layer = import_geonames([path], name="zipped", folder=tmp_path / "layers")
    (line,) = (layer.folder / "left_out.tsv").read_text("utf-8").splitlines()[1:]
    assert "XX.zip/../../up??and?[31m.txt\t3\t1 columns instead of 19" == line
    assert ["XX.zip", "layers"] == sorted(path.name for path in tmp_path.iterdir())


@pytest.mark.parametrize("keep", [0.3, 0.7, 0.97])
def test_a_zip_file_cut_short_is_told(keep: float, tmp_path: Path) -> None:
    """It has lost its directory, which stands at the end."""
    path = zipped(tmp_path / "XX.zip", {"XX.txt": PLACES * 50})
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * keep)])
    assert is_dump(path)
    with pytest.raises(ListUnreadable, match=r"XX\.zip is a zip file that is cut short or damaged: download it again"):
        find_dump_files([path])


def test_a_zip_file_that_is_damaged_inside_leaves_the_old_state(tmp_path: Path) -> None:
    """Found while it is read; what was imported before stays, and no folder is left once the next import has run."""
    chance = random.Random(1)
    rows = [row(f"Place {chance.random()}", id=FIRST_ID + number, lat=chance.uniform(-80, 80)) for number in range(3_000)]
    path = zipped(tmp_path / "XX.zip", {"XX.txt": "".join(rows)})
    before = import_geonames([path], name="x", folder=tmp_path / "layers")
    content = bytearray(path.read_bytes())
    content[len(content) * 3 // 4] ^= 0xFF
    path.write_bytes(content)
    with pytest.raises(ListUnreadable, match=r"XX\.zip/XX\.txt is damaged behind line \d+ .*: download it again"):
        import_geonames([path], name="x", folder=tmp_path / "layers")
    assert (before,) == installed(tmp_path / "layers")


def test_damage_anywhere_in_a_zip_file_is_one_line_never_a_traceback(tmp_path: Path) -> None:
    """400 files with some bytes changed: they are read, or told as unreadable."""
    chance = random.Random(20)
    whole = zipped(tmp_path / "XX.zip", {"XX.txt": PLACES * 3, "readme.txt": "explains"}).read_bytes()
    told = 0
    for _ in range(400):
        content = bytearray(whole)
        for _ in range(chance.randrange(1, 4)):
            content[chance.randrange(len(content))] = chance.randrange(256)
        path = write(tmp_path / "damaged.zip", bytes(content))
        try:
            for file in find_dump_files([path]):
                list(file.pieces())
        except ListUnreadable as error:
            told += 1
            assert "\n" not in str(error)  # noqa: PT017 -- some are read, some are not
    assert 200 < told < 400


def test_a_zip_file_with_a_password_is_told(tmp_path: Path) -> None:
    """The flag in its directory says so."""
    path = zipped(tmp_path / "XX.zip", {"XX.txt": PLACES})
    content = bytearray(path.read_bytes())
    for signature, at in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        content[content.index(signature) + at] |= 1
    path.write_bytes(content)
    with pytest.raises(ListUnreadable, match=r"XX\.zip/XX\.txt is damaged \(.*password"):
        find_dump_files([path])


def test_a_zip_file_that_unpacks_to_too_much_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether in one member or in all together."""
    path = zipped(tmp_path / "XX.zip", {"a.txt": PLACES * 10, "b.txt": PLACES.replace("991", "992") * 10})
    monkeypatch.setattr(dump_files, "MAX_UNPACKED_BYTES", len(PLACES) * 15)
    with pytest.raises(ListUnreadable, match=r"XX\.zip unpacks to more than .* this is no dump"):
        find_dump_files([path])


def test_a_line_without_end_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Memory is not filled with it."""
    monkeypatch.setattr(dump_files, "PIECE_BYTES", 10_000)
    path = write(tmp_path / "XX.txt", PLACES + "x" * 1_100_000)
    with pytest.raises(ListUnreadable, match=r"XX\.txt: line \d is longer than a million characters"):
        import_geonames([path], name="x", folder=tmp_path / "layers")


@pytest.mark.parametrize("piece_bytes", [1, 7, 100, 1 << 20])
@pytest.mark.parametrize("ending", ["", "\n"])
def test_pieces_are_whole_lines_and_all_of_them(piece_bytes: int, ending: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the number of their first line."""
    monkeypatch.setattr(dump_files, "PIECE_BYTES", piece_bytes)
    content = (PLACES * 3).removesuffix("\n") + ending
    (file,) = find_dump_files([write(tmp_path / "XX.txt", content)])
    pieces = list(file.pieces())
    assert content.encode() == b"".join(piece for piece, _ in pieces)
    assert all(piece.endswith(b"\n") for piece, _ in pieces[:-1])
    assert [line for _, line in pieces] == [content.encode()[: content.encode().index(piece)].count(b"\n") + 1 for piece, _ in pieces][
        :1
    ] + [1 + sum(before.count(b"\n") for before, _ in pieces[:at]) for at in range(1, len(pieces))]


@needs_real_dumps
def test_what_real_files_hold_is_seen() -> None:
    """Of all that belong to a dump; tables of countries, features and time zones are none."""
    kinds = {
        "AD.txt": Holds.PLACES, "AG.txt": Holds.PLACES, "GB_sample_no_trailing_columns.txt": Holds.PLACES,
        "geonames_sample.txt": Holds.PLACES,
        "admin1CodesASCII.txt": Holds.ADMIN_CODES, "admin2Codes.txt": Holds.ADMIN_CODES, "hierarchy_sample.txt": Holds.HIERARCHY,
        "alternateNamesV2_sample.txt": Holds.ALTERNATE_NAMES, "alternateNames_sample.txt": Holds.ALTERNATE_NAMES,
    }  # fmt: skip
    assert kinds == {file.path.name: file.holds for file in find_dump_files([REAL / name for name in kinds])}
    assert not any(
        is_dump(REAL / name) for name in ("countryInfo.txt", "featureCodes.txt", "timeZones.txt", "readme.txt", "userTags_sample.txt")
    )
