"""Lets `python -m mapapp` do what the command `mapapp` does."""

from __future__ import annotations

import sys

from mapapp.cli import main

if __name__ == "__main__":
    sys.exit(main())
