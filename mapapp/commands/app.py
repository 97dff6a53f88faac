"""`mapapp app`: open the app."""

from __future__ import annotations

import argparse

from mapapp import serve
from mapapp.commands.later import not_yet
from mapapp.commands.output import say


def run(options: argparse.Namespace) -> int:
    """Start the app and stay until it ends."""
    if options.project is not None:
        return not_yet("opening a project file (PROJECT.gpkg)")
    return serve.serve(port=options.port, address=options.address, opens_browser=not options.no_browser, warn=say)
