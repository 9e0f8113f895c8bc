"""Painting the rows and the header of a grid as strips: what goes where, and in which style."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from positions.visible import clip, width
from tui.layout import LEAD, Line, Role, lines_of, row_height

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tui.glyphs import Glyphs
    from tui.layout import CellText, Geometry, GridData, GridRow

__all__ = ["NO_CURSOR", "CursorLook", "Painter", "Styles"]

MARK: Final = Style(bold=True, underline=True)


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a grid's components.

    Attributes:
        base: Of the whole grid.
        header: Of the line above the rows.
        heading: Of a topic's heading, without a ground.
        rule: Of the lines between columns, without a ground.
        cursor: Of the cursor's cell while the grid has the focus.
        cursor_blurred: Of the cursor's cell while it has not, without a ground.
        cursor_row: Of the cursor's row.
        roles: Of each role, without a ground.
    """

    base: Style
    header: Style
    heading: Style
    rule: Style
    cursor: Style
    cursor_blurred: Style
    cursor_row: Style
    roles: Mapping[Role, Style]


@dataclass(frozen=True, slots=True)
class CursorLook:
    """How the cursor shows in a row: in which column, if any, and whether the grid has focus."""

    in_row: bool
    column: int = -1
    has_focus: bool = False


NO_CURSOR: Final = CursorLook(in_row=False)


