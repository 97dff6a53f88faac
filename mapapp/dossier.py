"""The dossier: all findings for one report, and read_report(), the one place that knows the whole order."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from gazetteer import Gazetteer, open_gazetteer
from gazetteer.sources import Source
from mapapp.claims import find_claims
from mapapp.claims.claim import Claim
from mapapp.claims.judging.thresholds import thresholds_of
from mapapp.claims.placing.told_places import with_told_places
from mapapp.coordinates import find_coordinates
from mapapp.dossier_json import dossier_to_dict
from mapapp.incidents import Findings, find_findings
from mapapp.incidents.incident import GeoPrecision, Incident
from mapapp.learned.trees import BoostedTrees
from mapapp.report.dateline import find_dateline
from mapapp.report.language import guess_language, may_be_english
from mapapp.report.report import Dateline, Report, Span
from mapapp.resolution.choices import Choices, apply_choices
from mapapp.resolution.home import Home, given_home
from mapapp.resolution.resolver import resolve_mentions
from mapapp.resolution.written import with_coordinates
from mapapp.settings import DEFAULTS, Settings
from mapapp.toponyms.find import find
from mapapp.toponyms.focus import focused_on
from mapapp.toponyms.roles import Sentences, read_sentences, with_roles, with_sites
from mapapp.toponyms.toponym import Toponym
from mapapp.version import __version__

_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Dossier:
    """All findings for one report.

    ``notes`` are sentences for the reader; ``versions`` and ``settings`` say what made the dossier. ``layers`` are the imported layers from
    which at least one of its places comes, by name: whoever publishes a place publishes their notice.
    """

    report: Report
    language: str
    dateline: Dateline | None = None
    toponyms: tuple[Toponym, ...] = ()
    claims: tuple[Claim, ...] = ()
    incidents: tuple[Incident, ...] = ()
    notes: tuple[str, ...] = ()
    versions: Mapping[str, str] = field(default_factory=dict)
    settings: Mapping[str, Any] = field(default_factory=dict)
    layers: tuple[Source, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the dossier as JSON values: the keys of the contract, in its order."""
        return dossier_to_dict(self)

    def feature_collection(self, layers: Sequence[str] = ("incidents",)) -> dict[str, Any]:
        """Return the dossier as a GeoJSON FeatureCollection (RFC 7946) with layers of incidents, areas, claims, mentions."""
        # The only look upwards, at call time: a convenience that the contract names; export itself stands on the dossier.
        from mapapp.export import feature_collection

        return feature_collection([self], layers=tuple(layers))

    def _repr_html_(self) -> str:
        """Return the map for a notebook."""
        from mapapp.webmap import notebook_html

        return notebook_html(self)


def read_report(  # noqa: PLR0913 -- the contract's options, and five for callers inside
    text: str,
    *,
    title: str = "",
    published: date | None = None,
    url: str = "",
    report_id: str = "",
    settings: Settings | None = None,
    choices: Choices | None = None,
    home: Home | None = None,
    gazetteer: Gazetteer | None = None,
    worth: BoostedTrees | None = None,
) -> Dossier:
    """Find and check everything in one report; :func:`mapapp.read_report` is the public door.

    ``choices`` maps the (start, end) of a toponym to the place_id that an analyst has chosen for it, or to None where it is no place.
    ``home`` is a home region learned from other reports of the source; None: the one of the settings. ``worth`` is another model of which
    candidates are incidents (:mod:`mapapp.training.worth`).
    """
    chosen_settings = settings or DEFAULTS
    chosen_settings.refuse_unreadable(text)
    notes = []
    if _SURROGATE.search(text):
        # A lone surrogate has no UTF-8 form. One replacement character for each keeps every offset as it was.
        text = _SURROGATE.sub("\ufffd", text)
        notes.append("The text holds broken characters (lone surrogates); they were read as U+FFFD.")
    world = gazetteer or open_gazetteer()
    title, url = (_SURROGATE.sub("\ufffd", words) for words in (title, url))
    report = Report(text=text, id=report_id, title=title, published=published, url=url)
    report = report if report_id else replace(report, id=f"r-{report.text_sha256[:12]}")
    language = guess_language(text)
    english = may_be_english(text, language)
    if not english:
        named = f" ({language})" if language != "und" else ""
        notes.append(f"The report seems to be written in another language than English{named}: only place names are matched.")
    ground = ground_of(report, world, settings=chosen_settings, choices=choices, home=home, english=english)
    findings = incidents_on(ground, worth) if english else Findings((), ())
    toponyms = _with_scenes(ground, findings)
    return Dossier(
        report=report,
        language=language,
        dateline=ground.dateline,
        toponyms=toponyms,
        claims=ground.claims,
        incidents=findings.incidents,
        notes=(*notes, *_counts(toponyms, findings.incidents)),
        versions={"mapapp": __version__, **world.versions},
        settings=chosen_settings.to_dict(),
        layers=_layers(toponyms, ground.world),
    )


