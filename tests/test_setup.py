"""What a fresh machine runs: locks, make, the script that makes the environment, CI, Docker."""

from __future__ import annotations

import json
import os
import re
import shlex
import stat
import subprocess
import sys
import tomllib
from importlib import metadata
from pathlib import Path

import pytest

from mapapp import __version__
from mapapp.cli import build_parser

HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")


def locked(path: Path) -> dict[str, tuple[str, int]]:
    """Return name -> (version, number of digests) of a lock."""
    found = {}
    for block in re.split(r"\n(?=\S)", path.read_text()):
        match = re.match(r"([\w.-]+)==([^\s;\\]+)", block)
        if match:
            found[re.sub(r"[-_.]+", "-", match.group(1)).lower()] = (match.group(2), len(HASH.findall(block)))
    return found


@pytest.fixture(name="project", scope="module")
def _project(root: Path) -> dict[str, object]:
    return tomllib.loads((root / "pyproject.toml").read_text())


@pytest.mark.parametrize("name", ["run", "dev", "build"])
def test_every_locked_package_has_its_digests(root: Path, name: str) -> None:
    """And nothing else stands in the file: no index, no link, no path."""
    path = root / "requirements" / f"{name}.txt"
    assert [] == [package for package, (_, digests) in locked(path).items() if digests == 0]
    odd = [line for line in path.read_text().splitlines() if not re.match(r"[\w.-]+==|\s+--hash=sha256:[0-9a-f]{64}( \\)?$|$", line)]
    assert [] == odd


def test_the_locks_hold_what_the_project_asks_for(root: Path, project: dict[str, dict[str, list[str]]]) -> None:
    """Every dependency, run and build, and no contradiction between the locks."""
    run, dev, build = (locked(root / "requirements" / f"{name}.txt") for name in ("run", "dev", "build"))
    wanted = {re.split(r"[<>=!~\[ ;]", requirement)[0].lower() for requirement in project["project"]["dependencies"]}
    assert set() == wanted - set(run)
    assert "hatchling" in build
    for other in (dev, build):
        assert {} == {name: version for name, version in other.items() if name in run and run[name][0] != version[0]}


def test_what_is_installed_here_is_what_is_locked(root: Path) -> None:
    """The tests speak for the locked versions."""
    run = locked(root / "requirements/run.txt")
    differing = {}
    for name, (version, _) in run.items():
        try:
            installed = metadata.version(name)
        except metadata.PackageNotFoundError:
            continue  # for another system
        if installed != version:
            differing[name] = (installed, version)
    assert {} == differing


def test_the_version_stands_in_one_place(root: Path) -> None:
    """But for the inner file that Streamlit reads, which must say the same."""
    inner = tomllib.loads((root / "mapapp/pyproject.toml").read_text())
    assert ("mapapp", __version__) == (inner["project"]["name"], inner["project"]["version"])


def test_every_component_has_its_folder(root: Path) -> None:
    """Streamlit refuses to start without."""
    inner = tomllib.loads((root / "mapapp/pyproject.toml").read_text())
    components = inner["tool"]["streamlit"]["component"]["components"]
    folders = [root / "mapapp" / component["asset_dir"] for component in components]
    assert [True, True] == [any(folder.glob("*.js")) for folder in folders]


def test_make_knows_its_targets(root: Path) -> None:
    """Each can be planned without being done."""
    for target in ("app", "test", "lint", "quality", "speed", "wheel", "lock", "clean"):
        done = subprocess.run(["make", "--dry-run", target], cwd=root, capture_output=True, text=True, check=False)
        assert (0, "") == (done.returncode, done.stderr)


def script(root: Path, *arguments: str, path: str = "") -> subprocess.CompletedProcess[str]:
    """Run the script that makes the environment."""
    environment = {**os.environ, "PATH": path or os.environ["PATH"]}
    return subprocess.run(
        ["/bin/sh", str(root / ".ci/make-venv"), *arguments], capture_output=True, text=True, env=environment, check=False
    )


def crippled(folder: Path, *refused: str) -> Path:
    """Return a Python that fails when one of these stands on its command line."""
    python = folder / "python"
    cases = "".join(f'*"{words}"*) exit 1;; ' for words in refused)
    python.write_text(f'#!/bin/sh\ncase "$*" in {cases} esac\nexec {shlex.quote(os.path.realpath(sys.executable))} "$@"\n')
    python.chmod(0o755)
    return python


