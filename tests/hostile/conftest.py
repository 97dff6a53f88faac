"""The hostile payloads, as the README beside them was written: text, or bytes for the readers."""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass
from pathlib import Path

import pytest

PAYLOADS = Path(__file__).with_name("payloads.jsonl")


@dataclass(frozen=True)
class Payload:
    """One payload: how to build it, and what breaks when it is handled wrongly."""

    id: str
    kind: str
    why: str
    row: dict[str, object]

    def text(self) -> str:
        """Return the payload as text."""
        content = self.content()
        return content.decode("utf-8", "replace") if isinstance(content, bytes) else content

    def bytes(self) -> bytes:
        """Return the payload as the bytes of a file."""
        content = self.content()
        return content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")

    def content(self) -> str | bytes:
        """Return the payload as it is."""
        body = base64.b64decode(self.row["payload"]) if self.row.get("encoding") == "base64" else self.row["payload"]
        empty = body[:0]
        return self.row.get("first", empty) + body * int(self.row.get("repeat", 1)) + self.row.get("then", empty)


def load() -> list[Payload]:
    """Return all payloads but the recipes for files."""
    rows = [json.loads(line) for line in PAYLOADS.read_text("ascii").splitlines()]
    return [Payload(row["id"], row["kind"], row["why"], row) for row in rows if row["kind"] != "malformed-file"]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give each payload to every test that asks for one."""
    if "payload" in metafunc.fixturenames:
        payloads = load()
        metafunc.parametrize("payload", payloads, ids=[payload.id for payload in payloads])
