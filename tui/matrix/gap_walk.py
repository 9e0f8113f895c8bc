"""Moves the cursor of a table from gap to gap, and names the two parties of its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from positions.comparison.rows import Comparison
    from tui.grid.grid import Grid
    from tui.grid.layout import GridData
    from tui.matrix.rows import MatrixRows

__all__ = ["go_to_gap", "pair_at", "with_most_between"]


def go_to_gap(grid: Grid, found: MatrixRows, direction: int, *, any_issue: bool) -> str:
    """Move the cursor to the next gap, or to the one before.

    Args:
        grid: The grid.
        found: The rows that it shows.
        direction: 1 for forward, -1 for back.
        any_issue: Whether any issue will do, as in a filter.

    Returns:
        What a reader must know: that there is none, or that the search began again.
    """
    rows = grid.data.rows
    here = next((i for i, row in enumerate(rows) if row.id == grid.cursor.row_id), -1)
    gap = found.gap_from(rows, here, direction, any_issue=any_issue)
    if gap is None:
        return "There is no gap here."
    grid.move_to(rows[gap].id)
    if gap == here:
        return "This is the only one."
    if (gap - here) * direction < 0:
        return f"Back at the {'first' if direction > 0 else 'last'}."
    return ""


def pair_at(data: GridData, column: str | None) -> tuple[str, ...]:
    """Return the reference and the party of a column or, if that is it, the party after it.

    All there are where these are fewer than two.
    """
    parties = [each.id for each in data.columns]
    first = data.reference
    if first is None or column is None or len(parties) < 2:
        return tuple(parties)
    if column != first:
        return first, column
    return first, parties[(parties.index(first) + 1) % len(parties)]


def with_most_between(comparison: Comparison, pair: tuple[str, ...]) -> tuple[str, ...]:
    """Return the first of a pair and whom most divides from it; the pair where nobody more does."""
    from positions.analysis.pairs import pair_up  # noqa: PLC0415  # not for the first paint

    if len(comparison.parties) <= len(pair):
        return pair
    first, second = pair
    between = {
        one.other(first): one.both - one.undivided for one in pair_up(comparison, of=first).all
    }
    most = max(between, key=lambda party: between[party], default=second)
    return (first, most) if between.get(most, 0) > between.get(second, 0) else pair
