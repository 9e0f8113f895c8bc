"""The terms of two positions, lined up: what one says of its value and the other does not."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from positions.record.parts import unsaid
from positions.text.english import listed
from positions.values import KINDS, Frame, GapType, Relation, Value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from positions.model.dossier import Dossier, Position

__all__ = [
    "TermDifference",
    "actors_in_words",
    "alike_terms",
    "renewal_in_words",
    "shared_terms",
    "stated_terms",
    "term_differences",
]

_PLAIN = Frame()
_CLOSED = frozenset({"modality"})
"""Terms that are stated in given words, so that other words say something else."""


@dataclass(frozen=True, slots=True)
class TermDifference:
    """One term in which two positions differ.

    Attributes:
        type: The type of the gap: `wording` where both state it in free words that differ.
        term: The name of the term.
    """

    type: GapType
    term: str


def renewal_in_words(renewable: Value | bool) -> str:  # noqa: FBT001 - it is a term's value
    """Return a renewal as a phrase: `renewable by 30 days`, `renewable`, `not renewable`."""
    if isinstance(renewable, bool):
        return "renewable" if renewable else "not renewable"
    length = KINDS["duration"].show(renewable, _PLAIN)
    return f"renewable by {length}" if renewable.measurable else f"renewable, by a length {length}"


def actors_in_words(dossier: Dossier, by: Sequence[str]) -> str:
    """Return who acts as a list in prose: `North, South and the guards`."""
    return listed([dossier.title(word) for word in by])


def stated_terms(position: Position) -> object:
    """Return what two positions have alike where all their terms are written the same.

    None where that is not enough: of two lengths that are left open it cannot be told whether they
    are the same.
    """
    renewal = position.renewable
    told = not isinstance(renewal, Value) or renewal.measurable
    return _STATED(position) if told else None


def term_differences(
    dossier: Dossier, first: Position, second: Position
) -> tuple[TermDifference, ...]:
    """Return each term in which two positions differ; nothing where all their terms are the same.

    Terms that name an issue, an event or a party are compared by its id; others as words,
    whatever their spacing and case. A list means all of its entries, in any order.
    """
    stated = stated_terms(first)
    if stated is not None and stated == _STATED(second):
        return ()
    found = []
    for name, kind in _TERMS.items():
        one, other = getattr(first, name), getattr(second, name)
        if alike_terms(dossier, one, other):
            continue
        words = _words(one), _words(other)
        named = any(dossier.names(word) for word in (*words[0], *words[1]))
        free = all(words) and not named and name not in _CLOSED
        found.append(TermDifference(GapType.WORDING if free else kind, name))
    return tuple(found)


def shared_terms(dossier: Dossier, first: Position, second: Position) -> frozenset[str]:
    """Return the names of the terms that two positions both state, and state alike."""
    return frozenset(
        name
        for name in _TERMS
        if not unsaid(name, first)
        and not unsaid(name, second)
        and alike_terms(dossier, getattr(first, name), getattr(second, name))
    )


def _words(term: object) -> tuple[str, ...]:
    if isinstance(term, str):
        return (term,) if term else ()
    return tuple(term) if isinstance(term, tuple) else ()


def alike_terms(dossier: Dossier, one: object, other: object) -> bool:
    """Return whether two terms say the same, by an id or in the words of its title."""
    if isinstance(one, Value) and isinstance(other, Value):
        return KINDS["duration"].relate(one, other, _PLAIN) is Relation.SAME
    return one == other or _plain(dossier, one) == _plain(dossier, other)


def _plain(dossier: Dossier, term: object) -> object:
    """Return what two spellings of the same words have in common."""
    if isinstance(term, str):
        return " ".join(dossier.title(term).casefold().split())
    return frozenset(_plain(dossier, word) for word in term) if isinstance(term, tuple) else term


_TERMS = {
    "renewable": GapType.TIMING,
    "conditions": GapType.CONDITION,
    "starts": GapType.TIMING,
    "until": GapType.TIMING,
    "scope": GapType.SCOPE,
    "by": GapType.ACTOR,
    "after": GapType.SEQUENCE,
    "modality": GapType.STRENGTH,
}
"""The terms, with the type of a gap in each."""

_STATED = attrgetter(*_TERMS)
"""Reads all terms of a position at once."""
