"""Words for how far apart parties are at most, and how proposals relate to positions."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from positions.analysis.bridging_proposals import Proposal
    from positions.analysis.pairs import Farthest
    from positions.comparison.rows import Comparison

__all__ = ["far_in_words", "lies_in_words"]


def lies_in_words(one: Proposal) -> str:
    """Return `3 same, 2 other terms, 5 apart`; nothing for what does not occur."""
    return ", ".join(f"{len(issues)} {lie}" for lie, issues in one.issues.items() if issues)


def far_in_words(comparison: Comparison, far: Farthest) -> str:
    """Return `27 days (Length of the ceasefire)`: how far apart they are at most, and where."""
    issue = comparison.dossier.issues[far.issue]
    part = f", {issue.parts[far.part].title}" if far.part else ""
    return f"{far.distance.prose} ({issue.title}{part})"
