"""Nouns that name people: victims, attackers, armed forces. Hand-kept, one class each, lower case."""

from __future__ import annotations

_ATTACKERS = """
abductor abductors accomplice accomplices accused aggressor aggressors arsonist arsonists assailant assailants assassin assassins attacker
attackers bandit bandits bomber bombers burglar burglars cadre cadres carjacker carjackers contra contras criminal criminals dacoit
dacoits delinquent delinquents extremist extremists fighter fighters gangster gangsters guerilla guerillas guerrilla guerrillas gunman
gunmen hijacker hijackers hostiles hitman hitmen hostage-taker hostage-takers infiltrator infiltrators insurgent insurgents intruder
intruders islamist islamists jihadi jihadis jihadist jihadists kidnapper kidnappers knifeman looter looters maoist maoists mercenaries
mercenary militant militants miscreant miscreants mobster mobsters naxal naxalite naxalites naxals outlaw outlaws perpetrator perpetrators
pirate pirates poacher poachers raider raiders rebel rebels rioter rioters robber robbers rustler rustlers separatist separatists shooter
shooters smuggler smugglers subversive subversives suicide_bomber suicide_bombers suspect suspects taliban terrorist terrorists thief
thieves thrower throwers trafficker traffickers ultra ultras ambusher ambushers axeman captor captors hoodlum hoodlums knifemen
marauder marauders mastermind masterminds ringleader ringleaders mugger muggers saboteur saboteurs sniper snipers thug thugs
"""

_FORCES = """
agent agents airman airmen army bodyguard bodyguards brigadier cadet cadets captain captains coastguard coastguards colonel colonels
commander commanders commando commandos conscript conscripts constable constables constabulary cop cops corporal corporals crewman crewmen
detective detectives escort escorts forces gendarme gendarmerie gendarmes general generals guard guards havildar infantryman infantrymen
inspector inspectors jailer jailers jawan jawans levies lieutenant lieutenants major majors marine marines military militiaman militiamen
naik officer officers paratrooper paratroopers patrolman patrolmen peacekeeper peacekeepers personnel peshmerga pilot pilots police
policeman policemen policewoman policewomen private privates ranger rangers recruit recruits regulars sailor sailors sepoy sergeant
sergeants serviceman servicemen servicepeople serviceperson servicewoman soldier soldier's soldiers sub-inspector subedar superintendent
ensign ensigns trooper troopers troops warden wardens
"""

