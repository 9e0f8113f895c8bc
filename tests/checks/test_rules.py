"""Rules across records: what is referred to, what stands twice, and on whose word."""

from __future__ import annotations

import time

import pytest

import positions
from positions.model.dossier import Blank
from positions.problems.problem import Severity
from positions.record.settle import record
from tests.from_docstring import with_prelude
from tests.marked import faults


def test_a_source_that_is_not_declared_is_named_where_it_is_written(text: str) -> None:
    """
    issues: {truce: {topic: War, title: Truce, kind: duration, parts: {a: A, b: B}}}
    memoranda:
      plan:
        party: north
        form: memorandum
        read: whole
        date: 2025-05-20
        sources: [paper, «papr]
        positions:
          truce:
            parts:
              a: {value: 3 days, sources: «radio}
              b: {alternatives: {x: {value: 3 days, sources: [«tv]}}}
            accounts: {other: {value: 4 days, sources: [paper, «papre]}}
    """
    assert faults(text) == [
        "unknown-source: `papr` is not a source. Did you mean `paper`?",
        "unknown-source: `radio` is not a source. Declare it under `sources`.",
        "unknown-source: `tv` is not a source. Declare it under `sources`.",
        "unknown-source: `papre` is not a source. Did you mean `paper`?",
    ]


def test_a_term_that_looks_like_an_id_has_to_be_one(text: str) -> None:
    """
    events: {the-retreat: {title: The retreat}, signal: {title: The signal}}
    issues: {truce: {topic: War, title: Truce, kind: duration}}
    memoranda:
      plan:
        party: north
        form: memorandum
        read: whole
        date: 2025-05-20
        sources: paper
        positions:
          truce:
            value: 30 days
            starts: «the-retraet
            until: «no-such-thing
            by: [north, «soutth, the guards, Turkey]
            conditions: [signal, «signl, no delay whatsoever]
            after: [truce, «the.other-thing]
    """
    assert faults(text) == [
        "unknown-reference: `the-retraet` is no event, issue or party. Did you mean `the-retreat`?",
        (
            "unknown-reference: `no-such-thing` is no event, issue or party. Declare it, or write it in "
            "several words."
        ),
        "unknown-reference: `soutth` is no event, issue or party. Did you mean `south`?",
        "unknown-reference: `signl` is no event, issue or party. Did you mean `signal`?",
        (
            "unknown-reference: `the.other-thing` is no event, issue or party. Declare it, or write it "
            "in several words."
        ),
    ]


def test_a_step_is_an_event_or_an_issue_and_stands_once(text: str) -> None:
    """
    events: {signal: {title: The signal, part_of: «trucee}, stop: {title: Stop, part_of: signal}}
    issues: {truce: {topic: War, title: Truce, kind: duration, parts: {a: A}}}
    memoranda:
      plan: {party: north, form: memorandum, read: whole, date: 2025-05-20,
             sequence: [«signl, [truce, «north], signal, [stop, «truce], {any_order: [«halt, «stop]}]}
      other: {party: south, form: memorandum, read: whole, date: 2025-05-20, sequence: truce}
    """
    assert faults(text) == [
        "unknown-whole: `trucee` is no issue or event. Did you mean `truce`?",
        "unknown-step: `signl` is no event or issue. Did you mean `signal`?",
        "unknown-step: `north` is no event or issue. Declare it under `events`.",
        (
            "repeated-step: `truce` stands twice in the sequence. Keep one of the two; nothing comes "
            "before itself."
        ),
        "unknown-step: `halt` is no event or issue. Declare it under `events`.",
        (
            "repeated-step: `stop` stands twice in the sequence. Keep one of the two; nothing comes "
            "before itself."
        ),
    ]


def test_a_reference_to_a_record_that_could_not_be_read_is_no_second_problem(text: str) -> None:
    """
    sources: {paper: {publisher: The Paper, date: «soon, title: Talks}}
    events: {signal: «[x]}
    issues: {truce: {topic: War, title: Truce, kind: duration}, flag: {topic: «, title: F, kind: text}}
    memoranda:
      plan: {party: north, form: memorandum, read: whole, date: 2025-05-20, sources: paper, sequence: [signal, flag],
             positions: {truce: {value: 3 days, starts: signal, after: flag}}}
    """
    assert [said.split(":")[0] for said in faults(text)] == [
        "wrong-value",
        "wrong-shape",
        "empty-field",
    ]


