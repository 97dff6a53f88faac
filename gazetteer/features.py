"""What GeoNames' feature classes and codes say of a place: its kind, how well known such places are, how far they reach.

Codes: https://www.geonames.org/export/codes.html. A place is named "P.PPL": class, dot, code.
"""

from __future__ import annotations

from dataclasses import dataclass

from gazetteer.place import Kind
from gazetteer.prominence import SCALE, of_division, of_town, steps

VILLAGE_BELOW = 1000
"""Populated places with fewer people are villages."""


@dataclass(frozen=True, slots=True)
class Feature:
    """What a feature code says. ``prominence`` in decades of population where nothing else is known, ``radius_km`` a customary reach."""

    kind: Kind
    prominence: float
    radius_km: float


_CLASSES = {
    "A": Feature(Kind.OTHER, 1.0, 10.0),
    "H": Feature(Kind.WATER, 0.8, 5.0),
    "L": Feature(Kind.OTHER, 0.8, 5.0),
    "P": Feature(Kind.VILLAGE, 2.2, 1.0),
    "R": Feature(Kind.ROAD, 0.4, 10.0),
    "S": Feature(Kind.FACILITY, 0.4, 0.5),
    "T": Feature(Kind.LAND, 0.8, 3.0),
    "U": Feature(Kind.SEA, 0.8, 50.0),
    "V": Feature(Kind.LAND, 0.4, 3.0),
}
_CODES: dict[str, Feature] = {}


def _say(kind: Kind, prominence: float, radius_km: float, codes: str) -> None:
    for code in codes.split():
        _CODES[code] = Feature(kind, prominence, radius_km)


_say(Kind.COUNTRY, 8.0, 300.0, "A.PCL A.PCLD A.PCLF A.PCLI A.PCLIX A.PCLS A.TERR")
_say(Kind.COUNTRY, 6.0, 300.0, "A.PCLH")
_say(Kind.ADMIN1, SCALE.admin1, 100.0, "A.ADM1")
_say(Kind.ADMIN1, 2.0, 100.0, "A.ADM1H")
_say(Kind.ADMIN2, SCALE.admin2, 40.0, "A.ADM2")
_say(Kind.ADMIN2, 1.5, 40.0, "A.ADM2H")
_say(Kind.ADMIN3, 2.3, 15.0, "A.ADM3")
_say(Kind.ADMIN3, 1.8, 7.0, "A.ADM4 A.ADM5 A.ADMD")
_say(Kind.ADMIN3, 0.8, 10.0, "A.ADM3H A.ADM4H A.ADM5H A.ADMDH A.PRSH A.ZN A.ZNB A.LTER")
_say(Kind.CITY, SCALE.unknown_population + SCALE.seat, 1.0, "P.PPLA P.PPLA2 P.PPLG")
_say(Kind.CITY, SCALE.unknown_population + SCALE.capital, 1.0, "P.PPLC")
_say(Kind.CITY, SCALE.unknown_population, 1.0, "P.PPLA3")
_say(Kind.VILLAGE, 2.2, 1.0, "P.PPLA4 P.PPLA5 P.PPLS")
_say(Kind.DISTRICT, 1.4, 1.0, "P.PPLX")
_say(Kind.VILLAGE, 1.2, 1.0, "P.PPLF P.PPLL P.PPLR P.STLMT")
_say(Kind.VILLAGE, 0.7, 1.0, "P.PPLH P.PPLCH P.PPLQ P.PPLW")
_say(Kind.CONTINENT, SCALE.continent, 3000.0, "L.CONT")
_say(Kind.REGION, 2.5, 50.0, "L.RGN L.RGNE L.RGNL L.RGNH")
_say(Kind.REGION, 1.2, 10.0, "L.PRK L.RES L.RESA L.RESF L.RESH L.RESN L.RESP L.RESV L.RESW L.AREA L.COLF L.GRAZ L.OILF L.GASF L.MNA L.INDS")
_say(
    Kind.FACILITY,
    1.8,
    2.0,
    "L.MILB L.NVB L.PRT L.CMPRF S.CMPRF S.AIRB S.AIRP S.AIRF S.DAM S.PS S.PSH S.PSN S.BDG S.CSTM S.PSTB S.PRN S.OILR S.REFC",
)
_say(Kind.FACILITY, 1.0, 0.5, "S.CMP S.FT S.HSP S.UNIV S.MN S.MNA S.PO S.PPQ S.INSM S.AIRH S.AIRT S.RSTN S.TOWR S.MKT")
_say(Kind.OTHER, 1.2, 1.5, "L.LCTY")
_say(Kind.WATER, 1.4, 20.0, "H.STM H.STMI H.WAD H.CNL H.STMX")
_say(Kind.WATER, 1.2, 5.0, "H.LK H.LKI H.RSV H.LGN H.LKS")
_say(Kind.SEA, 1.5, 30.0, "H.BAY H.GULF H.STRT H.SEA H.OCN H.CHN H.FJD H.SD H.COVE")
_say(Kind.LAND, 1.4, 20.0, "T.MTS T.ISLS T.PEN T.DSRT T.PLAT T.VAL T.PLN T.UPLD T.DPR")
_say(Kind.LAND, 1.3, 5.0, "T.ISL T.CAPE T.PASS T.PK T.VLC T.OAS")

UNKNOWN = Feature(Kind.OTHER, 0.3, 5.0)
"""What a row without class and code is."""

_DIVISION_LEVELS = {Kind.ADMIN1: True, Kind.ADMIN2: False}


def feature_of(written: str) -> Feature:
    """Return what a class and code ("P.PPL") say; of an unknown code what its class says."""
    return _CODES.get(written) or _CLASSES.get(written[:1], UNKNOWN)


def kind_with_population(kind: Kind, population: int) -> Kind:
    """Return the kind of a populated place whose number of people is known: a village below a thousand, else a town."""
    if population <= 0 or kind not in {Kind.CITY, Kind.VILLAGE}:
        return kind
    return Kind.VILLAGE if population < VILLAGE_BELOW and kind is Kind.VILLAGE else Kind.CITY


def prominence_of(written: str, population: int) -> float:
    """Return how well known a place of a feature is, by its people where they are known (:mod:`gazetteer.prominence`)."""
    feature = feature_of(written)
    if population <= 0 or feature.prominence < _KNOWN_BY_PEOPLE:
        return feature.prominence
    if written.startswith("P."):
        return of_town(population, capital=written == "P.PPLC", seat=written in {"P.PPLA", "P.PPLA2", "P.PPLG"})
    if feature.kind in _DIVISION_LEVELS:
        return of_division(population, first_level=_DIVISION_LEVELS[feature.kind])
    if feature.kind is Kind.ADMIN3:
        return max(feature.prominence, steps(population) - 1.5)
    return feature.prominence


_KNOWN_BY_PEOPLE = 1.0
"""Features less known than this (abandoned villages, farms) stay so whatever number stands beside them."""
