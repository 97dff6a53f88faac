"""`mapapp check`: check the distances and directions in a sentence, or in a whole text on stdin."""

from __future__ import annotations

import argparse
import sys

from mapapp.commands.home import settings_of
from mapapp.commands.output import deliver, json_bytes, one_line
from mapapp.commands.read import text_of
from mapapp.commands.summary import claims_lines, conflict_lines
from mapapp.dossier import read_report
from mapapp.errors import BadOption


def run(options: argparse.Namespace) -> int:
    """Print each claim with its verdict, alarms first, then figures that do not agree. That there is no claim is an answer, too."""
    if options.sentence == "-" and sys.stdin.isatty():
        raise BadOption('give a sentence in quotes, such as: mapapp check "Aktobe, 100 kilometers from the Russian border, …"')
    settings = settings_of(options)
    text = text_of("-") if options.sentence == "-" else options.sentence
    dossier = read_report(text, settings=settings)
    if options.format == "json":
        document = dossier.to_dict()
        deliver(json_bytes({key: document[key] for key in ("text_sha256", "claims", "notes", "versions", "settings")}), None)
        return 0
    lines = [*claims_lines(dossier.claims), *conflict_lines(dossier.claims)]
    deliver("".join(f"{line}\n" for line in lines) or f"no distance or direction is claimed in: {one_line(text)[:200]}\n", None)
    return 0
