"""Lists that move by a page only where they have any room: Textual ends with a KeyError without."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import OptionList

if TYPE_CHECKING:
    _Base = OptionList
else:
    _Base = object

__all__ = ["AnswerList", "MovesByPages"]


class MovesByPages(_Base):
    """What a list of options does on the keys of a page; nothing where its window has no line."""

    def action_page_up(self) -> None:
        """Move up by a page."""
        if self.scrollable_content_region:
            super().action_page_up()  # type: ignore[no-untyped-call]

    def action_page_down(self) -> None:
        """Move down by a page."""
        if self.scrollable_content_region:
            super().action_page_down()  # type: ignore[no-untyped-call]


class AnswerList(MovesByPages, OptionList):
    """A list of answers."""
