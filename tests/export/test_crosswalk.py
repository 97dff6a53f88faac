"""Incidents as rows of ACLED, UCDP GED and GTD, and the losses beside them."""

import csv
import io
import json
from dataclasses import replace
from datetime import date

import pytest

from mapapp.errors import BadOption
from mapapp.export.crosswalk_columns import ACLED, GTD, SCHEMES, UCDP
from mapapp.export.writing import write
from mapapp.incidents.incident import (
    Actor,
    ActorRole,
    ActorType,
    Attribution,
    Count,
    DatePrecision,
    Incident,
    IncidentType,
    Quote,
    Status,
)
from mapapp.report.report import Span


@pytest.fixture
def war(invented):
    """Tell of a fight, an attack on civilians, a strike told as denied, an umbrella with a part, and a fire."""
    dossier = invented.harbour()
    day = {"date_start": date(2023, 4, 2), "date_end": date(2023, 4, 2), "date_precision": DatePrecision.DAY, "date_how": "explicit"}
    shared = {"site": dossier.incidents[0].site, "quotes": (Quote(Span(0, 4), "incident"),), **day}

    def actor(words, role, kind):
        return Actor(words, Span(0, 4), role, kind)

    rebels = actor("rebels", ActorRole.PERPETRATOR, ActorType.REBELS)
    return replace(
        dossier,
        incidents=(
            Incident(
                "fight", IncidentType.SHOOTING, "=A fight", killed=Count(2, 2, 2), attackers_killed=Count(1, 1, 1),
                injured=Count(3, None, None),
                actors=(rebels, actor("a patrol", ActorRole.TARGET, ActorType.STATE_FORCES)), **shared,
            ),
            Incident(
                "raid", IncidentType.KILLING, "A raid", killed=Count(5, 5, None), civilians_killed=Count(4, 4, 4),
                actors=(rebels, actor("traders", ActorRole.TARGET, ActorType.CIVILIANS)), **shared,
            ),
            Incident("strike", IncidentType.BOMBING, "A strike", attribution=Attribution.DENIED, **shared),
            Incident("both", IncidentType.BOMBING, "Bombs", killed=Count(9, 9, 9), **shared),
            Incident("one", IncidentType.BOMBING, "A bomb", parent="both", **shared),
            Incident("wrong", IncidentType.BOMBING, "No bomb", status=Status.REJECTED, **shared),
            Incident("blaze", IncidentType.FIRE, "A blaze", killed=Count(1, 1, 1), **shared),
            Incident(
                "taken", IncidentType.ABDUCTION, "Taken", abducted=Count(2, 2, 2), date_start=date(2023, 1, 1), date_end=date(2023, 12, 31),
                date_precision=DatePrecision.YEAR,
            ),
        ),
    )  # fmt: skip


@pytest.fixture
def table(war, names, tmp_path):
    """Write a crosswalk and read it back: rows by id, and the losses."""

    def written(ending):
        paths = write([war], tmp_path / f"out{ending}", gazetteer=names)
        assert [path.name for path in paths] == [f"out{ending}", f"out{ending}-losses.json"]
        rows = list(csv.DictReader(io.StringIO(paths[0].read_text("utf-8"))))
        key = SCHEMES[ending].columns[0]
        return {row[key]: row for row in rows}, json.loads(paths[1].read_text("utf-8"))

    return written


@pytest.mark.parametrize(("scheme", "columns"), [(ACLED, 31), (UCDP, 49), (GTD, 135)], ids=["ACLED", "UCDP", "GTD"])
def test_the_columns_are_those_of_the_code_book(scheme, columns):
    """All of them, each once, in its order."""
    assert (len(scheme.columns), len(set(scheme.columns))) == (columns, columns)


