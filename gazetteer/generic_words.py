"""Words that say what sort of place a name stands for: "Region", "Oblast", "Sea", "Lake" ... and what they tell.

A generic word is not part of the name proper, so it may be written or left out; where it is written, it says which kinds of place can be
meant. The tables work on folded names (:func:`gazetteer.names.fold`).
"""

from __future__ import annotations

from functools import lru_cache

from gazetteer.place import Kind

_FIRST_LEVEL = frozenset({Kind.ADMIN1, Kind.ADMIN2, Kind.REGION})
_SECOND_LEVEL = frozenset({Kind.ADMIN2, Kind.ADMIN1, Kind.ADMIN3, Kind.DISTRICT})
_COUNTRY = frozenset({Kind.COUNTRY, Kind.ADMIN1, Kind.REGION})
_TOWN = frozenset({Kind.CITY, Kind.VILLAGE, Kind.ADMIN1, Kind.ADMIN2})
_SEA = frozenset({Kind.SEA, Kind.WATER})
_WATER = frozenset({Kind.WATER, Kind.SEA})
_LAND = frozenset({Kind.LAND, Kind.REGION})

_KINDS_OF_WORDS: tuple[tuple[frozenset[Kind], str], ...] = (
    (
        _FIRST_LEVEL,
        """
        region oblast oblasti oblys oblysy oblisi oblisy obl voblast voblasc guberniya krai kray kraj respublika respublikasi
        province provinces prov provincia provincie provincies provins provinz provinsi state estado estados staat stat
        governorate governorates gouvernorat gouvernement muhafazat muhafazah muhafaza mohafazat mohafaza mintaqat
        wilaya wilayat wilayah vilayet vilayat vilayati vilajet velayat welayat welayaty viloyat viloyati ostan ustan
        territory territoire republic republika republica republique emirate emirates amarat imarat canton kanton cantone
        voivodeship voivodship voyvodship wojewodztwo prefecture prefektur ken chang wat zhou sheng zizhiqu nohiyai
        departamento departement department departments commonwealth regiao regione regiunea autonomia zone kilil kililoch mkoa faritra
        daerah zupanija zupanja lan laani fylke maakunta bundesland land
        область обласць обл облысы край республика республикасы воблась округ автономная провинция
        محافظه ولايه ولايت استان منطقه اماره اقليم
        """,
    ),
    (
        _SECOND_LEVEL,
        """
        county counties district districts rayon raion rayonu rayony raionul rajon rayoni raioni tumani tuman audany okrug okrugs okres
        municipality municipalities municipio municipiul municipal munitsipaliteti opcina opstina obshtina obcina komuna comuna commune
        kommun kommune regency regencies kabupaten kotamadya parish parishes parroquia pagasts novads vald condado judet judetul
        megye jaras ilcesi ilce ili il amphoe mueang huyen quan powiat gmina gemeente shahrestan shahrestane partido distrito distretto
        bezirk landkreis kreis kaza caza qada qadha nahiyah markaz cercle arrondissement subdistrict subdivision subregion
        township borough division degmada woreda zoba sum gun gu barrio tehsil tahsil taluk taluka taluq upazila zila zilla thana
        agbegbe kunta seutukunta savivaldybe eldership shi xian diqu qu lga
        раион раен раионы раионул ауданы община општина сум аимак улус город городскои شهرستان قضا مركز معتمديه ضلع
        """,
    ),
    (_COUNTRY, "kingdom sultanate principality federation federative dominion nation"),
    (_TOWN, "city town village settlement municipality ville ciudad cidade stadt gorod horad misto grad shahr shahri qalasy"),
    (_SEA, "sea ocean gulf bay strait straits channel sound passage bight"),
    (_WATER, "river lake lagoon canal reservoir wadi stream lakes falls"),
    (
        _LAND,
        """
        mountain mountains mount mountainous range hills highlands island islands isle isles archipelago peninsula desert plateau plain
        plains valley basin delta forest steppe cape oasis isthmus atoll ridge massif lowland lowlands jebel jabal
        """,
    ),
)
"""Kinds a generic word allows, and the words. Sources: division types of ISO 3166-2, GeoNames' division names, English news usage."""

GENERIC_WORDS: dict[str, frozenset[Kind]] = {}
for _kinds, _words in _KINDS_OF_WORDS:
    for _word in _words.split():
        GENERIC_WORDS[_word] = GENERIC_WORDS.get(_word, frozenset()) | _kinds

