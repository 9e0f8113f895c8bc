"""Lays out the items of an issue: its parties beside each other, or one under the other.

Plain data and arithmetic, as in `tui.grid.layout`. The issue itself takes the whole width;
below it, from 100 cells on, as many parties as fit stand in columns, and further ones follow page
by page. Where all of them fit at its right, they stand there. The table of parts has the parties'
columns from 72 cells on.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from positions.reports.page.runs import Mark, Run
from positions.text.safe import clip, pad, visible, width
from tui.grid.layout import page_start

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from positions.reports.page.pictures import Signs
    from positions.reports.page.runs import Runs
    from tui.grid.layout import CellText
    from tui.paint.glyphs import Glyphs
    from tui.sheet.items import Item, SheetSection

__all__ = ["BESIDE_FROM", "MARGIN", "Block", "Column", "SheetPage", "lay_out"]

MARGIN: Final = 2
"""Cells before a text: the cursor's bar, and a space."""

BESIDE_FROM: Final = 98
"""Cells from which parties stand beside each other: a screen of 100, without its scrollbar."""

TABLE_FROM: Final = 70
NARROWEST: Final = 36
NARROWEST_IN_TABLE: Final = 20
NARROWEST_AT_RIGHT: Final = 50
WIDEST_TITLE: Final = 28
READING_MEASURE: Final = 80
INDENT: Final = 2


@dataclass(frozen=True, slots=True)
class Block:
    """The lines of one item.

    Attributes:
        top: The first line, counted from the page's first.
        indent: Cells before the text, beside the margin.
    """

    item: Item
    top: int
    indent: int
    lines: tuple[Runs, ...]

    @property
    def bottom(self) -> int:
        """The line after the last."""
        return self.top + len(self.lines)


@dataclass(frozen=True, slots=True)
class Column:
    """The blocks of one section, one under the other.

    Attributes:
        section: The index of the section: 0 for the issue itself.
        x: The first cell, with the margin.
        width: The cells for text, without the margin.
    """

    section: int
    x: int
    width: int
    blocks: tuple[Block, ...]

    @property
    def top(self) -> int:
        """The first line."""
        return self.blocks[0].top

    @property
    def bottom(self) -> int:
        """The line after the last."""
        return self.blocks[-1].bottom

    def block_at(self, line: int) -> int | None:
        """Return the index of the block at a line; None between blocks and beyond the ends."""
        index = bisect_right(self.blocks, line, key=lambda block: block.top) - 1
        return index if index >= 0 and line < self.blocks[index].bottom else None

    def nearest(self, line: int) -> int:
        """Return the index of the block at a line, or else of the last one above it."""
        return max(bisect_right(self.blocks, line, key=lambda block: block.top) - 1, 0)


@dataclass(frozen=True, slots=True)
class SheetPage:
    """An issue in a width.

    Attributes:
        width: All cells.
        columns: Those shown; the issue itself first.
        beside: Whether the parties stand beside each other.
        before: How many parties there are on pages before.
        after: How many there are on pages after.
    """

    width: int
    columns: tuple[Column, ...]
    beside: bool
    before: int
    after: int

    @property
    def height(self) -> int:
        """The number of all lines."""
        return max(column.bottom for column in self.columns)

    @property
    def is_head_beside(self) -> bool:
        """Whether the issue itself stands at the left of its parties, not above them."""
        return len(self.columns) > 1 and self.columns[1].top < self.columns[0].bottom

    def names_at(self, line: int) -> tuple[Column, ...]:
        """Return the parties whose lines are at a line, but whose names are above it."""
        below = [each for each in self.columns[1:] if each.top < line < each.bottom]
        return self.columns[1:] if below and self.beside else tuple(below)

    def column_of(self, section: int) -> Column | None:
        """Return the column of a section; None where it is on another page."""
        return next((column for column in self.columns if column.section == section), None)


