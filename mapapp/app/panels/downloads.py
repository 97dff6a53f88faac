"""The findings to take away: exactly what is shown, corrections included."""

from __future__ import annotations

import json
import re
import unicodedata

import streamlit as st

from mapapp.app.features import LAYERS
from mapapp.dossier import Dossier

NAME_CHARACTERS = 60


def draw_downloads(dossier: Dossier) -> None:
    """Draw the four downloads; each file is made when it is asked for, and nothing runs anew."""
    st.caption("Take away what is shown, your corrections included:")
    stem = file_stem(dossier)
    columns = st.columns(4)
    columns[0].download_button(
        "GeoJSON",
        data=lambda: geojson(dossier),
        file_name=f"{stem}.geojson",
        mime="application/geo+json",
        icon=":material/map:",
        help="All layers, for QGIS and every other GIS",
        on_click="ignore",
        width="stretch",
    )
    columns[1].download_button(
        "CSV",
        data=lambda: csv(dossier),
        file_name=f"{stem}.csv",
        mime="text/csv",
        icon=":material/table:",
        help="One row per incident, for spreadsheets",
        on_click="ignore",
        width="stretch",
    )
    columns[2].download_button(
        "HTML map",
        data=lambda: html_map(dossier),
        file_name=f"{stem}.html",
        mime="text/html",
        icon=":material/public:",
        help="One file with everything inside, opens in any browser without a network",
        on_click="ignore",
        width="stretch",
    )
    columns[3].download_button(
        "Dossier (JSON)",
        data=lambda: dossier_json(dossier),
        file_name=f"{stem}.json",
        mime="application/json",
        icon=":material/data_object:",
        help="All findings with offsets, reasons and alternatives, for programs",
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
