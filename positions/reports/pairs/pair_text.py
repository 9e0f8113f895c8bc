"""Two parties in full, issue by issue, as plain text: the twin of the screen of a pair.

Words that one of the two alone says stand in braces: `{at least} 30 days`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.comparison.cell_lines import CellLine, CellLineRole
from positions.comparison.outcome_sentences import outcome_paragraphs
from positions.reports.comparison.coverage import ruled
from positions.reports.comparison.table import reason
from positions.reports.page.cell import alike, cell, line_text
from positions.reports.page.look import LEAST_WIDTH, READING_MEASURE, STABLE_WIDTH
from positions.reports.page.marked_lines import said_by_one
from positions.reports.page.style import Style, paint, status_style
from positions.reports.page.summary import (
    by_topic,
    differ_in_parts,
    filter_in_words,
    moment_in_words,
    used_statuses,
)
from positions.reports.pairs.words import between_sentences, nothing_divides
from positions.text.safe import clip, pad, visible, width, wrap
from positions.text.word_diff import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from positions.analysis.pairs import PairSummary
    from positions.comparison.rows import Comparison, Line, Row
    from positions.reports.page.marked_lines import MarkedLine

__all__ = ["pair_text"]

INDENT = 3
WIDEST_NAME = 20


def pair_text(  # noqa: PLR0913 - what a report is told
    comparison: Comparison,
    one: PairSummary,
    counted: Sequence[Row],
    rows: Sequence[Row],
    *,
    words: str = "",
    columns: int = STABLE_WIDTH,
    colour: bool = False,
) -> str:
    """Return a pair in full as text, its lines ended by newlines.

    Args:
        comparison: The comparison of the two alone.
        one: What is between them on the rows counted.
        counted: The rows that a filter chose.
        rows: Those of them to print: all, or the gaps.
        words: The filter, to be named.
        columns: The width in cells; at least 20 are taken.
        colour: Whether to use a terminal's colours.
    """
    page = _PairText(comparison, min(max(columns, LEAST_WIDTH), READING_MEASURE), colour=colour)
    lines = list(page.head(one, counted, words))
    if not rows and counted:
        lines += ["", *wrap(visible(nothing_divides(comparison, one, counted)), page.columns)]
    for topic, members in by_topic(rows):
        lines += ["", *ruled(topic, page.columns, colour=colour)]
        for row in members:
            lines += page.row(row)
    if rows:
        letters = ", ".join(f"{status.letter} {status}" for status in used_statuses(rows))
        legend = f"Status: {letters}. Words in braces are said by that party alone."
        lines += ["", *wrap(legend, page.columns)]
        if len(rows) < len(counted):
            rest = len(counted) - len(rows)
            more = f"{rest} more {'issue' if rest == 1 else 'issues'} without a gap between them"
            lines += wrap(f"{more}: --all.", page.columns)
    return "\n".join(line.rstrip() for line in lines) + "\n"


class _PairText:
    """What every line needs: the comparison, the width, and whether to colour."""

    def __init__(self, comparison: Comparison, columns: int, *, colour: bool) -> None:
        self.comparison, self.columns, self.colour = comparison, columns, colour
        names = [clip(visible(party.name), WIDEST_NAME) for party in comparison.parties]
        self.names = names
        self.label = min(max(map(width, names)), columns // 3) + 2

    def head(self, one: PairSummary, counted: Sequence[Row], words: str) -> Iterator[str]:
        first, second = (visible(party.name) for party in self.comparison.parties)
        for line in wrap(f"{first} and {second}", self.columns):
            yield paint(line, Style.STRONG, colour=self.colour)
        found = self.comparison
        moment = moment_in_words(found.dossier, found.as_of, found.options)
        yield from wrap(visible(found.dossier.header.title), self.columns)
        yield from wrap(visible(f"{moment}."), self.columns)
        if words or not counted:
            yield from wrap(visible(filter_in_words(words, counted)), self.columns)
        for sentence in between_sentences(self.comparison, one, counted):
            yield from wrap(visible(f"{sentence}."), self.columns)

    def row(self, row: Row) -> Iterator[str]:
        yield ""
        yield from self.title(row.whole, f"{row.issue.title} ({row.issue.id})")
        if not differ_in_parts(row):
            yield from self.sides(row, row.leaves)
            yield from self.reason(row.whole, row.leaves)
            return
        for lines in alike(self.comparison, row):
            yield from self.title(lines[0], f"· {', '.join(line.title for line in lines)}")
            yield from self.sides(row, lines[:1])
            yield from self.reason(lines[0], lines[:1])

    def reason(self, line: Line, leaves: Sequence[Line]) -> Iterator[str]:
        agreed = outcome_paragraphs(self.comparison.dossier, leaves)
        return reason(line, INDENT, self.columns, colour=self.colour, agreed=agreed)

    def title(self, line: Line, title: str) -> Iterator[str]:
        mark = paint(line.status.letter, status_style(line.status), colour=self.colour)
        for number, text in enumerate(wrap(visible(title), self.columns - INDENT)):
            lead = " " * INDENT if number else mark + " " * (INDENT - 1)
            yield lead + paint(text, Style.STRONG, colour=self.colour)

    def sides(self, row: Row, lines: Sequence[Line]) -> Iterator[str]:
        """Yield what each of the two says, its name before it."""
        said = [cell(self.comparison, row, lines, party.id) for party in self.comparison.parties]
        for name, marked in zip(self.names, said_by_one(*said), strict=True):
            label = pad(clip(name, self.label - 2), self.label)
            for text in self.wrapped(marked):
                yield f"{' ' * INDENT}{label}{text}"
                label = " " * self.label

    def wrapped(self, lines: Sequence[MarkedLine]) -> Iterator[str]:
        room = max(self.columns - INDENT - self.label, 8)
        for marked in lines:
            indent = min(2 * marked.line.depth, room // 3)
            text = line_text(CellLine(_in_braces(marked), marked.line.role))
            faint = marked.line.role in {CellLineRole.BLANK, CellLineRole.MARK}
            for line in wrap(text, room - indent):
                style = Style.FAINT if faint else Style.PLAIN
                yield " " * indent + paint(line, style, colour=self.colour)


def _in_braces(marked: MarkedLine) -> str:
    """Return a line as one text, what one party alone says in braces, without the spaces around."""
    found = ""
    for one in marked.stretches:
        inner = one.text.strip()
        if one.edit is Edit.KEPT or not inner:
            found += one.text
        else:
            before, _, after = one.text.partition(inner)
            found += f"{before}{{{inner}}}{after}"
    return found
