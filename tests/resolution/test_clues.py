"""Each clue for which place a name stands for, shown by sentences in which it is on and in which it is off."""

from __future__ import annotations

import re
from math import exp, log, log1p

import numpy as np
import pytest

from gazetteer import open_gazetteer
from mapapp.report.dateline import find_dateline
from mapapp.report.report import Span
from mapapp.resolution import clues, coherence, home_clues
from mapapp.resolution.coherence import Coherence
from mapapp.resolution.evidence import name_of_span
from mapapp.resolution.home import NO_HOME, Home
from mapapp.resolution.options import Options
from mapapp.resolution.resolver import options_of

_MARK = re.compile(r"\[([^\]]*)\]")


def options(marked: str, home: Home = NO_HOME) -> Options:
    """Return the options of the names in brackets."""
    world = open_gazetteer()
    text = _MARK.sub(r"\1", marked)
    spans = [Span(m.start() - 2 * i, m.end() - 2 * i - 2) for i, m in enumerate(_MARK.finditer(marked))]
    names = [name_of_span(text, span, world) for span in spans]
    return options_of(text, names, world, dateline=find_dateline(text, knows_place=world.knows), home=home)[0]


def option(o: Options, asked: str) -> int:
    """Return the number of the first option of a name with a kind in an area: "Paris: city US.TX"."""
    name, _, rest = asked.partition(": ")
    kind, _, area = rest.partition(" ")
    places = [o.gazetteer.place_at(row) for row in o.row.tolist()]
    return next(
        at
        for at, (place, sense) in enumerate(zip(places, o.sense.tolist(), strict=True))
        if o.senses[sense].named.text == name and place.kind.value == kind and area in (place.admin1, *place.countries)
    )


TWO_PARIS = "Fire in [Paris], [Texas]."
PUNO = "The [Puno] region was calm."

