"""A YAML text as entries: each key of a block mapping with the whole lines that are its own.

Joining the lines of all entries gives the text again, to the character. The smallest entry is a
key with a scalar, a list, or anything in brackets. To an entry belong

- the blank lines and comments directly above it,
- a comment at the end of its line,
- the comments below it that are indented deeper than its key and stand in no entry of it.

A comment with a blank line after it is a remark: an entry of its own, without a key.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from positions.problems.errors import GivenUp
from positions.problems.problem import has_errors
from positions.reading.places import Mapping
from positions.reading.reader import read
from positions.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["NotEntriesError", "TextBlock", "entries"]

_TAB_INDENT = pattern(r"^ *\t", re.MULTILINE)
_LINE_BREAKS = pattern("[\r\x85\u2028\u2029]")
_REST = pattern(r"[ \t]*(?:[ \t]#.*)?\n")
_PROPERTIES = pattern(r"(?:[&!]\S*\s+)*")
_BLOCK_SCALAR = pattern(r"[|>][0-9]*([-+]?)")
_DOCUMENT_START = pattern(r"---[ \t]*(?:[ \t]#.*)?\n")
_NO_PLAIN_KEY = frozenset("?&!*{[")


class NotEntriesError(GivenUp):
    """A text does not fall into entries; the message says why, as the end of a sentence."""


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A key with the lines that are its own; or a remark; or a whole text.

    Attributes:
        key: The key as it is read; empty for a remark and for a whole text.
        above: The blank lines and comments directly above it; the lines of a remark.
        body: The text from the start of its first line to the end of its value; of a mapping, to
            the colon of its key; empty for a remark and for a whole text.
        tail: What follows on the last of these lines: spaces and a comment.
        inner: The entries of a block mapping, in the order of the text; otherwise None.
        below: The comments after it that are its own, and blank lines between them.
        data: The value as plain data.
        is_block_scalar: Whether the value is a text after `|` or `>`, whose last line can hold no
            comment.
    """

    key: str
    above: tuple[str, ...] = ()
    body: str = ""
    tail: str = ""
    inner: tuple[TextBlock, ...] | None = None
    below: tuple[str, ...] = ()
    data: object = field(default=None, compare=False)
    is_block_scalar: bool = field(default=False, compare=False)

    @property
    def head(self) -> str:
        """Its own lines, without those above, below and inside it."""
        return f"{self.body}{self.tail}\n" if self.body else ""

    @property
    def content(self) -> str:
        """Its own lines and those of the entries inside it."""
        return self.head + "".join(entry.text for entry in self.inner or ())

    @property
    def text(self) -> str:
        """All its lines."""
        return "".join((*self.above, self.content, *self.below))


@dataclass(slots=True)
class _Draft:
    """An entry while the text is gone through: its place, and what is known of it by now."""

    key: str
    column: int
    depth: int
    first: int
    after: int
    body: str = ""
    tail: str = ""
    data: object = None
    is_block_scalar: bool = False
    is_mapping: bool = False
    above: list[str] = field(default_factory=list)
    inner: list[_Draft] = field(default_factory=list)
    below: list[str] = field(default_factory=list)

    def entry(self) -> TextBlock:
        """Return the entry that this has become."""
        return TextBlock(
            self.key,
            tuple(self.above),
            self.body,
            self.tail,
            tuple(draft.entry() for draft in self.inner) if self.is_mapping else None,
            tuple(self.below),
            self.data,
            self.is_block_scalar,
        )


def entries(text: str) -> TextBlock:
    """Return a text's entries, in an entry without a key that stands for the whole text.

    Args:
        text: YAML with a block mapping at its top, or nothing but comments. Its lines end in
            line feeds, the last one too.

    Raises:
        NotEntriesError: The text is not YAML, or does not fall into whole lines by key.
    """
    if _LINE_BREAKS.search(text):
        raise NotEntriesError("has unusual line breaks")
    if _TAB_INDENT.search(text):
        raise NotEntriesError("is indented with tabs")
    reading = read(text, "")
    if has_errors(reading.problems):
        raise NotEntriesError("has errors as YAML")
    data = {} if reading.data is None else reading.data
    cutter = _Cutter(text)
    drafts: list[_Draft] = []
    if isinstance(data, Mapping) and cutter.is_block(data, reading.bounds[0], -1):
        drafts = list(cutter.drafts(data, 1))
    elif data:
        raise NotEntriesError("is not a block of `key: value` lines")
    whole = _Draft("", -1, 0, 0, 0, data=data, is_mapping=True)
    end = _Draft("", -1, 0, len(cutter.lines), 0)
    opened = [whole]
    line = 0
    for draft in (*drafts, end):
        _share(cutter.lines[line : draft.first], opened, draft)
        line = draft.after
        del opened[max(draft.depth, 1) :]
        if draft is not end:
            opened[-1].inner.append(draft)
            opened.append(draft)
    return whole.entry()


