"""The grid against Textual's DataTable, with the same texts, in the same run.

    python -m bench.grid [--short]

2,000 issues by 6 parties at 200×50. The grid wraps its cells; the table's rows are fixed at four
lines, for wrapping takes it many times longer. Each figure is the time from the call (mounting, a
key's action, other rows, another width) until the compositor has painted the last frame that the
call leads to, building the widget's data included. The cursor walks down from the first row: the
first fifteen keys stay on the screen, the others scroll it, which takes either widget longer. The
target is for the mean of the whole walk; the medians of both kinds of key stand below it. Eight
rounds, each with a new table and then a new grid: a round has one first paint, 35 keys, two
filters and two re-wraps. Medians, but for the walk.

Two times are printed: the processor's, of the thread that paints, and the elapsed. The targets are
for the ratio of the processor's times. The elapsed time also holds waiting for the next of 60
frames a second, several times for a first paint, which no widget can shorten, and whatever else the
machine does meanwhile, which falls on one widget and not on the other. The exit code is 1 if a
ratio misses its target. With --short, which takes two rounds of 25 keys, it is 1 only if a ratio
is more than twice its target, so that a busy machine does not fail it.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import math
import random
import statistics
import sys
import time
from collections import defaultdict
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from rich.text import Text
from textual import events
from textual.app import App
from textual.geometry import Size
from textual.widgets import DataTable

from positions.reports.page.runs import Mark
from tui.grid.grid import Grid
from tui.grid.layout import GridColumn, GridData, GridRow, RowKind, cell

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from rich.console import RenderableType
    from textual.screen import Screen

__all__ = ["main"]

SIZE: Final = (200, 50)
NARROWER: Final = (160, 50)
ISSUES: Final = 2000
PARTIES: Final = 6
TABLE_LINES: Final = 4
KEYS: Final = 20
SHORT_KEYS: Final = 10
KEYS_IN_PLACE: Final = 15
"""Keys after which, in either widget, every further one scrolls."""
QUIET_TURNS: Final = 20
"""Turns of the event loop without a frame, after which a call has led to its last one."""
ROUNDS: Final = 8
SHORT_ROUNDS: Final = 2
TARGETS: Final = {"first paint": 0.17, "cursor key": 0.3, "filter": 0.12, "re-wrap": 0.5}
WORDS: Final = (
    "the ceasefire begins when withdrawal from third-country monitored areas is complete and at "
    "least 30 days pass without conditions on land/sea or in the air under joint supervision of a "
    "bilateral centre exchange all for all prisoners returned children named by name"
)

Texts = list[tuple[str, ...]]
"""The title and the parties' positions of each issue."""


class Moment(NamedTuple):
    """Seconds, on two clocks; or between two moments."""

    processor: float
    elapsed: float


