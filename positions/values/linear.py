"""Holds what durations, quantities, dates and scales share: their outcomes lie on a line."""

from __future__ import annotations

import math
from abc import abstractmethod
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar

from positions.values import intervals, regions
from positions.values.alternatives import Alternative, Amount, Comparator, stance_of
from positions.values.figures import whole
from positions.values.intervals import BOTTOM, FLOOR, Cut, Interval, Number, Separation
from positions.values.kind import Difference, Distance, GapType, Kind, Relation, Unreadable, Value
from positions.values.parsing import quoted, written
from positions.values.thresholds import exact_amount

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from positions.values.kind import Frame, Stance
    from positions.values.regions import Region

__all__ = ["LineKind", "LinearValue", "in_words"]

_WORD_INTERVALS = {
    Comparator.NONE: intervals.nothing(),
    Comparator.ALL: intervals.greatest(),
    Comparator.UNLIMITED: intervals.greatest(),
    Comparator.NO_LIMIT: intervals.without_limit(),
    Comparator.TO_BE_AGREED: intervals.everything(),
}


@dataclass(frozen=True, slots=True)
class LinearValue(Value):
    """A union of terms.

    Attributes:
        terms: The alternatives in canonical order, none twice.
        region: The set that they make up.
    """

    terms: tuple[Alternative, ...]
    region: Region = field(compare=False, repr=False)

    @property
    def measurable(self) -> bool:
        """Whether every figure is given."""
        return self.region.certain

    @property
    def stance(self) -> Stance:
        """What its terms say as a whole."""
        return stance_of(self.terms)

    @property
    def single(self) -> bool:
        """Whether it is one figure alone; a limit is one."""
        return [term.comparator for term in self.terms] == [Comparator.EXACTLY]

    @property
    def names_all(self) -> bool:
        """Whether one of its terms is all that there is."""
        return any(term.comparator is Comparator.ALL for term in self.terms)


def in_words(gap: Separation, words: tuple[str, str] | Callable[[], tuple[str, str]]) -> Distance:
    """Return a gap as a distance whose words say whether the figure is reached, and is exact.

    Args:
        gap: The gap.
        words: Its figure and unit, and the same as a sentence says it, where that differs (it may
            be rounded, and then begins with `about`); or what returns both.
    """
    more = "" if gap.attained else "more than "

    def said(words: str) -> str:
        roughly = "about " if gap.about and not words.startswith("about ") else ""
        return f"{more}{roughly}{words}"

    def both() -> tuple[str, str]:
        text, prose = words if isinstance(words, tuple) else words()
        return said(text), said(prose or text)

    return Distance(intervals.exact(gap.figure), both, gap.about, gap.attained)


