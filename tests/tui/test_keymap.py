"""Can actions be given other keys, and is everything that cannot work said with its place?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from positions.settings.file import read_settings
from tests.tui.snapshots import running, screen_lines, screen_text, settled
from tools import keys_reference
from tui.app.app import PositionsApp
from tui.app.look import ScreenSetup, look_of
from tui.keys.keymap import TOGETHER, checked_keys
from tui.keys.table import KEYS, KEYS_BY_ID, use_keys

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

FAULTS = """\
theme: drak
ascii: true
keys:
  matrix.srot: x
  matrix.filter: ctrl+shift+f
  matrix.copy: e
  app.quit: [Q, ctrl+x]
"""


@pytest.fixture(autouse=True)
def own_keys() -> Iterator[None]:
    yield
    use_keys({})


async def test_four_faults_have_their_places_and_the_program_starts(
    harbour: str, write_settings: Callable[[str], Path]
) -> None:
    write_settings(FAULTS)
    settings = read_settings()
    keys, faults = checked_keys(settings)
    said = [str(problem).rpartition("config.yaml:")[2] for problem in (*settings.problems, *faults)]
    assert said == [
        "1:8: warning wrong-setting: There is no theme `drak`. Did you mean `dark`?",
        "4:3: warning unknown-setting: There is no action `matrix.srot`. Did you mean `matrix.sort`?",
        "5:18: warning impossible-key: No terminal sends `ctrl+shift+f`. Write a character, `f5` or `ctrl+s`.",
        "6:16: warning key-given-twice: `e` is given to `matrix.copy`, and means `matrix.edit` in the same place. Give that one another key, or choose another key here.",
    ]
    assert keys == {"app.quit": ("Q", "ctrl+x")}
    look = look_of(is_plain=False, theme="", shows_cursor=False)
    assert look.said == "The settings have 4 problems: `positions config` lists them."
    async with running(PositionsApp(harbour, look=look), size=(120, 24)) as pilot:
        hints = screen_lines(pilot.app)[-1]
        assert "  y Copy  e Edit  " in hints
        assert "  ? Help  Q Quit  " in hints
        assert "not=" in screen_text(pilot.app)  # plain characters, as they are set
        await pilot.press("q")
        await settled(pilot)
        assert pilot.app.is_running
        await pilot.press("ctrl+x")
        await pilot.pause()
        assert not pilot.app.is_running


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        (
            "{matrix.sort: /, matrix.filter: s}",
            {"matrix.sort": ("slash",), "matrix.filter": ("s",)},
        ),
        ('{app.back: [Esc, ^g], grid.open: "[Enter, F5]"}', {"app.back": ("escape", "ctrl+g")}),
        ('{issue.copy: " ", text.copy: PgUp}', {"issue.copy": ("space",)}),  # PgUp moves there
        ("{matrix.sort: ctrl+i}", {}),
        ("{matrix.sort: x}", {}),  # on a pair, it changes sides
        ("{matrix.sort: escpe}", {}),
        ("{matrix.sort: u, matrix.edit: u}", {"matrix.sort": ("u",)}),
        ("{question.cancel: q}", {"question.cancel": ("q",)}),  # no place of `app.quit`
    ],
)
def test_keys_are_written_as_the_help_calls_them(
    text: str, keys: dict[str, tuple[str, ...]], write_settings: Callable[[str], Path]
) -> None:
    write_settings(f"keys: {text}\n")
    assert checked_keys(read_settings())[0] == keys


def test_the_page_of_the_keys_is_as_they_are() -> None:
    found = keys_reference.PAGE.read_text(encoding="utf-8")
    assert found == keys_reference.page(), "write it anew: python tools/keys_reference.py"


def test_every_scope_is_in_a_place_and_the_own_keys_pass() -> None:
    assert {key.scope for key in KEYS} <= {scope for place in TOGETHER for scope in place}
    assert checked_keys(read_settings()) == ({}, ())


async def test_hints_name_the_keys_that_are_given(harbour: str) -> None:
    look = ScreenSetup(
        keys={"matrix.previous-gap": ("b",), "app.moment": ("a",)}, shows_cursor=True
    )
    async with running(PositionsApp(harbour, look=look), size=(200, 24)) as pilot:
        assert "  n Gap  " in screen_lines(pilot.app)[-1]
        assert "  a As of  " in screen_lines(pilot.app)[-1]
        await pilot.press("a")
        await settled(pilot)
        assert pilot.app.screen.is_modal
        await pilot.press("escape", "6", "a")
        await settled(pilot)
        assert "where a chooses." in next(reversed(list(pilot.app._notifications))).message
    use_keys({})
    assert KEYS_BY_ID["matrix.next-gap"].hint == "n/N"
