"""Verbs of saying. The floors above add what else their rules take for speech, and say so."""

from __future__ import annotations

TELLING = frozenset("said told announced stated added".split())
"""What everybody who is quoted does, in the past tense."""

SAYING = TELLING | frozenset("says reported claimed confirmed".split())
"""Verbs by which a report passes on what somebody tells."""

STATING = SAYING | frozenset("acknowledged admitted declared denied explained insisted wrote".split())
"""Verbs by which somebody stands for what he tells, denials and admissions included."""
