"""The tables of incidents and claims: all that the map says, for keyboard and screen reader too."""

from __future__ import annotations

import streamlit as st

from mapapp.app import session, summary, tables
from mapapp.app.features import placed
from mapapp.app.panels.linked_table import draw_linked_table
from mapapp.app.state import What
from mapapp.app.wording import plain
from mapapp.claims.judging.conflicts import conflicts
from mapapp.dossier import Dossier
from mapapp.export.disagreement import report_names

MOST_CONFLICTS = 12
"""So many are told; a page with more is not read."""

CLAIM_ROW_PX = 82
"""Room for a reason in four lines."""


def draw_incidents(dossier: Dossier) -> None:
    """Draw one row per incident, the unplaced too."""
    if not dossier.incidents:
        st.caption("No incident was found in this report.")
        return
    on_map = placed(session.features())
    frame = tables.incidents(dossier, on_map)
    columns = {
        "#": st.column_config.NumberColumn(width=40),
        "What": st.column_config.TextColumn(width=140),
        "When": st.column_config.TextColumn(width=120),
        "Where": st.column_config.TextColumn(width=220),
        "Killed": st.column_config.TextColumn(width=70),
        "Injured": st.column_config.TextColumn(width=70),
        "Others": st.column_config.TextColumn(width=140),
        "Said as": st.column_config.TextColumn(width=80, help="Asserted by the report itself, reported by others, alleged, or denied."),
        "Told as": st.column_config.TextColumn(width=90, help="News, or background: an earlier incident."),
        "Part of": st.column_config.TextColumn(width=90, help="The totals of an incident already hold those of its parts."),
        "In the words of the report": st.column_config.TextColumn(width=520),
    }
    alt = f"Incidents: {summary.incident_line(summary.count(dossier, on_map))}"
    draw_linked_table(frame, What.INCIDENT, columns=columns, alt=alt)


def draw_claims(dossier: Dossier) -> None:
    """Draw one row per stated distance or direction."""
    if not dossier.claims:
        st.caption("This report states no distance or direction that could be checked.")
        return
    columns = {
        "In the words of the report": st.column_config.TextColumn(width=210),
        "From": st.column_config.TextColumn(width=115),
        "Stated": st.column_config.TextColumn(width=95),
        "Measured": st.column_config.TextColumn(
            width=95,
            help="Straight line over the earth's ellipsoid from the middle of the place; in brackets what the places' size allows.",
        ),
        "Verdict": st.column_config.TextColumn(width=140, help="⚠ comes first: nothing explains what the report says."),
        "Direction": st.column_config.TextColumn(width=95),
        "Why": st.column_config.TextColumn(width=550),
    }
    draw_conflicts()
    alt = f"Distances, alarms first: {summary.claim_line(dossier.claims)}"
    draw_linked_table(tables.claims(dossier), What.CLAIM, columns=columns, alt=alt, row_px=CLAIM_ROW_PX)


def draw_conflicts() -> None:
    """Say where figures for one distance do not agree, in this report or with another one that was read on this page."""
    read = session.reports()
    names = report_names(read)
    found = conflicts(list(zip(names, (report.claims for report in read), strict=True)))
    told = [conflict for conflict in found if names[0] in conflict.report_ids]
    if not told:
        return
    with st.container(border=True, key="conflicts"):
        st.markdown("**Figures that disagree**")
        for conflict in told[:MOST_CONFLICTS]:
            st.markdown(plain(conflict.words))
        if len(told) > MOST_CONFLICTS:
            st.caption(f"and {len(told) - MOST_CONFLICTS} more; the GeoJSON has them all, in the column “conflict”.")
