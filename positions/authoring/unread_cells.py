"""Finds cells of a table that could not be read, and puts what they mean in their place.

An import keeps the words of such a cell as a paraphrase, with a mark that it is to be done. Who
says what the cell means has done it: the mark and the paraphrase go, the cell stays as a remark.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from positions.authoring.edits import TextEdit, block_of, place_at, record_at
from positions.authoring.scalars import in_flow, scalar
from positions.text.patterns import pattern

if TYPE_CHECKING:
    from positions.authoring.scalars import Authored
    from positions.problems.problem import Path
    from positions.reading.places import Reading

__all__ = ["UnreadCell", "unread_cell"]

_MARK = pattern(
    r":[ ]*# to do, (?P<cell>[^:\n]+): (?P<words>[^\r\n]*)(?P<newline>\r?\n)(?P<gap> *)"
)


@dataclass(frozen=True, slots=True)
class UnreadCell:
    """A cell that an import left to a person.

    Attributes:
        start: The offset behind the key of the position.
        end: The offset behind its paraphrase.
        remark: The cell as a remark behind a value: its place and its words.
        column: How many spaces are before what is below the key.
        newline: What ends a line of the text.
    """

    start: int
    end: int
    remark: str
    column: int
    newline: str

    def with_value(self, tree: Authored) -> TextEdit:
        """Return the edit that puts what the cell means in its place."""
        if not isinstance(tree, dict):
            said = scalar(tree) if isinstance(tree, str) else in_flow(tree)
            return TextEdit(self.start, self.end, f": {said}  # {self.remark}")
        lines = [line for key, one in tree.items() for line in block_of(key, one, self.column)]
        return TextEdit(self.start, self.end, self.newline.join((f":  # {self.remark}", *lines)))


def unread_cell(reading: Reading, path: Path) -> UnreadCell | None:
    """Return the cell whose words are all that stands at a path; None where that is not so."""
    place = place_at(reading, path)
    if place is None or [*record_at(reading.data, path)] != ["paraphrase"]:
        return None
    text = reading.lines.text
    found = _MARK.match(text, place[1])
    paraphrase = str(record_at(reading.data, path)["paraphrase"])
    if found is None or not paraphrase.endswith(f"({found['cell']})"):
        return None
    end = place[2] + len(text[place[2] : place[3]].rstrip())
    remark = f"{found['cell']}: {found['words']}"
    return UnreadCell(place[1], end, remark, len(found["gap"]), found["newline"])
