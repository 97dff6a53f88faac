"""The process that takes text out of a file: content on stdin, text on stdout, exit code 3 and one line on stderr if it refuses.

It gives up memory and time before it looks at the first byte. What it does not foresee ends it, and its parent says "broken".
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from importlib import import_module

from mapapp.errors import UnreadableFile
from mapapp.report.extraction import REFUSED
from mapapp.settings import FileLimits

_READERS = {"html": "mapapp.report.extraction.html", "docx": "mapapp.report.extraction.docx", "pdf": "mapapp.report.extraction.pdf"}


def main(arguments: list[str]) -> int:
    """Read stdin, write the text, return the exit code."""
    kind, *numbers = arguments
    limits = FileLimits.from_arguments(numbers)
    logging.disable()
    read: Callable[[bytes, FileLimits], str] = import_module(_READERS[kind]).text_of
    _confine(limits)
    try:
        text = read(sys.stdin.buffer.read(), limits)
    except UnreadableFile as error:
        sys.stderr.write(f"{error}\n")
        return REFUSED
    except MemoryError:
        sys.stderr.write(f"this {kind} file needs more memory than a report should: give its text alone\n")
        return REFUSED
    if len(text) > limits.max_chars:
        sys.stderr.write(f"the file holds more than {limits.max_chars:,} characters: split it\n")
        return REFUSED
    sys.stdout.buffer.write(text.encode("utf-8", "replace"))
    return 0


def _confine(limits: FileLimits) -> None:
    """Give up all but the memory and time that are allowed, where the system can do so (not Windows)."""
    try:
        import resource
    except ImportError:
        return
    seconds = int(limits.max_seconds) + 1
    wanted = {resource.RLIMIT_AS: limits.max_memory_bytes, resource.RLIMIT_CPU: seconds, resource.RLIMIT_CORE: 0}
    for what, most in wanted.items():
        _, hard = resource.getrlimit(what)
        bound = most if hard == resource.RLIM_INFINITY else min(most, hard)
        try:
            resource.setrlimit(what, (bound, hard))
        except (ValueError, OSError):  # macOS refuses some limits; time is watched by the parent as well
            continue


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
