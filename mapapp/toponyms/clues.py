"""Clues for and against a stretch of text being a place name: one small function each, 0 where it says nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import log10

from gazetteer import Kind, Place
from mapapp.toponyms.context import Context
from mapapp.toponyms.scanner import Candidate, Form
from mapapp.toponyms.vocabulary import (
    BORDER_WORDS,
    DEMONYM_NOT_PEOPLE,
    HONORIFIC_TITLES,
    ORGANISATION_WORDS,
    PLACE_PREPOSITIONS,
    SAYING_VERBS,
    STRONG_PREPOSITIONS,
    TITLES,
    TYPE_WORDS_AFTER,
    TYPE_WORDS_BEFORE,
)

_NATURE = frozenset({Kind.SEA, Kind.WATER, Kind.LAND, Kind.REGION, Kind.CONTINENT})
_ACRONYM_LENGTH = 4


@dataclass(frozen=True)
class Observation:
    """One candidate with the best known place of its name, in its report."""

    candidate: Candidate
    best: Place
    names: int
    """How many places bear the name."""
    context: Context
    container_behind: bool
    """Whether ", X" follows, X being a country, a state or its abbreviation."""
    contained_before: bool
    """Whether it is itself the X of "Y, X"."""
    in_dateline: bool
    in_dateline_tail: bool
    """Whether it stands between the dateline's place and the story: mostly the agency's name."""
    inside_longer_name: bool
    """Whether it is a part of a longer stretch that the gazetteer knows as well."""
    beside_unknown_part: bool
    """Whether it is a part of a hyphenated word of which another capitalised part is no place ("Asia-Plus")."""

    @property
    def is_name(self) -> bool:
        """Whether it is neither demonym nor abbreviation."""
        return self.candidate.form is Form.NAME


Clue = Callable[[Observation], float]


def name_in_general(_: Observation) -> float:
    """Hold the base rate: without any sign a dictionary hit is more often wrong than right."""
    return 1.0


def demonym(o: Observation) -> float:
    """Tell whether the word is a known demonym."""
    return float(o.candidate.form is Form.DEMONYM)


def abbreviation(o: Observation) -> float:
    """Tell whether the word is in the table of abbreviations ("U.S.", "Calif.")."""
    return float(o.candidate.form is Form.ABBREVIATION)


def abbreviation_spells_a_word(o: Observation) -> float:
    """Tell whether it stands in a line of capitals and spells a common word there ("A CAR BOMB")."""
    if o.candidate.form is not Form.ABBREVIATION or not o.candidate.caseless or "." in o.candidate.text:
        return 0.0
    return float(o.context.words.common_rank(o.candidate.text.lower()) is not None)


def lone_state_code(o: Observation) -> float:
    """Tell whether two capitals that are a state only behind a town ("OR"), and no town stands there."""
    return float(o.candidate.form is Form.STATE_CODE and not o.contained_before)


def country(o: Observation) -> float:
    """Tell whether the best place of the name is a country."""
    return float(o.is_name and o.best.kind is Kind.COUNTRY)


def first_level_area(o: Observation) -> float:
    """Tell whether the best place of the name is a state or province."""
    return float(o.is_name and o.best.kind is Kind.ADMIN1)


def second_level_area(o: Observation) -> float:
    """Tell whether the best place of the name is a county or district."""
    return float(o.is_name and o.best.kind is Kind.ADMIN2)


def nature_or_region(o: Observation) -> float:
    """Tell whether the best place of the name is a sea, river, range, continent or region."""
    return float(o.is_name and o.best.kind in _NATURE)


def size_of_town(o: Observation) -> float:
    """Return decades of population above 10,000, within -1 and 3: the larger the town, the likelier it is meant."""
    if not o.is_name or o.best.kind not in (Kind.CITY, Kind.VILLAGE):
        return 0.0
    return max(-1.0, min(3.0, log10(max(o.best.population or 500, 1)) - 4.0))


def several_words(o: Observation) -> float:
    """Tell whether the name has more than one word."""
    return float(o.is_name and o.candidate.last > o.candidate.first)


def part_of_longer_name(o: Observation) -> float:
    """Tell whether a longer known name holds it ("New York" in "New York City")."""
    return float(o.inside_longer_name)


def part_of_hyphenated_name(o: Observation) -> float:
    """Tell whether a hyphen ties it to another capitalised word that is no place ("Asia-Plus"), unlike "Moscow-based"."""
    return float(o.beside_unknown_part)


def strong_preposition(o: Observation) -> float:
    """Tell whether a preposition of place stands before ("in", "near")."""
    return float(_preposition(o) in STRONG_PREPOSITIONS)


def weak_preposition(o: Observation) -> float:
    """Tell whether a preposition that persons and things take as well stands before ("of", "to", "for")."""
    word = _preposition(o)
    return float(word in PLACE_PREPOSITIONS and word not in STRONG_PREPOSITIONS)


def _preposition(o: Observation) -> str:
    word = o.context.word_before(o.candidate)
    return (
        o.context.word_before(o.candidate, 2)
        if word in ("the", "downtown", "central", "northern", "southern", "eastern", "western")
        else word
    )


def container_behind(o: Observation) -> float:
    """Tell whether a country or state follows behind a comma ("Springfield, Ohio")."""
    return float(o.is_name and o.container_behind)


def contained_before(o: Observation) -> float:
    """Tell whether a town stands before, with a comma ("Springfield, Ohio", seen from Ohio)."""
    return float(o.contained_before)


def title_before(o: Observation) -> float:
    """Tell whether an honorific stands right before ("Gen.", "Mrs")."""
    return float(o.context.word_before(o.candidate) in HONORIFIC_TITLES and o.candidate.form is not Form.DEMONYM)


def office_before(o: Observation) -> float:
    """Tell whether an office stands right before ("President", "Mayor")."""
    word = o.context.word_before(o.candidate)
    return float(
        word in TITLES
        and word not in HONORIFIC_TITLES
        and o.candidate.form is not Form.DEMONYM
        and o.context.is_capitalised(o.candidate.first - 1)
    )


def capital_before(o: Observation) -> float:
    """Tell whether another capitalised word stands right before."""
    return float(o.is_name and o.context.capital_before(o.candidate))


def capital_behind(o: Observation) -> float:
    """Tell whether another capitalised word follows that is no type word and no organisation's head word."""
    after = o.context.word_after(o.candidate)
    return float(o.is_name and o.context.capital_after(o.candidate) and after not in ORGANISATION_WORDS and after not in TYPE_WORDS_AFTER)


