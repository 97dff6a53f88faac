"""The settings that options give: the home region of `--home` and `--home-country`, and `--profile`."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from dataclasses import replace

from gazetteer import Gazetteer, Kind, Place, open_gazetteer
from gazetteer.queries import address
from mapapp.commands.output import say
from mapapp.errors import BadOption
from mapapp.resolution.home_lookup import Meant, look_up
from mapapp.settings import DEFAULTS, Settings

_LISTED = 5
"""So many candidates go on a line that somebody has to read."""


def settings_of(options: argparse.Namespace) -> Settings:
    """Return the settings of the options, and say on stderr which places were taken for the home region.

    Raises
    ------
    BadOption
        If a place is not known or may be several, or a country code is nobody's.
    """
    if not options.home and not options.home_country:
        return replace(DEFAULTS, verdict_profile=options.profile)  # and the gazetteer need not be opened
    world = open_gazetteer()
    places: list[str] = []
    countries = [_country(code, world) for code in options.home_country]
    for written in options.home:
        place = _place(written, world)
        if place.kind is Kind.COUNTRY:
            countries.append(place.countries[0])
        else:
            places.append(place.place_id)
        if written.strip() != place.place_id:
            say(f"home region: {_described([place], world)}")
    return Settings(
        home_places=tuple(dict.fromkeys(places)), home_countries=tuple(dict.fromkeys(countries)), verdict_profile=options.profile
    )


def _place(written: str, world: Gazetteer) -> Place:
    """Return the place that is meant, or say what to write instead."""
    meant = look_up(written, world)
    if meant.place is not None:
        return meant.place
    raise BadOption(f"--home {written!r} " + _what_to_do(meant, world))


def _what_to_do(meant: Meant, world: Gazetteer) -> str:
    if not meant.candidates:
        return "is no known home of reports: give the nearest larger town, a region or country, or an id that `mapapp place NAME` shows"
    listed = _described(meant.candidates[:_LISTED], world)
    if meant.is_guess:
        return f"is not known; did you mean {listed}? Give the name with its region, or the id"
    more = meant.count - min(_LISTED, len(meant.candidates))
    others = f"; and {more} more" if more > 0 else ""
    return f"may be several places, give one by its id, or add its region behind a comma: {listed}{others}"


def _described(places: Iterable[Place], world: Gazetteer) -> str:
    return "; ".join(f"{address(world, place)} ({place.kind}, {place.place_id})" for place in places)


def _country(code: str, world: Gazetteer) -> str:
    """Return the code if it is a country's, or say which one may be meant."""
    if world.country(code) is not None:
        return code
    meant = next((place for place in world.lookup(code) if place.kind is Kind.COUNTRY), None)
    hint = f"did you mean {meant.countries[0]} ({meant.name})?" if meant else "give the two letters of ISO 3166-1, such as KZ"
    msg = f"--home-country {code} is no country's code: {hint}"
    raise BadOption(msg)
