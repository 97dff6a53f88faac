"""The page in a real browser: what is drawn, what can be reached, and that nothing leaves."""

import re

import pytest

pytestmark = pytest.mark.browser


@pytest.fixture
def visit(browser, tmp_path):
    """Open a page from a file; afterwards demand that it asked for nothing, complained of nothing and ran nothing foreign."""
    opened = []

    def go(html, **context):
        path = tmp_path / f"map-{len(opened)}.html"
        path.write_text(html, "utf-8", errors="strict")
        page = browser.new_context(**{"viewport": {"width": 1200, "height": 800}, **context}).new_page()
        log = {"requests": [], "complaints": []}
        page.on("request", lambda request: log["requests"].append(request.url))
        page.on("console", lambda message: log["complaints"].append(message.text) if message.type in {"error", "warning"} else None)
        page.on("pageerror", lambda error: log["complaints"].append(str(error)))
        page.on("dialog", lambda dialog: (log["complaints"].append("dialog"), dialog.dismiss()))
        page.goto(path.as_uri())
        page.wait_for_selector("html[data-ready=yes]")
        opened.append((page, path, log))
        return page

    yield go
    for page, path, log in opened:
        page.wait_for_timeout(50)
        assert page.url == path.as_uri()
        assert page.evaluate("window.__xss") is None
        assert log == {"requests": [path.as_uri()], "complaints": []}
        page.context.close()


@pytest.fixture(scope="module")
def harbour(draw, collect, invented):
    """Four incidents in one town, and a wrong claim."""
    return draw(collect(invented.harbour()), "Two fires")


@pytest.fixture(scope="module")
def fiji(draw, collect, invented):
    """Both sides of the 180th meridian."""
    return draw(collect(invented.fiji()), "Cyclone")


def test_pins_circles_lines_and_sources_are_on_the_map(visit, harbour):
    """One pin for four incidents, one circle, one line with its label, the notice."""
    page = visit(harbour)
    assert page.locator(".pin").count() == 1
    assert page.locator(".pin b").inner_text() == "4"
    assert page.locator("path.area.is-inside").count() == 1
    assert page.locator("path.claim-line.v-contradicted").count() == 1
    assert page.locator(".claim-label").inner_text().split("\n")[-1] == "stated 20 km, measured 1.8 km: contradicted"
    assert page.locator(".notices").is_visible()
    assert "OpenStreetMap contributors" in page.locator(".notices").inner_text()


def test_all_incidents_at_a_pin_can_be_read_in_its_pop_up(visit, harbour):
    """Gazetteer coordinates coincide; none hides another."""
    page = visit(harbour)
    page.locator(".pin-holder").click()
    titles = page.locator(".leaflet-popup .card h3").all_inner_texts()
    assert titles == [
        "The bakery burned in March 2019",
        "Two fires in Uzhhorod killed five people.",
        "Fire in a bakery",
        "Fire in a sawmill",
    ]
    page.locator(".leaflet-popup .card h3", has_text="sawmill").scroll_into_view_if_needed()
    assert page.locator(".leaflet-popup .card h3", has_text="sawmill").is_visible()


def test_a_list_entry_opens_its_pin(visit, harbour):
    """From the list to the map."""
    page = visit(harbour)
    page.locator("[data-pin]", has_text="sawmill").click()
    assert page.locator(".leaflet-popup .card").count() == 4


def test_a_list_entry_of_a_claim_shows_its_line(visit, harbour):
    """The map moves to it and it stands out for a moment."""
    page = visit(harbour)
    page.locator("[data-line]").click()
    assert page.locator("path.claim-line.is-found").count() == 1


def test_pins_take_the_keyboard(visit, harbour):
    """Tab reaches the pin, Enter opens it, and it has a name."""
    page = visit(harbour)
    pin = page.locator(".pin-holder")
    assert (pin.get_attribute("tabindex"), pin.get_attribute("role")) == ("0", "button")
    assert pin.inner_text().startswith("4")
    assert "4 incidents here: The bakery burned" in pin.text_content()
    pin.focus()
    page.keyboard.press("Enter")
    assert page.locator(".leaflet-popup").is_visible()


def test_layers_can_be_switched_off_and_on(visit, harbour):
    """Circles, lines, names."""
    page = visit(harbour)
    page.locator("[data-layer=claims]").uncheck()
    assert page.locator("path.claim-line").count() == 0
    page.locator("[data-layer=claims]").check()
    assert page.locator("path.claim-line").count() == 1


