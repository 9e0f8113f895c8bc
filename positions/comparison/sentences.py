"""Lists in prose of which only the first are named, and sentences ended once.

For reports of pairs and of reservation values; the sentences of rows are in `positions.sentences`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


__all__ = [
    "full_sentence",
    "listed",
]

_MANY = 4
"""How many camps, or parties of a kind, a sentence names before it counts the rest."""


def listed(words: Sequence[str]) -> str:
    """Return the words as a list in prose: `a, b and c`; beyond four, how many more there are."""
    if len(words) > _MANY:
        words = (*words[: _MANY - 1], f"{len(words) - _MANY + 1} more")
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def full_sentence(words: str) -> str:
    """Return the words ended by a full stop, unless a wording ends them with a sign of its own."""
    return words if words.rstrip("”").endswith((".", "?", "!", "…")) else f"{words}."
