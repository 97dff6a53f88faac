"""Join the mentions of one name: one sense a report."""

from __future__ import annotations

from collections.abc import Sequence

from gazetteer import Kind
from mapapp.report.report import Dateline
from mapapp.resolution.evidence import Around, Named
from mapapp.resolution.options import Sense
from mapapp.toponyms.scanner import Form

_TOWNS = frozenset({Kind.CITY, Kind.VILLAGE})

_Key = tuple[str, Form, frozenset[Kind]]


def senses_of(names: Sequence[Named], around: Sequence[Around], dateline: Dateline | None) -> tuple[list[Sense], list[int]]:
    """Return the senses in the order of their first mentions, and for each name the number of its sense.

    Mentions are one sense if they have the same name and the same kind told beside them ("Puno", "the Puno region"). Containers count for
    every mention of a name, whatever kind is told.
    """
    keys = _keys(names, around)
    # Dictionaries, not growing tuples: a name that stands in the report fifty thousand times must not cost its square.
    containers: dict[tuple[str, Form], dict[int, None]] = {}
    held: dict[_Key, dict[int, None]] = {}
    members: dict[_Key, list[Named]] = {}
    for named, key, beside in zip(names, keys, around, strict=True):
        containers.setdefault(key[:2], {}).update(dict.fromkeys(beside.containers))
        held.setdefault(key, {}).update(dict.fromkeys(beside.held))
        members.setdefault(key, []).append(named)
    number = {key: at for at, key in enumerate(members)}
    senses = [
        Sense(
            mentions[0],
            Around(tuple(containers[key[:2]]), key[2], tuple(held[key])),
            tuple(n.span.start for n in mentions),
            max(n.recognised for n in mentions),
            in_dateline=dateline is not None and any(dateline.span.overlaps(n.span) for n in mentions),
        )
        for key, mentions in members.items()
    ]
    return senses, [number[key] for key in keys]


def _keys(names: Sequence[Named], around: Sequence[Around]) -> list[_Key]:
    """Return what each mention is resolved together with.

    "The city of Puno" speaks for the mentions that tell nothing as well; "the Puno region" does not.
    """
    settled = {(n.key, n.form): beside.kinds for n, beside in zip(names, around, strict=True) if beside.kinds & _TOWNS}
    return [(n.key, n.form, beside.kinds or settled.get((n.key, n.form), beside.kinds)) for n, beside in zip(names, around, strict=True)]
