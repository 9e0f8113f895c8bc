"""Draws positions as sets on a line of figures, with what they share or how far they are apart.

    >>> print(picture_text(NumberLine((Bar("Hill", …), …), "duration").draw(72, BOX_SIGNS)))
               0         30                       90
    Hill       ┼─────────●━━━━━━━━━━━━━━━━━━━━━━━━━━━→  at least 30 days
    Vale       ┼─────────┼────────────────────────●     90 days

An end with a sign (● in, ○ out) is an end; an arrow has none. The axis is to scale; where one far
figure would press the others into one cell, it is cut there, with a sign, and a note says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from positions.reports.page.pictures import DrawnLine, PictureRow, merged, name_cell
from positions.reports.page.runs import Mark, Run
from positions.text.safe import visible, width, wrap
from positions.values import KINDS
from positions.values.spans import point_label

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from fractions import Fraction

    from positions.reports.page.pictures import Signs
    from positions.reports.page.runs import Runs
    from positions.values.spans import Segment

__all__ = ["Bar", "Bracket", "NumberLine"]

_NAMES: Final = (6, 18)
"""The least and the greatest width of the column of names."""

_LEAST_AXIS: Final = 16
_CUT: Final = 8
"""How many cells a part of the axis takes that is cut, where there is room."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A line of the picture.

    Attributes:
        name: Whose it is; the text of a dossier, or a word such as `both`.
        words: What it says, beside the line.
        segments: What it admits, or None where that has no place on the line.
        mark: What it is: of a party where none is given.
        about: The id of the party whose it is; empty where it is no party's.
    """

    name: str
    words: str
    segments: tuple[Segment, ...] | None
    mark: Mark = Mark.PLAIN
    about: str = ""


@dataclass(frozen=True, slots=True)
class Bracket:
    """The distance between two sets, drawn below the bars."""

    low: Fraction
    high: Fraction
    words: str


@dataclass(frozen=True, slots=True)
class NumberLine:
    """Positions on a line of figures.

    Attributes:
        bars: At least one; the first on top.
        kind: The kind of the values, which writes a point of the line.
        bracket: A distance to draw below.
        origin: A point to begin with where it costs no cut, such as zero.
        heading: What is drawn where there are several, such as a part or a direction.
    """

    bars: tuple[Bar, ...]
    kind: str
    bracket: Bracket | None = None
    origin: Fraction | None = None
    heading: str = ""

    def draw(self, columns: int, signs: Signs) -> tuple[PictureRow, ...]:
        """Return a row of figures, one for each bar, and what is to be said below them.

        Nothing where no bar has a place on the line.
        """
        parts = [part for bar in self.bars for part in bar.segments or ()]
        points = sorted({end for part in parts for end in part.ends})
        if not points:
            return ()
        names = min(_NAMES[1], max(_NAMES[0], *(width(visible(bar.name)) for bar in self.bars)))
        words = max(width(visible(bar.words)) for bar in self.bars)
        words = min(words, max(12, (columns - names - 4) * 2 // 5))
        cells = max(_LEAST_AXIS, columns - names - words - 4)
        edges = (any(p.low is None for p in parts), any(p.high is None for p in parts))
        axis = _Axis(points, cells, edges, self.origin)
        margin = name_cell("", names + 2)
        heading = (Run(self.heading, Mark.STRONG),) if self.heading else ()
        rows = [PictureRow((heading,))] if heading else []
        rows.append(PictureRow((merged((margin, *axis.labels(self._label))),)))
        rows += [
            PictureRow(tuple(_bar(bar, axis, signs, names, words)), bar.about) for bar in self.bars
        ]
        if self.bracket is not None:
            rows.append(PictureRow((merged((margin, *_bracket(self.bracket, axis, signs))),)))
        # Whether the line is cut depends on the width, the number of rows does not.
        notes = [(Run(note, Mark.MUTED),) for note in axis.notes(self._label)]
        *most, last = rows
        return (*most, PictureRow((*last.lines, *notes), last.about))

    def _label(self, point: Fraction) -> str:
        return point_label(KINDS[self.kind], point)


class _Axis:
    """Where each point of the line is, in cells."""

    def __init__(
        self,
        points: list[Fraction],
        cells: int,
        edges: tuple[bool, bool],
        origin: Fraction | None,
    ) -> None:
        self.cells = cells
        self._first, self._last = 3 * edges[0], cells - 1 - 3 * edges[1]
        self.cuts: list[tuple[Fraction, Fraction]] = []
        if origin is not None and origin < points[0] and self._fits([origin, *points]):
            points = [origin, *points]
        self.points = points
        while not self._fits(points) and len(self.cuts) < len(points) - 1:
            self.cuts.append(self._widest())
        self.places = dict(zip(points, self._placed(points), strict=True))

    def _fits(self, points: list[Fraction]) -> bool:
        places = self._placed(points)
        return all(b > a for a, b in pairwise(places))

    def _widest(self) -> tuple[Fraction, Fraction]:
        steps = pairwise(self.points)
        return max((s for s in steps if s not in self.cuts), key=lambda step: step[1] - step[0])

    def _placed(self, points: list[Fraction]) -> list[int]:
        """Return the cell of each point: to scale, but for the parts that are cut."""
        if len(points) == 1:
            return [(self._first + self._last) // 2]
        steps = list(pairwise(points))
        span = self._last - self._first
        cut = max(1, min(_CUT, span // len(steps)))
        room = span - cut * len(self.cuts)
        length = sum(b - a for a, b in steps if (a, b) not in self.cuts)
        place, exact = self._first, 0
        found = [place]
        travelled: Fraction | int = 0
        for a, b in steps:
            if (a, b) in self.cuts:
                exact += cut
            else:
                travelled += b - a
            share = round(travelled * room / length) if length else 0
            found.append(place + exact + share)
        return found

    def labels(self, label: Callable[[Fraction], str]) -> Runs:
        """Return the figures above the line: the two ends first, then those that fit between."""
        canvas = DrawnLine(self.cells)
        taken = [False] * (self.cells + 1)
        order = [*self.points[:1], *self.points[-1:], *self.points[1:-1]]
        for point in dict.fromkeys(order):
            text = label(point)
            start = min(max(0, self.places[point] - len(text) // 2), self.cells - len(text))
            around = range(max(0, start - 1), min(self.cells, start + len(text) + 1))
            if start >= 0 and not any(taken[cell] for cell in around):
                canvas.put(start, text, Mark.MUTED)
                taken[start : start + len(text)] = [True] * len(text)
        return canvas.line()

    def breaks(self) -> Iterator[int]:
        """Yield the cells where the sign of a cut begins."""
        for low, high in self.cuts:
            yield (self.places[low] + self.places[high]) // 2

    def notes(self, label: Callable[[Fraction], str]) -> Iterator[str]:
        """Yield a sentence for each cut."""
        for low, high in sorted(self.cuts):
            yield f"The line is cut between {label(low)} and {label(high)}."


def _bar(bar: Bar, axis: _Axis, signs: Signs, names: int, words: int) -> Iterator[Runs]:
    said = wrap(visible(bar.words), words) or ("",)
    gap = Run("  ")
    drawn = DrawnLine(axis.cells).line() if bar.segments is None else _drawn(bar, axis, signs)
    yield merged((name_cell(bar.name, names), gap, *drawn, gap, Run(said[0])))
    for more in said[1:]:
        yield (Run(" " * (names + axis.cells + 4)), Run(more))


def _drawn(bar: Bar, axis: _Axis, signs: Signs) -> Runs:
    canvas = DrawnLine(axis.cells, signs.axis)
    for place in axis.places.values():
        canvas.put(place, signs.tick, Mark.MUTED)
    for part in bar.segments or ():
        low = 0 if part.low is None else axis.places[part.low]
        high = axis.cells - 1 if part.high is None else axis.places[part.high]
        canvas.fill(low, high, signs.bar, bar.mark)
    for start in axis.breaks():
        canvas.put(start, signs.cut, Mark.MUTED)
    for part in bar.segments or ():
        if part.low is None:
            canvas.put(0, signs.no_low, bar.mark)
        else:
            canvas.put(axis.places[part.low], _end(signs, inside=part.low_in), bar.mark)
        if part.high is None:
            canvas.put(axis.cells - 1, signs.no_high, bar.mark)
        elif part.high != part.low:
            canvas.put(axis.places[part.high], _end(signs, inside=part.high_in), bar.mark)
    return canvas.line()


def _end(signs: Signs, *, inside: bool) -> str:
    return signs.end_in if inside else signs.end_out


def _bracket(bracket: Bracket, axis: _Axis, signs: Signs) -> Runs:
    canvas = DrawnLine(axis.cells)
    low, high = axis.places[bracket.low], axis.places[bracket.high]
    canvas.fill(low, high, signs.line, Mark.DIVIDED)
    canvas.put(low, signs.left, Mark.DIVIDED)
    canvas.put(high, signs.right, Mark.DIVIDED)
    words = visible(bracket.words)
    inside = f" {words} "
    if len(inside) <= high - low - 1 and width(inside) == len(inside):
        canvas.put((low + high + 1 - len(inside)) // 2 + 1, inside, Mark.DIVIDED)
        return canvas.line()
    return (*canvas.line(), Run("  "), Run(words, Mark.DIVIDED))
