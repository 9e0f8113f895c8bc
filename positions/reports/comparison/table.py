"""The rows of a topic as a table of text: status, issue, a column a party, the reason below."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from positions.comparison.outcome_sentences import outcome_paragraphs
from positions.reports.page.cell import Painted, alike, cell, wrapped_cell
from positions.reports.page.style import Style, paint, status_style
from positions.reports.page.summary import differ_in_parts, status_mark
from positions.text.safe import clip, pad, visible, width, wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from positions.comparison.rows import Comparison, Line, Row
    from positions.model.dossier import Party

__all__ = ["reason", "tables"]

LEAST_COLUMN: Final = 22
WIDEST_COLUMN: Final = 60
WIDEST_REASON: Final = 100
BAR: Final = " │ "


@dataclass(frozen=True, slots=True)
class _TableLayout:
    """The widths of a table's columns, in cells, and the parties on one page of it."""

    status: int
    issue: int
    party: int
    total: int
    colour: bool
    parties: tuple[Party, ...] = ()


def tables(
    comparison: Comparison, rows: Sequence[Row], columns: int, *, colour: bool
) -> Iterator[str]:
    """Yield the lines of a topic's table; parties that do not fit follow in tables below it.

    The reason of a row stands in the first table only.
    """
    marks = [status_mark(line, comparison) for row in rows for line in (row.whole, *row.parts)]
    status = max(width(mark) for mark in marks) + 2
    issue = min(max(columns * 22 // 100, 16), 32)
    room = columns - status - issue
    parties = comparison.parties
    pages = _pages(parties, max(room // (LEAST_COLUMN + len(BAR)), 1))
    most = max((len(page) for page in pages), default=1)
    column = min(room // most - len(BAR), WIDEST_COLUMN)
    for number, page in enumerate(pages):
        layout = _TableLayout(status, issue, column, columns, colour, page)
        if number:
            yield ""
        yield from _header(layout)
        for row in rows:
            yield ""
            yield from _row(comparison, row, layout, with_reason=number == 0)


def _pages(parties: tuple[Party, ...], fitting: int) -> list[tuple[Party, ...]]:
    """Return the parties on pages that are as even as possible."""
    count = -(-len(parties) // fitting)
    each = -(-len(parties) // max(count, 1))
    return [parties[start : start + each] for start in range(0, len(parties), max(each, 1))]


def _header(layout: _TableLayout) -> Iterator[str]:
    names = [
        Painted(clip(visible(party.heading), layout.party), Style.STRONG)
        for party in layout.parties
    ]
    issue = Painted("Issue", Style.STRONG)
    yield _joined(Painted(""), issue, names, layout)


def _row(
    comparison: Comparison, row: Row, layout: _TableLayout, *, with_reason: bool
) -> Iterator[str]:
    # Where each part has a row and a reason of its own, the whole is their heading.
    if not differ_in_parts(row):
        yield from _line(comparison, row, (row.whole, *row.leaves), layout, row.issue.title)
        if with_reason:
            yield from _reason(comparison, row.whole, row.leaves, layout)
        return
    mark = pad(status_mark(row.whole, comparison), layout.status)
    title = wrap(visible(row.issue.title), layout.total - layout.status)
    for number, text in enumerate(title):
        start = paint(mark, status_style(row.status), colour=layout.colour)
        yield (start if number == 0 else " " * layout.status) + text
    for lines in alike(comparison, row):
        yield from _line(comparison, row, (lines[0], lines[0]), layout, _titles(lines))
        if with_reason:
            yield from _reason(comparison, lines[0], lines[:1], layout)


def _titles(lines: Sequence[Line]) -> str:
    return f"· {', '.join(line.title for line in lines)}"


def _line(
    comparison: Comparison, row: Row, lines: tuple[Line, ...], layout: _TableLayout, title: str
) -> Iterator[str]:
    """Yield the lines of a row, or of a part: the first of `lines` heads it, the others fill it."""
    head, *leaves = lines
    status = Painted(status_mark(head, comparison), status_style(head.status))
    issue = [Painted(text) for text in wrap(visible(title), layout.issue)]
    cells = [
        wrapped_cell(cell(comparison, row, leaves, party.id), layout.party)
        for party in layout.parties
    ]
    empty = Painted("")
    for mark, name, *texts in zip_longest([status], issue, *cells, fillvalue=empty):
        yield _joined(mark, name, texts, layout)


def _joined(status: Painted, issue: Painted, cells: Sequence[Painted], layout: _TableLayout) -> str:
    parts = [_padded(issue, layout.issue, colour=layout.colour)]
    parts += [_padded(text, layout.party, colour=layout.colour) for text in cells]
    return _padded(status, layout.status, colour=layout.colour) + BAR.join(parts)


def _padded(line: Painted, columns: int, *, colour: bool) -> str:
    return paint(line.text, line.style, colour=colour) + " " * (columns - width(line.text))


def _reason(
    comparison: Comparison, line: Line, leaves: Sequence[Line], layout: _TableLayout
) -> Iterator[str]:
    agreed = outcome_paragraphs(comparison.dossier, leaves)
    return reason(line, layout.status, layout.total, colour=layout.colour, agreed=agreed)


def reason(
    line: Line, indent: int, columns: int, *, colour: bool, agreed: Sequence[str] = ()
) -> Iterator[str]:
    """Yield the sentence that says why a line has its status, and what was agreed, under the row.

    Args:
        line: The line.
        indent: How many cells stand before each line of text.
        columns: The width in cells.
        colour: Whether to use a terminal's colours.
        agreed: A paragraph for each outcome.
    """
    measure = min(columns - indent, WIDEST_REASON) - 2
    for sentence in (line.sentence, *agreed):
        for number, text in enumerate(wrap(visible(sentence), measure)):
            lead = "↳ " if number == 0 else "  "
            yield " " * indent + paint(lead + text, Style.FAINT, colour=colour)