def lay_out(
    found: Sequence[SheetSection],
    columns: int,
    party: int,
    glyphs: Glyphs,
    beside_from: int = BESIDE_FROM,
) -> SheetPage:
    """Return the page that shows a party.

    Args:
        found: The issue itself, then its parties.
        columns: The width in cells.
        party: The section of the party that has to be on the page.
        glyphs: For the rules of the table of parts.
        beside_from: The cells from which parties stand beside each other, two at least.
    """
    parties = found[1:]
    beside = columns >= beside_from
    narrowest = min(NARROWEST, beside_from // 2)
    shown = _fitting(columns, narrowest, len(parties)) if beside else len(parties)
    first = _page_with(party, shown, len(parties))
    table = _table(parties, columns, party, glyphs)
    left = _left_of_parties(found, columns)
    room = left or columns
    head = Column(0, 0, room - MARGIN, tuple(_blocks(found[0].items, 0, room, table)))
    placed = [head]
    if beside:
        share = (columns - left) // max(shown, 1)
        top = -1 if left else head.bottom  # an empty line stands above a party's name
        for index in range(first, first + shown):
            section, x = parties[index], left + (index - first) * share
            blocks = tuple(_blocks(section.items, top, share - 1, table))
            placed.append(Column(index + 1, x, share - 1 - MARGIN, blocks))
    else:
        for index, section in enumerate(parties):
            blocks = tuple(_blocks(section.items, placed[-1].bottom, columns, table))
            placed.append(Column(index + 1, 0, columns - MARGIN, blocks))
    return SheetPage(columns, tuple(placed), beside, first, len(parties) - first - shown)


def _left_of_parties(found: Sequence[SheetSection], columns: int) -> int:
    """Return the cells for the issue itself where all parties fit at its right; 0 elsewhere.

    A table of parts takes the whole width.
    """
    left = READING_MEASURE + 2 * MARGIN
    fits = found[1:] and columns - left >= NARROWEST_AT_RIGHT * len(found[1:])
    return 0 if not fits or any(item.cells for item in found[0].items) else left


def _fitting(columns: int, narrowest: int, parties: int) -> int:
    return min(parties, max(columns // narrowest, 1))


def _page_with(party: int, shown: int, parties: int) -> int:
    """Return the index of the first party on the page with a section."""
    return page_start((party - 1) // shown * shown, shown, parties) if shown else 0


@dataclass(frozen=True, slots=True)
class _Table:
    """How the table of parts is divided; with no columns, the parties stand under each other."""

    title: int
    cell: int
    names: tuple[str, ...]
    first: int
    rule: str
    signs: Signs
    sign_ends: tuple[str, str]

    @property
    def gutter(self) -> int:
        """The cells between two columns: a sign, and what stands before and after it."""
        return width(self.rule)

    @property
    def last(self) -> int:
        return self.first + len(self.names)


def _table(parties: Sequence[SheetSection], columns: int, party: int, glyphs: Glyphs) -> _Table:
    names = tuple(visible(section.title) for section in parties)
    ends = glyphs.sign_start, glyphs.sign_end
    if columns < TABLE_FROM:
        return _Table(columns - MARGIN, columns - MARGIN - INDENT, names, 0, "", glyphs.signs, ends)
    title = min(WIDEST_TITLE, columns // 4)
    room = columns - MARGIN - title
    shown = _fitting(room, NARROWEST_IN_TABLE, len(parties))
    first = _page_with(party, shown, len(parties))
    rule = f"{glyphs.rule.center(max(map(width, glyphs.relation.values())) + 2)} "
    return _Table(
        title,
        min(room // max(shown, 1) - width(rule), READING_MEASURE),
        names[first : first + shown],
        first,
        rule,
        glyphs.signs,
        ends,
    )


def _blocks(items: Sequence[Item], top: int, columns: int, table: _Table) -> Iterator[Block]:
    """Yield the blocks of items from a line on; the first row of parts has the names above it."""
    is_first_part = True
    for item in items:
        indent = min(INDENT * item.depth, columns // 3)
        if item.cells:
            lines = tuple(_row(item, table, with_names=is_first_part and bool(table.rule)))
            top += is_first_part
            is_first_part = False
        else:
            measure = max(min(columns - MARGIN - indent, READING_MEASURE), 1)
            lines = _drawn(item, measure, table.signs) or tuple(_hanging(item.text, measure))
            top += item.is_apart or not is_first_part
            is_first_part = True
        yield Block(item, top, indent, lines)
        top += len(lines)


def _drawn(item: Item, columns: int, signs: Signs) -> tuple[Runs, ...]:
    """Return the lines of a row of a picture; nothing for an item that is none, or not there."""
    rows = item.picture.draw(columns, signs) if item.picture else ()
    return rows[item.row].lines if item.row < len(rows) else ()


def _hanging(paragraphs: Sequence[CellText], columns: int) -> Iterator[Runs]:
    """Yield the lines of an item; those after the first are set in."""
    hanging = INDENT if columns > 6 * INDENT else 0
    is_first = True
    for paragraph in paragraphs:
        for line in paragraph.wrapped(columns - hanging):
            yield line if is_first else (Run(" " * hanging), *line)
            is_first = False


def _row(item: Item, table: _Table, *, with_names: bool) -> Iterator[Runs]:
    """Yield the lines of a part: its title, then what each party says on it."""
    title = item.text[0].wrapped(table.title)
    cells = item.cells[table.first : table.last]
    if not table.rule:
        yield from title
        for name, said in zip(table.names, cells, strict=True):
            sign = (Run(f" {said.sign}", said.sign_role),) if said.sign else ()
            yield (Run(f"  {name}", Mark.MUTED), *sign)
            yield from ((Run("    "), *line) for line in said.wrapped(table.cell - INDENT))
        return
    if with_names:
        yield _across(
            (Run(""),),
            [(Run(clip(name, table.cell), Mark.MUTED),) for name in table.names],
            table,
        )
    wrapped = [said.wrapped(table.cell) for said in cells]
    for y in range(max(len(lines) for lines in (title, *wrapped))):
        signs = [] if y else [(said.sign, said.sign_role) for said in cells]
        yield _across(_line(title, y), [_line(lines, y) for lines in wrapped], table, signs)


def _across(
    title: Runs, cells: Sequence[Runs], table: _Table, signs: Sequence[tuple[str, Mark]] = ()
) -> Runs:
    runs = [*title, Run(" " * (table.title - _width(title)))]
    plain = [("", Mark.PLAIN)] * len(cells)
    for line, (sign, role) in zip(cells, signs or plain, strict=True):
        missing = Run(" " * (table.cell - _width(line)))
        runs += [*_between(sign, role, table), *line, missing]
    return tuple(run for run in runs if run.text)


def _between(sign: str, role: Mark, table: _Table) -> Iterator[Run]:
    """Yield what stands before a cell: a sign that touches both columns, or the rule."""
    if not sign:
        yield Run(table.rule, Mark.MUTED)
        return
    start, end = table.sign_ends
    yield Run(start, Mark.MUTED)
    yield Run(pad(sign, table.gutter - width(start) - width(end) - 1), role)
    yield Run(f"{end} ", Mark.MUTED)


def _line(lines: Sequence[Runs], y: int) -> Runs:
    return lines[y] if y < len(lines) else ()


def _width(line: Runs) -> int:
    return sum(width(run.text) for run in line)
