"""All that is counted over rows: every two parties, what is known of each, and papers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from positions.analysis.bridging_proposals import proposals
from positions.analysis.coverage import coverage
from positions.analysis.pairs import pair_up

if TYPE_CHECKING:
    from positions.analysis.bridging_proposals import Proposal
    from positions.analysis.coverage import Coverage
    from positions.analysis.pairs import Pairs
    from positions.comparison.rows import Comparison, Row

__all__ = ["Overview", "survey"]


@dataclass(frozen=True, slots=True)
class Overview:
    """What is counted over some rows.

    Attributes:
        rows: The rows that were counted.
        pairs: What is between every two parties.
        coverage: How much is known of each party.
        proposals: How the papers of those who are no parties lie to each party.
    """

    comparison: Comparison
    rows: tuple[Row, ...]
    pairs: Pairs
    coverage: tuple[Coverage, ...]
    proposals: tuple[Proposal, ...]


def survey(
    comparison: Comparison, rows: tuple[Row, ...] | None = None, *, of: str | None = None
) -> Overview:
    """Return what is counted over some rows of a comparison.

    Args:
        comparison: The comparison.
        rows: The rows to count; all where none are given.
        of: The id of a column of which alone pairs and proposals are wanted.
    """
    chosen = comparison.rows if rows is None else rows
    return Overview(
        comparison,
        chosen,
        pair_up(comparison, chosen, of=of),
        coverage(comparison, chosen),
        tuple(
            one
            for one in proposals(comparison, chosen)
            if of is None or of in {one.column, one.party}
        ),
    )
