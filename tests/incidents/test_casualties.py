"""Casualties, clause by clause."""

import pytest

from mapapp.incidents.wording.effects import Effect


def _sums(tolls, *, attackers=None):
    out = {}
    for toll in tolls:
        if attackers is None or toll.attackers is attackers:
            out[toll.effect.value] = out.get(toll.effect.value, 0) + (toll.count.best or 0)
    return out


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Gunmen killed a teacher and a driver at a market and then wounded two guards.", {"killed": 2, "injured": 2}),
        ("Two people were killed and four wounded.", {"killed": 2, "injured": 4}),
        ("A man and his two sons were shot dead.", {"killed": 3}),
        ("Seven policemen, who were guarding a bridge, and a nurse were killed.", {"killed": 8}),
        ("The blast left five people dead.", {"killed": 5}),
        ("The bodies of six farmers were found in a well.", {"killed": 6}),
        ("The flood claimed the lives of 14 villagers.", {"killed": 14}),
        ("A mob beat three traders to death.", {"killed": 3}),
        ("A baker was hurt in the blast and later died in hospital.", {"killed": 1}),
        ("Nine miners died and 20 others were injured.", {"killed": 9, "injured": 20}),
        ("At least 12 people, including two children, were killed.", {"killed": 12}),
        ("Two policemen, Jon Vare and Ilya Sand, were killed.", {"killed": 2}),
        ("The attack, killing four soldiers and abducting two nurses, ended at dawn.", {"killed": 4, "abducted": 2}),
        ("Soldiers arrested 12 suspects.", {"arrested": 12}),
        ("Three were killed in Tarsk and two in Ombra.", {"killed": 5}),
        ("The blast left 14 dead and at least 20 wounded.", {"killed": 14, "injured": 20}),
        ("A bomb killed four people and wounded nine, officials in Ombra said.", {"killed": 4, "injured": 9}),
        ("The storm killed nine people, five of them children, and injured 20.", {"killed": 9, "injured": 20}),
        ("Officials now speak of 17 dead.", {"killed": 17}),
        ("Twelve men, women and children were killed.", {"killed": 12}),
        ("A guard was robbed of his keys and wounded.", {"injured": 1}),
        ("Two boys, aged 4 and 6, drowned.", {"killed": 2}),
        ("Nine others remain in hospital.", {"injured": 9}),
        ("A miner lost two fingers in the blast.", {"injured": 1}),
        ("A porter was shot in the leg.", {"injured": 1}),
        ("Nine skiers were buried, four of whom died.", {"killed": 4}),
        ("12 dead, 30 hurt in bus plunge", {"killed": 12, "injured": 30}),
        ("Killed: 5; injured: none", {"killed": 5, "injured": 0}),
        ("The number of people wounded rose to 65.", {"injured": 65}),
        ("Local media put the dead at 45.", {"killed": 45}),
        ("Police took eleven men into custody.", {"arrested": 11}),
        ("Police seized three traders.", {"arrested": 3}),
        ("Gunmen seized a priest and two nuns.", {"abducted": 3}),
        ("Raiders took 20 passengers hostage.", {"abducted": 20}),
        ("Floods displaced 4,000 people.", {"displaced": 4000}),
        ("The fire left 300 people homeless and forced another 200 from their homes.", {"displaced": 500}),
        ("The clash killed three people in Tarsk and two in Ombra.", {"killed": 5}),
        ("One zorbist was killed.", {"killed": 1}),
        # lists, gaps and asides
        ("Three people died in Tarsk, two in Ombra and one in Velden.", {"killed": 6}),
        ("A landmine killed a herder, his wife and a child.", {"killed": 3}),
        ("The couple, visitors from abroad, died at the scene.", {"killed": 2}),
        ("Twelve people, mostly women, were hurt.", {"injured": 12}),
        ("Two men aged 24 and 31 and a woman of 60 were killed.", {"killed": 3}),
        ("Four siblings aged between 3 and 11 drowned in a pond.", {"killed": 4}),
        ("All four were hurt, two by stones and two by broken glass.", {"injured": 4}),
        ("Hurt were a woman and two boys.", {"injured": 3}),
        ("Two members of a fishing cooperative died.", {"killed": 2}),
        # other words for it
        ("Eighteen people are now known to have died.", {"killed": 18}),
        ("The dead numbered 22.", {"killed": 22}),
        ("The avalanche swept two climbers to their deaths.", {"killed": 2}),
        ("Lightning struck dead two farmers.", {"killed": 2}),
        ("A fisherman's body was found in a canal.", {"killed": 1}),
        ("The clinic received four bodies.", {"killed": 4}),
        ("Two die in hotel fire", {"killed": 2}),
        ("Medics treated three people for gunshot wounds.", {"injured": 3}),
        ("The agency reports 12 deaths and 45 injured persons.", {"killed": 12, "injured": 45}),
        ("Six policemen were left with injuries.", {"injured": 6}),
        ("Three were rushed to the hospital with stab wounds.", {"injured": 3}),
        ("The toll has risen to seven, with 20 injured.", {"killed": 7, "injured": 20}),
        ("Four people were shot, one fatally.", {"killed": 1}),
        ("Dead 18, injured 41.", {"killed": 18, "injured": 41}),
        ("Dead: 4 | Injured: 9", {"killed": 4, "injured": 9}),
        ("The fire sent a family of five and two neighbours to hospital.", {"injured": 7}),
        ("A youth walked into the emergency room with a leg wound.", {"injured": 1}),
        ("Eight traders died in the accident in March 2018 and 14 were hurt.", {"killed": 8, "injured": 14}),
        ("A bus carrying market women fell into a ravine and at least six of them were killed.", {"killed": 6}),
        ("Fourteen people, all of them tourists, perished.", {"killed": 14}),
        # taken by police
        ("More than 140 demonstrators were held.", {"arrested": 140}),
        ("Riot police took in 13 young men.", {"arrested": 13}),
        ("Police led 30 away in handcuffs.", {"arrested": 30}),
        ("Four of the robbers were caught.", {"arrested": 4}),
        ("The raid netted nine suspects.", {"arrested": 9}),
        ("Eleven smugglers were held by the coastguard.", {"arrested": 11}),
        ("Two brothers of the owner were picked up on Saturday.", {"arrested": 2}),
        ("two in custody", {"arrested": 2}),
        # taken by others
        ("Gunmen whisked away 12 pupils.", {"abducted": 12}),
        ("The militants led away three foreigners.", {"abducted": 3}),
        ("Kidnappers marched eight villagers into the bush.", {"abducted": 8}),
        ("Rebels are holding five engineers hostage.", {"abducted": 5}),
        ("The pirates are holding six fishermen.", {"abducted": 6}),
        ("Eight workers have been held captive since Sunday.", {"abducted": 8}),
        ("Three foreigners were taken from a bus by militants.", {"abducted": 3}),
        ("A tourist was taken from a beach hotel in May.", {"abducted": 1}),
        ("An engineer was bundled into a car by masked men.", {"abducted": 1}),
        ("Nine hostages were taken.", {"abducted": 9}),
        # driven from home
        ("A wildfire forced 88,000 people from Ombra.", {"displaced": 88_000}),
        ("About 80 people are sleeping in a church hall.", {"displaced": 80}),
        ("The offensive drove 3,000 people out of their villages.", {"displaced": 3000}),
        ("Shelling sent 2,600 people fleeing to the hills.", {"displaced": 2600}),
        ("3,396 people have moved to mosques.", {"displaced": 3396}),
        ("1,200 people were left without shelter.", {"displaced": 1200}),
        ("1,200 people abandoned their villages.", {"displaced": 1200}),
        ("Between 2,000 and 2,500 people have arrived since the ultimatum.", {"displaced": 0}),  # a range: no best number
        ("More than 1.2 million people have been displaced.", {"displaced": 1_200_000}),
    ],
)
def test_victims_are_the_object_or_the_subject_that_the_verb_asks_for(tolls, sentence, expected):
    """Passives, coordination, relative clauses, gaps and idioms."""
    assert _sums(tolls(sentence)) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "The rebels intended to kill the mayor.",
        "Troops prevented the men from killing two guards.",
        "He was convicted of killing three women.",
        "Thousands protested over the killing of two students.",
        "The bomb could have killed dozens of people.",
        "The storm killed 200 sheep.",
        "Two sailors are presumed dead.",
        "One of the nuns may have been killed.",
        "It is not known whether a guard was killed.",
        "They marched for the arrest of those who killed a baker.",
        "The three gunmen fled.",
        "It was not said how many people were hurt.",
        "Forty migrants were picked up by a trawler.",
        "The pupils were taken to safety.",
        "Two kidnapped engineers were freed.",
        "The rebels seized two trucks.",
        "Six people who had fled the raid were given tea.",
        "Some 500 delegates arrived on Monday.",
        "The minister took 30 reporters away from the site.",
        "The children were taken from home to a museum.",
        "An official body found that the work was late.",
        "In 2019 the town had 4,000 residents.",
        "The army sent 300 soldiers to the hospital to guard it.",
        "The herders took 40 cows into the bush.",
        "No casualty figures were available.",
        "People die of thirst.",
    ],
)
def test_what_did_not_happen_or_not_to_people_is_no_toll(tolls, sentence):
    """Intentions, prevention, verdicts, protests, denials, cattle."""
    assert tolls(sentence) == []


