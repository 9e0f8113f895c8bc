"""Compares proposals by non-parties with each party: row by row, and in sum.

A mediator's paper, an observer's or a text that belongs to nobody is a bridging proposal. Its
distances from the parties are listed, never added up, and nothing here says which party it favours.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from positions.analysis.pairs import Farthest, note_distance
from positions.values import Relation

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from positions.comparison.rows import Bridge, Comparison, Row

__all__ = ["Proposal", "ProposalRelation", "proposals"]


class ProposalRelation(StrEnum):
    """How a proposal relates to a party's position on an issue on which both speak."""

    SAME = "same"
    TERMS = "other terms"
    WITHIN = "within"
    CONTAINS = "contains"
    OVERLAPS = "overlaps"
    APART = "apart"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Proposal:
    """How the paper of one column relates to one party.

    Attributes:
        column: The id of the column that is no party.
        party: The id of the party.
        issues: The ids of the issues on which both speak, by how the paper relates there; every
            relation is a key. Within: all that the paper admits, the position admits too. An issue
            with parts counts by those parts on which both speak.
        farthest: The greatest distance in each measure (a kind and unit) in which they are apart.
    """

    column: str
    party: str
    issues: Mapping[ProposalRelation, tuple[str, ...]]
    farthest: tuple[Farthest, ...]

    @property
    def both(self) -> int:
        """On how many issues both speak."""
        return sum(map(len, self.issues.values()))


def proposals(comparison: Comparison, rows: Sequence[Row] | None = None) -> tuple[Proposal, ...]:
    """Return how each column that is no party lies to each party, in the order of the columns.

    Args:
        comparison: The comparison.
        rows: The rows to count; all where none are given.
    """
    chosen = comparison.rows if rows is None else rows
    return tuple(
        _proposal(column.id, party.id, chosen)
        for column in comparison.parties
        if not column.role.counts
        for party in comparison.counted
    )


def _proposal(column: str, party: str, rows: Sequence[Row]) -> Proposal:
    issues: dict[ProposalRelation, list[str]] = {lie: [] for lie in ProposalRelation}
    farthest: dict[tuple[str, str], Farthest] = {}
    for row in rows:
        bridge = row.whole.bridges.get((column, party))
        if bridge is None:
            continue
        issues[_lie(bridge)].append(row.issue.id)
        for line in row.leaves:
            part = line.bridges.get((column, party))
            if part is not None and part.distance is not None:
                note_distance(farthest, row.issue, line.part, part.distance)
    return Proposal(
        column,
        party,
        {lie: tuple(found) for lie, found in issues.items()},
        tuple(farthest.values()),
    )


def _lie(bridge: Bridge) -> ProposalRelation:
    if bridge.relation is Relation.SAME:
        return ProposalRelation.SAME if bridge.same else ProposalRelation.TERMS
    return ProposalRelation(bridge.relation)
