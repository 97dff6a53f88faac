"""The words that tell of an incident, by type: verbs, event nouns, weapons. Hand-kept."""

from __future__ import annotations

from enum import Enum

from mapapp.incidents.incident import IncidentType

_T = IncidentType


class Part(Enum):
    """What a trigger word is in its sentence."""

    VERB = "verb"
    NOUN = "noun"
    MEANS = "means"  # a weapon: it types an incident but does not make one


VERBS: dict[IncidentType, str] = {
    _T.SUICIDE_BOMBING: "blew_self_up",
    _T.BOMBING: "went_off explode detonate exploded detonated bombed dynamited exploding detonating explodes detonates blasted bombing",
    _T.SHOOTING: "opened_fire shot_dead shot shot_hurt shooting strafed machinegunned sprayed",
    _T.ARMED_ATTACK: """
        attacked ambushed stormed assaulted attacking ambushing storming raided overran attacks stabbed stabbing hacked rammed hurled
        lobbed tossed targeted targeting targets target torturing tortured ambush storm
    """,
    _T.CLASH: "clashed fought clash clashing battled skirmished",
    _T.SHELLING: "shelled bombarded shelling bombard shell",
    _T.AIR_STRIKE: "carpet-bombed dive-bombed",
    _T.KILLING: """
        killed murdered assassinated slain slew executed massacred beheaded slaughtered lynched stabbed_dead murdering assassinating
        executing massacring beheading lives_of assassinate murder
    """,
    _T.ABDUCTION: "abducted kidnapped kidnaped abducting kidnapping kidnaping disappeared abduct kidnap whisked_away hijacked hijacking",
    _T.ARREST: "arrested detained captured nabbed apprehended arresting detaining capturing",
    _T.ARSON: "torched torch torches arson burned burnt torching firebombed fire-bombed petrol-bombed ignited",
    _T.ROBBERY: "robbed carjacked ram-raided waylaid stole stealing robbing stolen burgled mugged",
    _T.LOOTING: "looted looting ransacked plundered",
    _T.SEXUAL_VIOLENCE: "raped raping molested gang-raped",
    _T.PROTEST: "protested demonstrated rallied marched protesting demonstrating protest picketed picketing gheraoed",
    _T.RIOT: "rioted rioting brawled",
    _T.ACCIDENT: """
        crashed collided derailed capsized sank overturned collapsed collapsing crashing derailing skidded overturning capsizing
        shipwrecked jackknifed foundered belly-landed crash-landed rear-ended derails capsizes overturns collide collides
    """,
    _T.FIRE: "fire_broke_out gutted",
    _T.NATURAL_DISASTER: "flooded erupted inundated submerged overflowed",
    _T.DISPLACEMENT: "displaced displacement displacing uprooted",
    _T.OTHER: "vandalized vandalised sabotaged desecrated defaced daubed",
}
"""Verbs, as :func:`mapapp.incidents.wording.words.words_of` writes them."""

