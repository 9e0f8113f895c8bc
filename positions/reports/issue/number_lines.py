"""Draws the positions on one issue on lines of figures, where its kind of value has a line.

Beside the parties there is what was agreed, what would hold without an agreement, and what other
columns propose; below, what all admit, or the greatest distance.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING, Any

from positions.comparison.cell_lines import branch_title
from positions.comparison.terms import term_differences
from positions.model.vocabulary import Blank
from positions.record.parts import part_of
from positions.reports.page.runs import Mark
from positions.reports.pictures.number_line import Bar, Bracket, NumberLine
from positions.values.spans import common, point_label, segments

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from positions.comparison.rows import Comparison, Line, Pair, Row
    from positions.model.dossier import Issue, Position
    from positions.record.settle import Standing
    from positions.values import Kind, Measure
    from positions.values.spans import Segment

__all__ = ["number_lines"]


def number_lines(comparison: Comparison, row: Row) -> tuple[NumberLine, ...]:
    """Return the pictures of an issue: one for each part, and each direction of an exchange.

    There is none where fewer than two values have a place on the line.
    """
    found = (
        picture for line in row.leaves for picture in _Drawn(comparison, row.issue, line).pictures()
    )
    return tuple(picture for picture in found if _is_worth_drawing(picture))


def _is_worth_drawing(picture: NumberLine) -> bool:
    return sum(bar.segments is not None for bar in picture.bars if bar.mark is not Mark.NEAR) > 1


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A line of the comparison on its way to pictures."""

    comparison: Comparison
    issue: Issue
    line: Line

    @property
    def measure(self) -> Measure:
        return self.comparison.dossier.measure(self.issue.id, self.line.part)

    def pictures(self) -> Iterator[NumberLine]:
        kind = self.measure.kind
        for number, direction in enumerate(kind.lines(self.measure.frame)):
            heading = ", ".join(filter(None, (self.line.part and self.line.title, direction)))
            bars = (*self._bars(number), *self._shared(number))
            origin = None if kind.dated else Fraction(0)
            yield NumberLine(bars, kind.name, self._bracket(number), origin, heading)

    def _bars(self, number: int) -> Iterator[Bar]:
        names = {party.id: party.name for party in self.comparison.parties}
        for camp in self.line.camps:
            more = f" +{len(camp) - 1}" if len(camp) > 1 else ""
            name = names[camp[0]] + more
            yield from self._of(self.line.standings[camp[0]], name, number, Mark.PLAIN)
        in_camps = {party for camp in self.line.camps for party in camp}
        for party, standing in self.line.standings.items():
            if standing.speaks and party not in in_camps:
                yield from self._of(standing, names[party], number, Mark.MUTED)
        yield from self._agreed(names, number)
        point = self.issue.reference_point and part_of(self.issue.reference_point, self.line.part)
        if point and point.value is not None:
            said = f"{self.measure.show(point.value)}, if nothing is agreed"
            yield Bar("reference point", said, segments(point.value, number), Mark.MUTED)

    def _of(self, standing: Standing, name: str, number: int, mark: Mark) -> Iterator[Bar]:
        for word in standing.words:
            branches = tuple(word.position.alternatives.items()) or (("", word.position),)
            for label, position in branches:
                notes = [branch_title(standing, label)] if label else []
                notes += ["reported"] if standing.reported else []
                notes += ["older words"] if standing.older and not standing.reported else []
                said = self._said(position) + (f" ({', '.join(notes)})" if notes else "")
                yield Bar(name, said, self._place(position, number), mark, standing.party)

    def _agreed(self, names: dict[str, str], number: int) -> Iterator[Bar]:
        for agreement in self.line.outcomes:
            told = {"agreed": agreement.position} if agreement.stated else agreement.accounts
            for party, position in told.items():
                if position is None or position.value is None:
                    continue
                name = "agreed" if agreement.stated else f"{names.get(party, party)}: agreed"
                said = f"{self._said(position)} ({agreement.outcome.date.written_day})"
                yield Bar(name, said, self._place(position, number), Mark.SETTLED)

    def _said(self, position: Position) -> str:
        if position.value is not None:
            return self.measure.show(position.value)
        return "struck" if position.blank is Blank.DELETED else str(position.blank or "")

    def _place(self, position: Position, number: int) -> tuple[Segment, ...] | None:
        return None if position.value is None else segments(position.value, number)

    def _shared(self, number: int) -> Iterator[Bar]:
        """Yield what every camp admits, where each has one value and they meet."""
        camps = [self.line.standings[camp[0]] for camp in self.line.camps]
        if len(camps) < 2 or not all(found.meets for found in self.line.relations.values()):
            return
        if any(len(one.words) > 1 or len(one.branches) > 1 for one in camps):
            return
        values = [one.position.value for one in camps]
        stated = [value for value in values if value is not None]
        if len(stated) < len(values) or any(segments(one, number) is None for one in stated):
            return
        if not self.measure.meet(stated):
            return
        shared = common(stated, number)
        said = " or ".join(filter(None, (_in_words(self.measure.kind, part) for part in shared)))
        if said:
            said = f"{said} {self.measure.kind.counts(self.measure.frame)}".strip()
        dossier, first = self.comparison.dossier, camps[0].position
        if any(term_differences(dossier, first, one.position) for one in camps[1:]):
            said = ", ".join(filter(None, (said, "on terms that differ")))
        yield Bar("both" if len(camps) == 2 else "all", said, shared, Mark.NEAR)

    def _bracket(self, number: int) -> Bracket | None:
        """Return the greatest distance on the line, between two camps that are apart."""
        found = [one for pair in self.line.pairs for one in self._between(pair, number)]
        return max(found, key=lambda one: one.high - one.low, default=None)

    def _between(self, pair: Pair, number: int) -> Iterator[Bracket]:
        if pair.distance is None:
            return
        sides = [
            self._branch(party, label, number)
            for party, label in ((pair.first, pair.first_branch), (pair.second, pair.second_branch))
        ]
        gap = _nearest(*sides) if all(sides) else None
        if gap is None:
            return
        said = pair.distance.prose
        kind, frame = self.measure.kind, self.measure.frame
        if kind.lines(frame)[0]:
            about = "about " if pair.distance.about else ""
            figure = point_label(kind, gap[1] - gap[0])
            said = f"{about}{figure} {kind.counts(frame)}"
        yield Bracket(*gap, f"{said} apart")

    def _branch(self, party: str, label: str, number: int) -> Sequence[Segment]:
        position = dict(self.line.standings[party].branches).get(label)
        return (position and self._place(position, number)) or ()


def _nearest(one: Sequence[Segment], other: Sequence[Segment]) -> tuple[Fraction, Fraction] | None:
    """Return the two ends that are nearest to each other; None where segments meet."""
    gaps = []
    for a, b in product(one, other):
        found = _gap(a, b) or _gap(b, a)
        if found is None:
            return None
        gaps.append(found)
    return min(gaps, key=lambda gap: gap[1] - gap[0], default=None)


def _gap(lower: Segment, upper: Segment) -> tuple[Fraction, Fraction] | None:
    if lower.high is None or upper.low is None or lower.high >= upper.low:
        return None
    return lower.high, upper.low


def _in_words(kind: Kind[Any], part: Segment) -> str:
    """Return `30`, `20-40`, `30 and more`, `up to 40`; nothing of a segment without an end."""
    low = "" if part.low is None else point_label(kind, part.low)
    high = "" if part.high is None else point_label(kind, part.high)
    if low and high:
        return low if low == high else f"{low}-{high}" if not kind.dated else f"{low} to {high}"
    return f"{low} and more" if low else f"up to {high}" if high else ""