def organisation_behind(o: Observation) -> float:
    """Tell whether the head word of an organisation follows with a capital ("Lagos University")."""
    return float(o.is_name and o.context.capital_after(o.candidate) and o.context.word_after(o.candidate) in ORGANISATION_WORDS)


def type_word_behind(o: Observation) -> float:
    """Tell whether a word like "province" follows, and a place of the name is of that kind."""
    kinds = TYPE_WORDS_AFTER.get(o.context.word_after(o.candidate))
    return float(o.is_name and kinds is not None and o.best.kind in kinds)


def type_word_before(o: Observation) -> float:
    """Tell whether "the city of" or the like stands before."""
    before = o.context.word_before(o.candidate)
    if before == "of":
        before = o.context.word_before(o.candidate, 2)
    return float(o.is_name and before in TYPE_WORDS_BEFORE)


def also_in_lower_case(o: Observation) -> float:
    """Tell whether the report writes the same word without a capital elsewhere."""
    return float(o.is_name and o.candidate.first == o.candidate.last and o.context.lower[o.candidate.first] in o.context.seen_in_lower_case)


def common_word(o: Observation) -> float:
    """Return how ordinary an English word it is: 1 for the commonest, less for rarer ones, 0 for none."""
    if not o.is_name or o.candidate.first != o.candidate.last:
        return 0.0
    rank = o.context.words.common_rank(o.context.lower[o.candidate.first])
    return 0.0 if rank is None else max(0.25, 1.1 - rank / 60.0)


def common_word_first(o: Observation) -> float:
    """Tell whether it is an ordinary English word at the start of a sentence, where any word has a capital."""
    return float(common_word(o) > 0 and (o.context.first_in_sentence[o.candidate.first] or o.candidate.caseless))


