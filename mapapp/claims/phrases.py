"""Word lists of the claims grammar: kinds of settlement, of area, of facility, words that are no names.

All in lower case; matching is done without regard to case. The lists are closed classes of English news prose, kept by hand.
"""

from __future__ import annotations

from collections.abc import Iterable


def _words(written: str) -> frozenset[str]:
    return frozenset(written.split())


def pattern_of(phrases: Iterable[str]) -> str:
    """Return a pattern for any of the phrases, whatever the white space between their words."""
    return "|".join(phrase.replace(" ", r"\s{1,3}") for phrase in phrases)


SETTLEMENT_WORDS = _words(
    "city town village hamlet township municipality settlement community suburb neighbourhood neighborhood port resort commune "
    "borough upazila tehsil taluk mandal metropolis outpost capital locality"
)
"""Behind or before a name, they leave the place what it is: "Djimo town", "the city of"."""

AREA_WORDS = _words(
    "province district department state region county governorate prefecture oblast krai raion republic division agency territory "
    "voivodeship zone area subdivision canton island islands valley peninsula archipelago desert forest mountains mountain hills "
    "hill river lake bay gulf sea coast basin delta plateau range volcano reservoir country sector belt corridor highlands lowlands"
)
"""Behind a name they make it an area or a natural feature, which has no one point."""

LOCAL_FACILITIES = (
    "police station", "police post", "police headquarters", "district headquarters", "headquarters", "district hospital", "hospital",
    "prison", "jail", "university", "college", "market", "bazaar", "mosque", "church", "cathedral", "school", "cantonment", "town hall",
    "city hall", "bus station", "train station", "railway station", "courthouse", "city centre", "city center", "town centre",
    "town center", "centre", "center", "downtown", "central business district", "business district", "cbd", "city limits",
    "main square", "central square", "outskirts", "suburbs", "proper", "old town", "old city", "stadium",
)  # fmt: skip
"""What stands inside the town it is named after, so that the town's point will do."""

FACILITY_WORDS = _words(
    "airport airfield airstrip base barracks camp dam mine mines bridge farm ranch oilfield refinery plant factory checkpoint "
    "crossing post highway road street avenue square gate tower palace embassy consulate building house home fort garrison "
    "harbour harbor terminal junction station pass tunnel monument park reserve stadium clinic hotel hall shop store restaurant "
    "bank office company refuge monastery temple shrine castle lighthouse warehouse depot complex compound facility site fence "
    "wall pillar field school college"
)
"""Behind a name they make it a thing that may lie anywhere around the place."""

EVENT_NOUNS = _words(
    "attack attacks blast blasts explosion explosions bombing bombings clash clashes incident incidents accident crash shooting "
    "ambush raid earthquake quake epicentre epicenter tremor fire fighting battle battles gunfight shootout killing strike "
    "strikes operation bomb mine device convoy patrol vehicle car bus truck plane helicopter train body bodies landslide flood "
    "protest"
)
"""Heads of a clause that tell of the event itself."""

NAME_PARTICLES = _words("of de del la las los el al da do dos das du des le les van von der den di bin ibn")
"""Small words inside names."""

NO_NAMES = _words(
    "a an the this that these those his her its their our my your it he she they we you i who which what where when there here "
    "and or but of in on at by to from for with as is are was were be been has have had not no than then near north south east "
    "west northern southern eastern western northeast northwest southeast southwest central upper lower down up back home house "
    "school police army station base camp office building road street bridge river border coast capital city town village "
    "district province state region county area site scene place spot market mosque church hospital university college prison "
    "airport farm mine fire bomb blast attack war front line main square centre center city's today yesterday tonight monday "
    "tuesday wednesday thursday friday saturday sunday january february march april may june july august september october "
    "november december new old one two three four five six seven eight nine ten first second last next major general president "
    "government military troops soldiers rebels militants officials authorities sources people men women children group farmland "
    "party court hotel bank said says told reported located situated nearest nearby downtown another headquarters post each any "
    "some many most other land sea lake mountain hill park gate ship boat plane car truck bus train"
)
"""Everyday words that are also the name of some village somewhere."""

CENTRE_WORDS = (
    r"downtown|central|greater|metropolitan|nearby|neighbou?ring|the|inner|outer|mainland|present-day|modern|ancient|historic|old"
)
"""Words before a name that leave it what it is, as a pattern."""


DESCRIPTION_WORDS = _words(
    "opposite plain surrounded covered by of in on at the a an and is are was lies lie located situated central north south east "
    "west northern southern eastern western northeast northwest southeast southwest northeastern northwestern southeastern "
    "southwestern northernmost part parts far region's country's near along side pacific atlantic caribbean mediterranean coastal "
    "remote rural small called known as within from that which mountainous autonomous indian italian french spanish greek "
    "austrian german russian new former administrative high entirely wholly inside heart foothills foot slope slopes shore shores "
    "bank banks edge end tip border coast coastline middle between upper lower left right both population people inhabitants "
    "suburban seaside market farming fishing mining industrial oasis strategic key main largest second third biggest oldest "
    "historic ancient sits stands nestled perched lying built about some roughly approximately one its their our to river "
    "bordering close off national regional provincial metropolitan self-governing federal km comarca arrondissement voblast with "
    "road highway route railway line junction confluence estuary mouth lakes rivers plains valleys picturesque setting alongside "
    "beside around tributary comune frazione parish ward city's town's this inland deep mainland"
)
"""Words between a place and the area it is in: "X, a small town in the north of Y"."""
