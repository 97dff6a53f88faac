"""Abbreviations whose full stop does not end a sentence, and words that begin one.

All in the form before the stop. Lists of English as news agencies write it, with the commonest titles of other European languages; the
United States' old newspaper forms of states stand in AP Stylebook order ("Ala." … "Wyo.").
"""

from __future__ import annotations

TITLES = frozenset(
    "Adm Amb Atty Brig Capt Cdr Cmdr Col Cpl Det Dr Drs Fr Gen Gov Hon Insp Lt Maj Messrs Mgr Mlle Mme Mr Mrs Ms Msgr Prof Pte Pvt "
    "Rep Reps Rev Rr Sen Sens Sgt Sra Sr Sta Ste Supt Sto Treas Dn Doc Dña Exmo Hr Ing Mons Sig".split()
)
"""Always followed by a name, so that their stop never ends a sentence ("Sr." as "senior" is rare enough)."""

PLACE_WORDS = frozenset("Ft Mt Pt St Sts".split())
"""Stand before a place's name ("St. Louis", "Mt. Ararat"), or behind a street's ("on Main St.")."""

MONTHS = frozenset("Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec".split())

STATES = frozenset(
    "Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Kans Ky La Mass Md Mich Minn Miss Mo Mont Neb Nebr Nev Okla Ore Pa Penn "
    "Tenn Tex Va Vt Wash Wis Wyo Alta Ont Que Sask Vic Qld Tas".split()
)
"""Case matters: "Mass." is a state, "mass." a word."""

NUMBERED = frozenset("No Nos Nr Art Fig Sec Vol Ch pp Approx".split())
"""Abbreviations only where a number follows: "No. 5", but "He said no."""

MAY_END = frozenset(
    "Ave Blvd Bros Cie Co Corp Dept Dist Div Est Etc Hwy Inc Jr Ltd Rd Univ Bn Bde Regt Rgt Prov Govt Mun Intl Assn approx ca cent "
    "cf dept dist est etc ext ft hr hrs incl kg km kph lb lbs max mins mm mph mt oz sq viz vs yd yds".split()
)
"""May stand anywhere, the end of a sentence included ("of Acme Inc.", "about 5 km.")."""

WEEKDAYS = frozenset("Mon Tue Tues Wed Weds Thu Thur Thurs Fri".split())

STARTERS = frozenset(
    "a about above according after again all also although among an and another any anyone are as at because before behind both but "
    "by can do during each earlier even every everyone few five for four from furthermore had has have he hence her here his how "
    "however if in instead is it its last later less many meanwhile more moreover most my near nearly neither next no nobody none "
    "nor not nothing now of on once one only or other others our over overall perhaps previously residents separately several she "
    "similarly since six so some somebody someone soon still such ten than that the their then there therefore these they this "
    "those three through thus to today tomorrow two under until we were what when where whether which while who whose why will with "
    "within witnesses yes yesterday yet you your".split()
)
"""Words that, with a capital, begin a sentence even behind an abbreviation. Words that also begin names are left out: "U.S. State …"."""

KNOWN = TITLES | PLACE_WORDS | MONTHS | STATES | MAY_END | WEEKDAYS
"""Abbreviations that keep their stop as part of the token. Compared as written, or with a first capital where the text is in capitals."""
