"""The top of a screen: the tabs, the strip of all issues, and how many issues stand how."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from positions.text.safe import visible
from tui.bars.issue_strip import IssueStrip, strip_length
from tui.bars.tabs import HOME, Tabs
from tui.paint.glyphs import counted
from tui.paint.statuses import STATUS_STYLES, counts_in_color

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual import events
    from textual.app import ComposeResult

    from positions.comparison.rows import Comparison
    from tui.state.view import View

__all__ = ["Title", "said_lines"]

GAP: Final = "   "


class Title(Vertical):
    """The top of a screen: two lines where they hold everything, else three.

    Attributes:
        view: What is shown.
        issue: The id of the issue at the cursor.
    """

    DEFAULT_CSS = """
    Title {
        height: auto; background: $panel; color: $foreground;
        #issues-line { height: 1; padding: 0 1; background: $panel; }
        #issues-beside { width: auto; height: 1; text-align: right; }
        #counts-line { height: 1; padding: 0 1; display: none; }
        &.-counts #counts-line { display: block; }
    }
    """
    view: reactive[View | None] = reactive(None, init=False)
    issue: reactive[str | None] = reactive(None, init=False)

    def compose(self) -> ComposeResult:
        yield Tabs()
        with Horizontal(id="issues-line"):
            yield IssueStrip()
            yield Static(id="issues-beside", markup=False)
        yield Static(id="counts-line", markup=False)

    def on_mount(self) -> None:
        self.tell_conflicts(getattr(self.app, "conflicts", None))

    def on_resize(self, _event: events.Resize) -> None:
        self.watch_view()

    def watch_view(self) -> None:
        """Say of another view, or at another width, what there is room for."""
        if not self.is_attached or not self.query(Tabs):
            return
        view, tabs = self.view, self.query_one(Tabs)
        tabs.place = self._place()
        tabs.view = view
        comparison = view.comparison if view else None
        self.query_one(IssueStrip).comparison = comparison
        beside, below = Content(""), Content("")
        if comparison is not None:
            beside, below = said_lines(
                comparison, self.size.width - 2, has_moment=tabs.line.has_moment
            )
        self.query_one("#issues-beside", Static).update(beside)
        self.query_one("#counts-line", Static).update(below)
        self.set_class(bool(below), "-counts")

    def watch_issue(self, issue: str | None) -> None:
        """Mark another issue in the strip."""
        for strip in self.query(IssueStrip):
            strip.issue = issue

    def tell_conflicts(self, conflicts: int | None) -> None:
        """Say how often orders of steps block each other; None while that is not known."""
        self.query_one(Tabs).conflicts = conflicts
        self.watch_view()

    def _place(self) -> str:
        """Return the tab to which the screen belongs: its own, or that of the screen below it."""
        own_key: str | None = getattr(self.screen, "own_key", None)
        if own_key is not None:
            return own_key
        screens = self.app.screen_stack
        here = screens.index(self.screen) + 1 if self.screen in screens else len(screens)
        own = (getattr(screen, "own_key", None) for screen in reversed(screens[:here]))
        return next(filter(None, own), HOME)


def said_lines(
    comparison: Comparison, columns: int, *, has_moment: bool
) -> tuple[Content, Content]:
    """Return what stands at the right of the strip, and what in a line below it.

    Each is the longest form that fits, and never a part of one: a figure without its words would
    be taken for another.

    Args:
        comparison: What is shown.
        columns: Cells of both, those of the strip included.
        has_moment: Whether the moment stands elsewhere.
    """
    moment = Content("" if has_moment else f"as of {visible(str(comparison.as_of))}")
    agreed = Content(f"agreed or settled: {comparison.convergence}")
    room = columns - strip_length(comparison) - len(GAP)
    counts = list(_counts(comparison))
    everything = _joined(moment, counts[0], agreed)
    if everything.cell_length <= room:
        return everything, Content("")
    beside = _first_that_fits(room, (moment, agreed), (moment,), (agreed,))
    rest = [one for one in (moment, agreed) if one.plain not in beside.plain]
    forms = [(*rest[:-1], form, *rest[-1:]) for form in counts]
    return beside, _first_that_fits(columns, *forms, tuple(rest), (agreed,))


def _first_that_fits(columns: int, *forms: tuple[Content, ...]) -> Content:
    said = (_joined(*form) for form in forms)
    return next((one for one in said if one.cell_length <= columns), Content(""))


def _joined(*parts: Content) -> Content:
    return Content(GAP).join([*filter(None, parts)])


def _counts(comparison: Comparison) -> Iterator[Content]:
    """Yield how many issues stand how, the longest form first."""
    issues, words = _issues(comparison), counts_in_color(comparison.counts)
    if not words:
        yield issues
        return
    yield Content.assemble(issues, ": ", words)
    yield words
    yield Content(" ").join(
        Content.styled(said, STATUS_STYLES[status]) for status, said in counted(comparison.counts)
    )


def _issues(comparison: Comparison) -> Content:
    said = [f"{len(comparison.rows)} {'issue' if len(comparison.rows) == 1 else 'issues'}"]
    if procedural := sum(row.issue.procedural for row in comparison.rows):
        said.append(f"{procedural} of them procedural")
    if comparison.unraised:
        said.append(f"{len(comparison.unraised)} not yet raised")
    return Content(", ".join(said))
