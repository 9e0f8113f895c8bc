"""Builds the page of two parties in full: issue by issue what each says, and what it alone says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.reports.comparison.page import legend
from positions.reports.comparison.table import sources, topics
from positions.reports.page.cell import cell, marked_cell_line
from positions.reports.page.marked_lines import said_by_one
from positions.reports.page.model import Drawing, Heading, Medium, Only, Page, Paragraph, Space
from positions.reports.page.runs import Mark, runs_of
from positions.reports.page.summary import filter_in_words, moment_in_words
from positions.reports.page.tables import Layout
from positions.reports.pairs.words import between_sentences, nothing_divides
from positions.reports.pictures.maps import TopicMap, TopicRow
from positions.text.word_diff import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from positions.analysis.pairs import PairSummary
    from positions.comparison.rows import Comparison, Line, Row, Status
    from positions.reports.page.model import Block
    from positions.reports.page.tables import Indented

__all__ = ["pair_page", "topic_map"]


def pair_page(
    comparison: Comparison,
    one: PairSummary,
    counted: Sequence[Row],
    rows: Sequence[Row],
    *,
    words: str = "",
) -> Page:
    """Return the page of a pair.

    Args:
        comparison: The comparison of the two alone.
        one: What is between them on the rows counted.
        counted: The rows that a filter chose.
        rows: Those of them to print: all, or the gaps.
        words: The filter, to be named.
    """
    moment = moment_in_words(comparison.dossier, comparison.as_of, comparison.options)
    head = [f"{moment}."]
    head += [filter_in_words(words, counted)] if words or not counted else []
    head += [f"{sentence}." for sentence in between_sentences(comparison, one, counted)]
    blocks: list[Block] = [
        Heading(runs_of(" and ".join(party.name for party in comparison.parties))),
        Paragraph((runs_of(comparison.dossier.header.title),)),
        Paragraph(tuple(map(runs_of, head))),
    ]
    if counted:
        blocks.append(Drawing(topic_map(counted)))
    if counted and not rows:
        said = nothing_divides(comparison, one, counted)
        blocks += [Space(), Paragraph((runs_of(said),))]
    blocks += topics(comparison, rows, Layout.FACING, said=_said_by_one, named=True)
    if rows:
        blocks += [Space(), *_legend(comparison, rows, len(counted) - len(rows))]
    return Page((*blocks, *sources(comparison, rows)))


def topic_map(rows: Sequence[Row]) -> TopicMap:
    """Return the picture of the topics, in the order of their first row."""
    topics: dict[str, list[Status]] = {}
    for row in rows:
        topics.setdefault(row.issue.topic, []).append(row.status)
    return TopicMap(tuple(TopicRow(name, tuple(found)) for name, found in topics.items()))


def _said_by_one(
    comparison: Comparison, row: Row, lines: Sequence[Line]
) -> Sequence[tuple[Indented, ...]]:
    """Return what each of the two says, with what it alone says marked."""
    said = [cell(comparison, row, lines, party.id) for party in comparison.parties]
    marks = {Edit.ADDED: Mark.ALONE}
    return [
        tuple(marked_cell_line(line, marks) for line in marked) for marked in said_by_one(*said)
    ]


def _legend(comparison: Comparison, rows: Sequence[Row], left_out: int) -> Iterator[Block]:
    letters, *blanks = legend(comparison, rows)
    braces = "Words in braces are said by that party alone."
    issues = "issue" if left_out == 1 else "issues"
    more = f"{left_out} more {issues} without a gap between them: --all."
    lines = [(*letters, *runs_of(f" {braces}"))]
    lines += [runs_of(more)] if left_out else []
    yield Only(Medium.TERMINAL, (Paragraph(tuple(lines)),))
    yield Only(Medium.DOCUMENT, (Paragraph((letters, *blanks)),))
