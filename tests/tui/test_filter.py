"""The filter: does it show at once what it names, say what is wrong, and let itself be left?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.events import Paste

from tests.tui.snapshots import assert_snapshot, running, screen_lines, settled
from tui.app.app import PositionsApp
from tui.bars.filter import FilterBar, no_match
from tui.grid.layout import RowKind

if TYPE_CHECKING:
    from textual.pilot import Pilot

pytestmark = pytest.mark.no_cover


def issues(pilot: Pilot[None]) -> list[str]:
    assert isinstance(pilot.app, PositionsApp)
    rows = pilot.app.matrix.grid.data.rows
    return [row.id for row in rows if row.kind is not RowKind.HEADING]


async def write(pilot: Pilot[None], words: str) -> None:
    await pilot.press("slash")
    await settled(pilot)
    bar(pilot).words = words
    await settled(pilot)


def bar(pilot: Pilot[None]) -> FilterBar:
    assert isinstance(pilot.app, PositionsApp)
    return pilot.app.matrix.query_one(FilterBar)


@pytest.mark.parametrize("columns", [60, 80, 120, 200])
async def test_hits_are_shown_while_it_is_written(harbour: str, columns: int) -> None:
    async with running(PositionsApp(harbour), size=(columns, 20)) as pilot:
        await write(pilot, "days")
        assert issues(pilot) == ["notice"]
        await assert_snapshot(pilot, f"filter-{columns}-hits")


async def test_without_hits_there_is_a_sentence_and_a_way_out(harbour: str) -> None:
    async with running(PositionsApp(harbour)) as pilot:
        await write(pilot, "fund")
        await assert_snapshot(pilot, "filter-80-no-hits")
        await pilot.press("escape")
        await settled(pilot)
        assert len(issues(pilot)) == 8


@pytest.mark.parametrize("columns", [60, 80])
async def test_a_caret_stands_under_what_is_wrong(harbour: str, columns: int) -> None:
    async with running(PositionsApp(harbour), size=(columns, 20)) as pilot:
        await write(pilot, "pay status:dvided")
        await assert_snapshot(pilot, f"filter-{columns}-wrong")
        lines = screen_lines(pilot.app)
        words = next(line for line in lines if "dvided" in line and "/" in line)
        caret = lines[lines.index(words) + 1]
        assert caret.index("^") == words.index("dvided")
        assert caret.count("^") == len("dvided")


async def test_while_it_is_wrong_what_was_shown_stays(harbour: str) -> None:
    async with running(PositionsApp(harbour)) as pilot:
        await write(pilot, "status:divided")
        before = issues(pilot)
        bar(pilot).words = "status:divide"
        await settled(pilot)
        assert issues(pilot) == before == ["pay-rise", "bonus", "cranes"]


async def test_a_name_that_is_not_there_is_a_fault_too(harbour: str) -> None:
    async with running(PositionsApp(harbour)) as pilot:
        await write(pilot, "party:fishers")
        assert any("No party here is called `fishers`." in line for line in screen_lines(pilot.app))


async def test_of_a_paste_of_two_lines_nothing_is_lost(harbour: str) -> None:
    async with running(PositionsApp(harbour)) as pilot:
        await pilot.press("slash")
        await settled(pilot)
        assert pilot.app.focused is not None
        pilot.app.focused.post_message(Paste("pay\n  rise"))
        await settled(pilot)
        assert bar(pilot).words == "pay rise"


async def test_kept_it_stays_in_sight_and_n_goes_to_the_next_match(harbour: str) -> None:
    async with running(PositionsApp(harbour)) as pilot:
        await write(pilot, "status:undisclosed")
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(pilot.app, PositionsApp)
        grid = pilot.app.matrix.grid
        assert grid.has_focus
        assert bar(pilot).display
        await pilot.press("g", "n")
        await settled(pilot)
        assert grid.cursor.row_id == "safety"
        await pilot.press("n")
        await settled(pilot)
        assert grid.cursor.row_id == "shuttle"


async def test_escape_clears_and_then_leaves(harbour: str) -> None:
    async with running(PositionsApp(harbour)) as pilot:
        await write(pilot, "pay")
        await pilot.press("escape")
        await settled(pilot)
        assert not bar(pilot).words
        assert bar(pilot).display
        await pilot.press("slash")
        await settled(pilot)
        assert not bar(pilot).words
        await pilot.press("escape")
        await settled(pilot)
        assert not bar(pilot).display
        assert isinstance(pilot.app, PositionsApp)
        assert pilot.app.matrix.grid.has_focus


async def test_escape_from_the_issues_clears_it_and_keeps_the_cursor(harbour: str) -> None:
    async with running(PositionsApp(harbour)) as pilot:
        await write(pilot, "cranes")
        await pilot.press("down")
        await settled(pilot)
        await pilot.press("escape")
        await settled(pilot)
        assert isinstance(pilot.app, PositionsApp)
        assert not bar(pilot).display
        assert pilot.app.matrix.grid.cursor.row_id == "cranes"
        assert len(issues(pilot)) == 8


async def test_the_program_can_start_with_one(harbour: str) -> None:
    async with running(PositionsApp(harbour, "topic:pay days")) as pilot:
        assert issues(pilot) == ["notice"]
        assert bar(pilot).display
        assert bar(pilot).words == "topic:pay days"


async def test_rows_that_pass_are_the_same_objects_so_that_measures_are_kept(harbour: str) -> None:
    async with running(PositionsApp(harbour)) as pilot:
        assert isinstance(pilot.app, PositionsApp)
        before = set(pilot.app.matrix.grid.data.rows)
        await write(pilot, "status:divided")
        shown = [row for row in pilot.app.matrix.grid.data.rows if row.kind is RowKind.ROW]
        assert shown
        assert set(shown) <= before


def test_a_word_that_a_field_knows_is_told_the_field() -> None:
    assert no_match(" fund ") == "No issue matches ‘fund’. Esc clears the filter."
    assert no_match("divided Silent d") == (
        "No issue matches ‘divided Silent d’. Words are sought in texts; what stands so is "
        "found by status:divided or blank:silent. Esc clears the filter."
    )
