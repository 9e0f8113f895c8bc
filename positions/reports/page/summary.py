"""What every report says about a comparison as a whole, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.comparison.rows import Status
from positions.record.options import under_options

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from positions.comparison.rows import Comparison, Line, Row
    from positions.model.dossier import Blank, Dossier, Option
    from positions.model.moment import Moment

__all__ = [
    "by_topic",
    "camps_in_brief",
    "camps_legend",
    "convergence_in_words",
    "counts_in_words",
    "coverage_in_words",
    "differ_in_parts",
    "filter_in_words",
    "moment_in_words",
    "status_mark",
    "used_blanks",
    "used_statuses",
]

CAMPS_SHOWN = 3


def moment_in_words(
    dossier: Dossier, as_of: Moment, options: Mapping[str, Sequence[Option]]
) -> str:
    """Return `As of 2025-06-02, under “Option 1” of Russia`: when, and which options are fixed."""
    under = under_options(dossier, options)
    return f"As of {as_of}" + (f", under {under}" if under else "")


def counts_in_words(comparison: Comparison) -> str:
    """Return `24 issues: 2 agreed, 3 near`, the statuses that no row has left out."""
    listed = ", ".join(
        f"{comparison.counts[status]} {status}" for status in Status if comparison.counts[status]
    )
    return _issues(len(comparison.rows)) + (f": {listed}" if listed else "")


def convergence_in_words(comparison: Comparison) -> str:
    """Return `Convergence: 2 of 18, at most 4`: of all issues but the open ones."""
    return f"Convergence: {comparison.convergence}"


def coverage_in_words(comparison: Comparison) -> str:
    """Return `Coverage: 40 of 48 positions known`."""
    return f"Coverage: {comparison.spoken} of {comparison.cells} positions known"


def filter_in_words(words: str, rows: Sequence[Row]) -> str:
    """Return `Filter: status:near (3 issues)`, or the sentence that stands where no row does."""
    if rows:
        return f"Filter: {words} ({_issues(len(rows))})"
    if words:
        return f"No issue matches the filter: {words}"
    return "The dossier has no issues that can be compared."


def _issues(count: int) -> str:
    return f"{count} {'issue' if count == 1 else 'issues'}"


def by_topic(rows: Iterable[Row]) -> list[tuple[str, list[Row]]]:
    """Return the rows under their topics, both in the order of the dossier."""
    topics: dict[str, list[Row]] = {}
    for row in rows:
        topics.setdefault(row.issue.topic, []).append(row)
    return list(topics.items())


def status_mark(line: Line, comparison: Comparison) -> str:
    """Return the status letter, with the sizes of the camps where there are more than two parties.

    `D 18|14|6`: three groups of parties whose positions are the same, the largest first.
    """
    return f"{line.status.letter} {camps_in_brief(line, comparison)}".rstrip()


def camps_in_brief(line: Line, comparison: Comparison, ellipsis: str = "…") -> str:
    """Return the sizes of the camps, the largest first: `18|14|6`.

    Nothing where there are no more than two parties, or all who speak are of one camp.
    """
    if len(comparison.counted) < 3 or len(line.camps) < 2:
        return ""
    sizes = [str(size) for size in sorted(map(len, line.camps), reverse=True)]
    is_long = len(sizes) > CAMPS_SHOWN + 1  # a single one more takes no more room than the sign
    return "|".join([*sizes[:CAMPS_SHOWN], ellipsis] if is_long else sizes)


def camps_legend(comparison: Comparison, rows: Iterable[Row]) -> str:
    """Return what the numbers behind a status are, where there are any; a space before it."""
    lines = (line for row in rows for line in (row.whole, *row.parts))
    if not any(camps_in_brief(line, comparison) for line in lines):
        return ""
    return " The numbers behind a status: how many parties hold the same, camp by camp."


def differ_in_parts(row: Row) -> bool:
    """Return whether the parts of an issue stand differently, so that each needs a row."""
    return len({line.status for line in row.parts}) > 1


def used_statuses(rows: Iterable[Row]) -> list[Status]:
    """Return the statuses that occur, in their order of precedence."""
    used = {line.status for row in rows for line in (row.whole, *row.parts)}
    return [status for status in Status if status in used]


def used_blanks(rows: Sequence[Row]) -> list[Blank]:
    """Return the kinds of blank that occur in cells, in the order of the rows."""
    found = (
        standing.blank
        for row in rows
        for line in row.leaves
        for standing in line.standings.values()
        if standing.blank is not None and not standing.speaks
    )
    return list(dict.fromkeys(found))
