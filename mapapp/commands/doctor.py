"""`mapapp doctor`: check that everything is in place."""

from __future__ import annotations

import argparse

from mapapp import doctor
from mapapp.commands.output import deliver, table


def run(options: argparse.Namespace) -> int:
    """Print what was checked; exit code 2 if something is wrong that stops mapapp from working."""
    findings = doctor.examine(port=options.port)
    rows = [("", "what", "found"), *((_MARKS[finding.state], finding.what, finding.found) for finding in findings)]
    text = table(rows)
    remedies = [f"{finding.what}: {finding.remedy}" for finding in findings if finding.remedy]
    if remedies and options.fix:
        text += "\nNothing is mended by itself; this would do it:\n" + "".join(f"  {remedy}\n" for remedy in remedies)
    elif remedies:
        text += "\n`mapapp doctor --fix` says what mends it.\n"
    deliver(text, None)
    return 2 if any(finding.state is doctor.State.WRONG for finding in findings) else 0


_MARKS = {doctor.State.FINE: "ok", doctor.State.NOTE: "note", doctor.State.WRONG: "WRONG"}
