"""Nearness, betweenness, bare directions and travelling times, in sentences of many genres over the invented world."""

from time import process_time

import pytest

from mapapp.claims.claim import ClaimKind, Interval
from mapapp.claims.judging.thresholds import LOOSE, STRICT
from mapapp.claims.surroundings import Surroundings
from mapapp.claims.unnumbered.looser import looser_claims

NEAR, BETWEEN, POINTED, TIME = ClaimKind.NEAR, ClaimKind.BETWEEN, ClaimKind.DIRECTION, ClaimKind.TRAVEL_TIME
EVENT, ANY = "the event", None

# A sentence, and of its one claim: words, subject (ANY: a thing or the event, either is right), anchor.
NEARNESS = (
    # wires
    ("A bomb went off near Calvera, police said.", "near Calvera", EVENT, "Calvera"),
    ("Shells fell close to Mirado overnight.", "close to Mirado", EVENT, "Mirado"),
    ("Gunmen opened fire not far from Tessin.", "not far from Tessin", EVENT, "Tessin"),
    ("Two lorries burnt out in the vicinity of Mirado.", "in the vicinity of Mirado", EVENT, "Mirado"),
    ("Heavy fighting was reported around Calvera for a third day.", "around Calvera", EVENT, "Calvera"),
    ("A drone came down just outside Port Selim.", "just outside Port Selim", EVENT, "Port Selim"),
    ("The plant burnt down outside the city of Calvera.", "outside the city of Calvera", EVENT, "the city of Calvera"),
    ("Troops dug in on the outskirts of Calvera.", "on the outskirts of Calvera", EVENT, "Calvera"),
    ("Smoke rose over the northern outskirts of Calvera.", "outskirts of Calvera", EVENT, "Calvera"),
    ("A mortar round hit a yard on the edge of Tessin.", "on the edge of Tessin", EVENT, "Tessin"),
    ("Looters were seen in the suburbs of Port Selim.", "in the suburbs of Port Selim", EVENT, "Port Selim"),
    ("Police found the weapons at or near Mirado.", "near Mirado", EVENT, "Mirado"),
    ("A minibus struck a mine in Tessin, near Calvera.", "near Calvera", "Tessin", "Calvera"),
    ("The village of Mirado, close to Calvera, was sealed off.", "close to Calvera", "Mirado", "Calvera"),
    ("Four men were held near the capital.", "near the capital", EVENT, "the capital"),
    # histories, guides, letters
    ("Mirado lies near Calvera and was founded by salt traders.", "near Calvera", "Mirado", "Calvera"),
    ("Tessin is a stone's throw from Calvera.", "a stone's throw from Calvera", "Tessin", "Calvera"),
    ("Tessin is next to Calvera on every old map.", "next to Calvera", "Tessin", "Calvera"),
    ("Tessin, adjacent to Calvera, keeps its own mayor.", "adjacent to Calvera", "Tessin", "Calvera"),
    ("In Tessin the lamps went out, and soon in nearby Calvera too.", "nearby Calvera", "Tessin", "Calvera"),
    ("Tessin stands close by Calvera.", "close by Calvera", "Tessin", "Calvera"),
    ("Tessin, a suburb of Calvera, has no water.", "a suburb of Calvera", "Tessin", "Calvera"),
    ("Tessin is in the neighbourhood of Calvera.", "in the neighbourhood of Calvera", "Tessin", "Calvera"),
    ("Tessin sits at the gates of Calvera.", "at the gates of Calvera", "Tessin", "Calvera"),
    # capitals and small letters
    ("FIVE SOLDIERS DIED NEAR CALVERA ON MONDAY", "NEAR CALVERA", EVENT, "CALVERA"),
    ("two persons nabbed near mirado with 3 kg of explosive, says police", "near mirado", EVENT, "mirado"),
    # borders
    ("Onaro, near the Vestanian border, was shelled.", "near the Vestanian border", "Onaro", "the Vestanian border"),
    ("Onaro is close to the border with Vestania.", "close to the border with Vestania", "Onaro", "the border with Vestania"),
    ("Patrols met on the Vestanian-Ostavian border.", "on the Vestanian-Ostavian border", EVENT, "the Vestanian-Ostavian border"),
    ("Smugglers were caught along the Ostavian border.", "along the Ostavian border", EVENT, "the Ostavian border"),
    ("Lorries queued at the Ostavian border all night.", "at the Ostavian border", EVENT, "the Ostavian border"),
    ("Men died at Calvera and Tessin in clashes along the Ostavian border.", "along the Ostavian border", ANY, "the Ostavian border"),
    ("Tents stand by the border with Ostavia.", "by the border with Ostavia", ANY, "the border with Ostavia"),
    ("Onaro lies right on the border between Vestania and Ostavia.",
     "right on the border between Vestania and Ostavia", "Onaro", "the border between Vestania and Ostavia"),
    ("A camp was raided in the border area of Ostavia.", "in the border area of Ostavia", EVENT, "the border area of Ostavia"),
    ("Herders clashed in the Ostavian border region.", "in the Ostavian border region", EVENT, "the Ostavian border region"),
    ("Onaro, not far from the frontier with Vestania, is a market town.",
     "not far from the frontier with Vestania", "Onaro", "the frontier with Vestania"),
    ("Dunbrik is the city nearest the Vestanian border.", "nearest the Vestanian border", "Dunbrik", "the Vestanian border"),
    # coasts and seas
    ("A trawler sank off the coast of Vestania.", "off the coast of Vestania", EVENT, "the coast of Vestania"),
    ("The tanker was boarded off the Vestanian coast.", "off the Vestanian coast", EVENT, "the Vestanian coast"),
    ("Mirado is on the coast of Vestania.", "on the coast of Vestania", "Mirado", "the coast of Vestania"),
    ("Villages along the Vestanian coast were flooded.", "along the Vestanian coast", ANY, "the Vestanian coast"),
    ("The wreck lies near the coast of Vestania.", "near the coast of Vestania", EVENT, "the coast of Vestania"),
    ("A dinghy with 40 people capsized off Port Selim.", "off Port Selim", EVENT, "Port Selim"),
    ("Pirates seized a freighter off Vestania on Friday.", "off Vestania", EVENT, "Vestania"),
    ("Mirado lies inland from Port Selim.", "inland from Port Selim", "Mirado", "Port Selim"),
    ("Mirado lies just inland from the coast.", "just inland from the coast", "Mirado", "the coast"),
    # facilities and waters with a name of their own
    ("A sentry was shot near Fort Brenna.", "near Fort Brenna", EVENT, "Fort Brenna"),
    ("Fishermen were robbed near Lake Orm.", "near Lake Orm", EVENT, "Lake Orm"),
    # names on no map
    ("A bridge was blown up near Umbarak.", "near Umbarak", EVENT, "Umbarak"),
)  # fmt: skip

