"""One issue in full: why it stands as it does, what every party says, and on whose word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual import work
from textual.containers import Container
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static
from textual.worker import get_current_worker

from positions.problems.problem import Span
from positions.reports.issue.sheet import issue_page
from positions.reports.issue.told_once import told_once
from positions.reports.page.render import render
from positions.text.safe import clip, visible, wrap
from tui.bars.banner import Banner
from tui.bars.hints import Hints
from tui.bars.title import Title
from tui.keys.table import bindings_for
from tui.paint.glyphs import LETTERS, UNICODE, Glyphs
from tui.paint.statuses import STATUS_STYLES
from tui.sheet.items import sections
from tui.sheet.sheet import SheetView
from tui.state.clipboard import copy
from tui.state.exports import forms_of_page
from tui.state.messages import CopyWanted, EditWanted, GapWanted

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult

    from positions.comparison.rows import Comparison, Row
    from positions.reports.page.model import Page
    from tui.issue.history import PastRead
    from tui.state.view import View

__all__ = ["IssueScreen", "IssueSheet"]

READING: Final = "Reading the revisions (git); Esc ends it: "
REASON_LINES: Final = 3
"""Lines of the reason that stay in sight where a sheet begins further down."""
MARGINS: Final = 4


class IssueSheet(SheetView):
    """The sheet with the keys of the table.

    Attributes:
        whole: Everything about the issue as text, to be copied.
    """

    BINDINGS = bindings_for("issue")
    whole = ""

    def action_next_gap(self) -> None:
        """Go to the next issue with a gap."""
        self.post_message(GapWanted(1))

    def action_previous_gap(self) -> None:
        """Go to the one before."""
        self.post_message(GapWanted(-1))

    def action_copy(self) -> None:
        """Ask what to copy."""
        item = self.item
        if item is None:
            return
        address = item.link if isinstance(item.link, str) else ""
        texts = {
            "Line, with what stands under it": item.copied,
            "Address": visible(address),
            "File and line": visible(_file_and_line(item.place)),
            "Whole issue": self.whole,
        }
        self.post_message(CopyWanted({name: text for name, text in texts.items() if text}))

    def action_edit(self) -> None:
        """Edit the dossier at what is under the cursor."""
        self.post_message(EditWanted(self.item.place if self.item else None))


class IssueScreen(Screen[None]):
    """An issue; it reads nothing: the application gives it each new view."""

    AUTO_FOCUS = ""
    DEFAULT_CSS = """
    IssueScreen {
        #issue-body { height: 1fr; }
        #issue-title { height: 1; padding: 0 2; text-wrap: nowrap; text-overflow: ellipsis; }
        &.-reason #issue-title { height: auto; max-height: 4; text-wrap: wrap; }
        #issue-gone { padding: 1 2; display: none; }
        &.-gone #issue-gone { display: block; }
        &.-gone IssueSheet, &.-gone #issue-title { display: none; }
    }
    """

    def __init__(
        self, view: View, issue: str, party: str | None = None, glyphs: Glyphs = UNICODE
    ) -> None:
        """Show an issue of a view, with the cursor on a party's name if one is given."""
        super().__init__()
        self._view = view
        self._whole: Callable[[], Page] | None = None
        self._issue = issue
        self._party = party
        self._glyphs = glyphs
        self._is_shown = False
        self._has_past = False
        self._past: PastRead | None = None
        self._reading: Row | None = None

    def compose(self) -> ComposeResult:
        yield Title()
        yield Banner(markup=False)
        with Container(id="issue-body"):
            yield Static(id="issue-title", markup=False)
            yield Static(id="issue-gone", markup=False)
            yield IssueSheet(glyphs=self._glyphs, id="issue")
        yield Hints()

    def on_mount(self) -> None:
        self.update_view(self._view)

    # What is shown ------------------------------------------------------------------------------

    @property
    def issue(self) -> str:
        """The id of the issue shown."""
        return self._issue

    @property
    def party(self) -> str | None:
        """The id of the party that was last visited."""
        return self._sheet.party_id or self._party

    def update_view(self, view: View) -> None:
        """Show the issue as it is in another view, at the same place; say so if it is gone."""
        self._view = view
        self.query_one(Title).view = view
        self.query_one(Banner).show(view)
        self._show()

    def go_to(self, issue: str, party: str | None = None) -> None:
        """Show another issue, with the cursor on a party's name if one is given."""
        self._issue, self._party, self._is_shown = issue, party, False
        self._show()

    def is_moot(self, key: str) -> bool:
        """Return whether a key could only say that the line leads nowhere."""
        return key == "issue.open" and not self._sheet.leads_on()

    def goes_to(self, issue: str) -> bool:
        """Show another issue, at the party that was visited last; return that it is shown."""
        self.go_to(issue, self.party)
        return True

    def action_history(self) -> None:
        """Show when it stood how, and every word with its revision; or how it stands, again."""
        self._party = self.party
        self.workers.cancel_group(self, "past")
        past = self._past
        if past is None or past.row is not self._reading or past.past.revisions is None:
            self._reading = None
        self._has_past, self._is_shown = not self._has_past, False
        self.refresh_bindings()
        self._show()

    @property
    def can_go_back(self) -> bool:
        """Whether there is a history to leave first."""
        return self._has_past

    def action_back(self) -> None:
        """Leave the history."""
        self.action_history()

    def _show(self) -> None:
        self.query_one(Title).issue = self._issue
        comparison = self._view.comparison
        rows = comparison.rows if comparison else ()
        row = next((row for row in rows if row.issue.id == self._issue), None)
        self.set_class(comparison is None or row is None, "-gone")
        if comparison is None or row is None:
            said = f"There is no issue ‘{visible(self._issue)}’ any more. Esc goes back."
            self.query_one("#issue-gone", Static).update(Content(said))
            self.set_focus(None)
        else:
            self._show_row(comparison, row)

    def exports(self) -> dict[str, Callable[[], str]]:
        """Return what makes a text of the issue, by the ending of its file."""
        whole = self._whole
        return forms_of_page(whole) if whole is not None else {}

    def _show_row(self, comparison: Comparison, row: Row) -> None:
        place = self._view.loaded.span
        if not self._is_shown or self._has_past:
            self.remove_class("-reason")
        self._show_title(row)
        past = self._past.past if self._past is not None and self._past.row is row else None
        if self._has_past:
            if past is None or past.revisions is None:
                reading = Content.assemble(READING, _title(row, self._glyphs))
                self.query_one("#issue-title", Static).update(reading)
            if self._reading is not row:
                self._reading = row
                self._read_past(self._view, comparison, row)
            if past is None:
                return
            from tui.issue.history import past_sections  # noqa: PLC0415  # not for the first paint

            found = past_sections(comparison, row, past, self._view, self._glyphs)
            self._whole = lambda: past.page
        else:
            found = sections(comparison, row, place, self._glyphs)
            self._whole = lambda: told_once(issue_page(comparison, row, place))
        self._sheet.whole = render(self._whole())
        if self._is_shown:
            self._sheet.update_sections(found)
        else:
            self._sheet.show(found, None if self._has_past else self._party)
            self._is_shown = True
            self.call_after_refresh(self._keep_reason_in_sight, row)
        self._sheet.focus()

    def _keep_reason_in_sight(self, row: Row) -> None:
        """Say the reason of the status above the sheet where this begins further down."""
        if self._sheet.scroll_offset.y and not self._has_past and row.issue.id == self._issue:
            self.add_class("-reason")
            self._show_title(row)

    def _show_title(self, row: Row) -> None:
        said = _title(row, self._glyphs)
        if self.has_class("-reason"):
            room = max(self.size.width - MARGINS, MARGINS)
            *lines, rest = wrap(visible(row.whole.sentence), room)
            if len(lines) >= REASON_LINES:
                lines, rest = lines[: REASON_LINES - 1], f"{lines[REASON_LINES - 1]} …"
            last = clip(rest.replace("…", self._glyphs.ellipsis), room, self._glyphs.ellipsis)
            said = Content("\n").join([said, Content("\n".join([*lines, last]))])
        self.query_one("#issue-title", Static).update(said)

    @work(thread=True, exclusive=True, group="past", description="past")
    def _read_past(self, view: View, comparison: Comparison, row: Row) -> None:
        from tui.issue.history import PastRead, read_past  # noqa: PLC0415  # not for the first paint

        worker = get_current_worker()
        for past in read_past(view, comparison, row, lambda: worker.is_cancelled):
            if not worker.is_cancelled:
                self.post_message(PastRead(row, past))

    def on_past_read(self, event: PastRead) -> None:
        """Show the history, if it is still what is read."""
        if event.row is self._reading:
            self._past = event
            if self._has_past:
                self._show()

    @property
    def _sheet(self) -> IssueSheet:
        return self.query_one(IssueSheet)

    # From the sheet -----------------------------------------------------------------------------

    def on_sheet_view_item_opened(self, event: SheetView.ItemOpened) -> None:
        """Edit at a line; show an address and copy it, for nobody asked for a browser."""
        link = event.item.link
        if isinstance(link, Span):
            self.post_message(EditWanted(link))
        elif link:
            said = f"{visible(link)}\n{copy(self.app, link)}."
            self.app.notify(said, title="Address of the source", markup=False)
        else:
            said = "Nothing to open here: Enter opens a source’s address, or a line of the file."
            self._sheet.say_of_item(said)


def _title(row: Row, glyphs: Glyphs) -> Content:
    status = f"{LETTERS[row.status]} {glyphs.status[row.status]} {row.status}"
    title = visible(row.issue.title)
    return Content.assemble((status, STATUS_STYLES[row.status]), "  ", (title, "bold"))


def _file_and_line(place: Span | None) -> str:
    return f"{place.file}:{place.line}" if place else ""
