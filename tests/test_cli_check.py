"""`mapapp check` and the profile of verdicts: what an editor sees, what a program reads, exit codes."""

import io
import json
from pathlib import Path
from types import SimpleNamespace

import pytest

from mapapp.cli import main
from mapapp.commands import check

AKTOBE = "Aktobe, 100 kilometers from the Russian border, was quiet."
KANDAHAR = "Kandahar is 400 km from the Pakistani border, officials said."


def given(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """Put a text on stdin."""
    stream = SimpleNamespace(buffer=io.BytesIO(text.encode()), isatty=lambda: False)
    monkeypatch.setattr(check.sys, "stdin", stream)


def test_a_sentence_gets_its_words_verdict_reason_and_source(capsys: pytest.CaptureFixture[str]) -> None:
    """Two lines, ready for a note to the author."""
    assert 0 == main(["check", AKTOBE])
    first, second = capsys.readouterr().out.splitlines()
    assert "“100 kilometers from the Russian border”: by_road" == first
    assert second.startswith("  69 km in a straight line (63-76); 100 km is 1.45 times that: plausible by road, not as a straight line.")
    assert second.endswith("Border: OpenStreetMap 2017.")


def test_a_whole_text_on_stdin_is_checked_and_alarms_come_first(monkeypatch, capsys) -> None:
    """Claims of every line; what nothing explains is marked and leads, whoever states it is named."""
    given(monkeypatch, f"{AKTOBE}\n\n{KANDAHAR}\n")
    assert 0 == main(["check", "-"])
    lines = capsys.readouterr().out.splitlines()
    assert ["! “400 km from the Pakistani border”: contradicted (too far for any road)", "  the report: “officials said”"] == [
        lines[0], lines[2],
    ]  # fmt: skip
    assert lines[3].startswith("“100 kilometers from the Russian border”: by_road")


def test_figures_that_do_not_agree_are_shown_together(monkeypatch, capsys, tmp_path: Path) -> None:
    """Behind the claims, in `check` and in `read`."""
    text = f"{AKTOBE}\nAktobe lies 30 km from the Russian border.\n"
    given(monkeypatch, text)
    assert 0 == main(["check"])
    line = "Figures for “Aktobe” and “the Russian border” do not agree: “100 kilometers from the Russian border” (90-110 km)"
    assert line in capsys.readouterr().out
    (tmp_path / "report.txt").write_text(text, encoding="utf-8")
    assert 0 == main(["read", str(tmp_path / "report.txt")])
    assert f"FIGURES THAT DO NOT AGREE\n  {line}" in capsys.readouterr().out


def test_batch_counts_the_pairs_for_which_reports_do_not_agree(tmp_path: Path, capsys) -> None:
    """On stderr, across reports; nothing is said where all agree."""
    one, other = (json.dumps({"id": name, "text": text}) for name, text in (("a", AKTOBE), ("b", AKTOBE.replace("100", "30"))))
    said = []
    for name, rows in (("same", [one, one.replace('"a"', '"c"')]), ("other", [one, other])):
        (tmp_path / f"{name}.jsonl").write_text("\n".join(rows), encoding="utf-8")
        assert 0 == main(["batch", str(tmp_path / f"{name}.jsonl"), "--out", str(tmp_path / f"{name}.out.jsonl")])
        said.append("do not agree" in capsys.readouterr().err)
    assert [False, True] == said


def test_json_holds_how_a_claim_is_framed(capsys: pytest.CaptureFixture[str]) -> None:
    """What a program needs to show the claim as an editor sees it."""
    assert 0 == main(["check", KANDAHAR, "--format", "json"])
    document = json.loads(capsys.readouterr().out)
    (claim,) = document["claims"]
    assert ("officials said", False, False, False, None) == (
        claim["attribution"], claim["negated"], claim["modal"], claim["used_for_disambiguation"], claim["conversion_km"],
    )  # fmt: skip
    assert "standard" == document["settings"]["verdict_profile"]


@pytest.mark.parametrize(("profile", "expected"), [("strict", "by_road"), ("standard", "by_road"), ("loose", "roughly")])
def test_the_profile_is_used_and_written_down(profile: str, expected: str, capsys: pytest.CaptureFixture[str]) -> None:
    """100 km against 76: 1.32."""
    assert 0 == main(["check", AKTOBE, "--profile", profile, "--format", "json"])
    document = json.loads(capsys.readouterr().out)
    assert (profile, expected) == (document["settings"]["verdict_profile"], document["claims"][0]["verdict"])


@pytest.mark.parametrize("command", [["check", AKTOBE], ["read", "x.txt"], ["batch", "x.jsonl", "--out", "y.jsonl"]])
def test_an_unknown_profile_is_refused_with_the_names_there_are(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 2 and one line."""
    assert 2 == main([*command, "--profile", "harsh"])
    message = capsys.readouterr().err
    assert 1 == len(message.splitlines())
    assert "standard" in message
    assert "strict" in message


@pytest.mark.parametrize("text", ["", " \n\t\n"])
def test_nothing_to_check_is_an_error(text: str, monkeypatch, capsys) -> None:
    """An empty sentence and an empty stdin: exit code 2, one line on stderr, nothing on stdout."""
    given(monkeypatch, text)
    for arguments in (["check", "-"], ["check", text]):
        assert 2 == main(arguments)
        shown = capsys.readouterr()
        assert ("", 1) == (shown.out, len(shown.err.splitlines()))
        assert "empty" in shown.err


def test_no_claim_is_an_answer(capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 0, said in words, an empty list in JSON."""
    assert 0 == main(["check", "Nothing of the sort."])
    assert "no distance or direction is claimed" in capsys.readouterr().out
    assert 0 == main(["check", "Nothing of the sort.", "--format", "json"])
    assert [] == json.loads(capsys.readouterr().out)["claims"]


def test_hostile_words_cannot_steer_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    """What is quoted is made harmless, the words that say who states it, too."""
    assert 0 == main(["check", "Kandahar is 400 km from the Pakistani border, the \x1b[31mmayor said."])
    assert "\x1b" not in capsys.readouterr().out
