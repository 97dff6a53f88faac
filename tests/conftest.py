"""What all tests share: tools that may be missing, and the hostile payloads."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

# A busy machine makes single examples slow; time is measured in benchmarks, never by a test.
settings.register_profile("mapapp", deadline=None)
settings.load_profile("mapapp")

# What a user has imported on this machine is no part of any test; those about imports name folders of their own.
os.environ["MAPAPP_LAYERS"] = str(Path(tempfile.gettempdir()) / f"mapapp-tests-without-layers-{os.getpid()}")

ROOT = Path(__file__).parents[1]
REQUIRE_ALL = os.environ.get("MAPAPP_REQUIRE_ALL") == "1"
"""Set where everything must be there (.ci/run): a test whose tool is missing fails instead of being skipped."""

TOOLS = {"browser": ("chromium", "chromium"), "gis": ("ogrinfo", "gdal-bin")}
"""Marker: the command it needs, and Debian's package of it."""


def _missing(item: pytest.Item) -> str:
    """Return why the test cannot run here, or nothing."""
    for marker, (command, package) in TOOLS.items():
        if item.get_closest_marker(marker) and shutil.which(command) is None:
            return f"{command} is not installed: apt install {package}"
    return ""


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip, or fail, what needs a tool that is not there."""
    reason = _missing(item)
    if reason and REQUIRE_ALL:
        pytest.fail(f"{reason} (MAPAPP_REQUIRE_ALL=1)", pytrace=False)
    if reason:
        pytest.skip(reason)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say aloud, at the end, which tools were missing."""
    for marker, (command, package) in TOOLS.items():
        if shutil.which(command) is None:
            terminalreporter.write_line(f"NOT TESTED: everything marked {marker}, for want of {command} (apt install {package})", red=True)


@pytest.fixture(name="browser", scope="session")
def _browser() -> Iterator[Any]:
    """Start Chromium once per process: playwright allows one of its loops only."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox", "--headless"])
        yield browser
        browser.close()


@pytest.fixture(name="root", scope="session")
def _root() -> Path:
    """Return the project's folder."""
    return ROOT
