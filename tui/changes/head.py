"""Shows what is compared, and how far the parties were and are together, above the changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from positions.text.safe import visible
from tui.changes.words import convergence_words
from tui.state.changes import end_words

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from positions.git.history import Snapshot
    from tui.state.changes import ChangesRead

__all__ = ["ChangesHead"]


class ChangesHead(Vertical):
    """Three lines, and one for what else a reader must know."""

    DEFAULT_CSS = """
    ChangesHead {
        height: auto; padding: 0 1; background: $surface;
        & > Static { height: 1; text-wrap: nowrap; text-overflow: ellipsis; }
        & > #changes-note { height: auto; text-wrap: wrap; color: $text-warning; display: none; }
    }
    """

    def compose(self) -> ComposeResult:
        for name in ("before", "after", "convergence", "note"):
            yield Static(id=f"changes-{name}", markup=False)

    def show(self, read: ChangesRead) -> None:
        """Show what was read."""
        self._end("before", "Before", read.before)
        self._end("after", "After", read.after)
        line = self.query_one("#changes-convergence", Static)
        line.display = read.found is not None
        if read.found is not None:
            clock = "As the talks went" if read.found.after.moment else "As recorded"
            line.update(Content(f"{clock}. {convergence_words(*read.found.convergence)}"))
        self.say(read.note)

    def say(self, note: str) -> None:
        """Say something, or nothing."""
        line = self.query_one("#changes-note", Static)
        line.display = bool(note)
        line.update(Content(visible(note)))

    def _end(self, name: str, label: str, end: Snapshot | None) -> None:
        line = self.query_one(f"#changes-{name}", Static)
        line.display = end is not None
        if end is not None:
            words = Content(visible(end_words(end)))
            line.update(Content.assemble((f"{label:<8}", "bold"), words))
