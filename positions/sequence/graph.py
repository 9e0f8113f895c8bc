"""The graph of ordered steps: who comes before whom, which steps are in a loop, and why.

Between the steps of a document's order stand gates, one in front of each of its places: a step
leads to the gate after it, a gate to the next, and each gate to the steps behind it. So an order
of a thousand steps takes some thousands of edges, and whatever it says of two steps, near or far,
is one stated order of the graph: the path from the one to the other through its gates.

An edge into a gate is strict where the order says *before*. Steps at the same time, and an issue
and the event it starts with, are joined by gates that are not strict.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from positions.sequence.stated_orders import OrderPlace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from positions.sequence.stated_orders import StatedOrder, Step

__all__ = ["Graph", "build", "components", "contradictory", "reach"]


@dataclass(slots=True)
class Graph:
    """Steps and gates, numbered from 0, steps first.

    Attributes:
        names: The steps, by their numbers.
        out: For each node the nodes that it leads to; an edge from a step enters a gate.
        into: The same edges, backward.
        strict: For each gate whether what enters it comes before what lies behind it.
        orders: For each gate the order that it belongs to.
        named: For each edge between a step and a gate the step as the document names it.
    """

    names: tuple[Step, ...]
    out: list[list[int]] = field(default_factory=list)
    into: list[list[int]] = field(default_factory=list)
    strict: dict[int, bool] = field(default_factory=dict)
    orders: dict[int, StatedOrder] = field(default_factory=dict)
    named: dict[tuple[int, int], Step] = field(default_factory=dict)

    @property
    def steps(self) -> int:
        """How many of the nodes are steps."""
        return len(self.names)

    def add_gate(self, order: StatedOrder, *, strict: bool) -> int:
        """Return the number of a new gate of an order."""
        gate = len(self.out)
        self.out.append([])
        self.into.append([])
        self.strict[gate], self.orders[gate] = strict, order
        return gate

    def join(self, start: int, end: int, name: Step | None = None) -> None:
        """Add an edge; with the name of its step if it has one."""
        self.out[start].append(end)
        self.into[end].append(start)
        if name is not None:
            self.named[start, end] = name

    def chained(self, gate: int) -> bool:
        """Return whether a gate stands in front of a place, rather than between equals in it."""
        return self.strict[gate] or self.orders[gate].place is OrderPlace.STARTS

    def is_strict(self, start: int, end: int) -> bool:
        """Return whether an edge says *before*."""
        return start < self.steps and self.strict[end]


def build(
    orders: Iterable[StatedOrder],
    numbers: Mapping[Step, int],
    members: Mapping[Step, Sequence[Step]],
) -> Graph:
    """Return the graph of some orders.

    An order on a whole holds for its parts, with these exceptions, where it cannot be meant so:
    an order that names one of the parts beside the whole gives the whole no parts; what happens at
    the same time as a whole need not happen at the same time as each of its parts; and an issue
    that starts with a whole starts with the first of its parts alone.

    Args:
        orders: The orders.
        numbers: Every step's number, from 0 and ascending.
        members: The steps that are parts of a whole, by the whole.
    """
    graph = Graph(tuple(numbers))
    graph.out = [[] for _ in numbers]
    graph.into = [[] for _ in numbers]
    for order in orders:
        _add(graph, order, numbers, members)
    return graph


def _add(
    graph: Graph,
    order: StatedOrder,
    numbers: Mapping[Step, int],
    members: Mapping[Step, Sequence[Step]],
) -> None:
    named = {one for group in order.steps for one in group}
    strict = order.place is not OrderPlace.STARTS
    held = {one: _meant(one, named, members) for one in named}
    gate = -1
    for group in order.steps:
        following = graph.add_gate(order, strict=strict)
        together = graph.add_gate(order, strict=False) if len(group) > 1 else -1
        for one in group:
            for step in held[one] if strict else (one,):
                graph.join(numbers[step], following, one)
            if gate >= 0:
                _leave(graph, gate, one, held[one], numbers)
            if together >= 0:
                graph.join(numbers[one], together, one)
                _leave(graph, together, one, (one,), numbers)
        if gate >= 0:
            graph.join(gate, following)
        gate = following


def _meant(
    one: Step, named: AbstractSet[Step], members: Mapping[Step, Sequence[Step]]
) -> tuple[Step, ...]:
    """Return the steps for which an order holds that names this one."""
    parts = members.get(one, ())
    return (one, *parts) if named.isdisjoint(parts) else (one,)


def _leave(
    graph: Graph, gate: int, one: Step, steps: Iterable[Step], numbers: Mapping[Step, int]
) -> None:
    for step in steps:
        if step not in graph.orders[gate].yields:
            graph.join(gate, numbers[step], one)


def components(graph: Graph) -> list[list[int]]:
    """Return the strongly connected components, each behind those that it leads to."""
    search = _Search(graph)
    for root in range(len(graph.out)):
        if root not in search.order:
            search.run(root)
    return search.found


class _Search:
    """Tarjan's depth-first search, without recursion: a chain may be thousands of steps long."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.order: dict[int, int] = {}
        self.found: list[list[int]] = []
        self._lowest: dict[int, int] = {}
        self._open: dict[int, None] = {}

    def run(self, root: int) -> None:
        """Find the components that can be reached from a node."""
        work = [self._visit(root)]
        while work:
            node, ends = work[-1]
            for end in ends:
                if end not in self.order:
                    work.append(self._visit(end))
                    break
                if end in self._open:
                    self._lowest[node] = min(self._lowest[node], self.order[end])
            else:
                work.pop()
                self._close(node)
                if work:
                    parent = work[-1][0]
                    self._lowest[parent] = min(self._lowest[parent], self._lowest[node])

    def _visit(self, node: int) -> tuple[int, Iterator[int]]:
        self.order[node] = self._lowest[node] = len(self.order)
        self._open[node] = None
        return node, iter(self.graph.out[node])

    def _close(self, node: int) -> None:
        if self._lowest[node] < self.order[node]:
            return
        members = []
        while node in self._open:
            member, _ = self._open.popitem()
            members.append(member)
        self.found.append(sorted(members))


def contradictory(graph: Graph) -> list[list[int]]:
    """Return the components in which something comes before itself, by their first step."""
    return sorted(found for found in components(graph) if _inside(graph, found))


def _inside(graph: Graph, component: Sequence[int]) -> bool:
    """Return whether an edge that says *before* lies inside a component."""
    within = set(component)
    return any(
        end in within and graph.is_strict(start, end)
        for start in component
        for end in graph.out[start]
    )


def reach(graph: Graph, *, backward: bool = False) -> tuple[list[int], list[int]]:
    """Return for each step the steps that do not come before it, and those that come after it.

    Args:
        graph: The graph.
        backward: Turn both around: not after it, and before it.

    Returns:
        Two lists of sets as the bits of integers, a bit for each step.
    """
    edges = graph.into if backward else graph.out
    found = components(graph)
    later, after = [0] * len(edges), [0] * len(edges)
    for component in reversed(found) if backward else found:
        within = set(component)
        here = beyond = 0
        for node in component:
            here |= 1 << node if node < graph.steps else 0
            for end in edges[node]:
                ends = (end, node) if backward else (node, end)
                here |= later[end]
                beyond |= later[end] if graph.is_strict(*ends) else after[end]
        if _inside(graph, component):
            beyond = here
        for node in within:
            later[node], after[node] = here, beyond
    return later[: graph.steps], after[: graph.steps]
