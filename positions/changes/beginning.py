"""Makes the state before the first: a dossier in which nothing is recorded yet."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from positions.model.moment import Moment

if TYPE_CHECKING:
    from positions.model.dossier import Dossier

__all__ = ["BEFORE_ALL", "nothing_of"]


BEFORE_ALL: Final = Moment(dt.date.min)
"""A moment at which nothing is known yet."""


def nothing_of(dossier: Dossier) -> Dossier:
    """Return a dossier with nothing in it, of no day: what there is before the first."""
    return replace(
        dossier,
        sources={},
        events={},
        issues={},
        memoranda={},
        frames={},
        unreadable=frozenset(),
        outcomes={},
        unreadable_outcomes=frozenset(),
        moment=BEFORE_ALL,
        later=frozenset(),
    )
