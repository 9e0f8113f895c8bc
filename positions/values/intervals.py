"""The line on which figures lie, its cuts, and the intervals between them.

A cut stands between points, so that an open end and a closed end are two cuts, and comparing cuts
is all that the algebra of intervals needs. The line reaches to infinity and includes it: the
greatest amount ("all") is a point of its own.
"""

from __future__ import annotations

import math
from fractions import Fraction
from typing import NamedTuple

__all__ = [
    "BOTTOM",
    "FLOOR",
    "Cut",
    "Interval",
    "Number",
    "Separation",
    "above",
    "below",
    "between",
    "everything",
    "exact",
    "finite",
    "gap",
    "greatest",
    "inner",
    "meet",
    "nothing",
    "outer",
    "without_limit",
]

Number = int | Fraction | float
"""A point of the line: exact, or one of the two infinities (the only floats)."""

Cut = tuple[Number, int]
"""A place between points: a number, and -1 (a little below it), 0 (just before it), 1 (just after
it) or 2 (a little above it; where nothing lies above it, the end of the line)."""

FLOOR: Cut = (0, 0)
"""The least cut where amounts are counted: there is nothing below zero."""


BOTTOM: Cut = (-math.inf, 0)
"""The least cut where figures may fall below zero."""


class Interval(NamedTuple):
    """What lies between two cuts.

    Attributes:
        low: The cut where it begins.
        high: The cut where it ends, above `low`.
        about: Whether the ends that were written are approximate.
        certain: False where it stands for one point that is not given.
        refusal: Whether the word `none` stands for it: the same point as 0, but no figure, from
            which nothing is measured.
        signed: Whether there are figures below zero on its line.
    """

    low: Cut
    high: Cut
    about: bool = False
    certain: bool = True
    refusal: bool = False
    signed: bool = False


class Separation(NamedTuple):
    """How far two intervals of one dimension are apart.

    Attributes:
        figure: The difference of the nearest ends; 0 where they meet, or touch without meeting;
            infinite where there is no measure.
        attained: Whether both of these ends belong to their intervals.
        about: Whether one of the ends is approximate.
    """

    figure: Number
    attained: bool
    about: bool


def exact(number: Number) -> int | Fraction:
    """Return a point of the line that is no infinity, as an int where it is whole."""
    found = number if isinstance(number, int) else Fraction(number)
    return found.numerator if found.denominator == 1 else found


def between(low: Number, high: Number) -> Interval:
    """Return the interval from one point to another, both included."""
    return Interval((low, 0), (high, 1))


def nothing() -> Interval:
    """Return the point zero as a refusal of any figure."""
    return Interval((0, 0), (0, 1), refusal=True)


def above(low: Number, *, included: bool) -> Interval:
    """Return all that lies above a point, infinity included."""
    return Interval((low, 0 if included else 1), (math.inf, 1))


def below(high: Number, floor: Cut, *, included: bool) -> Interval:
    """Return all that lies below a point, from the floor on."""
    return Interval(floor, (high, 1 if included else 0))


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


def meet(one: Interval, other: Interval) -> bool:
    """Return whether two intervals have a point in common, as written."""
    return one.low < other.high and other.low < one.high


def gap(one: Interval, other: Interval) -> Separation:
    """Return how far two intervals are apart."""
    if meet(one, other):
        return Separation(0, attained=True, about=False)
    about = one.about or other.about
    if one.refusal or other.refusal:
        return Separation(math.inf, attained=True, about=about)
    end, start = (one.high, other.low) if one.high <= other.low else (other.high, one.low)
    if start[0] == math.inf:
        return Separation(math.inf, attained=True, about=about)
    return Separation(start[0] - end[0], attained=end[1] == 1 and start[1] == 0, about=about)


def _fixed(cut: Cut, side: Interval) -> bool:
    """Return whether a cut is an edge of the line, which nobody wrote and nothing blurs."""
    at_floor = cut == FLOOR and not side.signed
    return at_floor or cut[1] == 2 or cut[0] in (math.inf, -math.inf)


def outer(side: Interval) -> Interval:
    """Return what an interval may admit: an approximate end reaches a little further."""
    if not side.about:
        return side
    low, high = side.low, side.high
    return Interval(
        low if _fixed(low, side) else (low[0], -1),
        high if _fixed(high, side) else (high[0], 2),
    )


def inner(side: Interval) -> Interval:
    """Return what an interval admits for certain; it is empty where `low` is not below `high`."""
    if not side.about:
        return side
    low, high = side.low, side.high
    return Interval(
        low if _fixed(low, side) else (low[0], 2),
        high if _fixed(high, side) else (high[0], -1),
    )
