"""The house: floors, sizes, names, docstrings, and what must not stand in any file."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).parents[1]
PACKAGES = ("gazetteer", "mapapp")
LONGEST_MODULE = 400
LONGEST_FUNCTION = 60
LARGEST_FILE = 50_000_000
VAGUE_NAMES = {"utils", "util", "helpers", "helper", "common", "manager", "managers", "base", "misc", "tools", "lib"}
NETWORK = {
    "aiohttp",
    "ftplib",
    "http",
    "httpx",
    "requests",
    "smtplib",
    "ssl",
    "telnetlib",
    "urllib.request",
    "urllib3",
    "websockets",
    "xmlrpc",
}
SOCKETS_ALLOWED = {"mapapp/serve.py"}
"""Where a socket may be opened: to see whether a port of this machine is free."""
PROCESSES_ALLOWED = {"mapapp/serve.py", "mapapp/report/extraction/__init__.py"}
"""Where another process may be started: the app's server, and the one that takes hostile files apart."""


def modules() -> list[Path]:
    """Return the modules of both packages."""
    return sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))


def tracked() -> list[Path]:
    """Return the files that belong to the project: what git knows or would take up, else all but what tools left behind."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode != 0:
        pytest.skip("not a git checkout")
    return [path for name in listed.stdout.split("\0") if name and (path := ROOT / name).is_file()]


@cache
def trees() -> tuple[tuple[str, ast.Module], ...]:
    """Return each module's name and syntax tree."""
    return tuple((path.relative_to(ROOT).as_posix(), ast.parse(path.read_text("utf-8"))) for path in modules())


def imported(tree: ast.Module) -> set[str]:
    """Return the full names of all that a module imports, anywhere in it."""
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


