"""Words that tell a place name from another name, by class. English; each set is a class of words, not a list of exceptions."""

from __future__ import annotations

from gazetteer.place import Kind
from mapapp.report.saying import TELLING


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


PLACE_PREPOSITIONS = _words(
    "in at from near to of around outside across into inside throughout toward towards via within beyond between through off "
    "over above along on for against leaving reaching entering north south east west northeast northwest southeast southwest"
)
"""Words after which a capitalised name is a place in three cases of four ("in", "near"); the weaker ones have a clue of their own."""

STRONG_PREPOSITIONS = _words("in at near around outside across into inside throughout toward towards via within from")

TITLES = _words(
    "mr mrs ms miss dr prof professor sir lord lady dame rev reverend fr father sister brother rabbi imam sheikh sheik "
    "ayatollah pope bishop archbishop cardinal gen general lt lieutenant col colonel maj major capt captain cmdr commander "
    "sgt sergeant cpl corporal pvt private adm admiral officer detective inspector constable deputy sheriff marshal judge "
    "justice attorney atty president vice premier chancellor minister secretary senator sen rep representative congressman "
    "congresswoman gov governor mayor councilman councilwoman councillor ambassador envoy king queen prince princess emperor "
    "duke coach manager director chairman chairwoman spokesman spokeswoman spokesperson chief superintendent principal pastor "
    "analyst lawyer doctor nurse jr sr"
)

HONORIFIC_TITLES = _words(
    "mr mrs ms miss dr prof sir lord lady dame rev fr gen lt col maj capt cmdr sgt cpl pvt adm sen rep gov judge detective inspector"
)
"""Titles that stand before a person's name and hardly ever before a place."""

SAYING_VERBS = TELLING | _words(
    "says say tells adds explained warned insisted argued noted claimed confirmed denied wrote thinks believes recalls recalled "
    "remembers agreed replied asked vowed pledged urged"
)

ORGANISATION_WORDS = _words(
    "university college school academy institute hospital clinic church mosque cathedral temple police court council "
    "committee commission ministry department agency authority administration office bureau board assembly parliament senate "
    "congress party union league federation association society foundation trust group company corp corporation inc ltd llc "
    "plc bank airlines airways air radio tv television times post news herald tribune gazette journal press daily telegraph "
    "guardian observer fc cf afc united rovers athletic team club army navy forces force guard brigade battalion regiment "
    "division front movement liberation brotherhood museum library theatre theater orchestra hotel restaurant airport station "
    "stadium arena center centre mall park zoo festival open cup championship championships games olympics conference summit "
    "treaty accord accords protocol agreement convention act law bill prize award system systems service services chamber "
    "command guards militia rangers"
)
"""Head words of organisations, venues and events: a place name before them is part of another name."""

