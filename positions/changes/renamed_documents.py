"""Finds documents that have another id in the later of two states, and are the same document."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from positions.model.dossier import Dossier, Memorandum, Position

__all__ = ["renamed_documents", "with_later_ids"]


def renamed_documents(before: Dossier, after: Dossier) -> dict[str, str]:
    """Return the documents that were renamed: each former id with the present one.

    A document is the same where it is the only one that went, and the only one that came, of its
    party, form and day.
    """
    gone = [one for name, one in before.memoranda.items() if name not in after.memoranda]
    came = [one for name, one in after.memoranda.items() if name not in before.memoranda]
    if not (gone and came):
        return {}
    once = [
        {key for key, count in Counter(map(_likeness, side)).items() if count == 1}
        for side in (gone, came)
    ]
    now = {_likeness(one): one.id for one in came if _likeness(one) in once[1]}
    return {
        one.id: now[_likeness(one)]
        for one in gone
        if _likeness(one) in once[0] and _likeness(one) in now
    }


def _likeness(document: Memorandum) -> tuple[str, str, str]:
    return document.party, str(document.form), str(document.date)


def with_later_ids(before: Dossier, ids: Mapping[str, str]) -> Dossier:
    """Return a state with its documents named as they are named later, wherever they are named.

    Args:
        before: The earlier state.
        ids: Former ids, each with the present one.
    """

    def renamed(document: Memorandum) -> Memorandum:
        positions = {issue: _position(one, ids) for issue, one in document.positions.items()}
        return document.model_copy(
            update={
                "id": ids.get(document.id, document.id),
                "based_on": ids.get(document.based_on or "", document.based_on),
                "reactions": {ids.get(to, to): how for to, how in document.reactions.items()},
                "positions": positions,
            }
        )

    memoranda = {ids.get(name, name): renamed(one) for name, one in before.memoranda.items()}
    later = frozenset(ids.get(name, name) for name in before.later)
    return replace(before, memoranda=memoranda, later=later)


def _position(position: Position, ids: Mapping[str, str]) -> Position:
    """Return a position that takes its words from a document by its present id."""
    same = position.same_as and ids.get(position.same_as, position.same_as)
    parts = {part: _position(one, ids) for part, one in position.parts.items()}
    if same == position.same_as and parts == position.parts:
        return position
    return position.model_copy(update={"same_as": same, "parts": parts})