@dataclass(frozen=True, slots=True)
class Ground:
    """What incidents are looked for on: a report with its places and claims.

    ``world`` holds only the imported places of countries that the report speaks of; ``read`` are its sentences, as the roles see them.
    """

    report: Report
    world: Gazetteer
    dateline: Dateline | None
    toponyms: tuple[Toponym, ...]
    claims: tuple[Claim, ...]
    read: Sentences


def ground_of(
    report: Report,
    gazetteer: Gazetteer,
    *,
    settings: Settings = DEFAULTS,
    choices: Choices | None = None,
    home: Home | None = None,
    english: bool = True,
) -> Ground:
    """Read a report up to its incidents; the options are those of :func:`read_report`, and without English there are no claims."""
    dateline = find_dateline(report.text, knows_place=gazetteer.knows, published=report.published)
    region = given_home(settings.home_places, settings.home_countries, gazetteer) if home is None else home
    world = focused_on(report, gazetteer, countries=region.countries_in(gazetteer))
    toponyms = _toponyms(report, world, dateline, region, choices or {})
    read = read_sentences(report.text, toponyms, dateline)
    toponyms = with_roles(read, toponyms)
    judged_by = thresholds_of(settings.verdict_profile)
    claims = find_claims(report, toponyms, world, dateline=dateline, thresholds=judged_by) if english else ()
    return Ground(report, world, dateline, tuple(with_told_places(toponyms, claims, world)), tuple(claims), read)


def incidents_on(ground: Ground, worth: BoostedTrees | None = None) -> Findings:
    """Find the incidents; ``worth`` weighs which candidates are told, by default the model that comes with the program."""
    return find_findings(ground.report, ground.toponyms, ground.world, dateline=ground.dateline, claims=ground.claims, worth=worth)


def _toponyms(report: Report, world: Gazetteer, dateline: Dateline | None, home: Home, choices: Choices) -> tuple[Toponym, ...]:
    mentions = find(report, world, dateline=dateline)
    resolved = resolve_mentions(report, mentions, world, dateline=dateline, home=home)
    placed = with_coordinates(report.text, resolved, find_coordinates(report.text), world)
    return apply_choices(placed, choices, world)


def _layers(toponyms: Sequence[Toponym], world: Gazetteer) -> tuple[Source, ...]:
    """Return the layers that places of the report are from; candidates that were not chosen do not count."""
    used = {place.source for toponym in toponyms for place in (toponym.place, toponym.within) if place is not None}
    return tuple(sorted((layer.source for layer in world.layers if layer.name in used), key=lambda source: source.name))


def _with_scenes(ground: Ground, findings: Findings) -> tuple[Toponym, ...]:
    """Return the toponyms with the roles that follow from the incidents: where something happened, now or long ago."""
    named = {quote.span for incident in findings.incidents for quote in incident.quotes if quote.field == "site"}
    told: dict[bool, list[Span]] = {False: [], True: []}
    for incident in findings.incidents:
        dated = min((quote.span.start for quote in incident.quotes if quote.field == "date_start"), default=0)
        sentences = [quote.span for quote in incident.quotes if quote.field == "incident"]
        # Memory reaches forward from the words that date it, not back over what was told before.
        told[incident.background] += [span for span in sentences if not incident.background or span.end > dated]
    dateline, report = ground.dateline, ground.report
    today = (dateline.date if dateline is not None else None) or report.published
    sites = named & set(findings.site_spans)
    # Where claims have told the places of some, the sentences are read anew.
    known = ground.read.are_of(ground.toponyms)
    read = ground.read if known else read_sentences(report.text, ground.toponyms, dateline)
    return with_sites(read, ground.toponyms, sites, told=told[False], recalled=told[True], today=today)


def _counts(toponyms: Sequence[Toponym], incidents: Sequence[Incident]) -> list[str]:
    notes = []
    unplaced = [i for i in incidents if i.site is None or i.site.position is None or i.site.geo_precision is GeoPrecision.COUNTRY]
    if unplaced:
        notes.append(f"{len(unplaced)} of {len(incidents)} incidents have no place that is known well enough for the map.")
    unknown = sorted({t.text for t in toponyms if t.place is None})
    if unknown:
        notes.append(f"Names without a place: {', '.join(unknown)}.")
    return notes
