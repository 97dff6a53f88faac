"""Forms of a stated distance, each over the invented world: which numbers are found, and between which ends."""

import pytest

# Each row: the text, then for each distance its number in the unit of the text, near end (None: not asked here), far end, direction.
FORMS = {
    "both ends by the form": [
        ("Mirado and Calvera are 55 km apart.", [(55, "Mirado", "Calvera", None)]),
        ("MIRADO AND CALVERA LIE SOME 55 KMS APART, POLICE SAID.", [(55, "MIRADO", "CALVERA", None)]),
        ("The towns of Mirado and Calvera, barely 55 kilometres apart, changed hands twice.", [(55, "Mirado", "Calvera", None)]),
        ("Mirado is 55 km apart from Calvera.", [(55, "Mirado", "Calvera", None)]),
        ("Mirado is separated from Calvera by 55 km of scrub.", [(55, "Mirado", "Calvera", None)]),
        ("Dunbrik is separated from the Vestanian border by only 110 kilometres.", [(110, "Dunbrik", "the Vestanian border", None)]),
        ("Only 55 km of mined farmland separate Mirado from Calvera.", [(55, "Mirado", "Calvera", None)]),
        ("Some 55 km separates Mirado and Calvera.", [(55, "Mirado", "Calvera", None)]),
        ("Less than 60 km lie between Mirado and Calvera.", [(60, "Mirado", "Calvera", None)]),
        ("The distance between Mirado and Calvera is 55 km.", [(55, "Mirado", "Calvera", None)]),
        ("The distance from Mirado to the Ostavian border is about 110 km.", [(110, "Mirado", "the Ostavian border", None)]),
        ("Mirado to Calvera is 55 km by the valley.", [(55, "Mirado", "Calvera", None)]),
        ("From Mirado to Calvera it is 55 km.", [(55, "Calvera", "Mirado", None)]),
        ("It is 55 km from Mirado to Calvera, drivers said.", [(55, "Calvera", "Mirado", None)]),
        ("Supplies had to cover a distance of 55 km from Mirado to Calvera.", [(55, "Calvera", "Mirado", None)]),
        ("The guns covered a distance of some 55 km between Mirado and Calvera.", [(55, "Mirado", "Calvera", None)]),
        ("From Calvera, Mirado is 55 km away.", [(55, "Mirado", "Calvera", None)]),
        ("From Calvera, it is 55 km to Mirado.", [(55, "Mirado", "Calvera", None)]),
        ("From Port Selim, Calvera lies 110 km off to the east.", [(110, "Calvera", "Port Selim", "E")]),
        ("In Mirado, the Ostavian border is 110 km away.", [(110, "Mirado", "the Ostavian border", None)]),
        ("Families in Mirado wait. It is 900 km to the sea.", [(900, None, "the sea", None)]),
        ("Mirado was quiet. It is only 110 km to the border with Ostavia.", [(110, None, "the border with Ostavia", None)]),
        (
            "Mirado and Tessin are 8 and 130 km from Calvera, respectively.",
            [(8, "Mirado", "Calvera", None), (130, "Tessin", "Calvera", None)],
        ),
        (
            "Mirado, 12 miles from Calvera, 8 from Tessin, is a market town.",
            [(12, "Mirado", "Calvera", None), (8, "Mirado", "Tessin", None)],
        ),
        ("The post stood half a kilometre's distance from Mirado.", [(0.5, None, "Mirado", None)]),
        ("Mirado, a 55-km drive from Calvera, has one clinic.", [(55, "Mirado", "Calvera", None)]),
        ("From the Ostavian border, Calvera is barely 110 km away.", [(110, "Calvera", "the Ostavian border", None)]),
        ("From here, Mirado is 55 km away.", [(55, "Mirado", "here", None)]),
        ("From Calvera, the village of Mirado lies some 55 km to the north.", [(55, "the village of Mirado", "Calvera", "N")]),
        ("From Calvera to Mirado is a distance of 55 km.", [(55, "Mirado", "Calvera", None)]),
        ("The distance from Calvera to Mirado, 55 km, takes two hours.", [(55, "Mirado", "Calvera", None)]),
        ("The distance between the camp and the Ostavian border is only 900 metres.", [(0.9, "the camp", "the Ostavian border", None)]),
        ("At its nearest point the front line is 8 km from Mirado.", [(8, "Mirado", "the front line", None)]),
        ("Mirado was separated by 55 km of marsh from Calvera.", [(55, "Mirado", "Calvera", None)]),
        ("A mere 12 miles of water separate Onaro from the coast.", [(12, "Onaro", "the coast", None)]),
        ("Calvera and Dunbrik, 220 km from each other, share a river.", [(220, "Calvera", "Dunbrik", None)]),
        ("Calvera and Dunbrik lie 220 kilometres away from one another.", [(220, "Calvera", "Dunbrik", None)]),
        (
            "Calvera is 111 km from Port Selim, 220 from Dunbrik and about 55 from Mirado.",
            [(111, "Calvera", "Port Selim", None), (220, "Calvera", "Dunbrik", None), (55, "Calvera", "Mirado", None)],
        ),
        ("Mirado, some 55 km by road from Calvera, was cut off.", [(55, "Mirado", "Calvera", None)]),
        ("Mirado lies at 55 km distance from Calvera.", [(55, "Mirado", "Calvera", None)]),
        ("There are 55 km between Mirado and Calvera.", [(55, "Mirado", "Calvera", None)]),
        ("With only 55 km between Mirado and Calvera, both were alert.", [(55, "Mirado", "Calvera", None)]),
        ("Mirado and the Ostavian border are just 110 km apart.", [(110, "Mirado", "the Ostavian border", None)]),
        ("There are still 20 km to Mirado.", [(20, None, "Mirado", None)]),
        ("The two towns are 55 km apart.", [(55, "The two towns", None, None)]),
        ("Calvera and Mirado are neighbours; the two cities lie only 55 km from each other.", [(55, "the two cities", None, None)]),
        ("It's 55 km from here to Calvera.", [(55, None, "here", None)]),
    ],
    "lists": [
        (
            "Mirado, Tessin and Onaro lie 55, 60 and 140 km from Calvera respectively.",
            [(55, "Mirado", "Calvera", None), (60, "Tessin", "Calvera", None), (140, "Onaro", "Calvera", None)],
        ),
        ("Mirado is 55 km from Calvera and 120 from Port Selim.", [(55, "Mirado", "Calvera", None), (120, "Mirado", "Port Selim", None)]),
        ("Mirado lies 250 km east of Dunbrik and 30 north of Tessin.", [(250, "Mirado", "Dunbrik", "E"), (30, "Mirado", "Tessin", "N")]),
        ("Mirado is 55 km from both Calvera and Tessin.", [(55, "Mirado", "Calvera", None), (55, "Mirado", "Tessin", None)]),
        (
            "Halden lies 50 and 60 km from Calvera and Tessin respectively.",
            [(50, "Halden", "Calvera", None), (60, "Halden", "Tessin", None)],
        ),
        ("Villages 10 km north and 15 km east of Calvera were hit.", [(10, None, "Calvera", "N"), (15, None, "Calvera", "E")]),
        (
            "Explosions were reported 4, 7 and 12 km from Calvera.",
            [(4, None, "Calvera", None), (7, None, "Calvera", None), (12, None, "Calvera", None)],
        ),
        ("Explosions were reported four and seven miles south of Calvera.", [(4, None, "Calvera", "S"), (7, None, "Calvera", "S")]),
        (
            "Mirado and Tessin lie about 50 and 60 km from the border, respectively.",
            [(50, "Mirado", "the border", None), (60, "Tessin", "the border", None)],
        ),
        (
            "Calvera lies respectively 111 and 220 km from Port Selim and Dunbrik.",
            [(111, "Calvera", "Port Selim", None), (220, "Calvera", "Dunbrik", None)],
        ),
        ("Two boats were found 5 km and 8 km off the coast.", [(5, None, "the coast", None), (8, None, "the coast", None)]),
    ],
    "remarks, tails, fractions": [
        ("Mirado lies 34 miles, as the crow flies, from Calvera.", [(34, "Mirado", "Calvera", None)]),
        ("Mirado is 60 miles, maybe less, from Calvera.", [(60, "Mirado", "Calvera", None)]),
        ("Mirado is 55 km (by road) from Calvera.", [(55, "Mirado", "Calvera", None)]),
        ("Mirado is 55 km, or about an hour by bus, north of Calvera.", [(55, "Mirado", "Calvera", "N")]),
        ("Mirado lies fifty-odd kilometres from Calvera.", [(50, "Mirado", "Calvera", None)]),
        ("Mirado is 50-plus km from Calvera.", [(50, "Mirado", "Calvera", None)]),
        ("Mirado is a couple of hundred kilometres from Dunbrik.", [(None, "Mirado", "Dunbrik", None)]),
        ("The post is a fraction of a mile from the Ostavian border.", [(None, None, "the Ostavian border", None)]),
        ("The camp is a three-mile walk from Mirado.", [(3, None, "Mirado", None)]),
        ("Mirado, 55 km from Calvera by road, was cut off.", [(55, "Mirado", "Calvera", None)]),
        ("Mirado is 30-odd miles north of Calvera.", [(30, "Mirado", "Calvera", "N")]),
        ("Mirado is 30+ miles north of Calvera.", [(30, "Mirado", "Calvera", "N")]),
        ("Mirado sits a good 50 km from Calvera.", [(50, "Mirado", "Calvera", None)]),
        ("Mirado sits well over 50 km from Calvera.", [(50, "Mirado", "Calvera", None)]),
        ("Mirado is 50 km plus from Calvera.", [(50, "Mirado", "Calvera", None)]),
        ("Mirado is 55 km, give or take, from Calvera.", [(55, "Mirado", "Calvera", None)]),
        ("Mirado is 55 km -- two hours on bad roads -- from Calvera.", [(55, "Mirado", "Calvera", None)]),
        ("Mirado is 55 km distant from Calvera.", [(55, "Mirado", "Calvera", None)]),
        ("Mirado lies at a distance of around 55 km from Calvera.", [(55, "Mirado", "Calvera", None)]),
        ("The well is half a mile distance away.", [(0.5, None, None, None)]),
        ("The well is a quarter of a mile away from Mirado.", [(0.25, None, "Mirado", None)]),
    ],
    "ways and implied ends": [
        ("Mirado, 110 km inland, was dark.", [(110, "Mirado", "inland", None)]),
        ("The ferry sank 12 nautical miles offshore.", [(12, None, "offshore", None)]),
        ("The column halted 5 km short of Mirado.", [(5, None, "Mirado", None)]),
        ("The boat was found 40 km up the coast from Port Selim.", [(40, None, "Port Selim", None)]),
        ("The dam is 12 km up the valley from Mirado.", [(12, None, "Mirado", None)]),
        ("Onaro, 3 km across the river from Tessin, was shelled.", [(3, "Onaro", "Tessin", None)]),
        ("The depot stood 4 km on the other side of Mirado.", [(4, None, "Mirado", None)]),
        ("The camp lies 5 km across the border in Ostavia.", [(5, None, "the border", None)]),
        ("The wells lie 9 km beyond Mirado.", [(9, None, "Mirado", None)]),
        ("They reached Mirado and, 9 km further on, Tessin.", [(9, "Tessin", "Mirado", None)]),
        ("Mirado lies 55 km to the north.", [(55, "Mirado", None, "N")]),
        ("The clinic is at Tessin, 9 km further along.", [(9, None, None, None)]),
        ("Nine kilometres further on lies Tessin.", [(9, None, None, None)]),
        ("The hamlet lies 6 km up the Orm valley from Mirado.", [(6, None, "Mirado", None)]),
        ("The hamlet lies 6 km along the Calvera road from Mirado.", [(6, None, "Mirado", None)]),
        ("The wreck lies 40 nautical miles down the coast from Port Selim.", [(40, None, "Port Selim", None)]),
        ("Onaro is 3 km over the water from Tessin.", [(3, "Onaro", "Tessin", None)]),
        ("Mirado stands 40 km back from the coast.", [(40, "Mirado", "the coast", None)]),
        ("Mirado stands 40 km inland from the coast.", [(40, "Mirado", "the coast", None)]),
        ("A tanker burned 15 miles out to sea off Port Selim.", [(15, None, "Port Selim", None)]),
        ("A tanker burned 15 miles off Port Selim.", [(15, None, "Port Selim", None)]),
        ("Soldiers pushed 6 km inside Ostavia.", [(6, None, "Ostavia", None)]),
        ("Soldiers stopped 300 yards short of the crossing.", [(300, None, "the crossing", None)]),
        ("The post lies 2 km on the Ostavian side of the border.", [(2, None, "the border", None)]),
    ],
    "labels and answers": [
        ("Site: Mirado. Distance to Calvera: 55 km", [(55, None, "Calvera", None)]),
        ("Mirado IDP camp\nDistance from the Ostavian border: 110 km\nHouseholds: 40", [(110, None, "the Ostavian border", None)]),
        ("Distance to nearest port: approx. 30 km (Port Selim)", [(30, None, "nearest port", None)]),
        ("How far is Mirado from Calvera? About 55 km.", [(55, "Mirado", "Calvera", None)]),
        ("Camp: Mirado\nDistance to border: 20 km\nDistance to Calvera: 55km", [(20, None, "border", None), (55, None, "Calvera", None)]),
        ("Distance from the provincial capital (km): 35 km", [(35, None, "the provincial capital", None)]),
        ("Its distance from Calvera is about 55 km.", [(55, None, "Calvera", None)]),
        ("The distance to the Ostavian border is 110 km.", [(110, None, "the Ostavian border", None)]),
    ],
    "far ends": [
        ("Refugees crossed the 55 km separating Mirado from Calvera at night.", [(55, "Mirado", "Calvera", None)]),
        ("Mirado lies 3 km from the Tessin border crossing.", [(3, "Mirado", "the Tessin border crossing", None)]),
        ("Mirado lies 30 km from the state capital.", [(30, "Mirado", "the state capital", None)]),
        ("Mirado is 30 km from the district headquarters.", [(30, "Mirado", "the district headquarters", None)]),
        ("Mirado is 30 km from the hospital in Calvera.", [(30, "Mirado", "the hospital in Calvera", None)]),
        ("Mirado is 30 km from the main market of Calvera.", [(30, "Mirado", "the main market of Calvera", None)]),
        ("The farm is 3 km from where the convoy was hit.", [(3, None, "where the convoy was hit", None)]),
        ("The nearest clinic is 30 km away, in Mirado.", [(30, None, None, None)]),
        ("The nearest clinic is 30 km away.", [(30, None, None, None)]),
        ("Mirado - 55 km from Calvera", [(55, "Mirado", "Calvera", None)]),
        ("mirado is 55 kms frm calvera and 30 kms from tessin", [(30, None, "tessin", None)]),
        ("mirado town, 3 km from district headquarters", [(3, None, "district headquarters", None)]),
        ("Mirado, 20 km from Lindmark's provincial capital", [(20, "Mirado", "Lindmark's provincial capital", None)]),
        ("They live 5 km from the nearest road.", [(5, None, "the nearest road", None)]),
        (
            "The village is 12 km from the border between Vestania and Ostavia.",
            [(12, None, "the border between Vestania and Ostavia", None)],
        ),
        ("The village is 12 km from the Vestanian-Ostavian border.", [(12, None, "the Vestanian-Ostavian border", None)]),
        ("The village is 12 km from Vestania's frontier with Ostavia.", [(12, None, "Vestania's frontier with Ostavia", None)]),
        ("Mirado is 900 km from the sea.", [(900, "Mirado", "the sea", None)]),
        ("Mirado lies 900 km from the Vestanian coast.", [(900, "Mirado", "the Vestanian coast", None)]),
        ("Mirado is 12 km from the line of contact.", [(12, "Mirado", "the line of contact", None)]),
    ],
}
NO_CLAIMS = [
    "A road of 200 km from Mirado to Calvera is planned.",
    "The column marched 40 km from Mirado to Calvera.",
    "Drivers on the 120-km Mirado-Calvera highway were robbed.",
    "The highway from Mirado to Calvera is 55 km long.",
    "The pipeline runs 200 km from Dunbrik to the sea.",
    "The road from Mirado to Calvera is 55 km.",
    "The two men were born 10 years apart, miles from Calvera they said nothing.",
    "Posts stand 500 metres apart along the fence.",
    "Rows 2 m apart were planted between Mirado and Calvera.",
    "They travelled the 55 km between Mirado and Calvera in a day.",
    "A 55-km stretch of road between Mirado and Calvera was closed.",
    "Teams repaired 30 km of track between Mirado and Calvera.",
    "The rebels advanced 10 km to the north.",
    "Some distance away a dog barked.",
    "The stage covered 109 miles from Calvera to Mirado.",
    "The strip extends 20 km to the east and west.",
    "They drove 30 km east before stopping.",
    "He has 30 km to run.",
    "They gave 8 and 130 km was the sum.",
    "It is 30 km to walk every day.",
    "She walked 30 km to Mirado every week.",
    "The river drops 300 m between Mirado and Calvera.",
    "A ditch 4 m deep and 3 m wide separates Mirado from Calvera.",
    "Two men, 30 and 45, were hurt and 3 km of cable stolen.",
    "A 12-km convoy of trucks left Calvera for Mirado.",
    "The Calvera-Mirado road (55 km) was reopened.",
    "The 55 km road between Mirado and Calvera was reopened.",
    "Engineers will lay 120 km of pipe from Calvera to Mirado.",
    "A journey of 55 km from Mirado to Calvera took nine hours.",
    "Families fled 55 km from Mirado to Calvera on foot.",
    "He was doing 90 km an hour from Mirado.",
    "The river is 2 km wide at Calvera.",
    "The canyon is 300 metres deep to the north.",
    "Winds of 90 km per hour hit Calvera.",
    "The new line is 55 km long, from Mirado to Calvera.",
    "Police cleared a 2-km strip along the border.",
    "The runway extends 3 km to the west.",
    "The army pushed the rebels back 30 km to the east.",
    "Smoke drifted 40 km inland.",
    "It took 3 hours to walk 5 km to school.",
    "He added 12 km to his route.",
    "The flood spread 5 km north, and then stopped.",
    "The dam raises the water 30 m above the valley.",
    "Trenches 5 m apart ran along the ridge and the road.",
    "Two explosions 500 m apart shook Calvera.",
    "At an elevation of 1,200 m, Mirado is cold.",
    "The bridge, 300 m long, spans the river from Calvera to Tessin.",
    "The convoy stretched 5 km from the bridge to the depot.",
    "The two brothers were 2 km apart when it happened.",
]
KM_PER_UNIT = (1.0, 1.609344, 1.852, 0.001, 0.0009144)


