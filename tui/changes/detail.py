"""One change in full beside the list, or below it: a panel that can be scrolled."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from positions.reports.page.runs import Mark
from tui.changes.page import change_page, group_page
from tui.changes.rows import ChangeGroup
from tui.keys.table import bindings_for
from tui.paint.glyphs import UNICODE, Glyphs

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from positions.changes.model import DossierDifference
    from positions.reports.page.runs import Runs
    from tui.changes.rows import ChangeRow

__all__ = ["ChangeDetail"]

_STYLES: Final = {
    Mark.STRONG: "bold",
    Mark.MUTED: "$text-muted",
    Mark.BLANK: "italic $text-muted",
    Mark.ADDED: "underline $text-primary",
    Mark.REMOVED: "strike $text-warning",
    Mark.SETTLED: "bold $text-success",
    Mark.AGREED: "$text-success",
    Mark.NEAR: "$text-primary",
    Mark.COMPATIBLE: "$text-primary",
    Mark.DIVIDED: "bold $text-error",
    Mark.ONE_SIDED: "$text-warning",
    Mark.UNDISCLOSED: "$text-secondary",
    Mark.UNCLEAR: "$text-accent",
    Mark.OPEN: "$text-muted",
}


class ChangeDetail(VerticalScroll, inherit_bindings=False):
    """The panel; its lines are laid out for its width."""

    BINDINGS = bindings_for("detail")
    DEFAULT_CSS = """
    ChangeDetail {
        padding: 0 1; scrollbar-size-vertical: 1; scrollbar-gutter: stable;
        #change-text { width: auto; height: auto; text-wrap: nowrap; }
    }
    """

    def __init__(self, glyphs: Glyphs = UNICODE) -> None:
        """Show nothing yet."""
        super().__init__()
        self._glyphs = glyphs
        self._shown: tuple[DossierDifference, ChangeRow | ChangeGroup] | None = None
        self._columns = 0

    def compose(self) -> ComposeResult:
        yield Static(id="change-text", markup=False)

    def show(self, found: DossierDifference | None, change: ChangeRow | ChangeGroup | None) -> None:
        """Show a change, or who moved in a group of them; nothing for none.

        It begins at its top, unless it is the one that was shown.
        """
        before = self._shown[1].id if self._shown else None
        self._shown = (found, change) if found and change else None
        self._lay_out()
        if change is None or change.id != before:
            self.scroll_home(animate=False)

    def on_resize(self) -> None:
        if self.scrollable_content_region.width != self._columns:
            self._lay_out()

    def _lay_out(self) -> None:
        self._columns = self.scrollable_content_region.width
        lines: tuple[Runs, ...] = ()
        if self._shown and self._columns:
            found, change = self._shown
            if isinstance(change, ChangeGroup):
                lines = group_page(found, change, self._columns, self._glyphs)
            else:
                lines = change_page(found, change, self._columns, self._glyphs)
        self.query_one("#change-text", Static).update(
            Content("\n").join(
                Content.assemble(*((text, _STYLES.get(mark, "")) for text, mark, _ in line))
                for line in lines
            )
        )
