"""A lead that sums up what the paragraphs behind it tell place by place, and where its family ends."""

from datetime import date

import pytest

from mapapp.incidents.incident import IncidentType

PUBLISHED = date(2019, 5, 14)


def _parts(found):
    """Return the places of the parts, in order of the text; all of one whole, that the report opens with."""
    whole = found[0]
    assert whole.parent is None
    assert {incident.parent for incident in found} <= {None, whole.id}
    return [incident.site.text for incident in found if incident.parent == whole.id]


FIGURES_THAT_COME_TO_THE_LEADS = [
    """At least 19 people have been killed in Arcadia since Saturday, the interior ministry said on Tuesday.

The bloodiest day was Sunday in Tarsk, where gunmen killed twelve worshippers.

On Monday, four more people died when a grenade went off at a market in Ombra.

Near Velden, three farmers were shot dead early on Tuesday.""",
    """A weekend that opened with a stabbing in Tarsk and closed with gunfire in Velden left six people dead, police said on Monday.

In Tarsk, two brothers were stabbed to death outside a bar early on Saturday.

That night in Ombra, a couple were found shot dead in their flat.

On Sunday afternoon a man opened fire at a fair in Velden, killing a girl. A guard shot the gunman dead.""",
    """Raiders killed eleven people in three villages of Arcadia between Friday and Sunday, the governor's office said.

The riders first came to Tarsk on Friday evening. Six traders were killed at the market.

On Saturday night the same band burned barns at Ombra and killed three sleepers.

The last attack, at dawn on Sunday, was on Velden, where two watchmen were shot dead.""",
    """Ten people have died in violence across Arcadia over the weekend.

Gunmen killed five men at a petrol station in Tarsk on Saturday.

In Ombra, a mob beat three suspected thieves to death on Sunday.

Two passengers were shot dead on a bus near Velden.""",
    """Nine people were shot dead in Arcadia in the past three days, among them two gunmen, the police commissioner said.

Tarsk saw the worst of it: gunmen killed four guards at a depot on Saturday.

In Ombra, a shopkeeper was shot dead by a robber on Sunday. Two of the robbers were shot dead by police.

In Velden, two sisters were shot dead at home on Monday.""",
]


@pytest.mark.parametrize("text", FIGURES_THAT_COME_TO_THE_LEADS)
def test_paragraphs_whose_dead_come_to_the_leads_are_its_parts(incidents, text):
    """Whatever words they begin with; the dead attackers count in where the lead does not set them apart."""
    assert _parts(incidents(text, published=PUBLISHED)) == ["Tarsk", "Ombra", "Velden"]


COUNTED_BY_THE_LEAD = [
    """Troops shot dead four villagers in three incidents in Arcadia on Sunday, a rights group said.

In Tarsk, soldiers opened fire on a car that failed to stop. Two brothers were killed.

A shepherd was shot dead near Ombra.

In Velden, a boy of 15 was killed by a stray bullet.""",
    """Rebels carried out three attacks in the reporting week, leaving nine people dead, two of their own men included.

In Tarsk a councillor and his driver were shot dead on Wednesday. On Friday it was the turn of a fuel depot in Ombra, where gunmen killed \
four guards. Finally, a raid on a post near Velden on Saturday was repelled; a policeman was killed and two rebels were shot dead.""",
    """Three bomb attacks hit Arcadia on Monday.

At Tarsk, a bomb exploded in a tea house and wounded six people.

Near Ombra, a roadside bomb destroyed an army lorry; nobody was hurt.

In Velden, a bomb went off outside the town hall, killing a clerk.""",
    """Police recorded three shootings in Arcadia over the weekend.

In Tarsk, a man of 30 was shot dead outside a club on Saturday.

In Ombra, gunmen opened fire on a house on Saturday night. A woman was wounded.

On Sunday, a teenager was shot dead in Velden.""",
]


@pytest.mark.parametrize("text", COUNTED_BY_THE_LEAD)
def test_as_many_places_as_the_lead_counts_events_are_its_parts(incidents, text):
    """Three incidents, three places."""
    assert _parts(incidents(text, published=PUBLISHED)) == ["Tarsk", "Ombra", "Velden"]


ENDINGS = [
    "Separately, a bus overturned near Lisk on Monday, killing two.",
    "In a further incident, police said they had arrested two men in Lisk on Monday.",
    "Not counted was a pensioner who died at a roadblock in Lisk on Sunday.",
    "In March, eleven people were killed in a similar attack in Lisk.",
    "In Lisk, a lorry ran over a cyclist on Monday, killing him.",
    "An unrelated explosion at a mill in Lisk killed a worker on Sunday.",
    "A man was stabbed to death in Lisk on Sunday. That death is not in the ministry's tally.",
    "In Lisk, police arrested nine men over a theft on Monday.",
]


@pytest.mark.parametrize("ending", ENDINGS)
def test_other_matters_behind_a_sum_that_is_complete_are_no_parts(incidents, ending):
    """Told apart, left out of the count, remembered, or of quite another kind."""
    text = f"""Attacks in Arcadia have left nine people dead since Saturday, the interior ministry said on Tuesday.

In Tarsk, gunmen killed five people at a market on Saturday.

In Ombra, four people were shot dead on Sunday.

{ending}"""
    assert _parts(incidents(text, published=PUBLISHED)) == ["Tarsk", "Ombra"]


def test_a_fourth_event_is_none_of_the_three_that_the_lead_counts(incidents):
    """What befell somebody in a fourth town on the same day stands alone."""
    found = incidents(COUNTED_BY_THE_LEAD[0] + "\n\nIn Lisk, soldiers wounded a man at a checkpoint on Sunday.", published=PUBLISHED)
    assert _parts(found) == ["Tarsk", "Ombra", "Velden"]


NO_FAMILIES = [
    """Gunmen killed 12 people in a bar in Tarsk on Sunday, police said.

The attackers fled on foot.

In Ombra, seven people were killed in a bus crash on Monday. In Velden, a mine killed five soldiers.""",
    """Fifteen people died when militants stormed a fort in the north of Arcadia on Monday, the army said.

Separately, a roadside bomb struck a police van near Tarsk and killed three constables.

In Ombra, two men on a motorcycle shot dead a nurse on Tuesday.""",
    """A bomb killed five people at a station in Tarsk on Monday.

A ferry sank off Ombra on Monday, drowning three. Two climbers froze to death near Velden.""",
]


@pytest.mark.parametrize("text", NO_FAMILIES)
def test_figures_of_unrelated_incidents_are_no_sum_by_chance(incidents, text):
    """A lead that tells of one event has no parts in other towns, even where the numbers would fit."""
    assert [incident.parent for incident in incidents(text, published=PUBLISHED)] == [None] * len(incidents(text, published=PUBLISHED))


def test_parts_keep_their_own_days_and_the_whole_its_figure(incidents):
    """The days of the paragraphs are theirs; their dead are not added to the lead's."""
    whole, *parts = incidents(FIGURES_THAT_COME_TO_THE_LEADS[0], published=PUBLISHED)
    assert whole.killed.best == 19
    assert [(part.killed.best, part.date_start.day) for part in parts] == [(12, 12), (4, 13), (3, 14)]
    assert parts[-1].type is IncidentType.SHOOTING
