"""Similar names: one slip of the pen, and the many ways to write one town in Latin letters (variants.csv)."""

from __future__ import annotations

import csv
import random
import string
from functools import cache
from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from gazetteer import Gazetteer, store
from gazetteer.columns import ColumnFile, write_columns
from gazetteer.errors import DataDamaged, DataMissing
from gazetteer.fuzzy import FuzzyNames, Near
from gazetteer.importing.name_index import NameIndex, build_name_index
from gazetteer.importing.sounds import write_sounds
from gazetteer.name_table import NameTable
from gazetteer.names import fold
from gazetteer.sound_keys import sound_key
from gazetteer.spelling_costs import spelling_distance

VARIANTS = Path(__file__).with_name("variants.csv")
FIRST, WITHIN_FIVE = 0.9, 0.95
SEED = 20160614
SAMPLE = 2000
LETTERS = string.ascii_lowercase
LATIN = st.text(alphabet="acehjkostu ", max_size=12)


@pytest.fixture(scope="module")
def names(gazetteer: Gazetteer) -> FuzzyNames:
    """Open the index of the shipped names."""
    return FuzzyNames(gazetteer._search.names.base, gazetteer._data / store.SOUNDS_FILE)


def wrong(name: str, numbers: random.Random) -> str:
    """Return a folded name with one letter dropped, added, replaced or swapped with the next."""
    while True:
        at, letter = numbers.randrange(len(name)), numbers.choice(LETTERS)
        made = numbers.choice(
            [
                name[:at] + name[at + 1 :],
                name[:at] + letter + name[at:],
                name[:at] + letter + name[at + 1 :],
                name[:at] + name[at + 1 : at + 2] + name[at] + name[at + 2 :],
            ]
        )
        if fold(made) != name:
            return fold(made)


@cache
def plain_edits(one: str, other: str) -> int:
    """Return the edits between two texts by the definition, the slow way."""
    if not one or not other:
        return len(one) + len(other)
    if one[0] == other[0]:
        return plain_edits(one[1:], other[1:])
    return 1 + min(plain_edits(one[1:], other), plain_edits(one, other[1:]), plain_edits(one[1:], other[1:]))


# The shipped names ----------------------------------------------------------------------------------------------------------------------


def test_nine_of_ten_transliterations_are_right_as_the_first_answer(gazetteer: Gazetteer) -> None:
    """By look-up and similar names together; the message gives the shares before and after, and every miss."""
    with VARIANTS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    before, first, within, missed = 0, 0, 0, []
    for row in rows:
        expected = {place.place_id for place in gazetteer.lookup(row["expected name"]) if row["country"] in place.countries}
        found = [place.place_id for place in gazetteer.lookup(row["variant"])]
        before += bool(expected & set(found[:1]))
        found = list(dict.fromkeys([*found, *(match.place.place_id for match in gazetteer.similar(row["variant"]))]))
        first += bool(expected & set(found[:1]))
        within += bool(expected & set(found[:5]))
        if not expected & set(found[:1]):
            missed.append(row["variant"])
    print(f"{len(rows)} variants: first {before} by look-up alone, {first} with similar names, {within} within five; missed: {missed}")
    assert len(rows) >= 150
    assert first / len(rows) >= FIRST, missed
    assert within / len(rows) >= WITHIN_FIVE, missed


@pytest.mark.parametrize(
    ("written", "name", "country"),
    [
        ("Aktobbe", "Aktobe", "KZ"),
        ("Kandahaar", "Kandahār", "AF"),
        ("Mogadichu", "Mogadishu", "SO"),
        ("Kharkhiv", "Kharkiv", "UA"),
        ("Ouagadugu", "Ouagadougou", "BF"),
        ("Jalalabaad", "Jalālābād", "AF"),
        ("Харькоов", "Kharkiv", "UA"),
        ("قندهاار", "Kandahār", "AF"),
    ],
)
def test_a_misspelt_town_is_the_first_similar_one(gazetteer: Gazetteer, written: str, name: str, country: str) -> None:
    """The most prominent of the nearest, in any of the scripts reports use."""
    first = gazetteer.similar(written)[0]
    assert (first.how, fold(first.place.name), country in first.place.countries) == ("fuzzy", fold(name), True)


