"""Keeps what opens the terminal UI, as its caller hands it over; nothing here names it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from positions.changes.paths import NamedPath
    from positions.comparison.selection import Lens
    from positions.problems.problem import Problem
    from positions.settings.file import Settings

__all__ = ["CheckKeys", "OpenChanges", "OpenUI", "ScreenLook", "Screens"]


class ScreenLook(NamedTuple):
    """How the terminal UI is to look.

    Attributes:
        is_plain: Whether it is drawn with plain characters alone.
        theme: One of `SCREEN_THEMES`; empty where nobody asks for one.
        is_fresh: Whether what was chosen the last time is forgotten.
        shows_cursor: Whether the terminal's own cursor is shown on the selected cell.
    """

    is_plain: bool
    theme: str
    is_fresh: bool = False
    shows_cursor: bool = False


class OpenUI(Protocol):
    """What opens the terminal UI."""

    def __call__(self, path: str, query: str, lens: Lens, look: ScreenLook, /) -> int:
        """Open it on a path, with a filter or an empty text; return an exit code."""
        ...


class OpenChanges(Protocol):
    """What opens the terminal UI on what changed."""

    def __call__(self, before: NamedPath, after: NamedPath, look: ScreenLook, /) -> int:
        """Open it on two states, at least one of which exists; return an exit code."""
        ...


class CheckKeys(Protocol):
    """What knows the keys of the terminal UI."""

    def __call__(
        self, settings: Settings, /
    ) -> tuple[Mapping[str, tuple[str, ...]], Sequence[Problem]]:
        """Return the keys that settings give to actions, and what is wrong with them."""
        ...


class Screens(NamedTuple):
    """What there is to open.

    Attributes:
        open_ui: Opens the terminal UI.
        open_changes: Opens it on what changed; None where it cannot be.
        check_keys: Knows its keys; None where nothing does.
    """

    open_ui: OpenUI
    open_changes: OpenChanges | None = None
    check_keys: CheckKeys | None = None