def _share(gap: list[str], opened: list[_Draft], following: _Draft) -> None:
    """Give each of the lines between two entries to whom it belongs.

    Args:
        gap: The lines.
        opened: The entry before them, after those that it stands in, outermost first.
        following: The entry after them; its column is -1 at the end of the text.
    """
    holders = list(opened)
    lines: list[str] = []
    for line in gap:
        column = len(line) - len(line.lstrip(" "))
        lines.append(line)
        if line.strip() == "":
            continue
        if not line.startswith("#", column) and not (
            not opened[0].inner and _DOCUMENT_START.fullmatch(line)
        ):
            raise NotEntriesError("has lines that are neither an entry nor a comment")
        if column > following.column:
            while holders[-1].column >= column:
                holders.pop()
            if len(holders) > following.depth:
                holders[-1].below += lines
                lines = []
                continue
        del holders[following.depth :]
    if following.depth == 0:
        opened[0].below += lines
        return
    for line in lines:
        if line.strip() == "" and any(map(str.strip, following.above)):
            remark = _Draft("", following.column, following.depth, 0, 0, above=following.above)
            opened[following.depth - 1].inner.append(remark)
            following.above = []
        following.above.append(line)


class _Cutter:
    """Cuts a text into the lines of its keys."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = [f"{line}\n" for line in text.split("\n")[:-1]]
        self._starts = [0]
        for line in self.lines:
            self._starts.append(self._starts[-1] + len(line))

    def drafts(self, mapping: Mapping, depth: int) -> Iterator[_Draft]:
        """Return a draft for each key of a block mapping and of those inside, as in the text."""
        for key, value in mapping.items():
            start, end, value_start, value_end = mapping.place(key) or (0, 0, 0, 0)
            first = self._line(start)
            column = start - self._starts[first]
            block = isinstance(value, Mapping) and self.is_block(value, value_start, column)
            is_block_scalar = False
            if block or value_start == value_end:
                end = self.text.index(":", end) + 1
            elif found := self._block_scalar(value_start):
                is_block_scalar = True
                end = self._block_end(value_start, value_end, keeps_blanks=found.group(1) == "+")
            else:
                end = value_start + len(self.text[value_start:value_end].rstrip())
            rest = _REST.match(self.text, end)
            if rest is None:
                raise NotEntriesError("has something after a value that is no comment")
            yield _Draft(
                key,
                column,
                depth,
                first,
                self._line(rest.end() - 1) + 1,
                body=self.text[self._starts[first] : end],
                tail=rest.group()[:-1],
                data=value,
                is_block_scalar=is_block_scalar,
                is_mapping=block,
            )
            if block and isinstance(value, Mapping):
                yield from self.drafts(value, depth + 1)

    def is_block(self, mapping: Mapping, start: int, outer: int) -> bool:
        """Return whether a mapping has a line for each key, indented alike and deeper than this."""
        starts = [place[0] for key in mapping if (place := mapping.place(key))]
        if not starts or starts[0] != start:
            return False
        lines = [self._line(start) for start in starts]
        columns = {start - self._starts[line] for start, line in zip(starts, lines, strict=True)}
        return (
            len(columns) == 1
            and min(columns) > outer
            and all(self.text[start] not in _NO_PLAIN_KEY for start in starts)
            and all(
                not self.text[self._starts[line] : start].strip()
                for start, line in zip(starts, lines, strict=True)
            )
        )

    def _line(self, offset: int) -> int:
        return bisect_right(self._starts, offset) - 1

    def _block_scalar(self, start: int) -> re.Match[str] | None:
        """Return the beginning of a text after `|` or `>`, if that is what stands here."""
        properties = _PROPERTIES.match(self.text, start)
        return _BLOCK_SCALAR.match(self.text, properties.end() if properties else start)

    def _block_end(self, start: int, end: int, *, keeps_blanks: bool) -> int:
        """Return where the last line of a block scalar ends; blank lines may be part of it."""
        if not keeps_blanks:
            end = start + len(self.text[start:end].rstrip())
        return self._starts[self._line(end - 1) + 1] - 1
