"""Says how wide a page is drawn and whether it has colour; both travel together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

__all__ = ["LEAST_WIDTH", "READING_MEASURE", "STABLE_WIDTH", "Look"]

STABLE_WIDTH: Final = 100
"""The width of text that does not go to a terminal, so that it can be compared and kept."""

LEAST_WIDTH: Final = 20
READING_MEASURE: Final = 100
"""The widest that sentences are set, in cells."""


@dataclass(frozen=True, slots=True)
class Look:
    """How text is drawn.

    Attributes:
        columns: The width in cells; at least 20 are taken.
        colour: Whether to use a terminal's colours.
    """

    columns: int = STABLE_WIDTH
    colour: bool = False

    @property
    def width(self) -> int:
        """The cells that are used."""
        return max(self.columns, LEAST_WIDTH)

    @property
    def measure(self) -> int:
        """The cells in which sentences are set."""
        return min(self.width, READING_MEASURE)