BETWEENNESS = (
    ("Tessin lies between Calvera and Dunbrik.", "between Calvera and Dunbrik", "Tessin", "Calvera", "Dunbrik"),
    ("Tessin is halfway between Calvera and Dunbrik.", "halfway between Calvera and Dunbrik", "Tessin", "Calvera", "Dunbrik"),
    ("Tessin, midway between Calvera and Dunbrik, fell.", "midway between Calvera and Dunbrik", "Tessin", "Calvera", "Dunbrik"),
    ("Fighting between Calvera and Dunbrik went on.", "between Calvera and Dunbrik", EVENT, "Calvera", "Dunbrik"),
    ("A convoy was ambushed on the road between Calvera and Mirado.",
     "between Calvera and Mirado", EVENT, "Calvera", "Mirado"),
    ("A convoy was ambushed on the road from Calvera to Mirado.", "from Calvera to Mirado", EVENT, "Calvera", "Mirado"),
    ("A bus travelling from Calvera to Mirado left the road.", "from Calvera to Mirado", EVENT, "Calvera", "Mirado"),
    ("Bandits held up a bus on its way from Calvera to the town of Mirado.",
     "from Calvera to the town of Mirado", EVENT, "Calvera", "the town of Mirado"),
    ("The Calvera to Mirado road was closed.", "The Calvera to Mirado road", ANY, "Calvera", "Mirado"),
    ("A convoy heading from Calvera towards Mirado was hit.", "from Calvera towards Mirado", EVENT, "Calvera", "Mirado"),
    ("A mine went off on the Calvera-Mirado road.", "the Calvera-Mirado road", EVENT, "Calvera", "Mirado"),
    ("Rebels cut the highway linking Calvera and Mirado.", "linking Calvera and Mirado", ANY, "Calvera", "Mirado"),
    ("The rebels cut the highway that links Calvera with Mirado.", "links Calvera with Mirado", ANY, "Calvera", "Mirado"),
    ("The railway line connecting Calvera to Mirado was sabotaged.", "connecting Calvera to Mirado", EVENT, "Calvera", "Mirado"),
    ("The helicopter crashed somewhere between Calvera and the border with Ostavia.",
     "between Calvera and the border with Ostavia", EVENT, "Calvera", "the border with Ostavia"),
    ("Tessin is about halfway from Calvera to Dunbrik.", "halfway from Calvera to Dunbrik", "Tessin", "Calvera", "Dunbrik"),
    ("THE TRAIN DERAILED BETWEEN CALVERA AND MIRADO", "BETWEEN CALVERA AND MIRADO", EVENT, "CALVERA", "MIRADO"),
    ("Herders were killed in an area between Calvera and Tessin.", "between Calvera and Tessin", EVENT, "Calvera", "Tessin"),
)  # fmt: skip

