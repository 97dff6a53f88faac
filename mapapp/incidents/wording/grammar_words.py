"""Small closed classes of English words that bound a noun phrase or a clause."""

from __future__ import annotations

PREPOSITIONS = frozenset(
    """
    of in on at near outside inside around from with without by to for into onto through across over under between among amid during
    within along against towards toward behind beside beyond below above upon off via per despite following until since throughout en
    route aboard including like than versus because_of according_to along_with up down out past
    """.split()
)

CLAUSE_WORDS = frozenset(
    """
    when after as while that because before where whereas though although until since but if whether unless however which so then
    meanwhile once amid saying said says
    """.split()
)
"""Words that open another clause, or speech."""

BE = frozenset("was were been being be is are am 's got gets get getting wasn't weren't isn't aren't".split())
HAVE = frozenset("has have had having hasn't haven't hadn't".split())
DO = frozenset("do does did didn't doesn't don't".split())
MODALS = frozenset("will would can could may might shall should must won't wouldn't can't couldn't cannot".split())
AUXILIARIES = BE | HAVE | DO | MODALS
FINITE = frozenset(
    """
    was were is are has have had did does do will would can could may might said says told announced reported claimed
    """.split()
)
"""Words that certainly are the finite verb of their clause."""

PRONOUNS = frozenset(
    """
    he she they him her them it his their its who whom whose himself herself themselves themself we us i you me ours
    """.split()
)
ADVERBS = frozenset(
    """
    also later reportedly allegedly apparently immediately instantly then still already both all only just again subsequently eventually
    seriously critically severely slightly badly fatally lightly gravely brutally possibly probably presumably officially thus thereby
    simultaneously finally accidentally mistakenly since there moderately partially mortally initially earlier recently first too even
    together either respectively almost deliberately indiscriminately tragically brazenly ultimately promptly swiftly briefly previously
    suddenly so now minorly mildly on-the-spot publicly violently likewise
    """.split()
)

QUALIFIERS = frozenset(
    """
    ~ at_least more_than up_to about around some nearly almost approximately over roughly only just another further additional estimated
    all a_total_of exactly possibly probably under below fewer_than
    """.split()
)

DETERMINERS = frozenset("the this that these those his her their its our your my both each every such same".split())
VAGUE = {"several": 3, "a_few": 2, "many": 3, "numerous": 3, "various": 2, "multiple": 2, "some": 2, "few": 2}
"""Words for a number nobody knows, with the least it can be."""

ROUND = {
    "dozens": 24, "dozens_of": 24, "tens_of": 20, "scores": 40, "scores_of": 40, "hundreds": 200, "hundreds_of": 200, "thousands": 2000,
    "thousands_of": 2000, "tens_of_thousands": 20_000, "hundreds_of_thousands": 200_000,
}  # fmt: skip
"""Words for a round number, with the least it can be: "dozens" is two dozen or more, "scores" two score."""

SCALE_OF = {"dozen": 24, "dozens": 24, "hundred": 200, "hundreds": 200, "thousand": 2000, "thousands": 2000}
"""What "several", "many" or "a few" before it makes of a scale word."""

QUANTIFIERS = QUALIFIERS | VAGUE.keys() | ROUND.keys() | DETERMINERS | {"a", "an", "no", "other", "others"}
"""Words that open a phrase with a number, or the want of one, of its own."""

PUNCTUATION = frozenset(", ; : . ! ? ( ) [ ] | • \" “ ” ‘ ’ ' '' – — - -- * …".split())

CONJUNCTIONS = frozenset("and or nor & plus".split())

COMMON_VERBS = frozenset(
    """
    went came took made fled escaped arrived managed tried began started continued became remained lived worked stood sat ran walked drove
    travelled traveled traveling travelling returned left entered reached received suffered sustained used carried held blew burst rode
    rides died dies crossed belonged belonging refused failed wanted seemed appeared fell sank hid responded reacted retaliated returned
    condemned blamed believed thought knew found seen saw say think escape escapes identified named known aged wearing carrying riding
    driving attending sleeping sitting standing waiting working walking playing praying deployed stationed posted gathered assembled
    trapped missing injured wounded hurt killed arrested detained abducted kidnapped hit struck sought ordered asked demanded needed led
    let lost gave got put set shot fired opened threw thrown hurled lobbed planted detonated exploded attacked targeted stormed raided
    ambushed clashed protested burned burnt torched destroyed damaged looted stole robbed beat beaten stabbed hacked tortured rescued
    freed released surrendered joined backed lie lies lay hold holds
    """.split()
)

FINITE_PAST = frozenset(
    "went came took fled became stood sat ran drove fell sank hid led got gave threw rode blew began saw said says was were".split()
)
"""Past forms that are no participles, so never stand before a noun as its adjective."""

STOPS = (
    PREPOSITIONS
    | CLAUSE_WORDS
    | AUXILIARIES
    | PRONOUNS
    | PUNCTUATION
    | CONJUNCTIONS
    | frozenset({"'s", "not", "who", "there", "here", "also", "no_one"})
)
"""Words that cannot stand inside a noun phrase."""

WITHOUT_OBJECT = frozenset(
    "opened_fire blew_self_up fired clashed fought entered burst broke opened poured arson set_fire_to tried_to_kill".split()
)
"""Verbs of harm that need no object."""

BEHIND_NO_OBJECT = frozenset("in at by on near there when and , . ; of during from after before with outside inside to as while or".split())
"""Words with which no object begins."""
