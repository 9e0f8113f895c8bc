"""Counts what is known of each party: on how many issues it speaks, and why not on others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from positions.model.vocabulary import Blank

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from positions.comparison.rows import Comparison, Row

__all__ = ["Coverage", "coverage"]


@dataclass(frozen=True, slots=True)
class Coverage:
    """On how many issues a party speaks, and on how many not, by kind of blank.

    Each part of an issue is counted for itself. So `spoken` and `blanks` add up to `lines`.

    Attributes:
        party: The party's id.
        lines: How many issues and parts of issues there are.
        in_parts: Whether some of them are parts.
        spoken: Those on which there is a position, of its own or reported.
        reported: Those of them on which someone else's account stands in its place.
        older: Those on which its word is older than a text of which too little is known.
        inferred: Those on which the analyst concludes it.
        grouped: Those on which its group's words stand for it.
        blanks: Those on which there is none, by blank; every blank is a key.
    """

    party: str
    lines: int
    in_parts: bool
    spoken: int
    reported: int
    older: int
    inferred: int
    grouped: int
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
    spoken = reported = older = inferred = grouped = 0
    blanks = dict.fromkeys(Blank, 0)
    standings = [line.standings[party] for row in rows for line in row.leaves]
    for standing in standings:
        if standing.speaks:
            spoken += 1
            reported += standing.reported
            older += standing.older
            inferred += standing.inferred
            grouped += bool(standing.voice)
        else:
            blanks[standing.blank or Blank.UNCODED] += 1
    in_parts = any(row.parts for row in rows)
    told = reported, older, inferred, grouped
    return Coverage(party, len(standings), in_parts, spoken, *told, blanks)