def test_names_with_one_wrong_letter_are_found(gazetteer: Gazetteer, names: FuzzyNames) -> None:
    """A seeded sample of the shipped names of six letters or more."""
    numbers = random.Random(SEED)
    sample = numbers.sample([key for key in gazetteer._search.names.base if key.isascii() and 6 <= len(key) <= 40], SAMPLE)
    found = sum(name in [near.key for near in names.near(wrong(name, numbers))] for name in sample)
    print(f"one wrong letter: {found} of {SAMPLE} among the twenty nearest")
    assert found / SAMPLE >= 0.97


def test_long_names_with_two_wrong_letters_are_found_more_often_than_not(gazetteer: Gazetteer, names: FuzzyNames) -> None:
    """Names of ten letters or more that the index of sounds holds: towns of some thousand people."""
    numbers, places = random.Random(SEED), gazetteer._places
    known = (key for key in gazetteer._search.names.base if key.isascii() and 10 <= len(key) <= 40)
    kept = [key for key in known if max(places.prominence(row) for row, _ in gazetteer._search.names.base.find(key)) >= 3500]
    sample = numbers.sample(kept, 500)
    found = sum(name in [near.key for near in names.near(wrong(wrong(name, numbers), numbers))] for name in sample)
    print(f"two wrong letters: {found} of 500")
    assert found / 500 >= 0.5


def test_few_common_words_look_like_a_known_town(gazetteer: Gazetteer) -> None:
    """Most words are a letter away from some village; what counts is how few come back as if they meant a place."""
    words = (gazetteer._data / "words" / "common_words.txt").read_text("utf-8").split()
    sample = random.Random(SEED).sample([word for word in words if len(word) >= 4 and not gazetteer.knows(word)], 1000)
    best = [gazetteer.similar(word, limit=1) for word in sample]
    some = sum(map(bool, best))
    likely = [(word, match[0].place.name) for word, match in zip(sample, best, strict=True) if match and match[0].prominence > 2]
    print(f"common words: {some} of 1000 have a similar name, {len(likely)} one of prominence over 2: {likely[:20]}")
    assert len(likely) / 1000 <= 0.03, likely


def test_answers_are_in_order_and_repeat_themselves(gazetteer: Gazetteer) -> None:
    """Best first, no place twice, the same again, and a shorter list is the start of the longer one."""
    matches = gazetteer.similar("Mogadichu", limit=50)
    assert [match.prominence for match in matches] == sorted((match.prominence for match in matches), reverse=True)
    assert len({match.place.place_id for match in matches}) == len(matches)
    assert gazetteer.similar("Mogadichu", limit=50) == matches
    assert gazetteer.similar("Mogadichu", limit=3) == matches[:3]


# Guards ---------------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["", "Ur", "Sar", "x" * 10_000, "…", "a" * 40, "al", "al el as", "第", "1" * 12])
def test_what_cannot_be_judged_has_no_similar_names(invented: Gazetteer, name: str) -> None:
    """Too short, too long, or nothing like a name."""
    assert invented.similar(name) == ()


def test_a_short_name_keeps_its_first_letter(invented: Gazetteer) -> None:
    """Sarm may be Sarn, Barn may not; Sarn and Zarn are a matter of transliteration."""
    assert [match.place.name for match in invented.similar("Sarm")][:1] == ["Sarn"]
    assert invented.similar("Barn") == ()


def test_a_similar_place_is_less_likely_the_further_its_name(invented: Gazetteer) -> None:
    """The penalty grows with the distance, and the look-up proper offers none of it."""
    (one,), (other,) = invented.similar("Hadaja"), invented.similar("Hadapa")
    assert (one.place.name, other.place.name) == ("Hadaya", "Hadaya")
    assert 5 - 0.5 - 2.5 > one.prominence > other.prominence == 5 - 0.5 - 2.5 - 3
    assert invented.lookup("Hadaja") == invented.candidates("Hadaja") == ()


def test_a_generic_word_narrows_the_kinds(gazetteer: Gazetteer, invented: Gazetteer) -> None:
    """There is a province like that, and no sea."""
    assert [str(match.place.kind) for match in gazetteer.similar("Aktobbe Region", limit=1)] == ["admin1"]
    assert [str(match.place.kind) for match in invented.similar("Saarn Province")] == ["admin1"]
    assert invented.similar("Saarn Sea") == ()


