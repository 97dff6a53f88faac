"""An analyst's choice goes through the whole dossier: the claim is measured again, the pin moves, and a rejected name leaves the map."""

from __future__ import annotations

from gazetteer import open_gazetteer
from mapapp.claims.claim import Verdict
from mapapp.dossier import Dossier, read_report
from mapapp.incidents.incident import GeoPrecision

TEXT = "Gunmen killed three people in Tripoli on 4 May 2020. Tripoli lies about 70 kilometres north of Beirut."


def read(place_id: str | None = "", *, chosen: bool = True) -> Dossier:
    """Read the report with one choice for both mentions of the city."""
    starts = [TEXT.index("Tripoli"), TEXT.rindex("Tripoli")]
    return read_report(TEXT, choices={(s, s + len("Tripoli")): place_id for s in starts} if chosen else {})


def namesake(country: str) -> str:
    """Return the id of the city of that name in a country."""
    return next(m.place.place_id for m in open_gazetteer().candidates("Tripoli") if m.place.country == country and m.place.is_point)


def test_another_place_moves_pin_and_measurement() -> None:
    """The site and the claim follow the place that was chosen."""
    lebanon, greece = read(namesake("LB")), read(namesake("GR"))
    assert [d.incidents[0].site.place_id for d in (lebanon, greece) if d.incidents[0].site] == [namesake("LB"), namesake("GR")]
    assert lebanon.claims[0].verdict is Verdict.SUPPORTED
    # The analyst is sure of one end and the reading of the other (above .9): by the contract that far off is wrong, not doubtful.
    assert greece.claims[0].measured_km is not None
    assert greece.claims[0].measured_km > 1000
    assert greece.claims[0].verdict is Verdict.CONTRADICTED


def test_a_rejected_name_has_no_pin_and_no_measurement() -> None:
    """What is no place stands nowhere, and nothing is measured from it."""
    dossier = read(None)
    places = [incident.site.geo_precision for incident in dossier.incidents if incident.site and incident.site.position]
    assert set(places) <= {GeoPrecision.COUNTRY}  # all that is left is the country of the other name
    assert (dossier.claims[0].measured_km, dossier.claims[0].verdict) == (None, Verdict.CANNOT_TELL)


def test_without_a_choice_the_reader_decides() -> None:
    """An empty set of choices changes nothing."""
    assert read(chosen=False).to_dict() == read_report(TEXT).to_dict()
