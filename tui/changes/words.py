"""What the screen of changes says of one: who moved toward whom, and how a row stood and stands.

It says `now` where the reports draw an arrow, which a plain terminal may not have.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.changes.model import Unmoved
from positions.changes.movement import Direction, MoveKind
from positions.comparison.sentences import listed
from positions.reports.changes.words import what_words
from tui.paint.glyphs import LETTERS

if TYPE_CHECKING:
    from positions.changes.model import DossierDifference, IssueDifference, PositionChange, Toward
    from positions.comparison.rows import Convergence, Status

__all__ = ["convergence_words", "in_brief", "movement", "part_words", "status_words"]


def convergence_words(before: Convergence, after: Convergence) -> str:
    """Return `Convergence: 2 of 18, at most 4; now 3 of 18`."""
    if before == after:
        return f"Convergence: {after}, as before"
    return f"Convergence: {before}; now {after}"


def status_words(issue: IssueDifference) -> str:
    """Return the status of a row before and after: `U undisclosed, now D divided`."""
    before, after = issue.status
    former = f"formerly {issue.former}; " if issue.former else ""
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


def in_brief(found: DossierDifference, issue: IssueDifference, stance: PositionChange) -> str:
    """Return a change for a list: `Russia on Kherson: shifted, toward Ukraine`."""
    words = [what_words(stance)]
    for direction, name in _BRIEFLY.items():
        others = [found.name(one.party) for one in stance.toward if one.direction is direction]
        if others:
            words.append(name.format(listed(others)))
    return f"{found.name(stance.party)}{part_words(issue, stance)}: {', '.join(words)}"


_BRIEFLY = {
    Direction.TOWARD: "toward {}",
    Direction.AWAY: "away from {}",
    Direction.SIDEWAYS: "sideways from {}",
    Direction.CANNOT_TELL: "direction unknown from {}",
}


def part_words(issue: IssueDifference, stance: PositionChange) -> str:
    """Return ` on Kherson and Luhansk`; nothing where it is on all parts, or on none."""
    parts = issue.issue.parts
    named = [parts[part].title for part in stance.parts if part in parts]
    return f" on {listed(named)}" if named and len(named) < len(parts) else ""


def movement(found: DossierDifference, stance: PositionChange) -> str:
    """Return who moved toward whom in sentences, or why nobody did.

    `Russia moved toward Ukraine: 27 days apart, now 17. No other party moved.`
    """
    name = found.name(stance.party)
    if isinstance(stance.what, Unmoved):
        return stance.what.meaning
    if not stance.toward:
        return _KINDS.get(
            stance.what, "No other party spoke, so that there is no direction."
        ).format(name)
    said = [_SENTENCES[one.direction].format(name, _facing(found, one)) for one in stance.toward]
    others = listed([found.name(party) for party in stance.also_moved])
    said.append(f"{others} moved too." if others else "No other party moved.")
    return " ".join(said)


_KINDS = {
    MoveKind.DISCLOSED: "{} had withheld its position, so that it did not move.",
    MoveKind.FIRST_STATED: "{} had said nothing before, so that it did not move.",
    MoveKind.STATED_AGAIN: "{} spoke before a text that left it out, so that no move is measured.",
    MoveKind.WITHDRAWN: "{} says nothing any more, so that there is no direction.",
}
_SENTENCES = {
    Direction.TOWARD: "{} moved toward {}.",
    Direction.AWAY: "{} moved away from {}.",
    Direction.SIDEWAYS: "{} moved neither toward nor away from {}.",
    Direction.CANNOT_TELL: "Whether {} moved toward {} cannot be told.",
}


def _facing(found: DossierDifference, one: Toward) -> str:
    """Return the other party with the distance to it: `Ukraine: 27 days apart, now 17`."""
    name = found.name(one.party)
    if one.before is None or one.after is None or one.direction is Direction.CANNOT_TELL:
        return name
    before, after = one.before.text, one.after.text
    figure, _, unit = after.partition(" ")
    is_same_unit = figure[:1].isdigit() and before.partition(" ")[2] == unit
    return f"{name}: {before} apart, now {figure if is_same_unit else after}"