@pytest.mark.slow
def test_an_environment_is_made_and_kept(root: Path, tmp_path: Path) -> None:
    """The second time it is left as it is."""
    venv = tmp_path / "venv"
    assert (0, "") == ((first := script(root, str(venv), os.path.realpath(sys.executable))).returncode, first.stderr)
    mark = venv / "mark"
    mark.touch()
    assert (0, True) == (script(root, str(venv)).returncode, mark.exists())


def test_an_old_python_is_told_in_one_line(root: Path, tmp_path: Path) -> None:
    """With what to do."""
    old = tmp_path / "python3"
    old.write_text('#!/bin/sh\n[ "$1" = --version ] && echo "Python 3.9.2" && exit 0\nexit 1\n')
    old.chmod(0o755)
    done = script(root, str(tmp_path / "venv"), str(old))
    assert (
        2,
        "mapapp: Python 3.11 or newer is needed, found: Python 3.9.2. Install one, or name it: make PYTHON=/path/to/python3.11\n",
    ) == (
        done.returncode,
        done.stderr,
    )


def test_a_python_without_any_way_to_an_environment_is_told_in_one_line(root: Path, tmp_path: Path) -> None:
    """No venv, no virtualenv, no pip, no uv, and nobody is root."""
    python = crippled(tmp_path, "-m venv", "-m virtualenv", "-m pip")
    done = script(root, str(tmp_path / "venv"), str(python), path="/usr/bin:/bin")
    assert (2, 1, True) == (done.returncode, done.stderr.count("\n"), "python3-venv" in done.stderr)


def test_ci_is_strict_and_does_everything(root: Path) -> None:
    """It stops at the first fault, needs all tools, tests and lints."""
    path = root / ".ci/run"
    content = path.read_text()
    assert path.stat().st_mode & stat.S_IXUSR
    assert [] == [
        line
        for line in ("set -euo pipefail", "MAPAPP_REQUIRE_ALL=1", "make test", "make lint", "chromium", "gdal-bin")
        if line not in content
    ]
    assert 0 == subprocess.run(["bash", "-n", str(path)], check=False).returncode


def instructions(dockerfile: str) -> list[tuple[str, str]]:
    """Return the instructions of a Dockerfile, continued lines joined, comments left out."""
    lines = "\n".join(line for line in dockerfile.splitlines() if not line.lstrip().startswith("#")).replace("\\\n", " ").splitlines()
    return [(line.split(None, 1)[0], line.split(None, 1)[1].strip()) for line in lines if line.strip()]


def test_the_container_is_slim_watched_and_nobody_in_particular(root: Path) -> None:
    """A slim base, a user without rights, a health check, an address that can be published."""
    steps = instructions((root / "Dockerfile").read_text())
    last_stage = steps[max(i for i, (name, _) in enumerate(steps) if name == "FROM") :]
    names = [name for name, _ in last_stage]
    assert all(value.split()[0].endswith("-slim") for name, value in steps if name == "FROM")
    assert names.index("USER") < names.index("CMD")
    assert "root" != dict(last_stage)["USER"]
    assert "/_stcore/health" in dict(last_stage)["HEALTHCHECK"]
    command = json.loads(dict(last_stage)["CMD"])
    options = build_parser().parse_args(command[1:])
    assert ("app", "0.0.0.0", 8501, True) == (options.command, options.address, options.port, options.no_browser)


def test_the_containers_steps_find_their_files(root: Path) -> None:
    """What is copied exists and is let through; what pip reads is copied before."""
    let_through = {line[1:] for line in (root / ".dockerignore").read_text().splitlines() if line.startswith("!")}
    here: set[str] = set()
    for name, value in instructions((root / "Dockerfile").read_text()):
        if name == "COPY" and not value.startswith("--from"):
            sources = [source.rstrip("/") for source in value.split()[:-1]]
            assert [] == [source for source in sources if not (root / source).exists() or source not in let_through]
            here |= set(sources)
        if name == "RUN" and "pip install" in value:
            needed = [Path(word).parts[0] for word in value.split() if word.startswith("requirements/")]
            assert set(needed) <= here
            if value.split()[-1] == ".":
                assert {"pyproject.toml", "README.md", "LICENSE", "mapapp", "gazetteer", "data"} <= here
