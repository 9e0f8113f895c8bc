"""Says in which order a party puts steps, which orders are opposed, and what waits for what."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from positions.sentences.dates import on
from positions.sentences.english import LONGEST, grouped, sentence
from positions.text.english import listed

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from positions.sentences.clauses import Speaker
    from positions.sentences.events import Happening

__all__ = ["Edge", "Joint", "edges", "loop", "order"]


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
        inferred: Whether the analyst concludes it, and the party has not said it.
    """

    speaker: Speaker
    first: Happening
    second: Happening
    joint: Joint = Joint.BEFORE
    first_whole: str = ""
    second_whole: str = ""
    under: str = ""
    inferred: bool = False

    def opening(self) -> str:
        """Return whose order it is, with the verb: `Russia puts`, `Russia's order is:`."""
        name, whose = self.speaker.name, self.speaker.whose
        under = f"under {self.under}, " if self.under else ""
        day = f"{on(self.speaker.day)} " if whose.older and self.speaker.day else ""
        if self.first.clause or self.second.clause:
            reported = "reported " if whose.reported else ""
            be = "was" if whose.older else "is"
            return f"{under}{day}{name.possessive} {reported}order {be}:"
        if whose.reported:
            be = name.verb("was", "were") if whose.older else name.verb("is", "are")
            return f"{under}{day}{name.text} {be} reported to put"
        return f"{under}{day}{name.text} {'put' if whose.older else name.verb('puts', 'put')}"

    def placed(self) -> str:
        """Return the two steps: `the withdrawal before the ceasefire`; marked where inferred."""
        return f"{self._joined()}{' (inferred)' if self.inferred else ''}"

    def _joined(self) -> str:
        if self.first.clause or self.second.clause:
            first, second = (
                f"{one.words} (a part of {whole})" if whole else one.words
                for one, whole in (
                    (self.first, self.first_whole),
                    (self.second, self.second_whole),
                )
            )
            joint = {Joint.BEFORE: "then", Joint.TOGETHER: "and at the same time"}
            return f"{first}, {joint.get(self.joint, 'and from then on')} {second}"
        if self.joint is Joint.NO_EARLIER:
            return f"{self.second.words} no earlier than {self.first.words}"
        first = _with_whole(self.first.words, self.first_whole)
        if self.joint is Joint.TOGETHER:
            return f"{first} and {self.second.words} at the same time"
        return f"{first} before {_with_whole(self.second.words, self.second_whole, last=True)}"


def _with_whole(words: str, whole: str, *, last: bool = False) -> str:
    return f"{words}, a part of {whole}{'' if last else ','}" if whole else words


def edges(found: Sequence[Edge]) -> tuple[str, ...]:
    """Return what parties say of steps in sentences, each told once."""
    said: dict[str, list[str]] = {}
    for edge in found:
        placed = said.setdefault(edge.opening(), [])
        placed += [words] if (words := edge.placed()) not in placed else []
    clauses = [clause for opening, placed in said.items() for clause in _clauses(opening, placed)]
    return tuple(map(sentence, grouped(clauses)))


def _clauses(opening: str, placed: Sequence[str]) -> list[str]:
    """Return what one party says of steps, in one clause where that is short."""
    together = f"{opening} {' and '.join(placed)}"
    if len(placed) > 1 and (opening.endswith(":") or len(together) > LONGEST):
        return [f"{opening} {one}" for one in placed]
    return [together]


def order(
    speaker: Speaker,
    steps: Sequence[Sequence[Happening]],
    under: str = "",
    periods: Collection[int] = (),
) -> str:
    """Return the order of one party, such as `Ukraine's order: the ceasefire, then the talks.`.

    Args:
        speaker: The party, and on whose word the order is told.
        steps: The steps one after another; those of an inner list at the same time.
        under: The option under which it holds.
        periods: The places of the inner lists whose steps are within one period, in any order.
    """
    groups = [
        _together(group, "in any order" if place in periods else "together")
        for place, group in enumerate(steps)
        if group
    ]
    whose = " (reported)" if speaker.whose.reported else ""
    older = f" of {speaker.day}" if speaker.whose.older and speaker.day else ""
    head = f"{speaker.name.possessive} order{older}{whose}{f' under {under}' if under else ''}"
    return sentence(f"{head}: {', then '.join(groups)}")


def _together(group: Sequence[Happening], how: str) -> str:
    words = listed([one.words for one in group])
    return f"{words} {how}" if len(group) > 1 else words


def loop(found: Sequence[Edge]) -> tuple[str, ...]:
    """Return steps that wait for each other, each with whose order puts it before the next.

    Where that would be a long sentence, each order is one.

    Args:
        found: The orders; each begins with the step with which the one before it ends.
    """
    waits = [
        f"{_with_whole(edge.first.words, edge.first_whole, last=True)} "
        f"({_whose(edge)}: {_before(edge)} {edge.second.words})"
        for edge in found
    ]
    told = sentence(f"these wait for each other: {listed(waits)}")
    return (told,) if len(told) <= LONGEST else edges(found)


def _whose(edge: Edge) -> str:
    """Return whose order it is, and on whose word, as it stands in brackets."""
    name, (reported, older, _) = edge.speaker.name.text, edge.speaker.whose
    marks = [
        "as reported" if reported else "",
        "as inferred" if edge.inferred else "",
        on(edge.speaker.day) if older and edge.speaker.day else "",
        f"under {edge.under}" if edge.under else "",
    ]
    return " ".join(filter(None, (name, *marks)))


def _before(edge: Edge) -> str:
    return {Joint.BEFORE: "before", Joint.TOGETHER: "together with"}.get(
        edge.joint, "no later than"
    )
