"""The findings to take away: exactly what is shown, corrections included."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import streamlit as st

from mapapp.app.features import LAYERS
from mapapp.dossier import Dossier

NAME_CHARACTERS = 60


@dataclass(frozen=True, slots=True)
class Download:
    """One file on offer: what its button says, how the file ends, what it is, and how it is made."""

    label: str
    ending: str
    mime: str
    icon: str
    help: str
    make: Callable[[Dossier], bytes]


def draw_downloads(dossier: Dossier) -> None:
    """Draw the downloads; each file is made when it is asked for, and nothing runs anew."""
    st.caption("Take away what is shown, your corrections included:")
    stem = file_stem(dossier)
    for column, download in zip(st.columns(len(DOWNLOADS)), DOWNLOADS, strict=True):
        column.download_button(
            download.label,
            data=partial(download.make, dossier),
            file_name=f"{stem}.{download.ending}",
            mime=download.mime,
            icon=f":material/{download.icon}:",
            help=download.help,
            on_click="ignore",
            width="stretch",
        )


def file_stem(dossier: Dossier) -> str:
    """Return a safe file name from the title: letters, digits and hyphens only."""
    ascii_title = unicodedata.normalize("NFKD", dossier.report.title).encode("ascii", "ignore").decode()
    words = re.findall(r"[A-Za-z0-9]+", ascii_title[: 4 * NAME_CHARACTERS])
    return "-".join(words).lower()[:NAME_CHARACTERS].strip("-") or "report"


def geojson(dossier: Dossier) -> bytes:
    """Return the GeoJSON of all layers: byte for byte what the map draws."""
    from mapapp.export import feature_collection, to_bytes

    return to_bytes(feature_collection([dossier], layers=LAYERS))


def csv(dossier: Dossier) -> bytes:
    """Return one row per incident."""
    from mapapp.export import feature_collection
    from mapapp.export.tables import to_csv

    return to_csv(feature_collection([dossier])["features"], "incidents")


def html_map(dossier: Dossier) -> bytes:
    """Return the stand-alone map."""
    from mapapp.export import feature_collection
    from mapapp.webmap import html_map as draw

    return draw(feature_collection([dossier], layers=LAYERS), title=dossier.report.title or "Incidents").encode()


def dossier_json(dossier: Dossier) -> bytes:
    """Return the dossier as the contract describes it."""
    return json.dumps(dossier.to_dict(), ensure_ascii=False, indent=1).encode("utf-8", "replace")


DOWNLOADS = (
    Download("GeoJSON", "geojson", "application/geo+json", "map", "All layers, for QGIS and every other GIS", geojson),
    Download("CSV", "csv", "text/csv", "table", "One row per incident, for spreadsheets", csv),
    Download(
        "HTML map", "html", "text/html", "public", "One file with everything inside, opens in any browser without a network", html_map
    ),
    Download(
        "Dossier (JSON)",
        "json",
        "application/json",
        "data_object",
        "All findings with offsets, reasons and alternatives, for programs",
        dossier_json,
    ),
)
