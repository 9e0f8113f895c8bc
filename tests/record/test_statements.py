"""What did each party ever say on an issue, in which order, and what became of it?"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

import positions
from positions.cli import main as cli
from positions.model.moment import Moment
from positions.record.settle import record
from positions.record.statements import WordState, words_said
from tests.from_docstring import with_prelude

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from positions.model.dossier import Dossier

TALKS = """
    issues:
      truce: {topic: T, title: Truce, kind: duration}
      guard: {topic: T, title: Guard, kind: duration, parts: {hill: {title: Hill}, lake: {title: Lake}}}
    memoranda:
      first: {party: north, form: statement, date: 2025-05-01, sources: [paper], positions: {truce: 3 days}}
      rumour: {party: north, form: report, date: 2025-05-02, sources: [paper], positions: {truce: 9 days}}
      second:
        {party: north, form: statement, date: 2025-05-03, sources: [paper], speaker: The envoy,
         positions: {truce: {value: 5 days, accounts: {radio: {value: 6 days, sources: [paper]}}}}}
      echo: {party: north, form: report, date: 2025-05-04, sources: [paper], positions: {truce: 5 days}}
      doubt: {party: north, form: report, date: 2025-05-05, sources: [paper], positions: {truce: 7 days}}
      plan:
        {party: north, form: memorandum, read: whole, date: 2025-05-10, published: 2025-06-20, sources: [paper],
         positions: {truce: 8 days, guard: 1 day}}
      later: {party: north, form: statement, date: 2025-06-10, sources: [paper], positions: {truce: 4 days}}
      early: {party: south, form: statement, date: 2025-05-01, sources: [paper], positions: {truce: 4 days, guard: {parts: {hill: 2 days}}}}
      text: {party: south, form: memorandum, read: whole, date: 2025-05-09, sources: [paper], positions: {}}
      again: {party: south, form: report, date: 2025-05-11, sources: [paper], positions: {truce: 1 day}}
