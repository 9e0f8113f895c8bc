"""Counts over rows how much the parties share, with the bounds of what is not known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.comparison.rows import Convergence, Line, Row, Status
from positions.comparison.status import KNOWN_BLANK
from positions.model.dossier import Blank, Form
from positions.record.agreements import since_otherwise

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from positions.record.settle import Standing

__all__ = ["convergence_of", "known_cells", "spoken_cells"]

_SETTLED = frozenset({Status.SETTLED, Status.AGREED})
_DIFFERENT = frozenset({Status.DIVIDED, Status.NEAR, Status.COMPATIBLE})


def convergence_of(rows: Iterable[Row]) -> Convergence:
    """Return how many rows are agreed or settled, of those that are about what parties want.

    At least: the settled ones, and the agreed ones of which nothing is in doubt. At most: these,
    the other agreed ones, and those that may be agreed for all that is known. Where more than half
    of the cells are not known, there is no such bound.
    """
    counted = [row for row in rows if not row.issue.procedural]
    least = sum(_is_certain(row) for row in counted)
    most = sum(_is_done(row) or _is_possible(row) for row in counted)
    leaves = [line for row in counted for line in row.leaves]
    cells = sum(line.voices for line in leaves)
    return Convergence(least, most, len(counted), sum(map(known_cells, leaves)), cells)


def spoken_cells(line: Line) -> int:
    """Return how many of those whose agreement is sought speak on a line."""
    return sum(map(len, line.camps))


def known_cells(line: Line) -> int:
    """Return of how many of them it is known what they say, or that they are silent."""
    return sum(one.speaks or one.known_blank in KNOWN_BLANK for one in line.counted.values())


def _is_done(row: Row) -> bool:
    """Return whether a row is settled or agreed, and not only in some of its parts."""
    return row.status in _SETTLED and row.parts_agreed is None


def _is_certain(row: Row) -> bool:
    if not _is_done(row):
        return False
    if row.status is Status.SETTLED:
        return not any(
            (one.position and one.position.inferred) or one.disputed_by(line.standings)
            for line in row.leaves
            for one in line.settlement.settling
        )
    return not any(
        _is_doubtful(one) or since_otherwise(one, line.outcomes, told_of=True)
        for line in row.leaves
        for one in line.counted.values()
    )


def _is_doubtful(standing: Standing) -> bool:
    """Return whether a word of record is inferred, a report or older, or is told otherwise."""
    told = standing.reported or bool(standing.blank_told) or standing.inferred
    entry = standing.entry
    older = entry is not None and entry.document.form is Form.MEMORANDUM and bool(entry.kept)
    return told or standing.older or older or bool(standing.contested or standing.accounts)


def _is_possible(row: Row) -> bool:
    """Return whether a row may be agreed, for all that is known."""
    found = [_may_be_agreed(line) for line in row.leaves]
    some = row.parts_agreed is not None and None in found
    return False not in found and True in found and not some


def _may_be_agreed(line: Line) -> bool | None:
    """Return whether a line may be agreed; None where nobody asks for anything on it."""
    if line.status in _SETTLED:
        return True
    blanks = {one.known_blank for one in line.counted.values() if not one.speaks}
    if not line.camps and blanks <= KNOWN_BLANK:
        return None
    if line.status in _DIFFERENT or Blank.SILENT in blanks:
        return False
    unclear = line.status is Status.UNCLEAR or bool(blanks - KNOWN_BLANK)
    return unclear or _has_open_branch(line.counted.values())


def _has_open_branch(standings: Sequence[Standing] | Iterable[Standing]) -> bool:
    """Return whether a party leaves an option blank, of which it is not known that it is silent."""
    branches = [position for one in standings if one.speaks for _, position in one.branches]
    return any(one.unstated not in {None, *KNOWN_BLANK} for one in branches)
