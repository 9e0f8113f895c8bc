"""Painting the rows and the header of a grid as strips: what goes where, and in which style."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from positions.reports.page.runs import Mark, Run, Runs
from positions.text.safe import clip, pad, visible, width, wrap
from tui.grid.layout import LEAD, lines_of, row_height

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from textual.color import Color
    from textual.filter import LineFilter

    from tui.grid.layout import CellText, Geometry, GridData, GridRow
    from tui.grid.look import Styles
    from tui.paint.glyphs import Glyphs

__all__ = ["BAND", "NO_CURSOR", "Canvas", "CursorLook", "Painter"]

MARK: Final = Style(bold=True, underline=True)


class CursorLook(NamedTuple):
    """How the cursor shows in a row: in which column, if any, and whether the grid has focus.

    A row without the cursor may have a band: every second one, so that the eye tells them apart.
    """

    in_row: bool
    column: int = -1
    has_focus: bool = False
    has_band: bool = False


class Canvas(NamedTuple):
    """What a grid is painted on.

    Attributes:
        width: The cells that can be seen, without those under the scrollbar.
        filters: What each line goes through at the end, such as one that takes the colours out.
        ground: The colour below, for the filters.
    """

    width: int
    filters: tuple[LineFilter, ...]
    ground: Color


NO_CURSOR: Final = CursorLook(in_row=False)
BAND: Final = CursorLook(in_row=False, has_band=True)


class Painter:
    """Paints the rows of one grid as they look with these styles, glyphs and measures."""

    def __init__(
        self, data: GridData, geometry: Geometry, styles: Styles, glyphs: Glyphs, canvas: Canvas
    ) -> None:
        """Take what all rows share; lines are filled up to the width of the canvas."""
        self.geometry = geometry
        self.canvas = canvas
        self._data = data
        self._styles = styles
        self._glyphs = glyphs
        self._headers: dict[tuple[int, int], Strip] = {}
        self._looks: dict[tuple[bool, bool], _CellLook] = {}
        self._cursor_looks: dict[bool, _CellLook] = {}
        self._blank = self._strip([], styles.base)
        words = sorted(filter(None, data.marked_words), key=len, reverse=True)
        pattern = "|".join(re.escape(word) for word in words)
        self._marked = re.compile(pattern, re.IGNORECASE) if pattern else None

    def header(self, first: int, side: int = 0) -> Strip:
        """Return the line above the rows for the page of columns that starts at `first`.

        Args:
            first: The first of the columns.
            side: -1 where the cursor's row is above those in sight, 1 where it is below.
        """
        key = first, side
        if key not in self._headers:
            self._headers[key] = self._new_header(first, side)
        return self._headers[key]

    def heading(self, row: GridRow, cursor: CursorLook, *, is_folded: bool) -> Strip:
        """Return the line of a topic's heading."""
        glyphs, plain = self._glyphs, self._plain(cursor)
        style = plain.base + self._styles.heading
        room = max(self.geometry.width - LEAD - 2, 0)
        title = clip(" ".join(row.title.texts), room, glyphs.ellipsis)
        bar = glyphs.cursor if cursor.in_row else " "
        fold = glyphs.folded if is_folded else glyphs.unfolded
        reverse = cursor.in_row and cursor.has_focus
        segments = [
            Segment(f"{bar}{fold}", style),
            Segment(f" {title} ", style + self._styles.cursor if reverse else style),
            Segment(glyphs.line * (room - width(title) + 2), plain.edge),
        ]
        return self._strip(segments, plain.base)

    def row(self, row: GridRow, first: int, limit: int | None, cursor: CursorLook) -> list[Strip]:
        """Return the lines of a row, as many as `row_height` says."""
        plain = self._plain(cursor)
        lines = (
            self._stacked(row, limit, cursor, plain)
            if self.geometry.stacked
            else self._beside(row, first, limit, cursor, plain)
        )
        return [self._strip(line, plain.base) for line in lines]

    def sentence(self) -> list[Strip]:
        """Return the lines that are shown where there are no rows."""
        base = self._styles.base
        lines = wrap(visible(self._data.sentence), max(self.canvas.width - LEAD, 1))
        return [self._strip([Segment(" " * LEAD + line, base)], base) for line in lines]

    def blank(self) -> Strip:
        """Return an empty line."""
        return self._blank

    def _new_header(self, first: int, side: int) -> Strip:
        data, geometry, glyphs = self._data, self.geometry, self._glyphs
        lead = pad({-1: glyphs.above, 1: glyphs.below}.get(side, ""), LEAD)
        style = self._styles.header
        if geometry.stacked:
            title = self._fit(visible(data.issue_title), geometry.issue)
            return self._strip([Segment(lead + title, style)], style)
        last = first + geometry.shown
        segments = [Segment(lead + self._issue_header(first, last), style)]
        rule = Segment(glyphs.rule, style + self._styles.rule)
        for column in data.columns[first:last]:
            if geometry.is_dense:
                title = clip(column.named(geometry.cell), geometry.cell, "")
                marked = style + MARK if column.id == data.reference else style
                segments += [Segment(pad(title, geometry.cell), marked), Segment(" ", style)]
                continue
            sign = f"{glyphs.reference} " if column.id == data.reference else ""
            title = sign + column.named(geometry.cell - width(sign))
            before, after = self._around_rule()
            segments += [
                Segment(before, style),
                rule,
                Segment(f"{after} {self._fit(title, geometry.cell)} ", style),
            ]
        return self._strip(segments, style)

    def _issue_header(self, first: int, last: int) -> str:
        issue, count = self.geometry.issue + self.geometry.far, len(self._data.columns)
        title = visible(self._data.issue_title)
        if last - first >= count:
            return self._fit(title, issue) + " "
        names = {column.id: column.title for column in self._data.columns[:first]}
        names |= {column.id: column.title for column in self._data.columns[last:]}
        if self._data.reference in names:  # signs refer to it, and nothing else here names it
            title = f"{title} {self._glyphs.reference}{names[self._data.reference]}"
        before = self._glyphs.more_before if first else " "
        after = self._glyphs.more_after if last < count else " "
        pages = f"{before}{first + 1}-{last}/{count}{after}"
        return self._fit(title, issue - len(pages)) + pages + " "

    def _beside(
        self, row: GridRow, first: int, limit: int | None, cursor: CursorLook, plain: _CellLook
    ) -> Iterable[list[Segment]]:
        """Return the lines of a row with the parties beside each other."""
        geometry, glyphs = self.geometry, self._glyphs
        before, after = self._around_rule()
        blank = (
            Segment(before, plain.base),
            Segment(glyphs.rule, plain.edge),
            Segment(after + " " * (geometry.cell + 2), plain.base),
        )
        columns = geometry.issue - row.indent
        title = lines_of(row.title, columns, limit, glyphs.ellipsis)
        title = (*title, (Run(clip(row.aside, columns, glyphs.ellipsis), Mark.MUTED),))
        in_title = cursor.in_row and len(self._data.columns) < 2
        lines = [
            [
                *self._lead(row, cursor, y, plain),
                *self._text(
                    _line(title, y),
                    columns + 1,
                    self._cursor_cell(cursor, plain) if in_title and not y else plain,
                ),
                *self._far(row, y, plain),
            ]
            for y in range(row_height(row, geometry, first, limit))
        ]
        for column, text in enumerate(row.cells[first : first + geometry.shown], start=first):
            wrapped = lines_of(text, geometry.cell, limit, glyphs.ellipsis)
            is_cursor = cursor.in_row and cursor.column == column and not in_title
            for y, line in enumerate(lines):
                look = self._cursor_cell(cursor, plain) if is_cursor and not y else plain
                if geometry.is_dense:
                    line.extend(self._text(_line(wrapped, y), geometry.cell, look))
                    line.append(Segment(" ", plain.base))
                elif y < len(wrapped) or look is not plain:
                    line.extend(self._gutter(text, y, look, plain))
                    line.extend(self._cell_text(_line(wrapped, y), geometry.cell, look))
                else:
                    line.extend(blank)
        return lines

    def _far(self, row: GridRow, y: int, plain: _CellLook) -> Iterator[Segment]:
        """Yield how far apart a row is, at the right of its title's first line."""
        room = self.geometry.far
        if room:
            text = clip(row.far, room - 1, self._glyphs.ellipsis) if y == 0 else ""
            blank = " " * (room - 1 - width(text))
            yield Segment(f"{blank}{text} ", plain.styles[Mark.MUTED])

    def _stacked(
        self, row: GridRow, limit: int | None, cursor: CursorLook, plain: _CellLook
    ) -> Iterator[list[Segment]]:
        """Yield the lines of a row with the parties under each other."""
        geometry, glyphs = self.geometry, self._glyphs
        title = lines_of(row.title, geometry.issue - row.indent, limit, glyphs.ellipsis)
        in_title = cursor.in_row and len(self._data.columns) < 2
        for y, line in enumerate(title):
            look = self._cursor_cell(cursor, plain) if in_title and not y else plain
            name = self._text(line, geometry.issue - row.indent + 1, look)
            yield [*self._lead(row, cursor, y, plain), *name]
        if limit == 1:
            return
        margin = (glyphs.cursor if cursor.in_row else " ") + " " * (LEAD - 2 + row.indent)
        columns = geometry.cell - row.indent
        for column, text in zip(self._data.columns, row.cells, strict=True):
            is_cursor = cursor.in_row and self._data.columns[cursor.column] is column
            sign = glyphs.reference if column.id == self._data.reference else " "
            label = sign + self._fit(column.title, geometry.label)
            label_style = plain.styles[Mark.STRONG if is_cursor else Mark.MUTED]
            for y, line in enumerate(lines_of(text, columns, limit, glyphs.ellipsis)):
                is_first = is_cursor and not y and not in_title
                look = self._cursor_cell(cursor, plain) if is_first else plain
                yield [
                    Segment(margin, plain.base),
                    Segment(label if y == 0 else " " * (geometry.label + 1), label_style),
                    *self._gutter(text, y, look, plain, rule=" "),
                    *self._cell_text(line, columns, look),
                ]

    def _lead(self, row: GridRow, cursor: CursorLook, y: int, plain: _CellLook) -> list[Segment]:
        bar = self._glyphs.cursor if cursor.in_row else " "
        if y > 0:
            return [Segment(bar + " " * (LEAD - 1 + row.indent), plain.base)]
        status = f"{row.letter or ' '}{row.glyph or ' '}"
        sign = row.title.sign or " "
        has_news = row.is_news and not cursor.in_row
        return [
            Segment(self._glyphs.news, plain.styles[Mark.WARNING])
            if has_news
            else Segment(bar, plain.base),
            Segment(status, plain.styles[row.role]),
            Segment(sign + " " * row.indent, plain.styles[row.title.sign_role]),
        ]

    def _around_rule(self) -> tuple[str, str]:
        """Return what stands before and after the rule in a gutter without a sign."""
        sign = self.geometry.sign
        before = (sign + 1) // 2 if sign else 0
        return " " * before, " " * (sign + 1 - before) if sign else ""

    def _gutter(
        self, text: CellText, y: int, look: _CellLook, plain: _CellLook, rule: str = ""
    ) -> Iterator[Segment]:
        """Yield what stands before one line of a cell: its sign between edges, or the rule."""
        sign, room, glyphs = text.sign, self.geometry.sign, self._glyphs
        if self.geometry.in_words:
            sign = text.sign_word or sign
        edge = Segment(look.start, look.edge) if look.start else None
        if y == 0 and sign and room:
            yield Segment(glyphs.sign_start, plain.edge)
            yield Segment(sign.center(room), plain.styles[text.sign_role])
            yield edge or Segment(glyphs.sign_end, plain.edge)
            return
        before, after = self._around_rule()
        yield Segment(before, plain.base)
        if edge and not after:
            yield edge
            return
        yield Segment(rule or glyphs.rule, plain.edge)
        if edge:
            yield Segment(after[:-1], plain.base)
            yield edge
        else:
            yield Segment(after, plain.base)

    def _cell_text(self, line: Runs, columns: int, look: _CellLook) -> Iterator[Segment]:
        """Yield one line of a cell: a space, its text, and one cell at its end."""
        yield Segment(" ", look.base)
        if look.end:
            yield from self._text(line, columns, look)
            yield Segment(look.end, look.edge)
        else:
            yield from self._text(line, columns + 1, look)

    def _text(self, line: Runs, columns: int, look: _CellLook) -> Iterator[Segment]:
        """Yield a line's runs, with the marked words marked, and spaces up to the columns."""
        for text, mark, _ in line:
            style = look.styles[mark]
            columns -= width(text)
            if self._marked is None:
                yield Segment(text, style)
            else:
                yield from _with_marks(text, style, self._marked)
        if columns > 0:
            yield Segment(" " * columns, look.base)

    def _plain(self, cursor: CursorLook) -> _CellLook:
        """Return how a row's cells look but for the cursor's."""
        key = (cursor.in_row, cursor.has_band)
        look = self._looks.get(key)
        if look is None:
            styles = self._styles
            base = styles.base + styles.cursor_row if cursor.in_row else styles.base
            base = base + styles.band if cursor.has_band else base
            edge = base + styles.rule
            look = self._looks[key] = _CellLook(base, edge, _on(base, styles.roles))
        return look

    def _cursor_cell(self, cursor: CursorLook, plain: _CellLook) -> _CellLook:
        """Return how the cursor's cell looks."""
        look = self._cursor_looks.get(cursor.has_focus)
        if look is None:
            look = self._cursor_looks[cursor.has_focus] = (
                self._reversed(plain) if cursor.has_focus else self._bracketed(plain)
            )
        return look

    def _reversed(self, plain: _CellLook) -> _CellLook:
        """Return the look of a reversed cell; of its roles, it keeps but their form."""
        base, roles = plain.base + self._styles.cursor, self._styles.roles
        colorless = {role: style.without_color for role, style in roles.items()}
        return _CellLook(base, plain.edge, _on(base, colorless))

    def _bracketed(self, plain: _CellLook) -> _CellLook:
        base = plain.base + self._styles.cursor_blurred
        start, end = self._glyphs.cursor_start, self._glyphs.cursor_end
        return _CellLook(base, base, _on(base, self._styles.roles), start, end)

    def _fit(self, text: str, columns: int) -> str:
        return pad(clip(text, max(columns, 0), self._glyphs.ellipsis), columns)

    def _strip(self, segments: list[Segment], style: Style) -> Strip:
        """Return the line, filled or cut to the width of the canvas, as its filters leave it."""
        used = sum([width(segment.text) for segment in segments])
        rest = self.canvas.width - used
        if rest > 0:
            segments.append(Segment(" " * rest, style))
        for line_filter in self.canvas.filters:
            segments = line_filter.apply(segments, self.canvas.ground)
        return Strip(segments, max(used, self.canvas.width)).crop(0, self.canvas.width)


@dataclass(frozen=True, slots=True)
class _CellLook:
    """How a cell looks: its ground, its edges, its roles, and what stands at the edges."""

    base: Style
    edge: Style
    styles: Mapping[Mark, Style]
    start: str = ""
    end: str = ""


def _on(base: Style, roles: Mapping[Mark, Style]) -> Mapping[Mark, Style]:
    return {role: base + style for role, style in roles.items()}


def _with_marks(text: str, style: Style, marked: re.Pattern[str]) -> Iterator[Segment]:
    end = 0
    for match in marked.finditer(text):
        if match.start() > end:
            yield Segment(text[end : match.start()], style)
        yield Segment(match.group(), style + MARK)
        end = match.end()
    if end < len(text):
        yield Segment(text[end:], style)


def _line(lines: tuple[Runs, ...], y: int) -> Runs:
    return lines[y] if y < len(lines) else ()
