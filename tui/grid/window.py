"""The window of a grid: which of its lines are on the screen, and scrolling them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.geometry import Region, Size
from textual.scroll_view import ScrollView

from tui.grid.strips import HEADER_LINES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.grid.state import Anchor, GridView

__all__ = ["GridWindow"]


class GridWindow:
    """What of a view can be seen, below the header, in the widget that scrolls it."""

    def __init__(self, grid: ScrollView, view: GridView) -> None:
        """See nothing until the rows have been fitted."""
        self._grid = grid
        self._view = view
        self._fitted = Size(0, 0)
        self._top_after_resize: int | None = None
        self._given_up: tuple[Anchor, int] | None = None
        """What stood on top before a smaller size hid the cursor, and the line on top since."""

    @property
    def is_open(self) -> bool:
        """Whether the rows have been fitted."""
        return bool(self._fitted)

    @property
    def lines(self) -> int:
        """The number of lines below the header, at least one."""
        return max(self._fitted.height - HEADER_LINES, 1)

    @property
    def top(self) -> int:
        """The line of the rows that is below the header."""
        pending = self._top_after_resize
        return self._grid.scroll_offset.y if pending is None else pending

    @property
    def anchor(self) -> Anchor | None:
        """What stands below the header."""
        return self._view.anchor(self.top)

    def fit(self) -> None:
        """Place the rows for the widget's present size, if it has changed.

        The first frame after a resize is painted before the event arrives: until then, the line
        that is to be on top is kept aside. What had to go for the cursor comes back with the room.
        """
        view, size = self._view, self._grid.size
        if size == self._fitted:
            return
        anchor, is_first = self.anchor, not self.is_open
        if self._given_up is not None:
            kept, line = self._given_up
            last = max(view.placement.height + HEADER_LINES - size.height, 0)
            if self.top == min(line, last):  # nobody scrolled since
                anchor = kept
        # A taller window shows lines above the old top before it is fitted.
        lines = max(self.lines, size.height - HEADER_LINES)
        is_in_sight = is_first or view.is_in_sight(self.top, lines)
        if size.width != self._fitted.width:
            view.place(size.width)
        self._fitted = size
        wanted = top = view.line_of(anchor)
        if is_in_sight:
            top = view.top_with_cursor(top, self.lines)
        top = min(top, max(view.placement.height - self.lines, 0))
        self._given_up = (anchor, top) if anchor is not None and top != wanted else None
        self._top_after_resize = top

    def finish_resize(self) -> None:
        """Scroll to the line that was kept aside."""
        self.fit()
        top, self._top_after_resize = self.top, None
        self._tell_height()
        self.scroll_to(top)

    def follow(self, anchor: Anchor | None) -> None:
        """After rows were placed again, scroll to the anchored line, with the cursor in sight."""
        top = self._view.line_of(anchor)
        self._tell_height()
        self.scroll_to(top)
        self.scroll_to_cursor()

    def scroll_to(self, line: int) -> None:
        """Bring a line of the rows to the top, as far as there are lines below."""
        if self._top_after_resize is not None:
            self._top_after_resize = line
        self._grid.scroll_to(y=line, animate=False, force=True)

    def scroll_to_cursor(self) -> None:
        """Scroll as little as shows the cursor's row, or its top if it is too tall."""
        if self.is_open:
            line = self._view.top_with_cursor(self.top, self.lines)
            if line != self.top:
                self.scroll_to(line)

    def regions(self, *rows: int) -> Iterator[Region]:
        """Yield what of the widget shows these rows."""
        top, width = self.top, self._fitted.width
        tops = self._view.placement.tops
        for index in rows:
            if index + 1 < len(tops):
                start = max(tops[index] - top, 0)
                end = min(tops[index + 1] - top, self.lines)
                if start < end:
                    yield Region(0, HEADER_LINES + start, width, end - start)

    def _tell_height(self) -> None:
        # Assigning the virtual size would lay out the whole screen again, to find out whether there
        # is to be a scrollbar; there always is.
        grid, height = self._grid, HEADER_LINES + self._view.placement.height
        grid.set_reactive(ScrollView.virtual_size, Size(grid.size.width, height))
        grid.vertical_scrollbar.window_virtual_size = height
        grid.vertical_scrollbar.window_size = grid.size.height
