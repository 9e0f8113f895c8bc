"""One change in full, line by line: how the row stood, who moved, what was said before and after.

Words that went are struck out between `[-` and `-]`, words that came are underlined between `{+`
and `+}`, as `positions diff` prints them. A line that went or came as a whole has `-` or `+` before
it, and is not struck out, so that it can be read.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from positions.changes.detect import ChangeClass
from positions.comparison.cell_lines import CellLineRole
from positions.reports.changes.words import compared, fact_lines, fact_title, headline
from positions.reports.page.cell import marked_cell_line, marked_runs
from positions.reports.page.runs import Mark, Run
from positions.reports.page.signs import signed
from positions.text.safe import pad, visible, width
from tui.changes.words import moves, status_words
from tui.grid.layout import cell

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from positions.changes.model import (
        DossierDifference,
        IssueDifference,
        PositionChange,
        RecordChange,
    )
    from positions.reports.page.marked_lines import MarkedLine
    from positions.reports.page.runs import Runs
    from tui.changes.rows import ChangeGroup, ChangeRow
    from tui.paint.glyphs import Glyphs

__all__ = ["change_page", "group_page"]

BESIDE_FROM: Final = 62
"""Cells from which before and after stand beside each other."""

READING_MEASURE: Final = 100
INDENT: Final = 2


def change_page(
    found: DossierDifference, change: ChangeRow, columns: int, glyphs: Glyphs
) -> tuple[Runs, ...]:
    """Return the lines of a change, none wider than the columns.

    Args:
        found: The difference, for names.
        change: The change.
        columns: The width in cells.
        glyphs: For the rule between before and after.
    """
    return tuple(_ChangeLines(found, max(columns, 1), glyphs).lines(change))


def group_page(
    found: DossierDifference, group: ChangeGroup, columns: int, glyphs: Glyphs
) -> tuple[Runs, ...]:
    """Return who moved in a group of changes, and what became of how many positions.

    Args:
        found: The difference, for names.
        group: The group.
        columns: The width in cells.
        glyphs: For the signs of movement.
    """
    lines = _ChangeLines(found, max(columns, 1), glyphs)
    stances = [
        (one.issue.issue.title, stance)
        for one in group.changes
        if one.issue is not None and one.change_class is ChangeClass.SUBSTANCE
        for stance in one.issue.stances
    ]
    page = [*lines.text(Run(group.title, Mark.STRONG))]
    for title, stance in stances:
        for went in moves(found, stance, glyphs.signs):
            page += lines.text((went, Run(f": {visible(title)}")))
    if stances and len(page) == 1:
        page += lines.text("Nobody is known to have moved toward another, or away.")
    counts = Counter((stance.party, stance.what) for _, stance in stances)
    for party in dict.fromkeys(party for party, _ in counts):
        told = [f"{number} {what}" for (whose, what), number in counts.items() if whose == party]
        page += [(), *lines.text(f"{visible(found.name(party))}: {', '.join(told)}")]
    return tuple(page)


@dataclass(frozen=True, slots=True)
class _ChangeLines:
    """What every line needs."""

    found: DossierDifference
    columns: int
    glyphs: Glyphs

    @property
    def measure(self) -> int:
        return min(self.columns, READING_MEASURE)

    def lines(self, change: ChangeRow) -> Iterator[Runs]:
        issue = change.issue
        if issue is not None:
            yield from self.text(Run(issue.issue.title, Mark.STRONG))
            if change.change_class is ChangeClass.SUBSTANCE:
                yield from self.issue(issue)
        for number, fact in enumerate(change.facts):
            if number or issue is not None:
                yield ()
            yield from self.fact(fact, change.change_class)

    def issue(self, issue: IssueDifference) -> Iterator[Runs]:
        """Yield how the row stood and stands, who moved, and why it stands so."""
        status = issue.status[1] or issue.status[0]
        role = Mark(status) if status else Mark.PLAIN
        yield from self.text(Run(status_words(issue), role))
        for stance in issue.stances:
            yield ()
            yield from self.stance(issue, stance)
        if issue.reason:
            yield ()
            label = "Why it stood so: " if issue.status[1] is None else "Why it stands so: "
            yield from self.text((Run(label, Mark.MUTED), Run(issue.reason)))

    def stance(self, issue: IssueDifference, stance: PositionChange) -> Iterator[Runs]:
        said = headline(self.found, issue, stance, every=True)
        yield from self.text(Run(visible(said), Mark.STRONG))
        before, after = compared(stance)
        if self.columns >= BESIDE_FROM:
            yield from self.beside(before, after)
        else:
            yield (Run("Before", Mark.MUTED),)
            yield from self.side(before, after, "-", self.columns)
            yield (Run("After", Mark.MUTED),)
            yield from self.side(after, before, "+", self.columns)

    def beside(self, before: Sequence[MarkedLine], after: Sequence[MarkedLine]) -> Iterator[Runs]:
        rule = Run(f" {self.glyphs.rule} ", Mark.MUTED)
        half = (self.columns - width(rule.text)) // 2
        left = [(Run("Before", Mark.MUTED),), *self.side(before, after, "-", half)]
        right = [(Run("After", Mark.MUTED),), *self.side(after, before, "+", half)]
        for y in range(max(len(left), len(right))):
            one, other = (side[y] if y < len(side) else () for side in (left, right))
            space = Run(" " * (half - sum(width(run.text) for run in one)))
            yield (*one, space, rule, *other)

    def side(
        self, lines: Sequence[MarkedLine], others: Sequence[MarkedLine], sign: str, columns: int
    ) -> Iterator[Runs]:
        """Yield one side; a sign stands before what the other side does not say alike."""
        known = {(line.line.role, line.line.text) for line in others}
        if not lines:
            yield (Run("  not there", Mark.BLANK),)
        for marked in lines:
            line = marked.line
            is_kept = (line.role, line.text) in known
            runs = _line(marked, self.glyphs)
            lead = pad(" " if is_kept else sign, 2) + " " * (INDENT * line.depth)
            role = Mark.MUTED if is_kept else Mark.STRONG
            first = width(lead)
            room = max(columns - first - INDENT, 1)
            for wrapped in cell(runs).wrapped(room):
                yield (Run(lead, role), *wrapped)
                lead = " " * (first + INDENT)

    def fact(self, fact: RecordChange, change_class: ChangeClass) -> Iterator[Runs]:
        yield from self.text(visible(fact_title(self.found, fact)))
        for label, stretches in fact_lines(self.found, fact, change_class):
            name = (Run(f"{label}: ", Mark.MUTED), *signed(marked_runs(stretches)))
            for line in cell(name).wrapped(max(self.measure - INDENT, 1)):
                yield (Run(" " * INDENT), *line)

    def text(self, text: str | Run | Runs) -> Iterator[Runs]:
        yield from cell(Run(text) if isinstance(text, str) else text).wrapped(self.measure)


def _line(marked: MarkedLine, glyphs: Glyphs) -> Runs:
    """Return a line of a position, styled by what it is."""
    runs = signed(marked_cell_line(marked).text)
    if marked.line.role is CellLineRole.BLANK:
        return (Run(f"{glyphs.blank} ", Mark.BLANK), *runs[1:])
    return runs
