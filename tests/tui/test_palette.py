"""The palette: is everything named, and only what applies?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.tui.snapshots import assert_snapshot, running, screen_text, settled
from tui.app.app import PositionsApp
from tui.app.palette import Palette, commands
from tui.app.theme_choice import THEME_NAMES
from tui.keys.table import KEYS

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

pytestmark = pytest.mark.no_cover


def names(pilot: Pilot[None]) -> list[str]:
    return [one.name for one in commands(pilot.app.screen)]


async def call(pilot: Pilot[None], words: str) -> None:
    await pilot.press("colon", *words, "enter")
    await settled(pilot)


@pytest.mark.parametrize(
    "name", [*(key.command for key in KEYS if key.command), *THEME_NAMES.values()]
)
def test_names_are_a_noun_and_a_verb(name: str) -> None:
    assert re.fullmatch(r"[A-Z][a-z]+: [a-z].*", name)


async def test_it_opens_over_the_matrix(harbour: str) -> None:
    async with running(PositionsApp(harbour)) as pilot:
        await pilot.press("ctrl+p")
        await settled(pilot)
        await assert_snapshot(pilot, "palette-80-start")


async def test_the_issue_has_its_own_commands(harbour: str) -> None:
    async with running(PositionsApp(harbour)) as pilot:
        assert "Issues: sort" in names(pilot)
        assert "Screen: matrix" not in names(pilot)
        await pilot.press("enter")
        await settled(pilot)
        assert "Issues: sort" not in names(pilot)
        assert "Screen: matrix" in names(pilot)


async def test_what_would_do_nothing_is_left_out(harbour: str) -> None:
    async with running(PositionsApp(harbour)) as pilot:
        found = names(pilot)
        assert "Parties: show the next page" not in found
        assert "Parts: open or close here" not in found
        assert isinstance(pilot.app, PositionsApp)
        pilot.app.matrix.go_to("bonus")
        await settled(pilot)
        assert "Parts: open or close here" in names(pilot)


async def test_a_command_is_found_by_its_name_and_does_what_its_key_does(harbour: str) -> None:
    async with running(PositionsApp(harbour)) as pilot:
        await call(pilot, "sort")
        assert isinstance(pilot.app, PositionsApp)
        assert pilot.app.matrix.grid.data.issue_title == "Issue, by gap"


async def test_the_theme_can_be_changed(harbour: str) -> None:
    async with running(PositionsApp(harbour)) as pilot:
        await call(pilot, "theme: light")
        assert pilot.app.theme == "positions-light"
        assert "Theme: light" not in names(pilot)


async def test_the_best_match_stands_on_top(harbour: str) -> None:
    async with running(PositionsApp(harbour)) as pilot:
        palette = Palette(commands(pilot.app.screen))
        found = [one.name for one, _ in palette.answers("screen")]
        assert found[0].startswith("Screen: ")
        assert "Filter: write" not in found


async def test_letters_of_no_command_are_said(harbour: str) -> None:
    async with running(PositionsApp(harbour)) as pilot:
        await call(pilot, "zzz")
        assert "No command that works here has these letters." in screen_text(pilot.app)
        await pilot.press("escape")
        assert pilot.app.screen is pilot.app.screen_stack[0]


@pytest.mark.parametrize("size", [(60, 12), (200, 60)])
async def test_every_command_is_within_reach(harbour: str, size: tuple[int, int]) -> None:
    async with running(PositionsApp(harbour), size=size) as pilot:
        last = names(pilot)[-1]
        await pilot.press("ctrl+p", "up")
        await settled(pilot)
        assert last in screen_text(pilot.app)


async def test_without_colours_the_terminal_s_own_are_not_offered(
    harbour: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with running(PositionsApp(harbour)) as pilot:
        assert not [name for name in names(pilot) if "terminal" in name]


async def test_with_one_party_none_can_be_chosen(written: Callable[[str], str]) -> None:
    path = written("parties:\n  north: {name: North}\nissues: {}\nmemoranda: {}\n")
    async with running(PositionsApp(path)) as pilot:
        found = names(pilot)
        assert "Parties: choose" not in found
        assert "Issue: mark or unmark" not in found
