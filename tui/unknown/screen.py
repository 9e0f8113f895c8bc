"""Unknown: what is not known, or not well, cell by cell; Enter opens the issue at the party.

`positions unknown` prints the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from positions.filter.language import QueryFault
from positions.reports.page.render import render
from positions.reports.unknown.page import unknown_page
from tui.bars.filter import FilterBar
from tui.keys.table import bindings_for
from tui.lines.screen import FilteredLinesScreen, cells_left
from tui.lines.sheet import LineSheet
from tui.unknown.items import UnknownItem, unknown_sections

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.widget import Widget

    from positions.reports.page.model import Page
    from tui.sheet.items import SheetSection
    from tui.state.view import View

__all__ = ["UnknownScreen", "UnknownSheet"]


class _Listed(NamedTuple):
    """What is not known of a view: the lines, the page, and how many issues a filter leaves."""

    sections: tuple[SheetSection, ...]
    page: Page
    hits: str


class UnknownSheet(LineSheet[UnknownItem]):
    """The lines, with the keys of the table."""

    BINDINGS = bindings_for("unknown")
    line_class = UnknownItem
    opens_editor = True

    def keep_line(self, key: tuple[str, ...]) -> None:
        """Move to the line of a key, if it is there; else to the head of its kind, if that is."""
        self.go_to_first(lambda one: one.key == key, lambda one: one.key == key[:1])

    def find_issue(self, issue: str) -> bool:
        """Move to the first line of an issue; return whether there is one."""
        return self.go_to_first(lambda one: one.issue == issue)

    def action_next_doubt(self) -> None:
        """Go to the next kind of doubt."""
        self._go(1)

    def action_previous_doubt(self) -> None:
        """Go to the kind before."""
        self._go(-1)

    def _go(self, direction: int) -> None:
        self.tell(self.go_among(lambda one: one.is_head, direction, "Nothing is in doubt."))


class UnknownScreen(FilteredLinesScreen["_Listed | QueryFault | None"]):
    """What is not known."""

    own_key: ClassVar[str] = "app.unknown"
    needs_lines = frozenset({"open", "next_doubt", "previous_doubt", "copy", "edit"})
    nothing_to_open = "Nothing to open here: Enter opens the issue of a cell."
    _page: Page | None = None
    _wanted: str | None = None

    def widgets(self) -> tuple[Sequence[Widget], Sequence[Widget]]:
        """Return the filter, and the lines; see `LinesScreen`."""
        return (FilterBar(),), (UnknownSheet(glyphs=self._glyphs, id="unknown"),)

    @property
    def made_for(self) -> str:
        """The filter; see `LinesScreen`."""
        return self._words

    def make(self, view: View, words: str) -> _Listed | QueryFault | None:
        """Look through a view; see `LinesScreen`."""
        return _listed(view, words)

    def show_made(self, made: _Listed | QueryFault | None) -> None:
        """Show the lines, at the same place as before; say so where there are none."""
        found, sheet = made, self.query_one(UnknownSheet)
        if found is None:
            self.say("There is no issue to look at. Esc goes back.")
            return
        if isinstance(found, QueryFault):
            self.say_hits("", found, none=False)
            return
        if self.say_hits(found.hits, None, none=found.hits.startswith("0 ")):
            return
        line, self._page = sheet.line, found.page
        self.page = lambda: found.page
        if line is None:
            sheet.show(found.sections)
            sheet.begin_at(lambda one: one.is_head)
        else:
            sheet.update_sections(found.sections)
            sheet.keep_line(line.key)
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            sheet.find_issue(wanted)
        self.show_lines()

    def goes_to(self, issue: str) -> bool:
        """Go to the first line of an issue, by id; return whether there is one."""
        sheet = self.query_one(UnknownSheet)
        if sheet.line is None:
            self._wanted = issue
            return True
        return sheet.find_issue(issue)

    def action_copy(self) -> None:
        """Ask what to copy: the line, or the whole."""
        line, page = self.query_one(UnknownSheet).line, self._page
        if line is None or page is None:
            return
        texts = {
            "Kind" if line.is_head else "Line": line.copied,
            "File and line": self.where(),
            "The whole as text": render(page),
            "The whole as Markdown": render(page, "markdown"),
        }
        self.copy(texts)


def _listed(view: View, words: str) -> _Listed | QueryFault | None:
    """Return what is not known of a view, of the issues that a filter leaves."""
    comparison = view.comparison
    if comparison is None or not comparison.rows:
        return None
    try:
        rows, parties, hits = cells_left(words, comparison)
    except QueryFault as fault:
        return fault
    page = unknown_page(comparison, rows, parties)
    return _Listed(unknown_sections(page, view.loaded.span), page, hits)
