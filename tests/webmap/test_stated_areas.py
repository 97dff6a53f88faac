"""Where stated distances lead: on the page, on the map when its claim is selected, whole across 180 degrees, proof against words."""

from dataclasses import replace

import pytest

from gazetteer.coordinates import LatLon
from mapapp.claims.claim import Anchor, AnchorKind, Claim, ClaimKind, Interval, Subject, Verdict
from mapapp.report.report import Span


def claim(start, text, anchor, position, **changes):
    """Return a claim that something is 20 km from a place, or what the changes say."""
    made = Claim(
        span=Span(start, start + 20),
        text=text,
        kind=ClaimKind.DISTANCE,
        verdict=Verdict.CONTRADICTED,
        reason="It is 44 km in a straight line.",
        subject=Subject("the mill", Span(start, start + 8), LatLon(position.lat + 0.4, position.lon), "own:1"),
        anchor=Anchor(anchor, Span(start + 10, start + 20), AnchorKind.PLACE, (), position, "own:2"),
        stated=Interval(18.0, 22.0),
        measured_km=44.5,
    )
    return replace(made, **changes)


@pytest.fixture(scope="module")
def two(draw, collect, invented):
    """Draw a page with a border claim, which has a line only, a sector that fits but in the wrong direction, and a ring without a line."""
    dossier = invented.harbour()
    town = invented.UZHHOROD.position
    wrong_way = claim(
        30, "20 km north of Uzhhorod", "Uzhhorod", town, direction="N", verdict=Verdict.SUPPORTED, direction_verdict=Verdict.CONTRADICTED
    )
    nowhere = claim(60, "20 km from Uzhhorod", "Uzhhorod", town, subject=None, verdict=Verdict.CANNOT_TELL, measured_km=None)
    return draw(collect(replace(dossier, claims=(*dossier.claims, wrong_way, nowhere))), "Claims")


def test_a_wrong_direction_counts_even_where_the_distance_fits(two):
    """In words and by the sign of the graver verdict."""
    assert "fits, but not the direction" in two
    assert "claim-line v-contradicted" in two


def test_alarms_come_first_and_conflicts_are_told(draw, collect, invented):
    """What nothing explains before what fits; figures that do not agree in a section of their own."""
    dossier = invented.harbour()
    town = invented.UZHHOROD.position
    fits = claim(5, "45 km from Uzhhorod", "Uzhhorod", town, verdict=Verdict.SUPPORTED, stated=Interval(43.0, 47.0))
    grave = claim(60, "20 km from Uzhhorod", "Uzhhorod", town, measured=Interval(40.0, 49.0))
    page = draw(collect(replace(dossier, claims=(fits, grave))))
    section = page[page.index("<h2>Distance claims") :]
    assert section.index("“20 km from Uzhhorod”") < section.index("“45 km from Uzhhorod”")
    assert "⚠ shorter than the straight line" in section
    assert page.index("<h2>Figures that disagree") < page.index("do not agree") < page.index("<h2>Distance claims")