DIRECTIONS = (
    ("Mirado, north of Calvera, fell.", "north of Calvera", "Mirado", "Calvera", "N"),
    ("Two farmers were shot north of Calvera.", "north of Calvera", EVENT, "Calvera", "N"),
    ("Rockets fell just south-east of Port Selim.", "just south-east of Port Selim", EVENT, "Port Selim", "SE"),
    ("Mirado lies to the north of Calvera.", "to the north of Calvera", "Mirado", "Calvera", "N"),
    ("Mirado, some way north of Calvera, fell.", "north of Calvera", ANY, "Calvera", "N"),
    ("Far west of Calvera the harvest failed.", "Far west of Calvera", EVENT, "Calvera", "W"),
    ("Columns moved east of the town of Calvera.", "east of the town of Calvera", EVENT, "the town of Calvera", "E"),
    ("Farms were burnt in the hills northeast of Mirado.", "northeast of Mirado", ANY, "Mirado", "NE"),
    ("Clashes were heard south of the capital.", "south of the capital", EVENT, "the capital", "S"),
    ("A patrol was lost east of Lake Orm.", "east of Lake Orm", EVENT, "Lake Orm", "E"),
    ("Raiders crossed west of the Ostavian border.", "west of the Ostavian border", EVENT, "the Ostavian border", "W"),
    ("TROOPS ADVANCED WEST OF CALVERA", "WEST OF CALVERA", EVENT, "CALVERA", "W"),
    ("fresh clashes erupted south of mirado on tuesday, says the ngo", "south of mirado", EVENT, "mirado", "S"),
    ("Mirado, due north of Calvera, fell.", "due north of Calvera", "Mirado", "Calvera", "N"),
    ("Mirado is situated in the plain directly north of Calvera.", "directly north of Calvera", "Mirado", "Calvera", "N"),
)

