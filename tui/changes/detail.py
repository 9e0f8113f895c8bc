"""One change in full beside the list, or below it: a panel that can be scrolled."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tui.changes.page import change_page
from tui.grid.layout import RunRole
from tui.keys.table import bindings_for
from tui.paint.glyphs import UNICODE, Glyphs

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from positions.changes.model import DossierDifference
    from tui.changes.rows import ChangeRow
    from tui.grid.layout import Line

__all__ = ["ChangeDetail"]

_STYLES: Final = {
    RunRole.STRONG: "bold",
    RunRole.MUTED: "$text-muted",
    RunRole.BLANK: "italic $text-muted",
    RunRole.ADDED: "underline $text-primary",
    RunRole.REMOVED: "strike $text-warning",
    RunRole.SETTLED: "bold $text-success",
    RunRole.AGREED: "$text-success",
    RunRole.NEAR: "$text-primary",
    RunRole.DIVIDED: "bold $text-error",
    RunRole.ONE_SIDED: "$text-warning",
    RunRole.UNDISCLOSED: "$text-secondary",
    RunRole.UNCLEAR: "$text-accent",
    RunRole.OPEN: "$text-muted",
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
        self._shown: tuple[DossierDifference, ChangeRow] | None = None
        self._columns = 0

    def compose(self) -> ComposeResult:
        yield Static(id="change-text", markup=False)

    def show(self, found: DossierDifference | None, change: ChangeRow | None) -> None:
        """Show a change, from its top unless it is the one that was shown; nothing for none."""
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
        lines: tuple[Line, ...] = ()
        if self._shown and self._columns:
            lines = change_page(*self._shown, self._columns, self._glyphs)
        self.query_one("#change-text", Static).update(
            Content("\n").join(
                Content.assemble(*((text, _STYLES.get(role, "")) for text, role in line))
                for line in lines
            )
        )