_PEOPLE = """
accountant acolyte activist activists actor actress adult adults agitator agitators aid-worker ambassador american americans artist
ascetic assistant assistants athlete athletes attorney aunt author babies baby baker banker barber barrister bishop blogger bloggers boy
boys brother brothers builder builders bus-driver businessman businessmen businesswoman butcher buyer bystander bystanders cameraman
cameramen candidate candidates captive captives carpenter cashier cashiers celebrant celebrants chairman chairwoman chief chiefs chieftain
child children chinese christian christians churchgoer churchgoers citizen citizens civilian civilians cleaner cleaners cleric clerics
clerk clerks coach collaborator collaborators colleague colleagues commuter commuters companion companions conductor conductors consul
contractor contractors cook cooks correspondent councillor councillors councilman councilor councilors couple couples cousin cousins crew
crewmember crewmembers customer customers cyclist cyclists daughter daughters dealer dealers deminer deminers demonstrator demonstrators
deputies deputy detainee detainees devotee devotees diplomat diplomats director doctor doctors driver drivers economist editor elder
elderly elders electrician employee employees engineer engineers evacuee evacuees ex-combatant ex-mayor ex-president ex-soldier families
family fan fans farmer farmers father female females firefighter firefighters fireman firemen fisherman fishermen footballer footballers
foreigner foreigners friend friends gang gangs gardener girl girls governor grandchild grandchildren granddaughter grandfather grandmother
grandson guest guests head headman headmaster headmen heads headteacher helmsman helper helpers herder herders herdsman herdsmen hindu
hindus hostage hostages household households housewife housewives human humans hunter hunters husband husbands idp idps imam imam's imams
individual individuals industrialist infant infants informant informants informer informers inhabitant inhabitants inmate inmates janitor
jesuit jesuits jew jews journalist journalists judge judges juvenile kid kids laborer laborers labourer labourers lad lads landlord
landowner landowners lawmaker lawmakers lawyer lawyers leader leaders lecturer legislator legislators local locals logger loggers
lumberjack magistrate maid males male males malik man manager managers mason maulana mayor mayors mechanic mechanics medic medics member
members men
merchant merchants migrant migrants militiamen miner miners minister ministers minor minors missionaries missionary monk monks more mother
motorcyclist motorcyclists motorist motorists mourner mourners muezzin mullah musician muslim muslims national nationals neighbor
neighbors neighbour neighbours nephew nephews newborn newborns niece nieces nomad nomads novice nun nuns nurse nurses occupant occupants
official officials operator operators orphan orphans other others owner owners paramedic paramedics parent parents partygoer partygoers
passenger passengers passer-by passerby passers-by passersby pastor pastors patient patients pax peasant peasants pedestrian pedestrians
pensioner pensioners people person persons photographer photographers pilgrim pilgrims player players poet politician politicians porter
preacher premier president priest priestess priests principal prisoner prisoners professor professors prosecutor prosecutors protester
protesters protestor protestors publisher pupil pupils rabbi rancher ranchers refugee refugees relative relatives reporter reporters
rescuer rescuers researcher researchers resident residents reveller revellers rider riders russian salesman salesmen saleswoman saleswomen
sarpanch scholar schoolboy schoolboys schoolchildren schoolgirl schoolgirls scientist scientists seafarer seafarers secretaries secretary
seller seminarian senator settler settlers sheikh shepherd shepherds shiite shiites shopkeeper shopkeepers shopper shoppers sibling
siblings singer sister sisters son sons spectator spectators spies sportsman spy squatter squatters staff staffer staffers striker
strikers student students subjects sunni sunnis supporter supporters sweeper sweepers sympathizer sympathizers tailor teacher teachers
technician technicians teenager teenagers tenant tenants toddler toddler's toddlers tourist tourists trade-unionist trader trader's
traders tribal tribals tribesman tribesmen trio triplets twins uncle unionist unionists vendor vendors veteran veterans vice-chairman
vice-president victim victims vigilante vigilantes villager villagers visitor visitors volunteer volunteers waiter waiters ward watchman
watchmen widow widows wife wives woman women worker workers worshiper worshipers worshipper worshippers writer writer's youth youths
boatman boatmen bosun combatant combatants comrade comrades deckhand deckhands element elements linemen lineman master mate seaman seamen
skipper stoker civ
civs
attendant attendants warders warder postman postmen jeweller jewellers grocer grocers pharmacist pharmacists dentist dentists surgeon
surgeons deacon deacons catechist catechists seminarians caretaker caretakers receptionist receptionists referee referees signalman
welder welders plumber plumbers roofer roofers fitter fitters loader loaders porters stevedore stevedores docker dockers lifeguard
lifeguards swimmer swimmers diver divers climber climbers hiker hikers skier skiers jogger joggers angler anglers biker bikers trucker
truckers barman bartender bartenders waitress waitresses chef chefs beggar beggars blacksmith hawker hawkers peddler peddlers envoy
envoys negotiator negotiators observer observers surveyor surveyors geologist geologists interpreter interpreters translator translators
gamekeeper trawlerman trawlermen crewmate crewmates workmate workmates classmate classmates housekeeper housekeepers nanny nannies
"""

ATTACKERS = frozenset(_ATTACKERS.split())
"""People who attack: dead among them are not victims."""

FORCES = frozenset(_FORCES.split())
"""Police, soldiers, guards: when they kill somebody unnamed, it is an attacker."""

PEOPLE = frozenset(_PEOPLE.split())
"""Everybody else."""

PERSONS = ATTACKERS | FORCES | PEOPLE

CIVILIANS = frozenset("civ civs civilian civilians non-combatant non-combatants noncombatant noncombatants".split())
"""Words that say that people were no fighters."""

_SUFFIXES = ("er", "ers", "or", "ors", "ist", "ists", "ian", "ians", "man", "men", "woman", "women", "eer", "eers", "ee", "ees")
"""Endings of nouns for people who do something: logger, porters, ..."""

