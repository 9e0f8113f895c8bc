"""The kinds of value, and the registry of them.

Adding a kind touches its own module and `KINDS`.
"""

from __future__ import annotations

from typing import Any

from positions.values.kind import (
    Difference,
    Distance,
    Frame,
    GapType,
    Kind,
    Relation,
    Side,
    Stance,
    Unreadable,
    Value,
)
from positions.values.kinds.checklist import CHECKLIST
from positions.values.kinds.choice import CHOICE
from positions.values.kinds.date import DATE
from positions.values.kinds.duration import DURATION
from positions.values.kinds.exchange import EXCHANGE
from positions.values.kinds.quantity import QUANTITY
from positions.values.kinds.scale import SCALE
from positions.values.kinds.text import TEXT
from positions.values.measure import LENGTHS, Measure

__all__ = [
    "KINDS",
    "LENGTHS",
    "Difference",
    "Distance",
    "Frame",
    "GapType",
    "Kind",
    "Measure",
    "Relation",
    "Side",
    "Stance",
    "Unreadable",
    "Value",
]

_ALL: tuple[Kind[Any], ...] = (DURATION, QUANTITY, EXCHANGE, DATE, CHOICE, CHECKLIST, SCALE, TEXT)

KINDS: dict[str, Kind[Any]] = {kind.name: kind for kind in _ALL}
"""All kinds by the word that an issue writes as its `kind`."""
