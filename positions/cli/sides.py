"""The states of a dossier in git that a command is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.cli.arguments import WrongUse
from positions.cli.diff_actions import NamedDossiers, collector_paused
from positions.git.history import GitFault, History, State, history_of
from positions.reading.discovery import NoDossier, find_dossier

if TYPE_CHECKING:
    from collections.abc import Sequence

    from positions.git.history import Snapshot

__all__ = ["history_meant", "sides_of_revisions"]


@collector_paused()
def sides_of_revisions(
    revisions: Sequence[str], path: str | None, *, staged: bool
) -> NamedDossiers:
    """Return the two states that `git diff` would compare; HEAD and the working tree if none.

    Raises:
        WrongUse: There is no git, no repository, no such revision, no dossier.
    """
    wanted = revisions or (() if staged else ("HEAD",))
    try:
        before, after = history_meant(path).pair(wanted, staged=staged)
    except GitFault as fault:
        raise WrongUse(str(fault)) from fault
    return NamedDossiers(before.loaded, after.loaded, (_named(before), _named(after)))


def history_meant(path: str | None) -> History:
    """Return the history of the dossier that is meant, which may be in old revisions only.

    Raises:
        WrongUse: There is no dossier, no git or no repository.
    """
    try:
        found = find_dossier(path)
    except NoDossier as fault:
        if path is None:
            raise WrongUse(str(fault)) from fault
        found = path
    try:
        return history_of(found)
    except GitFault as fault:
        raise WrongUse(str(fault)) from fault


def _named(side: Snapshot) -> str:
    revision = side.revision
    if revision is None:
        return f"the {side.label}" if side.label in list(State) else side.label
    return f"{revision.short} ({revision.date:%Y-%m-%d}, {revision.author}: {revision.subject})"