CASES = [
    ("behind_the_best", TWO_PARIS, "Paris: city FR", 0),
    ("share_of_prominence", "On [Lake Victoria] it rained.", "Lake Victoria: water KE", 1),
    ("rank", TWO_PARIS, "Paris: city FR", 0),
    ("rank", TWO_PARIS, "Paris: admin2 FR", log(2)),
    ("own_name", "Once [Constantinople].", "Constantinople: city TR", 0),
    ("own_name", "Now [Istanbul].", "Istanbul: city TR", 1),
    ("own_name", "In the [U.S.] it rained.", "U.S.: country US", 1),
    ("former_name", "Once [Siam].", "Siam: country TH", 1),
    ("former_name", "Now [Thailand].", "Thailand: country TH", 0),
    ("variant_of_spelling", "All of [Aktobe Oblast].", "Aktobe Oblast: admin1 KZ", 1),
    ("variant_of_spelling", "All of [Aktobe].", "Aktobe: admin1 KZ", 0),
    ("spelt_nearly_so", "Rain in [Kampalla].", "Kampalla: city UG", 1),
    ("spelt_nearly_so", "Rain in [Kampala].", "Kampala: city UG", 0),
    ("seat", "Rain in [Kampala].", "Kampala: city UG", 2),
    ("seat", "Rain in [Homs].", "Homs: city SY", 1),
    ("seat", "Rain in [Homs].", "Homs: admin1 SY", 0),
    ("country", "Rain in [Georgia].", "Georgia: country GE", 1),
    ("country", "Rain in [Georgia].", "Georgia: admin1 US", 0),
    ("first_level_area", "Rain in [Georgia].", "Georgia: admin1 US", 1),
    ("first_level_area", "Rain in [Georgia].", "Georgia: country GE", 0),
    ("second_level_area", TWO_PARIS, "Paris: admin2 FR", 1),
    ("second_level_area", TWO_PARIS, "Paris: city FR", 0),
    ("town", TWO_PARIS, "Paris: city FR", 1),
    ("town", TWO_PARIS, "Paris: admin2 FR", 0),
    ("nature", "Rain on [Lake Victoria].", "Lake Victoria: water KE", 1),
    ("nature", "Rain in the [Sahel].", "Sahel: region NE", 0),
    ("region", "Rain in the [Sahel].", "Sahel: region NE", 1),
    ("region", "Rain in the [Sahel].", "Sahel: admin1 BF", 0),
    ("namesakes", "Once [Constantinople].", "Constantinople: city TR", log(2)),
    ("mentions", "In [Beni], in [Beni] and in [Bunia].", "Beni: city CD", log(3)),
    ("mentions", "In [Beni], in [Beni] and in [Bunia].", "Bunia: city CD", log(2)),
    ("in_dateline", "[PARIS], May 4 (AP) - Snow fell in [Lille].", "PARIS: city FR", 1),
    ("in_dateline", "[PARIS], May 4 (AP) - Snow fell in [Lille].", "Lille: city FR", 0),
    ("words", "From [New York] to [Lille].", "New York: city US", 2),
    ("words", "From [New York] to [Lille].", "Lille: city FR", 1),
    ("short_form", "Two [Syrians] left the [U.S.] for [Lille].", "Syrians: country SY", 2),
    ("short_form", "Two [Syrians] left the [U.S.] for [Lille].", "U.S.: country US", 1),
    ("short_form", "Two [Syrians] left the [U.S.] for [Lille].", "Lille: city FR", 0),
    ("inside_container", TWO_PARIS, "Paris: city US.TX", 1),
    ("inside_container", TWO_PARIS, "Paris: city FR", 0),
    ("inside_container", "It rained in [Uganda]'s [Gulu].", "Gulu: city UG", 1),
    ("inside_container", "It rained in [Uganda]'s [Gulu].", "Gulu: city CN", 0),
    ("inside_container", "The [Zahra] district of [Homs].", "Zahra: city LY", 0),
    ("has_container", TWO_PARIS, "Paris: city FR", 1),
    ("has_container", TWO_PARIS, "Texas: admin1 US", 0),
    ("outside_container", TWO_PARIS, "Paris: city FR", 2),
    ("outside_container", TWO_PARIS, "Paris: city US.TX", 0),
    ("outside_container", "Rain in [Constantinople], [Texas].", "Constantinople: city TR", 1),
    ("holds_the_name_before", "Fire in [Brentwood], [New York].", "New York: admin1 US", 1),
    ("holds_the_name_before", "Fire in [Brentwood], [New York].", "New York: city US", 0),
    ("holds_the_name_before", "Fire in [Constantinople], [Texas].", "Texas: admin1 US", 0),
    ("kind_told", PUNO, "Puno: admin1 PE", 1),
    ("kind_told", PUNO, "Puno: city PE", -1),
    ("kind_told", "The city of [Puno] was calm.", "Puno: city PE", 1),
    ("kind_told", "All [Puno] was calm.", "Puno: city PE", 0),
    ("area_named_like_its_town", PUNO, "Puno: admin1 PE", 1),
    ("area_named_like_its_town", PUNO, "Puno: city PE", 0),
    ("area_named_like_its_town", "In [Texas] it rained.", "Texas: admin1 US", 0),
    ("town_named_like_its_area", PUNO, "Puno: city PE", 1),
    ("town_named_like_its_area", PUNO, "Puno: admin1 PE", 0),
    ("town_named_like_its_area", TWO_PARIS, "Paris: city US.TX", 0),
    ("country_named", "Rain in [Kampala], snow in [Uganda].", "Kampala: city UG", 1),
    ("country_named", "Rain in [Kampala], snow in [Kenya].", "Kampala: city UG", 0),
    ("country_named", "Rain in [Kampala], snow in [Uganda] and in [Kenya].", "Kampala: city UG", 0.5),
    ("country_named", "Rain in [Homs], two [Syrians] died.", "Homs: city SY", 1),
    ("admin1_named", "From [Austin] all over [Texas].", "Austin: city US.TX", 1),
    ("admin1_named", "From [Austin] all over [Ohio].", "Austin: city US.TX", 0),
    ("admin2_named", "From [Houston] all over [Harris County].", "Houston: city US.TX", 1),
    ("admin2_named", "From [Austin] all over [Harris County].", "Austin: city US.TX", 0),
    ("countries_named", "Rain in [Kenya] and in [Ohio] and in [Ohio].", "Kenya: country KE", log(4)),
    ("countries_named", "Rain in [Lille].", "Lille: city FR", 0),
]
"""A clue, a text with its names in brackets, the option that is asked about, and what the clue says."""

