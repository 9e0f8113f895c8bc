"""The lines of a grid as strips, painted when they are asked for and kept from frame to frame."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.cache import LRUCache

from tui.grid.layout import RowKind
from tui.grid.look import styles_of
from tui.grid.paint import BAND, NO_CURSOR, Canvas, CursorLook, Painter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.filter import LineFilter
    from textual.strip import Strip
    from textual.widget import Widget

    from tui.grid.layout import Geometry
    from tui.grid.look import Styles
    from tui.grid.state import GridView
    from tui.paint.glyphs import Glyphs

__all__ = ["HEADER_LINES", "GridStrips"]

HEADER_LINES: Final = 1
KEPT_ROWS: Final = 512


class GridStrips:
    """The strips of the rows that were painted last, by all that makes them differ.

    They are painted anew in another width, divided otherwise, or on another ground. What else makes
    all of them differ has to be told: see the methods that forget.

    Attributes:
        glyphs: The glyphs in use.
    """

    def __init__(self, grid: Widget, view: GridView, glyphs: Glyphs) -> None:
        """Keep nothing yet; the widget is asked for its styles and sizes once it is shown."""
        self.glyphs = glyphs
        self._grid = grid
        self._view = view
        self._styles: Styles | None = None
        self._painter: Painter | None = None
        self._ground: tuple[Canvas, Geometry] | None = None
        self._rows: LRUCache[object, list[Strip]] = LRUCache(KEPT_ROWS)

    def forget_styles(self) -> None:
        """Look the styles up anew, and paint everything with them."""
        self._styles = None
        self.forget_rows()

    def forget_rows(self) -> None:
        """Paint everything anew: there are other columns, glyphs or marked words."""
        self._painter = None
        self._rows.clear()

    def forget_header(self) -> None:
        """Paint the header and new rows from the view's data of now."""
        self._painter = None

    def lines(self, lines: range, top: int, filters: Sequence[LineFilter]) -> list[Strip]:
        """Return lines of the widget.

        Args:
            lines: Which, the header's being the first.
            top: The line of the rows that is shown below the header.
            filters: What each line is to go through.
        """
        view, painter = self._view, self._current_painter(filters)
        tops, height = view.placement.tops, view.placement.height
        strips = []
        if lines.start < HEADER_LINES:
            side = view.side(top, self._grid.size.height - HEADER_LINES)
            strips.append(painter.header(view.first, side))
        first = max(lines.start - HEADER_LINES, 0) + top
        last = lines.stop - HEADER_LINES + top
        if not view.rows and first < last:
            strips += painter.sentence()[first:last]
        index = view.placement.row_at(first)
        while first < min(last, height):
            strips += self._row(painter, index)[first - tops[index] : last - tops[index]]
            index += 1
            first = tops[index]
        strips += [painter.blank()] * (len(lines) - len(strips))
        return strips

    def _current_painter(self, filters: Sequence[LineFilter]) -> Painter:
        grid, view = self._grid, self._view
        width = grid.size.width - grid.scrollbar_size_vertical
        canvas = Canvas(width, tuple(filters), grid.background_colors[1])
        ground = (canvas, view.geometry)
        if ground != self._ground:
            self._ground = ground
            self.forget_rows()
        if self._painter is None:
            self._styles = self._styles or styles_of(grid)
            self._painter = Painter(view.data, view.geometry, self._styles, self.glyphs, canvas)
        return self._painter

    def _row(self, painter: Painter, index: int) -> list[Strip]:
        view = self._view
        row, limit, look = view.rows[index], view.limit(index), self._cursor_look(index)
        is_folded = row.id in view.folded
        key = (row, view.first, limit, look, is_folded)
        strips = self._rows.get(key)
        if strips is None:
            if row.kind is RowKind.HEADING:
                strips = [painter.heading(row, look, is_folded=is_folded)]
            else:
                strips = painter.row(row, view.first, limit, look)
            self._rows[key] = strips
        return strips

    def _cursor_look(self, index: int) -> CursorLook:
        if index != self._view.row:
            return BAND if self._view.bands[index] else NO_CURSOR
        has_focus = self._grid.has_focus
        return CursorLook(in_row=True, column=self._view.column, has_focus=has_focus)
