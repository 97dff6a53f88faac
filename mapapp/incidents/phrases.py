"""Fixed phrases of news that stand for one verb or noun, and the one word the grammar reads instead."""

from __future__ import annotations

_LISTS: dict[str, str] = {
    # --- killing
    "shot_dead": """
        fatally shot | gunned down | gunning down | mowed down | shoot dead | shooting dead | shot and fatally wounded | shot and killed |
        shot dead | shot to death
    """,
    "killed": """
        blown to pieces | burned alive | burnt alive | confirmed dead | declared dead | fatally injured | fatally stabbed |
        fatally wounded | found dead | found killed | found murdered | mortally wounded | pronounced dead | put to death |
        reported dead | reported killed | summarily executed
    """,
    "killed_or_injured": """
        dead or wounded | killed and injured a total of | killed or injured | killed or wounded | killing or injuring |
        killing or wounding
    """,
    "stabbed_dead": """
        battered to death | beat to death | beaten and killed | beaten to death | beating to death | burned to death | burnt to death |
        chopped to death | clubbed to death | crushed to death | hacked to death | hacking to death | knifed to death | shelled to death |
        stabbed and killed | stabbed to death | stabbing to death | stoned to death | strangled to death | tortured to death |
        trampled to death
    """,
    "died": """
        bled to death | burned to their deaths | die of | died after | died from | died in | died of | fell to his death |
        fell to their deaths | froze to death | frozen to death | lose their lives | losing their lives | lost her life | lost his life |
        lost its life | lost life | lost lives | lost their lives | met their deaths | passed away | starved to death | succumbed to |
        succumbing to | were no more
    """,
    "bodies_of": """
        bodies of | body of | bullet-riddled bodies of | bullet-riddled body of | corpse of | corpses of | dead bodies of | dead body of |
        remains of
    """,
    "lives_of": """
        claim the lives of | claimed the life of | claimed the lives of | claiming the life of | claiming the lives of |
        claims the lives of | cost the life of | cost the lives of | costing the lives of | ended the lives of | taken the lives of |
        took the life of | took the lives of
    """,
    "death_of": """
        assassination of | death of | deaths of | demise of | execution of | killing of | killings of | loss of | massacre of | murder of
        | murders of | slaying of
    """,
    "injury_of": "injuries of | injuries to | injury of | injury to | wounding of | wounds to",
    "death_toll": """
        death count | death toll | fatality count | number of dead | number of deaths | number of fatalities | number of people killed |
        number of victims | toll of dead
    """,
    # --- hurting
    "sustained_injuries": """
        fallen ill | fell ill | fell sick | got injured | got wounded | needed hospital treatment | received bullet injuries |
        received bullet wounds | received burn injuries | received burns | received injuries | received minor injuries | received
        wounds | required hospital treatment | suffered bullet injuries | suffered bullet wounds | suffered burn injuries | suffered
        burn wounds | suffered burns | suffered gunshot wounds | suffered injuries | suffered minor injuries | suffered serious
        injuries | suffered slight injuries | suffered wounds | suffering injuries | sustained bullet injuries | sustained bullet
        wounds | sustained burn injuries | sustained burns | sustained critical injuries | sustained gunshot wounds | sustained
        injures | sustained injuries | sustained minor injuries | sustained serious injuries | sustained severe injuries | sustained
        shrapnel wounds | sustained splinter injuries | sustained wounds | sustaining injuries
    """,
    "hospitalized": "admitted to hospital | rushed to hospital | taken to hospital | taken to the hospital | treated for",
    # --- taking
    "caught": "hauled in | picked up",
    "arrested": """
        picked up by police | placed under arrest | put under arrest | rounded up | taken away by police | taken away in police |
        taken captive by police | taken in for questioning | taken into custody | taken prisoner | taking into custody | took into
        custody
    """,
    "abducted": """
        carried off | held hostage | holding hostage | kidnapped and held | taken away | taken captive | taken hostage | taking hostage |
        taken from her home | taken from his home | taken from his house | taken from their home | taken from their homes | took captive |
        took hostage
    """,
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
        shot herself | shot herself dead | shot himself | shot himself dead | turned her gun on herself | turned his gun on himself
        | turned his weapon on himself | turned the gun on herself | turned the gun on himself | turned the weapon on himself
    """,
    "blew_self_up": """
        blew herself up | blew himself up | blew themselves up | blew up himself | blowing herself up | blowing himself up |
        blowing themselves up | detonated a suicide | detonated a vest | detonated an explosive vest | detonated an explosives-laden |
        detonated explosives strapped | detonated her explosives | detonated himself | detonated his explosive vest |
        detonated his explosives | detonated his vest | detonated their explosives | exploded himself
    """,
    "opened_fire": """
        exchanged gunfire with | fire on | fired at | fired bullets | fired indiscriminately | fired on | fired several shots |
        fired shots | fired shots at | fired upon | fires at | open fire | opened fire | opened fire at | opened fire on | opening fire |
        opening fire on | opens fire | shot at | sprayed bullets
    """,
    "exchange_of_fire": """
        cross fire | exchange of fire | exchange of gunfire | exchanged fire | exchanged gunfire | exchanges of fire | fierce fighting |
        fighting between | fighting broke out | fighting erupted | fire fight | gun battle | gun battles | gun fight | gun fights |
        heavy fighting | running battle | running battles | street fighting
    """,
    "air_strike": """
        aerial attack | aerial bombardment | aerial bombardments | aerial bombing | aerial raid | aerial raids | aerial shelling |
        aerial strike | aerial strikes | air attack | air attacks | air bombardment | air bombing | air force jets | air raid | air raids
        | air strike | air strikes | airforce jets | airforce strikes | barrel bomb | barrel bombing | barrel bombs | drone attack |
        drone attacks | drone strike | drone strikes | fighter jets bombed | helicopters bombed | jets bombed | jets targeted |
        missile strike | missile strikes | planes bombed | warplane raids | warplanes bombed | warplanes hit | warplanes struck |
        warplanes targeted
    """,
    "roadside_bomb": """
        booby trap | car bomb | car bombs | cocktail bombs | crude bomb | crude bombs | dynamite charge | dynamite charges |
        dynamite sticks | explosive artifact | explosive artifacts | explosive charge | explosive charges | explosive device |
        explosive devices | explosives device | explosives-laden vehicle | explosives-rigged vehicle | fire bomb | fire bombs |
        hand grenade | hand grenades | improvised explosive device | improvised explosive devices | incendiary device | incendiary devices
        | letter bomb | letter bombs | magnetic bomb | molotov cocktail | molotov cocktails | parcel bomb | petrol bomb | petrol bombs |
        pipe bomb | pipe bombs | roadside bomb | roadside bombs | sticks of dynamite | sticky bomb | time bomb | truck bomb | truck bombs
    """,
    "bomb_blast": """
        bomb attack | bomb blast | bomb explosion | car bombing | dynamite attack | grenade attack | powerful explosion | roadside bombing
        | terrorist bombing | truck bombing
    """,
    "bomb_blasts": "bomb attacks | bomb blasts | bomb explosions | car bombings | dynamite attacks | grenade attacks | terrorist bombings",
    "landmine": """
        anti-personnel mine | antipersonnel mine | land mine | land mines | landmine blast | mine blast | mine explosion |
        stepped on a mine
    """,
    "shelling": """
        artillery attack | artillery bombardment | artillery fire | artillery shelling | artillery shells | artillery strike |
        artillery strikes | cross border firing | cross-border firing | cross-border shelling | fired a mortar | fired a rocket |
        fired mortars | fired rockets | fired several rockets | fired three rockets | fired two rockets | ground shelling | heavy shelling
        | launched rockets | missile attack | missile attacks | mortar attack | mortar attacks | mortar fire | mortar round |
        mortar rounds | mortar shell | mortar shells | rocket attack | rocket attacks | rocket fire | rocket shells
    """,
    "armed_attack": """
        act of terrorism | armed assault | armed assaults | armed attack | armed attacks | arson attack | arson attacks |
        car-ramming attack | coordinated attacks | guerrilla attack | guerrilla attacks | gun attack | gun attacks | knife attack |
        machete attack | militant attack | militant attacks | rebel attack | rebel attacks | simultaneous attacks | terror attack |
        terror attacks | terrorist act | terrorist action | terrorist actions | terrorist acts | terrorist attack | terrorist attacks
    """,
    "arson": """
        arson attack | arson attacks | burned down | burned to the ground | burning down | burnt down | put to the torch | set ablaze |
        set afire | set alight | set fire to | set it ablaze | set it on fire | set on fire | set them on fire | sets fire to |
        setting ablaze | setting fire to | setting on fire
    """,
    "robbery": "armed robberies | armed robbery | bank robberies | bank robbery | held up a bank | robbed a bank",
    "protest": """
        general strike | human chain | hunger strike | on strike | protest demonstration | protest march | protest marches | protest rally
    """,
    "demonstrated": """
        blocked roads | held a rally | marched through | sit in protest | staged a demonstration | staged a protest | staged a sit-in |
        taken to the streets | took out a rally | took to the streets | went on strike
    """,
    "sexual_violence": """
        gang rape | gang raped | sexual assault | sexual assaults | sexual violence | sexually abused | sexually assaulted
    """,
    "security_operation": """
        anti-terror operation | anti-terrorist operation | antiterrorist operation | clearance operation | combing operation |
        cordon and search operation | counter-insurgency operation | counter-terrorism operation | counter-terrorist operation |
        counterterrorism operation | joint operation | military offensive | military operation | military operations | military sweep |
        police operation | police raid | police raids | rescue operation | search operation | search operations | security operation |
        security raid | security sweep | special operation
    """,
    "accident": """
        air crash | boat accident | building collapse | bus accident | bus crash | car crash | collided with | crashed into |
        ferry accident | ferry disaster | gas blast | gas explosion | gas leak | head-on collision | helicopter crash | mine collapse |
        mining accident | off the rails | overturned on | plane crash | plane crashed | plunged into | plunged off | rail accident |
        ran off the road | road accident | road crash | traffic accident | train accident | train crash | veered off
    """,
    "fire": """
        blaze swept | broke out in a fire | bush fire | bush fires | fire broke out | fire ripped | fire swept | fire tore | forest fire |
        forest fires | house fire
    """,
    "natural_disaster": """
        flash flood | flash flooding | flash floods | heat wave | heavy flooding | heavy rains | mud slide | mud slides | storm surge |
        tidal wave | torrential rain | torrential rains | tropical storm | volcanic eruption
    """,
    "epidemic": "cholera outbreak | disease outbreak | ebola outbreak | measles outbreak | outbreak of | outbreak of cholera",
    "displacement": """
        abandoned their homes | crossed into | crossed the border | crossed the border into | driven from their homes | driven from
        their villages | driven out of their homes | expelled from their homes | fled after | fled as | fled from | fled into | fled
        the area | fled the fighting | fled the violence | fled their homes | fled their villages | fled to | fled to safety | flee
        their homes | forced from their homes | forced out of their homes | forced to flee | forced to leave | had fled | had to
        flee | had to leave their homes | has fled | have fled | leave their homes | left homeless | left their homes | left their
        houses | left their villages | lost their homes | made homeless | moved to higher ground | sheltering in | sought refuge in
        | sought shelter in | taken refuge in | taken shelter in | took refuge in | took shelter in
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
    "in_custody": "being held | being questioned | in custody | in detention | in police custody | under arrest",
    "in_hospital": """
        being treated in hospital | in a critical condition | in a serious condition | in critical condition | in hospital | in
        hospitals | in intensive care | in serious condition | in the hospital
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
        conspiring to | designed to | due to be | effort to | efforts to | failed to | going to | hoped to | in a bid to |
        in an attempt to | in order to | intend to | intended to | intending to | intends to | intent on | intent to | intent to capturing
        | order to | ordered to | plan to | planned to | planning to | plans to | pledged to | plot to | plotted to | plotting to |
        prepared to | preparing to | ready to | refused to | set to | sought to | supposed to | threat to | threatened to | threatening to
        | threats to | vowed to | wanted to | willing to
    """,
    "attempted": "attempt to | attempted to | attempting to | attempts to | in an attempt to | tried to | tries to | trying to",
    "went_off": "blew up | blow up | blowing up | blown up | blows up | go off | goes off | went off",
    "escaped_unhurt": """
        escaped injury | escaped unharmed | escaped unhurt | escaped unscathed | narrowly escaped | survived the attack | survived unhurt
        | was unhurt | were unhurt
    """,
}

PHRASES: dict[tuple[str, ...], str] = {tuple(phrase.split()): word for word, phrases in _LISTS.items() for phrase in phrases.split("|")}
"""Joined word by the words it replaces, all in lower case; where two lists hold a phrase the later one wins."""
