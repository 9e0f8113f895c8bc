"""Problems: what is wrong in the dossier, where, and what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from positions.reports.problems import problems_text
from positions.text.safe import visible
from tui.bars.banner import Banner
from tui.bars.hints import Hints
from tui.bars.title import Title
from tui.grid.grid import Grid
from tui.keys.table import bindings_for
from tui.paint.glyphs import UNICODE, Glyphs
from tui.problems.rows import in_full, problem_grid, row_ids, summary, titles_at
from tui.state.messages import CopyWanted, EditWanted

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events
    from textual.app import ComposeResult

    from positions.problems.problem import Problem
    from tui.state.view import View

__all__ = ["ProblemsGrid", "ProblemsScreen"]


class ProblemsGrid(Grid):
    """The list with the keys of the table.

    Attributes:
        problem: The one under the cursor; None where there is none.
        problems: All of them, to be copied.
    """

    BINDINGS = bindings_for("problems")
    problem: Problem | None = None
    problems: tuple[Problem, ...] = ()

    def action_copy(self) -> None:
        """Ask what to copy."""
        if self.problem is None:
            self.app.notify("There is nothing to copy here.", markup=False)
            return
        span = self.problem.span
        texts = {
            "Problem": visible(str(self.problem)),
            "File and line": visible(f"{span.file}:{span.line}") if span else "",
            f"All problems ({len(self.problems)})": "\n".join(
                visible(str(problem)) for problem in self.problems
            ),
        }
        self.post_message(CopyWanted({name: text for name, text in texts.items() if text}))


class ProblemsScreen(Screen[None]):
    """Every problem of the newest text; the application gives it each new view."""

    FOLLOWS_LENS: ClassVar = False
    own_key: ClassVar[str] = "app.problems"
    AUTO_FOCUS = ""
    DEFAULT_CSS = """
    ProblemsScreen {
        #problems-summary { height: auto; padding: 0 1; }
        #problems-none { padding: 1 2; display: none; }
        #problems-body { height: 1fr; }
        #problems-detail {
            height: 9; padding: 0 1; background: $surface; scrollbar-size-vertical: 1;
        }
        &.-low #problems-detail { display: none; }
        &.-beside #problems-body { layout: horizontal; }
        &.-beside ProblemsGrid { width: 1fr; }
        &.-beside #problems-detail { width: 30%; max-width: 72; height: 1fr; display: block; }
        &.-none #problems-none { display: block; }
        &.-none #problems-body, &.-none #problems-summary { display: none; }
    }
    """

    def __init__(self, view: View, glyphs: Glyphs = UNICODE) -> None:
        """Show the problems of a view."""
        super().__init__()
        self._view = view
        self._glyphs = glyphs
        self._by_row: dict[str, Problem] = {}
        self._titles: tuple[str, ...] = ()

    def compose(self) -> ComposeResult:
        yield Title()
        yield Banner(markup=False)
        yield Static(id="problems-summary", markup=False)
        yield Static(id="problems-none", markup=False)
        with Container(id="problems-body"):
            yield ProblemsGrid(glyphs=self._glyphs, id="problems")
            with VerticalScroll(id="problems-detail", can_focus=False):
                yield Static(id="problems-text", markup=False)
        yield Hints()

    def on_mount(self) -> None:
        self._titles = titles_at(self.size.width)
        self.update_view(self._view)

    def on_resize(self, event: events.Resize) -> None:
        titles = titles_at(event.size.width)
        if titles != self._titles:
            self._titles = titles
            self._show_rows()

    def exports(self) -> dict[str, Callable[[], str]]:
        """Return what makes a text of the problems, by the ending of its file."""
        view = self._view
        return {".txt": lambda: problems_text(view.problems, view.path)} if view.problems else {}

    def update_view(self, view: View) -> None:
        """Show the problems of another view; the cursor stays with its problem."""
        self._view = view
        self.query_one(Title).view = view
        self._by_row = dict(zip(row_ids(view.problems), view.problems, strict=True))
        self._show_rows()

    def _show_rows(self) -> None:
        problems = self._view.problems
        self.set_class(not problems, "-none")
        self.query_one("#problems-none", Static).update(Content(_nothing(self._view)))
        self.query_one("#problems-summary", Static).update(Content(_said(self._view)))
        grid = self._grid
        grid.problems = problems
        grid.show(problem_grid(problems, self._titles, self._view.loaded.path))
        self._show_detail()
        self.set_focus(grid if problems else None)

    def _show_detail(self) -> None:
        grid = self._grid
        grid.problem = self._by_row.get(grid.cursor.row_id or "")
        text = self.query_one("#problems-text", Static)
        text.update(in_full(grid.problem) if grid.problem else "")
        self.query_one("#problems-detail").scroll_home(animate=False)

    @property
    def _grid(self) -> ProblemsGrid:
        return self.query_one(ProblemsGrid)

    # From the grid ------------------------------------------------------------------------------

    def on_grid_cursor_moved(self) -> None:
        self._show_detail()

    def on_grid_row_opened(self) -> None:
        if self._grid.problem is not None:
            self.post_message(EditWanted(self._grid.problem.span))


def _said(view: View) -> str:
    """Return how many problems there are, and what the other screens show meanwhile."""
    said = f"{summary(view.problems)} in {visible(view.path)}."
    return f"{said} The other screens show the version of {view.good_at}." if view.stale else said


def _nothing(view: View) -> str:
    """Return what is said where there are no problems."""
    if view.gone:
        return (
            f"{visible(view.path)} is gone. Put it back, and it is read again; "
            "until then, the last version is shown. Esc goes back."
        )
    return f"No problems: every line of {visible(view.path)} was understood. Esc goes back."