"""


@pytest.fixture
def talks() -> Dossier:
    found = positions.loads(with_prelude(TALKS)).dossier
    assert found is not None
    return found


def told(dossier: Dossier, issue: str, party: str, as_of: str, part: str = "") -> list[str]:
    words = words_said(dossier, dossier.issues[issue], part, party, Moment.parse(as_of))
    return [
        f"{word.document.id}: {word.state.name.lower()}"
        + "".join(f" < {one.id}" for one in word.replaced)
        + (f" > {word.replaced_by.id}" if word.replaced_by else "")
        + (f" ({word.blank})" if word.blank else "")
        for word in words
    ]


def test_every_word_stands_with_what_became_of_it(talks: Dossier) -> None:
    assert told(talks, "truce", "north", "2025-06-02") == [
        "first: superseded > second",
        "rumour: superseded",
        "second: older < first",
        "echo: same",
        "doubt: beside",
    ]
    assert told(talks, "truce", "north", "2025-06-30") == [
        "first: superseded > second",
        "rumour: superseded",
        "second: superseded < first > plan",
        "echo: superseded",
        "doubt: superseded",
        "plan: superseded < second > later",
        "later: of_record < plan",
    ]


def test_a_silence_that_closes_the_record_is_a_word(talks: Dossier) -> None:
    assert told(talks, "truce", "south", "2025-06-02") == [
        "early: superseded > text",
        "text: of_record < early (silent)",
        "again: of_record",
    ]
    assert told(talks, "guard", "south", "2025-06-02", "hill") == [
        "early: superseded > text",
        "text: of_record < early (silent)",
    ]
    assert told(talks, "guard", "south", "2025-06-02", "lake") == ["text: of_record (silent)"]
    assert told(talks, "guard", "north", "2025-05-01", "hill") == []
    assert told(talks, "guard", "north", "2025-05-10", "hill") == ["plan: of_record (undisclosed)"]


def test_words_of_one_moment_that_contradict_each_other_conflict() -> None:
    text = """
    issues: {truce: {topic: T, title: Truce, kind: duration}}
    memoranda:
      one: {party: north, form: statement, date: 2025-05-01, sources: [paper], positions: {truce: 3 days}}
      two: {party: north, form: statement, date: 2025-05-01, sources: [paper], positions: {truce: 4 days}}
      three: {party: north, form: statement, date: 2025-05-02, sources: [paper], positions: {truce: 5 days}}
    """
    dossier = positions.loads(with_prelude(text)).dossier
    assert dossier is not None
    assert told(dossier, "truce", "north", "2025-05-01") == [
        "one: conflicting",
        "two: of_record",
    ]
    assert told(dossier, "truce", "north", "2025-05-02")[-1] == "three: of_record < two < one"


def test_each_cell_says_what_its_word_replaced(talks: Dossier) -> None:
    found = record(talks, Moment.parse("2025-06-30"))

    def replaced(party: str, issue: str, part: str = "") -> list[str]:
        return [one.document.id for one in found.standing(party, issue, part).replaced]

    assert replaced("north", "truce") == ["plan"]
    assert replaced("south", "guard", "hill") == ["early"]
    assert replaced("south", "guard", "lake") == []


def test_what_a_draft_takes_over_is_its_word(dossier: Dossier) -> None:
    """
    issues: {truce: {topic: T, title: Truce, kind: duration}}
    memoranda:
      one: {party: south, form: memorandum, read: whole, date: 2025-05-01, sources: [paper], positions: {truce: 3 days}}
      two: {party: north, form: memorandum, read: whole, date: 2025-05-02, sources: [paper], based_on: one}
    """
    (word,) = words_said(dossier, dossier.issues["truce"], "", "north", Moment.parse("2025-06-02"))
    assert word.entry is not None
    assert word.entry.position.as_in == "one"


documents = st.lists(
    st.fixed_dictionaries(
        {
            "party": st.just("north"),
            "form": st.sampled_from(["memorandum", "statement", "report"]),
            "date": st.sampled_from(["2025-05-20", "2025-05-21T09:00", "2025-05-21", "2025-05-22"]),
            "disclosure": st.sampled_from(["published", "partial"]),
            "sources": st.just(["paper"]),
            "positions": st.sampled_from(
                [{}, {"truce": "3 days"}, {"truce": "4 days"}, {"truce": "declined"}]
            ),
        }
    ),
    max_size=5,
)


@given(documents, st.sampled_from(["2025-05-20", "2025-05-21T12:00", "2025-05-30"]))
def test_every_word_is_told_once_and_the_record_is_among_them(
    found: list[dict[str, Any]], at: str
) -> None:
    data = {
        "dossier": {"format": "1", "title": "T", "as_of": "2025-06-02"},
        "parties": {"north": {"name": "North"}},
        "sources": {"paper": {"publisher": "P", "title": "T", "date": "2025-05-01"}},
        "issues": {"truce": {"topic": "War", "title": "Truce", "kind": "duration"}},
        "memoranda": {f"m{number}": one for number, one in enumerate(found)},
    }
    dossier = positions.loads(json.dumps(data)).dossier
    assert dossier is not None
    moment = Moment.parse(at)
    words = words_said(dossier, dossier.issues["truce"], "", "north", moment)
    mentioned = [
        one.id
        for one in dossier.memoranda.values()
        if "truce" in one.positions and not moment.before(one.date) and one.is_known(moment)
    ]
    assert sorted(word.document.id for word in words if word.entry) == sorted(mentioned)
    dates = [word.document.date.order() for word in words]
    assert dates == sorted(dates)
    standing = record(dossier, moment).standing("north", "truce")
    current = {WordState.OF_RECORD, WordState.OLDER}
    of_record = {word.document.id for word in words if word.entry and word.state in current}
    assert of_record == ({standing.entry.document.id} if standing.entry else set())
    for word in words:
        for gone in word.replaced:
            back = next(one for one in words if one.document.id == gone.id)
            assert back.replaced_by == word.document


@pytest.fixture
def run(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., tuple[int, str, str]]:
    (tmp_path / "positions.yaml").write_text(with_prelude(TALKS), encoding="utf-8")
    (tmp_path / "broken.yaml").write_text("[", encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str) -> tuple[int, str, str]:
        return (cli.run(arguments, open_ui=lambda *_: 7), *capsys.readouterr())

    return call


def test_the_history_of_an_issue_as_text(run: Callable[..., tuple[int, str, str]]) -> None:
    code, out, _ = run("show", "truce", "--history")
    assert code == 0
    assert out.startswith("Truce\nas of: 2025-06-02\n")
    assert """
  2025-05-03: 5 days
    in: statement of 3 May 2025
    state: of record, older than words that are not known, read or recorded in full
    took the place of: statement of 1 May 2025
    speaker: The envoy
    source: The Paper, 2025-06-01: Talks (paper)
      grade: not graded
    another account, radio: 6 days
