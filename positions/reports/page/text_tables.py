"""Sets tables as plain text: beside each other, under each other, or in the words of their rows."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from positions.reports.page.runs import Mark, Run, plain, wrapped
from positions.reports.page.signs import painted, signed
from positions.reports.page.tables import ColumnKind, Layout, in_a_line
from positions.text.safe import clip, width

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from positions.reports.page.look import Look
    from positions.reports.page.runs import Runs
    from positions.reports.page.tables import Indented, PageCell, PageColumn, PageRow, PageTable

__all__ = ["table_lines"]

BAR: Final = " │ "
FEW_COLUMNS: Final = 2
"""Up to how many columns each is set for itself; of more, those that are alike stand together."""
INDENT: Final = 3
LEAST_COLUMN: Final = 22
LEAST_FACING: Final = 8
MOST_PAGES: Final = 2
"""In how many tables columns stand beside each other; more of them are set under each other."""
RANK: Final = 5
STACKED_BELOW: Final = 72
WIDEST_COLUMN: Final = 60
WIDEST_NAME: Final = 28
WIDEST_NOTE: Final = 100
WIDEST_SIDE: Final = 20


def table_lines(table: PageTable, look: Look) -> Iterator[str]:
    """Yield the lines of a table."""
    return _LAYOUTS[table.layout](table, look)


def _compared(table: PageTable, look: Look) -> Iterator[str]:
    """Yield a table with its columns beside each other; what does not fit follows below.

    A note is under its row in the first of these tables only.
    """
    if look.width < STACKED_BELOW:
        yield from _stacked(table, look)
        return
    sign = max(width(plain(_sign(table, row))) for row in table.rows) + 2
    name = min(max(look.width * 22 // 100, 16), 32)
    room = look.width - sign - name
    words = [at for at, one in enumerate(table.columns) if one.kind is ColumnKind.WORDS]
    pages = _pages(words, max(room // (LEAST_COLUMN + len(BAR)), 1))
    if len(pages) > MOST_PAGES:
        yield from _stacked(table, look)
        return
    each = min(room // max(map(len, pages), default=1) - len(BAR), WIDEST_COLUMN)
    title = next(one.title for one in table.columns if one.kind is ColumnKind.NAME)
    for number, page in enumerate(pages):
        if number:
            yield ""
        heads: list[Sequence[Runs]] = [
            [(Run(clip(table.columns[at].title.text, each), Mark.STRONG),)] for at in page
        ]
        yield from _beside([], [(Run(title.text, Mark.STRONG),)], heads, (sign, name, each), look)
        for row in table.rows:
            if not row.depth:
                yield ""
            if row.is_heading:
                yield from _titled(table, row, sign, look, Mark.PLAIN)
                continue
            cells = [_cell_lines(row.cells[at], each) for at in page]
            names = wrapped(_name(table, row), name)
            yield from _beside([_sign(table, row)], names, cells, (sign, name, each), look)
            if not number:
                yield from _notes(table, row, sign, look)


def _pages(words: Sequence[int], fitting: int) -> list[Sequence[int]]:
    """Return columns on pages that are as even as possible; one page where there are none."""
    count = max(-(-len(words) // fitting), 1)
    each = max(-(-len(words) // count), 1)
    return [words[start : start + each] for start in range(0, max(len(words), 1), each)]


def _beside(
    signs: Sequence[Runs],
    names: Sequence[Runs],
    cells: Sequence[Sequence[Runs]],
    widths: tuple[int, int, int],
    look: Look,
) -> Iterator[str]:
    sign, name, each = widths
    for mark, title, *texts in zip_longest(signs, names, *cells, fillvalue=()):
        parts = [_padded(title, name, look), *(_padded(text, each, look) for text in texts)]
        yield _padded(mark, sign, look) + BAR.join(parts)


def _padded(runs: Runs, columns: int, look: Look) -> str:
    return painted(runs, look) + " " * (columns - width(plain(runs)))


def _cell_lines(cell: PageCell, columns: int) -> list[Runs]:
    """Return a cell's lines, each at most so many cells wide, deeper ones indented."""
    found: list[Runs] = []
    for line in cell.lines:
        indent = min(2 * line.depth, columns // 3)
        lead = (Run(" " * indent),) if indent else ()
        found += [(*lead, *text) for text in wrapped(signed(line.text), columns - indent)]
    return found


def _sign(table: PageTable, row: PageRow) -> Runs:
    return next((line.text for line in table.cell(row, ColumnKind.SIGN).lines), ())


def _name(table: PageTable, row: PageRow, mark: Mark = Mark.PLAIN) -> Runs:
    """Return what names a row, a part with a dot before it, and what commands call it."""
    text = plain(table.cell(row, ColumnKind.NAME).lines[0].text)
    called = f" ({row.name})" if row.name else ""
    return (Run(f"{'· ' if row.depth else ''}{text}{called}", mark),)


def _titled(table: PageTable, row: PageRow, indent: int, look: Look, mark: Mark) -> Iterator[str]:
    """Yield the sign and the name of a row over the whole width."""
    sign = _padded(_sign(table, row), indent, look)
    for number, line in enumerate(wrapped(_name(table, row, mark), look.width - indent)):
        yield (" " * indent if number else sign) + painted(line, look)


def _notes(table: PageTable, row: PageRow, indent: int, look: Look) -> Iterator[str]:
    """Yield the sentences on a row, under it."""
    measure = min(look.width - indent, WIDEST_NOTE) - 2
    for line in table.cell(row, ColumnKind.NOTE).lines:
        for number, text in enumerate(wrapped((Run(plain(line.text)),), measure)):
            lead = "  " if number else "↳ "
            yield " " * indent + painted((Run(lead + plain(text), Mark.MUTED),), look)


def _stacked(table: PageTable, look: Look) -> Iterator[str]:
    """Yield the rows with what each party says under its name."""
    for row in table.rows:
        if not row.depth:
            yield ""
        indent = max(width(plain(_sign(table, row))) + 1, INDENT)
        yield from _titled(table, row, indent, look, Mark.STRONG)
        if row.is_heading:
            continue
        for names, cell in _alike(table.cells(row, ColumnKind.WORDS)):
            yield from _under_its_name(names, cell, look)
        yield from _notes(table, row, INDENT, look)


def _listed(table: PageTable, look: Look) -> Iterator[str]:
    """Yield the rows with a line for each party, and one for each sentence."""
    for row in table.rows:
        if not row.depth:
            yield ""
        head = (Run(f"{plain(_sign(table, row))} ".lstrip()), *_name(table, row, Mark.STRONG))
        said = [head]
        if not row.is_heading:
            cells = table.cells(row, ColumnKind.WORDS)
            said += [
                (Run(f"{column.title.text}: {plain(signed(in_a_line(cell.lines)))}"),)
                for column, cell in cells
            ]
        said += [line.text for line in table.cell(row, ColumnKind.NOTE).lines]
        for text in said:
            yield from (painted(line, look) for line in wrapped(text, look.measure))


def _alike(cells: Sequence[tuple[PageColumn, PageCell]]) -> Iterator[tuple[list[str], PageCell]]:
    """Yield each cell with the name of its column; of more than two, those that are alike as one.

    Blanks come last.
    """
    if len(cells) <= FEW_COLUMNS:
        yield from (([column.title.text], cell) for column, cell in cells)
        return
    groups: dict[tuple[Indented, ...], list[tuple[PageColumn, PageCell]]] = {}
    for column, cell in cells:
        groups.setdefault(cell.lines, []).append((column, cell))
    for group in sorted(groups.values(), key=lambda one: _is_blank(one[0][1])):
        yield [column.title.text for column, _ in group], group[0][1]


def _is_blank(cell: PageCell) -> bool:
    first = next((line.text for line in cell.lines), ())
    return any(run.mark is Mark.BLANK for run in first)


def _under_its_name(names: Sequence[str], cell: PageCell, look: Look) -> Iterator[str]:
    """Yield what one party says, or several say alike: on the line of its name, or under it."""
    room, called = look.width - INDENT - 2, ", ".join(names)
    is_one_line, is_blank = len(cell.lines) == 1, _is_blank(cell)
    if is_one_line and (len(names) == 1 or is_blank):
        said = plain(signed(cell.lines[0].text))
        whole = (Run(f"{called}: {said}" if len(names) == 1 else f"{said}: {called}"),)
        for number, line in enumerate(wrapped(whole, room)):
            yield " " * (INDENT + (2 if number else 0)) + painted(line, look)
        return
    named = called if len(names) == 1 or is_blank else f"{len(names)} say the same: {called}"
    for line in wrapped((Run(f"{named}:"),), look.width - INDENT):
        yield " " * INDENT + painted(line, look)
    for line in _cell_lines(cell, room):
        yield " " * (INDENT + 2) + painted(line, look)


def _facing(table: PageTable, look: Look) -> Iterator[str]:
    """Yield the rows with what each party says beside its name."""
    names = [one.title.text for one in table.columns if one.kind is ColumnKind.WORDS]
    widest = max((min(width(name), WIDEST_SIDE) for name in names), default=0)
    label = min(widest, look.width // 3)
    room = max(look.width - INDENT - label - 2, LEAST_FACING)
    for row in table.rows:
        if not row.depth:
            yield ""
        yield from _titled(table, row, INDENT, look, Mark.STRONG)
        if row.is_heading:
            continue
        for column, cell in table.cells(row, ColumnKind.WORDS):
            lead = _padded((Run(clip(column.title.text, label)),), label + 2, look)
            for line in _cell_lines(cell, room):
                yield " " * INDENT + lead + painted(line, look)
                lead = " " * (label + 2)
        yield from _notes(table, row, INDENT, look)


def _figures(table: PageTable, look: Look) -> Iterator[str]:
    """Yield the figures of each row under their titles, or its words where they do not fit."""
    columns = [one for one in table.columns if one.kind is ColumnKind.FIGURE]
    total = sum(column.width for column in columns)
    names = [_name(table, row) for row in table.rows]
    room = max(look.width - RANK - total, 20 - RANK)
    widest = min(max(width(plain(name)) for name in names), room)
    is_narrow = look.width < RANK + widest + total
    if not is_narrow:
        titles = "".join(f"{column.title.text.lower():>{column.width}}" for column in columns)
        yield f"{'':{RANK + widest}}{titles}"
    for name, row in zip(names, table.rows, strict=True):
        sign = plain(_sign(table, row))
        *most, last = wrapped(name, widest)
        for number, line in enumerate(most):
            yield f"{'' if number else sign:<{RANK}}{plain(line)}"
        lead = f"{'' if most else sign:<{RANK}}{_padded(last, widest, look)}"
        if is_narrow:
            yield lead
            for line in row.told:
                yield from _set_in(line, look)
        else:
            cells = table.cells(row, ColumnKind.FIGURE)
            yield lead + "".join(
                f"{plain(cell.lines[0].text):>{column.width}}" for column, cell in cells
            )
        for column, cell in table.cells(row, ColumnKind.NOTE):
            said = "; ".join(plain(line.text) for line in cell.lines)
            if said:
                yield from _set_in((Run(f"{column.title.text.lower()}: {said}"),), look)


def _set_in(text: Runs, look: Look) -> Iterator[str]:
    for line in wrapped(text, look.width - RANK - 2):
        yield f"{'':{RANK + 2}}{plain(line)}"


def _told(table: PageTable, look: Look) -> Iterator[str]:
    """Yield the words of each row beside its name."""
    room = min(WIDEST_NAME, look.width // 3)
    names = [wrapped(_name(table, row), room) for row in table.rows]
    widest = max((width(plain(line)) for name in names for line in name), default=0)
    for name, row in zip(names, table.rows, strict=True):
        told = [line for text in row.told for line in wrapped(text, look.width - widest - 2)]
        for lead, line in zip_longest(name, told, fillvalue=()):
            yield (_padded(lead, widest + 2, look) + painted(line, look)).rstrip()


_LAYOUTS: Final[Mapping[Layout, Callable[[PageTable, Look], Iterator[str]]]] = {
    Layout.COMPARED: _compared,
    Layout.LISTED: _listed,
    Layout.FACING: _facing,
    Layout.FIGURES: _figures,
    Layout.TOLD: _told,
}
