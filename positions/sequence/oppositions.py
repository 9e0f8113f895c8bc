"""Finds the pairs of steps that two parties order oppositely."""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.sequence.links import bits_of, contradictory, reach

if TYPE_CHECKING:
    from collections.abc import Iterator

    from positions.sequence.links import Links

__all__ = ["StepReach", "opposed"]


class StepReach:
    """Which steps come before and after which, for one party.

    Attributes:
        links: The party's orders.
        later: For each step, as bits, those that do not come before it.
        after: Those that come after it.
        earlier: Those that do not come after it.
        before: Those that come before it.
        unclear: Those about which the party contradicts itself together with it.
    """

    def __init__(self, links: Links) -> None:
        self.links = links
        self.later, self.after = reach(links)
        self.earlier, self.before = reach(links, backward=True)
        self.unclear = [0] * len(links.steps)
        for component in contradictory(links):
            for step in bits_of(component):
                self.unclear[step] = component


def opposed(first: StepReach, second: StepReach) -> Iterator[tuple[int, int]]:
    """Yield the pairs of which the first says before, and the second does not, or the reverse.

    Only those from which all the others follow: with a before b and b before c opposed, a before
    c is too. Where a party contradicts itself, it is not opposed to anyone.
    """
    steps = range(len(first.links.steps))
    unclear = [~(first.unclear[one] | second.unclear[one]) for one in steps]
    pairs = [
        ((first.after[one] & second.earlier[one]) | (first.later[one] & second.before[one]))
        & unclear[one]
        for one in steps
    ]
    reverse = [
        ((first.before[one] & second.later[one]) | (first.earlier[one] & second.after[one]))
        & unclear[one]
        for one in steps
    ]
    for one, others in enumerate(pairs):
        rest = others
        while rest:
            other = (rest & -rest).bit_length() - 1
            if not others & reverse[other]:
                yield one, other
            rest &= ~(pairs[other] | 1 << other)