TYPE_WORDS_AFTER: dict[str, frozenset[Kind]] = {
    "province": frozenset({Kind.ADMIN1, Kind.ADMIN2}),
    "provinces": frozenset({Kind.ADMIN1, Kind.ADMIN2}),
    "region": frozenset({Kind.ADMIN1, Kind.ADMIN2, Kind.REGION}),
    "oblast": frozenset({Kind.ADMIN1}),
    "krai": frozenset({Kind.ADMIN1}),
    "state": frozenset({Kind.ADMIN1}),
    "governorate": frozenset({Kind.ADMIN1}),
    "wilayat": frozenset({Kind.ADMIN1}),
    "wilaya": frozenset({Kind.ADMIN1}),
    "prefecture": frozenset({Kind.ADMIN1, Kind.ADMIN2}),
    "canton": frozenset({Kind.ADMIN1, Kind.ADMIN2}),
    "county": frozenset({Kind.ADMIN2, Kind.ADMIN1}),
    "counties": frozenset({Kind.ADMIN2, Kind.ADMIN1}),
    "co": frozenset({Kind.ADMIN2}),
    "parish": frozenset({Kind.ADMIN2, Kind.ADMIN1}),
    "district": frozenset({Kind.ADMIN2, Kind.ADMIN3, Kind.DISTRICT, Kind.CITY}),
    "department": frozenset({Kind.ADMIN1, Kind.ADMIN2}),
    "municipality": frozenset({Kind.ADMIN2, Kind.ADMIN3, Kind.CITY}),
    "city": frozenset({Kind.CITY}),
    "town": frozenset({Kind.CITY, Kind.VILLAGE}),
    "village": frozenset({Kind.CITY, Kind.VILLAGE}),
    "township": frozenset({Kind.ADMIN3, Kind.CITY, Kind.VILLAGE}),
    "suburb": frozenset({Kind.CITY, Kind.VILLAGE, Kind.DISTRICT}),
    "neighborhood": frozenset({Kind.DISTRICT, Kind.CITY}),
    "neighbourhood": frozenset({Kind.DISTRICT, Kind.CITY}),
    "peninsula": frozenset({Kind.LAND, Kind.REGION, Kind.ADMIN1}),
    "island": frozenset({Kind.LAND, Kind.REGION}),
    "islands": frozenset({Kind.LAND, Kind.REGION, Kind.COUNTRY}),
    "valley": frozenset({Kind.LAND, Kind.REGION}),
    "desert": frozenset({Kind.LAND}),
    "mountains": frozenset({Kind.LAND}),
    "river": frozenset({Kind.WATER}),
    "lake": frozenset({Kind.WATER}),
    "sea": frozenset({Kind.SEA}),
    "gulf": frozenset({Kind.SEA}),
    "strait": frozenset({Kind.SEA}),
    "canal": frozenset({Kind.WATER, Kind.SEA}),
}
"""A word behind a name that tells its kind ("Aktobe region")."""

TYPE_WORDS_BEFORE: dict[str, frozenset[Kind]] = {
    "city": frozenset({Kind.CITY}),
    "town": frozenset({Kind.CITY, Kind.VILLAGE}),
    "village": frozenset({Kind.CITY, Kind.VILLAGE}),
    "villages": frozenset({Kind.CITY, Kind.VILLAGE}),
    "towns": frozenset({Kind.CITY, Kind.VILLAGE}),
    "cities": frozenset({Kind.CITY}),
    "port": frozenset({Kind.CITY}),
    "suburb": frozenset({Kind.CITY, Kind.VILLAGE, Kind.DISTRICT}),
    "capital": frozenset({Kind.CITY}),
    "province": frozenset({Kind.ADMIN1, Kind.ADMIN2}),
    "state": frozenset({Kind.ADMIN1, Kind.COUNTRY}),
    "region": frozenset({Kind.ADMIN1, Kind.REGION}),
    "republic": frozenset({Kind.COUNTRY, Kind.ADMIN1}),
    "county": frozenset({Kind.ADMIN2}),
    "district": frozenset({Kind.ADMIN2, Kind.ADMIN3, Kind.DISTRICT}),
    "island": frozenset({Kind.LAND, Kind.REGION}),
    "river": frozenset({Kind.WATER}),
    "lake": frozenset({Kind.WATER}),
    "country": frozenset({Kind.COUNTRY}),
    "nation": frozenset({Kind.COUNTRY}),
}
"""A word before a name, mostly with "of", that tells its kind ("the city of Aktobe")."""

SETTLEMENT_WORDS = _words("city town village hamlet settlement suburb township port neighbourhood neighborhood district quarter")

CALENDAR = _words(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep "
    "sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun "
    "christmas easter ramadan eid thanksgiving halloween passover diwali hanukkah nowruz"
)

ARTICLES = frozenset({"the", "a", "an"})

FUNCTION_WORDS = _words(
    "a an the and or but nor so yet for if as at by in of off on out over to up with from into onto than then that this these "
    "those there here he she it we they you i me him her us them his its our their your my who whom whose which what when "
    "where why how not no yes all any both each few more most other some such only own same too very can will just should now "
    "is are was were be been being have has had having do does did doing would could may might must shall about above after "
    "again against before below between down during further once under until while because since though although however "
    "meanwhile also even still already never ever many much several one two three four five six seven eight nine ten first "
    "second third last next new old good great little former late early according"
)