def _metric(claims):
    return [claim for claim in claims if claim.kind == "distance"]


def _states(claim, number):
    """Say whether a number, in one of the usual units, lies in what a claim states; a vague claim states none."""
    if claim.stated is None:
        return number is None
    low = claim.stated.low_km if claim.stated.low_km is not None else 0.0
    high = claim.stated.high_km if claim.stated.high_km is not None else float("inf")
    return any(low <= number * km <= high for km in KM_PER_UNIT)


@pytest.mark.parametrize(
    ("text", "expected"), [pytest.param(text, expected, id=f"{group}-{text}") for group, rows in FORMS.items() for text, expected in rows]
)
def test_a_form_gives_its_numbers_and_ends(read, text, expected):
    """Number, near end, far end and direction of each distance come out in the order of the text."""
    claims = _metric(read(text))
    assert [(far, direction) for _, _, far, direction in expected] == [
        (claim.anchor.text if claim.anchor else None, claim.direction) for claim in claims
    ]
    for claim, (number, near, _, _) in zip(claims, expected, strict=True):
        assert near in (None, claim.subject.text)
        assert _states(claim, number)


@pytest.mark.parametrize("text", NO_CLAIMS)
def test_lengths_movements_and_sizes_are_left_alone(read, text):
    """The length of a way, a movement, a size, a gap between things of no name: none is a distance between two places."""
    assert [claim.text for claim in _metric(read(text))] == []
