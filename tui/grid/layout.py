"""Lays out a grid: columns, heights, folds, and which row is at which line.

Everything here is plain data and arithmetic; `tui.grid.grid` paints it. A screen makes a
`GridData` from what it wants to show and gives it to the grid:

    GridData(
        columns=(GridColumn("ukraine", "Ukraine"), GridColumn("russia", "Russia")),
        rows=(
            GridRow("topic:ceasefire", cell("Ceasefire"), kind=RowKind.HEADING),
            GridRow("length", cell("Length"), (cell("at least 30 days"), cell("30 days", sign="≈")),
                    letter="N", glyph="≈", role=Mark.NEAR),
        ),
        reference="ukraine",
    )

Rows are compared by identity, so that their measures and paint can be kept: to filter or sort, pass
the same `GridRow` objects in another tuple.
"""

from __future__ import annotations

import sys
from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from positions.reports.page.runs import Mark
from positions.text.safe import visible, width
from tui.paint.runs import EMPTY, CellText, cell, lines_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = [
    "CLAMPED_LINES",
    "EMPTY",
    "GUTTER",
    "LEAD",
    "NARROWEST_COLUMN",
    "CellText",
    "Geometry",
    "GridColumn",
    "GridData",
    "GridRow",
    "Placement",
    "RowHeight",
    "RowKind",
    "cell",
    "column_at",
    "geometry",
    "header_column_at",
    "height_limit",
    "lines_above",
    "lines_of",
    "page_start",
    "placed",
    "row_height",
    "unfolded",
]

CLAMPED_LINES: Final = 6
LEAD: Final = 4
"""Cells before an issue's title: cursor, letter, glyph, and the title's sign."""
GUTTER: Final = 4
"""Cells of a party column beside its text and its sign: the sign's edges, a space on each side."""
RULED: Final = 3
"""The same where no column has a sign: the rule, a space on each side."""
WIDE_COLUMN: Final = 34
"""Cells of a column's text beside which there is room for a sign in words."""
STACKED_BELOW: Final = 72
NARROWEST_COLUMN: Final = 22
WIDEST_COLUMN: Final = 60
NARROWEST_ISSUE: Final = 16
WIDEST_ISSUE: Final = 32
WIDEST_LABEL: Final = 14
INDENT: Final = 2


class RowKind(StrEnum):
    """What a row is: the heading of a topic, an issue, or a part of an opened issue."""

    HEADING = "heading"
    ROW = "row"
    PART = "part"


class RowHeight(StrEnum):
    """How much of a row is shown: six lines, one line but for the cursor's row, or all."""

    CLAMP = "clamp"
    MAGNIFIER = "magnifier"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class GridColumn:
    """A party's column; the titles are made visible.

    Attributes:
        short: A title for where there is room for no more; empty where there is none.
    """

    id: str
    title: str
    short: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "title", visible(self.title))
        object.__setattr__(self, "short", visible(self.short))

    def named(self, columns: int) -> str:
        """Return the title or, where that is wider than so many cells, the short one."""
        return self.short if self.short and width(self.title) > columns else self.title


@dataclass(frozen=True, slots=True, eq=False)
class GridRow:
    """A row of a grid; two rows are equal only if they are the same object.

    Attributes:
        id: What the cursor and the messages name it by; unique in the grid.
        title: The heading's or issue's name; its sign stands beside it (a marked issue).
        cells: One for each column, in the columns' order; empty for a heading.
        kind: Heading, issue, or part of the issue above.
        letter: The status as a letter.
        glyph: The status as a glyph.
        role: The role of the letter and the glyph.
        is_news: Whether it has a mark at the left edge, of what changed and was not seen yet.
        far: How far apart it is at most, beside the title of a dense row; empty for no measure.
        aside: What stands below the title where the cells have more lines than it.
    """

    id: str
    title: CellText
    cells: tuple[CellText, ...] = ()
    kind: RowKind = RowKind.ROW
    letter: str = ""
    glyph: str = ""
    role: Mark = Mark.PLAIN
    is_news: bool = False
    far: str = ""
    aside: str = ""

    @property
    def indent(self) -> int:
        """The cells by which the title is set in."""
        return INDENT if self.kind is RowKind.PART else 0


