"""The history of an issue on its own screen: statuses, words, revisions."""

from __future__ import annotations

import asyncio
import threading
from typing import TYPE_CHECKING, Any

from positions.changes.log import position_revisions
from tests.tui.snapshots import running, screen_text, settled, together
from tui.app.app import PositionsApp
from tui.issue import history
from tui.issue.screen import IssueScreen
from tui.state.messages import IssueWanted

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pytest

    from positions.changes.log import Blamed
    from tests.repositories import Builder


async def test_b_shows_statuses_words_and_revisions_and_escape_leaves_them(talks: Builder) -> None:
    async with running(PositionsApp("talks.yaml"), size=(120, 40)) as pilot:
        pilot.app.post_message(IssueWanted("truce", "north"))
        await settled(pilot)
        await pilot.press("b")
        await settled(pilot)
        shown = screen_text(pilot.app)
        assert "2025-05-02: D divided: " in shown
        assert "2025-05-01: 30 days" in shown
        assert "Record what was said in June" in shown
        assert "Record what both sides wanted in May" in shown
        assert shown.index("History: when") < shown.index("2025-05-02: D") < shown.index("in git: ")
        assert shown.index("both sides wanted in May") < shown.index("was said in June")
        assert "\n    : " not in shown
        await pilot.press("n")
        await settled(pilot)
        assert isinstance(pilot.app.screen, IssueScreen)
        assert pilot.app.screen.issue != "truce"
        assert "History: when" in screen_text(pilot.app)
        await pilot.press("escape")
        await settled(pilot)
        assert isinstance(pilot.app.screen, IssueScreen)
        assert "History: when" not in screen_text(pilot.app)
        together(pilot, "b", "escape")  # while it is read
        await settled(pilot)
        assert "Reading" not in screen_text(pilot.app)


async def test_words_are_shown_while_revisions_are_read(
    talks: Builder, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, may_go_on = threading.Semaphore(0), threading.Event()

    def wait(*given: Any) -> Iterator[Blamed]:
        begun.release()
        may_go_on.wait(10)
        return position_revisions(*given)

    monkeypatch.setattr(history, "position_revisions", wait)
    async with running(PositionsApp("talks.yaml"), size=(120, 40)) as pilot:
        pilot.app.post_message(IssueWanted("truce", "north"))
        for keys in (("b",), ("escape", "b")):  # ended, and begun again
            await pilot.pause()
            await pilot.press(*keys)
            assert await asyncio.to_thread(begun.acquire, timeout=60)
            await pilot.pause()
            shown = screen_text(pilot.app)
            assert "Reading the revisions (git); Esc ends it: " in shown
            assert "Esc No history" in shown
            assert "2025-05-02: D divided: " in shown
            assert "2025-05-01: 30 days" in shown
            assert "in git: " not in shown
        may_go_on.set()
        await settled(pilot)
        assert "Reading" not in screen_text(pilot.app)
        assert "in git: " in screen_text(pilot.app)


async def test_without_git_there_are_words_alone(harbour: str) -> None:
    async with running(PositionsApp(harbour), size=(120, 40)) as pilot:
        pilot.app.post_message(IssueWanted("pay-rise", None))
        await settled(pilot)
        await pilot.press("b")
        await settled(pilot)
        assert "History: when" in screen_text(pilot.app)
        assert "in git: " not in screen_text(pilot.app)
