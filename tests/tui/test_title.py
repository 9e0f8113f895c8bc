"""The top of a screen: does it say where one is, and can its counts be misread?"""

from __future__ import annotations

import asyncio
import gc
from typing import TYPE_CHECKING
from weakref import ref

import pytest

from tests.tui.snapshots import running, screen_lines, screen_text, settled
from tui.app.app import PositionsApp
from tui.app.levels import HasIssue
from tui.bars.issue_strip import IssueStrip, strip_cells, strip_length
from tui.bars.tabs import Tabs, tab_line
from tui.bars.title import Title, said_lines
from tui.issue.screen import IssueScreen
from tui.keys.table import KEYS_BY_ID
from tui.matrix.screen import MatrixScreen
from tui.pair.screen import PairScreen
from tui.state.view import read

if TYPE_CHECKING:
    from pathlib import Path

    from textual.dom import DOMNode
    from textual.pilot import Pilot

OPEN = """
dossier: {format: 1, title: Talks at the ford, as_of: 2025-06-02}
parties: {north: {name: North}, south: {name: South}}
sources: {paper: {publisher: The Paper, date: 2025-05-01, title: Talks}}
issues:
  truce: {topic: War, title: Truce, kind: duration}
  toll: {topic: War, title: Toll, kind: text}
memoranda:
  north: {party: north, form: memorandum, read: whole, date: 2025-05-01, sources: [paper], positions: {truce: 3 days, toll: silent}}
  south: {party: south, form: memorandum, read: whole, date: 2025-05-01, sources: [paper], positions: {truce: 9 days}}
outcomes:
  word: {issue: toll, date: 2025-05-03, value: Five crowns, confirmed_by: [north], sources: [paper]}
"""


def shown(pilot: Pilot[None]) -> tuple[type[object], str | None]:
    """Return what kind of screen is shown, and its issue."""
    screen = pilot.app.screen
    assert isinstance(screen, HasIssue)
    return type(screen), screen.issue


@pytest.mark.parametrize(
    ("columns", "beside", "below"),
    [
        (16, "", ""),
        (28, "as of 2025-06-02", "agreed or settled: 0 of 2"),
        (40, "as of 2025-06-02", "D1 1 open   agreed or settled: 0 of 2"),
        (70, "as of 2025-06-02   agreed or settled: 0 of 2", "2 issues: 1 divided, 1 open"),
        (100, "as of 2025-06-02   2 issues: 1 divided, 1 open   agreed or settled: 0 of 2", ""),
    ],
)
def test_counts_are_said_with_their_words_or_not_at_all(
    folder: Path, columns: int, beside: str, below: str
) -> None:
    (folder / "ford.yaml").write_text(OPEN, encoding="utf-8")
    comparison = read("ford.yaml").comparison
    assert comparison is not None
    said = said_lines(comparison, columns, has_moment=False)
    assert tuple(line.plain for line in said) == (beside, below)


@pytest.mark.parametrize("columns", range(16, 220))
def test_a_figure_never_stands_without_its_words(folder: Path, columns: int) -> None:
    (folder / "ford.yaml").write_text(OPEN, encoding="utf-8")
    view = read("ford.yaml")
    assert view.comparison is not None
    beside, below = said_lines(view.comparison, columns, has_moment=False)
    assert beside.cell_length <= max(columns - strip_length(view.comparison) - 3, 0)
    assert below.cell_length <= columns
    for line in (beside, below):
        assert line.plain.count("0 of 2") == line.plain.count("agreed or settled: 0 of 2")


# Tabs --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("columns", "line"),
    [
        (38, "  1 Matrix  2  3  4  5  6  7 "),
        (58, "  1 Matrix  2 Pair  3 Changes  4 Text  5 Steps  6 OK  7 "),
        (66, "  1 Matrix  2 Pair  3 Changes  4 Text  5 Steps  6 OK  7 Unknown "),
        (78, "Talks at th… 1 Matrix  2 Pair  3 Changes  4 Text  5 Steps  6 OK  7 Unknown "),
        (
            118,
            (
                "Talks at the ford as of 2025-06-02  1 Matrix  2 Pair  3 Changes  4 Text  5 Steps  "
                "6 Problems OK  7 Unknown "
            ),
        ),
        (
            140,
            (
                "Talks at the ford as of 2025-06-02  1 Matrix 2 issues  2 Pair  3 Changes  "
                "4 Text 1 draft  5 Steps  6 Problems none  7 Unknown "
            ),
        ),
    ],
)
def test_tabs_say_as_much_as_there_is_room_for(folder: Path, columns: int, line: str) -> None:
    (folder / "ford.yaml").write_text(OPEN, encoding="utf-8")
    found = tab_line(read("ford.yaml"), columns)
    assert found.content.plain.split() == line.split()
    assert found.content.cell_length <= columns
    for place, (start, end) in found.ends.items():
        assert KEYS_BY_ID[place].keys[0] in found.content.plain[start:end]


