"""The sentences that say how two values differ, with the parties' names still to be put in.

They say "asks for" and "does not exclude": that a party would accept something is not known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.values.kind import Phrase, Relation, Side
from positions.values.open_words import Unsaid

if TYPE_CHECKING:
    from positions.values.kind import Distance

__all__ = ["asks_for", "two_wishes", "unsaid"]

_TO_BE_AGREED = "leaves it to be agreed"
_WHICH = ", which does not exclude that"


def asks_for(shown: str) -> str:
    """Return what a party does that wants the value shown."""
    return f"asks for {shown}"


def unsaid(said: Unsaid, noun: str) -> str:
    """Return what a party does that gives no value: leaves it open, or asks for `a length`."""
    if said is Unsaid.TO_BE_AGREED:
        return _TO_BE_AGREED
    return asks_for(f"{noun} that it does not give")


def _both(wish: str) -> str:
    if wish == _TO_BE_AGREED:
        return "Both leave it to be agreed"
    return f"Both {wish.replace('asks', 'ask', 1).replace('it does', 'they do')}"


def two_wishes(
    wishes: tuple[str, str],
    relation: Relation,
    *,
    headline: str | None = None,
    distance: Distance | None = None,
    nothing: str,
) -> Phrase:
    """Return the sentence that puts two wishes beside each other and says how they lie.

    Args:
        wishes: What each party asks for, as `asks_for` gives it or one of the constants here.
        relation: The relation of the first to the second.
        headline: The bare figure that both name, if they do.
        distance: How far they are apart, where that is known.
        nothing: How to say that nothing satisfies both: `no length satisfies both`.
    """
    first, second = wishes
    if first == second and relation is Relation.UNKNOWN:
        # Only what is not given, or left to be agreed, reads alike and yet cannot be told.
        return (_both(first),)
    sides = (Side.FIRST, Side.SECOND)
    if relation is Relation.CONTAINS and headline is None:
        # The narrower wish comes first: "…, which does not exclude that" then has its referent.
        (first, second), sides = (second, first), (Side.SECOND, Side.FIRST)
    asks = "asks "
    if first.startswith(asks):
        second = second.removeprefix(asks)
    common: Phrase = () if headline is None else (f"Both name {headline}; ",)
    ending = _ending(relation, distance, nothing, named=headline is not None)
    return (*common, sides[0], f" {first}, ", sides[1], f" {second}{ending}")


def _ending(relation: Relation, distance: Distance | None, nothing: str, *, named: bool) -> str:
    if relation is Relation.APART:
        return f": {distance.text} apart" if distance else f": {nothing}"
    if relation is Relation.UNKNOWN:
        return ": it cannot be told whether the two meet"
    if named:
        return ""
    return ": the two overlap" if relation is Relation.OVERLAPS else _WHICH
