"""`mapapp export`: write dossiers for a GIS, a spreadsheet or a browser."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mapapp.commands.later import not_yet
from mapapp.commands.output import say
from mapapp.dossier_reader import read_dossiers
from mapapp.errors import UnreadableFile
from mapapp.export import write
from mapapp.export.writing import ending_of


def run(options: argparse.Namespace) -> int:
    """Read the dossiers and write the file; its ending says how."""
    for option in ("publish", "where"):
        if getattr(options, option) is not None:
            return not_yet(f"mapapp export --{option}")
    source, out = Path(options.dossiers), Path(options.to)
    if source.suffix.lower() == ".gpkg":
        return not_yet("exporting a project file (PROJECT.gpkg)")
    html = None
    if ending_of(out) == ".html":
        from mapapp.webmap import html_map

        title = out.stem

        def html(collection: Mapping[str, Any]) -> str:
            return html_map(collection, title=title)

    if not source.is_file():
        msg = f"{options.dossiers} is not a file: give the DOSSIERS.jsonl that `mapapp batch` wrote"
        raise UnreadableFile(msg)
    layers = [layer.strip() for layer in options.layers.split(",") if layer.strip()]
    written = write(read_dossiers(source), out, layers=layers, html=html)
    say(f"wrote {', '.join(map(str, written))}")
    return 0
