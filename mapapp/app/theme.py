"""Colours of roles and verdicts, and the head of the page. Static text only: nothing from a report may ever enter here.

The hues are told apart by people with any common colour blindness (after Okabe and Ito, "Color Universal Design", 2008), and no meaning
rests on hue alone: roles differ in their underline, verdicts in symbol, line pattern and word, pins in number and form.
"""

from __future__ import annotations

TONES: dict[str, tuple[str, str]] = {
    "site": ("#b8400a", "#ff9a66"),
    "dateline": ("#8a3f8f", "#dda6e0"),
    "origin": ("#00704f", "#5fd0a6"),
    "border": ("#0060a8", "#7cc0f2"),
    "actor": ("#6a6250", "#cbc1a8"),
    "organisation": ("#6a6250", "#cbc1a8"),
    "context": ("#00728a", "#6fcbdc"),
    "background": ("#7a5a00", "#dcb95a"),
    "comparison": ("#5b6470", "#a8b3bf"),
    "address": ("#5b6470", "#a8b3bf"),
    "mention": ("#5b6470", "#a8b3bf"),
    "supported": ("#00704f", "#5fd0a6"),
    "roughly": ("#00728a", "#6fcbdc"),
    "by_road": ("#8f5a00", "#f0b95a"),
    "by_road_if_obstacle": ("#8f5a00", "#f0b95a"),
    "contradicted": ("#b0124f", "#ff8fb1"),
    "cannot_tell": ("#5b6470", "#a8b3bf"),
}
"""Tone of each role and verdict: (on light, on dark), each at least 4.5 : 1 against the page."""

HEAD = """<div class="mapapp-head"><h1 class="mapapp-name">mapapp</h1>
<p class="mapapp-mission">Reads a report, finds where it happened, checks its distances, and puts its incidents on a map.</p></div>"""
