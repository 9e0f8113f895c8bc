"""An issue may say up to which distance it counts positions as near; nothing else makes it so."""

from __future__ import annotations

import pytest

import positions
from positions.comparison.rows import Comparison, Line, Row, Status
from tests.from_docstring import with_prelude

DAYS = "kind: duration, near: 7 days"
LADDER = "kind: choice, ordered: true, options: {a: A, b: B, c: C, d: D}, near: 1 step"


def _row(issue: str, *said: str, read: str = "whole") -> Row:
    names = "pqrs"[: len(said)]
    loaded = positions.loads(
        with_prelude(
            "parties: {" + ", ".join(f"{name}: {{name: {name.upper()}}}" for name in names) + "}\n"
            f"issues: {{it: {{topic: T, title: It, {issue}}}}}\n"
            "memoranda:\n"
            + "".join(
                f"  m-{name}: {{party: {name}, form: memorandum, read: {read}, date: 2025-06-01, sources: paper, "
                f"positions: {{it: {words}}}}}\n"
                for name, words in zip(names, said, strict=True)
            )
        )
    )
    assert loaded.dossier is not None
    assert not loaded.problems, [str(one) for one in loaded.problems]
    return positions.compare(loaded.dossier).row("it")


def _line(issue: str, *said: str, read: str = "whole") -> Line:
    return _row(issue, *said, read=read).whole


@pytest.mark.parametrize(
    ("issue", "said", "status"),
    [
        (DAYS, ("30 days", "37 days"), Status.NEAR),
        (DAYS, ("30 days", "38 days"), Status.DIVIDED),
        ("kind: duration", ("30 days", "31 days"), Status.DIVIDED),
        (DAYS, ("30 days", "30 days"), Status.AGREED),
        (DAYS, ("30 days", "at least 20 days"), Status.NEAR),
        (DAYS, ("30 days", "to be agreed"), Status.UNCLEAR),
        # about: the seven days may be a little more
        (DAYS, ("30 days", "about 37 days"), Status.DIVIDED),
        (DAYS, ("30 days", "about 36 days"), Status.NEAR),
        (DAYS, ("30 days", "more than 37 days"), Status.DIVIDED),
        (DAYS, ("30 days", "more than 36 days"), Status.NEAR),
        # no measure: a refusal, no end, touching without meeting
        (DAYS, ("none", "1 day"), Status.DIVIDED),
        (DAYS, ("0 days", "1 day"), Status.NEAR),
        (DAYS, ("unlimited", "30 days"), Status.DIVIDED),
        (DAYS, ("less than 5 days", "5 days"), Status.DIVIDED),
        # every two of several camps
        (DAYS, ("30 days", "33 days", "36 days"), Status.NEAR),
        (DAYS, ("30 days", "35 days", "40 days"), Status.DIVIDED),
        (DAYS, ("30 days", "35 days", "at least 33 days"), Status.NEAR),
        (DAYS, ("30 days", "35 days", "none"), Status.DIVIDED),
        (DAYS, ("30 days", "35 days", "to be agreed"), Status.DIVIDED),
        (DAYS, ("30 or 50 days", "50 or 70 days", "30 or 70 days"), Status.NEAR),
        (DAYS, ("0 days", "none", "2 days"), Status.DIVIDED),
        # branches: one choice has to bring all together
        (DAYS, ("{alternatives: {x: 30 days, y: 90 days}}", "35 days"), Status.NEAR),
        (DAYS, ("{alternatives: {x: 50 days, y: 90 days}}", "35 days"), Status.DIVIDED),
        (
            DAYS,
            (
                "{alternatives: {x: 0 days, y: 100 days}}",
                "{alternatives: {x: 5 days, y: 50 days}}",
                "{alternatives: {x: 95 days, y: 55 days}}",
            ),
            Status.DIVIDED,
        ),
        (
            DAYS,
            (
                "{alternatives: {x: 0 days, y: 100 days}}",
                "{alternatives: {x: 5 days, y: 50 days}}",
                "{alternatives: {x: 95 days, y: 7 days}}",
            ),
            Status.NEAR,
        ),
        # other kinds, each in its own measure
        ("kind: date, near: 1 week", ("2025-06-01", "by 2025-05-25"), Status.NEAR),
        ("kind: quantity, unit: '%', near: 0.5 %", ("2", "2.5"), Status.NEAR),
        ("kind: quantity, unit: tons, limit: maximum, near: 5", ("10", "16"), Status.DIVIDED),
        ("kind: quantity, unit: tons, limit: maximum, near: 5", ("10", "no limit"), Status.DIVIDED),
        ("kind: scale, ends: [No, Yes], near: 10", ("40", "50"), Status.NEAR),
        (LADDER, ("a", "b"), Status.NEAR),
        (LADDER, ("a", "b", "c"), Status.DIVIDED),
        (LADDER, ("a or b", "at least c"), Status.NEAR),
        ("kind: checklist, items: {a: A, b: B}, near: 1", ("[a, b]", "{refuse: [a]}"), Status.NEAR),
        ("kind: checklist, items: {a: A, b: B}, near: 1", ("[a, b]", "none"), Status.DIVIDED),
        (
            "kind: exchange, unit: men, between: [p, q], near: 5",
            ("10 for 10", "5 for 6"),
            Status.NEAR,
        ),
        (
            "kind: exchange, unit: men, between: [p, q], near: 4",
            ("10 for 10", "5 for 6"),
            Status.DIVIDED,
        ),
    ],
)
def test_a_line_is_near_where_no_two_camps_are_further_apart_than_its_issue_says(
    issue: str, said: tuple[str, ...], status: Status
) -> None:
    assert _line(issue, *said).status is status


