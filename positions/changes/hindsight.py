"""Finds who moved, on its own day, by words that the record had only later.

Newer ones can have taken their place by then; and others can have moved since that day.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from positions.changes.beginning import BEFORE_ALL
from positions.changes.movement import SPOKEN_SINCE, movements
from positions.model.moment import Instant
from positions.record.known import known_at
from positions.record.settle import record

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from positions.changes.movement import Move
    from positions.model.dossier import Dossier, Memorandum

__all__ = ["moves_then", "on_their_days"]


def on_their_days(dossier: Dossier, moves: Sequence[Move]) -> Iterator[Move]:
    """Yield moves, each of words that were recorded late with the distances of their own day.

    Args:
        dossier: The state in which they are recorded.
        moves: What became of the words of every party between an earlier state and it.
    """
    days = {(one.party, one.issue, one.part): one.late.date.order() for one in moves if one.late}
    for move in moves:
        paper = move.late
        if paper is None or not move.toward:
            yield move
            continue
        found = next(_since(dossier, paper, move.issue, move.part), None)
        day, line = paper.date.order(), (move.issue, move.part)
        toward = [
            to if days.get((to.party, *line)) == day else to._replace(told=True)
            for to in (found.toward if found and found.kind in SPOKEN_SINCE else ())
        ]
        yield replace(move, toward=tuple(toward))


def moves_then(
    dossier: Dossier, document: Memorandum, issue: str, part: str
) -> tuple[Move | None, Move | None]:
    """Return what a document and the next words of its party changed, each on its own day.

    Either is None where it changed nothing, or was the first. Their figures are those of the days
    before and after as they are known now: a text counts there from its own date.

    Args:
        dossier: The state in which the document is known, and newer words are the record.
        document: The document.
        issue: The issue on which it says something.
        part: The part; empty for an issue without parts.
    """
    found = _since(dossier, document, issue, part)
    first = next(found, None)
    return _alone(first), _alone(next(filter(None, found), None))


def _alone(move: Move | None) -> Move | None:
    """Return what a party did, with all that it did together with others; else nothing."""
    if move is None or move.kind not in SPOKEN_SINCE:
        return None
    return replace(move, toward=tuple(to._replace(told=True) for to in move.toward))


def _since(dossier: Dossier, document: Memorandum, issue: str, part: str) -> Iterator[Move | None]:
    """Yield what a document changed on its own day, then each later day of its party."""
    # Only what is said on the issue: the rest would be dated and settled again for each late word.
    papers = {
        name: one.model_copy(update={"known": None, "positions": said})
        for name, one in dossier.memoranda.items()
        for said in ({issue: one.positions[issue]} if issue in one.positions else {},)
    }
    dated = {one.date.order(): Instant.of(one.date) for one in papers.values()}
    own = {one.date.order() for one in papers.values() if one.party == document.party}
    days = [Instant.of(BEFORE_ALL), *(dated[order] for order in sorted(dated))]
    then = replace(dossier, issues={issue: dossier.issues[issue]}, memoranda=papers)
    for before, after in pairwise(days):
        if after.order() >= document.date.order() and after.order() in own:
            yield _move(then, (before, after), (document.party, part))


def _move(dossier: Dossier, days: tuple[Instant, Instant], place: tuple[str, str]) -> Move | None:
    """Return what became of a party's words on a part of the only issue between two days."""
    before, after = (known_at(dossier, day) for day in days)
    found = movements(before, after, (record(before), record(after)), in_order=True)
    return next((one for one in found if (one.party, one.part) == place), None)
