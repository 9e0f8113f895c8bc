"""What opens the terminal UI, as its caller hands it over; nothing here names it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from positions.lens import Lens

__all__ = ["OpenChanges", "OpenUI", "Screens", "Side"]


class Side(NamedTuple):
    """A state of a dossier that is a file or a folder of its own.

    Attributes:
        path: Where it stands.
        name: What it is called.
    """

    path: str
    name: str


class OpenUI(Protocol):
    """What opens the terminal UI."""

    def __call__(self, path: str, query: str, lens: Lens, /) -> int:
        """Open it on a path, with a filter or an empty text; return an exit code."""
        ...


class OpenChanges(Protocol):
    """What opens the terminal UI on what changed."""

    def __call__(self, before: Side, after: Side, /) -> int:
        """Open it on two states, at least one of which exists; return an exit code."""
        ...


class Screens(NamedTuple):
    """What there is to open.

    Attributes:
        open_ui: Opens the terminal UI.
        open_changes: Opens it on what changed; None where it cannot be.
    """

    open_ui: OpenUI
    open_changes: OpenChanges | None = None
