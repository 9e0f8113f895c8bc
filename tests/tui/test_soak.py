"""Does the screen survive whatever is typed, however it arrives?

Random keys in bunches, with resizes and saves in between, by a fixed seed. `make soak` goes on for
as many bunches as `SOAK_BUNCHES` says; the gate for a few.
"""

from __future__ import annotations

import os
import random
from typing import TYPE_CHECKING

import pytest

from tests.tui.conftest import JUNE, MAY
from tests.tui.snapshots import running, settled, together
from tui.app.app import PositionsApp
from tui.keys.table import KEYS

if TYPE_CHECKING:
    from tests.repositories import Builder

BUNCHES = int(os.environ.get("SOAK_BUNCHES", "40"))
ENDS = {"app.quit", "app.suspend"}
ALL = sorted({key for one in KEYS if one.id not in ENDS for key in one.keys} - {"e"})
OFTEN = ("enter", "escape", "y", "colon", "t", "down", "tab", "slash")
SIZES = ((40, 8), (60, 12), (80, 24), (120, 40), (200, 50))


@pytest.mark.no_cover
@pytest.mark.parametrize("seed", [1, 2])
async def test_nothing_that_is_typed_ends_the_program(
    seed: int, talks: Builder, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(seed)
    texts = (MAY, JUNE, "issues: [\n", MAY.replace("30 days", "40 days"))
    monkeypatch.setattr(PositionsApp, "action_edit", lambda *_: None)
    async with running(PositionsApp("talks.yaml")) as pilot:
        for _ in range(BUNCHES):
            keys = chance.choices((*ALL, *OFTEN * 4), k=chance.randrange(1, 7))
            bunch: list[str | tuple[int, int]] = [key for key in keys if key != "q"]
            if chance.random() < 0.2:
                bunch.insert(chance.randrange(len(bunch) + 1), chance.choice(SIZES))
            if chance.random() < 0.1:
                (talks.folder / "talks.yaml").write_text(chance.choice(texts), encoding="utf-8")
                bunch.append("R")
            together(pilot, *bunch)
            await settled(pilot)
            assert pilot.app.is_running, bunch
