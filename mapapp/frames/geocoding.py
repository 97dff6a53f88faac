"""Geocode a column: for every row the place that its name means, how sure that is, and where the place lies."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, NamedTuple

import numpy as np
import pandas as pd

from gazetteer import Gazetteer, open_gazetteer
from gazetteer.country_reader import CountryReader
from gazetteer.index import Match
from gazetteer.queries import is_clear, parts_of, search_text
from mapapp.errors import BadOption
from mapapp.frames.cells import cells_of, is_empty, refuse_taken, series, text_of, with_progress

NOT_FOUND = "not_found"
COUNTRY_NOT_KNOWN = "country_not_known"
"""What ``how`` says where no place is given, besides the ways of bearing a name (:class:`gazetteer.Match`)."""

COLUMNS = {
    "place_id": "string",
    "place_name": "string",
    "lat": "float64",
    "lon": "float64",
    "country": "string",
    "kind": "string",
    "uncertainty_m": "float64",
    "how": "string",
    "n_namesakes": "Int64",
    "ambiguous": "boolean",
}
"""The columns of an answer, with their types."""

GEOMETRY = "geometry"
WGS84 = "EPSG:4326"

Countries = frozenset[str] | None
"""Where a name is looked for: None anywhere; the empty set where the country given is none."""


class Answer(NamedTuple):
    """What is known of one name: the columns of :data:`COLUMNS`, and whether the place may be drawn as a point."""

    place_id: str | None = None
    place_name: str | None = None
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    kind: str | None = None
    uncertainty_m: float | None = None
    how: str | None = None
    n_namesakes: int | None = None
    ambiguous: bool | None = None
    is_point: bool = False


NOTHING = Answer()
"""The answer to an empty cell."""


def geocode_column(  # noqa: PLR0913 -- one call for a whole table
    frame: pd.DataFrame,
    column: str,
    *,
    country: str | None = None,
    country_column: str | None = None,
    gazetteer: Gazetteer | None = None,
    geometry: bool = False,
    areas: Literal["label_point"] | None = None,
    prefix: str = "",
    progress: bool = True,
) -> pd.DataFrame:
    """Return a new frame with the place of every row's name beside it; the frame given stays as it is.

    Equal names are looked up once. An empty cell, or one that is no text, has empty cells for its answer; a name nobody knows has
    "not_found" in ``how``.

    Parameters
    ----------
    frame, column
        The column holds names, with areas behind commas if need be ("Aktobe", "Paris, Texas").
    country, country_column
        Where to look: an ISO 3166-1 code of two or three letters or a name, for all rows or in a column; ``country`` holds where the column
        says nothing. A cell that names no country has "country_not_known" in ``how``.
    gazetteer
        By default the one of this installation.
    geometry
        Return a :class:`geopandas.GeoDataFrame` with a column ``geometry`` of points (EPSG:4326). Areas (countries, provinces, seas) have
        none: their label point is not where something is.
    areas
        "label_point": give areas their label point as geometry all the same.
    prefix
        Stands before the name of every new column but ``geometry``.
    progress
        Whether to show a progress bar.

    Returns
    -------
    pandas.DataFrame
        With the same index and new columns place_id, place_name, lat, lon (degrees, WGS 84; label points for areas), country (ISO 3166-1
        alpha-2; empty where several claim the place), kind, uncertainty_m (radius around the point that holds the place, metres), how,
        n_namesakes (other places that the name may mean), ambiguous (one of them is about as likely and lies elsewhere).

    Raises
    ------
    BadOption
        If there is no such column, a new one has the name of an old one, or ``country`` is none.
    ImportError
        If geometry is asked for and geopandas is not installed.
    """
    if areas not in (None, "label_point"):
        raise BadOption("areas is 'label_point' or None")
    refuse_taken(frame, [*(prefix + name for name in COLUMNS), *([GEOMETRY] if geometry else [])])
    world = gazetteer or open_gazetteer()
    questions = _questions(cells_of(frame, column), _countries(frame, country, country_column, CountryReader(world)))
    answers = _answers(questions, world, progress=progress)
    values = zip(*answers, strict=True) if answers else ((),) * len(Answer._fields)
    columns = {prefix + name: series(cells, dtype, frame.index) for (name, dtype), cells in zip(COLUMNS.items(), values, strict=False)}
    answered = frame.assign(**columns)
    return _with_points(answered, answers, all_points=areas == "label_point") if geometry else answered


def _countries(frame: pd.DataFrame, country: str | None, country_column: str | None, reader: CountryReader) -> list[Countries]:
    """Return for every row where its name is looked for."""
    everywhere = text_of(country)
    default = reader.read(everywhere) if everywhere else None
    if everywhere and not default:
        raise BadOption("country is an ISO 3166-1 code or the name of a country, and this is none")
    if country_column is None:
        return [default] * len(frame)
    return [default if is_empty(cell) else reader.read(str(cell).strip()) for cell in cells_of(frame, country_column)]


def _questions(names: Sequence[Any], countries: Sequence[Countries]) -> list[tuple[str, Countries] | None]:
    """Return for every row what is asked, None where its cell is empty."""
    texts = map(text_of, names)
    return [None if text is None else (text, where) for text, where in zip(texts, countries, strict=True)]


def _answers(questions: Sequence[tuple[str, Countries] | None], gazetteer: Gazetteer, *, progress: bool) -> list[Answer]:
    """Return the answer for every row; equal questions are asked once."""
    distinct = list(dict.fromkeys(question for question in questions if question is not None))
    found: dict[tuple[str, Countries] | None, Answer] = {None: NOTHING}
    for question in with_progress(distinct, shown=progress, unit="names"):
        found[question] = _answer(*question, gazetteer)
    return [found[question] for question in questions]


def _answer(name: str, countries: Countries, gazetteer: Gazetteer) -> Answer:
    if countries is not None and not countries:
        return Answer(how=COUNTRY_NOT_KNOWN)
    found = search_text(gazetteer, parts_of(name), countries=countries or ())
    return _told(found) if found else Answer(how=NOT_FOUND, n_namesakes=0, ambiguous=False)


def _told(found: Sequence[Match]) -> Answer:
    place = found[0].place
    return Answer(
        place_id=place.place_id,
        place_name=place.name,
        lat=place.position.lat,
        lon=place.position.lon,
        country=place.country,
        kind=place.kind.value,
        uncertainty_m=place.uncertainty_m,
        how=found[0].how,
        n_namesakes=len(found) - 1,
        ambiguous=not is_clear(found),
        is_point=place.is_point,
    )


def _with_points(frame: pd.DataFrame, answers: Sequence[Answer], *, all_points: bool) -> pd.DataFrame:
    """Return the frame as a GeoDataFrame with the answers' points."""
    try:
        import geopandas
    except ImportError as error:
        msg = "geometry=True needs geopandas, which is not installed: pip install geopandas, or leave geometry out and use lat and lon"
        raise ImportError(msg) from error
    drawn = np.array([answer.lat is not None and (all_points or answer.is_point) for answer in answers], dtype=bool)
    points = np.full(len(answers), None, dtype=object)
    kept = [answer for answer, is_drawn in zip(answers, drawn, strict=True) if is_drawn]
    points[drawn] = geopandas.points_from_xy([answer.lon for answer in kept], [answer.lat for answer in kept])
    shaped: pd.DataFrame = geopandas.GeoDataFrame(frame, geometry=geopandas.GeoSeries(points, index=frame.index, crs=WGS84))
    return shaped
