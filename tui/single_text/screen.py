"""Single text: one text made of all documents, with the ledger of the paragraph at the cursor.

`positions single-text` prints the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.message import Message

from positions.analysis.single_text.ledger import ledger
from positions.analysis.single_text.merge import single_text
from positions.filter.language import QueryFault
from positions.reports.page.render import render
from positions.reports.single_text.markdown import single_text_markdown
from positions.reports.single_text.page import single_text_page
from tui.bars.filter import FilterBar
from tui.keys.table import bindings_for
from tui.lines.screen import FilteredLinesScreen, rows_left
from tui.lines.sheet import LineSheet
from tui.single_text.items import TextItem, text_sections
from tui.single_text.ledger import LedgerPanel, ledger_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from textual.widget import Widget

    from positions.analysis.single_text.ledger import LedgerLine
    from positions.analysis.single_text.model import SingleText
    from tui.sheet.cursor import ItemPlace
    from tui.state.view import View

__all__ = ["TextScreen", "TextSheet"]


class _Made(NamedTuple):
    """A text, and its ledger by paragraph."""

    text: SingleText
    ledger: Mapping[str, tuple[LedgerLine, ...]]


class TextSheet(LineSheet[TextItem]):
    """The text, with the keys of the table."""

    BINDINGS = bindings_for("text")
    DEFAULT_CSS = """
    TextSheet > .sheet--bracket { color: $text-warning; text-style: bold; }
    """
    line_class = TextItem

    class LineReached(Message):
        """The cursor stands on another line."""

    def keep_line(self, key: tuple[str, ...]) -> None:
        """Move to the line of a key, if it is there; else to its paragraph, if that is."""
        self.go_to_first(
            lambda one: one.key == key,
            lambda one: bool(key and one.issue) and one.issue == key[0],
        )

    def go(self, direction: int) -> str:
        """Go to the next line with a place that is not common, 1, or to the one before, -1.

        Returns:
            What a reader must know: that there is none, or that the search began again.
        """
        none = "Every place that is shown is common, or has no words."
        return self.go_among(lambda one: one.is_open, direction, none)

    def action_next_place(self) -> None:
        """Go to the next place that is not common."""
        self.tell(self.go(1))

    def action_previous_place(self) -> None:
        """Go to the place before that is not common."""
        self.tell(self.go(-1))

    def _move(self, place: ItemPlace) -> None:
        super()._move(place)
        self.post_message(self.LineReached())


class TextScreen(FilteredLinesScreen["_Made | None"]):
    """One text of all documents."""

    own_key: ClassVar[str] = "app.text"
    needs_lines = frozenset({"open", "next_place", "previous_place", "copy", "edit"})
    while_making = "Making one text of all documents."
    nothing_to_open = "Nothing to open here: Enter opens the issue of a paragraph."
    DEFAULT_CSS = """
    TextScreen {
        #lines-body { height: 1fr; layout: vertical; }
        TextSheet { height: 2fr; }
        LedgerPanel { height: 1fr; border-top: solid $text-muted; }
        &.-low LedgerPanel { display: none; }
        &.-below #lines-body, &.-beside #lines-body { layout: horizontal; }
        &.-below TextSheet, &.-beside TextSheet { width: 2fr; height: 1fr; }
        &.-below LedgerPanel, &.-beside LedgerPanel {
            display: block; width: 1fr; height: 1fr; border-top: none;
            border-left: solid $text-muted;
        }
        &.-none LedgerPanel { display: none; }
    }
    """
    _made: _Made | None = None
    _wanted: tuple[str, ...] = ()

    def widgets(self) -> tuple[Sequence[Widget], Sequence[Widget]]:
        """Return the filter, and the text with its ledger; see `LinesScreen`."""
        return (FilterBar(),), (TextSheet(glyphs=self._glyphs, id="single-text"), LedgerPanel())

    def make(self, view: View, words: str) -> _Made | None:
        """Make the text of a view; see `LinesScreen`."""
        return _of(view)

    def show_made(self, made: _Made | None) -> None:
        """Show the text, at the same line as before; say so where there is none."""
        self._made = made
        if made is None or not made.text.articles:
            self.say("No document says anything that could be put into a text. Esc goes back.")
            return
        self.filter_again()

    def filter_again(self) -> None:
        """Show the paragraphs that the filter leaves."""
        made, sheet = self._made, self.query_one(TextSheet)
        if made is None:
            return
        hits, fault, issues = "", None, None
        try:
            rows, hits = rows_left(self._words, made.text.comparison)
        except QueryFault as wrong:
            fault = wrong
        else:
            issues = frozenset(row.issue.id for row in rows) if hits else None
        if self.say_hits(hits, fault, none=issues is not None and not issues):
            return
        line = sheet.line
        key = self._wanted or (line.key if line else ())
        is_first, self._wanted = line is None, ()
        sections = text_sections(made.text, self._view.loaded.span, issues)
        if is_first:
            sheet.show(sections)
        else:
            sheet.update_sections(sections)
        sheet.keep_line(key)
        if is_first and not key:
            sheet.begin_at(lambda one: one.is_open)
        self.on_text_sheet_line_reached()
        self.show_lines()

    def goes_to(self, issue: str) -> bool:
        """Go to the paragraph of an issue, by id; return whether it is in the text."""
        self._wanted = (issue, "0")
        sheet = self.query_one(TextSheet)
        if sheet.line is None:
            return True
        self._wanted = ()
        sheet.keep_line((issue, "0"))
        return self.issue == issue

    def on_text_sheet_line_reached(self) -> None:
        """Show the ledger of the paragraph under the cursor, of whose alternative it is first."""
        line = self.query_one(TextSheet).line
        if self._made is not None:
            number = line.number if line else ""
            lines = self._made.ledger.get(number, ())
            if line is not None:
                lines = tuple(sorted(lines, key=lambda one: one.party not in line.parties))
            self.query_one(LedgerPanel).show(self._made.text, number, lines)

    def exports(self) -> dict[str, Callable[[], str]]:
        """Return what makes a file of the text, by its ending."""
        if self._made is None:
            return {}
        text = self._made.text
        return {
            ".md": lambda: single_text_markdown(text),
            ".txt": lambda: render(single_text_page(text)),
        }

    def action_copy(self) -> None:
        """Ask what to copy: the line, its paragraph and ledger, or the whole."""
        line, made = self.query_one(TextSheet).line, self._made
        if made is None or line is None:
            return
        lines = made.ledger.get(line.number, ())
        texts = {
            "Line": line.copied,
            "Paragraph": line.paragraph,
            "Ledger of the paragraph": ledger_text(made.text, lines),
            "The whole as text": render(single_text_page(made.text)),
            "The whole as Markdown": single_text_markdown(made.text),
        }
        self.copy(texts)


def _of(view: View) -> _Made | None:
    """Return the text of a view, with its ledger; None where it has no comparison."""
    whole = view.loaded.dossier
    if view.comparison is None or whole is None:
        return None
    text = single_text(view.comparison, whole)
    found: dict[str, list[LedgerLine]] = {}
    for line in ledger(text):
        found.setdefault(line.place, []).append(line)
    return _Made(text, {place: tuple(lines) for place, lines in found.items() if place})
