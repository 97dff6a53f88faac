"""Nouns that name actors, by what they are: forces, armed groups, authorities, organisations, the press. Hand-kept, lower case."""

from __future__ import annotations

from mapapp.incidents.incident import ActorType
from mapapp.incidents.wording.persons import ATTACKERS, FORCES
from mapapp.report.saying import STATING

_A = ActorType

_LISTS: dict[ActorType, str] = {
    _A.STATE_FORCES: """
        airmen aircraft airman airforce army armies artillery battalion battalions brigade brigades brigadier captain captains cadet cadets
        colonel colonels commander commanders commando commandos conscript conscripts corporal corporals division forces garrison general
        generals infantryman infantrymen jawan jawans jets lieutenant lieutenants major majors marine marines military naik navy
        paratrooper paratroopers personnel platoon ranger rangers recruit recruits regiment regulars sailor sailors sepoy sergeant
        sergeants serviceman servicemen soldier soldiers subedar trooper troopers troops unit units warplane warplanes patrol
    """,
    _A.POLICE: """
        carabineros carabinieri constable constables cop cops detective detectives gendarme gendarmerie gendarmes havildar inspector
        inspectors officer officers patrolman patrolmen police policeman policemen policewoman policewomen squad squads sheriff
        sub-inspector superintendent
    """,
    _A.REBELS: """
        al-qaeda cadre cadres contra contras extremist extremists faction factions front fighter fighters guerilla guerillas guerrilla
        guerrillas insurgents insurgent islamist islamists jihadi jihadis jihadist jihadists maoist maoists militant militants movement
        naxal naxals naxalite naxalites rebel rebels separatist separatists subversive subversives taliban terrorist terrorists
        infiltrator infiltrators affiliate affiliates offshoot
    """,
    _A.MILITIA: """
        militia militiaman militiamen militias paramilitaries paramilitary vigilante vigilantes tribesman tribesmen levies tribe
        tribes clan clans
    """,
    _A.GANG: """
        bandit bandits cartel cartels criminal criminals dacoit dacoits gang gangs gangster gangsters hijacker hijackers kidnapper
        kidnappers mobster mobsters pirate pirates poacher poachers robber robbers rustler rustlers smuggler smugglers trafficker
        traffickers
    """,
    _A.ARMED: """
        abductor abductors assailant assailants assassin assassins attacker attackers bomber bombers gunman gunmen hitman hitmen intruder
        intruders knifeman raider raiders shooter shooters suicide_bomber suicide_bombers
    """,
    _A.PROTESTERS: """
        demonstrator demonstrators marcher marchers picketer picketers protester protesters protestor protestors striker strikers
    """,
    _A.RIOTERS: "crowd crowds looter looters mob mobs rioter rioters ultra ultras",
    _A.PEACEKEEPERS: "peacekeeper peacekeepers mission",
    _A.JOURNALISTS: """
        blogger bloggers cameraman cameramen correspondent correspondents editor editors journalist journalists photographer photographers
        reporter reporters
    """,
    _A.AID_WORKERS: """
        aid-worker aid-workers deminer deminers firefighter firefighters fireman firemen logistician medic medics paramedic paramedics
        rescuer rescuers
    """,
    _A.GOVERNMENT: """
        administration administrator administrators agency ambassador authorities authority candidate candidates chief commission
        commissioner committee consul council
        councillor councillors councilor councilors court department deputies deputy diplomat diplomats embassy government
        governor governorate judge judges lawmaker lawmakers legislator legislators magistrate mayor mayors minister ministers ministry
        municipality office official officials parliament politician politicians prefect premier president prosecutor prosecutors
        secretary senator service services spokesman spokesperson spokeswoman spokesmen state
    """,
    _A.MEDIA: "broadcaster daily media newspaper newspapers outlet outlets press radio station television tv website",
    _A.ORGANISATION: """
        association church charity club federation foundation group groups hospital hospitals institute monitor monitors network ngo
        observatory organisation organisations organization organizations party relief team teams union unions university watchdog
    """,
    _A.PRIVATE: """
        airline businessman businessmen company companies contractor contractors employer firm industrialist landlord landowner
        landowners operator operators owner owners
    """,
}

TYPE_OF = {word: kind for kind, words in _LISTS.items() for word in words.split()}
"""What a head noun says about an actor; people whose noun is in no list are civilians."""

