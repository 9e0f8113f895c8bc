"""Checks the points that a document lists against the clauses that its positions cite."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from positions.checks.walk import inside
from positions.model.points import cited_clauses, is_in
from positions.text.likeness import nearest
from positions.text.quoting import short_name

if TYPE_CHECKING:
    from positions.checks.walk import Declared, Faults
    from positions.model.dossier import Dossier

__all__ = ["cited_and_left_out", "unknown_point"]


def unknown_point(dossier: Dossier, _: Declared) -> Faults:
    """Yield each clause that is in none of the points of its document, and each such omission."""
    for document in dossier.memoranda.values():
        points = document.points
        for issue, position in document.positions.items() if points else ():
            where = ("memoranda", document.id, "positions", issue)
            for path, one in inside(where, position):
                for place, clause in enumerate(one.clause):
                    if not any(is_in(clause, point) for point in points):
                        sentence = f"`{short_name(clause)}` is in none of the document's points."
                        advice = partial(nearest, clause, points, "Add it to `points`.")
                        yield (*path, "clause", place), sentence, advice
        for point in document.left_out:
            if point not in points:
                path = ("memoranda", document.id, "left_out", point)
                sentence = f"`{short_name(point)}` is left out, and is no point of the document."
                yield path, sentence, partial(nearest, point, points, "Add it to `points`.")


def cited_and_left_out(dossier: Dossier, _: Declared) -> Faults:
    """Yield each point that a document leaves out although one of its positions cites it."""
    for document in dossier.memoranda.values():
        if not document.left_out:
            continue
        cited = {
            clause: issue
            for issue, position in document.positions.items()
            for clause in cited_clauses(position)
        }
        for point in document.left_out:
            citing = next((cited[clause] for clause in cited if is_in(clause, point)), "")
            if citing:
                path = ("memoranda", document.id, "left_out", point)
                sentence = f"`{short_name(point)}` is left out, and `{citing}` cites it."
                yield path, sentence, "Remove it here, or correct the clause there."
