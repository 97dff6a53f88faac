"""What speaks for and against a candidate being an incident worth telling: where and how it is told, never which words or names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from mapapp.incidents.completing.attribution import attribution_of
from mapapp.incidents.incident import ActorType, Attribution, GeoPrecision, IncidentType
from mapapp.incidents.linking.drafts import Draft, group_of, type_of, types_of
from mapapp.incidents.linking.happening import Happening, dates_agree
from mapapp.incidents.placing.offsets import Offsets
from mapapp.incidents.placing.sites import agree
from mapapp.incidents.telling.realis import UNREAL_BEFORE_VERB, UNREAL_NOUNS
from mapapp.incidents.telling.trigger_words import Part
from mapapp.incidents.wording.actor_words import ARMED_SIDES, STATE_SIDES, TYPE_OF
from mapapp.incidents.wording.effects import Effect
from mapapp.incidents.wording.grammar_words import DETERMINERS, MODALS
from mapapp.incidents.wording.words import Word

_FIRST_PERSON = frozenset("we us our ours i me my mine ourselves myself".split())
_SUBORDINATE = frozenset(
    "who which that whom whose because after before for over about since despite if whether when where while although against".split()
)
_ABOUT_A_DEED = UNREAL_BEFORE_VERB | UNREAL_NOUNS | frozenset(
    """
    denounced denounces denounce regarding concerning reject rejected rejects deplored deplore repudiated investigate investigated
    investigates inquiry connection involved involvement linked link authors author perpetrators case cases wake reaction response
    described describes commenting comment mourning funeral following amid despite
    """.split()
)  # fmt: skip
"""Words that make a deed the topic of what is said, not the news."""
_GENERAL = frozenset(
    """
    violence terrorism war wars conflict campaign wave escalation actions acts offensive struggle fighting crimes abuses repression
    situation policy policies years months weeks always often every many continue continues continued daily constantly frequently
    recent recently past history historic
    """.split()
)
"""Words that sum up a state of things."""
_PRESENT = frozenset("is are has have 's".split())
_PAST = frozenset("was were had did".split())
_QUOTES = frozenset({'"', "“", "”", "''", "``"})
_INDEFINITE = frozenset({"a", "an", "another", "one"})
_CIVIL = frozenset({ActorType.GOVERNMENT, ActorType.JOURNALISTS, ActorType.PRIVATE, ActorType.AID_WORKERS, ActorType.MEDIA})
_PRECISION = {"day": 1, "days": 2, "week": 3, "month": 4, "year": 5}


NAMES = tuple(
    """
    sentence share_of_report sentences candidates share_that_tells first_person_report questions in_lead lead_tells
    dated date_precision days_ago date_explicit dated_by_clock
    placed geo_precision place_inherited place_confidence place_far
    sentences_telling mentions verbs nouns known weapons opened_by_verb opened_by_weak opened_by_toll plural types facilities part parts
    umbrella recalled entry
    killed attackers_killed injured abducted arrested figures nobody definite_people
    words words_before definite indefinite clauses_before about_a_deed general present_before past_before modals first_person quoted quotes
    question armed state civil reported doubted
    candidates_before told_alike_before at_the_spot_before same_before others_pinned
    """.split()
)
"""The clues, in the order of a table's columns."""


@dataclass(frozen=True)
class Surroundings:
    """The report that candidates stand in: all it tells, and all that may be incidents of it."""

    told: Sequence[Happening]
    drafts: Sequence[Draft]
    base: date | None
    offsets: Offsets

    @cached_property
    def opening(self) -> int:
        """How many of its sentences tell of something that happened."""
        return sum(happening.opens for happening in self.told)

    @cached_property
    def kinds(self) -> dict[int, IncidentType]:
        """The type of each candidate by its id(): every candidate is compared with all before it."""
        return {id(draft): type_of(draft) for draft in self.drafts}

    @cached_property
    def groups(self) -> dict[int, set[str]]:
        """The groups of types that each candidate tells of, by its id()."""
        return {id(draft): group_of(draft.happenings) for draft in self.drafts}

    @cached_property
    def first_person(self) -> float:
        """Share of its sentences in the first person."""
        return sum(_any(happening.words, _FIRST_PERSON) for happening in self.told) / max(1, len(self.told))

    @cached_property
    def questions(self) -> int:
        """How many of its sentences are questions."""
        return sum(any(word.low == "?" for word in happening.words[-2:]) for happening in self.told)