def test_a_section_whose_name_is_misspelt_is_one_problem(text: str) -> None:
    """
    «partys: {east: {name: East}, west: {name: West}}
    «sorces: {radio: {publisher: The Radio, date: 2025-06-01, title: Talks}}
    «event: {signal: {title: The signal}}
    «issue: {truce: {topic: War, title: Truce, kind: duration}}
    issues: {swap: {topic: War, title: Swap, kind: exchange, unit: men, between: [east, west]}}
    memoranda:
      plan: {party: east, form: memorandum, read: whole, date: 2025-05-20, sources: radio, sequence: [signal, truce],
             positions: {truce: {value: 3 days, starts: signal, by: west}, swap: all for all}}
    """
    assert faults(text) == [
        "unknown-key: `partys` is not a section of a dossier. Did you mean `parties`?",
        "unknown-key: `sorces` is not a section of a dossier. Did you mean `sources`?",
        "unknown-key: `event` is not a section of a dossier. Did you mean `events`?",
        "unknown-key: `issue` is not a section of a dossier. Did you mean `issues`?",
    ]


def test_a_misspelt_header_is_not_missing_too() -> None:
    text = with_prelude("issues: {}").replace("dossier:", "dosier:")
    loaded = positions.loads(text)
    assert loaded.dossier is None
    assert [one.sentence for one in loaded.problems] == ["`dosier` is not a section of a dossier."]


def test_where_the_memoranda_are_misspelt_no_party_counts_as_silent() -> None:
    text = with_prelude(
        """
        issues: {truce: {topic: War, title: Truce, kind: duration}}
        memorandums: {plan: {party: north, form: memorandum, read: whole, date: 2025-05-20, sources: paper}}
        """
    )
    loaded = positions.loads(text)
    assert [one.code for one in loaded.problems] == ["unknown-key"]
    assert loaded.dossier is not None
    standing = record(loaded.dossier).standing("north", "truce")
    assert standing.blank is Blank.UNREADABLE


def test_terms_that_qualify_no_value_are_pointed_out(text: str) -> None:
    """
    issues: {truce: {topic: War, title: Truce, kind: duration, parts: {a: A, b: B, c: C}},
             halt: {topic: War, title: Halt, kind: duration}, flag: {topic: War, title: F, kind: text}}
    memoranda:
      plan:
        party: north
        form: memorandum
        read: whole
        date: 2025-05-20
        sources: paper
        positions:
          truce: {parts: {a: «{starts: the thaw, conditions: none}, b: {blank: uncoded, starts: the thaw}, c: {value: uncoded, scope: all}}, rest: 3 days, scope: all}
          halt: {alternatives: {x: «{until: the thaw}, y: 3 days}}
          flag: {value: white, accounts: {other: {scope: all, sources: paper}}}
    """
    end = (
        " and no value, so that it counts as uncoded. "
        "Add `value:`, or say with `blank:` why there is none."
    )
    assert faults(text) == [
        f"terms-without-value: The position has `starts` and `conditions`{end}",
        f"terms-without-value: The position has `until`{end}",
    ]


def test_a_position_without_a_source_is_a_warning(text: str) -> None:
    """
    issues: {truce: {topic: War, title: Truce, kind: duration, parts: {a: A}}, flag: {topic: War, title: F, kind: text}}
    memoranda:
      plan:
        party: north
        form: memorandum
        read: whole
        date: 2025-05-20
        positions:
          truce: «3 days
          flag: {value: white, sources: paper}
      other:
        party: south
        form: memorandum
        read: whole
        date: 2025-05-20
        sources: paper
        positions:
          truce:
            parts: {a: {value: 3 days, accounts: {radio: «4 days}}}
            accounts: {tv: «{scope: all}, papers: {scope: some, sources: paper}}
    """
    assert faults(text) == [
        (
            "without-source: The position has no source, of its own or of its document. Add `sources:` "
            "here or to the document."
        ),
        "without-source: The account `radio` does not say whose it is. Add `sources:` to it.",
        "without-source: The account `tv` does not say whose it is. Add `sources:` to it.",
    ]
    loaded = positions.loads(text.replace("«", ""))
    assert {one.severity for one in loaded.problems} == {Severity.WARNING}