TIMES = (
    ("Mirado, a two-hour drive from Calvera, was quiet.", "a two-hour drive from Calvera", "Mirado", "Calvera"),
    ("Mirado is three hours by boat from Calvera.", "three hours by boat from Calvera", "Mirado", "Calvera"),
    ("Mirado is 90 minutes' walk from Calvera.", "90 minutes' walk from Calvera", "Mirado", "Calvera"),
    ("Mirado is a day's march from Calvera.", "a day's march from Calvera", "Mirado", "Calvera"),
    ("Mirado is two days on foot from Calvera.", "two days on foot from Calvera", "Mirado", "Calvera"),
    ("Mirado is an hour north of Calvera.", "an hour north of Calvera", "Mirado", "Calvera"),
    ("Mirado, an hour's drive north of Calvera, fell.", "an hour's drive north of Calvera", "Mirado", "Calvera"),
    ("Mirado is hours from Calvera.", "hours from Calvera", "Mirado", "Calvera"),
    ("Mirado is only a few hours' ride from Calvera.", "only a few hours' ride from Calvera", "Mirado", "Calvera"),
    ("Mirado is half an hour away from Calvera by car.", "half an hour away from Calvera by car", "Mirado", "Calvera"),
    ("Mirado is a 45-minute flight from Calvera.", "a 45-minute flight from Calvera", "Mirado", "Calvera"),
    ("Mirado is some two and a half hours by road from Calvera.", "some two and a half hours by road from Calvera", "Mirado", "Calvera"),
    ("From Calvera it is a three hours' walk to Mirado.", "a three hours' walk to Mirado", ANY, "Mirado"),
    ("The camp is a day's walk from the Ostavian border.", "a day's walk from the Ostavian border", "The camp", "the Ostavian border"),
    ("The clinic in Mirado is five days by mule from Calvera.", "five days by mule from Calvera", "The clinic in Mirado", "Calvera"),
    ("Help is half an hour away by car.", "half an hour away by car", ANY, None),
    ("It is a 20 min drive from Calvera.", "a 20 min drive from Calvera", ANY, "Calvera"),
    ("Mirado is within an hour's drive of Calvera.", "within an hour's drive of Calvera", "Mirado", "Calvera"),
    ("Mirado is less than 2 hrs from Calvera.", "less than 2 hrs from Calvera", "Mirado", "Calvera"),
    ("The drive from Calvera to Mirado takes two hours.", "drive from Calvera to Mirado takes two hours", ANY, "Calvera"),
    ("It takes three hours to reach Mirado from Calvera.", "three hours to reach Mirado", ANY, "Mirado"),
    ("A bomb went off two hours' drive west of Calvera.", "two hours' drive west of Calvera", EVENT, "Calvera"),
)

NO_CLAIMS = (
    "Talks were near the end when the lights went out.",
    "The airline counted three near misses over Calvera.",
    "The office is shut between Monday and Tuesday.",
    "Trust between the government and the unions was low.",
    "Between 5 and 10 people were hurt in Mirado.",
    "Crowds waited outside the building.",
    "Close to 40 people died in Calvera.",
    "He spoke along the lines of his speech in Mirado.",
    "The count stood north of 100 people.",
    "He said so off the record in Calvera.",
    "They had next to nothing left in Mirado.",
    "Around 40 men fled Tessin.",
    "She teaches Near Eastern history in Calvera.",
    "Talks between Vestania and Ostavia broke down.",
    "The war between Vestania and Ostavia lasted a year.",
    "A treaty between Port Selim and Dunbrik was signed.",
    "The border with Ostavia was closed.",
    "Ostavia reopened its border on Sunday.",
    "The match between Calvera and Mirado ended in a draw.",
    "He lives in the north of Vestania.",
    "Farmers in the south of Calvera complained.",
    "The party came close to winning Calvera.",
    "The border police came from Calvera.",
    "She turned around Calvera's fortunes.",
    "They have been to fairs all around Vestania.",
    "No one outside Vestania had heard of it.",
    "He was away from Calvera for two hours.",
    "Two hours later Calvera fell.",
    "The siege of Mirado went on for two days from Monday.",
    "Prices rose from Calvera to Mirado.",
    "He fell from grace to ruin in Calvera.",
    "Ties between Calvera and the bishop soured.",
    "The two sides were on the verge of peace in Calvera.",
    "They were on the edge of despair in Mirado.",
    "The army cut off Calvera.",
    "The coast guard left Calvera.",
    "It lies on the border of legality, a judge in Mirado said.",
    "The talks took place around the table in Calvera.",
    "Police chased him around town in Calvera.",
    "A report by the Border Watch of Calvera came out.",
    "He drove from Calvera to Mirado last year.",
    "At the end of the day Calvera lost.",
    "The difference between Calvera and Mirado is the price of bread.",
    "Next to go is Calvera.",
    "They are far from Calvera.",
    "Farms in the north and south of Calvera were flooded.",
    "Two men were held by Vestanian Border Police in Calvera.",
    "Kick-off in Calvera is two hours away.",
    "She divides her time between Calvera and Mirado.",
    "He travelled between Calvera and Mirado for years.",
    "Boys play in the gated suburb of Calvera.",
    "A van was found near Calvera Street.",
    "The plan is nowhere near Calvera's needs.",
)


