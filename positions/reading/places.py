"""Plain data that remembers where in its text every key and value stands."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate, count
from operator import add
from typing import Any, NamedTuple

from positions.problems.problem import Path, Problem, Span

__all__ = ["Lines", "Mapping", "Reading", "Sequence", "Size"]


class Mapping(dict[str, object]):
    """A dictionary as it was read, plus the places of its keys and values.

    Attributes:
        flat: For each key in turn: the key, the offsets in the text where it starts and ends, and
            those of its value. One flat list, because a record for each would take as long to
            make as all the rest.
    """

    __slots__ = ("_index", "flat")

    flat: list[str | int]
    _index: dict[str, int]

    def place(self, key: str) -> tuple[int, int, int, int] | None:
        """Return where this key starts and ends, and its value; None where it was not read."""
        flat: list[Any] = getattr(self, "flat", [])
        index = getattr(self, "_index", {})
        if len(index) * 5 != len(flat):
            index = {name: number * 5 for number, name in enumerate(flat[::5])}
            self._index = index
        start = index.get(key)
        return None if start is None else tuple(flat[start + 1 : start + 5])


class Sequence(list[object]):
    """A list as it was read, plus the places of its items.

    Attributes:
        flat: For each item in turn, the offsets in the text where it starts and ends.
    """

    __slots__ = ("flat",)

    flat: list[int]

    def place(self, position: int) -> tuple[int, int] | None:
        """Return where the item at this position starts and ends; None where none was read."""
        flat = getattr(self, "flat", [])
        if 0 <= position < len(flat) // 2:
            return flat[2 * position], flat[2 * position + 1]
        return None


class Lines:
    """The lines of a text, worked out when a place is first asked for."""

    def __init__(self, text: str, name: str) -> None:
        """Take the text and the name of its file."""
        self.text = text
        self.name = name

    @cached_property
    def _starts(self) -> list[int]:
        lines = self.text.replace("\r\n", " \n").replace("\r", "\n").split("\n")
        return [0, *map(add, accumulate(map(len, lines)), count(1))]

    def place(self, offset: int) -> tuple[int, int]:
        """Return the line and the column of an offset, both from 1, in characters."""
        line = bisect_right(self._starts, min(offset, len(self.text)))
        return line, offset - self._starts[line - 1] + 1

    def offset(self, line: int, column: int) -> int:
        """Return the offset of a line and a column, both from 1; that of the end at most."""
        starts = self._starts
        if line > len(starts):
            return len(self.text)
        return min(starts[line - 1] + column - 1, len(self.text))

    def span(self, start: int, end: int) -> Span:
        """Return the span between two offsets, less the line breaks at its end."""
        if end > start and self.text[end - 1] in "\r\n":
            end = start + len(self.text[start:end].rstrip())
        return Span(self.name, *self.place(start), *self.place(end))


class Size(NamedTuple):
    """How large a text is, or may be.

    Attributes:
        octets: Its bytes.
        events: Its keys, values and ends of lists and mappings.
        aliased: The values that its aliases stand for.
    """

    octets: int = 0
    events: int = 0
    aliased: int = 0

    def less(self, other: Size) -> Size:
        """Return what is left of this when the other is taken away; never less than nothing."""
        return Size(*(max(one - two, 0) for one, two in zip(self, other, strict=True)))


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read from a YAML text.

    Attributes:
        name: The file's name, for messages.
        data: A `Mapping`, a `Sequence`, a text, or None; None too where nothing could be read.
        problems: Everything that is wrong with the text as YAML, in its order.
        lines: The text itself, by line.
        bounds: The offsets in the text where the data start and end.
        size: How large the text is.
    """

    name: str
    data: object
    problems: tuple[Problem, ...]
    lines: Lines = field(repr=False, compare=False)
    bounds: tuple[int, int] = field(default=(0, 0), repr=False, compare=False)
    size: Size = field(default=Size(), repr=False, compare=False)

    def span(self, path: Path, *, key: bool = False) -> Span | None:
        """Return where the value at this path stands or, with `key`, where its key does.

        Where the path goes on past what exists, that is the place of the nearest ancestor that
        does. Inside an alias, places are those of its anchor; an alias itself stands where it is
        written. An item of a list has no key: its own place is returned. None where there are no
        data.
        """
        if self.data is None:
            return None
        value, place = self.data, (*self.bounds, *self.bounds)
        for step in path:
            inner = _place(value, step)
            if inner is None:
                break
            place, value = inner, value[step]  # type: ignore[index]
        return self.lines.span(*(place[:2] if key else place[2:]))


def _place(value: object, step: str | int) -> tuple[int, int, int, int] | None:
    """Return where this step leads from a value: the place of the key and of what it holds."""
    if isinstance(value, Mapping) and isinstance(step, str):
        return value.place(step)
    if isinstance(value, Sequence) and isinstance(step, int):
        item = value.place(step)
        return item and (*item, *item)
    return None
