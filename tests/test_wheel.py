"""The wheel, as a stranger gets it: its own data, the same commands, and nothing of the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import urllib.request
import venv
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[1]


@pytest.fixture(name="wheel", scope="module")
def _wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "--no-index",
        "--wheel-dir",
        str(folder),
        str(root),
    ]
    subprocess.run(command, check=True, capture_output=True)
    return next(folder.glob("mapapp-*.whl"))


@pytest.fixture(name="installed", scope="module")
def _installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an environment with the wheel in it; what it stands on is borrowed from this one by a .pth file."""
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder, with_pip=False, symlinks=True)
    python = folder / "bin" / "python"
    site = Path(_output(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"))
    command = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "--no-deps", "--no-index", str(wheel)]
    subprocess.run(command, check=True, capture_output=True)
    import numpy as np

    # As a plain path: its own .pth files (an editable mapapp) are not followed.
    (site / "borrowed.pth").write_text(f"{Path(np.__file__).parents[1]}\n")
    return folder


def _output(python: Path, *arguments: str, cwd: Path | None = None) -> str:
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    done = subprocess.run([str(python), *arguments], cwd=cwd, env=environment, capture_output=True, text=True, check=True, timeout=120)
    return done.stdout.strip()


def test_the_wheel_holds_data_components_settings_and_licences(wheel: Path, root: Path) -> None:
    """And neither the kitchen nor the tests."""
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    wanted = {
        "mapapp/pyproject.toml",
        "mapapp/app/main.py",
        "mapapp/app/.streamlit/config.toml",
        "mapapp/py.typed",
        "gazetteer/py.typed",
        "gazetteer/_data/SOURCES.toml",
    }
    data = {f"gazetteer/_data/{path.relative_to(root / 'data').as_posix()}" for path in (root / "data").rglob("*") if path.is_file()}
    scripts = {f"mapapp/{path.relative_to(root / 'mapapp').as_posix()}" for path in (root / "mapapp").rglob("*.js")}
    assert set() == (wanted | data | scripts) - names
    assert [] == [name for name in names if name.startswith(("tests/", "gazetteer/build/", "benchmarks/")) or "__pycache__" in name]
    assert any(name.endswith("/licenses/LICENSE") for name in names)


def test_the_installed_commands_answer_from_their_own_data(installed: Path, tmp_path: Path) -> None:
    """Away from the checkout."""
    command = installed / "bin" / "mapapp"
    assert _output(command, "--help", cwd=tmp_path).startswith("usage: mapapp")
    assert "geonames:610611" in _output(command, "place", "Aktobe", cwd=tmp_path)
    assert str(installed) in _output(command, "gazetteer", "info", cwd=tmp_path)
    sentence = "Aktobe lies 100 kilometers from the Russian border."
    assert "by_road" in _output(command, "check", sentence, cwd=tmp_path)


def test_the_installed_packages_are_the_wheels(installed: Path, tmp_path: Path) -> None:
    """Not the checkout's: otherwise this file would test the wrong thing."""
    where = _output(
        installed / "bin" / "python", "-c", "import mapapp, gazetteer; print(mapapp.__file__, gazetteer.__file__)", cwd=tmp_path
    )
    assert all(path.startswith(str(installed)) for path in where.split())


def test_the_installed_app_serves_its_own_components(installed: Path, tmp_path: Path) -> None:
    """Map and text are found by Streamlit in the wheel, through the inner pyproject.toml."""
    scripts = {f"mapapp.{folder.name}/{path.name}" for folder in (ROOT / "mapapp/app/components").iterdir() for path in folder.glob("*.js")}
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"} | {
        "HOME": str(tmp_path),
        "PYTHONUNBUFFERED": "1",
    }
    command = [str(installed / "bin" / "mapapp"), "--no-browser", "--port", "18601"]
    with subprocess.Popen(command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        try:
            assert process.stdout is not None
            url = next(line for line in process.stdout if line.startswith("mapapp is open at ")).split()[4]
            answers = {}
            for script in sorted(scripts):
                with urllib.request.urlopen(f"{url}/_stcore/bidi-components/{script}", timeout=20) as answer:
                    answers[script] = (answer.status, len(answer.read()) > 0)
        finally:
            process.terminate()
            process.wait(20)
    assert dict.fromkeys(sorted(scripts), (200, True)) == answers
