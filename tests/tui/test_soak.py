"""Does the screen survive whatever is typed, however it arrives?

Random keys in bunches, with the mouse, resizes, saves and commits in between, by a fixed seed. `make
soak` goes on for as many bunches as `SOAK_BUNCHES` says, and looks at the memory; the gate for a few.

What is counted are the widgets that closed screens leave behind, notices aside, which go by the clock,
and the views. A few closed screens may stay: Textual notes the screens below a question in the
context of whatever paints it, and the tasks and timers begun there keep that note until they end.
"""

from __future__ import annotations

import gc
import os
import random
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from textual.events import MouseDown, MouseMove, MouseScrollDown, MouseScrollUp, MouseUp
from textual.widget import Widget
from textual.widgets._toast import Toast

from tests.tui.conftest import JUNE, MAY
from tests.tui.snapshots import running, settled, together
from tui.app.app import PositionsApp
from tui.keys.table import KEYS
from tui.state.view import View

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from tests.repositories import Builder

BUNCHES = int(os.environ.get("SOAK_BUNCHES", "40"))
ENDS = {"app.quit", "app.suspend"}
ALL = sorted({key for one in KEYS if one.id not in ENDS for key in one.keys} - {"e"})
OFTEN = ("enter", "escape", "y", "colon", "t", "down", "tab", "slash")
SIZES = ((40, 8), (60, 12), (80, 24), (120, 40), (200, 50))
MOUSE = ((MouseMove, MouseDown, MouseUp),) * 3 + ((MouseScrollDown,), (MouseScrollUp,))
LONG = 1_000
"""Bunches from which on memory says something."""
KEPT = (120, 8, 0)
"""Widgets and views that Textual may keep of some closed screens, and pages."""


@pytest.mark.no_cover
@pytest.mark.parametrize("seed", [1, 2])
async def test_nothing_that_is_typed_ends_the_program(
    seed: int, talks: Builder, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(seed)
    texts = (MAY, JUNE, "issues: [\n", MAY.replace("30 days", "40 days"))
    for action in ("action_edit", "action_quit", "action_suspend_process"):
        monkeypatch.setattr(PositionsApp, action, lambda *_: None)
    held = []
    async with running(PositionsApp("talks.yaml")) as pilot:
        for number in range(BUNCHES):
            keys = chance.choices((*ALL, *OFTEN * 4), k=chance.randrange(1, 7))
            bunch: list[str | tuple[int, int]] = [key for key in keys if key != "q"]
            if chance.random() < 0.2:
                bunch.insert(chance.randrange(len(bunch) + 1), chance.choice(SIZES))
            if chance.random() < 0.1:
                (talks.folder / "talks.yaml").write_text(chance.choice(texts), encoding="utf-8")
                bunch.append("R")
                if chance.random() < 0.3:
                    talks.commit(f"Soak {number}")
            if chance.random() < 0.2:
                click(pilot, chance)
            together(pilot, *bunch)
            await settled(pilot)
            assert pilot.app.is_running, bunch
            if number % (BUNCHES // 20 + 1) == 0:
                together(pilot, (80, 24), *["escape"] * 6, "1")
                await settled(pilot)
                held.append(memory())
    half = len(held) // 2
    for kind, kept in enumerate(KEPT if BUNCHES >= LONG else ()):
        before, after = (max(one[kind] for one in part) for part in (held[:half], held[half:]))
        assert after <= before * 1.1 + kept, held


def click(pilot: Pilot[None], chance: random.Random) -> None:
    """Use the mouse where it may be: a click, or the wheel."""
    driver = pilot.app._driver
    assert driver is not None
    x, y = (chance.randrange(most) for most in pilot.app.size)
    for event in chance.choice(MOUSE):
        message = event(None, x, y, 0, 0, 1, False, False, False, x, y)
        message.set_sender(pilot.app)
        driver.send_message(message)


def memory() -> tuple[int, int, int]:
    """Return how many widgets and views there are, and how many pages the process holds."""
    gc.collect()
    pages = Path("/proc/self/statm")
    held = int(pages.read_text().split()[1]) if pages.exists() else 0
    there = gc.get_objects()
    widgets = sum(isinstance(one, Widget) and not isinstance(one, Toast) for one in there)
    return widgets, sum(isinstance(one, View) for one in there), held
