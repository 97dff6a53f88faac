"""The main text of a web page, without menus, advertisements and comments."""

from __future__ import annotations

import re

import trafilatura
from lxml import etree

from mapapp.errors import UnreadableFile
from mapapp.report.decoding import decode
from mapapp.settings import FileLimits

_DECLARED = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{1,40})", re.IGNORECASE)
_UNSEEN = ("script", "style", "noscript", "template", "title", "head")
_BLOCKS = ("p", "div", "br", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "blockquote")
_LINE_BREAKS = re.compile(r"\n+")


def text_of(data: bytes, limits: FileLimits) -> str:
    """Return the page's main text, one paragraph a block; all its text where no main part can be told.

    Raises
    ------
    UnreadableFile
        If the page is larger than pages are.
    """
    if len(data) > limits.max_html_bytes:
        msg = f"the page has more than {limits.max_html_bytes / 1e6:.0f} MB: give its text alone"
        raise UnreadableFile(msg)
    declared = _DECLARED.search(data[:4096])
    page = decode(data, declared=declared.group(1).decode("ascii", "replace") if declared else "").text
    # XML has no NUL and no escape; libxml2 would stop there.
    page = page.translate({code: " " for code in range(32) if chr(code) not in "\t\n\r"})
    text = trafilatura.extract(page, output_format="txt", include_comments=False, include_tables=True, deduplicate=False)
    return _LINE_BREAKS.sub("\n\n", (text or _all_text(page)).strip())


def _all_text(page: str) -> str:
    """Return all text that a browser would show, one block a line."""
    tree = etree.HTML(page)
    if tree is None:
        return ""
    etree.strip_elements(tree, *_UNSEEN, etree.Comment, with_tail=False)
    for element in tree.iter(*_BLOCKS):
        element.tail = f"\n{element.tail or ''}"
    return "\n".join(filter(None, (" ".join(line.split()) for line in "".join(tree.itertext()).split("\n"))))
