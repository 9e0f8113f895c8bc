"""Prints the cells in doubt as JSON for other programs.

The JSON is plain ASCII, and its shape is stable: names are only ever added while `schema` is the
same number. It is an object of `schema` (1), `title`, `as_of`, `filter` (the filter that chose the
issues, or null) and `doubts`: a list of `{kind, title, count, cells}`. `kind` is `blanks`, `texts`,
`words`, `premises`, `points` or `sources`; `count` is how many issues and parts of issues it is
about, and `cells` lists them as `{party, issue, label, said, document}`, with null where there is
none. Cells with the best grade that there is are counted, and not listed.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from positions.reports.unknown.cells import doubts

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from positions.comparison.rows import Comparison, Row

__all__ = ["unknown_json"]

SCHEMA: Final = 1
"""The version of the shape; it changes when a name goes or means something else."""


def unknown_json(
    comparison: Comparison,
    rows: Sequence[Row],
    parties: Collection[str] | None = None,
    *,
    words: str = "",
) -> str:
    """Return what is not known as JSON, ended by a newline."""
    groups = [
        {
            "kind": group.kind,
            "title": group.title,
            "count": group.count,
            "cells": [
                {
                    "party": cell.party or None,
                    "issue": cell.issue or None,
                    "label": cell.label,
                    "said": cell.said,
                    "document": cell.document or None,
                }
                for cell in group.cells
            ],
        }
        for group in doubts(comparison, rows, parties)
    ]
    data = {
        "schema": SCHEMA,
        "title": comparison.dossier.header.title,
        "as_of": str(comparison.as_of),
        "filter": words or None,
        "doubts": groups,
    }
    return json.dumps(data, indent=2) + "\n"
