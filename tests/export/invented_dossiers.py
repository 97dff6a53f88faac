"""Small dossiers made by hand: invented events in real places, one for each trait that an export can get wrong."""

from __future__ import annotations

from datetime import date

from gazetteer.coordinates import LatLon
from gazetteer.place import Kind, Place
from gazetteer.sources import Source
from mapapp.claims.claim import Anchor, AnchorKind, Claim, ClaimKind, Interval, Reading, Subject, Verdict
from mapapp.dossier import Dossier
from mapapp.incidents.incident import (
    Actor,
    ActorRole,
    Attribution,
    Count,
    DatePrecision,
    GeoPrecision,
    Incident,
    IncidentType,
    Quote,
    Site,
    Status,
)
from mapapp.report.report import Dateline, Report, Span
from mapapp.toponyms.toponym import Alternative, Role, Toponym

VERSIONS = {"mapapp": "0.1.0", "gazetteer": "2026.10", "borders": "2026.10"}
OWN_CAMPS = Source("own-camps", "camps.csv", "2026-05-01", "own work", "2026-05-01", "Field notes, Example Desk", "https://desk.example")


def span(text, words, *, after=0):
    """Return the span of the words in the text."""
    start = text.index(words, after)
    return Span(start, start + len(words))


def whole(text, words):
    """Return the quote of a sentence, as an incident has it."""
    return (Quote(span(text, words), "incident"),)


def place(number, name, lat, lon, countries, kind=Kind.CITY, *, radius_km=4.0, admin1="", admin2=""):
    """Return a record as GeoNames would have it."""
    return Place(
        place_id=f"geonames:{number}",
        geonameid=number,
        name=name,
        position=LatLon(lat, lon),
        countries=countries,
        kind=kind,
        feature_code="PPL" if kind is Kind.CITY else "ADM1",
        population=50_000 if kind is Kind.CITY else None,
        radius_km=radius_km,
        admin1=admin1,
        admin2=admin2,
        source="geonames",
    )


UZHHOROD = place(690548, "Uzhhorod", 48.6242, 22.2947, ("UA",), admin1="UA.25", admin2="UA.25.1")
SLOVAKIA = place(3057568, "Slovakia", 48.66667, 19.5, ("SK",), Kind.COUNTRY, radius_km=220.0)
TAVEUNI = place(2198141, "Taveuni", -16.85, 179.97, ("FJ",), Kind.LAND, radius_km=25.0)
SUVA = place(2198148, "Suva", -18.14161, 178.44149, ("FJ",), radius_km=5.0)
LAU = place(2203208, "Lau Group", -18.2, -178.8, ("FJ",), Kind.LAND, radius_km=150.0)
EGVEKINOT = place(4031742, "Egvekinot", 66.3221, -179.1837, ("RU",))
CHILE = place(3895114, "Chile", -30.0, -71.0, ("CL",), Kind.COUNTRY, radius_km=2000.0)
KASHMIR = place(1267702, "Siachen Glacier", 35.5, 77.0, ("IN", "PK"), Kind.LAND, radius_km=40.0)


class Names:
    """A gazetteer that knows what these dossiers need."""

    def country(self, iso2):
        """Return one of four countries."""
        name = {"UA": "Ukraine", "FJ": "Fiji", "RU": "Russia", "CL": "Chile"}.get(iso2)
        return None if name is None else place(8, name, 0.0, 0.0, (iso2,), Kind.COUNTRY)

    def admin1(self, code):
        """Return one region."""
        return place(9, "Transcarpathia", 0.0, 0.0, ("UA",), Kind.ADMIN1) if code == "UA.25" else None

    def admin2(self, code):
        """Return one district."""
        return place(10, "Uzhhorod Raion", 0.0, 0.0, ("UA",), Kind.ADMIN2) if code == "UA.25.1" else None

    def countries_at(self, position):
        """Return Russia for the north."""
        return ("RU",) if position.lat > 60.0 else ()


HARBOUR_TEXT = (
    "LVIV, 3 April 2023 - Two fires in Uzhhorod, 20 kilometers from the Slovak border, killed five people on Sunday. "
    "In a bakery three died and four were hurt. In a sawmill two died, a fire officer said. "
    "Nobody was hurt when the same bakery burned in March 2019."
)