""" in out.replace("      not graded", "      grade: not graded")
    statuses = out[out.index("status as the talks went") : out.index("\nNorth\n")]
    assert [line.strip() for line in statuses.splitlines() if line.startswith("  2025")] == [
        "2025-05-01: D divided",
        "2025-05-09: O one-sided",
        "2025-05-11: D divided",
    ]
    assert "  2025-05-09: silent\n    in: memorandum of 9 May 2025 (published)\n" in out
    assert "    gave way to: statement of 3 May 2025\n" in out
    assert "    state: a report that says the same as the record\n" in out


def test_parts_that_share_their_words_share_a_heading(
    run: Callable[..., tuple[int, str, str]],
) -> None:
    _, out, _ = run("show", "guard", "--history", "--format", "markdown")
    assert "## North\n\n- **2025-05-10**: undisclosed\n" in out
    assert "## South\n\n- **Hill**\n" in out
    assert "- **Lake**\n" in out
    _, out, _ = run("show", "guard", "--history", "--as-of", "2025-05-01", "--format", "markdown")
    assert "state" in out
    assert "2025-05-10" not in out


def test_the_history_for_programs(run: Callable[..., tuple[int, str, str]]) -> None:
    _, out, _ = run("show", "truce", "--history", "--format", "json")
    found = json.loads(out)
    assert (found["issue"]["id"], found["status"]) == ("truce", "divided")
    north, south = found["words"]
    assert [word["state"] for word in north["said"]][:3] == ["superseded", "superseded", "older"]
    second = north["said"][2]
    assert (second["replaced"], second["replaced_by"]) == (["first"], None)
    assert second["position"]["value"]["shown"] == "5 days"
    assert [one["status"] for one in found["statuses"]][-1] == found["status"]
    assert found["statuses"][-1]["sentence"] == found["sentence"]
    silent = south["said"][1]
    assert (silent["position"], silent["blank"]) == (None, "silent")


def test_history_is_of_every_option_and_of_an_issue(
    run: Callable[..., tuple[int, str, str]],
) -> None:
    code, _, err = run("show", "truce", "--history", "--option", "north=x")
    assert code == 2
    assert "--history lists the words of every option: leave out --option." in err
    assert run("show", "trcue", "--history")[0] == 2
    assert run("show", "truce", "--history", "--file", "broken.yaml")[0] == 1


def test_a_party_without_a_word_has_none(run: Callable[..., tuple[int, str, str]]) -> None:
    text = "issues: {truce: {topic: T, title: Truce, kind: duration}}\nmemoranda: {}"
    Path("positions.yaml").write_text(with_prelude(text), encoding="utf-8")
    assert "North\n  no word is recorded\n" in run("show", "truce", "--history")[1]


def test_a_report_may_fill_a_blank_again_that_a_silent_text_had_closed(dossier: Dossier) -> None:
    """
    issues: {truce: {topic: T, title: Truce, kind: duration}}
    memoranda:
      rumour: {party: north, form: report, date: 2025-05-01, sources: [paper], positions: {truce: 3 days}}
      text: {party: north, form: memorandum, read: whole, date: 2025-05-05, sources: [paper]}
      answer: {party: north, form: statement, date: 2025-05-08, sources: [paper], positions: {truce: declined}}
    """
    rumour = told(dossier, "truce", "north", "2025-05-06")[0]
    again = told(dossier, "truce", "north", "2025-05-08")[0]

    assert rumour.endswith("> text")
    assert again == "rumour: of_record"