class Painter:
    """Paints the rows of one grid as they look with these styles, glyphs and measures."""

    def __init__(self, data: GridData, geometry: Geometry, styles: Styles, glyphs: Glyphs) -> None:
        """Take what all rows share."""
        self._data = data
        self.geometry = self._geometry = geometry
        self._styles = styles
        self._glyphs = glyphs
        self._colorless = {role: style.without_color for role, style in styles.roles.items()}
        words = sorted(filter(None, data.marked_words), key=len, reverse=True)
        pattern = "|".join(re.escape(word) for word in words)
        self._marked = re.compile(pattern, re.IGNORECASE) if pattern else None

    def header(self, first: int) -> Strip:
        """Return the line above the rows for the page of columns that starts at `first`."""
        data, geometry, glyphs = self._data, self._geometry, self._glyphs
        style = self._styles.header
        if geometry.stacked:
            return self._strip([Segment(" " * LEAD + data.issue_title, style)], style)
        last = first + geometry.shown
        segments = [Segment(" " * LEAD + self._issue_header(first, last), style)]
        rule = Segment(glyphs.rule, style + self._styles.rule)
        for column in data.columns[first:last]:
            sign = glyphs.reference if column.id == data.reference else " "
            segments += [rule, Segment(f"{sign} {self._fit(column.title, geometry.cell)} ", style)]
        return self._strip(segments, style)

    def row(self, row: GridRow, first: int, limit: int | None, cursor: CursorLook) -> list[Strip]:
        """Return the lines of a row, as many as `row_height` says."""
        base = self._base(cursor)
        lines = (
            self._stacked(row, limit, cursor, base)
            if self._geometry.stacked
            else self._beside(row, first, limit, cursor, base)
        )
        return [self._strip(line, base) for line in lines]

    def heading(self, row: GridRow, cursor: CursorLook, *, is_folded: bool) -> Strip:
        """Return the line of a topic's heading."""
        glyphs, base = self._glyphs, self._base(cursor)
        style = base + self._styles.heading
        title = clip(" ".join(row.title.texts), self._geometry.width - LEAD - 2, glyphs.ellipsis)
        bar = glyphs.cursor if cursor.in_row else " "
        fold = glyphs.folded if is_folded else glyphs.unfolded
        reverse = cursor.in_row and cursor.has_focus
        rest = glyphs.line * (self._geometry.width - width(title) - 4)
        segments = [
            Segment(f"{bar}{fold}", style),
            Segment(f" {title} ", style + self._styles.cursor if reverse else style),
            Segment(rest, base + self._styles.rule),
        ]
        return self._strip(segments, base)

    def sentence(self) -> Strip:
        """Return the line that is shown where there are no rows."""
        text = clip(self._data.sentence, max(self._geometry.width - LEAD, 0), self._glyphs.ellipsis)
        return self._strip([Segment(" " * LEAD + text, self._styles.base)], self._styles.base)

    def blank(self) -> Strip:
        """Return an empty line."""
        return self._strip([], self._styles.base)

    def _issue_header(self, first: int, last: int) -> str:
        issue, title, count = self._geometry.issue, self._data.issue_title, len(self._data.columns)
        if last - first >= count:
            return self._fit(title, issue) + " "
        before = self._glyphs.more_before if first else " "
        after = self._glyphs.more_after if last < count else " "
        pages = f"{before}{first + 1}-{last}/{count}{after}"
        return self._fit(title, issue - len(pages)) + pages + " "

    def _beside(
        self, row: GridRow, first: int, limit: int | None, cursor: CursorLook, base: Style
    ) -> Iterator[list[Segment]]:
        """Yield the lines of a row with the parties beside each other."""
        geometry, glyphs = self._geometry, self._glyphs
        height = row_height(row, geometry, first, limit)
        title = lines_of(row.title, geometry.issue - row.indent, limit, glyphs.ellipsis)
        last = first + geometry.shown
        cells = [
            (column, text, lines_of(text, geometry.cell, limit, glyphs.ellipsis))
            for column, text in enumerate(row.cells[first:last], start=first)
        ]
        rule = Segment(glyphs.rule, base + self._styles.rule)
        for y in range(height):
            line = self._lead(row, cursor, y, base)
            line += self._text(_line(title, y), geometry.issue - row.indent + 1, base)
            for column, text, lines in cells:
                line += self._cell(text, _line(lines, y), y, rule, self._look(cursor, column, base))
            yield line

    def _stacked(
        self, row: GridRow, limit: int | None, cursor: CursorLook, base: Style
    ) -> Iterator[list[Segment]]:
        """Yield the lines of a row with the parties under each other."""
        geometry, glyphs = self._geometry, self._glyphs
        title = lines_of(row.title, geometry.issue - row.indent, limit, glyphs.ellipsis)
        for y, title_line in enumerate(title):
            line = self._lead(row, cursor, y, base)
            yield [*line, *self._text(title_line, geometry.issue - row.indent + 1, base)]
        if limit == 1:
            return
        margin = " " * (LEAD - 2 + row.indent)
        for column, text in enumerate(row.cells):
            name = self._data.columns[column]
            mark = glyphs.reference if name.id == self._data.reference else " "
            label = self._fit(name.title, geometry.label)
            look = self._look(cursor, column, base)
            for y, cell_line in enumerate(
                lines_of(text, geometry.cell - row.indent, limit, glyphs.ellipsis)
            ):
                yield [
                    Segment((glyphs.cursor if cursor.in_row else " ") + margin, base),
                    Segment(f"{mark}{label}" if y == 0 else " " * (geometry.label + 1), look.label),
                    *self._cell_text(text, cell_line, y, geometry.cell - row.indent, look),
                ]

    def _lead(self, row: GridRow, cursor: CursorLook, y: int, base: Style) -> list[Segment]:
        bar = Segment(self._glyphs.cursor if cursor.in_row else " ", base)
        indent = " " * row.indent
        if y > 0:
            return [bar, Segment("   " + indent, base)]
        status = f"{row.letter or ' '}{row.glyph or ' '}"
        sign = row.title.sign or " "
        return [
            bar,
            Segment(status, base + self._styles.roles[row.role]),
            Segment(sign + indent, base + self._styles.roles[row.title.sign_role]),
        ]

    def _look(self, cursor: CursorLook, column: int, base: Style) -> _Look:
        if not cursor.in_row or cursor.column != column:
            return _Look(
                base, base + self._styles.roles[Role.MUTED], is_cursor=False, reverse=False
            )
        if cursor.has_focus:
            label = base + self._styles.roles[Role.STRONG]
            return _Look(base + self._styles.cursor, label, is_cursor=True, reverse=True)
        blurred = base + self._styles.cursor_blurred
        return _Look(blurred, blurred, is_cursor=True, reverse=False)

    def _base(self, cursor: CursorLook) -> Style:
        return self._styles.base + self._styles.cursor_row if cursor.in_row else self._styles.base

    def _cell(
        self, text: CellText, line: Line, y: int, rule: Segment, look: _Look
    ) -> Iterator[Segment]:
        """Yield one line of a cell with its rule."""
        if look.is_cursor and not look.reverse:
            yield Segment(self._glyphs.cursor_start, look.base)
        else:
            yield rule
        yield from self._cell_text(text, line, y, self._geometry.cell, look)

    def _cell_text(
        self, text: CellText, line: Line, y: int, columns: int, look: _Look
    ) -> Iterator[Segment]:
        """Yield one line of a cell: its sign, its text, and a space at its end."""
        sign = text.sign if y == 0 and text.sign else " "
        yield Segment(f"{sign} ", self._in(text.sign_role, look))
        if look.is_cursor and not look.reverse:
            yield from self._text(line, columns, look.base, look)
            yield Segment(self._glyphs.cursor_end, look.base)
        else:
            yield from self._text(line, columns + 1, look.base, look)

    def _text(
        self, line: Line, columns: int, base: Style, look: _Look | None = None
    ) -> Iterator[Segment]:
        """Yield a line's runs, with the marked words marked, and spaces up to the columns."""
        used = 0
        for text, role in line:
            style = self._in(role, look) if look else base + self._styles.roles[role]
            used += width(text)
            if self._marked is None:
                yield Segment(text, style)
            else:
                yield from self._with_marks(text, style, self._marked)
        if used < columns:
            yield Segment(" " * (columns - used), base)

    def _with_marks(self, text: str, style: Style, marked: re.Pattern[str]) -> Iterator[Segment]:
        end = 0
        for match in marked.finditer(text):
            if match.start() > end:
                yield Segment(text[end : match.start()], style)
            yield Segment(match.group(), style + MARK)
            end = match.end()
        if end < len(text):
            yield Segment(text[end:], style)

    def _in(self, role: Role, look: _Look) -> Style:
        """Return a role's style; under the cursor only what is not colour."""
        roles = self._colorless if look.reverse else self._styles.roles
        return look.base + roles[role]

    def _fit(self, text: str, columns: int) -> str:
        text = clip(text, max(columns, 0), self._glyphs.ellipsis)
        return text + " " * (columns - width(text))

    def _strip(self, segments: Sequence[Segment], style: Style) -> Strip:
        used = sum(width(segment.text) for segment in segments)
        missing = self._geometry.width - used
        if missing > 0:
            segments = [*segments, Segment(" " * missing, style)]
        return Strip(segments, max(used, self._geometry.width))


@dataclass(frozen=True, slots=True)
class _Look:
    """How a cell looks: its ground, its label's style, and whether the cursor is there."""

    base: Style
    label: Style
    is_cursor: bool
    reverse: bool


def _line(lines: Sequence[Line], y: int) -> Line:
    return lines[y] if y < len(lines) else ()