def functions(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Yield every function and method."""
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node


def public(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef]:
    """Yield what others may use: functions, classes and their methods without a leading underscore."""
    for node in tree.body:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)) and not node.name.startswith("_"):
            yield node
            for inner in node.body if isinstance(node, ast.ClassDef) else ():
                if isinstance(inner, (ast.FunctionDef, ast.AsyncFunctionDef)) and not inner.name.startswith("_"):
                    yield inner


def test_the_floors_hold() -> None:
    """All contracts of pyproject.toml: floors, circles, and which library belongs where."""
    assert 0 == lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True)


def test_a_floor_that_looks_up_would_be_found(tmp_path: Path) -> None:
    """The contracts can fail: a planted offence breaks one."""
    for package, content in {"low": "import high\n", "high": ""}.items():
        (tmp_path / package).mkdir()
        (tmp_path / package / "__init__.py").write_text(content)
    config = tmp_path / "setup.toml"
    config.write_text(
        '[tool.importlinter]\nroot_packages = ["high", "low"]\n'
        '[[tool.importlinter.contracts]]\nname = "floors"\ntype = "layers"\nlayers = ["high", "low"]\n'
    )
    command = ["lint-imports", "--config", str(config), "--no-cache"]
    program = (
        f"import sys; sys.path.insert(0, {str(tmp_path)!r}); from importlinter.cli import lint_imports_command as c; c({command[1:]!r})"
    )
    done = subprocess.run([_python(), "-c", program], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (1, True) == (done.returncode, "low is not allowed to import high" in done.stdout)


def _python() -> str:
    import sys

    return sys.executable


def test_modules_and_functions_are_short() -> None:
    """Four hundred lines, sixty lines."""
    long = [
        f"{path.relative_to(ROOT)}: {count} lines"
        for path in modules()
        if (count := len(path.read_text("utf-8").splitlines())) > LONGEST_MODULE
    ]
    for name, tree in trees():
        for node in functions(tree):
            assert node.end_lineno is not None
            if node.end_lineno - node.lineno + 1 > LONGEST_FUNCTION:
                long.append(f"{name}:{node.lineno} {node.name}: {node.end_lineno - node.lineno + 1} lines")
    assert [] == long


def test_everything_public_says_what_it_does() -> None:
    """Modules, classes, functions, methods."""
    silent = [name for name, tree in trees() if not ast.get_docstring(tree)]
    silent += [f"{name}:{node.lineno} {node.name}" for name, tree in trees() for node in public(tree) if not ast.get_docstring(node)]
    assert [] == silent


def test_everything_is_annotated() -> None:
    """All arguments and what comes back; mypy checks that it is true."""
    bare = []
    for name, tree in trees():
        for node in functions(tree):
            arguments = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
            untyped = [a.arg for a in arguments if a.annotation is None and a.arg not in {"self", "cls"}]
            if untyped or node.returns is None:
                bare.append(f"{name}:{node.lineno} {node.name}")
    assert [] == bare


def test_no_module_has_a_name_that_says_nothing() -> None:
    """Nouns of the field only."""
    parts = {part for path in modules() for part in path.relative_to(ROOT).with_suffix("").parts}
    assert set() == parts & VAGUE_NAMES


def test_no_exception_is_caught_blindly() -> None:
    """Neither `except:` nor `except Exception`."""
    blind = []
    for name, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.ExceptHandler):
                caught = [node.type] if not isinstance(node.type, ast.Tuple) else node.type.elts
                if any(kind is None or (isinstance(kind, ast.Name) and kind.id in {"Exception", "BaseException"}) for kind in caught):
                    blind.append(f"{name}:{node.lineno}")
    assert [] == blind


def test_no_network_library_is_imported_when_running() -> None:
    """Only where data are made, and where a user asks for a download by name."""
    asked = ("gazetteer/build/", "gazetteer/importing/download.py")
    found = {name: used for name, tree in trees() if not name.startswith(asked) and (used := imported(tree) & NETWORK)}
    sockets = {name for name, tree in trees() if "socket" in imported(tree)}
    assert ({}, SOCKETS_ALLOWED) == (found, sockets)


def test_processes_are_started_in_two_places_only_and_never_by_a_shell() -> None:
    """The app's server and the taking apart of files."""
    running = {name for name, tree in trees() if "subprocess" in imported(tree) and not name.startswith("gazetteer/build/")}
    risky = re.compile(r"shell\s*=\s*True|os\.(?:system|popen)\(|\beval\(|\bexec\(")
    shells = [path.name for path in modules() if risky.search(path.read_text("utf-8"))]
    assert (PROCESSES_ALLOWED, []) == (running, shells)


def test_no_text_is_logged_above_debug() -> None:
    """Reports are private: the packages write no log of their own above that level."""
    log = re.compile(r"\blog(?:ger|ging)?\.(?:info|warning|error|critical|exception)\(")
    loud = [path.name for path in modules() if log.search(path.read_text("utf-8"))]
    assert [] == loud


def test_no_file_names_a_machine_a_registry_or_a_tool_of_the_workshop() -> None:
    """The project is for anybody, anywhere."""
    # Put together here, so that this file does not name them itself.
    words = [
        "/wo" + "rk/",
        "/ho" + "me/",
        "/ro" + "ot/",
        "py" + "pi.org",
        "pythonhos" + "ted",
        "registry.npm" + "js",
        "deb.deb" + "ian",
        "index" + "-url",
    ]
    pattern = re.compile("|".join(map(re.escape, words)))
    excused = {"/ho" + "me/": {"Dockerfile"}, "index" + "-url": {"Makefile"}}
    found = []
    for path in tracked():
        name = path.relative_to(ROOT).as_posix()
        if path.suffix in {".bin", ".marisa", ".columns", ".png", ".pdf", ".docx", ".svg"} or path.stat().st_size > 5_000_000:
            continue
        words_in = (match.group() for match in pattern.finditer(path.read_text("utf-8", "replace")))
        found += [f"{name}: {word}" for word in words_in if name not in excused.get(word, set())]
    assert [] == found


def test_no_file_is_huge() -> None:
    """The built data are about 30 MB in all."""
    assert [] == [path.name for path in tracked() if path.stat().st_size > LARGEST_FILE]


def test_every_test_says_what_it_shows() -> None:
    """A sentence as its name, a line as its docstring."""
    silent = []
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        tests = (node for node in functions(ast.parse(path.read_text("utf-8"))) if node.name.startswith("test_"))
        silent += [f"{path.relative_to(ROOT)}:{node.lineno} {node.name}" for node in tests if not ast.get_docstring(node)]
    assert [] == silent


def test_no_pattern_has_a_group_that_does_not_give_back():
    """Python 3.11.0 to 3.11.4 misread them, and Debian 12 has 3.11.2: sentences ended at every line break there."""
    holding = re.compile(r"\)(?:\+\+|\*\+|\?\+|\}\+)|\(\?>")
    found = [
        f"{path}:{number}"
        for folder in ("mapapp", "gazetteer", "benchmarks")
        for path in sorted((ROOT / folder).rglob("*.py"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if holding.search(line.partition("  # ")[0]) and not line.lstrip().startswith("#")
    ]
    assert found == []
