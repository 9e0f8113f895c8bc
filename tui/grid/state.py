"""The state of a grid, without a screen: its rows, its cursor, its page, and where they stand.

Whatever changes the rows or the width places them again; lines count from the first row's first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.grid.layout import (
    LEAD,
    Geometry,
    GridData,
    GridRow,
    Placement,
    RowHeight,
    RowKind,
    column_at,
    geometry,
    height_limit,
    lines_above,
    page_start,
    placed,
    row_height,
    unfolded,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["Anchor", "Cursor", "GridView"]


class Cursor(NamedTuple):
    """Where the cursor is, by id; None where there is no row or no column."""

    row_id: str | None
    column_id: str | None


class Anchor(NamedTuple):
    """A line that is to stay: a row's id, where that row was, and the lines from its top."""

    row_id: str
    row: int
    lines: int


class GridView:
    """What a grid shows and where; every method leaves rows, cursor and placement in step.

    Attributes:
        data: What is shown.
        mode: How much of each row is shown.
        folded: The ids of the headings whose rows are hidden.
        rows: The rows that are not hidden.
        bands: Which of them have a band, so that the eye tells one from the next.
        row: The index of the cursor's row among them.
        column: The index of the cursor's column.
        first: The first column on the page.
        geometry: How the width is divided; another object only if something in it changed.
        placement: Which row is at which line; another object only if rows were placed again.
    """

    def __init__(self, mode: RowHeight) -> None:
        """Show nothing, in no width."""
        self.data = GridData()
        self.mode = mode
        self.folded: frozenset[str] = frozenset()
        self.rows: tuple[GridRow, ...] = ()
        self.bands: tuple[bool, ...] = ()
        self.row = 0
        self.column = 0
        self.first = 0
        self.geometry: Geometry = geometry(0, ())
        self.placement: Placement = placed(())
        self._width = 0
        self._heights: dict[GridRow, int] = {}
        self._heights_key: tuple[Geometry, int, int | None] | None = None

    @property
    def cursor(self) -> Cursor:
        """Where the cursor is."""
        row = self.rows[self.row].id if self.rows else None
        column = self.data.columns[self.column].id if self.data.columns else None
        return Cursor(row, column)

    @property
    def shown_columns(self) -> tuple[str, ...]:
        """The ids of the columns on the page."""
        columns = self.data.columns[self.first : self.first + self.geometry.shown]
        return tuple(column.id for column in columns)

    def show(self, data: GridData) -> None:
        """Take other data; the cursor stays by id, or goes to the nearest row that is left."""
        column = self.cursor.column_id
        first = self.data.columns[self.first].id if self.data.columns else None
        ids = {each.id: index for index, each in enumerate(data.columns)}
        last = max(len(ids) - 1, 0)
        self.column = ids.get(column or "", min(self.column, last))
        self.first = ids.get(first or "", min(self.first, last))
        self.data = data
        if len(self._heights) > 2 * len(data.rows) + 1000:
            self._heights.clear()
        self._unfold()

    def set_mode(self, mode: RowHeight) -> None:
        """Show more or less of each row."""
        self.mode = mode
        self.place(self._width)

    def set_folded(self, folded: frozenset[str]) -> None:
        """Hide the rows under these headings only; a cursor among them goes to its heading."""
        self.folded = folded
        heading = self.heading_of(self.cursor.row_id or "")
        if heading in folded:
            self.row = next(index for index, row in enumerate(self.rows) if row.id == heading)
        self._unfold()

    def move(self, row: int, column: int) -> None:
        """Move the cursor, as far as there are rows and columns."""
        row = max(0, min(row, len(self.rows) - 1))
        column = max(0, min(column, len(self.data.columns) - 1))
        is_other_row, self.row, self.column = row != self.row, row, column
        first = self._page_with_cursor()
        if first != self.first or (is_other_row and self.mode is RowHeight.MAGNIFIER):
            self.place(self._width)

    def turn_page(self, columns: int) -> None:
        """Show the page that is so many columns away; the cursor keeps its place on the page."""
        first = page_start(self.first + columns, self.geometry.shown, len(self.data.columns))
        if first != self.first:
            self.column += first - self.first
            self.first = first
            self.place(self._width)

    def index_of(self, row_id: str) -> int | None:
        """Return the index of a row that is not hidden."""
        return next((index for index, row in enumerate(self.rows) if row.id == row_id), None)

    def heading_of(self, row_id: str) -> str | None:
        """Return the id of the heading above a row, hidden or not; None where there is none."""
        heading = None
        for row in self.data.rows:
            if row.kind is RowKind.HEADING:
                heading = row.id
            elif row.id == row_id:
                return heading
        return None

    def limit(self, index: int) -> int | None:
        """Return how many lines of each cell of a row are shown; None for all."""
        return height_limit(self.mode, is_at_cursor=index == self.row)

    def anchor(self, line: int) -> Anchor | None:
        """Return what stands at a line, to find it again after a change."""
        if not self.rows or not self.placement.height:
            return None
        index = self.placement.row_at(line)
        return Anchor(self.rows[index].id, index, line - self.placement.tops[index])

    def line_of(self, anchor: Anchor | None) -> int:
        """Return the line where what was anchored stands now, or nearest to it."""
        if anchor is None or not self.rows:
            return 0
        at_same_place = anchor.row < len(self.rows) and (self.rows[anchor.row].id == anchor.row_id)
        index = anchor.row if at_same_place else self.index_of(anchor.row_id)
        if index is None:
            return self.placement.tops[min(anchor.row, len(self.rows))]
        lines = max(0, min(anchor.lines, self.placement.height_of(index) - 1))
        return self.placement.tops[index] + lines

    def is_in_sight(self, top: int, lines: int) -> bool:
        """Return whether any of the cursor's row is among so many lines from the top one on."""
        return bool(self.rows) and not self.side(top, lines)

    def side(self, top: int, lines: int) -> int:
        """Return -1 where the cursor's row is above so many lines from the top one on, 1 below."""
        if not self.rows:
            return 0
        tops = self.placement.tops
        return (tops[self.row] >= top + lines) - (tops[self.row + 1] <= top)

    def top_with_cursor(self, top: int, lines: int) -> int:
        """Return the line nearest to this one that, on top, brings the cursor's row in sight.

        If the row is taller than so many lines, that is its first.
        """
        if not self.rows:
            return top
        start, end = self.placement.tops[self.row : self.row + 2]
        if start < top or end - start >= lines:
            return start
        return max(top, end - lines)

    @property
    def cursor_offset(self) -> tuple[int, int]:
        """Where the text of the cursor's cell begins: cells from the left, lines from the first."""
        if not self.rows:
            return 0, 0
        row, divided = self.rows[self.row], self.geometry
        line = self.placement.tops[self.row]
        if row.kind is RowKind.HEADING or not row.cells:
            return LEAD, line
        beside = divided.gutter - 1
        if not divided.stacked:
            column = self.column - self.first
            start = divided.start + column * (divided.cell + divided.gutter)
            return start + beside, line
        limit = self.limit(self.row)
        return LEAD + divided.label + beside, line + lines_above(row, divided, self.column, limit)

    def row_a_page_on(self, lines: int) -> int:
        """Return the index of the row so many lines on, or back if negative; never the cursor's."""
        row = self.placement.row_at(self.placement.tops[self.row] + lines)
        return row if row != self.row else row + (1 if lines > 0 else -1)

    def target(self, x: int, line: int) -> tuple[int, int | None] | None:
        """Return the index of the row at a line, and of the column at a cell of it, if any."""
        if line >= self.placement.height:
            return None
        index = self.placement.row_at(line)
        within = line - self.placement.tops[index]
        limit = self.limit(index)
        return index, column_at(x, within, self.rows[index], self.geometry, self.first, limit)

    def place(self, width: int) -> None:
        """Place the rows in this width; in none, each on a line."""
        self._width = width
        titles = [column.title for column in self.data.columns]
        divided = geometry(width, titles, self.data)
        if divided != self.geometry:
            self.geometry = divided
        self.first = self._page_with_cursor()
        if self.mode is RowHeight.MAGNIFIER or not width:
            heights = [1] * len(self.rows)
            if self.rows and width:
                heights[self.row] = row_height(
                    self.rows[self.row], self.geometry, self.first, limit=None
                )
        else:
            heights = self._all_heights()
        self.placement = placed(heights)

    def _unfold(self) -> None:
        old, cursor = self.rows, self.row
        self.rows = unfolded(self.data.rows, self.folded)
        self.bands = tuple(_bands(self.rows))
        self.row = _nearest(old, cursor, self.rows)
        self.place(self._width)

    def _all_heights(self) -> list[int]:
        limit = height_limit(self.mode, is_at_cursor=False)
        key = (self.geometry, self.first, limit)
        if key != self._heights_key:
            self._heights.clear()
            self._heights_key = key
        known, heights = self._heights, []
        for row in self.rows:
            height = known.get(row)
            if height is None:
                height = known[row] = row_height(row, self.geometry, self.first, limit)
            heights.append(height)
        return heights

    def _page_with_cursor(self) -> int:
        shown, first = self.geometry.shown, min(self.first, self.column)
        if self.column >= first + shown:
            first = self.column - shown + 1
        return page_start(first, shown, len(self.data.columns))


