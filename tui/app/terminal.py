"""The end of a program on a terminal: told by a signal, or because the terminal is gone.

A program that a signal ends leaves the terminal as it found it: its own screen closed, the mouse
and the cursor as they were. The system tells a program that its terminal has hung up, too; where
that is not told (under `nohup`, or with a program such as `make` in between) Textual reads an input
without end, at the full speed of a processor, for ever.
"""

from __future__ import annotations

import asyncio
import os
import select
import signal
from typing import TYPE_CHECKING, Final

from textual.drivers.linux_driver import LinuxDriver

from tui.app.background import LateAnswerDriver

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

    from textual.app import App

__all__ = ["end_with_terminal", "is_gone", "run_to_the_end"]

ENDING: Final = (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT)
"""The signals that end the program, but for those that whoever started it told it to ignore."""

STANDARD_INPUT: Final = 0
LOOK_EVERY: Final = 2.0
"""Seconds between two looks."""


def is_gone(descriptor: int) -> bool:
    """Return whether nobody is at the other end of a terminal any more."""
    poller = select.poll()
    poller.register(descriptor, 0)  # that it hung up is told without being asked for
    return bool(poller.poll(0))


async def end_with_terminal(descriptor: int = STANDARD_INPUT, every: float = LOOK_EVERY) -> None:
    """End the program when its terminal has hung up, as the system's signal would have done."""
    while not is_gone(descriptor):  # noqa: ASYNC110 - the end of a terminal wakes nobody
        await asyncio.sleep(every)
    if signal.getsignal(signal.SIGHUP) is signal.SIG_IGN:
        signal.signal(signal.SIGHUP, signal.SIG_DFL)
    os.kill(os.getpid(), signal.SIGHUP)


def run_to_the_end(app: App[None], keep: Callable[[], None] = lambda: None) -> int:
    """Run the application, keep what was chosen, and return its exit code.

    A signal of `ENDING` closes it first, so that the terminal is as it was, and ends the program
    then, so that whoever started it sees the signal. A second one ends it at once.
    """
    told: list[int] = []
    try:
        asyncio.run(_run(app, told, keep))
    finally:
        keep()
    if told:
        os.kill(os.getpid(), told[0])
    return app.return_code or 0


async def _run(app: App[None], told: list[int], keep: Callable[[], None]) -> None:
    if app.driver_class is LinuxDriver:
        app.driver_class = LateAnswerDriver
    loop = asyncio.get_running_loop()

    def end(number: int, _frame: FrameType | None) -> None:
        signal.signal(number, signal.SIG_DFL)
        if number == signal.SIGHUP and is_gone(STANDARD_INPUT):  # nothing to write to any more
            keep()
            os.kill(os.getpid(), number)
        told.append(number)
        loop.call_soon_threadsafe(app.exit)

    heard = [each for each in ENDING if signal.getsignal(each) is not signal.SIG_IGN]
    before = {each: signal.signal(each, end) for each in heard}
    try:
        await app.run_async()
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)
