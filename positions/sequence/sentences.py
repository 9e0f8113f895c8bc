"""Orders of steps in words: whose they are, and which step comes before which."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from positions.sequence.stated_orders import Timing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from positions.model.dossier import Dossier
    from positions.sequence.stated_orders import Step, StepOrder

__all__ = ["order_in_words", "orders_in_words", "speaker"]


def orders_in_words(dossier: Dossier, orders: Sequence[StepOrder]) -> str:
    """Return a sentence for each party in turn, `Ukraine: “A” comes before “B”`, and a full stop.

    A step that another of the orders names by a whole is told as a part of it.
    """
    wholes = {
        one: stated
        for order in orders
        for one, stated in (
            (order.before, order.stated_before),
            (order.after, order.stated_after),
        )
        if one != stated
    }
    found = []
    for name, told in groupby(orders, key=lambda order: speaker(dossier, order)):
        clauses = list(dict.fromkeys(order_in_words(order, wholes) for order in told))
        found.append(f"{name}: {'; '.join(clauses)}.")
    return " ".join(found)


def speaker(dossier: Dossier, order: StepOrder) -> str:
    """Return whose an order is, and on whose word: `Russia (by a report of 2025-05-16)`."""
    stated = order.stated
    marks = []
    if stated.reported or stated.older:
        kind = "a report" if stated.reported else "words"
        if stated.older:
            kind = "an older report" if stated.reported else "older words"
        marks.append(f"by {kind} of {stated.date.written_day}")
    if stated.branch:
        marks.append(f"under “{stated.branch.title}”")
    name = dossier.parties[stated.party].name
    return f"{name} ({', '.join(marks)})" if marks else name


def order_in_words(order: StepOrder, wholes: dict[Step, Step] | None = None) -> str:
    """Return what an order says: `“A” comes before “B”`."""
    before = _named(order.before, order.stated_before, wholes or {})
    after = _named(order.after, order.stated_after, wholes or {})
    if order.timing is Timing.STARTS:
        before, after = after, before
    return f"{before} {_SAYS[order.timing]} {after}".removesuffix(",")


_SAYS = {
    Timing.BEFORE: "comes before",
    Timing.TOGETHER: "comes at the same time as",
    Timing.STARTS: "starts with",
}


def _named(one: Step, stated: Step, wholes: dict[Step, Step]) -> str:
    if one == stated and one in wholes:
        return f"“{one.title}”, a part of “{wholes[one].title}”,"
    return f"“{stated.title}”"
