"""The figures of an incident: killed, hurt, arrested, abducted, displaced, attackers and civilians apart; and whether parts add up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mapapp.incidents.completing.attribution import attribution_of
from mapapp.incidents.counting.stated import less
from mapapp.incidents.counting.tolls import civilians_of, of_effect, outlived, sums_differ, total
from mapapp.incidents.incident import Attribution, Count, Quote
from mapapp.incidents.linking.antecedents import sided
from mapapp.incidents.linking.happening import Happening
from mapapp.incidents.wording.effects import Effect

COUNTED: tuple[tuple[str, Effect, bool | None], ...] = (
    ("killed", Effect.KILLED, False),
    ("injured", Effect.INJURED, None),
    ("attackers_killed", Effect.KILLED, True),
    ("arrested", Effect.ARRESTED, None),
    ("abducted", Effect.ABDUCTED, None),
    ("displaced", Effect.DISPLACED, None),
)
"""(key of the incident, effect, side): which tolls make which figure."""

CIVILIANS = "civilians_killed"


def figures(told: Sequence[Happening], mentioned: Sequence[Happening] = ()) -> tuple[dict[str, Count | None], list[Quote]]:
    """Return the figures of an incident by their keys, and the words they stand on.

    Parameters
    ----------
    told
        The sentences that tell of it.
    mentioned
        Sentences that only speak of it: they can say that nobody was hurt.
    """
    counts: dict[str, Count | None] = {}
    quotes: list[Quote] = []
    told = _believed(told)
    by_sentence = list(sided(told))
    for key, effect, attackers in COUNTED:
        tolls = [(index, of_effect(found, effect, attackers=attackers)) for index, found in by_sentence]
        tolls += [(h.index, [t for t in of_effect(h.tolls, effect, attackers=attackers) if t.count.best == 0]) for h in mentioned]
        if effect is Effect.INJURED:
            tolls = outlived(tolls, [(index, of_effect(found, Effect.KILLED, attackers=None)) for index, found in by_sentence])
        found = total(tolls)
        counts[key] = found.count if found else None
        quotes += [Quote(span, key) for span in found.spans] if found else []
    counted_twice = sum(toll.count.best or 0 for h in told for toll in h.tolls if toll.among)
    victims = counts["killed"]
    if victims is not None and counted_twice and (victims.best or 0) > counted_twice:
        counts["killed"] = less(victims, counted_twice)
    civilians = total([(index, civilians_of(found)) for index, found in by_sentence])
    counts[CIVILIANS] = civilians.count if civilians else None
    quotes += [Quote(span, CIVILIANS) for span in civilians.spans] if civilians else []
    return counts, quotes


def _believed(told: Sequence[Happening]) -> Sequence[Happening]:
    """Leave out what the sentences behind the first deny: "it is not true that shells wounded a shepherd" adds nobody to a raid."""
    behind = [h for h in told[1:] if not h.tolls or attribution_of(h.words) is not Attribution.DENIED]
    return told if len(behind) + 1 >= len(told) else [told[0], *behind]


def mismatch(stated: Mapping[str, Count | None], parts: Sequence[Mapping[str, Count | None]]) -> str | None:
    """Say in words which totals the parts do not add up to; None where nothing speaks against them."""
    lines = []
    for key, _, _ in COUNTED:
        whole = stated.get(key)
        told = [count for part in parts if (count := part.get(key)) is not None]
        if whole is not None and told and sums_differ(whole, told, all_told=len(told) == len(parts) > 1):
            lines.append(f"{key.replace('_', ' ')}: {_shown([whole])} in all, {_shown(told)} in the parts")
    return "; ".join(lines) or None


def _shown(counts: Sequence[Count]) -> str:
    """Write counts as a reader would: "4 + 2", "at least 9", "5 to 7"."""
    return " + ".join(_one(count) for count in counts)


def _one(count: Count) -> str:
    if count.best is not None:
        return f"at least {count.best}" if count.low == count.best and count.high is None else str(count.best)
    if count.low is not None and count.high is not None:
        return f"{count.low} to {count.high}"
    return f"at least {count.low}" if count.low is not None else f"up to {count.high}" if count.high is not None else "some"
