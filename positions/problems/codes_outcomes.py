"""The codes of what is wrong with an outcome."""

from __future__ import annotations

from positions.problems.entry import Code, error, warning

__all__ = ["OUTCOMES"]

OUTCOMES: dict[str, Code] = {
    "empty-outcome": error(
        "An outcome says neither what was agreed nor by whose account.",
        "Add `value:`, `parts:` or `accounts:`; `blank: undisclosed` where it is kept secret.",
        "deal: {issue: truce, date: 2025-06-02, confirmed_by: all, sources: [paper]}",
        "deal: {issue: truce, date: 2025-06-02, value: 30 days, confirmed_by: all, "
        "sources: [paper]}",
    ),
    "nothing-confirmed": warning(
        "An outcome is confirmed, and has no value that could be: each party’s account is its own.",
        "Write what is confirmed as `value:`, or remove `confirmed_by`.",
        "deal: {issue: truce, date: 2025-06-02, accounts: {north: 30 days}, confirmed_by: south, "
        "sources: [paper]}",
        "deal: {issue: truce, date: 2025-06-02, accounts: {north: 30 days, south: 20 days}, "
        "sources: [paper]}",
    ),
    "repeated-party": warning(
        "An outcome is confirmed twice by the same party, or by a party and by all.",
        "Keep one of the two.",
        "deal: {issue: truce, date: 2025-06-02, value: 30 days, confirmed_by: [north, north], "
        "sources: [paper]}",
        "deal: {issue: truce, date: 2025-06-02, value: 30 days, confirmed_by: [north, south], "
        "sources: [paper]}",
    ),
    "contradicted-outcome": warning(
        "A party confirms an outcome, and its own account says something else. The outcome counts "
        "as disputed, and settles nothing.",
        "Remove the party from `confirmed_by`, or mend its account.",
        "deal: {issue: truce, date: 2025-06-02, value: 30 days, confirmed_by: [north, south], "
        "accounts: {south: 20 days}, sources: [paper]}",
        "deal: {issue: truce, date: 2025-06-02, value: 30 days, confirmed_by: north, "
        "accounts: {south: 20 days}, sources: [paper]}",
    ),
    "conflicting-outcome": warning(
        "Two outcomes of the same moment say different things on an issue. Both are shown, and "
        "neither settles anything.",
        "Give the later one its time of day, or make them accounts of one outcome.",
        "noon: {issue: truce, date: 2025-06-02, value: 2 days, sources: [paper]}\n"
        "night: {issue: truce, date: 2025-06-02, value: 3 days, sources: [paper]}",
        "noon: {issue: truce, date: 2025-06-02T12:00, value: 2 days, sources: [paper]}\n"
        "night: {issue: truce, date: 2025-06-02T23:00, value: 3 days, sources: [paper]}",
    ),
    "early-delivery": warning(
        "Something was delivered before it was agreed.",
        "Mend one of the two dates.",
        "deal: {issue: truce, date: 2025-06-02, value: 30 days, sources: [paper],\n"
        "       delivered: {north: {value: 30 days, date: 2025-05-02}}}",
        "deal: {issue: truce, date: 2025-06-02, value: 30 days, sources: [paper],\n"
        "       delivered: {north: {value: 30 days, date: 2025-07-02}}}",
    ),
}