def given_name_first(o: Observation) -> float:
    """Tell whether it is a given name and another capitalised word follows ("Jordan Ellis")."""
    single = o.candidate.first == o.candidate.last
    return float(
        o.is_name and single and o.context.words.is_given_name(o.context.lower[o.candidate.first]) and o.context.capital_after(o.candidate)
    )


def given_name_alone(o: Observation) -> float:
    """Tell whether it is a given name."""
    single = o.candidate.first == o.candidate.last
    return float(o.is_name and single and o.context.words.is_given_name(o.context.lower[o.candidate.first]))


def family_name_alone(o: Observation) -> float:
    """Tell whether it is a frequent family name."""
    single = o.candidate.first == o.candidate.last
    return float(o.is_name and single and o.context.words.is_family_name(o.context.lower[o.candidate.first]))


def given_name_before(o: Observation) -> float:
    """Tell whether a given name or an initial stands before ("Denise Chester")."""
    if not o.context.capital_before(o.candidate):
        return 0.0
    before = o.context.lower[o.candidate.first - 1]
    return float(o.is_name and (len(before) == 1 or o.context.words.is_given_name(before)))


def introduced_as_person(o: Observation) -> float:
    """Tell whether the report uses the word as somebody's family name."""
    return float(o.is_name and o.candidate.first == o.candidate.last and o.context.lower[o.candidate.first] in o.context.family_names)


def saying_verb_behind(o: Observation) -> float:
    """Tell whether a verb of saying follows ("Lincoln said")."""
    return float(o.is_name and o.context.word_after(o.candidate) in SAYING_VERBS)


def possessive_behind(o: Observation) -> float:
    """Tell whether a possessive s follows ("Nairobi's")."""
    return float(o.context.word_after(o.candidate) in ("'s", "’s"))


def acronym(o: Observation) -> float:
    """Tell whether a short word in capitals, in a line that distinguishes case, is an acronym and rarely a place."""
    text = o.candidate.text
    return float(o.is_name and not o.candidate.caseless and text.isupper() and len(text) <= _ACRONYM_LENGTH and text.isascii())


def caseless_line(o: Observation) -> float:
    """Tell whether the line has no case distinction, so that every word is a candidate."""
    return float(o.candidate.caseless and o.candidate.form is not Form.ABBREVIATION)


def border_word_near(o: Observation) -> float:
    """Tell whether the word "border" stands next to it."""
    return float(o.context.word_after(o.candidate) in BORDER_WORDS or o.context.word_before(o.candidate) in BORDER_WORDS)


def language_or_thing(o: Observation) -> float:
    """Tell whether an adjective of nationality that names a language or a thing ("in French", "French fries")."""
    after = o.context.word_after(o.candidate)
    before = o.context.word_before(o.candidate)
    return float(
        o.candidate.form is Form.DEMONYM
        and (after in DEMONYM_NOT_PEOPLE or (before in ("in", "speak", "speaks", "spoke", "speaking") and not after))
    )


def dateline(o: Observation) -> float:
    """Tell whether it stands in the report's dateline."""
    return float(o.in_dateline)


def agency_in_dateline(o: Observation) -> float:
    """Tell whether it stands in the rest of the dateline without being the country of its place ("Cairo (Nile Desk)")."""
    return float(o.in_dateline_tail and not o.contained_before)


CLUES: tuple[Clue, ...] = (
    name_in_general,
    demonym,
    abbreviation,
    abbreviation_spells_a_word,
    lone_state_code,
    country,
    first_level_area,
    second_level_area,
    nature_or_region,
    size_of_town,
    several_words,
    part_of_longer_name,
    part_of_hyphenated_name,
    strong_preposition,
    weak_preposition,
    container_behind,
    contained_before,
    title_before,
    office_before,
    capital_before,
    capital_behind,
    organisation_behind,
    type_word_behind,
    type_word_before,
    also_in_lower_case,
    common_word,
    common_word_first,
    given_name_first,
    given_name_alone,
    family_name_alone,
    given_name_before,
    introduced_as_person,
    saying_verb_behind,
    possessive_behind,
    acronym,
    caseless_line,
    border_word_near,
    language_or_thing,
    dateline,
    agency_in_dateline,
)
