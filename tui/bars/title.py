"""The line at the top: which dossier, as of when, how many issues stand how, and convergence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from positions.comparison.rows import Status
from positions.problems.problem import Severity
from positions.text.safe import clip, visible
from tui.paint.glyphs import counted
from tui.paint.statuses import STATUS_STYLES
from tui.state.view import is_chosen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from positions.comparison.rows import Comparison
    from tui.state.view import View

__all__ = ["Title", "title_line"]

GAP = "   "
SHORTEST_NAME: Final = 12
"""Cells of the dossier's title without which nothing stands beside it."""
LONG_NAME: Final = 24
"""Cells of it that are worth more than the label of the convergence."""
LABELS: Final = ("agreed or settled ", "agreed ", "")
CHOSEN: Final = "bold $text-accent"
"""The style of what somebody chose: another moment, or an option."""


class Title(Widget):
    """The top line of a screen; it says as much as fits."""

    DEFAULT_CSS = """
    Title { height: 1; padding: 0 1; background: $panel; color: $foreground; }
    """

    view: reactive[View | None] = reactive(None, init=False)

    def render(self) -> Content:
        if self.view is None:
            return Content("")
        ellipsis = "~" if self.app.has_class("-ascii") else "…"
        return title_line(self.view, self.content_size.width, ellipsis)


def title_line(view: View, columns: int, ellipsis: str = "…") -> Content:
    """Return the line in so many cells: the longest form that fits, or else a cut title."""
    comparison = view.comparison
    if comparison is None:
        return Content.styled(clip(visible(view.path), columns, ellipsis), "bold")
    name = visible(comparison.dossier.header.title)
    tails = list(_tails(comparison, _warnings(view)))
    for left, right in tails[:-1]:
        line = Content.assemble((name, "bold"), left)
        room = columns - line.cell_length - right.cell_length
        if room >= len(GAP):
            return Content.assemble(line, " " * room, right)
    for left, right in tails[-4:] if is_chosen(comparison) else tails[-3:]:
        tail = Content.assemble(left, GAP, right) if right else left
        room = columns - tail.cell_length
        least = LONG_NAME if right.plain.startswith(LABELS[1]) else SHORTEST_NAME
        if room >= least:
            return Content.assemble((clip(name, room, ellipsis), "bold"), tail)
    return Content.styled(clip(name, columns, ellipsis), "bold")


def _tails(comparison: Comparison, warnings: str) -> Iterator[tuple[Content, Content]]:
    """Yield what stands after the title and what at the right edge, the longest form first."""
    day = _moment(comparison)
    issues = f"{len(comparison.rows)} {'issue' if len(comparison.rows) == 1 else 'issues'}"
    if comparison.unraised:
        issues += f", {len(comparison.unraised)} not yet raised"
    words = Content(", ").join(
        Content.styled(f"{comparison.counts[status]} {status}", STATUS_STYLES[status])
        for status in _found(comparison)
    )
    letters = Content(" ").join(
        Content.styled(said, STATUS_STYLES[status]) for status, said in counted(comparison.counts)
    )
    figures = Content(str(comparison.convergence))
    convergence = Content.assemble("agreed or settled ", figures)
    as_of = Content.assemble(GAP, "as of ", day, GAP)
    titles, ids = (_options(comparison, by) for by in ("title", "id"))
    if not comparison.rows:
        yield Content.assemble(as_of, ids, issues), convergence
    if warnings:
        yield (
            Content.assemble(as_of, titles, issues, ": ", words),
            Content.assemble((warnings, "$text-warning"), GAP, convergence),
        )
    yield Content.assemble(as_of, titles, issues, ": ", words), convergence
    yield Content.assemble(as_of, titles, issues, ": ", letters), convergence
    yield Content.assemble(as_of, ids, letters), convergence
    for label in LABELS:
        yield Content.assemble("  ", day, "  ", ids, letters), Content.assemble(label, figures)
    if is_chosen(comparison):
        yield Content.assemble("  ", day, "  ", ids, letters), Content("")
    yield Content.assemble("  ", ids, letters), Content("")


def _moment(comparison: Comparison) -> Content:
    """Return the moment, marked where it is not the dossier's own."""
    is_own = comparison.as_of == comparison.dossier.header.as_of
    return Content.styled(visible(str(comparison.as_of)), "" if is_own else CHOSEN)


def _options(comparison: Comparison, by: str) -> Content:
    """Return `under UA: Option 1   `; an empty text where no option is fixed."""
    if not comparison.options:
        return Content("")
    parties = comparison.dossier.parties
    said = "; ".join(
        f"{parties[party].short or parties[party].name}: "
        f"{', '.join(getattr(option, by) for option in chosen)}"
        for party, chosen in comparison.options.items()
    )
    return Content.assemble(
        ("under " if by == "title" else "", CHOSEN), (visible(said), CHOSEN), GAP
    )


def _found(comparison: Comparison) -> list[Status]:
    return [status for status in Status if comparison.counts[status]]


def _warnings(view: View) -> str:
    number = sum(problem.severity is Severity.WARNING for problem in view.problems)
    if not number or view.has_errors:
        return ""
    return f"{number} {'warning' if number == 1 else 'warnings'}: 6 shows {_them(number)}"


def _them(number: int) -> str:
    return "it" if number == 1 else "them"
