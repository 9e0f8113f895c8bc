"""Words what every report says about a comparison as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from positions.comparison.rows import Status
from positions.record.options import under_options
from positions.text.english import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from positions.comparison.rows import Comparison, Line, Row
    from positions.model.dossier import Blank, Dossier, Option
    from positions.model.moment import Moment

__all__ = [
    "CONTESTED",
    "DISPUTED",
    "camps_in_brief",
    "camps_legend",
    "convergence_in_words",
    "counts_in_words",
    "coverage_in_words",
    "differ_in_parts",
    "disputed_in_words",
    "filter_in_words",
    "moment_in_words",
    "status_mark",
    "unraised_in_words",
    "used_blanks",
    "used_statuses",
]

CAMPS_SHOWN = 3

DISPUTED: Final = "†"
"""Behind the title of an issue of whose premise the parties dispute something."""
CONTESTED: Final = "‡"
"""Beside the number of a paragraph of a single text on which accounts differ."""


def moment_in_words(
    dossier: Dossier, as_of: Moment, options: Mapping[str, Sequence[Option]]
) -> str:
    """Return `As of 2 June 2025, under “Option 1” of Russia`: when, and which options are fixed.

    A moment later than the day for which the dossier stands is said to be that: nothing is recorded
    of the time between.
    """
    under = under_options(dossier, options)
    day = dossier.header.as_of
    beyond = f" (the dossier ends on {day.in_full})" if day.before(as_of) else ""
    return f"As of {as_of.in_full}{beyond}" + (f", under {under}" if under else "")


def counts_in_words(comparison: Comparison) -> str:
    """Return `24 issues: 2 agreed, 3 near`, the statuses that no row has left out."""
    listed = ", ".join(
        f"{comparison.counts[status]} {status}" for status in Status if comparison.counts[status]
    )
    return _issues(len(comparison.rows)) + (f": {listed}" if listed else "")


def convergence_in_words(comparison: Comparison) -> str:
    """Return `Agreed or settled: 2 of 18, at most 4`, of the issues that are counted.

    Where some of these are in doubt, it says that the least is what is beyond doubt.
    """
    done = sum(
        row.status in {Status.AGREED, Status.SETTLED} and row.parts_agreed is None
        for row in comparison.rows
        if not row.issue.procedural
    )
    doubt = " beyond doubt" if done > comparison.convergence.least else ""
    return f"Agreed or settled{doubt}: {comparison.convergence}"


def unraised_in_words(comparison: Comparison) -> str:
    """Return `3 issues are not yet raised.`; an empty text where all are."""
    number = len(comparison.unraised)
    verb = "is" if number == 1 else "are"
    return f"{_issues(number)} {verb} not yet raised." if number else ""


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


def status_mark(line: Line, comparison: Comparison) -> str:
    """Return the status letter, with how many hold what, where there are more than two parties.

    `D 18|14|6 +1`: three groups of parties whose positions are the same, the largest first, and one
    of which that is not known. `O 3 of 4`: three of four say the same. `D · S 2 of 3`: two have an
    agreement of their own.
    """
    held = "{} of {}".format(*line.tally) if line.tally else camps_in_brief(line, comparison)
    dealt = "· S {} of {}".format(*line.dealt) if line.dealt else ""
    return " ".join(filter(None, (line.status.letter, held, dealt)))


def camps_in_brief(line: Line, comparison: Comparison, ellipsis: str = "…") -> str:
    """Return the sizes of the camps, the largest first: `18|14|6`.

    Those of whom it is not known whether they differ stand apart: `2|1 +1`. Nothing where there are
    no more than two parties, or no two camps are known to differ.
    """
    if len(comparison.counted) < 3 or len(line.told) < 2:
        return ""
    sizes = [str(size) for size in sorted(map(len, line.told), reverse=True)]
    is_long = len(sizes) > CAMPS_SHOWN + 1  # a single one more takes no more room than the sign
    shown = "|".join([*sizes[:CAMPS_SHOWN], ellipsis] if is_long else sizes)
    return f"{shown} +{len(line.untold)}" if line.untold else shown


def camps_legend(comparison: Comparison, rows: Iterable[Row]) -> str:
    """Return what the numbers behind a status are, where there are any; a space before it."""
    lines: Iterable[Line] = (line for row in rows for line in (row.whole, *row.parts))
    lines = list(lines)
    found = ""
    if any(camps_in_brief(line, comparison) for line in lines):
        found += " The numbers behind a status: how many parties hold the same, camp by camp."
    if any(line.tally for line in lines):
        found += " “2 of 3” behind a status: so many hold what is said."
    return found


def disputed_in_words(rows: Iterable[Row]) -> tuple[str, ...]:
    """Return what is disputed of the premises of issues: `† Border: Where that border runs.`.

    Issues with the same premise share a line.
    """
    titles: dict[str, list[str]] = {}
    for row in rows:
        if row.issue.disputed:
            titles.setdefault(row.issue.disputed.undated(), []).append(row.issue.title)
    return tuple(f"{DISPUTED} {listed(named)}: {said}" for said, named in titles.items())


def differ_in_parts(row: Row) -> bool:
    """Return whether the parts of an issue differ in their status, so that each needs a row."""
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
