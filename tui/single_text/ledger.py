"""Shows the ledger of the paragraph under the cursor, beside the text or below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from positions.reports.single_text.page import ledger_words
from positions.text.safe import visible
from tui.keys.table import bindings_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.app import ComposeResult

    from positions.analysis.single_text.ledger import LedgerLine
    from positions.analysis.single_text.model import SingleText

__all__ = ["LedgerPanel", "ledger_text"]


class LedgerPanel(VerticalScroll, inherit_bindings=False):
    """The panel; its lines wrap by themselves."""

    BINDINGS = bindings_for("detail")
    DEFAULT_CSS = """
    LedgerPanel {
        padding: 0 1; scrollbar-size-vertical: 1; scrollbar-gutter: stable;
        #ledger-text { width: 1fr; height: auto; }
    }
    """

    def compose(self) -> ComposeResult:
        yield Static(id="ledger-text", markup=False)

    def show(self, text: SingleText, number: str, lines: Sequence[LedgerLine]) -> None:
        """Show the lines of a paragraph, from their top; a sentence where there are none."""
        self.query_one("#ledger-text", Static).update(
            Content.assemble(*_pieces(text, number, lines))
        )
        self.scroll_home(animate=False)


def ledger_text(text: SingleText, lines: Sequence[LedgerLine]) -> str:
    """Return lines of the ledger as text, to be copied."""
    return "\n".join(visible("; ".join(filter(None, ledger_words(text, line)))) for line in lines)


def _pieces(
    text: SingleText, number: str, lines: Sequence[LedgerLine]
) -> Iterator[str | tuple[str, str]]:
    if not lines:
        yield (
            "Here stands the ledger of the paragraph at the cursor.",
            "$text-muted",
        )
        return
    yield (f"Ledger of {number}", "bold")
    yield (" (Tab goes here)", "$text-muted")
    for line in lines:
        _, party, document, clause, position, approach, reason = map(
            visible, ledger_words(text, line)
        )
        yield "\n\n"
        yield (party, "bold")
        yield f" {document}{f', {clause}' if clause else ''}\n"
        yield (f"{position}\n", "$text-muted")
        yield f"{approach}{f': {reason}' if reason else ''}"
