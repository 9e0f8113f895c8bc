"""Copies changes as text, and chooses what a filter leaves of them."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from positions.changes.detect import ChangeClass
from positions.changes.model import counts_of
from positions.filter.index import fold, row_index
from positions.filter.language import Condition, matching
from positions.reports.changes.page import difference_page
from positions.reports.changes.words import CLASSES
from positions.reports.page.render import render
from positions.text.safe import visible
from tui.changes.words import moves
from tui.paint.glyphs import UNICODE
from tui.state.changes import end_name, end_words
from tui.state.exports import forms_of_page

if TYPE_CHECKING:
    from collections.abc import Callable

    from positions.changes.model import DossierDifference
    from positions.filter.language import Query
    from tui.changes.rows import ChangeRow
    from tui.state.changes import ChangesRead

__all__ = ["copies", "exports_of_changes", "filtered", "nothing_left", "told_of_changes"]


def filtered(read: ChangesRead, query: Query) -> DossierDifference | None:
    """Return what changed on the issues that a filter names; on those that are gone, as they were.

    Without terms everything stays; None where nothing was read.
    """
    if read.found is None or read.comparisons is None or not query.terms:
        return read.found
    before, after = read.comparisons
    chosen = {row.issue.id for row in matching(query, after)}
    present = after.dossier.issues
    gone = {row.issue.id for row in matching(query, before) if row.issue.id not in present}
    return read.found.on(chosen | gone)


def told_of_changes(read: ChangesRead, query: Query) -> Query:
    """Return a filter that knows who moved, and by whom what changed, between the two states.

    Its words are looked for in the lines that say who moved, too.
    """
    if read.found is None or read.comparisons is None:
        return query
    index = row_index(read.comparisons[1])
    whose = {value: index.parties(value) for value in query.asked("by")}
    movers = frozenset().union(*whose.values())
    told: dict[tuple[str, str], set[str]] = {("by", value): set() for value in whose}
    told |= {("moved", value): set() for value in query.asked("moved")}
    told |= {("", value): set() for value in query.asked("")}
    for one in read.found.issues:
        went = (run for stance in one.stances for run in moves(read.found, stance, UNICODE.signs))
        said = fold("\n".join(run.text for run in went))
        for field, value in told:
            if not field and fold(value) in said:
                told["", value].add(one.issue.id)
        for stance in one.stances:
            for value, parties in whose.items():
                if stance.party in parties:
                    told["by", value].add(one.issue.id)
            for toward in stance.toward if not movers or stance.party in movers else ():
                told.get(("moved", str(toward.direction)), set()).add(one.issue.id)
    return replace(query, told={key: frozenset(found) for key, found in told.items()})


def nothing_left(query: Query) -> str:
    """Return that a filter leaves nothing; where it asks for moves of a kind alone, of none."""
    moved = {"toward": "come nearer", "away": "go further away"}
    match query.terms:
        case (Condition(field="moved", values=(way,), negated=False),) if way in moved:
            return f"Nobody is seen to {moved[way]} between the two."
    return "The filter names nothing that changed."


def copies(
    read: ChangesRead, found: DossierDifference, change: ChangeRow | None, *, by_party: bool
) -> dict[str, str]:
    """Return what can be copied as Markdown, by name: the change, those of substance, all.

    Args:
        read: What was read, for the heading.
        found: What is listed.
        change: The change under the cursor.
        by_party: Whether changes are listed by party.
    """
    heading, texts = _heading(read, found), {}
    if change is not None:
        own = _alone(found, change)
        page = difference_page(own, heading, classes=(change.change_class,))
        texts["This change as Markdown"] = render(page, "markdown")
    offered: dict[str, tuple[ChangeClass, ...]] = {
        "Changes of substance as Markdown": (ChangeClass.SUBSTANCE,),
        "All changes as Markdown": CLASSES,
    }
    for name, classes in offered.items():
        if any(found.counts[one] for one in classes):
            page = difference_page(found, heading, classes=classes, by_party=by_party)
            texts[name] = render(page, "markdown")
    return texts


def exports_of_changes(
    read: ChangesRead, found: DossierDifference, *, by_party: bool
) -> dict[str, Callable[[], str]]:
    """Return what makes a text of all changes, by the ending of its file; see `copies`."""
    heading = _heading(read, found)
    return forms_of_page(
        partial(difference_page, found, heading, classes=CLASSES, by_party=by_party)
    )


def _heading(read: ChangesRead, found: DossierDifference) -> tuple[str, str]:
    by_day = found.after.moment is not None
    clock = "As the talks went" if by_day else "As recorded"
    ends = [
        visible(end_name(end) if by_day else end_words(end))
        for end in (read.before, read.after)
        if end is not None
    ]
    return found.after.header.title, f"{clock}, from {' to '.join(ends)}."


def _alone(found: DossierDifference, change: ChangeRow) -> DossierDifference:
    """Return one change as a difference."""
    if change.issue is not None:
        return replace(
            found, issues=(change.issue,), facts=(), counts=counts_of((change.issue,), ())
        )
    return replace(found, issues=(), facts=change.facts, counts=counts_of((), change.facts))