def test_killed_and_wounded_together_tells_neither_number(tolls):
    """Twelve killed and wounded are twelve in all."""
    assert tolls("The shelling killed and wounded 12 people.") == []


def test_attackers_killed_by_police_are_no_victims(tolls):
    """The subject of the second verb, or the noun, says so."""
    found = tolls("They killed a visitor before police arrived and killed three attackers.")
    assert (_sums(found, attackers=False), _sums(found, attackers=True)) == ({"killed": 1}, {"killed": 3})


def test_a_bare_number_killed_by_soldiers_is_of_attackers(tolls):
    """Soldiers arrested twelve suspects and killed one."""
    found = tolls("Soldiers arrested 12 suspects and killed one.")
    assert [toll.attackers for toll in found if toll.effect is Effect.KILLED] == [True]


def test_a_bomber_who_kills_himself_is_counted_apart(tolls):
    """Stated by the reflexive, so no guess."""
    found = tolls("A bomber killed himself and five soldiers.")
    assert (_sums(found, attackers=False), _sums(found, attackers=True)) == ({"killed": 5}, {"killed": 1})


@pytest.mark.parametrize("sentence", ["There were no casualties.", "No one was hurt.", "There were no reported injuries."])
def test_stated_that_nobody_was_hurt_is_zero(tolls, sentence):
    """Zero is stated, null is not."""
    assert [toll.count.best for toll in tolls(sentence) if toll.effect is Effect.INJURED] == [0]


