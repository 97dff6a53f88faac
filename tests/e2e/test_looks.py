"""Light and dark, wide and narrow: everything is there, nothing sticks out."""

from __future__ import annotations

import pytest

SIZES = [(1440, 900), (390, 844)]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_map_has_its_own_light_and_dark_palette(browser, address, scheme):
    """The sea follows the theme."""
    context = browser.new_context(viewport={"width": 1000, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    page.goto(f"{address}/?example=palma")
    page.wait_for_selector('.frame[data-background="ready"]', timeout=40_000)
    page.wait_for_timeout(500)
    dark = page.locator(".frame.is-dark").count() == 1
    sheet = page.evaluate("() => getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor")
    context.close()
    assert (scheme == "dark") == dark
    assert (sum(int(part) for part in sheet[4:-1].split(",")) < 200) == dark


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_nothing_is_wider_than_the_screen(browser, address, width, height):
    """No sideways scrolling on a phone."""
    context = browser.new_context(viewport={"width": width, "height": height})
    page = context.new_page()
    page.goto(f"{address}/?example=aktobe")
    page.wait_for_selector('.frame[data-background="ready"]', timeout=40_000)
    overflow = page.evaluate(
        "() => document.querySelector('[data-testid=stMain]').scrollWidth - document.querySelector('[data-testid=stMain]').clientWidth"
    )
    frame = page.locator(".frame").bounding_box()
    context.close()
    assert overflow <= 0
    assert frame["x"] >= 0
    assert frame["x"] + frame["width"] <= width


def test_everything_clickable_has_a_name(visit):
    """For screen readers: each button, pin, mark and control says what it is."""
    page = visit.open("?example=aktobe")
    nameless = page.evaluate(
        """() => {
          const roots = [...document.querySelectorAll('*')].filter(e => e.shadowRoot).map(e => e.shadowRoot);
          const wanted = 'button, [role=button], a, input';
          const all = roots.flatMap(root => [...root.querySelectorAll(wanted)]);
          const named = e => e.getAttribute('aria-label') || e.title || e.textContent.trim() || e.closest('label');
          return all.filter(e => !named(e)).map(e => e.outerHTML.slice(0, 120));
        }"""
    )
    assert nameless == []


def test_a_mark_is_reached_and_pressed_by_keyboard(visit):
    """Tab and Enter do what the mouse does."""
    page = visit.open("?example=aktobe")
    page.locator("mark.claim").first.focus()
    page.keyboard.press("Enter")
    visit.until(lambda: page.locator(".claim-label.is-selected").count() == 1)
