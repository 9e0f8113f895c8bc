"""Accounts for every point of a document: cited by a position, left out with a reason, or missing.

So that nothing is lost between a text and the table that is made of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from positions.model.points import cited_clauses, is_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from positions.model.dossier import Dossier, Memorandum

__all__ = ["DocumentPoints", "Point", "points_of"]


@dataclass(frozen=True, slots=True)
class Point:
    """A point of a document, and what became of it.

    Attributes:
        name: Its number, as the document lists it.
        issues: The ids of the issues on which a position cites it, or what lies within it.
        left_out: Why no position cites it, where the document says so.
    """

    name: str
    issues: tuple[str, ...]
    left_out: str = ""

    @property
    def missing(self) -> bool:
        """Whether no position cites it, and nothing says why."""
        return not self.issues and not self.left_out


@dataclass(frozen=True, slots=True)
class DocumentPoints:
    """The points of a document in its order, and the positions that cite none of them.

    Attributes:
        uncited: The ids of the issues on which the document states something and cites no point.
    """

    document: Memorandum
    points: tuple[Point, ...]
    uncited: tuple[str, ...]

    @property
    def missing(self) -> tuple[str, ...]:
        """The points that are not accounted for."""
        return tuple(point.name for point in self.points if point.missing)


def points_of(dossier: Dossier, documents: Iterable[str] = ()) -> tuple[DocumentPoints, ...]:
    """Return the points of documents, in the order of the dossier.

    Args:
        dossier: The dossier.
        documents: The ids of the documents; where none are given, those that list their points.
    """
    chosen = frozenset(documents)
    return tuple(
        _of_document(document)
        for document in dossier.memoranda.values()
        if (document.id in chosen if chosen else document.points)
    )


def _of_document(document: Memorandum) -> DocumentPoints:
    cited = {issue: tuple(cited_clauses(one)) for issue, one in document.positions.items()}
    points = tuple(
        Point(
            name,
            tuple(
                issue
                for issue, clauses in cited.items()
                if any(is_in(clause, name) for clause in clauses)
            ),
            document.left_out.get(name, ""),
        )
        for name in document.points
    )
    placed = {issue for point in points for issue in point.issues}
    stated = [name for name, one in document.positions.items() if one.unstated is None]
    return DocumentPoints(document, points, tuple(one for one in stated if one not in placed))
