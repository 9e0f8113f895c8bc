"""Holds what pictures are made of: rows of marked runs, and the signs to draw with."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from positions.reports.page.runs import Mark, Run, plain
from positions.text.safe import clip, pad, visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from positions.reports.page.runs import Runs

__all__ = [
    "ASCII_SIGNS",
    "BOX_SIGNS",
    "DrawnLine",
    "Picture",
    "PictureRow",
    "Signs",
    "merged",
    "name_cell",
    "picture_text",
]


class PictureRow(NamedTuple):
    """A row of a picture, on which a cursor can stand.

    Attributes:
        lines: One line, or more where words beside the picture are wrapped.
        about: The id of the party, step or issue that it draws; empty where it draws none.
    """

    lines: tuple[Runs, ...]
    about: str = ""


class Picture(Protocol):
    """What can be drawn in any width, with either set of signs."""

    def draw(self, columns: int, signs: Signs) -> tuple[PictureRow, ...]:
        """Return its rows, none wider than the columns given; nothing where nothing is to see."""
        ...


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
        corners: Where a line turns: from the left down, from below to the right, from above to the
            right, from the left up.
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
    corners: str
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
    corners="╮╭╰╯",
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
    corners="..''",
    cross="X",
    full="#*+:.",
)


class DrawnLine:
    """One line of cells to draw on; what is drawn later covers what was drawn before."""

    def __init__(self, width: int, ground: str = " ") -> None:
        """Begin with the same sign in every cell."""
        self._cells = [(ground, Mark.MUTED)] * width

    def put(self, column: int, text: str, mark: Mark) -> None:
        """Write a text of one-cell characters from a column on; what does not fit is left out."""
        for place, character in enumerate(text, start=column):
            if 0 <= place < len(self._cells):
                self._cells[place] = (character, mark)

    def fill(self, first: int, last: int, sign: str, mark: Mark) -> None:
        """Write one sign into the cells from one column to another, both included."""
        self.put(first, sign * (last - first + 1), mark)

    def line(self) -> Runs:
        """Return the cells, those of one mark after another as one run."""
        return tuple(
            Run("".join(text for text, _ in cells), mark)
            for mark, cells in groupby(self._cells, key=itemgetter(1))
        )


def merged(runs: Iterable[Run]) -> Runs:
    """Return a line: neighbours of the same mark as one run, and no blanks at its end."""
    found = list(runs)
    while found and not found[-1].text.rstrip():
        found.pop()
    if found:
        found[-1] = Run(found[-1].text.rstrip(), found[-1].mark)
    joined = groupby((run for run in found if run.text), key=lambda run: run.mark)
    return tuple(Run("".join(run.text for run in same), mark) for mark, same in joined)


def name_cell(text: str, width: int, mark: Mark = Mark.STRONG) -> Run:
    """Return a name of the dossier made visible, in so many cells."""
    return Run(pad(clip(visible(text), width), width), mark)


def picture_text(rows: Sequence[PictureRow]) -> str:
    """Return a picture as text."""
    return "\n".join(plain(line) for row in rows for line in row.lines)
