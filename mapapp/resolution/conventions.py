"""What holds by the conventions of writing and of gazetteers, whatever labelled reports have taught: a few fixed points of the ranking."""

from __future__ import annotations

import numpy as np

from gazetteer.index import FUZZY
from gazetteer.name_table import VARIANT
from mapapp.resolution.clues import country_named, inside_container, kind_told, outside_container, town_named_like_its_area
from mapapp.resolution.options import Options
from mapapp.toponyms.page import Numbers

OUTSIDE_CONTAINER = -4.0
"""Log-odds for a place outside the area named beside the name, while another place of the name lies inside: "Paris, Texas" is not in
France. The labelled reports hold few pairs that a home region or a capital's fame could outweigh."""

TOWN_BEFORE_AREA = 1.0
"""Log-odds for a town that shares a bare name with the area around it: coders and gazetteers take the town; labelled news leans to the
states of one country."""

KIND_TOLD = 1.5
"""Log-odds for a place of the kind that a word beside the name tells ("Aktobe region"), and against one of another kind."""

UNVOUCHED = -20.0
"""Log-odds for a place of which only nearly the same spelling is known, in a country that the report does not name: a namesake of an
unknown village must not take its place."""


LISTED = 40.0
"""Log-odds for a place of a list that the reader has said comes first: nothing learned outweighs it, only an area beside the name that it
lies outside of does."""


IMPORTED = 1.2
"""Log-odds for an imported place in a country that the report speaks of. The labelled reports were read with towns only, where a name that
few people bear was mostly that of a village which is not there; with the country's villages at hand it mostly is that village."""

LISTED = 40.0
"""Log-odds for a place of a list that the reader has said comes first: nothing learned outweighs it, only an area beside the name that it
lies outside of does."""


IMPORTED = 1.2
"""Log-odds for an imported place that is spelt nearly so, in a country or area that the report names. The labelled reports were read with
towns only, where a name spelt nearly like a small place was mostly that of a village which is not there; with the country's villages at
hand it mostly is that village."""


def by_convention(options: Options) -> Numbers:
    """Return what the conventions add to the score of each option."""
    town = (options.once(town_named_like_its_area) > 0) & (options.once(kind_told) == 0)
    outside = options.once(outside_container) == 2
    fuzzy = options.how == FUZZY
    # "Zahra district of Homs": that it is a district says nothing for a Zahra elsewhere.
    told = np.where(options.once(outside_container) == 0, options.once(kind_told), 0)
    score = KIND_TOLD * told.astype(np.float64)
    # A focused gazetteer holds imported places of countries that the report speaks of, and no others.
    in_focus = options.imported & (options.gazetteer.focus is not None)
    score += np.where(in_focus, IMPORTED, 0.0)
    score += np.where(town, TOWN_BEFORE_AREA, 0.0) + np.where(outside, OUTSIDE_CONTAINER, 0.0)
    if fuzzy.any():
        vouched = (options.once(country_named) > 0) | options.once(inside_container) | in_focus
        score += np.where(fuzzy & ~vouched, UNVOUCHED, 0.0)
    if options.gazetteer.has_winning_lists:
        score += np.where(options.wins & (options.how < VARIANT) & ~outside, LISTED, 0.0)
    return score
