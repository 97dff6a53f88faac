"""How claims are shown: alarms first, words without a number with their reading, stated areas, sites worked out from a distance."""

from dataclasses import replace

from gazetteer.coordinates import LatLon
from mapapp.app import marks, summary, tables, wording
from mapapp.app.features import placed, words
from mapapp.claims.claim import AnchorKind, ClaimKind, Interval, Verdict


def _wrong_way(claim):
    """Return the claim as one from a town whose distance fits, but not the direction."""
    anchor = replace(claim.anchor, text="Weston", kind=AnchorKind.PLACE, position=LatLon(10.0, 19.0))
    return replace(claim, anchor=anchor, nearest=None, direction="N", verdict=Verdict.SUPPORTED, direction_verdict=Verdict.CONTRADICTED)


def test_alarms_come_first_in_the_claim_table_and_say_what_is_the_matter(dossier, where):
    """A claim that fits waits behind one that nothing explains; the keys go with the rows."""
    mild = dossier.claims[0]
    grave = replace(mild, span=where("Eston on May 2"), verdict=Verdict.CONTRADICTED, stated=Interval(20.0, 22.0))
    frame = tables.claims(replace(dossier, claims=(mild, grave, replace(_wrong_way(mild), span=where("Gunmen")))))
    assert list(frame["Verdict"]) == [
        "⚠ contradicted: shorter than the straight line",
        "⚠ direction far off (distance: fits)",
        "by road",
    ]
    assert list(frame.index) == [marks.span_key(span) for span in (where("Eston on May 2"), where("Gunmen"), mild.span)]


def test_alarms_are_counted_in_the_head(dossier):
    """Nothing is said where there are none."""
    lines = [summary.alarm_line(claims) for claims in (dossier.claims, (_wrong_way(dossier.claims[0]),))]
    assert lines == ["", "1 to look at first"]


def test_a_wrong_direction_is_drawn_and_marked_as_contradicted(dossier):
    """The distance alone would be green."""
    wrong = replace(dossier, claims=(_wrong_way(dossier.claims[0]),))
    assert [mark["tone"] for mark in marks.marks(wrong) if mark["what"] == "claim"] == ["contradicted"]
    assert wording.claim_label(wrong.claims[0]) == "stated 100 km · measured 69 km · fits · N contradicted"


def test_a_stated_area_has_the_words_of_its_claim(dossier, collect):
    """It is selected with it, by the same key."""
    wrong = replace(dossier, claims=(_wrong_way(dossier.claims[0]),))
    collection = collect(wrong)
    stated = next(feature for feature in collection["features"] if feature["properties"].get("area_of") == "claim")
    said = words(collection, wrong)[stated["id"]]
    assert (said["what"], said["key"], said["tone"]) == ("claim", marks.span_key(wrong.claims[0].span), "contradicted")
    assert said["title"] == "stated 100 km N of Weston: here the words put Eston"


def test_words_without_a_number_are_shown_with_their_reading(dossier):
    """Nearness is no number; what it is taken for is said, unless that takes a sentence."""
    near = replace(dossier.claims[0], kind=ClaimKind.NEAR, stated=None, read_as="within 25 km of the border")
    assert wording.claim_label(near) == "read as within 25 km of the border · measured 69 km · by road"
    assert wording.claim_label(replace(near, read_as="a" * 60)) == "stated near · measured 69 km · by road"


def test_who_states_a_distance_is_told_behind_the_reason(dossier):
    """In the report's own words."""
    said = wording.claim_lines(replace(dossier.claims[0], attribution="officials\nsaid"))
    assert said == ["69 km in a straight line.", "Source named in the report: officials said."]


def test_a_site_worked_out_from_a_distance_is_called_by_its_words(dossier, collection, collect):
    """With the radius that holds it; on the map it is no exact pin."""
    attack = dossier.incidents[0]
    offset = replace(attack, site=replace(attack.site, text="17 km west of Eston", method="relative", uncertainty_m=9000.0))
    away = replace(dossier, incidents=(offset, *dossier.incidents[1:]))
    said = words(collect(away), away)
    assert said["attack"]["lines"][1] == "17 km west of Eston, within 9.0 km"
    assert (said["attack"]["vague"], said["area-attack"]["pin"]) == (True, False)
    assert tables.incidents(away, placed(collection)).loc["attack", "Where"] == "17 km west of Eston (within 9.0 km)"
