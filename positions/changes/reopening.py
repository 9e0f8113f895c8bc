"""Says that a party's new words reopen what all had agreed on, and how far they are from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from positions.sentences.english import ended
from positions.sentences.voices import position_words

if TYPE_CHECKING:
    from positions.changes.movement import Move
    from positions.comparison.rows import Line, Row
    from positions.model.dossier import Position
    from positions.sentences.glossary import Glossary

__all__ = ["reopening"]


def reopening(words: Glossary, move: Move, old: Row | None, new: Row | None) -> str:
    """Return the sentence that a move reopens an agreement; empty where it does not.

    Args:
        words: What sentences call everything afterwards.
        move: What became of a party's words.
        old: The row of the issue before.
        new: The row afterwards.
    """
    if not move.kind.is_move:
        return ""
    was, now = _line(old, move.part), _line(new, move.part)
    if was is None or now is None or not now.settlement.open_again:
        return ""
    settled = {one.outcome.id for one in was.settlement.settling}
    for agreement in now.settlement.reopened:
        outcome, position = agreement.outcome, agreement.position
        bridge = now.agreed.get((outcome.id, move.party))
        if outcome.id not in settled or bridge is None or bridge.same:
            continue
        agreed = position_words(words, outcome.issue, move.part, cast("Position", position)).bare
        told = f"This reopens what all agreed on {outcome.date.in_prose} ({agreed})"
        near = "now at its nearest" if bridge.options else "now"
        far = f", from which it is {near} {bridge.distance.prose} away" if bridge.distance else ""
        return ended(told + far)
    return ""


def _line(row: Row | None, part: str) -> Line | None:
    return next((one for one in row.leaves if one.part == part), None) if row else None
