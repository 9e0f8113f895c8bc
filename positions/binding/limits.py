"""Bounds how much is compared; whoever knows where a dossier comes from raises the bound.

A bound keeps what a stranger wrote from occupying the program. `POSITIONS_LIMIT_CELLS` sets it.
"""

from __future__ import annotations

import os
from collections import Counter, defaultdict
from operator import attrgetter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from positions.model.dossier import Memorandum
    from positions.model.position import Position

__all__ = [
    "LIMIT_VARIABLE",
    "MOST_CELLS",
    "MOST_FILLED",
    "most_cells",
    "most_pairs",
    "words_by_issue",
]

LIMIT_VARIABLE: Final = "POSITIONS_LIMIT_CELLS"
MOST_CELLS: Final = 20_000
"""The most cells (parties times issues and parts) that are compared whatever is in them."""

MOST_FILLED: Final = 100_000
"""The most that are where they are filled: each position allows for a few cells."""

_CELLS_A_POSITION: Final = 4
_PAIRS_A_CELL: Final = 12.5
_BESIDE_THE_VALUE = attrgetter(
    *("alternatives", "parts", "rest", "scope", "starts", "until", "by", "renewable", "conditions"),
    *("after", "modality"),
)


def most_cells(written: int) -> int:
    """Return how many cells of a dossier are compared at most: what the environment says.

    Otherwise as many as its positions account for, so that a few words cannot claim many.

    Args:
        written: How many positions are written in the dossier.
    """
    return _limit() or min(max(MOST_CELLS, _CELLS_A_POSITION * written), MOST_FILLED)


def most_pairs() -> int:
    """Return how many pairs of positions, alternative by alternative, are compared at most."""
    return int((_limit() or MOST_CELLS) * _PAIRS_A_CELL)


def _limit() -> int:
    """Return the bound that the environment sets; 0 where it sets none."""
    said = os.environ.get(LIMIT_VARIABLE, "").replace(",", "").replace("_", "").strip()
    return int(said) if said.isascii() and said.isdigit() and len(said) < 12 else 0


def words_by_issue(documents: Iterable[Memorandum]) -> Mapping[str, int]:
    """Return how many positions on an issue can differ, alternative by alternative.

    Parties that write the same value without terms stand together; any other stands alone.
    """
    alone: dict[str, Counter[str]] = defaultdict(Counter)
    each: dict[str, Counter[str]] = defaultdict(Counter)
    values: dict[str, set[int]] = defaultdict(set)
    for document in documents:
        for issue, position in document.positions.items():
            is_plain = not any(_BESIDE_THE_VALUE(position))
            branches = 1 if is_plain else _branches(position)
            if is_plain:  # the same text is one value
                values[issue].add(id(position.value))
            for party in (each[issue],) if is_plain else (each[issue], alone[issue]):
                party[document.party] = max(party[document.party], branches)
    return {
        issue: min(parties.total(), len(values[issue]) + alone[issue].total())
        for issue, parties in each.items()
    }


def _branches(position: Position) -> int:
    """Return the most alternatives that a position has on an issue, or on a part of it."""
    if not (position.alternatives or position.parts or position.rest):
        return 1
    inner = [*position.parts.values(), *([position.rest] if position.rest else [])]
    deepest = max((len(one.alternatives) for one in inner), default=0)
    return max(1, len(position.alternatives), deepest)
