"""Print results and messages so that hostile text cannot steer the terminal."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import orjson

from mapapp.errors import BadOption

_KEPT = frozenset("\n\t")
# Marks that turn the direction of the text round: what is shown would differ from what is there.
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")


def plain(text: str) -> str:
    """Return the text with control characters, terminal escapes and direction marks spelt out: a backslash, x, 1b."""
    return "".join(character if _harmless(character) else _spelt(character) for character in text)


def one_line(text: str) -> str:
    """Return the text as one harmless line."""
    return " ".join(plain(text).split())


def say(message: str) -> None:
    """Print one line to stderr, in the program's name."""
    print(f"mapapp: {one_line(message)}", file=sys.stderr)


def deliver(content: bytes | str, out: str | None) -> None:
    """Write a result to stdout or, as a whole, to a file; say so on stderr then."""
    data = content if isinstance(content, bytes) else content.encode("utf-8", "backslashreplace")
    if out is not None:
        from mapapp.export.writing import write_whole

        path = Path(out)
        if not path.name:
            raise BadOption("--out needs the name of a file")
        write_whole(path, data)
        say(f"wrote {out}")
        return
    binary = getattr(sys.stdout, "buffer", None)
    if binary is None:  # a stream of text only, as in tests and notebooks
        sys.stdout.write(data.decode("utf-8"))
        return
    sys.stdout.flush()
    binary.write(data)
    binary.flush()


def json_bytes(value: Any) -> bytes:
    """Return JSON, indented, ending in a line feed; keys in the order they have. NaN cannot occur: orjson writes null."""
    return orjson.dumps(value, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def table(rows: Sequence[Sequence[str]]) -> str:
    """Return rows as aligned columns, two blanks between; every cell made harmless."""
    cells = [[one_line(cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in cells]
    return "".join(f"{line}\n" for line in lines)


def _harmless(character: str) -> bool:
    return character in _KEPT or not (character in _TURNING or unicodedata.category(character) in {"Cc", "Cs"})


def _spelt(character: str) -> str:
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
