"""Classes of nouns that scenes are told with: what is fired, what flies, who comes, what is struck. Hand-kept, lower case."""

from __future__ import annotations

from mapapp.incidents.wording.facilities import FACILITY_NOUNS
from mapapp.incidents.wording.persons import ATTACKERS, BEASTS, FORCES, PERSONS, ROBBERS

_LISTS: dict[str, str] = {
    "missile": """
        shell shells rocket rockets missile missiles mortar mortars projectile projectiles salvo salvoes salvos grad grads artillery barrage
        shelling katyusha katyushas munition munitions bomblets submunitions
    """,
    "drone": "drone drones uav uavs quadcopter quadcopters uas",
    "aircraft": """
        drone drones uav uavs quadcopter quadcopters warplane warplanes jet jets plane planes aircraft helicopter helicopters gunship
        gunships
        fighter-bomber fighter-bombers chopper choppers antonov mig migs sukhoi f-16 f-16s b-52 b-52s f-15 f-15s f-35 f-35s su-25 su-34
        su-35 mig-29 mig-29s tu-95 mi-24 mi-8 bayraktar shahed shaheds airforce
    """,
    "flier": """
        plane planes aircraft aeroplane airplane helicopter helicopters chopper glider gliders jet airliner microlight balloon cessna piper
        paraglider biplane seaplane acft heli helo
    """,
    "train": "train trains tram trams locomotive wagons carriages railcar railcars express freight-train",
    "vessel": """
        ferry boat boats ship vessel trawler dinghy canoe launch tanker freighter yacht barge coaster tug pirogue speedboat schooner dhow
        kayak raft catamaran
    """,
    "vehicle": """
        train bus lorry truck car van minibus tram taxi motorcycle motorbike tractor coach locomotive vehicle tanker trailer pickup scooter
        buses trucks lorries cars trains trams vehicles matatu rickshaw jeep ambulance quad cyclist
    """,
    "bodies": "bodies body corpse corpses bodies_of skeletons skeleton remains torso head heads",
    "settlement": """
        village villages town towns hamlet hamlets camp settlement settlements quarter farm farms city area parish parishes
        community communities
    """,
    "crowd": """
        people villagers residents supporters fans spectators crowd crowds mob mobs youths students protesters demonstrators locals
        individuals hundreds dozens scores thousands strikers hooligans ultras worshippers inhabitants neighbours neighbors settlers
        landowners
        rioters marchers miners squatters
    """,
    "thrown": """
        stone stones bottle bottles flare flares brick bricks rocks rock pyrotechnics firecrackers fireworks chairs seats eggs catapults
        slingshots projectiles cobblestones
    """,
    "unknown": "unknown unidentified masked hooded armed uniformed plain-clothes camouflage",
    "gunman": """
        gunmen gunman bandits bandit rebels raiders militants fighters attackers assailants jihadists insurgents militiamen militia gang
        kidnappers abductors pirates herdsmen herders terrorists guerrillas islamists hijackers rustlers vigilantes captors separatists
    """,
    "police": """
        police policemen officers officer agents gendarmes gendarmerie security detectives carabinieri plain-clothes handcuffs handcuffed
        soldiers troops intelligence custody
    """,
    "out_of": """
        bus car home house village farm jeep train lorry convoy boat homes houses bed beds school wedding market clinic church
        minibus truck taxi vehicle cars mosque dormitory field fields office hotel hostel line queue quarters tent barracks
    """,
    "mourned": "people villagers girls women children boys pupils students men residents farmers travellers passengers",
    "flood": """
        flood floods flooding floodwaters river sea wave waves water waters current tide surf storm hurricane wind winds gale
        cyclone tsunami
    """,
    "goods": """
        goods painting paintings stretcher hospital field warehouse river samples water medicine statement text book film photo
        picture survey
    """,
    "weather": "gale gales storm storms wind winds hurricane cyclone typhoon gusts",
    "figure": """
        optimism hope fear anger sympathy selling buying panic protests strikes attacks violence arrests crime killings migrants refugees
        criticism applications euphoria enthusiasm grief nostalgia emotion applause laughter publicity
    """,
    "sports": """
        match matches goal goals league cup team coach striker champion championship tournament points innings final semi-final half-time
        penalty season game playoff victory win title race medal
    """,
    "money": "prices price profits sales currency shares stocks costs budget taxes rates talks economy inflation trade index exports",
}

CLASSES: dict[str, frozenset[str]] = {name: frozenset(words.split()) for name, words in _LISTS.items()} | {
    "persons": PERSONS,
    "attackers": ATTACKERS,
    "forces": FORCES,
    "robbers": ROBBERS,
    "beasts": BEASTS,
    "site": FACILITY_NOUNS
    | {"room", "yard", "roof", "hall", "tent", "tents", "field", "depot", "base", "convoy", "column", "positions", "hangars"},
}
"""Words by class, as the tables of scenes name them."""
