"""`mapapp read`: read one report and print what was found."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from mapapp.commands.home import settings_of
from mapapp.commands.output import deliver, json_bytes, say
from mapapp.commands.summary import summary
from mapapp.dossier import Dossier, read_report
from mapapp.errors import UnreadableFile
from mapapp.report.reading import read_document
from mapapp.settings import FILE_LIMITS


def run(options: argparse.Namespace) -> int:
    """Read a file or stdin, and print or write the dossier."""
    settings = settings_of(options)
    text = text_of(options.file)
    dossier = read_report(text, title=options.title, published=options.published, url=options.url, settings=settings)
    deliver(_in_format(dossier, options.format), options.out)
    return 0


def text_of(source: str) -> str:
    """Return the text of a file, or of stdin for "-"."""
    if source == "-":
        # One byte more than is allowed, so that too much is noticed without reading all of it.
        return _told("stdin", sys.stdin.buffer.read(FILE_LIMITS.max_file_bytes + 1))
    path = Path(source)
    if path.is_dir():
        msg = f"{source} is a folder: read its files with `mapapp batch {source} --out DOSSIERS.jsonl`"
        raise UnreadableFile(msg)
    with path.open("rb") as file:
        return _told(path.name, file.read(FILE_LIMITS.max_file_bytes + 1))


def _told(name: str, data: bytes) -> str:
    """Return the text, and say on stderr what the reader should know of how it was read."""
    document = read_document(name, data)
    for note in document.notes:
        say(f"{name}: {note}")
    return document.text


def _in_format(dossier: Dossier, form: str) -> bytes | str:
    if form == "json":
        return json_bytes(dossier.to_dict())
    if form == "geojson":
        from mapapp.export import to_bytes

        return to_bytes(dossier.feature_collection())
    return summary(dossier)
