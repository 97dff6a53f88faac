"""safe_text and guarded: words stay words."""

import html
import threading

import folium
import pytest
from branca.element import Element
from jinja2 import Template

from mapapp.export.schema import writable
from mapapp.webmap.safe import guarded, safe_text


def test_safe_text_holds_none_of_the_characters_that_could_do_harm(payloads):
    """Not for HTML, not for attributes, not for template literals, not for Jinja."""
    for name, text in payloads.items():
        assert not set(safe_text(text)) & set("<>\"'`$\\{}\0\r\n"), name


def test_safe_text_shows_what_was_written(payloads):
    """A browser that decodes the references shows the text, character for character."""
    for name, text in payloads.items():
        decoded = html.unescape(safe_text(text))
        # html.unescape turns references to control characters into nothing; safe_text writes none.
        assert decoded == writable(text), name


def test_jinja_does_not_evaluate_safe_text(payloads):
    """Not even when it is compiled as a template of its own."""
    for name, text in payloads.items():
        escaped = safe_text(text)
        assert Template(escaped, keep_trailing_newline=True).render() == escaped, name


def test_safe_text_takes_anything():
    """Numbers too."""
    assert (safe_text(7), safe_text(None), safe_text("A{{7*7}}B")) == ("7", "None", "A&#123;&#123;7*7&#125;&#125;B")


def test_branca_evaluates_strings_and_inside_the_guard_it_does_not():
    """The reason for the guard, and the guard."""
    assert Element("A{{7*7}}B").render() == "A49B"
    with guarded():
        assert Element("A{{7*7}}B{% raw %}").render() == "A{{7*7}}B{% raw %}"


def test_afterwards_branca_is_as_it_was():
    """Also when drawing failed."""
    before = (Element.__init__, Element.__dict__["_generate_id"])
    with pytest.raises(ZeroDivisionError), guarded():
        1 / 0  # noqa: B018 - anything that fails
    assert (Element.__init__, Element.__dict__["_generate_id"]) == before
    assert Element("A{{7*7}}B").render() == "A49B"


def test_ids_inside_the_guard_are_the_same_each_time():
    """The page has the same bytes on a second run."""
    made = []
    for _ in range(2):
        with guarded():
            made.append([folium.Map(tiles=None).get_name(), folium.Popup("x").get_name()])
    assert made[0] == made[1]
    assert folium.Popup("x").get_name() != folium.Popup("x").get_name()


def test_other_threads_are_left_alone():
    """Somebody else's folium map keeps its templates while ours is drawn."""
    rendered = []
    with guarded():
        other = threading.Thread(target=lambda: rendered.append(Element("A{{7*7}}B").render()))
        other.start()
        other.join()
    assert rendered == ["A49B"]
