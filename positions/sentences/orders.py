"""Says in which order a party puts steps, which orders are opposed, and what waits for what."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from positions.sentences.english import listed, sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from positions.sentences.clauses import Speaker
    from positions.sentences.events import Happening

__all__ = ["NO_CONFLICT", "Edge", "Joint", "edges", "loop", "order"]

NO_CONFLICT = "No two parties order two steps oppositely."


class Joint(Enum):
    """How two steps stand to each other."""

    BEFORE = "before"
    TOGETHER = "together"
    NO_EARLIER = "no earlier than"


@dataclass(frozen=True, slots=True)
class Edge:
    """What a party says of two steps.

    Attributes:
        speaker: The party, and on whose word it says so.
        first: The step that comes first.
        second: The step that comes after it.
        joint: Whether the first comes before the second, with it, or not after it.
        first_whole: The whole of which the first is a part, where another party speaks of that.
        second_whole: The same of the second.
        under: The option under which it says so; empty where it has none.
    """

    speaker: Speaker
    first: Happening
    second: Happening
    joint: Joint = Joint.BEFORE
    first_whole: str = ""
    second_whole: str = ""
    under: str = ""

    def said(self) -> str:
        """Return the edge as a clause: `Russia puts the withdrawal before the ceasefire`."""
        name, whose = self.speaker.name, self.speaker.whose
        under = f"under {self.under}, " if self.under else ""
        first = _with_whole(self.first.words, self.first_whole)
        second = _with_whole(self.second.words, self.second_whole, last=True)
        if self.first.clause or self.second.clause:
            reported = "reported " if whose.reported else ""
            return (
                f"{under}{name.possessive} {reported}order is: {self.first.words}, {self._then()}"
            )
        day = f"on {self.speaker.day} " if whose.older and self.speaker.day else ""
        if whose.reported:
            be = name.verb("was", "were") if whose.older else name.verb("is", "are")
            verb = f"{be} reported to put"
        else:
            verb = "put" if whose.older else name.verb("puts", "put")
        return f"{under}{day}{name.text} {verb} {self._placed(first, second)}"

    def _placed(self, first: str, second: str) -> str:
        if self.joint is Joint.BEFORE:
            return f"{first} before {second}"
        if self.joint is Joint.TOGETHER:
            return f"{first} and {second} at the same time"
        return f"{self.second.words} no earlier than {self.first.words}"

    def _then(self) -> str:
        if self.joint is Joint.TOGETHER:
            return f"and at the same time {self.second.words}"
        return f"{'then' if self.joint is Joint.BEFORE else 'and from then on'} {self.second.words}"


def _with_whole(words: str, whole: str, *, last: bool = False) -> str:
    return f"{words}, a part of {whole}{'' if last else ','}" if whole else words


def edges(found: Sequence[Edge]) -> str:
    """Return what parties say of steps as a sentence, each told once."""
    return sentence("; ".join(dict.fromkeys(edge.said() for edge in found)))


def order(speaker: Speaker, steps: Sequence[Sequence[Happening]], under: str = "") -> str:
    """Return the order of one party, such as `Ukraine's order: the ceasefire, then the talks.`.

    Args:
        speaker: The party, and on whose word the order is told.
        steps: The steps one after another; those of an inner list at the same time.
        under: The option under which it holds.
    """
    groups = [_together(group) for group in steps if group]
    whose = " (reported)" if speaker.whose.reported else ""
    older = f" of {speaker.day}" if speaker.whose.older and speaker.day else ""
    head = f"{speaker.name.possessive} order{older}{whose}{f' under {under}' if under else ''}"
    return sentence(f"{head}: {', then '.join(groups)}")


def _together(group: Sequence[Happening]) -> str:
    words = listed([one.words for one in group])
    return f"{words} together" if len(group) > 1 else words


def loop(found: Sequence[Edge]) -> str:
    """Return steps that wait for each other, each with whose order puts it before the next.

    Args:
        found: The orders; each begins with the step with which the one before it ends.
    """
    waits = [
        f"{edge.first.words} ({edge.speaker.name.text}: {_before(edge)} {edge.second.words})"
        for edge in found
    ]
    return sentence(f"these wait for each other: {listed(waits)}")


def _before(edge: Edge) -> str:
    return {Joint.BEFORE: "before", Joint.TOGETHER: "together with"}.get(
        edge.joint, "no later than"
    )
