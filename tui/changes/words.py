"""Words what the screen of changes says of a row: its status before, and now.

It says `now` where the reports draw an arrow, which a plain terminal may not have. Who moved, and
toward whom, has the signs of the timeline.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from positions.changes.move_kinds import MoveKind
from positions.changes.nearness import Direction
from positions.reports.page.runs import Mark, Run
from positions.sentences.english import among
from positions.text.safe import visible
from tui.paint.glyphs import LETTERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from positions.changes.model import DossierDifference, IssueDifference, PositionChange
    from positions.comparison.rows import Convergence, Status
    from positions.reports.page.pictures import Signs

__all__ = ["convergence_words", "has_direction", "moves", "sign_of", "status_words"]

_WAYS: Final = (
    (Direction.TOWARD, "toward", "nearer to each other", Mark.NEAR),
    (Direction.AWAY, "away from", "further apart", Mark.DIVIDED),
)


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


def moves(found: DossierDifference, change: PositionChange, signs: Signs) -> Iterator[Run]:
    """Yield where a party went, a line each: `→ North toward South`; nothing where nobody moved.

    Args:
        found: The difference, for names.
        change: What became of a position.
        signs: Those of the timeline.
    """
    if not change.what.is_move:
        return
    name, arrows = found.name(change.party), (signs.no_high, signs.no_low)
    for (way, alone, together, mark), arrow in zip(_WAYS, arrows, strict=True):
        went = [one for one in change.toward if one.direction is way and one.told]
        for both in (False, True):
            others = [one for one in went if one.together is both]
            if not others:
                continue
            names = among([found.name(one.party) for one in others], "parties")
            said = f"{name} and {names} {together}" if both else f"{name} {alone} {names}"
            source = " (by a report)" if any(one.reported for one in others) else ""
            yield Run(visible(f"{arrow} {said}{source}"), mark)


def has_direction(change: PositionChange) -> bool:
    """Return whether a party moved, alone or with another, toward it or away from it."""
    ways = {way for way, *_ in _WAYS}
    return change.what.is_move and any(one.direction in ways for one in change.toward)


def sign_of(change: PositionChange, signs: Signs) -> str:
    """Return the sign before what became of a position, with a space; empty where it has none."""
    if change.what is MoveKind.FIRST_STATED:
        return f"{signs.end_in} "
    return "~ " if change.what.is_move else ""


def _status(status: Status) -> str:
    return f"{LETTERS[status]} {status}"
