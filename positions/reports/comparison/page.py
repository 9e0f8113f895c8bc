"""Builds the page of a comparison: a table a topic, a legend, and in documents the sources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from positions.analysis.coverage import coverage
from positions.comparison.row_order import RowOrder
from positions.model.vocabulary import Blank
from positions.reports.comparison.compared import compared_in_words
from positions.reports.comparison.coverage import COVERAGE, coverage_table
from positions.reports.comparison.reactions import reactions_in_words
from positions.reports.comparison.table import sources, topics
from positions.reports.page.model import Heading, Medium, Only, Page, Paragraph, Space
from positions.reports.page.runs import runs_of
from positions.reports.page.summary import (
    DISPUTED,
    camps_legend,
    convergence_in_words,
    counts_in_words,
    coverage_in_words,
    disputed_in_words,
    filter_in_words,
    moment_in_words,
    unraised_in_words,
    used_blanks,
    used_statuses,
)
from positions.reports.page.tables import Layout

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from positions.comparison.rows import Comparison, Row
    from positions.reports.page.model import Block
    from positions.reports.page.runs import Runs

__all__ = ["SILENCE", "comparison_page", "legend"]


SILENCE: Final = (
    "A text is silent where all of it was read; one that was read in part, only where the dossier "
    "says so itself, and then as far as it was read."
)
"""How silence is claimed, said once where something is unseen."""

OLDER: Final = (
    "Older words: what the party said before words that are not known, read or recorded in full."
)


def comparison_page(
    comparison: Comparison,
    rows: Sequence[Row] | None = None,
    *,
    words: str = "",
    command: str = "positions show",
    order: RowOrder = RowOrder.DOSSIER,
    layout: Layout = Layout.COMPARED,
) -> Page:
    """Return the page of a comparison.

    Args:
        comparison: The comparison.
        rows: The rows to print; all where none are given.
        words: The filter that chose the rows, to be named.
        command: The command that shows one issue, to be named at the end.
        order: How the rows are sorted.
        layout: How plain text sets the rows.
    """
    chosen = comparison.rows if rows is None else tuple(rows)
    moment = moment_in_words(comparison.dossier, comparison.as_of, comparison.options)
    head = (
        f"{moment}. {counts_in_words(comparison)}.",
        f"{convergence_in_words(comparison)}. {coverage_in_words(comparison)}.",
        *filter(None, (unraised_in_words(comparison),)),
    )
    blocks: list[Block] = [
        Heading(runs_of(comparison.dossier.header.title)),
        Paragraph(tuple(map(runs_of, head))),
    ]
    for said in (compared_in_words(comparison), reactions_in_words(comparison)):
        blocks += [Paragraph((runs_of(said),))] if said else []
    if words or not chosen:
        blocks.append(Paragraph((runs_of(filter_in_words(words, chosen)),)))
    blocks += topics(comparison, chosen, layout, order=order)
    if chosen:
        shown = f"One issue in full, with its sources: {command} {chosen[0].issue.id}"
        blocks += _known(comparison, chosen)
        blocks += [Space(), Paragraph(tuple(legend(comparison, chosen)))]
        blocks.append(Only(Medium.TERMINAL, (Paragraph((runs_of(shown),)),)))
    return Page((*blocks, *sources(comparison, chosen)))


def _known(comparison: Comparison, rows: Sequence[Row]) -> Iterator[Block]:
    """Yield how much is known of each party, where they are more than two."""
    if len(comparison.counted) > 2:
        known = coverage_table(comparison, coverage(comparison, rows))
        yield Only(Medium.TERMINAL, (Heading(runs_of(COVERAGE), 2), Space(), known))


def legend(comparison: Comparison, rows: Sequence[Row]) -> Iterator[Runs]:
    """Yield what the letters, the numbers behind them, and the names of blanks mean."""
    letters = ", ".join(f"{status.letter} {status}" for status in used_statuses(rows))
    yield runs_of(f"Status: {letters}.{camps_legend(comparison, rows)}")
    if blanks := used_blanks(rows):
        meanings = "; ".join(f"∅ {blank}: the party {blank.meaning}" for blank in blanks)
        yield runs_of(f"{meanings}.{f' {SILENCE}' if Blank.UNSEEN in blanks else ''}")
    if premises := disputed_in_words(rows):
        yield runs_of(f"{DISPUTED} The parties dispute a premise of the issue:")
        yield from map(runs_of, premises)
    lines = [line for row in rows for line in row.leaves]
    if any(one.older for line in lines for one in line.standings.values()):
        yield runs_of(OLDER)
