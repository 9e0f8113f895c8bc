"""Words what every report says of a difference between two states of a dossier."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from positions.changes.detect import ChangeClass, ChangeKind
from positions.changes.direction_sentences import directions
from positions.changes.fact_words import fact_content, fact_label
from positions.changes.model import COLUMN, FOLLOWING
from positions.reports.page.marked_lines import marked, set_against
from positions.sentences.english import among, paragraph
from positions.text.english import capital, listed
from positions.text.safe import visible
from positions.text.word_diff import Edit, Stretch

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from positions.changes.detect import LeafChange
    from positions.changes.model import (
        DossierDifference,
        IssueDifference,
        PositionChange,
        RecordChange,
    )
    from positions.comparison.rows import Convergence, Status
    from positions.reports.page.marked_lines import MarkedLine

__all__ = [
    "CLASSES",
    "NOTHING",
    "NOTHING_BUT_FORM",
    "SAID_OF_RECORDS",
    "change_sentence",
    "compared",
    "convergences",
    "counted",
    "fact_lines",
    "fact_title",
    "followed",
    "headline",
    "is_shown",
    "said_of_records",
    "status_words",
]

CLASSES: Final = tuple(one for one in ChangeClass if one is not ChangeClass.NONE)
"""The classes of which there can be something to show, the greatest first."""

SAID_OF_RECORDS: Final = FOLLOWING | {COLUMN}
"""The paths of what is said of a record as a whole, and is no field of it."""

NOTHING: Final = "Nothing changed."
NOTHING_BUT_FORM: Final = (
    "Nothing changed but the form of the text: order, spacing, quoting, comments or characters "
    "that no reader sees."
)


def is_shown(issue: IssueDifference, change_class: ChangeClass) -> bool:
    """Return whether anything of a class changed on an issue."""
    if change_class is ChangeClass.SUBSTANCE:
        return issue.substance
    return any(fact.of_class(change_class) for fact in issue.facts)


def counted(counts: Mapping[ChangeClass, int], chosen: Sequence[ChangeClass] = CLASSES) -> str:
    """Return `Substance: 3 changes. Wording: 1 change.`; of the classes chosen that occur."""
    return " ".join(
        f"{one.capitalize()}: {counts[one]:,} {'change' if counts[one] == 1 else 'changes'}."
        for one in CLASSES
        if one in chosen and counts[one]
    )


def convergences(before: Convergence, after: Convergence) -> str:
    """Return `Agreed or settled: 2 of 18, at most 4 → 3 of 18, at most 4`."""
    if str(before) == str(after):
        return f"Agreed or settled: {after}, as before"
    return f"Agreed or settled: {before} → {after}"


def status_words(issue: IssueDifference) -> str:
    """Return the status of a row before and after: `U undisclosed → D divided`."""
    before, after = issue.status
    if before is None and after is not None:
        return f"new issue: {_status(after)}"
    if after is None and before is not None:
        return f"no longer an issue; it was {_status(before)}"
    if before is None or after is None:
        return ""
    words = _status(after) if before is after else f"{_status(before)} → {_status(after)}"
    former = issue.recast or (f"formerly {issue.former}" if issue.former else "")
    return f"{former}; {words}" if former else words


def _status(status: Status) -> str:
    return f"{status.letter} {status}"


def headline(
    found: DossierDifference,
    issue: IssueDifference,
    stance: PositionChange,
    *,
    brief: bool = False,
    every: bool = False,
) -> str:
    """Return what became of a position, and where it went, below the title of its issue.

    Parts are named where it is about some of them: `Hill and lake: North lowered its figure …`.

    Args:
        found: The difference, for names.
        issue: The issue.
        stance: What became of a position on it.
        brief: Whether to leave out where it went.
        every: Whether to name every other party, however many there are.
    """
    parts = [issue.issue.parts[part].title for part in stance.parts if part in issue.issue.parts]
    some = parts and len(parts) < len(issue.issue.parts) and stance.reason.head
    every = every or found.narrowed
    went = () if brief else directions(found.names, stance, every=every)
    told = capital(paragraph((stance.reason.body, *went)))
    return f"{listed(parts)}: {told}" if some else told


def change_sentence(found: DossierDifference, stance: PositionChange) -> str:
    """Return the same with the title of its issue, where it does not say what it is about."""
    return paragraph((str(stance.reason), *directions(found.names, stance, every=found.narrowed)))


def compared(stance: PositionChange) -> tuple[tuple[MarkedLine, ...], tuple[MarkedLine, ...]]:
    """Return the lines of a position before and after, made visible, what differs marked."""
    return set_against(stance.before, stance.after)


def followed(found: DossierDifference, most: int = 0) -> Iterator[str]:
    """Yield the statuses that follow from what changed elsewhere: `U undisclosed → – open: a, b`.

    Args:
        found: The difference.
        most: Up to how many issues of a transition are all named; 0 for all.
    """
    groups: dict[str, list[str]] = {}
    for issue in found.issues:
        if issue.follows:
            groups.setdefault(status_words(issue), []).append(issue.issue.title)
    for words, titles in groups.items():
        yield f"{words}: {among(titles, 'issues', most or len(titles))}"


def said_of_records(found: DossierDifference) -> Iterator[str]:
    """Yield what is said of columns and documents as a whole, in sentences."""
    for fact in found.facts:
        for leaf in fact.leaves:
            if leaf.path not in SAID_OF_RECORDS:
                continue
            said = leaf.before if leaf.after is None else leaf.after
            if leaf.path == COLUMN:
                what = "Column removed" if leaf.after is None else "New column"
                yield f"{what}: {found.names[fact.subject[1]].text}, {said}."
            else:
                yield f"{found.name(fact.party)}, {fact.title}: {leaf.path[0]}: {said}."


def fact_title(found: DossierDifference, fact: RecordChange) -> str:
    """Return the record of a fact in words: `added: source The Paper, Talks`."""
    of_document = fact.party and fact.subject[0] != "parties"
    whose = f"{found.name(fact.party)}, " if of_document else ""
    kind = "" if fact.kind is ChangeKind.CHANGED else f"{fact.kind}: "
    section = _SECTIONS.get(fact.subject[0], "")
    return f"{kind}{section}{whose}{fact.title}"


_SECTIONS = {
    "sources": "source ",
    "events": "event ",
    "issues": "issue ",
    "parties": "party ",
    "outcomes": "outcome ",
}


def fact_lines(
    found: DossierDifference, fact: RecordChange, change_class: ChangeClass
) -> Iterator[tuple[str, tuple[Stretch, ...]]]:
    """Yield each fact of a class: what it is called, and its words, what differs marked.

    In a record that came or went as a whole, nothing is marked.
    """
    whole = fact.kind in {ChangeKind.ADDED, ChangeKind.REMOVED}
    for leaf in fact.of_class(change_class):
        words = _leaf(found, fact, leaf)
        if whole or leaf.path in SAID_OF_RECORDS:
            words = tuple(Stretch(Edit.KEPT, one.text) for one in words)
        side = found.words[leaf.after is not None]
        yield fact_label(side, fact.subject, leaf.path), words


def _leaf(found: DossierDifference, fact: RecordChange, leaf: LeafChange) -> tuple[Stretch, ...]:
    before, after = (
        visible(fact_content(words, fact.subject, leaf.path, content))
        for words, content in zip(found.words, (leaf.before, leaf.after), strict=True)
    )
    if leaf.before is None:
        return (Stretch(Edit.ADDED, after),)
    if leaf.after is None:
        return (Stretch(Edit.REMOVED, before),)
    return marked(before, after)