def test_every_toll_leads_back_to_its_words(tolls):
    """The quote of a toll is the noun phrase in the text."""
    sentence = "Bandits killed two shepherds near the river."
    assert [toll.span.of(sentence) for toll in tolls(sentence)] == ["two shepherds"]


@pytest.mark.parametrize(
    ("sentence", "effects"),
    [
        ("There were no casualties.", {"killed", "injured"}),
        ("Nobody died.", {"killed"}),
        ("There was no loss of life.", {"killed"}),
        ("The patrol had no losses.", {"killed"}),
        ("The minister was not hurt.", {"injured"}),
        ("Neither guard was hurt.", {"injured"}),
        ("The crew escaped unharmed.", {"killed", "injured"}),
        ("Police made no arrests.", {"arrested"}),
        ("No one was killed or injured.", {"killed", "injured"}),
        ("Nobody was killed or hurt in the explosion.", {"killed", "injured"}),
        ("Casualties: none", {"killed", "injured"}),
        ("The attack claimed no lives.", {"killed"}),
        ("There were neither dead nor wounded.", {"killed", "injured"}),
        ("Nobody came to harm.", {"injured"}),
        ("No displacement was reported.", {"displaced"}),
    ],
)
def test_stated_as_none_is_zero(tolls, sentence, effects):
    """Null is "not stated", 0 is "stated as none"."""
    found = tolls(sentence)
    assert ({toll.effect.value for toll in found}, {toll.count.best for toll in found}) == (effects, {0})


def test_losses_of_property_are_no_dead(tolls):
    """Only people count."""
    assert tolls("There were no material losses.") == []