NOUNS: dict[IncidentType, str] = {
    _T.SUICIDE_BOMBING: "suicide_bombing",
    _T.BOMBING: "bomb_blast bomb_blasts explosion explosions blast blasts bombing bombings detonation",
    _T.SHOOTING: "shooting shootings gunfire drive-by",
    _T.ARMED_ATTACK: """
        attack attacks assault assaults ambush ambushes raid raids armed_attack offensive onslaught incursion violence stabbing
        stabbings siege
    """,
    _T.CLASH: """
        clash clashes fighting battle battles exchange_of_fire gunbattle gunbattles gunfight gunfights firefight firefights shootout
        shootouts skirmish skirmishes encounter encounters combat confrontation confrontations shoot-out crossfire gun-battle fight fights
    """,
    _T.AIR_STRIKE: "air_strike airstrike airstrikes bombardment bombardments",
    _T.SHELLING: "shelling shellings shellfire cannonade",
    _T.KILLING: """
        killings murder murders assassination assassinations massacre massacres execution executions slaying homicide homicides
        death_of lynching beheading
    """,
    _T.ABDUCTION: "abduction abductions kidnapping kidnappings kidnaping kidnapings abduction_of hostage-taking",
    _T.ARREST: "arrest_of",
    _T.ARSON: "arson",
    _T.ROBBERY: """
        robbery robberies heist heists holdup holdups hold-up hold-ups burglary burglaries break-in break-ins mugging muggings carjacking
        carjackings
    """,
    _T.LOOTING: "looting lootings",
    _T.SEXUAL_VIOLENCE: "rape rapes sexual_violence",
    _T.PROTEST: """
        protest protests demonstration demonstrations rally rallies march marches sit-in sit-ins sit-in-protest sit-in-protests strike
        picket vigil vigils hartal bandh dharna gherao morcha walkout walkouts lathicharge lathi-charge
        die-in die-ins
    """,
    _T.RIOT: "riot riots rioting unrest mob disturbances disturbance mutiny mutinies brawl brawls rampage scuffle scuffles melee affray",
    _T.SECURITY_OPERATION: "security_operation operation operations crackdown manhunt sweep sweeps",
    _T.ACCIDENT: """
        accident_ crash collision derailment accident accidents collapse stampede wreck shipwreck capsizing mishap pile-up pileup sinking
        crashes collisions rollover rollovers smash smash-up cave-in cave-ins electrocution
    """,
    _T.FIRE: "fire blaze wildfire wildfires inferno fires bushfire bushfires",
    _T.NATURAL_DISASTER: """
        earthquake earthquakes quake flood floods flooding landslide landslides cyclone hurricane typhoon tornado tornadoes tsunami
        avalanche mudslide mudslides eruption storm blizzard drought heatwave natural_disaster aftershock rockslide cloudburst monsoon
        lightning storms floodwaters tremor tremors landfall hurricanes cyclones typhoons hailstorm sandstorm snowstorm deluge mudflow
        lahar famine avalanches rockfall rockfalls rockslides mudflows heatwaves droughts eruptions blizzards hailstorms sandstorms
        cloudbursts tsunamis storm_surge twister twisters landslip landslips sinkhole sinkholes waterspout seaquake floodwater
    """,
    _T.EPIDEMIC: "epidemic epidemic_ outbreak outbreaks epidemics cholera ebola measles dengue typhoid diphtheria meningitis mpox lassa",
    _T.DISPLACEMENT: "displacement exodus",
    _T.OTHER: "sabotage poisoning poisonings vandalism coup jailbreak jailbreaks jail-break prison-break",
}
"""Nouns that name the event itself."""

MEANS: dict[IncidentType, str] = {
    _T.SUICIDE_BOMBING: "svbied svbieds pbied pbieds suicide_bomber suicide_bombers suicide vest vests belt belts",
    _T.BOMBING: """
        bomb bombs explosive explosives roadside_bomb grenade grenades ied ieds rcied rcieds vbied vbieds device devices
        dynamite explosives-laden
    """,
    _T.MINE: "landmine landmines mine mines ordnance uxo erw antipersonnel anti-personnel anti-tank",
    _T.AIR_STRIKE: "warplane warplanes aircraft jets jet drone drones helicopters helicopter airforce",
    _T.SHELLING: "projectile projectiles mortar mortars rocket rockets artillery shells missile missiles howitzer howitzers grad grads",
    _T.SHOOTING: "gunshots bullets gunshot bullet sniper snipers",
    _T.ARSON: "petrol_bomb molotov molotovs firebomb firebombs firebombing",
    _T.ARMED_ATTACK: """
        knife-wielding machete-wielding axe-wielding sword-wielding knife knives machete machetes sword swords axe axes hatchet
    """,
    _T.FIRE: "flames",
    _T.ACCIDENT: "drowned drowning suffocated asphyxiated electrocuted scaffolding crane toppled",
    _T.NATURAL_DISASTER: "hail hailstones snow snowfall rain rains rainfall downpour downpours gales winds frost",
    _T.EPIDEMIC: "anthrax polio marburg nipah diarrhoea diarrhea chikungunya rabies diphtheria influenza malaria",
    _T.OTHER: "liquor alcohol moonshine methanol hooch poisonous tainted",
}
"""Weapons, and what carries them; and what else people die of."""

