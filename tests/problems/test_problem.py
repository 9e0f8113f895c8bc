"""A problem as a value: its severity, its place, and its order among others."""

from __future__ import annotations

import pytest

from positions.problems.problem import Problem, Severity, Span, has_errors, in_order


def test_a_problem_reads_as_place_severity_code_sentence_and_advice() -> None:
    span = Span("talks.yaml", 3, 7, 3, 9)
    assert str(Problem("bad-id", "It cannot.", "Write it so.", span)) == (
        "talks.yaml:3:7: error bad-id: It cannot. Write it so."
    )
    assert str(Problem("always-meets", "They meet.")) == "warning always-meets: They meet."


def test_a_code_that_is_not_in_the_table_is_a_fault_of_the_program() -> None:
    with pytest.raises(LookupError, match="no-such-code"):
        Problem("no-such-code", "It is not.")


def test_warnings_alone_are_no_errors() -> None:
    warning, error = Problem("always-meets", "They meet."), Problem("bad-id", "It cannot.")
    assert not has_errors([])
    assert not has_errors([warning])
    assert has_errors([warning, error])
    assert [one.severity for one in (warning, error)] == [Severity.WARNING, Severity.ERROR]


def test_problems_are_in_the_order_of_the_text_those_without_a_place_first() -> None:
    first, second, third = (Span("a.yaml", line, 1, line, 2) for line in (2, 10, 11))
    problems = [
        Problem("tag", "Third.", span=third),
        Problem("tag", "Second.", span=second),
        Problem("bad-id", "Second too.", span=second),
        Problem("tag", "First.", span=first),
        Problem("slow-parser", "Nowhere."),
    ]
    assert [one.sentence for one in in_order(problems)] == [
        "Nowhere.",
        "First.",
        "Second too.",
        "Second.",
        "Third.",
    ]
