"""A dossier in a folder on the screen: every file is watched, and edited at its own lines."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.paths import HARBOUR
from tests.tui.conftest import as_of_this_morning
from tests.tui.snapshots import running, screen_text, settled
from tui.app.app import PositionsApp
from tui.problems.screen import ProblemsScreen
from tui.state.watch import stamp_of, written_at

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

CASE = "pay talks"


@pytest.fixture
def case(folder: Path) -> Path:
    """The pay talks, what the port says in a file of its own."""
    text = HARBOUR.read_text("utf-8")
    before, _, port = text.partition("  port-offer:\n")
    made = folder / CASE
    (made / "papers").mkdir(parents=True)
    write(made / "common.yaml", before)
    write(made / "papers" / "port.yaml", f"memoranda:\n  port-offer:\n{port}")
    return made


def write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    as_of_this_morning(path)


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    write(path, text.replace(old, new))


async def reload(pilot: Pilot[None]) -> None:
    await pilot.press("R")
    await settled(pilot)
    pilot.app.clear_notifications()
    await settled(pilot)


async def test_a_folder_shows_what_its_file_would(case: Path, folder: Path) -> None:
    shutil.copy(HARBOUR, folder / "harbour.yaml")
    async with running(PositionsApp("harbour.yaml")) as pilot:
        alone = screen_text(pilot.app).splitlines()
    async with running(PositionsApp(CASE)) as pilot:
        together = screen_text(pilot.app).splitlines()
    assert together[1:21] == alone[1:21]


async def test_a_file_changed_added_or_removed_is_seen_by_itself(
    case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PositionsApp, "LOOK_EVERY", 0.02)
    new = case / "papers" / "more.yaml"

    async def shows(pilot: Pilot[None], words: str, *, wanted: bool = True) -> bool:
        for _ in range(200):
            await pilot.pause(0.02)
            if (words in screen_text(pilot.app)) is wanted:
                return True
        return False

    async with running(PositionsApp(CASE)) as pilot:
        text = (case / "common.yaml").read_text("utf-8")
        (case / "common.yaml").write_text(text.replace("at least 8 %", "at least 9 %"))
        assert await shows(pilot, "at least 9 %")
        new.write_text(
            "issues: {tea: {topic: Pay, title: Tea at noon, kind: text}}\n"
            "memoranda: {tea: {party: union, form: statement, date: 2024-03-01, "
            "positions: {tea: for all}}}\n"
        )
        assert await shows(pilot, "Tea at noon")
        new.unlink()
        assert await shows(pilot, "Tea at noon", wanted=False)
        (case / "papers" / "port.yaml").rename(case / "papers" / ".port.yaml")
        assert await shows(pilot, "9 issues", wanted=False)


async def test_a_bad_save_of_one_file_keeps_the_view_until_it_is_mended(case: Path) -> None:
    async with running(PositionsApp(CASE)) as pilot:
        before = screen_text(pilot.app)
        change(case / "papers" / "port.yaml", "memoranda:\n", "memoranda: [\n")
        await reload(pilot)
        assert "1 problem" in screen_text(pilot.app)
        assert "showing the version of 09:41" in screen_text(pilot.app)
        await pilot.press("6")
        await settled(pilot)
        assert isinstance(pilot.app.screen, ProblemsScreen)
        assert "papers/port.yaml" in screen_text(pilot.app)
        await pilot.press("escape")
        change(case / "papers" / "port.yaml", "memoranda: [\n", "memoranda:\n")
        await reload(pilot)
        assert screen_text(pilot.app) == before


async def test_a_folder_that_is_gone_leaves_the_view_and_says_so(case: Path) -> None:
    async with running(PositionsApp(CASE)) as pilot:
        shutil.rmtree(case)
        await reload(pilot)
        assert f"{CASE} is gone; showing the version of 09:41" in screen_text(pilot.app)


async def test_the_editor_opens_the_file_in_which_it_stands(
    case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def edit(app: object, command: list[str]) -> str:
        opened.extend(command[1:])
        return ""

    monkeypatch.setenv("EDITOR", "vi")
    monkeypatch.setattr("tui.app.editor.open_in_editor", edit)
    async with running(PositionsApp(CASE)) as pilot:
        for keys in (["e"], ["right", "e"], ["g", "e"]):  # one party, the other, a heading
            await pilot.press(*keys)
            await settled(pilot)
    port = (case / "papers" / "port.yaml").read_text("utf-8").splitlines()
    common = (case / "common.yaml").read_text("utf-8").splitlines()
    assert opened[1::2] == [
        f"{CASE}/common.yaml",
        f"{CASE}/papers/port.yaml",
        f"{CASE}/common.yaml",
    ]
    first, second, third = (int(line) for line in opened[::2])
    assert "pay-rise" in common[first - 1]
    assert "pay-rise" in port[second - 1]
    assert third == common.index("dossier:") + 2


async def test_a_folder_without_files_has_none_to_edit(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", "vi")
    (folder / CASE).mkdir()
    async with running(PositionsApp(CASE)) as pilot:
        assert isinstance(pilot.app.screen, ProblemsScreen)
        assert "has no file with content that ends in" in screen_text(pilot.app)
        await pilot.press("e")
        await settled(pilot)
        assert [one.message for one in pilot.app._notifications] == [
            "The folder has no file to edit that could be read."
        ]


def test_the_stamp_of_a_folder_changes_with_each_of_its_files(case: Path) -> None:
    stamps = [stamp_of(CASE)]
    notes = case / "notes.txt"
    notes.write_text("no part of it")
    assert stamp_of(CASE) == stamps[0]
    (case / "common.yaml").write_text("parties: {}\n")
    stamps.append(stamp_of(CASE))
    (case / "papers" / "port.yaml").rename(case / "papers" / "harbour.yaml")
    stamps.append(stamp_of(CASE))
    (case / "papers" / "new.yaml").touch()
    stamps.append(stamp_of(CASE))
    (case / "papers" / "new.yml").touch()  # a problem more
    stamps.append(stamp_of(CASE))
    shutil.rmtree(case / "papers")
    stamps.append(stamp_of(CASE))
    shutil.rmtree(case)
    stamps.append(stamp_of(CASE))
    assert len(set(stamps)) == 7
    assert stamps[-1] is None


def test_a_folder_was_written_when_its_newest_file_was(case: Path) -> None:
    for path, moment in ((case / "common.yaml", 1_000), (case, 4_000)):
        os.utime(path, (moment, moment))
    os.utime(case / "papers" / "port.yaml", (3_000, 3_000))
    assert written_at(CASE) == 3_000
    (case / "link.yaml").symlink_to("nowhere")
    os.utime(case / "link.yaml", (5_000, 5_000), follow_symlinks=False)
    assert written_at(CASE) == 5_000
    for path in (case / "link.yaml", case / "common.yaml", case / "papers" / "port.yaml"):
        path.unlink()
    os.utime(case, (6_000, 6_000))
    assert written_at(CASE) == 6_000


async def test_a_file_that_went_away_is_a_banner_until_it_is_back(case: Path) -> None:
    port = case / "papers" / "port.yaml"
    text = port.read_text("utf-8")
    async with running(PositionsApp(CASE)) as pilot:
        port.unlink()
        await reload(pilot)
        said = " papers/port.yaml is gone; what stood there is not shown"
        assert said in screen_text(pilot.app)
        await reload(pilot)
        assert said in screen_text(pilot.app)
        write(port, text)
        await reload(pilot)
        assert said not in screen_text(pilot.app)
        (case / "common.yaml").unlink()
        await reload(pilot)
        assert " common.yaml is gone; showing the version of 09:41" in screen_text(pilot.app)


async def test_a_program_that_ends_changes_no_screens(case: Path) -> None:
    asked: list[str] = []

    async def change_them() -> None:
        asked.append("asked")

    app = PositionsApp(str(case))
    await app.with_room(change_them)  # a file that was read as the last screen went
    assert not asked
    async with running(app):
        await app.with_room(change_them)
    assert asked == ["asked"]