def _any(words: Sequence[Word], lows: frozenset[str]) -> bool:
    return any(word.low in lows for word in words)


def clues_of(draft: Draft, page: Surroundings) -> Mapping[str, float]:
    """Return every clue by its name."""
    return {
        **_standing(draft, page),
        **_when(draft, page),
        **_where(draft),
        **_telling(draft),
        **_figures(draft),
        **_sentence(draft.first),
        **_beside(draft, page),
    }


def _standing(draft: Draft, page: Surroundings) -> dict[str, float]:
    """Return where in the report it is told, and what kind of report that is."""
    index, count = draft.first.index, max(1, len(page.told))
    return {
        "sentence": index,
        "share_of_report": index / count,
        "sentences": count,
        "candidates": len(page.drafts),
        "share_that_tells": page.opening / count,
        "first_person_report": page.first_person,
        "questions": page.questions,
        "in_lead": float(index == 0),
        "lead_tells": float(bool(page.told) and page.told[0].opens),
    }


def _when(draft: Draft, page: Surroundings) -> dict[str, float]:
    """Return how it is dated."""
    mention = draft.date
    if mention is None:
        return {"dated": 0.0, "date_precision": 6.0, "days_ago": -1.0, "date_explicit": 0.0, "dated_by_clock": 0.0}
    ago = (page.base - mention.end).days if page.base is not None else 0
    return {
        "dated": 0.5 if draft.date_inherited else 1.0,
        "date_precision": _PRECISION[mention.precision],
        "days_ago": float(min(ago, 4000)),
        "date_explicit": float(mention.how == "explicit"),
        "dated_by_clock": float(bool(mention.part)),
    }


def _where(draft: Draft) -> dict[str, float]:
    """Return how it is placed."""
    placed = draft.site
    if placed is None:
        return {"placed": 0.0, "geo_precision": 9.0, "place_inherited": 0.0, "place_confidence": 0.0, "place_far": 0.0}
    precision = placed.site.geo_precision
    return {
        "placed": 1.0 if placed.site.method != "unresolved" else 0.5,
        "geo_precision": float(precision if precision is not None else 8),
        "place_inherited": float(draft.site_inherited),
        "place_confidence": placed.toponym.confidence or 0.0,
        "place_far": float(min(400, abs(placed.toponym.span.start - draft.first.focus))),
    }


def _telling(draft: Draft) -> dict[str, float]:
    """Return how much is told of it and by which words."""
    triggers = [t for h in draft.happenings for t in h.triggers]
    strong = [t for t in triggers if not t.known and t.part is not Part.MEANS and not t.weak]
    own = [t for t in draft.first.triggers if not t.known and t.part is not Part.MEANS]
    return {
        "sentences_telling": len(draft.happenings),
        "mentions": len(draft.mentions),
        "verbs": sum(t.part is Part.VERB for t in strong),
        "nouns": sum(t.part is Part.NOUN for t in strong),
        "known": sum(t.known for t in triggers),
        "weapons": sum(t.part is Part.MEANS for t in triggers),
        "opened_by_verb": float(any(t.part is Part.VERB and not t.weak for t in own)),
        "opened_by_weak": float(bool(own) and all(t.weak for t in own)),
        "opened_by_toll": float(not own),
        "plural": float(bool(own) and all(t.plural for t in own)),
        "types": len(set(types_of(draft.happenings))),
        "facilities": sum(len(h.facilities) for h in draft.happenings),
        "part": float(draft.parent is not None),
        "parts": len(draft.children),
        "umbrella": float(draft.umbrella),
        "recalled": float(draft.first.recalled),
        "entry": float(draft.first.entry),
    }


