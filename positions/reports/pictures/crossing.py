"""Draws two steps that two parties order otherwise: two lanes, with the crossing between them.

    >>> print(picture_text(Crossing(Lane("Ukraine", …), Lane("Russia", …)).draw(80, BOX_SIGNS)))
    Ukraine                                 Russia
    the ceasefire             ●──╮   ╭──●   the withdrawal begins
                                 ╰─╳─╯
                                 ╭─╳─╮
    the settlement            ●──╯   ╰──●   the ceasefire

A lane is in the order of its party, from above down; a step never leaves its place in it. Where
one of the parties puts the two at the same time, its lane says so and nothing crosses.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from positions.reports.page.pictures import PictureRow, merged
from positions.reports.page.runs import Mark, Run
from positions.text.safe import pad, visible, wrap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from positions.reports.page.pictures import Signs
    from positions.reports.page.runs import Runs

__all__ = ["Crossing", "Lane", "LaneStep"]

_BETWEEN: Final = 13
"""How many cells the lines between the lanes take, with a blank on both sides."""

_WIDEST: Final = 44
_NARROWEST: Final = 8


@dataclass(frozen=True, slots=True)
class LaneStep:
    """A step in a lane.

    Attributes:
        title: What it is, as the dossier calls it.
        note: What is to be said below it, such as of what it is a part; may be empty.
        about: The id of the issue to which it belongs; empty where it belongs to none.
    """

    title: str
    note: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class Lane:
    """A party's order of two steps.

    Attributes:
        name: The party's name.
        first: The step that it puts first.
        second: The step that it puts after that.
    """

    name: str
    first: LaneStep
    second: LaneStep


@dataclass(frozen=True, slots=True)
class Crossing:
    """Two parties' orders of the same two steps, each the other way round.

    Attributes:
        heading: What is said above, such as the number of the finding; may be empty.
        is_straight: Whether nothing crosses, as one of them puts the two at the same time.
    """

    left: Lane
    right: Lane
    heading: str = ""
    is_straight: bool = False

    def draw(self, columns: int, signs: Signs) -> tuple[PictureRow, ...]:
        """Return the heading with the names, the first steps, the crossing, the second steps.

        Nothing where there is no room for two lanes.
        """
        if columns < _BETWEEN + 2 * _NARROWEST:
            return ()
        room = min((columns - _BETWEEN) // 2, _WIDEST)
        down, up, right, left = tuple(signs.corners)
        two = signs.axis * 2
        gap = " " * _BETWEEN
        margin = " " * room
        names = _row(self.left.name, self.right.name, room, gap, gap, Mark.STRONG)
        above = f" {signs.end_in}{two}{down}   {up}{two}{signs.end_in} "
        below = f" {signs.end_in}{two}{left}   {right}{two}{signs.end_in} "
        lanes = f"    {signs.down}   {signs.down}    "
        crossed = (
            f"    {right}{signs.axis}{signs.cross}{signs.axis}{left}",
            f"    {up}{signs.axis}{signs.cross}{signs.axis}{down}",
        )
        head = [(Run(self.heading, Mark.STRONG),)] if self.heading else []
        first, second = (self.left.first, self.right.first), (self.left.second, self.right.second)
        between = PictureRow(tuple((Run(margin), Run(line, Mark.DIVIDED)) for line in crossed))
        return (
            PictureRow((*head, *names)),
            PictureRow(tuple(_steps(*first, room, above, lanes)), _about(first)),
            *(() if self.is_straight else (between,)),
            PictureRow(tuple(_steps(*second, room, below, gap)), _about(second)),
        )


def _about(steps: tuple[LaneStep, LaneStep]) -> str:
    return next((one.about for one in steps if one.about), "")


def _steps(left: LaneStep, right: LaneStep, room: int, joint: str, after: str) -> Iterator[Runs]:
    """Yield the lines of two steps beside each other, then their notes."""
    yield from _row(left.title, right.title, room, joint, after, Mark.PLAIN)
    if left.note or right.note:
        yield from _row(left.note, right.note, room, after, after, Mark.MUTED)


def _row(one: str, other: str, room: int, joint: str, after: str, mark: Mark) -> Iterator[Runs]:
    """Yield two texts beside each other, wrapped, with what is between their first lines."""
    pairs = zip_longest(wrap(visible(one), room), wrap(visible(other), room), fillvalue="")
    for number, (left, right) in enumerate(pairs):
        between = after if number else joint
        yield merged(
            (Run(pad(left, room), mark), Run(between, Mark.DIVIDED), Run(right, mark)),
        )
