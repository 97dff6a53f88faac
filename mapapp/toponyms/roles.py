"""What a place name does in its sentence: it names a border, an origin, an actor's nationality, part of an organisation's name.

The role ``site`` is not given here: which places are sites follows from the incidents.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from gazetteer import Kind
from mapapp.report.report import Dateline, Span
from mapapp.toponyms.toponym import Role, Toponym
from mapapp.toponyms.vocabulary import BORDER_WORDS, ORGANISATION_WORDS, PLACE_NOUNS_AFTER_DEMONYM

_REACH = 80
"""How many characters around a name its role is read from; names and their cues stand closer."""

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*|[,.;:()]|\d+")
_BORDER_BEFORE = re.compile(
    r"\b(?:borders?|frontiers?|boundary) (?:with|between|of|to|into) (?:the |[A-Z]\w+ and (?:the )?)?$", re.IGNORECASE
)
_BORDERING = re.compile(r"\b(?:bordering|borders) (?:on |with )?(?:the )?$", re.IGNORECASE)
_ORIGIN_VERBS = (
    "issued|sent|ordered|orchestrated|directed|planned|coordinated|smuggled|imported|shipped|supplied|brought|came|come|arrived|returned|returning|"
    "fled|deported|extradited|launched|fired|transferred|trafficked|flown|instructed|instructions?|orders?|weapons?|arms|native|originally"
)
_ORIGIN_BEFORE = re.compile(
    rf"\b(?:{_ORIGIN_VERBS})(?: [\w-]+){{0,3}} (?:from|in|by|via) (?:the )?(?:neighbou?ring |nearby )?$", re.IGNORECASE
)
_FROM_BEFORE = re.compile(r"\bfrom (?:the )?$", re.IGNORECASE)
_COMPARISON_BEFORE = re.compile(
    r"\b(?:like|unlike|similar to|compared (?:to|with)|reminiscent of|as in|than in|modell?ed on)(?: [\w’'-]+){0,5} "
    r"(?:in |of |on |at )?(?:the )?$|"
    r"\b(?:like|unlike) $",
    re.IGNORECASE,
)
_ADDRESS_BEFORE = re.compile(r"\b\d{1,5} (?:block of )?(?:[NSEW]\.? )?$")
_ADDRESS_AFTER = re.compile(r"^ (?:Street|St\.|Avenue|Ave\.|Road|Rd\.|Boulevard|Blvd\.|Lane|Drive|Highway)\b")
_CONTEXT_BEFORE = re.compile(r"[^\W\d_][\w’'.-]*,\s$")


def assign_roles(text: str, toponyms: Sequence[Toponym], dateline: Dateline | None) -> list[Role]:
    """Return the role of each toponym, in their order."""
    return [_role(text, toponym, toponyms[i - 1] if i else None, dateline) for i, toponym in enumerate(toponyms)]


def _role(text: str, toponym: Toponym, previous: Toponym | None, dateline: Dateline | None) -> Role:
    before = text[max(0, toponym.span.start - _REACH) : toponym.span.start]
    after = text[toponym.span.end : toponym.span.end + _REACH]
    words = _words_behind(after)
    if dateline is not None and dateline.span.start <= toponym.span.start < dateline.end:
        return Role.DATELINE
    if _names_border(toponym, before, words):
        return Role.BORDER
    if _inside_organisation(words, after):
        return Role.ORGANISATION
    if toponym.demonym:
        return Role.CONTEXT if _says_where(words) else Role.ACTOR
    if _ORIGIN_BEFORE.search(before) or (_is_wide(toponym) and _FROM_BEFORE.search(before)):
        return Role.ORIGIN
    if _COMPARISON_BEFORE.search(before):
        return Role.COMPARISON
    if _ADDRESS_AFTER.match(after) or _ADDRESS_BEFORE.search(before):
        return Role.ADDRESS
    if _contains_previous(toponym, previous, before):
        return Role.CONTEXT
    return Role.MENTION


def _words_behind(after: str) -> list[str]:
    return _WORD.findall(after)[:6]


def _names_border(toponym: Toponym, before: str, words: Sequence[str]) -> bool:
    if toponym.demonym or _is_wide(toponym):
        if words and words[0].lower() in BORDER_WORDS:
            return True
        # "the Kazakh-Russian border", "the Chad-Sudan border": the second half is a part of the same hyphenated word.
        if len(words) > 1 and words[1].lower() in BORDER_WORDS and words[0][:1].isupper():
            return True
        return bool(_BORDER_BEFORE.search(before) or _BORDERING.search(before))
    return False


def _inside_organisation(words: Sequence[str], after: str) -> bool:
    """Say whether a capitalised run that follows, with or without a possessive, ends in the head word of an organisation."""
    if not after.startswith(" "):
        return _possessive_organisation(after)
    for word in words:
        if not word[:1].isupper():
            return False
        if word.lower() in ORGANISATION_WORDS:
            return True
    return False


def _possessive_organisation(after: str) -> bool:
    """Say whether "'s" and a capitalised run with an organisation's head word follow ("Kenya's Anti-Terror Police Unit")."""
    match = re.match(r"['’]{1,2}s? ", after)
    if match is None:
        return False
    run = []
    for word in _WORD.findall(after[match.end() :])[:6]:
        if not word[:1].isupper():
            break
        run.append(word.lower())
    return len(run) > 1 and not ORGANISATION_WORDS.isdisjoint(run)


def _says_where(words: Sequence[str]) -> bool:
    """Say whether a noun of place follows the demonym within three words ("the Kazakh industrial city")."""
    return any(word.lower() in PLACE_NOUNS_AFTER_DEMONYM for word in words[:3] if word.isalpha())


def _is_wide(toponym: Toponym) -> bool:
    return toponym.place is not None and toponym.place.kind in (Kind.COUNTRY, Kind.CONTINENT, Kind.REGION)


def _contains_previous(toponym: Toponym, previous: Toponym | None, before: str) -> bool:
    """Say whether the name only helps to place the one before: "Gulu, Uganda"."""
    if previous is None or toponym.place is None or toponym.place.kind not in (Kind.COUNTRY, Kind.ADMIN1, Kind.ADMIN2, Kind.REGION):
        return False
    if previous.place is not None and (previous.place.kind is toponym.place.kind or not _share_a_country(previous, toponym)):
        return False
    gap = toponym.span.start - previous.span.end
    return 0 < gap <= 3 and bool(_CONTEXT_BEFORE.search(before))


def _share_a_country(inner: Toponym, outer: Toponym) -> bool:
    if inner.place is None or outer.place is None:
        return False
    return not set(inner.place.countries).isdisjoint(outer.place.countries)


def with_roles(text: str, toponyms: Sequence[Toponym], dateline: Dateline | None) -> tuple[Toponym, ...]:
    """Return the toponyms with their roles filled in."""
    return tuple(replace(t, role=role) for t, role in zip(toponyms, assign_roles(text, toponyms, dateline), strict=True))


def with_sites(toponyms: Sequence[Toponym], sites: Sequence[Span]) -> tuple[Toponym, ...]:
    """Return the toponyms with the role ``site`` for those that incidents have used as such."""
    starts = {(span.start, span.end) for span in sites}
    return tuple(replace(t, role=Role.SITE) if (t.span.start, t.span.end) in starts else t for t in toponyms)
