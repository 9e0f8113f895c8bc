"""The keys worth knowing now, in one line at the foot of a screen: as many as fit."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, Protocol, runtime_checkable

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input

from positions.text.safe import width
from tui.keys.table import KEYS_BY_ID, Key, name_of_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.screen import Screen

__all__ = ["Hints", "KnowsMoot", "fitting", "live_keys"]

BETWEEN: Final = "  "
MOST: Final = 8
"""Hints that can be taken in at a glance, on a screen that has no room for all."""
WIDE: Final = 100
"""Cells from which there may be more."""


@runtime_checkable
class KnowsMoot(Protocol):
    """A screen, or the application, that knows which keys lead to nothing in this dossier."""

    def is_moot(self, key: str) -> bool:
        """Return whether a key, by the id of its binding, could only say that there is nothing."""
        ...


class Hints(Widget):
    """Follows the focus; a click on a hint is its key."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Hints {
        dock: bottom; height: 1; padding: 0 1;
        background: $footer-background; color: $footer-description-foreground;
    }
    """

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, self._follow)

    def render(self) -> Content:
        shown = fitting(live_keys(self.screen), self.content_size.width)
        return Content(BETWEEN).join(
            Content.assemble(
                (_name(key), "bold $footer-key-foreground"),
                (f" {key.label}", "$footer-description-foreground"),
            )
            for key in shown
        )

    async def on_click(self, event: events.Click) -> None:
        start = self.styles.padding.left
        for key in fitting(live_keys(self.screen), self.content_size.width):
            end = start + width(_text(key))
            if start <= event.x < end:
                self.app.simulate_key(key.keys[0])
                return
            start = end + len(BETWEEN)

    def _follow(self, _screen: Screen[object]) -> None:
        self.refresh()


def live_keys(screen: Screen[object]) -> tuple[Key, ...]:
    """Return the keys of the table that lead somewhere now, in the table's order."""
    live = {
        active.binding.id
        for active in screen.active_bindings.values()
        if active.enabled and active.binding.id
    }
    knowing = [each for each in (screen, screen.app) if isinstance(each, KnowsMoot)]
    found = tuple(
        key
        for name, key in KEYS_BY_ID.items()
        if name in live and not any(each.is_moot(name) for each in knowing)
    )
    if not isinstance(screen.focused, Input):
        return found
    # What can be typed goes into the words.
    typed = {key: tuple(each for each in key.keys if not _can_be_typed(each)) for key in found}
    return tuple(replace(key, keys=keys, hint="") for key, keys in typed.items() if keys)


def fitting(keys: Sequence[Key], columns: int) -> list[Key]:
    """Return the hints that fit in so many cells, those of the lowest rank first."""
    shown: list[Key] = []
    room = columns
    ranked = sorted((key for key in keys if key.rank), key=lambda key: key.rank)
    for key in ranked if columns >= WIDE else ranked[:MOST]:
        room -= width(_text(key))
        if room < 0:
            break
        shown.append(key)
        room -= len(BETWEEN)
    return shown


def _can_be_typed(key: str) -> bool:
    return len(name_of_key(key)) == 1 or key == "space"


def _name(key: Key) -> str:
    return key.binding.key_display or ""


def _text(key: Key) -> str:
    return f"{_name(key)} {key.label}"
