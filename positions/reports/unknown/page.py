"""Builds the page of what is not known: how much of each party, then the cells in doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.analysis.coverage import coverage
from positions.reports.comparison.coverage import coverage_table
from positions.reports.page.facts import Fact, FactKind, fact
from positions.reports.page.model import Heading, Page, Paragraph, Section
from positions.reports.page.runs import Run, runs_of
from positions.reports.page.summary import coverage_in_words, filter_in_words, moment_in_words
from positions.reports.unknown.cells import doubts
from positions.text.english import capital

if TYPE_CHECKING:
    from collections.abc import Sequence

    from positions.comparison.rows import Comparison, Row
    from positions.reports.page.model import Block
    from positions.reports.unknown.cells import DoubtfulCell, DoubtfulGroup

__all__ = ["unknown_page"]


def unknown_page(
    comparison: Comparison, rows: Sequence[Row] | None = None, *, words: str = ""
) -> Page:
    """Return the page: a section a kind of doubt, a line a cell.

    Args:
        comparison: The comparison.
        rows: The rows to look at; all where none are given.
        words: The filter that chose the rows, to be named.
    """
    chosen = comparison.rows if rows is None else tuple(rows)
    moment = moment_in_words(comparison.dossier, comparison.as_of, comparison.options)
    blocks: list[Block] = [
        Heading(runs_of(comparison.dossier.header.title)),
        Paragraph((runs_of(f"{moment}. {coverage_in_words(comparison)}."),)),
    ]
    if words:
        blocks.append(Paragraph((runs_of(filter_in_words(words, chosen)),)))
    blocks.append(coverage_table(comparison, coverage(comparison, chosen)))
    blocks += [Section(_group(one), is_ruled=True) for one in doubts(comparison, chosen)]
    return Page(tuple(blocks))


def _group(group: DoubtfulGroup) -> Fact:
    number = group.count or len(group.cells)
    return Fact(
        FactKind.UNKNOWN,
        Run(f"{capital(group.title)} ({number})"),
        facts=tuple(map(_cell, group.cells)),
        about=group,
    )


def _cell(cell: DoubtfulCell) -> Fact:
    made = fact(FactKind.CELL, cell.said, label=cell.label)
    return Fact(made.kind, made.label, made.text, about=cell)
