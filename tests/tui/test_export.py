"""Is what is shown written to a file as the commands print it, and never over another unasked?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from positions.cli import main as cli
from tests.tui.snapshots import running, screen_text, settled
from tui.app.app import PositionsApp

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from tests.repositories import Builder


async def press(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await settled(pilot)


def said(pilot: Pilot[None]) -> str:
    return [one.message for one in pilot.app._notifications][-1]


@pytest.mark.parametrize(
    ("keys", "name", "ending", "words"),
    [
        ("1", "talks-matrix", ".csv", "compare talks.yaml --format csv"),
        ("s", "talks-matrix", ".csv", "compare talks.yaml --format csv --sort gap"),
        ("1", "talks-matrix", ".md", "compare talks.yaml --format markdown"),
        ("2", "talks-pair", ".txt", "pairs -f talks.yaml north south"),
        ("4", "talks-text", ".md", "single-text talks.yaml --format markdown"),
        ("7", "talks-unknown", ".txt", "unknown -f talks.yaml"),
        ("3", "talks-changes", ".txt", ""),
        (("enter",), "talks-truce", ".md", "show truce -f talks.yaml --format markdown"),
    ],
)
async def test_each_screen_is_written_as_its_command_prints_it(
    keys: tuple[str, ...],
    name: str,
    ending: str,
    words: str,
    talks: Builder,
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    async with running(PositionsApp("talks.yaml")) as pilot:
        await press(pilot, *keys, "E")
        assert f" {name}.md " in screen_text(pilot.app)
        await press(pilot, *["backspace"] * 3, *ending, "enter")
        assert said(pilot) == f"Written: {name}{ending}."
    found = Path(f"{name}{ending}").read_bytes()  # noqa: ASYNC240
    if words:
        capsysbinary.readouterr()
        cli.run(words.split(), open_ui=lambda *_: 9)
        printed = capsysbinary.readouterr().out
        assert found.removeprefix("\ufeff".encode()) == printed.removeprefix("\ufeff".encode())
        assert found.startswith("\ufeff".encode()) == (ending == ".csv")
    else:
        assert b"Length of the truce" in found


async def test_no_file_is_written_over_unasked(harbour: str, folder: Path) -> None:
    (folder / "old.md").write_text("mine", encoding="utf-8")
    (folder / "sub.md").mkdir()
    async with running(PositionsApp(harbour)) as pilot:
        for name, fault in (
            ("old", "End the name in .md, .txt or .csv."),
            ("sub.md", "sub.md is a folder."),
            ("old.md", "There is a file old.md already. Enter again writes over it."),
        ):
            await press(pilot, "E", "ctrl+u", *name, "enter")
            assert fault in screen_text(pilot.app)
            await press(pilot, "escape")
        assert (folder / "old.md").read_text(encoding="utf-8") == "mine"
        await press(pilot, "E", "ctrl+u", *"old.md", "enter", "enter")
        assert said(pilot) == "Written: old.md."
        assert "Pay talks" in (folder / "old.md").read_text(encoding="utf-8")
        await press(pilot, "E", "ctrl+u", *"gone/old.md", "enter")
        assert said(pilot) == "gone/old.md could not be written: No such file or directory."


async def test_what_is_empty_is_not_written(harbour: str) -> None:
    async with running(PositionsApp(harbour)) as pilot:
        await press(pilot, "6", "E")
        assert said(pilot) == "There is nothing here to write to a file."
