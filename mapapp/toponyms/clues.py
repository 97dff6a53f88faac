"""Clues for and against a stretch of text being a place name: one small function each, over all candidates of a report at once.

A clue says a fact and gives one number for each candidate, most of them 0 or 1; how much a fact counts is learned
(``data/models/recognition*.txt``).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import numpy as np

from mapapp.toponyms.name_facts import FACTS
from mapapp.toponyms.page import MARGIN, Column, Indices, Numbers
from mapapp.toponyms.scanner import Form
from mapapp.toponyms.stretches import REACH, Stretches
from mapapp.toponyms.word_classes import ALL_CLASSES, BIT, CLASSES, RANKS, rank_mask, rank_shift

Clue = Callable[[Stretches], Column]

GIVEN_ENOUGH = 4
"""Given names of this frequency (of 15) and above are borne by more than one in fifty thousand."""

COMMON_ENOUGH = 9
"""Words of this frequency (of 15) and above are in every small dictionary."""

CLUES: dict[str, Clue] = {}
"""All clues by name, in a fixed order."""


def _clue(function: Clue) -> Clue:
    CLUES[function.__name__] = function
    return function


# The name itself -----------------------------------------------------------------------------------------------------------------------


@_clue
def demonym(s: Stretches) -> Column:
    """Tell whether the word is a known demonym."""
    return s.form_is(Form.DEMONYM)


@_clue
def abbreviation(s: Stretches) -> Column:
    """Tell whether the word is in the table of abbreviations ("U.S.", "Calif.")."""
    return s.form_is(Form.ABBREVIATION)


@_clue
def state_code(s: Stretches) -> Column:
    """Tell whether it is two capitals that are a state only behind a town ("OR")."""
    return s.form_is(Form.STATE_CODE)


@_clue
def known(s: Stretches) -> Column:
    """Tell whether some place bears the name."""
    return np.array([c.is_known for c in s.candidates], dtype=np.bool_)


@_clue
def words(s: Stretches) -> Column:
    """Return of how many words the name is."""
    return s.last - s.first + 1


@_clue
def letters(s: Stretches) -> Column:
    """Return how long the name is, in characters."""
    return s.end - s.start


@_clue
def caseless_line(s: Stretches) -> Column:
    """Tell whether the line has no case distinction, so that every word is a candidate."""
    return s.caseless


@_clue
def acronym(s: Stretches) -> Column:
    """Tell whether it is a word in capitals in a line that distinguishes case."""
    return s.page.all_capitals[s.first] & (s.first == s.last) & ~s.caseless


@_clue
def abbreviation_spells_a_word(s: Stretches) -> Column:
    """Tell whether an abbreviation without stops spells a common word in a line of capitals ("A CAR BOMB")."""
    common = s.page.rank("common", s.first) >= COMMON_ENOUGH
    return common & caseless_line(s) & ~has_stops(s) & (abbreviation(s) | state_code(s))


@_clue
def has_stops(s: Stretches) -> Column:
    """Tell whether a full stop stands inside ("U.S.")."""
    return np.array(["." in c.text for c in s.candidates], dtype=np.bool_)


@_clue
def part_of_hyphenated_word(s: Stretches) -> Column:
    """Tell whether a hyphen ties it to something ("Asia-Plus", "Moscow-based"): 1 as its beginning, 2 as its end."""
    begins = s.start == s.page.starts[s.first - MARGIN]
    return np.where(s.is_part, np.where(begins, 1, 2), 0)


# Where it stands -----------------------------------------------------------------------------------------------------------------------


@_clue
def first_in_sentence(s: Stretches) -> Column:
    """Tell whether it begins a sentence, where any word has a capital."""
    return s.page.first_in_sentence[s.first - MARGIN]


@_clue
def in_title_case(s: Stretches) -> Column:
    """Tell whether it stands in a headline in which nearly every word has a capital."""
    return s.page.title_case[s.first - MARGIN]


@_clue
def dateline(s: Stretches) -> Column:
    """Tell whether it stands in the report's dateline: 1 as its place, 2 in the rest of it, mostly as the agency's name."""
    line = s.dateline
    if line is None:
        return np.zeros(len(s))
    inside = (s.start < line.span.end) & (s.end > line.span.start)
    tail = (s.start >= line.span.end) & (s.start < line.end)
    return np.where(inside, 1, np.where(tail, 2, 0))


@_clue
def capitals_before(s: Stretches) -> Column:
    """Return how many words of its capitalised run stand before it."""
    return np.minimum(s.first - s.run_begins, 6)


@_clue
def capitals_behind(s: Stretches) -> Column:
    """Return how many words of its capitalised run stand behind it."""
    return np.minimum(s.run_ends - s.last, 6)


@_clue
def container_behind(s: Stretches) -> Column:
    """Tell whether an area follows behind a comma ("Springfield, Ohio"): 2 if it really holds a place of that name, else 1."""
    followed, fits, _ = s.containers
    return followed + fits.astype(np.int64)


@_clue
def contained_before(s: Stretches) -> Column:
    """Tell whether it is the area of such a pair ("Springfield, Ohio", seen from Ohio)."""
    return s.containers[2]


@_clue
def preposition_before(s: Stretches) -> Column:
    """Tell whether a preposition of place stands before, perhaps with "the northern" between: 2 a strong one, 1 a weak one."""
    page, beside = s.page, s.beside
    one, two, three = (beside[f"before{step}"] for step in (1, 2, 3))
    between = page.has("article", one) | page.has("direction", one) | page.has("type_before", one)
    both = between & (page.has("article", two) | page.has("direction", two))
    at = np.where(both, three, np.where(between, two, one))
    return np.where(page.has("strong_preposition", at), 2, np.where(page.has("weak_preposition", at), 1, 0))


@_clue
def listed(s: Stretches) -> Column:
    """Tell whether a comma or "and" ties it to a capitalised word on either side."""
    page, beside = s.page, s.beside
    joins = BIT["comma"] | BIT["conjunction"]
    left = (page.code[beside["before1"]] & joins != 0) & page.capitalised[beside["before2"]]
    right = (page.code[beside["behind1"]] & joins != 0) & page.capitalised[beside["behind2"]]
    return left.astype(np.int64) + right


# The rest of the report ----------------------------------------------------------------------------------------------------------------


@_clue
def also_in_lower_case(s: Stretches) -> Column:
    """Tell whether the report writes the same word without a capital elsewhere."""
    seen, lower = s.page.seen_in_lower_case, s.page.lower
    return np.array([c.first == c.last and lower[c.first] in seen for c in s.candidates], dtype=np.bool_)


@_clue
def times_named(s: Stretches) -> Column:
    """Return how often the report has the name."""
    return np.bincount(s.same_name)[s.same_name] if len(s) else np.zeros(0)


@_clue
def last_word_behind_a_capital(s: Stretches) -> Column:
    """Return the share of all places where the report has its last word in which a capitalised word stands right before."""
    return _share_of_word(s, s.last, before=True)


@_clue
def first_word_before_a_capital(s: Stretches) -> Column:
    """Return the share of all places where the report has its first word in which a capitalised word follows."""
    return _share_of_word(s, s.first, before=False)


@_clue
def introduced_as_person(s: Stretches) -> Column:
    """Tell whether the report has the word behind a title or a given name somewhere, as somebody's family name."""
    page = s.page
    inner = np.arange(MARGIN, MARGIN + len(page))
    given = (page.rank("given", inner - 1) >= 4) & (page.rank("common", inner - 1) < 6)
    named = page.capitalised[inner] & page.capital[inner - 1] & ~page.breaks[inner] & (page.has("honorific", inner - 1) | given)
    persons = {page.lower[at] for at in np.flatnonzero(named).tolist()}
    return np.array([c.first == c.last and page.lower[c.first] in persons for c in s.candidates], dtype=np.bool_)