# Distances ------------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other", "most"),
    [
        ("kandahar", "qandahar", 0.2), ("bakhmut", "bahmut", 0.3), ("ghazni", "gazni", 0.3), ("tartus", "tartous", 0.2),
        ("sangin", "sangeen", 0.2), ("idlib", "idlibb", 0.2), ("sfax", "sphax", 0.2), ("djibo", "jibo", 0.2), ("abeche", "abeshe", 0.3),
        ("voronezh", "voronej", 0.3), ("tchad", "chad", 0.2), ("jalalabad", "jalalabaad", 0.2), ("kyzyl", "kizil", 0.4),
        ("wolgograd", "volgograd", 0.2),
    ],
)  # fmt: skip
def test_transliterations_cost_less_than_slips(one: str, other: str, most: float) -> None:
    """And as much the other way round."""
    assert 0 < spelling_distance(one, other, limit=2) == spelling_distance(other, one, limit=2) <= most


@given(LATIN, LATIN)
def test_the_distance_is_symmetric_and_never_more_than_the_plain_edits(one: str, other: str) -> None:
    """Nothing only for equal names, and infinite exactly where it is over the limit."""
    far = spelling_distance(one, other, limit=50)
    assert far == pytest.approx(spelling_distance(other, one, limit=50))
    assert (far == 0) == (one == other)
    assert far <= plain_edits(one, other) + 1e-6
    assert spelling_distance(one, other, limit=1.0) == (far if far <= 1.0 else float("inf"))


@given(LATIN.filter(bool), LATIN)
def test_the_sieve_counts_plain_edits(one: str, other: str) -> None:
    """The bit vectors agree with the definition."""
    assert Levenshtein.distance(one, other) == plain_edits(one, other)


def test_names_of_one_sound_have_one_key() -> None:
    """Whatever the system of transliteration; other scripts have none."""
    assert len({sound_key(name) for name in ("al hudaydah", "hodeida", "houdeida", "khodeida")}) == 1
    assert len({sound_key(name) for name in ("warzazat", "ouarzazate")}) == 1
    assert sound_key("kunduz") != sound_key("kandahar")
    assert sound_key("харків") == ""


# The file -------------------------------------------------------------------------------------------------------------------------------


def test_an_index_of_other_names_is_refused(invented: Gazetteer, tmp_path: Path) -> None:
    """Numbers of other names would lead anywhere."""
    path = tmp_path / "sounds.columns"
    write_columns(path, about={"names": 3, "number_bytes": 3}, columns={}, texts={})
    with pytest.raises(DataDamaged, match="was made for 3 names"):
        FuzzyNames(invented._search.names.base, path)
    with pytest.raises(DataMissing, match=r"none\.columns is missing"):
        FuzzyNames(invented._search.names.base, tmp_path / "none.columns")


def test_the_same_names_give_the_same_index(invented: Gazetteer, tmp_path: Path) -> None:
    """Byte for byte, as all built data, whether one process works on it or several."""
    keys = pa.chunked_array([["tolkan", "tulkan", "sary", "tolkan"]], type=pa.string())
    rows, how = np.array([0, 1, 2, 2], dtype=np.uint32), np.zeros(4, dtype=np.uint8)
    index = build_name_index(tmp_path / "names", keys, rows, how, prominence=np.array([3000, 4000, 2000], dtype=np.int32))
    for name in ("one", "again"):
        write_sounds(tmp_path / name, index, least=2500)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "again").read_bytes()
    sounds = FuzzyNames(NameTable(tmp_path / "names", ColumnFile(_written(tmp_path, index))), tmp_path / "one")
    assert [near.key for near in sounds.near("tolkun")] == ["tolkan", "tulkan"]


def _written(folder: Path, index: NameIndex) -> Path:
    write_columns(folder / "links", about={}, columns={"links": index.links, "lists": index.lists}, texts={})
    return folder / "links"


def test_near_names_come_with_their_distance(invented: Gazetteer) -> None:
    """Keys as folded in the table, the nearest first, the name itself left out."""
    names = FuzzyNames(invented._search.names.base, invented._data / store.SOUNDS_FILE)
    assert names.near("sarn") == [Near("zarn", 0.3)]
    assert names.near("zaarn", limit=1) == [Near("zarn", 0.2)]
