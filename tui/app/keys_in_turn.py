"""Handles keys one after another, however fast they arrive."""

from __future__ import annotations

import asyncio
from collections import deque
from typing import TYPE_CHECKING, Final

from textual.app import App
from textual.events import Key, Paste

if TYPE_CHECKING:
    from textual.events import Event
    from textual.message_pump import MessagePump

__all__ = ["KeysInTurnApp"]

QUIET: Final = 3
"""Turns of the event loop in a row with nothing to do, after which what a key began is done."""
MOST: Final = 200
"""Turns after which the next key is not held back any longer."""


class KeysInTurnApp(App[None]):
    """An application that gives a key to what the key before it has opened.

    Textual gives all keys that arrive together to whatever has the focus when they come, so that
    the words written to a question, and its answer, would be commands of the screen below.
    """

    def __init__(self) -> None:
        """Begin with nothing typed."""
        super().__init__()
        self._typed: deque[Key | Paste] = deque()
        self._is_typing = False

    async def on_event(self, event: Event) -> None:
        if not isinstance(event, Key | Paste) or event.is_forwarded:
            await super().on_event(event)
            return
        self._typed.append(event)
        if not self._is_typing:
            self._is_typing = True
            await self._type()

    async def _type(self) -> None:
        await super().on_event(self._typed.popleft())
        self.call_later(self._type_on, 0, 0)

    async def _type_on(self, turns: int, quiet: int) -> None:
        """Give out the next key once nothing is left to do of the one before."""
        await asyncio.sleep(0)
        quiet = 0 if any(pump.message_queue_size for pump in self._pumps()) else quiet + 1
        if quiet < QUIET and turns < MOST:
            self.call_later(self._type_on, turns + 1, quiet)
        elif self._typed:
            await self._type()
        else:
            self._is_typing = False

    def _pumps(self) -> list[MessagePump]:
        """Return whatever may have something to do with a key."""
        focused = self.screen.focused
        return [self, *(focused.ancestors_with_self if focused else [self.screen])]