@pytest.mark.parametrize(("text", "words", "subject", "anchor"), NEARNESS)
def test_nearness_is_found_with_both_ends(read, text, words, subject, anchor):
    """Near, on, off and outside a place, a border or a coast."""
    (claim,) = read(text)
    assert (NEAR, words, subject or _subject(claim), anchor) == (claim.kind, claim.text, _subject(claim), claim.anchor.text)
    assert claim.read_as


@pytest.mark.parametrize(("text", "words", "subject", "anchor", "second"), BETWEENNESS)
def test_betweenness_has_two_anchors(read, text, words, subject, anchor, second):
    """Between two places, halfway, or on the way from one to the other."""
    (claim,) = read(text)
    found = (claim.kind, claim.text, _subject(claim), claim.anchor.text, claim.second_anchor.text)
    assert (BETWEEN, words, subject or _subject(claim), anchor, second) == found


@pytest.mark.parametrize(("text", "words", "subject", "anchor", "point"), DIRECTIONS)
def test_a_direction_alone_is_a_claim(read, text, words, subject, anchor, point):
    """Of a place or of the event."""
    (claim,) = read(text)
    found = (claim.kind, claim.text, _subject(claim), claim.anchor.text, claim.direction)
    assert (POINTED, words, subject or _subject(claim), anchor, point) == found


@pytest.mark.parametrize(("text", "words", "subject", "anchor"), TIMES)
def test_a_travelling_time_is_no_distance(read, text, words, subject, anchor):
    """It is marked as such, whatever moves."""
    (claim,) = read(text)
    assert (TIME, words, "cannot_tell", None) == (claim.kind, claim.text, claim.verdict, claim.stated)
    assert (anchor, subject or _subject(claim)) == (claim.anchor.text if claim.anchor else None, _subject(claim))


@pytest.mark.parametrize("text", NO_CLAIMS)
def test_look_alikes_are_no_claims(read, text):
    """Turns of phrase, times, amounts and dealings between people."""
    assert [claim.text for claim in read(text)] == []


@pytest.mark.parametrize(
    ("text", "verdict", "read_as", "limit_km"),
    [
        ("Onaro, near the border with Vestania, fell.", "supported", "within 25 km of the border", 25.0),  # 22 km
        ("Onaro, on the border with Vestania, fell.", "roughly", "within 10 km of the border", 10.0),
        ("Tessin, near Calvera, fell.", "roughly", "within 25 km of the place", 25.0),  # 56 km, less 6.5 for their extents
        ("Tessin, outside Calvera, fell.", "cannot_tell", "within 10 km of the place", 10.0),
        ("Calvera is near the border with Ostavia.", "cannot_tell", "within 25 km of the border", 25.0),  # 111 km
    ],
)
def test_nearness_is_read_as_so_many_kilometres(read, text, verdict, read_as, limit_km):
    """The reading and the measured kilometres are given; what is farther is not contradicted, near being a matter of taste."""
    (claim,) = read(text)
    assert (verdict, read_as, Interval(None, limit_km)) == (claim.verdict, claim.read_as, claim.read_as_km)
    assert f"{claim.measured_km:.0f} km in a straight line" in claim.reason


