"""Two walls between the words of a report and a page.

folium puts strings into JavaScript template literals and evaluates what comes out as a Jinja template once more: left alone, a news
article could run code on the reader's machine and on ours. So every string passes :func:`safe_text`, and while we draw, :func:`guarded`
keeps branca from evaluating any string at all. The page's Content-Security-Policy is the third wall (:mod:`mapapp.webmap.page`).
"""

from __future__ import annotations

import html
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from typing import Any

from branca.element import Element
from jinja2 import Template

from mapapp.export.schema import writable

_LITERAL = Template("{{ this._literal }}")
_DANGEROUS = {ord(character): f"&#{ord(character)};" for character in "`$\\{}\r\n"}
"""Of JavaScript template literals and of Jinja; and line ends, which HTML parsers change, so that a script would lose its digest."""

_DRAWING = threading.RLock()


def safe_text(text: object) -> str:
    """Return text that is shown literally in HTML content, in a quoted attribute, in a JavaScript template literal and in Jinja."""
    return html.escape(writable(str(text))).translate(_DANGEROUS)


@contextmanager
def guarded() -> Iterator[None]:
    """While inside, this thread's branca elements show strings as they are instead of evaluating them, and get ids in order.

    The ids make the page the same on every run. Other threads' elements behave as ever; afterwards everything is as it was.
    """
    owner = threading.get_ident()
    numbers = count(1)
    with _DRAWING:
        first_init, first_id = Element.__init__, Element.__dict__["_generate_id"]

        def init(self: Any, template: str | None = None, template_name: str | None = None) -> None:
            if threading.get_ident() != owner or template is None:
                first_init(self, template, template_name)
                return
            first_init(self)
            self._literal = template
            self._template = _LITERAL

        def generate_id(cls: type[Any]) -> str:
            return str(next(numbers)) if threading.get_ident() == owner else str(first_id.__func__(cls))

        _put(__init__=init, _generate_id=classmethod(generate_id))
        try:
            yield
        finally:
            _put(__init__=first_init, _generate_id=first_id)


def _put(**members: object) -> None:
    """Set members of branca's class; by name, because type checkers rightly dislike what is done here."""
    for name, value in members.items():
        setattr(Element, name, value)
