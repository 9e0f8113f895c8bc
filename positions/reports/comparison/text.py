"""A comparison, and one issue of it, as plain text for a terminal, a pipe or a screen reader."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from positions.analysis.coverage import coverage
from positions.reports.comparison.coverage import COVERAGE, coverage_lines, ruled
from positions.reports.comparison.stack import stacked
from positions.reports.comparison.table import tables
from positions.reports.page.look import LEAST_WIDTH, READING_MEASURE, STABLE_WIDTH
from positions.reports.page.style import Style, paint
from positions.reports.page.summary import (
    by_topic,
    camps_legend,
    convergence_in_words,
    counts_in_words,
    coverage_in_words,
    filter_in_words,
    moment_in_words,
    used_blanks,
    used_statuses,
)
from positions.text.safe import visible, wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from positions.comparison.rows import Comparison, Row

__all__ = ["STABLE_WIDTH", "comparison_text"]

STACKED_BELOW: Final = 72


def comparison_text(
    comparison: Comparison,
    rows: Sequence[Row] | None = None,
    *,
    words: str = "",
    columns: int = STABLE_WIDTH,
    colour: bool = False,
    command: str = "positions show",
) -> str:
    """Return a comparison as text, its lines ended by newlines.

    A table a topic, the reason of each status under its row; narrower than 72 columns, the
    parties of an issue stand under each other. More parties than fit follow in further tables.

    Args:
        comparison: The comparison.
        rows: The rows to print; all where none are given.
        words: The filter that chose the rows, to be named.
        columns: The width in cells; at least 20 are taken.
        colour: Whether to use a terminal's colours.
        command: The command that shows one issue, to be named at the end.
    """
    columns = max(columns, LEAST_WIDTH)
    chosen = comparison.rows if rows is None else tuple(rows)
    lines = [*_head(comparison, columns, colour=colour)]
    if words or not chosen:
        lines += wrap(visible(filter_in_words(words, chosen)), columns)
    layout = stacked if columns < STACKED_BELOW else tables
    for topic, members in by_topic(chosen):
        lines += ["", *ruled(topic, columns, colour=colour)]
        lines += layout(comparison, members, columns, colour=colour)
    lines += _coverage(comparison, chosen, columns, colour=colour)
    lines += _legend(comparison, chosen, columns, command)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _head(comparison: Comparison, columns: int, *, colour: bool) -> Iterator[str]:
    for line in wrap(visible(comparison.dossier.header.title), columns):
        yield paint(line, Style.STRONG, colour=colour)
    measure = min(columns, READING_MEASURE)
    yield from wrap(visible(f"{_moment(comparison)}. {counts_in_words(comparison)}."), measure)
    yield from wrap(
        f"{convergence_in_words(comparison)}. {coverage_in_words(comparison)}.", measure
    )


def _moment(comparison: Comparison) -> str:
    return moment_in_words(comparison.dossier, comparison.as_of, comparison.options)


def _coverage(
    comparison: Comparison, rows: Sequence[Row], columns: int, *, colour: bool
) -> Iterator[str]:
    """Yield how much is known of each party, where they are more than two."""
    if rows and len(comparison.counted) > 2:
        yield ""
        yield from ruled(COVERAGE, columns, colour=colour)
        yield ""
        yield from coverage_lines(comparison, coverage(comparison, rows), columns)


def _legend(
    comparison: Comparison, rows: Sequence[Row], columns: int, command: str
) -> Iterator[str]:
    if not rows:
        return
    measure = min(columns, READING_MEASURE)
    yield ""
    letters = ", ".join(f"{status.letter} {status}" for status in used_statuses(rows))
    yield from wrap(f"Status: {letters}.{camps_legend(comparison, rows)}", measure)
    if blanks := used_blanks(rows):
        meanings = "; ".join(f"∅ {blank}: the party {blank.meaning}" for blank in blanks)
        yield from wrap(f"{meanings}.", measure)
    example = visible(f"{command} {rows[0].issue.id}")
    yield from wrap(f"One issue in full, with its sources: {example}", measure)
