"""Which other accounts of a position had been given by a moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from positions.model.dossier import Position
    from positions.model.moment import Moment

__all__ = ["heard_by"]


def heard_by(position: Position, moment: Moment) -> Position:
    """Return a position without the accounts of it that were given after a moment.

    An account without a date is as old as the document at which it stands.
    """
    heard = {
        label: account
        for label, account in position.accounts.items()
        if account.date is None or not moment.before(account.date)
    }
    branches = {label: heard_by(branch, moment) for label, branch in position.alternatives.items()}
    update: dict[str, object] = {}
    if len(heard) < len(position.accounts):
        update["accounts"] = heard
    if any(branch is not position.alternatives[label] for label, branch in branches.items()):
        update["alternatives"] = branches
    return position.model_copy(update=update) if update else position
