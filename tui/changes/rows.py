"""Changes as the rows of a grid: substance first, by issue or by party."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING, Final

from positions.changes.detect import ChangeClass, ChangeKind
from positions.changes.fact_words import fact_label
from positions.changes.model import counts_of
from positions.reports.changes.words import CLASSES, fact_title, headline, is_shown
from positions.reports.page.runs import Mark, Run
from positions.text.safe import visible
from tui.changes.words import has_direction, moves, sign_of, status_words
from tui.grid.layout import GridColumn, GridData, GridRow, RowKind, cell
from tui.paint.glyphs import LETTERS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from positions.changes.model import DossierDifference, IssueDifference, RecordChange
    from positions.reports.page.pictures import Signs
    from tui.grid.layout import CellText
    from tui.paint.glyphs import Glyphs

__all__ = [
    "COLUMN",
    "ChangeGroup",
    "ChangeRow",
    "change_grid",
    "groups",
    "headings_below_substance",
]

COLUMN: Final = "what"
_SEPARATOR: Final = "\x1f"
_HEADING: Final = "\x1e"


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One row: what changed in a class on an issue, or in a record of no issue.

    Attributes:
        id: The id of its row; the same after the dossier was read again.
        party: The party, where changes are listed by party.
        issue: The issue; None where a record belongs to none.
        facts: The facts of the class that changed, beside what became of positions.
    """

    id: str
    change_class: ChangeClass
    party: str
    issue: IssueDifference | None
    facts: tuple[RecordChange, ...]

    def is_like(self, other: ChangeRow) -> bool:
        """Return whether this is on the same issue, or record, in the same class."""
        if self.change_class is not other.change_class:
            return False
        if self.issue is None or other.issue is None:
            return self.issue is other.issue and self.facts[0].subject == other.facts[0].subject
        return self.issue.issue.id == other.issue.issue.id


@dataclass(frozen=True, slots=True)
class ChangeGroup:
    """The changes of a class or, listed by party, those of a party in a class.

    Attributes:
        id: The id of its heading.
        number: How many facts changed.
    """

    id: str
    title: str
    change_class: ChangeClass
    number: int
    changes: tuple[ChangeRow, ...]


def groups(found: DossierDifference, *, by_party: bool) -> tuple[ChangeGroup, ...]:
    """Return the groups that have changes, those of substance first."""
    listed = []
    for change_class in CLASSES:
        name = change_class.capitalize()
        if not by_party:
            listed.append(_group(found, change_class, "", name))
            continue
        for party in {**found.after.parties, **found.before.parties, "": None}:
            whose = found.name(party) if party else "of no party"
            own = _of_party(found, change_class, party)
            listed.append(_group(own, change_class, party, f"{name}: {whose}"))
    return tuple(group for group in listed if group.changes)


def _of_party(found: DossierDifference, change_class: ChangeClass, party: str) -> DossierDifference:
    """Return what a party changed, or nobody; a row's status stands with the words behind it."""
    own = found.by(party)
    if change_class is not ChangeClass.SUBSTANCE:
        return own
    others = {one.issue.id for one in found.issues if party or one.stances}
    issues = tuple(
        one
        for one in own.issues
        if one.stances
        or one.issue.id not in others
        or any(fact.of_class(change_class) for fact in one.facts)
    )
    return replace(own, issues=issues, counts=counts_of(issues, own.facts))


def _group(
    found: DossierDifference, change_class: ChangeClass, party: str, title: str
) -> ChangeGroup:
    heading = _SEPARATOR.join((_HEADING, change_class, party))
    changes = tuple(_changes(found, change_class, party))
    return ChangeGroup(heading, title, change_class, found.counts[change_class], changes)


