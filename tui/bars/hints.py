"""The keys worth knowing now, in one line at the foot of a screen: as many as fit."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol, runtime_checkable

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input

from positions.text.safe import width
from tui.keys.table import KEYS_BY_ID, Key, name_of_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.screen import Screen

__all__ = [
    "HintLine",
    "Hints",
    "KnowsMoot",
    "KnowsWayOut",
    "fitting",
    "hinted_keys",
    "live_keys",
]

BETWEEN: Final = "  "
FIRST: Final = -1
"""The rank of the way out."""
LAST: Final = ("app.help", "question.help", "app.quit")
"""The hints that stay when all others go, and the first of them longest."""


class HintLine(NamedTuple):
    """The hints that fit.

    Attributes:
        keys: The keys.
        hidden: How many keys work now that are not among them.
    """

    keys: tuple[Key, ...]
    hidden: int

    @property
    def texts(self) -> tuple[str, ...]:
        """What stands in the line, one text a hint."""
        more = (f"+{self.hidden}",) if self.hidden else ()
        return (*map(_text, self.keys), *more)


@runtime_checkable
class KnowsWayOut(Protocol):
    """An application that knows which key leaves what somebody has chosen."""

    def way_out(self) -> tuple[str, str]:
        """Return the key, by the id of its binding, and its label; empty texts where none does."""
        ...


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

    @property
    def line(self) -> HintLine:
        """The hints that fit now."""
        return fitting(hinted_keys(self.screen), self.content_size.width)

    def render(self) -> Content:
        line = self.line
        hints = [
            Content.assemble(
                (_name(key), "bold $footer-key-foreground"),
                (f" {key.label}", "$footer-description-foreground"),
            )
            for key in line.keys
        ]
        if line.hidden:
            hints.append(Content.styled(f"+{line.hidden}", "bold $footer-key-foreground"))
        return Content(BETWEEN).join(hints)

    async def on_click(self, event: events.Click) -> None:
        line, start = self.line, self.styles.padding.left
        for number, text in enumerate(line.texts):
            end = start + width(text)
            if start <= event.x < end:
                key = line.keys[number] if number < len(line.keys) else KEYS_BY_ID["app.help"]
                if key.id == "app.quit":  # a click that misses ends nothing
                    self.app.action_help_quit()
                else:
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
    return tuple(
        key if keys == key.keys else replace(key, keys=keys, hint="")
        for key, keys in typed.items()
        if keys
    )


def hinted_keys(screen: Screen[object]) -> tuple[Key, ...]:
    """Return the live keys; the way out of a filter, a moment or an option is the first hint."""
    name, label = screen.app.way_out() if isinstance(screen.app, KnowsWayOut) else ("", "")
    return tuple(
        replace(key, rank=FIRST, label=label)
        if key.id == name
        else replace(key, rank=0)
        if key.label == label
        else key
        for key in live_keys(screen)
    )


def fitting(keys: Sequence[Key], columns: int) -> HintLine:
    """Return the hints that fit in so many cells, those of the lowest rank first.

    Help and quit are the last to go.
    """
    ends = [key for name in LAST for key in keys if key.id == name]
    others = sorted((key for key in keys if key.rank and key not in ends), key=lambda key: key.rank)
    candidates = [
        *((*others[:number], *ends) for number in range(len(others), -1, -1)),
        tuple(ends[:1]),
        (),
    ]
    lines = (HintLine(shown, len(keys) - len(shown)) for shown in candidates)
    return next(
        (line for line in lines if width(BETWEEN.join(line.texts)) <= columns), HintLine((), 0)
    )


def _can_be_typed(key: str) -> bool:
    return len(name_of_key(key)) == 1 or key == "space"


def _name(key: Key) -> str:
    return key.binding.key_display or ""


def _text(key: Key) -> str:
    return f"{_name(key)} {key.label}"
