"""The changes between two files or folders of their own, as `git difftool` opens them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from positions.changes.paths import NamedPath
from positions.git.history import State
from tests.tui.conftest import JUNE, MAY, as_of_this_morning
from tests.tui.snapshots import assert_snapshot, running, screen_text, settled
from tui.app.app import PositionsApp
from tui.app.difftool import ChangesApp, open_changes
from tui.bars.tabs import Tabs
from tui.changes.ends import EndPicker
from tui.changes.issue_then import IssueThenScreen
from tui.changes.screen import ChangesScreen
from tui.issue.screen import IssueScreen
from tui.matrix.screen import MatrixScreen
from tui.problems.screen import ProblemsScreen
from tui.state.changes import ChangeEnds, read_changes, sides_of
from tui.state.messages import IssueWanted

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from textual.pilot import Pilot
    from textual.screen import Screen

    from tests.repositories import Builder

OLD = NamedPath("old.yaml", "talks.yaml (before)")
NEW = NamedPath("talks.yaml", "talks.yaml (after)")
NONE = NamedPath(os.devnull, "talks.yaml (after)")


def write(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text, encoding="utf-8")
    as_of_this_morning(folder / name)


def current(pilot: Pilot[None]) -> Screen[object]:
    return pilot.app.screen


async def press(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await settled(pilot)


def read(before: NamedPath, after: NamedPath | State | str) -> tuple[str, str]:
    found = read_changes(NEW.path, ChangeEnds(before, after), lambda _: None, lambda: False)
    return found.sentence, str(found.found and found.found.change_class)


async def test_the_changes_come_first_and_the_matrix_is_below(folder: Path) -> None:
    write(folder, "old.yaml", MAY)
    write(folder, "talks.yaml", JUNE)
    async with running(ChangesApp(OLD, NEW)) as pilot:
        await assert_snapshot(pilot, "changes-80-two-files")
        await press(pilot, "down", "enter")
        assert isinstance(current(pilot), IssueScreen)  # the file shown is the present
        assert not isinstance(current(pilot), IssueThenScreen)
        await press(pilot, "escape", "escape")
        assert isinstance(current(pilot), MatrixScreen)
        await press(pilot, "3")
        assert isinstance(current(pilot), ChangesScreen)
        assert "(before)" in screen_text(pilot.app)  # as it was left


async def test_they_follow_the_file(folder: Path) -> None:
    write(folder, "old.yaml", MAY)
    write(folder, "talks.yaml", JUNE)
    async with running(ChangesApp(OLD, NEW)) as pilot:
        write(folder, "talks.yaml", JUNE.replace("20 days", "25 days"))
        await press(pilot, "R")
        assert "25" in screen_text(pilot.app)
        assert "talks.yaml (before)" in screen_text(pilot.app)


async def test_an_issue_of_the_past_is_shown_as_it_was(folder: Path) -> None:
    write(folder, "old.yaml", MAY)
    write(folder, "talks.yaml", JUNE.replace("  toll:", "  tax:").replace("toll:", "tax:"))
    async with running(ChangesApp(OLD, NONE)) as pilot:
        assert "There is no `old.yaml` in talks.yaml (after); it is in talks.yaml (before)." in (
            " ".join(screen_text(pilot.app).split())
        )
    async with running(ChangesApp(NEW, OLD)) as pilot:  # the other way round
        await press(pilot, "down", "enter")
        assert isinstance(current(pilot), IssueScreen)


async def test_another_side_can_be_chosen_where_git_knows_the_file(talks: Builder) -> None:
    write(talks.folder, "old.yaml", MAY.replace("30 days", "29 days"))
    async with running(ChangesApp(OLD, NEW)) as pilot:
        await press(pilot, "b")
        assert isinstance(current(pilot), EndPicker)
        assert "Record what both sides wanted in May" in screen_text(pilot.app)
        await press(pilot, *"HEAD~1", "enter")
        text = screen_text(pilot.app)
        assert "2025-05-31  Record what both sides" in text
        assert "talks.yaml (after)" in text


async def test_a_file_that_cannot_be_read_shows_its_problems_above(folder: Path) -> None:
    write(folder, "old.yaml", MAY)
    write(folder, "talks.yaml", "issues: [\n")
    async with running(ChangesApp(OLD, NEW)) as pilot:
        assert "talks.yaml (after) cannot be read" in screen_text(pilot.app)
        await press(pilot, "escape")
        assert isinstance(current(pilot), MatrixScreen)
        assert "6 shows why" in screen_text(pilot.app)
        await press(pilot, "6")
        assert isinstance(current(pilot), ProblemsScreen)


def test_sides_outside_git(folder: Path) -> None:
    write(folder, "old.yaml", MAY)
    write(folder, "talks.yaml", JUNE)
    assert read(OLD, NEW) == ("", "substance")
    assert read(NEW, NEW)[0].startswith("Nothing changed")
    assert "There is no `talks.yaml`" in read(OLD, NONE)[0]
    assert "There is no `talks.yaml`" in read(NamedPath("gone.yaml", "gone"), NEW)[0]
    assert "has no revisions" in read(OLD, State.WORKING_TREE)[0]
    found = read_changes(NEW.path, ChangeEnds(OLD, NEW), lambda _: None, lambda: False)
    assert sides_of(found, None) == ChangeEnds(OLD, NEW)


def test_a_side_can_be_a_file_and_the_other_a_revision(talks: Builder) -> None:
    write(talks.folder, "old.yaml", MAY)
    assert read(OLD, "HEAD") == ("", "substance")
    assert read(OLD, State.WORKING_TREE) == ("", "substance")
    assert read(OLD, "HEAD~1")[0].startswith("Nothing changed")


def test_it_ends_with_the_code_of_the_application(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths: list[str] = []

    async def run(app: PositionsApp) -> None:
        paths.append(app.path)

    monkeypatch.setattr(PositionsApp, "run_async", run)
    assert open_changes(OLD, NEW) == 0
    assert open_changes(OLD, NONE) == 0
    assert paths == ["talks.yaml", "old.yaml"]


async def test_the_changes_begin_at_the_issue_that_is_read(talks: Builder) -> None:
    async with running(PositionsApp("talks.yaml"), size=(100, 30)) as pilot:
        pilot.app.post_message(IssueWanted("monitors", "north"))
        await settled(pilot)
        await pilot.press("3")
        await settled(pilot)
        changes = current(pilot)
        assert isinstance(changes, ChangesScreen)
        assert changes.issue == "monitors"
        assert changes.query_one(Tabs).place == "app.changes"
        await pilot.press("slash", *"truce", "enter", "1")
        await settled(pilot)
        assert isinstance(pilot.app, PositionsApp)
        assert pilot.app.matrix.words == "truce"
        assert current(pilot) is pilot.app.matrix
        pilot.app.post_message(IssueWanted("seat", "north"))
        await settled(pilot)
        await pilot.press("3")
        await settled(pilot)
        said = [notice.message for notice in pilot.app._notifications]
        assert said == ["Nothing changed on this issue between the two."]
