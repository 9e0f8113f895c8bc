"""Moving the thumb of a scrollbar: it is painted again only when the move can be seen.

Among thousands of lines, most moves are less than the eighth of a cell that can be shown, and
painting a scrollbar takes as long as painting many lines of text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.scrollbar import ScrollBar

if TYPE_CHECKING:
    from textual.reactive import Reactive

__all__ = ["move_thumb"]

STEPS_IN_A_CELL: Final = len(ScrollBar.renderer.VERTICAL_BARS)
POSITION: Final[Reactive[float]] = ScrollBar.position


def move_thumb(scrollbar: ScrollBar, position: float) -> None:
    """Let a vertical scrollbar stand at a position, in lines from the top."""
    before = _step(scrollbar, scrollbar.position)
    scrollbar.set_reactive(POSITION, position)
    if _step(scrollbar, position) != before:
        scrollbar.refresh()


def _step(scrollbar: ScrollBar, position: float) -> int:
    """Return where the thumb starts, in the steps that its painter takes."""
    cells, window, lines = (
        scrollbar.size.height,
        scrollbar.window_size,
        scrollbar.window_virtual_size,
    )
    if not 0 < window < lines:
        return 0
    thumb = max(1, window * cells / lines)
    return int((cells - thumb) * (position / (lines - window)) * STEPS_IN_A_CELL)
