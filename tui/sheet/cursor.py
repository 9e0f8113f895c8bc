"""Moves the cursor in an issue laid out; without a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.paint.glyphs import UNICODE
from tui.sheet.layout import BESIDE_FROM, lay_out

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.paint.glyphs import Glyphs
    from tui.sheet.items import Item, SheetSection
    from tui.sheet.layout import Block, SheetPage

__all__ = ["ItemPlace", "SheetCursor"]


class ItemPlace(NamedTuple):
    """An item: the index of its section, 0 for the issue itself, and its index there."""

    section: int
    item: int


class SheetCursor:
    """The items of an issue, its page, and the cursor; every method keeps them in step.

    Attributes:
        sections: The issue itself, then its parties.
        place: Where the cursor is.
        party: The section of the party that was last visited, to which the cursor goes down.
        page: The items in their places.
    """

    def __init__(self, glyphs: Glyphs = UNICODE, beside_from: int = BESIDE_FROM) -> None:
        """Show nothing yet; parties will stand beside each other from so many cells on."""
        self.sections: tuple[SheetSection, ...] = ()
        self.place = ItemPlace(0, 0)
        self.party = 1
        self.page: SheetPage | None = None
        self._width = 0
        self._glyphs = glyphs
        self._beside_from = beside_from

    @property
    def width(self) -> int:
        """The cells in which the page is laid out; 0 before the first layout."""
        return self._width

    @property
    def item(self) -> Item:
        """The item under the cursor."""
        return self.sections[self.place.section].items[self.place.item]

    @property
    def party_id(self) -> str:
        """The id of the party that was last visited; empty where there are none."""
        return self.sections[self.party].party if self.party < len(self.sections) else ""

    @property
    def block(self) -> Block | None:
        """The block under the cursor; None before the first layout."""
        column = self.page.column_of(self.place.section) if self.page else None
        return column.blocks[self.place.item] if column else None

    @property
    def column_start(self) -> int:
        """The first cell of the column in which the cursor is."""
        column = self.page.column_of(self.place.section) if self.page else None
        return column.x if column else 0

    def name_of(self, party: str) -> ItemPlace | None:
        """Return the place of a party's name; None where the party has no section."""
        found = (index for index, section in enumerate(self.sections) if section.party == party)
        return next((ItemPlace(index, 0) for index in found if party), None)

    def show(self, sections: Sequence[SheetSection], party: str | None = None) -> None:
        """Take an issue and put the cursor on a party's name, or on the issue itself.

        Args:
            sections: As `tui.sheet.items.sections` makes them.
            party: The party's id.
        """
        self.sections = tuple(sections)
        self.place = self.name_of(party or "") or ItemPlace(0, 0)
        self.party = self.place.section or 1
        self._lay_out()

    def update(self, sections: Sequence[SheetSection]) -> None:
        """Take the issue as it is now; the cursor stays with its party, as far down as it was."""
        before, item = self.sections[self.place.section].party, self.place.item
        beside = self.party_id
        self.show(sections, beside)
        parties = [section.party for section in self.sections]
        at = parties.index(before) if before in parties else 0
        self.place = ItemPlace(at, min(item, len(self.sections[at].items) - 1))
        self.party = at or self.party
        self._lay_out()

    def resize(self, width: int) -> None:
        """Lay the issue out in another width."""
        self._width = width
        self._lay_out()

    def move_to(self, place: ItemPlace) -> None:
        """Move the cursor to an item."""
        self.place = place
        if place.section and place.section != self.party:
            self.party = place.section
            self._lay_out()

    def down(self) -> ItemPlace:
        """Return the item below; from the end of the issue itself, a party's name."""
        section, item = self.place
        if section >= len(self.sections):  # nothing has been shown yet
            return self.place
        if item + 1 < len(self.sections[section].items):
            return ItemPlace(section, item + 1)
        if not section and self._parties:
            return ItemPlace(self.party if self._is_beside else 1, 0)
        if self._is_beside or section == self._parties:
            return self.place
        return ItemPlace(section + 1, 0)

    def up(self) -> ItemPlace:
        """Return the item above; from a party's name, the end of what stands above it."""
        section, item = self.place
        if item:
            return ItemPlace(section, item - 1)
        if not section:
            return self.place
        above = 0 if self._is_beside else section - 1
        return ItemPlace(above, len(self.sections[above].items) - 1)

    def sideways(self, parties: int) -> ItemPlace:
        """Return where so many parties to the right are: beside, at the same height if they can be.

        From the issue itself it is the party last visited.
        """
        section = self.place.section
        if not self._parties:
            return self.place
        if not section:
            return ItemPlace(self.party, 0)
        line = self.block.top if self.block else 0
        if section + parties < 1 and self.page and self.page.is_head_beside:
            return ItemPlace(0, self.page.columns[0].nearest(line))
        there = max(1, min(section + parties, self._parties))
        if there == section:
            return self.place
        if not self._is_beside:
            return ItemPlace(there, 0)
        page = self._page_of(there)
        column = page.column_of(there)
        return ItemPlace(there, column.nearest(line) if column else 0)

    def bottom(self) -> ItemPlace:
        """Return the last item of the party last visited, or of the last if they are stacked."""
        section = self.party if self._is_beside else self._parties
        section = min(section, self._parties)
        return ItemPlace(section, len(self.sections[section].items) - 1)

    def at(self, x: int, line: int) -> ItemPlace | None:
        """Return the item at a cell of the page; None where there is none."""
        for column in reversed(self.page.columns if self.page else ()):
            if column.top <= line < column.bottom and x >= column.x:
                index = column.block_at(line)
                return None if index is None else ItemPlace(column.section, index)
        return None

    def nearest(self, line: int) -> ItemPlace:
        """Return the item nearest to a line, in the issue itself or in the party last visited."""
        columns = [] if self.page is None else list(self.page.columns)
        if self.page and self.page.is_head_beside:
            columns = [column for column in columns if column.section == self.place.section]
        elif self._is_beside:
            columns = [column for column in columns if column.section in {0, self.party}]
        below = [column for column in columns if column.top <= line]
        column = below[-1] if below else columns[0]
        return ItemPlace(column.section, column.nearest(line))

    @property
    def _parties(self) -> int:
        return len(self.sections) - 1

    @property
    def _is_beside(self) -> bool:
        return self.page is not None and self.page.beside

    def _lay_out(self) -> None:
        if self._width and self.sections:
            self.page = self._page_of(self.party)

    def _page_of(self, party: int) -> SheetPage:
        return lay_out(self.sections, self._width, party, self._glyphs, self._beside_from)
