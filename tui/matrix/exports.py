"""Makes texts of what a table shows, in the forms of `positions compare`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from positions.comparison.row_order import RowOrder, grouped
from positions.reports.comparison.csv import comparison_csv
from positions.reports.comparison.page import comparison_page
from tui.state.exports import forms_of_page

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from positions.comparison.rows import Comparison, Row

__all__ = ["exports_of"]

UTF_8: Final = "\ufeff"
"""The mark without which a spreadsheet takes a file for one in an old encoding."""


def exports_of(
    comparison: Comparison, rows: Sequence[Row], words: str, order: RowOrder
) -> dict[str, Callable[[], str]]:
    """Return what makes each text, by the ending of its file.

    Args:
        comparison: What is shown.
        rows: The rows that a filter leaves.
        words: The filter.
        order: How the rows are sorted.
    """
    groups = grouped(rows, order, comparison.dossier)
    listed = rows if order is RowOrder.DOSSIER else [row for _, found in groups for row in found]
    return {
        **forms_of_page(lambda: comparison_page(comparison, rows, words=words, order=order)),
        ".csv": lambda: UTF_8 + comparison_csv(comparison, listed),
    }
