"""Finds who moved by words that came to be known only after newer ones had taken their place."""

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
    from positions.changes.movement import Move
    from positions.model.dossier import Dossier, Memorandum

__all__ = ["moves_then"]


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
    papers = {
        name: one.model_copy(update={"known": None}) if one.known else one
        for name, one in dossier.memoranda.items()
    }
    dated = {one.date.order(): Instant.of(one.date) for one in papers.values()}
    own = {one.date.order() for one in papers.values() if one.party == document.party}
    days = [Instant.of(BEFORE_ALL), *(dated[order] for order in sorted(dated))]
    then = replace(dossier, memoranda=papers)
    at_first: Move | None = None
    for before, after in pairwise(days):
        if after.order() < document.date.order() or after.order() not in own:
            continue
        found = _move(then, (before, after), (document.party, issue, part))
        told = found if found and found.kind in SPOKEN_SINCE else None
        if after.order() == document.date.order():
            at_first = told
        elif found:
            return at_first, told
    return at_first, None


def _move(
    dossier: Dossier, days: tuple[Instant, Instant], place: tuple[str, str, str]
) -> Move | None:
    """Return what became of a party's words on one line from one day to another."""
    party, issue, part = place
    states = [known_at(dossier, day) for day in days]
    records = [record(replace(one, issues={issue: one.issues[issue]})) for one in states]
    others = dossier.issues.keys() - {issue}
    found = movements(
        states[0], states[1], (records[0], records[1]), leaving_out=others, in_order=True
    )
    moved = (one for one in found if (one.party, one.part) == (party, part))
    return next(
        (replace(one, toward=tuple(to._replace(told=True) for to in one.toward)) for one in moved),
        None,
    )
