"""The text of a grid's cell: paragraphs of runs, each run with the role that it plays.

A role says what a text is, never how it looks: the themes give every role its colour and style, and
what a role means can be read from the words or glyphs too. All text is made visible here, once, on
the way in; it is never markup.
"""

from __future__ import annotations

import sys
from enum import StrEnum
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from positions.text.safe import clip, visible, width, wrap, wrapped_height

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["EMPTY", "CellText", "Line", "Run", "RunRole", "cell", "lines_of"]


class RunRole(StrEnum):
    """What a text is in a grid; each has the component class `grid--<value>`."""

    PLAIN = "plain"
    STRONG = "strong"
    MUTED = "muted"
    BLANK = "blank"
    ADDED = "added"
    REMOVED = "removed"
    WARNING = "warning"
    LINK = "link"
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
    role: RunRole = RunRole.PLAIN


Line = tuple[Run, ...]
"""What stands on one line, or in one paragraph before it is wrapped."""


class CellText(NamedTuple):
    """What stands in one cell, made by `cell`.

    Attributes:
        text: The paragraphs, with a line break between two; each starts on a line of its own.
        role: The role of all of them.
        runs: The paragraphs as runs, where they have other roles; else empty.
        sign: One character beside the cell's first line, such as a relation's glyph.
        sign_role: The role of the sign.
    """

    text: str
    role: RunRole = RunRole.PLAIN
    runs: tuple[Line, ...] = ()
    sign: str = ""
    sign_role: RunRole = RunRole.PLAIN

    @property
    def texts(self) -> tuple[str, ...]:
        """The paragraphs; none where there is no text."""
        return tuple(self.text.split("\n")) if self.text else ()

    def height(self, columns: int, at_most: int = sys.maxsize) -> int:
        """Return the number of lines at this width, at least one; a number above `at_most` as that.

        To be told only that is faster.
        """
        return wrapped_height(self.text, columns, at_most)

    def wrapped(self, columns: int) -> tuple[Line, ...]:
        """Return the lines at this width; as many as `height` says."""
        lines: list[Line] = []
        for number, text in enumerate(self.texts):
            wrapped = wrap(text, columns)
            if self.runs:
                lines += _with_roles(wrapped, self.runs[number])
            else:
                lines += [(Run(line, self.role),) for line in wrapped]
        return tuple(lines) or ((),)


def cell(
    *paragraphs: str | Run | Line,
    role: RunRole = RunRole.PLAIN,
    sign: str = "",
    sign_role: RunRole = RunRole.PLAIN,
) -> CellText:
    """Return a cell's text, made visible.

    Args:
        paragraphs: A plain text has the role given, and its line breaks make paragraphs; in runs,
            line breaks become spaces.
        role: The role of plain texts.
        sign: One character; what is longer is cut.
        sign_role: The role of the sign; without a sign it is of no matter.
    """
    if len(paragraphs) == 1 and not sign and isinstance(text := paragraphs[0], str):
        # Most texts of a dossier are these; there is nothing in them to make visible.
        if text.isascii() and text.isprintable():
            return CellText(text, role)
        return CellText(visible(text, newlines=True), role)
    sign = clip(visible(sign), 1)
    lines = [line for paragraph in paragraphs for line in _lines(paragraph, role)]
    text = "\n".join(["".join([text for text, _ in line]) for line in lines])
    is_plain = all(run.role is role for line in lines for run in line)
    return CellText(text, role, () if is_plain else tuple(lines), sign, sign_role)


def _lines(paragraph: str | Run | Line, role: RunRole) -> Iterator[Line]:
    if isinstance(paragraph, str):
        for text in visible(paragraph, newlines=True).split("\n"):
            yield (Run(text, role),)
    else:
        runs = (paragraph,) if isinstance(paragraph, Run) else paragraph
        yield tuple(Run(visible(text), run_role) for text, run_role in runs)


EMPTY = cell()
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
    return (*kept, Run(ellipsis, RunRole.MUTED))


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
