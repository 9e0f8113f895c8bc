"""Groups parties on one line: pairs, camps, and whether an outcome is admitted by all."""

from __future__ import annotations

from itertools import combinations, islice, product
from typing import TYPE_CHECKING

from positions.comparison.rows import Pair
from positions.model.dossier import Blank, Modality, Position
from positions.record.parts import part_of
from positions.values import KINDS, Relation, Stance

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from positions.comparison.relations import Relations
    from positions.model.dossier import Dossier, Issue
    from positions.record.settle import Standing
    from positions.values import Distance, Value

__all__ = [
    "Match",
    "greatest",
    "is_plain",
    "overall",
    "overall_distance",
    "stated",
    "told_apart",
]

_MOST_BRANCHES = 512
"""How many combinations of branches are tried before it counts as untold."""


def stated(position: Position) -> bool:
    """Return whether a position, or a branch of one, says something; to strike does."""
    return position.value is not None or position.blank is Blank.DELETED


def _rules_out(position: Position) -> bool:
    """Return whether a position says that what it names will not be."""
    return position.modality is Modality.WILL_NOT and position.value is not None


def is_plain(position: Position) -> bool:
    """Return whether a position is one value that is asked for, so that its relation says all."""
    more = position.alternatives or position.goes_on or _rules_out(position)
    return position.value is not None and not more


def overall(pairs: Sequence[Pair]) -> Relation:
    """Return the relation of two unions from the relations of their branches.

    One branch that meets is enough to meet; only branches that are all the same make it same. A
    union that has no other branch lies in one of which some branch is the same or contains it.
    """
    relations = {pair.relation for pair in pairs}
    if len(relations) == 1:
        return pairs[0].relation
    for ends, inside in (
        ({pair.first_branch for pair in pairs}, Relation.WITHIN),
        ({pair.second_branch for pair in pairs}, Relation.CONTAINS),
    ):
        if len(ends) == 1 and relations & {Relation.SAME, inside}:
            return inside
    return Relation.OVERLAPS if any(one.meets for one in relations) else Relation.UNKNOWN


def overall_distance(pairs: Sequence[Pair]) -> Distance | None:
    """Return the distance of two unions: that of their nearest branches.

    None where any meet, or where two of them are apart without a measure, which may be nearer.
    """
    if len(pairs) == 1:
        return pairs[0].distance if pairs[0].relation is Relation.APART else None
    measured = [pair.distance for pair in pairs if pair.distance]
    apart = overall(pairs) is Relation.APART
    if not measured or not apart or len(measured) < len(pairs):
        return None
    return min(measured, key=lambda distance: distance.figure)


def greatest(distances: Iterable[Distance | None]) -> Distance | None:
    """Return the greatest of the distances that have a measure, None where none has."""
    measured = [distance for distance in distances if distance]
    return max(measured, key=lambda distance: distance.figure, default=None)


def told_apart(
    camps: Sequence[Sequence[str]], differ: Callable[[str, str], bool]
) -> tuple[tuple[tuple[str, ...], ...], tuple[str, ...]]:
    """Return the camps of which it is known that every two differ, and the parties of the others.

    Those go first of whom it is unknown against the most camps, and among these the smallest.

    Args:
        camps: The camps.
        differ: Returns whether the first parties of two camps are known to differ.
    """
    left = [tuple(camp) for camp in camps]
    gone: list[tuple[str, ...]] = []
    unknown: dict[tuple[str, ...], set[tuple[str, ...]]] = {camp: set() for camp in left}
    for one, other in combinations(left, 2):
        if not differ(one[0], other[0]):
            unknown[one].add(other)
            unknown[other].add(one)
    while len(left) > 1:
        worst = max(left, key=lambda camp: (len(unknown[camp]), -len(camp)))
        if not unknown[worst]:
            break
        left.remove(worst)
        gone.append(worst)
        for camp in unknown[worst]:
            unknown[camp].discard(worst)
    return tuple(left), tuple(party for camp in gone for party in camp)


def _as_far_as_listed(relation: Relation, one: Position, other: Position) -> Relation:
    """Return the relation of two lists of which one goes on, so that it may ask for more.

    What it names it asks for; of what the other names besides, it may want the contrary.
    """
    goes_on = [(a.value, b.value) for a, b in ((one, other), (other, one)) if a.goes_on]
    untold = any(
        not {*b.wanted, *b.rejected} <= {*a.wanted, *a.rejected} for a, b in goes_on if a and b
    )
    certain = relation is Relation.APART or not (relation is Relation.SAME or untold)
    return relation if certain else Relation.UNKNOWN