def harbour():
    """Tell of an umbrella with two parts and an older incident, all in one town; a distance claim that is wrong."""
    text = HARBOUR_TEXT
    site = Site("Uzhhorod", UZHHOROD.place_id, UZHHOROD.position, 4000.0, GeoPrecision.EXACT, "exact")
    day = {"date_start": date(2023, 4, 2), "date_end": date(2023, 4, 2), "date_precision": DatePrecision.DAY, "date_how": "relative"}
    town = Toponym(
        span(text, "Uzhhorod"), "Uzhhorod", Role.SITE, False, UZHHOROD, 0.96, ("only place of that name", "near the border named"),
        (Alternative(place(1, "Uzhhorod", 50.1, 30.2, ("UA",), Kind.OTHER, radius_km=0.0), 0.12, ("a village",)),),
    )  # fmt: skip
    border = Toponym(span(text, "Slovak"), "Slovak", Role.BORDER, True, SLOVAKIA, 0.99, ("demonym",))
    unknown = Toponym(span(text, "LVIV"), "LVIV", Role.DATELINE)
    claim = Claim(
        span=span(text, "20 kilometers from the Slovak border"),
        text="20 kilometers from the Slovak border",
        kind=ClaimKind.DISTANCE,
        verdict=Verdict.CONTRADICTED,
        reason="Measured 1.8 km (give or take 4.0 km); stated 18 to 22 km.",
        subject=Subject("Uzhhorod", town.span, UZHHOROD.position, UZHHOROD.place_id),
        anchor=Anchor("the Slovak border", span(text, "the Slovak border"), AnchorKind.BORDER, ("SK", "UA")),
        stated=Interval(18.0, 22.0),
        measured_km=1.834,
        measured=Interval(0.0, 5.834),
        bearing_deg=274.25,
        nearest=LatLon(48.6254, 22.2698),
        readings=(Reading("de facto", 1.834, Verdict.CONTRADICTED),),
        source="borders: OpenStreetMap",
    )
    return Dossier(
        report=Report(text, "r-1", "Two fires", date(2023, 4, 3), "https://news.example/fires"),
        language="en",
        dateline=Dateline("LVIV", span(text, "LVIV"), date(2023, 4, 3), text.index("Two")),
        toponyms=(unknown, town, border),
        claims=(claim,),
        incidents=(
            Incident(
                "fi-aaa111", IncidentType.FIRE, "Two fires in Uzhhorod killed five people.", site=site, killed=Count(5, 5, 5),
                quotes=whole(text, "Two fires in Uzhhorod, 20 kilometers from the Slovak border, killed five people on Sunday."),
                **day,
            ),
            Incident(
                "fi-bbb222", IncidentType.FIRE, "Fire in a bakery", parent="fi-aaa111", site=site, killed=Count(3, 3, 3),
                injured=Count(4, 4, 4),
                quotes=whole(text, "In a bakery three died and four were hurt."), **day,
            ),
            Incident(
                "fi-ccc333", IncidentType.FIRE, "Fire in a sawmill", parent="fi-aaa111", site=site, killed=Count(2, 2, 2),
                actors=(Actor("a fire officer", span(text, "a fire officer"), ActorRole.SOURCE, "official"),),
                attribution=Attribution.REPORTED,
                quotes=whole(text, "In a sawmill two died, a fire officer said."), **day,
            ),
            Incident(
                "fi-ddd444", IncidentType.FIRE, "The bakery burned in March 2019", site=site, killed=Count(0, 0, 0), injured=Count(0, 0, 0),
                date_start=date(2019, 3, 1), date_end=date(2019, 3, 31), date_precision=DatePrecision.MONTH, date_how="explicit",
                quotes=whole(text, "Nobody was hurt when the same bakery burned in March 2019."), background=True,
            ),
        ),
        notes=("1 name without a place: LVIV.",),
        versions=VERSIONS,
        settings={"profile": "news", "limit": 1_000_000},
        layers=(OWN_CAMPS,),
    )  # fmt: skip


FIJI_TEXT = (
    "A cyclone struck Taveuni in December 2022. Suva, 400 km from the Lau Group, was spared. "
    "A boat is missing. A clinic 60 km west of Egvekinot was looted."
)


