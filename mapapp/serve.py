"""Start the app: choose a port, start Streamlit on it, say where it is, stay until it ends."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import webbrowser
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from types import FrameType

from mapapp.errors import BadOption

MAIN_SCRIPT = Path(__file__).parent / "app" / "main.py"
PRINT = partial(print, flush=True)
PORTS_TRIED = 100
START_SECONDS = 60.0
STOP_SECONDS = 5.0
_LAST_PORT = 65_535
_ANY_ADDRESS = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 (recognised here, not bound to)


def serve(
    *,
    port: int,
    address: str = "127.0.0.1",
    opens_browser: bool = True,
    tell: Callable[[str], None] = PRINT,
    warn: Callable[[str], None] = PRINT,
) -> int:
    """Start the app and stay until it ends or Ctrl+C is pressed; return the exit code.

    Parameters
    ----------
    port
        Wished for; the next free one is taken, and named, if another program has it.
    address
        127.0.0.1 is this machine only. There is no login: anything else on purpose.
    opens_browser
        Open the address in the browser when the app answers.
    tell, warn
        Called with the line that says where the app is, and with lines about what is not as wished.

    Raises
    ------
    BadOption
        If no port is free, or the address is not this machine's.
    """
    free = free_port(port, address=address)
    if free != port:
        warn(f"port {port} is taken, using {free}")
    with _stopping(subprocess.Popen(command(free, address=address))) as process:  # noqa: S603 (our own words)
        if not answers(free, address=address, while_true=lambda: process.poll() is None):
            warn("the app did not start; `mapapp doctor` looks for the reason")
            return 2
        url = f"http://{_shown(address)}:{free}"
        tell(f"mapapp is open at {url} (Ctrl+C ends it)")
        if opens_browser:
            webbrowser.open(url)
        return process.wait()


def command(port: int, *, address: str) -> list[str]:
    """Return the command that starts Streamlit. All else is in the app's own ``.streamlit/config.toml``."""
    options = {
        "server.port": str(port),
        "server.address": address,
        # Headless: Streamlit asks nothing and opens nothing; the browser is our business, once the app answers.
        "server.headless": "true",
        "server.showEmailPrompt": "false",
        "browser.gatherUsageStats": "false",
        "server.fileWatcherType": "none",
    }
    flags = [f"--{name}={value}" for name, value in options.items()]
    return [sys.executable, "-m", "streamlit", "run", str(MAIN_SCRIPT), *flags]


def free_port(wished: int, *, address: str = "127.0.0.1") -> int:
    """Return the wished port, or the next one above that nobody listens on.

    Raises
    ------
    BadOption
        If none of the next hundred is free, or the address is not this machine's.
    """
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    for port in range(wished, min(wished + PORTS_TRIED, _LAST_PORT + 1)):
        with socket.socket(family, socket.SOCK_STREAM) as door:
            if os.name == "posix":
                # A port of a server that has just ended is free; without this the system keeps it for a minute.
                door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                door.bind((address, port))
            except socket.gaierror as error:
                msg = f"{address!r} is not an address of this machine: leave --address out, or give 127.0.0.1"
                raise BadOption(msg) from error
            except OSError:
                continue
            return port
    msg = f"no port from {wished} on is free at {address}: choose another with --port"
    raise BadOption(msg)


def answers(port: int, *, address: str, while_true: Callable[[], bool], seconds: float = START_SECONDS) -> bool:
    """Wait until something listens on the port; False when it has not within the time, or the condition ends."""
    target = _shown(address).strip("[]")
    ends = time.monotonic() + seconds
    while time.monotonic() < ends and while_true():
        try:
            with socket.create_connection((target, port), timeout=1.0):
                return True
        except OSError:
            time.sleep(0.1)
    return False


def _shown(address: str) -> str:
    """Return the address under which this machine reaches itself."""
    reached = _ANY_ADDRESS.get(address, address)
    return f"[{reached}]" if ":" in reached else reached


@contextmanager
def _stopping(process: subprocess.Popen[bytes]) -> Iterator[subprocess.Popen[bytes]]:
    """End the process when the block is left, also by Ctrl+C or when this process is told to end."""

    def leave(number: int, _frame: FrameType | None) -> None:
        raise SystemExit(128 + number)

    before = signal.signal(signal.SIGTERM, leave)
    try:
        yield process
    finally:
        signal.signal(signal.SIGTERM, before)
        if process.poll() is None:
            process.terminate()
            try:
                process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