MODIFIERS = frozenset(
    """
    autonomous autonomnaya avtonomnaya avtonomna avtonomnyy special administrative regional federal union metropolitan rural urban
    independent islamic peoples democratic socialist soviet united municipal national local government council muxtar autonome
    autonoma autonomo uygur uyghur uighur zhuang hui huizu автономныи автономная городскои
    """.split()
)
"""Words that may stand beside a generic word: "Autonomous", "Administrative" ... They are taken off with it, never alone."""

COUNTRY_WORDS_IN_FRONT = frozenset("republic state kingdom commonwealth emirate territory republique republica respublika".split())
"""Words that may stand for a country when they come first ("State of Qatar"); behind a name ("Niger State") they stand for a division."""

CONNECTORS = frozenset("of de du des di do da del della dello la le les d e i ya wa za ka the".split())
"""Words that tie a leading generic word to the name: "Republic of", "Provincia de", "Shahrestan-e"."""

DIRECTIONS = frozenset(
    """
    north south east west northern southern eastern western central centre center middle upper lower inner outer greater northeast
    northwest southeast southwest nord sud est ouest oeste este norte sur sul leste centro centrale nordeste noroeste sudeste sudoeste
    septentrional oriental occidental meridional utara selatan barat timur tengah noreste suroeste sureste haut haute bas basse alto alta
    new old great little big first second third capital coast coastal mountain river lake island sea bay union
    """.split()
)
"""Words too general to stand for a place alone: nothing is taken off a name if only such words would be left."""

MIN_STEM_LETTERS = 3
"""Shortest name that may be left when a generic word is taken off."""

_MAX_WORDS_OFF = 4


def _take_off_end(words: list[str]) -> tuple[list[str], frozenset[Kind]] | None:
    """Take a generic word, and the modifiers before it, off the end."""
    if len(words) < 2 or words[-1] not in GENERIC_WORDS:
        return None
    kinds, rest = GENERIC_WORDS[words[-1]], words[:-1]
    while len(rest) > 1 and rest[-1] in MODIFIERS:
        rest = rest[:-1]
    return rest, kinds


def _take_off_start(words: list[str]) -> tuple[list[str], frozenset[Kind]] | None:
    """Take modifiers, a generic word and the connectors behind it off the start."""
    first = 0
    while first < len(words) - 2 and words[first] in MODIFIERS:
        first += 1
    if len(words) - first < 2 or words[first] not in GENERIC_WORDS:
        return None
    kinds, rest = GENERIC_WORDS[words[first]], words[first + 1 :]
    if words[first] in COUNTRY_WORDS_IN_FRONT:
        kinds |= {Kind.COUNTRY}
    while len(rest) > 1 and rest[0] in CONNECTORS:
        rest = rest[1:]
    return rest, kinds


def _stands_alone(words: list[str]) -> bool:
    """Say whether the words left can be a name."""
    if all(word in DIRECTIONS or word in GENERIC_WORDS or word in MODIFIERS or word in CONNECTORS for word in words):
        return False
    # In Chinese, Japanese and Korean two characters are a whole name.
    return sum(map(len, words)) >= MIN_STEM_LETTERS or not "".join(words).isascii()


@lru_cache(maxsize=4096)
def stems(key: str) -> tuple[tuple[str, frozenset[Kind]], ...]:
    """Return what is left of a folded name without its generic word, with the kinds of place the word allows.

    Parameters
    ----------
    key
        A folded name.

    Returns
    -------
    tuple[tuple[str, frozenset[Kind]], ...]
        Pairs of folded name and kinds, none where the name has no generic word: the word at the end first, the word at the start next, both
        taken off last.

    Examples
    --------
    >>> [stem for stem, _ in stems("aktobe region")], [stem for stem, _ in stems("republic of dagestan")]
    (['aktobe'], ['dagestan'])
    """
    words = key.split()
    found: dict[str, frozenset[Kind]] = {}
    for taken_off in (_take_off_end(words), _take_off_start(words)):
        if taken_off is None or len(words) - len(taken_off[0]) > _MAX_WORDS_OFF:
            continue
        rest, kinds = taken_off
        if _stands_alone(rest):
            found.setdefault(" ".join(rest), kinds)
        other = _take_off_start(rest) or _take_off_end(rest)
        if other is not None and _stands_alone(other[0]):
            found.setdefault(" ".join(other[0]), kinds & other[1] or kinds)
    return tuple(found.items())
