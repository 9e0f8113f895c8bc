"""The strip of all issues, one letter each: how they stand, at a glance and in one line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from positions.comparison.row_order import by_topic
from positions.comparison.rows import Status
from tui.paint.glyphs import LETTERS
from tui.paint.statuses import STATUS_STYLES

if TYPE_CHECKING:
    from textual import events

    from positions.comparison.rows import Comparison, Row

__all__ = ["IssueStrip", "StripCell", "strip_cells", "strip_length"]

WORST: Final = (
    Status.DIVIDED,
    Status.UNCLEAR,
    Status.UNDISCLOSED,
    Status.NEAR,
    Status.COMPATIBLE,
    Status.ONE_SIDED,
    Status.OPEN,
    Status.AGREED,
    Status.SETTLED,
)
"""Whose letter stands for a few issues that share a cell: the first that one of them has."""


class StripCell(NamedTuple):
    """One cell of the strip: an issue, some that share it, or the gap before a topic (none)."""

    issues: tuple[str, ...] = ()
    status: Status | None = None


class IssueStrip(Widget):
    """The issues in the order of the dossier, with a gap between topics; a click goes to one.

    Attributes:
        issue: The id of the issue at the cursor, whose cell is reversed.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    IssueStrip { width: 1fr; height: 1; background: $panel; }
    """
    comparison: reactive[Comparison | None] = reactive(None)
    issue: reactive[str | None] = reactive(None)

    @dataclass(eq=False, repr=False)
    class Clicked(Message):
        """Somebody wants to go to an issue, by id."""

        issue: str

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self._cells: tuple[StripCell, ...] = ()
        self._made_for: tuple[object, int] | None = None
        self._content = Content("")

    def render(self) -> Content:
        cells = self._all_cells()
        at = next((at for at, cell in enumerate(cells) if self.issue in cell.issues), None)
        return self._content if at is None else self._content.stylize("reverse", at, at + 1)

    async def on_click(self, event: events.Click) -> None:
        cells = self._all_cells()
        if event.x < len(cells) and cells[event.x].issues:
            self.post_message(self.Clicked(cells[event.x].issues[0]))

    def _all_cells(self) -> tuple[StripCell, ...]:
        made_for = (self.comparison, self.content_size.width)
        if made_for != self._made_for:
            self._made_for = made_for
            self._cells = strip_cells(self.comparison, self.content_size.width)
            self._content = Content("").join(map(_painted, self._cells))
        return self._cells


def strip_cells(comparison: Comparison | None, columns: int) -> tuple[StripCell, ...]:
    """Return the cells of the strip, at most as many as there is room for.

    Where there are more issues than cells, as few as possible that follow each other share one.
    """
    if comparison is None or columns < 1:
        return ()
    groups = [rows for _, rows in by_topic(comparison.rows)]
    cells = [cell for rows in groups for cell in (StripCell(), *(_shared([row]) for row in rows))]
    if len(cells) - 1 <= columns:
        return tuple(cells[1:])
    rows = [row for group in groups for row in group]
    each = -(-len(rows) // columns)
    return tuple(_shared(rows[start : start + each]) for start in range(0, len(rows), each))


def strip_length(comparison: Comparison | None) -> int:
    """Return how many cells the strip takes where no two issues share one."""
    return len(strip_cells(comparison, 1 << 30))


def _shared(rows: list[Row]) -> StripCell:
    found = {row.status for row in rows}
    return StripCell(
        tuple(row.issue.id for row in rows), next(status for status in WORST if status in found)
    )


def _painted(cell: StripCell) -> Content:
    if cell.status is None:
        return Content(" ")
    return Content.styled(LETTERS[cell.status], STATUS_STYLES[cell.status])