@pytest.mark.parametrize(
    ("sentence", "victims", "attackers"),
    [
        ("Eight people died, including two attackers.", 6, 2),
        ("Five people, not counting the bomber, were killed.", 5, 1),
        ("Three militants held the inn before they were killed.", 0, 3),
        ("A man was killed when the bomb he was carrying went off.", 0, 1),
        ("The man was shot dead by police.", 0, 1),
        ("One raider blew himself up and killed a guard.", 1, 0),  # what becomes of the bomber is not stated
        ("One raider killed a guard and turned the gun on himself.", 1, 1),
        ("Soldiers fired on protesters and killed two.", 2, 0),
        ("Nine gangsters were killed in a fight between rival gangs.", 9, 0),
        ("Two armed men and a guard were killed.", 1, 2),
        # included in a number, or beside it
        ("Eight people died in the explosion, including the bomber.", 7, 1),
        ("At least nine people, the bomber included, were killed.", 8, 1),
        ("The assault left four dead, one of them an attacker.", 3, 1),
        ("The dead were three shoppers and the attacker.", 3, 1),
        ("Eleven civilians were killed, as were two of the attackers.", 11, 2),
        ("Two passers-by were killed along with the driver of the car bomb.", 2, 1),
        ("A militant killed six worshippers and himself.", 6, 1),
        # by what they did
        ("Troops shot dead six men who had opened fire on a patrol.", 0, 6),
        ("Two men wearing explosive belts were killed.", 0, 2),
        ("A gunman killed nine worshippers before taking his own life.", 9, 1),
        ("The soldier killed five comrades before he was shot dead.", 5, 1),
        ("A student stabbed his teacher to death and was shot dead by police.", 1, 1),
        ("Guards chased the raiders and killed two of them.", 0, 2),
        ("A group that tried to lay mines was thrown back; one of its members was killed.", 0, 1),
        # by whose hand, and by the word for it
        ("Rangers killed two men in a shootout.", 0, 2),
        ("Two men died in a gunfight with police.", 0, 2),
        ("Government forces claimed to have neutralised 30 people.", 0, 30),
        ("The bandits were neutralised: three men aged 20 to 31.", 0, 3),
        # by the group they belong to
        ("A drone strike killed three suspected members of a cell.", 0, 3),
        ("Five members of an armed group were killed.", 0, 5),
        ("Two members of a drug cartel were killed.", 0, 2),
        ("Two cattle thieves were killed by herders.", 0, 2),
        # spelled out, or told beside the others
        ("The gunfire left twelve dead: nine recruits and three insurgents.", 9, 3),
        ("Seven people were killed in the siege, four of them hostage-takers.", 3, 4),
        ("Five villagers were killed and so were two of the raiders.", 5, 2),
        ("Besides the two bombers, five people were killed.", 5, 2),
        ("Five people plus the attacker died.", 5, 1),
        ("The gunman, a former employee, killed four people and then himself.", 4, 1),
        ("A woman blew herself up, killing five people as well as herself.", 5, 1),
        ("A man who drove a car at pedestrians was shot dead.", 0, 1),
        # and who is none
        ("Two former rebels were killed by gunmen.", 2, 0),
        ("The gunmen fired at villagers, killing five of them.", 5, 0),
        ("Six people who had fled the raid drowned.", 6, 0),
        ("Four soldiers were killed while planting trees.", 4, 0),
        ("Police killed three people during the demonstration.", 3, 0),
        ("A suicide bomber and his device killed two drivers of fuel trucks.", 2, 0),
    ],
)
def test_attackers_are_told_apart_from_victims(tolls, sentence, victims, attackers):
    """By their noun, by whose hand they died, by the bomb they carried."""
    found = [toll for toll in tolls(sentence) if toll.effect is Effect.KILLED]
    assert (sum(t.count.best for t in found if not t.attackers), sum(t.count.best for t in found if t.attackers)) == (victims, attackers)


def test_families_driven_from_home_are_counted_as_families(tolls):
    """How many people they are is not said."""
    (toll,) = tolls("Some 300 families were displaced.")
    assert (toll.count.low, toll.count.best, toll.count.high) == (300, None, None)


def test_troops_who_cross_a_border_are_not_displaced(tolls):
    """They had no home there."""
    assert tolls("Some 600 soldiers crossed into Arcadia.") == []


def test_an_older_figure_is_marked(tolls):
    """It gives way to the newer one."""
    assert [toll.earlier for toll in tolls("The storm killed nine people, earlier reports had spoken of 12 dead.")] == [False, True]
