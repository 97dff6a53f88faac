"""People killed, hurt, held, led off and driven from home, in manners of writing other than news."""

from datetime import date

import pytest

SHOWN = {"killed": "k", "injured": "i", "arrested": "a", "abducted": "b", "displaced": "d"}


def _shown(tolls):
    """Write tolls shortly: "k2 i5" are two dead and five hurt, "d130+" is 130 or more driven from home; parts are left out."""
    found = []
    for toll in tolls:
        if not (toll.part or toll.earlier):
            number = toll.count.best if toll.count.best is not None else f"{toll.count.low}+"
            found.append(f"{SHOWN[toll.effect.value]}{number}")
    return " ".join(sorted(set(found)))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # hurt by how it came about
        ("Three women were cut by flying glass.", "i3"),
        ("The village was cut off by the flood, and 40 people were cut off from help.", ""),
        ("Two women were burned.", "i2"),
        ("Five workers suffered smoke poisoning.", "i5"),
        ("Twelve were overcome by fumes.", "i12"),
        ("A crowd beat two spraying workers.", "i2"),
        ("The home side beat two rivals in the cup.", ""),
        ("A constable was clubbed and kicked.", "i1"),
        ("A man stabbed three people, killing one.", "k1"),
        ("A girl was hit by a stray bullet.", "i1"),
        ("Two shops were hit by a falling tree.", ""),
        ("A runaway horse put three riders in hospital.", "i3"),
        ("Four were flown to a hospital in the capital.", "i4"),
        ("16 were treated in the infirmary.", "i16"),
        ("The blast killed eight and left 13 with burns.", "i13 k8"),
        ("One has lost two teeth.", "i1"),
        ("Three pax fatally injured, one serious.", "i1 k3"),
        ("Two on board seriously injured.", "i2"),
        ("The fire ended without injured persons.", "i0"),
        ("No life was lost.", "k0"),
        ("He was wounded in the raid and died on the way to town.", "k1"),
        ("Three killed, 11 burned, loss of four million.", "i11 k3"),
        ("Three killed and 11 cars burned.", "k3"),
        ("3 houses destroyed, 11 burned.", ""),
        ("Eleven lie wounded in the mission.", "i11"),
        ("4 dead, 9 inj.", "i9 k4"),
        ("Robbers shot the attendant in the thigh and fled.", "i1"),
        # dead, by other words
        ("Eleven seamen were lost when the trawler sank.", "k11"),
        ("Eleven sheep were lost when the river rose.", ""),
        ("In that week there were 12 homicides.", "k12"),
        ("7,400 cases 212 deaths", "k212"),
        ("The outbreak of 1997 took more than 410 lives.", "k410"),
        ("Three wardens of a hunting ground killed on Monday.", "k3"),
        ("A mine under a tractor: two brothers dead, the driver of a second tractor hurt.", "i1 k2"),
        ("2 x killed, 4 x injured", "i4 k2"),
        ("Bazar: died 3, resettled 200.", "d200 k3"),
        ("Victim f/70 dead at scene, driver arrested.", "a1 k1"),
        ("4 of ours wounded.", "i4"),
        # corrections and comparisons are no people of their own
        ("4 dead now, not 2, and 19 wounded.", "i19 k4"),
        ("The government gives 14 dead, three more than last night, and about 60 injured.", "i60 k14"),
        ("Fatalities now 4 (previous notice 3).", "k4"),
        ("5 citizens died (at 22:00: 4 dead).", "k5"),
        ("By evening the number of arrests had risen to 31.", "a31"),
        # held and led off
        ("The vigilance group caught six informers.", "a6"),
        ("The storm caught six climbers.", ""),
        ("Guards caught up with the thieves near the bridge.", ""),
        ("Carabineers are holding five persons suspected of smuggling.", "a5"),
        ("Police hold two brothers.", "a2"),
        ("All four arrested; two handguns seized.", "a4"),
        ("Five fishermen seized off the coast.", "b5"),
        ("The gang holds 19 farmers.", "b19"),
        ("Bandits carried off nine girls.", "b9"),
        ("The bomb that he was carrying went off.", ""),
        ("Nine coffee pickers were taken off a truck.", "b9"),
        ("A foreman was dragged from his jeep by armed men.", "b1"),
        ("A woman was dragged from her car by the flood.", ""),
        ("Gunmen took the master and three seamen.", "b1 b3"),
        ("Missing after being taken: 5.", "b5"),
        ("Arrested without a warrant: 64.", "a64"),
        ("Held by police: 11.", "a11"),
        ("The police have 11 men in custody.", "a11"),
        ("Man held over blaze.", "a1"),
        ("The driver was freed; the priest is still being held.", ""),
        # driven from home
        ("Some 1,800 have moved to the hills.", "d1800"),
        ("Some 2,300 have moved to the front in the polls.", ""),
        ("Some 1,600 people have walked out of the valley since Thursday.", "d1600"),
        ("2,000 workers walked out of the talks.", ""),
        ("The mission counts 5,400 who sleep in classrooms.", "d5400"),
        ("More than 3,000 people crossed the river into the next country.", "d3000"),
        ("12,300 people are in 21 accommodation centres.", "d12300"),
        ("300 pupils are in schools again.", ""),
        ("In evacuation centres: 4,100 persons.", "d4100"),
        ("IDPs: approx. 2,400.", "d2400"),
        ("All 41 residents had to be accommodated elsewhere.", "d41"),
        ("130 families were moved to tents.", "d130+"),
        ("The fighting sent 9,000 people across the border.", "d9000"),
        ("1,200 houses were destroyed, leaving 6,000 people without shelter.", "d6000"),
        ("The fire forced 1,900 to evacuate.", "d1900"),
        ("Fighting since 3 May has driven some 12,000 people to the town.", "d12000"),
        ("The bus company has driven 300 passengers to the airport.", ""),
        ("500 containers were moved to the camp.", ""),
        # what looks like people, and what does not
        ("40 houses were burned.", ""),
        ("Raiders killed four of his goats.", ""),
        ("They killed nine of our faithful.", "k9"),
        ("A boy died and his parents were badly burned.", "i2 k1"),
        ("Two female campaign workers and a policeman were killed.", "k1 k2"),
        ("A captain and a sepoy embraced martyrdom.", "k1"),
        ("Nine were killed and twice as many injured.", "k9"),
        ("Of the 14 injured, three later died.", "k3"),
        ("Of the 14 injured, three are in a serious condition.", ""),
        ("The patient was taken to a clinic for tests.", ""),
        ("The bandits drove away 70 of our people.", "b70"),
        ("Two forest officers are dragged from their quarters.", "b2"),
        ("Raiders forced seven boys to carry their loot into the forest.", "b7"),
        ("Troops eliminated 16 militants and seized three.", "a3 k16"),
        ("Militants killed two guards and seized three.", "b3 k2"),
    ],
)
def test_people_are_counted_in_any_manner(tolls, sentence, expected):
    """The verb need not be one of killing, wounding, arresting or fleeing; what only looks like it counts nobody."""
    assert expected == _shown(tolls(sentence))


