"""The end of a terminal: who sits before it is gone, and so is the program.

The system tells a program that its terminal has hung up, and that ends it. Where that is not told
(under `nohup`, or with a program such as `make` in between) Textual reads an input without end, at
the full speed of a processor, for ever.
"""

from __future__ import annotations

import asyncio
import os
import select
import signal
from typing import Final

__all__ = ["end_with_terminal", "is_gone"]

STANDARD_INPUT: Final = 0
LOOK_EVERY: Final = 2.0
"""Seconds between two looks."""


def is_gone(descriptor: int) -> bool:
    """Return whether nobody is at the other end of a terminal any more."""
    poller = select.poll()
    poller.register(descriptor, 0)  # that it hung up is told without being asked for
    return bool(poller.poll(0))


async def end_with_terminal(descriptor: int = STANDARD_INPUT, every: float = LOOK_EVERY) -> None:
    """End the program when its terminal has hung up, as the system's signal would have done.

    Nothing is lost: it keeps nothing that is not in a file.
    """
    while not is_gone(descriptor):  # noqa: ASYNC110 - the end of a terminal wakes nobody
        await asyncio.sleep(every)
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    os.kill(os.getpid(), signal.SIGHUP)