def _figures(draft: Draft) -> dict[str, float]:
    """Return what is told of people."""
    tolls = [toll for h in draft.happenings for toll in h.tolls]

    def most(effect: Effect, *, attackers: bool = False) -> float:
        counts = (toll.count for toll in tolls if toll.effect is effect and toll.attackers is attackers)
        return float(min(50, max((count.best or count.low or 0 for count in counts), default=0)))

    return {
        "killed": most(Effect.KILLED),
        "attackers_killed": most(Effect.KILLED, attackers=True),
        "injured": most(Effect.INJURED),
        "abducted": most(Effect.ABDUCTED),
        "arrested": most(Effect.ARRESTED),
        "figures": len(tolls),
        "nobody": sum(t.count.best == 0 for t in tolls),
        "definite_people": float(bool(tolls) and all(t.definite for t in tolls)),
    }


def _sentence(happening: Happening) -> dict[str, float]:
    """Return how the sentence that opens it is built."""
    words = happening.words
    focus = next((at for at, word in enumerate(words) if word.span.start >= happening.focus), 0)
    before = words[:focus]
    article = next((w.low for w in reversed(before[-5:]) if w.low in DETERMINERS or w.low in _INDEFINITE or w.number is not None), "")
    lows = [word.low for word in before]
    heads = [TYPE_OF[word.low] for word in words if word.low in TYPE_OF]
    attribution = attribution_of(words)
    return {
        "words": len(words),
        "words_before": focus,
        "definite": float(article in DETERMINERS),
        "indefinite": float(bool(article) and article not in DETERMINERS),
        "clauses_before": sum(low in _SUBORDINATE for low in lows),
        "about_a_deed": sum(low in _ABOUT_A_DEED for low in lows),
        "general": sum(word.low in _GENERAL for word in words),
        "present_before": sum(low in _PRESENT for low in lows[-8:]),
        "past_before": sum(low in _PAST for low in lows[-8:]),
        "modals": sum(word.low in MODALS for word in words),
        "first_person": sum(word.low in _FIRST_PERSON for word in words),
        "quoted": float(sum(low in _QUOTES for low in lows) % 2),
        "quotes": sum(word.low in _QUOTES for word in words),
        "question": float(any(word.low == "?" for word in words[-2:])),
        "armed": sum(head in ARMED_SIDES for head in heads),
        "state": sum(head in STATE_SIDES for head in heads),
        "civil": sum(head in _CIVIL for head in heads),
        "reported": float(attribution is Attribution.REPORTED),
        "doubted": float(attribution in {Attribution.ALLEGED, Attribution.DENIED}),
    }


def _beside(draft: Draft, page: Surroundings) -> dict[str, float]:
    """Return what the other candidates of the report say about it."""
    before = [other for other in page.drafts if other is not draft and other.first.index < draft.first.index]
    kind, groups = page.kinds[id(draft)], page.groups[id(draft)]
    alike = [o for o in before if page.kinds[id(o)] is kind]
    same_spot = [o for o in before if o.site is not None and draft.site is not None and agree(o.site, draft.site)]
    return {
        "candidates_before": len(before),
        "told_alike_before": len(alike),
        "at_the_spot_before": len(same_spot),
        "same_before": sum(
            dates_agree(o.date, draft.date) and agree(o.site, draft.site) and bool(groups & page.groups[id(o)]) for o in before
        ),
        "others_pinned": sum(
            o is not draft and o.site is not None and o.site.site.geo_precision in {GeoPrecision.EXACT, GeoPrecision.NEAR}
            for o in page.drafts
        ),
    }
