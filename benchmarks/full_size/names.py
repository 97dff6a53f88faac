"""Names that sound like a country's: words by a model of letter sequences learnt from its true names, in the forms of those."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from gazetteer import store

LONGEST_WORD = 16
FREQUENT_WORD, FREQUENT_SHARE = 4, 0.002
"""A word that stands in so many names of a country, and in such a share of them, is a part ("San", "Kafr", "Nizhniy"), no name."""
LONG_MEMORY = 1_500
"""From so many words on the model remembers three letters, else two."""
ENOUGH_WORDS = 600
"""A country with fewer words than this learns from those that speak like it, too."""
FALSE_FRIENDS = 0.12
"""Share of names that are a surname or a common word."""
USED_AGAIN = 0.45
"""So many different names a country has for each record."""
ZIPF = 2.2
"""How strongly a few names lead: the n-th of N names is drawn for u^2.2 = n / N, with u even."""
_START, _END = "\x02", "\x00"


class WordModel:
    """A model of letter sequences that makes many words at once.

    Parameters
    ----------
    words
        Words to learn from, as written.
    order
        So many letters decide about the next one.
    """

    def __init__(self, words: Sequence[str], *, order: int) -> None:
        grams: Counter[str] = Counter()
        for word in words:
            padded = f"{_START * order}{word}{_END}"
            grams.update([padded[at : at + order + 1] for at in range(len(word) + 1)])
        runs = sorted(grams)
        contexts = [run[:order] for run in runs]
        numbers = {context: number for number, context in enumerate(dict.fromkeys(contexts))}
        self._start, self._end = numbers[_START * order], len(numbers)
        context = np.array([numbers[text] for text in contexts], dtype=np.int64)
        firsts = np.flatnonzero(np.diff(context, prepend=-1))
        self._lasts = np.append(firsts[1:], len(runs)) - 1
        times = np.array([grams[run] for run in runs], dtype=np.float64)
        sums = np.cumsum(times)
        before = (sums[firsts] - times[firsts])[context]
        # Each context's shares add up to one above its number: one sorted array to draw from, whatever the context.
        self._cumulative = context + (sums - before) / (sums[self._lasts][context] - before)
        self._letters = np.array([ord(run[-1]) for run in runs], dtype=np.uint32)
        self._states = np.array([self._end if run[-1] == _END else numbers[run[1:]] for run in runs], dtype=np.int64)

    def words(self, random: np.random.Generator, count: int) -> list[str]:
        """Return so many words."""
        made = np.zeros((count, LONGEST_WORD), dtype=np.uint32)
        active, state = np.arange(count), np.full(count, self._start)
        for at in range(LONGEST_WORD):
            drawn = np.searchsorted(self._cumulative, state + random.random(len(state)), side="right")
            drawn = np.minimum(drawn, self._lasts[state])
            made[active, at] = self._letters[drawn]
            state = self._states[drawn]
            goes_on = state != self._end
            active, state = active[goes_on], state[goes_on]
        texts: list[str] = made.view(f"<U{LONGEST_WORD}").ravel().tolist()
        return texts


class NameMaker:
    """Makes names of one country.

    Parameters
    ----------
    names
        Its true names.
    akin
        True names of countries that speak like it, for when it has few of its own.
    """

    def __init__(self, names: Sequence[str], akin: Sequence[str]) -> None:
        self._true = [name for name, _ in Counter(map(clean, names)).most_common()]
        if len(self._true) < ENOUGH_WORDS:
            names = [*names, *akin[:ENOUGH_WORDS]]
        wanted = [name for name in map(clean, names) if name.count(" ") < 4 and not set("(,/%") & set(name)] or ["Base"]
        used = Counter(word for name in wanted for word in name.split(" "))
        least = max(FREQUENT_WORD, FREQUENT_SHARE * len(wanted))
        parts = {word for word, times in used.items() if times >= least or len(word) < 3 or word[0].islower()}
        own = sorted(word for word in used if word not in parts) or ["Base"]
        self._model = WordModel(own, order=3 if len(own) >= LONG_MEMORY else 2)
        forms = [tuple(word if word in parts else "%s" for word in name.split(" ")) for name in wanted]
        # A name of frequent words alone would always come out the same; those stand among the true names already.
        self._forms = [(" ".join(form), form.count("%s")) for form in forms if "%s" in form] or [("%s", 1)]

    def pool(self, random: np.random.Generator, size: int) -> list[str]:
        """Return names, those first that many places shall bear."""
        true = self._true[: max(1, size // 8)]
        return [*true, *self.new_names(random, max(0, size - len(true)))]

    def new_names(self, random: np.random.Generator, count: int) -> list[str]:
        """Return so many made-up names, one in eight of them a surname or a common word."""
        forms = [self._forms[at] for at in random.integers(0, len(self._forms), count).tolist()]
        words = self._model.words(random, sum(slots for _, slots in forms))
        friends, draws = false_friends(), random.random((2, count))
        other = (draws[1] * len(friends)).astype(np.int64).tolist()
        names, at = [], 0
        for number, (form, slots) in enumerate(forms):
            names.append(form % tuple(words[at : at + slots]))
            at += slots
            if draws[0, number] < FALSE_FRIENDS:
                names[-1] = friends[other[number]]
        return names


def clean(name: str) -> str:
    """Return a true name without marks that the dump's own quirks are about."""
    return name.replace('"', "").strip()


def ranks(random: np.random.Generator, count: int, size: int) -> npt.NDArray[np.int64]:
    """Return numbers below a size, the low ones far more often."""
    return (size * random.random(count) ** ZIPF).astype(np.int64)


@lru_cache(maxsize=1)
def false_friends() -> tuple[str, ...]:
    """Return surnames and common words with a capital."""
    folder = store.data_folder() / "words"
    words = []
    for file, count in (("family_names.txt", 9_000), ("common_words.txt", 9_000)):
        rows = [line.split("\t") for line in (folder / file).read_text("utf-8").splitlines() if "\t" in line]
        rows.sort(key=lambda row: (int(row[1]), row[0]))
        words += [row[0].capitalize() for row in rows[:count] if len(row[0]) > 3]
    return tuple(words)
