"""Finds the marks that git leaves where two edits of a text could not be merged.

They stand at the beginning of a line, where no line of a dossier's YAML looks like them:

    <<<<<<< ours
    ||||||| base        (where git shows what both began with)
    =======
    >>>>>>> theirs
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from positions.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["MarkedConflict", "conflicts", "settled"]

_MARK = pattern(r"^(?:(<{7,}|\|{7,}|>{7,})(?: [^\r\n]*)?|(={7,}))\r?$", re.MULTILINE)
_BEGINS, _BASE, _MIDDLE, _ENDS = "<|=>"


class MarkedConflict(NamedTuple):
    """Where a conflict stands in a text, from its first mark to the end of its last.

    Attributes:
        whole: Whether all its marks are there; where not, it is one mark that was left.
    """

    start: int
    end: int
    whole: bool


class _Mark(NamedTuple):
    sign: str
    size: int
    start: int
    end: int


def conflicts(text: str) -> list[MarkedConflict]:
    """Return the conflicts of a text, in its order; none where it cannot have any."""
    if not any(sign * 7 in text for sign in (_BEGINS, _BASE, _MIDDLE, _ENDS)):
        return []
    return list(_conflicts(list(_marks(text))))


def settled(text: str) -> tuple[str, str] | None:
    """Return a text with every conflict settled for our side, and for theirs.

    Returns:
        None where it has no conflict, or one that is not whole.
    """
    found = conflicts(text)
    if not found or not all(one.whole for one in found):
        return None
    sides = ["", ""]
    at = 0
    for one in found:
        marks = list(_marks(text, one.start, one.end))
        size = marks[0].size
        marks = [mark for mark in marks if mark.size == size]
        ours = text[_after(text, marks[0]) : marks[1].start]
        middle = next(mark for mark in marks if mark.sign == _MIDDLE)
        theirs = text[_after(text, middle) : marks[-1].start]
        sides = [
            side + text[at : one.start] + own
            for side, own in zip(sides, (ours, theirs), strict=True)
        ]
        at = _after(text, marks[-1])
    return sides[0] + text[at:], sides[1] + text[at:]


def _marks(text: str, start: int = 0, end: int | None = None) -> Iterator[_Mark]:
    for found in _MARK.finditer(text, start, len(text) if end is None else end):
        signs = found[1] or found[2]
        yield _Mark(signs[0], len(signs), found.start(), found.end())


def _conflicts(marks: list[_Mark]) -> Iterator[MarkedConflict]:
    at = 0
    while at < len(marks):
        mark = marks[at]
        last = _last(marks, at) if mark.sign == _BEGINS else None
        if last is not None:
            yield MarkedConflict(mark.start, marks[last].end, whole=True)
            at = last + 1
            continue
        yield MarkedConflict(mark.start, mark.end, whole=False)
        at += 1


def _last(marks: list[_Mark], first: int) -> int | None:
    """Return which mark ends the conflict that one begins; None where its marks are not all there.

    Conflicts within what both began with have longer marks.
    """
    expected = [{_BASE, _MIDDLE}, {_MIDDLE}, {_ENDS}]
    step = 0
    for at in range(first + 1, len(marks)):
        mark = marks[at]
        if mark.size > marks[first].size:
            continue
        if mark.size < marks[first].size or mark.sign not in expected[step]:
            return None
        if mark.sign == _ENDS:
            return at
        step = 2 if mark.sign == _MIDDLE else 1
    return None


def _after(text: str, mark: _Mark) -> int:
    return min(mark.end + 1, len(text))
