"""Fixed phrases of news that stand for one verb or noun, and the one word the grammar reads instead."""

from __future__ import annotations

_LISTS: dict[str, str] = {
    # --- killing
    "shot_dead": """
        fatally shot | gunned down | gunning down | mowed down | shoot dead | shooting dead | shot and fatally wounded | shot and
        killed | shot dead | shot to death
    """,
    "killed": """
        blown to pieces | buried alive | mown down | fallen in action | fallen in combat | fell in action | fell in combat | found
        hanged | found lifeless | found shot | found slain | found slaughtered | found strangled | found without life | burned
        alive | burnt alive | confirmed dead | declared dead | fatally injured | fatally stabbed | fatally wounded | found dead |
        found killed | found murdered | mortally wounded | pronounced dead | put to death | reported dead | reported killed |
        summarily executed
    """,
    "neutralised": "neutralised dead | put out of action | rendered harmless",
    "kia": "killed in action",
    "wia": "wounded in action",
    "struck_dead": "strikes dead | struck dead",
    "killed_or_injured": """
        dead or wounded | killed and injured a total of | killed or injured | killed or wounded | killing or injuring |
        killing or wounding
    """,
    "stabbed_dead": """
        battered to death | beat to death | beaten and killed | beaten to death | beating to death | burned to death | burnt to
        death | chopped to death | clubbed to death | crushed to death | hacked to death | hacking to death | knifed to death |
        shelled to death | stabbed and killed | stabbed to death | stabbing to death | stoned to death | strangled to death |
        tortured to death | trampled to death
    """,
    "died": """
        bled to death | choked to death | burned to their deaths | crashed to their deaths | died after | died from | died in |
        died of | fell to her death | fell to his death | fell to their deaths | froze to death | had her throat cut | had her
        throat slit | had his throat cut | had his throat slit | had their throats cut | had their throats slit | have their
        throats cut | have their throats slit | frozen to death | jumped to his death | leapt to his death | lose their lives |
        losing their lives | lost her life | lost his life | lost its life | lost life | lost lives | lost their lives | met their
        deaths | paid with his life | paid with their lives | passed away | plunged to her death | plunged to his death | plunged
        to their deaths | starved to death | succumbed to | succumbing to | did not survive | didn't survive | lost overboard |
        went down with the ship | were no more | were swept to their deaths | rose as a martyr | rose as martyrs | fell as martyrs |
        embraced martyrdom | attained martyrdom | achieved martyrdom
    """,
    "bodies_of": """
        bodies of | body of | bullet-riddled bodies of | bullet-riddled body of | corpse of | corpses of | dead bodies of | dead
        body of | remains of
    """,
    "lives_of": """
        claim the lives of | claimed the life of | claimed the lives of | claiming the life of | claiming the lives of | claims
        the lives of | cost the life of | cost the lives of | costing the lives of | ended the lives of | taken the lives of |
        took the life of | took the lives of | taking the life of | taking the lives of | burning to death
    """,
    "death_of": """
        assassination of | death in action of | death in combat of | death of | deaths in combat of | deaths of | demise of |
        execution of | killing of | killings of | loss of | massacre of | murder of | murders of | slaying of
    """,
    "injury_of": "injuries of | injuries to | injury of | injury to | wounding of | wounds to",
    "death_toll": """
        death count | death toll | number dead | number killed | number of confirmed dead | number of the dead | number of the
        victims | fatality count | number of dead | number of deaths | number of fatalities | number of people killed | number of
        victims | toll of dead
    """,
    # --- hurting
    "sustained_injuries": """
        came to harm | lost consciousness | got injuries | in need of treatment | in need of medical treatment |
        nursing injuries | nursing gunshot wounds | nursing wounds | was grazed | were grazed | needed stitches |
        required stitches | fallen ill | fell ill | fell sick | got injured | got wounded | needed hospital treatment |
        needed medical attention | needed medical treatment | needed treatment | received bullet injuries |
        received bullet wounds | received burn injuries | received burns | received injuries | received medical treatment |
        received minor injuries | received wounds | required hospital treatment | required medical attention |
        required treatment | suffered bullet injuries | suffered bullet wounds | suffered burn injuries | suffered burn wounds |
        suffered burns | suffered gunshot wounds | suffered injuries | suffered minor injuries | suffered serious injuries |
        suffered slight injuries | suffered wounds | suffering injuries | sustained bullet injuries | sustained bullet wounds |
        sustained burn injuries | sustained burns | sustained critical injuries | sustained gunshot wounds | sustained injures |
        sustained injuries | sustained minor injuries | sustained serious injuries | sustained severe injuries |
        sustained shrapnel wounds | sustained splinter injuries | sustained wounds | sustaining injuries | taken ill
    """,
    "hospitalized": """
        admitted to hospital | admitted to hospitals | admitted to the hospital | airlifted to hospital | brought to hospital |
        ferried to hospital | flown to hospital | left with burns | left with injuries | moved to hospital | rushed to a hospital
        | rushed to hospital | rushed to hospitals | rushed to the hospital | shifted to hospital | shifted to the hospital |
        taken to a hospital | taken to hospital | taken to hospitals | taken to the hospital | treated at the scene | treated for
        | treated in hospital | treated on site | treated on the spot
    """,
    "wounded": """
        badly burned | badly burnt | hit by a bullet | hit by a sniper | hit by a stray bullet | hit by bullets | hit by flying
        glass | hit by fragments | hit by gunfire | hit by rubber bullets | hit by shrapnel | hit by splinters | hit by stones |
        hit by stray bullets | seriously burned | severely burned | severely burnt | struck by a bullet | struck by shrapnel
    """,
    # --- taking
    "gave_self_up": """
        booked into | booked into custody | gave himself up to police | gave himself up to the police | gave themselves up to
        police | gave themselves up to the police | handed himself in | handed themselves in | surrendered to police | surrendered
        to the police | turned himself in | turned themselves in
    """,
    "picked_up": "hauled in | picked up",
    "arrested": """
        captured alive | held for questioning | held on suspicion | held over | held without charge | caught alive | hauled away
        by police | led away in handcuffs | netted by police | picked up by officers | picked up by police | placed under arrest |
        put under arrest | rounded up | taken alive | taken away by police | taken away in police | taken captive by police |
        taken in for questioning | taken into custody | taken prisoner | taking into custody | took into custody
    """,
    "abducted": """
        abducted at gunpoint | being held captive | being held hostage | bundled into | dragged into a car | dragged
        into a van | forced into a boat | forced into a car | forced into a truck | forced into a van | forced into a vehicle | held
        captive | held hostage | holding captive | holding hostage | kidnapped and held | pushed into a car | pushed into a van |
        taken at gunpoint | taken away | taken captive | taken from her home | taken from his home | taken from his house | taken
        from their home | taken from their homes | taken hostage | taking hostage | took captive | took hostage
    """,
    "whisked_away": "took away",
    "seized": "made off with",
    "drove_off": "disappeared with | drove away | drove away with | drove off | drove off with | left with | rode off with | vanished with",
    "die": "die from | die of",
    "caught": "took in",
    "arrived": "camping in | sleeping in",
    "arrest_of": "apprehension of | arrest of | arrests of | capture of | detention of",
    "abduction_of": "abduction of | abductions of | disappearance of | kidnaping of | kidnapping of | kidnappings of",
    # --- weapons and ways
    "suicide_bombing": """
        suicide attack | suicide attacks | suicide blast | suicide blasts | suicide bomb | suicide bomb attack | suicide bombing |
        suicide bombings | suicide bombs | suicide car bomb | suicide car bombing | suicide car bombings | suicide explosion |
        suicide truck bomb
    """,
    "suicide_bomber": "suicide assailant | suicide attacker | suicide bomber | suicide car bomber",
    "suicide_bombers": "suicide assailants | suicide attackers | suicide bombers",
    "turned_on_self": """
        shot herself | shot herself dead | shot himself | shot himself dead | taken her own life | taken his own life | taken their
        own lives | taking her own life | taking his own life | taking their own lives | took her own life | took his own life |
        took their own lives | turning her gun on herself | turning his gun on himself | turning the gun on herself |
        turning the gun on himself | turning the weapon on himself | turned her gun on herself | turned his gun on himself |
        turned his weapon on himself | turned the gun
        on herself | turned the gun on himself | turned the weapon on himself
    """,
    "blew_self_up": """
        blew herself up | blew himself up | blew themselves up | blew up himself | blowing herself up | blowing himself up |
        blowing themselves up | detonated a suicide | detonated a vest | detonated an explosive vest | detonated an
        explosives-laden | detonated explosives strapped | detonated her explosives | detonated himself | detonated his explosive
        vest | detonated his explosives | detonated his vest | detonated their explosives | exploded himself
    """,
    "opened_fire": """
        exchanged gunfire with | fire on | fired at | fired bullets | fired indiscriminately | fired on | fired several shots |
        fired shots | fired shots at | fired upon | fires at | open fire | opened fire | opened fire at | opened fire on | opening
        fire | opening fire on | opens fire | shot at | sprayed bullets
    """,
    "exchange_of_fire": """
        cross fire | exchange of fire | exchange of gunfire | exchanged fire | exchanged gunfire | exchanges of fire | fierce
        fighting | fighting between | fighting broke out | fighting erupted | fire fight | gun battle | gun battles | gun fight |
        gun fights | heavy fighting | running battle | running battles | street fighting
    """,
    "air_strike": """
        aerial attack | aerial bombardment | aerial bombardments | aerial bombing | aerial raid | aerial raids | aerial shelling |
        aerial strike | aerial strikes | air attack | air attacks | air bombardment | air bombing | air force jets | air raid |
        air raids | air strike | air strikes | airforce jets | airforce strikes | barrel bomb | barrel bombing | barrel bombs |
        drone attack | drone attacks | drone strike | drone strikes | fighter jets bombed | helicopters bombed | jets bombed |
        jets targeted | missile strike | missile strikes | planes bombed | warplane raids | warplanes bombed | warplanes hit |
        warplanes struck | warplanes targeted
    """,
    "roadside_bomb": """
        booby trap | car bomb | car bombs | crude bomb | crude bombs | dynamite charge | dynamite charges | dynamite sticks |
        explosive artifact | explosive artifacts | explosive charge | explosive charges | explosive device | explosive devices |
        explosives device | explosives-laden vehicle | explosives-rigged vehicle | hand grenade | hand grenades | improvised
        explosive device | improvised explosive devices | letter bomb | letter bombs | magnetic bomb | parcel bomb | pipe bomb |
        pipe bombs | roadside bomb | roadside bombs | sticks of dynamite | sticky bomb | time bomb | truck bomb | truck bombs
    """,
    "petrol_bomb": """
        bottles of petrol | cocktail bomb | cocktail bombs | fire bomb | fire bombs | incendiary bomb | incendiary bombs |
        incendiary device | incendiary devices | molotov cocktail | molotov cocktails | petrol bomb | petrol bombs
    """,
    "bomb_blast": """
        bomb attack | bomb blast | bomb explosion | car bombing | dynamite attack | grenade attack | powerful explosion | roadside
        bombing | terrorist bombing | truck bombing
    """,
    "bomb_blasts": "bomb attacks | bomb blasts | bomb explosions | car bombings | dynamite attacks | grenade attacks | terrorist bombings",
    "landmine": """
        anti-personnel mine | antipersonnel mine | land mine | land mines | landmine blast | mine blast | mine explosion |
        stepped on a mine
    """,
    "shelling": """
        artillery attack | artillery bombardment | artillery fire | artillery shelling | artillery shells | artillery strike |
        artillery strikes | cross border firing | cross-border firing | cross-border shelling | fired a mortar | fired a rocket |
        fired mortars | fired rockets | fired several rockets | fired three rockets | fired two rockets | ground shelling | heavy
        shelling | launched rockets | missile attack | missile attacks | mortar attack | mortar attacks | mortar fire | mortar
        round | mortar rounds | mortar shell | mortar shells | rocket attack | rocket attacks | rocket fire | rocket shells
    """,
    "armed_attack": """
        act of terrorism | armed assault | armed assaults | armed attack | armed attacks | arson attack | arson attacks |
        car-ramming attack | coordinated attacks | guerrilla attack | guerrilla attacks | gun attack | gun attacks | knife attack
        | machete attack | militant attack | militant attacks | rebel attack | rebel attacks | simultaneous attacks | terror
        attack | terror attacks | terrorist act | terrorist action | terrorist actions | terrorist acts | terrorist attack |
        terrorist attacks
    """,
    "arson": """
        arson attack | arson attacks | burned down | burned to the ground | burning down | burnt down | put to the torch | set
        ablaze | set afire | set alight | set fire to | set it ablaze | set it on fire | set on fire | set them on fire | sets
        fire to | setting ablaze | setting fire to | setting on fire
    """,
    "robbery": "armed robberies | armed robbery | bank robberies | bank robbery | held up a bank | robbed a bank",
    "protest": """
        general strike | human chain | hunger strike | on strike | protest demonstration | protest march | protest marches |
        protest rally
    """,
    "demonstrated": """
        blocked roads | held a rally | marched through | sit in protest | staged a demonstration | staged a protest | staged a
        sit-in | taken to the streets | took out a rally | took to the streets | went on strike
    """,
    "sexual_violence": """
        gang rape | gang raped | sexual assault | sexual assaults | sexual violence | sexually abused | sexually assaulted
    """,
    "security_operation": """
        anti-terror operation | anti-terrorist operation | antiterrorist operation | clearance operation | combing operation |
        cordon and search operation | counter-insurgency operation | counter-terrorism operation | counter-terrorist operation |
        counterterrorism operation | joint operation | military offensive | military operation | military operations | military
        sweep | police operation | police raid | police raids | rescue operation | search operation | search operations | security
        operation | security raid | security sweep | special operation
    """,
    "accident": """
        air crash | boat accident | building collapse | bus accident | bus crash | car crash | collided with | crashed into |
        ferry accident | ferry disaster | gas blast | gas explosion | gas leak | head-on collision | helicopter crash | mine
        collapse | mining accident | off the rails | overturned on | plane crash | plane crashed | plunged into | plunged off |
        rail accident | ran off the road | road accident | road crash | traffic accident | train accident | train crash | veered
        off
    """,
    "fire": """
        blaze swept | broke out in a fire | bush fire | bush fires | fire broke out | fire ripped | fire swept | fire tore |
        forest fire | forest fires | house fire
    """,
    "natural_disaster": """
        flash flood | flash flooding | flash floods | heat wave | heavy flooding | heavy rains | mud slide | mud slides | storm
        surge | tidal wave | torrential rain | torrential rains | tropical storm | volcanic eruption
    """,
    "epidemic": "cholera outbreak | disease outbreak | ebola outbreak | measles outbreak | outbreak of | outbreak of cholera",
    "displacement": """
        abandoned their homes | abandoned their houses | abandoned their villages | are sheltering | crossed into | crossed the
        border | crossed the border into | driven from their homes | driven from their villages | driven out of their homes |
        expelled from their homes | fled across | fled after | fled as | fled from | fled into | fled the area | fled the fighting |
        fled the violence | fled their homes | fled their villages | fled to | fled to safety | fled towards | flee their homes |
        forced from their homes | forced out of their homes | forced to flee | forced to leave | had fled | had to flee | had to
        leave their homes | has fled | have fled | leave their homes | left homeless | left their homes | left their houses | left
        their villages | left without a roof | left without homes | left without shelter | living in makeshift | living in shelters
        | living in tents | living in the open | living under tarpaulins | lost their homes | lost their houses | made homeless |
        moved to camps | moved to churches | moved to higher ground | moved to mosques | moved to safer | moved to safety | moved to
        schools | moved to shelters | sheltered in | sheltering in | sleeping in the open | sleeping rough | sought refuge in |
        sought shelter in | taken refuge in | taken shelter in | took refuge in | took shelter in
    """,
    "sheltered": """
        in camps | in centers | in centres | in church halls | in community centers | in community centres | in gymnasiums | in
        gyms | in makeshift shelters | in public buildings | in reception centers | in reception centres | in tents | in
        collective centers | in collective centres | in community halls | in displacement camps | in emergency shelters | in
        evacuation centers | in evacuation centres | in host communities | in makeshift camps | in relief camps | in shelters | in
        temporary camps | in temporary shelters | in transit camps | in transit centres | left the area | moved to embankments |
        moved to high ground | moved to relatives | moved to roads | sought safety in | staying with host families | staying with
        relatives | with host families
    """,
    # --- negation and hedges
    "no_one": "no body | no one | not a single | not one",
    "up_to": "a maximum of | as many as | at most | no more than | not more than | up to",
    "at_least": """
        a minimum of | a total of at least | at least | at the least | no fewer than | no less than | not fewer than | not less than
    """,
    "more_than": "at over | greater than | in excess of | more than | upwards of | well over",
    "about": "an estimated | close to | in the region of | roughly around",
    "a_few": """
        a couple of | a few | a handful of | a number of | an undetermined number | an undetermined number of | an unknown number |
        an unknown number of | an unspecified number | an unspecified number of |
        quite a few | unknown number of
    """,
    "number_of": "number of",
    "presumed_dead": """
        believed dead | believed drowned | feared dead | feared drowned | feared killed | missing and presumed dead | missing
        presumed dead | presumed dead | presumed drowned | presumed killed
    """,
    "had_to_leave": "had to leave | was forced to leave | were forced to leave | were ordered to leave | have had to leave",
    "in_custody": """
        put in vans | put in police vans | put into police vans | bundled into police vans |
        behind bars | being held | being questioned | in custody | in detention | in jail awaiting | in police custody | in police
        detention | under arrest
    """,
    "in_hospital": """
        being treated in hospital | fighting for her life | fighting for his life | fighting for their lives | in a critical
        condition | in a serious condition | in critical condition | in hospital | in hospitals | in intensive care | in serious
        condition | in the hospital | on life support | receiving treatment | recovering in hospital | undergoing treatment
    """,
    "a_total_of": "a total of | all of the | some of the | total of",
    "fewer_than": "fewer than | less than",
    "dozens_of": "dozens of",
    "scores_of": "scores of",
    "tens_of": "tens of",
    "hundreds_of": "hundreds of",
    "thousands_of": "thousands of",
    "tens_of_thousands": "tens of thousands | tens of thousands of",
    "hundreds_of_thousands": "hundreds of thousands | hundreds of thousands of",
    "along_with": """
        along with | apart from | as well as | besides | excluding | in addition to | not counting | not including | together with
    """,
    "group_of": """
        band of | cadres of | convoy of | couple of | crew of | crowd of | employees of | family of | group of | groups of | member
        of | members of | pair of | party of | people from | residents of | squad of | team of | units of
    """,
    "according_to": "according to",
    "because_of": """
        as a result of | because of | due to | in connection with | in protest against | in retaliation for | in revenge for |
        on charges of | protesting against
    """,
    "intended": """
        about to | aimed at | aimed to | bent on | bid to | called for | calling for | capable of | conspiracy to | conspired to |
        conspiring to | designed to | due to be | effort to | efforts to | failed to | going to | hoped to | in a bid to | in an
        attempt to | in order to | intend to | intended to | intending to | intends to | intent on | intent to | intent to
        capturing | order to | ordered to | plan to | planned to | planning to | plans to | pledged to | plot to | plotted to |
        plotting to | prepared to | preparing to | ready to | refused to | set to | sought to | supposed to | threat to |
        threatened to | threatening to | threats to | vowed to | wanted to | willing to
    """,
    "attempted": "attempt to | attempted to | attempting to | attempts to | in an attempt to | tried to | tries to | trying to",
    "went_off": "blew up | blow up | blowing up | blown up | blows up | go off | goes off | went off",
    "escaped_unhurt": """
        escaped injury | escaped unharmed | escaped unhurt | escaped unscathed | narrowly escaped | survived the attack | survived
        unhurt | was unhurt | were unhurt
    """,
}

PHRASES: dict[tuple[str, ...], str] = {tuple(phrase.split()): word for word, phrases in _LISTS.items() for phrase in phrases.split("|")}
"""Joined word by the words it replaces, all in lower case; where two lists hold a phrase the later one wins."""