@pytest.mark.parametrize(
    ("text", "verdict", "words"),
    [
        ("Tessin lies between Calvera and Dunbrik.", "supported", "1.00 times the straight line"),
        ("Halden lies between Calvera and Dunbrik.", "cannot_tell", "settled by the two being near each other"),
        ("Mirado lies between Calvera and Dunbrik.", "supported", "given the extent of the places"),  # (55 + 229) / 223, less 8
        ("Mirado lies between Calvera and Tessin.", "cannot_tell", "more than the 1.25 times"),
        ("Mirado lies between Calvera and Port Selim.", "cannot_tell", "1.61 times the straight line"),
        ("Dunbrik lies between Calvera and Tessin.", "contradicted", "7.00 times the straight line"),
        ("Tessin lies halfway between Calvera and Dunbrik.", "roughly", "56 km from the middle, 25%"),
        ("Dunbrik lies halfway between Calvera and Tessin.", "contradicted", "does not fit"),
        ("Port Selim lies halfway between Calvera and Dunbrik.", "cannot_tell", "more than the 20%"),
        ("Onaro lies between Calvera and the border with Ostavia.", "cannot_tell", "One of the two is a line"),
        ("Tessin lies between Calvera and Umbarak.", "cannot_tell", "“Umbarak”, which has no position"),
    ],
)
def test_betweenness_is_measured_by_the_way_over_the_place(read, text, verdict, words):
    """Contradicted only where it is absurd."""
    (claim,) = read(text)
    assert (ClaimKind.BETWEEN, verdict, True) == (claim.kind, claim.verdict, words in claim.reason), claim.reason


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Mirado lies north of Calvera.", "supported"),
        ("Mirado lies south of Calvera.", "contradicted"),
        ("Onaro lies east of the border with Vestania.", "supported"),
        ("Onaro lies west of the border with Vestania.", "contradicted"),
        ("Onaro lies north of Lake Orm.", "cannot_tell"),
    ],
)
def test_a_direction_alone_is_judged(read, text, verdict):
    """Of a line it names a side; an area has no one bearing."""
    (claim,) = read(text)
    assert (POINTED, verdict, verdict) == (claim.kind, claim.verdict, claim.direction_verdict)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A bomb went off near Calvera.", "Calvera"),
        ("Fighting went on between Calvera and Dunbrik.", "Calvera"),
        ("Two farmers were shot north of Calvera.", "Calvera"),
    ],
)
def test_an_event_is_no_check_but_tells_where_it_happened(read, text, place):
    """No verdict, yet the far end has its place, which locates the incident."""
    (claim,) = read(text)
    assert ("cannot_tell", True, True) == (claim.verdict, claim.subject.event, "tells where the event happened" in claim.reason)
    assert (True, True) == (claim.anchor.place_id.startswith(f"test:{place}"), claim.anchor.position is not None)


def test_what_the_report_denies_gets_no_verdict(read):
    """The measurement is given all the same; "not far from" denies nothing."""
    denied, affirmed = read("Onaro is not near the border with Vestania.")[0], read("Onaro is not far from the border with Vestania.")[0]
    assert (True, "cannot_tell", 22.26) == (denied.negated, denied.verdict, denied.measured_km)
    assert (False, "supported") == (affirmed.negated, affirmed.verdict)


def test_no_two_claims_stand_on_the_same_words(read):
    """A distance takes its words first: "5 km north of Calvera" is no bare direction as well."""
    claims = read("Mirado, 55 km north of Calvera and near the border with Ostavia, lies between Calvera and Dunbrik.")
    assert [ClaimKind.DISTANCE, NEAR, BETWEEN] == [claim.kind for claim in claims]


def test_a_profile_moves_the_reading(read):
    """The looser profile reads "near" as 50 km, the stricter as 15."""
    text = "Tessin, near Calvera, fell."
    here = Surroundings(text, read.toponyms(text), read.gazetteer, None)
    found = [looser_claims(here, [], thresholds=profile)[0] for profile in (LOOSE, STRICT)]
    assert [("supported", 50.0), ("cannot_tell", 15.0)] == [(claim.verdict, claim.read_as_km.high_km) for claim in found]


@pytest.mark.parametrize(
    "words",
    [
        "near Calvera ",
        "between Calvera and ",
        "on the the the the the border ",
        "two hours from ",
        "a road from Calvera to ",
        "Calvera-Mirado road ",
        "in the a b c border area of ",
        "off Calvera ship ",
        "north of the ",
        "talks a b between Calvera and Mirado ",
    ],
)
def test_hostile_text_costs_no_more_than_its_length(read, words):
    """Four times the text takes about four times as long."""
    seconds = []
    for length in (2_000, 8_000):
        text = words * (length // len(words))
        here = Surroundings(text, read.toponyms(text), read.gazetteer, None)
        start = process_time()
        looser_claims(here, [])
        seconds.append(process_time() - start)
    assert seconds[1] < 12 * seconds[0] + 0.1


def _subject(claim):
    return EVENT if claim.subject.event else claim.subject.text
