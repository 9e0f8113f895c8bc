"""Keeps comments from standing twice in a merged text.

A comment belongs to the entry below it or to the one that it ends. Where both sides write an entry
beneath the same comment, or one side parts it from its entry by a blank line, it would be kept with
both.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from positions.merge.entries import Piece

__all__ = ["without_doubles"]


def without_doubles(pieces: Sequence[Piece], base: str, ours: str, theirs: str) -> list[Piece]:
    """Return pieces of a merged text without lines of comment that no side has so often.

    Each side may have added some to those of the base. The first of several stay.
    """
    known, mine, yours = (Counter(_comments(text)) for text in (base, ours, theirs))
    left = {
        line: max(mine[line] + yours[line] - known[line], mine[line], yours[line])
        for line in mine | yours
    }
    thinned: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, str):
            thinned.append("".join(_kept(piece, left)))
            continue
        thinned.append(piece)
        for line in _comments(piece.ours):
            left[line] -= 1
    return thinned


def _kept(text: str, left: dict[str, int]) -> list[str]:
    kept = []
    for line in text.splitlines(keepends=True):
        comment = line.strip()
        if comment in left:
            left[comment] -= 1
            if left[comment] < 0:
                continue
        kept.append(line)
    return kept


def _comments(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.lstrip().startswith("#")]
