"""The questions over a screen: do they stand in its middle, with their keys in sight?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.four_parties import FOUR
from tests.large_dossiers import assembly
from tests.tui.conftest import as_of_this_morning
from tests.tui.snapshots import (
    assert_snapshot,
    running,
    screen_lines,
    screen_text,
    settled,
    together,
)
from tui.app.app import PositionsApp
from tui.app.palette import Palette
from tui.app.too_small import TooSmall
from tui.changes.issue_then import IssueThenScreen
from tui.changes.screen import ChangesScreen
from tui.issue.screen import IssueScreen
from tui.matrix.screen import MatrixScreen
from tui.pair.screen import PairScreen
from tui.problems.screen import ProblemsScreen
from tui.questions.menus import CopyMenu
from tui.questions.moment_and_options import MomentPicker
from tui.state.view import read

if TYPE_CHECKING:
    from collections.abc import Callable
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
    text = assembly(theses=9) + DAYS + "\n"
    text = text.replace("  m0:\n", f"  m0:\n    options:\n{OPTIONS}\n", 1)
    (folder / "many.yaml").write_text(text, encoding="utf-8")
    as_of_this_morning(folder / "many.yaml")
    return "many.yaml"


async def press(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await settled(pilot)


@pytest.mark.no_cover
@pytest.mark.parametrize("size", [(60, 12), (60, 20), (80, 24), (200, 50)])
@pytest.mark.parametrize(
    ("keys", "said"),
    [
        (("p",), "Enter Choose  Esc Back  Space Tick  a All  ? Help  +6"),
        (("t",), "Enter Choose  Esc Back  Up/Down Move  F1 Help  +3"),
        (("v",), "Enter Choose  Esc Back  Space Tick  ? Help  +6"),
        (("y",), "Enter Choose  Esc Back  ? Help  +6"),
        (("2", "p"), "Enter Choose  Esc Back  ? Help  +6"),
        (("3", "b"), "Enter Choose  Esc Back  Up/Down Move  F1 Help  +3"),
    ],
    ids=["parties", "moments", "options", "copy", "other", "revisions"],
)
async def test_what_a_question_s_keys_are_can_be_read(
    many: str, size: tuple[int, int], keys: tuple[str, ...], said: str
) -> None:
    async with running(PositionsApp(many), size=size) as pilot:
        await press(pilot, *keys)
        question = pilot.app.screen.query_one(".question").region
        assert screen_lines(pilot.app)[-1].strip() == said
        screen = pilot.app.screen.region
        assert abs(2 * question.x + question.width - screen.width) <= 1
        assert abs(2 * question.y + question.height - (screen.height - 1)) <= 1


async def test_parties_are_offered_with_their_roles(folder: Path) -> None:
    text = FOUR.replace("west: {name: West}", "west: {name: West, role: mediator}")
    (folder / "ford.yaml").write_text(text, encoding="utf-8")
    async with running(PositionsApp("ford.yaml"), size=(80, 24)) as pilot:
        await press(pilot, "p")
        assert any("West (mediator)" in line for line in screen_lines(pilot.app))
        await assert_snapshot(pilot, "questions-80-roles")


# Keys that arrive together ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("bursts", "shown"),
    [
        ([["y"], ["enter", "enter"]], [MatrixScreen]),
        ([["y"], ["escape", "escape"]], [MatrixScreen]),
        ([["y"], ["enter", "escape"]], [MatrixScreen]),
        ([["y", "y"]], [MatrixScreen, CopyMenu]),
        ([["y", "enter", "enter"]], [MatrixScreen]),
        ([["y"], ["1", "t", "question_mark", "2", "3"]], [MatrixScreen, CopyMenu]),
        ([["colon"], ["enter", "enter"]], [MatrixScreen, IssueScreen]),
        ([["colon"], ["escape", "enter", "escape"]], [MatrixScreen]),
        ([["colon", "enter", "enter"]], [MatrixScreen, IssueScreen]),
        ([["colon", "ctrl+p", "colon"]], [MatrixScreen, Palette]),
        ([["t"], ["enter", "enter", "enter"]], [MatrixScreen]),
        ([["t", "t", "colon"]], [MatrixScreen, MomentPicker]),
        ([["v"], ["enter", "enter"]], [MatrixScreen]),
        ([["p"], ["enter", "enter"]], [MatrixScreen]),
        ([["2"], ["p"], ["enter", "enter"]], [MatrixScreen, PairScreen]),
        ([["3"], ["b"], ["enter", "enter"]], [MatrixScreen, ChangesScreen]),
        ([["3"], ["b", "a", "b"]], [MatrixScreen, ChangesScreen, MomentPicker]),
        ([["enter", "enter", "enter"]], [MatrixScreen, IssueScreen]),
        ([["2", "2", "3", "3"]], [MatrixScreen, ChangesScreen]),
    ],
    ids=lambda value: "|".join(" ".join(burst) for burst in value if isinstance(burst, list)),
)
async def test_a_question_takes_one_answer_and_nothing_opens_twice(
    many: str, bursts: list[list[str]], shown: list[type[object]]
) -> None:
    async with running(PositionsApp(many)) as pilot:
        for burst in bursts:
            together(pilot, *burst)
            await settled(pilot)
            await settled(pilot)
        found = [type(screen) for screen in pilot.app.screen_stack]
        # After an answer, another Enter is one for the screen below.
        assert found in (shown, [*shown, IssueScreen], [*shown, IssueThenScreen])


@pytest.mark.no_cover
@pytest.mark.parametrize(
    "burst",
    [
        "y down enter",
        "colon h e l p enter",
        "apostrophe 7 enter",
        "slash t 7 enter down",
        "t 2 0 2 9 - 1 1 - 2 0 enter",
        "p space enter",
    ],
)
async def test_keys_that_arrive_together_go_to_the_question_that_they_open(
    many: str, burst: str
) -> None:
    shown, before = [], ""
    for bunches in ([[key] for key in burst.split()], [burst.split()]):
        async with running(PositionsApp(many)) as pilot:
            before = screen_text(pilot.app)
            for bunch in bunches:
                together(pilot, *bunch)
                await settled(pilot)
            shown.append(screen_text(pilot.app))
    assert shown[0] == shown[1]
    assert shown[0] != before


@pytest.mark.parametrize("question", ["y", "colon", "t", "v", "p"])
@pytest.mark.parametrize("order", ["before", "after", "between"])
async def test_a_question_stays_while_a_terminal_is_too_small(
    many: str, question: str, order: str
) -> None:
    async with running(PositionsApp(many)) as pilot:
        if order == "between":
            await press(pilot, question)
        if order == "before":
            together(pilot, question, (40, 8), "enter", "escape")
        else:
            together(pilot, (40, 8), question, "enter", "escape")
        await settled(pilot)
        assert isinstance(pilot.app.screen, TooSmall)
        together(pilot, (60, 12), (30, 4), (80, 24))
        await settled(pilot)
        assert not any(isinstance(screen, TooSmall) for screen in pilot.app.screen_stack)
        assert pilot.app.screen.is_modal == (order == "between")
        await press(pilot, "escape")
        assert [type(screen) for screen in pilot.app.screen_stack] == [MatrixScreen]


async def test_a_file_that_breaks_in_a_small_terminal_is_shown_when_there_is_room(
    many: str, folder: Path
) -> None:
    async with running(PositionsApp(many)) as pilot:
        whole = (folder / many).read_text("utf-8")
        await pilot.resize_terminal(40, 8)
        (folder / many).write_text("issues: [\n", encoding="utf-8")
        assert isinstance(pilot.app, PositionsApp)
        pilot.app.view = read(many)
        await settled(pilot)
        assert isinstance(pilot.app.screen, TooSmall)
        await pilot.resize_terminal(80, 24)
        await settled(pilot)
        assert [type(one) for one in pilot.app.screen_stack] == [MatrixScreen, ProblemsScreen]
        await pilot.resize_terminal(40, 8)
        (folder / many).write_text(whole, encoding="utf-8")
        pilot.app.view = read(many)
        await settled(pilot)
        assert isinstance(pilot.app.screen, TooSmall)
        await pilot.resize_terminal(80, 24)
        await settled(pilot)
        assert [type(one) for one in pilot.app.screen_stack] == [MatrixScreen]


async def test_an_issue_is_gone_to_by_words_of_its_name(harbour: str) -> None:
    async with running(PositionsApp(harbour), size=(80, 24)) as pilot:
        app = pilot.app
        assert isinstance(app, PositionsApp)
        await pilot.press("apostrophe", *"crane", "enter")
        await settled(pilot)
        assert app.matrix.issue == "cranes"
        await pilot.press("slash", *"pay", "enter", "6", "apostrophe", *"safety", "enter")
        await settled(pilot)
        assert app.matrix.issue == "safety"
        assert app.matrix.words == ""
        await pilot.press("apostrophe", *"no such thing")
        await settled(pilot)
        assert "No issue has these words." in screen_text(app)
        await pilot.press("enter", "escape", "enter", "apostrophe", *"rise", "enter")
        await settled(pilot)
        assert isinstance(app.screen, IssueScreen)
        assert app.screen.issue == "pay-rise"


async def test_where_there_is_no_issue_there_is_none_to_go_to(
    written: Callable[[str], str],
) -> None:
    async with running(PositionsApp(written("issues: {}"))) as pilot:
        await pilot.press("apostrophe")
        assert [one.message for one in pilot.app._notifications] == ["There is no issue to go to."]
