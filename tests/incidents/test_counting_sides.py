"""Attackers apart from victims, in the many ways in which reports tell of their deaths."""

from datetime import date

import pytest

from mapapp.incidents.wording.effects import Effect


def _dead(tolls):
    """Return (victims, attackers): how many of either side a sentence tells of as dead."""
    dead = [toll for toll in tolls if toll.effect is Effect.KILLED and not (toll.part or toll.earlier)]
    return tuple(sum(toll.count.best or 0 for toll in dead if toll.attackers is side) for side in (False, True))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # killed by those whom they attacked
        ("Police shot one of the raiders.", (0, 1)),
        ("Guards shot two of the robbers as they ran for a van.", (0, 2)),
        ("Troops caught up with the band near the river and shot nine of them dead.", (0, 9)),
        ("Four men who opened fire on a patrol boat were themselves shot dead.", (0, 4)),
        ("The guards returned fire, killing two.", (0, 2)),
        ("A deputy returned fire, striking and killing the man.", (0, 1)),
        ("Police shot dead three men suspected of robbing a bank.", (0, 3)),
        ("Troops killed the last of the five attackers.", (0, 5)),
        ("Four of the ringleaders were shot by guards.", (0, 4)),
        ("The driver was shot dead by police.", (0, 1)),
        ('Four jihadists were "neutralised".', (0, 4)),
        ("A second attacker was beaten to death by the crowd.", (0, 1)),
        ("The mob lynched one of the thieves.", (1, 0)),
        ("Troops put three subversives out of action and captured a fourth.", (0, 3)),
        ("Two members of illegal armed formations were destroyed.", (0, 2)),
        # losses of a side
        ("The army put the attackers' losses at five.", (0, 5)),
        ("Commanders put enemy losses at more than 40.", (0, 40)),
        ("Own losses were two soldiers.", (2, 0)),
        ("The company put its losses at five million.", (0, 0)),
        ("The ambushers suffered two dead.", (0, 2)),
        ("The raiders left behind three bodies.", (0, 3)),
        ("Of the eight attackers, five were killed.", (0, 5)),
        # nobody, or only they
        ("Neither of the two bombers survived.", (0, 2)),
        ("Two men drove a bomb at the depot; neither survived.", (0, 2)),
        ("None of the four attackers survived.", (0, 4)),
        ("None of the nine on board survived.", (9, 0)),
        ("The bomber was the only fatality.", (0, 1)),
        # in one number, or beside it
        ("Six people including two attackers died.", (4, 2)),
        ("Ten people died, the bomber among them.", (9, 1)),
        ("The toll has risen to 31, of whom seven were attackers.", (24, 7)),
        ("The death toll climbed to nine, not including the two assailants.", (9, 2)),
        ("Fifteen soldiers and 19 separatist fighters were dead by evening.", (15, 19)),
        ("5 AG elements killed, 2 captured.", (0, 5)),
        ("The strike killed a commander of the group and four of his fighters.", (1, 4)),
        # no attackers
        ("Three security elements were killed.", (3, 0)),
        ("Two village fighters were killed by the raiders.", (2, 0)),
        ("Unidentified gunmen shot dead a militant leader in the market.", (1, 0)),
        ("Fighters on motorcycles raided the village and shot nine farmers.", (9, 0)),
        ("Police shot two protesters in the leg.", (0, 0)),
        ("Three people were shot at a party.", (0, 0)),
        ("Twelve men were lined up and shot.", (12, 0)),
        ("Four of our men fell in the ambush.", (4, 0)),
        ("Two soldiers fell in the river.", (0, 0)),
        ("One man blew himself up and eight people died.", (8, 0)),
    ],
)
def test_the_dead_of_either_side_are_counted_apart(tolls, sentence, expected):
    """Attackers are known by their noun, by what they did, or by who killed them."""
    assert expected == _dead(tolls(sentence))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On Sunday gunmen fired on a ferry near Tarsk and killed a stoker. Guards sank their boat; two of the gunmen drowned.", (1, 2)),
        ("Three bombers struck a market in Tarsk on Sunday and eight people were killed. The bombers also died.", (8, 3)),
        ("Soldiers killed 12 fighters and lost two men near Tarsk on Sunday. The movement spoke of five dead on its side.", (2, 12)),
        ("The shooter wounded six pupils in Tarsk on Friday before he was hit by a guard. He died in hospital.", (None, 1)),
        ("A driver rammed his car into a patrol near Tarsk on Monday, killing one guard. He was shot dead.", (1, 1)),
        ("A woman attacked in the street in Tarsk on Monday called for help. She was shot dead.", (1, None)),
        ("A gunman shot at a guard in Tarsk on Friday. The guard was wounded. He died in hospital.", (1, None)),
    ],
)  # fmt: skip
def test_attackers_are_known_by_what_is_told_before(incidents, text, expected):
    """A sentence on its own does not say which side "the bombers", "he" or "its side" stand for."""
    found = incidents(text, published=date(2024, 5, 15))
    counts = [tuple(None if count is None else count.best for count in (one.killed, one.attackers_killed)) for one in found]
    assert [expected] == counts