@pytest.mark.parametrize(
    ("issue", "said", "sentence"),
    [
        (
            DAYS,
            ("30 days", "35 days"),
            "P wants 30 days; Q wants 35 days. They are 5 days apart, and up to 7 days counts as near here.",
        ),
        (
            DAYS,
            ("30 days", "35 days", "31 days"),
            "P wants 30 days; Q wants 35 days; R wants 31 days. The furthest apart are P and Q, by 5 days, and up to 7 days counts as near here.",
        ),
        (
            DAYS,
            ("30 days", "{alternatives: {x: 35 days, y: 60 days}}"),
            "P wants 30 days; under “x”, Q wants 35 days; under “y”, Q wants 60 days. At their nearest they are 5 days apart, and up to 7 days counts as near here.",
        ),
        (
            DAYS,
            ("30 days", "{alternatives: {x: 35 days, y: 60 days}}", "31 days"),
            "P wants 30 days; under “x”, Q wants 35 days; under “y”, Q wants 60 days; R wants 31 days. Up to 7 days apart counts as near here.",
        ),
        (
            "kind: checklist, items: {a: A, b: B}, near: 2",
            ("[a, b]", "none"),
            "P names “A” and “B”; Q rejects “A” and “B”. They are two items apart, which counts as near here.",
        ),
        (
            DAYS,
            ("30 days", "at least 20 days"),
            "P wants 30 days; Q wants at least 20 days.",
        ),
    ],
)  # fmt: skip
def test_the_reason_names_the_threshold_where_it_decides(
    issue: str, said: tuple[str, ...], sentence: str
) -> None:
    line = _line(issue, *said)
    assert line.status is Status.NEAR
    assert line.sentence == sentence


def test_a_part_in_another_unit_is_not_measured_by_the_threshold_of_its_issue() -> None:
    issue = (
        "kind: quantity, unit: tons, near: 5, "
        "parts: {steel: Steel, wine: {title: Wine, unit: litres}, coal: {title: Coal, unit: tons}}"
    )
    row = _row(issue, "10", "14")
    assert [line.status for line in row.parts] == [Status.NEAR, Status.DIVIDED, Status.NEAR]
    assert row.status is Status.DIVIDED


