"""Scrollbars whose thumbs end at whole cells, without the blocks that plain terminals lack."""

from __future__ import annotations

from typing import ClassVar

from textual.scrollbar import ScrollBarRender

__all__ = ["PlainScrollBarRender"]


class PlainScrollBarRender(ScrollBarRender):
    """Paints with spaces alone; `textual.scrollbar.ScrollBar.renderer` may be set to it."""

    VERTICAL_BARS: ClassVar[list[str]] = [" "] * len(ScrollBarRender.VERTICAL_BARS)
    HORIZONTAL_BARS: ClassVar[list[str]] = [" "] * len(ScrollBarRender.HORIZONTAL_BARS)
