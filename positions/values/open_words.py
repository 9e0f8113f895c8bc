"""Words that stand in the place of any value, whatever its kind: `unspecified`, `to be agreed`.

`unspecified` is one outcome that is not given: a relation holds only if it holds for every outcome
that it could be, and there is never a distance. What is to be agreed is unknown against everything.
"""

from __future__ import annotations

from enum import StrEnum

__all__ = [
    "LEFT_OPEN",
    "MISSING",
    "NO_WORDING",
    "SIGNS",
    "TO_BE_AGREED",
    "UNSPECIFIED",
    "Unsaid",
    "unsaid_in",
]


class Unsaid(StrEnum):
    """What is said in the place of a value."""

    UNSPECIFIED = "unspecified"
    TO_BE_AGREED = "to be agreed"


UNSPECIFIED = frozenset({"unspecified", "not specified"})
TO_BE_AGREED = frozenset(
    {
        "to be agreed",
        "still to be agreed",
        "yet to be agreed",
        "to be negotiated",
        "subject to negotiation",
        "subject to negotiations",
    }
)

LEFT_OPEN = frozenset({"tbd", "tba", "tbc", "to be determined", "to be decided", "to be confirmed"})
"""What may say that the parties leave it open, or that nobody has looked it up."""

SIGNS = frozenset({"-", "--", "---", "?", "??", "???", "/", "..."})
"""What people write where nothing is said."""

MISSING = SIGNS | frozenset(
    {
        *("n/a", "na", "nd", "nil", "nothing", "no data", "missing", "todo"),
        *("unknown", "not known", "unclear", "not stated", "not mentioned", "not given"),
        *("not applicable", "not available", "no information", "no position", "no comment"),
    }
)
"""What may stand for any blank; a full stop at the end is left out."""

NO_WORDING = SIGNS | {"tbd", "tba", "tbc", "n/a"}
"""What of these is no wording either, as `nothing` and `not applicable` may be."""


def unsaid_in(text: str) -> Unsaid | None:
    """Return what a text, with single spaces, says in the place of a value; None if it is none."""
    word = text.lower()
    if word in TO_BE_AGREED:
        return Unsaid.TO_BE_AGREED
    return Unsaid.UNSPECIFIED if word in UNSPECIFIED else None