ORGANISATIONS = frozenset(
    """
    administration agency al-qaeda airforce army artillery association authorities authority battalion battalions brigade brigades
    broadcaster cartel charity church commission committee company companies council court crowd crowds department division embassy faction
    federation firm forces foundation front garrison government group groups hospital institute media militia militias ministry mission mob
    mobs monitor monitors movement municipality navy network newspaper ngo observatory office organisation organisations organization
    organizations outlet outlets parliament party patrol platoon police press radio regiment squad squads taliban team teams television
    union unions unit units watchdog warplane warplanes aircraft jets service spokesman spokesmen spokesperson spokeswoman prefect
    commissioner survivor survivors eyewitness eyewitnesses witness witnesses logistician logisticians administrator administrators force
    tribe tribes clan clans committee bureau secretariat forces fighters affiliate affiliates offshoot
    """.split()
)
"""Nouns that name a body of people, or what one acts with ("aircraft bombed").

With :data:`mapapp.incidents.wording.persons.PERSONS` they head an actor's phrase.
"""

SAYING = STATING | frozenset(
    "accused accuses accuse allege alleged alleges asserted blamed claims denies disclosed estimated indicated maintained recalled "
    "recounted"
    "revealed say tells".split()
)
"""Verbs of those who tell."""

SPOKEN_FOR = frozenset(
    """
    affiliate agency artillery authorities battalion branch brigade cell chief chiefs commander commanders department director division
    employee employees
    faction family fighter fighters forces front gang group groups guard guards head leader leaders member members militants minister
    ministry movement network office official officials officer officers party representative representatives residents resident soldiers
    spokesman spokesperson spokeswoman survivors team troops union unit units villagers wing workers
    """.split()
)
"""Nouns behind which "of …" or "for …" tells whose they are."""

GENERIC_VICTIMS = frozenset(
    """
    casualties dead human humans individuals individual inhabitants lives more other others people person persons victim victims those
    wounded injured
    """.split()
) | {""}
"""Nouns for people of whom nothing is known but that they are people: a figure, no actor."""

ARMED_SIDES = frozenset({_A.REBELS, _A.MILITIA, _A.GANG, _A.ARMED})
"""Types of those who attack, as far as the noun tells."""

STATE_SIDES = frozenset({_A.STATE_FORCES, _A.POLICE, _A.GOVERNMENT})
"""Types that act for a state."""

ARMED_ORDER = (_A.REBELS, _A.GANG, _A.MILITIA, _A.ARMED, _A.POLICE, _A.STATE_FORCES)
"""Which qualifier tells more about "members" and "leaders"."""

GUARDS = frozenset(
    """
    agent agents bodyguard bodyguards crewman crewmen escort escorts guard guards jailer jailers pilot pilots private privates warden
    wardens
    """.split()
)
"""Guards and crews who may serve anybody."""

INTERNATIONAL = frozenset("un u.n. nato monusco minusma amisom unifil united-nations".split())
"""Words that make soldiers peacekeepers."""


_QUALIFIED: tuple[tuple[str, str, ActorType], ...] = (
    ("worker workers staff employee employees convoy", "aid relief humanitarian health rescue", _A.AID_WORKERS),
    (
        "men man youths group groups people persons person individuals individual members subjects",
        "armed masked hooded unknown unidentified unnamed uniformed knife-wielding gun-wielding machete-wielding",
        _A.ARMED,
    ),
    (
        "group groups movement leader member members organization organisation faction",
        "militant rebel jihadist islamist terrorist guerrilla insurgent separatist extremist",
        _A.REBELS,
    ),
    ("force forces officers squad commander chief spokesman official", "police", _A.POLICE),
    ("chief spokesman official commander", "army military navy", _A.STATE_FORCES),
    ("fighters", "loyalist government", _A.MILITIA),
    ("force", "air army task", _A.STATE_FORCES),
    ("force forces", "defence defense self-defence self-defense", _A.MILITIA),
)
"""(nouns, words in front of them, type): qualifiers that tell more than the noun."""

_BY_QUALIFIER = [(frozenset(heads.split()), frozenset(before.split()), kind) for heads, before, kind in _QUALIFIED]


def type_of_head(head: str, before: frozenset[str] = frozenset()) -> ActorType | None:
    """Return the type that a head noun stands for; ``before`` holds the words in front of it ("armed" men, "aid" workers)."""
    if before & INTERNATIONAL and TYPE_OF.get(head) in {None, _A.STATE_FORCES, _A.PEACEKEEPERS}:
        return _A.PEACEKEEPERS
    for heads, qualifiers, kind in _BY_QUALIFIER:
        if head in heads and before & qualifiers:
            return kind
    if head in {"member", "members", "leader", "leaders", "suspect", "suspects"}:
        return next((kind for kind in ARMED_ORDER if any(TYPE_OF.get(word) is kind for word in before)), None)
    if head in TYPE_OF:
        return TYPE_OF[head]
    if head in ATTACKERS:
        return _A.ARMED
    return _A.STATE_FORCES if head in FORCES and head not in GUARDS else None
