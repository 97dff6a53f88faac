"""What a word tells depends on who does it, with what, against whom; and on whether it is meant at all."""

import pytest

from mapapp.incidents.incident import IncidentType as T


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Avalanches have killed nine villagers near Tarsk.", T.NATURAL_DISASTER),
        ("A rockfall near Tarsk on Monday killed two hikers.", T.NATURAL_DISASTER),
        ("A tropical storm that tore through Ombra has killed 14 people.", T.NATURAL_DISASTER),
        ("Hailstones the size of eggs killed two people in Tarsk on Friday.", T.NATURAL_DISASTER),
        ("Two boys drowned in a pond in Tarsk on Friday.", T.ACCIDENT),
        ("A lineman was electrocuted in Ombra on Thursday.", T.ACCIDENT),
        ("A train hit a lorry near Tarsk on Tuesday, killing two.", T.ACCIDENT),
        ("An overloaded truck veered off the road near Velden on Monday.", T.ACCIDENT),
        ("Tainted alcohol has killed 22 people in Tarsk since Monday.", T.OTHER),
        ("A blaze ripped through a factory in Tarsk on Monday, killing 30 workers.", T.FIRE),
        ("In Ombra 60 huts burned in a camp on Monday.", T.FIRE),
        ("Two petrol bombs were thrown at a mosque in Tarsk on Sunday.", T.ARSON),
        ("Lawyers boycotted the courts in Tarsk on Tuesday to protest against the murder of a colleague.", T.PROTEST),
        ("Relatives of the men killed in the raid protested outside the hospital in Tarsk on Friday.", T.PROTEST),
        ("Nurses demonstrated in Ombra on Monday, demanding the arrest of the men who beat a doctor.", T.PROTEST),
        ("Villagers blocked the road near Tarsk on Sunday, demanding water.", T.PROTEST),
        ("Farmers burned an effigy of the minister in Tarsk on Tuesday.", T.PROTEST),
        ("Police fired tear gas to disperse demonstrators in Ombra on Monday.", T.PROTEST),
        ("Protesters torched two police cars in Tarsk on Monday.", T.RIOT),
        ("Supporters of two parties clashed with sticks in Tarsk on Monday.", T.RIOT),
        ("Football fans threw flares and stones at officers in Velden on Monday.", T.RIOT),
        ("Rebels clashed with soldiers near Tarsk on Monday.", T.CLASH),
        ("Troops drove rebels out of Lisk on Monday.", T.CLASH),
        ("Jet fighters pounded rebel hideouts near Tarsk on Monday, killing nine militants.", T.AIR_STRIKE),
        ("A strike on a school in Tarsk killed five pupils on Monday.", T.AIR_STRIKE),
        ("The union called a strike on the railways; the strike began in Tarsk on Monday.", T.PROTEST),
        ("Artillery pounded the suburbs of Tarsk on Monday.", T.SHELLING),
        ("Unexploded ordnance killed three children in Lisk on Friday.", T.MINE),
        ("Insurgents blew up a gas pipeline near Tarsk on Monday.", T.BOMBING),
        ("A gas cylinder exploded in a kitchen in Tarsk on Monday.", T.ACCIDENT),
        ("A man wearing an explosive vest struck a mosque in Tarsk on Friday, killing seven.", T.SUICIDE_BOMBING),
        ("A man with a knife wounded three passers-by in Ombra on Friday.", T.ARMED_ATTACK),
        ("Armed men on motorbikes descended on the village of Lisk on Monday.", T.ARMED_ATTACK),
        ("Masked men beat up a journalist in Tarsk on Monday.", T.ARMED_ATTACK),
        ("Armed robbers ambushed a cash van in Tarsk on Monday.", T.ROBBERY),
        ("Customs officers intercepted two tonnes of ivory in Ombra on Monday.", T.SECURITY_OPERATION),
        ("Soldiers freed 40 hostages near Lisk on Monday.", T.SECURITY_OPERATION),
        ("Some 4,000 families have fled fighting around Tarsk since Monday.", T.DISPLACEMENT),
        ("Thousands flee homes near Velden", T.DISPLACEMENT),
        ("Unknown men desecrated graves in Tarsk on Sunday.", T.OTHER),
        ("Gunmen in uniform fired from a hill at a wedding party near Tarsk on Monday, killing six.", T.SHOOTING),
        ("Militants fired a rocket at a market in Tarsk on Monday.", T.SHELLING),
        ("A fight between two clans in Ombra left nine dead on Monday.", T.CLASH),
    ],
)
def test_the_company_of_a_word_tells_the_type(incidents, text, kind):
    """Other words, other continents: one sentence a class."""
    found = incidents(text, published=None)
    assert [incident.type for incident in found] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "The firm launched a marketing offensive in Tarsk on Monday.",
        "A war of words erupted in Ombra on Monday.",
        "Shares in Tarsk collapsed on Monday.",
        "The team from Ombra attacked well on Monday and won the match.",
        "The striker shot wide in Velden on Monday.",
        "Heart attack is the leading cause of death in Tarsk.",
        "The candidate rallied to win in Tarsk on Monday.",
        "Firefighters in Ombra held a fire drill on Monday.",
        "The murder trial opened in Velden on Monday.",
        "The fight against malaria in Tarsk goes on, the minister said on Monday.",
        "The minister in Tarsk fired his deputy on Monday.",
        "Engineers in Ombra inspected the collapsed bridge on Monday.",
        "The minister in Tarsk came under fire on Monday for his budget.",
    ],
)
def test_figures_of_speech_and_sport_are_no_incidents(incidents, text):
    """Nobody is harmed by an offensive of advertisers."""
    assert incidents(text, published=None) == ()


@pytest.mark.parametrize(
    "text",
    [
        "The army thwarted an attempt to blow up a bridge near Tarsk on Monday.",
        "An attempt to burn the market of Tarsk was foiled on Monday.",
        "A planned attack on the airport of Ombra was thwarted on Monday.",
        "Security forces averted a massacre in Velden on Monday.",
        "Unions in Tarsk called off a march on Monday.",
        "Rescuers in Velden rehearsed for an earthquake on Monday.",
    ],
)
def test_what_is_foiled_or_called_off_is_no_incident(incidents, text):
    """It did not happen."""
    assert incidents(text, published=None) == ()


def test_the_opening_sentence_names_the_type(incidents):
    """What else happened, told later, does not; how it was done does."""
    (raid,) = incidents("Assailants attacked residents of Tarsk on Monday. They also set fire to 60 houses.", published=None)
    (blast,) = incidents("Five people were killed in Ombra on Monday. A suicide bomber detonated his vest.", published=None)
    assert (raid.type, blast.type) == (T.ARMED_ATTACK, T.SUICIDE_BOMBING)
