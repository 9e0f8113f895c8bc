"""Decides which of a party's orders gives way where its documents leave no room for both.

Newer words come before older ones, and a party's own before reports, as they do for positions.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from positions.sequence.links import bits_of, contradictory

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from positions.sequence.links import Links
    from positions.sequence.stated_orders import StatedOrder

__all__ = ["settled"]


def settled(
    orders: Sequence[StatedOrder], links_of: Callable[[Iterable[StatedOrder]], Links]
) -> tuple[StatedOrder, ...]:
    """Return a party's orders, the lesser ones without the places that others leave no room for.

    Orders of the same weight that contradict each other stay: that is a finding.

    Args:
        orders: The orders of one party, newest first, its own before reports.
        links_of: Links the steps of some orders.
    """
    if not contradictory(links_of(orders)):
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
            found += _yielding(heavier, group, links_of) if heavier else group
    return tuple(found)


def _outweighs(one: StatedOrder, other: StatedOrder) -> bool:
    if one.reported != other.reported:
        return other.reported
    return other.date.before(one.date)


def _yielding(
    heavier: Sequence[StatedOrder],
    group: Sequence[StatedOrder],
    links_of: Callable[[Iterable[StatedOrder]], Links],
) -> Iterator[StatedOrder]:
    """Yield a group's orders, each without its places in a loop with heavier ones."""
    links = links_of((*heavier, *group))
    found = contradictory(links)
    for number, order in enumerate(group, len(heavier)):
        yields = {step for component in found for step in _without_room(links, number, component)}
        yield replace(order, yields=tuple(links.steps[step] for step in sorted(yields)))


def _without_room(links: Links, number: int, component: int) -> set[int]:
    """Return the steps of a component that an order puts behind others of it, or beside them."""
    groups: dict[int, set[int]] = {}
    for step in bits_of(component):
        for name in links.named[step]:
            if name.order == number:
                groups.setdefault(name.group, set()).add(step)
    first, *rest = [groups[group] for group in sorted(groups)] or [set()]
    return (first if len(first) > 1 else set()).union(*rest)