GREATER = [
    ("prominence", TWO_PARIS, "Paris: city FR", "Paris: city US.TX"),
    ("prominence", "From [Istanbul], once [Constantinople].", "Istanbul: city TR", "Constantinople: city TR"),
    ("people", TWO_PARIS, "Paris: city FR", "Paris: city US.TX"),
    ("behind_the_best", TWO_PARIS, "Paris: city US.TX", "Paris: city FR"),
    ("share_of_prominence", TWO_PARIS, "Paris: city FR", "Paris: city US.TX"),
    ("namesakes", "From [Springfield] to [Constantinople].", "Springfield: city US", "Constantinople: city TR"),
    ("best_prominence", "From [Paris] to [Lille].", "Paris: city US.TX", "Lille: city FR"),
    ("town_named_like_its_area", "All of [New York].", "New York: city US", "New York: admin1 US"),
]
"""A clue, a text, and two options of which it says more of the first."""


@pytest.mark.parametrize(("clue", "text", "asked", "expected"), CASES)
def test_a_clue_says_what_stands_in_the_text(clue: str, text: str, asked: str, expected: float) -> None:
    """On where the sentence or the gazetteer shows it, off where they do not."""
    o = options(text)
    assert float(clues.CLUES[clue](o)[option(o, asked)]) == pytest.approx(expected)


@pytest.mark.parametrize(("clue", "text", "more", "less"), GREATER)
def test_a_clue_says_more_of_one_option_than_of_another(clue: str, text: str, more: str, less: str) -> None:
    """Where the numbers are the gazetteer's, only their order is told here."""
    o = options(text)
    values = clues.CLUES[clue](o)
    assert values[option(o, more)] > values[option(o, less)]


def test_a_part_of_a_town_borrows_its_areas_name() -> None:
    """A borough that is New York only by an alias says so with a 2, the city that has the name of its own with a 1."""
    o = options("All of [New York].")
    places = [o.gazetteer.place_at(row).name for row in o.row.tolist()]
    values = dict(zip(places, clues.CLUES["town_named_like_its_area"](o).tolist(), strict=True))
    assert (values["New York City"], values["Manhattan"]) == (1, 2)


def test_every_clue_is_shown_on_and_off() -> None:
    """No clue is without a sentence of either sort."""
    shown = {clue: {value for name, _, _, value in CASES if name == clue} for clue in clues.CLUES}
    ordered = {clue for clue, *_ in GREATER}
    assert {clue for clue, *_ in [*CASES, *GREATER]} == set(clues.CLUES)
    assert [clue for clue, values in shown.items() if len(values) < 2 and clue not in ordered] == []


def test_the_table_holds_the_clues_in_order() -> None:
    """A row for each option, a column for each clue."""
    o = options("Fire in [Paris], [Texas], near [Qarabulaqtepe], two [Syrians] died.")
    whole = clues.table(o)
    assert whole.shape == (len(o), len(clues.CLUES))
    assert all(np.array_equal(whole[:, at], clue(o)) for at, clue in enumerate(clues.CLUES.values()))


@pytest.mark.parametrize("text", ["Nothing here.", "Fire in [Qarabulaqtepe]."])
def test_names_that_nobody_bears_give_empty_tables(text: str) -> None:
    """Neither no name nor one without places is an error."""
    o = options(text)
    assert clues.table(o).shape == (0, len(clues.NAMES))
    assert home_clues.table(o).shape == (0, len(home_clues.NAMES))
    assert coherence.table(Coherence(o, np.zeros(0), np.zeros(0))).shape == (0, len(coherence.NAMES))


# Beside the other names -----------------------------------------------------------------------------------------------------------------


def beside(marked: str) -> Coherence:
    """Return the second look at options of which the first took the best known place of each name."""
    o = options(marked)
    probability = np.zeros(len(o))
    probability[o.begins[:-1][o.sizes > 0]] = 1.0
    return Coherence(o, probability, 4.0 * probability - 2.0)


NEAR, FAR = "Rain in [Paris] and in [Versailles].", "Rain in [Berlin] and in [Madrid]."
HALF_WAY_ROUND_KM = 20015.1
FAR_APART_IN_TEXT = "Rain in [Paris]. " + "It rained on. " * 400 + "Snow in [Versailles]."

