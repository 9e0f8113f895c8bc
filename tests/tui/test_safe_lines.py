"""Does any text of a dossier, a file's name or a revision reach the terminal as it is?

Every screen and every question is walked, key by key, with an escape, a bidirectional override, a
C1 control and a character of no width in each field that takes a text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.app import App, ComposeResult
from textual.widgets import Static

from positions.text.safe import width
from tests.hostile_texts import HOSTILE, everywhere
from tests.laws.test_hostile import is_safe
from tests.repositories import Builder
from tests.tui.conftest import as_of_this_morning
from tests.tui.snapshots import painted, running, settled
from tui.app.app import PositionsApp
from tui.app.safe_lines import SafeLines
from tui.bars.hints import live_keys
from tui.keys.table import KEYS_BY_ID

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from rich.segment import Segment
    from textual.color import Color
    from textual.filter import LineFilter
    from textual.pilot import Pilot

pytestmark = pytest.mark.no_cover


NAME = "tal\x1b]0;PWNED\x07\u202eks\u200b.yaml"
QUIET = {"app.quit", "app.suspend", "app.back", "app.palette", "matrix.filter", "changes.filter"}
"""Keys that end the walk, or that the walk takes apart from the others."""


@pytest.fixture
def hostile(folder: Path) -> str:
    """A repository whose file, author, subjects and fields all are hostile; its file has changed."""
    talks = Builder(folder, folder / ".home")
    talks.environment["GIT_AUTHOR_NAME"] = HOSTILE.replace("\n", " ")
    talks.write(".gitignore", ".home\n")
    talks.commit_file(NAME, everywhere(HOSTILE, 20), f"Record {HOSTILE}")
    talks.commit_file(NAME, everywhere(HOSTILE, 25), f"Correct {HOSTILE}")
    (folder / NAME).write_text(everywhere(HOSTILE, 30), encoding="utf-8")
    as_of_this_morning(folder / NAME)
    return NAME


@pytest.fixture
def mended(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that came to the last guard as they must not; screens make theirs safe before."""
    found: list[str] = []

    def apply(_guard: SafeLines, segments: list[Segment], _background: Color) -> list[Segment]:
        found.extend(text for text, _, control in segments if not control and not is_safe(text))
        return segments

    monkeypatch.setattr(SafeLines, "apply", apply)
    return found


def judge(pilot: Pilot[None], after: str) -> None:
    """Check that each line is as wide as the screen, as it is measured in cells of a terminal."""
    for number, strip in enumerate(painted(pilot.app)):
        assert width(strip.text) == pilot.app.size.width, (after, number, strip.text)


async def walk(pilot: Pilot[None], mended: list[str], *way: str) -> None:
    """Go the way, and from there press each key, and look at whatever that opens."""
    app = pilot.app

    async def begin() -> None:
        while len(app.screen_stack) > 1:
            await app.pop_screen()
        for key in way:
            await pilot.press(key)
            await settled(pilot)

    faults: dict[str, str] = {}
    await begin()
    here = app.screen
    for name in [one.id for one in live_keys(here) if one.id not in QUIET]:
        for key in (KEYS_BY_ID[name].keys[0], "down", "enter"):
            await pilot.press(key)
            await settled(pilot)
            said = f"{' '.join(way)}, then {name}, {key}"
            judge(pilot, said)
            if mended:
                faults[said] = mended[0]
                mended.clear()
            if app.screen is here:
                break
        if app.screen is not here:
            await begin()
            here = app.screen
    assert faults == {}


WAYS = {
    "matrix": (),
    "detail": ("plus",),
    "pair": ("2",),
    "changes": ("3",),
    "sequence": ("5",),
    "problems": ("6",),
    **{f"issue {number}": (*["down"] * number, "enter") for number in (1, 4)},
}


@pytest.mark.parametrize("way", WAYS)
async def test_no_screen_draws_what_a_dossier_says_as_it_is(
    way: str, hostile: str, mended: list[str]
) -> None:
    async with running(PositionsApp(hostile), size=(120, 40)) as pilot:
        await walk(pilot, mended, *WAYS[way])


@pytest.mark.parametrize("size", [(60, 12), (80, 24), (200, 60)])
async def test_nor_does_a_question_in_any_size(
    size: tuple[int, int], hostile: str, mended: list[str]
) -> None:
    async with running(PositionsApp(hostile), size=size) as pilot:
        for way in (["y"], ["p"], ["t"], ["v"], ["colon"], ["2", "p"], ["3", "b"], ["6", "y"]):
            for key in way:
                await pilot.press(key)
                await settled(pilot)
            for key in ("down", "down", "space", "up"):
                await pilot.press(key)
                await settled(pilot)
            assert mended == [], way
            judge(pilot, " ".join(way))
            for _ in way:
                await pilot.press("escape")
                await settled(pilot)


async def test_nor_does_a_filter_that_is_written(hostile: str, mended: list[str]) -> None:
    async with running(PositionsApp(hostile, query=HOSTILE), size=(80, 24)) as pilot:
        for key in ("slash", "x", "colon", "enter", "escape"):
            await pilot.press(key)
            await settled(pilot)
            assert mended == [], key
            judge(pilot, key)


@pytest.mark.parametrize("broken", ["issues: [\n", "[" * 90, "\x1b: 1\n", "a: \u202e\n"])
async def test_nor_does_what_cannot_be_read(
    broken: str, hostile: str, folder: Path, mended: list[str]
) -> None:
    (folder / hostile).write_text(broken, encoding="utf-8")
    async with running(PositionsApp(hostile), size=(80, 24)) as pilot:
        for key in ("down", "y", "escape", "escape", "question_mark"):
            await pilot.press(key)
            await settled(pilot)
            assert mended == [], key
            judge(pilot, key)


class Careless(App[None]):
    """An application that draws a text as it is."""

    def compose(self) -> ComposeResult:
        yield Static(HOSTILE, markup=False)
        yield Static("30 days", markup=False)


class Guarded(Careless):
    """The same, behind the guard of ours."""

    def get_line_filters(self) -> Sequence[LineFilter]:
        return [*super().get_line_filters(), SafeLines()]


def test_the_program_is_behind_it() -> None:
    filters = PositionsApp("talks.yaml").get_line_filters()
    assert isinstance(filters[-1], SafeLines)


@pytest.mark.parametrize(("app", "safe"), [(Careless, False), (Guarded, True)])
async def test_the_guard_mends_what_a_screen_forgot(app: type[App[None]], safe: bool) -> None:
    async with running(app(), size=(40, 4)) as pilot:
        lines = [strip.text for strip in painted(pilot.app)]
        assert all(map(is_safe, lines)) is safe
        assert lines[1].rstrip() == "30 days"
        if safe:
            assert [width(line) for line in lines] == [40] * 4
            assert lines[0].startswith("A␛]0;PWNEDB␛[2J ⟨U+202")
