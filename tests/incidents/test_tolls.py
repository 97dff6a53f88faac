"""What several sentences come to."""

import pytest

from mapapp.incidents.completing.figures import mismatch
from mapapp.incidents.incident import Count


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("A bomb killed three soldiers in Tarsk. The three soldiers were on patrol when they were killed.", (3, 3, 3)),
        ("Six people were killed in a clash in Tarsk. Two of the dead were women. Four people were killed on the spot.", (6, 6, 6)),
        ("A raid killed two guards in Tarsk. A driver was also killed.", (3, 3, 3)),
        ("Jon Vare was shot dead in Tarsk. Vare, a baker, was killed at home.", (1, 1, 1)),
        ("A ferry sank off Tarsk and 31 people drowned. The death toll later rose to 63.", (63, 63, 63)),
        ("Gunmen killed at least four people in Tarsk.", (4, 4, None)),
        ("The quake killed dozens of people in Tarsk.", (24, None, None)),
        ("A blast killed 17 people in Tarsk. First reports had spoken of 20 dead.", (17, 17, 17)),
        ("Three sailors were among the dead after a fire in Tarsk.", (3, None, None)),
        ("The army said 12 soldiers died in Tarsk. The rebels claimed that 40 soldiers were killed.", (12, 12, 40)),
        ("An attack in Tarsk killed two policemen and several civilians.", (2, 2, None)),
        ("The blast in Tarsk killed the governor and two bodyguards.", (3, 3, 3)),
        ("A mortar hit a house in Tarsk, killing a woman and her two sons.", (3, 3, 3)),
        ("All 46 passengers and two crew members died near Tarsk.", (48, 48, 48)),
        ("Jon Vare, a corporal and the head of a charity, was killed in Tarsk.", (1, 1, 1)),
        ("Two passengers, Jon Vare and his son, were killed in Tarsk.", (2, 2, 2)),
        ("A blast in Tarsk killed 30 people. Two more died later, bringing the death toll to 32.", (32, 32, 32)),
        ("Two people were killed and 11 wounded in Tarsk. One of the wounded died later.", (3, 3, 3)),
        ("Six miners died in a blast in Tarsk. A seventh miner has died of his burns.", (7, 7, 7)),
        (
            "Divers found 11 more bodies off Tarsk, bringing the number of dead to 42. Thirty-one bodies had been found before.",
            (42, 42, 42),
        ),
        ("The toll of the wreck off Tarsk rose to 82 on Wednesday. Until Tuesday the toll stood at 81.", (82, 82, 82)),
        ("One interpreter was killed in Tarsk. The rebels said they had killed dozens of soldiers.", (1, 1, 1)),
    ],
)
def test_told_again_is_not_added_and_added_is_not_lost(figures, text, killed):
    """Retold figures are dropped, totals take over, "also" adds."""
    assert figures(text)["killed"] == killed


def test_nothing_stated_is_null(figures):
    """No figure, no key."""
    assert figures("A bomb exploded at a market in Tarsk.") == {}


def test_attackers_have_their_own_key(figures):
    """Victims and attackers are never one number."""
    assert figures("Gunmen killed two guards at a bank in Tarsk. Three attackers were killed by police.") == {
        "killed": (2, 2, 2),
        "attackers_killed": (3, 3, 3),
    }


def test_a_leader_told_of_after_his_men_is_counted_already(figures):
    """His name is news, not another death."""
    text = "Troops killed six rebels in a raid in Tarsk. Two of the rebels died at once. A rebel commander was killed."
    assert figures(text)["attackers_killed"] == (6, 6, 6)


def test_civilians_are_counted_where_the_report_says_so(incidents):
    """Among a number, or by themselves."""
    (incident,) = incidents("A bomb killed 12 people, nine of them civilians, at a market in Tarsk.")
    assert (incident.killed, incident.civilians_killed) == (Count(12, 12, 12), Count(9, 9, 9))


def test_people_driven_from_home_are_a_figure(incidents):
    """They have a key of their own."""
    (incident,) = incidents("Floods in Tarsk displaced about 4,000 people.")
    assert incident.displaced == Count(None, 4000, None)


@pytest.mark.parametrize(
    ("whole", "parts", "shown"),
    [
        (Count(9, 9, 9), [Count(4, 4, 4), Count(5, 5, 5)], None),
        (Count(9, 9, 9), [Count(4, 4, 4), Count(6, 6, 6)], "killed: 9 in all, 4 + 6 in the parts"),
        (Count(9, 9, 9), [Count(4, 4, 4), Count(2, 2, 2)], "killed: 9 in all, 4 + 2 in the parts"),
        (Count(9, 9, None), [Count(4, 4, 4), Count(6, 6, 6)], None),
        (Count(9, 9, 9), [Count(4, 4, 4), None], None),
        (None, [Count(4, 4, 4)], None),
    ],
)
def test_a_total_is_held_against_its_parts(whole, parts, shown):
    """More than the total, or less where every part has its number, is a mismatch and is said."""
    assert mismatch({"killed": whole}, [{"killed": part} for part in parts]) == shown


def test_an_attacker_among_the_dead_is_no_victim(figures):
    """The total holds him; the victims are the others."""
    assert figures("Nine people were killed in an attack on a market in Tarsk. The gunman was among the dead.") == {
        "killed": (8, 8, 8),
        "attackers_killed": (1, 1, 1),
    }


@pytest.mark.parametrize(
    ("text", "victims", "attackers"),
    [
        ("Three bombers stormed a hotel in Tarsk. All three were killed. A waiter died.", 1, 3),
        ("Two attackers opened fire in Tarsk, killing six worshippers. Both were shot dead by police.", 6, 2),
        ("Gunmen attacked a convoy in Tarsk. Soldiers pursued the attackers and shot two of them dead.", None, 2),
        ("A man stabbed two shoppers to death in Tarsk. The 34-year-old was shot dead by police.", 2, 1),
        ("Gunmen fired at villagers in Tarsk. Five of them were killed.", 5, None),
        ("Four miners were hurt by a blast in Tarsk. Two of them died.", 2, None),
    ],
)
def test_people_told_of_before_stay_on_their_side(figures, text, victims, attackers):
    """Whoever attacked is meant by "all three", whoever was fired at by "five of them"."""
    found = figures(text)
    assert (found.get("killed", (None,) * 3)[1], found.get("attackers_killed", (None,) * 3)[1]) == (victims, attackers)


def test_a_relative_clause_tells_of_the_event_it_describes(incidents):
    """It is no second incident."""
    found = incidents("A court in Ombra heard of the arson attack that killed three lodgers in Tarsk in 2014.")
    assert [incident.killed and incident.killed.best for incident in found] == [3]
