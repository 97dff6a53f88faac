"""Where data comes from: name, version, licence, vintage, attribution, digest."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """One source of data, as described in ``data/SOURCES.toml``. ``attribution`` is the notice a map or export must carry."""

    name: str
    title: str
    version: str
    licence: str
    vintage: str
    attribution: str
    url: str
