"""Where one verdict ends and the next begins: three named profiles, each figure with its source.

Figures called *measured* come from claims whose two ends were settled by hand or automatically and measured on the map: 170 of wire
reports and other news (with the 47 on borders among them called *border claims of mixed text*), and 20,142 of an encyclopaedia on places
and borders. "Stated over straight line" is the number as written over the geodesic distance.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from mapapp.settings import VERDICT_PROFILES, known_profile


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Where one verdict ends and the next begins.

    Ratios are stated number over the nearer end of the measured interval. ``about_share`` is the least half-width of a hedged number, as
    a share of it. ``doubt_factor`` and ``sure_confidence``: measured more than so many times the stated with a less sure end is put down
    to a wrong place. ``near_km`` and ``nearish_km`` bound "near the border"; set by judgement, not measured.

    Without a number: ``between_detour`` is the way over a place between two others as a multiple of the straight line,
    ``halfway_share`` how far from the middle as a share of that line, each with a wider and an absurd bound; ``off_km`` and
    ``off_wider_km`` bound "off the coast".

    What decides *whether* there is a verdict (``doubt_factor``, ``sure_confidence``, ``doubtful_direction_km``) is the same in all
    profiles, and so is ``side_deg``, whose far limit moves against its near one: a change of profile moves claims with a number along the
    scale from supported to contradicted, always the same way, and never on or off it.
    """

    roughly_low: float
    roughly_high: float
    by_road: float
    obstacle: float
    about_share: float
    doubt_factor: float
    sure_confidence: float
    four_point_deg: float
    eight_point_deg: float
    sixteen_point_deg: float
    roughly_more_deg: float
    side_deg: float
    near_km: float
    nearish_km: float
    at_km: float
    doubtful_direction_km: float
    between_detour: float
    between_wider: float
    between_absurd: float
    halfway_share: float
    halfway_wider_share: float
    halfway_absurd_share: float
    off_km: float
    off_wider_km: float


STANDARD = Thresholds(
    roughly_low=0.8,
    roughly_high=1.25,
    by_road=1.6,  # road over straight line: 1.2 urban to 1.34 radial in Europe (doi 10.1177/23998083231168870); wire reports up to 1.6
    obstacle=2.0,  # measured only in mountains and across water
    about_share=0.15,  # Frazier 2004
    doubt_factor=3.0,  # in a trial on news, 12 of 12 judgements stopped by it had the wrong place
    sure_confidence=0.9,
    four_point_deg=45.0,
    eight_point_deg=33.75,
    sixteen_point_deg=22.5,  # twice the sector, as 33.75 is one and a half times that of eight points; no measurement
    roughly_more_deg=22.5,
    side_deg=67.5,  # "north of the border" names a side of the line
    near_km=25.0,
    nearish_km=50.0,
    at_km=10.0,
    doubtful_direction_km=200.0,  # farther off, an unsure place is more likely another one than the direction a slip
    between_detour=1.25,  # these eight by judgement, no measurement
    between_wider=1.5,
    between_absurd=3.0,
    halfway_share=0.2,
    halfway_wider_share=0.35,
    halfway_absurd_share=1.0,
    off_km=50.0,
    off_wider_km=200.0,
)
"""For news and reports, and the contract's: distances are mostly by road and rounded, and a tool that cries out each time is switched off.

A plain ±10 % would have flagged 79 % of the claims worked through by hand, most of which give the road and not the straight line.
"""

STRICT = replace(
    STANDARD,
    roughly_low=0.9,  # measured p10 0.91 on places, 0.92 in wire reports; lower on borders, 0.76 to 0.84
    roughly_high=1.1,  # the customary ten per cent
    by_road=1.35,  # the mean radial detour of 300 European cities, 1.343 (doi 10.1177/23998083231168870)
    obstacle=1.6,  # beyond, the standard profile, too, asks for an obstacle on the way
    about_share=0.1,  # what half a step of rounding does to a number of one figure: "about" then excuses no more than its noughts
    eight_point_deg=22.5,  # the sectors of GBIF's Georeferencing Best Practices (2020): 45 as in the standard profile, 22.5, 11.25
    sixteen_point_deg=11.25,
    near_km=15.0,  # the distance up to which stated and measured distances from borders agree in the middle: 1.07 at 5 to 15 km
    nearish_km=25.0,
    at_km=5.0,
    between_detour=1.15,  # these eight by judgement, no measurement
    between_wider=1.25,
    between_absurd=2.0,
    halfway_share=0.1,
    halfway_wider_share=0.2,
    halfway_absurd_share=0.75,
    off_km=25.0,
    off_wider_km=100.0,
)
"""For figures that mean a straight line: zones, ranges, rulings, technical reports, and for a last look before something is printed.

Many a figure that is right by road is contradicted here.
"""

LOOSE = replace(
    STANDARD,
    roughly_low=0.75,  # measured p10 on borders 0.76
    roughly_high=1.35,  # the mean radial detour of 300 European cities, 1.343, still counts as the same distance
    by_road=2.1,  # wire reports from the Andes, all by road: 1.6 to 2.1
    obstacle=2.75,  # nine in ten border claims of mixed text lie below: measured p90 2.74 (3.16 in the encyclopaedia)
    about_share=0.25,  # 83 % of 18,907 claims on places, hedged or not, lie within a quarter; hedged ones were not counted apart
    four_point_deg=67.5,  # 92 % of four-point words
    eight_point_deg=45.0,  # 76 % of eight-point words
    sixteen_point_deg=33.75,  # as much beyond the standard as for eight points; no measurement
    near_km=50.0,  # by judgement: what the standard profile still calls roughly near
    nearish_km=100.0,
    at_km=25.0,
    between_detour=1.5,  # these eight by judgement, no measurement
    between_wider=2.0,
    between_absurd=4.0,
    halfway_share=0.3,
    halfway_wider_share=0.5,
    halfway_absurd_share=1.5,
    off_km=100.0,
    off_wider_km=300.0,
)
"""For rough sources (hearsay, old reports, mountains, first passes over many thousand reports): only what nothing explains stands out."""

_PROFILES = dict(zip(VERDICT_PROFILES, (STANDARD, STRICT, LOOSE), strict=True))


def thresholds_of(profile: str) -> Thresholds:
    """Return the thresholds of a profile: "standard", "strict" or "loose".

    Raises
    ------
    BadOption
        If it is none of these.
    """
    return _PROFILES[known_profile(profile)]
