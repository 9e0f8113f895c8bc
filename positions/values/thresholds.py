"""Reading the threshold of an issue: up to which distance it counts positions as near.

A threshold is one exact figure greater than zero in the measure of the issue's kind: `7 days`,
`0.5 percentage points`, `10 points`, `1 step`.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from positions.text.patterns import pattern
from positions.values.alternatives import Comparator
from positions.values.kind import Distance, Unreadable
from positions.values.parsing import quoted, written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from positions.values.alternatives import Alternative, Amount

__all__ = ["counted", "exact_amount"]

_COUNT = pattern(r"([1-9][0-9]{0,3})(?: ([a-z]+))?")


def exact_amount(terms: Sequence[Alternative], text: str) -> Amount:
    """Return the amount of a threshold.

    Args:
        terms: What was read.
        text: What was written, for messages.

    Raises:
        Unreadable: It is not one exact figure greater than zero.
    """
    (first, *others) = terms
    if others or first.about or first.comparator is not Comparator.EXACTLY or first.low is None:
        raise Unreadable(
            f"A threshold is one exact figure, and {quoted(text)} is not.",
            "Write the figure alone, with its unit.",
        )
    if first.low.figure <= 0:
        raise Unreadable(
            "A threshold of zero or less counts nothing as near that is not so already.",
            "Write a figure greater than zero, or remove `near:`.",
        )
    return first.low


def counted(data: object, noun: str) -> Distance:
    """Return a threshold that is a number of things: `2 steps`, `1 item`, `3`.

    Raises:
        Unreadable: It is no such number.
    """
    text = written(data, "A threshold").lower()
    found = _COUNT.fullmatch(text)
    if found is None or found[2] not in {None, noun, f"{noun}s"}:
        raise Unreadable(
            f"{quoted(text)} is no number of {noun}s.", f"Write `1 {noun}` or `2 {noun}s`."
        )
    count = int(found[1])
    return Distance(Fraction(count), f"{count} {noun}{'' if count == 1 else 's'}")
