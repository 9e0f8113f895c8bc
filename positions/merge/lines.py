"""Three-way merge of lines that stand together, and of the order of things with names."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

__all__ = ["merge_lines", "merge_order"]

Name = TypeVar("Name", bound="Hashable")


class _Change(NamedTuple):
    """Lines of the base, from one index to another, and what a side has in their place."""

    start: int
    end: int
    lines: tuple[str, ...]


def merge_lines(
    base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]
) -> tuple[str, ...] | None:
    """Return lines with the changes of both sides; None where the two change the same lines.

    Lines that both sides add at one place are all kept, ours first; the same lines are kept once.
    Where the sides differ in blank lines alone, ours are taken.
    """
    if _written(ours) == _written(theirs) and list(ours) != list(base):
        return tuple(ours)
    merged: list[str] = []
    at = 0
    mine, yours = _changes(base, ours), _changes(base, theirs)
    while mine or yours:
        if mine and yours and mine[0] == yours[0]:
            yours.pop(0)
            continue
        if mine and yours and _clash(mine[0], yours[0]):
            return None
        change = (mine if not yours or (mine and mine[0][:2] <= yours[0][:2]) else yours).pop(0)
        merged += base[at : change.start]
        merged += change.lines
        at = change.end
    return (*merged, *base[at:])


def _written(lines: Sequence[str]) -> list[str]:
    return [line for line in lines if line.strip()]


def _changes(base: Sequence[str], side: Sequence[str]) -> list[_Change]:
    matcher = SequenceMatcher(None, base, side, autojunk=False)
    return [
        _Change(start, end, tuple(side[first:last]))
        for edit, start, end, first, last in matcher.get_opcodes()
        if edit != "equal"
    ]


def _clash(one: _Change, other: _Change) -> bool:
    """Return whether two changes touch the same lines of the base."""
    return one.start < other.end and other.start < one.end


def merge_order(
    base: Sequence[Name], ours: Sequence[Name], theirs: Sequence[Name]
) -> list[Name] | None:
    """Return all names of both sides in an order that respects both.

    What one side adds follows what it follows there; at one place, ours comes before theirs.
    What one side removes keeps its place.

    Returns:
        The names, or None where both sides reorder the names of the base differently.
    """
    both = set(base) & set(ours) & set(theirs)
    orders = [[name for name in side if name in both] for side in (base, ours, theirs)]
    if orders[2] in orders[:2]:
        return _inserted(list(ours), theirs, keep_before=set(ours) - {*base, *theirs})
    if orders[1] == orders[0]:
        return _inserted(list(theirs), ours, keep_before=set())
    return None


def _inserted(order: list[Name], side: Sequence[Name], keep_before: set[Name]) -> list[Name]:
    """Return an order with a side's further names, each after the one before it on that side.

    Args:
        order: The order to start from.
        side: The names of the side, in its order.
        keep_before: Names of the order that come first where a further name has the same place.
    """
    known = set(order)
    if known.issuperset(side):
        return order
    at = 0
    for name in side:
        if name in known:
            at = order.index(name) + 1
            continue
        while at < len(order) and order[at] in keep_before:
            at += 1
        order.insert(at, name)
        at += 1
    return order
