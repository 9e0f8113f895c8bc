"""Reports as a reader has them: each page in a form, as the commands print it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.reports.comparison.page import comparison_page
from positions.reports.page.look import Look
from positions.reports.page.render import render
from positions.reports.pairs.page import pairs_page
from positions.reports.pairs.pair import pair_page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from positions.analysis.overview import Overview
    from positions.analysis.pairs import PairSummary
    from positions.comparison.rows import Comparison, Row

__all__ = [
    "comparison_markdown",
    "comparison_text",
    "pair_markdown",
    "pair_text",
    "pairs_markdown",
    "pairs_text",
]


def comparison_text(
    comparison: Comparison,
    rows: Sequence[Row] | None = None,
    *,
    words: str = "",
    columns: int = 100,
    colour: bool = False,
    command: str = "positions show",
) -> str:
    page = comparison_page(comparison, rows, words=words, command=command)
    return render(page, look=Look(columns, colour))


def comparison_markdown(
    comparison: Comparison, rows: Sequence[Row] | None = None, *, words: str = ""
) -> str:
    return render(comparison_page(comparison, rows, words=words), "markdown")


def pairs_text(found: Overview, *, words: str = "", whole: bool = False, columns: int = 100) -> str:
    return render(pairs_page(found, words=words, whole=whole), look=Look(columns))


def pairs_markdown(found: Overview, *, words: str = "") -> str:
    return render(pairs_page(found, words=words), "markdown")


def pair_text(
    comparison: Comparison,
    one: PairSummary,
    counted: Sequence[Row],
    rows: Sequence[Row],
    *,
    words: str = "",
    columns: int = 100,
    colour: bool = False,
) -> str:
    page = pair_page(comparison, one, counted, rows, words=words)
    return render(page, look=Look(columns, colour))


def pair_markdown(
    comparison: Comparison,
    one: PairSummary,
    counted: Sequence[Row],
    rows: Sequence[Row],
    *,
    words: str = "",
) -> str:
    return render(pair_page(comparison, one, counted, rows, words=words), "markdown")