def test_tabs_count_conflicts_and_problems(folder: Path) -> None:
    (folder / "ford.yaml").write_text(OPEN.replace("kind: text", "kind: txet"), encoding="utf-8")
    view = read("ford.yaml")
    line = tab_line(view, 78, "app.sequence", 2).content.plain
    assert "5 Steps !2" in line
    assert f"6 !{len(view.problems)}" in line
    assert "2 conflicts and loops" in tab_line(view, 160, conflicts=2).content.plain


async def test_titles_hear_of_conflicts_and_closed_ones_are_kept_by_nobody(folder: Path) -> None:
    (folder / "ford.yaml").write_text(OPEN, encoding="utf-8")
    async with running(PositionsApp("ford.yaml")) as pilot:
        for over in ((), ("y", "escape"), ("colon", "escape")):

            async def visit(keys: tuple[str, ...]) -> list[ref[DOMNode]]:
                await pilot.press("enter")
                await settled(pilot)
                issue = pilot.app.screen
                assert isinstance(issue, IssueScreen)
                closing: list[ref[DOMNode]] = [ref(issue), ref(issue.query_one(Title))]
                await pilot.press(*keys, "escape")
                await settled(pilot)
                assert isinstance(pilot.app.screen, MatrixScreen)
                return closing

            # In a task of its own: Textual notes in its context what was painted below a question.
            closed = await asyncio.create_task(visit(over))
            gc.collect()
            assert [one() for one in closed] == [None] * len(closed), over
        await pilot.press("2", "1")
        await settled(pilot)
        pilot.app.conflicts = 3  # type: ignore[attr-defined]
        for key in "12":
            await pilot.press(key)
            assert pilot.app.screen.query_one(Tabs).conflicts == 3


async def test_a_click_on_a_tab_opens_its_screen(folder: Path) -> None:
    (folder / "ford.yaml").write_text(OPEN, encoding="utf-8")
    async with running(PositionsApp("ford.yaml")) as pilot:
        tabs = pilot.app.screen.query_one(Tabs)
        at = screen_lines(pilot.app)[0].index("2 Pair")
        await pilot.click(tabs, offset=(at, 0))
        await settled(pilot)
        assert isinstance(pilot.app.screen, PairScreen)
        assert pilot.app.screen.query_one(Tabs).place == "app.pair"


# The strip ---------------------------------------------------------------------------------------


def test_the_strip_has_a_letter_an_issue_and_a_gap_between_topics(folder: Path) -> None:
    text = OPEN.replace("topic: War, title: Toll", "topic: Trade, title: Toll")
    (folder / "ford.yaml").write_text(text, encoding="utf-8")
    comparison = read("ford.yaml").comparison
    cells = strip_cells(comparison, 3)
    assert [cell.issues for cell in cells] == [("truce",), (), ("toll",)]
    assert [cell.status for cell in cells] == ["divided", None, "open"]
    assert [cell.issues for cell in strip_cells(comparison, 2)] == [("truce",), ("toll",)]
    (shared,) = strip_cells(comparison, 1)
    assert (shared.issues, shared.status) == (("truce", "toll"), "divided")
    assert strip_cells(None, 40) == ()


async def test_the_strip_marks_the_cursor_and_a_click_goes_to_an_issue(folder: Path) -> None:
    (folder / "ford.yaml").write_text(OPEN, encoding="utf-8")
    async with running(PositionsApp("ford.yaml")) as pilot:
        assert "1:1 bold+reverse D" in screen_text(pilot.app)
        await pilot.click(IssueStrip, offset=(1, 0))
        await settled(pilot)
        assert "1:2 reverse -" in screen_text(pilot.app)
        await pilot.click(IssueStrip, offset=(5, 0))  # nothing stands there
        await pilot.press("6")
        await settled(pilot)
        await pilot.click(IssueStrip, offset=(0, 0))  # problems are no issues: the matrix has them
        await settled(pilot)
        assert shown(pilot) == (MatrixScreen, "truce")
        await pilot.press("enter")
        await settled(pilot)
        await pilot.click(IssueStrip, offset=(1, 0))
        await settled(pilot)
        assert shown(pilot) == (IssueScreen, "toll")


async def test_another_moment_leaves_the_strip_a_gap(folder: Path) -> None:
    (folder / "ford.yaml").write_text(OPEN, encoding="utf-8")
    async with running(PositionsApp("ford.yaml")) as pilot:
        await pilot.press("t", *"2025-05-02T09:00", "enter")
        await settled(pilot)
        assert "as of 2025-05-02T09:00" in screen_lines(pilot.app)[1]
        await pilot.press("escape")
        await settled(pilot)
        line = screen_lines(pilot.app)[1]
        assert line.endswith("agreed or settled: 0 of 2")
        assert "   as of 2025-06-02   agreed" in line


async def test_a_heading_counts_open_rows_in_words(folder: Path) -> None:
    (folder / "ford.yaml").write_text(OPEN, encoding="utf-8")
    async with running(PositionsApp("ford.yaml")) as pilot:
        assert screen_lines(pilot.app)[4].startswith(" ▾ War  D1 1 open ──")
