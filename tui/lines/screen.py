"""The place of one sheet of lines: what it shows of each view, and what stands where it is empty.

A place reads nothing: the application gives it each new view. What it makes of a view it makes in
a thread, and shows what was there before until then.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar, cast

from textual import work
from textual.containers import Container
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static
from textual.worker import get_current_worker

from positions.filter.language import QueryFault, matching, matching_cells, parse
from positions.text.safe import visible
from tui.bars.banner import Banner
from tui.bars.filter import FilterBar, no_match
from tui.bars.hints import Hints
from tui.bars.title import Title
from tui.lines.sheet import LineItem, LineSheet
from tui.paint.glyphs import UNICODE, Glyphs
from tui.state.exports import forms_of_page
from tui.state.messages import CopyWanted, EditWanted, IssueWanted

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from textual.app import ComposeResult
    from textual.widget import Widget

    from positions.comparison.rows import Comparison, Row
    from positions.reports.page.model import Page
    from tui.sheet.sheet import SheetView
    from tui.state.view import View

__all__ = ["FilteredLinesScreen", "LinesMade", "LinesScreen", "cells_left", "rows_left"]


MadeT = TypeVar("MadeT")


@dataclass(eq=False, repr=False)
class LinesMade(Message):
    """What a place shows of a view, for some words, was made in a thread."""

    view: View
    words: str
    made: object


class LinesScreen(Screen[None], Generic[MadeT]):
    """One sheet of lines, of what is made of a view.

    Attributes:
        needs_lines: The actions that do something only where there are lines.
        while_making: What is said until there are lines for the first time.
        nothing_to_open: What is said of a line that leads nowhere.
        page: Makes the page that is written to a file; None where there is none yet.
    """

    needs_lines: ClassVar[frozenset[str]] = frozenset()
    while_making: ClassVar[str] = ""
    nothing_to_open: ClassVar[str] = ""
    AUTO_FOCUS = ""
    DEFAULT_CSS = """
    LinesScreen {
        #lines-body { height: 1fr; }
        #lines-none { padding: 1 2; display: none; }
        &.-none #lines-none { display: block; }
        &.-none LineSheet { display: none; }
    }
    """

    def __init__(self, view: View, glyphs: Glyphs = UNICODE) -> None:
        """Show what is to be shown of a view."""
        super().__init__()
        self._view = view
        self._glyphs = glyphs
        self.page: Callable[[], Page] | None = None

    def exports(self) -> dict[str, Callable[[], str]]:
        """Return what makes a text of the lines, by the ending of its file."""
        return forms_of_page(self.page) if self.page is not None else {}

    def widgets(self) -> tuple[Sequence[Widget], Sequence[Widget]]:
        """Return what stands above the lines, and the lines with what stands beside them."""
        raise NotImplementedError

    def make(self, view: View, words: str) -> MadeT:
        """Return what is shown of a view for the words of `made_for`, in a thread."""
        raise NotImplementedError

    def show_made(self, made: MadeT) -> None:
        """Show what was made of the view that is shown now, or say that it is nothing."""
        raise NotImplementedError

    @property
    def made_for(self) -> str:
        """The words on which it depends what is made; empty where it is all of a view."""
        return ""

    def work_out(self) -> None:
        """Begin to make what is shown; until it is there, what was there before is shown."""
        if self.while_making and self.sheet.line is None:
            self.say(self.while_making)
        self._make(self._view, self.made_for)

    @work(thread=True, exclusive=True, group="lines", description="lines")
    def _make(self, view: View, words: str) -> None:
        worker = get_current_worker()
        made = self.make(view, words)
        if not worker.is_cancelled:
            self.post_message(LinesMade(view, words, made))

    def on_lines_made(self, event: LinesMade) -> None:
        """Show what was made, if it is still what is asked for."""
        if event.view is self._view and event.words == self.made_for:
            self.show_made(cast("MadeT", event.made))

    def compose(self) -> ComposeResult:
        above, lines = self.widgets()
        yield Title()
        yield Banner(markup=False)
        yield from above
        with Container(id="lines-body"):
            yield Static(id="lines-none", markup=False)
            yield from lines
        yield Hints()

    def on_mount(self) -> None:
        self.update_view(self._view)

    def update_view(self, view: View) -> None:
        """Show another view once its lines are made; until then, the one before."""
        self._view = view
        self.query_one(Title).view = view
        self.query_one(Banner).show(view)
        self.work_out()

    @property
    def sheet(self) -> LineSheet[Any]:
        """The lines."""
        found: LineSheet[Any] = self.query_one(LineSheet)
        return found

    @property
    def issue(self) -> str | None:
        """The id of the issue of the line under the cursor."""
        line = self.sheet.line
        return line.issue or None if line is not None else None

    def say(self, said: str) -> None:
        """Show a sentence in the place of the lines."""
        self.add_class("-none")
        self.query_one("#lines-none", Static).update(Content(said))
        self.refresh_bindings()
        if not self.is_filtering:
            self.set_focus(None)

    def show_lines(self) -> None:
        """Show the lines in the place of a sentence, with the cursor among them."""
        self.remove_class("-none")
        self.refresh_bindings()
        if not self.is_filtering:
            self.sheet.focus()

    @property
    def is_filtering(self) -> bool:
        """Whether a filter is being written."""
        return any(bar.has_focus_within for bar in self.query(FilterBar))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Return whether an action does something now."""
        return not (action in self.needs_lines and self.has_class("-none"))

    def is_moot(self, key: str) -> bool:
        """Return whether a key could only say that the line leads nowhere."""
        return key.endswith(".open") and not self.sheet.leads_on()

    def where(self) -> str:
        """Return the file and the line of what is under the cursor, where it has one."""
        place = self.sheet.line.place if self.sheet.line else None
        return visible(f"{place.file}:{place.line}") if place else ""

    def copy(self, texts: Mapping[str, str]) -> None:
        """Ask which of some texts to copy, of those that have words."""
        self.post_message(CopyWanted({name: text for name, text in texts.items() if text}))

    def on_sheet_view_item_opened(self, event: SheetView.ItemOpened) -> None:
        """Open the issue of a line, at its party; else what is written there in the editor."""
        line = event.item
        if isinstance(line, LineItem) and line.issue:
            self.post_message(IssueWanted(line.issue, line.party or None))
        elif line.place is not None and self.sheet.opens_editor:
            self.post_message(EditWanted(line.place))
        else:
            self.sheet.say_of_item(self.nothing_to_open)