BESIDE = [
    ("first_score", NEAR, "Paris: city FR", 2),
    ("first_score", NEAR, "Paris: city US.TX", -2),
    ("first_probability", NEAR, "Paris: city FR", 1),
    ("first_probability", NEAR, "Paris: city US.TX", 0),
    ("within_20_km", NEAR, "Versailles: city FR", 1),
    ("within_20_km", "Rain in [Berlin] and in [Potsdam].", "Potsdam: city DE", 0),
    ("within_60_km", "Rain in [Berlin] and in [Potsdam].", "Potsdam: city DE", 1),
    ("within_60_km", "Rain in [Berlin] and in [Dresden].", "Dresden: city DE", 0),
    ("within_200_km", "Rain in [Berlin] and in [Dresden].", "Dresden: city DE", 1),
    ("within_200_km", "Rain in [Berlin] and in [Munich].", "Munich: city DE", 0),
    ("within_200_km", "Rain in [Berlin], [Munich] and [Dresden].", "Dresden: city DE", 0.5),
    ("within_700_km", "Rain in [Berlin] and in [Munich].", "Munich: city DE", 1),
    ("within_700_km", FAR, "Madrid: city ES", 0),
    ("weight_within_60_km", "Rain in [Paris], [Boulogne-Billancourt] and [Versailles].", "Versailles: city FR", log(3)),
    ("weight_within_60_km", FAR, "Madrid: city ES", 0),
    ("weight_within_200_km", "Rain in [Berlin], [Potsdam] and [Dresden].", "Dresden: city DE", log(3)),
    ("weight_within_200_km", FAR, "Madrid: city ES", 0),
    ("nearest_likely_place", NEAR, "Versailles: city FR", log1p(16.7)),
    ("nearest_likely_place", "Rain in [Madrid].", "Madrid: city ES", log1p(HALF_WAY_ROUND_KM)),
    ("near_in_text_and_space", NEAR, "Versailles: city FR", exp(-13 / 300)),
    ("near_in_text_and_space", FAR_APART_IN_TEXT, "Versailles: city FR", 0),
    ("near_in_text_and_space", FAR, "Madrid: city ES", 0),
    ("share_near_in_text", NEAR, "Versailles: city FR", 1),
    ("share_near_in_text", FAR, "Madrid: city ES", 0),
    ("same_countries", NEAR, "Versailles: city FR", 1),
    ("same_countries", FAR, "Madrid: city ES", 0),
    ("same_countries", NEAR, "Paris: city US.TX", 0),
    ("same_division", NEAR, "Versailles: city FR", 1),
    ("same_division", "Rain in [Paris] and in [Marseille].", "Marseille: city FR", 0),
    ("same_second_division", "Rain in [Houston] and in [Harris County].", "Houston: city US.TX", 1),
    ("same_second_division", "Rain in [Austin] and in [Harris County].", "Austin: city US.TX", 0),
    ("other_places", FAR, "Madrid: city ES", log(2)),
    ("other_places", "Rain in [Madrid].", "Madrid: city ES", 0),
]
"""A clue, a text with its names in brackets, the option that is asked about, and what the clue says."""


@pytest.mark.parametrize(("clue", "text", "asked", "expected"), BESIDE)
def test_a_clue_of_coherence_says_where_the_others_lie(clue: str, text: str, asked: str, expected: float) -> None:
    """On where the other names' likeliest places show it, off where they do not."""
    c = beside(text)
    assert float(coherence.CLUES[clue](c)[option(c.options, asked)]) == pytest.approx(expected, abs=0.03)


def test_every_clue_of_coherence_is_shown_on_and_off() -> None:
    """No clue is without a sentence of either sort."""
    shown = {clue: {row[-1] for row in BESIDE if row[0] == clue} for clue in {row[0] for row in BESIDE}}
    assert set(shown) == set(coherence.CLUES)
    assert [clue for clue, values in shown.items() if len(values) < 2] == []


def test_a_name_does_not_speak_for_itself() -> None:
    """Two names of one place, and two places of one name, are no company."""
    c = beside("From [Istanbul], once [Constantinople].")
    assert coherence.CLUES["other_places"](c)[option(c.options, "Constantinople: city TR")] == 0
    c = beside("Rain in [Paris].")
    assert not coherence.CLUES["other_places"](c).any()


def test_an_area_is_near_to_what_lies_in_it() -> None:
    """Its radius is added to the reach; a town's is not."""
    c = beside("Rain in [Texas] and in [Houston].")
    assert coherence.CLUES["within_20_km"](c)[option(c.options, "Texas: admin1 US")] == 1


