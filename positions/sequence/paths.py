"""Finds the fewest stated orders that lead from one step to another that comes after it.

What one order says of all its steps is held as the bits of integers, so that a search goes from
all the steps reached so far to the next ones at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from positions.sequence.links import bits_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from positions.sequence.links import Links
    from positions.sequence.stated_orders import StatedOrder, Step

__all__ = ["Hop", "Paths"]

STARTS_SEARCHED: Final = 100
"""The steps of a component from which the shortest loop is sought once one has been found."""


@dataclass(frozen=True, slots=True)
class Hop:
    """What one stated order says of two steps.

    Attributes:
        before: The first step's number.
        after: The second step's.
        stated_before: The step as the document names it: itself, or a whole of which it is part.
        stated_after: The same of the second.
        strict: Whether it says *before*, rather than *not after*.
    """

    before: int
    after: int
    stated_before: Step
    stated_after: Step
    strict: bool
    order: StatedOrder


class _Reached(NamedTuple):
    """The steps reached by the same number of orders, as bits.

    Attributes:
        loose: Those to which no order on the way says *before*.
        strict: Those to which one does.
    """

    loose: int
    strict: int


class _Edges(NamedTuple):
    """For each step, as bits, what some orders put behind it in one go."""

    loose: Sequence[int]
    strict: Sequence[int]

    def beyond(self, reached: _Reached, within: int) -> _Reached:
        """Return what one order more leads to."""
        loose = strict = 0
        for step in bits_of(reached.loose):
            loose |= self.loose[step]
            strict |= self.strict[step]
        for step in bits_of(reached.strict):
            strict |= self.loose[step] | self.strict[step]
        return _Reached(loose & within, strict & within)

    def back(self, step: int, reached: _Reached, *, strict: bool) -> tuple[int, bool] | None:
        """Return the first of the steps reached from which an order leads to a step."""
        bit = 1 << step
        said = bits_of(reached.strict if strict else 0)
        firmly = next((one for one in said if (self.loose[one] | self.strict[one]) & bit), None)
        if firmly is not None:
            return firmly, True
        edges = self.strict if strict else self.loose
        return next(((one, False) for one in bits_of(reached.loose) if edges[one] & bit), None)


class Paths:
    """Finds paths; what one order says of two steps is one step of a path.

    Args:
        links: What the orders say.
        own: What those of them say that are no reports.
    """

    def __init__(self, links: Links, own: Links) -> None:
        self._links = links
        self._own = _Edges(own.loose, own.strict)
        self._all = _Edges(links.loose, links.strict)

    def cheapest(
        self, start: int, target: int, *, strict: bool, within: int = -1
    ) -> tuple[Hop, ...]:
        """Return the path from a step to a step with the fewest reports, then the fewest orders.

        It is empty where there is none.

        Args:
            start: The first step; a path to itself is a loop.
            target: The last.
            strict: Whether one of its orders at least must say *before*.
            within: The steps that may be on it, as bits; all where none are given.
        """
        # By the number of reports, then by that of all orders.
        layers: list[list[_Reached]] = []
        seen = _Reached(0, 0)
        while not layers or any(map(any, layers[-1])):
            before = layers[-1] if layers else []
            layer = [self._next([], before, start, within)]
            layers.append(layer)
            while any(layer[-1]) or len(layer) <= len(before):
                found = self._next(layer, before, start, within)
                new = _Reached(found.loose & ~seen.loose, found.strict & ~seen.strict)
                seen = _Reached(seen.loose | new.loose, seen.strict | new.strict)
                layer.append(new)
                for said in (False, True)[strict:]:
                    if new[said] >> target & 1:
                        return tuple(self._told(layers, target, said=said))[::-1]
        return ()

    def _next(
        self, layer: list[_Reached], before: list[_Reached], start: int, within: int
    ) -> _Reached:
        length = len(layer)
        if not length:
            return _Reached(0 if before else 1 << start, 0)
        own = self._own.beyond(layer[-1], within)
        if length > len(before):
            return own
        reported = self._all.beyond(before[length - 1], within)
        return _Reached(own.loose | reported.loose, own.strict | reported.strict)

    def _told(self, layers: list[list[_Reached]], step: int, *, said: bool) -> Iterator[Hop]:
        """Yield the hops of the path that has been found, the last first."""
        reports, length = len(layers) - 1, len(layers[-1]) - 1
        while length:
            length -= 1
            came = self._own.back(step, layers[reports][length], strict=said)
            if is_report := came is None:
                reports -= 1
                came = self._all.back(step, layers[reports][length], strict=said)
            one, said_before = came or (step, said)
            needed = said and not said_before
            yield self._hop(one, step, is_report=is_report, strict=needed)
            step, said = one, said_before

    def _hop(self, one: int, other: int, *, is_report: bool, strict: bool) -> Hop:
        """Return what an order says of two steps; *before*, where one does."""
        orders = self._links.orders
        found = [
            Hop(one, other, first.stated, last.stated, firmly, orders[first.order])
            for first, last, firmly in self._links.says(one, other)
            if orders[first.order].reported == is_report and firmly >= strict
        ]
        return max(found, key=lambda hop: hop.strict)

    def shortest_loop(self, component: int) -> tuple[Hop, ...]:
        """Return the loop of the fewest stated orders in a contradictory component, given as bits.

        In a component of more than 100 steps it is the shortest through the first of them.

        Raises:
            LookupError: Nothing in the component comes before itself.
        """
        best: tuple[Hop, ...] = ()
        for searched, start in enumerate(bits_of(component), 1):
            found = self.cheapest(start, start, strict=True, within=component)
            if found and (not best or _cost(found) < _cost(best)):
                best = found
            if best and (len(best) <= 2 or searched >= STARTS_SEARCHED):
                break
            component &= ~(1 << start)
        if not best:
            message = "there is no loop in the component"
            raise LookupError(message)
        return best


def _cost(hops: tuple[Hop, ...]) -> tuple[int, int]:
    return sum(hop.order.reported for hop in hops), len(hops)
