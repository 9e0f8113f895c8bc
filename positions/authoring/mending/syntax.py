"""Proposes mendings of what is not YAML: marks around a value, a space, an indentation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from positions.authoring.edits import TextEdit
from positions.authoring.scalars import quoted_scalar
from positions.text.patterns import pattern
from positions.text.signs import quoted_in_curly_marks

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["quoted_edit", "syntax_edits"]

_ODD_SPACE: Final = pattern("[\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff]")
_WIDTHS: Final = (2, 4, 8)
_VALUE: Final = pattern(r"(?:[ ]*(?:- +)*)[^\s\"'#\[{][^\n\"'#\[{]*?:[ ]+(?=\S)")
_IN_BRACES: Final = pattern(r"(?<![\w.-])[\w.-]+:[ ]+")
_COMMENT: Final = pattern(r"\s+#")
_OPENED: Final = "\"'[{"


def quoted_edit(text: str, start: int, end: int) -> TextEdit:
    """Return the edit that puts a stretch of a text between marks that YAML knows."""
    said = text[start:end].rstrip()
    end = start + len(said)
    said = quoted_in_curly_marks(said) or said
    return TextEdit(start, end, quoted_scalar(said))


def syntax_edits(text: str, at: int) -> Iterator[TextEdit]:
    """Yield the edits that may mend what YAML cannot read at an offset, none of them tried."""
    start, end = _line(text, at)
    yield from _spaces(text, at)
    yield from _tabs(text, at, start)
    if text[at : at + 1] == ":":
        yield TextEdit(at + 1, at + 1, " ")
    value = _VALUE.match(text, start, end)
    if value is not None and text[value.end()] not in _OPENED:
        comment = _COMMENT.search(text, value.end(), end)
        yield quoted_edit(text, value.end(), comment.start() if comment else end)
    for found in _IN_BRACES.finditer(text, start, end):
        stop = re.compile(r"[,}\]]|\Z").search(text, found.end(), end)
        inside = "{" in text[start : found.start()] and text[found.end()] not in _OPENED
        if inside and stop is not None and stop.start() > found.end():
            yield quoted_edit(text, found.end(), stop.start())


def _spaces(text: str, at: int) -> Iterator[TextEdit]:
    if _ODD_SPACE.match(text, at):
        yield TextEdit(at, at + 1, " ")
        yield TextEdit(at, at + 1, "")


def _tabs(text: str, at: int, start: int) -> Iterator[TextEdit]:
    """Yield spaces for a tab; in an indentation, for those of the lines below it as well.

    Where one width puts the line below the one above it, as it is seen, that is what was meant.
    """
    if text[at : at + 1] != "\t":
        return
    if text[start:at].strip():
        yield TextEdit(at, at + 1, " ")
        return
    block = []
    for line in text[start:].splitlines(keepends=True):
        lead = line[: len(line) - len(line.lstrip(" \t"))]
        if line.strip() and "\t" not in lead:
            break
        block.append((lead, line))
    above = text[: max(start - 1, 0)].rpartition("\n")[2]
    column = len(above) - len(above.lstrip(" "))
    beside = not _COMMENT.split(above)[0].rstrip().endswith(":")
    lead = block[0][0]
    spaces, tabs = lead.count(" "), lead.count("\t")
    level = beside and column > spaces and (column - spaces) % tabs == 0
    for width in [(column - spaces) // tabs] if level else _WIDTHS:
        mended = "".join(
            lead.replace("\t", " " * width) + line[len(lead) :] for lead, line in block
        )
        yield TextEdit(start, start + sum(len(line) for _, line in block), mended)


def _line(text: str, at: int) -> tuple[int, int]:
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    end = len(text) if end < 0 else end
    return start, end - 1 if text[end - 1 : end] == "\r" else end
