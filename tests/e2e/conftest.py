"""A real server and a real browser. What a stranger's machine would do, without the network."""

from __future__ import annotations

import os
import subprocess
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import mapapp.app
from mapapp.serve import command, free_port

LOCAL = ("http://127.0.0.1", "http://localhost", "ws://127.0.0.1", "ws://localhost", "data:", "blob:")
START_SECONDS = 60
SELECTED_TEXT = """() => [...document.querySelectorAll('*')].filter(e => e.shadowRoot)
  .flatMap(e => [...e.shadowRoot.querySelectorAll('.segment.is-selected')]).map(e => e.textContent).join('')"""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder as one that drives a browser."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.slow)


@pytest.fixture(name="address", scope="session")
def _address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Start the app once; give its address."""
    port = free_port(8650)
    log = tmp_path_factory.mktemp("server") / "log.txt"
    own_layers = os.environ | {"MAPAPP_LAYERS": str(log.with_name("layers"))}
    with log.open("wb") as out:
        process = subprocess.Popen(command(port, address="127.0.0.1"), stdout=out, stderr=out, env=own_layers)
        try:
            url = f"http://127.0.0.1:{port}"
            _wait(f"{url}/_stcore/health", process, log)
            yield url
        finally:
            process.terminate()
            process.wait(10)


def _wait(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    ends = time.monotonic() + START_SECONDS
    while time.monotonic() < ends:
        try:
            with urllib.request.urlopen(url, timeout=2) as answer:
                if answer.status == 200:
                    return
        except OSError:
            time.sleep(0.2)
        if process.poll() is not None:
            break
    pytest.fail(f"the app did not start:\n{log.read_text(errors='replace')[-3000:]}")


class Visit:
    """One visitor's page, and everything that should not have happened on it."""

    def __init__(self, browser: Any, address: str, **options: Any) -> None:
        self.context = browser.new_context(viewport={"width": 1440, "height": 1000}, accept_downloads=True, **options)
        self.page = self.context.new_page()
        self.address = address
        self.wrong: list[str] = []
        self.page.on("console", lambda message: self.wrong.append(f"console: {message.text}") if message.type == "error" else None)
        self.page.on("pageerror", lambda error: self.wrong.append(f"page error: {error}"))
        self.page.on("dialog", self._dialog)
        self.page.on("request", lambda request: self.wrong.append(f"request: {request.url}") if not request.url.startswith(LOCAL) else None)

    def _dialog(self, dialog: Any) -> None:
        self.wrong.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def open(self, query: str = "") -> Any:
        """Open the app and wait until map and text stand."""
        self.page.goto(f"{self.address}/{query}")
        self.page.wait_for_selector('.frame[data-background="ready"]', timeout=40_000)
        self.page.wait_for_selector(".sheet")
        return self.page

    def until(self, condition: Callable[[], bool], *, seconds: float = 20.0) -> None:
        """Wait until something holds: the server has answered and the page has drawn it. A busy machine only takes longer."""
        ends = time.monotonic() + seconds
        while not condition():
            assert time.monotonic() < ends, "the page did not come to what was expected"
            self.page.wait_for_timeout(100)

    def idle(self) -> None:
        """Wait until the server has had nothing to do for half a second: what is clicked next will not be drawn anew under the mouse."""
        quiet = 0
        ends = time.monotonic() + 30
        while quiet < 5:
            assert time.monotonic() < ends, "the app does not come to rest"
            self.page.wait_for_timeout(100)
            state = self.page.locator("[data-testid=stApp]").get_attribute("data-test-script-state")
            quiet = quiet + 1 if state == "notRunning" else 0

    def selected_text(self) -> str:
        """Return the highlighted words of the report."""
        words: str = self.page.evaluate(SELECTED_TEXT)
        return words

    def paste(self, text: str, *, title: str = "") -> None:
        """Read a text by way of the paste box."""
        self.page.get_by_text("Paste text", exact=True).click()
        box = self.page.get_by_role("textbox", name="Text of the report")
        box.wait_for()
        box.fill(text)
        self.page.get_by_role("textbox", name="Title (optional)").fill(title)
        self.page.get_by_role("button", name="Read").click()


@pytest.fixture(name="visit")
def _visit(browser: Any, address: str) -> Iterator[Visit]:
    """Give a fresh visitor; afterwards nothing may have gone wrong on his page."""
    visit = Visit(browser, address)
    yield visit
    executed = visit.page.evaluate("() => window.__xss")
    visit.context.close()
    assert (executed, visit.wrong) == (None, [])


@pytest.fixture(name="main_script")
def _main_script() -> Path:
    """Give the path of the page."""
    return Path(mapapp.app.__file__).with_name("main.py")
