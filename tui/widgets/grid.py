"""The grid: issues by parties, thousands of wrapped rows, painted line by line.

It knows nothing of negotiations. A screen gives it a `tui.layout.GridData` and listens:

    grid = Grid(data, glyphs=UNICODE, id="matrix")
    grid.show(data)                          # other rows or columns; the cursor stays by row id
    grid.cursor                              # Cursor(row_id, column_id), each None where none is
    grid.move_to("length", "russia")         # False where there is no such row
    grid.row_height = RowHeight.MAGNIFIER
    grid.folded = frozenset({"topic:people"})
    grid.glyphs = ASCII

Messages, each with `.grid` (also `.control`): `Grid.CursorMoved(row_id, column_id)`,
`Grid.RowOpened(row_id, column_id)` (Enter or double click on an issue or part),
`Grid.HeaderClicked(column_id)`, `Grid.Folded(row_id, is_folded)`.

Actions, to be bound by the key table, for the grid has no bindings of its own: `cursor_up`,
`cursor_down`, `cursor_left`, `cursor_right`, `top`, `bottom`, `page_up`, `page_down`,
`previous_parties`, `next_parties`, `row_heights`, `open` (on a heading: fold or unfold).

Strips are kept per row until the width, the columns or the styles change. The cursor repaints the
two rows that it touches. A resize keeps the top row, and the cursor in sight if it was.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual.cache import LRUCache
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView

from tui.glyphs import UNICODE, Glyphs
from tui.layout import GridData, Role, RowHeight, RowKind, column_at, header_column_at
from tui.widgets.grid_paint import NO_CURSOR, CursorLook, Painter, Styles
from tui.widgets.grid_view import Anchor, Cursor, GridView

if TYPE_CHECKING:
    from rich.style import Style
    from textual import events
    from textual.strip import Strip

__all__ = ["Cursor", "Grid"]

HEADER_LINES: Final = 1
KEPT_ROWS: Final = 512
NEXT_ROW_HEIGHT: Final = {
    RowHeight.CLAMP: RowHeight.MAGNIFIER,
    RowHeight.MAGNIFIER: RowHeight.FULL,
    RowHeight.FULL: RowHeight.CLAMP,
}


class Grid(ScrollView, can_focus=True, inherit_bindings=False):
    """A table of issues by parties; see the module's docstring."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "grid--cursor",
        "grid--cursor-blurred",
        "grid--cursor-row",
        "grid--header",
        "grid--heading",
        "grid--rule",
        *(f"grid--{role}" for role in Role),
    }
    DEFAULT_CSS = """
    Grid {
        background: $background;
        color: $foreground;
        height: 1fr;
        overflow-x: hidden;
        overflow-y: scroll;
        scrollbar-size-vertical: 1;
        scrollbar-background: $background;
        & > .grid--header { background: $panel; color: $foreground; text-style: bold; }
        & > .grid--heading { color: $text-primary; text-style: bold; }
        & > .grid--rule { color: $text-muted; }
        & > .grid--cursor { color: $text-primary; background: $background; text-style: reverse; }
        & > .grid--cursor-blurred { text-style: bold; }
        & > .grid--cursor-row { background: $surface; }
        & > .grid--strong { text-style: bold; }
        & > .grid--muted { color: $text-muted; }
        & > .grid--blank { color: $text-muted; text-style: italic; }
        & > .grid--added { color: $text-primary; text-style: underline; }
        & > .grid--removed { color: $text-warning; text-style: strike; }
        & > .grid--warning { color: $text-warning; text-style: bold; }
        & > .grid--settled { color: $text-success; text-style: bold; }
        & > .grid--agreed { color: $text-success; }
        & > .grid--near { color: $text-primary; }
        & > .grid--divided { color: $text-error; text-style: bold; }
        & > .grid--one-sided { color: $text-warning; }
        & > .grid--undisclosed { color: $text-secondary; }
        & > .grid--unclear { color: $text-accent; }
        & > .grid--open { color: $text-muted; }
    }
    """

    class GridMessage(Message):
        """What all messages of a grid have."""

        def __init__(self, grid: Grid) -> None:
            """Remember the grid that posts it."""
            self.grid = grid
            super().__init__()

        @property
        def control(self) -> Grid:
            """The grid, for `@on` with a selector."""
            return self.grid

    class CursorMoved(GridMessage):
        """The cursor is on another row or column."""

        def __init__(self, grid: Grid, row_id: str | None, column_id: str | None) -> None:
            """Remember where it is now."""
            self.row_id = row_id
            self.column_id = column_id
            super().__init__(grid)

    class RowOpened(GridMessage):
        """Someone wants to see more of a row."""

        def __init__(self, grid: Grid, row_id: str, column_id: str | None) -> None:
            """Remember which, and at which party."""
            self.row_id = row_id
            self.column_id = column_id
            super().__init__(grid)

    class HeaderClicked(GridMessage):
        """Someone clicked a party's name."""

        def __init__(self, grid: Grid, column_id: str) -> None:
            """Remember which."""
            self.column_id = column_id
            super().__init__(grid)

    class Folded(GridMessage):
        """A heading's rows are hidden or shown again."""

        def __init__(self, grid: Grid, row_id: str, *, is_folded: bool) -> None:
            """Remember which heading, and whether its rows are hidden."""
            self.row_id = row_id
            self.is_folded = is_folded
            super().__init__(grid)

    def __init__(
        self,
        data: GridData | None = None,
        *,
        glyphs: Glyphs = UNICODE,
        row_height: RowHeight = RowHeight.CLAMP,
        id: str | None = None,  # noqa: A002  # Textual's name
        classes: str | None = None,
    ) -> None:
        """Show the data, with the cursor on the first issue."""
        super().__init__(id=id, classes=classes)
        self._view = GridView(row_height)
        self._glyphs = glyphs
        self._painter: Painter | None = None
        self._strips: LRUCache[object, list[Strip]] = LRUCache(KEPT_ROWS)
        self._fitted = Size(0, 0)
        self._line_after_resize: int | None = None
        if data is not None:
            self._view.show(data)

    # What is shown ------------------------------------------------------------------------------

    @property
    def data(self) -> GridData:
        """What the grid shows."""
        return self._view.data

    @property
    def cursor(self) -> Cursor:
        """Where the cursor is."""
        return self._view.cursor

    @property
    def shown_columns(self) -> tuple[str, ...]:
        """The ids of the columns on the page that is shown."""
        return self._view.shown_columns

    @property
    def row_height(self) -> RowHeight:
        """How much of each row is shown."""
        return self._view.mode

    @row_height.setter
    def row_height(self, mode: RowHeight) -> None:
        anchor = self._anchor
        self._view.set_mode(mode)
        self._show_changes(anchor)

    @property
    def folded(self) -> frozenset[str]:
        """The ids of the headings whose rows are hidden."""
        return self._view.folded

    @folded.setter
    def folded(self, folded: frozenset[str]) -> None:
        anchor, before = self._anchor, self.cursor
        self._view.set_folded(folded)
        self._show_changes(anchor)
        self._tell_if_moved(before)

    @property
    def glyphs(self) -> Glyphs:
        """The glyphs in use."""
        return self._glyphs

    @glyphs.setter
    def glyphs(self, glyphs: Glyphs) -> None:
        self._glyphs = glyphs
        self._forget_paint()
        self.refresh()

    def show(self, data: GridData) -> None:
        """Show other data; the cursor stays on its row and column, or goes to the nearest left."""
        anchor, before, old = self._anchor, self.cursor, self.data
        self._view.show(data)
        self._painter = None
        if (old.columns, old.reference, old.marked_words) != (
            data.columns,
            data.reference,
            data.marked_words,
        ):
            self._strips.clear()
        self._show_changes(anchor)
        self._tell_if_moved(before)

    def move_to(self, row_id: str, column_id: str | None = None) -> bool:
        """Move the cursor to a row and, if named, to a column; unfold its heading if need be.

        Returns:
            Whether there is such a row.
        """
        if self._view.index_of(row_id) is None:
            heading = self._view.heading_of(row_id)
            if heading in self.folded:
                self.folded -= {heading}
        index = self._view.index_of(row_id)
        if index is None:
            return False
        columns = [column.id for column in self.data.columns]
        self._move(index, columns.index(column_id) if column_id in columns else self._view.column)
        return True

    # Actions ------------------------------------------------------------------------------------

    def action_cursor_up(self) -> None:
        """Move to the row above."""
        self._move(self._view.row - 1)

    def action_cursor_down(self) -> None:
        """Move to the row below."""
        self._move(self._view.row + 1)

    def action_cursor_left(self) -> None:
        """Move to the party before."""
        self._move(self._view.row, self._view.column - 1)

    def action_cursor_right(self) -> None:
        """Move to the next party."""
        self._move(self._view.row, self._view.column + 1)

    def action_top(self) -> None:
        """Move to the first row."""
        self._move(0)

    def action_bottom(self) -> None:
        """Move to the last row."""
        self._move(len(self._view.rows) - 1)

    def action_page_up(self) -> None:
        """Move up by what fits on the screen, at least one row."""
        self._move_by_page(-1)

    def action_page_down(self) -> None:
        """Move down by what fits on the screen, at least one row."""
        self._move_by_page(1)

    def action_previous_parties(self) -> None:
        """Show the page of parties before; the cursor keeps its place on the page."""
        self._turn_page(-self._view.geometry.shown)

    def action_next_parties(self) -> None:
        """Show the next page of parties; the cursor keeps its place on the page."""
        self._turn_page(self._view.geometry.shown)

    def action_row_heights(self) -> None:
        """Show each row in six lines, in one, in full, and again."""
        self.row_height = NEXT_ROW_HEIGHT[self.row_height]

    def action_open(self) -> None:
        """Open the cursor's row, or fold or unfold its heading."""
        if not self._view.rows:
            return
        row = self._view.rows[self._view.row]
        if row.kind is RowKind.HEADING:
            is_folded = row.id not in self.folded
            self.folded ^= {row.id}
            self.post_message(self.Folded(self, row.id, is_folded=is_folded))
        else:
            self.post_message(self.RowOpened(self, row.id, self.cursor.column_id))

    # Textual's side -----------------------------------------------------------------------------

    def render_lines(self, crop: Region) -> list[Strip]:
        # Without borders and effects to draw around them, the strips serve as they are, and what
        # filters and the compositor keep with them is kept from frame to frame.
        styles = self.styles
        if styles.gutter.totals != (0, 0) or self.opacity != 1 or styles.tint.a:
            return super().render_lines(crop)
        strips = self._lines(crop.y, crop.bottom)
        filters, ground = self.get_line_filters(), self.background_colors[1]
        for line_filter in filters:
            strips = [strip.apply_filter(line_filter, ground) for strip in strips]
        return [strip.crop(crop.x, crop.right) for strip in strips]

    def render_line(self, y: int) -> Strip:
        return self._lines(y, y + 1)[0]

    def _lines(self, start: int, end: int) -> list[Strip]:
        """Return the lines of the screen from the start to before the end."""
        self._fit()
        view = self._view
        painter = self._painter = self._painter or self._new_painter()
        strips = [painter.header(view.first)] if start < HEADER_LINES else []
        first = max(start, HEADER_LINES) - HEADER_LINES + self._top_line
        last = end - HEADER_LINES + self._top_line
        if not view.rows and first == 0 < last:
            strips.append(painter.sentence())
        index = view.placement.row_at(first)
        while first < min(last, view.placement.height):
            top = view.placement.tops[index]
            strips += self._row_strips(painter, index)[first - top : last - top]
            index += 1
            first = view.placement.tops[index]
        strips += [painter.blank()] * (end - start - len(strips))
        return strips

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._forget_paint()

    def on_resize(self) -> None:
        self._fit()
        line, self._line_after_resize = self._top_line, None
        self._set_virtual_size()
        self._scroll_to_line(line)

    def on_focus(self) -> None:
        self._refresh_row(self._view.row)

    def on_blur(self) -> None:
        self._refresh_row(self._view.row)

    async def on_click(self, event: events.Click) -> None:
        if event.button != 1:
            return
        view = self._view
        if event.y < HEADER_LINES:
            column = header_column_at(event.x, view.geometry, view.first)
            if column is not None:
                self.post_message(self.HeaderClicked(self, self.data.columns[column].id))
            return
        line = event.y - HEADER_LINES + self._top_line
        if line < view.placement.height:
            self._click(event.x, line, is_double=event.chain == 2)

    def _click(self, x: int, line: int, *, is_double: bool) -> None:
        view = self._view
        index = view.placement.row_at(line)
        row, within = view.rows[index], line - view.placement.tops[index]
        column = column_at(x, within, row, view.geometry, view.first, view.limit(index))
        self._move(index, column)
        if is_double or row.kind is RowKind.HEADING:
            self.action_open()

    # Moving and scrolling -----------------------------------------------------------------------

    @property
    def _viewport(self) -> int:
        return max(self._fitted.height - HEADER_LINES, 1)

    @property
    def _top_line(self) -> int:
        pending = self._line_after_resize
        return self.scroll_offset.y if pending is None else pending

    @property
    def _anchor(self) -> Anchor | None:
        return self._view.anchor(self._top_line)

    @property
    def _is_in_sight(self) -> bool:
        view = self._view
        if not view.rows:
            return False
        tops = view.placement.tops
        bottom = self._top_line + self._viewport
        return tops[view.row + 1] > self._top_line and tops[view.row] < bottom

    def _move(self, row: int, column: int | None = None) -> None:
        view = self._view
        before, row_before, placement, anchor = self.cursor, view.row, view.placement, self._anchor
        view.move(row, view.column if column is None else column)
        if view.placement is not placement:
            self._show_changes(anchor)
        elif self.cursor != before:
            self._refresh_row(row_before)
            self._refresh_row(view.row)
        self._scroll_to_cursor()
        self._tell_if_moved(before)

    def _move_by_page(self, direction: int) -> None:
        view = self._view
        if not view.rows:
            return
        line = view.placement.tops[view.row] + direction * self._viewport
        row = view.placement.row_at(line)
        self._move(row if row != view.row else row + direction)

    def _turn_page(self, columns: int) -> None:
        before, anchor = self.cursor, self._anchor
        self._view.turn_page(columns)
        self._show_changes(anchor)
        self._tell_if_moved(before)

    def _tell_if_moved(self, before: Cursor) -> None:
        if self.cursor != before and self.is_attached:
            self.post_message(self.CursorMoved(self, *self.cursor))

    def _show_changes(self, anchor: Anchor | None) -> None:
        """Repaint everything, with the anchored line still on top and the cursor in sight."""
        if not self._fitted:
            return
        self._follow_geometry()
        line = self._view.line_of(anchor)
        self._set_virtual_size()
        self._scroll_to_line(line)
        self._scroll_to_cursor()
        self.refresh()

    def _set_virtual_size(self) -> None:
        lines = HEADER_LINES + self._view.placement.height
        self.virtual_size = Size(self.size.width, lines)

    def _scroll_to_line(self, line: int) -> None:
        if self._line_after_resize is not None:
            self._line_after_resize = line
        self.scroll_to(y=line, animate=False, force=True)

    def _scroll_to_cursor(self) -> None:
        """Scroll as little as shows the cursor's row, or its top if it is too tall."""
        line = self._line_with_cursor(self._top_line)
        if line != self._top_line:
            self._scroll_to_line(line)

    def _line_with_cursor(self, line: int) -> int:
        """Return the line nearest to this one that, on top, brings the cursor's row in sight."""
        view = self._view
        if not view.rows or not self._fitted:
            return line
        top, bottom = view.placement.tops[view.row : view.row + 2]
        if top < line or bottom - top >= self._viewport:
            return top
        return max(line, bottom - self._viewport)

    # Painting -----------------------------------------------------------------------------------

    def _fit(self) -> None:
        """Place the rows for the present size, if it has changed.

        The first frame after a resize is painted before the event arrives: until then, the line
        that is to be on top is kept aside.
        """
        if self.size == self._fitted:
            return
        anchor, is_in_sight = self._anchor, self._is_in_sight
        if self.size.width != self._fitted.width:
            self._view.place(self.size.width)
            self._follow_geometry()
        self._fitted = self.size
        line = self._view.line_of(anchor)
        if is_in_sight:
            line = self._line_with_cursor(line)
        last = max(self._view.placement.height - self._viewport, 0)
        self._line_after_resize = min(line, last)

    def _follow_geometry(self) -> None:
        if self._painter is not None and self._painter.geometry is not self._view.geometry:
            self._forget_paint()

    def _forget_paint(self) -> None:
        self._painter = None
        self._strips.clear()

    def _refresh_row(self, index: int) -> None:
        """Repaint what can be seen of a row."""
        view = self._view
        if index >= len(view.rows):
            return
        top = max(view.placement.tops[index] - self._top_line, 0)
        bottom = min(view.placement.tops[index + 1] - self._top_line, self._viewport)
        if bottom > top:
            self.refresh(Region(0, HEADER_LINES + top, self.size.width, bottom - top))

    def _row_strips(self, painter: Painter, index: int) -> list[Strip]:
        view = self._view
        row, limit, look = view.rows[index], view.limit(index), self._cursor_look(index)
        is_folded = row.id in view.folded
        key = (row, view.first, limit, look, is_folded)
        strips = self._strips.get(key)
        if strips is None:
            if row.kind is RowKind.HEADING:
                strips = [painter.heading(row, look, is_folded=is_folded)]
            else:
                strips = painter.row(row, view.first, limit, look)
            self._strips[key] = strips
        return strips

    def _cursor_look(self, index: int) -> CursorLook:
        if index != self._view.row:
            return NO_CURSOR
        return CursorLook(in_row=True, column=self._view.column, has_focus=self.has_focus)

    def _new_painter(self) -> Painter:
        def part(name: str) -> Style:
            return self.get_component_rich_style(f"grid--{name}", partial=True)

        styles = Styles(
            base=self.rich_style,
            header=self.get_component_rich_style("grid--header"),
            heading=part("heading"),
            rule=part("rule"),
            cursor=self.get_component_rich_style("grid--cursor"),
            cursor_blurred=part("cursor-blurred"),
            cursor_row=part("cursor-row"),
            roles={role: part(role) for role in Role},
        )
        return Painter(self.data, self._view.geometry, styles, self._glyphs, self.outer_size.width)