def fiji():
    """Tell of everything that crosses the 180th meridian, and an incident without a site."""
    text = FIJI_TEXT
    taveuni = Toponym(span(text, "Taveuni"), "Taveuni", Role.SITE, False, TAVEUNI, 0.9)
    suva = Toponym(span(text, "Suva"), "Suva", Role.COMPARISON, False, SUVA, 0.9)
    lau = Toponym(span(text, "Lau Group"), "Lau Group", Role.COMPARISON, False, LAU, 0.8)
    claim = Claim(
        span=span(text, "400 km from the Lau Group"),
        text="400 km from the Lau Group",
        kind=ClaimKind.DISTANCE,
        verdict=Verdict.BY_ROAD,
        reason="Measured 292.1 km; 400 km would be a long way round.",
        subject=Subject("Suva", suva.span, SUVA.position, SUVA.place_id),
        anchor=Anchor("the Lau Group", lau.span, AnchorKind.AREA, ("FJ",), LAU.position, LAU.place_id),
        stated=Interval(350.0, 450.0),
        measured_km=292.1,
    )
    return Dossier(
        report=Report(text, "r-2", "Cyclone", date(2022, 12, 20)),
        language="en",
        toponyms=(taveuni, suva, lau),
        claims=(claim,),
        incidents=(
            Incident(
                "nd-eee555", IncidentType.NATURAL_DISASTER, "Cyclone on Taveuni", date_start=date(2022, 12, 1), date_end=date(2022, 12, 31),
                date_precision=DatePrecision.MONTH, date_how="explicit",
                site=Site("Taveuni", TAVEUNI.place_id, TAVEUNI.position, 25_000.0, GeoPrecision.LARGER, "exact"),
                quotes=whole(text, "A cyclone struck Taveuni in December 2022."),
            ),
            Incident("ac-fff666", IncidentType.ACCIDENT, "A boat is missing", quotes=whole(text, "A boat is missing.")),
            Incident(
                "lo-ggg777", IncidentType.LOOTING, "Clinic looted", status=Status.VERIFIED,
                site=Site("60 km west of Egvekinot", None, LatLon(66.31, 179.48), 12_000.0, GeoPrecision.NEAR, "relative"),
                quotes=whole(text, "A clinic 60 km west of Egvekinot was looted."),
            ),
        ),
        versions=VERSIONS,
    )  # fmt: skip


QUARRY_TEXT = (
    "Students marched somewhere in Chile in 2011. Two porters vanished on the Siachen Glacier; gunmen took them, and one gunman died."
)


def quarry():
    """Tell of an incident known by country only, and of one on disputed ground."""
    text = QUARRY_TEXT
    chile = Toponym(span(text, "Chile"), "Chile", Role.SITE, False, CHILE, 0.99)
    glacier = Toponym(span(text, "Siachen Glacier"), "Siachen Glacier", Role.SITE, False, KASHMIR, 0.9)
    return Dossier(
        report=Report(text, "r-3"),
        language="en",
        toponyms=(chile, glacier),
        incidents=(
            Incident(
                "pr-hhh888", IncidentType.PROTEST, "Students marched", date_start=date(2011, 1, 1), date_end=date(2011, 12, 31),
                date_precision=DatePrecision.YEAR, date_how="explicit",
                site=Site("Chile", CHILE.place_id, CHILE.position, 2_000_000.0, GeoPrecision.COUNTRY, "area"),
                quotes=whole(text, "Students marched somewhere in Chile in 2011."),
            ),
            Incident(
                "ab-iii999", IncidentType.ABDUCTION, "Two porters abducted", abducted=Count(2, 2, 2), attackers_killed=Count(1, 1, 1),
                site=Site("Siachen Glacier", KASHMIR.place_id, KASHMIR.position, 40_000.0, GeoPrecision.LARGER, "exact"),
                actors=(
                    Actor("gunmen", span(text, "gunmen"), ActorRole.PERPETRATOR, "armed_group"),
                    Actor("Two porters", span(text, "Two porters"), ActorRole.TARGET, "civilians"),
                ),
                quotes=whole(text, "Two porters vanished on the Siachen Glacier; gunmen took them, and one gunman died."),
            ),
        ),
        versions={**VERSIONS, "gazetteer": "2026.11"},
    )  # fmt: skip