class FilteredLinesScreen(LinesScreen[MadeT]):
    """One sheet of lines, of the issues that a filter leaves."""

    _words = ""

    def filter_again(self) -> None:
        """Show the lines that the filter leaves now: make them again, if nothing else is said."""
        self.work_out()

    @property
    def words(self) -> str:
        """The filter."""
        return self._words

    def take_words(self, words: str) -> None:
        """Take another filter."""
        self._words = words
        self.query_one(FilterBar).words = words
        self.filter_again()

    @property
    def can_go_back(self) -> bool:
        """Whether there is a filter to leave first."""
        return bool(self._words)

    def action_back(self) -> None:
        """Clear the filter."""
        self.take_words("")
        self.sheet.focus()

    def action_filter(self) -> None:
        """Write a filter."""
        self.query_one(FilterBar).open()

    def on_filter_bar_changed(self, event: FilterBar.Changed) -> None:
        """Show what the filter leaves."""
        if event.words != self._words:
            self._words = event.words
            self.filter_again()

    def on_filter_bar_left(self) -> None:
        """Go back to the lines, where there are any."""
        self.set_focus(None if self.has_class("-none") else self.sheet)

    def say_hits(self, hits: str, fault: QueryFault | None, *, none: bool) -> bool:
        """Say what the filter leaves or what is wrong with it; return whether nothing is left."""
        self.query_one(FilterBar).say(hits, fault)
        if none and fault is None:
            self.say(visible(no_match(self._words)))
            return True
        return False


def rows_left(words: str, comparison: Comparison) -> tuple[Sequence[Row], str]:
    """Return the rows that a filter leaves, and how many of how many these are.

    That is an empty text where there is no filter.

    Raises:
        QueryFault: The words are no filter.
    """
    query = parse(words)
    query.check(comparison)
    rows = matching(query, comparison)
    return rows, _hits(rows, words, comparison)


def cells_left(
    words: str, comparison: Comparison
) -> tuple[Sequence[Row], frozenset[str] | None, str]:
    """Return the same where a party that is named chooses cells: with the ids of the parties.

    Of how many parties they are is said too, where a filter names some.

    Raises:
        QueryFault: The words are no filter.
    """
    query = parse(words)
    query.check(comparison)
    rows, parties = matching_cells(query, comparison)
    hits = _hits(rows, words, comparison)
    if parties is not None:
        hits += f" issues, {len(parties)} of {len(comparison.parties)} parties"
    return rows, parties, hits


def _hits(rows: Sequence[Row], words: str, comparison: Comparison) -> str:
    return f"{len(rows)} of {len(comparison.rows)}" if words.strip() else ""
