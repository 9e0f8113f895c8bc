"""Holds tables: columns of a kind, and rows of cells, each a few lines of runs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

from positions.reports.page.runs import Run, plain, runs_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from positions.reports.page.runs import Runs

__all__ = [
    "ColumnKind",
    "Indented",
    "Layout",
    "PageCell",
    "PageColumn",
    "PageRow",
    "PageTable",
    "cell_of",
    "columns_of",
    "in_a_line",
]


class ColumnKind(Enum):
    """What a column holds."""

    SIGN = auto()
    """A letter or a number before the name of a row, such as a status or a rank."""
    NAME = auto()
    """What names a row."""
    WORDS = auto()
    """What a party says."""
    FIGURE = auto()
    NOTE = auto()
    """Sentences on the row as a whole, such as the reason of its status."""


class Layout(Enum):
    """How plain text sets a table; a document has one way for all."""

    COMPARED = auto()
    """Columns beside each other or, in a narrow terminal, under each other; notes under the row."""
    LISTED = auto()
    """One row under another, a line for each column, without rules or indents: to be read aloud."""
    FACING = auto()
    """Under each row the names of the columns, each with what is in its cell beside it."""
    FIGURES = auto()
    """Figures under each other or, in a narrow terminal, in the words of the row."""
    TOLD = auto()
    """The words of each row beside its name."""


class Indented(NamedTuple):
    """A line of a cell, and how deep it is under the lines before it."""

    text: Runs
    depth: int = 0


@dataclass(frozen=True, slots=True)
class PageCell:
    """What is in a cell.

    Attributes:
        references: The numbers of the sources below the document, where there are any.
    """

    lines: tuple[Indented, ...] = ()
    references: Runs = ()


def cell_of(*lines: str | Run | Runs, references: str = "") -> PageCell:
    """Return a cell with these lines, none deeper than the others."""
    return PageCell(tuple(Indented(runs_of(line)) for line in lines), runs_of(references))


def in_a_line(lines: Iterable[Indented]) -> Runs:
    """Return lines one after the other; what a colon ends is followed by the next."""
    runs: list[Run] = []
    for line in lines:
        if runs:
            goes_on = runs[-1].text.endswith(":") or plain(line.text).startswith("(")
            runs.append(Run(" " if goes_on else "; "))
        runs += line.text
    return tuple(runs)


@dataclass(frozen=True, slots=True)
class PageColumn:
    """A column.

    Attributes:
        width: The cells of a figure, with the space before it.
    """

    kind: ColumnKind
    title: Run
    width: int = 9


@dataclass(frozen=True, slots=True)
class PageRow:
    """A row.

    Attributes:
        cells: One for each column.
        name: What a command calls it; empty where there is no such name.
        depth: 1 for a part of the row before it.
        is_heading: Whether it only heads the parts below it, which say everything.
        told: The same in words, for a form or a width that has no room for columns.
    """

    cells: tuple[PageCell, ...]
    name: str = ""
    depth: int = 0
    is_heading: bool = False
    told: tuple[Runs, ...] = ()


@dataclass(frozen=True, slots=True)
class PageTable:
    """Rows under columns."""

    columns: tuple[PageColumn, ...]
    rows: tuple[PageRow, ...]
    layout: Layout = Layout.COMPARED

    def cells(self, row: PageRow, *kinds: ColumnKind) -> list[tuple[PageColumn, PageCell]]:
        """Return the cells of a row that are in columns of these kinds, with these."""
        pairs = zip(self.columns, row.cells, strict=True)
        return [(column, cell) for column, cell in pairs if column.kind in kinds]

    def cell(self, row: PageRow, kind: ColumnKind) -> PageCell:
        """Return the first cell of a row in a column of this kind; an empty one for none."""
        return next((cell for _, cell in self.cells(row, kind)), PageCell())


def columns_of(kind: ColumnKind, titles: Iterable[str]) -> tuple[PageColumn, ...]:
    """Return a column of a kind for each title."""
    return tuple(PageColumn(kind, Run(title)) for title in titles)