class LineKind(Kind[LinearValue]):
    """A kind of value on a line; a subclass says how its figures are read and written."""

    takes = frozenset({"limit"})
    floor: ClassVar[Cut] = FLOOR
    gap: ClassVar[GapType] = GapType.QUANTITY
    ways: ClassVar[tuple[str, str]] = ("downward", "upward")

    @abstractmethod
    def span(self, amount: Amount) -> tuple[Number, Number]:
        """Return the least and the greatest point that an amount can stand for."""

    @abstractmethod
    def write(self, terms: Sequence[Alternative], frame: Frame, *, shown: bool) -> str:
        """Return the terms in canonical words; `shown` for readers, else for the dossier."""

    @abstractmethod
    def measure(self, figure: int | Fraction, frame: Frame) -> str:
        """Return a distance in words, with its unit."""

    def measure_in_prose(self, figure: int | Fraction, frame: Frame) -> str:
        """Return a distance as a sentence says it."""
        return self.measure(figure, frame)

    def lines(self, frame: Frame) -> tuple[str, ...]:
        """Return one line without a heading; see `Kind`."""
        return ("",)

    def line(self, terms: Iterable[Alternative], *, signed: bool = False) -> LinearValue:
        """Return the union of terms; `signed` where there are figures below zero."""
        kept = list(terms)
        if len(kept) > 1:
            kept = sorted(dict.fromkeys(kept), key=self.place)
        admitted = self.joined([self.interval(term, signed=signed) for term in kept])
        return LinearValue(tuple(kept), regions.region((one,) for one in admitted))

    def joined(self, admitted: list[Interval]) -> list[Interval]:
        """Return the intervals of a value; a line of whole steps joins those with none between."""
        return admitted

    def place(self, term: Alternative) -> tuple[object, ...]:
        """Return where a term stands among alternatives: by its figures, words last but `none`."""
        if term.low is None:
            word = -math.inf if term.comparator is Comparator.NONE else math.inf
            return (word, term.comparator.value)
        ends = [self.span(amount) for amount in term.amounts]
        units = [amount.unit for amount in term.amounts]
        return (ends[0][0], term.comparator.value, ends, term.about, units)

    def interval(self, term: Alternative, *, signed: bool = False) -> Interval:
        """Return the points that one term admits; `signed` where figures may fall below zero."""
        floor = BOTTOM if signed else self.floor
        if term.comparator is Comparator.UNSPECIFIED:
            return intervals.finite(floor)
        if term.low is None:
            return _WORD_INTERVALS[term.comparator]
        found = self._between(term, term.low, floor)
        plain = not (term.about or signed)
        return found if plain else found._replace(about=term.about, signed=signed)

    def _between(self, term: Alternative, figure: Amount, floor: Cut) -> Interval:
        low, high = self.span(figure)
        if term.high is not None:
            return intervals.between(low, self.span(term.high)[1])
        if term.comparator in {Comparator.AT_LEAST, Comparator.MORE_THAN}:
            included = term.comparator is Comparator.AT_LEAST
            return intervals.above(low if included else high, included=included)
        if term.comparator in {Comparator.AT_MOST, Comparator.LESS_THAN}:
            included = term.comparator is Comparator.AT_MOST
            return intervals.below(high if included else low, floor, included=included)
        return intervals.between(low, high)

    def plain(self, value: LinearValue, frame: Frame) -> str:
        """Return the canonical text; see `Kind`."""
        return self.write(value.terms, frame, shown=False)

    def show(self, value: LinearValue, frame: Frame) -> str:
        """Return the text for readers; see `Kind`."""
        return self.write(value.terms, frame, shown=True)

    def in_prose(self, value: LinearValue, frame: Frame, *, bare: bool = False) -> str:
        """Return the text for readers; see `Kind`."""
        return self.show(value, frame)

    def relate(self, a: LinearValue, b: LinearValue, frame: Frame) -> Relation:
        """Return the relation of A to B; see `Kind`."""
        return regions.relation(a.region, b.region)

    def meet(self, values: Sequence[LinearValue], frame: Frame) -> bool | None:
        """Return whether all admit one outcome; see `Kind`."""
        return regions.all_meet([value.region for value in values])

    def distance(self, a: LinearValue, b: LinearValue, frame: Frame) -> Distance | None:
        """Return how far apart the two are at least; see `Kind`."""
        found = regions.gaps(a.region, b.region)
        if found is None:
            return None
        figure = intervals.exact(found[0].figure)
        return in_words(
            found[0], lambda: (self.measure(figure, frame), self.measure_in_prose(figure, frame))
        )

    def differences(
        self, a: LinearValue, b: LinearValue, distance: Distance | None
    ) -> tuple[Difference, ...]:
        """Return the one way in which two values on a line can differ; see `Kind`."""
        return (Difference(self.gap, distance),)

    def threshold(self, data: object, frame: Frame) -> Distance:
        """Return a distance up to which positions are near; see `Kind`."""
        text = written(data, "A threshold")
        amount = exact_amount(self.parse(text, replace(frame, limit="")).terms, text)
        least, most = self.span(amount)
        if least != most:
            raise Unreadable(
                f"{quoted(text)} is no exact length, because months differ in theirs.",
                "Write it in days or weeks.",
            )
        figure = intervals.exact(least)
        return Distance(figure, self.measure(figure, frame))

    def headline(self, value: LinearValue, frame: Frame) -> str | None:
        """Return the bare figure of the one term, if it has exactly one; see `Kind`."""
        if len(value.terms) != 1 or len(value.terms[0].amounts) != 1:
            return None
        bare = Alternative(Comparator.EXACTLY, value.terms[0].low)
        return self.write((bare,), frame, shown=True)

    def rises(self, a: LinearValue, b: LinearValue, frame: Frame) -> bool | None:
        """Return whether B is the greater of two figures or ranges; see `Kind`."""
        one, other = self._ends(a), self._ends(b)
        if not all(self.rising) or one is None or other is None:
            return None
        ways = {(now > was) - (now < was) for was, now in zip(one, other, strict=True)}
        return {1} == ways if ways in ({1}, {-1}) else None

    def _ends(self, value: LinearValue) -> tuple[Number, Number] | None:
        """Return the least and the greatest figure of a value; None where one is not given."""
        spans = [self.span(amount) for term in value.terms for amount in term.amounts]
        bound = any(
            term.comparator not in {Comparator.EXACTLY, Comparator.RANGE} for term in value.terms
        )
        return None if bound else (min(low for low, _ in spans), max(high for _, high in spans))

    def excess(self, counted: LinearValue, agreed: LinearValue, frame: Frame) -> tuple[str, ...]:
        """Return how a count is beside what was agreed; see `Kind`."""
        if self.dated:
            return ()
        if counted.names_all is not agreed.names_all:
            return ("",)  # a figure may be all that there was, and all may be fewer
        if self.relate(counted, agreed, frame) in {Relation.SAME, Relation.WITHIN}:
            return ("as agreed",)
        terms = (*counted.terms, *agreed.terms)
        ends = agreed.terms[0].amounts
        apart = self.relate(counted, agreed, frame) is Relation.APART
        if (
            not (counted.single and apart and ends)
            or len(terms) > 2
            or any(one.about for one in terms)
        ):
            return ("",)
        (one,) = counted.terms[0].amounts
        more = min((Fraction(one.figure) - Fraction(end.figure) for end in ends), key=abs)
        if not more:
            return ("",)  # just at an end that is not within
        measured = self.measure_in_prose(whole(abs(more)), frame)
        return (f"{measured} {'more' if more > 0 else 'less'} than agreed",)

    def open_side(self, value: LinearValue, frame: Frame) -> str:
        """Return the way in which the value has no end, if it is one way; see `Kind`."""
        sides = [side for box in value.region.nominal for side in box]
        below = any(
            side.low == BOTTOM if side.signed else side.low == self.floor and side.high > (0, 1)
            for side in sides
        )
        above = any(side.high == (math.inf, 1) and side.low < (math.inf, 0) for side in sides)
        return "" if below == above else self.ways[0 if below else 1]