class Match:
    """The parties who speak on one line, matched with each other.

    Attributes:
        speaking: Their standings, in the order of the columns.
        camps: The same parties, grouped by the same values and terms.
        blank_branches: The labels of the branches that a party leaves blank, with the blank of
            each; they neither meet nor exclude anything.
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
        point = part_of(issue.reference_point, part) if issue.reference_point else None
        self._reference = point.value if point else None
        self._kind = KINDS[issue.kind]
        self._frame = dossier.frames[issue.id, part]
        self._known = known
        self._pairs: dict[tuple[str, str], tuple[Pair, ...]] = {}
        self._between_camps: dict[tuple[str, str], tuple[Pair, ...]] | None = None
        self.speaking = {party: one for party, one in standings.items() if one.speaks}
        self._branches = {
            party: tuple(branch for branch in one.branches if stated(branch[1]))
            for party, one in self.speaking.items()
        }
        self.blank_branches = {
            party: tuple((label, one.blank or Blank.UNCODED) for label, one in given)
            for party, standing in self.speaking.items()
            if (given := tuple(one for one in standing.branches if not stated(one[1])))
        }
        self._plain = {
            party: value
            for party, one in self.speaking.items()
            if is_plain(one.position) and not one.conflicts and (value := one.position.value)
        }
        self.camps = self._grouped()
        self._worded = {camp[0]: self._differently_worded(camp) for camp in self.camps}

    def pairs(self) -> dict[tuple[str, str], tuple[Pair, ...]]:
        """Return every two camps, by the first party of each, branch against branch.

        Values that admit the same may be measured differently: `none` is no figure, and `0` is
        one. Camps of which that makes a difference have no distance, so that no order of the
        parties decides it.
        """
        if self._between_camps is None:
            self._between_camps = {
                (a[0], b[0]): self._between(a, b) for a, b in combinations(self.camps, 2)
            }
        return self._between_camps

    def meets(self) -> bool | None:
        """Return whether an outcome is admitted by all camps, under some choice of branches.

        Words of the same moment that contradict the record count as branches here, so that no
        outcome is ruled out which one of them admits. None where it cannot be told.
        """
        choices = 1
        for camp in self.camps:
            choices *= len(self._words(camp[0]))
        return self._search([]) if choices <= _MOST_BRANCHES else None

    def near_by(self, most: Distance) -> bool:
        """Return whether, under a choice of branches, no camps are further apart than a distance.

        Never where that is not certain: where a relation is unknown or a distance has no measure,
        or where words of the same moment contradict each other.
        """
        branches = [[label for label, _ in self._branches[camp[0]]] for camp in self.camps]
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

    def alike_as_stated(self) -> bool:
        """Return whether all say the same, leaving aside branches that some leave blank."""
        parties = tuple(self.speaking)
        return all(self._same_as_stated(parties[0], other) for other in parties[1:])

    def relate(self, a: Value, b: Value) -> tuple[Relation, Distance | None]:
        """Return the relation of two values of the line, and their distance where apart."""
        return self._known.relate(self._kind, self._frame, a, b)

    def shares(self) -> bool:
        """Return whether every two camps have something in common that each of them asks for."""
        return not self.unshared()

    def unshared(self) -> frozenset[tuple[str, str]]:
        """Return which two camps, by their first parties, have nothing in common they ask for."""
        return frozenset(
            two for two, found in self.pairs().items() if not any(map(self._shares, found))
        )

    def _shares(self, pair: Pair) -> bool:
        """Return whether two branches that meet have something in common.

        Two lists that demand and refuse different items share nothing, though some package has all
        of it.
        """
        if pair.relation is not Relation.OVERLAPS:
            return pair.relation.meets is True
        held = dict(self._branches[pair.first])[pair.first_branch]
        against = dict(self._branches[pair.second])[pair.second_branch]
        if _rules_out(held) or _rules_out(against):
            return False
        if not self._frame.items:
            return True
        one, other = held.value, against.value
        if one is None or other is None:
            return True
        return any(
            not set(mine).isdisjoint(theirs)
            for mine, theirs in ((one.wanted, other.wanted), (one.rejected, other.rejected))
        )

    def _grouped(self) -> tuple[tuple[str, ...], ...]:
        camps: list[list[str]] = []
        known: dict[object, list[str]] = {}
        for party in self.speaking:
            key = self._key(party)
            camp = known.get(key)
            if camp is None:
                camp = next((one for one in camps if self._same(one[0], party)), [])
            if not camp:
                camps.append(camp)
            camp.append(party)
            if key is not None:
                known[key] = camp
        return tuple(tuple(camp) for camp in camps)

    def _key(self, party: str) -> object:
        """Return what a party has alike only with others of its camp; None where that is unclear.

        So parties who say the same in the same words are matched with the others once.
        """
        value, terms = self._plain.get(party), self._known.terms_of(self.speaking[party].position)
        if value is None or terms is None:
            return None
        return (id(value), terms) if self.relate(value, value)[0] is Relation.SAME else None

    def _same(self, first: str, second: str) -> bool:
        """Return whether two parties hold the same, and leave the same branches blank."""
        if first in self._plain and second in self._plain:
            return self._match(first, second)[0].same
        blank = self.blank_branches.get(first, ()), self.blank_branches.get(second, ())
        if not (blank[0] or blank[1]):
            return self._same_as_stated(first, second)
        silent = all(one is Blank.SILENT for _, one in blank[0])
        return set(blank[0]) == set(blank[1]) and silent and self._same_as_stated(first, second)

    def _same_as_stated(self, first: str, second: str) -> bool:
        """Return whether every branch of each of two parties is one of the other's."""
        one, other = self.speaking[first], self.speaking[second]
        if one.conflicts or other.conflicts:
            return False
        same = [pair for pair in self._match(first, second) if pair.same]
        return len({pair.first_branch for pair in same}) == len(self._branches[first]) and len(
            {pair.second_branch for pair in same}
        ) == len(self._branches[second])

    def _between(self, first: Sequence[str], second: Sequence[str]) -> tuple[Pair, ...]:
        pairs = self._match(first[0], second[0])
        if self.speaking[first[0]].conflicts or self.speaking[second[0]].conflicts:
            return self._of_conflicting(pairs)
        worded = self._worded[first[0]], self._worded[second[0]]
        if len(worded[0]) == len(worded[1]) == 1:
            return pairs
        every = product(*worded)
        distances = {overall_distance(self._match(*both)) for both in every}
        if len({distance and distance.figure for distance in distances}) == 1:
            return pairs
        return tuple(pair._replace(distance=None) for pair in pairs)

    def _of_conflicting(self, pairs: tuple[Pair, ...]) -> tuple[Pair, ...]:
        """Return the pairs of two of whom words of one moment differ.

        They are apart where each of these words is, and no distance is theirs; else it is unknown.
        """
        sides = (pairs[0].first, pairs[0].second)
        (one, words), (other, against) = ((side, self._words(side)) for side in sides)
        found = {
            self._pair((one, "", a), (other, "", b)).relation
            if stated(a) and stated(b)
            else Relation.UNKNOWN
            for a, b in product(words, against)
        }
        relation = Relation.APART if found == {Relation.APART} else Relation.UNKNOWN
        return tuple(pair._replace(relation=relation, distance=None) for pair in pairs)

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
        found = self._pairs.get((first, second))
        if found is None:
            a, b = self._plain.get(first), self._plain.get(second)
            found = self._pairs[first, second] = (
                (self._plain_pair(first, a, second, b),)
                if a is not None and b is not None
                else tuple(
                    self._pair((first, label, one), (second, other_label, other))
                    for label, one in self._branches[first]
                    for other_label, other in self._branches[second]
                )
            )
        return found

    def _plain_pair(self, first: str, a: Value, second: str, b: Value) -> Pair:
        """Return the pair of two who each ask for one value; most do, so that it must be cheap."""
        relation, distance = self._known.relate(self._kind, self._frame, a, b)
        held, against = self._branches[first][0][1], self._branches[second][0][1]
        same = self._known.terms_same(self._dossier, held, against)
        return Pair(first, second, relation, same, distance)

    def _pair(self, one: tuple[str, str, Position], other: tuple[str, str, Position]) -> Pair:
        (first, branch, held), (second, other_branch, against) = one, other
        a, b = held.value, against.value
        if _rules_out(held) or _rules_out(against):
            relation, distance = self._against_ruled_out(held, against), None
        elif a is None or b is None:
            relation, distance = self._struck(a if b is None else b), None
        else:
            relation, distance = self._known.relate(self._kind, self._frame, a, b)
        if held.goes_on or against.goes_on:
            # What is not seen of a list may set it further apart.
            relation, distance = _as_far_as_listed(relation, held, against), None
        same = self._known.terms_same(self._dossier, held, against)
        return Pair(first, second, relation, same, distance, branch, other_branch)

    def _against_ruled_out(self, one: Position, other: Position) -> Relation:
        """Return the relation of two positions of which one or both rule out what they name.

        To rule something out asks for nothing; it excludes who asks for no more than that.
        """
        if one.value is None or other.value is None:
            return Relation.OVERLAPS
        relation = self.relate(one.value, other.value)[0]
        if _rules_out(one) and _rules_out(other):
            return relation if relation in {Relation.SAME, Relation.UNKNOWN} else Relation.OVERLAPS
        asked_in = Relation.CONTAINS if _rules_out(one) else Relation.WITHIN
        if relation in {Relation.SAME, asked_in}:
            return Relation.APART
        return relation if relation is Relation.UNKNOWN else Relation.OVERLAPS

    def _struck(self, value: Value | None) -> Relation:
        """Return the relation of striking a clause to another position: to a value, or the same.

        To strike leaves in force what holds without an agreement, and asks for nothing.
        """
        if value is None:
            return Relation.SAME
        if value.stance is Stance.REFUSED:
            return Relation.OVERLAPS
        if value.stance is Stance.TO_BE_AGREED:
            return Relation.UNKNOWN
        if self._reference is None:
            return Relation.APART
        found = self._kind.relate(value, self._reference, self._frame)
        if found is Relation.UNKNOWN and not (value.measurable and self._reference.measurable):
            return Relation.UNKNOWN
        return Relation.OVERLAPS if found.meets else Relation.APART

    def _search(self, chosen: list[Position]) -> bool | None:
        """Return whether some choice for the camps that are left meets what is chosen."""
        if len(chosen) == len(self.camps):
            return self._common(chosen)
        found: set[bool | None] = set()
        for word in self._words(self.camps[len(chosen)][0]):
            tried = [*chosen, word]
            meets = False if self._common(tried) is False else self._search(tried)
            if meets:
                return True
            found.add(meets)
        return None if None in found else False

    def _words(self, party: str) -> list[Position]:
        standing = self.speaking[party]
        words = [position for _, position in self._branches[party]]
        for entry in standing.conflicts:
            words += entry.position.alternatives.values() or [entry.position]
        return words

    def _common(self, words: Sequence[Position]) -> bool | None:
        """Return whether an outcome is admitted by all words; None where it cannot be told."""
        if any(map(_rules_out, words)):
            return self._common_but_for([one for one in words if stated(one)], words)
        known = [word.value for word in words if word.value is not None]
        struck = any(word.blank is Blank.DELETED for word in words)
        meets = self._left_in_force(known) if struck else self._meet(known)
        return None if meets and not all(map(stated, words)) else meets

    def _common_but_for(self, told: Sequence[Position], words: Sequence[Position]) -> bool | None:
        """Return whether an outcome is left to all words of which some rule something out."""
        asked = [one for one in told if not _rules_out(one)]
        relations = [
            self._against_ruled_out(one, other)
            for one in told
            if _rules_out(one)
            for other in asked
        ]
        common = self._common(asked)
        if common is False or Relation.APART in relations:
            return False
        # Of several that meet, what is left to them may be just what another rules out.
        clear = len(asked) < 2 and Relation.UNKNOWN not in relations and len(told) == len(words)
        return common if clear else None

    def _meet(self, values: Sequence[Value]) -> bool | None:
        return self._kind.meet(values, self._frame) if len(values) > 1 else True

    def _left_in_force(self, values: Sequence[Value]) -> bool | None:
        """Return whether all values admit what striking a clause leaves in force."""
        found = {self._struck(value).meets for value in values}
        if False in found:
            return False
        refused = all(value.stance is Stance.REFUSED for value in values)
        if self._reference is None or None in found or refused:
            return None if None in found else self._meet(values)
        return self._meet([*values, self._reference])
