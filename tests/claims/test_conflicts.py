"""Figures for one distance that do not agree."""

from dataclasses import replace

from mapapp.claims.judging.conflicts import conflicts, same_distances


def test_two_figures_for_one_pair_are_shown_together(read):
    """Whichever end comes first, with what is measured."""
    (conflict,) = conflicts({"a": read("Mirado is 55 km from Calvera."), "b": read("Calvera is 80 km from Mirado.")})
    assert (conflict.subject, conflict.anchor, conflict.report_ids, conflict.measured_km) == ("Mirado", "Calvera", ("a", "b"), 55.29)
    assert not conflict.agree
    assert conflict.words == (
        "Figures for “Mirado” and “Calvera” do not agree: “55 km from Calvera” (54-56 km, a); “80 km from Mirado” (72-88 km, b). "
        "Measured: 55 km in a straight line (49-62)."
    )


def test_figures_that_one_distance_could_be_rounded_to_agree(read):
    """50 and 55 km meet; they are one group, but no conflict. More than 40 km meets both."""
    reports = {"a": read("Mirado is 50 km from Calvera."), "b": read("Mirado is 55 km from Calvera; Mirado is over 40 km from Calvera.")}
    assert conflicts(reports) == ()
    (group,) = same_distances(reports)
    assert (len(group.figures), group.agree) == (3, True)


def test_all_figures_must_have_one_distance_in_common(read):
    """A conflict between two is not healed by a third that reaches over both."""
    reports = {
        "a": read("Mirado is 50 km from Calvera."),
        "b": read("Mirado is 90 km from Calvera."),
        "c": read("Mirado is over 10 km from Calvera."),
    }
    assert [3] == [len(conflict.figures) for conflict in conflicts(reports)]


def test_a_conflict_inside_one_report_names_no_report(read):
    """There is only one."""
    (conflict,) = conflicts({"r-1": read("Mirado is 55 km from Calvera. Mirado is 80 km from Calvera.")})
    assert "r-1" not in conflict.words
    assert "“55 km from Calvera” (54-56 km); “80 km from Calvera” (72-88 km)" in conflict.words


def test_borders_are_compared_by_their_countries(read):
    """The Ostavian border and the border with Ostavia are one line."""
    reports = {"a": read("Calvera is 110 km from the Ostavian border."), "b": read("Calvera is 160 km from the border with Ostavia.")}
    assert ["Calvera"] == [conflict.subject for conflict in conflicts(reports)]


def test_places_that_are_not_known_are_compared_by_name(read):
    """Nothing is measured, and still two reports disagree."""
    (conflict,) = conflicts({"a": read("Umbarak is 10 km from Calvera."), "b": read("Umbarak is 30 km from Calvera.")})
    assert (conflict.measured_km, "None of them could be measured." in conflict.words) == (None, True)


def test_what_is_not_known_by_name_joins_nothing(read):
    """Two events, two villages, a vague figure, a denial, another pair."""
    texts = [
        "The bomb went off 10 km from Calvera. A bomb went off 30 km from Calvera.",
        "The village is 10 km from Calvera.", "The village is 90 km from Calvera.",
        "Mirado is a few kilometres from Calvera.", "Mirado is not 300 km from Calvera.", "Mirado is 55 km from Calvera.",
        "Mirado is 200 km from Tessin.",
    ]  # fmt: skip
    assert same_distances([(str(number), read(text)) for number, text in enumerate(texts)]) == ()


def test_open_intervals_are_written_as_bounds(read):
    """At most and at least, in kilometres."""
    (conflict,) = conflicts({"a": read("Mirado is less than 30 km from Calvera. Mirado is more than 50 km from Calvera.")})
    assert "(at most 33 km)" in conflict.words
    assert "(at least 45 km)" in conflict.words


def test_a_pair_may_come_from_a_stream(read):
    """Reports are taken one by one, and an end without any claim is no trouble."""
    (claim,) = read("Mirado is 55 km from Calvera.")
    stream = ((name, (claim, replace(claim, anchor=None))) for name in "abc")
    assert [("a", "b", "c")] == [group.report_ids for group in same_distances(stream)]


def test_a_conflict_is_headed_by_names_where_one_claim_has_them(read):
    """A pronoun tells a reader nothing."""
    text = "Mirado was quiet. It is 80 km from Calvera. Mirado is 55 km from Calvera."
    (conflict,) = conflicts({"a": read(text)})
    assert (conflict.subject, len(conflict.figures)) == ("Mirado", 2)
