"""Text: wording that is compared as wording, for provisions that no figure or option can carry."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from positions.values import phrases
from positions.values.base import Difference, Distance, GapType, Relation, Side, Unreadable, Value
from positions.values.reading import shape_of
from positions.words import plain_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from positions.values.base import Frame

__all__ = ["TEXT", "Text", "Wording"]


@dataclass(frozen=True, slots=True)
class Wording(Value):
    """A text.

    Attributes:
        words: The text with single spaces, composed, and without invisible characters; two texts
            are the same where this is.
        text: The text as written, without the space around it.
    """

    words: str
    text: str = field(compare=False)


class Text:
    """The kind `text`."""

    name = "text"
    needs: frozenset[str] = frozenset()
    takes: frozenset[str] = frozenset()
    keys: frozenset[str] = frozenset()

    def forms(self, frame: Frame) -> tuple[str, ...]:
        """Return examples; see `Kind`."""
        return ("any wording",)

    def parse(self, data: object, frame: Frame) -> Wording:
        """Return the wording; see `Kind`. `to be agreed` is a wording like any other."""
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
        words = plain_words(text)
        if not words:
            raise Unreadable(
                "The text has no visible character.", "Write the wording, or leave the value empty."
            )
        return Wording(words, text)

    def plain(self, value: Wording, frame: Frame) -> str:
        """Return the text as written; see `Kind`. YAML may have to quote it."""
        return value.text

    def show(self, value: Wording, frame: Frame) -> str:
        """Return the text as written; see `Kind`."""
        return value.text

    def wish(self, value: Wording, frame: Frame) -> str:
        """Return what a party does that holds the value; see `Kind`."""
        return phrases.asks_for(self.show(value, frame))

    def relate(self, a: Wording, b: Wording, frame: Frame) -> Relation:
        """Return same or unknown: whether other words mean something else, people must judge."""
        return Relation.SAME if a.words == b.words else Relation.UNKNOWN

    def meet(self, values: Sequence[Wording], frame: Frame) -> bool | None:
        """Return whether all are one text; see `Kind`."""
        return True if len({value.words for value in values}) < 2 else None

    def distance(self, a: Wording, b: Wording, frame: Frame) -> Distance | None:
        """Return None: wording has no measure."""
        return None

    def differences(self, a: Wording, b: Wording, frame: Frame) -> tuple[Difference, ...]:
        """Return that the wordings differ; see `Kind`. The words themselves are shown marked."""
        if a.words == b.words:
            return ()
        phrase = (Side.FIRST, " and ", Side.SECOND, " word it differently")
        return (Difference(GapType.WORDING, phrase),)

    def headline(self, value: Wording, frame: Frame) -> None:
        """Return None: a wording has no figure."""
        return

    def open_side(self, value: Wording, frame: Frame) -> str:
        """Return an empty text: there is no way in which it could have no end."""
        return ""


TEXT = Text()
"""The kind `text`."""
