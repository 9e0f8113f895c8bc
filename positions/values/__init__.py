"""The kinds of value, and the registry of them.

Adding a kind touches its own module and `KINDS`.
"""

from __future__ import annotations

from typing import Any

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
from positions.values.checklist import CHECKLIST
from positions.values.choice import CHOICE
from positions.values.date import DATE
from positions.values.duration import DURATION
from positions.values.exchange import EXCHANGE
from positions.values.quantity import QUANTITY
from positions.values.scale import SCALE
from positions.values.text import TEXT

__all__ = [
    "KINDS",
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

_ALL: tuple[Kind[Any], ...] = (DURATION, QUANTITY, EXCHANGE, DATE, CHOICE, CHECKLIST, SCALE, TEXT)

KINDS: dict[str, Kind[Any]] = {kind.name: kind for kind in _ALL}
"""All kinds by the word that an issue writes as its `kind`."""
