"""Names one place of the matrix: an issue or a part of it, and a party."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from positions.comparison.rows import Comparison, Line, Row
    from positions.model.dossier import Party
    from positions.problems.problem import Path, Span
    from positions.record.settle import Standing
    from tui.state.view import View

__all__ = ["CellPlace", "heading_id", "issue_id_of", "part_row_id", "row_id", "span_of", "spot_at"]

_PART: Final = "\x1f"
_HEADING: Final = "\x1e"


def row_id(issue: str) -> str:
    """Return the id of an issue's row in a grid."""
    return issue


def part_row_id(issue: str, part: str) -> str:
    """Return the id of a part's row in a grid."""
    return f"{issue}{_PART}{part}"


def issue_id_of(row: str | None) -> str | None:
    """Return the issue of a row in a grid; None for a heading, or no row."""
    if not row or row.startswith(_HEADING):
        return None
    return row.partition(_PART)[0]


def heading_id(title: str) -> str:
    """Return the id of a heading's row in a grid."""
    return f"{_HEADING}{title}"


@dataclass(frozen=True, slots=True)
class CellPlace:
    """An issue, a part of it if one is meant, and a party if there is one.

    Attributes:
        line: The part, or the whole.
    """

    row: Row
    line: Line
    party: Party | None

    @property
    def leaves(self) -> tuple[Line, ...]:
        """The lines that have standings: the part meant, or all parts, or the whole."""
        return (self.line,) if self.line.part else self.row.leaves

    @property
    def standings(self) -> tuple[Standing, ...]:
        """How the party stands on each of the leaves."""
        if self.party is None:
            return ()
        return tuple(line.standings[self.party.id] for line in self.leaves)

    @property
    def title(self) -> str:
        """What a reader calls it: issue, part, party."""
        part = f", {self.line.title}" if self.line.part else ""
        party = f": {self.party.heading}" if self.party else ""
        return f"{self.row.issue.title}{part}{party}"


def spot_at(comparison: Comparison, row: str | None, party: str | None) -> CellPlace | None:
    """Return what stands at a row and a column of a grid; None on a heading, or nowhere."""
    issue = issue_id_of(row)
    if row is None or issue is None:
        return None
    try:
        found = comparison.row(issue)
    except KeyError:
        return None
    part = row.partition(_PART)[2]
    line = next((line for line in found.parts if line.part == part), found.whole)
    return CellPlace(
        found, line, next((each for each in comparison.parties if each.id == party), None)
    )


def span_of(view: View, spot: CellPlace) -> Span | None:
    """Return where the dossier says what stands there: the position, else its document or issue.

    None where nothing is known of the text, as with an empty one.
    """
    return view.loaded.span(_path(spot), key=True)


def _path(spot: CellPlace) -> Path:
    issue = spot.row.issue.id
    for standing in spot.standings:
        document = standing.entry.document if standing.entry else standing.document
        if document is None:
            continue
        position = document.positions.get(issue)
        if position is None:
            return ("memoranda", document.id)
        path: Path = ("memoranda", document.id, "positions", issue)
        return (*path, "parts", standing.part) if standing.part in position.parts else path
    return ("issues", issue)
