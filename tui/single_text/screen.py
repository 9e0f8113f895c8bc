"""Single text: one text made of all documents, with the ledger of the paragraph at the cursor.

`positions single-text` prints the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final, NamedTuple

from textual import work
from textual.containers import Container
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static
from textual.worker import get_current_worker

from positions.analysis.single_text.ledger import ledger
from positions.analysis.single_text.merge import single_text
from positions.filter.language import QueryFault, matching, parse
from positions.reports.page.render import render
from positions.reports.single_text.markdown import single_text_markdown
from positions.reports.single_text.page import single_text_page
from positions.text.safe import visible
from tui.bars.banner import Banner
from tui.bars.filter import FilterBar
from tui.bars.hints import Hints
from tui.bars.title import Title
from tui.keys.table import bindings_for
from tui.paint.glyphs import UNICODE, Glyphs
from tui.sheet.cursor import ItemPlace
from tui.sheet.sheet import SheetView
from tui.single_text.items import TextItem, text_sections
from tui.single_text.ledger import LedgerPanel, ledger_text
from tui.state.messages import CopyWanted, EditWanted, IssueWanted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import ComposeResult

    from positions.analysis.single_text.ledger import LedgerLine
    from positions.analysis.single_text.model import SingleText
    from tui.state.view import View

__all__ = ["TextMade", "TextScreen", "TextSheet"]

NEEDS_TEXT: Final = frozenset({"open", "next_place", "previous_place", "copy", "edit", "filter"})


class _Made(NamedTuple):
    """A text, and its ledger by paragraph."""

    text: SingleText
    ledger: Mapping[str, tuple[LedgerLine, ...]]


class TextMade(Message):
    """The text of a view was made, in a thread."""

    def __init__(self, view: View, made: _Made | None) -> None:
        """Remember what came of it."""
        self.view = view
        self.made = made
        super().__init__()


class TextSheet(SheetView):
    """The text, with the keys of the table."""

    BINDINGS = bindings_for("text")
    DEFAULT_CSS = """
    TextSheet > .sheet--alone { color: $text-warning; text-style: bold; }
    """

    class LineReached(Message):
        """The cursor stands on another line."""

    @property
    def line(self) -> TextItem | None:
        """The line under the cursor; None where nothing is shown."""
        return self.item if isinstance(self.item, TextItem) else None

    def keep_line(self, key: tuple[str, ...]) -> None:
        """Move to the line of a key, if it is there; else to its paragraph, if that is."""
        lines = self._lines()
        same = [at for at, one in lines if one.key == key]
        near = [at for at, one in lines if key and one.issue and one.issue == key[0]]
        if same or near:
            self._move((same or near)[0])

    def go(self, direction: int) -> str:
        """Go to the next line with a place that is not common, 1, or to the one before, -1.

        Returns:
            What a reader must know: that there is none, or that the search began again.
        """
        places = [at for at, one in self._lines() if one.is_open]
        if not places:
            return "Every place that is shown is common, or has no words."
        return self.go_round(places, direction)

    def action_next_place(self) -> None:
        """Go to the next place that is not common."""
        self.tell(self.go(1))

    def action_previous_place(self) -> None:
        """Go to the place before that is not common."""
        self.tell(self.go(-1))

    def action_edit(self) -> None:
        """Edit the dossier at the issue of the line."""
        self.post_message(EditWanted(self.item.place if self.item else None))

    def _lines(self) -> list[tuple[ItemPlace, TextItem]]:
        return [
            (ItemPlace(section, index), item)
            for section, found in enumerate(self._cursor.sections)
            for index, item in enumerate(found.items)
            if isinstance(item, TextItem)
        ]

    def _move(self, place: ItemPlace) -> None:
        super()._move(place)
        line = self.line
        for title in self.screen.query(Title):
            title.issue = line.issue or None if line else None
        self.post_message(self.LineReached())


class TextScreen(Screen[None]):
    """One text of all documents; it reads nothing: the application gives it each new view."""

    own_key: ClassVar[str] = "app.text"
    AUTO_FOCUS = ""
    DEFAULT_CSS = """
    TextScreen {
        #text-body { height: 1fr; layout: vertical; }
        #text-none { padding: 1 2; display: none; }
        &.-none #text-none { display: block; }
        &.-none TextSheet, &.-none LedgerPanel { display: none; }
        TextSheet { height: 2fr; }
        LedgerPanel { height: 1fr; border-top: solid $text-muted; }
        &.-low LedgerPanel { display: none; }
        &.-below #text-body, &.-beside #text-body { layout: horizontal; }
        &.-below TextSheet, &.-beside TextSheet { width: 2fr; height: 1fr; }
        &.-below LedgerPanel, &.-beside LedgerPanel {
            display: block; width: 1fr; height: 1fr; border-top: none;
            border-left: solid $text-muted;
        }
        &.-none LedgerPanel { display: none; }
    }
    """

    def __init__(self, view: View, glyphs: Glyphs = UNICODE) -> None:
        """Show the text of a view."""
        super().__init__()
        self._view = view
        self._glyphs = glyphs
        self._made: _Made | None = None
        self._words = ""
        self._wanted: tuple[str, ...] = ()

    def compose(self) -> ComposeResult:
        yield Title()
        yield Banner(markup=False)
        yield FilterBar()
        with Container(id="text-body"):
            yield Static(id="text-none", markup=False)
            yield TextSheet(glyphs=self._glyphs, id="single-text")
            yield LedgerPanel()
        yield Hints()

    def on_mount(self) -> None:
        self.update_view(self._view)

    def update_view(self, view: View) -> None:
        """Show the text of another view once it is made; until then, the one before."""
        self._view = view
        self.query_one(Title).view = view
        self.query_one(Banner).show(view)
        if self._made is None:
            self._say("Making one text of all documents.")
        self._make(view)

    @work(thread=True, exclusive=True, group="text", description="text")
    def _make(self, view: View) -> None:
        worker = get_current_worker()
        made = _of(view)
        if not worker.is_cancelled:
            self.post_message(TextMade(view, made))

    def on_text_made(self, event: TextMade) -> None:
        """Show the text, at the same line as before; say so where there is none."""
        if event.view is not self._view:
            return
        self._made = event.made
        if event.made is None or not event.made.text.articles:
            self._say("No document says anything that could be put into a text. Esc goes back.")
            return
        self._show()
        if not self.query_one(FilterBar).has_focus_within:
            self.query_one(TextSheet).focus()

    def _show(self) -> None:
        made, sheet = self._made, self.query_one(TextSheet)
        if made is None:
            return
        issues, hits, fault = self._filtered(made)
        self.query_one(FilterBar).say(hits, fault)
        if issues is not None and not issues and fault is None:
            self._say(f"No issue matches ‘{visible(self._words)}’. Esc clears the filter.")
            return
        self.remove_class("-none")
        self.refresh_bindings()
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
            sheet.go(1)
        self.on_text_sheet_line_reached()

    def _filtered(self, made: _Made) -> tuple[frozenset[str] | None, str, QueryFault | None]:
        """Return the issues that the filter leaves, how many these are, and what is wrong."""
        if not self._words.strip():
            return None, "", None
        comparison = made.text.comparison
        try:
            query = parse(self._words)
            query.check(comparison)
        except QueryFault as fault:
            return None, "", fault
        found = frozenset(row.issue.id for row in matching(query, comparison))
        return found, f"{len(found)} of {len(comparison.rows)}", None

    def _say(self, said: str) -> None:
        self.add_class("-none")
        self.query_one("#text-none", Static).update(Content(said))
        self.refresh_bindings()
        if not self.query_one(FilterBar).has_focus_within:
            self.set_focus(None)

    # The filter ---------------------------------------------------------------------------------

    @property
    def words(self) -> str:
        """The filter."""
        return self._words

    def take_words(self, words: str) -> None:
        """Take another filter."""
        self._words = words
        self.query_one(FilterBar).words = words
        self._show()

    @property
    def can_go_back(self) -> bool:
        """Whether there is a filter to leave first."""
        return bool(self._words)

    def action_back(self) -> None:
        """Clear the filter."""
        self.take_words("")
        self.query_one(TextSheet).focus()

    def action_filter(self) -> None:
        """Write a filter."""
        self.query_one(FilterBar).open()

    def on_filter_bar_changed(self, event: FilterBar.Changed) -> None:
        """Show what the filter leaves."""
        if event.words != self._words:
            self._words = event.words
            self._show()

    def on_filter_bar_left(self) -> None:
        """Go back to the text."""
        self.query_one(TextSheet).focus()

    # The cursor ---------------------------------------------------------------------------------

    @property
    def issue(self) -> str | None:
        """The id of the issue of the line under the cursor."""
        line = self.query_one(TextSheet).line
        return line.issue or None if line is not None else None

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
        """Show the ledger of the paragraph under the cursor."""
        line = self.query_one(TextSheet).line
        if self._made is not None:
            number = line.number if line else ""
            lines = self._made.ledger.get(number, ())
            self.query_one(LedgerPanel).show(self._made.text, number, lines)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Return whether an action does something now."""
        return not (action in NEEDS_TEXT - {"filter"} and self.has_class("-none"))

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
        self.post_message(CopyWanted({name: text for name, text in texts.items() if text}))

    def on_sheet_view_item_opened(self, event: SheetView.ItemOpened) -> None:
        """Open the issue of a line: the positions behind it."""
        line = event.item
        if isinstance(line, TextItem) and line.issue:
            self.post_message(IssueWanted(line.issue, None))
        else:
            said = "Nothing to open here: Enter opens the issue of a paragraph."
            self.app.notify(said, markup=False)


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
