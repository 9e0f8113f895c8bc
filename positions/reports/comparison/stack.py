"""The rows of a topic for a narrow terminal: the parties of an issue under each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.comparison.outcome_sentences import outcome_paragraphs
from positions.reports.comparison.table import reason
from positions.reports.page.cell import alike, cell, line_text, wrapped_cell
from positions.reports.page.style import Style, paint, status_style
from positions.reports.page.summary import differ_in_parts, status_mark
from positions.text.safe import visible, width, wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from positions.comparison.rows import Comparison, Line, Row
    from positions.model.dossier import Party

__all__ = ["stacked"]


def stacked(
    comparison: Comparison, rows: Sequence[Row], columns: int, *, colour: bool
) -> Iterator[str]:
    """Yield the lines of a topic's issues: the title, each party's cell, the reason."""
    for row in rows:
        yield ""
        yield from _title(comparison, row.whole, row.issue.title, columns, colour=colour)
        if not differ_in_parts(row):
            yield from _cells(comparison, row, row.leaves, columns, colour=colour)
            agreed = outcome_paragraphs(comparison.dossier, row.leaves)
            yield from reason(row.whole, 3, columns, colour=colour, agreed=agreed)
            continue
        for lines in alike(comparison, row):
            title = f"· {', '.join(line.title for line in lines)}"
            yield from _title(comparison, lines[0], title, columns, colour=colour)
            yield from _cells(comparison, row, lines[:1], columns, colour=colour)
            agreed = outcome_paragraphs(comparison.dossier, lines[:1])
            yield from reason(lines[0], 3, columns, colour=colour, agreed=agreed)


def _title(
    comparison: Comparison, line: Line, title: str, columns: int, *, colour: bool
) -> Iterator[str]:
    mark = status_mark(line, comparison)
    indent = max(width(mark) + 1, 3)
    for number, text in enumerate(wrap(visible(title), columns - indent)):
        start = " " * indent
        if number == 0:
            spaces = " " * (indent - width(mark))
            start = paint(mark, status_style(line.status), colour=colour) + spaces
        yield start + paint(text, Style.STRONG, colour=colour)


def _cells(
    comparison: Comparison, row: Row, lines: Sequence[Line], columns: int, *, colour: bool
) -> Iterator[str]:
    for party in comparison.parties:
        yield from _cell(comparison, row, lines, party, columns, colour=colour)


def _cell(
    comparison: Comparison,
    row: Row,
    lines: Sequence[Line],
    party: Party,
    columns: int,
    *,
    colour: bool,
) -> Iterator[str]:
    found = cell(comparison, row, lines, party.id)
    name = visible(party.heading)
    if len(found) == 1:
        for number, text in enumerate(wrap(f"{name}: {line_text(found[0])}", columns - 5)):
            yield f"   {text}" if number == 0 else f"     {text}"
        return
    yield from (f"   {text}" for text in wrap(f"{name}:", columns - 3))
    for painted in wrapped_cell(found, columns - 5):
        yield f"     {paint(painted.text, painted.style, colour=colour)}"
