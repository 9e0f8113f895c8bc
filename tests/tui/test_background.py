"""Does the theme follow the terminal's background, and is a late answer no key?"""

from __future__ import annotations

import os
import threading
from typing import TYPE_CHECKING

import pytest
from textual.events import Key

from tests.tui.snapshots import running
from tui.app.app import PositionsApp
from tui.app.background import QUESTION, LateAnswer, is_light, terminal_background
from tui.app.look import ScreenSetup, with_background

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def terminal() -> Iterator[tuple[int, int]]:
    """The two ends of a terminal: what the program has, and what draws it."""
    ours, theirs = os.openpty()
    yield theirs, ours
    os.close(ours)
    os.close(theirs)


@pytest.mark.parametrize(
    ("answer", "light"),
    [
        (b"\x1b]11;rgb:ffff/ffff/ffff\x07", True),
        (b"\x1b]11;rgb:fd/f6/e3\x1b\\", True),
        (b"\x1b]11;rgb:1e1e/1e1e/2e2e\x1b\\", False),
        (b"\x1b]11;rgb:0/0/0\x07", False),
        (b"\x1b]11;?\x07", False),
    ],
)
def test_a_colour_is_light_or_dark(answer: bytes, *, light: bool) -> None:
    assert is_light(answer) == light


@pytest.mark.parametrize(
    ("colour", "found"), [(b"ffff/ffff/ffff", "light"), (b"0000/1111/2222", "dark")]
)
def test_the_terminal_is_asked(terminal: tuple[int, int], colour: bytes, found: str) -> None:
    program, drawn = terminal

    def answer() -> None:
        assert os.read(drawn, 100) == QUESTION
        os.write(drawn, b"\x1b]11;rgb:")
        os.write(drawn, colour + b"\x1b\\")

    answering = threading.Thread(target=answer)
    answering.start()
    assert terminal_background(program, program, wait=30) == found
    answering.join()


def test_one_that_is_silent_or_where_something_is_typed_says_nothing(
    terminal: tuple[int, int],
) -> None:
    program, drawn = terminal
    assert terminal_background(program, program, wait=0) == ""
    assert os.read(drawn, 100) == QUESTION
    os.write(drawn, b"n\n")
    assert terminal_background(program, program, wait=30) == ""
    assert os.read(program, 100) == b"n\n"  # still there for the screen
    reading, writing = os.pipe()
    assert terminal_background(reading, writing) == ""
    os.close(reading)
    os.close(writing)


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("^]11;rgb:ff/f/e1^\\n", "n"),
        ("a^]11;rgb:ff/f/e1\x07^]", "a^]"),
        ("^n", "^n"),
        ("^]1n^]11;rgb:0/0/0\x07", "^]1n"),
    ],
)
def test_a_late_answer_is_no_key(typed: str, left: str) -> None:
    late = LateAnswer()
    passed = [key for one in typed for key in late.passed(Key("any", one))]
    assert "".join(key.character or "" for key in passed) == left


@pytest.mark.no_cover
@pytest.mark.parametrize(
    ("setup", "kept", "theme"),
    [
        (ScreenSetup(), "", "positions-light"),
        (ScreenSetup(theme="dark"), "", "positions-dark"),
        (ScreenSetup(otherwise="ansi-dark"), "", "ansi-dark"),
        (ScreenSetup(), "dark", "positions-dark"),
    ],
)
async def test_whatever_is_asked_for_goes_before_it(
    harbour: str, monkeypatch: pytest.MonkeyPatch, setup: ScreenSetup, kept: str, theme: str
) -> None:
    monkeypatch.setattr("tui.app.look.terminal_background", lambda: "light")
    found = with_background(setup, kept)
    async with running(PositionsApp(harbour, look=found)) as pilot:
        assert pilot.app.theme == (theme if not kept else "positions-dark")
