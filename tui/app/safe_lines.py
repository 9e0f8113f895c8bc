"""The last guard of the terminal: whatever a screen draws is made visible, if it is not.

Screens make what a dossier says visible before they measure it. One that forgets it draws a line
with a mark too many; an escape sequence never reaches the terminal.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment
from textual.filter import LineFilter

from positions.text.safe import clip, pad, visible

if TYPE_CHECKING:
    from textual.color import Color

__all__ = ["SafeLines"]


class SafeLines(LineFilter):
    """Lets nothing through that hides, moves or reorders."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments of a line, as wide as they are measured to be."""
        if all(_is_plain(text) for text, _, _ in segments):
            return segments
        return [
            Segment(_mended(text), style, control) if not control else Segment(text, style, control)
            for text, style, control in segments
        ]


def _is_plain(text: str) -> bool:
    return (text.isascii() and text.isprintable()) or visible(text) == text


def _mended(text: str) -> str:
    cells = cell_len(text)
    return text if _is_plain(text) else pad(clip(visible(text), cells, ""), cells)
