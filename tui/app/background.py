"""Asks the terminal for the colour of its background, once, before anything is painted.

One that says nothing for a 20th of a second is taken for dark. Should its answer come later, it is
no key that anybody pressed: `LateAnswer` keeps it from the screen.
"""

from __future__ import annotations

import os
import re
import select
import sys
import termios
import time
import tty
from typing import TYPE_CHECKING, Final

from textual.drivers.linux_driver import LinuxDriver
from textual.events import Key

if TYPE_CHECKING:
    from textual.message import Message

__all__ = ["LateAnswer", "LateAnswerDriver", "is_light", "terminal_background"]

WAIT: Final = 0.05
"""Seconds."""
QUESTION: Final = b"\x1b]11;?\x1b\\"
ANSWER: Final = re.compile(
    rb"\x1b\]11;rgb:([0-9a-fA-F]+)/([0-9a-fA-F]+)/([0-9a-fA-F]+)(\x07|\x1b\\)"
)
AS_KEYS: Final = re.compile(
    r"\^(?:\](?:1(?:1(?:;(?:r(?:g(?:b(?::[0-9a-fA-F/]*(?:\^(?:\\)?|\x07)?)?)?)?)?)?)?)?)?"
)
"""The beginning of an answer as the keys for which Textual takes it."""
LATEST: Final = 2.0
"""Seconds after which no answer is expected any more."""


def terminal_background(source: int = 0, sink: int | None = None, wait: float = WAIT) -> str:
    """Return `light` or `dark`, as the terminal answers; empty where it does not.

    It is not asked where something was typed already, which would be lost.

    Args:
        source: The descriptor of its keyboard.
        sink: That of its screen; standard error where none is given, as Textual has it.
        wait: Seconds.
    """
    sink = sys.__stderr__.fileno() if sink is None and sys.__stderr__ is not None else sink
    if sink is None or not (os.isatty(source) and os.isatty(sink)):
        return ""
    before = termios.tcgetattr(source)
    try:
        tty.setcbreak(source, termios.TCSANOW)
        if select.select([source], [], [], 0)[0]:
            return ""
        os.write(sink, QUESTION)
        answer, until = b"", time.monotonic() + wait
        while select.select([source], [], [], max(until - time.monotonic(), 0))[0]:
            answer += os.read(source, 1024)
            if ANSWER.search(answer):
                return "light" if is_light(answer) else "dark"
    finally:
        termios.tcsetattr(source, termios.TCSANOW, before)
    return ""


def is_light(answer: bytes) -> bool:
    """Return whether the colour in an answer is nearer to white than to black."""
    found = ANSWER.search(answer)
    if found is None:
        return False
    parts = found.groups()[:3]
    red, green, blue = (int(part, 16) / float(16 ** len(part) - 1) for part in parts)
    return bool(0.299 * red + 0.587 * green + 0.114 * blue > 0.5)


class LateAnswer:
    """Holds back keys that may be an answer, until it is clear whether they are."""

    def __init__(self) -> None:
        """Expect one answer, soon."""
        self._held: list[Key] = []
        self._until = time.monotonic() + LATEST

    def passed(self, key: Key) -> list[Key]:
        """Return the keys that somebody pressed: nothing, this one, or those held back with it."""
        if not self._held and (time.monotonic() > self._until or key.character != "^"):
            return [key]
        self._held.append(key)
        said = "".join(one.character or "" for one in self._held)
        if not AS_KEYS.fullmatch(said):
            held, self._held = self._held, []
            return held
        if said.endswith(("\x07", "\\")):
            self._held, self._until = [], 0
        return []


class LateAnswerDriver(LinuxDriver):
    """The terminal, without a late answer."""

    _late: LateAnswer | None = None

    def process_message(self, message: Message) -> None:
        """Pass on what came from the terminal."""
        self._late = self._late or LateAnswer()
        passed = self._late.passed(message) if isinstance(message, Key) else [message]
        for one in passed:
            super().process_message(one)
