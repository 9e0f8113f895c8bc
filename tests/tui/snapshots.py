"""Screens as plain text, to be read in review and compared in tests.

A snapshot is a text file: the lines of the screen, a line of dashes, then a line for every stretch of
text that is bold, reversed, struck out or underlined, as `row:column flags text`, both counted from
0. So a cursor that has vanished fails a test even without colours. A test's use:

    async with running(app, size=(80, 24)) as pilot:
        await pilot.press("n")
        await assert_snapshot(pilot, "matrix-80-next-gap")

It is always 09:41 on 2 June 2025, by `MORNING`; a file that is to be as old is given that time with
`os.utime`. The files stand in tests/tui/snapshots/. With SNAPSHOT_UPDATE=1 they are written anew; without it,
one that is missing or different fails, with the difference.
"""

from __future__ import annotations

import asyncio
import difflib
import os
import re
import sys
import time
from contextlib import ExitStack, asynccontextmanager, contextmanager
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar
from unittest.mock import patch

from rich.cells import cell_len
from textual.css.stylesheet import Stylesheet
from textual.events import Key, Resize
from textual.geometry import Size
from textual.widgets import Input, TextArea

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from datetime import tzinfo

    from rich.style import Style
    from textual.app import App
    from textual.css.model import RuleSet
    from textual.message import Message
    from textual.pilot import Pilot
    from textual.strip import Strip

__all__ = [
    "MORNING",
    "assert_snapshot",
    "painted",
    "running",
    "screen_lines",
    "screen_text",
    "settled",
    "styled_runs",
    "together",
]

MORNING: Final = datetime(2025, 6, 2, 9, 41, tzinfo=UTC)
FRAME: Final = 0.02
"""Seconds: what comes later than this is not waited for."""
FOLDER: Final = Path(__file__).parent / "snapshots"
NAME: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

Result = TypeVar("Result")


