"""Why one step comes before another: the fewest stated orders that lead from step to step."""

from __future__ import annotations

from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from positions.sequence.graph import Graph
    from positions.sequence.stated_orders import StatedOrder, Step

__all__ = ["Hop", "cheapest_path", "shortest_loop"]

STARTS_SEARCHED: Final = 100
"""The steps of a component from which the shortest loop is sought once one has been found.

The work grows with their number times the size of the component, which may be thousands.
"""


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


def cheapest_path(
    graph: Graph,
    start: int,
    target: int,
    *,
    strict: bool,
    within: AbstractSet[int] | None = None,
    below: int | None = None,
) -> tuple[int, tuple[Hop, ...]] | None:
    """Return the path of the fewest stated orders from a step to a step, and its cost.

    A reported order costs more than any number of a party's own; any other costs 1.

    Args:
        graph: The graph.
        start: The first step; a path to itself is a loop.
        target: The last.
        strict: Whether one of its edges at least must say *before*.
        within: The nodes that may be on it; all where none are given.
        below: The cost that it must not reach.
    """
    if within is None and (hop := _at_once(graph, start, target, strict=strict)):
        return 1, (hop,)
    origin = (start, False)
    came: dict[tuple[int, bool], tuple[int, bool]] = {}
    spent = {origin: 0}
    queue = [(0, *origin)]
    while queue:
        cost, node, said = heappop(queue)
        if cost > spent[node, said]:
            continue
        for end in graph.out[node]:
            if within is not None and end not in within:
                continue
            state = end, said or graph.is_strict(node, end)
            total = cost + _price(graph, node, end)
            if below is not None and total >= below:
                continue
            # A step is only reached over an edge that costs nothing: no other way is cheaper.
            if end == target and state[1] >= strict:
                came_by = [end, node]
                while (node, said) != origin:
                    node, said = came[node, said]
                    came_by.append(node)
                return total, _hops(graph, came_by[::-1])
            if total < spent.get(state, total + 1):
                spent[state], came[state] = total, (node, said)
                heappush(queue, (total, *state))
    return None


def _at_once(graph: Graph, start: int, target: int, *, strict: bool) -> Hop | None:
    """Return what one order of the party's own says of two steps; None if none names both."""
    leads = {id(graph.orders[gate]): gate for gate in graph.into[target] if graph.chained(gate)}
    for gate in graph.out[start]:
        order = graph.orders[gate]
        last = leads.get(id(order), -1) if graph.chained(gate) else -1
        # The gates of an order are numbered from its first place to its last.
        if last >= gate and graph.strict[gate] >= strict and not order.reported:
            return _hops(graph, (start, gate, *((last,) if last > gate else ()), target))[0]
    return None


def _price(graph: Graph, start: int, end: int) -> int:
    if start >= graph.steps:
        return 0
    return len(graph.out) if graph.orders[end].reported else 1


def _hops(graph: Graph, path: Sequence[int]) -> tuple[Hop, ...]:
    """Return the stated orders of a path through steps and gates."""
    steps = [place for place, node in enumerate(path) if node < graph.steps]
    return tuple(
        Hop(
            path[start],
            path[end],
            graph.named[path[start], path[start + 1]],
            graph.named[path[end - 1], path[end]],
            graph.strict[path[start + 1]],
            graph.orders[path[start + 1]],
        )
        for start, end in pairwise(steps)
    )


def shortest_loop(graph: Graph, component: Sequence[int]) -> tuple[Hop, ...]:
    """Return the loop of the fewest stated orders in a contradictory component.

    In a component of more than 100 steps it is the shortest through the first of them.

    Raises:
        LookupError: Nothing in the component comes before itself.
    """
    alive = set(component)
    best: tuple[int, tuple[Hop, ...]] | None = None
    searched = 0
    for start in component:
        if start >= graph.steps or start not in alive:
            continue
        searched += 1
        below = best[0] if best else None
        best = cheapest_path(graph, start, start, strict=True, within=alive, below=below) or best
        if best is not None and (best[0] <= 2 or searched >= STARTS_SEARCHED):
            break
        _without(graph, alive, start)
    if best is None:
        message = "there is no loop in the component"
        raise LookupError(message)
    return best[1]


def _without(graph: Graph, alive: set[int], start: int) -> None:
    """Take a step out, and with it all that is on no loop any more."""
    gone = [start]
    while gone:
        node = gone.pop()
        if node not in alive:
            continue
        alive.discard(node)
        gone += [
            near
            for near in (*graph.out[node], *graph.into[node])
            if near in alive
            and (alive.isdisjoint(graph.out[near]) or alive.isdisjoint(graph.into[near]))
        ]
