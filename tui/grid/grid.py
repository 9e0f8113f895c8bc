"""The grid: issues by parties, thousands of wrapped rows, painted line by line.

It knows nothing of negotiations. A screen gives it a `tui.grid.layout.GridData` and listens:

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

from textual.geometry import Offset
from textual.scroll_view import ScrollView

from tui.grid import messages as grid_messages
from tui.grid.layout import GridData, RowHeight, RowKind, header_column_at
from tui.grid.look import COMPONENT_CLASSES, STYLE_SHEET
from tui.grid.state import Cursor, GridView
from tui.grid.strips import HEADER_LINES, GridStrips
from tui.grid.thumb import move_thumb
from tui.grid.window import GridWindow
from tui.paint.glyphs import UNICODE, Glyphs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.filter import LineFilter
    from textual.geometry import Region
    from textual.strip import Strip

    from tui.grid.state import Anchor

__all__ = ["Cursor", "Grid"]

NEXT_ROW_HEIGHT: Final = {
    RowHeight.CLAMP: RowHeight.MAGNIFIER,
    RowHeight.MAGNIFIER: RowHeight.FULL,
    RowHeight.FULL: RowHeight.CLAMP,
}


class Grid(ScrollView, can_focus=True, inherit_bindings=False):
    """A table of issues by parties; see the module's docstring."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = COMPONENT_CLASSES
    DEFAULT_CSS = STYLE_SHEET

    GridMessage = grid_messages.GridMessage
    CursorMoved = grid_messages.CursorMoved
    RowOpened = grid_messages.RowOpened
    HeaderClicked = grid_messages.HeaderClicked
    Folded = grid_messages.Folded

    def __init__(
        self,
        data: GridData | None = None,
        *,
        glyphs: Glyphs = UNICODE,
        id: str | None = None,  # noqa: A002  # Textual's name
    ) -> None:
        """Show the data, with the cursor on the first issue."""
        super().__init__(id=id)
        self._view = GridView(RowHeight.CLAMP)
        self._window = GridWindow(self, self._view)
        self._strips = GridStrips(self, self._view, glyphs)
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
        anchor = self._window.anchor
        self._view.set_mode(mode)
        self._show_changes(anchor)

    @property
    def folded(self) -> frozenset[str]:
        """The ids of the headings whose rows are hidden."""
        return self._view.folded

    @folded.setter
    def folded(self, folded: frozenset[str]) -> None:
        anchor, before = self._window.anchor, self.cursor
        self._view.set_folded(folded)
        self._show_changes(anchor)
        self._tell_if_moved(before)

    @property
    def glyphs(self) -> Glyphs:
        """The glyphs in use."""
        return self._strips.glyphs

    @glyphs.setter
    def glyphs(self, glyphs: Glyphs) -> None:
        self._strips.glyphs = glyphs
        self._strips.forget_rows()
        self.refresh()

    def show(self, data: GridData) -> None:
        """Show other data; the cursor stays on its row and column, or goes to the nearest left."""
        anchor, before, old = self._window.anchor, self.cursor, self.data
        self._view.show(data)
        if (old.columns, old.reference, old.marked_words) == (
            data.columns,
            data.reference,
            data.marked_words,
        ):
            self._strips.forget_header()
        else:
            self._strips.forget_rows()
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

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Return whether there is a row for an action to act on."""
        return bool(self._view.rows) or action != "open"

    def action_open(self) -> None:
        """Open the cursor's row, or fold or unfold its heading."""
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
        # the compositor keeps with them is kept from frame to frame.
        styles = self.styles
        if styles.gutter.totals != (0, 0) or self.opacity != 1 or styles.tint.a:
            return super().render_lines(crop)
        strips = self._lines(crop.line_range, self.get_line_filters())
        return [strip.crop(crop.x, crop.right) for strip in strips]

    def render_line(self, y: int) -> Strip:
        return self._lines(range(y, y + 1), ())[0]

    def _lines(self, lines: range, filters: Sequence[LineFilter]) -> list[Strip]:
        self._window.fit()
        if self.has_focus:  # whoever follows the terminal's cursor finds this one
            x, y = self._view.cursor_offset
            here = Offset(x, max(HEADER_LINES + y - self._window.top, 0))
            self.app.cursor_position = self.content_region.offset + here
        return self._strips.lines(lines, self._window.top, filters)

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._strips.forget_styles()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        move_thumb(self.vertical_scrollbar, new_value)
        if round(old_value) != round(new_value):
            self.refresh(self.size.region)

    def on_resize(self) -> None:
        self._window.finish_resize()

    def on_focus(self) -> None:
        self._refresh_rows(self._view.row)

    def on_blur(self) -> None:
        self._refresh_rows(self._view.row)

    async def on_click(self, event: events.Click) -> None:
        if event.button != 1:
            return
        if event.y < HEADER_LINES:
            self._click_header(event.x)
        else:
            line = event.y - HEADER_LINES + self._window.top
            self._click_row(event.x, line, is_double=event.chain == 2)

    def _click_header(self, x: int) -> None:
        column = header_column_at(x, self._view.geometry, self._view.first)
        if column is not None:
            self.post_message(self.HeaderClicked(self, self.data.columns[column].id))

    def _click_row(self, x: int, line: int, *, is_double: bool) -> None:
        target = self._view.target(x, line)
        if target is not None:
            self._move(*target)
            if is_double or self._view.rows[target[0]].kind is RowKind.HEADING:
                self.action_open()

    # Moving -------------------------------------------------------------------------------------

    def _move(self, row: int, column: int | None = None) -> None:
        view, anchor = self._view, self._window.anchor
        before, row_before, placement = self.cursor, view.row, view.placement
        view.move(row, view.column if column is None else column)
        if view.placement is not placement:
            self._show_changes(anchor)
        elif self.cursor != before:
            self._refresh_rows(row_before, view.row)
        self._window.scroll_to_cursor()
        self._tell_if_moved(before)

    def _move_by_page(self, direction: int) -> None:
        if self._view.rows:
            self._move(self._view.row_a_page_on(direction * self._window.lines))

    def _turn_page(self, columns: int) -> None:
        before, anchor = self.cursor, self._window.anchor
        self._view.turn_page(columns)
        self._show_changes(anchor)
        self._tell_if_moved(before)

    def _tell_if_moved(self, before: Cursor) -> None:
        if self.cursor != before and self.is_attached:
            self.post_message(self.CursorMoved(self, *self.cursor))

    def _show_changes(self, anchor: Anchor | None) -> None:
        """Repaint everything, with the anchored line still on top and the cursor in sight."""
        if self._window.is_open:
            self._window.follow(anchor)
            self.refresh()

    def _refresh_rows(self, *rows: int) -> None:
        """Repaint what can be seen of these rows."""
        regions = list(self._window.regions(*rows))
        if regions:
            self.refresh(*regions)
