"""Words that tell whose home a place is, what comes from there, what is likened to it, and whose name holds it.

English news prose in lower case; each set is a class of words, not a list of cases.
"""

from __future__ import annotations

from mapapp.toponyms.setting_words import IRREALIS, IRREGULAR_PAST, KIND_NOUNS, SPEECH_VERBS
from mapapp.toponyms.vocabulary import GOVERNMENT_WORDS, ORGANISATION_WORDS, PEOPLE_WORDS


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_PERSONS = (
    (PEOPLE_WORDS | GOVERNMENT_WORDS)
    - _words("capital constitution economy economic national foreign prime population community communities")
) | _words(
    "farmer fisherman businessman businesswoman trader traders pilgrim pilgrims fighter militant militants gunman gunmen "
    "mercenaries mercenary guerrilla guerrillas commander commanders insurgents jihadists extremists bandits smugglers pirates "
    "sailor sailors crew crews engineer engineers doctor doctors nurse nurses medics paramedics teacher teachers journalist "
    "journalists reporter lawyer lawyers judge judges prosecutor prosecutors detective detectives sheriff deputies deputy "
    "investigators trooper troopers firefighter marines peacekeepers paratroopers commandos forces force reservists conscripts "
    "militia militias militiamen volunteers volunteer teams team experts observers monitors inspectors envoy envoys negotiators "
    "lawmaker lawmakers senator senators mp mps congressman councillor mayor governor king queen prince bishop archbishop cleric "
    "imam priest pastor rabbi chief chairman secretary spokesman spokeswoman councillors council cabinet administration opposition "
    "party parties coalition premier chancellor rulers ruler dictator court courts vice-president nationals national expatriates "
    "settlers nomads herders herdsmen veterans veteran activist activists protesters students pupil pupils teen teens toddler "
    "grandmother mother father brothers sisters brother sister son sons daughter daughters motorist motorists cyclist trucker "
    "singer actor artist writer author poet scientist scientists researchers academic professor economist analyst analysts "
    "historian climber climbers hikers mountaineers passenger passengers guest guests holidaymakers staff leadership delegation "
    "delegations warplanes jets aircraft navy coastguard fleet guard artillery battalion brigade intelligence ministry minister "
    "embassy voters taxpayers consumers authorities gang gangs cartel cartels mafia player players"
)

PERSON_NOUNS = _PERSONS | frozenset(word + "s" for word in _PERSONS if not word.endswith("s"))
"""Persons, and forces and bodies of persons, that a place name before or "of" behind gives a home."""

MOVING_PEOPLE = _words(
    "refugee refugees migrant migrants evacuee evacuees returnee returnees deportee deportees asylum-seekers seekers asylum "
    "families family households household people persons passengers children women immigrants exiles exile emigrants arrivals "
    "caravan survivors travellers travelers visitors tourists"
)
"""People of whom "from" tells where they set out where the sentence tells of their way."""

SEATED_SPEAKERS = _words(
    "official officials authorities police prosecutor prosecutors diplomat diplomats government minister ministers ministry lawyer "
    "lawyers spokesman spokeswoman spokesperson opposition council parliament party judge analyst analysts resident residents "
    "witness witnesses doctor doctors source sources researcher researchers scientists embassy office headquarters activist "
    "activists expert experts economist economists rebels leaders leader lawmakers investigators detectives army military court "
    "regime forecasters seismologists monitors observers centre center institute"
)
"""Who speaks for a place he sits in: "officials in", "a lawyer in"."""

DEALING_NOUNS = _words(
    "talks talk negotiations war wars relations ties tension tensions dispute disputes deal deals agreement agreements truce "
    "ceasefire peace treaty alliance cooperation clash clashes fighting conflict conflicts exchange exchanges trade match summit "
    "meeting meetings dialogue rift contacts friction rivalry patience anger row spat solidarity quarrel pact accord feud "
    "diplomacy partnership contract contracts links link rapprochement"
)
"""What is between two parties: "talks between", "war with"."""

PARTY_SUFFIXES = _words(
    "backed based flagged registered led controlled held occupied administered allied trained sponsored funded supported dominated "
    "owned run installed organised organized educated aligned linked"
)
"""Second halves of compounds that make a place a party or a home: "-backed"."""

ORIGIN_SUFFIXES = _words("born made built produced grown supplied manufactured assembled bred designed raised sourced mined")
"""Second halves of compounds that make a place an origin: "-born"."""

