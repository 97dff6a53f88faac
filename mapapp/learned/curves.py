"""From a model's probability to how often it turned out right: a curve through measured points."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from gazetteer.errors import DataDamaged, DataMissing

Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Curve:
    """A rising curve of straight pieces through (``stated``, ``found``) points, level outside of them."""

    stated: tuple[float, ...]
    found: tuple[float, ...]

    def __call__(self, probability: Numbers) -> Numbers:
        """Return what share of answers with such a probability was right."""
        return np.interp(probability, self.stated, self.found)


def read_numbers(path: Path) -> dict[str, Any]:
    """Read the thresholds and curves that belong to a model, and where they come from.

    Raises
    ------
    DataMissing, DataDamaged
        If the file is not there, or is not JSON.
    """
    try:
        found: dict[str, Any] = json.loads(path.read_text("utf-8"))
    except FileNotFoundError as error:
        msg = f"{path} is missing: install mapapp again, or fit it as docs/training.md says"
        raise DataMissing(msg) from error
    except ValueError as error:
        msg = f"{path} is damaged: install mapapp again, or fit it as docs/training.md says"
        raise DataDamaged(msg) from error
    return found