@dataclass(frozen=True, slots=True)
class GridData:
    """Everything that a grid shows.

    Attributes:
        columns: The parties.
        rows: Headings, issues and parts in the order to show.
        reference: The id of the column marked as the reference.
        issue_title: What stands above the issue column.
        sentence: What is said when there are no rows.
        marked_words: Words to mark wherever they stand, as a search does; case is ignored.
        sign: Cells of the widest sign of a cell; 0 where cells have none.
        sign_word: Cells of the widest sign in words; 0 where there are no words for them.
        need: Cells of the widest text of a cell, where that is less than a column's least.
        is_dense: Whether cells have one sign each, without rules between them.
        far: Cells of the widest distance; 0 where there is no column for it.
    """

    columns: tuple[GridColumn, ...] = ()
    rows: tuple[GridRow, ...] = ()
    reference: str | None = None
    issue_title: str = "Issue"
    sentence: str = ""
    marked_words: tuple[str, ...] = ()
    sign: int = 1
    sign_word: int = 0
    need: int = NARROWEST_COLUMN
    is_dense: bool = False
    far: int = 0


PLAIN_DATA: Final = GridData()


@dataclass(frozen=True, slots=True)
class Geometry:
    """How a width is divided.

    Attributes:
        width: All cells.
        stacked: Whether the parties stand under each other, not beside.
        issue: Cells for the text of the issue's title.
        shown: How many party columns are shown at a time.
        cell: Cells for the text of a party's cell.
        label: Cells for the party's name where they are stacked.
        sign: Cells for a sign.
        in_words: Whether signs are words.
        far: Cells for the distance beside the title, with the space before it.
        is_dense: Whether there are no rules between the cells, but a space after each.
    """

    width: int
    stacked: bool
    issue: int
    shown: int
    cell: int
    label: int = 0
    sign: int = 1
    in_words: bool = False
    far: int = 0
    is_dense: bool = False

    @property
    def gutter(self) -> int:
        """Cells of a party column beside its text, the sign included."""
        if self.is_dense:
            return 1
        return self.sign + GUTTER if self.sign else RULED

    @property
    def start(self) -> int:
        """The first cell of the first party's column."""
        return LEAD + self.issue + self.far + 1


