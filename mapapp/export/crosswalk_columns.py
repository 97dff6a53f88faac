"""The columns of three public datasets, and what is lost on the way into them. Names are cited as facts from the public code books.

ACLED codebook 2023; UCDP GED codebook 23.1; GTD codebook, August 2021. A column that we cannot fill stays empty, it is never guessed.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scheme:
    """A dataset's table. ``losses``: by column or matter, what does not survive, in words for the reader."""

    name: str
    code_book: str
    columns: tuple[str, ...]
    losses: dict[str, str]


_EVERYWHERE = {
    "parents": "An umbrella with parts is left out, its parts stay: none of these tables links them, and sums would be counted twice.",
    "denied, rejected": "Incidents that are denied, or that an analyst has rejected, are left out.",
    "evidence": "Quotes, offsets, the claims about distances, alternatives and uncertainty in metres have no column.",
    "bounds": 'Low and high figures are lost where the table has one column; a vague figure ("dozens") gives its low bound.',
}

_ACLED = """
event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 inter1 actor2 assoc_actor_2 inter2
interaction civilian_targeting iso region country admin1 admin2 admin3 location latitude longitude geo_precision source source_scale notes
fatalities tags timestamp
"""

_UCDP = """
id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name dyad_dset_id dyad_new_id dyad_name
side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id side_b number_of_sources source_article source_office source_date
source_headline source_original where_prec where_coordinates where_description adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country
country_id region event_clarity date_prec date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown best high low gwnoa gwnob
"""

_GTD = """
eventid iyear imonth iday approxdate extended resolution country country_txt region region_txt provstate city latitude longitude specificity
vicinity location summary crit1 crit2 crit3 doubtterr alternative alternative_txt multiple success suicide attacktype1 attacktype1_txt
attacktype2 attacktype2_txt attacktype3 attacktype3_txt targtype1 targtype1_txt targsubtype1 targsubtype1_txt corp1 target1 natlty1
natlty1_txt targtype2 targtype2_txt targsubtype2 targsubtype2_txt corp2 target2 natlty2 natlty2_txt targtype3 targtype3_txt targsubtype3
targsubtype3_txt corp3 target3 natlty3 natlty3_txt gname gsubname gname2 gsubname2 gname3 gsubname3 motive guncertain1 guncertain2
guncertain3 individual nperps nperpcap claimed claimmode claimmode_txt claim2 claimmode2 claimmode2_txt claim3 claimmode3 claimmode3_txt
compclaim weaptype1 weaptype1_txt weapsubtype1 weapsubtype1_txt weaptype2 weaptype2_txt weapsubtype2 weapsubtype2_txt weaptype3
weaptype3_txt weapsubtype3 weapsubtype3_txt weaptype4 weaptype4_txt weapsubtype4 weapsubtype4_txt weapdetail nkill nkillus nkillter nwound
nwoundus nwoundte property propextent propextent_txt propvalue propcomment ishostkid nhostkid nhostkidus nhours ndays divert kidhijcountry
ransom ransomamt ransomamtus ransompaid ransompaidus ransomnote hostkidoutcome hostkidoutcome_txt nreleased addnotes scite1 scite2 scite3
dbsource INT_LOG INT_IDEO INT_MISC INT_ANY related
"""

ACLED = Scheme(
    "ACLED",
    "ACLED codebook 2023",
    tuple(_ACLED.split()),
    _EVERYWHERE
    | {
        "coverage": "Accidents, fires, disasters, epidemics, flight and robbery have no class in ACLED and are left out.",
        "event_id_cnty": "Holds our id: ACLED's is made of a country's code and its own running number.",
        "event_date": "The first day. The last day is lost; undated incidents keep an empty cell, which ACLED does not know.",
        "time_precision": "Day 1; days and week 2; month 3; a year has no code and stays empty.",
        "geo_precision": "Exact 1; near 2; district, province, larger, country 3; sea and air stay empty.",
        "fatalities": "All dead, attackers included. ACLED writes 0 where no figure is known: not stated and none become one.",
        "inter1, inter2": "Gangs, militias and gunmen of no name are all 3 (political militia); identity militias (4) are not told apart.",
        "actor1, actor2": "As written in the report, not ACLED's names of actors.",
        "injured, arrested, abducted, displaced": "No column.",
        "disorder_type": "Follows from the event type.",
    },
)
UCDP = Scheme(
    "UCDP GED",
    "UCDP GED codebook 23.1",
    tuple(_UCDP.split()),
    _EVERYWHERE
    | {
        "coverage": "Only violence in which somebody is said to have died; all else is left out.",
        "type_of_violence": "Empty where the report does not tell what both sides are: UCDP asks for organised actors with a name.",
        "side_a, side_b": "As written. State-based: the state is side a. One-sided: side b is Civilians. No numbers of dyads.",
        "deaths_unknown": "The dead whom the report gives to no side and does not call civilians.",
        "best, low, high": "All dead, attackers included. An open upper bound becomes the best figure.",
        "date_start, date_end": "Undated incidents keep empty cells.",
        "country_id, gwnoa, gwnob": "Gleditsch-Ward numbers are not filled.",
        "priogrid_gid, region": "Not filled.",
    },
)
GTD = Scheme(
    "GTD",
    "GTD codebook, August 2021",
    tuple(_GTD.split()),
    _EVERYWHERE
    | {
        "coverage": "Bombings, armed attacks, killings, abductions and arson by others than states; all else is left out. Whether a "
        "deed meets GTD's three criteria is not judged: crit1 to crit3 and doubtterr stay empty.",
        "eventid": "Holds our id, not twelve digits.",
        "iyear, imonth, iday": "The first day; 0 for a month or day that is not known, as GTD writes it.",
        "attacktype1": "A killing told without how is 9 (unknown); 1 (assassination): officials and journalists, at most two dead.",
        "specificity": "Exact 1; near 2; district 3; province 4; larger, country, sea and air 5.",
        "targtype1": "From the type of the first target; kinds of public utilities, schools and places of worship are not told apart.",
        "nkill": "All dead, attackers included; nkillter: attackers alone.",
        "weapons, claims, ransom, property": "Not filled.",
        "country, region": "GTD's own numbers are not filled; country_txt holds the name.",
    },
)
SCHEMES = {".acled.csv": ACLED, ".ucdp.csv": UCDP, ".gtd.csv": GTD}
"""By the ending of the file."""
