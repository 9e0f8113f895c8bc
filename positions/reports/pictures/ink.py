"""What pictures are made of: inked runs, lines of them, and the signs to draw with."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

from positions.text.safe import clip, pad, visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = [
    "ASCII_SIGNS",
    "BOX_SIGNS",
    "DrawnLine",
    "Ink",
    "InkedLine",
    "InkedRun",
    "Signs",
    "merged",
    "name_cell",
    "plain",
]


class Ink(StrEnum):
    """What a segment of a picture is, so that a screen can style it."""

    PLAIN = "plain"
    NAME = "name"
    QUIET = "quiet"
    BAR = "bar"
    SHARED = "shared"
    APART = "apart"
    REFERENCE = "reference"


class InkedRun(NamedTuple):
    """A segment of a line of a picture; the text is visible, and one cell a character or wider."""

    text: str
    ink: Ink = Ink.PLAIN


InkedLine = tuple[InkedRun, ...]
"""A line of a picture."""


@dataclass(frozen=True, slots=True)
class Signs:
    """The signs that pictures are drawn with.

    Attributes:
        axis: The line itself.
        tick: Where a figure is named.
        bar: What a set admits.
        end_in: An end that belongs to the set.
        end_out: An end that does not.
        no_low: Where a set goes on below everything named.
        no_high: Where it goes on above.
        cut: Two cells where the axis is cut.
        left: Where a distance begins.
        right: Where it ends.
        line: Between the two.
        down: A lane.
        cross: Where two lines cross.
        full: A filled cell of a heat map, and its lighter forms, from full to empty.
    """

    axis: str
    tick: str
    bar: str
    end_in: str
    end_out: str
    no_low: str
    no_high: str
    cut: str
    left: str
    right: str
    line: str
    down: str
    cross: str
    full: str


BOX_SIGNS: Final = Signs(
    axis="─",
    tick="┼",
    bar="━",
    end_in="●",
    end_out="○",
    no_low="←",
    no_high="→",
    cut="╱╱",
    left="╰",
    right="╯",
    line="─",
    down="│",
    cross="╳",
    full="█▓▒░·",
)
ASCII_SIGNS: Final = Signs(
    axis="-",
    tick="+",
    bar="=",
    end_in="*",
    end_out="o",
    no_low="<",
    no_high=">",
    cut="//",
    left="\\",
    right="/",
    line="_",
    down="|",
    cross="X",
    full="#*+:.",
)


class DrawnLine:
    """One line of cells to draw on; what is drawn later covers what was drawn before."""

    def __init__(self, width: int, ground: str = " ", ink: Ink = Ink.QUIET) -> None:
        """Begin with the same sign in every cell."""
        self._cells = [InkedRun(ground, ink)] * width

    def put(self, column: int, text: str, ink: Ink) -> None:
        """Write a text of one-cell characters from a column on; what does not fit is left out."""
        for place, character in enumerate(text, start=column):
            if 0 <= place < len(self._cells):
                self._cells[place] = InkedRun(character, ink)

    def fill(self, first: int, last: int, sign: str, ink: Ink) -> None:
        """Write one sign into the cells from one column to another, both included."""
        self.put(first, sign * (last - first + 1), ink)

    def line(self) -> InkedLine:
        """Return the cells, those of one ink after another as one run."""
        return merged(self._cells)


def merged(runs: Iterable[InkedRun]) -> InkedLine:
    """Return runs with neighbours of the same ink joined, and none empty."""
    found: list[InkedRun] = []
    for run in runs:
        if not run.text:
            continue
        if found and found[-1].ink is run.ink:
            found[-1] = InkedRun(found[-1].text + run.text, run.ink)
        else:
            found.append(run)
    return tuple(found)


def name_cell(text: str, width: int, ink: Ink = Ink.NAME) -> InkedRun:
    """Return a name of the dossier made visible, in so many cells."""
    return InkedRun(pad(clip(visible(text), width), width), ink)


def plain(lines: Sequence[InkedLine]) -> str:
    """Return a picture as text, without blanks at the ends of its lines."""
    return "\n".join("".join(run.text for run in line).rstrip() for line in lines)
