"""Sets of figures, and of pairs of figures: their relations and their distances, exactly.

A set is a union of boxes, and a box has one interval for each dimension. A region carries three
readings of a set. The nominal one is as written. The inner one holds what is admitted for certain,
the outer one what may be admitted: they part where an end is approximate (by less than any figure)
or a figure is not given. A relation is claimed only if it holds for every reading between the two.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from positions.values.intervals import Cut, Interval, Number, Separation, gap, inner, outer
from positions.values.kind import Relation

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["Box", "Region", "all_meet", "gaps", "region", "relation"]

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


def region(boxes: Iterable[Box]) -> Region:
    """Return the union of boxes, each of the same number of dimensions."""
    boxes = tuple(boxes)
    nominal = tuple(box for box in boxes if all(side.certain for side in box))
    if len(nominal) == len(boxes) and not any(side.about for box in boxes for side in box):
        return Region(boxes, boxes, boxes)
    certain = (tuple(inner(side) for side in box) for box in nominal)
    return Region(
        nominal=nominal,
        inner=tuple(box for box in certain if all(side.low < side.high for side in box)),
        outer=tuple(tuple(outer(side) for side in box) for box in boxes),
        certain=len(nominal) == len(boxes),
    )


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
        later = by[place + 1 :]
        if later and _boxes_meet(box, other):
            return all(_covered(piece, later) for piece in _outside(box, other))
    return False


def _covers(a: Sequence[Box], b: Sequence[Box]) -> bool:
    """Return whether A holds all of B."""
    return all(_covered(box, a) for box in b)


def relation(a: Region, b: Region) -> Relation:
    """Return the relation of A to B, as far as it holds for every reading of the two."""
    if not _meet(a.outer, b.outer):
        return Relation.APART
    within, contains = _covers(b.inner, a.outer), _covers(a.inner, b.outer)
    if within and contains:
        return Relation.SAME
    if not (a.certain and b.certain):
        if within and _strictly(a, b):
            return Relation.WITHIN
        if contains and _strictly(b, a):
            return Relation.CONTAINS
        return Relation.UNKNOWN
    if not _meet(a.nominal, b.nominal):
        return Relation.UNKNOWN
    if within or contains:
        return Relation.WITHIN if within else Relation.CONTAINS
    blurred = a.nominal is not a.outer and b.nominal is not b.outer
    if blurred:  # a month of one is as long as that of the other
        levels = ((a.nominal, b.nominal), (a.inner, b.inner), (a.outer, b.outer))
        within = all(_covers(other, one) for one, other in levels)
        if all(_covers(one, other) for one, other in levels):
            return Relation.SAME if within else Relation.CONTAINS
        return Relation.WITHIN if within else Relation.OVERLAPS
    return Relation.OVERLAPS


def _strictly(part: Region, whole: Region) -> bool:
    """Return whether a part of a whole is certainly less than it.

    A figure that is not given may turn out to be the very one that makes both the same; where
    nothing else is said, it is one of the many that the whole admits.
    """
    alone = not part.certain and not part.inner
    return alone or not _covers(part.outer, whole.inner)


def _share(sets: Sequence[Sequence[Box]]) -> bool:
    """Return whether all sets of boxes have a point in common.

    The ends of all boxes cut each dimension into cells, and every cell lies wholly inside or
    outside each box. A set is a row of bits, one for each cell of the last dimension, for every
    combination of cells of the others; the rows are combined by "and", so that the work grows
    with the number of ends, and not with the product of the numbers of boxes.
    """
    if all(len(boxes) == 1 for boxes in sets):
        sides = zip(*(boxes[0] for boxes in sets), strict=True)
        return all(max(one.low for one in way) < min(one.high for one in way) for way in sides)
    if not all(sets):
        return False
    places = [
        {cut: place for place, cut in enumerate(sorted({cut for side in way for cut in side[:2]}))}
        for way in zip(*(box for boxes in sets for box in boxes), strict=True)
    ]
    common = _rows(sets[0], places)
    for boxes in sets[1:]:
        rows = _rows(boxes, places)
        common = {key: row & rows[key] for key, row in common.items() if key in rows}
    return any(common.values())


def _rows(boxes: Sequence[Box], places: Sequence[dict[Cut, int]]) -> dict[tuple[int, ...], int]:
    rows: dict[tuple[int, ...], int] = {}
    for box in boxes:
        ends = [
            (place[side.low], place[side.high]) for side, place in zip(box, places, strict=True)
        ]
        *others, (low, high) = ends
        bits = (1 << high) - (1 << low)
        for key in product(*(range(*end) for end in others)):
            rows[key] = rows.get(key, 0) | bits
    return rows


def all_meet(regions: Sequence[Region]) -> bool | None:
    """Return whether all regions have a point in common; None where it cannot be told."""
    if not regions or _share([one.nominal for one in regions]):
        return True
    if not _share([one.outer for one in regions]):
        return False
    for place, one in enumerate(regions):
        # Whatever it turns out to be, it lies inside all that the others admit for certain.
        others = (*regions[:place], *regions[place + 1 :])
        if not one.certain and all(_covers(other.inner, one.outer) for other in others):
            return True
    return None


def gaps(a: Region, b: Region) -> tuple[Separation, ...] | None:
    """Return how far two regions are apart at least, in each dimension.

    The measure of two boxes is their greatest gap of any dimension, that of two regions the least
    of any two boxes. None where a figure is not given, where the way is infinite, or where the
    two touch without meeting: an unattained zero is no figure.
    """
    if not (a.certain and b.certain):
        return None
    if len(a.nominal) == len(b.nominal) == len(a.nominal[0]) == 1:
        alone = gap(a.nominal[0][0], b.nominal[0][0])
        measured = alone.figure != math.inf and (alone.figure or alone.attained)
        return (alone,) if measured else None
    best: tuple[Number, bool, tuple[Separation, ...]] | None = None
    for box in a.nominal:
        for other in b.nominal:
            found = tuple(map(gap, box, other))
            if _boxes_meet(box, other):
                return found
            widest = max(found)
            open_end = any(not way.attained for way in found if way.figure == widest.figure)
            # The gaps themselves settle a tie, so that no order of writing decides the words.
            rank = (widest.figure, open_end, found)
            best = rank if best is None or rank < best else best
    if best is None or best[0] in (0, math.inf):
        return None
    return best[2]