def _changes(
    found: DossierDifference, change_class: ChangeClass, party: str
) -> Iterator[ChangeRow]:
    listed = found.issues
    if change_class is ChangeClass.SUBSTANCE:  # those first on which somebody came nearer, or less
        listed = tuple(sorted(listed, key=lambda one: not any(map(has_direction, one.stances))))
    for issue in listed:
        if is_shown(issue, change_class):
            facts = tuple(fact for fact in issue.facts if fact.of_class(change_class))
            row = _SEPARATOR.join((change_class, party, "issues", issue.issue.id))
            yield ChangeRow(row, change_class, party, issue, facts)
    for fact in found.facts:
        if fact.of_class(change_class):
            row = _SEPARATOR.join((change_class, party, *fact.subject))
            yield ChangeRow(row, change_class, party, None, (fact,))


def headings_below_substance(found: Sequence[ChangeGroup]) -> frozenset[str]:
    """Return the headings to be folded until they are asked for: all but those of substance.

    Where nothing of substance changed, those of the greatest class stay open.
    """
    greatest = found[0].change_class if found else ChangeClass.SUBSTANCE
    return frozenset(group.id for group in found if group.change_class is not greatest)


def change_grid(
    found: DossierDifference,
    listed: Sequence[ChangeGroup],
    glyphs: Glyphs,
    *,
    is_stacked: bool,
    sentence: str,
) -> GridData:
    """Return the rows of the groups.

    Args:
        found: The difference, for names.
        listed: The groups.
        glyphs: For the status.
        is_stacked: Whether what changed stands under the title, and its column needs no name.
        sentence: What is said where a filter leaves nothing.
    """
    rows = [row for group in listed for row in _rows(found, group, glyphs)]
    return GridData(
        (GridColumn(COLUMN, "" if is_stacked else "What changed"),),
        tuple(rows),
        issue_title="Issue or record",
        sentence=f"{sentence} Esc clears the filter.",
        sign=0,
    )


def _rows(found: DossierDifference, group: ChangeGroup, glyphs: Glyphs) -> Iterator[GridRow]:
    number = f"{group.number:,} {'change' if group.number == 1 else 'changes'}"
    yield GridRow(group.id, cell(Run(f"{group.title}, {number}")), kind=RowKind.HEADING)
    for change in group.changes:
        if change.issue is None:
            yield GridRow(
                change.id, cell(Run(_record(found, change))), (_facts_cell(found, change),)
            )
        elif change.change_class is not ChangeClass.SUBSTANCE:
            title = cell(Run(change.issue.issue.title))
            yield GridRow(change.id, title, (_facts_cell(found, change),))
        else:
            status = change.issue.status[1] or change.issue.status[0]
            yield GridRow(
                change.id,
                cell(Run(change.issue.issue.title)),
                (_substance_cell(found, change.issue, change, glyphs.signs),),
                letter=LETTERS[status] if status else "",
                glyph=glyphs.status[status] if status else "",
                role=Mark(status) if status else Mark.PLAIN,
            )


def _substance_cell(
    found: DossierDifference, issue: IssueDifference, change: ChangeRow, signs: Signs
) -> CellText:
    """Return who moved toward whom, then how the row stood and stands, then what was said."""
    went = {id(one): list(moves(found, one, signs)) for one in issue.stances}
    lines = [
        visible(
            ("" if went[id(one)] else sign_of(one, signs)) + headline(found, issue, one, brief=True)
        )
        for one in issue.stances
    ]
    lines += [visible(fact_title(found, fact)) for fact in change.facts]
    is_news = issue.status[0] is not issue.status[1] or issue.kind is ChangeKind.RENAMED
    status = [Run(status_words(issue), Mark.MUTED)] if is_news else []
    return cell(*chain.from_iterable(went.values()), *status, *map(Run, lines))


def _facts_cell(found: DossierDifference, change: ChangeRow) -> CellText:
    """Return how many facts changed, and of what: `3 changes: sources, credibility`."""
    leaves = [(fact, leaf) for fact in change.facts for leaf in fact.of_class(change.change_class)]
    names = dict.fromkeys(
        fact_label(found.words[leaf.after is not None], fact.subject, leaf.path)
        for fact, leaf in leaves
    )
    number = f"{len(leaves):,} {'change' if len(leaves) == 1 else 'changes'}"
    return cell(Run(f"{number}: {', '.join(names)}" if names else number))


def _record(found: DossierDifference, change: ChangeRow) -> str:
    return fact_title(found, change.facts[0])
