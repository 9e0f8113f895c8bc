"""Tells what became of a document as a whole, once and not once for every issue.

What a text takes over from the one that it works on is counted: it keeps, changes, strikes, adds.
That a text which became known has nothing on an issue is told of the text, with the issues.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from positions.changes.detect import ChangeClass, LeafChange
from positions.changes.move_kinds import MoveKind
from positions.model.dossier import Blank, Disclosure
from positions.record.borrowing import Borrowing
from positions.sentences.english import among, counted
from positions.text.english import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from positions.changes.movement import Move
    from positions.model.dossier import Dossier, Memorandum, Position
    from positions.sentences.glossary import Glossary

__all__ = [
    "BASE",
    "COLUMN",
    "NOTHING_IN_IT",
    "OLDER_WORDS",
    "base_fact",
    "column_fact",
    "corrected_base",
    "is_kept",
    "new_bases",
    "nothing_in_it",
    "older_words",
]

BASE: Final = ("takes over",)
"""The path of the fact how much a text takes over from the one that it works on."""

COLUMN: Final = ("column",)
"""The path of the fact that a column came or went."""

NOTHING_IN_IT: Final = ("text published",)
"""The path of the fact on which issues a text that became known has nothing."""


OLDER_WORDS: Final = ("older words",)
"""The path of the fact on which issues older words count, or not, as a text was read otherwise."""


def new_bases(before: Dossier, after: Dossier) -> frozenset[str]:
    """Return the documents that work on another text, and did not before, by id."""
    return frozenset(
        name
        for name, document in after.memoranda.items()
        if document.based_on
        and (
            name not in before.memoranda
            or before.memoranda[name].based_on != document.based_on
            or _text_of_base(before, document) is None
        )
    )


def _text_of_base(side: Dossier, document: Memorandum) -> Memorandum | None:
    """Return the text that a document works on; None where not both are known in a state."""
    moment = side.moment or side.header.as_of
    texts = [side.memoranda.get(one or "") for one in (document.id, document.based_on)]
    known = all(
        one is not None
        and not moment.before(one.date)
        and one.disclosed(moment) is not Disclosure.WITHHELD
        for one in texts
    )
    return texts[1] if known else None


def is_kept(before: Dossier, after: Dossier, move: Move, based: AbstractSet[str]) -> bool:
    """Return whether words are only kept by a document that works on another, one of `based`.

    What a party keeps of a text of its own that is new as well is told of nothing else.
    """
    entry = move.after.entry if move.after else None
    if entry is None or move.kind.is_move or entry.document.id not in based:
        return False
    base = after.memoranda.get(entry.position.as_in)
    if base is None or move.issue in entry.document.positions:
        return False
    return base.party != entry.document.party or base.id in before.memoranda


def corrected_base(move: Move) -> str:
    """Return the document from which a corrected position is taken over; empty for none."""
    entry = move.after.entry if move.after else None
    if move.kind is not MoveKind.CORRECTION or entry is None:
        return ""
    return entry.position.as_in if entry.position.as_in != entry.document.id else ""


def base_fact(words: Glossary, document: Memorandum) -> LeafChange | None:
    """Return how much a text takes over: `of “Draft of May” it keeps 14 issues and changes 9`.

    None where nothing is known of it yet, or where the text that it works on is not there, or says
    nothing. What a text leaves out it keeps only where all of it was read.
    """
    after = words.dossier
    base = _text_of_base(after, document)
    if base is None:
        return None
    counts = dict.fromkeys(("keeps", "changes", "strikes", "adds"), 0)
    for deed in _deeds(after, document, base):
        counts[deed] += 1
    told = [f"{deed} {count}" for deed, count in counts.items() if count]
    if not told:
        return None
    told[0] = f"{told[0]} {'issue' if told[0].endswith(' 1') else 'issues'}"
    added = told.pop() if counts["adds"] else ""
    does = [f"of {words.document(base)} it {listed(told)}"] if told else []
    does += [f"it {added}{'' if told else f' to {words.document(base)}'}"] if added else []
    return LeafChange(BASE, None, "; ".join(does), ChangeClass.SUBSTANCE)


def _deeds(after: Dossier, document: Memorandum, base: Memorandum) -> Iterator[str]:
    """Yield what a text does on each issue on which it, or the text that it works on, has words."""
    borrowing = Borrowing(after, after.moment or after.header.as_of)
    is_whole = borrowing.whole(document)
    for issue in after.issues:
        given = borrowing.said(base, issue, "")
        said = _states(given)
        own = document.positions.get(issue)
        if own is None or own.same_as is not None:
            # What another party struck from the base is no clause of it to keep.
            kept = said and (is_whole or own) and _states(borrowing.said(document, issue, ""))
            yield from ["keeps"] if kept else []
        elif own.blank is Blank.DELETED:
            yield "strikes"
        elif given is None or not said:
            yield from ["adds"] if own.unstated is None else []
        else:
            yield "keeps" if given.substance() == own.substance() else "changes"


def _states(position: Position | None) -> bool:
    """Return whether a position says something, if only of a part."""
    return position is not None and (position.unstated is None or bool(position.parts))


def nothing_in_it(titles: Mapping[str, Blank]) -> LeafChange:
    """Return the fact that a text which became known has nothing on some issues.

    Args:
        titles: The issues, each with the blank that the text leaves there.
    """
    silent = [title for title, blank in titles.items() if blank is Blank.SILENT]
    unseen = [title for title, blank in titles.items() if blank is not Blank.SILENT]
    told = [f"nothing in it on {among(silent, 'issues')}"] if silent else []
    told += [f"nothing in the part that was read on {among(unseen, 'issues')}"] if unseen else []
    return LeafChange(NOTHING_IN_IT, None, "; ".join(told), ChangeClass.SUBSTANCE)


def older_words(titles: Mapping[str, bool]) -> LeafChange:
    """Return the fact that older words count no more, or again, by how much of a text was read.

    Args:
        titles: The issues, each with whether older words count there now.
    """
    again = [title for title, count in titles.items() if count]
    gone = [title for title, count in titles.items() if not count]
    told = [f"count no more on {among(gone, 'issues')}"] if gone else []
    told += [f"count on {among(again, 'issues')}"] if again else []
    return LeafChange(OLDER_WORDS, None, "; ".join(told), ChangeClass.SUBSTANCE)


def column_fact(side: Dossier, party: str, *, added: bool) -> LeafChange:
    """Return the fact that a column came or went, with how much it says in the state that has it.

    Args:
        side: The state that has the column.
        party: Its id.
        added: Whether that is the later state.
    """
    papers = [paper for paper in side.memoranda.values() if paper.party == party]
    on = {issue for paper in papers for issue in paper.positions}
    said = f"with words on {counted(len(on), 'issue')}" if on else "without words so far"
    before, after = (None, said) if added else (said, None)
    return LeafChange(COLUMN, before, after, ChangeClass.SUBSTANCE)
