"""Show on stderr how far an import is: a bar on a terminal, a line a stage elsewhere."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import Any, Self

from gazetteer.importing.making import Progress
from mapapp.commands.output import one_line, say


class ProgressBar(Progress):
    """A bar for each stage, with the bytes done where they are known."""

    def __init__(self) -> None:
        self._bar: Any = None
        self._on_terminal = sys.stderr.isatty()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._close()

    def stage(self, what: str, total: int = 0) -> None:
        """Say what is being done now, and of how many bytes, 0 where that is not known."""
        self._close()
        if not self._on_terminal:
            say(what)
            return
        from tqdm import tqdm

        counted = {"total": total, "unit": "B", "unit_scale": True} if total else {"bar_format": "{desc} {elapsed}"}
        self._bar = tqdm(desc=one_line(what), file=sys.stderr, leave=False, mininterval=0.3, **counted)

    def step(self, done: int) -> None:
        """Say that so many bytes more are done."""
        if self._bar is not None:
            self._bar.update(done)

    def say(self, message: str) -> None:
        """Print a line beside the bar."""
        self._close()
        say(message)

    def _close(self) -> None:
        if self._bar is not None:
            self._bar.close()
            self._bar = None
