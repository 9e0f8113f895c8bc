"""Sets of points on a line, and of pairs of them: their relations and their distances, exactly.

A set is a union of boxes, a box has one interval for each dimension, and an interval runs from
one cut of the line to another. A cut stands between points, so that an open end and a closed end
are two cuts, and comparing cuts is all that set algebra needs. The line reaches to infinity and
includes it: the greatest amount ("all") is a point of its own.

A region carries three readings of a set. The nominal one is as written. The inner one holds what
is admitted for certain, the outer one what may be admitted: they part where an end is approximate
(by less than any figure) or a figure is not given. A relation is claimed only if it holds for
every reading between the two.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from positions.values.base import Relation

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = [
    "FLOOR",
    "Box",
    "Cut",
    "Gap",
    "Interval",
    "Number",
    "Region",
    "above",
    "all_meet",
    "below",
    "between",
    "everything",
    "exact",
    "finite",
    "gaps",
    "greatest",
    "meet",
    "region",
    "relation",
    "without_limit",
]

Number = int | Fraction | float
"""A point of the line: exact, or one of the two infinities (the only floats)."""

Cut = tuple[Number, int]
"""A place between points: a number, and -1 (a little below it), 0 (just before it), 1 (just after
it) or 2 (a little above it)."""

FLOOR: Cut = (0, 0)
"""The least cut where amounts are counted: there is nothing below zero."""


class Interval(NamedTuple):
    """What lies between two cuts.

    Attributes:
        low: The cut where it begins.
        high: The cut where it ends, above `low`.
        about: Whether the ends that were written are approximate.
        certain: False where it stands for one point that is not given.
    """

    low: Cut
    high: Cut
    about: bool = False
    certain: bool = True


Box = tuple[Interval, ...]
"""One interval for each dimension."""


@dataclass(frozen=True, slots=True)
class Region:
    """A set in three readings; see the module.

    Attributes:
        nominal: The set as written, without what is not given.
        inner: What it admits for certain.
        outer: What it may admit.
        certain: Whether every figure is given.
    """

    nominal: tuple[Box, ...]
    inner: tuple[Box, ...]
    outer: tuple[Box, ...]
    certain: bool = True


class Gap(NamedTuple):
    """How far two intervals of one dimension are apart.

    Attributes:
        figure: The difference of the nearest ends; 0 where they meet, or touch without meeting.
        attained: Whether both of these ends belong to their intervals.
        about: Whether one of the ends is approximate.
    """

    figure: Number
    attained: bool
    about: bool


def exact(number: Number) -> Fraction:
    """Return a point of the line that is no infinity."""
    return Fraction(number)


def between(low: Number, high: Number, *, about: bool = False) -> Interval:
    """Return the interval from one point to another, both included."""
    return Interval((low, 0), (high, 1), about)


def above(low: Number, *, included: bool, about: bool = False) -> Interval:
    """Return all that lies above a point, infinity included."""
    return Interval((low, 0 if included else 1), (math.inf, 1), about)


def below(high: Number, floor: Cut, *, included: bool, about: bool = False) -> Interval:
    """Return all that lies below a point, from the floor on."""
    return Interval(floor, (high, 1 if included else 0), about)


def greatest() -> Interval:
    """Return the point at infinity."""
    return Interval((math.inf, 0), (math.inf, 1))


def without_limit() -> Interval:
    """Return a point off the line, apart from every figure and from infinity."""
    return Interval((math.inf, 2), (math.inf, 3))


def finite(floor: Cut) -> Interval:
    """Return one finite point that is not given."""
    return Interval(floor, (math.inf, 0), certain=False)


def everything() -> Interval:
    """Return whatever may yet be agreed: more than any value can name."""
    return Interval((-math.inf, -1), (math.inf, 4), certain=False)


def region(boxes: Iterable[Box]) -> Region:
    """Return the union of boxes, each of the same number of dimensions."""
    boxes = tuple(boxes)
    nominal = tuple(box for box in boxes if all(side.certain for side in box))
    if len(nominal) == len(boxes) and not any(side.about for box in boxes for side in box):
        return Region(boxes, boxes, boxes)
    inner = (tuple(_inner(side) for side in box) for box in nominal)
    return Region(
        nominal=nominal,
        inner=tuple(box for box in inner if all(side.low < side.high for side in box)),
        outer=tuple(tuple(_outer(side) for side in box) for box in boxes),
        certain=len(nominal) == len(boxes),
    )


def _fixed(cut: Cut) -> bool:
    """Return whether a cut is an edge of the line, which nobody wrote and nothing blurs."""
    return cut == FLOOR or cut[0] in (math.inf, -math.inf)


def _outer(side: Interval) -> Interval:
    if not side.about:
        return side
    low, high = side.low, side.high
    return Interval(
        low if _fixed(low) else (low[0], -1),
        high if _fixed(high) else (high[0], 2),
    )


def _inner(side: Interval) -> Interval:
    if not side.about:
        return side
    low, high = side.low, side.high
    return Interval(
        low if _fixed(low) else (low[0], 2),
        high if _fixed(high) else (high[0], -1),
    )


def meet(one: Interval, other: Interval) -> bool:
    """Return whether two intervals have a point in common, as written."""
    return one.low < other.high and other.low < one.high


def _boxes_meet(a: Box, b: Box) -> bool:
    for one, other in zip(a, b, strict=True):
        if one.low >= other.high or other.low >= one.high:
            return False
    return True


def _meet(a: Sequence[Box], b: Sequence[Box]) -> bool:
    for box in a:
        for other in b:
            if _boxes_meet(box, other):
                return True
    return False


def _inside(box: Box, other: Box) -> bool:
    for one, around in zip(box, other, strict=True):
        if one.low < around.low or one.high > around.high:
            return False
    return True


def _outside(box: Box, other: Box) -> list[Box]:
    """Return disjoint boxes that make up the part of a box outside another that it meets."""
    pieces: list[Box] = []
    rest = box
    for place, (one, around) in enumerate(zip(box, other, strict=True)):
        before, after = rest[:place], rest[place + 1 :]
        if one.low < around.low:
            pieces.append((*before, Interval(one.low, around.low), *after))
        if around.high < one.high:
            pieces.append((*before, Interval(around.high, one.high), *after))
        shared = Interval(max(one.low, around.low), min(one.high, around.high))
        rest = (*before, shared, *after)
    return pieces


def _covered(box: Box, by: Sequence[Box]) -> bool:
    for place, other in enumerate(by):
        if _inside(box, other):
            return True
        if _boxes_meet(box, other):
            later = by[place + 1 :]
            return all(_covered(piece, later) for piece in _outside(box, other))
    return False


def _covers(a: Sequence[Box], b: Sequence[Box]) -> bool:
    """Return whether A holds all of B."""
    return all(_covered(box, a) for box in b)


def _equal(a: Sequence[Box], b: Sequence[Box]) -> bool:
    return _covers(a, b) and _covers(b, a)


def relation(a: Region, b: Region) -> Relation:
    """Return the relation of A to B, as far as it holds for every reading of the two."""
    if not _meet(a.outer, b.outer):
        return Relation.APART
    within, contains = _covers(b.inner, a.outer), _covers(a.inner, b.outer)
    if within and contains:
        return Relation.SAME
    if not (a.certain and b.certain):
        # A figure that is not given may turn out to be the very one that makes both the same.
        if within and not _covers(a.outer, b.inner):
            return Relation.WITHIN
        if contains and not _covers(b.outer, a.inner):
            return Relation.CONTAINS
        return Relation.UNKNOWN
    if not _meet(a.nominal, b.nominal):
        return Relation.UNKNOWN
    if within or contains:
        return Relation.WITHIN if within else Relation.CONTAINS
    blurred = a.nominal is not a.outer and b.nominal is not b.outer
    if blurred and all(
        _equal(one, other)
        for one, other in ((a.nominal, b.nominal), (a.inner, b.inner), (a.outer, b.outer))
    ):
        return Relation.SAME
    return Relation.OVERLAPS


def _common(a: Sequence[Box], b: Sequence[Box]) -> tuple[Box, ...]:
    found = {
        tuple(
            Interval(max(one.low, other.low), min(one.high, other.high))
            for one, other in zip(box, another, strict=True)
        ): None
        for box in a
        for another in b
        if _boxes_meet(box, another)
    }
    boxes = tuple(found)
    return tuple(
        box
        for place, box in enumerate(boxes)
        if not any(_inside(box, other) for other in boxes[:place] + boxes[place + 1 :])
    )


def _intersection(sets: Sequence[Sequence[Box]]) -> Sequence[Box]:
    common = sets[0]
    for boxes in sets[1:]:
        common = _common(common, boxes)
    return common


def all_meet(regions: Sequence[Region]) -> bool | None:
    """Return whether all regions have a point in common; None where it cannot be told."""
    if not regions:
        return True
    if not _intersection([one.outer for one in regions]):
        return False
    if _intersection([one.nominal for one in regions]):
        return True
    open_ones = [one for one in regions if not one.certain]
    if len(open_ones) == 1:
        others = [one.inner for one in regions if one.certain]
        if not others or _covers(_intersection(others), open_ones[0].outer):
            return True
    return None


def _gap(one: Interval, other: Interval) -> Gap:
    if meet(one, other):
        return Gap(0, attained=True, about=False)
    about = one.about or other.about
    end, start = (one.high, other.low) if one.high <= other.low else (other.high, one.low)
    if start[0] == math.inf:
        return Gap(math.inf, attained=True, about=about)
    return Gap(start[0] - end[0], attained=end[1] == 1 and start[1] == 0, about=about)


def gaps(a: Region, b: Region) -> tuple[Gap, ...] | None:
    """Return how far two regions are apart at least, in each dimension.

    The measure of two boxes is their greatest gap of any dimension, that of two regions the least
    of any two boxes. None where a figure is not given, where the way is infinite, or where the
    two touch without meeting: an unattained zero is no figure.
    """
    if not (a.certain and b.certain):
        return None
    best: tuple[tuple[Number, bool], tuple[Gap, ...]] | None = None
    for box in a.nominal:
        for other in b.nominal:
            found = tuple(_gap(one, two) for one, two in zip(box, other, strict=True))
            if _boxes_meet(box, other):
                return found
            widest = max(gap.figure for gap in found)
            open_end = any(not gap.attained for gap in found if gap.figure == widest)
            if best is None or (widest, open_end) < best[0]:
                best = ((widest, open_end), found)
    if best is None or best[0][0] in (0, math.inf):
        return None
    return best[1]
