"""The questions over a screen: do they stand in its middle, with their keys in sight?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.four_parties import FOUR
from tests.large_dossiers import assembly
from tests.tui.conftest import as_of_this_morning
from tests.tui.snapshots import assert_snapshot, running, screen_lines, settled
from tui.app.app import PositionsApp

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

DAYS = "\n".join(
    f"  s{day}: {{party: p0, form: statement, date: 2029-11-{day}, positions: {{t0: yes}}}}"
    for day in range(10, 30)
)
"""So many moments that their list is longer than the screen."""
OPTIONS = "\n".join(f"      o{number}: {{title: Option {number}}}" for number in range(40))


@pytest.fixture
def many(folder: Path) -> str:
    """A dossier of 32 parties, of whom one has forty options and spoke on twenty days."""
    text = assembly() + DAYS + "\n"
    text = text.replace("  m0:\n", f"  m0:\n    options:\n{OPTIONS}\n", 1)
    (folder / "many.yaml").write_text(text, encoding="utf-8")
    as_of_this_morning(folder / "many.yaml")
    return "many.yaml"


async def press(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await settled(pilot)


@pytest.mark.parametrize("size", [(60, 12), (60, 20), (80, 24), (200, 50)])
@pytest.mark.parametrize(
    ("keys", "said"),
    [
        (("p",), "Enter compares, Esc goes back"),
        (("t",), "Enter takes it, Esc goes back"),
        (("v",), "Enter compares, Esc goes back"),
        (("y",), "Enter copies, Esc goes back"),
        (("2", "p"), "Enter compares, Esc goes back"),
        (("3", "b"), "Enter takes it, Esc goes back"),
    ],
    ids=["parties", "moments", "options", "copy", "other", "revisions"],
)
async def test_what_a_question_s_keys_are_can_be_read(
    many: str, size: tuple[int, int], keys: tuple[str, ...], said: str
) -> None:
    async with running(PositionsApp(many), size=size) as pilot:
        await press(pilot, *keys)
        question = pilot.app.screen.query_one(".question").region
        lines = [line[question.x + 1 : question.right - 1] for line in screen_lines(pilot.app)]
        shown = " ".join(lines[question.y : question.bottom])
        assert said in " ".join(shown.split())
        screen = pilot.app.screen.region
        assert abs(2 * question.x + question.width - screen.width) <= 1
        assert abs(2 * question.y + question.height - screen.height) <= 1


async def test_parties_are_offered_with_their_roles(folder: Path) -> None:
    text = FOUR.replace("west: {name: West}", "west: {name: West, role: mediator}")
    (folder / "ford.yaml").write_text(text, encoding="utf-8")
    async with running(PositionsApp("ford.yaml"), size=(80, 24)) as pilot:
        await press(pilot, "p")
        assert any("West (mediator)" in line for line in screen_lines(pilot.app))
        await assert_snapshot(pilot, "questions-80-roles")
