"""Lists the screens that show the dossier through the lens that a user has chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.screen import Screen

__all__ = ["follows_lens"]


def follows_lens(screen: Screen[object]) -> bool:
    """Return whether another moment or other options would change what a screen shows.

    A screen of revisions, of problems, or of a question says `FOLLOWS_LENS = False`, or is modal.
    """
    return not screen.is_modal and bool(getattr(screen, "FOLLOWS_LENS", True))