COMPARING_SUFFIXES = _words("style like sized type esque")
"""Second halves of compounds that liken: "-style"."""

GOODS = _words(
    "grain wheat rice maize corn sugar tea coffee cocoa timber oil crude gas coal steel goods products drones drone missiles "
    "missile rifles rifle weapons weapon arms ammunition explosives tanks imports exports beef fruit vegetables cotton cars tyres "
    "cigarettes currency heroin cocaine opium gold diamonds ivory vaccine vaccines fuel cement fertiliser fertilizer"
)
"""What an adjective of nationality gives an origin."""

SENDING_WORDS = _words(
    "issued sent ordered orchestrated directed planned coordinated smuggled imported shipped supplied brought came come coming "
    "comes arrived arriving returned returning fled fleeing deported extradited launched fired transferred trafficked flown "
    "instructed instructions instruction orders order weapons arms native originally travelled traveled marched marching trucked "
    "delivered exported displaced evacuated expelled escaped moved migrated bred drifted spread roots origins origin hails hailed"
)
"""Verbs and nouns of sending and coming, whose place is where it began."""

FLEEING_VERBS = _words("fled flee flees fleeing leaving departed departing escaped quit abandoned")
"""Verbs whose direct object is left behind."""

NO_ORIGIN_BEFORE_FROM = _words(
    "far away apart aside different differs separated separate separates separating distance across visible seen heard miles "
    "kilometres kilometers km kms metres meters range ranging reported benefit benefited suffered suffering excluded exempt "
    "minutes hours drive north south east west northeast northwest southeast southwest north-east north-west south-east south-west "
    "downstream upstream inland upriver downriver uphill yards blocks stone's hour day days independence independent"
)
"""Words before "from" that make it a distance, a difference or a view."""

COMPARING_WORDS = _words(
    "compare compares comparing comparison comparisons likened like unlike than reminiscent similar compared comparable akin "
    "resembled resembling recalling modelled modeled equal equivalent"
)
"""Words that set one thing beside another: "like", "than", "compared with"."""

PLAIN_BETWEEN_COMPARISON = _words(
    "the a an that those one ones what happened happen seen any anywhere it they he she did do does was were is are this last in "
    "of on at to with from during after by hit struck city town attack attacks bombing bombings earthquake quake flood floods fire "
    "fires war law siege blast model disaster case situation system protests unrest storm crisis massacre elsewhere some many most "
    "other cities countries places such as for under which there people percent per cent dead cases km kms miles metres meters "
    "metre meter kilometres kilometers neighbouring neighboring nearby neighbour neighbor had been damage area events scenes and "
    "or"
)
"""What may stand between a word of comparison and the name compared with; anything else belongs to another thought."""

COMPARING_VERBS = _words(
    "rivals rival rivalling rivaling mirrors mirrored mirroring echoes echoed echoing dwarfs dwarfed dwarfing eclipsed eclipses "
    "surpassed surpassing outstripped outstrips resembles resemble resembled resembling unlike"
)
"""Verbs whose object is what something is measured by."""

LIKENESS_NOUNS = _words("repeat echo echoes version copy example model lesson lessons equivalent replica twin fate")
"""Nouns before "of" that make a place an example."""

LIKENESS_BEFORE = _words("another second next new mini third")
"""Before a name without an article of its own these make it a byword: "another Somalia"."""

BODY_NOUNS = ORGANISATION_WORDS | _words(
    "laboratory laboratories journal cross crescent infirmary diocese archdiocese department bureau constabulary sheriff's "
    "authority registry exchange broadcasting foundation observatory orchestra cooperative collective prosecutor's attorney's "
    "confederation consortium convention assembly"
)
"""Head words of bodies; a capitalised run behind a place name that ends in one is a body's name."""

BODIES_OF = _words(
    "university college bank diocese archdiocese institute school museum academy federation union organisation organization "
    "association chamber society league council conference bureau patriarchate vicariate parliament observatory hospital"
)
"""Bodies named "of" their place: "University of"."""

BODIES_IN = _words("mission")
"""Bodies named "in" the place they work in, where written with a capital."""

BEFORE_VERB = _words("has have had also both all later then never long again not immediately on late early in turn meanwhile itself first")
"""What may stand between a subject and its verb."""

