"""Words that tell of what happened at a place, how things stand there, and that it is long ago.

English news prose in lower case; each set is a class of words, not a list of cases.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


EVENT_NOUNS = _words(
    "attack attacks bombing bombings blast blasts explosion explosions shooting shootings massacre killing killings murder murders "
    "clash clashes fighting battle battles siege raid raids ambush ambushes assault offensive strike strikes airstrike airstrikes "
    "shelling bombardment riot riots protest protests demonstration demonstrations rally rallies march marches violence unrest "
    "crash crashes collision accident accidents derailment collapse capsizing sinking fire fires blaze blazes wildfire wildfires "
    "earthquake quake tremor aftershock eruption flood floods flooding landslide landslides mudslide avalanche cyclone hurricane "
    "typhoon tornado storm storms drought heatwave tsunami epidemic outbreak cases robbery robberies burglary burglaries theft "
    "kidnapping kidnappings abduction arrest arrests search operation operations crackdown evacuation rescue funeral vigil "
    "festival election elections vote ceremony disaster incident incidents control recapture seizure occupation blockade closure "
    "damage toll deaths casualties gunfight shootout coup uprising rebellion revolt invasion capture fall liberation destruction "
    "death assassination execution trial hearing verdict speech concert crisis famine power looting stampede disappearance outage "
    "outages curfew"
)
"""Nouns of what happens at a place."""

TOPIC_NOUNS = _words(
    "talks vote debate report reports conference resolution summit statement policy position views focus agreement deal book film "
    "article questions question law expert information data sanctions pressure claim claims attention comments remarks dependent "
    "war decision"
)
"""Nouns behind which "on" names the subject, not the scene."""

STRIKING_VERBS = _words(
    "hit hits struck strikes strike rocked rocks shook shakes shake battered lashed swept flooded floods devastated ravaged "
    "pounded bombed bombs shelled attacked attacks attack raided raids stormed captured captures seized seizes retook recaptured "
    "besieged buried destroyed destroys burned burnt damaged overran looted torched razed invaded entered reached reaches "
    "liberated bombarded inundated submerged engulfed paralysed paralyzed lashing hitting striking battering rocking swamped cut "
    "blanketed targeted targeting encircled evacuated visited visits toured occupied occupies plundered sacked ransacked crossed "
    "lashes batters sweeps pummeled pummelled drenched soaked brushed jolted jolts took taken taking gripped gripping affecting "
    "affects rattled choked isolated isolating closed paralysing shut hosted hosts flooding damaging destroying burning shelling "
    "bombing attacking storming capturing seizing retaking devastating ravaging engulfing shaking entering reaching overrunning "
    "raiding besieging"
)
"""Verbs whose object is the scene."""

AFFECTED_WORDS = STRIKING_VERBS | _words(
    "affected hit hardest-hit worst-hit isolated displaced shut closed quiet calm tense dark deserted declared burned burning "
    "flattened shaken spared wrecked scene site epicentre epicenter cut-off inaccessible lost suffered recorded reported "
    "registered saw"
)
"""What places come to be: "was flooded", "have been hardest hit", "was the scene of"."""

RECORDING_VERBS = _words("fell suffered recorded reported registered lost experienced sustained woke saw")
"""Verbs whose subject is a place that something happened to."""

SPREADING_VERBS = _words("called responded responding dispatched summoned deployed spread spreads spreading extended extends expanded")
"""What carries trouble "to" a further place."""

STATE_VERBS = _words(
    "live lives lived living based located situated lies lie lying stands born raised reside resides residing grew founded "
    "headquartered worked works work studied enrolled educated stationed settled known owned owns sold sells spends resident "
    "wanted grows means interests investments invested dwelling serves served"
)
"""Verbs of dwelling and lasting: what they tell of is no event."""

DENYING_VERBS = _words("denied deny denies denying")
"""Verbs that make a deed one that did not happen."""

HEARERS = _words("reporters journalists newsmen correspondents")
"""Whoever is spoken to in a place, nothing has happened there."""

HEADLINE_VERBS = _words(
    "kills kill hits hit strikes shakes rocks sinks dies die explodes crashes burns floods attacks attack injures wounds blasts "
    "blows clash clashes leaves claims sweeps erupts collapses collides arrests seizes fires opens closes holds held killed dead "
    "hurt missing feared displaces destroys damages"
)
"""Finite verbs of headlines, in the present."""

SITUATION_WORDS = _words(
    "dead missing injured wounded trapped stranded homeless displaced shelter shelters sheltering tents power water electricity "
    "shortage shortages passable impassable blocked closed cut needs access relief aid distribution distributions continues "
    "continue remain remains roads victims survivors rescuers checkpoint checkpoints curfew flights outage prices"
)
"""Words of reports on a situation, which are often in the present tense."""

LIST_OPENERS = _words("including especially particularly notably mainly mostly namely")
"""Words that open a list of what was spoken of."""

LISTED_AS_STRUCK = _words(
    "affected hit hardest-hit worst-hit hardest worst flooded damaged struck epicentre epicenter areas provinces districts scene "
    "scenes damage outbreak"
)
"""Words that say of a list that it is one of scenes."""

EXTENDING_WORDS = _words(
    "ranging range reported felt heard seen stretching stretched extending extended visible everywhere anywhere coast all"
)
"""Words before "from X" that make the place, and the one behind "to", ends of where something is."""

CARRYING_VERBS = _words(
    "taken took rushed airlifted brought moved transferred flown sent fled went sold shipped deported extradited returned heading "
    "headed carried transported admitted driven referred escorted travelled traveled gone came come drove walked left bound way "
    "hurried ferried"
)
"""Verbs whose "to" is a way, not a scene."""

_MEMORY_PHRASES = """
    last year | last month | last january | last february | last march | last april | last june | last july | last august |
    last september | last october | last november | last december | year ago | years ago | months ago | decade ago | decades ago |
    month ago | centuries ago | weeks ago | year earlier | years earlier | months earlier | month earlier | decades earlier |
    previous year | previous month | similar attack | similar attacks | similar incident | similar incidents | similar bombing |
    similar accident | similar disaster | similar bomb | similar raid | earlier attack | earlier attacks | earlier bombing |
    earlier incident | earlier raid | previous attack | previous attacks | previous outbreak | previous incident |
    previous disaster | last outbreak | last such | first such | in the past | during the war | during the civil war |
    before the war | after the war | since the war | colonial times | world war | years before | months before | cold war |
    days after | weeks after | months after | years after | day after | week after | month after | year after
"""

MEMORY_PHRASES_FROM: dict[str, tuple[tuple[str, ...], ...]] = {}
"""Phrases of memory by their first word; what stands nearest to one is recalled."""
for _phrase in (tuple(written.split()) for written in _MEMORY_PHRASES.split("|")):
    MEMORY_PHRASES_FROM[_phrase[0]] = (*MEMORY_PHRASES_FROM.get(_phrase[0], ()), _phrase)

MEMORY_WORDS = _words("previously formerly anniversary commemorate commemorated commemorating memorial")
"""Words of earlier times."""

RECENT_WORDS = _words(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tonight overnight morning evening week now currently"
)
"""Words of these days."""
