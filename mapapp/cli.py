"""The command line: `mapapp [app]`, `read`, `check`, `batch`, `export`, `place`, `near`, `border`, `gazetteer`, `doctor`.

Results go to stdout or --out, everything else to stderr. Exit 0: fine. 2: bad usage, input or data, with one line that says what to do.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Callable, Sequence
from difflib import get_close_matches
from importlib import import_module
from typing import NoReturn

from gazetteer.errors import GazetteerError
from mapapp.commands import arguments
from mapapp.commands.output import plain, say
from mapapp.errors import MapappError
from mapapp.version import __version__

USAGE_ERROR = 2
INTERRUPTED = 130

# What each command is for, what declares its arguments, and where it is carried out: imported only when it is called.
_COMMANDS: dict[str, tuple[str, Callable[[argparse.ArgumentParser], None], str]] = {
    "app": ("open the app in the browser", arguments.app, "mapapp.commands.app"),
    "read": ("read one report: places, claims, incidents", arguments.read, "mapapp.commands.read"),
    "check": ("check the distances in a sentence", arguments.check, "mapapp.commands.check"),
    "batch": ("read many reports into a file of dossiers", arguments.batch, "mapapp.commands.batch"),
    "export": ("write dossiers for a GIS or a spreadsheet", arguments.export, "mapapp.commands.export"),
    "lint": ("find faults in exported files", arguments.lint, "mapapp.commands.later"),
    "place": ("look a place name up", arguments.place, "mapapp.commands.place"),
    "near": ("name the populated place nearest to a position", arguments.near, "mapapp.commands.near"),
    "border": ("measure the distance to a border or coast", arguments.border, "mapapp.commands.border"),
    "gazetteer": ("say which data the answers come from", arguments.gazetteer, "mapapp.commands.gazetteer"),
    "doctor": ("check that everything is in place", arguments.doctor, "mapapp.commands.doctor"),
}


class _Parser(argparse.ArgumentParser):
    """A parser whose errors are one line each."""

    def error(self, message: str) -> NoReturn:
        """Print the message and how to learn more, and leave with exit code 2."""
        say(f"{message} (see `{self.prog} --help`)")
        raise SystemExit(USAGE_ERROR)


def main(argv: Sequence[str] | None = None) -> int:
    """Carry out a command and return its exit code."""
    given = list(sys.argv[1:] if argv is None else argv)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # What the terminal's encoding cannot show is shown as \\x…, never a traceback.
            stream.reconfigure(errors="backslashreplace")
    try:
        code = _run(given)
        sys.stdout.flush()
    except BrokenPipeError:
        _leave_pipe()
        return 0
    except KeyboardInterrupt:
        return INTERRUPTED
    return code


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    parser = _Parser(prog="mapapp", description="From a report to a checked map, offline. Without a command the app opens.")
    parser.add_argument("--version", action="version", version=f"mapapp {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    for name, (purpose, declare, _) in _COMMANDS.items():
        declare(commands.add_parser(name, help=purpose, description=f"{purpose[0].upper()}{purpose[1:]}."))
    return parser


def _run(given: list[str]) -> int:
    """Parse and carry out, and turn the errors that users can mend into one line each."""
    try:
        options = build_parser().parse_args(_with_command(given))
        carry_out: Callable[[argparse.Namespace], int] = import_module(_COMMANDS[options.command][2]).run
        return carry_out(options)
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else USAGE_ERROR
    except (MapappError, GazetteerError) as error:
        say(str(error))
    except BrokenPipeError:
        raise
    except OSError as error:
        say(f"{error.filename}: {error.strerror}" if error.filename else str(error))
    return USAGE_ERROR


def _with_command(given: list[str]) -> list[str]:
    """Put the command `app` in front where none is named: `mapapp`, `mapapp --port 9000`, `mapapp PROJECT.gpkg`."""
    if not given:
        return ["app"]
    first = given[0]
    if first in _COMMANDS or first in {"-h", "--help", "--version"}:
        return given
    if first.startswith("--") or first.lower().endswith(".gpkg"):
        return ["app", *given]
    nearest = get_close_matches(first, _COMMANDS, n=1)
    meant = f"did you mean `mapapp {nearest[0]}`?" if nearest else f"choose from {', '.join(_COMMANDS)}"
    say(f"there is no command {plain(first)!r}: {meant}")
    raise SystemExit(USAGE_ERROR)


def _leave_pipe() -> None:
    """Close stdout for good: the reader has gone (`mapapp … | head`), and Python would complain about it at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, sys.stdout.fileno())
    except (OSError, ValueError):  # stdout is no file, as in tests
        pass
    finally:
        os.close(nowhere)


if __name__ == "__main__":
    sys.exit(main())
