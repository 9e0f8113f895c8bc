"""Words that stand in the place of any value, whatever its kind: `unspecified`, `to be agreed`.

`unspecified` is one outcome that is not given: a relation holds only if it holds for every outcome
that it could be, and there is never a distance. What is to be agreed is unknown against everything.
"""

from __future__ import annotations

from enum import StrEnum

__all__ = ["TO_BE_AGREED", "UNSPECIFIED", "Unsaid", "unsaid_in"]


class Unsaid(StrEnum):
    """What is said in the place of a value."""

    UNSPECIFIED = "unspecified"
    TO_BE_AGREED = "to be agreed"


UNSPECIFIED = frozenset({"unspecified", "not specified"})
TO_BE_AGREED = frozenset({"to be agreed", "still to be agreed", "yet to be agreed"})


def unsaid_in(text: str) -> Unsaid | None:
    """Return what a text, with single spaces, says in the place of a value; None if it is none."""
    word = text.lower()
    if word in TO_BE_AGREED:
        return Unsaid.TO_BE_AGREED
    return Unsaid.UNSPECIFIED if word in UNSPECIFIED else None