@pytest.mark.parametrize(
    ("text", "key", "expected"),
    [
        ("A man stabbed a guard in Tarsk on Monday. The guard was killed.", "injured", None),
        ("A man stabbed a guard in Tarsk on Monday. The guard was wounded.", "injured", 1),
        ("A bomb wounded a guard in Tarsk on Monday. He died in hospital on Tuesday.", "injured", None),
        ("A bomb wounded nine people in Tarsk on Monday. Two of the wounded died on Tuesday.", "injured", 9),
        ("The toll of Sunday's attack on a school in Tarsk rose to 42 on Monday when a pupil died of her burns.", "killed", 42),
        ("A bus fell off a bridge in Tarsk on Monday with 30 people on board. All drowned.", "killed", 30),
        ("Herders burned 30 houses at Lisk on Monday. Some 900 people were displaced to the town.", "displaced", 900),
        ("A bomb killed four guards in Tarsk on Sunday. A fifth guard died overnight, the mayor said on Monday.", "killed", 5),
        ("A mudslide in Tarsk killed 29 people on Monday. On Tuesday officials had spoken of 12 dead.", "killed", 29),
    ],
)
def test_nobody_is_counted_twice_over_several_sentences(incidents, text, key, expected):
    """Who is hurt first and dies later is dead; an older count is no other event."""
    found = incidents(text, published=date(2024, 5, 15))
    assert [expected] == [None if getattr(one, key) is None else getattr(one, key).best for one in found]


def test_the_driver_belongs_to_the_event_just_told(incidents):
    """Not to an earlier one that has dead already."""
    found = incidents(
        "Raiders hit a hamlet near Lisk on Sunday and killed seven villagers.\n\n"
        "A lorry was shot up near Tarsk on Tuesday. The driver was killed.\n",
        published=date(2024, 5, 15),
    )
    assert [("Lisk", 7), ("Tarsk", 1)] == [(one.site.text, one.killed.best) for one in found]
