"""A difference between two states of a dossier as plain text.

Words that went stand in `[-…-]`, words that came in `{+…+}`, as git marks them; colours only add
to that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from positions.changes.detect import ChangeClass
from positions.comparison.cell_lines import CellLineRole
from positions.reports.changes.words import (
    CLASSES,
    compared,
    convergences,
    counted,
    fact_lines,
    fact_title,
    followed,
    headline,
    is_shown,
    status_words,
)
from positions.reports.page.look import STABLE_WIDTH
from positions.reports.page.style import Style, paint, status_style
from positions.text.safe import visible, width, wrap
from positions.text.word_diff import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from positions.changes.model import (
        DossierDifference,
        IssueDifference,
        PositionChange,
        RecordChange,
    )
    from positions.reports.page.marked_lines import MarkedLine
    from positions.text.word_diff import Stretch

__all__ = ["difference_text", "in_brackets", "wrapped"]

LEAST_WIDTH: Final = 30
READING_MEASURE: Final = 100
_BRACKETS = {Edit.KEPT: ("", ""), Edit.REMOVED: ("[-", "-]"), Edit.ADDED: ("{+", "+}")}


def difference_text(
    found: DossierDifference,
    heading: Sequence[str],
    *,
    classes: Sequence[ChangeClass] = (ChangeClass.SUBSTANCE,),
    by_party: bool = False,
    columns: int = STABLE_WIDTH,
    colour: bool = False,
) -> str:
    """Return a difference as text, its lines ended by newlines.

    Args:
        found: The difference, already reduced to what was asked for.
        heading: What is compared, line by line; the first is the title.
        classes: The classes to print in full; the others are counted.
        by_party: Whether to go party by party; otherwise issue by issue.
        columns: The width in cells; at least 30 are taken.
        colour: Whether to use a terminal's colours.
    """
    page = _ChangesText(found, min(max(columns, LEAST_WIDTH), READING_MEASURE), colour=colour)
    lines = list(page.head(heading, classes))
    for change_class in CLASSES:
        if change_class in classes and found.counts[change_class]:
            lines += page.section(change_class, by_party=by_party)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def wrapped(text: str, columns: int, *, indent: int = 0, hanging: int = 2) -> Iterator[str]:
    """Yield the lines of a text that is visible already, indented, the later ones deeper."""
    for number, line in enumerate(wrap(text, columns - indent - hanging)):
        yield " " * (indent + (hanging if number else 0)) + line


def in_brackets(stretches: Sequence[Stretch]) -> str:
    """Return stretches as one text, what went and what came in git's brackets."""
    return "".join(
        f"{_BRACKETS[one.edit][0]}{one.text}{_BRACKETS[one.edit][1]}" for one in stretches
    )


