"""Builds the tables of a comparison: a row an issue or a part, a column a party, and the reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from positions.comparison.outcome_sentences import outcome_paragraphs
from positions.comparison.row_order import RowOrder, grouped
from positions.record.agreements import newest
from positions.reports.page.cell import alike, cell, cell_line
from positions.reports.page.facts import FactKind, told
from positions.reports.page.grades import (
    RELIABILITY,
    credibility_of,
    credibility_scale,
    entries_of,
    grade,
    published,
    reliability_of,
    sources_of,
)
from positions.reports.page.model import Heading, Medium, Only, Paragraph
from positions.reports.page.runs import Mark, Run, runs_of
from positions.reports.page.summary import DISPUTED, differ_in_parts, status_mark
from positions.reports.page.tables import (
    ColumnKind,
    Layout,
    PageCell,
    PageColumn,
    PageRow,
    PageTable,
    cell_of,
    columns_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from positions.comparison.rows import Comparison, Line, Row
    from positions.record.settle import Standing
    from positions.reports.page.facts import Fact
    from positions.reports.page.model import Block
    from positions.reports.page.tables import Indented

    Said = Callable[[Comparison, Row, Sequence[Line]], Sequence[tuple[Indented, ...]]]
    """What each party says on an issue, or on some lines of it, in the order of the columns."""

__all__ = ["sources", "topics"]

SCALE = (
    "The letter grades the publisher, or the page on which it was read if that is worse; the "
    "number in a cell grades what it says there (Admiralty scale)."
)


def _said_by_each(
    comparison: Comparison, row: Row, lines: Sequence[Line]
) -> Sequence[tuple[Indented, ...]]:
    return [
        tuple(map(cell_line, cell(comparison, row, lines, party.id)))
        for party in comparison.parties
    ]


def topics(
    comparison: Comparison,
    rows: Sequence[Row],
    layout: Layout = Layout.COMPARED,
    *,
    said: Said = _said_by_each,
    named: bool = False,
    order: RowOrder = RowOrder.DOSSIER,
) -> Iterator[Block]:
    """Yield a heading and a table for each topic, or for each status where the order is by gap.

    Args:
        comparison: The comparison.
        rows: The rows to show.
        layout: How plain text sets the tables.
        said: What each party says on some lines of a row.
        named: Whether issues are shown with their ids.
        order: How the rows are sorted.
    """
    columns = (
        PageColumn(ColumnKind.SIGN, Run("")),
        PageColumn(ColumnKind.NAME, Run("Issue")),
        *columns_of(ColumnKind.WORDS, (party.heading for party in comparison.parties)),
        PageColumn(ColumnKind.NOTE, Run("Why")),
    )
    made = _Rows(comparison, said, named, _numbers(rows))
    for heading, members in grouped(rows, order, comparison.dossier):
        yield Heading(runs_of(heading), 2)
        yield PageTable(columns, tuple(one for row in members for one in made.rows(row)), layout)


@dataclass(frozen=True, slots=True)
class _Rows:
    """What every row needs; the numbers are those of sources, by id."""

    comparison: Comparison
    said: Said
    named: bool
    numbers: Mapping[str, int]

    def rows(self, row: Row) -> Iterator[PageRow]:
        """Yield the row of an issue or, where its parts differ, a heading and a row for each."""
        if not differ_in_parts(row):
            yield self.row(row, row.whole, row.leaves)
            return
        by_part = [cell_of("by part:")] * len(self.comparison.parties)
        why = cell_of("The parts differ, each in a row below.")
        some = (
            ": {} of {} parts settled or agreed".format(*row.parts_agreed)
            if row.parts_agreed
            else ""
        )
        cells = (*self.head(row.whole, f"{_title(row)}{some}"), *by_part, why)
        yield PageRow(cells, self.name(row), is_heading=True)
        for lines in alike(self.comparison, row):
            yield self.row(row, lines[0], lines)

    def row(self, row: Row, head: Line, leaves: Sequence[Line]) -> PageRow:
        shown = leaves[:1] if head.part else leaves
        title = ", ".join(line.title for line in leaves) if head.part else _title(row)
        words = (
            PageCell(lines, self.graded([line.standings[party.id] for line in leaves]))
            for party, lines in zip(
                self.comparison.parties, self.said(self.comparison, row, shown), strict=True
            )
        )
        cells = (*self.head(head, title), *words, self.why(head, leaves))
        return PageRow(cells, "" if head.part else self.name(row), int(bool(head.part)))

    def head(self, line: Line, title: str) -> tuple[PageCell, PageCell]:
        mark = Run(status_mark(line, self.comparison), Mark(line.status))
        return cell_of(mark), cell_of(Run(title, Mark.PLAIN if line.part else Mark.STRONG))

    def name(self, row: Row) -> str:
        return row.issue.id if self.named else ""

    def why(self, head: Line, leaves: Sequence[Line]) -> PageCell:
        """Return the reason of a status, and what was agreed, with the numbers of its sources."""
        shown = leaves[:1] if head.part else leaves
        agreed = outcome_paragraphs(self.comparison.words, shown)
        found = sorted({self.numbers[name] for name in _agreed(shown)})
        said = head.explained_with(leaves) if head.part else head.reason
        return cell_of(said.body, *agreed, references=str(found) if found else "")

    def graded(self, standings: Sequence[Standing]) -> tuple[Run, ...]:
        """Return the numbers and the grades of the sources of a cell: `[1 B2, 3]`."""
        grades: dict[int, str] = {}
        for standing in standings:
            for entry in entries_of(standing):
                credibility = credibility_of(entry.position, entry.document)
                for name in sources_of(entry.position, entry.document):
                    found = grade(self.comparison.dossier.sources.get(name), credibility)
                    grades.setdefault(self.numbers[name], found)
        listed = ", ".join(f"{number} {found}".strip() for number, found in sorted(grades.items()))
        return runs_of(f"[{listed}]" if listed else "")


def _title(row: Row) -> str:
    return f"{row.whole.title} {DISPUTED}" if row.issue.disputed else row.whole.title


def _agreed(lines: Sequence[Line]) -> Iterator[str]:
    """Yield the ids of the sources of what was agreed last."""
    for line in lines:
        for agreement in newest(line.outcomes):
            yield from agreement.outcome.all_sources


def _numbers(rows: Sequence[Row]) -> dict[str, int]:
    """Return the sources of all words in the rows, then of outcomes, with their numbers."""
    lines = [line for row in rows for line in row.leaves]
    said = [
        name
        for line in lines
        for standing in line.standings.values()
        for entry in entries_of(standing)
        for name in sources_of(entry.position, entry.document)
    ]
    names = dict.fromkeys((*said, *_agreed(lines)))
    return {name: number for number, name in enumerate(names, 1)}


def sources(comparison: Comparison, rows: Sequence[Row]) -> Iterator[Block]:
    """Yield the list of sources that a document ends with, if the rows have any."""
    numbers = _numbers(rows)
    if numbers:
        listed = (_source(comparison, name, number) for name, number in numbers.items())
        scale = [SCALE]
        if own := credibility_scale(comparison.dossier):
            scale.append(f"The numbers: {own}.")
        said = (Paragraph((runs_of(sentence),)) for sentence in scale)
        yield Only(Medium.DOCUMENT, (Heading(runs_of("Sources"), 2), *said, *listed))


def _source(comparison: Comparison, name: str, number: int) -> Fact:
    source = comparison.dossier.sources.get(name)
    if source is None:
        said = f"{name}, which is not among the sources"
        return told(FactKind.SOURCE, said, number=number)
    letter = reliability_of(source)
    graded = f"{letter}: {RELIABILITY[letter]}" if letter else "not graded"
    via = f", via {source.via.publisher}" if source.via else ""
    runs = (
        Run(f"{source.publisher}, {published(source)}{via}: "),
        Run(source.title, link=source.url),
        Run(f" ({graded})"),
    )
    return told(FactKind.SOURCE, runs, number=number)
