"""Values as segments of a line, for whoever draws them.

A value on a line, or a pair of figures, is a union of segments with ends that are in, out, or
nowhere. What has no place on the line (a refusal, a figure that is not given, what is left to be
agreed) has no segment, and is said in words beside an empty line.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from positions.values.figures import whole, write_figure
from positions.values.intervals import Interval, meet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from positions.values.intervals import Cut
    from positions.values.kind import Kind, Value
    from positions.values.regions import Region

__all__ = ["Segment", "common", "point_label", "segments"]


@dataclass(frozen=True, slots=True)
class Segment:
    """What lies between two ends of a line.

    Attributes:
        low: The lower end; None where the segment has none.
        high: The upper end; None where the segment has none.
        low_in: Whether the lower end belongs to it.
        high_in: Whether the upper end belongs to it.
        about: Whether the ends are approximate.
    """

    low: Fraction | None
    high: Fraction | None
    low_in: bool = True
    high_in: bool = True
    about: bool = False

    @property
    def ends(self) -> tuple[Fraction, ...]:
        """The ends that it has, the lower one first; one where it is a point."""
        found = tuple(end for end in (self.low, self.high) if end is not None)
        return found[:1] if len(set(found)) == 1 else found


def point_label(kind: Kind[Any], point: Fraction) -> str:
    """Return a point of the line of a kind in short: `30`, `1,000`, `2025-06-30`."""
    return date.fromordinal(int(point)).isoformat() if kind.dated else write_figure(whole(point))


def segments(value: Value, line: int = 0) -> tuple[Segment, ...] | None:
    """Return what a value admits on one of its lines, or None where it has no place there."""
    region: Region | None = getattr(value, "region", None)
    if region is None or not region.certain or not region.nominal:
        return None
    sides = [box[line] for box in region.nominal]
    if any(side.refusal or _off_line(side) for side in sides):
        return None
    return tuple(_segment(side) for side in dict.fromkeys(sides))


def common(values: Sequence[Value], line: int = 0) -> tuple[Segment, ...]:
    """Return what all values admit on a line; nothing where they have no outcome in common."""
    regions: list[Region] = [getattr(value, "region") for value in values]  # noqa: B009  # no protocol names it
    shared = [box[line] for box in regions[0].nominal]
    for region in regions[1:]:
        sides = [box[line] for box in region.nominal]
        shared = [
            Interval(max(one.low, side.low), min(one.high, side.high), one.about or side.about)
            for one in shared
            for side in sides
            if meet(one, side)
        ]
    return tuple(_segment(side) for side in dict.fromkeys(shared))


def _off_line(side: Interval) -> bool:
    """Return whether a segment is the point at infinity, or beyond: `all`, `no limit`."""
    return side.low[0] == math.inf


def _segment(side: Interval) -> Segment:
    low, low_in = _end(side.low, inside=0)
    high, high_in = _end(side.high, inside=1)
    return Segment(low, high, low_in, high_in, side.about)


def _end(cut: Cut, *, inside: int) -> tuple[Fraction | None, bool]:
    point, place = cut
    if point in (math.inf, -math.inf):
        return None, False
    return Fraction(point), place == inside
