"""Unknown: what is not known, or not well, cell by cell; Enter opens the issue at the party.

`positions unknown` prints the same.
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

from positions.filter.language import QueryFault, matching, parse
from positions.reports.page.render import render
from positions.reports.unknown.page import unknown_page
from positions.text.safe import visible
from tui.bars.banner import Banner
from tui.bars.filter import FilterBar
from tui.bars.hints import Hints
from tui.bars.title import Title
from tui.keys.table import bindings_for
from tui.paint.glyphs import UNICODE, Glyphs
from tui.sheet.cursor import ItemPlace
from tui.sheet.sheet import SheetView
from tui.state.messages import CopyWanted, EditWanted, IssueWanted
from tui.unknown.items import UnknownItem, unknown_sections

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from positions.reports.page.model import Page
    from tui.sheet.items import SheetSection
    from tui.state.view import View

__all__ = ["DoubtsListed", "UnknownScreen", "UnknownSheet"]

NEEDS_LINES: Final = frozenset({"open", "next_doubt", "previous_doubt", "copy", "edit"})


class _Listed(NamedTuple):
    """What is not known of a view: the lines, the page, and how many issues a filter leaves."""

    sections: tuple[SheetSection, ...]
    page: Page
    hits: str


class DoubtsListed(Message):
    """What is not known of a view was listed, in a thread."""

    def __init__(self, view: View, words: str, found: _Listed | QueryFault | None) -> None:
        """Remember what came of it."""
        self.view = view
        self.words = words
        self.found = found
        super().__init__()


class UnknownSheet(SheetView):
    """The lines, with the keys of the table."""

    BINDINGS = bindings_for("unknown")

    @property
    def line(self) -> UnknownItem | None:
        """The line under the cursor; None where nothing is shown."""
        return self.item if isinstance(self.item, UnknownItem) else None

    def keep_line(self, key: tuple[str, ...]) -> None:
        """Move to the line of a key, if it is there; else to the head of its kind, if that is."""
        lines = self._lines()
        found = [at for at, one in lines if one.key == key]
        found = found or [at for at, one in lines if key and one.key == key[:1]]
        if found:
            self._move(found[0])

    def find_issue(self, issue: str) -> bool:
        """Move to the first line of an issue; return whether there is one."""
        found = [at for at, one in self._lines() if one.issue == issue]
        if found:
            self._move(found[0])
        return bool(found)

    def _lines(self) -> list[tuple[ItemPlace, UnknownItem]]:
        return [
            (ItemPlace(section, index), item)
            for section, found in enumerate(self._cursor.sections)
            for index, item in enumerate(found.items)
            if isinstance(item, UnknownItem)
        ]

    def action_next_doubt(self) -> None:
        """Go to the next kind of doubt."""
        self.tell(self._go(1))

    def action_previous_doubt(self) -> None:
        """Go to the kind before."""
        self.tell(self._go(-1))

    def _go(self, direction: int) -> str:
        heads = [at for at, one in self._lines() if one.is_head]
        return self.go_round(heads, direction) if heads else "Nothing is in doubt."

    def action_edit(self) -> None:
        """Edit the dossier at what is under the cursor."""
        self.post_message(EditWanted(self.item.place if self.item else None))

    def _move(self, place: ItemPlace) -> None:
        super()._move(place)
        line = self.line
        for title in self.screen.query(Title):
            title.issue = line.issue or None if line else None


class UnknownScreen(Screen[None]):
    """What is not known; it reads nothing: the application gives it each new view."""

    own_key: ClassVar[str] = "app.unknown"
    AUTO_FOCUS = ""
    DEFAULT_CSS = """
    UnknownScreen {
        #unknown-body { height: 1fr; }
        #unknown-none { padding: 1 2; display: none; }
        &.-none #unknown-none { display: block; }
        &.-none UnknownSheet { display: none; }
    }
    """

    def __init__(self, view: View, glyphs: Glyphs = UNICODE) -> None:
        """Show what is not known of a view."""
        super().__init__()
        self._view = view
        self._glyphs = glyphs
        self._page: Page | None = None
        self._words = ""
        self._wanted: str | None = None

    def compose(self) -> ComposeResult:
        yield Title()
        yield Banner(markup=False)
        yield FilterBar()
        with Container(id="unknown-body"):
            yield Static(id="unknown-none", markup=False)
            yield UnknownSheet(glyphs=self._glyphs, id="unknown")
        yield Hints()

    def on_mount(self) -> None:
        self.update_view(self._view)

    def update_view(self, view: View) -> None:
        """Show another view once it is looked through; until then, the one before."""
        self._view = view
        self.query_one(Title).view = view
        self.query_one(Banner).show(view)
        self._list(view, self._words)

    @work(thread=True, exclusive=True, group="unknown", description="unknown")
    def _list(self, view: View, words: str) -> None:
        worker = get_current_worker()
        found = _listed(view, words)
        if not worker.is_cancelled:
            self.post_message(DoubtsListed(view, words, found))

    def on_doubts_listed(self, event: DoubtsListed) -> None:
        """Show the lines, at the same place as before; say so where there are none."""
        if event.view is not self._view or event.words != self._words:
            return
        found, sheet = event.found, self.query_one(UnknownSheet)
        if isinstance(found, QueryFault):
            self.query_one(FilterBar).say("", found)
            return
        self.query_one(FilterBar).say(found.hits if found else "", None)
        if found is None:
            self._say("There is no issue to look at. Esc goes back.")
            return
        if self._words.strip() and found.hits.startswith("0 "):
            self._say(f"No issue matches ‘{visible(self._words)}’. Esc clears the filter.")
            return
        self.remove_class("-none")
        line, self._page = sheet.line, found.page
        if line is None:
            sheet.show(found.sections)
            sheet.action_next_doubt()
        else:
            sheet.update_sections(found.sections)
            sheet.keep_line(line.key)
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            sheet.find_issue(wanted)
        if not self.query_one(FilterBar).has_focus_within:
            sheet.focus()

    def _say(self, said: str) -> None:
        self.add_class("-none")
        self.query_one("#unknown-none", Static).update(Content(said))
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
        self._list(self._view, words)

    @property
    def can_go_back(self) -> bool:
        """Whether there is a filter to leave first."""
        return bool(self._words)

    def action_back(self) -> None:
        """Clear the filter."""
        self.take_words("")
        self.query_one(UnknownSheet).focus()

    def action_filter(self) -> None:
        """Write a filter."""
        self.query_one(FilterBar).open()

    def on_filter_bar_changed(self, event: FilterBar.Changed) -> None:
        """Show what the filter leaves."""
        if event.words != self._words:
            self._words = event.words
            self._list(self._view, event.words)

    def on_filter_bar_left(self) -> None:
        """Go back to the lines, where there are any."""
        self.set_focus(None if self.has_class("-none") else self.query_one(UnknownSheet))

    # The cursor ---------------------------------------------------------------------------------

    @property
    def issue(self) -> str | None:
        """The id of the issue of the line under the cursor."""
        line = self.query_one(UnknownSheet).line
        return line.issue or None if line is not None else None

    def goes_to(self, issue: str) -> bool:
        """Go to the first line of an issue, by id; return whether there is one."""
        sheet = self.query_one(UnknownSheet)
        if sheet.line is None:
            self._wanted = issue
            return True
        return sheet.find_issue(issue)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Return whether an action does something now."""
        return not (action in NEEDS_LINES and self.has_class("-none"))

    def action_copy(self) -> None:
        """Ask what to copy: the line, or the whole."""
        line, page = self.query_one(UnknownSheet).line, self._page
        if line is None or page is None:
            return
        place = line.place
        texts = {
            "Kind" if line.is_head else "Line": line.copied,
            "File and line": visible(f"{place.file}:{place.line}") if place else "",
            "The whole as text": render(page),
            "The whole as Markdown": render(page, "markdown"),
        }
        self.post_message(CopyWanted({name: text for name, text in texts.items() if text}))

    def on_sheet_view_item_opened(self, event: SheetView.ItemOpened) -> None:
        """Open the issue of a line, at its party; a point of a text is opened in the editor."""
        line = event.item
        if isinstance(line, UnknownItem) and line.issue:
            self.post_message(IssueWanted(line.issue, line.party or None))
        elif line.place is not None:
            self.post_message(EditWanted(line.place))
        else:
            said = "Nothing to open here: Enter opens the issue of a cell."
            self.app.notify(said, markup=False)


def _listed(view: View, words: str) -> _Listed | QueryFault | None:
    """Return what is not known of a view, of the issues that a filter leaves."""
    comparison = view.comparison
    if comparison is None or not comparison.rows:
        return None
    try:
        query = parse(words)
        query.check(comparison)
    except QueryFault as fault:
        return fault
    rows = matching(query, comparison) if words.strip() else comparison.rows
    page = unknown_page(comparison, rows)
    hits = f"{len(rows)} of {len(comparison.rows)}" if words.strip() else ""
    return _Listed(unknown_sections(page, view.loaded.span), page, hits)