def _bands(rows: Iterable[GridRow]) -> Iterator[bool]:
    """Yield whether each row has a band: every second issue of a topic, with its parts."""
    has_band = True
    for row in rows:
        if row.kind is RowKind.ROW:
            has_band = not has_band
        elif row.kind is RowKind.HEADING:
            has_band = True
        yield has_band and row.kind is not RowKind.HEADING


def _nearest(old: tuple[GridRow, ...], cursor: int, new: tuple[GridRow, ...]) -> int:
    """Return the index among the new rows of the old cursor's row, or of the nearest one left.

    At first, that is the first row that is no heading. A row that is gone is followed by the row
    above it in the same topic, else by the one below it, and so on.
    """
    if not old:
        issues = (index for index, row in enumerate(new) if row.kind is not RowKind.HEADING)
        return next(issues, 0)
    at = {row.id: index for index, row in enumerate(new)}
    if old[cursor].id in at:
        return at[old[cursor].id]
    above = next((at[row.id] for row in reversed(old[:cursor]) if row.id in at), None)
    below = next((at[row.id] for row in old[cursor + 1 :] if row.id in at), None)
    candidates = [index for index in (above, below) if index is not None]
    issues_first = sorted(candidates, key=lambda index: new[index].kind is RowKind.HEADING)
    return issues_first[0] if issues_first else 0
