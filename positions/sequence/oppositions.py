"""Which pairs of steps two parties order oppositely."""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.sequence.graph import contradictory, reach

if TYPE_CHECKING:
    from collections.abc import Iterator

    from positions.sequence.graph import Graph

__all__ = ["StepReach", "opposed"]


class StepReach:
    """Which steps come before and after which, for one party.

    Attributes:
        later: For each step, as bits, those that do not come before it.
        after: Those that come after it.
        earlier: Those that do not come after it.
        before: Those that come before it.
        unclear: Those about which the party contradicts itself together with it.
    """

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.later, self.after = reach(graph)
        self.earlier, self.before = reach(graph, backward=True)
        self.unclear = [0] * graph.steps
        for component in contradictory(graph):
            steps = [node for node in component if node < graph.steps]
            bits = sum(1 << node for node in steps)
            for node in steps:
                self.unclear[node] = bits


def opposed(first: StepReach, second: StepReach) -> Iterator[tuple[int, int]]:
    """Yield the pairs of which the first says before, and the second does not, or the reverse.

    Only those from which all the others follow: with a before b and b before c opposed, a before
    c is too. Where a party contradicts itself, it is not opposed to anyone.
    """
    pairs = [
        ((first.after[one] & second.earlier[one]) | (first.later[one] & second.before[one]))
        & ~(first.unclear[one] | second.unclear[one])
        for one in range(first.graph.steps)
    ]
    reverse = [0] * len(pairs)
    for one, others in enumerate(pairs):
        for other in _bits(others):
            reverse[other] |= 1 << one
    for one, others in enumerate(pairs):
        rest = others
        while rest:
            other = (rest & -rest).bit_length() - 1
            if not others & reverse[other]:
                yield one, other
            rest &= ~(pairs[other] | 1 << other)


def _bits(number: int) -> Iterator[int]:
    """Yield the places of a number's bits, lowest first."""
    for place, bit in enumerate(reversed(bin(number))):
        if bit == "1":
            yield place
