"""How quick names are geocoded: a column of a frame, and one by one through geopy's interface.

Run ``python -m benchmarks.speed.geocoding``. The rows are made here: names of the gazetteer, many of them with namesakes, written as tables
have them (with a country, with a region behind a comma, unknown, empty). Seconds of the processor, on this machine.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable

import pandas as pd

from benchmarks.speed.places import SEED, show
from gazetteer import Gazetteer, open_gazetteer
from gazetteer.geocoder import GazetteerGeocoder
from mapapp.frames import check_column, geocode_column

ROWS = 10_000
ONE_BY_ONE = 2_000
POSITIONS = 300
TEXTS = 500


def made_rows(gazetteer: Gazetteer, *, rows: int = ROWS) -> pd.DataFrame:
    """Return a frame of names and countries: of ten rows six are plain names, two have the region, one is unknown, one empty."""
    numbers = random.Random(SEED)
    _, towns = gazetteer.landmarks(rows)
    names: list[str | None] = []
    countries: list[str | None] = []
    for town in towns[:rows]:
        region = gazetteer.admin1(town.admin1) if town.admin1 else None
        draw = numbers.random()
        written = f"{town.name}, {region.name}" if region is not None and draw < 0.2 else town.name
        names.append(None if draw > 0.9 else f"{written[::-1]}q" if draw > 0.8 else written)
        countries.append(numbers.choice([town.country, None]))
    return pd.DataFrame({"name": names, "iso": countries}).sample(frac=1.0, random_state=SEED).reset_index(drop=True)


def seconds(work: Callable[[], object]) -> float:
    """Return how long something takes, in seconds of the processor."""
    started = time.process_time()
    work()
    return time.process_time() - started


def main() -> None:
    """Measure and print the table."""
    gazetteer = open_gazetteer()
    gazetteer.lookup("Aktobe")
    frame = made_rows(gazetteer)
    cold = seconds(lambda: geocode_column(frame, "name", country_column="iso", progress=False))
    warm = seconds(lambda: geocode_column(frame, "name", country_column="iso", progress=False))
    repeated = pd.concat([frame] * 10, ignore_index=True)
    often = seconds(lambda: geocode_column(repeated, "name", country_column="iso", progress=False))
    show(f"geocode_column, {ROWS:,} rows, nearly all distinct, first time", f"{len(frame) / cold:,.0f} rows/s")
    show("the same again", f"{len(frame) / warm:,.0f} rows/s")
    show(f"{len(repeated):,} rows, every name ten times", f"{len(repeated) / often:,.0f} rows/s")
    geocoder = GazetteerGeocoder()
    names = frame["name"].dropna().tolist()[:ONE_BY_ONE]
    show("GazetteerGeocoder.geocode, one by one", f"{len(names) / seconds(lambda: [geocoder.geocode(name) for name in names]):,.0f} /s")
    numbers = random.Random(SEED)
    positions = [(numbers.uniform(-60, 70), numbers.uniform(-180, 180)) for _ in range(POSITIONS)]
    geocoder.reverse(positions[0])
    show("GazetteerGeocoder.reverse", f"{POSITIONS / seconds(lambda: [geocoder.reverse(position) for position in positions]):,.0f} /s")
    texts = pd.DataFrame({"text": [f"{name} lies about {n} km from the Russian border." for n, name in enumerate(names[:TEXTS], start=20)]})
    check_column(texts[:1], "text", progress=False)
    show("check_column, texts of one sentence", f"{len(texts) / seconds(lambda: check_column(texts, 'text', progress=False)):,.0f} texts/s")


if __name__ == "__main__":
    main()
