"""Finds the relation of each two values once, and whether two positions have the same terms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.comparison.terms import stated_terms, term_differences
from positions.model.dossier import Terms
from positions.record.parts import unsaid
from positions.values import Relation

if TYPE_CHECKING:
    from positions.model.dossier import Dossier, Position
    from positions.values import Distance, Frame, Kind, Value

__all__ = ["Relations"]


class Relations:
    """The relations of values, each found once however many lines compare the same two.

    Values and frames are known by identity: binding makes the same text of the same frame one
    value, and a comparison keeps all of them alive.
    """

    def __init__(self) -> None:
        self._found: dict[tuple[int, int, int], tuple[Relation, Distance | None]] = {}
        self._terms: dict[int, tuple[Position, object]] = {}
        self._alike: dict[tuple[object, object], bool] = {}
        self._named: dict[int, tuple[Position, frozenset[str]]] = {}

    def relate(
        self, kind: Kind[Value], frame: Frame, a: Value, b: Value
    ) -> tuple[Relation, Distance | None]:
        """Return the relation of A to B, and their distance where they are apart."""
        key = id(a), id(b), id(frame)
        found = self._found.get(key)
        if found is None:
            turned = self._found.get((id(b), id(a), id(frame)))
            if turned is not None:
                found = turned[0].swapped, turned[1]
            else:
                relation = kind.relate(a, b, frame)
                apart = relation is Relation.APART
                found = relation, kind.distance(a, b, frame) if apart else None
            self._found[key] = found
        return found

    def terms_same(self, dossier: Dossier, first: Position, second: Position) -> bool:
        """Return whether all terms of two positions are the same."""
        both = one, other = self.terms_of(first), self.terms_of(second)
        if one is None or other is None:
            return not term_differences(dossier, first, second)
        if one == other:
            return True
        if both not in self._alike:
            self._alike[both] = not term_differences(dossier, first, second)
        return self._alike[both]

    def named(self, position: Position) -> frozenset[str]:
        """Return the names of the terms that a position states."""
        found = self._named.get(id(position))
        if found is None:
            names = frozenset(name for name in Terms.model_fields if not unsaid(name, position))
            found = self._named[id(position)] = position, names
        return found[1]

    def terms_of(self, position: Position) -> object:
        """Return what positions of the same terms have alike; None where that cannot be told."""
        found = self._terms.get(id(position))
        if found is None:  # the position is kept with them, so that no other can get its identity
            found = self._terms[id(position)] = position, stated_terms(position)
        return found[1]
