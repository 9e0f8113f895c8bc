"""Joins orders of steps: who comes before whom, and which steps are in a loop.

Steps are numbered, and a set of them is an integer with a bit for each: an order of a thousand
steps says something of half a million pairs, and takes a few thousand integers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from positions.sequence.stated_orders import OrderPlace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from positions.sequence.stated_orders import StatedOrder, Step

__all__ = ["Links", "Named", "bits_of", "components", "contradictory", "reach"]


class Named(NamedTuple):
    """A step in an order.

    Attributes:
        order: The number of the order.
        group: The number of the group in it; an order says that its groups follow each other.
        stated: The step as the document names it: itself, or a whole of which it is part.
        enters: Whether what stands before it in the order comes before it.
        leaves: Whether it comes before what stands behind it in the order.
    """

    order: int
    group: int
    stated: Step
    enters: bool
    leaves: bool


class Links:
    """What some orders say of each step and each other.

    An order on a whole holds for its parts, with these exceptions, where it cannot be meant so: an
    order that names one of the parts beside the whole gives the whole no parts; what happens at the
    same time as a whole need not happen at the same time as each of its parts; and an issue that
    starts with a whole starts with the first of its parts alone.

    Args:
        orders: The orders.
        numbers: Every step's number, from 0 and ascending.
        members: The steps that are parts of a whole, by the whole.

    Attributes:
        orders: The orders.
        steps: The steps, by their numbers.
        strict: For each step those that an order puts after it.
        loose: Those that an order puts at the same time, or has start with it.
        before: For each step those after which an order puts it.
        beside: Those at the same time as which an order puts it, or with which it starts.
        named: For each step where orders name it.
    """

    def __init__(
        self,
        orders: Iterable[StatedOrder],
        numbers: Mapping[Step, int],
        members: Mapping[Step, Sequence[Step]],
    ) -> None:
        self.orders = tuple(orders)
        self.steps = tuple(numbers)
        self._numbers, self._members = numbers, members
        self.strict, self.loose, self.before, self.beside = ([0] * len(numbers) for _ in range(4))
        self.named: list[list[Named]] = [[] for _ in numbers]
        for number in range(len(self.orders)):
            self._add(number)

    def _add(self, number: int) -> None:
        order = self.orders[number]
        named = {one for group in order.steps for one in group}
        starts = order.place is OrderPlace.STARTS
        ahead, back = (self.loose, self.beside) if starts else (self.strict, self.before)
        leaving: list[int] = []
        entering: list[int] = []
        for at, group in enumerate(order.steps):
            out = into = 0
            for one in group:
                for meant in self._meant(one, named):
                    place = self._numbers[meant]
                    leaves, enters = meant == one or not starts, meant not in order.yields
                    out |= leaves << place
                    into |= enters << place
                    self.named[place].append(Named(number, at, one, enters, leaves))
            leaving.append(out)
            entering.append(into)
            if at not in order.periods:
                self._join_together(group, order)
        later = earlier = 0
        for at in range(len(order.steps)):
            for step in bits_of(leaving[~at]):
                ahead[step] |= later
            later |= entering[~at]
            for step in bits_of(entering[at]):
                back[step] |= earlier
            earlier |= leaving[at]

    def _join_together(self, group: Sequence[Step], order: StatedOrder) -> None:
        for one in group:
            for other in group:
                if one != other and other not in order.yields:
                    self.loose[self._numbers[one]] |= 1 << self._numbers[other]
                    self.beside[self._numbers[other]] |= 1 << self._numbers[one]

    def _meant(self, one: Step, named: AbstractSet[Step]) -> tuple[Step, ...]:
        """Return the steps for which an order holds that names this one."""
        parts = self._members.get(one, ())
        return (one, *parts) if named.isdisjoint(parts) else (one,)

    def says(self, one: int, other: int) -> Iterator[tuple[Named, Named, bool]]:
        """Yield where orders put a step before another, and whether they say *before*."""
        into = {(name.order, name.group, name.stated): name for name in self.named[other]}
        for first in self.named[one]:
            order = self.orders[first.order]
            starts = order.place is OrderPlace.STARTS
            for (number, group, stated), last in into.items():
                if number != first.order or not last.enters:
                    continue
                if group > first.group and first.leaves:
                    yield first, last, not starts
                itself = stated == self.steps[other] and first.stated == self.steps[one]
                itself &= group not in order.periods
                if group == first.group and one != other and itself:
                    yield first, last, False


def components(ahead: Sequence[int], back: Sequence[int]) -> list[int]:
    """Return the sets of steps that lead to one another, each before those that it leads to.

    Args:
        ahead: For each step those that it leads to.
        back: For each step those that lead to it.
    """
    unseen = (1 << len(ahead)) - 1
    finished: list[int] = []
    for root in range(len(ahead)):
        path = [root] if unseen >> root & 1 else []
        unseen &= ~(1 << root)
        while path:
            rest = ahead[path[-1]] & unseen
            if rest:
                path.append((rest & -rest).bit_length() - 1)
                unseen &= ~(rest & -rest)
            else:
                finished.append(path.pop())
    left = (1 << len(ahead)) - 1
    found = []
    for root in reversed(finished):
        component, edge = 0, 1 << root & left
        while edge:
            component |= edge
            left &= ~edge
            edge = _union(back, edge) & left
        if component:
            found.append(component)
    return found


def contradictory(links: Links) -> list[int]:
    """Return the components in which something comes before itself, by their first step."""
    ahead, back = _both(links.strict, links.loose), _both(links.before, links.beside)
    found = [one for one in components(ahead, back) if _union(links.strict, one) & one]
    return sorted(found, key=lambda one: one & -one)


def reach(links: Links, *, backward: bool = False) -> tuple[list[int], list[int]]:
    """Return for each step the steps that do not come before it, and those that come after it.

    Args:
        links: What is said of them.
        backward: Turn both around: not after it, and before it.
    """
    strict, loose = (links.before, links.beside) if backward else (links.strict, links.loose)
    back = (links.strict, links.loose) if backward else (links.before, links.beside)
    later, after = [0] * len(strict), [0] * len(strict)
    for component in reversed(components(_both(strict, loose), _both(*back))):
        here, beyond = component, 0
        firmly, loosely = _union(strict, component), _union(loose, component)
        for step in _farthest(firmly & ~component, later):
            beyond |= later[step]
        for step in _farthest(loosely & ~component, later):
            here |= later[step]
            beyond |= after[step]
        here |= beyond
        if firmly & component:
            beyond = here
        for step in bits_of(component):
            later[step], after[step] = here, beyond
    return later, after


def _farthest(steps: int, later: Sequence[int]) -> Iterator[int]:
    """Yield steps until each of these, and all behind them, is behind one that was yielded."""
    while steps:
        step = (steps & -steps).bit_length() - 1
        yield step
        steps &= ~later[step]


def _both(one: Sequence[int], other: Sequence[int]) -> list[int]:
    return [a | b for a, b in zip(one, other, strict=True)]


def _union(sets: Sequence[int], steps: int) -> int:
    found = 0
    for step in bits_of(steps):
        found |= sets[step]
    return found


def bits_of(number: int) -> Iterator[int]:
    """Yield the places of a number's bits, lowest first."""
    while number:
        lowest = number & -number
        yield lowest.bit_length() - 1
        number ^= lowest
