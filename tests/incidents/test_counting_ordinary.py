"""Figures as ordinary reports tell them: sides within a number, those hit, taken along, older figures, a crowd's own law."""

import pytest

SHOWN = {"killed": "k", "injured": "i", "arrested": "a", "abducted": "b", "displaced": "d"}


def _shown(tolls):
    """Write tolls shortly: "k2 x3 i5" are two victims and three attackers dead and five hurt; parts and older figures are left out."""
    found = []
    for toll in tolls:
        if not (toll.part or toll.earlier):
            sign = "x" if toll.attackers and toll.effect == "killed" else SHOWN[toll.effect.value]
            found.append(f"{sign}{toll.count.best if toll.count.best is not None else f'{toll.count.low}+'}")
    return " ".join(sorted(found))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # sides within a number
        ("The raids left fourteen people dead, four of the band's own men included.", "k10 x4"),
        ("Clashes, two places: 12 killed, of whom 8 rebels.", "k4 x8"),
        ("60 people were killed, including 35 hostages and 25 militants.", "k35 x25"),
        ("The hold-up ended with three of the bandits and a passenger dead.", "k1 x3"),
        ("The assault failed in that both raiders were shot dead, although a recruit bled to death.", "k1 x2"),
        ("The group lost eleven men.", "x11"),
        ("The battalion lost eleven men.", "k11"),
        ("SECURITY FORCES KILL 14 IN THE NORTH, FIVE OF THEM CHILDREN", "k14"),
        ("SECURITY FORCES KILL 14 IN THE NORTH", "x14"),
        # a crowd takes the law into its hands
        ("A mob burned two alleged thieves to death.", "k2"),
        ("A suspected robber was beaten to death by a crowd.", "k1"),
        ("Police shot dead a suspected robber.", "x1"),
        # hit by shots
        ("A girl was killed and four others were hit before a guard shot him.", "i4 k1"),
        ("Shots at a bus, one man hit.", "i1"),
        ("Two records were hit, and two men were hit by the crisis.", ""),
        # taken along to death, or as a shield
        ("A bomber blew himself up at the gate and took five soldiers with him.", "k5"),
        ("The mayor took five soldiers with him to the gate.", ""),
        ("The gang took nine passers-by as a human shield.", "b9"),
        ("Ten traders were killed and 15 women were taken.", "b15 k10"),
        ("Ten traders were killed and 15 women were taken to hospital.", "i15 k10"),
        ("Three boys were taken by two men to hospital.", ""),
        ("Baton charges left dozens bruised and 34 were put in vans.", "a34"),
        ("Rockets hit the flats, and 120 people had to leave a block that was declared unsafe.", "d120"),
        ("Eleven players had to leave the pitch.", ""),
        # hurt in other words
        ("A drive-by left two men dead and four persons nursing gunshot wounds.", "i4 k2"),
        ("Shelling left 12 people in need of treatment.", "i12"),
        ("Five persons perished and 24 persons got injuries of various degree.", "i24 k5"),
        ("Mud buried a house, taking the lives of a couple and their baby, and 900 people spent the night in schools.", "d900 k1 k2"),
        ("Brawl in a bar, 3 stabbed, nobody dead.", "i3 k0"),
        # what is no figure of people
        ("About 200 people marched on Monday, tyres were burned, and seven were arrested.", "a7"),
        ("The operator rejects talk of 30 dead.", ""),
        ("The figure of 14 deaths in the previous bulletin included five men.", ""),
        ("In 2011 a clerk was wounded by a stray bullet.", "i1"),
        ("Nine crew and 12 staff were killed.", "k12 k9"),
        ("At least 25 people, most of them women and children, drowned.", "k25"),
        ("A lawyer, missing since Friday, was found dead in a river.", "k1"),
    ],
)
def test_ordinary_reports_are_counted(tolls, sentence, expected):
    """Each figure is found once, with its side."""
    assert _shown(tolls(sentence)) == expected


def test_the_best_number_is_never_below_the_least(incidents):
    """Where a number stands beside people without one, the bounds keep their order."""
    killed = incidents("Nine villagers and several soldiers were killed in an ambush near Gao on Monday.")[0].killed
    assert (killed.low, killed.best, killed.high) == (9, 9, None)
