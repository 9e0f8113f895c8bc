"""How long one text of 30 parties and 350 issues takes, beside the comparison that it is made of.

Run as `python -m bench.single_text`; `--short` measures fewer times, and a fifth of the issues. The
target: making the text from the comparison takes at most twice the time of the comparison, in the
same run. The exit code is 1 where it is missed.
"""

from __future__ import annotations

import gc
import sys
import time
from statistics import median

import positions
from bench.scale import dossier
from positions.analysis.single_text.merge import single_text
from positions.reports.single_text.markdown import single_text_markdown

__all__ = ["main"]

ISSUES, PARTIES = 350, 30
MOST = 2.0
"""How many times as long as the comparison the text may take."""


def main(arguments: list[str]) -> int:
    """Measure, print a table, and return 1 if the target was missed."""
    short = "--short" in arguments
    issues = ISSUES // (5 if short else 1)
    found = positions.loads(dossier(issues, PARTIES)).dossier
    assert found is not None
    taken: dict[str, list[float]] = {"compare": [], "single text": [], "as Markdown": []}
    for _ in range(2 if short else 5):
        gc.collect()
        begun = time.process_time()
        comparison = positions.compare(found)
        compared = time.process_time()
        text = single_text(comparison, found)
        made = time.process_time()
        single_text_markdown(text)
        ended = time.process_time()
        taken["compare"].append(compared - begun)
        taken["single text"].append(made - compared)
        taken["as Markdown"].append(ended - made)
    peer = median(taken["compare"])
    print(f"{issues} issues by {PARTIES} parties")
    print(f"{'':20}{'seconds':>8}{'ratio':>8}")
    for what, figures in taken.items():
        print(f"{what:20}{median(figures):8.3f}{median(figures) / peer:8.2f}")
    most = MOST * (2 if short else 1)
    return 1 if median(taken["single text"]) > most * peer else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
