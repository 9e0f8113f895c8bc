"""How much is known of each party: on how many issues it speaks, and why it does not on others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from positions.model.vocabulary import MOST_SERIOUS_FIRST, Blank

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from positions.comparison.rows import Comparison, Row
    from positions.record.settle import Standing

__all__ = ["Coverage", "coverage"]


@dataclass(frozen=True, slots=True)
class Coverage:
    """On how many issues a party speaks, and on how many not, by kind of blank.

    An issue with parts is spoken on if one of its parts is; else it has the most serious of the
    blanks of its parts. So `spoken` and `blanks` add up to `issues`.

    Attributes:
        party: The party's id.
        spoken: Issues on which there is a position, of its own or reported.
        reported: Those of them on which someone else's account stands in its place.
        older: Those on which its word is older than a text of which too little is known.
        blanks: Issues by blank; every blank is a key.
    """

    party: str
    issues: int
    spoken: int
    reported: int
    older: int
    blanks: Mapping[Blank, int]


def coverage(comparison: Comparison, rows: Sequence[Row] | None = None) -> tuple[Coverage, ...]:
    """Return the coverage of each party of a comparison, in the order of the columns.

    Columns that are no parties are not counted.

    Args:
        comparison: The comparison.
        rows: The rows to count; all where none are given.
    """
    chosen = comparison.rows if rows is None else rows
    return tuple(_coverage(party.id, chosen) for party in comparison.counted)


def _coverage(party: str, rows: Sequence[Row]) -> Coverage:
    spoken = reported = older = 0
    blanks = dict.fromkeys(Blank, 0)
    for row in rows:
        standings = [line.standings[party] for line in row.leaves]
        speaking = [standing for standing in standings if standing.speaks]
        if speaking:
            spoken += 1
            reported += any(standing.reported for standing in speaking)
            older += any(standing.older for standing in speaking)
        else:
            blanks[_blank(standings)] += 1
    return Coverage(party, len(rows), spoken, reported, older, blanks)


def _blank(standings: Sequence[Standing]) -> Blank:
    """Return the most serious of the blanks."""
    found = {standing.blank for standing in standings}
    return next(blank for blank in MOST_SERIOUS_FIRST if blank in found)