@_clue
def begins_a_persons_name(s: Stretches) -> Column:
    """Tell whether it is one given name and a family name that is nothing else follows ("Jordan Ellis", not "Jordan Valley")."""
    page, behind = s.page, s.beside["behind1"]
    given = (page.rank("given", s.first) >= GIVEN_ENOUGH) & (s.first == s.last)
    no_class = page.code[behind] & ALL_CLASSES == 0
    family = (page.rank("family", behind) > 0) & (page.rank("common", behind) < COMMON_ENOUGH) & no_class
    return given & family & page.capitalised[behind]


@_clue
def ends_a_persons_name(s: Stretches) -> Column:
    """Tell whether a given name or an initial with a capital stands right before ("Denise Chester", "J. Lincoln")."""
    page, before = s.page, s.beside["before1"]
    given = (page.rank("given", before) >= GIVEN_ENOUGH) & (page.rank("common", before) < COMMON_ENOUGH)
    initial = np.array([len(page.lower[c.first - 1]) == 1 if c.first else False for c in s.candidates], dtype=np.bool_)
    return page.capitalised[before] & (given | initial)


def _share_of_word(s: Stretches, at: Indices, *, before: bool) -> Numbers:
    page = s.page
    word = page.word_number
    inner = np.arange(MARGIN, MARGIN + len(page))
    tied = page.capitalised[inner - 1] & ~page.breaks[inner] if before else page.capitalised[inner + 1] & ~page.breaks[inner + 1]
    capital = page.capital[inner]
    total = np.bincount(word, weights=capital)
    share = np.bincount(word, weights=capital & tied) / np.maximum(total, 1)
    found: Numbers = share[word[at - MARGIN]]
    return found


