"""Makes pictures of the pairs of steps that two parties order oppositely."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Final

from positions.reports.pictures.crossing import Crossing, Lane, LaneStep
from positions.sequence.stated_orders import issue_of

if TYPE_CHECKING:
    from positions.model.dossier import Dossier
    from positions.sequence.conflicts import Conflict, Sequencing
    from positions.sequence.stated_orders import Step, StepOrder

__all__ = ["MOST_CROSSINGS", "crossing_of", "crossings"]

MOST_CROSSINGS: Final = 5
"""How many are drawn above the orders; the sentences below tell all of them."""


def crossings(dossier: Dossier, sequencing: Sequencing) -> tuple[Crossing, ...]:
    """Return the pictures of the first conflicts, each under its number."""
    first = islice(sequencing.conflicts, MOST_CROSSINGS)
    return tuple(
        crossing_of(dossier, conflict, f"Pair {number}") for number, conflict in enumerate(first, 1)
    )


def crossing_of(dossier: Dossier, conflict: Conflict, heading: str) -> Crossing:
    """Return the picture of one conflict, its branch beside the heading."""
    if conflict.under:
        heading = ", ".join(filter(None, (heading, f"under {conflict.under.title}")))
    left, right = conflict.first_orders, conflict.second_orders
    one, other = (
        _together(lane) if party == conflict.together else lane
        for party, lane in (
            (conflict.first, _lane(dossier, left, right)),
            (conflict.second, _lane(dossier, right, left)),
        )
    )
    return Crossing(one, other, heading, is_straight=bool(conflict.together))


def _together(lane: Lane) -> Lane:
    """Return a lane of two steps at the same time, in the order of the other lane."""
    notes = "; ".join(filter(None, (lane.second.note, "at the same time as")))
    return Lane(lane.name, replace(lane.second, note=notes), lane.first)


def _lane(dossier: Dossier, own: tuple[StepOrder, ...], other: tuple[StepOrder, ...]) -> Lane:
    """Return a party's two steps, as its own documents name them."""
    by_way = " and ".join(one.after.title for one in own[:-1])
    name = dossier.parties[own[0].party].name
    if any(one.stated.reported for one in own):
        name += ", as reported"
    if any(one.stated.inferred for one in own):
        name += ", as inferred"
    return Lane(
        name,
        _step(dossier, own[0].before, own[0].stated_before, other[-1].stated_after),
        _step(
            dossier,
            own[-1].after,
            own[-1].stated_after,
            other[0].stated_before,
            f"by way of: {by_way}" if by_way else "",
        ),
    )


def _step(dossier: Dossier, step: Step, stated: Step, elsewhere: Step, note: str = "") -> LaneStep:
    """Return a step; where the other party names a whole of which it is a part, it says so."""
    part = f"a part of: {elsewhere.title}" if step == stated and elsewhere != step else ""
    notes = "; ".join(filter(None, (part, note)))
    return LaneStep(stated.title, notes, issue_of(dossier, stated))
