"""Puts what a party says into a cell: its lines, and the signs of what they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from positions.comparison.cell_lines import CellLine, CellLineRole, cell_lines
from positions.comparison.outcome_sentences import outcome_paragraphs
from positions.reports.page.runs import Mark, Run
from positions.reports.page.tables import Indented
from positions.text.word_diff import Edit

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from positions.comparison.rows import Comparison, Line, Row
    from positions.reports.page.marked_lines import MarkedLine
    from positions.reports.page.runs import Runs
    from positions.text.word_diff import Stretch

__all__ = ["alike", "cell", "cell_line", "marked_cell_line", "marked_runs"]

_MARKS: Final = {CellLineRole.MARK: Mark.MUTED, CellLineRole.BLANK: Mark.BLANK}
_SIGNS: Final = {
    CellLineRole.PART: ("", ":"),
    CellLineRole.BRANCH: ("", ":"),
    CellLineRole.BLANK: ("∅ ", ""),
    CellLineRole.MARK: ("(", ")"),
}
"""What is before and after a line of a cell, by what it is."""
EDITS: Final[Mapping[Edit, Mark]] = {Edit.ADDED: Mark.ADDED, Edit.REMOVED: Mark.REMOVED}


def cell(
    comparison: Comparison, row: Row, lines: Sequence[Line], party: str
) -> tuple[CellLine, ...]:
    """Return what a party says on an issue, or on one of its lines."""
    standings = [line.standings[party] for line in lines]
    found = cell_lines(comparison.dossier, row.issue, standings)
    # A line of one part is in a row that already names the part.
    alone = len(lines) == 1 and lines[0].part and found and found[0].role is CellLineRole.PART
    if not alone:
        return found
    return tuple(CellLine(line.text, line.role, max(line.depth - 1, 0)) for line in found[1:])


def alike(comparison: Comparison, row: Row) -> list[tuple[Line, ...]]:
    """Return the parts of an issue in groups that would print alike but for their titles."""
    groups: dict[object, list[Line]] = {}
    for line in row.parts:
        cells = tuple(cell(comparison, row, (line,), party) for party in line.standings)
        agreed = outcome_paragraphs(comparison.words, (line,))
        key = line.status, str(line.unparted), line.camps, cells, agreed
        groups.setdefault(key, []).append(line)
    return [tuple(lines) for lines in groups.values()]


def cell_line(line: CellLine) -> Indented:
    """Return a line of a cell with the sign of what it is."""
    return _indented(line, (Run(line.text, _MARKS.get(line.role, Mark.PLAIN)),))


def marked_cell_line(marked: MarkedLine, marks: Mapping[Edit, Mark] = EDITS) -> Indented:
    """Return a line of a cell whose words are marked, with the sign of what it is."""
    plain = _MARKS.get(marked.line.role, Mark.PLAIN)
    return _indented(marked.line, marked_runs(marked.stretches, plain, marks))


def marked_runs(
    stretches: Iterable[Stretch], plain: Mark = Mark.PLAIN, marks: Mapping[Edit, Mark] = EDITS
) -> Runs:
    """Return stretches as runs; those that were kept have a mark of their own."""
    return tuple(Run(one.text, marks.get(one.edit, plain)) for one in stretches)


def _indented(line: CellLine, runs: Runs) -> Indented:
    before, after = _SIGNS.get(line.role, ("", ""))
    mark = _MARKS.get(line.role, Mark.PLAIN)
    lead = (Run(before, mark),) if before else ()
    end = (Run(after, mark),) if after else ()
    return Indented((*lead, *runs, *end), line.depth)
