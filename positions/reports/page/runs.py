"""Holds text for a page as runs: each safe to show, and marked with what it is.

A mark says what a text is, never how it looks: each form gives every mark its colour, sign or tag,
and what a mark means can be read from the words too.
"""

from __future__ import annotations

from enum import StrEnum
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple, Self

from positions.text.safe import visible, wrap

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Mark", "Run", "Runs", "plain", "runs_of", "wrapped"]


class Mark(StrEnum):
    """What a text is; the name of a status is its mark."""

    PLAIN = "plain"
    STRONG = "strong"
    MUTED = "muted"
    BLANK = "blank"
    ADDED = "added"
    REMOVED = "removed"
    ALONE = "alone"
    BRACKET = "bracket"
    WARNING = "warning"
    LINK = "link"
    SETTLED = "settled"
    AGREED = "agreed"
    NEAR = "near"
    COMPATIBLE = "compatible"
    DIVIDED = "divided"
    ONE_SIDED = "one-sided"
    UNDISCLOSED = "undisclosed"
    UNCLEAR = "unclear"
    OPEN = "open"


class _RunFields(NamedTuple):
    text: str
    mark: Mark = Mark.PLAIN
    link: str = ""


class Run(_RunFields):
    """A stretch of text with one mark.

    Its text is made visible as it is built, so that no page can hold anything else: whatever a
    dossier says, a run neither hides nor moves what is beside it.

    Attributes:
        text: On one line, with a visible sign for every character that is not.
        mark: What the text is.
        link: The web address where it leads, as the dossier has it; empty where it leads nowhere.
    """

    __slots__ = ()

    def __new__(cls, text: str, mark: Mark = Mark.PLAIN, link: str = "") -> Self:
        """Make the text visible."""
        return super().__new__(cls, visible(text), mark, link)


Runs = tuple[Run, ...]
"""What is on one line, or in one paragraph before it is wrapped."""


def runs_of(text: str | Run | Runs) -> Runs:
    """Return a text as a line."""
    if isinstance(text, Run):
        return (text,)
    if isinstance(text, str):
        return (Run(text),) if text else ()
    return text


def plain(line: Runs) -> str:
    """Return the text of a line, without its marks."""
    return line[0].text if len(line) == 1 else "".join([run.text for run in line])


def wrapped(line: Runs, columns: int) -> tuple[Runs, ...]:
    """Return the lines at this width in cells, each piece with the mark that it had."""
    lines = wrap(plain(line), columns)
    marks = {run.mark for run in line}
    if len(marks) < 2:
        mark = next(iter(marks), Mark.PLAIN)
        return tuple((_piece(text, mark),) for text in lines)
    return tuple(_marked(lines, line))


def _marked(lines: tuple[str, ...], paragraph: Runs) -> Iterator[Runs]:
    """Give each character of the wrapped lines the mark it had before wrapping lost some spaces."""
    text = plain(paragraph)
    marks = [run.mark for run in paragraph for _ in run.text]
    position = 0
    for line in lines:
        found = []
        for character in line:
            while text[position] != character:
                position += 1
            found.append(marks[position])
            position += 1
        spans = groupby(zip(line, found, strict=True), key=itemgetter(1))
        yield tuple(_piece("".join(sign for sign, _ in span), mark) for mark, span in spans)


def _piece(text: str, mark: Mark) -> Run:
    """Return a piece of a run, which is visible already."""
    return tuple.__new__(Run, (text, mark, ""))