VERBS_TO_SOMEBODY = _words(
    "accused blamed urged criticised criticized thanked warned condemned told asked sanctioned joined rejected accusing blaming "
    "urging accuses accuse blames urges warns tells asks"
)
"""Verbs whose object is somebody: "accused Moscow of"."""

AFTER_LEAVING = _words("on for at in by and yesterday today after last early late to when before two three days")
"""What follows the place that somebody left."""

BEGINNING_WORDS = _words(
    "born originated originating planned ordered orchestrated issued directed coordinated hatched plotted conceived prepared "
    "masterminded roots origins loaded formed bred"
)
"""Words behind which "in" gives an origin."""

NO_SUPERLATIVES = _words(
    "unrest west test rest nest chest quest budapest everest forest harvest interest protest request contest conquest arrest "
    "invest suggest northwest southwest manifest honest modest midwest guest"
)
"""Words in -est that are none."""

PEOPLE_SUFFIXES = ("er", "ers", "or", "ors", "ist", "ists", "ian", "ians", "man", "men", "woman", "women", "ee", "ees")
"""Endings of nouns for persons by what they do."""

NO_PEOPLE = _words(
    "number numbers order orders border borders center centers river rivers water waters power powers chapter letter letters paper "
    "papers shower showers tower towers quarter quarters winter summer corner corners matter matters disaster disasters error "
    "errors terror floor floors door doors sector sectors factor factors mirror interior exterior december october november "
    "september together however over under former other others another whether rather after never ever their her human barrier "
    "barriers container containers trailer trailers tanker tankers freighter freighters trawler trawlers cruiser carrier carriers "
    "bomber bombers helicopter helicopters computer computers lumber timber rubber cluster clusters majority later earlier further "
    "harbor harbour corridor reactor reactors tractor tractors motor motors meter meters monitor transformer transformers offer "
    "fever cholera weather danger anger hunger copper silver amber finger answer career per committee degree degrees guarantee "
    "coffee three free tree trees fee fees stretcher cover covers pier piers folder boulder boulders crater craters glacier "
    "glaciers shelter shelters sewer sewers laser transfer transfers ladder"
)
"""Words with such endings that are no persons."""

GROUP_NOUNS = _words(
    "inc co corp ltd llc group groups firm firms company companies organisation organization charity charities clan clans tribe "
    "tribes club clubs kin cousin cousins uncle aunt relatives relative friend friends parents"
)
"""Bodies and kin whose home a place name may give."""

DESTINATION_NOUNS = _words(
    "camp camps hospital hospitals clinic clinics shelter shelters base centre centres center centers school schools safety "
    "treatment farm farms port"
)
"""Where people are taken "for"."""

ALWAYS_MOVING = _words(
    "refugee refugees migrant migrants evacuee evacuees returnee returnees deportee deportees tourist tourists visitor visitors "
    "traveller travellers traveler travelers immigrant immigrants exile exiles asylum seekers pilgrim pilgrims passenger "
    "passengers arrivals reinforcements team teams convoy convoys"
)
"""People whom "from" tells the way of, whatever the sentence."""

REPORT_NOUNS = _words(
    "report reports footage video videos picture pictures image images photo photos photographs news accounts clip clips message messages"
)
"""What reaches us from the scene itself."""

RESCUING_WORDS = _words(
    "abducted abducting kidnapped kidnaped kidnapping snatched hijacked stolen stole robbed evacuated evacuating rescued rescuing "
    "pulled recovered retrieved freed"
)
"""Words of bringing or taking out, for better or worse: the place behind "from" is the scene."""

REMOVING_WORDS = _words(
    "withdraw withdraws withdrew withdrawn withdrawing withdrawal pull pulled pulling recall recalled recalls deport deported "
    "deporting deportation evacuate evacuated evacuating evacuation rescue rescued remove removed removing expel expelled "
    "expelling bring brought bringing repatriated repatriation return returned returning extradited freed release released"
)
"""Words of taking somebody away from a place: "from" behind their object gives an origin, not a home."""

NO_ADJECTIVES = IRREGULAR_PAST | IRREALIS | SPEECH_VERBS | _words("and or has have when where who as is are that which also")
"""Words that end the stretch between a name and the noun it describes."""

NO_BODIES_IN_CAPITALS = KIND_NOUNS | PERSON_NOUNS | _words("police force forces army guard press post times act service division")
"""Words that do not end the name of a body in a text in capitals, where every word might."""
