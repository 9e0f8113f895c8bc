"""One issue in full, painted line by line: the issue itself, then its parties.

It knows nothing of negotiations but what `tui.sheet.items` puts into it.

    sheet = SheetView(glyphs=UNICODE)
    sheet.show(sections, party="russia")     # another issue
    sheet.update_sections(sections)          # the same issue, read again; the cursor stays
    sheet.item                               # what the cursor stands on
    sheet.party_id                           # the party that was last visited

Messages, each with `.sheet` (also `.control`): `SheetView.ItemOpened(item)` (Enter, double click).
Actions, to be bound by the key table: `cursor_up`, `cursor_down`, `cursor_left`, `cursor_right`,
`top`, `bottom`, `page_up`, `page_down`, `open`.

The name of the party whose lines are on top stays in sight above them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from textual.geometry import Offset, Size
from textual.message import Message
from textual.scroll_view import ScrollView

from positions.reports.page.runs import Mark
from tui.paint.glyphs import UNICODE, Glyphs
from tui.sheet.cursor import ItemPlace, SheetCursor
from tui.sheet.layout import BESIDE_FROM
from tui.sheet.paint import SheetPainter, SheetStyles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.style import Style
    from textual import events
    from textual.strip import Strip

    from tui.sheet.items import Item, SheetSection

__all__ = ["SheetView"]

KEPT_IN_SIGHT: Final = 2
"""Lines of a page that stay in sight when a tall item is scrolled."""


class SheetView(ScrollView, can_focus=True, inherit_bindings=False):
    """One issue in full; see the module's docstring."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "sheet--cursor",
        "sheet--party",
        "sheet--rule",
        *(f"sheet--{role}" for role in Mark),
    }
    DEFAULT_CSS = """
    SheetView {
        background: $background;
        color: $foreground;
        height: 1fr;
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-gutter: stable;
        scrollbar-size-vertical: 1;
        & > .sheet--cursor {
            color: $input-selection-background; background: $foreground; text-style: reverse;
        }
        & > .sheet--party { color: $text-primary; text-style: bold; }
        & > .sheet--rule { color: $text-muted; }
        & > .sheet--strong { text-style: bold; }
        & > .sheet--muted { color: $text-muted; }
        & > .sheet--blank { color: $text-muted; text-style: italic; }
        & > .sheet--warning { color: $text-warning; text-style: bold; }
        & > .sheet--link { color: $text-primary; }
        & > .sheet--settled { color: $text-success; text-style: bold; }
        & > .sheet--agreed { color: $text-success; text-style: bold; }
        & > .sheet--near { color: $text-primary; text-style: bold; }
        & > .sheet--divided { color: $text-error; text-style: bold; }
        & > .sheet--one-sided { color: $text-warning; text-style: bold; }
        & > .sheet--undisclosed { color: $text-secondary; text-style: bold; }
        & > .sheet--unclear { color: $text-accent; text-style: bold; }
        & > .sheet--open { color: $text-muted; text-style: bold; }
    }
    """

    @dataclass(eq=False, repr=False)
    class ItemOpened(Message):
        """Someone wants to go where an item leads."""

        sheet: SheetView
        item: Item

        @property
        def control(self) -> SheetView:
            """The sheet, for `@on` with a selector."""
            return self.sheet

    BESIDE_FROM: ClassVar[int] = BESIDE_FROM
    """Cells from which parties stand beside each other."""

    def __init__(self, *, glyphs: Glyphs = UNICODE, id: str | None = None) -> None:  # noqa: A002
        """Show nothing yet."""
        super().__init__(id=id)
        self._glyphs = glyphs
        self._cursor = SheetCursor(glyphs, self.BESIDE_FROM)
        self._painter: SheetPainter | None = None
        self._is_new = False
        self._given_up: tuple[int, int] | None = None
        self._said_of_item = False
        """Where the cursor stood before a smaller size moved it, and the line on top since."""

    # What is shown ------------------------------------------------------------------------------

    @property
    def item(self) -> Item | None:
        """What the cursor stands on; None where nothing is shown."""
        return self._cursor.item if self._cursor.sections else None

    @property
    def party_id(self) -> str:
        """The party that was last visited; empty where there is none."""
        return self._cursor.party_id

    def show(self, sections: Sequence[SheetSection], party: str | None = None) -> None:
        """Show an issue from its top, with the cursor on a party's name if one is given."""
        self._cursor.show(sections, party)
        self._is_new = True
        self._follow()

    def update_sections(self, sections: Sequence[SheetSection]) -> None:
        """Show the same issue as it is now; the cursor stays with its party."""
        line = self._line_of_cursor
        self._cursor.update(sections)
        self._follow(line)

    # Actions ------------------------------------------------------------------------------------

    def action_cursor_up(self) -> None:
        """Move to the item above, or show more of a tall one."""
        block = self._cursor.block
        if block and block.top < self._first_line and self._is_tall:
            self._scroll_by(-min(self._first_line - block.top, self._stride))
        else:
            self._move(self._cursor.up())

    def action_cursor_down(self) -> None:
        """Move to the item below, or show more of a tall one."""
        block, bottom = self._cursor.block, self._top_line + self.size.height
        if block and block.bottom > bottom and self._is_tall:
            self._scroll_by(min(block.bottom - bottom, self._stride))
        else:
            self._move(self._cursor.down())

    def action_cursor_left(self) -> None:
        """Move to the party before."""
        self._move(self._cursor.sideways(-1))

    def action_cursor_right(self) -> None:
        """Move to the next party."""
        self._move(self._cursor.sideways(1))

    def action_top(self) -> None:
        """Move to the issue itself."""
        self._move(ItemPlace(0, 0))

    def action_bottom(self) -> None:
        """Move to the last item."""
        self._move(self._cursor.bottom())

    def action_page_up(self) -> None:
        """Move up by a page."""
        self._move_by_page(-1)

    def action_page_down(self) -> None:
        """Move down by a page."""
        self._move_by_page(1)

    def go_round(self, places: Sequence[ItemPlace], direction: int) -> str:
        """Go to the next of some places, 1, or to the one before, -1; round at the ends.

        Returns:
            That the search began again, where it did; else an empty text.
        """
        here = self._cursor.place
        onward = [place for place in places if (place > here if direction > 0 else place < here)]
        self._move((onward or places)[0 if direction > 0 else -1])
        if onward:
            return ""
        return "Began again at the first." if direction > 0 else "Began again at the last."

    def tell(self, said: str) -> None:
        """Say what a reader must know; nothing where there is nothing to say."""
        if said:
            self.app.notify(said, markup=False)

    def action_open(self) -> None:
        """Go where the item under the cursor leads."""
        item = self.item
        place = self._cursor.name_of(item.leads_to) if item else None
        if place is not None:
            self._move(place)
        elif item is not None:
            self.post_message(self.ItemOpened(self, item))

    # Textual's side -----------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        if self._columns != self._cursor.width:
            self._cursor.resize(self._columns)
        self._painter = self._painter or SheetPainter(self._styles(), self._glyphs)
        page = self._cursor.page
        if page is None:
            return self._painter.empty(self._columns)
        line = y + self._top_line
        if self.has_focus and y == 0:  # whoever follows the terminal's cursor finds this one
            here = Offset(self._cursor.column_start, max(self._line_of_cursor, 0))
            self.app.cursor_position = self.region.offset + here
        if y == 0 and page.names_at(line):
            return self._painter.names(page, line)
        return self._painter.line(page, line, self._cursor.place, has_focus=self.has_focus)

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._painter = None

    def on_resize(self) -> None:
        line, given_up, is_new = self._line_of_cursor, self._given_up, self._is_new
        if given_up is not None and self._top_line == min(given_up[1], self.max_scroll_y):
            line = given_up[0]
        self._follow(line)
        is_there = is_new or self._line_of_cursor == line
        self._given_up = None if is_there else (line, self._top_line)

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    async def on_click(self, event: events.Click) -> None:
        place = self._cursor.at(event.x, event.y + self._top_line)
        if event.button == 1 and place is not None:
            self._move(place)
            if event.chain == 2:
                self.action_open()

    # Moving and scrolling -----------------------------------------------------------------------

    @property
    def _columns(self) -> int:
        """The cells beside the scrollbar, for which there is always room."""
        return self.scrollable_content_region.width

    @property
    def _top_line(self) -> int:
        return self.scroll_offset.y

    @property
    def _first_line(self) -> int:
        """The first line that no party's name hides."""
        page = self._cursor.page
        return self._top_line + bool(page and page.names_at(self._top_line))

    @property
    def _line_of_cursor(self) -> int:
        """The lines from the top of the screen to the cursor."""
        block = self._cursor.block
        return block.top - self._top_line if block else 0

    @property
    def _stride(self) -> int:
        return max(self.size.height - 1 - KEPT_IN_SIGHT, 1)

    @property
    def _is_tall(self) -> bool:
        block = self._cursor.block
        return block is not None and len(block.lines) >= self.size.height - 1

    def leads_on(self) -> bool:
        """Return whether there is anything to open at the cursor."""
        item = self.item
        return item is not None and bool(item.link or item.leads_to)

    def reaches(self, place: ItemPlace) -> bool:
        """Return whether an item stands on the first screenful."""
        page = self._cursor.page
        column = page.column_of(place.section) if page else None
        return column is not None and column.blocks[place.item].bottom <= self.size.height

    def say_of_item(self, said: str) -> None:
        """Say something of the item at the cursor, until that moves."""
        self.app.notify(said, markup=False)
        self._said_of_item = True

    def _move(self, place: ItemPlace) -> None:
        if self._said_of_item and place != self._cursor.place:
            self._said_of_item = False
            self.app.clear_notifications()
        page, led_on = self._cursor.page, self.leads_on()
        self._cursor.move_to(place)
        if self.leads_on() is not led_on:
            self.screen.refresh_bindings()
        if self._cursor.page is not page:
            self._set_virtual_size()
        self._scroll_to_cursor()
        self.refresh()

    def _move_by_page(self, direction: int) -> None:
        block = self._cursor.block
        if block is None:
            return
        line = block.top + direction * self._stride
        place = self._cursor.nearest(max(line, 0))
        if place == self._cursor.place:
            place = self._cursor.down() if direction > 0 else self._cursor.up()
        self._scroll_by(direction * self._stride)
        self._move(place)

    def _follow(self, line: int | None = None) -> None:
        """Lay out again, and keep the cursor so many lines from the top of the screen."""
        if not self.size:
            return
        self._cursor.resize(self._columns)
        self._set_virtual_size()
        block = self._cursor.block
        if block is None:
            return
        if self._is_new:
            # A party's name in the upper half stays below the issue; further down it goes on top.
            is_near = block.top <= self.size.height // 2
            self.scroll_to(y=0 if is_near else block.top, animate=False, force=True)
            self._is_new = False
        elif line is not None:
            self.scroll_to(y=max(block.top - line, 0), animate=False, force=True)
            self._scroll_to_cursor()
        self.refresh()

    def _set_virtual_size(self) -> None:
        page = self._cursor.page
        self.virtual_size = Size(self._columns, page.height if page else 0)

    def _scroll_by(self, lines: int) -> None:
        self.scroll_to(y=self._top_line + lines, animate=False, force=True)

    def _scroll_to_cursor(self) -> None:
        """Scroll as little as shows the item, or its first lines if it is too tall."""
        block = self._cursor.block
        if block is None or not self.size:
            return
        top = 0 if self._cursor.place == ItemPlace(0, 0) else block.top - 1
        if top < self._first_line or len(block.lines) >= self.size.height - 1:
            self.scroll_to(y=max(top, 0), animate=False, force=True)
        elif block.bottom > self._top_line + self.size.height:
            self.scroll_to(y=block.bottom - self.size.height, animate=False, force=True)

    def _styles(self) -> SheetStyles:
        def part(name: str) -> Style:
            return self.get_component_rich_style(f"sheet--{name}", partial=True)

        return SheetStyles(
            base=self.rich_style,
            cursor=self.get_component_rich_style("sheet--cursor"),
            party=part("party"),
            rule=part("rule"),
            roles={role: part(role) for role in Mark},
        )
