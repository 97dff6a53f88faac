"""Twice the text takes at most about twice the time. Compared with itself, never with a clock."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

import pytest

from gazetteer import open_gazetteer
from mapapp.dossier import read_report
from mapapp.report.dateline import find_dateline
from mapapp.report.language import guess_language
from mapapp.report.report import Report
from mapapp.report.sentences import sentences
from mapapp.report.tokens import tokens
from mapapp.resolution.resolver import resolve_mentions
from mapapp.toponyms.find import find

# Runs that have tripped splitters, tokenisers and grammars: each is repeated to the length of the test.
RUNS = {
    "letters": "a",
    "capitals": "A",
    "names": "Aktobe, ",
    "brackets": "(",
    "open brackets and names": "(Aktobe ",
    "line feeds": "\n",
    "blank lines": " \n",
    "windows lines": "\r\n",
    "blanks": " ",
    "numbers": "1,",
    "digits": "9",
    "hyphens": "north-",
    "dashes": "- ",
    "titles": "Mr. ",
    "initials": "U.",
    "single letters": "a. ",
    "quotes": "'",
    "stops": ". ",
    "ellipses": "...",
    "marks": "!?",
    "distances": "10 km from ",
    "about": "about ",
    "killed": "killed five and ",
    "and": "Almaty and ",
    "combining": "A\u0301",
    "surrogate pairs": "\U0001f680",
    "dates": "June 5, ",
    "quotes open": "“",
    "braces": "{{",
    "commas": ",",
    "possessives": "Kazakhstan's ",
    "of": "of the ",
}
SMALL, REPETITIONS = 40_000, 2
MOST_GROWTH = 3.2
"""Twice the text may take 3.2 times as long: 2, and room for memory, caches and a busy machine. Quadratic is 4."""
TOO_SHORT_S = 0.04


def seconds(work: Callable[[str], object], text: str) -> float:
    """Return the processor time of the best of a few runs: what the work costs when nothing disturbs it."""
    best = float("inf")
    # The collector looks at all that lives each time there is enough new: its cost is its own, not the work's.
    gc.disable()
    try:
        for _ in range(REPETITIONS):
            start = time.process_time()
            work(text)
            best = min(best, time.process_time() - start)
    finally:
        gc.enable()
    return best


def grows_linearly(work: Callable[[str], object], run: str, small: int) -> str:
    """Return nothing, or by how much the time grows when the text is doubled. It must do so at three lengths before it counts."""
    growth = 0.0
    for size in (small, small * 2, small * 4):
        texts = [(run * (n // len(run) + 1))[:n] for n in (size, size * 2)]
        once, twice = (seconds(work, text) for text in texts)
        if twice < TOO_SHORT_S or twice <= MOST_GROWTH * once:
            return ""
        growth = twice / once
    return f"{growth:.1f} times as long for twice the text"


@pytest.mark.parametrize("run", RUNS.values(), ids=RUNS)
@pytest.mark.parametrize(
    "work",
    [sentences, tokens, guess_language, lambda text: find_dateline(text, knows_place=lambda _: False)],
    ids=["sentences", "tokens", "language", "dateline"],
)
def test_small_readers_are_linear(work: Callable[[str], object], run: str) -> None:
    """Whatever is repeated."""
    assert "" == grows_linearly(work, run, SMALL)


@pytest.mark.slow
@pytest.mark.parametrize("run", RUNS.values(), ids=RUNS)
def test_reading_a_report_is_linear(run: str) -> None:
    """The whole way from text to dossier."""
    assert "" == grows_linearly(lambda text: text.strip() and read_report(text), run, 8_000)


@pytest.mark.slow
def test_a_pasted_gazetteer_is_read_in_linear_time() -> None:
    """Thousands of different names: what all of them say of each must not cost the square of their number."""
    world = open_gazetteer()
    names = list(dict.fromkeys(world.place_at(row).name for row in range(60_000, 290_000, 40)))

    def read(count: int) -> float:
        text = ", ".join(f"in {name}" for name in names[:count])
        start = time.process_time()
        resolve_mentions(Report(text), find(Report(text), world), world)
        return time.process_time() - start

    # Warm first, the best of three: four times the names may take eleven times as long on a busy machine; the square would be sixteen.
    read(4_800)
    small, large = (min(read(count) for _ in range(3)) for count in (1_200, 4_800))
    assert large < 11.0 * small
