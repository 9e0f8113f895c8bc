"""Measures how near two columns are in one state, and which way they went between two states.

A figure is always of one state: the words of both on the same day. So what is told of a movement
is what a comparison of either state shows.
"""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from positions.comparison.camps import Match, is_plain, overall, overall_distance, stated
from positions.comparison.terms import shared_terms
from positions.model.dossier import Blank
from positions.values import KINDS, Relation
from positions.values.kinds.date import DATE
from positions.values.linear import LinearValue

if TYPE_CHECKING:
    from collections.abc import Sequence

    from positions.changes.move_kinds import MoveKind
    from positions.comparison.relations import Relations
    from positions.model.dossier import Dossier, Position
    from positions.record.standing import Standing
    from positions.values import Distance, Frame, Value

__all__ = [
    "AT_NEAREST",
    "Direction",
    "Facing",
    "Nearness",
    "Toward",
    "direction",
    "nearness",
    "strikes",
]

_RANKS = {
    Relation.APART: 0,
    Relation.OVERLAPS: 1,
    Relation.WITHIN: 2,
    Relation.CONTAINS: 2,
    Relation.SAME: 3,
}
_UNCLEAR = frozenset(Blank) - {Blank.SILENT, Blank.DELETED, Blank.INDIFFERENT}
"""Blanks of a branch that may hide anything."""


AT_NEAREST = "at their nearest "
"""Before the distance of options of which there are several."""


class Direction(StrEnum):
    """Which way a column went, seen from another one."""

    TOWARD = "toward"
    AWAY = "away"
    AS_BEFORE = "as before"
    CANNOT_TELL = "cannot tell"

    @property
    def meaning(self) -> str:
        """What it says, in a sentence or two."""
        return _MEANINGS[self]


_MEANINGS = {
    Direction.TOWARD: (
        "The party is nearer to the other than before: by their distance where there is one, else "
        "by what the two have in common. Where both changed what they say, they came nearer."
    ),
    Direction.AWAY: (
        "The party is further from the other than before, or has less in common with it. Where "
        "both changed what they say, they drew apart."
    ),
    Direction.AS_BEFORE: (
        "The party is as near to the other, or as far from it, as it was. Who exclude nothing of "
        "each other are at no distance, also where one of them comes to say the same or leaves it."
    ),
    Direction.CANNOT_TELL: (
        "Whether the party is nearer to the other is unclear: a relation is unknown, it is nearer "
        "in one direction of an exchange and further in the other, the issue is declared "
        "otherwise, or the record of the other was wrong."
    ),
}


class Nearness(NamedTuple):
    """How near two positions are in one state.

    Attributes:
        relation: Their relation; unknown where it cannot be told.
        distance: How far apart they are, where they are apart and that has a measure.
        alike: Whether they are the same in value and terms.
        terms: The names of the terms that both state, and state alike; and the items of a list
            that both demand, or both refuse.
        other_terms: Those of the terms and items that one of them states, and the other not alike.
        days: Between which figures the days between two dates lie that are apart, where a month
            or a year can stand for each of its days, so that there is no distance.
        reworded: Whether both are wordings, and not the same; what that means is not known.
        farthest: The greatest distance of any two of their options, as a figure, where there are
            several, and all are apart and have a measure.
    """

    relation: Relation
    distance: Distance | None = None
    alike: bool = False
    terms: frozenset[str] = frozenset()
    other_terms: frozenset[str] = frozenset()
    days: tuple[Fraction, Fraction] | None = None
    reworded: bool = False
    farthest: Fraction | None = None

    @property
    def nearest(self) -> bool:
        """Whether the distance is that of the nearest of several options."""
        return self.farthest is not None

    @property
    def apart(self) -> bool:
        """Whether they exclude each other."""
        return self.relation is Relation.APART

    @property
    def measure(self) -> int | Fraction | None:
        """The distance as a figure: 0 where they meet; None where it has no measure."""
        if self.relation.meets:
            return 0
        return self.distance.figure if self.distance else None

    @property
    def bounds(self) -> tuple[tuple[int | Fraction, int | Fraction], ...]:
        """The least and the greatest figure of the distance, in each way; none without measure."""
        measure = self.measure
        if measure is None:
            return (self.days,) if self.days else ()
        ways = (self.distance.ways if self.distance else ()) or (measure,)
        return tuple((way, way) for way in ways)