class _ChangesText:
    """What every line of a report needs: the difference, the width, and whether to colour."""

    def __init__(self, found: DossierDifference, columns: int, *, colour: bool) -> None:
        self.found, self.columns, self.colour = found, columns, colour

    def paint(self, text: str, style: Style) -> str:
        return paint(text, style, colour=self.colour)

    def head(self, heading: Sequence[str], classes: Sequence[ChangeClass]) -> Iterator[str]:
        for number, line in enumerate(heading):
            style = Style.PLAIN if number else Style.STRONG
            for text in wrapped(visible(line), self.columns):
                yield self.paint(text, style)
        yield from wrapped(f"{convergences(*self.found.convergence)}.", self.columns)
        yield from wrapped(counted(self.found.counts), self.columns)
        hidden = [one for one in CLASSES if one not in classes and self.found.counts[one]]
        if hidden:
            more = f"In full: --class {','.join(one for one in CLASSES if self.found.counts[one])}"
            yield self.paint(more, Style.FAINT)

    def section(self, change_class: ChangeClass, *, by_party: bool) -> Iterator[str]:
        if not by_party:
            yield from self.blocks(self.found, change_class, change_class.capitalize())
            return
        known = {**self.found.after.parties, **self.found.before.parties}
        for party in known:
            own = self.found.by(party)
            name = f"{change_class.capitalize()}: {visible(self.found.name(party))}"
            yield from self.blocks(own, change_class, name)
        nobodys = self.found.by("")
        yield from self.blocks(nobodys, change_class, f"{change_class.capitalize()}: of no party")

    def blocks(
        self, found: DossierDifference, change_class: ChangeClass, title: str
    ) -> Iterator[str]:
        blocks = [
            *(list(self.issue(one, change_class)) for one in found.issues),
            *(list(self.fact(fact, change_class, 0)) for fact in found.facts),
        ]
        if change_class is ChangeClass.SUBSTANCE:
            blocks.append(list(self.followed(found)))
        shown = [block for block in blocks if block]
        if not shown:
            return
        yield ""
        ruled = f"── {title} "
        yield self.paint(ruled + "─" * max(self.columns - width(ruled), 2), Style.STRONG)
        for block in shown:
            yield ""
            yield from block

    def issue(self, issue: IssueDifference, change_class: ChangeClass) -> Iterator[str]:
        if issue.follows or not is_shown(issue, change_class):
            return
        title = visible(f"{issue.issue.title} ({issue.issue.id})")
        if change_class is not ChangeClass.SUBSTANCE:
            for line in wrapped(title, self.columns):
                yield self.paint(line, Style.STRONG)
        else:
            whole = f"{title}  {visible(status_words(issue))}"
            status = issue.status[1] or issue.status[0]
            for line in wrapped(whole, self.columns):
                yield self.paint(line, status_style(status) if status else Style.STRONG)
            if issue.status[0] is not issue.status[1] and issue.reason:
                for line in wrapped(f"↳ {visible(issue.reason)}", self.columns, indent=2):
                    yield self.paint(line, Style.FAINT)
            for stance in issue.stances:
                yield from self.stance(issue, stance)
        for fact in issue.facts:
            yield from self.fact(fact, change_class, 2)

    def followed(self, found: DossierDifference) -> Iterator[str]:
        """Yield the statuses that are others because of what changed elsewhere."""
        lines = list(followed(found))
        if lines:
            yield self.paint("Statuses that follow from this", Style.STRONG)
        for line in lines:
            yield from wrapped(visible(line), self.columns, indent=2)

    def stance(self, issue: IssueDifference, stance: PositionChange) -> Iterator[str]:
        said = visible(headline(self.found, issue, stance))
        yield from wrapped(said, self.columns, indent=2)
        before, after = compared(stance)
        yield from self.lines("was", before, Style.DIVIDED)
        yield from self.lines("is", after, Style.SHARED)

    def lines(self, label: str, lines: Sequence[MarkedLine], style: Style) -> Iterator[str]:
        lead = f"    {label:<5}"
        for marked in lines:
            text = in_brackets(marked.stretches)
            role = marked.line.role
            if role in {CellLineRole.PART, CellLineRole.BRANCH}:
                text = f"{text}:"
            elif role is CellLineRole.BLANK:
                text = f"∅ {text}"
            elif role is CellLineRole.MARK:
                text = f"({text})"
            faint = role is CellLineRole.MARK
            indent = len(lead) + 2 * marked.line.depth
            for line in wrapped(text, self.columns, indent=indent):
                shown = self.paint(line[len(lead) :], Style.FAINT if faint else style)
                yield lead + shown
                lead = " " * len(lead)

    def fact(self, fact: RecordChange, change_class: ChangeClass, indent: int) -> Iterator[str]:
        lines = list(fact_lines(self.found, fact, change_class))
        if not lines:
            return
        yield from wrapped(visible(fact_title(self.found, fact)), self.columns, indent=indent)
        for label, stretches in lines:
            text = f"{visible(label)}: {in_brackets(stretches)}"
            yield from wrapped(text, self.columns, indent=indent + 2)
