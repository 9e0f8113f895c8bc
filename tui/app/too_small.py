"""Shows one sentence in a terminal that is too small for anything else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.screen import Screen
from textual.widgets import Static

if TYPE_CHECKING:
    from textual.app import ComposeResult

__all__ = ["HEIGHT", "WIDTH", "TooSmall"]

WIDTH: Final = 40
HEIGHT: Final = 12


class TooSmall(Screen[None]):
    """Covers the other screens until there is room again."""

    def compose(self) -> ComposeResult:
        yield Static(f"Too small: {WIDTH}×{HEIGHT} needed", markup=False)
