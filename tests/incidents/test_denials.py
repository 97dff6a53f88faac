"""What somebody tells and another denies at once: in the same sentence, or in the next one."""

from __future__ import annotations

from datetime import date

import pytest

from mapapp import read_report


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("denied", "A trader says that soldiers burned his shop in Gao on Monday; the army denies it."),
        ("denied", "The rebels say that they shot down a helicopter near Kidal on Tuesday. The army says that it did not."),
        ("denied", "A leaflet says that police killed two students in Chittagong on Sunday. That is a lie."),
        ("denied", "The union speaks of two members kidnapped by the police at Thio on Monday. The prefecture denies any kidnapping."),
        ("denied", "A radio story that a ferry sank off Apia on Monday is denied by the owner."),
        ("alleged", "Villagers accused soldiers of burning 12 houses in Djibo on Monday. The army denies that its men were there."),
        ("reported", "Police said gunmen killed four people in Jos on Monday; a gang denied it."),
        ("reported", "Four men were killed in Jos on Monday, police said. The governor denied that he had known of the threat."),
        ("asserted", "Gunmen killed four people in Jos on Monday. The army denied any role."),
        ("alleged", "A shopkeeper in Lae complains that police beat three men on Monday."),
        ("reported", "Four people died in the shelling of Belgorod on Monday, the governor writes."),
        ("denied", "Fishermen say a patrol boat rammed a dinghy off Lesbos on Monday. The coast guard calls it an invention."),
        ("reported", "A bomb killed two people in Lima on Monday, the army said. It was the third this year."),
    ],
)
def test_a_claim_that_is_denied_at_once_is_told_as_denied(expected, text):
    """What police or army tell stands as reported whatever the other side says of it; an accusation stays one."""
    incident = read_report(text, published=date(2019, 6, 14)).incidents[0]
    assert expected == incident.attribution.value
