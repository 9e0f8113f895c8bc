"""Who stands with whom on one line: pairs, camps, and whether an outcome is admitted by all."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, islice, product
from typing import TYPE_CHECKING

from positions.comparison.rows import Pair
from positions.comparison.terms import term_differences
from positions.values import KINDS, Relation

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from positions.model.dossier import Dossier, Issue, Position
    from positions.record.settle import Standing
    from positions.values import Distance, Frame, Kind, Value

__all__ = ["Match", "Relations", "greatest", "overall", "overall_distance"]

_MOST_BRANCHES = 512
"""How many combinations of branches are tried before it counts as untold."""


def overall(relations: Sequence[Relation]) -> Relation:
    """Return the relation of two unions from the relations of their branches.

    One branch that meets is enough to meet; only branches that are all the same make it same.
    """
    if len(set(relations)) == 1:
        return relations[0]
    if any(relation.meets for relation in relations):
        return Relation.OVERLAPS
    return Relation.UNKNOWN


def overall_distance(pairs: Sequence[Pair]) -> Distance | None:
    """Return the distance of two unions: that of their nearest branches, None where any meet."""
    measured = [pair.distance for pair in pairs if pair.distance]
    if not measured or overall([pair.relation for pair in pairs]) is not Relation.APART:
        return None
    return min(measured, key=lambda distance: distance.figure)


def greatest(distances: Iterable[Distance | None]) -> Distance | None:
    """Return the greatest of the distances that have a measure, None where none has."""
    measured = [distance for distance in distances if distance]
    return max(measured, key=lambda distance: distance.figure, default=None)


class Relations:
    """The relations of values, each found once however many lines compare the same two.

    Values and frames are known by identity: binding makes the same text of the same frame one
    value, and a comparison keeps all of them alive.
    """

    def __init__(self) -> None:
        self._found: dict[tuple[int, int, int], tuple[Relation, Distance | None]] = {}

    def relate(
        self, kind: Kind[Value], frame: Frame, a: Value, b: Value
    ) -> tuple[Relation, Distance | None]:
        """Return the relation of A to B, and their distance where they are apart."""
        key = id(a), id(b), id(frame)
        if key not in self._found:
            relation = kind.relate(a, b, frame)
            apart = relation is Relation.APART
            self._found[key] = relation, kind.distance(a, b, frame) if apart else None
        return self._found[key]


class Match:
    """The parties who speak on one line, matched with each other.

    Attributes:
        speaking: Their standings, in the order of the columns.
        camps: The same parties, grouped by the same values and terms.
    """

    def __init__(
        self,
        dossier: Dossier,
        issue: Issue,
        part: str,
        standings: Mapping[str, Standing],
        known: Relations,
    ) -> None:
        """Match the standings of one line; `known` is shared by the lines of a comparison."""
        self._dossier = dossier
        self._kind = KINDS[issue.kind]
        self._frame = dossier.frames[issue.id, part]
        self._known = known
        self._pairs: dict[tuple[str, str], tuple[Pair, ...]] = {}
        self.speaking = {party: one for party, one in standings.items() if one.speaks}
        self._branches = {party: one.branches for party, one in self.speaking.items()}
        self.camps = self._camps()
        self._worded = {camp[0]: self._differently_worded(camp) for camp in self.camps}

    def pairs(self) -> dict[tuple[str, str], tuple[Pair, ...]]:
        """Return every two camps, by the first party of each, branch against branch.

        Values that admit the same may be measured differently: `none` is no figure, and `0` is
        one. Camps of which that makes a difference have no distance, so that no order of the
        parties decides it.
        """
        return {(a[0], b[0]): self._between(a, b) for a, b in combinations(self.camps, 2)}

    def meets(self) -> bool | None:
        """Return whether an outcome is admitted by all camps, under some choice of branches.

        Words of the same moment that contradict the record count as branches here, so that no
        outcome is ruled out which one of them admits. None where it cannot be told.
        """
        choices = 1
        for camp in self.camps:
            choices *= len(self._values(camp[0]))
        return self._search([]) if choices <= _MOST_BRANCHES else None

    def near_by(self, most: Distance) -> bool:
        """Return whether, under a choice of branches, no camps are further apart than a distance.

        Never where that is not certain: where a relation is unknown or a distance has no measure,
        or where words of the same moment contradict each other.
        """
        branches = [[label for label, _ in self.speaking[camp[0]].branches] for camp in self.camps]
        if any(one.conflicts for one in self.speaking.values()):
            return False
        near = {
            (pair.first, pair.first_branch, pair.second, pair.second_branch)
            for found in self.pairs().values()
            for pair in found
            if pair.within(most)
        }
        leaders = [camp[0] for camp in self.camps]
        choices = islice(product(*branches), _MOST_BRANCHES)
        return any(
            all(
                (*one, *other) in near
                for one, other in combinations(zip(leaders, choice, strict=True), 2)
            )
            for choice in choices
        )

    def _camps(self) -> tuple[tuple[str, ...], ...]:
        camps: list[list[str]] = []
        for party in self.speaking:
            for camp in camps:
                if self._same(camp[0], party):
                    camp.append(party)
                    break
            else:
                camps.append([party])
        return tuple(tuple(camp) for camp in camps)

    def _same(self, first: str, second: str) -> bool:
        """Return whether two parties hold the same: every branch of each is one of the other's."""
        one, other = self.speaking[first], self.speaking[second]
        if one.conflicts or other.conflicts:
            return False
        same = [pair for pair in self._match(first, second) if pair.same]
        return len({pair.first_branch for pair in same}) == len(self._branches[first]) and len(
            {pair.second_branch for pair in same}
        ) == len(self._branches[second])

    def _between(self, first: Sequence[str], second: Sequence[str]) -> tuple[Pair, ...]:
        pairs = self._match(first[0], second[0])
        worded = self._worded[first[0]], self._worded[second[0]]
        if len(worded[0]) == len(worded[1]) == 1:
            return pairs
        every = product(*worded)
        distances = {overall_distance(self._match(*both)) for both in every}
        if len({distance and distance.figure for distance in distances}) == 1:
            return pairs
        return tuple(replace(pair, distance=None) for pair in pairs)

    def _differently_worded(self, camp: Sequence[str]) -> tuple[str, ...]:
        """Return a party of the camp for each way in which its values are written."""
        if len(camp) == 1:
            return tuple(camp)
        found: dict[frozenset[Value | None], str] = {}
        for party in camp:
            values = (position.value for _, position in self._branches[party])
            found.setdefault(frozenset(values), party)
        return tuple(found.values())

    def _match(self, first: str, second: str) -> tuple[Pair, ...]:
        if (first, second) not in self._pairs:
            self._pairs[first, second] = tuple(
                self._pair((first, label, one), (second, other_label, other))
                for label, one in self._branches[first]
                for other_label, other in self._branches[second]
            )
        return self._pairs[first, second]

    def _pair(self, one: tuple[str, str, Position], other: tuple[str, str, Position]) -> Pair:
        a, b = one[2].value, other[2].value
        relation, distance = (
            (Relation.UNKNOWN, None)
            if a is None or b is None
            else self._known.relate(self._kind, self._frame, a, b)
        )
        return Pair(
            first=one[0],
            second=other[0],
            relation=relation,
            terms_same=not term_differences(self._dossier, one[2], other[2]),
            distance=distance,
            first_branch=one[1],
            second_branch=other[1],
        )

    def _search(self, chosen: list[Value | None]) -> bool | None:
        """Return whether some choice for the camps that are left meets what is chosen."""
        if len(chosen) == len(self.camps):
            return self._common(chosen)
        found: set[bool | None] = set()
        for value in self._values(self.camps[len(chosen)][0]):
            tried = [*chosen, value]
            meets = False if self._common(tried) is False else self._search(tried)
            if meets:
                return True
            found.add(meets)
        return None if None in found else False

    def _values(self, party: str) -> list[Value | None]:
        standing = self.speaking[party]
        words = [position for _, position in self._branches[party]]
        for entry in standing.conflicts:
            words += entry.position.alternatives.values() or [entry.position]
        return [position.value for position in words]

    def _common(self, values: Sequence[Value | None]) -> bool | None:
        known = [value for value in values if value is not None]
        meets = self._kind.meet(known, self._frame) if len(known) > 1 else True
        return None if meets and len(known) < len(values) else meets
