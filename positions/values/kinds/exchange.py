"""Exchanges: `1,000 for 1,000`, `all for all`, `6,000 for 0`, `at least 1,000 each`.

The first figure is what the first party of `between` gives, the second what the other gives. A
value admits pairs of figures: `at least 1,000 each` admits 1,000 for 1,200 as well.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING

from positions.text.english import listed
from positions.text.patterns import pattern
from positions.values import intervals, regions
from positions.values.alternatives import Alternative, Comparator, stance_of
from positions.values.figures import whole
from positions.values.kind import (
    Difference,
    Distance,
    Frame,
    GapType,
    Kind,
    Relation,
    Side,
    Stance,
    Unreadable,
    Value,
)
from positions.values.kinds.quantity import QUANTITY, counted, counted_in_prose, read_terms
from positions.values.linear import LinearValue, in_words
from positions.values.parsing import alternatives, quoted, written
from positions.values.refusals import explained, of_any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from positions.values.regions import Box, Region

__all__ = ["EACH_WAY", "EXCHANGE", "Exchange", "ExchangeValue"]

Pair = tuple[Alternative, Alternative]
"""What the first party gives, and what the second gives."""

_FOR = pattern(r" ?-?\bfor\b-? ?| ?: ?", re.IGNORECASE)
_EACH = pattern(
    r"(.+?),? ?\b(?:each|each way|each side|per side|from each|from each side)", re.IGNORECASE
)
EACH_WAY = "each way"
"""What stands behind a distance that is the same in both directions."""
_LONE = {Comparator.NONE, Comparator.UNSPECIFIED, Comparator.TO_BE_AGREED}


@dataclass(frozen=True, slots=True)
class ExchangeValue(Value):
    """A union of pairs of terms.

    Attributes:
        pairs: The alternatives in canonical order, none twice.
        region: The set of pairs of figures that they make up.
    """

    pairs: tuple[Pair, ...]
    region: Region = field(compare=False, repr=False)

    @property
    def measurable(self) -> bool:
        """Whether every figure is given."""
        return self.region.certain

    @property
    def stance(self) -> Stance:
        """What its terms say as a whole, of both sides alike."""
        return stance_of(term for pair in self.pairs for term in pair)

    @property
    def single(self) -> bool:
        """Whether it is one pair of figures alone."""
        return [term.comparator for pair in self.pairs for term in pair] == [Comparator.EXACTLY] * 2

    @property
    def names_all(self) -> bool:
        """Whether a side gives all that it has."""
        return any(term.comparator is Comparator.ALL for pair in self.pairs for term in pair)


class Exchange(Kind[ExchangeValue]):
    """The kind `exchange`."""

    name = "exchange"
    needs = frozenset({"unit", "between"})
    takes = frozenset({"verb"})
    rising = ("raised its figures", "lowered its figures")

    def forms(self, frame: Frame) -> tuple[str, ...]:
        """Return examples; see `Kind`."""
        return ("1,000 for 1,000", "at least 1,000 each", "6,000 for 0", "all for all", "none")

    def parse(self, data: object, frame: Frame) -> ExchangeValue:
        """Return the pairs of figures that the text admits; see `Kind`."""
        text = written(data, "An exchange")
        figures = Frame(unit=frame.unit)
        pairs, each = [], False
        with explained(text, of_any):
            for part in reversed(alternatives(text)):
                pair, each = _read_pair(part, figures, each=each)
                pairs.append(pair)
        return _pairs(pairs)

    def plain(self, value: ExchangeValue, frame: Frame) -> str:
        """Return the canonical text; see `Kind`."""
        return " or ".join(_write(pair, Frame(unit=frame.unit)) for pair in value.pairs)

    def show(self, value: ExchangeValue, frame: Frame) -> str:
        """Return the canonical text, which needs no unit beside two figures; see `Kind`."""
        return self.plain(value, frame)

    def in_prose(self, value: ExchangeValue, frame: Frame, *, bare: bool = False) -> str:
        """Return the canonical text; see `Kind`. `directions` says what each side gives."""
        return self.plain(value, frame)

    def directions(self, value: ExchangeValue, frame: Frame) -> tuple[tuple[str, str], ...]:
        """Return what each side gives, of each alternative: `("6,000 bodies", "none")`."""
        figures = Frame(unit=frame.unit)
        return tuple(
            (_given_in_prose(first, figures), _given_in_prose(second, figures))
            for first, second in value.pairs
        )

    def relate(self, a: ExchangeValue, b: ExchangeValue, frame: Frame) -> Relation:
        """Return the relation of A's pairs to B's; see `Kind`."""
        return regions.relation(a.region, b.region)

    def meet(self, values: Sequence[ExchangeValue], frame: Frame) -> bool | None:
        """Return whether all admit one pair; see `Kind`."""
        return regions.all_meet([value.region for value in values])

    def distance(self, a: ExchangeValue, b: ExchangeValue, frame: Frame) -> Distance | None:
        """Return how far apart the two are, direction by direction; see `Kind`.

        The figure is the greater of the two directions, the text names each that is not zero.
        """
        found = regions.gaps(a.region, b.region)
        if found is None:
            return None
        widest = max(gap.figure for gap in found)

        def words() -> tuple[str, str]:
            told = []
            for gap, way in zip(found, _ways(frame), strict=True):
                if gap.figure:
                    figure = whole(Fraction(gap.figure))
                    said = counted(figure, frame.unit), counted_in_prose(figure, frame.unit)
                    told.append((in_words(gap, said), way))
            if len(told) == 2 and told[0][0].prose == told[1][0].prose:
                told = [(told[0][0], EACH_WAY)]
            texts = [f"{one.text} {way}" for one, way in told]
            prose = [f"{one.prose} {way}" for one, way in told]
            return listed(texts) or counted(0, frame.unit), listed(prose)

        return Distance(
            intervals.exact(widest),
            words,
            any(gap.about for gap in found if gap.figure),
            all(gap.attained for gap in found if gap.figure == widest),
            tuple(Fraction(gap.figure) for gap in found),
        )

    def differences(
        self, a: ExchangeValue, b: ExchangeValue, distance: Distance | None
    ) -> tuple[Difference, ...]:
        """Return how the figures differ, and whether they differ in symmetry; see `Kind`."""
        return (Difference(GapType.QUANTITY, distance), *_symmetry(a, b))

    def threshold(self, data: object, frame: Frame) -> Distance:
        """Return a figure up to which exchanges are near, in either direction; see `Kind`."""
        return QUANTITY.threshold(data, Frame(unit=frame.unit))

    def headline(self, value: ExchangeValue, frame: Frame) -> str | None:
        """Return the one figure of a pair; see `Kind`.

        It is the figure that both give, or that one gives while the other gives nothing, and it
        does not say which: that is how `6,000 for 0` and `6,000 for 6,000` become one headline.
        """
        if len(value.pairs) != 1:
            return None
        singles = [term for term in value.pairs[0] if not _zero(term)]
        if not singles or any(len(term.amounts) != 1 for term in singles):
            return None
        figures = {term.low for term in singles}
        if len(figures) > 1:
            return None
        return QUANTITY.write((Alternative(Comparator.EXACTLY, singles[0].low),), frame, shown=True)

    def rises(self, a: ExchangeValue, b: ExchangeValue, frame: Frame) -> bool | None:
        """Return whether both sides give more in B, or both less; see `Kind`."""
        if len(a.pairs) != 1 or len(b.pairs) != 1:
            return None
        sides = zip(a.pairs[0], b.pairs[0], strict=True)
        ways = {QUANTITY.rises(_line(one), _line(other), Frame()) for one, other in sides}
        return ways.pop() if len(ways) == 1 else None

    def excess(
        self, counted: ExchangeValue, agreed: ExchangeValue, frame: Frame
    ) -> tuple[str, ...]:
        """Return how a count is beside what was agreed, for each direction; see `Kind`."""
        if len(counted.pairs) != 1 or len(agreed.pairs) != 1:
            return ("", "")
        found = []
        for one, other in zip(counted.pairs[0], agreed.pairs[0], strict=True):
            told = QUANTITY.excess(_line(one), _line(other), Frame())
            found.append("".join(told).replace(" less ", " fewer "))
        return tuple(found)

    def open_side(self, value: ExchangeValue, frame: Frame) -> str:
        """Return `upward` where both directions are open to more; see `Kind`."""
        lines = [QUANTITY.line(terms) for terms in zip(*value.pairs, strict=True)]
        sides = {QUANTITY.open_side(line, frame) for line in lines}
        return sides.pop() if len(sides) == 1 else ""

    def lines(self, frame: Frame) -> tuple[str, ...]:
        """Return a line for each direction, with its heading; see `Kind`."""
        one, other = frame.names or ("", "")
        return (f"from {one} to {other}", f"from {other} to {one}") if one else ("", "")


def _pairs(pairs: Iterable[Pair]) -> ExchangeValue:
    kept = sorted(dict.fromkeys(pairs), key=lambda pair: tuple(map(QUANTITY.place, pair)))
    boxes = [(QUANTITY.interval(first), QUANTITY.interval(second)) for first, second in kept]
    return ExchangeValue(tuple(kept), regions.region(boxes))


def _read_pair(text: str, frame: Frame, *, each: bool) -> tuple[Pair, bool]:
    """Return the pair, and whether it is one figure for each side."""
    both = _EACH.fullmatch(text)
    sides = [both[1]] if both else [side.strip() for side in _FOR.split(text)]
    if len(sides) > 2 or not all(sides):
        raise Unreadable(
            f"{quoted(text)} is not two figures with `for` between them.",
            "Write `1,000 for 1,000`.",
        )
    terms = [_term(side, frame) for side in sides]
    if len(terms) == 2:
        return (terms[0], terms[1]), False
    if both or each or terms[0].comparator in _LONE:
        return (terms[0], terms[0]), bool(both or each)
    raise Unreadable(
        f"{quoted(text)} does not say what each side gives.",
        "Write `1,000 for 1,000` or `1,000 each`, or `1,000 for 0` where one side alone gives.",
    )


def _term(text: str, frame: Frame) -> Alternative:
    term = read_terms(text, frame)[0]
    if term.comparator is Comparator.UNLIMITED:
        raise Unreadable("An exchange is never unlimited.", "Write `all for all`.")
    return term


def _write(pair: Pair, frame: Frame) -> str:
    first, second = pair
    text = QUANTITY.write((first,), frame, shown=False)
    if first == second and first.comparator in _LONE:
        return text
    bare = first.comparator in {Comparator.EXACTLY, Comparator.ALL} and not first.about
    if first == second and not bare:
        return f"{text} each"
    return f"{text} for {QUANTITY.write((second,), frame, shown=False)}"


def _given_in_prose(term: Alternative, frame: Frame) -> str:
    if _zero(term):
        return "none"
    return QUANTITY.in_prose(QUANTITY.line((term,)), frame)


def _ways(frame: Frame) -> tuple[str, str]:
    first, second = frame.names or frame.between or ("the first", "the second")
    return f"from {first} to {second}", f"from {second} to {first}"


def _zero(term: Alternative) -> bool:
    return term.comparator is Comparator.NONE or (
        term.comparator is Comparator.EXACTLY and term.low is not None and not term.low.figure
    )


def _line(term: Alternative) -> LinearValue:
    """Return what one side gives as a figure of its own; none is zero."""
    return QUANTITY.parse("0", Frame()) if _zero(term) else QUANTITY.line((term,))


def _point(box: Box) -> bool:
    """Return whether a pair is one figure for the same figure (or all for all)."""
    first, second = box
    return first[:2] == second[:2] and first.high[0] == first.low[0] and not first.about


def _symmetry(a: ExchangeValue, b: ExchangeValue) -> Iterator[Difference]:
    """Yield the difference where one asks for equal figures and the other does not.

    `all for all` is neither: what each side holds need not be equal, and nothing says otherwise.
    Nor is `none`: who asks for no exchange asks for no equal one.
    """
    if not (a.measurable and b.measurable):
        return
    for side, one, other in ((Side.FIRST, a, b), (Side.SECOND, b, a)):
        equal = all(_point(box) and 0 < box[0].low[0] < math.inf for box in one.region.nominal)
        if equal and not all(_point(box) for box in other.region.nominal):
            excluded = not any(intervals.meet(*box) for box in other.region.nominal)
            yield Difference(GapType.SYMMETRY, of=side, excluded=excluded)
            return


EXCHANGE = Exchange()
"""The kind `exchange`."""
