"""Words what every report and screen says of two parties."""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.analysis.pairs import UNDIVIDED, Closeness
from positions.reports.page.distances import far_in_words
from positions.text.english import listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from positions.analysis.pairs import PairSummary
    from positions.comparison.rows import Comparison, Row

__all__ = [
    "alone",
    "between_sentences",
    "dividing",
    "nothing_divides",
    "share_in_words",
    "stands_in_words",
]


def share_in_words(one: PairSummary) -> str:
    """Return `12 of 18`: of the issues on which both speak, those on which nothing divides them."""
    return f"{one.undivided} of {one.both}"


def stands_in_words(one: PairSummary) -> str:
    """Return `3 same, 9 near, 5 apart, 1 unknown`; nothing for a stand that does not occur."""
    found = [f"{len(issues)} {stand}" for stand, issues in one.issues.items() if issues]
    return ", ".join(found)


def _each_stand(one: PairSummary) -> str:
    """Return the same behind a share: `: 3 same and 9 near; 5 are apart and 1 is unknown`."""
    counts = {stand: len(issues) for stand, issues in one.issues.items() if issues}
    united = [f"{count} {stand}" for stand, count in counts.items() if stand in UNDIVIDED]
    others = [
        f"{count} {'is' if count == 1 else 'are'} {stand}"
        for stand, count in counts.items()
        if stand not in UNDIVIDED
    ]
    return f"{': ' * bool(united)}{listed(united)}{'; ' * bool(others)}{listed(others)}"


def alone(rows: Sequence[Row], party: str, other: str) -> int:
    """Return on how many rows a party speaks and the other does not."""
    return sum(_speaks(row, party) and not _speaks(row, other) for row in rows)


def _speaks(row: Row, party: str) -> bool:
    return any(line.standings[party].speaks for line in row.leaves)


def dividing(one: PairSummary) -> frozenset[str]:
    """Return the ids of the issues on which both speak and are not the same: their gaps."""
    return frozenset(
        issue
        for stand, issues in one.issues.items()
        if stand is not Closeness.SAME
        for issue in issues
    )


def between_sentences(comparison: Comparison, one: PairSummary, rows: Sequence[Row]) -> list[str]:
    """Return what is between two parties in sentences, without a full stop.

    Args:
        comparison: A comparison of both.
        one: What is between them on these rows.
        rows: The rows counted.
    """
    names = {party.id: party.name for party in comparison.parties}
    issues = f"{len(rows)} {'issue' if len(rows) == 1 else 'issues'}"
    found = [f"Both speak on {one.both} of {issues}"]
    if one.both:
        found.append(f"Nothing divides them on {share_in_words(one)}{_each_stand(one)}")
    single = [
        f"{names[party]} alone on {number}"
        for party, other in ((one.first, one.second), (one.second, one.first))
        if (number := alone(rows, party, other))
    ]
    if single:
        found.append(f"One speaks and the other does not: {listed(single)}")
    if one.farthest:
        far = [far_in_words(comparison, each) for each in one.farthest]
        found.append(f"Farthest apart, in each measure: {'; '.join(far)}")
    return found


def nothing_divides(comparison: Comparison, one: PairSummary, rows: Sequence[Row]) -> str:
    """Return the sentence that stands where two parties have no gap: why there is none."""
    names = {party.id: party.name for party in comparison.parties}
    if one.both:
        issues = "1 issue" if one.both == 1 else f"{one.both} issues"
        return f"Nothing divides them on the {issues} on which both speak."
    for party, other in ((one.first, one.second), (one.second, one.first)):
        if not any(_speaks(row, party) for row in rows):
            silent = f"{names[party]} speaks on none of these issues"
            spoken = alone(rows, other, party)
            if not spoken:
                return "Neither of them speaks on any of these issues."
            return f"{silent}; {names[other]} speaks on {spoken}."
    return "There is no issue on which both of them speak."
