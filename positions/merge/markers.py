"""Marks conflicts in a merged text as git does."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from positions.merge.entries import MergeConflict

__all__ = ["ConflictMarkers", "ConflictStyle"]


class ConflictStyle(StrEnum):
    """How a conflict is marked, by git's names: `merge.conflictStyle`."""

    MERGE = "merge"
    DIFF3 = "diff3"
    ZDIFF3 = "zdiff3"


@dataclass(frozen=True, slots=True)
class ConflictMarkers:
    """How conflicts are marked.

    Attributes:
        ours: What our side is called.
        base: What that is called with which both began.
        theirs: What their side is called.
        size: How many characters a marker has.
        style: What is shown.
    """

    ours: str = "ours"
    base: str = "base"
    theirs: str = "theirs"
    size: int = 7
    style: ConflictStyle = ConflictStyle.MERGE

    def around(self, conflict: MergeConflict) -> str:
        """Return the lines of a conflict between git's markers."""
        ours, theirs = (side.splitlines(keepends=True) for side in (conflict.ours, conflict.theirs))
        before = after = 0
        if self.style is ConflictStyle.ZDIFF3:
            before = _alike(ours, theirs)
            after = _alike(ours[before:][::-1], theirs[before:][::-1])
        ends = len(ours) - after, len(theirs) - after
        parts = [("<", self.ours, "".join(ours[before : ends[0]]))]
        if self.style is not ConflictStyle.MERGE:
            parts.append(("|", self.base, conflict.base))
        parts += [("=", "", "".join(theirs[before : ends[1]])), (">", self.theirs, "")]
        marked = "".join(
            f"{sign * self.size} {name}".rstrip() + f"\n{text}" for sign, name, text in parts
        )
        return "".join((*ours[:before], marked, *ours[ends[0] :]))


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many lines are the same from the first on."""
    pairs = zip(one, other, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
