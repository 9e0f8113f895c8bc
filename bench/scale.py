"""How long the largest dossiers take: loading and comparing beside PyYAML's own loader.

Run as `python -m bench.scale`; `--short` measures once, and a tenth of the issues. It prints
medians and their ratio to `yaml.load` of the same text, measured in turn in the same run. There
is no target: the loader makes plain data, and this a comparison. Then it prints what the processor
works for `compare` and `diff`, as commands, beside `check`, where all that parties want differs.
"""

from __future__ import annotations

import gc
import random
import resource
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import yaml
from yaml import CSafeLoader

import positions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from positions.comparison.rows import Comparison

__all__ = ["dossier", "main"]

SHAPES = ((2_000, 6), (350, 30))
"""Issues and parties: a long treaty, and a conference of many."""


def dossier(issues: int, parties: int, spread: int = 30, seed: int = 20250602) -> str:
    """Return a generated dossier in which every party speaks on nearly every issue.

    Args:
        issues: How many issues.
        parties: How many parties.
        spread: How many days the lengths of time are taken from.
        seed: What the figures are drawn by.
    """
    chance = random.Random(seed)
    lines = ["dossier: {format: 1, title: Generated talks, as_of: 2025-06-02}", "parties:"]
    lines += [f"  party-{one}: {{name: Party {one}}}" for one in range(parties)]
    lines += ["sources:", "  paper: {publisher: The Paper, date: 2025-06-01, title: Talks}"]
    lines += ["events:", "  signal: {title: The signal is given}", "issues:"]
    for one in range(issues):
        lines.append(
            f"  issue-{one}: {{topic: Topic {one // 20}, title: Issue {one}, {_kind(one)}}}"
        )
    lines.append("memoranda:")
    for one in range(parties):
        lines += _memorandum(chance, one, issues, spread)
    return "\n".join(lines) + "\n"


def _kind(issue: int) -> str:
    return (
        "kind: duration",
        "kind: quantity, unit: tons",
        "kind: choice, options: {here: Here, there: There, nowhere: Nowhere}",
    )[issue % 3]


def _memorandum(chance: random.Random, party: int, issues: int, spread: int) -> Iterator[str]:
    yield f"  memorandum-{party}:"
    yield f"    party: party-{party}"
    yield "    form: memorandum"
    yield "    date: 2025-05-28"
    yield "    sources: [paper]"
    yield "    positions:"
    for issue in range(issues):
        if chance.random() < 0.1:
            continue
        value = (
            f"at least {chance.randrange(1, spread)} days",
            f"{chance.randrange(1, 9)},{chance.randrange(1000):03d}",
            chance.choice(["here", "there", "here or nowhere", "not there"]),
        )[issue % 3]
        if issue % 4:
            yield f"      issue-{issue}: {value}"
        else:
            yield f"      issue-{issue}:"
            yield f"        value: {value}"
            yield f"        starts: {chance.choice(['signal', 'at dawn'])}"
            yield f"        clause: I.{issue}"


def main(arguments: list[str]) -> int:
    """Measure, print a table for each shape, and return 0."""
    times, share = (1, 10) if "--short" in arguments else (5, 1)
    for issues, parties in SHAPES:
        _measure(issues // share, parties, times)
    _commands(900 // share, 22)
    return 0


def _commands(issues: int, parties: int) -> None:
    with TemporaryDirectory() as folder:
        files = [str(Path(folder) / name) for name in ("before.yaml", "after.yaml")]
        for seed, file in enumerate(files):
            Path(file).write_text(dossier(issues, parties, 30_000, seed), encoding="utf-8")
        print(f"{issues:,} issues by {parties} parties, all different: the processor's time")
        print(f"{'':42}{'seconds':>8}{'ratio':>8}")
        least = 0.0
        for words in (["check", files[0]], ["compare", files[0]], ["diff", *files]):
            before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
            command = [sys.executable, "-m", "tui", *words]
            subprocess.run(command, capture_output=True, check=True)
            taken = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before
            least = least or taken
            print(f"{'positions ' + words[0]:42}{taken:8.3f}{taken / least:8.2f}", flush=True)


def _measure(issues: int, parties: int, times: int) -> None:
    text = dossier(issues, parties)
    taken: dict[str, list[float]] = {}
    for _ in range(times):
        for what, seconds in _turn(text):
            taken.setdefault(what, []).append(seconds)
    loader = median(taken["yaml.load, CSafeLoader"])
    print(f"{issues:,} issues by {parties} parties, {len(text) / 1e6:.1f} MB, median of {times}")
    print(f"{'':42}{'seconds':>8}{'ratio':>8}")
    for what, figures in taken.items():
        print(f"{what:42}{median(figures):8.3f}{median(figures) / loader:8.3f}")


def _turn(text: str) -> Iterator[tuple[str, float]]:
    """Return what one turn of each takes, in seconds."""
    gc.collect()
    begun = time.perf_counter()
    yaml.load(text, CSafeLoader)
    yield "yaml.load, CSafeLoader", time.perf_counter() - begun
    gc.collect()
    begun = time.perf_counter()
    loaded = positions.loads(text)
    yield "positions.load", time.perf_counter() - begun
    assert loaded.dossier is not None
    begun = time.perf_counter()
    comparison = positions.compare(loaded.dossier)
    yield "positions.compare", time.perf_counter() - begun
    begun = time.perf_counter()
    _explained(comparison)
    yield "all sentences and gaps", time.perf_counter() - begun


def _explained(comparison: Comparison) -> int:
    """Return how many gaps there are, having made the sentence of each."""
    return sum(len(row.whole.gaps) + bool(row.whole.sentence) for row in comparison.rows)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
