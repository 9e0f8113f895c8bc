"""The kinds of value, and the registry of them.

Adding a kind touches its own module and `KINDS`.
"""

from __future__ import annotations

from positions.values.base import (
    Difference,
    Distance,
    Frame,
    GapType,
    Kind,
    Phrase,
    Relation,
    Side,
    Unreadable,
    Value,
)

__all__ = [
    "Difference",
    "Distance",
    "Frame",
    "GapType",
    "Kind",
    "Phrase",
    "Relation",
    "Side",
    "Unreadable",
    "Value",
]
