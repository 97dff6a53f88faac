"""What a distance is stated of: a table of sentences of many genres over invented names, with the near end each should have.

Expected are, for every distance of a text in order, the place meant ("Samra"), the words of a near end nobody can place ("?Umbar Wells"),
or "!" for the event, a person, a vehicle or a force.
"""

import re
from time import perf_counter

import pytest

from gazetteer import Kind, LatLon, Place
from mapapp.claims import find_claims
from mapapp.report.report import Report, Span
from mapapp.toponyms.toponym import Toponym

TOWNS = (
    "Samra", "Kelbar", "Brasko", "Tamrin", "Ostrel", "Dovar", "Mirsal", "Hadra", "Quenby", "Selko", "Varnholt", "Port Anwick",
    "New Tarrow", "El Morado", "Jisr Halan", "Lobanka", "Tessin",
)  # fmt: skip
KINDS = {
    **dict.fromkeys(TOWNS, Kind.CITY),
    **dict.fromkeys(("Keshin", "Oltava", "Norland"), Kind.ADMIN1),
    **dict.fromkeys(("Vestania", "Ostavia"), Kind.COUNTRY),
    **dict.fromkeys(("Ilva", "Lake Orm"), Kind.WATER),
    "Sea of Glass": Kind.SEA,
    "Halvey Islands": Kind.REGION,
    "Fort Brenna": Kind.FACILITY,
}
DEMONYMS = {"Vestanian": "Vestania", "Vestanians": "Vestania", "Ostavian": "Ostavia"}


def _place(name):
    wide = KINDS[name] not in (Kind.CITY, Kind.FACILITY)
    where = LatLon(0.0, 18.0 + sorted(KINDS).index(name) / 10)
    code = "PPL" if KINDS[name] is Kind.CITY else ""
    return Place(f"test:{name}", None, name, where, ("QV",), KINDS[name], code, None, 100.0 if wide else 1.0, "", "", "test")


PLACES = {name.lower(): _place(name) for name in KINDS}


class _Line:
    """No line at all."""

    exists = False


class _Match:
    """A place that bears a name."""

    def __init__(self, place):
        self.place, self.how, self.prominence = place, "name", 3.0


class _Gazetteer:
    """Knows the names above and no line."""

    def candidates(self, name):
        """Return the place of a name."""
        return (_Match(PLACES[name.lower()]),) if name.lower() in PLACES else ()

    def knows(self, name):
        """Say whether a name is known."""
        return name.lower() in PLACES

    def demonym(self, word):
        """Return the country of a people."""
        return (PLACES[DEMONYMS[word].lower()],) if word in DEMONYMS else ()

    def neighbours(self, iso2):
        """Return no country."""
        return frozenset()

    def border(self, a, b):
        """Return no line."""
        return _Line()

    def coast(self, country=None):
        """Return no line."""
        return _Line()

    def capital(self, iso2):
        """Return one of the towns."""
        return PLACES["port anwick"]


_NAMES = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in [*DEMONYMS, *sorted(KINDS, key=len, reverse=True)]), re.IGNORECASE)


def _toponyms(text):
    for match in _NAMES.finditer(text):
        home = next((country for people, country in DEMONYMS.items() if people.lower() == match.group().lower()), None)
        place = PLACES[(home or match.group()).lower()]
        yield Toponym(Span(*match.span()), match.group(), demonym=home is not None, place=place, confidence=0.95)


def _claims(text):
    found = find_claims(Report(text), tuple(_toponyms(text)), _Gazetteer())
    return [claim for claim in found if claim.kind == "distance"]


def _near_end(claim):
    """Return a found subject in the notation of the table."""
    if claim.subject is None or claim.subject.event:
        return "!"
    place = claim.subject.place_id
    return place.removeprefix("test:") if place else f"?{claim.subject.text}"


def _agrees(expected, found):
    """Whether the near end is the one expected; words nobody can place may be cut a little shorter or longer."""
    if expected.startswith("?") and found.startswith("?"):
        one, other = expected[1:].lower(), found[1:].lower()
        return one in other or (other in one and len(other) > 3)
    return expected == found


