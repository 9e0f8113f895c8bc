"""Matches the clauses that positions cite with the points that a document lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.model.vocabulary import Blank

if TYPE_CHECKING:
    from collections.abc import Iterator

    from positions.model.dossier import Position

__all__ = ["cited_clauses", "is_in"]


def is_in(clause: str, point: str) -> bool:
    """Return whether a clause is a point of a text, or lies within it: `I.2.b` is in `I.2`."""
    rest = clause.removeprefix(point)
    return clause == point or (rest != clause and not rest[0].isalnum())


def cited_clauses(position: Position) -> Iterator[str]:
    """Yield every clause that a position cites, and what is inside it, accounts included.

    A position of which nothing is recorded yet accounts for no point.
    """
    if position.blank is not Blank.UNCODED:
        yield from position.clause
    for inner in (position.alternatives, position.parts, position.accounts):
        for one in inner.values():
            yield from cited_clauses(one)
    if position.rest is not None:
        yield from cited_clauses(position.rest)
