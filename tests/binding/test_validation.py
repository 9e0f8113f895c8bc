"""What is said about a record that its model refuses."""

from __future__ import annotations

import time

import pytest

import positions
from positions.binding.validation import kind_of_data
from positions.problems.collector import MAX_LISTED, ProblemCollector
from positions.text.quoting import short_name, with_article
from tests.from_docstring import with_prelude
from tests.marked import faults


@pytest.mark.parametrize(
    ("data", "words"),
    [(None, "empty"), ({}, "a mapping"), ([], "a list"), ("", "text"), ("30 days", "text")],
)
def test_plain_data_has_a_name_in_sentences(data: object, words: str) -> None:
    assert kind_of_data(data) == words


def test_a_kind_has_the_article_that_its_sound_wants() -> None:
    assert [with_article(noun) for noun in ("exchange", "choice", "text")] == [
        "An exchange",
        "A choice",
        "A text",
    ]


def test_a_long_name_ends_in_an_ellipsis() -> None:
    assert short_name("x" * 40) == "x" * 40
    assert short_name("x" * 41) == "x" * 39 + "…"


def test_a_single_empty_text_in_the_place_of_a_list_is_empty() -> None:
    assert faults(
        "memoranda: {plan: {party: north, form: report, date: 2025-06-01, sources: «''}}\n"
    ) == ["empty-field: An entry of `sources` is empty. Write a value, or remove the key."]


def test_an_entry_of_a_list_and_a_key_of_a_mapping_are_named_as_such() -> None:
    assert faults(
        "issues: {i: {topic: T, title: T, kind: choice, options: {a: «[A]}}}\n"
        "memoranda: {plan: {party: north, form: report, date: 2025-06-01, sources: [paper, «[a]]}}\n"
    ) == [
        "wrong-shape: `a` is a list. It should be text or a mapping of fields.",
        "wrong-shape: An entry of `sources` is a list. It should be text.",
    ]


def test_a_misspelt_field_is_not_missing_as_well() -> None:
    assert faults(
        "parties: {«north: {«nmae: North, «colour: red}}\n".replace("{«north", "{north")
    ) == [
        "unknown-key: `nmae` is not a field here. Did you mean `name`?",
        (
            "unknown-key: `colour` is not a field here. "
            "The fields are `name`, `short`, `plural`, `role`, `member_of`, `formerly`, `note`."
        ),
    ]
    assert faults("sources: {«s: {«titel: T, publisher: P}}\n") == [
        "missing-field: `date` is missing. Add `date:`.",
        "unknown-key: `titel` is not a field here. Did you mean `title`?",
    ]


def test_what_is_refused_is_not_printed() -> None:
    secret = "hunter2-" * 20
    text = with_prelude(
        f"sources: {{s: {{publisher: P, title: T, date: {secret}, url: {secret}, reliability: {secret}}}}}\n"
        f"memoranda: {{m: {{party: north, form: {secret}, date: 2025-06-01, credibility: {secret}}}}}\n"
    )
    problems = positions.loads(text).problems
    assert len(problems) == 5
    assert not [one for one in problems if "hunter2" in str(one)]


def test_up_to_a_bound_all_problems_of_a_code_are_listed_and_then_they_are_counted() -> None:
    asked = []

    def advice() -> str:
        asked.append(1)
        return "Did you?"

    report = ProblemCollector(lambda *_, **__: None)
    report.add("bad-id", (), "Another kind.")
    for number in range(MAX_LISTED):
        report.add("unknown-key", (number,), "A fault.", advice)
    assert len(report.problems()) == MAX_LISTED + 1
    for number in range(1_500):
        report.add("unknown-key", (number,), "A fault.", advice)
    *_, last = report.problems()

    assert report.count == MAX_LISTED + 1_501
    assert len(report.problems()) == MAX_LISTED + 2
    assert (last.code, last.path) == ("unknown-key", ())
    assert last.sentence == "From here on, 1,500 more problems of this kind are not listed."
    assert len(asked) == MAX_LISTED


@pytest.mark.no_cover
@pytest.mark.parametrize(
    "lines",
    [
        "".join(f"  x{number}: 1\n" for number in range(50_000)),
        "  "
        + "\n  ".join(f"north{number}: {{nmae: N, shrt: S}}" for number in range(20_000))
        + "\n",
    ],
    ids=["wrong records", "misspelt fields"],
)
def test_very_many_faults_take_no_more_time_each_than_a_few(lines: str) -> None:
    begun = time.process_time()
    loaded = positions.loads(f"parties:\n{lines}")
    assert time.process_time() - begun < 20
    assert {one.code for one in loaded.problems} >= {"missing-section"}
    assert len(loaded.problems) < 1_000