# All of it as one table ----------------------------------------------------------------------------------------------------------------

PLACES = ("first", "last", *(f"before{n}" for n in range(1, REACH + 1)), *(f"behind{n}" for n in range(1, REACH + 1)))
"""Words that are asked for their classes: those of the name's ends and its neighbours."""

_OF_WORDS = (*CLASSES, *RANKS, "capital", "all_capitals", "number", "missing")

NAMES: tuple[str, ...] = (
    *CLUES,
    *(f"name.{fact}" for fact in FACTS),
    *(f"{place}.{of}" for place in PLACES for of in _OF_WORDS),
    *(f"run.{name}" for name in CLASSES),
)
"""The names of all columns of :func:`table`."""


def table(s: Stretches, names: tuple[str, ...] = NAMES) -> Numbers:
    """Return the clues as a table: a row for each candidate, a column for each name."""
    found = np.empty((len(s), len(names)), dtype=np.float64)
    for group, members in _grouped(names).items():
        columns = [at for at, _ in members]
        if group == "":
            for at, name in members:
                found[:, at] = s.once(CLUES[name])
        elif group == "name":
            for at, fact in members:
                found[:, at] = s.facts[fact]
        elif group == "run":
            found[:, columns] = s.run_code[:, None] & np.array([BIT[name] for _, name in members]) != 0
        else:
            found[:, columns] = _of_word(s, group, tuple(of for _, of in members))
    return found


@lru_cache(maxsize=16)
def _grouped(names: tuple[str, ...]) -> dict[str, list[tuple[int, str]]]:
    """Return the columns by what stands before the dot: those of one word are worked out at once."""
    groups: dict[str, list[tuple[int, str]]] = {}
    for at, name in enumerate(names):
        group, dot, rest = name.partition(".")
        groups.setdefault(group if dot else "", []).append((at, rest if dot else name))
    return groups


def _of_word(s: Stretches, place: str, of: tuple[str, ...]) -> Numbers:
    page, at = s.page, s.beside[place]
    shift, mask = _shifts_and_masks(of)
    found = (page.code[at][:, None] >> shift & mask).astype(np.float64)
    flags = {"capital": page.capital, "all_capitals": page.all_capitals, "number": page.number}
    for column, name in enumerate(of):
        if name in flags:
            found[:, column] = flags[name][at]
        elif name == "missing":
            found[:, column] = at == 0
    return found


@lru_cache(maxsize=256)
def _shifts_and_masks(of: tuple[str, ...]) -> tuple[Indices, Indices]:
    """Return by how much a word's code is shifted for each class or frequency, and what of it is kept."""
    shift = [rank_shift(name) if name in RANKS else BIT.get(name, 1).bit_length() - 1 for name in of]
    return np.array(shift, dtype=np.int64), np.array([rank_mask() if name in RANKS else 1 for name in of], dtype=np.int64)