RELATIVE_CLAUSES = [
    ("Samra, which the army entered on Friday, is 12 km from Kelbar.", "Samra"),
    ("Samra, where two clerics were shot dead last month, lies 40 kilometres north of Kelbar.", "Samra"),
    ("The hospital treats people from Samra, which is 12 km from Kelbar.", "Samra"),
    ("Brasko, whose mayor fled in March, is barely 9 miles from Ostrel.", "Brasko"),
    ("The shelling of Tamrin, which lies some 30 km west of Dovar, went on all night.", "Tamrin"),
    ("Rebels who had held Hadra since spring withdrew to Selko, which sits 22 km from the Ostavian border.", "Selko"),
    ("Quenby, a market town that the guerrillas burned down twice, is 70 km south of Varnholt.", "Quenby"),
    ("The stranded families, who had walked from Dovar, reached Mirsal, a hamlet that is 6 km from the river.", "Mirsal"),
    ("Lobanka, which was founded by settlers from Tessin, stands 14 miles east of New Tarrow.", "Lobanka"),
    ("El Morado, that once exported coffee through Port Anwick, is about 85 km from the coast.", "El Morado"),
]
APPOSITIONS = [
    ("Quenby, Norland – about 80 miles west of New Tarrow – has a new sheriff.", "Quenby"),
    ("Officials in Quenby (80 miles west of New Tarrow) shut the schools.", "Quenby"),
    ("Dovar, a town in Oltava province near Hadra, 30 km from Selko, was quiet on Monday.", "Dovar"),
    ("Militants attacked Tamrin, near Hadra, 200 km from Port Anwick, on Sunday.", "Tamrin"),
    ("Police raided a house in Brasko, a suburb of Ostrel, 15 km from the Ostavian border.", "Brasko"),
    ("The mission visited Jisr Halan, Keshin province, 45 km south-east of Samra.", "Jisr Halan"),
    ("Mirsal, the district seat, some 25 km from Kelbar, has no doctor.", "Mirsal"),
    ("The convoy halted at Selko -- a railway junction 60 kilometres from Varnholt -- for the night.", "Selko"),
    ("In Lobanka, a mining town of 4,000 in the north, about 20 miles from the border with Ostavia, nobody slept.", "Lobanka"),
    ("Hadra — long a smugglers' den — is 17 km from the frontier with Ostavia.", "Hadra"),
    ("Tessin [the old garrison town] lies 33 km from Kelbar.", "Tessin"),
    ("Varnholt (population 2,300), 41 km north of Dovar, lost its last bank.", "Varnholt"),
    ("They were taken to Port Anwick, Vestania, 300 km away from Samra.", "Port Anwick"),
    ("The body was found in Umbar Wells, 12 km from Samra.", "?Umbar Wells"),
    ("The village elder of Jabar Kot, 7 km east of Dovar, denied it.", "?Jabar Kot"),
]
PARTICIPLES = [
    ("Ostrel, held by rebels since May, lies 38 km from Port Anwick.", "Ostrel"),
    ("Samra, besieged for two years and cut off from Kelbar, is 20 km from the front line.", "Samra"),
    ("Surrounded by minefields, Dovar lies 18 km south of Hadra.", "Dovar"),
    ("Brasko, sandwiched between the Ilva and the hills, is just 5 miles from Tessin.", "Brasko"),
    ("New Tarrow, home to 60,000 people before the war, stands 90 km from the coast.", "New Tarrow"),
    ("Known for its salt, Mirsal is 28 km from Port Anwick.", "Mirsal"),
]
COPULAS = [
    ("Quenby is a village of 900 people, 50 km from Port Anwick.", "Quenby"),
    ("Selko remains the only crossing point in the area, 40 km west of Hadra.", "Selko"),
    ("Lobanka became a boom town, 35 miles from New Tarrow, almost overnight.", "Lobanka"),
    ("Kelbar could hardly be more than 50 km from Samra.", "Kelbar"),
    ("Tamrin may well be 70 kilometres from Dovar.", "Tamrin"),
    ("Hadra is not far inland: it is 4 km from the sea and 19 km from Samra.", "Hadra", "Hadra"),
    ("El Morado was, by all accounts, no more than 10 miles from Ostrel.", "El Morado"),
    ("Dovar is said to be 100 km from Varnholt.", "Dovar"),
    ("Tessin used to be 8 km from the river.", "Tessin"),
    ("Brasko has a mill, two churches and a prison, and is 26 km from Ostrel.", "Brasko"),
    ("The nearest clinic is in Jisr Halan, about 55 km away from Mirsal.", "Jisr Halan"),
    ("Varnholt itself lies barely 6 km from the Ostavian border.", "Varnholt"),
    ("The village of Nebrik is 4 km from Samra.", "?Nebrik"),
    ("Nebrik is 4 km from Samra.", "?Nebrik"),
]
INVERSIONS = [
    ("About 300 km east of the coast lie the Halvey Islands.", "?Halvey Islands"),
    ("Forty kilometres west of Hadra stands Selko.", "Selko"),
    ("Some 30 km north of Brasko is Ostrel, once a spa.", "Ostrel"),
    ("Twenty miles from New Tarrow lies the hamlet of Quenby.", "Quenby"),
    ("Forty km west of Hadra, in the bazaar of Samra, prices doubled.", "Samra"),
    ("Some 30 km north of Brasko, the town of Tamrin has had no power since Easter.", "Tamrin"),
    ("Located 12 km from Kelbar, Dovar has grown fast.", "Dovar"),
    ("Just 9 km from the Ostavian border, Lobanka lives in fear.", "Lobanka"),
    ("A hundred kilometres south of Port Anwick, at Mirsal, the road ends.", "Mirsal"),
    ("Where is Varnholt? Some 200 km north of Dovar.", "Varnholt"),
    ("Fifteen kilometres from Samra, a bus was set on fire.", "!"),
    ("About 10 km outside Tamrin, gunmen stopped the convoy.", "!"),
]
SECOND_DISTANCES = [
    ("Samra is 66 km west of Tamrin and Kelbar a further 40 km from Dovar.", "Samra", "Kelbar"),
    ("The camp lies six miles north of Ostrel and 25 miles from Brasko.", "?camp", "?camp"),
    ("Hadra is six miles north of Ostrel and 25 miles from Brasko.", "Hadra", "Hadra"),
    ("Hadra is 6 km from Ostrel but Selko is 25 km from it.", "Hadra", "Selko"),
    ("Dovar, 15 km north of Samra and 4 km from the river, fell on Tuesday.", "Dovar", "Dovar"),
    ("Dovar and Selko are 15 km and 40 km from Samra respectively.", "Dovar", "Selko"),
    ("Quenby is 12 miles from Tessin; Lobanka is 30 miles from Tessin.", "Quenby", "Lobanka"),
    ("While Quenby is 12 km from Tessin, Lobanka is 30 km from Tessin.", "Quenby", "Lobanka"),
    ("Fighting was reported in Mirsal, 14 km from Hadra, and Brasko, 9 km from Ostrel.", "Mirsal", "Brasko"),
    ("Tamrin, Dovar and Selko, all within 10 km of Hadra, were emptied.", "Selko"),
]
FACILITIES = [
    ("Samra's airport may be 18 km from the city.", "?Samra's airport"),
    ("Ostrel airport is 18 km south of Brasko.", "?Ostrel airport"),
    ("The Dovar power plant, 14 km from Hadra, was hit by drones.", "?Dovar power plant"),
    ("A spot called Crow Bend is 3 miles from Quenby.", "?Crow Bend"),
    ("The hamlet of Zerik, 6 km from Kelbar, was razed.", "?Zerik"),
    ("An area called Tal Wadi lies 9 km from Samra.", "?Tal Wadi"),
    ("Troops seized Fort Brenna, 20 km from Tamrin.", "Fort Brenna"),
    ("The Kelbar police station, 5 km from Samra, was overrun.", "Kelbar"),
    ("A bridge over the Ilva, 11 km from Mirsal, collapsed.", "?bridge"),
    ("Selko district headquarters is 40 km from Hadra.", "Selko"),
    ("The gold mine is 16 km from El Morado.", "?gold mine"),
    ("A refugee camp 5 km from New Tarrow burned down.", "?refugee camp"),
    ("They live in a village 12 km from Port Anwick.", "?village"),
    ("The town of Hadra, 12 km from Port Anwick, celebrated.", "Hadra"),
    ("Brasko village, 8 km from Ostrel, was looted.", "Brasko"),
]
EVENTS = [
    ("A bomb exploded 17 km west of Samra.", "!"),
    ("Three herders were killed 5 km from Dovar.", "!"),
    ("Fighting is raging 10 km from Port Anwick.", "!"),
    ("Government troops are 15 km from Tamrin, a spokesman said.", "!"),
    ("The quake struck 120 km off the coast of Vestania.", "!"),
    ("A truck overturned on the highway about 20 miles from Quenby.", "!"),
    ("Two nurses were abducted in the village of Hadra, 5 km from Ostrel.", "Hadra"),
    ("A car bomb went off in Brasko, 30 km from Ostrel, killing four.", "Brasko"),
    ("Rebels are now within 8 km of Kelbar.", "!"),
    ("The plane came down 40 km short of Varnholt.", "!"),
    ("The epicentre was 33 km south of Lobanka.", "!"),
    ("Police said the body lay 3 km from Selko.", "!"),
    ("Villagers fleeing Mirsal were shot at 2 km from the river.", "!"),
    ("The patrol was ambushed on Thursday, 25 km from Jisr Halan.", "!"),
    ("Soldiers from Tessin set up a checkpoint 6 km from Dovar.", "?checkpoint"),
    ("He was born 10 km from Samra.", "!"),
    ("Mr Aldo Brenk, 12 km from his home in Samra, ran out of petrol.", "!"),
]
REFERENCES = [
    ("Samra fell on Monday. It is 12 km from Kelbar.", "Samra"),
    ("Clashes erupted in Brasko at dawn. The town is 40 km from Ostrel.", "Brasko"),
    ("Dovar has 2,000 people. The village, 9 km from Hadra, grows figs.", "Dovar"),
    ("Selko is poor. Selko has no school. Located 20 km from Varnholt, it has one well.", "Selko"),
    ("Quenby, a coal town, lies in the hills of Norland. The place is 15 miles from New Tarrow.", "Quenby"),
    ("Two men were shot in Tessin. The town, which is 22 km from Lobanka, has seen such attacks before.", "Tessin"),
]
AREAS_AND_RIVERS = [
    ("In Hadra, Keshin province, 50 km from Kelbar, wells ran dry.", "Hadra"),
    ("The incident took place in Tamrin, in the south of Vestania, 14 km from the Ostavian border.", "Tamrin"),
    ("Mirsal, on the Ilva, 31 km from Dovar, was flooded.", "Mirsal"),
    ("Ostrel, on the shore of Lake Orm, is 12 km from Brasko.", "Ostrel"),
    ("Rasko Dol, Oltava, 23 km from Samra, was shelled.", "?Rasko Dol"),
]
ONE_CASE = [
    ("GUERRILLAS BLEW UP A BRIDGE IN EL MORADO, KESHIN DEPARTMENT, 110 KM EAST OF PORT ANWICK.", "El Morado"),
    ("A POWER PYLON WAS DYNAMITED 12 KM FROM HADRA.", "!"),
    ("TESSIN, A TOWN OF FISHERMEN, IS 45 KM NORTH OF SELKO.", "Tessin"),
    ("THE TOWN OF DOVAR, LOCATED 60 KM WEST OF THE CAPITAL, WAS OCCUPIED.", "Dovar"),
    ("two men were shot dead at brasko, 12 km from ostrel, last night.", "Brasko"),
    ("the raid on samra, about 30 km from kelbar, lasted an hour.", "Samra"),
    ("a landmine went off 4 km from mirsal.", "!"),
    ("IN LOBANKA, WHICH IS 30 MILES FROM NEW TARROW, THE CHURCH WAS BURNED.", "Lobanka"),
]
ALL_SORTS = [
    ("The nearest town, Kelbar, is 30 km away from the mine.", "Kelbar"),
    ("The nearest hospital is 40 km from Samra.", "?hospital"),
    ("The body of a shepherd was found in a field 3 km from Dovar.", "?field"),
    ("Soldiers at a checkpoint in Mirsal, 5 km from Hadra, opened fire.", "Mirsal"),
    ("Between Quenby and Tessin, 15 miles from the coast, the road is washed out.", "!"),
    ("The bus was stopped on the road to Selko, 15 km from Varnholt.", "!"),
    ("Two shells landed 300 metres from the Samra hospital.", "!"),
    ("The front line is now only 4 km from Port Anwick.", "Port Anwick"),
    ("The border is 10 km from Lobanka.", "Lobanka"),
    ("Hadra, the birthplace of the poet, lies 44 km inland from the coast, and its market is famous.", "Hadra"),
    ("He grew up in Brasko, 12 km from Ostrel, and never left.", "Brasko"),
    ("She teaches at the school in Tamrin, 18 km north of Dovar.", "Tamrin"),
    ("We are 20 km from Samra, the driver shouted.", "!"),
    ("Rebels said they had taken Jisr Halan, 60 km south of Samra, without a fight.", "Jisr Halan"),
    ("The mayor of Kelbar, 9 km from Brasko, resigned.", "Kelbar"),
    ("The governor visited Quenby on Tuesday, 30 miles from New Tarrow, to open a bridge.", "Quenby"),
    ("At Selko, some 8 km south of Varnholt, the river is a mile wide.", "Selko"),
    ("At least 14 people died when a ferry sank 6 km off Port Anwick.", "!"),
    ("Residents of Dovar, roughly 35 km from the Ostavian border, queued for bread.", "Dovar"),
    ("The ruins of Old Mirsal are 2 km from the modern town.", "?ruins"),
    ("The monastery stands on a hill 5 km from Tessin.", "?monastery"),
    ("The dam, built in 1961, is 22 km upstream from Hadra.", "?dam"),
    ("The nuclear plant at Ostrel, 120 km from the capital, was shut down.", "Ostrel"),
    ("The island of Morva, 12 nautical miles off the coast, is uninhabited.", "?Morva"),
    ("Gunmen on motorbikes raided Lobanka and Quenby, 15 km from Tessin, overnight.", "Quenby"),
    ("Varnholt - 12 km from Selko - has been without water since March.", "Varnholt"),
    ("An airstrip near El Morado, 70 km from Hadra, was bombed.", "El Morado"),
    ("Samra, unlike Kelbar, is less than 10 km from the river.", "Samra"),
    ("Unlike Kelbar, Samra is less than 10 km from the river.", "Samra"),
    ("Both Tamrin and Dovar lie within 20 km of Hadra.", "Dovar"),
    ("The rebel-held town of Brasko is 25 km from the government lines in Ostrel.", "Brasko"),
    ("Health workers in Mirsal said the nearest doctor was in Hadra, 31 km away from them.", "Hadra"),
    ("Tessin's only school is 4 km from the village.", "?school"),
    ("Port Anwick's port lies 3 km from the old town.", "?port"),
    ("New Tarrow is not 80 but 90 miles from Quenby.", "New Tarrow"),
    ("How far is Dovar? It is about 40 km from Samra.", "Dovar"),
    ("The quake, centred 30 km north of Brasko, was felt in Ostrel.", "!"),
    ("The tanker ran aground 2 miles from Port Anwick.", "!"),
    ("A column of tanks was seen 6 km from Kelbar on Sunday.", "!"),
    ("Their village is 14 km from the nearest road.", "?village"),
    ("Its nearest neighbour, Selko, is 19 km from Varnholt.", "Selko"),
    ("According to the mayor, Hadra is 66 km from the coast.", "Hadra"),
    ("The aid group said that Jisr Halan, which had been cut off by snow, was 12 km from the nearest clinic.", "Jisr Halan"),
    ("Situated on the Ilva, Tamrin is 8 km from Dovar.", "Tamrin"),
    ("Quenby (formerly Ansty), a village of 300, lies 11 miles NW of Tessin.", "Quenby"),
    ("In the summer of 1943 the regiment reached Lobanka, 90 km short of the frontier.", "Lobanka"),
    ("In 1712 a chapel was built at Mirsal, some 2 miles from Hadra.", "Mirsal"),
    ("Clashes continued in and around Samra, 20 km from Kelbar.", "Samra"),
    ("A drone hit an oil depot in the Ostavian town of Dovar, about 500 km from Varnholt.", "Dovar"),
    ("Police in New Tarrow arrested a man from Quenby, 50 miles from the city.", "Quenby"),
    ("A fire broke out in a warehouse on the edge of Brasko, 6 km from Ostrel.", "Brasko"),
    ("Troops advanced to within 5 km of Tamrin.", "!"),
    ("The army has pushed the rebels back 15 km from Port Anwick.", "!"),
    ("A land mine killed two boys near Selko, 24 km from Varnholt.", "Selko"),
    ("The wells at Bir Zafar, 70 km from any town, are dry.", "?Bir Zafar"),
    ("Some 300 families live in tents at Camp Ruval, 16 km from Kelbar.", "?Camp Ruval"),
    ("EIGHT PEASANTS WERE MURDERED AT TESSIN, 30 KM NORTH OF LOBANKA, THE ARMY SAID.", "Tessin"),
    ("THE GUERRILLAS ATTACKED A CONVOY 20 KM FROM SAMRA.", "!"),
    ("KELBAR IS 15 KM FROM BRASKO.", "Kelbar"),
    ("dovar lies 30 km north of hadra, says the guidebook.", "Dovar"),
    ("three labourers from quenby were found dead 2 km from tessin.", "!"),
    ("Ostrel, 5,400 inhabitants, 33 km from Brasko, votes on Sunday.", "Ostrel"),
    ("Mirsal (31 km from Dovar) and Selko (40 km from Hadra) were spared.", "Mirsal", "Selko"),
    ("The old road from Samra to Kelbar, 12 km from the river, is closed.", "!"),
    ("Tamrin's inhabitants, 12 km from the front, sleep in cellars.", "Tamrin"),
    ("From Hadra, 9 km from the border, smoke could be seen.", "Hadra"),
    ("Hadra? That is 9 km from the border.", "Hadra"),
    ("Whether Lobanka is 10 or 20 miles from New Tarrow nobody knows.", "Lobanka"),
    ("If Dovar were 5 km from Samra, he would walk.", "Dovar"),
    ("A truckload of aid reached Samra, a two-street town at the end of a dirt track 30 km from Kelbar.", "Samra"),
    ("What remains of Dovar lies 12 km from Hadra.", "Dovar"),
    ("The convoy left Tessin at dawn and was 20 miles from Quenby by noon.", "!"),
    ("The villages of Samra and Kelbar are 20 km from Dovar.", "Kelbar"),
    ("Elders in Dovar, the town closest to the fighting and just 6 km from the front, said no.", "Dovar"),
    ("Mirsal, which has a clinic but no doctor, and which lies 30 km from Hadra, was hit hardest.", "Mirsal"),
    ("A border post called Tal Abra, about 45 km west of Samra, reopened.", "?Tal Abra"),
    ("PORT ANWICK, THE COUNTRY'S SECOND CITY, IS 300 KM FROM SAMRA.", "Port Anwick"),
    ("The Vestanian town of Tamrin, close to the Ostavian border and 90 km from Dovar, has two camps.", "Tamrin"),
    ("Hadra lies on a plain, Selko in the hills, 20 km from Varnholt.", "Selko"),
    ("The area around Mirsal, 22 km from Dovar, was mined.", "Mirsal"),
    ("Villagers in Keshin, 30 km from the Ostavian border, fled.", "?Keshin"),
]
TABLE = [
    *RELATIVE_CLAUSES, *APPOSITIONS, *PARTICIPLES, *COPULAS, *INVERSIONS, *SECOND_DISTANCES, *FACILITIES, *EVENTS, *REFERENCES,
    *AREAS_AND_RIVERS, *ONE_CASE, *ALL_SORTS,
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [(row[0], list(row[1:])) for row in TABLE])
def test_a_distance_is_stated_of_the_right_thing(text, expected):
    """One sentence, one near end for each distance in it."""
    found = [_near_end(claim) for claim in _claims(text)]
    assert len(expected) == len(found), found
    assert all(_agrees(one, other) for one, other in zip(expected, found, strict=True)), (expected, found)


def test_hostile_text_is_read_in_linear_time():
    """Eight times the text takes well below thirty times as long, whatever it is made of."""
    units = (
        "Samra, which is, ",
        "(",
        "in the of the ",
        "a town, and ",
        "Samra 5 km from Kelbar and ",
        "is 5 km from, ",
        "Xa Yb ",
        "– that ",
    )

    def seconds(count):
        start = perf_counter()
        for unit in units:
            _claims(unit * count + "12 km from Hadra.")
        return perf_counter() - start

    seconds(20)
    assert seconds(800) < 30 * seconds(100) + 0.5