@pytest.mark.parametrize(
    ("first", "second", "conflict"),
    [
        (
            "date: 2025-05-20, positions: {truce: 3 days}",
            "date: 2025-05-20, positions: {truce: «4 days}",
            True,
        ),
        (
            "date: 2025-05-20, positions: {truce: 3 days}",
            "date: 2025-05-20, positions: {truce: 3 days}",
            False,
        ),
        (
            "date: 2025-05-20, positions: {truce: 3 days}",
            "date: 2025-05-21, positions: {truce: 4 days}",
            False,
        ),
        (
            "date: 2025-05-20, positions: {truce: 3 days}",
            "date: 2025-05-20T12:00, positions: {truce: «4 days}",
            True,
        ),
        (
            "date: 2025-05-20T12:00, positions: {truce: 3 days}",
            "date: 2025-05-20, positions: {truce: «4 days}",
            True,
        ),
        (
            "date: 2025-05-20T12:00, positions: {truce: 3 days}",
            "date: 2025-05-20T12:00, positions: {truce: «4 days}",
            True,
        ),
        (
            "date: 2025-05-20T12:00, positions: {truce: 3 days}",
            "date: 2025-05-20T12:01, positions: {truce: 4 days}",
            False,
        ),
        (
            "date: 2025-05-20, positions: {truce: 3 days}",
            "date: 2025-05-20, positions: {flag: white}",
            False,
        ),
        (
            "date: 2025-05-20, positions: {truce: 3 days}",
            "date: 2025-05-20, positions: {truce: «declined}",
            True,
        ),
        (
            "date: 2025-05-20, positions: {truce: 3 days}",
            "date: 2025-05-20, positions: {truce: «{value: 3 days, scope: all}}",
            True,
        ),
        (
            "date: 2025-05-20, positions: {truce: 3 days}",
            "date: 2025-05-20, positions: {truce: {value: 3 days, note: Said aloud}}",
            False,
        ),
    ],
)
def test_two_words_of_a_moment_that_differ_are_a_conflict(
    first: str, second: str, conflict: bool
) -> None:
    found = faults(
        f"""
        issues: {{truce: {{topic: War, title: Truce, kind: duration}}, flag: {{topic: War, title: F, kind: text}}}}
        memoranda:
          plan: {{party: north, form: memorandum, read: whole, sources: paper, {first}}}
          speech: {{party: north, form: statement, sources: paper, {second}}}
          other: {{party: south, form: statement, sources: paper, date: 2025-05-20, positions: {{truce: 9 days}}}}
          leak: {{party: north, form: report, sources: paper, date: 2025-05-20, positions: {{truce: 9 days}}}}
        """
    )
    said = (
        "conflicting-record: `plan`, of the same moment, says something else on this. Give the "
        "later one its time, or make one an account of the other."
    )
    assert found == ([said] if conflict else [])


def test_of_many_words_of_a_moment_each_that_differs_is_one_problem(text: str) -> None:
    """
    issues: {truce: {topic: War, title: Truce, kind: duration}}
    memoranda:
      a: {party: north, form: statement, sources: paper, date: 2025-05-20, positions: {truce: 3 days}}
      b: {party: north, form: statement, sources: paper, date: 2025-05-20, positions: {truce: «4 days}}
      c: {party: north, form: statement, sources: paper, date: 2025-05-20, positions: {truce: «5 days}}
      d: {party: north, form: statement, sources: paper, date: 2025-05-20, positions: {truce: «3 days}}
    """
    named = [said.split("`")[1] for said in faults(text)]
    assert named == ["a", "a", "b"]


