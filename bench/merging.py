"""How often merging two edits of a dossier stops for a person, beside git's own merge by lines.

Run as `python -m bench.merging`; `--short` merges fewer. Both merge the same generated edits in
the same run; git's time is that of the process `git merge-file`, ours that of the function. Ends
with 1 where ours conflict as often as git's, are not to be had, or read as anything but the merge
of the data.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from positions.merge.three_way import merge
from positions.problems.problem import has_errors
from positions.reading.reader import read
from tests.edits import Edits, generated, git_merge, leaves, merged_leaves

__all__ = ["main"]

MERGES = 500
ROWS = (
    "merges that stop at a conflict",
    "conflicts in them",
    "without a conflict, but not to be read",
    "without a conflict, but with other data",
    "left to git",
)


def main(arguments: list[str]) -> int:
    """Merge, print the table, and return 0 where ours does better and never wrong, else 1."""
    merges = 100 if "--short" in arguments else MERGES
    ours, gits = Counter[str](), Counter[str]()
    times: tuple[list[float], list[float]] = [], []
    with TemporaryDirectory() as folder:
        for seed in range(merges):
            edits = generated(seed)
            begun = time.perf_counter()
            merged = merge(*edits)
            between = time.perf_counter()
            text, conflicts = git_merge(edits, Path(folder))
            times[0].append(between - begun)
            times[1].append(time.perf_counter() - between)
            _count(gits, edits, text, conflicts)
            if merged.text is None:
                ours[ROWS[4]] += 1
                _count(ours, edits, text, conflicts)
            else:
                _count(ours, edits, merged.text, len(merged.conflicts))
    print(f"{merges} pairs of edits of two dossiers, two in three of them at the same place")
    print(f"{'':42}{'positions':>12}{'git':>12}")
    for row in ROWS:
        print(f"{row:42}{ours[row]:>12}{gits[row]:>12}")
    milliseconds = (f"{median(one) * 1000:.1f}" for one in times)
    print(f"{'milliseconds a merge, median':42}{next(milliseconds):>12}{next(milliseconds):>12}")
    wrong = ours[ROWS[2]] + ours[ROWS[3]]
    return 0 if ours[ROWS[0]] < gits[ROWS[0]] and not wrong else 1


def _count(found: Counter[str], edits: Edits, text: str, conflicts: int) -> None:
    """Count what a merge came to; without a conflict, it has to be the merge of the data."""
    if conflicts:
        found[ROWS[0]] += 1
        found[ROWS[1]] += conflicts
    elif has_errors(read(text, "").problems):
        found[ROWS[2]] += 1
    elif leaves(text) != merged_leaves(edits, (), "ours"):
        found[ROWS[3]] += 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