class Table(DataTable[Text]):
    """A table of the texts whose columns share its width, as the grid's do."""

    def __init__(self, texts: Texts) -> None:
        """Take the texts; the rows are made once the width is known."""
        super().__init__()
        self.texts = texts
        self.shown = texts
        self.last_width = 0

    def on_resize(self) -> None:
        """Make the rows for the new width."""
        if self.size.width != self.last_width:
            self.last_width = self.size.width
            self.fill()

    def fill(self) -> None:
        """Make all columns and rows."""
        self.clear(columns=True)
        for number in range(PARTIES + 1):
            self.add_column(str(number), width=self.size.width // (PARTIES + 1) - 2)
        for number, row in enumerate(self.shown):
            self.add_row(*map(Text, row), height=TABLE_LINES, key=str(number))

    def show_every(self, step: int) -> None:
        """Show every so manieth issue."""
        self.shown = self.texts[::step]
        self.fill()


class Matrix(Grid):
    """A grid of the texts."""

    def __init__(self, texts: Texts) -> None:
        """Make the rows."""
        columns = tuple(GridColumn(str(number), str(number)) for number in range(PARTIES))
        self.all_rows = tuple(
            GridRow(
                str(number),
                cell(row[0]),
                tuple(map(cell, row[1:])),
                RowKind.ROW,
                "N",
                "≈",
                Mark.NEAR,
            )
            for number, row in enumerate(texts)
        )
        super().__init__(GridData(columns, self.all_rows))

    def show_every(self, step: int) -> None:
        """Show every so manieth issue."""
        self.show(GridData(self.data.columns, self.all_rows[::step]))


class Stage(App[None]):
    """An empty screen that notes the time when its compositor has finished a frame."""

    painted = Moment(0, 0)

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        super()._display(screen, renderable)
        if renderable is not None:
            self.painted = now()

    async def seconds(self, call: Callable[[], Awaitable[object] | None]) -> Moment:
        """Return the seconds from the call to the last frame that it leads to."""
        started = now()
        awaitable = call()
        if awaitable is not None:
            await awaitable
        seen, quiet = started, 0
        async with asyncio.timeout(60):
            while quiet < QUIET_TURNS or self.painted.elapsed < started.elapsed:
                await asyncio.sleep(0.002)
                quiet = quiet + 1 if self.painted == seen else 0
                seen = self.painted
        return Moment(*(end - start for start, end in zip(started, self.painted, strict=True)))

    def resize(self, size: tuple[int, int]) -> None:
        """Give the terminal another size."""
        driver = self._driver
        assert driver is not None
        driver._size = size  # noqa: SLF001  # as Textual's pilot does
        self.post_message(events.Resize(Size(*size), Size(*size)))


def now() -> Moment:
    """Return the time on both clocks."""
    return Moment(time.thread_time(), time.perf_counter())


async def measure(
    kind: type[Table | Matrix], texts: Texts, presses: int
) -> dict[str, list[Moment]]:
    """Return what every sample of one round took, by what was done."""
    app = Stage()
    async with app.run_test(size=SIZE):
        mounted: list[Table | Matrix] = []

        def mount() -> Awaitable[object]:
            mounted.append(kind(texts))
            return app.mount(mounted[0])

        gc.collect()
        first_paint = await app.seconds(mount)
        widget = mounted[0]
        widget.focus()
        walk = [
            await app.seconds(widget.action_cursor_down) for _ in range(KEYS_IN_PLACE + presses)
        ]
        gc.collect()
        filters = [await app.seconds(partial(widget.show_every, step)) for step in (2, 1)]
        gc.collect()
        wraps = [await app.seconds(partial(app.resize, size)) for size in (NARROWER, SIZE)]
    return {
        "first paint": [first_paint],
        "cursor key": [mean(walk)],
        "  in place": walk[:KEYS_IN_PLACE],
        "  scrolling": walk[KEYS_IN_PLACE:],
        "filter": filters,
        "re-wrap": wraps,
    }


def make_texts() -> Texts:
    """Return the same texts every time: titles of 3 to 8 words, positions of 2 to 30."""
    chance = random.Random(1)

    def words(least: int, most: int) -> str:
        return " ".join(chance.choices(WORDS.split(), k=chance.randint(least, most)))

    return [(words(3, 8), *(words(2, 30) for _ in range(PARTIES))) for _ in range(ISSUES)]


def main(arguments: list[str]) -> int:
    """Measure, print the table, and return 1 if a target is missed."""
    parser = argparse.ArgumentParser(prog="python -m bench.grid", description="Time the grid.")
    parser.add_argument("--short", action="store_true", help="two rounds instead of eight")
    is_short = parser.parse_args(arguments).short
    rounds, presses, leeway = (SHORT_ROUNDS, SHORT_KEYS, 2) if is_short else (ROUNDS, KEYS, 1)
    texts = make_texts()
    table: dict[str, list[Moment]] = defaultdict(list)
    grid: dict[str, list[Moment]] = defaultdict(list)
    for _ in range(rounds):
        for kind, samples in ((Table, table), (Matrix, grid)):
            for name, moments in asyncio.run(measure(kind, texts, presses)).items():
                samples[name] += moments
    print(
        f"{ISSUES:,} issues by {PARTIES} parties, {SIZE[0]}×{SIZE[1]}, medians of {rounds} rounds"
    )
    print(f"{'':12}{'processor time, ms':^34}{'elapsed time, ms':^32}")
    print(
        f"{'':12}{'DataTable':>10}{'Grid':>8}{'ratio':>8}{'target':>8}{'DataTable':>14}{'Grid':>8}"
    )
    missed = False
    for name, moments in table.items():
        target = TARGETS.get(name, math.inf)
        slow, quick = median(moments), median(grid[name])
        ratio = quick.processor / slow.processor
        missed = missed or ratio > target * leeway
        processor = f"{slow.processor * 1000:>10.1f}{quick.processor * 1000:>8.1f}"
        elapsed = f"{slow.elapsed * 1000:>14.1f}{quick.elapsed * 1000:>8.1f}"
        verdict = "" if ratio <= target else "  missed"
        aim = f"{target:>8.2f}" if name in TARGETS else f"{'':8}"
        print(f"{name:12}{processor}{ratio:>8.3f}{aim}{elapsed}{verdict}")
    return int(missed)


def mean(moments: list[Moment]) -> Moment:
    """Return the mean of each clock's seconds."""
    return Moment(*map(statistics.fmean, zip(*moments, strict=True)))


def median(moments: list[Moment]) -> Moment:
    """Return the median of each clock's seconds."""
    return Moment(*map(statistics.median, zip(*moments, strict=True)))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
