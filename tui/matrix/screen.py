"""The matrix: who stands where on each issue, and where the gaps are."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.containers import Container
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static
from textual.worker import get_current_worker

from positions.filter.language import Query, QueryFault, parse
from positions.reports.comparison.reactions import reactions_in_words
from positions.text.safe import visible
from tui.bars.banner import Banner
from tui.bars.filter import FilterBar
from tui.bars.hints import Hints
from tui.bars.title import Title
from tui.grid.grid import Grid
from tui.grid.layout import RowKind
from tui.keys.table import bindings_for
from tui.matrix.detail import Detail, DetailPanel
from tui.matrix.gap_walk import go_to_gap, pair_at, with_most_between
from tui.matrix.rows import MatrixChoice, MatrixRows, RowOrder, empty_sentence, next_order
from tui.state.cell_place import issue_id_of, row_id, span_of, spot_at
from tui.state.messages import (
    ChangedFound,
    CopyWanted,
    EditWanted,
    IssueWanted,
    PairWanted,
    PartiesWanted,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual.app import ComposeResult
    from textual.widget import Widget

    from positions.comparison.rows import Comparison, Row
    from tui.grid.messages import HeaderClicked, RowOpened
    from tui.matrix.rows import RowGroup
    from tui.paint.glyphs import Glyphs
    from tui.state.cell_place import CellPlace
    from tui.state.view import View

__all__ = ["MatrixGrid", "MatrixScreen"]


class MatrixGrid(Grid):
    """The grid with the keys of the table."""

    BINDINGS = bindings_for("grid")


class MatrixScreen(Screen[None]):
    """The first screen. It reads nothing: the application gives it each new view.

    Attributes:
        grid: The grid; empty until the screen is composed.
    """

    BINDINGS = bindings_for("matrix")
    AUTO_FOCUS = "MatrixGrid"
    DEFAULT_CSS = """
    MatrixScreen {
        #matrix-reactions { padding: 0 1; height: auto; max-height: 2; display: none; }
        &.-reactions #matrix-reactions { display: block; }
    }
    """
    own_key: ClassVar[str] = "app.matrix"
    grid_type: ClassVar[type[MatrixGrid]] = MatrixGrid

    def __init__(self, glyphs: Glyphs, query: str = "") -> None:
        """Show nothing yet; begin with a filter if one is given."""
        super().__init__()
        self._glyphs = glyphs
        self._words = query
        self._view: View | None = None
        self._rows: MatrixRows | None = None
        self._choice = MatrixChoice()
        self._fault: QueryFault | None = None
        self._is_ready = False
        self.grid = self.grid_type(glyphs=glyphs, id="matrix")
        self._changed: dict[str, frozenset[str] | None] = {}

    def compose(self) -> ComposeResult:
        yield Title()
        yield Banner(markup=False)
        with Container(id="matrix-body"):
            yield from self.heads()
            yield Static(id="matrix-reactions", markup=False)
            yield self.grid
            yield Detail()
        yield FilterBar()
        yield Hints()

    def heads(self) -> Iterable[Widget]:
        """Return what stands between the banner and the grid."""
        return ()

    def on_mount(self) -> None:
        self._is_ready = True
        self._show_rows()
        self.query_one(FilterBar).words = self._words
        if self.given is not None:
            self.update_view(self.given)

    # What is shown ------------------------------------------------------------------------------

    def update_view(self, view: View) -> None:
        """Show another view; cursor, marks and filter stay by id."""
        if self._view is None or view.loaded is not self._view.loaded:
            self._changed.clear()
        self._view = view
        if not self._is_ready:  # a small dossier is read before the screen is composed
            return
        if self._rows is None or view.comparison is not self._rows.comparison:
            self._rows = self.rows_of(view.comparison) if view.comparison else None
        if view.comparison is not None:
            self._choice = self._choice.within(view.comparison)
        self.query_one(Title).view = self.given
        self.query_one(Banner).show(self.given or view)
        reactions = reactions_in_words(view.comparison) if view.comparison is not None else ""
        self.query_one("#matrix-reactions", Static).update(Content(visible(reactions)))
        self.set_class(bool(reactions), "-reactions")
        self._filter(self._words)

    @property
    def given(self) -> View | None:
        """The view as the application gave it."""
        return self._view

    def rows_of(self, comparison: Comparison) -> MatrixRows:
        """Return the rows of a comparison."""
        return MatrixRows(comparison, self._glyphs)

    def empty_sentence(self) -> str:
        """Return what is said where there is no row to show."""
        return empty_sentence(self._view, self._words)

    def go_to(self, issue: str, party: str | None = None) -> None:
        """Move the cursor to an issue."""
        self.grid.move_to(row_id(issue), party)

    def choose_again(self, order: str, marked: Iterable[str]) -> None:
        """Sort and mark as somebody did before; an order that there is no more is left out."""
        known = {str(one): one for one in RowOrder}
        self._choice = replace(
            self._choice,
            order=known.get(order, self._choice.order),
            marked=frozenset(marked),
        )

    @property
    def chosen(self) -> MatrixChoice:
        """What is shown, and how."""
        return self._choice

    def mark_news(self, issues: frozenset[str]) -> None:
        """Mark the issues that a reload changes, until the cursor visits them; it is shown next."""
        self._choice = replace(self._choice, news=self._choice.news | issues)

    def goes_to(self, issue: str) -> bool:
        """Move the cursor to an issue, if it is among those shown; return whether it is."""
        self.go_to(issue)
        return self.issue == issue

    def gap_from(self, issue: str, party: str | None, direction: int) -> str | None:
        """Move the cursor from an issue to the next one with a gap, or the one before; return it.

        Args:
            issue: The issue's id.
            party: The party at which the cursor is.
            direction: 1 for forward, -1 for back.
        """
        self.go_to(issue, party)
        here = there = self.spot
        for _ in range(len(here.row.parts) + 1 if here else 1):  # parts may have rows
            self._go_to_gap(direction)
            there = self.spot
            if there is None or here is None or there.row is not here.row:
                break
        return there.row.issue.id if there is not None else None

    @property
    def can_go_back(self) -> bool:
        """Whether there is something to leave before the program."""
        return bool(self._words) or self.is_maximised or self.focused is not self.grid

    @property
    def pair(self) -> tuple[str, ...]:
        """The reference and the party under the cursor; fewer than two where there are no more."""
        return pair_at(self.grid.data, self.grid.cursor.column_id)

    @property
    def pair_with_most_between(self) -> tuple[str, ...]:
        """The same; with the cursor on the reference, it and whom most divides from it."""
        comparison = self._view.comparison if self._view is not None else None
        if comparison is None or self.grid.cursor.column_id != self.grid.data.reference:
            return self.pair
        return with_most_between(comparison, self.pair)

    @property
    def is_maximised(self) -> bool:
        """Whether the detail has the whole height."""
        return self.has_class("-detail-maximised")

    @property
    def spot(self) -> CellPlace | None:
        """What is under the cursor."""
        if self._view is None or self._view.comparison is None:
            return None
        return spot_at(self._view.comparison, *self.grid.cursor)

    @property
    def issue(self) -> str | None:
        """The id of the issue under the cursor."""
        return issue_id_of(self.grid.cursor.row_id)

    def _show_rows(self) -> None:
        grid, before = self.grid, self.grid.cursor.row_id
        if self._rows is not None:
            grid.show(self._rows.grid_data(self._choice, self.empty_sentence()))
            if grid.cursor.row_id != before and self.spot is None:
                grid.action_cursor_down()  # from a heading to its first issue
        else:
            sentence = self.empty_sentence()
            grid.show(replace(grid.data, rows=(), columns=(), sentence=sentence))
        self._show_detail()
        self.refresh_bindings()

    def _show_detail(self) -> None:
        if self._view is not None:
            self.query_one(Title).issue = self.issue
            self.query_one(Detail).show(self._view, self.spot or self._group, self._glyphs)

    @property
    def _group(self) -> RowGroup | None:
        """The rows below the heading under the cursor; None where it is on no heading."""
        if self._rows is None or self.grid.cursor.row_id is None:
            return None
        return self._rows.group_of(self.grid.cursor.row_id, self._choice)

    # The filter ---------------------------------------------------------------------------------

    @property
    def words(self) -> str:
        """The filter."""
        return self._words

    def take_words(self, words: str) -> None:
        """Take another filter, as if it had been written, and show at once what it leaves."""
        self.query_one(FilterBar).words = words
        self._filter(words)

    def _filter(self, words: str) -> None:
        """Show what the words name; while they are wrong, what was shown before."""
        self._words = words
        try:
            query = self._told(parse(words))
            if self._rows is not None:
                query.check(self._rows.comparison)
        except QueryFault as fault:
            self._fault = fault
        else:
            self._fault = None
            self._choice = replace(self._choice, query=query)
        if self._view is not None:
            self._show_rows()
        self.query_one(FilterBar).say(self._hits, self._fault)

    def _told(self, query: Query) -> Query:
        """Return the filter with what changed since the revisions that it names.

        Raises:
            QueryFault: That is not read yet, or cannot be told.
        """
        told = {}
        for term in query.terms:
            for name in term.values if term.field == "changed" and self._view else ():
                if name not in self._changed:
                    self._read_changed(self._view.path if self._view else "", name)
                    raise QueryFault(term.position, term.length, "Reading what changed.")
                found = self._changed[name]
                if found is None:
                    said = f"It cannot be told what changed since `{name}`."
                    raise QueryFault(term.position, term.length, said, "Name a revision or a date.")
                told["changed", name] = found
        return replace(query, told=told)

    @work(thread=True, exclusive=True, group="changed", description="changed")
    def _read_changed(self, path: str, revision: str) -> None:
        from tui.state.changes import changed_since  # noqa: PLC0415  # not for the first paint

        worker = get_current_worker()
        found = changed_since(path, revision, lambda: worker.is_cancelled)
        if not worker.is_cancelled:
            self.post_message(ChangedFound(revision, found))

    def on_changed_found(self, event: ChangedFound) -> None:
        """Filter again, now that it is known what changed."""
        self._changed[event.revision] = event.issues
        self._filter(self._words)

    @property
    def _hits(self) -> str:
        if self._rows is None or self._fault is not None or not self._words.strip():
            return ""
        shown = len(self._rows.matching(self._choice.query))
        return f"{shown} of {len(self._rows.comparison.rows)}"

    def on_filter_bar_changed(self, event: FilterBar.Changed) -> None:
        if event.words != self._words:
            self._filter(event.words)

    def on_filter_bar_left(self) -> None:
        self.grid.focus()

    # Actions ------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Return whether there is something yet for an action to act on."""
        return self._is_ready

    def action_filter(self) -> None:
        """Write a filter."""
        self.query_one(FilterBar).open()

    def action_next_gap(self) -> None:
        """Go to the next issue on which two parties differ or, in a filter, the next issue."""
        self._go_to_gap(1)

    def action_previous_gap(self) -> None:
        """Go to the one before."""
        self._go_to_gap(-1)

    def action_parts(self) -> None:
        """Open or close the parts of the issue under the cursor."""
        spot = self.spot
        if spot is None or not spot.row.parts:
            self.app.notify("This issue has no parts.", markup=False)
            return
        issue = spot.row.issue.id
        self._choose(opened=self._choice.opened ^ {issue})
        if issue not in self._choice.opened:
            self.go_to(issue)

    def action_open_parts(self) -> None:
        """Open the parts of every issue that has some."""
        if self._rows is not None:
            rows = self._rows.comparison.rows
            self._choose(opened=frozenset(row.issue.id for row in rows if row.parts))

    def action_close_parts(self) -> None:
        """Close the parts of every issue."""
        issue = self.issue
        self._choose(opened=frozenset())
        self.go_to(issue or "")

    def action_sort(self) -> None:
        """Sort in the next order that shows the rows otherwise."""
        if self._rows is None:
            return
        order = next_order(self._choice.order, self._rows.comparison)
        said = "There is no other order of these." if order is self._choice.order else ""
        issues = [row.id for row in self.grid.data.rows if row.kind is RowKind.ROW]
        is_first = issues[:1] == [self.grid.cursor.row_id]
        self._choose(order=order)
        if is_first:  # nobody has gone anywhere yet: show what the order puts first
            self.grid.action_top()
            self.grid.action_cursor_down()
        self.app.notify(said or f"Sorted {order}.", markup=False)

    def action_dense(self) -> None:
        """Show one sign a party, or what each says again."""
        self._choose(is_dense=not self._choice.is_dense)
        if self._choice.is_dense:
            said = "One letter a camp, a the largest; the same letter, the same position."
            self.app.notify(said, markup=False)

    def action_fold_topics(self) -> None:
        """Fold every topic or, if all are, unfold them."""
        data = self.grid.data
        headings = frozenset(row.id for row in data.rows if not row.cells and not row.letter)
        self.grid.folded = frozenset() if self.grid.folded >= headings else headings

    def action_reference(self) -> None:
        """Compare the others with the party under the cursor."""
        self._refer_to(self.grid.cursor.column_id)

    def action_parties(self) -> None:
        """Choose the parties to compare."""
        self.post_message(PartiesWanted())

    def action_pair(self) -> None:
        """Compare the party under the cursor with the reference."""
        self.post_message(PairWanted(self.pair))

    def action_maximise(self) -> None:
        """Give the detail the whole height, or take it back."""
        is_maximised = not self.is_maximised
        self.set_class(is_maximised, "-detail-maximised")
        if is_maximised:
            self.query_one(DetailPanel).focus()
        else:
            self.grid.focus()

    def action_mark(self) -> None:
        """Mark the issue under the cursor, or unmark it."""
        if self.issue is not None:
            self._choose(marked=self._choice.marked ^ {self.issue})

    def action_copy(self) -> None:
        """Ask what to copy."""
        from tui.matrix.copies import copies  # noqa: PLC0415  # not for the first paint

        spot = self.spot
        if self._view is None or (spot is None and not self._marked):
            self.app.notify("There is nothing to copy here.", markup=False)
        else:
            self.post_message(CopyWanted(copies(self._view, spot, self._marked)))

    def exports(self) -> dict[str, Callable[[], str]]:
        """Return what makes a text of what is shown, by the ending of its file."""
        from tui.matrix.exports import exports_of  # noqa: PLC0415  # not for the first paint

        if self._rows is None:
            return {}
        rows = self._rows.matching(self._choice.query)
        return exports_of(self._rows.comparison, rows, self._words, self._choice.order)

    def action_copy_skeleton(self) -> None:
        """Put the skeleton of a position for the cell at the cursor on the clipboard."""
        from tui.matrix.copies import copied_skeleton  # noqa: PLC0415  # not for the first paint

        self.app.notify(copied_skeleton(self.app, self._view, self.spot), markup=False)

    def action_edit(self) -> None:
        """Edit the dossier at what is under the cursor."""
        spot = self.spot
        found = span_of(self._view, spot) if self._view is not None and spot is not None else None
        self.post_message(EditWanted(found))

    def action_back(self) -> None:
        """Leave the detail or, if not there, the filter."""
        if self.is_maximised:
            self.action_maximise()
        elif self.focused is not self.grid:
            self.grid.focus()
        elif self._words:
            self.take_words("")

    # From the grid ------------------------------------------------------------------------------

    def on_grid_cursor_moved(self) -> None:
        if self.issue in self._choice.news:
            self._choose(news=self._choice.news - {self.issue})
        else:
            self._show_detail()

    def on_grid_row_opened(self, event: RowOpened) -> None:
        issue = issue_id_of(event.row_id)
        if issue is not None:
            self.post_message(IssueWanted(issue, event.column_id))

    def on_grid_header_clicked(self, event: HeaderClicked) -> None:
        self._refer_to(event.column_id)

    @property
    def _marked(self) -> tuple[Row, ...]:
        rows = self._rows.comparison.rows if self._rows is not None else ()
        return tuple(row for row in rows if row.issue.id in self._choice.marked)

    def _refer_to(self, party: str | None) -> None:
        if party is not None:
            self._choose(reference=party)

    def _choose(self, **changes: object) -> None:
        self._choice = replace(self._choice, **changes)  # type: ignore[arg-type]
        self._show_rows()

    def _go_to_gap(self, direction: int) -> None:
        if self._rows is not None:
            any_issue = bool(self._choice.query.terms)
            said = go_to_gap(self.grid, self._rows, direction, any_issue=any_issue)
            if said:
                self.app.notify(said, markup=False)