class Toward(NamedTuple):
    """Which way a party went, seen from one other column.

    Attributes:
        party: The other column.
        before: How near they were.
        after: How near they are.
        together: Whether both changed what they say, so that neither alone came nearer.
        told: Whether it is told here; what two did together is told of one of them.
        reported: Whether what the party says now, or what either of both says, is someone else's
            account.
        known: Whether what either says now was held before, and became known.
        was_reported: Whether the other was only reported before, and has spoken itself since.
    """

    party: str
    direction: Direction
    before: Nearness
    after: Nearness
    together: bool = False
    told: bool = True
    reported: bool = False
    known: bool = False
    was_reported: bool = False

    @property
    def kept(self) -> str:
        """How far apart both are as before; empty where either distance has no measure."""
        if not (self.before.distance and self.after.distance):
            return ""
        options = self.before.nearest or self.after.nearest
        return f"{AT_NEAREST * options}{self.after.distance.prose}"


class Facing(NamedTuple):
    """A column that speaks in both states, seen from those that moved.

    Attributes:
        turn: What became of its words; None where nothing did.
        together: Whether it went somewhere itself.
        doubtful: Whether it cannot be told which way others went from it.
        struck: Whether it strikes the clause, before or now.
        valued: Whether its value changed.
    """

    party: str
    was: Standing
    now: Standing
    turn: MoveKind | None
    together: bool
    doubtful: bool
    struck: bool
    valued: bool


def nearness(
    dossier: Dossier, issue: str, part: str, one: Standing, other: Standing, known: Relations
) -> Nearness:
    """Return how near two columns are on an issue, or a part of it; both speak.

    Args:
        dossier: The state, in which both stand.
        issue: The issue's id.
        part: The part's id; empty for a whole.
        one: A standing.
        other: Another.
        known: The relations found so far in this state.
    """
    mine, theirs = one.position, other.position
    if is_plain(mine) and is_plain(theirs) and not (one.conflicts or other.conflicts):
        return _of_plain(dossier, (issue, part), mine, theirs, known)
    terms = _shared(dossier, one, other)
    others = _stated(known, one, other) - terms
    found = Match(dossier, dossier.issues[issue], part, {"one": one, "other": other}, known)
    if len(found.camps) == 1:
        return Nearness(Relation.SAME, alike=True, terms=terms)
    hidden = any(blank in _UNCLEAR for each in found.blank_branches.values() for _, blank in each)
    pairs = found.pairs()["one", "other"]
    if hidden or one.conflicts or other.conflicts:
        return Nearness(Relation.UNKNOWN)
    relation = overall(pairs)
    values = [
        (
            dict(one.branches)[pair.first_branch].value,
            dict(other.branches)[pair.second_branch].value,
        )
        for pair in pairs
    ]
    near = Nearness(relation, overall_distance(pairs), terms=terms, other_terms=others)
    if near.distance and len(pairs) > 1:
        far = max(Fraction(pair.distance.figure) for pair in pairs if pair.distance)
        near = near._replace(farthest=far)
    return _without_distance(dossier.issues[issue].kind, near, values)


def _without_distance(
    kind: str, found: Nearness, values: Sequence[tuple[Value | None, Value | None]]
) -> Nearness:
    """Return what is known of two that have no distance: bounds of dates, that wordings differ."""
    if kind == DATE.name and found.relation is Relation.APART and found.distance is None:
        return found._replace(days=_days(values))
    if found.relation is Relation.UNKNOWN:
        return found._replace(reworded=all(a and b and a.worded and b.worded for a, b in values))
    return found


def _days(values: Sequence[tuple[Value | None, Value | None]]) -> tuple[Fraction, Fraction] | None:
    """Return between which figures the days between the nearest of some dates lie; None if open."""
    found = [
        DATE.bounds(a, b)
        for a, b in values
        if isinstance(a, LinearValue) and isinstance(b, LinearValue)
    ]
    known = [one for one in found if one]
    if not known or len(known) < len(values):
        return None
    return min(least for least, _ in known), min(most for _, most in known)


def _of_plain(
    dossier: Dossier, line: tuple[str, str], one: Position, other: Position, known: Relations
) -> Nearness:
    """Return how near two are who each ask for one value; most do, and it is asked of every two."""
    kind = KINDS[dossier.issues[line[0]].kind]
    values = [each.value for each in (one, other) if each.value is not None]
    relation, distance = known.relate(kind, dossier.frames[line], *values)
    both = _named(known, one) | _named(known, other)
    terms = _alike(dossier, one, other) if both else both
    if relation is Relation.SAME and known.terms_same(dossier, one, other):
        return Nearness(Relation.SAME, alike=True, terms=terms)
    found = Nearness(relation, distance, terms=terms, other_terms=both - terms)
    return _without_distance(kind.name, found, [(one.value, other.value)])


