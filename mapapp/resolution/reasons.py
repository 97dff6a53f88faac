"""Say in words why a place was chosen, or why none was: facts that an editor can check, not weights."""

from __future__ import annotations

from gazetteer import Gazetteer
from gazetteer.index import HOW_NAMES
from mapapp.resolution import clues, coherence, home_clues
from mapapp.resolution.options import Options
from mapapp.resolution.ranker import Ranked
from mapapp.toponyms.page import Indices

MOST_REASONS = 4
_A_THIRD = 0.34


def reasons_of(options: Options, ranked: Ranked, chosen: Indices) -> list[tuple[str, ...]]:
    """Return, for each chosen option, the facts that speak for and against it, the weightiest first."""
    if not len(chosen) or ranked.beside is None:
        return [()] * len(chosen)
    alone = [options.once(clues.CLUES[name])[chosen].tolist() for name in _ALONE]
    beside = [ranked.beside.once(coherence.CLUES[name])[chosen].tolist() for name in _BESIDE]
    at_home = home_clues.table(options, _HOME)[chosen].T.tolist() if options.home else [[0.0] * len(chosen)] * len(_HOME)
    rows = options.row[chosen]
    sizes = options.sizes[options.sense[chosen]].tolist()
    hows = options.how[chosen].tolist()
    seats = options.about.seat(rows).tolist()
    listed = [_of_the_list(options.gazetteer, row) for row in rows.tolist()] if options.gazetteer.has_winning_lists else [[]] * len(rows)
    found = []
    for of_text, of_place, of_list in zip(
        zip(*alone, *beside, *at_home, strict=True), zip(sizes, hows, seats, strict=True), listed, strict=True
    ):
        facts = [*of_list, *_of_the_text(*of_text), *_of_the_place(*of_place, behind_the_best=of_text[len(_ALONE) - 1])]
        found.append(tuple(facts[:MOST_REASONS]))
    return found


_ALONE = ("inside_container", "has_container", "holds_the_name_before", "kind_told", "country_named", "admin1_named", "behind_the_best")
_BESIDE = ("within_60_km", "within_200_km")
_HOME = ("home.within_200_km", "home.same_country")


def _of_the_text(  # noqa: PLR0913, PLR0917 -- a table of facts
    inside: float, beside: float, holds: float, kind: float, country: float, admin1: float, _: float,
    near: float, nearby: float, home: float, home_country: float,
) -> list[str]:  # fmt: skip
    facts = []
    if inside:
        facts.append("lies in the area named beside it")
    elif beside:
        facts.append("but lies outside the area named beside it")
    if holds:
        facts.append("holds the place named before it")
    if kind:
        facts.append("of the kind told beside the name" if kind > 0 else "but not of the kind told beside the name")
    if near >= _A_THIRD:
        facts.append(f"{near:.0%} of the report's other places lie within 60 km")
    elif nearby >= _A_THIRD:
        facts.append(f"{nearby:.0%} of the report's other places lie within 200 km")
    if admin1:
        facts.append("its state or province is named in the report")
    if country >= _A_THIRD:
        facts.append("its country is prominent in the report")
    elif country:
        facts.append("its country is named in the report")
    if home >= _A_THIRD:
        facts.append("lies in the home region")
    elif home_country >= _A_THIRD:
        facts.append("lies in the home country")
    return facts


def _of_the_place(namesakes: int, how: int, seat: float, *, behind_the_best: float) -> list[str]:
    facts = []
    if namesakes == 1:
        facts.append("the only place of this name in the gazetteer")
    elif not behind_the_best:
        facts.append(f"the best known of {namesakes} places of this name")
    if HOW_NAMES[how] == "former":
        facts.append("the name is a former one")
    elif HOW_NAMES[how] in {"variant", "fuzzy"}:
        facts.append("the gazetteer spells the name otherwise")
    if seat > 1:
        facts.append("a national capital")
    return facts


def _of_the_list(gazetteer: Gazetteer, row: int) -> list[str]:
    if not gazetteer.wins_at(row):
        return []
    note = gazetteer.note_at(row)
    return [f"in your list {gazetteer.place_at(row).source}" + (f": {note}" if note else "")]


def why_not(gazetteer: Gazetteer, best: tuple[int, float] | None) -> tuple[str, ...]:
    """Return why a name was left without a place; ``best`` is the likeliest row and its probability."""
    if best is None:
        return ("no place of this name in the gazetteer",)
    place = gazetteer.place_at(best[0])
    title = ", ".join([place.name, *(["/".join(place.countries)] if place.countries else [])])
    return (f"too doubtful to place: the likeliest is {title} at {best[1]:.0%}",)
