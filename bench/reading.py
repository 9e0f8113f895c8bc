"""How long reading takes beside PyYAML's own loader, on a generated dossier of 2 MB.

Run as `python -m bench.reading`. It prints medians and their ratios, all measured in turn in the
same run, and ends with 1 where a target is missed; `--short` measures fewer times, and a quarter of
the text, and counts a target as missed only where the figure is more than twice it.
"""

from __future__ import annotations

import gc
import random
import sys
import time
from statistics import median
from typing import TYPE_CHECKING

import yaml
from yaml import CSafeLoader

from positions.reading.reader import read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["dossier", "main"]

SIZE = 2_000_000
TARGET = 0.25
TARGET_PAUSED = 0.55

_WORDS = (
    *("ceasefire", "withdrawal", "forces", "territory", "exchange", "prisoners", "monitoring"),
    *("mission", "parties", "document", "border", "mediator", "guarantee", "observers"),
    *("résumé", "élection", "línea", "припинення", "вогню"),
)


def dossier(size: int) -> str:
    """Return a generated dossier of about this many characters, the same each time."""
    chance = random.Random(20250602)
    lines = ['dossier: {format: 1, title: "Generated talks", as_of: 2025-06-02}', "parties:"]
    lines += [
        f"  party-{number}: {{name: Party {number}, short: P{number}}}" for number in range(6)
    ]
    lines.append("issues:")
    issues = size // 800
    for number in range(issues):
        lines += _issue(chance, number)
    lines.append("memoranda:")
    length = sum(map(len, lines)) + len(lines)
    number = 0
    while length < size:
        record = list(_memorandum(chance, number, issues))
        length += sum(map(len, record)) + len(record)
        lines += record
        number += 1
    return "\n".join(lines) + "\n"


def _text(chance: random.Random, words: int) -> str:
    return " ".join(chance.choices(_WORDS, k=words))


def _issue(chance: random.Random, number: int) -> Iterator[str]:
    yield f"  issue-{number}:"
    yield f"    topic: {_text(chance, 2).capitalize()}"
    yield f"    title: {_text(chance, 5).capitalize()}"
    yield "    kind: quantity"
    yield "    unit: prisoners"
    yield f"    tags: [{', '.join(chance.choices(_WORDS, k=3))}]"
    yield f'    provision: "The parties agree: {{value}}, {_text(chance, 4)}."'


def _memorandum(chance: random.Random, number: int, issues: int) -> Iterator[str]:
    yield f"  memorandum-{number}:"
    yield f"    party: party-{number % 6}"
    yield "    form: memorandum"
    yield "    date: 2025-05-28"
    yield "    disclosure: reviewed"
    yield "    sources: [suspilne-0601, tass-0602]"
    yield "    positions:"
    for issue in sorted(chance.sample(range(issues), k=min(60, issues))):
        yield f"      issue-{issue}:"
        yield f"        value: at least {chance.randrange(1, 9)},{chance.randrange(1000):03d}"
        yield f"        renewable: {chance.randrange(90)} days"
        yield f"        clause: I.{issue}"
        if issue % 5 == 0:
            yield "        note: >-"
            yield f"          {_text(chance, 11)}"
            yield f"          {_text(chance, 11)}"
        if issue % 7 == 0:
            yield f"        conditions: [{_text(chance, 1)}, {_text(chance, 1)}]"
            yield f"        quote: '{_text(chance, 14)}'"


def main(arguments: list[str]) -> int:
    """Measure, print the table, and return 0 where both targets are met, else 1."""
    short = "--short" in arguments
    times, slack = (3, 2) if short else (9, 1)
    text = dossier(SIZE // (4 if short else 1))
    ours: list[float] = []
    loader: list[float] = []
    paused: list[float] = []
    for _ in range(times):
        ours.append(_seconds(lambda: read(text, "bench")))
        loader.append(_seconds(lambda: yaml.load(text, CSafeLoader)))
        gc.disable()
        paused.append(_seconds(lambda: yaml.load(text, CSafeLoader)))
        gc.enable()
    ratio, ratio_paused = median(ours) / median(loader), median(ours) / median(paused)
    print(f"Reading a dossier of {len(text.encode()) / 1e6:.1f} MB, median of {times}")
    print(f"{'':42}{'seconds':>8}{'ratio':>8}{'target':>8}")
    print(f"{'positions.reading.reader.read':42}{median(ours):8.3f}")
    print(f"{'yaml.load, CSafeLoader':42}{median(loader):8.3f}{ratio:8.3f}{TARGET:8.2f}")
    print(
        f"{'yaml.load, CSafeLoader, collector paused':42}{median(paused):8.3f}{ratio_paused:8.3f}"
        f"{TARGET_PAUSED:8.2f}"
    )
    return 0 if ratio <= slack * TARGET and ratio_paused <= slack * TARGET_PAUSED else 1


def _seconds(act: Callable[[], object]) -> float:
    gc.collect()
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