CAUSES = frozenset({_T.ARMED_ATTACK, _T.FIRE, _T.ACCIDENT, _T.NATURAL_DISASTER, _T.EPIDEMIC, _T.OTHER})
"""Types of means that tell how people came to harm, and make no incident of a verb that puts them to use."""

JOINED: dict[str, tuple[IncidentType, Part]] = {
    "air_strike": (_T.AIR_STRIKE, Part.NOUN),
    "shelling": (_T.SHELLING, Part.NOUN),
    "arson": (_T.ARSON, Part.VERB),
    "protest": (_T.PROTEST, Part.NOUN),
    "accident": (_T.ACCIDENT, Part.NOUN),
    "fire": (_T.FIRE, Part.NOUN),
    "epidemic": (_T.EPIDEMIC, Part.NOUN),
    "robbery": (_T.ROBBERY, Part.NOUN),
    "displacement": (_T.DISPLACEMENT, Part.VERB),
    "sexual_violence": (_T.SEXUAL_VIOLENCE, Part.VERB),
    "roadside_bomb": (_T.BOMBING, Part.MEANS),
    "landmine": (_T.MINE, Part.MEANS),
}
"""What the joined phrases are that bear the name of a type."""

USED = frozenset(
    """
    damaged deactivated defused destroyed discovered dropped fell fired found hit hurled intercepted landed launched left lobbed mailed
    placed planted pounded rained riddled ripped rocked sent shook struck threw throwing thrown tore tossed wrecked
    """.split()
)
"""Verbs that make an incident of a weapon: "threw a grenade"."""

BLASTS = frozenset("went_off exploded explosion explosions blast exploding explodes explode".split())
"""Words for a bomb that goes off, or for anything else that does."""

VOLATILE = frozenset(
    """
    tanker tankers cylinder cylinders gas boiler boilers fireworks firework firecracker firecrackers fuel petrol stove methane firedamp
    colliery coal refinery transformer silo grain chemical ammonia ammonium tyre generator
    """.split()
)
"""What blows up by accident."""

OCCURS = frozenset(
    """
    happened occurred struck hit began erupted swept shook rocked hits strikes ravaged devastated broke made tore ripped engulfed gutted
    """.split()
)
"""Verbs by which an event noun tells that it took place, even behind "the"."""

STRIKES = frozenset(
    """
    attack attacked attacks bomb bombed bombing bombs carried destroyed dropped fired fires hit hits kill killed killing kills launched
    machinegunned pounded raid raided raids rocketed shelled strafed strike strikes struck target targeted targets
    """.split()
)
"""Verbs that make an attack of an aircraft."""

TOLD_OF = frozenset(
    """
    aftermath anniversary attributed blamed claimed condemn condemned condemns criticised criticized denounced deplored directed
    financed instructed instructions investigated investigating linked masterminded orchestrated ordered organised organized perpetrated
    planned responsibility sponsored
    """.split()
)
"""Predicates of speech about an attack: they tell of one that is known, not of a new one."""

ONLY_WITH_ARTICLE = frozenset(
    """
    collapse device devices fire march mine mines mob operation operations protest shot storm strike sweep sweeps vigil walkout
    """.split()
)
"""Words that name an event only behind an article: "a fire", "the operation"."""

ARTICLES = frozenset(
    """
    's a an another first four no one series several three two wave
    """.split()
)
"""Words that open the noun phrase of an event."""

IN_COMPOUNDS = frozenset(
    """
    alarm alarms brigade brigades bulletin bulletins case cases charge charges chief chiefs crew crews defences defenses department drill
    drills engine engines exercise exercises forecast forecasts gear insurance investigation investigations investigators leader leaders
    movement officers police prevention prone relief risk season service services squad squads station stations suspect suspects trial
    trials unit units warning warnings watch
    """.split()
)
"""Nouns behind an event noun by which it only tells what kind they are of: "fire drill", "riot police", "murder trial"."""

BEFORE_PHRASE = frozenset(
    """
    after and at by for from in of on to was were when with
    """.split()
)
"""Words behind which a noun phrase without an article begins."""

BEHIND_NOUN = frozenset(
    """
    , . against at between by has in on that was were which
    """.split()
)
"""Words that follow a noun rather than a verb with its object."""
