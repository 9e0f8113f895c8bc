"""The status of a line and of a whole, by its order of precedence: the first that applies.

No status claims more than the record: one camp beside a blank is no agreement, whoever is blank.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.comparison.camps import stated
from positions.comparison.rows import Line, Status
from positions.model.dossier import Blank
from positions.record.groups import voices_in
from positions.values import Relation

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from positions.comparison.camps import Match
    from positions.record.settle import Standing
    from positions.values import Distance

__all__ = [
    "HIDDEN",
    "KNOWN_BLANK",
    "UNRECORDED",
    "blank_status",
    "is_recorded",
    "is_spoken_on",
    "status_of_line",
    "status_of_parts",
    "status_of_whole",
]

HIDDEN = frozenset({Blank.UNDISCLOSED, Blank.DECLINED})
"""Blanks of which it is known that something is kept back."""
UNRECORDED = frozenset({Blank.UNCODED, Blank.UNREADABLE})
"""Blanks of which nothing is known."""
KNOWN_BLANK = frozenset({Blank.SILENT, Blank.INDIFFERENT})
"""Blanks that are a fact about the party: it asks for nothing here."""
_OF_PARTS = (
    Status.DIVIDED,
    Status.UNCLEAR,
    Status.UNDISCLOSED,
    Status.ONE_SIDED,
    Status.COMPATIBLE,
    Status.NEAR,
    Status.AGREED,
)
"""What a whole is, the first that any of its parts is."""
_UNSPOKEN = (Status.UNDISCLOSED, Status.UNCLEAR, Status.OPEN)


def status_of_line(
    match: Match,
    relations: Mapping[tuple[str, str], Relation],
    standings: Sequence[Standing],
    near: Distance | None,
) -> Status:
    """Return the status of a line where nothing is settled.

    Args:
        match: The parties who speak, matched with each other.
        relations: The relation of every two camps.
        standings: The standings of all parties whose agreement is sought.
        near: The distance up to which positions that exclude each other count as near.
    """
    if len(match.camps) < 2:
        return _of_one_camp(match, standings)
    meets = match.meets()
    if meets is False:
        return Status.NEAR if near and match.near_by(near) else Status.DIVIDED
    conflicting = any(standing.conflicts for standing in match.speaking.values())
    if meets is None or Relation.UNKNOWN in relations.values() or conflicting:
        return Status.UNCLEAR
    if match.blank_branches and match.alike_as_stated():
        return _of_one_camp(match, standings)
    return Status.NEAR if match.shares() else Status.COMPATIBLE


def _of_one_camp(match: Match, standings: Sequence[Standing]) -> Status:
    """Return the status where all who speak say the same, or only one does, or nobody."""
    found = blank_status(standings)
    if found is not Status.ONE_SIDED or match.blank_branches:
        return found
    missing = any(not one.speaks and one.blank is not Blank.INDIFFERENT for one in standings)
    alone = voices_in(match.speaking.values()) < 2
    return Status.ONE_SIDED if missing or alone else Status.AGREED


def blank_status(standings: Sequence[Standing]) -> Status:
    """Return the status of a line by what is blank on it: that where no more than one camp speaks.

    It is one-sided where somebody speaks without contradiction, and no blank hides anything, also
    of what is said of one option.
    """
    blanks = [one.blank or Blank.UNCODED for one in standings if not one.speaks]
    speaking = [one for one in standings if one.speaks]
    if any(one.conflicts for one in speaking):
        return Status.UNCLEAR
    branches = [branch for one in speaking for _, branch in one.branches if not stated(branch)]
    hidden = _of_blanks(blanks) or _of_blanks(one.blank or Blank.UNCODED for one in branches)
    return hidden or (Status.ONE_SIDED if speaking else Status.OPEN)


def _of_blanks(blanks: Iterable[Blank]) -> Status | None:
    found = frozenset(blanks)
    if found & HIDDEN:
        return Status.UNDISCLOSED
    return Status.UNCLEAR if found & UNRECORDED else None


def is_spoken_on(line: Line) -> bool:
    """Return whether a party speaks on a line."""
    return bool(line.camps)


def is_recorded(line: Line, parties: Iterable[str]) -> bool:
    """Return whether anything is recorded on a line: a position, an outcome, why one is blank."""
    standings = [line.standings[party] for party in parties]
    return bool(line.camps or line.outcomes) or any(
        one.entry is not None and one.blank not in KNOWN_BLANK for one in standings
    )


def status_of_whole(lines: Sequence[Line], parties: Sequence[str]) -> Status:
    """Return the status of an issue from those of its parts.

    It is settled if every part is on which anything is recorded. Otherwise parts that are settled,
    and those on which nobody speaks, are left aside.
    """
    open_lines = [line for line in lines if line.status is not Status.SETTLED]
    recorded = [line for line in open_lines if is_recorded(line, parties)]
    if len(open_lines) < len(lines) and not recorded:
        return Status.SETTLED
    spoken = [line.status for line in open_lines if is_spoken_on(line)]
    unspoken = [line for line in open_lines if not is_spoken_on(line)]
    silent = all(
        line.standings[party].known_blank in KNOWN_BLANK for line in unspoken for party in parties
    )
    return status_of_parts(spoken, [line.status for line in unspoken], silent=silent)


def status_of_parts(
    spoken: Iterable[Status], unspoken: Iterable[Status], *, silent: bool
) -> Status:
    """Return the status of a whole.

    Args:
        spoken: The statuses of the parts on which somebody speaks, but for settled ones.
        unspoken: Those of the parts on which nobody does.
        silent: Whether it is known that all are silent on those.
    """
    found = frozenset(spoken)
    if not found:
        left = frozenset(unspoken)
        return next((status for status in _UNSPOKEN if status in left), Status.OPEN)
    status = next(status for status in _OF_PARTS if status in found)
    return status if status is not Status.AGREED or silent else Status.ONE_SIDED
