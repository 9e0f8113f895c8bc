"""The lines of a cell as text: wrapped, indented, and marked where colour is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from positions.comparison.cell_lines import CellLine, CellLineRole, cell_lines
from positions.comparison.outcome_sentences import outcome_paragraphs
from positions.reports.page.style import Style
from positions.text.safe import visible, wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from positions.comparison.rows import Comparison, Line, Row

__all__ = ["Painted", "alike", "cell", "line_text", "wrapped_cell"]


class Painted(NamedTuple):
    """A line of text and its style."""

    text: str
    style: Style = Style.PLAIN


_STYLES = {CellLineRole.MARK: Style.FAINT, CellLineRole.BLANK: Style.FAINT}


def cell(
    comparison: Comparison, row: Row, lines: Sequence[Line], party: str
) -> tuple[CellLine, ...]:
    """Return what a party says on an issue, or on one of its lines."""
    standings = [line.standings[party] for line in lines]
    found = cell_lines(comparison.dossier, row.issue, standings)
    # A line of one part stands in a row that already names the part.
    alone = len(lines) == 1 and lines[0].part and found and found[0].role is CellLineRole.PART
    if not alone:
        return found
    return tuple(CellLine(line.text, line.role, max(line.depth - 1, 0)) for line in found[1:])


def alike(comparison: Comparison, row: Row) -> list[tuple[Line, ...]]:
    """Return the parts of an issue in groups that would print alike but for their titles."""
    groups: dict[object, list[Line]] = {}
    for line in row.parts:
        cells = tuple(cell(comparison, row, (line,), party) for party in line.standings)
        agreed = outcome_paragraphs(comparison.dossier, (line,))
        key = line.status, line.sentence, line.camps, cells, agreed
        groups.setdefault(key, []).append(line)
    return [tuple(lines) for lines in groups.values()]


def line_text(line: CellLine) -> str:
    """Return a line of a cell with the sign of its role, safe for a terminal."""
    text = visible(line.text)
    if line.role in {CellLineRole.PART, CellLineRole.BRANCH}:
        return f"{text}:"
    if line.role is CellLineRole.BLANK:
        return f"∅ {text}"
    return f"({text})" if line.role is CellLineRole.MARK else text


def wrapped_cell(lines: Sequence[CellLine], columns: int) -> list[Painted]:
    """Return the cell's lines, each at most so many cells wide, deeper ones indented."""
    found = []
    for line in lines:
        indent = min(2 * line.depth, columns // 3)
        style = _STYLES.get(line.role, Style.PLAIN)
        found += [
            Painted(" " * indent + text, style) for text in wrap(line_text(line), columns - indent)
        ]
    return found
