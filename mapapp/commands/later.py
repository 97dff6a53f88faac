"""Commands that the contract names and this version does not have yet."""

from __future__ import annotations

import argparse

from mapapp.commands.output import say


def run(options: argparse.Namespace) -> int:
    """Say so, honestly, and return exit code 2."""
    return not_yet(options.later)


def not_yet(what: str) -> int:
    """Say that something is not in this version, and return exit code 2."""
    say(f"{what} is not in this version yet")
    return 2
