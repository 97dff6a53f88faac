"""Nouns that name people: victims, attackers, armed forces. Hand-kept, one class each, lower case."""

from __future__ import annotations

_ATTACKERS = """
abductor abductors accomplice accomplices accused aggressor aggressors arsonist arsonists assailant assailants assassin assassins
attacker attackers bandit bandits bomber bombers cadre cadres contra contras criminal criminals dacoit dacoits delinquent delinquents
extremist extremists fighter fighters gangster gangsters guerilla guerillas guerrilla guerrillas gunman gunmen hijacker hijackers hitman
hitmen infiltrator infiltrators insurgent insurgents intruder intruders islamist islamists jihadi jihadis jihadist jihadists kidnapper
kidnappers knifeman maoist maoists mercenaries mercenary militant militants miscreant miscreants mobster mobsters naxal naxalite
naxalites naxals outlaw outlaws perpetrator perpetrators pirate pirates poacher poachers raider raiders rebel rebels rioter rioters
robber robbers rustler rustlers separatist separatists shooter shooters smuggler smugglers subversive subversives suicide_bomber
suicide_bombers suspect suspects taliban terrorist terrorists trafficker traffickers ultra ultras
"""

_FORCES = """
agent agents airman airmen army bodyguard bodyguards brigadier cadet cadets captain captains colonel colonels commander commanders
commando commandos conscript conscripts constable constables cop cops corporal corporals crewman crewmen detective detectives escort
escorts forces gendarme gendarmes general generals guard guards havildar infantryman infantrymen inspector inspectors jailer jailers
jawan jawans levies lieutenant lieutenants major majors marine marines military militiaman militiamen naik officer officers paratrooper
paratroopers patrolman patrolmen peacekeeper peacekeepers personnel peshmerga pilot pilots police policeman policemen policewoman
policewomen private privates ranger rangers recruit recruits regulars sailor sailors sepoy sergeant sergeants serviceman servicemen
servicepeople serviceperson servicewoman soldier soldier's soldiers sub-inspector subedar superintendent trooper troopers troops warden
wardens
"""

_PEOPLE = """
accountant acolyte activist activists actor actress adult adults agitator agitators aid-worker ambassador american americans artist
ascetic assistant assistants athlete athletes attorney aunt author babies baby baker banker barber barrister bishop blogger bloggers boy
boys brother brothers builder builders bus-driver businessman businessmen businesswoman butcher buyer bystander bystanders cameraman
cameramen candidate candidates captive captives carpenter cashier cashiers celebrant celebrants chairman chairwoman chief chiefs
chieftain child children chinese christian christians churchgoer churchgoers citizen citizens civilian civilians cleaner cleaners cleric
clerics clerk clerks coach collaborator collaborators colleague colleagues commuter commuters companion companions conductor conductors
consul contractor contractors cook cooks correspondent councillor councillors councilman councilor councilors couple couples cousin
cousins crew crewmember crewmembers customer customers cyclist cyclists daughter daughters dealer dealers deminer deminers demonstrator
demonstrators deputies deputy detainee detainees devotee devotees diplomat diplomats director doctor doctors driver drivers economist
editor elder elderly elders electrician employee employees engineer engineers ex-combatant ex-mayor ex-president ex-soldier families
family fan fans farmer farmers father firefighter firefighters fireman firemen fisherman fishermen footballer footballers foreigner
foreigners friend friends gang gangs gardener girl girls governor grandchild grandchildren granddaughter grandfather grandmother
grandson guest guests head headman headmaster headmen heads headteacher helmsman helper helpers herder herders herdsman herdsmen hindu
hindus hostage hostages housewife housewives human humans hunter hunters husband husbands imam imam's imams individual individuals
industrialist infant infants informant informants informer informers inhabitant inhabitants inmate inmates janitor jesuit jesuits jew
jews journalist journalists judge judges juvenile kid kids laborer laborers labourer labourers lad lads landlord landowner landowners
lawmaker lawmakers lawyer lawyers leader leaders lecturer legislator legislators local locals logger loggers lumberjack magistrate maid
malik man manager managers mason maulana mayor mayors mechanic mechanics medic medics member members men merchant merchants migrant
migrants militiamen miner miners minister ministers minor minors missionaries missionary monk monks more mother motorcyclist
motorcyclists motorist motorists mourner mourners muezzin mullah musician muslim muslims national nationals neighbor neighbors neighbour
neighbours nephew nephews newborn newborns niece nieces nomad nomads novice nun nuns nurse nurses occupant occupants official officials
operator operators orphan orphans other others owner owners paramedic paramedics parent parents partygoer partygoers passenger
passengers passer-by passerby passers-by passersby pastor pastors patient patients peasant peasants pedestrian pedestrians pensioner
pensioners people person persons photographer photographers pilgrim pilgrims player players poet politician politicians porter preacher
premier president priest priestess priests principal prisoner prisoners professor professors prosecutor prosecutors protester protesters
protestor protestors publisher pupil pupils rabbi rancher ranchers refugee refugees relative relatives reporter reporters rescuer
rescuers researcher researchers resident residents reveller revellers rider riders russian salesman salesmen saleswoman saleswomen
sarpanch scholar schoolboy schoolboys schoolchildren schoolgirl schoolgirls scientist scientists seafarer seafarers secretaries
secretary seller seminarian senator settler settlers sheikh shepherd shepherds shiite shiites shopkeeper shopkeepers shopper shoppers
sibling siblings singer sister sisters son sons spectator spectators spies sportsman spy squatter squatters staff staffer staffers
striker strikers student students sunni sunnis supporter supporters sweeper sweepers sympathizer sympathizers tailor teacher teachers
technician technicians teenager teenagers tenant tenants toddler toddler's toddlers tourist tourists trade-unionist trader trader's
traders tribal tribals tribesman tribesmen twins uncle unionist unionists vendor vendors veteran veterans vice-chairman vice-president
victim victims vigilante vigilantes villager villagers visitor visitors volunteer volunteers waiter waiters ward watchman watchmen widow
widows wife wives woman women worker workers worshiper worshipers worshipper worshippers writer writer's youth youths
"""

ATTACKERS = frozenset(_ATTACKERS.split())
"""People who attack: dead among them are not victims."""

FORCES = frozenset(_FORCES.split())
"""Police, soldiers, guards: when they kill somebody unnamed, it is an attacker."""

PEOPLE = frozenset(_PEOPLE.split())
"""Everybody else."""

PERSONS = ATTACKERS | FORCES | PEOPLE

BARE_HEADS = frozenset({"other", "others", "more"})
"""Heads that add to a number told before ("two others", "five more")."""


NOT_BEFORE_NAMES = frozenset(
    """
    criminal national human minor military army muslim christian jewish american chinese russian shiite sunni taliban local individual
    adult native staff family women children youth crew police
    """.split()
)
"""Nouns that with a capitalised word behind them are part of another name: "Criminal Investigation Department", "National Guard"."""

COLLECTIVES = frozenset(
    """
    army couple crew families family forces gang gangs military personnel police staff taliban troops
    """.split()
)
"""Nouns whose bare form says nothing about a number."""

GENERIC = frozenset(
    """
    casualties dead human humans individuals lives more other others people person persons victims
    """.split()
) | {""}
"""Heads that may cover any of the others: a total over soldiers and civilians says "people"."""