BORDER_WORDS = _words("border borders frontier frontiers boundary")

PLACE_NOUNS_AFTER_DEMONYM = _words(
    "city cities town towns village villages capital province provinces region regions state port coast border frontier "
    "territory soil side part parts island islands mainland countryside highway airspace waters resort enclave exclave "
    "district"
)
"""After a demonym these say where something lies ("the Kazakh city of"), not whose it is."""

DEMONYM_NOT_PEOPLE = _words("language dictionary alphabet grammar literature dressing fries toast auction")
"""After an adjective of nationality these make it the name of a language or a thing."""

FACILITY_WORDS = _words(
    "airport station bridge dam mine mill plant factory refinery prison jail barracks base camp cemetery farm ranch market square "
    "plaza tower building house hall palace castle fort harbour harbor port terminal junction crossing checkpoint stadium arena mall "
    "school hospital hotel church mosque temple shrine park garden gardens zoo pipeline highway motorway interstate expressway tunnel"
)
"""Things that bear the name of a place or are places themselves."""

STREET_WORDS = _words(
    "street st avenue ave road rd boulevard blvd lane ln drive dr highway hwy route parkway pkwy court ct circle way terrace place "
    "square alley turnpike expressway freeway interstate motorway"
)

NATURE_WORDS = _words(
    "river creek lake bay gulf sea ocean strait channel canal island islands isle isles peninsula cape mount mountain mountains "
    "hill hills valley canyon desert forest beach coast plateau basin delta falls springs pass ridge range reef lagoon reservoir pond "
    "brook harbor harbour sound inlet fjord glacier volcano wadi steppe plain plains"
)

DIRECTION_WORDS = _words(
    "north south east west northern southern eastern western northeast northwest southeast southwest northeastern northwestern "
    "southeastern southwestern central upper lower inner outer greater downtown mid north-east north-west south-east south-west "
    "north-eastern north-western south-eastern south-western midtown uptown metropolitan rural coastal mainland"
)

DISTANCE_WORDS = _words("km kms kilometer kilometers kilometre kilometres mile miles mi metres meters yards blocks minutes hours")

PEOPLE_WORDS = _words(
    "people person persons man men woman women boy boys girl girls resident residents native natives citizen citizens family "
    "families refugee refugees migrant migrants villager villagers civilian civilians worker workers student students teenager "
    "teenagers soldier soldiers troops fighters rebels militants police officer officers firefighters voters farmers fishermen couple "
    "child children victim victims suspect suspects patient patients driver drivers tourist tourists population community communities"
)

GOVERNMENT_WORDS = _words(
    "government president minister ministry parliament prime foreign embassy consulate army military forces police authorities "
    "officials official capital constitution economy economic national diplomat diplomats ambassador regime troops leader leaders"
)

MOVEMENT_VERBS = _words(
    "went go goes going gone moved move moving travel travels travelled traveled travelling traveling fled flee flew fly flown drove "
    "drive driving arrived arrive arriving left leave leaving returned return returning visited visit visiting visits sailed headed "
    "marched crossed entered reached deported extradited sent ship shipped shipping evacuated flying bound invaded captured seized "
    "besieged bombed shelled attacked liberated retook toured"
)

DWELLING_VERBS = _words(
    "live lives lived living born raised reside resides based located situated held stationed headquartered settled grew found killed "
    "died happened occurred struck hit exploded erupted staged opened began started broke injured wounded arrested buried stranded"
)

SPORT_WORDS = _words(
    "beat beats defeated defeat win wins won lose loses lost game games match matches season league coach team teams players player "
    "score scored goal goals points tournament playoffs playoff championship quarterback halftime inning innings vs versus"
)

KIN_WORDS = _words(
    "son daughter wife husband mother father brother sister grandson granddaughter grandmother grandfather nephew niece uncle aunt "
    "widow cousin fiance fiancee boyfriend girlfriend aged old year-old survived named"
)
