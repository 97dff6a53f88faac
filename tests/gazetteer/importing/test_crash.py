"""Imports that are killed: whenever it happens, the layers are what they were before or what they were to be."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from gazetteer import Gazetteer
from gazetteer.importing import import_geonames
from gazetteer.layers import Layer, installed
from gazetteer.store import sha256_of
from tests.gazetteer.importing.dumps import FIRST_ID, row, write

ROWS = 20_000
KILLS = 30

CHILD = """
import sys
from itertools import cycle
from pathlib import Path
from gazetteer.importing import import_geonames

if __name__ == "__main__":
    folder, workers, *dumps = sys.argv[1:]
    print("ready", flush=True)
    for dump in cycle(dumps):
        import_geonames([Path(dump)], name="villages", folder=Path(folder), workers=int(workers))
        print("done", flush=True)
"""


def dump_of(path: Path, state: str) -> Path:
    """Write a dump whose villages are named after its state."""
    chance = random.Random(state)
    return write(
        path / f"{state}.txt",
        [
            row(
                f"{state} {number}", id=FIRST_ID + number, alternates=f"Qum {state} {number},Eski {number}", admin2=str(number % 40),
                lat=round(chance.uniform(40, 55), 5), lon=round(chance.uniform(47, 85), 5),
            )
            for number in range(ROWS)
        ],
    )  # fmt: skip


@contextmanager
def importing(folder: Path, dumps: list[Path], *, workers: int = 1) -> Iterator[subprocess.Popen[str]]:
    """Start a process that imports dumps in turn, again and again; it is ready when this returns, and killed in the end."""
    script = folder.parent / "child.py"
    script.write_text(CHILD)
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[3])}
    command = [sys.executable, str(script), str(folder), str(workers), *map(str, dumps)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment, text=True, start_new_session=True
    ) as child:
        assert child.stdout is not None
        assert "ready\n" == child.stdout.readline()
        yield child
        child.send_signal(signal.SIGKILL)


def digests(layer: Layer) -> dict[str, str]:
    """Return the digests of the files of a layer."""
    return {name: sha256_of(layer.folder / name) for name in layer.files}


@pytest.mark.slow
def test_an_import_killed_at_any_moment_leaves_the_old_state_or_the_new_one(tmp_path: Path) -> None:
    """30 moments spread over an import and what follows it; both states are known file by file."""
    folder = tmp_path / "layers"
    dumps = [dump_of(tmp_path, state) for state in ("Alpha", "Beta")]
    known = {}
    for dump in reversed(dumps):
        known[dump.stem] = digests(import_geonames([dump], name="villages", folder=folder))
    with importing(folder, dumps[:1]) as child:
        assert child.stdout is not None
        started = time.monotonic()
        assert "done\n" == child.stdout.readline()
        length_s = time.monotonic() - started
    chance = random.Random(4)
    seen: list[str] = []
    for kill in range(KILLS):
        now = seen[-1] if seen else "Alpha"
        with importing(folder, dumps[::-1] if now == "Alpha" else dumps):
            time.sleep((kill + chance.random()) / KILLS * 1.3 * length_s)
        (layer,) = installed(folder)
        (state,) = [state for state, files in known.items() if files == digests(layer)]
        gazetteer = Gazetteer(layers=[layer])
        assert [True, False] == [gazetteer.knows(f"{name} 77") for name in (state, "Beta" if state == "Alpha" else "Alpha")]
        assert ROWS == layer.places
        assert f"{state} 19999" == gazetteer.place(f"geonames:{FIRST_ID + 19_999}").name
        seen.append(state)
    assert {"Alpha", "Beta"} == set(seen)
    import_geonames([dumps[0]], name="villages", folder=folder)
    assert known["Alpha"] == digests(installed(folder)[0])
    assert [installed(folder)[0].folder] == [path for path in folder.iterdir() if path.is_dir()]
    assert {".lock", "layers.json"} >= {path.name for path in folder.iterdir() if path.is_file()} - {"layers.json.new"}


@pytest.mark.slow
def test_workers_end_with_the_import_that_is_killed(tmp_path: Path) -> None:
    """By themselves they would wait for work for ever."""
    if not Path("/proc/self/stat").exists():
        pytest.skip("NOT TESTED: the processes of a session are counted in /proc")
    folder = tmp_path / "layers"
    with importing(folder, [dump_of(tmp_path, "Alpha")], workers=2) as child:
        assert child.stdout is not None
        assert "done\n" == child.stdout.readline()
        deadline = time.monotonic() + 20
        while len(session(child.pid)) < 3 and time.monotonic() < deadline:
            time.sleep(0.02)
        assert len(session(child.pid)) >= 3
    deadline = time.monotonic() + 20
    while session(child.pid) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert [] == session(child.pid)


def session(leader: int) -> list[int]:
    """Return the processes of a session that are alive."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, _, of_session = path.read_text().rpartition(")")[2].split()[:4]
        except (FileNotFoundError, ProcessLookupError):  # it has just ended
            continue
        if int(of_session) == leader and state != "Z":
            found.append(int(path.parent.name))
    return found
