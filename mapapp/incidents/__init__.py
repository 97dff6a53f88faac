"""Work out what happened, where, when and to how many."""

from mapapp.incidents.find import Findings, find_findings, find_incidents

__all__ = ["Findings", "find_findings", "find_incidents"]
