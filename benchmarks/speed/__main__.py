"""Speed, as ratios side by side in one run: ``python -m benchmarks.speed``. Never a test: machines differ."""

from __future__ import annotations

from benchmarks.speed import borders, places, reading

if __name__ == "__main__":
    for part in (places, borders, reading):
        print(f"\n== {part.__name__.rpartition('.')[2]}")
        part.main()
