"""Which of a party's orders gives way where its documents leave no room for both.

Newer words come before older ones, and a party's own before reports, as they do for positions.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from positions.sequence.graph import contradictory

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from positions.sequence.graph import Graph
    from positions.sequence.stated_orders import StatedOrder

__all__ = ["settled"]


def settled(
    orders: Sequence[StatedOrder], graph_of: Callable[[Iterable[StatedOrder]], Graph]
) -> tuple[StatedOrder, ...]:
    """Return a party's orders, the lesser ones without the places that others leave no room for.

    Orders of the same weight that contradict each other stay: that is a finding.

    Args:
        orders: The orders of one party, newest first, its own before reports.
        graph_of: Makes the graph of some orders.
    """
    if not contradictory(graph_of(orders)):
        return tuple(orders)
    found: list[StatedOrder] = []
    # What holds in any case comes first: a branch is tried against it.
    for branch in dict.fromkeys((None, *(one.branch for one in orders))):
        mine = [one for one in orders if one.branch == branch]
        for _, same in groupby(mine, key=lambda one: (one.reported, one.date)):
            group = list(same)
            heavier = [
                one for one in found if one.branch in {None, branch} and _outweighs(one, group[0])
            ]
            found += _yielding(heavier, group, graph_of) if heavier else group
    return tuple(found)


def _outweighs(one: StatedOrder, other: StatedOrder) -> bool:
    if one.reported != other.reported:
        return other.reported
    return other.date.before(one.date)


def _yielding(
    heavier: Sequence[StatedOrder],
    group: Sequence[StatedOrder],
    graph_of: Callable[[Iterable[StatedOrder]], Graph],
) -> Iterator[StatedOrder]:
    """Yield a group's orders, each without its places in a loop with heavier ones."""
    graph = graph_of((*heavier, *group))
    places: dict[int, set[int]] = {}
    for component in contradictory(graph):
        within = set(component)
        for gate in component:
            if gate >= graph.steps:
                found = places.setdefault(id(graph.orders[gate]), set())
                found |= {end for end in within.intersection(graph.out[gate]) if end < graph.steps}
    for order in group:
        numbers = places.get(id(order), ())
        yield replace(order, yields=tuple(graph.names[number] for number in sorted(numbers)))
