"""Dossiers as an analyst would write them, each read row by row: a wage dispute, a trade deal."""

from __future__ import annotations

import pytest

import positions
from positions.comparison.rows import Comparison, Status
from tests.paths import DOSSIERS
from tests.rendered import comparison_text
from tests.reports.golden_files import expect


def _comparison(text: str) -> Comparison:
    loaded = positions.loads(text, "example.yaml")
    assert not loaded.problems, [str(problem) for problem in loaded.problems]
    assert loaded.dossier is not None
    return positions.compare(loaded.dossier)


def _text(name: str) -> str:
    return (DOSSIERS / f"{name}.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["wages", "quota"])
def test_the_comparison_as_an_analyst_reads_it(name: str) -> None:
    expect(f"{name}.txt", comparison_text(_comparison(_text(name))))


def test_two_ceilings_two_floors_and_two_starting_dates_that_differ_are_divided() -> None:
    wages = _comparison(_text("wages"))
    for issue, far in (
        ("floor", "130 crowns a month"),
        ("counts-from", "90 days"),
        ("hours", "3 hours"),
    ):
        whole = wages.row(issue).whole
        assert whole.status is Status.DIVIDED
        assert whole.distance is not None
        assert whole.distance.text == far
    quota = _comparison(_text("quota"))
    assert {line.part: line.status for line in quota.row("quota").parts} == {
        "y1": Status.UNCLEAR,
        **dict.fromkeys(("y2", "y3", "y4", "y5"), Status.DIVIDED),
    }
    assert quota.row("starts").status is Status.DIVIDED


def test_differences_are_near_only_where_the_issue_says_up_to_which_distance() -> None:
    wages, quota = _comparison(_text("wages")), _comparison(_text("quota"))
    near = {
        row.issue.id: row.issue.near.text
        for comparison in (wages, quota)
        for row in comparison.rows
        if row.status is Status.NEAR and row.issue.near
    }
    assert near == {"notice": "14 days", "home": "1 step", "review": "100 days"}
    assert not [
        row
        for comparison in (wages, quota)
        for row in comparison.rows
        if row.status is Status.NEAR and not row.issue.near
    ]
    assert (wages.convergence.least, quota.convergence.least) == (0, 0)


@pytest.mark.parametrize(
    ("name", "issue", "value", "limit", "sentence"),
    [
        ("wages", "floor", "floor: 90", "minimum", "open upward"),
        ("wages", "counts-from", "", "minimum", "open toward later days"),
        ("wages", "hours", "hours: 38", "maximum", "open downward"),
        ("quota", "in-quota-tariff", "", "maximum", ""),
    ],
)
def test_an_analyst_who_forgets_the_limit_is_warned_where_all_would_meet(
    name: str, issue: str, value: str, limit: str, sentence: str
) -> None:
    text = _text(name)
    start = text.index(f"  {issue}:\n    topic")
    at = text.index(f"    limit: {limit}\n", start)
    text = text[:at] + text[at:].replace(f"    limit: {limit}\n", "", 1)
    if value:
        # As a second analyst writes a ceiling or a floor.
        bound = "at least" if limit == "minimum" else "at most"
        text = text.replace(value, value.replace(": ", f": {bound} "))
    warned = [
        problem
        for problem in positions.loads(text, "example.yaml").problems
        if problem.code == "always-meets" and problem.path == ("issues", issue)
    ]
    if sentence:
        (problem,) = warned
        assert sentence in problem.sentence
        assert "declare `limit: maximum` or `limit: minimum`" in problem.suggestion
    else:
        # Not all are open to the same side: bare figures exclude each other without a limit too.
        assert not warned