@pytest.mark.parametrize(
    ("kind", "north", "south", "side"),
    [
        ("quantity, unit: tons", "at least 5", "more than 9", "upward"),
        ("quantity, unit: tons", "at most 5", "up to 9", "downward"),
        ("date", "from 2025-06-02", "after 2025-07-01", "toward later days"),
        ("quantity, unit: tons", "at least 5", "at most 9", ""),
        ("quantity, unit: tons", "at least 5", "9", ""),
        ("quantity, unit: tons", "at least 5", "silent", ""),
        (
            "quantity, unit: tons",
            "at most 5",
            "{alternatives: {x: up to 7, y: up to 9}}",
            "downward",
        ),
        ("quantity, unit: tons", "at most 5", "{alternatives: {x: up to 7, y: 9}}", ""),
        ("quantity, unit: tons, limit: maximum", "at most 5", "up to 9", ""),
        ("text", "at least 5", "at least 9", ""),
    ],
)
def test_positions_that_always_meet_are_pointed_out(
    kind: str, north: str, south: str, side: str
) -> None:
    mark = "«" if side else ""
    found = faults(
        f"""
        issues: {{arms: {mark}{{topic: War, title: Arms, kind: {kind}}}}}
        memoranda:
          n: {{party: north, form: report, date: 2025-06-01, sources: paper, positions: {{arms: {north}}}}}
          s: {{party: south, form: report, date: 2025-06-01, sources: paper, positions: {{arms: {south}}}}}
        """
    )
    said = (
        f"always-meets: All positions are open {side}, so that they always meet. If the values are "
        "limits, declare `limit: maximum` or `limit: minimum`."
    )
    assert found == ([said] if side else [])


def test_only_the_positions_of_parties_have_to_meet_or_not(text: str) -> None:
    """
    parties: {north: {name: North}, south: {name: South}, broker: {name: Broker, role: mediator}}
    issues: {arms: «{topic: War, title: Arms, kind: duration}}
    memoranda:
      n: {party: north, form: report, date: 2025-06-01, sources: paper, positions: {arms: at least 5 days}}
      s: {party: south, form: report, date: 2025-06-01, sources: paper, positions: {arms: at least 9 days}}
      b: {party: broker, form: report, date: 2025-06-01, sources: paper, positions: {arms: 7 days}}
    """
    (said,) = faults(text)
    assert said.startswith("always-meets: All positions are open upward")


@pytest.mark.no_cover
@pytest.mark.parametrize(
    "document",
    [
        "sources: [{}]",
        "sources: paper, sequence: [{}]",
        "sources: paper, positions: {{truce: {{value: 3 days, by: [{}]}}}}",
    ],
    ids=["sources", "steps", "references"],
)
def test_very_many_unknown_references_take_no_more_time_each_than_a_few(document: str) -> None:
    names = ", ".join(f"gone-{number}" for number in range(20_000))
    known = "".join(f"  i{number}: {{topic: T, title: T, kind: text}}\n" for number in range(5_000))
    text = with_prelude(
        f"issues:\n  truce: {{topic: T, title: T, kind: duration}}\n{known}"
        f"memoranda: {{m: {{party: north, form: report, date: 2025-06-01, {document.format(names)}}}}}\n"
    )
    begun = time.process_time()
    loaded = positions.loads(text)
    assert time.process_time() - begun < 20
    assert len(loaded.problems) == 201
    assert loaded.problems[-1].sentence.startswith("From here on, 19,800 more problems")


@pytest.mark.no_cover
def test_very_many_words_of_one_moment_are_not_compared_each_with_each() -> None:
    lines = "".join(
        f"  m{number}: {{party: north, form: statement, date: 2025-06-01T{number % 24:02}:00, "
        f"sources: paper, positions: {{truce: {number % 40 + 1} days}}}}\n"
        for number in range(8_000)
    )
    text = with_prelude(
        f"issues: {{truce: {{topic: T, title: T, kind: duration}}}}\nmemoranda:\n{lines}"
    )
    begun = time.process_time()
    loaded = positions.loads(text)
    assert loaded.dossier is not None
    comparison = positions.compare(loaded.dossier)
    assert comparison.row("truce").whole.sentence
    assert time.process_time() - begun < 20
    assert loaded.problems[-1].code == "conflicting-record"
