"""Lets the later day hold where both sides of a merge moved a dossier's `as_of` on.

A dossier that has the documents of both sides stands for the later of their days.
"""

from __future__ import annotations

from typing import NamedTuple

from positions.model.moment import Moment
from positions.reading.places import Mapping
from positions.reading.reader import read

__all__ = ["with_the_later_day"]


class _StatedDay(NamedTuple):
    """The day for which a dossier stands, and where its text says so."""

    day: Moment
    start: int
    end: int


def with_the_later_day(base: str, ours: str, theirs: str) -> tuple[str, str]:
    """Return the texts of both sides, in which one of them alone moved `as_of` on: the later.

    The other has the day of the base. Where not both moved it on, and to two different days, they
    are returned as they are.
    """
    if "as_of" not in base or base in (ours, theirs):
        return ours, theirs
    was, mine, yours = (_stated_day(text) for text in (base, ours, theirs))
    if was is None or mine is None or yours is None:
        return ours, theirs
    if not (was.day.before(mine.day) and was.day.before(yours.day)):
        return ours, theirs
    written = base[was.start : was.end]
    if mine.day.before(yours.day):
        ours = ours[: mine.start] + written + ours[mine.end :]
    elif yours.day.before(mine.day):
        theirs = theirs[: yours.start] + written + theirs[yours.end :]
    return ours, theirs


def _stated_day(text: str) -> _StatedDay | None:
    """Return the day that a text states; None where it states none on one line that can be read."""
    data = read(text, "").data
    header = data.get("dossier") if isinstance(data, Mapping) else None
    if not isinstance(header, Mapping):
        return None
    place, said = header.place("as_of"), header.get("as_of")
    if place is None or not isinstance(said, str):
        return None
    try:
        day = Moment.parse(said)
    except ValueError:
        return None
    _, _, start, end = place
    return _StatedDay(day, start, end) if said in text[start:end] else None