def test_a_whole_whose_parts_are_near_is_near_and_counts_in_no_convergence() -> None:
    row = _row(f"{DAYS}, parts: {{a: A, b: B}}", "10 days", "{parts: {a: 12 days, b: 10 days}}")
    assert [line.status for line in row.parts] == [Status.NEAR, Status.AGREED]
    assert row.status is Status.NEAR
    assert row.whole.sentence.startswith(
        "One of two parts is settled or agreed. A: P wants 10 days; Q wants 12 days. They are 2 days apart, "
        "and up to 7 days"
    )


def test_words_of_one_moment_that_contradict_each_other_are_never_near(text: str) -> None:
    """
    issues: {truce: {topic: War, title: Truce, kind: duration, near: 7 days}}
    memoranda:
      n: {party: north, form: memorandum, read: whole, date: 2025-06-01, sources: paper, positions: {truce: 3 days}}
      s: {party: south, form: statement, date: 2025-06-02, sources: paper, positions: {truce: 5 days}}
      t: {party: south, form: statement, date: 2025-06-02, sources: paper, positions: {truce: 90 days}}
    """
    dossier = positions.loads(text).dossier
    assert dossier is not None
    comparison = positions.compare(dossier)
    assert comparison.row("truce").status is Status.DIVIDED
    assert comparison.convergence.most == 0


def test_parts_that_are_near_by_a_threshold_count_in_the_convergence(
    comparison: Comparison,
) -> None:
    """
    issues: {truce: {topic: War, title: Truce, kind: duration, near: 5 days, parts: {land: Land, sea: Sea}}}
    memoranda:
      n: {party: north, form: memorandum, read: whole, date: 2025-06-01, sources: [paper],
          positions: {truce: {parts: {land: 30 days, sea: 3 days}}}}
      s: {party: south, form: memorandum, read: whole, date: 2025-06-01, sources: [paper],
          positions: {truce: {parts: {land: 33 days, sea: unspecified}}}}
    """
    assert comparison.row("truce").status is Status.UNCLEAR
    assert str(comparison.convergence) == "0 of 1"


def test_no_pair_is_singled_out_where_another_is_as_far_apart() -> None:
    line = _line(
        "kind: duration", "30 days", "{value: 35 days, by: [p]}", "{value: 35 days, by: [q]}"
    )
    assert line.sentence.count("The furthest apart differ by 5 days.") == 1


def test_a_step_is_counted_in_words_and_the_threshold_said_once() -> None:
    assert _line(LADDER, "a", "b").sentence.endswith(
        "They are one step apart, which counts as near here."
    )


def test_a_condition_is_no_time_and_what_comes_first_is_one() -> None:
    line = _line(
        "kind: duration", "{value: 5 days, conditions: [the audit is published]}", "5 days"
    )
    assert [gap.sentence for gap in line.gaps] == [
        "P wants 5 days on condition that the audit is published; Q names no condition."
    ]
    assert "on condition that the audit is published" in line.sentence
    line = _line("kind: duration", "{value: 5 days, conditions: if it rains}", "5 days")
    assert [gap.sentence for gap in line.gaps] == [
        "P wants 5 days if it rains; Q names no condition."
    ]
    line = _line("kind: duration", "{value: 5 days, after: [the audit]}", "5 days")
    assert [gap.sentence for gap in line.gaps] == [
        "P wants 5 days after the audit; Q names nothing that must come first."
    ]


def test_an_item_is_not_mentioned_as_far_as_a_text_was_read() -> None:
    said = [
        [
            gap.sentence
            for gap in _line(
                "kind: checklist, items: {a: A, b: B}", "[a, b]", "[a]", read=read
            ).gaps
        ]
        for read in ("whole", "part")
    ]
    assert said == [
        ["P names “B”; Q does not mention it."],
        ["P names “B”; Q does not mention it, as far as the text was read."],
    ]
