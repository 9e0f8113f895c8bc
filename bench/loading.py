"""How long loading and comparing a dossier takes beside the import of pydantic.

Run as `python -m bench.loading [FILE]`; `--short` measures fewer times. Each measurement is a
fresh interpreter: one that has imported our modules and then loads and compares a dossier, and
one that imports `BaseModel`, in turn. It prints medians and their ratio, and ends with 1 where
the target is missed; `--short` counts it as missed at twice that. What validates a kind of record
is built when the first one is loaded, and counts as loading.
"""

from __future__ import annotations

import subprocess
import sys
from statistics import median

__all__ = ["main"]

DOSSIER = "data/positions.yaml"
TARGET = 1.0

OURS = """
import sys, time
from positions.comparison.compare import compare
from positions.loader import load
begun = time.perf_counter()
loaded = load(sys.argv[1])
read = time.perf_counter()
rows = compare(loaded.dossier).rows
done = time.perf_counter()
print(read - begun, done - read, len(rows))
"""

THEIRS = """
import time
begun = time.perf_counter()
from pydantic import BaseModel
print(time.perf_counter() - begun)
"""


def main(arguments: list[str]) -> int:
    """Measure, print the table, and return 0 where the target is met, else 1."""
    short = "--short" in arguments
    times = 5 if short else 21
    path = next((word for word in arguments if not word.startswith("-")), DOSSIER)
    loading: list[float] = []
    comparing: list[float] = []
    importing: list[float] = []
    rows = 0
    for _ in range(times):
        read, compared, found = _figures(OURS, path)
        loading.append(read)
        comparing.append(compared)
        rows = int(found)
        importing += _figures(THEIRS, path)
    ours = [one + other for one, other in zip(loading, comparing, strict=True)]
    ratio = median(ours) / median(importing)
    print(f"Loading and comparing {path}, {rows} issues, median of {times} fresh interpreters")
    print(f"{'':42}{'ms':>8}{'ratio':>8}{'target':>8}")
    print(f"{'positions.load':42}{median(loading) * 1e3:8.1f}")
    print(f"{'positions.compare':42}{median(comparing) * 1e3:8.1f}")
    print(f"{'both':42}{median(ours) * 1e3:8.1f}")
    imported = median(importing) * 1e3
    print(f"{'from pydantic import BaseModel':42}{imported:8.1f}{ratio:8.3f}{TARGET:8.2f}")
    return 0 if ratio < TARGET * (2 if short else 1) else 1


def _figures(program: str, path: str) -> list[float]:
    """Return the figures that a program prints in a fresh interpreter."""
    ended = subprocess.run(
        [sys.executable, "-c", program, path], capture_output=True, text=True, check=True
    )
    return [float(word) for word in ended.stdout.split()]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