def test_the_view_holds_everything_the_map_is_about(visit, fiji):
    """Across 180 degrees, side by side and not at the two ends of the world."""
    page = visit(fiji)
    boxes = [mark.bounding_box() for mark in (page.locator(".ring").nth(0), page.locator(".ring").nth(1), page.locator("path.claim-line"))]
    frame = page.locator(".map").bounding_box()
    for box in boxes:
        assert frame["x"] <= box["x"]
        assert box["x"] + box["width"] <= frame["x"] + frame["width"]
        assert frame["y"] <= box["y"]
        assert box["y"] + box["height"] <= frame["y"] + frame["height"]
    assert abs(boxes[0]["x"] - boxes[1]["x"]) < frame["width"] / 4


def test_a_site_that_is_an_area_is_a_ring_and_no_pin(visit, fiji):
    """The label point of an island is not where it happened, nor is the middle of where "60 km west of" a town may be."""
    page = visit(fiji)
    assert (page.locator(".ring").count(), page.locator(".pin").count()) == (2, 0)
    assert page.locator("path.area.is-wide.is-edge").count() == 2


def test_a_place_worked_out_from_a_distance_is_called_by_the_words_that_lead_to_it(visit, fiji):
    """Not by the town that it is away from."""
    page = visit(fiji)
    assert "60 km west of Egvekinot" in page.locator("[data-pin]", has_text="Clinic looted").inner_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_follows_the_readers_colours(visit, harbour, scheme):
    """Page, pop-ups and background alike; text keeps a contrast of at least 4.5 to 1."""
    page = visit(harbour, color_scheme=scheme)
    ink = page.evaluate("getComputedStyle(document.body).color")
    paper = page.evaluate("getComputedStyle(document.querySelector('.side')).backgroundColor")
    assert contrast(ink, paper) > 7
    soft = page.evaluate("getComputedStyle(document.querySelector('.entry .meta')).color")
    assert contrast(soft, paper) > 4.5
    assert (luminance(paper) > 0.5) == (scheme == "light")


def test_the_background_changes_with_the_readers_colours(visit, harbour):
    """Canvas is painted, so it has to be painted anew."""
    page = visit(harbour, color_scheme="light")
    corner = {"x": 5, "y": 80, "width": 4, "height": 4}
    light = page.screenshot(clip=corner)
    page.emulate_media(color_scheme="dark")
    page.wait_for_timeout(200)
    assert page.screenshot(clip=corner) != light


def test_on_a_narrow_screen_map_and_lists_stand_one_below_the_other(visit, harbour):
    """Nothing sticks out to the side."""
    page = visit(harbour, viewport={"width": 390, "height": 800})
    stage, side = page.locator(".stage").bounding_box(), page.locator(".side").bounding_box()
    assert side["y"] >= stage["y"] + stage["height"]
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_hostile_words_do_nothing_but_stand_there(visit, draw, collect, poisoned, payloads):
    """All payloads, each in every place that takes words, on one map; every pop-up opened, every label hovered."""
    page = visit(draw(collect(*(poisoned(text) for text in payloads.values())), payloads["x02"]))
    page.locator(".pin-holder").click()
    page.locator("path.area.is-inside").first.dispatch_event("mouseover")
    assert page.locator(".leaflet-tooltip.tip").count() == 1
    shown = page.locator(".leaflet-popup").inner_text()
    assert "A{{7*7}}B" in shown
    assert "A49B" not in page.content()
    assert page.locator(".card").count() == 4 * len(payloads)
    assert page.locator(".card img, .card script, .card iframe, .card form, .card svg, .side img, .side script, .side svg").count() == 0
    assert page.locator("h1").inner_text() == payloads["x02"]


@pytest.mark.parametrize("name", ["t01", "x02", "x05", "x20", "s02", "u01"])
def test_each_of_the_worst_words_leaves_the_map_whole(visit, draw, collect, poisoned, payloads, name):
    """Alone on a map, so that none hides behind another."""
    page = visit(draw(collect(poisoned(payloads[name])), payloads[name]))
    page.locator(".pin-holder").click()
    quotes = page.locator(".leaflet-popup .card blockquote").all_text_contents()
    assert quotes == [payloads[name]] * 4
    assert page.locator(".notices").is_visible()


def numbers(colour):
    """Return the channels of a CSS colour, 0 to 1."""
    return [int(channel) / 255 for channel in re.findall(r"\d+", colour)[:3]]


def luminance(colour):
    """Return the WCAG relative luminance."""
    linear = [channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4 for channel in numbers(colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first, second):
    """Return the WCAG contrast ratio."""
    low, high = sorted((luminance(first), luminance(second)))
    return (high + 0.05) / (low + 0.05)
