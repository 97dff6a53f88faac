"""Hostile reports in a real browser: they are shown as text, run nothing, call nobody."""

from __future__ import annotations

import base64
import json
from pathlib import Path

PAYLOADS = Path(__file__).parents[1] / "hostile" / "payloads.jsonl"
KINDS = {"template-injection", "html-js", "css", "markdown", "csv-formula", "unicode", "log-shell-sql", "path"}
LONGEST = 2_000


def payloads() -> list[str]:
    """Return the payloads that can be typed into a box."""
    found = []
    for line in PAYLOADS.read_text("utf-8").splitlines():
        row = json.loads(line)
        if row["kind"] not in KINDS:
            continue
        text = base64.b64decode(row["payload"]).decode("utf-8", "replace") if row.get("encoding") == "base64" else row["payload"]
        text = row.get("first", "") + text * row.get("repeat", 1) + row.get("then", "")
        found.append(text.encode("utf-8", "replace").decode()[:LONGEST])
    return found


def test_hostile_reports_run_nothing_and_lose_nothing(visit):
    """All payloads in one report, each in a sentence of its own with an incident, a place and a distance: `visit` checks the rest."""
    visit.open()
    sentences = [
        f"Gunmen killed two people in Aktobe on June {1 + number % 28}, 2016, said {text} on Monday."
        for number, text in enumerate(payloads())
    ]
    report = "\n\n".join(["Aktobe, 100 kilometers from the Russian border, was the site of a bombing in 2011.", *sentences])
    visit.paste(report, title=" ".join(payloads()[:12])[:300])
    page = visit.page
    visit.until(lambda: "A{{7*7}}B" in page.locator(".sheet").inner_text(), seconds=60)
    assert "A49B" not in page.locator(".sheet").inner_text()
    page.wait_for_selector(".claim-label")
    assert page.locator(".pin").count() >= 1
    for badge in range(min(5, page.locator(".badge:not(.sample)").count())):
        before = visit.selected_text()
        page.locator(".badge:not(.sample)").nth(badge).click()
        visit.until(lambda before=before: visit.selected_text() != before)
    for tab in ("Distances", "Places", "Incidents"):
        page.get_by_role("tab", name=tab).click()
        page.wait_for_timeout(200)
    page.locator("path.claim-hit").first.hover(force=True)
    page.locator("mark.toponym").first.hover()
    page.wait_for_timeout(300)
    assert page.url.startswith(visit.address)


def test_a_hostile_address_is_text_and_no_link(visit):
    """The address given for a report is shown, never followed."""
    page = visit.open()
    page.get_by_text("Paste text", exact=True).click()
    page.get_by_role("textbox", name="Text of the report").fill("A bomb exploded in Aktobe on June 5, 2016.")
    page.get_by_role("textbox", name="Address (optional)").fill("javascript:window.__xss=1//example.org")
    page.get_by_role("button", name="Read").click()
    visit.until(lambda: page.locator(".origin").inner_text().endswith("javascript:window.__xss=1//example.org"))
    assert page.locator(".summary a").count() == 0