class StoppedClock(datetime):
    """A `datetime` for which it is always the same moment."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
        """Return that moment, in local time if no zone is given."""
        return MORNING.astimezone(tz) if tz else MORNING.astimezone().replace(tzinfo=None)


@contextmanager
def stopped_clock() -> Iterator[None]:
    """Let every module of the project that asks `datetime` for the time get the same answer."""
    with ExitStack() as stack:
        for name, module in list(sys.modules.items()):
            if (
                name.split(".")[0] in {"positions", "tui"}
                and vars(module).get("datetime") is datetime
            ):
                stack.enter_context(patch.object(module, "datetime", StoppedClock))
        yield


@asynccontextmanager
async def running(
    app: App[Result], size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Pilot[Result]]:
    """Run the app without a terminal; nothing blinks or slides, and the clock stands still.

    What is said stays for a minute, so that it is still there on a busy machine.
    """
    app.animation_level = "none"
    with ExitStack() as stack:
        stack.enter_context(stopped_clock())
        stack.enter_context(patch.object(type(app), "NOTIFICATION_TIMEOUT", 60.0))
        for name, stand_in in STAND_INS.items():
            stack.enter_context(patch(name, stand_in))
        async with app.run_test(size=size, notifications=True) as pilot:
            await settled(pilot)
            yield pilot


async def nothing_to_do(_least: float = 0, most: float = 5) -> None:
    """Wait until the event loop has nothing to call, neither now nor with the next frame.

    Textual's own pilot sleeps until the process uses little of the processor instead, at least a
    50th of a second five times a key: most of the time of a test, and on a busy machine no proof.
    """
    loop, until = asyncio.get_running_loop(), time.monotonic() + most
    while time.monotonic() < until:
        await asyncio.sleep(0)
        if _ready(loop):
            continue
        wait = min(_delays(loop), default=FRAME)
        if wait >= FRAME:
            return
        await asyncio.sleep(wait)


PARSED: dict[tuple[object, ...], list[RuleSet]] = {}
_parse_rules = Stylesheet._parse_rules


def parsed_once(sheet: Stylesheet, *given: Any, **named: Any) -> list[RuleSet]:
    """Return the rules of a style sheet, which are the same for every app of a theme."""
    key = (tuple(sheet._variables.items()), given, *named.items())
    if key not in PARSED:
        PARSED[key] = _parse_rules(sheet, *given, **named)
    return PARSED[key]


STAND_INS: Final = {
    "textual.app.wait_for_idle": nothing_to_do,
    "textual.pilot.wait_for_idle": nothing_to_do,
    # A frame of a thousandth of a second, so that no key waits for one.
    "textual.screen.UPDATE_PERIOD": 0.001,
    "textual.css.stylesheet.Stylesheet._parse_rules": parsed_once,
}


async def settled(pilot: Pilot[Result]) -> None:
    """Wait until nothing is being read and nothing is left to paint.

    Workers of the group "watch" work for as long as the app runs, and are not waited for.
    """
    await nothing_to_do()  # the pilot waits for whatever is there now, also where a key ends it
    await pilot.pause()
    reading = [worker for worker in pilot.app.workers if worker.group != "watch"]
    if reading:
        await pilot.app.workers.wait_for_complete(reading)
    await pilot.pause()
    for screen in pilot.app.screen_stack:
        for field in screen.query(Input):
            field.cursor_blink = False
        for area in screen.query(TextArea):
            area.cursor_blink = False
    await pilot.pause()


def together(pilot: Pilot[Result], *events: str | tuple[int, int]) -> None:
    """Send keys, and new sizes in columns and lines, that the program reads at once.

    So they come over a slow connection, and from whoever types faster than a screen is drawn.
    """
    driver = pilot.app._driver
    assert driver is not None
    for each in events:
        message: Message
        if isinstance(each, tuple):
            message = Resize(Size(*each), Size(*each))
        else:
            message = Key(each, each if len(each) == 1 else None)
        message.set_sender(pilot.app)
        driver.send_message(message)


async def assert_snapshot(pilot: Pilot[Result], name: str) -> None:
    """Compare the screen with the snapshot of that name, or write it with SNAPSHOT_UPDATE=1."""
    assert NAME.fullmatch(name), f"not a name for a snapshot: {name}"
    await settled(pilot)
    path, now = FOLDER / f"{name}.txt", screen_text(pilot.app)
    if os.environ.get("SNAPSHOT_UPDATE") == "1":
        FOLDER.mkdir(exist_ok=True)
        path.write_text(now, encoding="utf-8")
        return
    hint = "run the test with SNAPSHOT_UPDATE=1 and read what it writes"
    assert path.exists(), f"there is no snapshot {path.name}; {hint}:\n\n{now}"
    before = path.read_text(encoding="utf-8")
    if now != before:
        lines = difflib.unified_diff(
            before.splitlines(), now.splitlines(), f"{name} (kept)", f"{name} (now)", lineterm=""
        )
        difference = "\n".join(lines)
        raise AssertionError(f"the screen is not as it was; if it is right, {hint}\n{difference}")


def screen_text(app: App[Result]) -> str:
    """Return the screen as a snapshot: its lines, dashes, and its styled runs."""
    strips = painted(app)
    lines = [strip.text.rstrip() for strip in strips]
    runs = [run for y, strip in enumerate(strips) for run in styled_runs(y, strip)]
    return "\n".join([*lines, "-" * app.size.width, *runs, ""])


def screen_lines(app: App[Result]) -> list[str]:
    """Return the lines of the screen, without the spaces at their ends."""
    return [strip.text.rstrip() for strip in painted(app)]


def styled_runs(y: int, strip: Strip) -> Iterator[str]:
    """Yield the stretches of a line that are more than plain, with their column in cells."""
    column = 0
    for flags, segments in groupby(strip, key=lambda segment: _flags(segment.style)):
        text = "".join(segment.text for segment in segments)
        if flags and (text.strip() or "reverse" in flags):
            yield f"{y}:{column} {flags} {text.rstrip()}".rstrip()
        column += cell_len(text)


def _flags(style: Style | None) -> str:
    is_scrollbar = style is not None and any(name.startswith("@mouse") for name in style.meta)
    if style is None or is_scrollbar:
        return ""
    flags = {
        "bold": style.bold,
        "reverse": style.reverse,
        "strike": style.strike,
        "underline": style.underline,
    }
    return "+".join(name for name, is_on in flags.items() if is_on)


def painted(app: App[Result]) -> list[Strip]:
    """Return what is on the screen; the one place that asks Textual for what it keeps to itself."""
    return app.screen._compositor.render_strips()


def _ready(loop: asyncio.AbstractEventLoop) -> bool:
    """Return whether anything waits for its turn; asyncio, too, keeps this to itself."""
    return bool(vars(loop)["_ready"])


def _delays(loop: asyncio.AbstractEventLoop) -> Iterator[float]:
    """Yield in how many seconds the loop will call what waits for a moment."""
    for handle in vars(loop)["_scheduled"]:
        if not handle.cancelled():
            yield max(handle.when() - loop.time(), 0)
