"""Shows lines that lead to issues, keeps the cursor with its line, and goes round some of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from tui.bars.title import Title
from tui.sheet.cursor import ItemPlace
from tui.sheet.items import Item
from tui.sheet.sheet import SheetView
from tui.state.messages import EditWanted

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["LineItem", "LineSheet"]


@dataclass(frozen=True, slots=True, eq=False)
class LineItem(Item):
    """A line that may lead to an issue.

    Attributes:
        key: What tells it from every other line, also when the dossier was read again.
        issue: The issue that Enter opens; empty where it leads to none.
        party: The party whose cell or order it is; empty where it is nobody's.
    """

    key: tuple[str, ...] = ()
    issue: str = ""
    party: str = ""


LineT = TypeVar("LineT", bound=LineItem)


class LineSheet(SheetView, Generic[LineT]):
    """A sheet of lines of one class.

    Attributes:
        line_class: The class of its lines; other items of its sections are no lines.
        opens_editor: Whether a line without an issue is opened in the editor.
    """

    line_class: ClassVar[type[LineItem]] = LineItem
    opens_editor: ClassVar[bool] = False
    _begins_at: Callable[[LineT], bool] | None = None

    @property
    def line(self) -> LineT | None:
        """The line under the cursor; None where nothing is shown."""
        item = self.item
        return item if isinstance(item, self.line_class) else None  # type: ignore[return-value]

    def lines(self) -> list[tuple[ItemPlace, LineT]]:
        """Return every line with its place, from the top."""
        return [
            (ItemPlace(section, index), item)  # type: ignore[misc]
            for section, found in enumerate(self._cursor.sections)
            for index, item in enumerate(found.items)
            if isinstance(item, self.line_class)
        ]

    def go_to_first(self, *wanted: Callable[[LineT], bool]) -> bool:
        """Go to the first line that is wanted, by the first wish that one fulfils.

        Returns:
            Whether there is one.
        """
        lines = self.lines()
        for is_wanted in wanted:
            for place, line in lines:
                if is_wanted(line):
                    self._move(place)
                    return True
        return False

    def begin_at(self, is_one: Callable[[LineT], bool]) -> None:
        """Begin at the first line of some, where that hides nothing of what stands above it."""
        self._begins_at = is_one
        self._follow()

    def leads_on(self) -> bool:
        """Return whether the line at the cursor leads to an issue, or into the editor."""
        line = self.line
        return line is not None and bool(line.issue or (self.opens_editor and line.place))

    def go_among(self, is_one: Callable[[LineT], bool], direction: int, none: str) -> str:
        """Go to the next line of some, 1, or to the one before, -1.

        Returns:
            What a reader must know: `none` where there is none, or that the search began again.
        """
        found = [place for place, line in self.lines() if is_one(line)]
        return self.go_round(found, direction) if found else none

    def action_edit(self) -> None:
        """Edit the dossier at what is under the cursor."""
        self.post_message(EditWanted(self.item.place if self.item else None))

    def _follow(self, line: int | None = None) -> None:
        super()._follow(line)
        if not self.size or self._begins_at is None:
            return
        is_one, self._begins_at = self._begins_at, None
        found = next((place for place, line in self.lines() if is_one(line)), None)
        if found is not None and self.reaches(found) and self._cursor.place == (0, 0):
            self._move(found)

    def _move(self, place: ItemPlace) -> None:
        super()._move(place)
        line = self.line
        for title in self.screen.query(Title):
            title.issue = line.issue or None if line else None