def _shared(dossier: Dossier, one: Standing, other: Standing) -> frozenset[str]:
    """Return the terms that both state alike, whichever branches of them are compared."""
    found = [
        _alike(dossier, first, second) for first in _branches(one) for second in _branches(other)
    ]
    return frozenset.intersection(*found) if found else frozenset()


def _stated(known: Relations, *standings: Standing) -> frozenset[str]:
    """Return the terms that any of these states, in any branch."""
    branches = (branch for standing in standings for branch in _branches(standing))
    return frozenset[str]().union(*(_named(known, branch) for branch in branches))


def _named(known: Relations, position: Position) -> frozenset[str]:
    return known.named(position) | _items(position)


def _alike(dossier: Dossier, one: Position, other: Position) -> frozenset[str]:
    return shared_terms(dossier, one, other) | (_items(one) & _items(other))


def _items(position: Position) -> frozenset[str]:
    """Return the items of a list that a position demands, and those that it refuses."""
    value = position.value
    if value is None or value.either or not (value.wanted or value.rejected):
        return frozenset()
    refused = (f"not {item}" for item in value.rejected)
    return frozenset((*(f"item {item}" for item in value.wanted), *refused))


def _branches(standing: Standing) -> list[Position]:
    return [position for _, position in standing.branches if stated(position)]


def direction(
    before: Nearness,
    after: Nearness,
    frame: Frame,
    *,
    struck: bool = False,
    valued: bool = False,
) -> Direction:
    """Return which way two columns went from one state to another.

    The distance decides where the kind has one, whatever days are meant by dates without one; else
    the relation (apart, overlapping, one within the other, the same); then the terms that both
    state alike, and the items that both demand or refuse. A term that both added or dropped at once
    changes nothing between them. Words that became those of another moved toward it. Of who is
    nearer in one direction of an exchange and further in the other it cannot be told, nor of whose
    nearest option is nearer and whose farthest is further, or the other way round.

    Args:
        before: How near they were.
        after: How near they are.
        frame: How the issue is declared: options in no order have no distance.
        struck: Whether one of them strikes the clause, which has no measure.
        valued: Whether a value changed: terms beside another value that is apart tell nothing.
    """
    if struck:
        return _by_relation(before, after)
    if before.reworded and after.relation is Relation.SAME:
        return Direction.TOWARD
    if before.relation is Relation.SAME and after.reworded:
        return Direction.AWAY
    if Relation.UNKNOWN in {before.relation, after.relation}:
        return Direction.CANNOT_TELL
    # Two that meet are not apart in any way.
    old, new = before.bounds, after.bounds
    both = zip(old * len(new), new * len(old), strict=True)
    ways = {(now[0] > was[1]) - (now[1] < was[0]) for was, now in both} - {0}
    if ways:
        # Going back, what was nearer is further, so that both ends are looked at either way.
        near, far = (before, after) if ways == {-1} else (after, before)
        if len(ways) == 2 or (far.farthest or 0) > (near.farthest or near.measure or 0):
            return Direction.CANNOT_TELL
        return Direction.AWAY if ways == {1} else Direction.TOWARD
    if before.relation is after.relation and (before.measure is None) != (after.measure is None):
        return Direction.CANNOT_TELL  # as from a refusal, which has no measure, to a figure
    if valued and before.apart and after.apart and after.measure is None:
        return Direction.AS_BEFORE
    has_distance = frame.ordered or not frame.options
    if has_distance and before.relation.meets and after.relation.meets:
        return _by_terms(before, after)
    return _by_relation(before, after)


def strikes(*standings: Standing) -> bool:
    """Return whether any of these strikes a clause, which has no measure."""
    return any(one.position.blank is Blank.DELETED for one in standings)


def _by_relation(before: Nearness, after: Nearness) -> Direction:
    """Return which way two columns went, leaving distances aside: of a clause that was struck."""
    if Relation.UNKNOWN in {before.relation, after.relation}:
        return Direction.CANNOT_TELL
    ranks = [(_RANKS[each.relation], each.alike) for each in (before, after)]
    if ranks[0] != ranks[1]:
        return Direction.TOWARD if ranks[1] > ranks[0] else Direction.AWAY
    return _by_terms(before, after)


def _by_terms(before: Nearness, after: Nearness) -> Direction:
    """Return which way two went by what both state alike, where nothing else tells."""
    if before.relation is after.relation and before.alike is not after.alike:
        return Direction.TOWARD if after.alike else Direction.AWAY
    gained, lost = after.terms & before.other_terms, before.terms & after.other_terms
    if gained and lost:
        return Direction.CANNOT_TELL
    if gained or lost:
        return Direction.TOWARD if gained else Direction.AWAY
    return Direction.AS_BEFORE
