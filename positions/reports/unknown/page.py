"""Builds the page of what is not known: how much of each party, then the cells in doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.analysis.coverage import coverage
from positions.reports.comparison.coverage import coverage_table
from positions.reports.page.facts import Fact, FactKind, fact
from positions.reports.page.model import Heading, Page, Paragraph, Section
from positions.reports.page.runs import Run, runs_of
from positions.reports.page.summary import filter_in_words, moment_in_words
from positions.reports.unknown.cells import doubts
from positions.text.english import capital

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from positions.comparison.rows import Comparison, Row
    from positions.reports.page.model import Block
    from positions.reports.unknown.cells import DoubtfulCell, DoubtfulGroup

__all__ = ["unknown_page"]


def unknown_page(
    comparison: Comparison,
    rows: Sequence[Row] | None = None,
    parties: Collection[str] | None = None,
    *,
    words: str = "",
) -> Page:
    """Return the page: a section a kind of doubt, a line a cell.

    Args:
        comparison: The comparison.
        rows: The rows to look at; all where none are given.
        parties: The ids of the parties whose cells are meant; all where that is None.
        words: The filter that chose them, to be named.
    """
    chosen = comparison.rows if rows is None else tuple(rows)
    moment = moment_in_words(comparison.dossier, comparison.as_of, comparison.options)
    known = [one for one in coverage(comparison, chosen) if parties is None or one.party in parties]
    cells = f"{sum(one.spoken for one in known)} of {sum(one.lines for one in known)}"
    blocks: list[Block] = [
        Heading(runs_of(comparison.dossier.header.title)),
        Paragraph((runs_of(f"{moment}. Coverage: {cells} positions known."),)),
    ]
    if words:
        blocks.append(Paragraph((runs_of(filter_in_words(words, chosen)),)))
    blocks.append(coverage_table(comparison, known))
    blocks += [Section(_group(one), is_ruled=True) for one in doubts(comparison, chosen, parties)]
    return Page(tuple(blocks))


def _group(group: DoubtfulGroup) -> Fact:
    return Fact(
        FactKind.UNKNOWN,
        Run(f"{capital(group.title)} ({group.count})"),
        facts=tuple(map(_cell, group.cells)),
        about=group,
    )


def _cell(cell: DoubtfulCell) -> Fact:
    made = fact(FactKind.CELL, cell.said, label=cell.label)
    return Fact(made.kind, made.label, made.text, about=cell)