_NO_PERSONS = frozenset(
    """
    river rivers number numbers water waters tower towers shelter shelters power powers paper papers newspaper newspapers winter winters
    summer summers october september december november container containers tanker tankers trailer trailers bunker bunkers border borders
    corner corners center centers computer computers order orders weather letter letters helicopter helicopters bulldozer bulldozers
    tractor tractors motor motors sector sectors door doors floor floors factor factors reactor reactors transformer transformers carrier
    carriers launcher launchers freighter freighters cruiser cruisers liner liners trawler trawlers boiler boilers shutter shutters over
    under after former latter later either neither never per master disaster disasters quarter quarters headquarters chapter chapters
    temper matter matters manner dinner supper butter leather timber lumber rubber copper silver fever cancer cylinder cylinders cover
    boulder boulders crater craters meter meters metre liter liters litre shoulder shoulders finger fingers bladder ladder ladders hammer
    hammers dagger daggers lighter lighters cracker crackers firecracker firecrackers trigger poster posters banner banners locker lockers
    counter counters theater theatre oyster hangar flower flowers tiger tigers panther spider otter beaver rooster hamster monster
    monsters explosive rotor radiator generator generators elevator detonator detonators tailor error errors terror horror mirror mirrors
    harbor harbour interior exterior superior minor major color colour labor labour vapor armor anchor corridor corridors manor odor
    humor rumor rumors honor favor conveyor tumor list lists mist fist fists assist exist resist consist persist twist waist
    degree degrees tree trees fee fees committee committees three thirteen fee coffee jubilee refugee-camp
    vegetarian pedestrian-crossing amphibian obsidian guardian custodian human inhuman omen specimen specimens regimen semen abdomen
    premier super inner outer upper lower higher lesser greater larger smaller older younger other another further farther earlier
    longer bigger stronger weaker better proper eager sober bitter sheer mere career careers beer beers deer steer pier piers
    sewer sewers layer layers prayer prayers answer answers offer offers danger dangers murder murders surrender stretcher stretchers
    chamber chambers member-state member-states cluster clusters folder hunger anger finder slipper slippers trouser trousers wrapper
    wrappers gunpowder powder transfer transfers mortar router routers server servers printer printers scooter scooters cooker cookers
    starter heater heaters cooler steamer steamers clipper tender tenders barrier barriers fighter-bomber sniper-rifle launcher rocket-
    launcher four-wheeler wheeler wheelers minister's tipper tippers camper campervan cleaver explosion sister-in-law muster roster
    register cluster monitor monitors sensor sensors vector tutor-group survivor survivors mayor-elect indicator compressor incubator
    excavator excavators escalator projector projectors ventilator factory vehicle
    """.split()
)
"""Words with such an ending that name things, or nobody who can be counted among the dead (survivors)."""

_PEOPLES = frozenset(
    """
    turk turks kurd kurds serb serbs croat croats greek greeks pole poles dane danes finn finns swede swedes czech czechs slovak slovaks
    slovene slovenes bulgar briton britons spaniard spaniards frenchman frenchmen dutchman dutchmen arab arabs uzbek uzbeks tajik tajiks
    kazakh kazakhs kyrgyz uighur uighurs uyghur uyghurs afghan afghans chechen chechens thai thais filipino filipinos filipina filipinas
    latino latinos eskimo samoan swiss german germans roma hutu hutus tutsi tutsis fulani hausa dinka nuer tuareg tuaregs berber berbers
    pashtun pashtuns punjabi punjabis baluch baloch sikh sikhs druze alawite alawites maronite copt copts yazidi yazidis rohingya
    """.split()
)


def is_person(low: str) -> bool:
    """Say whether a noun names people: in a list, or by its ending; of two words with a hyphen the last one counts."""
    if "-" in low:
        low = low.rpartition("-")[2]
    if low in PERSONS or low in _PEOPLES:
        return True
    return len(low) > 4 and low.endswith(_SUFFIXES) and low not in _NO_PERSONS and low.isalpha()


def is_nationality(low: str) -> bool:
    """Say whether a capitalised word may name people by their country: "two Yemenis", "six Ugandans", "a Nepalese"."""
    return low in _PEOPLES or (len(low) > 4 and low.endswith(("ans", "an", "is", "ese", "ians", "ian", "ites", "ite")))


LEADERS = frozenset("commander leader chief ringleader head deputy mastermind kingpin emir boss founder spokesman".split())
"""Men of whom a report tells apart although they are among those counted before."""

IN_ONE = {"couple": 2, "couples": 4, "pair": 2, "duo": 2, "trio": 3, "twins": 2, "triplets": 3, "quartet": 4, "newlyweds": 2}
"""Nouns that hold a number themselves."""

GROUPS = frozenset("family families household households crew crews gang gangs squad squads team teams group groups clan".split())
"""Nouns that count several people as one: of two families nobody knows how many people."""

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
    army couple crew crews families family forces gang gangs household households military personnel police staff taliban troops
    """.split()
)
"""Nouns whose bare form says nothing about a number."""

ROBBERS = frozenset("robber robbers thief thieves burglar burglars rustler rustlers dacoit dacoits muggers".split())
"""Attackers who are after goods."""

GENERIC = frozenset(
    """
    casualties dead human humans individuals lives more other others people person persons victims
    """.split()
) | {""}
"""Heads that may cover any of the others: a total over soldiers and civilians says "people"."""

BEASTS = frozenset(
    """
    cattle cow cows sheep goat goats camel camels dog dogs animal animals livestock elephant elephants tiger tigers bird birds chicken
    chickens pig pigs horse horses buffalo buffaloes poultry fish lion lions rhino rhinos donkey donkeys head mules
    """.split()
)
"""Animals: killed by the dozen, and no people."""
