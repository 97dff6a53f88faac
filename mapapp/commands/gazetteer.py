"""`mapapp gazetteer info`: say which data the answers come from."""

from __future__ import annotations

import argparse

from gazetteer import open_gazetteer
from gazetteer.store import data_folder
from mapapp.commands.later import not_yet
from mapapp.commands.output import deliver, table


def run(options: argparse.Namespace) -> int:
    """Print versions, sources, licences and the notices that maps and exports must carry."""
    if options.action != "info":
        return not_yet(options.later)
    world = open_gazetteer()
    versions = table([("data in", str(data_folder())), *world.versions.items()])
    rows = [(source.title or source.name, source.version, source.licence, source.attribution) for source in world.sources]
    deliver(f"{versions}\n{table([('source', 'version', 'licence', 'notice'), *rows])}", None)
    return 0
