"""Tells whether two positions say the same, though an issue may be declared otherwise between."""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.changes.leaves import words_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from positions.model.dossier import Dossier, Position
    from positions.record.standing import Standing

__all__ = ["same_words"]


def same_words(
    states: tuple[Dossier, Dossier], was: Standing, now: Standing, ids: Mapping[str, str]
) -> bool:
    """Return whether two standings say the same, in value, terms and options; both speak.

    Args:
        states: The dossier in which each of them is declared.
        was: How a party stood.
        now: How it stands.
        ids: Issues that have another id now, each with the present one.
    """
    # An option of which nothing is said is no word of the party's.
    one, other = _stated(was.position), _stated(now.position)
    if one.substance() == other.substance():
        return True
    before, after = states
    measures = before.measure(was.issue, was.part), after.measure(now.issue, now.part)
    if measures[0] == measures[1] and _other_figures(one, other):
        return False
    # Of the same words a value can be another under another declaration of its issue.
    old = words_of(before, (was.issue, was.part), one, ids)
    return old == words_of(after, (now.issue, now.part), other, {})


def _stated(position: Position) -> Position:
    """Return a position with those of its options under which something is said."""
    branches = position.alternatives
    kept = {label: one for label, one in branches.items() if one.unstated is None}
    if len(kept) == len(branches):
        return position
    return position.model_copy(update={"alternatives": kept})


def _other_figures(one: Position, other: Position) -> bool:
    """Return whether both give a value that is no wording, and not the same one."""
    return (
        one.value is not None
        and other.value is not None
        and not (one.value.worded or other.value.worded)
        and one.value != other.value
    )
