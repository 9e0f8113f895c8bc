"""Holds the text of a grid's cell: paragraphs of a page's runs, wrapped when they are painted."""

from __future__ import annotations

import sys
from itertools import accumulate, chain, groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from positions.reports.page.runs import Mark, Run, plain, wrapped
from positions.text.safe import clip, visible, width, wrap, wrapped_height

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from positions.reports.page.runs import Runs

__all__ = ["EMPTY", "CellText", "cell", "lines_of"]


LONGEST_SIGN: Final = 4


class CellText(NamedTuple):
    """What stands in one cell, made by `cell`.

    Attributes:
        text: The paragraphs, with a line break between two; each starts on a line of its own.
        role: The role of all of them.
        runs: The paragraphs as runs, where they have other roles; else empty.
        sign: What stands in the gutter beside the cell's first line, such as a relation's glyph.
        sign_word: The same as a word, for where there is room.
        sign_role: The role of the sign.
    """

    text: str
    role: Mark = Mark.PLAIN
    runs: tuple[Runs, ...] = ()
    sign: str = ""
    sign_role: Mark = Mark.PLAIN
    sign_word: str = ""

    @property
    def texts(self) -> tuple[str, ...]:
        """The paragraphs; none where there is no text."""
        return tuple(self.text.split("\n")) if self.text else ()

    def height(self, columns: int, at_most: int = sys.maxsize) -> int:
        """Return the number of lines at this width, at least one; a number above `at_most` as that.

        To be told only that is faster.
        """
        return wrapped_height(self.text, columns, at_most)

    def wrapped(self, columns: int) -> tuple[Runs, ...]:
        """Return the lines at this width; as many as `height` says."""
        lines: list[Runs] = []
        for number, text in enumerate(self.texts):
            if self.runs:
                lines += wrapped(self.runs[number], columns)
            else:
                lines += [(Run(line, self.role),) for line in wrap(text, columns)]
        return tuple(lines) or ((),)


def cell(
    *paragraphs: str | Run | Runs,
    role: Mark = Mark.PLAIN,
    sign: str = "",
    sign_role: Mark = Mark.PLAIN,
) -> CellText:
    """Return a cell's text, made visible.

    Args:
        paragraphs: A plain text has the role given, and its line breaks make paragraphs; in runs,
            line breaks become spaces.
        role: The role of plain texts.
        sign: A few characters; what is longer is cut.
        sign_role: The role of the sign; without a sign it is of no matter.
    """
    if len(paragraphs) == 1 and not sign and isinstance(text := paragraphs[0], str):
        # Most texts of a dossier are these; there is nothing in them to make visible.
        if text.isascii() and text.isprintable():
            return CellText(text, role)
        return CellText(visible(text, newlines=True), role)
    sign = clip(visible(sign), LONGEST_SIGN)
    lines = [line for paragraph in paragraphs for line in _lines(paragraph, role)]
    text = "\n".join([plain(line) for line in lines])
    is_plain = all(run.mark is role for line in lines for run in line)
    return CellText(text, role, () if is_plain else tuple(lines), sign, sign_role)


def _lines(paragraph: str | Run | Runs, role: Mark) -> Iterator[Runs]:
    if isinstance(paragraph, str):
        for text in visible(paragraph, newlines=True).split("\n"):
            yield (Run(text, role),)
    else:
        yield (paragraph,) if isinstance(paragraph, Run) else paragraph


EMPTY = cell()
"""A cell with nothing in it."""


def lines_of(
    text: CellText, columns: int, limit: int | None = None, ellipsis: str = "…"
) -> tuple[Runs, ...]:
    """Return the lines at this width, at most `limit` of them.

    If there are more, the last one ends with the ellipsis; with a space before it where what the
    line says is whole, and only further paragraphs follow. Where words are marked that one party
    alone says, the lines are those around the first of them, and the last one counts those below.
    """
    lines = text.wrapped(columns)
    if limit is None or len(lines) <= limit:
        return lines
    first = next((y for y, line in enumerate(lines) if _differences([line])), 0)
    start = min(first - 1, len(lines) - limit) if first >= limit - 1 >= FEWEST - 1 else 0
    shown, below = list(lines[start : start + limit]), lines[start + limit - 1 :]
    if start:
        shown[0] = _from_ellipsis(shown[0], ellipsis)
    count = _differences(below) if limit >= FEWEST else 0
    if len(below) == 1:
        return tuple(shown)
    if count:
        said = f"{ellipsis} {count} more {'difference' if count == 1 else 'differences'}"
        return (*shown[:-1], (Run(clip(said, columns, ellipsis), Mark.MUTED),))
    is_whole = start + limit in accumulate(wrapped_height(one, columns) for one in text.texts)
    room = columns - sum(width(run.text) for run in shown[-1])
    sign = f" {ellipsis}" if is_whole and room > width(ellipsis) else ellipsis
    return (*shown[:-1], _with_ellipsis(shown[-1], columns, sign))


FEWEST: Final = 3
"""Lines in which there is room for a difference, what stands before it, and how many follow."""


def _differences(lines: Sequence[Runs]) -> int:
    """Return how often words begin that one party alone says; they may go on in the next line."""
    marks = [(run.mark for run in line) for line in lines]
    return sum(mark is Mark.ALONE for mark, _ in groupby(chain(*marks)))


def _from_ellipsis(line: Runs, ellipsis: str) -> Runs:
    """Return a line with the ellipsis in the place of its first word."""
    first, *others = line
    word, _, rest = first.text.lstrip().partition(" ")
    sign = Run(clip(ellipsis, max(width(word), 1), ""), Mark.MUTED)
    return (sign, Run(f" {rest}", first.mark), *others)


def _with_ellipsis(line: Runs, columns: int, ellipsis: str) -> Runs:
    room = columns - width(ellipsis)
    kept: list[Run] = []
    for run in line:
        kept.append(Run(clip(run.text, room, ""), run.mark))
        if kept[-1].text != run.text:
            break
        room -= width(run.text)
    return (*kept, Run(ellipsis, Mark.MUTED))
