"""What is not known on the screen: each line leads to its cell."""

from __future__ import annotations

from tests.tui.snapshots import assert_snapshot, running, screen_text, settled
from tui.app.app import PositionsApp
from tui.issue.screen import IssueScreen
from tui.questions.menus import CopyMenu
from tui.unknown.screen import UnknownScreen, UnknownSheet


async def test_each_line_leads_to_its_cell_and_a_filter_leaves_some(harbour: str) -> None:
    async with running(PositionsApp(harbour), size=(80, 24)) as pilot:
        await pilot.press("7")
        await settled(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, UnknownScreen)
        await assert_snapshot(pilot, "unknown-80")

        await pilot.press("j")
        await settled(pilot)
        line = screen.query_one(UnknownSheet).line
        assert line is not None
        assert (line.issue, screen.issue) != ("", None)
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(pilot.app.screen, IssueScreen)
        assert (pilot.app.screen.issue, pilot.app.screen.party) == (line.issue, line.party)

        await pilot.press("escape", "N", "y")
        await settled(pilot)
        assert isinstance(pilot.app.screen, CopyMenu)
        await pilot.press("escape", "slash", *"!pay:", "enter")
        await settled(pilot)
        assert "There is no field" in screen_text(pilot.app)
        await pilot.press("escape", "slash", *"bus", "enter")
        await settled(pilot)
        assert "1 of 8" in screen_text(pilot.app)
        assert not screen.goes_to("no-such-issue")
        await pilot.press("escape", "slash", *"party:dockers", "enter")
        await settled(pilot)
        assert {one.party for _, one in screen.query_one(UnknownSheet).lines()} == {"", "union"}
        assert "8 of 8 issues, 1 of 2 parties" in screen_text(pilot.app)
        await pilot.press("escape", "slash", *"nothing", "enter")
        await settled(pilot)
        assert "No issue matches" in screen_text(pilot.app)
        await pilot.press("escape", "n", "R")
        await settled(pilot)
        assert screen.words == ""


async def test_it_begins_at_the_issue_from_which_somebody_comes(harbour: str) -> None:
    async with running(PositionsApp(harbour), size=(80, 24)) as pilot:
        await pilot.press("n", "enter")
        await settled(pilot)
        assert isinstance(pilot.app.screen, IssueScreen)
        issue = pilot.app.screen.issue
        await pilot.press("7")
        await settled(pilot)
        assert isinstance(pilot.app.screen, UnknownScreen)
        assert pilot.app.screen.issue == issue
