"""Scores the own set. Run as ``python -m tests.claims.own_set.scoring [--faults] [--pin]``.

What is counted stands in ``tests/claims/claim_scoring.py``.
"""

from __future__ import annotations

from pathlib import Path

from tests.claims.claim_scoring import main

if __name__ == "__main__":
    main(Path(__file__).parent)