@pytest.mark.parametrize("ending", list(SCHEMES))
def test_every_column_is_written_and_every_incident_accounted_for(table, war, ending):
    """Rows and what is left out add up; what is never filled is named."""
    rows, losses = table(ending)
    left_out = {name for reason in losses["left_out"].values() for name in reason["ids"]}
    assert rows.keys() | left_out == {incident.id for incident in war.incidents}
    assert rows.keys().isdisjoint(left_out)
    assert losses["rows"] == len(rows)
    assert all(tuple(row) == SCHEMES[ending].columns for row in rows.values())
    assert all(not row[name] for row in rows.values() for name in losses["always_empty"])
    assert losses["losses"] == SCHEMES[ending].losses


def test_acled_counts_all_dead_and_writes_nought_for_none(table):
    """Sub-event, sides and their codes; a day is time precision 1, a year has none."""
    rows, losses = table(".acled.csv")
    keys = ("event_date", "time_precision", "disorder_type", "event_type", "sub_event_type", "actor1", "inter1", "inter2", "interaction")
    assert [rows["fight"][key] for key in keys] == [
        "2023-04-02", "1", "Political violence", "Battles", "Armed clash", "rebels", "2", "1", "12",
    ]  # fmt: skip
    assert [rows[name]["fatalities"] for name in ("fight", "raid", "taken")] == ["3", "5", "0"]
    assert [rows["raid"][key] for key in ("civilian_targeting", "interaction")] == ["Civilian targeting", "27"]
    assert (rows["taken"]["time_precision"], rows["taken"]["year"]) == ("", "2023")
    assert {reason: entry["ids"] for reason, entry in losses["left_out"].items()} == {
        "denied": ["strike"], "not covered": ["blaze"], "rejected by an analyst": ["wrong"], "umbrella: its parts are written": ["both"],
    }  # fmt: skip


def test_ucdp_puts_the_state_on_side_a_and_its_enemies_dead_on_side_b(table):
    """One-sided violence has civilians on side b; an open upper bound becomes the best figure."""
    rows, _ = table(".ucdp.csv")
    keys = ("type_of_violence", "side_a", "side_b", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high", "low")
    assert [rows["fight"][key] for key in keys] == ["1", "a patrol", "rebels", "", "1", "", "2", "3", "3", "3"]
    assert [rows["raid"][key] for key in keys] == ["3", "rebels", "Civilians", "", "", "4", "1", "5", "5", "5"]
    assert rows.keys() == {"fight", "raid"}


def test_gtd_has_noughts_for_unknown_days_and_dead_attackers_apart(table):
    """A low bound stands in for a vague figure; parts name each other."""
    rows, _ = table(".gtd.csv")
    assert [rows["taken"][key] for key in ("iyear", "imonth", "iday", "attacktype1_txt", "ishostkid", "nhostkid", "nkill")] == [
        "2023", "0", "0", "Hostage Taking (Kidnapping)", "1", "2", "",
    ]  # fmt: skip
    assert [rows["fight"][key] for key in ("nkill", "nkillter", "nwound", "targtype1", "gname")] == ["3", "1", "3", "4", "rebels"]
    assert [rows["one"][key] for key in ("multiple", "related", "specificity", "city", "gname")] == ["1", "", "1", "Uzhhorod", "Unknown"]


def test_cells_cannot_run_in_a_spreadsheet(war, names, tmp_path):
    """As in every CSV of ours."""
    bomber = Actor("=HYPERLINK(1)", Span(0, 4), ActorRole.PERPETRATOR, None)
    dossier = replace(war, incidents=(replace(war.incidents[4], parent=None, actors=(bomber,)),))
    written = write([dossier], tmp_path / "x.gtd.csv", gazetteer=names)[0].read_text("utf-8")
    assert "'=HYPERLINK(1)" in written


def test_a_crosswalk_holds_incidents_alone(war, names, tmp_path):
    """Claims and mentions have no table there."""
    with pytest.raises(BadOption, match=r"\.acled\.csv holds incidents"):
        write([war], tmp_path / "x.acled.csv", layers=("claims",), gazetteer=names)
    assert list(tmp_path.iterdir()) == []
