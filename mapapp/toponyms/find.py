"""Find the place names in a report: propose by the gazetteer, weigh by clues."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache

from gazetteer import Gazetteer, Kind, Place
from mapapp.report.report import Dateline, Report, Span
from mapapp.report.sentences import sentences
from mapapp.report.tokens import tokens
from mapapp.toponyms.clues import Observation
from mapapp.toponyms.context import Context
from mapapp.toponyms.recognizer import HAND_SET, Mention, RecognitionProfile, recognise
from mapapp.toponyms.scanner import Candidate, Form, propose
from mapapp.toponyms.unknown import unknown_names
from mapapp.toponyms.words import load_words

_CONTAINERS = frozenset({Kind.COUNTRY, Kind.ADMIN1})


def find(
    report: Report, gazetteer: Gazetteer, *, dateline: Dateline | None = None, profile: RecognitionProfile = HAND_SET
) -> tuple[Mention, ...]:
    """Return the stretches of the report that are place names, in the order of the text."""
    context = Context(report.text, tokens(report.text), sentences(report.text), load_words())
    known = recognise(observe(context, gazetteer, dateline=dateline), profile)
    return tuple(sorted((*known, *unknown_names(report.text, known)), key=lambda mention: mention.span))


def observe(context: Context, gazetteer: Gazetteer, *, dateline: Dateline | None = None) -> list[Observation]:
    """Return every candidate of the scanner with what the clues need to know of it."""
    candidates = list(propose(context.text, context.tokens, context.caseless, gazetteer))
    places = {c: best_places(gazetteer, c) for c in candidates}
    whole = _longer_names(candidates)
    spans = {c.span for c in candidates if places[c]}
    containers = {c.first for c in candidates if _is_container(c, places[c])}
    # "Springfield, Ohio": the town's last token leads over the comma to the state's first one.
    contained: set[int] = set()
    behind: set[tuple[int, int]] = set()
    for c in candidates:
        at = context.behind_comma(c) if c.form is Form.NAME and places[c] else None
        if at in containers:
            behind.add((c.first, c.last))
            contained.add(at)
    return [
        Observation(
            candidate=c,
            best=places[c][0],
            names=len(places[c]),
            context=context,
            container_behind=(c.first, c.last) in behind,
            contained_before=c.first in contained and _is_container(c, places[c]),
            inside_longer_name=any(c.span != w.span and w.span.contains(c.span) for w in whole.get(c.first, ())),
            beside_unknown_part=_beside_unknown_part(c, context, spans),
            in_dateline=dateline is not None and dateline.span.overlaps(c.span),
            in_dateline_tail=dateline is not None and dateline.span.end <= c.span.start < dateline.end,
        )
        for c in candidates
        if places[c]
    ]


def _longer_names(candidates: Sequence[Candidate]) -> dict[int, list[Candidate]]:
    """Return, for each token, the names that run over it and may hold a shorter one: several words, or a hyphenated one."""
    longer: dict[int, list[Candidate]] = {}
    for c in candidates:
        if c.form in {Form.NAME, Form.DEMONYM} and (c.last > c.first or "-" in c.text):
            for at in range(c.first, c.last + 1):
                longer.setdefault(at, []).append(c)
    return longer


def _beside_unknown_part(candidate: Candidate, context: Context, known: Collection[Span]) -> bool:
    token = context.tokens[candidate.first]
    if candidate.span == token.span or not token.span.contains(candidate.span):
        return False
    return any(part.text[0].isupper() and part.span != candidate.span and part.span not in known for part in token.parts)


def best_places(gazetteer: Gazetteer, candidate: Candidate) -> tuple[Place, ...]:
    """Return the places a candidate may name, best first, before any context is looked at."""
    return _best_places(gazetteer, candidate.form, candidate.text)


@lru_cache(maxsize=100_000)
def _best_places(gazetteer: Gazetteer, form: Form, text: str) -> tuple[Place, ...]:
    if form is Form.DEMONYM:
        return gazetteer.demonym(text) or gazetteer.demonym(" ".join(w[:1] + w[1:].lower() for w in text.split(" ")))
    if form is Form.ABBREVIATION:
        return gazetteer.abbreviation(text)
    if form is Form.STATE_CODE:
        return gazetteer.postal_code_of_state(text)
    return gazetteer.lookup(text)


def _is_container(candidate: Candidate, places: Sequence[Place]) -> bool:
    return candidate.form is not Form.DEMONYM and any(place.kind in _CONTAINERS for place in places[:3])
