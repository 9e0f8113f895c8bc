"""The points of documents as JSON for other programs.

The JSON is plain ASCII, and its shape is stable: names are only ever added while `schema` is the
same number. It is an object of `schema` (1), `title` and `documents`: a list of `{id, party, title,
form, date, read, points, missing, uncited}`. `points` lists `{point, issues, left_out}`: the ids of
the issues on which a position cites it, and the reason where none does, or null. `missing` lists
the points that no position cites and that are not left out, `uncited` the issues on which the
document states something and cites no point.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from positions.analysis.points import DocumentPoints
    from positions.model.dossier import Dossier

__all__ = ["points_json"]

SCHEMA: Final = 1
"""The version of the shape; it changes when a name goes or means something else."""


def points_json(dossier: Dossier, documents: Iterable[DocumentPoints]) -> str:
    """Return the points as JSON, ended by a newline."""
    data = {
        "schema": SCHEMA,
        "title": dossier.header.title,
        "documents": [_document(one) for one in documents],
    }
    return json.dumps(data, indent=2) + "\n"


def _document(found: DocumentPoints) -> dict[str, object]:
    document = found.document
    return {
        "id": document.id,
        "party": document.party,
        "title": document.title or None,
        "form": str(document.form),
        "date": str(document.date),
        "read": document.read,
        "points": [
            {
                "point": point.name,
                "issues": list(point.issues),
                "left_out": point.left_out or None,
            }
            for point in found.points
        ],
        "missing": list(found.missing),
        "uncited": list(found.uncited),
    }
