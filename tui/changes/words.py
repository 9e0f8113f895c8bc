"""Words what the screen of changes says of a row: its status before, and now.

It says `now` where the reports draw an arrow, which a plain terminal may not have.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.paint.glyphs import LETTERS

if TYPE_CHECKING:
    from positions.changes.model import IssueDifference
    from positions.comparison.rows import Convergence, Status

__all__ = ["convergence_words", "status_words"]


def convergence_words(before: Convergence, after: Convergence) -> str:
    """Return `Agreed or settled: 2 of 18, at most 4; now 3 of 18`."""
    if str(before) == str(after):
        return f"Agreed or settled: {after}, as before"
    return f"Agreed or settled: {before}; now {after}"


def status_words(issue: IssueDifference) -> str:
    """Return the status of a row before and after: `U undisclosed, now D divided`."""
    before, after = issue.status
    former = issue.recast or (f"formerly {issue.former}" if issue.former else "")
    former = f"{former}; " if former else ""
    if before is None and after is not None:
        return f"a new issue: {_status(after)}"
    if after is None and before is not None:
        return f"no longer an issue; it was {_status(before)}"
    if before is None or after is None:
        return former
    if before is after:
        return f"{former}{_status(after)}, as before"
    return f"{former}{_status(before)}, now {_status(after)}"


def _status(status: Status) -> str:
    return f"{LETTERS[status]} {status}"
