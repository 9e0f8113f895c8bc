"""Changes between two moments of the talks, on the screen, with git or without it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from positions.git.history import State
from positions.loader import load
from positions.model.moment import Moment
from tests.tui.conftest import JUNE
from tests.tui.snapshots import assert_snapshot, running, screen_lines, settled
from tui.app.app import PositionsApp
from tui.changes.copies import copies
from tui.changes.issue_then import IssueThenScreen
from tui.changes.list import ChangeList
from tui.changes.moves import MovesPicture
from tui.changes.screen import ChangesScreen
from tui.issue.screen import IssueScreen
from tui.questions.moment_and_options import MomentPicker
from tui.state.changes import ChangeEnds, MomentEnds, read_changes, sides_of
from tui.state.moments import last_moments, said_at

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from positions.model.dossier import Dossier
    from tests.repositories import Builder

MAY, JUNE_1 = Moment.parse("2025-05-02"), Moment.parse("2025-06-01")


async def press(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await settled(pilot)


async def told(pilot: Pilot[None], key: str) -> list[str]:
    pilot.app.clear_notifications()
    await press(pilot, key)
    return [one.message for one in pilot.app._notifications]


def shown(pilot: Pilot[None]) -> str:
    return "\n".join(screen_lines(pilot.app))


def before(pilot: Pilot[None]) -> str:
    return next(line for line in screen_lines(pilot.app) if line.startswith(" Before"))


@pytest.fixture
def alone(folder: Path) -> str:
    """A dossier in a folder that is no repository."""
    (folder / "talks.yaml").write_text(JUNE, encoding="utf-8")
    return "talks.yaml"


@pytest.mark.parametrize("columns", [60, 80, 120, 200])
async def test_changes_begin_with_who_moved_by_day(talks: Builder, columns: int) -> None:
    async with running(PositionsApp("talks.yaml"), size=(columns, 30)) as pilot:
        await press(pilot, "3")
        assert "2 May 2025 to 1 June 2025" in shown(pilot)
        await assert_snapshot(pilot, f"changes-{columns}-moments")
        await press(pilot, "H")
        assert "1 May 2025 to 2 May 2025" in shown(pilot)
        assert await told(pilot, "H") == ["Nothing is recorded before it."]
        await press(pilot, "L")
        assert "2 May 2025 to 1 June 2025" in shown(pilot)
        await press(pilot, "m")
        assert "Before  " in shown(pilot)
        newest = before(pilot)
        assert await told(pilot, "L") == ["Nothing is recorded after it."]
        await press(pilot, "m", "l", "enter")  # the log is there by day too
        assert before(pilot) == newest
        drawn = str(pilot.app.screen.query_one(MovesPicture).render()).split("\n")
        revision = talks.git("rev-parse", "HEAD")[:9]
        assert [line.split() for line in drawn] == [
            ["2", "Jun", "2025"],
            [revision],
            ["North", "→1", "~1"],
            ["South", "●1"],
        ]


async def test_enter_in_the_picture_lists_what_the_party_changed_on_the_day(alone: str) -> None:
    async with running(PositionsApp(alone), size=(80, 30)) as pilot:
        await press(pilot, "3", "shift+tab", "down")
        picture = pilot.app.screen.query_one(MovesPicture)
        second = "south"
        assert picture.party == second
        await press(pilot, "down")
        assert picture.party == second
        await press(pilot, "enter")
        screen = pilot.app.screen
        assert isinstance(screen, ChangesScreen)
        assert screen.words == f"by:{second}"
        assert isinstance(screen.focused, ChangeList)
        row = next(y for y, line in enumerate(screen_lines(pilot.app)) if line.startswith(" North"))
        await pilot.click(picture, offset=(1, row - picture.region.y))
        assert (picture.has_focus, picture.party != second) == (True, True)
        await press(pilot, "escape")
        assert isinstance(screen.focused, ChangeList)


async def test_no_repository_is_needed(alone: str) -> None:
    async with running(PositionsApp(alone), size=(80, 24)) as pilot:
        await press(pilot, "3", "m")
        assert "m follows the days of the talks" in " ".join(shown(pilot).split())
        await press(pilot, "m")
        screen = pilot.app.screen
        assert isinstance(screen, ChangesScreen)
        change = screen.query_one(ChangeList).change
        assert change is not None
        assert change.issue is not None
        assert change.issue.issue.id == "truce"


@pytest.mark.parametrize("columns", [60, 120])
async def test_moments_are_picked_from_a_list(alone: str, columns: int) -> None:
    async with running(PositionsApp(alone), size=(columns, 24)) as pilot:
        await press(pilot, "3", "b")
        assert isinstance(pilot.app.screen, MomentPicker)
        await assert_snapshot(pilot, f"changes-{columns}-pick-moment")
        await press(pilot, *"2025-05-01", "enter")
        assert "1 May 2025 to 1 June 2025" in shown(pilot)
        await press(pilot, "a", *"2025-05-02", "enter")
        assert "1 May 2025 to 2 May 2025" in shown(pilot)
        await press(pilot, "b", "escape")
        assert "1 May 2025 to 2 May 2025" in shown(pilot)


async def test_the_issue_opens_as_of_the_moment(alone: str) -> None:
    async with running(PositionsApp(alone), size=(80, 24)) as pilot:
        await press(pilot, "3", "enter")
        assert isinstance(pilot.app.screen, IssueThenScreen)
        assert "As of 1 June 2025: " in shown(pilot)
        await press(pilot, "escape", "a", *"2025-06-02", "enter", "enter")
        assert isinstance(pilot.app.screen, IssueScreen)
        assert not isinstance(pilot.app.screen, IssueThenScreen)


def test_two_moments_that_say_the_same(alone: str) -> None:
    sides = MomentEnds(MAY, MAY)
    read = read_changes(alone, sides, lambda _: None, lambda: False)
    assert (read.found, read.sentence) == (None, "Nothing changed.")
    assert sides_of(read, sides) == sides
    # Revisions are asked for again, and the moments are still shown.
    assert sides_of(read, None) == ChangeEnds("HEAD", State.WORKING_TREE)


def test_a_dossier_that_cannot_be_read_has_no_moments(folder: Path) -> None:
    (folder / "talks.yaml").write_text("dossier: [", encoding="utf-8")
    read = read_changes("talks.yaml", MomentEnds(MAY, JUNE_1), lambda _: None, lambda: False)
    assert read.sentence == "talks.yaml cannot be read."


def test_a_copy_says_which_clock_it_follows(alone: str) -> None:
    read = read_changes(alone, MomentEnds(MAY, JUNE_1), lambda _: None, lambda: False)
    assert read.found is not None
    text = copies(read, read.found, None, by_party=False)["Changes of substance as Markdown"]
    assert "- As the talks went, from 2 May 2025 to 1 June 2025." in text


def test_the_last_moments_and_what_happened_then(dossier: Dossier, alone: str) -> None:
    """
    issues:
      truce: {topic: War, title: Truce, kind: duration}
    memoranda:
      only: {party: north, form: statement, date: 2025-05-01, sources: [paper], positions: {truce: 3 days}}
      later: {party: north, form: statement, date: 2025-06-09, sources: [paper], positions: {truce: 4 days}}
    """
    only, june = Moment.parse("2025-05-01"), Moment.parse("2025-06-09")
    assert last_moments(dossier) == (only, only)
    assert said_at(dossier, only) == "statement (North)"
    assert said_at(dossier, MAY) == ""
    assert said_at(dossier, june, MAY) == "statement (North)"
    assert said_at(dossier, june, Moment.parse("2025-04-01")).endswith("known at 2 moments")
    talks = load(alone).dossier
    assert talks is not None
    assert last_moments(talks) == (MAY, JUNE_1)
