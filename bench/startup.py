"""How long a short command takes beside the libraries that it stands on, or beside Python alone.

Run as `python -m bench.startup`; `--short` measures fewer times. Each measurement is a process of
its own, whose processor time is taken from its beginning to its end, the programs in turn. It
prints medians and their ratios, and ends with 1 where a target is missed; `--short` counts it as
missed at twice that. Of the screen, it is the time until the first paint of the dossier, less that
of the load, beside an empty application of Textual's.

Everything has been compiled to bytecode before, as it is once a program is installed.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import Final, NamedTuple

__all__ = ["main"]

ROOT: Final = Path(__file__).parent.parent
DOSSIER: Final = "data/positions.yaml"
LIBRARIES: Final = "from pydantic import BaseModel; import yaml, click"
NOTHING: Final = "pass"
SCRIPT: Final = "import re, sys; from tui.__main__ import main; sys.exit(main())"


EMPTY: Final = """
import asyncio, os
from textual.app import App
async def main():
    async with App().run_test(size=(80, 24)):
        os._exit(0)
asyncio.run(main())
"""
BEGIN: Final = """
import gc, os
import tui.__main__ as start
gc.set_threshold(start._SELDOM)
os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
"""
LOAD: Final = f"""{BEGIN}
from positions import load
from positions.comparison.compare import compare
compare(load({DOSSIER!r}).dossier)
"""
SCREEN: Final = f"""{BEGIN}
import asyncio
import positions.cli.main
from tui.app.app import PositionsApp
class Painted(PositionsApp):
    def _display(self, screen, renderable):
        super()._display(screen, renderable)
        if renderable is not None and self.matrix.grid.data.rows:
            os._exit(0)
async def main():
    async with Painted({DOSSIER!r}).run_test(size=(80, 24)):
        await asyncio.sleep(60)
asyncio.run(main())
"""
SCREEN_TARGET: Final = 1.25


class Start(NamedTuple):
    """A command, what it is measured beside, and how many times as long it may take."""

    arguments: tuple[str, ...]
    peer: str
    target: float | None


STARTS: Final = (
    Start(("--version",), NOTHING, 3.0),
    Start(("--help",), NOTHING, 5.0),
    Start(("check", DOSSIER), LIBRARIES, 2.0),
    Start(("explain", "unknown-key"), LIBRARIES, None),
    Start(("compare", DOSSIER), LIBRARIES, None),
    Start(("show", "--file", DOSSIER, "ceasefire-length"), LIBRARIES, None),
    Start(("git", "textconv", DOSSIER), LIBRARIES, None),
)


def main(arguments: list[str]) -> int:
    """Measure, print the table, and return 0 where every target is met, else 1."""
    short = "--short" in arguments
    programs: dict[tuple[str, ...], list[str]] = {
        **{(peer,): ["-c", peer] for peer in (NOTHING, LIBRARIES)},
        **{start.arguments: ["-c", SCRIPT, *start.arguments] for start in STARTS},
        **{(program,): ["-c", program] for program in (EMPTY, LOAD, SCREEN)},
    }
    with tempfile.TemporaryDirectory(prefix="positions-") as bytecode:
        for words in programs.values():
            _seconds(words, bytecode)
        taken: dict[tuple[str, ...], list[float]] = {name: [] for name in programs}
        for _ in range(3 if short else 21):
            for name, words in programs.items():
                taken[name].append(_seconds(words, bytecode))
    medians = {name: median(seconds) for name, seconds in taken.items()}
    print("Processor time of a process, medians")
    print(f"{'':64}{'ms':>8}{'ratio':>8}{'target':>8}")
    missed = False
    for peer in (NOTHING, LIBRARIES):
        print(f"python -c '{peer}'".ljust(64) + f"{medians[peer,] * 1e3:8.1f}{1:8.2f}")
        for start in (one for one in STARTS if one.peer == peer):
            ratio = medians[start.arguments] / medians[peer,]
            target = f"{start.target:8.2f}" if start.target else ""
            line = f"positions {' '.join(start.arguments)}"
            print(f"{line:64}{medians[start.arguments] * 1e3:8.1f}{ratio:8.2f}{target}")
            missed |= bool(start.target) and ratio > (start.target or 0) * (2 if short else 1)
    empty, load, screen = (medians[program,] for program in (EMPTY, LOAD, SCREEN))
    load -= medians[NOTHING,]
    ratio = (screen - load) / empty
    print(f"{'an empty application of Textual’s':64}{empty * 1e3:8.1f}{1:8.2f}")
    print(f"{'the screen, without the load':64}{(screen - load) * 1e3:8.1f}", end="")
    print(f"{ratio:8.2f}{SCREEN_TARGET:8.2f}")
    missed |= ratio > SCREEN_TARGET * (2 if short else 1)
    return int(missed)


def _seconds(words: list[str], bytecode: str) -> float:
    """Return the processor time that Python takes for a program, in its own process and kernel."""
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": bytecode, "PYTHONDONTWRITEBYTECODE": ""}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [sys.executable, *words], cwd=ROOT, env=environment, capture_output=True, check=True
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
