"""What do all reports say of a comparison as a whole?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import positions
from positions.comparison.compare import narrowed
from positions.reports.page.summary import (
    camps_in_brief,
    camps_legend,
    counts_in_words,
    filter_in_words,
    status_mark,
    unraised_in_words,
    used_blanks,
    used_statuses,
)
from tests.generated import many_parties

if TYPE_CHECKING:
    from positions.comparison.rows import Comparison


def test_the_largest_camp_comes_first(comparison: Comparison) -> None:
    """
    parties: {a: {name: A}, b: {name: B}, c: {name: C}}
    issues:
      split: {topic: T, title: Split, kind: duration}
      alike: {topic: T, title: Alike, kind: duration}
    memoranda:
      one: {party: a, form: statement, date: 2025-01-01, sources: [paper], positions: {split: 1 day, alike: 1 day}}
      two: {party: b, form: statement, date: 2025-01-01, sources: [paper], positions: {split: 2 days, alike: 1 day}}
      three: {party: c, form: statement, date: 2025-01-01, sources: [paper], positions: {split: 2 days, alike: 1 day}}
    """
    split, alike = comparison.rows
    assert status_mark(split.whole, comparison) == "D 2|1"
    assert status_mark(alike.whole, comparison) == "A"
    assert counts_in_words(comparison) == "2 issues: 1 agreed, 1 divided"
    assert "how many parties hold the same" in camps_legend(comparison, comparison.rows)
    assert not camps_legend(comparison, [alike])


def test_of_many_camps_the_largest_are_counted() -> None:
    comparison = positions.compare(many_parties(30, 6))
    for row in comparison.rows:
        sizes = sorted(map(len, row.whole.camps), reverse=True)
        assert len(sizes) > 4
        largest = f"{sizes[0]}|{sizes[1]}|{sizes[2]}"
        assert status_mark(row.whole, comparison) == f"D {largest}|…"
        assert camps_in_brief(row.whole, comparison, "~") == f"{largest}|~"
    two = narrowed(comparison, ["p01", "p02"])
    assert {camps_in_brief(row.whole, two) for row in two.rows} == {""}


def test_one_issue_is_counted_in_the_singular(comparison: Comparison) -> None:
    """
    issues:
      a: {topic: T, title: Term, kind: duration}
      b: {topic: T, title: Rest, kind: duration}
    memoranda:
      n: {party: north, form: statement, date: 2025-06-01, sources: [paper], positions: {a: }}
    """
    assert counts_in_words(comparison) == "1 issue: 1 unclear"
    assert unraised_in_words(comparison) == "1 issue is not yet raised."
    assert filter_in_words("term", comparison.rows) == "Filter: term (1 issue)"
    assert filter_in_words("fund", ()) == "No issue matches the filter: fund"


def test_a_legend_lists_what_occurs(harbour: Comparison) -> None:
    assert [status.letter for status in used_statuses(harbour.rows)] == list("ANDOU")
    assert [str(blank) for blank in used_blanks(harbour.rows)] == ["undisclosed", "silent"]
