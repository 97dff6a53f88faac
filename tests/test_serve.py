"""Starting the app: a port that is free, an address that is said, nothing left behind."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import tomllib
import urllib.request
from pathlib import Path

import pytest

from mapapp import serve
from mapapp.errors import BadOption


def test_a_free_port_is_taken_as_wished() -> None:
    """Nobody listens there."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    assert port == serve.free_port(port)


def test_a_taken_port_gives_the_next() -> None:
    """And it is really free."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        taken = server.getsockname()[1]
        found = serve.free_port(taken)
    assert taken < found <= taken + serve.PORTS_TRIED


def test_an_address_of_another_machine_is_refused() -> None:
    """In one line."""
    with pytest.raises(BadOption, match="not an address of this machine"):
        serve.free_port(18501, address="no such host")


def test_the_packaged_settings_are_the_hardened_ones(root: Path) -> None:
    """Loopback, known hosts, bounded uploads, no statistics, no question for an e-mail address."""
    settings = tomllib.loads((root / "mapapp/app/.streamlit/config.toml").read_text())
    expected = {
        "address": "127.0.0.1",
        "allowedHosts": ["localhost", "127.0.0.1"],
        "maxUploadSize": 200,
        "maxMessageSize": 50,
        "enableStaticServing": False,
        "showEmailPrompt": False,
    }
    assert (expected, False) == (settings["server"], settings["browser"]["gatherUsageStats"])


def test_the_command_asks_nothing_and_tells_nobody() -> None:
    """Flags win over whatever a user's own configuration says."""
    command = serve.command(18501, address="127.0.0.1")
    assert {
        "--server.address=127.0.0.1",
        "--server.showEmailPrompt=false",
        "--browser.gatherUsageStats=false",
        "--server.headless=true",
    } < set(command)


@pytest.mark.slow
def test_the_app_starts_in_an_empty_home_on_the_next_free_port_and_ends_when_told(tmp_path: Path) -> None:
    """As on the first day: no settings, the wished port taken; the address is printed and answers; no process is left."""
    environment = {**os.environ, "HOME": str(tmp_path), "PYTHONUNBUFFERED": "1"}
    with socket.create_server(("127.0.0.1", 0)) as server:
        taken = server.getsockname()[1]
        command = [sys.executable, "-m", "mapapp", "--port", str(taken), "--no-browser"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, text=True) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            line = next(line for line in process.stdout if line.startswith("mapapp is open at "))
            url = line.split()[4]
            with urllib.request.urlopen(f"{url}/_stcore/health", timeout=20) as answer:
                assert b"ok" == answer.read()
            process.send_signal(signal.SIGTERM)
            said = process.stderr.read()
            process.wait(20)
    port = int(url.rsplit(":", 1)[1])
    assert f"port {taken} is taken, using {port}" in said
    assert port == serve.free_port(port)
    assert [] == [path.name for path in tmp_path.glob(".streamlit/*") if path.name == "credentials.toml"]