@pytest.mark.browser
class TestInTheBrowser:
    """What a reader sees and reaches."""

    @pytest.fixture
    def page(self, browser, two, tmp_path):
        """Open the page; nothing may complain."""
        path = tmp_path / "claims.html"
        path.write_text(two, "utf-8")
        context = browser.new_context(viewport={"width": 1200, "height": 800})
        page = context.new_page()
        complaints = []
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(path.as_uri())
        page.wait_for_selector("html[data-ready=yes]")
        yield page
        assert complaints == []
        context.close()

    def test_no_area_is_shown_at_first(self, page):
        """A dozen rings would hide the map."""
        assert page.locator("path.stated").count() == 0

    def test_a_claim_that_is_selected_shows_its_area_until_another_is(self, page):
        """By a button, so by keyboard too; Escape takes it away."""
        entries = page.locator("[data-area]")
        entries.nth(0).focus()
        page.keyboard.press("Enter")
        assert page.locator("path.stated.is-inside").count() == 1
        assert entries.nth(0).get_attribute("aria-pressed") == "true"
        entries.nth(1).click()
        assert page.locator("path.stated.is-inside").count() == 1
        assert [entries.nth(number).get_attribute("aria-pressed") for number in (0, 1)] == ["false", "true"]
        page.keyboard.press("Escape")
        assert page.locator("path.stated").count() == 0

    def test_a_claim_without_a_line_still_leads_to_its_area(self, page):
        """The gazetteer has no mill; the report says where to look."""
        entry = page.locator("[data-area]:not([data-line])")
        entry.click()
        assert page.locator("path.stated.v-cannot_tell.is-inside.is-found").count() == 1

    def test_all_areas_can_be_shown_at_once(self, page):
        """The legend's box, off at first."""
        box = page.locator("[data-layer=stated]")
        assert not box.is_checked()
        box.check()
        assert page.locator("path.stated.is-inside").count() == 2
        box.uncheck()
        assert page.locator("path.stated").count() == 0

    def test_the_line_shows_its_area_while_the_mouse_is_on_it(self, page):
        """And hides it again."""
        line = page.locator("path.claim-line").first
        line.dispatch_event("mouseover")
        assert page.locator("path.stated.is-inside").count() == 1
        line.dispatch_event("mouseout")
        assert page.locator("path.stated.is-inside").count() == 0


@pytest.mark.browser
def test_labels_that_would_overlap_shrink_to_their_signs(browser, draw, collect, invented, tmp_path):
    """Six claims about one town: no two labels lie on each other in full, and the gravest is in full."""
    town = invented.UZHHOROD.position
    about = [claim(10 * n, f"{n} claim", "Uzhhorod", LatLon(town.lat + 0.01 * n, town.lon), verdict=Verdict.SUPPORTED) for n in range(6)]
    about[3] = replace(about[3], verdict=Verdict.CONTRADICTED)
    path = tmp_path / "six.html"
    path.write_text(draw(collect(replace(invented.harbour(), claims=tuple(about)))), "utf-8")
    context = browser.new_context(viewport={"width": 420, "height": 800})
    page = context.new_page()
    page.goto(path.as_uri())
    page.wait_for_selector("html[data-ready=yes]")
    full = page.locator(".claim-label:not(.is-short)")
    boxes = [full.nth(number).bounding_box() for number in range(full.count())]
    context.close()
    assert 0 < len(boxes) < 6
    for index, one in enumerate(boxes):
        for other in boxes[index + 1 :]:
            apart_x = one["x"] + one["width"] <= other["x"] or other["x"] + other["width"] <= one["x"]
            assert apart_x or one["y"] + one["height"] <= other["y"] or other["y"] + other["height"] <= one["y"]


@pytest.mark.browser
def test_a_ring_across_180_degrees_is_whole(browser, draw, collect, invented, tmp_path):
    """Not torn to both ends of the world, whether the rest of the map crosses that meridian or not."""
    dossier = invented.harbour()
    around_suva = claim(5, "200 km from Suva", "Suva", invented.SUVA.position, stated=Interval(180.0, 220.0), subject=None)
    path = tmp_path / "suva.html"
    path.write_text(draw(collect(replace(dossier, claims=(around_suva,), incidents=(), toponyms=()))), "utf-8")
    context = browser.new_context(viewport={"width": 1200, "height": 800})
    page = context.new_page()
    page.goto(path.as_uri())
    page.wait_for_selector("html[data-ready=yes]")
    page.locator("[data-area]").click()
    page.wait_for_timeout(600)
    boxes = [
        page.locator("path.stated.is-inside").nth(number).bounding_box() for number in range(page.locator("path.stated.is-inside").count())
    ]
    context.close()
    assert len(boxes) >= 2
    assert max(box["x"] + box["width"] for box in boxes) - min(box["x"] for box in boxes) < 1200


@pytest.mark.parametrize("name", ["t01", "x02", "x05"])
def test_hostile_words_in_a_title_stay_words(draw, collect, invented, payloads, name):
    """The title of an area names the place in the report's own words."""
    words = payloads[name]
    town = invented.UZHHOROD.position
    page = draw(collect(replace(invented.harbour(), claims=(claim(30, words, words, town, reason=words),))))
    assert words not in page
    assert "A49B" not in page
