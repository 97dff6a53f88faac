"""Counts, marks, tables and the words on the map, over the invented dossier."""

from dataclasses import replace

from mapapp.app import marks, summary, tables
from mapapp.app.features import has_pin, placed, words
from mapapp.claims.claim import AnchorKind
from mapapp.dossier import Dossier
from mapapp.incidents.incident import Attribution, Count, GeoPrecision


def test_counts_add_up_and_name_the_unplaced(dossier, collection):
    """Three incidents are two on the map and one that is named."""
    counts = summary.count(dossier, placed(collection))
    assert (counts.incidents, counts.placed, counts.unplaced) == (3, 2, ("Fire: A fire broke out.",))
    assert summary.incident_line(counts) == "3 incidents: 2 on the map, 1 unplaced"


def test_claims_are_counted_by_verdict(dossier):
    """The verdicts add up to the number of claims."""
    assert summary.claim_line(dossier.claims * 2) == "2 distances stated: 2 by road"


def test_an_empty_dossier_is_said_to_be_empty(dossier):
    """Nothing found is a finding."""
    empty = Dossier(dossier.report, "en")
    counts = summary.count(empty, frozenset())
    lines = (summary.incident_line(counts), summary.claim_line(empty.claims), summary.place_line(counts))
    assert lines == ("No incident found", "No distance stated", "No place name found")


def test_marks_stand_where_the_words_stand(dossier):
    """Offsets are code points, also behind an emoji."""
    found = marks.marks(dossier)
    texts = {mark["key"]: dossier.report.text[mark["start"] : mark["end"]] for mark in found}
    assert texts["fire"] == "A fire broke out."
    assert [text for key, text in texts.items() if key not in {"attack", "bombing", "fire"}] == [
        "WESTON",
        "Eston",
        "Eston",
        "100 kilometers from the border",
        "ESTON",
        "Nowhere",
    ]


def test_marks_tell_resolved_corrected_rejected_and_unresolved_apart(dossier):
    """The analyst sees his own hand."""
    spans = [(toponym.span.start, toponym.span.end) for toponym in dossier.toponyms]
    rejected = replace(dossier, toponyms=(replace(dossier.toponyms[0], place=None), *dossier.toponyms[1:]))
    found = {(mark["start"], mark["end"]): mark.get("state") for mark in marks.marks(rejected, rejected={spans[0]}, corrected={spans[1]})}
    assert [found[span] for span in spans] == ["rejected", "corrected", "resolved", "resolved", "unresolved"]


def test_only_the_first_sentence_of_an_incident_carries_its_number(dossier):
    """An incident told in two sentences is still one."""
    attack = dossier.incidents[0]
    quote = dossier.incidents[2].quotes[0]
    longer = replace(dossier, incidents=(replace(attack, quotes=(*attack.quotes, quote)),))
    assert [mark["number"] for mark in marks.marks(longer) if mark["what"] == "incident"] == [1, None]


def test_the_legend_lists_only_what_occurs(dossier):
    """A legend of things that are not there is noise."""
    tones = [(entry["what"], entry["tone"]) for entry in marks.legend(marks.marks(dossier))]
    assert tones == [
        ("toponym", "site"),
        ("toponym", "dateline"),
        ("toponym", "mention"),
        ("toponym", "unresolved"),
        ("claim", "by_road"),
        ("incident", "news"),
        ("incident", "background"),
    ]


def test_what_is_denied_never_looks_like_what_happened(dossier, collect):
    """Its number in the text, its pin, its line in the legend; a denied memory is denied, not background."""
    denied = replace(dossier.incidents[1], attribution=Attribution.DENIED)
    assert dossier.incidents[1].background
    changed = replace(dossier, incidents=(dossier.incidents[0], denied, dossier.incidents[2]))
    found = marks.marks(changed)
    assert [mark["tone"] for mark in found if mark["what"] == "incident"] == ["news", "denied", "news"]
    assert ("incident", "denied") in [(entry["what"], entry["tone"]) for entry in marks.legend(found)]
    said = words(collect(changed), changed)
    assert [said[key]["tone"] for key in ("attack", "bombing", "fire")] == ["news", "denied", "news"]


def test_the_incident_table_has_every_incident(dossier, collection):
    """Unplaced and background ones too."""
    frame = tables.incidents(dossier, placed(collection))
    assert list(frame.index) == ["attack", "bombing", "fire"]
    assert list(frame["When"]) == ["2 May 2020", "2011", "–"]
    assert list(frame["Where"]) == ["Eston (the place itself)", "Eston (the place itself)", "unplaced: no place named"]
    assert list(frame["Killed"]) == ["4", "–", "–"]
    assert list(frame["Told as"]) == ["news", "background", "news"]


