"""The invented dossiers, for GDAL."""

from __future__ import annotations

import runpy
from pathlib import Path
from types import SimpleNamespace

import pytest

_INVENTED = SimpleNamespace(**runpy.run_path(str(Path(__file__).parents[1] / "export" / "invented_dossiers.py")))


@pytest.fixture
def names():
    """Give a gazetteer for the invented dossiers."""
    return _INVENTED.Names()


@pytest.fixture
def dossiers():
    """Give three dossiers: umbrella and wrong claim; antimeridian and unlocated; country only and disputed."""
    return [_INVENTED.harbour(), _INVENTED.fiji(), _INVENTED.quarry()]
