"""Words between a place name and what governs it, and classes of verbs that every rule about roles needs.

English news prose in lower case; each set is a class of words, not a list of cases.
"""

from __future__ import annotations

from mapapp.report.saying import SAYING as REPORT_SAYING
from mapapp.report.saying import TELLING
from mapapp.toponyms.vocabulary import (
    ARTICLES,
    DIRECTION_WORDS,
    FACILITY_WORDS,
    SETTLEMENT_WORDS,
    TYPE_WORDS_AFTER,
    TYPE_WORDS_BEFORE,
)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


KIND_NOUNS = (
    SETTLEMENT_WORDS
    | frozenset(TYPE_WORDS_AFTER)
    | frozenset(TYPE_WORDS_BEFORE)
    | _words(
        "suburbs townships settlements hamlets districts neighbourhoods neighborhoods quarters regions states municipalities "
        "departments governorates subdistrict sub-district commune communes locality localities ward wards borough boroughs "
        "prefectures oblasts islands area areas zone zones territory territories kingdom sultanate emirate enclave atoll "
        "archipelago constituency sector division municipal health rayon raion woreda kebele tehsil taluk upazila barangay "
        "chiefdom payam boma hub stronghold metropolis"
    )
)
"""Nouns that say what kind of place a name is: "the villages of", "Kayes region"."""

AREA_NOUNS = KIND_NOUNS - _words("city cities town towns village villages hamlet settlement port suburb capital hub stronghold metropolis")
"""Nouns that make a name an area."""

PART_NOUNS = (
    _words(
        "outskirts centre center heart middle edge edges vicinity countryside coast coasts shore shores coastline waters streets "
        "part parts side tip end bank banks slopes foot mouth rest whole most much half entrance downtown environs hinterland "
        "airspace territory soil portion portions swath swaths stretches direction post posts gates outside interior north south "
        "east west northeast northwest southeast southwest north-east north-west south-east south-west mainland capital"
    )
    | FACILITY_WORDS
)
"""Nouns before "of" that leave the place the scene: "the outskirts of", "the airport of"."""

SMALL_MODIFIERS = (
    ARTICLES
    | DIRECTION_WORDS
    | KIND_NOUNS
    | _words(
        "nearby neighbouring neighboring whole entire all both old historic remote tiny small large rural coastal war-torn "
        "besieged border frontier lakeside down mountainous hilly rebel-held government-held disputed troubled restive volatile "
        "flood-hit quake-hit popular busy two three four five six seven eight nine ten several many some its their his her far "
        "parts either mainly mostly chiefly"
    )
)
"""Words before a name that do not change what governs it."""

NO_ADJECTIVES_BEFORE = _words("and or not that this which who than as like between including leaving reaching entering hitting")
"""Words behind a preposition that do not describe the name that follows."""

SCENE_PREPOSITIONS = _words(
    "in at near into around outside across inside throughout within off over on along through beside amid opposite alongside past "
    "under beneath below above"
)
"""Prepositions that put what happens at a place."""

PREPOSITIONS = SCENE_PREPOSITIONS | _words(
    "from of to for by with against between among towards toward via into onto behind beyond after before since until under despite"
)
"""All prepositions a place name may stand behind."""

DETERMINERS = _words("the a an its their his her this that our my your another one two three several some")
"""Words that open a noun phrase."""

COMPASS = _words(
    "north south east west northeast northwest southeast southwest north-east north-west south-east south-west northward southward "
    "eastward westward northwards southwards eastwards westwards upstream downstream inland offshore"
)
"""Directions."""

LENGTH_UNITS = _words(
    "km kms kilometer kilometers kilometre kilometres mile miles mi metres meters yards blocks minutes hours hour day days minute leagues"
)
"""What lengths and ways are counted in."""

MEASURE_WORDS = (
    LENGTH_UNITS
    | COMPASS
    | ARTICLES
    | _words(
        "of from to - about some around away just far not roughly nearly almost few half by road or approximately near close "
        "outside beyond only one two three four five six seven eight nine ten fifteen twenty thirty forty fifty sixty seventy "
        "eighty ninety hundred several southern northern eastern western ' drive walk flight"
    )
)
"""What a distance or direction is made of, figures aside."""

ROADS = _words("road roads highway motorway railway expressway corridor route railroad autobahn freeway line")
"""What is named for the places at its ends."""

DAYS = _words(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday january february march april june july august "
    "september october november december"
)
"""Days and months that may stand between a subject and its verb."""

NUMBER_WORDS = _words(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen twenty thirty forty fifty sixty "
    "seventy eighty ninety hundred thousand million half dozen dozens hundreds thousands"
)
"""Numbers in words."""

AUXILIARIES = _words("was were had been did be being have has is are")
"""Forms of be, have and do: past in form, yet no deed."""

IRREGULAR_PAST = _words(
    "was were had did went came took made got saw fell rose blew broke burst shot hit hurt struck shook stole fought fled flew "
    "drove sank drowned met held won lost began ran gave found left led built burnt sent said told set cut put shut brought caught "
    "bought sold spread stood sat spoke swept threw tore wore woke died lay lit dug fed bled bred felt kept laid paid sought "
    "taught thought understood rode rang sang sprang swam swung became chose drew drank ate froze grew hid hung knew overran "
    "overtook retook withdrew beat bore bound dealt slew stuck strode been done seen taken killed dead missing stolen driven "
    "hidden wounded gone given broken beaten shaken torn thrown"
)
"""Past forms and participles that do not end in -ed."""

NO_PAST = _words("hundred indeed united armed need exceed proceed succeed sacred naked speed breed embed so-called unarmed hatred kindred")
"""Words in -ed that are no past forms."""

IRREALIS = _words(
    "will would could may might should shall must can cannot can't won't wouldn't plan plans planned planning intend intends "
    "intended intending want wants hope hopes hoped expect expects expected scheduled threatened threatens threaten threatening "
    "vowed warning warned warn unless if tomorrow forecast possible proposed promised promises promise preparing prepares prepare "
    "prepared willing ready likely whether bound heading headed fear fears feared avoid prevent prevented wanting hoping upcoming"
)
"""Words that make a deed wished, feared or yet to come."""

SAYING = TELLING | _words("says declared explained warned")
"""Verbs whose "in" tells where somebody spoke."""

SPEECH_VERBS = REPORT_SAYING | _words(
    "say tells adds explained warned warns insisted argued announces noted claims confirms denied denies deny called calls asked "
    "asks urged urges vowed pledged blamed blames accused accuses condemned condemns rejected rejects doubted believe believes "
    "believed fear fears feared estimated estimate expect expects expected voted wants want wanted hope hopes hoped plan plans "
    "demanded demands agreed refused refuses offered offers promised threatened dismissed criticised criticized welcomed praised "
    "responded reacted protested supports supported opposes opposed recalled summoned declared decided approved appealed advised "
    "proposed reiterated acknowledged admitted conceded suspects suspected declined seek seeks sought looking investigating "
    "insists backs backed signed boycotted recognised recognized severed expelled imposed lifted suspended withdrew charged "
    "indicted pays pay keeps sees blame accuse sends rules leads buys exports imports insist warn"
)
"""What governments and other speakers do with words."""

UNDERGOING_VERBS = _words(
    "suffered suffers recorded records reported reports registered saw lost experienced sustained woke burned burnt flooded "
    "received remains remained faces faced has had have was were is are been being came fell went braced lay"
)
"""Verbs whose subject is the scene, most with a participle of :data:`STRIKING_VERBS` behind."""