def test_names_that_are_hardly_recognised_weigh_less() -> None:
    """Half sure is half of the weight."""
    c = beside(NEAR)
    c.recognised[:] = 0.5
    assert coherence.CLUES["other_places"](c)[option(c.options, "Versailles: city FR")] == pytest.approx(log(1.5))


# From a home region ---------------------------------------------------------------------------------------------------------------------


def home_of(*names: str, key: str = "", countries: frozenset[str] = frozenset()) -> Home:
    """Return the home of the best known places of some names."""
    world = open_gazetteer()
    return Home(tuple((world.bearers(name)[0][0], key) for name in names), countries)


BERLIN, FRANCE = home_of("Berlin"), Home(countries=frozenset({"FR"}))

AT_HOME = [
    ("within_20_km", "Rain in [Versailles].", home_of("Paris"), "Versailles: city FR", 1),
    ("within_20_km", "Rain in [Potsdam].", BERLIN, "Potsdam: city DE", 0),
    ("within_60_km", "Rain in [Potsdam].", BERLIN, "Potsdam: city DE", 1),
    ("within_60_km", "Rain in [Potsdam].", home_of("Berlin", "Madrid"), "Potsdam: city DE", 0.5),
    ("within_60_km", "Rain in [Dresden].", BERLIN, "Dresden: city DE", 0),
    ("within_200_km", "Rain in [Dresden].", BERLIN, "Dresden: city DE", 1),
    ("within_200_km", "Rain in [Munich].", BERLIN, "Munich: city DE", 0),
    ("within_700_km", "Rain in [Munich].", BERLIN, "Munich: city DE", 1),
    ("within_700_km", "Rain in [Madrid].", BERLIN, "Madrid: city ES", 0),
    ("nearest", "Rain in [Berlin].", BERLIN, "Berlin: city DE", log(20_000)),
    ("nearest", "Rain in [Berlin].", FRANCE, "Berlin: city DE", 0),
    ("same_country", "Rain in [Munich].", BERLIN, "Munich: city DE", 1),
    ("same_country", "Rain in [Lille].", FRANCE, "Lille: city FR", 1),
    ("same_country", "Rain in [Lille].", BERLIN, "Lille: city FR", 0),
    ("same_country", "Rain in [Lille].", home_of("Berlin", "Paris"), "Lille: city FR", 0.5),
    ("same_division", "Rain in [Austin].", home_of("Houston"), "Austin: city US.TX", 1),
    ("same_division", "Rain in [Austin].", home_of("Miami"), "Austin: city US.TX", 0),
    ("places", "Rain in [Lille].", home_of("Berlin", "Paris"), "Lille: city FR", log(3)),
    ("places", "Rain in [Lille].", FRANCE, "Lille: city FR", 0),
]
"""A clue, a text, the home, the option that is asked about, and what the clue says."""


@pytest.mark.parametrize(("clue", "text", "home", "asked", "expected"), AT_HOME)
def test_a_clue_of_the_home_says_how_it_lies(clue: str, text: str, home: Home, asked: str, expected: float) -> None:
    """On near the home, off far from it."""
    o = options(text, home)
    assert home_clues.table(o, (f"home.{clue}",))[option(o, asked)].tolist() == pytest.approx([expected], abs=0.03)


def test_every_clue_of_the_home_is_shown_on_and_off() -> None:
    """No clue is without a home of either sort."""
    shown = {clue: {row[-1] for row in AT_HOME if row[0] == clue} for clue in {row[0] for row in AT_HOME}}
    assert set(shown) == set(home_clues.CLUES)
    assert [clue for clue, values in shown.items() if len(values) < 2] == []


def test_a_name_is_no_home_of_its_own() -> None:
    """What was learned from the same name would confirm its own mistakes; another name of the home still counts."""
    names = ("home.within_20_km", "home.places", "home.nearest")
    o = options("Rain in [Paris].", home_of("Paris", key="paris"))
    assert home_clues.table(o, names)[option(o, "Paris: city FR")].tolist() == pytest.approx([0, 0, 0], abs=0.001)
    o = options("Rain in [Versailles].", home_of("Paris", key="paris"))
    assert home_clues.table(o, names)[option(o, "Versailles: city FR")].tolist() == pytest.approx([1, log(2), 7.0], abs=0.1)
