"""Defines what a grid tells its screen, such as `Grid.CursorMoved` and `Grid.RowOpened`.

Handlers are named for them: `on_grid_cursor_moved`, `on_grid_row_opened`, `on_grid_header_clicked`,
`on_grid_folded`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from textual.widget import Widget

__all__ = ["CursorMoved", "Folded", "GridMessage", "HeaderClicked", "RowOpened"]


class GridMessage(Message, namespace="grid"):
    """What all messages of a grid have."""

    def __init__(self, grid: Widget) -> None:
        """Remember the grid that posts it."""
        self.grid = grid
        super().__init__()

    @property
    def control(self) -> Widget:
        """The grid, for `@on` with a selector."""
        return self.grid


class CursorMoved(GridMessage, namespace="grid"):
    """The cursor is on another row or column."""

    def __init__(self, grid: Widget, row_id: str | None, column_id: str | None) -> None:
        """Remember where it is now."""
        self.row_id = row_id
        self.column_id = column_id
        super().__init__(grid)


class RowOpened(GridMessage, namespace="grid"):
    """Someone wants to see more of a row."""

    def __init__(self, grid: Widget, row_id: str, column_id: str | None) -> None:
        """Remember which, and at which party."""
        self.row_id = row_id
        self.column_id = column_id
        super().__init__(grid)


class HeaderClicked(GridMessage, namespace="grid"):
    """Someone clicked a party's name."""

    def __init__(self, grid: Widget, column_id: str) -> None:
        """Remember which."""
        self.column_id = column_id
        super().__init__(grid)


class Folded(GridMessage, namespace="grid"):
    """A heading's rows are hidden or shown again."""

    def __init__(self, grid: Widget, row_id: str, *, is_folded: bool) -> None:
        """Remember which heading, and whether its rows are hidden."""
        self.row_id = row_id
        self.is_folded = is_folded
        super().__init__(grid)
