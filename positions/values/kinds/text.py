"""Text: wording that is compared as wording, for provisions that no figure or option can carry.

A text that says no more than `to be agreed` or `unspecified` is no wording: it is unknown against
every other, also against the same two words of another party, for neither has said anything yet.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from positions.text.signs import plain_words
from positions.values.kind import (
    Difference,
    Distance,
    GapType,
    Kind,
    Relation,
    Stance,
    Unreadable,
    Value,
)
from positions.values.open_words import NO_WORDING, Unsaid, unsaid_in
from positions.values.parsing import folded, quoted, shape_of, without_stop
from positions.values.refusals import of_any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from positions.values.kind import Frame

__all__ = ["TEXT", "Text", "Wording"]


@dataclass(frozen=True, slots=True)
class Wording(Value):
    """A text.

    Attributes:
        words: The text with plain signs, single spaces, and no stop at its end; two texts are the
            same where this is.
        text: The text as written, without the space around it.
        unsaid: What is said in the place of a wording.
    """

    words: str
    text: str = field(compare=False)
    unsaid: Unsaid | None = None

    @property
    def measurable(self) -> bool:
        """Whether there is a wording."""
        return self.unsaid is None

    @property
    def worded(self) -> bool:
        """Whether there is a wording."""
        return self.unsaid is None

    @property
    def stance(self) -> Stance:
        """What is said in the place of a wording, or that there is one."""
        return Stance(self.unsaid.value) if self.unsaid else Stance.NAMED


class Text(Kind[Wording]):
    """The kind `text`."""

    name = "text"

    def forms(self, frame: Frame) -> tuple[str, ...]:
        """Return examples; see `Kind`."""
        return ("any wording", "unspecified", "to be agreed")

    def parse(self, data: object, frame: Frame) -> Wording:
        """Return the wording; see `Kind`."""
        if isinstance(data, bool) or not isinstance(data, str | int | float):
            raise Unreadable(
                f"A text is one scalar, and this is {shape_of(data)}.",
                "Put the wording between quotation marks, or below `value: |`.",
            )
        if isinstance(data, int) and data.bit_length() > 4096:
            raise Unreadable(
                "This is a number of more digits than can be shown.", "Put it in quotation marks."
            )
        if isinstance(data, float) and not math.isfinite(data):
            raise Unreadable(
                "This is not a number that can be shown.", "Put it in quotation marks."
            )
        text = str(data).strip()
        words = without_stop(plain_words(text))
        if not words:
            raise Unreadable(
                "The text has no visible character.", "Write the wording, or leave the value empty."
            )
        reason = of_any(folded(words)) if folded(words) in NO_WORDING else None
        if reason:
            raise Unreadable(f"{quoted(words)} {reason[0]}", reason[1])
        unsaid = unsaid_in(words)
        return Wording(unsaid, unsaid, unsaid) if unsaid else Wording(words, text)

    def plain(self, value: Wording, frame: Frame) -> str:
        """Return the words, however they are spelt; see `Kind`. YAML may have to quote them."""
        return value.words

    def show(self, value: Wording, frame: Frame) -> str:
        """Return the text as written; see `Kind`."""
        return value.text

    def in_prose(self, value: Wording, frame: Frame, *, bare: bool = False) -> str:
        """Return the words in quotation marks, without the stop at their end; see `Kind`."""
        return value.text if value.unsaid else f"“{value.words}”"

    def relate(self, a: Wording, b: Wording, frame: Frame) -> Relation:
        """Return same or unknown: whether other words mean something else, people must judge."""
        return Relation.SAME if a == b and a.measurable else Relation.UNKNOWN

    def meet(self, values: Sequence[Wording], frame: Frame) -> bool | None:
        """Return whether all are one text; see `Kind`."""
        said = [value.measurable for value in values]
        return True if len(set(values)) < 2 and (all(said) or len(said) == 1) else None

    def distance(self, a: Wording, b: Wording, frame: Frame) -> Distance | None:
        """Return None: wording has no measure."""
        return None

    def differences(
        self, a: Wording, b: Wording, distance: Distance | None
    ) -> tuple[Difference, ...]:
        """Return that the wordings differ; see `Kind`. The words themselves are shown marked."""
        return (Difference(GapType.WORDING),)

    def threshold(self, data: object, frame: Frame) -> Distance:
        """Refuse any: wording has no measure; see `Kind`."""
        raise Unreadable(
            "Wording has no measure, so that nothing can be near by distance.", "Remove `near:`."
        )


TEXT = Text()
"""The kind `text`."""
