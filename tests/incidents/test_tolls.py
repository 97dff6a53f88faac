"""What several sentences come to."""

import pytest


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
        ("An attack in Tarsk killed two policemen and several civilians.", (5, 2, None)),
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