def geometry(available: int, titles: Sequence[str], data: GridData = PLAIN_DATA) -> Geometry:
    """Divide the available cells among the issue column and as many party columns as fit.

    Args:
        available: All cells.
        titles: The columns' titles.
        data: For what its cells need, and its signs.
    """
    sign, sign_word = data.sign, data.sign_word
    far = data.far + 1 if data.far else 0
    if data.is_dense:
        issue = max(NARROWEST_ISSUE, min(WIDEST_ISSUE, available // 4))
        room = available - LEAD - issue - far - 1
        shown = max(1, min(len(titles), room // (data.need + 1)))
        issue += max(0, min(room - shown * (data.need + 1), WIDEST_COLUMN - issue))
        return Geometry(
            available,
            stacked=False,
            issue=issue,
            shown=shown,
            cell=data.need,
            sign=0,
            far=far,
            is_dense=True,
        )
    if available < STACKED_BELOW - 1:
        return _stacked(available, titles, sign)
    issue = max(NARROWEST_ISSUE, min(WIDEST_ISSUE, available // 4))
    room = available - LEAD - issue - 1
    narrowest = min(NARROWEST_COLUMN, data.need + (sign + GUTTER if sign else RULED) - 1)
    shown = max(1, min(len(titles), room // (narrowest + 1)))
    column = min(WIDEST_COLUMN, room // shown - 1)
    rest = room - shown * (column + 1)
    issue = max(issue, min(issue + rest, WIDEST_ISSUE))
    in_words = sign_word > 0 and column + 1 - GUTTER - sign_word >= WIDE_COLUMN
    sign = sign_word if in_words else sign
    gutter = sign + GUTTER if sign else RULED
    return Geometry(
        available,
        stacked=False,
        issue=issue,
        shown=shown,
        cell=column + 1 - gutter,
        sign=sign,
        in_words=in_words,
    )


def _stacked(available: int, titles: Sequence[str], sign: int) -> Geometry:
    label = min(WIDEST_LABEL, max(map(width, titles), default=0), max(available // 4, 1))
    return Geometry(
        available,
        stacked=True,
        issue=max(available - LEAD - 1, 1),
        shown=len(titles),
        cell=max(available - LEAD - label - (sign + GUTTER if sign else RULED), 1),
        label=label,
        sign=sign,
    )


def page_start(first: int, shown: int, columns: int) -> int:
    """Return the first column of the page nearest to `first` that has no empty place."""
    return max(0, min(first, columns - shown))


def height_limit(mode: RowHeight, *, is_at_cursor: bool) -> int | None:
    """Return how many lines of a cell are shown; None for all."""
    if mode is RowHeight.FULL or (mode is RowHeight.MAGNIFIER and is_at_cursor):
        return None
    return CLAMPED_LINES if mode is RowHeight.CLAMP else 1


def row_height(row: GridRow, geometry: Geometry, first: int, limit: int | None) -> int:
    """Return the lines of a row: its title's and those of its cells from the first column on."""
    if row.kind is RowKind.HEADING or limit == 1:
        return 1
    if geometry.stacked:
        return sum(_stacked_heights(row, geometry, limit))
    shown = row.cells[first : first + geometry.shown]
    columns, title_columns = geometry.cell, geometry.issue - row.indent
    if limit is None:
        height = row.title.height(title_columns)
        return max([height, *(text.height(columns) for text in shown)])
    # Most rows of a large dossier reach the limit, and then the longest text does.
    height = 1
    for text in sorted(shown, key=_length, reverse=True):
        lines = text.height(columns, limit)
        if lines > height:
            if lines == limit:
                return limit
            height = lines
    return max(height, row.title.height(title_columns, limit))


def _length(text: CellText) -> int:
    return len(text.text)


def column_at(
    x: int, line: int, row: GridRow, geometry: Geometry, first: int, limit: int | None
) -> int | None:
    """Return the index of the column at a cell of a row's line; None where there is none.

    Args:
        x: Cells from the left edge.
        line: Lines from the row's first.
        row: The row.
        geometry: How the width is divided.
        first: The first column shown.
        limit: How many lines of a cell are shown.
    """
    if not geometry.stacked:
        return header_column_at(x, geometry, first)
    if limit == 1:
        return None
    heights = _stacked_heights(row, geometry, limit)
    index = placed(heights).row_at(line) - 1
    return index if index >= 0 and line < sum(heights) else None


def header_column_at(x: int, geometry: Geometry, first: int) -> int | None:
    """Return the index of the column at a cell of the header; None beside the columns."""
    if geometry.stacked or x < geometry.start:
        return None
    index = (x - geometry.start) // (geometry.cell + geometry.gutter)
    return first + index if index < geometry.shown else None


def lines_above(row: GridRow, geometry: Geometry, column: int, limit: int | None) -> int:
    """Return the lines of a stacked row above one of its cells; none where it has one line."""
    if limit == 1:
        return 0
    return sum(_stacked_heights(row, geometry, limit)[: column + 1])


def _stacked_heights(row: GridRow, geometry: Geometry, limit: int | None) -> list[int]:
    """Return the lines of a stacked row's title and of each of its cells."""
    at_most = sys.maxsize if limit is None else limit
    heights = [row.title.height(geometry.issue - row.indent, at_most)]
    columns = geometry.cell - row.indent
    return [*heights, *(text.height(columns, at_most) for text in row.cells)]


@dataclass(frozen=True, slots=True)
class Placement:
    """Which row is at which line.

    Attributes:
        tops: The first line of each row, and at the end the number of all lines.
    """

    tops: tuple[int, ...]

    @property
    def height(self) -> int:
        """The number of all lines."""
        return self.tops[-1]

    def row_at(self, line: int) -> int:
        """Return the index of the row at a line; beyond the ends, the nearest row's."""
        return max(0, min(bisect_right(self.tops, line) - 1, len(self.tops) - 2))

    def height_of(self, index: int) -> int:
        """Return the lines of a row."""
        return self.tops[index + 1] - self.tops[index]


def placed(heights: Iterable[int]) -> Placement:
    """Return the placement of rows of these heights, one under the other."""
    return Placement(tuple(accumulate(heights, initial=0)))


def unfolded(rows: Iterable[GridRow], folded: frozenset[str]) -> tuple[GridRow, ...]:
    """Return the rows without those under a folded heading."""
    if not folded:
        return tuple(rows)
    shown: list[GridRow] = []
    is_hidden = False
    for row in rows:
        if row.kind is RowKind.HEADING:
            is_hidden = row.id in folded
            shown.append(row)
        elif not is_hidden:
            shown.append(row)
    return tuple(shown)
