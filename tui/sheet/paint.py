"""Painting an issue in full: the lines of a page as strips."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.strip import Strip

from positions.text.safe import clip, width
from tui.sheet.layout import MARGIN

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rich.style import Style

    from positions.reports.page.runs import Mark
    from tui.paint.glyphs import Glyphs
    from tui.sheet.cursor import ItemPlace
    from tui.sheet.layout import Block, Column, SheetPage

__all__ = ["SheetPainter", "SheetStyles"]


@dataclass(frozen=True, slots=True)
class SheetStyles:
    """The styles of a sheet's components.

    Attributes:
        base: Of the whole sheet.
        cursor: Of the first line under the cursor while the sheet has the focus.
        party: Of a party's name, without a ground.
        rule: Of the line beside it, without a ground.
        roles: Of each role, without a ground.
    """

    base: Style
    cursor: Style
    party: Style
    rule: Style
    roles: Mapping[Mark, Style]


class SheetPainter:
    """Paints the lines of pages as they look with these styles and glyphs."""

    def __init__(self, styles: SheetStyles, glyphs: Glyphs) -> None:
        """Take what all lines share."""
        self._styles = styles
        self._glyphs = glyphs
        self._colorless = {role: style.without_color for role, style in styles.roles.items()}

    def line(self, page: SheetPage, y: int, cursor: ItemPlace, *, has_focus: bool) -> Strip:
        """Return a line of a page; the item under the cursor has a bar at its left."""
        line: list[Segment] = []
        for column in page.columns:
            index = column.block_at(y)
            if index is not None:
                look = _ItemLook(cursor == (column.section, index), has_focus)
                self._fill(line, column.x)
                line += self._block(page, column, column.blocks[index], y, look)
        return self._strip(line, page.width)

    def names(self, page: SheetPage, y: int) -> Strip:
        """Return the names of the parties whose lines are on top, in the place of a line."""
        line: list[Segment] = []
        head = page.columns[0]
        index = head.block_at(y) if page.is_head_beside else None
        if index is not None:
            look = _ItemLook(is_cursor=False, has_focus=False)
            line += self._block(page, head, head.blocks[index], y, look)
        for column in page.names_at(y):
            self._fill(line, column.x)
            line.append(Segment(" " * MARGIN, self._styles.base))
            line += self._name(page, column, _ItemLook(is_cursor=False, has_focus=False))
        return self._strip(line, page.width)

    def empty(self, columns: int) -> Strip:
        """Return a line with nothing on it."""
        return self._strip([], columns)

    def _block(
        self, page: SheetPage, column: Column, block: Block, y: int, look: _ItemLook
    ) -> Iterator[Segment]:
        base = self._styles.base
        bar = self._glyphs.cursor if look.is_cursor else " "
        yield Segment(bar.ljust(MARGIN), base + self._styles.party)
        if block.item.is_party:
            yield from self._name(page, column, look)
            return
        yield Segment(" " * block.indent, base)
        reverse = look.is_cursor and look.has_focus and y == block.top
        roles = self._colorless if reverse else self._styles.roles
        ground = self._styles.cursor if reverse else base
        for text, mark, _ in block.lines[y - block.top]:
            yield Segment(text, ground + roles[mark])

    def _name(self, page: SheetPage, column: Column, look: _ItemLook) -> Iterator[Segment]:
        """Yield a party's name, with how many parties there are on the pages before and after."""
        glyphs, styles = self._glyphs, self._styles
        before = page.before if column is page.columns[1] else 0
        after = page.after if column is page.columns[-1] else 0
        left = f"{glyphs.more_before} {before} " if before else ""
        right = f" {after} {glyphs.more_after}" if after else ""
        room = column.width - width(left) - width(right)
        name = clip("".join(column.blocks[0].item.text[0].texts), room, glyphs.ellipsis)
        ground = styles.cursor if look.is_cursor and look.has_focus else styles.base + styles.party
        yield Segment(left, styles.base + styles.rule)
        yield Segment(name, ground)
        rule = f" {glyphs.line * max(room - width(name) - 1, 0)}{right}"
        yield Segment(rule, styles.base + styles.rule)

    def _fill(self, line: list[Segment], x: int) -> None:
        """Add spaces up to a cell."""
        used = sum(width(segment.text) for segment in line)
        line.append(Segment(" " * (x - used), self._styles.base))

    def _strip(self, line: list[Segment], columns: int) -> Strip:
        self._fill(line, columns)
        return Strip([segment for segment in line if segment.text], columns)


@dataclass(frozen=True, slots=True)
class _ItemLook:
    """Whether the cursor is on an item, and whether keys go there."""

    is_cursor: bool
    has_focus: bool
