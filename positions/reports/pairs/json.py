"""Every two parties as JSON for other programs; the shape is stable, as that of a comparison.

Of all pairs, an object of:

- `schema`: 1. `title`, `as_of`, and `filter` (the filter that chose the issues, or null).
- `options`: the options that are fixed, lists of `{id, title}` by party.
- `issues`: the ids of the issues that were counted.
- `parties`: a list of `{id, name, short, issues, spoken, reported, older, inferred, blanks}`;
  `blanks` has the number of issues of each kind of blank. `spoken` and these add up to `issues`.
- `floor`: how many issues two parties have to share for a rank: half of the most that any do.
- `pairs`: a list of pairs, the nearest first.
- `proposals`: how the paper of each column that is no party lies to each party: a list of
  `{column, role, party, both, same, other_terms, within, contains, overlaps, apart, unknown,
  farthest}`, with the ids of the issues under each name from `same` to `unknown`.

A pair is `{parties: [a, b], rank, both, undivided, same, near, compatible, apart, unknown,
farthest, distance, weighted_distance}`. `both` is on how many issues both speak, `undivided` on how
many of them nothing divides them, and `same` to `unknown` list their ids. Pairs of equal shares
have equal ranks; of two who share fewer issues than the floor it is null. `farthest` has the
greatest distance in each measure: `{issue, part, distance}`, with a distance as in a comparison.
`distance` is `{mean, issues}`, the mean from 0 to 1 over so many issues, `weighted_distance` the
same by the salience that is recorded for both; null where there is none, or no third party.

A pair in full is a comparison of the two, as `positions compare` has it, with `pair` beside it.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from positions.analysis.pairs import ranked
from positions.reports.comparison.json import SCHEMA, comparison_data, distance_data
from positions.reports.page.json_values import options_data

if TYPE_CHECKING:
    from collections.abc import Sequence

    from positions.analysis.mean_distance import MeanDistance
    from positions.analysis.overview import Overview
    from positions.analysis.pairs import Farthest, PairSummary
    from positions.comparison.rows import Comparison, Row

__all__ = ["pair_json", "pairs_json"]


def pairs_json(found: Overview, *, words: str = "") -> str:
    """Return what is between every two parties as JSON, ended by a newline.

    Args:
        found: What was counted.
        words: The filter that chose the rows.
    """
    comparison = found.comparison
    return _dumped(
        {
            "schema": SCHEMA,
            "title": comparison.dossier.header.title,
            "as_of": str(comparison.as_of),
            "options": options_data(comparison.options),
            "filter": words or None,
            "issues": [row.issue.id for row in found.rows],
            "parties": [
                {
                    "id": party.id,
                    "name": party.name,
                    "short": party.short,
                    "issues_and_parts": known.lines,
                    "spoken": known.spoken,
                    "reported": known.reported,
                    "older": known.older,
                    "inferred": known.inferred,
                    "blanks": {str(blank): number for blank, number in known.blanks.items()},
                }
                for party, known in zip(comparison.counted, found.coverage, strict=True)
            ],
            "floor": found.pairs.floor,
            "pairs": [
                {**_pair(one), "rank": rank}
                for rank, one in ranked(found.pairs.all, found.pairs.floor)
            ],
            "proposals": [
                {
                    "column": one.column,
                    "role": str(comparison.dossier.parties[one.column].role),
                    "party": one.party,
                    "both": one.both,
                    **{lie.replace(" ", "_"): list(issues) for lie, issues in one.issues.items()},
                    "farthest": _farthest(one.farthest),
                }
                for one in found.proposals
            ],
        }
    )


def pair_json(
    comparison: Comparison, one: PairSummary, rows: Sequence[Row], *, words: str = ""
) -> str:
    """Return a pair in full as JSON, ended by a newline.

    Args:
        comparison: The comparison of the two alone.
        one: What is between them.
        rows: The rows to print.
        words: The filter that chose the rows.
    """
    return _dumped({**comparison_data(comparison, rows, words=words), "pair": _pair(one)})


def _pair(one: PairSummary) -> dict[str, object]:
    return {
        "parties": [one.first, one.second],
        "both": one.both,
        "undivided": one.undivided,
        **{str(stand): list(issues) for stand, issues in one.issues.items()},
        "farthest": _farthest(one.farthest),
        "distance": _mean(one.distance),
        "weighted_distance": _mean(one.weighted),
    }


def _mean(found: MeanDistance | None) -> dict[str, object] | None:
    return {"mean": round(float(found.figure), 4), "issues": found.issues} if found else None


def _farthest(found: Sequence[Farthest]) -> list[dict[str, object]]:
    return [
        {"issue": far.issue, "part": far.part or None, "distance": distance_data(far.distance)}
        for far in found
    ]


def _dumped(data: dict[str, object]) -> str:
    return json.dumps(data, indent=2) + "\n"
