"""Same dossiers, same bytes: in one process, and in another with other hash seeds."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from mapapp.export import feature_collection, to_bytes
from mapapp.export.schema import LAYERS

PROGRAM = """
import runpy, sys
from mapapp.export import feature_collection, to_bytes
invented = runpy.run_path(sys.argv[1])
dossiers = [invented[name]() for name in ("harbour", "fiji", "quarry")]
layers = ("incidents", "areas", "claims", "mentions")
sys.stdout.buffer.write(to_bytes(feature_collection(dossiers, layers=layers, gazetteer=invented["Names"]())))
"""


def test_a_second_export_has_the_same_bytes(dossiers, names):
    """No clock, no random number."""
    first = to_bytes(feature_collection(dossiers, layers=LAYERS, gazetteer=names))
    assert to_bytes(feature_collection(dossiers, layers=LAYERS, gazetteer=names)) == first


@pytest.mark.parametrize("seed", ["0", "4242"])
def test_another_process_writes_the_same_bytes(dossiers, names, root, seed):
    """No order of a set or of a hash."""
    here = to_bytes(feature_collection(dossiers, layers=LAYERS, gazetteer=names))
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join([str(root), os.environ.get("PYTHONPATH", "")])}
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(Path(__file__).with_name("invented_dossiers.py"))],
        env=environment,
        capture_output=True,
        check=True,
    )
    assert run.stdout == here
