"""Builds the page of a difference between two states of a dossier: what changed, class by class."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from positions.changes.detect import ChangeClass
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
    renamed_columns,
    renamed_issue,
    status_words,
)
from positions.reports.page.cell import marked_cell_line, marked_runs
from positions.reports.page.facts import Fact, FactKind, told
from positions.reports.page.facts import fact as labelled
from positions.reports.page.model import Heading, Medium, Only, Page, Section
from positions.reports.page.runs import Mark, Run

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from positions.changes.model import (
        DossierDifference,
        IssueDifference,
        PositionChange,
        RecordChange,
    )
    from positions.reports.page.model import Block

__all__ = ["HANGING", "difference_page"]

HANGING: Final = 2
"""By how many cells the later lines of a sentence on a change are set in."""


def difference_page(
    found: DossierDifference,
    heading: Sequence[str],
    *,
    classes: Sequence[ChangeClass] = (ChangeClass.SUBSTANCE,),
    by_party: bool = False,
) -> Page:
    """Return the page of a difference.

    Args:
        found: The difference, already reduced to what was asked for.
        heading: What is compared, line by line; the first is the title.
        classes: The classes to print in full; the others are counted.
        by_party: Whether to go party by party; otherwise issue by issue.
    """
    title, *rest = heading
    lines = (*rest, f"{convergences(*found.convergence)}.", counted(found.counts))
    lines = (*lines, *renamed_columns(found))
    blocks: list[Block] = [Heading((Run(title),))]
    blocks += [told(FactKind.COUNTS, line) for line in lines if line]
    present = [one for one in CLASSES if found.counts[one]]
    if not set(present) <= set(classes):
        more = Run(f"In full: --class {','.join(present)}", Mark.MUTED)
        blocks.append(Only(Medium.TERMINAL, (told(FactKind.MORE, more),)))
    for one in present:
        if one not in classes:
            continue
        if not by_party:
            blocks += _section(found, one, one.capitalize())
            continue
        for party in {**found.after.parties, **found.before.parties, "": None}:
            whose = found.name(party) if party else "of no party"
            blocks += _section(found.by(party), one, f"{one.capitalize()}: {whose}")
    return Page(tuple(blocks), hanging=HANGING)


def _section(found: DossierDifference, change_class: ChangeClass, title: str) -> Iterator[Block]:
    """Yield the changes of a class under its heading; nothing where there are none."""
    facts = [
        _issue(found, issue, change_class)
        for issue in found.issues
        if is_shown(issue, change_class) and not issue.follows
    ]
    facts += [one for fact in found.facts for one in _record(found, fact, change_class)]
    if change_class is ChangeClass.SUBSTANCE and (lines := list(followed(found))):
        follow = (told(FactKind.STATUS, line) for line in lines)
        facts.append(told(FactKind.STATUSES, "Statuses that follow from this", follow))
    if facts:
        yield Heading((Run(title),), 2)
        yield from (Section(fact, 3) for fact in facts)


def _issue(found: DossierDifference, issue: IssueDifference, change_class: ChangeClass) -> Fact:
    """Return what changed on an issue, under its title and, for substance, its statuses."""
    facts: list[Fact] = []
    title = f"{issue.issue.title} ({issue.issue.id})"
    mark = Mark.STRONG
    if change_class is ChangeClass.SUBSTANCE:
        status = issue.status[1] or issue.status[0]
        title, mark = f"{title} {status_words(issue)}", Mark(status) if status else mark
        if issue.status[0] is not issue.status[1] and issue.reason:
            facts.append(told(FactKind.WHY, Run(f"↳ {issue.reason}", Mark.MUTED)))
        if issue.former and not issue.recast:
            facts.append(told(FactKind.WORDS, renamed_issue(found, issue)))
        facts += [_position(found, issue, stance) for stance in issue.stances]
    facts += [one for fact in issue.facts for one in _record(found, fact, change_class)]
    return told(FactKind.ISSUE, Run(title, mark), facts)


def _position(found: DossierDifference, issue: IssueDifference, stance: PositionChange) -> Fact:
    """Return what became of a position, with its lines before and after."""
    sides = zip((FactKind.BEFORE, FactKind.AFTER), compared(stance), strict=True)
    return told(
        FactKind.MOVE,
        headline(found, issue, stance),
        (
            Fact(kind, Run(str(kind)), lines=tuple(map(marked_cell_line, lines)))
            for kind, lines in sides
            if lines
        ),
    )


def _record(
    found: DossierDifference, fact: RecordChange, change_class: ChangeClass
) -> Iterator[Fact]:
    """Yield what changed in a record, field by field; nothing where nothing of the class did."""
    fields = [
        labelled(
            FactKind.FIELD,
            marked_runs(stretches),
            label=label,
        )
        for label, stretches in fact_lines(found, fact, change_class)
    ]
    if fields:
        yield told(FactKind.RECORD, fact_title(found, fact), fields)