def test_people_sources_and_sums_that_do_not_add_up_are_shown(dossier, collect):
    """In the table and in the bubble at the pin; what is not stated leaves no word."""
    told = replace(
        dossier.incidents[0],
        attribution=Attribution.REPORTED,
        source="police",
        date_part="at dawn",
        date_how="inherited",
        displaced=Count(300, 300, None),
        civilians_killed=Count(2, 2, 2),
        sum_mismatch="killed: 4 in all, 5 in its parts",
    )
    changed = replace(dossier, incidents=(told,))
    row = tables.incidents(changed, {"attack"}).loc["attack"]
    assert (row["When"], row["Others"]) == ("2 May 2020, at dawn", "2 civilians among the killed, at least 300 displaced")
    assert (row["Said as"], row["Sums"]) == ("reported (police)", "⚠ killed: 4 in all, 5 in its parts")
    assert words(collect(changed), changed)["attack"]["lines"] == [
        "4 killed, 2 civilians among the killed, at least 300 displaced",
        "Eston: the place itself, within 4.5 km of its middle",
        "⚠ killed: 4 in all, 5 in its parts",
        "date taken from the incident or sentence before",
        "reported (police)",
    ]


def test_the_claim_table_says_stated_measured_verdict_and_why(dossier):
    """The four things that a reader of a claim wants to know."""
    row = tables.claims(dossier).iloc[0]
    assert (row["Stated"], row["Measured"], row["Verdict"], row["Why"]) == (
        "100 km",
        "69 km (63 to 76)",
        "by road",
        "69 km in a straight line.",
    )


def test_the_place_table_says_what_is_not_found_and_what_was_rejected(dossier):
    """Two different reasons for an empty place."""
    nowhere = (dossier.toponyms[4].span.start, dossier.toponyms[4].span.end)
    assert list(tables.toponyms(dossier.toponyms)["Place"]) == ["Weston", "Eston", "Eston", "Eston", "not found"]
    assert tables.toponyms(dossier.toponyms, corrected={nowhere}).iloc[4]["Place"] == "no place (rejected)"


def test_every_feature_has_its_words(dossier, collection):
    """The map draws exactly the collection, so nothing may be without words."""
    said = words(collection, dossier)
    assert set(said) == {feature["id"] for feature in collection["features"]}


def test_the_line_is_labelled_stated_measured_verdict(dossier, collection):
    """The sentence that the whole map is for."""
    labels = [said["label"] for said in words(collection, dossier).values() if said["what"] == "claim"]
    assert labels == ["stated 100 km · measured 69 km · by road"]


def test_text_map_and_tables_use_the_same_keys(dossier, collection):
    """Linking works by keys: they must meet."""
    on_map = {(said["what"], said["key"]) for said in words(collection, dossier).values()}
    in_text = {(mark["what"], mark["key"]) for mark in marks.marks(dossier)}
    in_tables = {("incident", key) for key in tables.incidents(dossier, ()).index} | {
        ("claim", key) for key in tables.claims(dossier).index
    }
    assert in_tables <= in_text
    assert on_map <= in_text


def test_no_second_dot_is_drawn_where_a_pin_stands(dossier, collection):
    """A mention of the site is the pin itself."""
    shown = {said["name"]: said["shown"] for said in words(collection, dossier).values() if said["what"] == "toponym"}
    assert shown == {"Weston": True, "Eston": False, "Nowhere": False}


def test_an_incident_known_only_to_lie_in_an_area_gets_no_pin(dossier):
    """A province's label point is no place where anything happened."""
    attack = dossier.incidents[0]
    in_province = replace(attack, site=replace(attack.site, geo_precision=GeoPrecision.ADMIN1, method="area"))
    west_of_town = replace(attack, site=replace(attack.site, geo_precision=GeoPrecision.LARGER, method="relative"))
    assert [has_pin(incident) for incident in (attack, in_province, west_of_town, dossier.incidents[2])] == [True, False, True, False]


def test_the_end_of_a_line_is_named_where_no_town_stands(dossier, collection):
    """A border has no dot with a name; a town has one already."""
    claim = dossier.claims[0]
    to_town = replace(dossier, claims=(replace(claim, anchor=replace(claim.anchor, text="Weston", kind=AnchorKind.PLACE)),))
    feet = [said["foot"] for one in (dossier, to_town) for said in words(collection, one).values() if said["what"] == "claim"]
    assert feet == ["the border", ""]
