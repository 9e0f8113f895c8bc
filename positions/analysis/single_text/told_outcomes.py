"""Finds what was agreed by somebody's account, on a line on which no document of record speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.comparison.disputes import versions_of_agreed

if TYPE_CHECKING:
    from positions.comparison.disputes import Version
    from positions.comparison.rows import Line
    from positions.model.dossier import Dossier

__all__ = ["told_versions", "who_tells"]


def told_versions(dossier: Dossier, line: Line) -> tuple[Version, ...]:
    """Return what the newest outcome on a line is by each different account; none without one."""
    return versions_of_agreed(dossier, line.outcomes[0]) if line.outcomes else ()


def who_tells(dossier: Dossier, line: Line, version: Version) -> tuple[str, ...]:
    """Return who gives an account, by id: columns, or else others; none where only sources do."""
    shown = tuple(party for party in line.standings if party in version.parties)
    return shown or tuple(party for party in version.parties if party in dossier.parties)
