"""The text of a grid's cell: paragraphs of runs, each run with the role that it plays.

A role says what a text is, never how it looks: the themes give every role its colour and style, and
what a role means can be read from the words or glyphs too. All text is made visible here, once, on
the way in; it is never markup.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from positions.visible import clip, visible, width, wrap, wrapped_height

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["EMPTY", "CellText", "Line", "Role", "Run", "cell", "lines_of"]


class Role(StrEnum):
    """What a text is in a grid; each has the component class `grid--<value>`."""

    PLAIN = "plain"
    STRONG = "strong"
    MUTED = "muted"
    BLANK = "blank"
    ADDED = "added"
    REMOVED = "removed"
    WARNING = "warning"
    SETTLED = "settled"
    AGREED = "agreed"
    NEAR = "near"
    DIVIDED = "divided"
    ONE_SIDED = "one-sided"
    UNDISCLOSED = "undisclosed"
    UNCLEAR = "unclear"
    OPEN = "open"


class Run(NamedTuple):
    """A stretch of text in one role."""

    text: str
    role: Role = Role.PLAIN


Line = tuple[Run, ...]
"""What stands on one line, or in one paragraph before it is wrapped."""


@dataclass(frozen=True, slots=True, eq=False)
class CellText:
    """What stands in one cell; two cells are equal only if they are the same object.

    Attributes:
        paragraphs: Each starts on a line of its own and wraps. Line breaks within become spaces.
        sign: One character beside the cell's first line, such as a relation's glyph.
        sign_role: The role of the sign.
        texts: The paragraphs as plain text, for measuring.
    """

    paragraphs: tuple[Line, ...]
    sign: str = ""
    sign_role: Role = Role.PLAIN
    texts: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        paragraphs = tuple(
            tuple(Run(visible(text), role) for text, role in paragraph)
            for paragraph in self.paragraphs
        )
        object.__setattr__(self, "paragraphs", paragraphs)
        object.__setattr__(self, "sign", clip(visible(self.sign), 1))
        texts = tuple("".join(text for text, _ in paragraph) for paragraph in paragraphs)
        object.__setattr__(self, "texts", texts)

    def height(self, columns: int) -> int:
        """Return the number of lines at this width; at least one."""
        if len(self.texts) == 1:
            return wrapped_height(self.texts[0], columns)
        return sum(wrapped_height(text, columns) for text in self.texts) or 1

    def wrapped(self, columns: int) -> tuple[Line, ...]:
        """Return the lines at this width; as many as `height` says."""
        lines: list[Line] = []
        for paragraph, text in zip(self.paragraphs, self.texts, strict=True):
            wrapped = wrap(text, columns)
            if len(paragraph) == 1:
                lines += ((Run(line, paragraph[0].role),) for line in wrapped)
            else:
                lines += _with_roles(wrapped, paragraph)
        return tuple(lines) or ((),)


def cell(
    *paragraphs: str | Run | Line,
    role: Role = Role.PLAIN,
    sign: str = "",
    sign_role: Role = Role.PLAIN,
) -> CellText:
    """Return a cell's text; a plain text gets the role, and its line breaks make paragraphs."""
    parts: list[Line] = []
    for paragraph in paragraphs:
        if isinstance(paragraph, str):
            parts += ((Run(line, role),) for line in visible(paragraph, newlines=True).split("\n"))
        elif isinstance(paragraph, Run):
            parts.append((paragraph,))
        else:
            parts.append(paragraph)
    return CellText(tuple(parts), sign, sign_role)


EMPTY = CellText(())
"""A cell with nothing in it."""


def lines_of(
    text: CellText, columns: int, limit: int | None = None, ellipsis: str = "…"
) -> tuple[Line, ...]:
    """Return the lines at this width, at most `limit` of them.

    If there are more, the last one ends with the ellipsis.
    """
    lines = text.wrapped(columns)
    if limit is None or len(lines) <= limit:
        return lines
    return (*lines[: limit - 1], _with_ellipsis(lines[limit - 1], columns, ellipsis))


def _with_ellipsis(line: Line, columns: int, ellipsis: str) -> Line:
    room = columns - width(ellipsis)
    kept: list[Run] = []
    for run in line:
        kept.append(Run(clip(run.text, room, ""), run.role))
        if kept[-1].text != run.text:
            break
        room -= width(run.text)
    return (*kept, Run(ellipsis, Role.MUTED))


def _with_roles(lines: tuple[str, ...], paragraph: Line) -> Iterator[Line]:
    """Give each character of the wrapped lines the role it had before wrapping lost some spaces."""
    text = "".join(text for text, _ in paragraph)
    roles = [role for text, role in paragraph for _ in text]
    position = 0
    for line in lines:
        line_roles = []
        for character in line:
            while text[position] != character:
                position += 1
            line_roles.append(roles[position])
            position += 1
        spans = groupby(zip(line, line_roles, strict=True), key=itemgetter(1))
        yield tuple(Run("".join(c for c, _ in span), role) for role, span in spans)
