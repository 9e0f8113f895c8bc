"""Outcomes as a dossier writes them: read in every form, and every fault a problem at its place."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

import positions
from positions.model.dossier import Blank
from positions.values import KINDS
from tests.from_docstring import with_prelude
from tests.marked import faults

if TYPE_CHECKING:
    from pathlib import Path

    from positions.model.dossier import Dossier, Outcome, Position

ISSUES = """
issues:
  truce: {topic: War, title: Truce, kind: duration}
  swap: {topic: People, title: Swap, kind: exchange, unit: people, between: [north, south],
         parts: {ill: Ill, young: Young}}
  list: {topic: War, title: List, kind: checklist, items: {a: A, b: B}}
  bad: {topic: War, title: Bad, kind: baad}
"""
ISSUES_READABLE = ISSUES.replace("kind: baad", "kind: text")


def _outcome(lines: str) -> Outcome:
    loaded = positions.loads(with_prelude(f"{ISSUES_READABLE}outcomes:\n  deal: {lines}\n"))
    assert loaded.dossier is not None
    assert loaded.problems == ()
    return loaded.dossier.outcomes["deal"]


def _said(position: Position | None, issue: str = "swap") -> str:
    assert position is not None
    assert position.value is not None
    loaded = positions.loads(with_prelude(ISSUES_READABLE)).dossier
    assert loaded is not None
    return KINDS[loaded.issues[issue].kind].show(position.value, loaded.frames[issue, ""])


def test_what_was_agreed_stands_beside_who_confirms_it() -> None:
    found = _outcome(
        "{issue: truce, date: 2025-05-16, title: The truce of May, value: 30 days,\n"
        "        renewable: false, clause: I.1, credibility: 2, confirmed_by: all, sources: paper,\n"
        "        note: Signed.}"
    )

    assert _said(found.position, "truce") == "30 days"
    assert found.position is not None
    assert found.position.renewable is False
    assert (found.position.place, found.position.credibility) == ("I.1", 2)
    assert (found.title, str(found.note), found.sources) == (
        "The truce of May",
        "Signed.",
        ("paper",),
    )
    assert (str(found.position.note), found.position.sources) == ("", ())
    assert found.date.day == dt.date(2025, 5, 16)
    assert found.confirmed_by == ("all",)


def test_each_party_has_an_account_and_a_count_in_short_or_long_form() -> None:
    found = _outcome(
        "{issue: swap, date: 2025-05-16, sources: [paper],\n"
        "        accounts: {north: '6,000 for 6,000',\n"
        "                   south: {value: '6,000 for 0', sources: paper, date: 2025-06-03}},\n"
        "        delivered: {north: '6,057 for unspecified', south: declined,\n"
        "                    all: {value: '6,000 for 0', date: 2025-06-16}}}"
    )

    assert found.position is None
    assert {party: _said(one) for party, one in found.accounts.items()} == {
        "north": "6,000 for 6,000",
        "south": "6,000 for 0",
    }
    assert found.accounts["south"].sources == ("paper",)
    assert str(found.accounts["south"].date) == "2025-06-03"
    assert found.accounts["north"].date is None
    assert _said(found.delivered["north"]) == "6,057 for unspecified"
    assert found.delivered["north"].date is None
    assert found.delivered["south"].blank is Blank.DECLINED
    assert str(found.delivered["all"].date) == "2025-06-16"


def test_an_outcome_may_be_by_part_and_be_kept_secret() -> None:
    by_part = _outcome(
        "{issue: swap, date: 2025-05-16, parts: {ill: all for all}, rest: 5 each,\n"
        "        confirmed_by: [north], sources: paper}"
    )
    secret = _outcome("{issue: list, date: 2025-05-16, blank: undisclosed, sources: paper}")

    assert by_part.position is not None
    assert _said(by_part.position.parts["ill"]) == "all for all"
    assert _said(by_part.position.rest) == "5 for 5"
    assert by_part.confirmed_by == ("north",)
    assert secret.position is not None
    assert secret.position.blank is Blank.UNDISCLOSED


FAULTS: list[tuple[str, list[str]]] = [
    (
        "{issue: «trucee, date: 2025-05-16, value: 30 days}",
        ["unknown-issue: `trucee` is not an issue. Did you mean `truce`?"],
    ),
    (
        "{«isue: truce, date: 2025-05-16, value: 30 days}",
        ["unknown-key: `isue` is not a field here. Did you mean `issue`?"],
    ),
    (
        "{issue: truce, date: 2025-05-16, value: 30 days, confirmed_by: [«noth]}",
        ["unknown-party: `noth` is not a party. Did you mean `north`?"],
    ),
    (
        "{issue: truce, date: 2025-05-16, value: 30 days, confirmed_by: «noth}",
        ["unknown-party: `noth` is not a party. Did you mean `north`?"],
    ),
    (
        "{issue: truce, date: 2025-05-16, accounts: {«noth: 30 days}}",
        ["unknown-party: `noth` is not a party. Did you mean `north`?"],
    ),
    (
        "{issue: truce, date: 2025-05-16, accounts: {«all: 30 days}}",
        ["unknown-party: `all` is not a party, and has no account of its own."],
    ),
    (
        "{issue: truce, date: 2025-05-16, value: 30 days, delivered: {«noth: 30 days}}",
        ["unknown-party: `noth` is not a party. Did you mean `north`?"],
    ),
    (
        "{issue: truce, date: 2025-05-16, value: 30 days, delivered: {north: {value: 3 days, date: «soon}}}",
        ["wrong-value: `date` cannot be read. Write a date"],
    ),
    (
        "{issue: truce, date: 2025-05-16, value: 30 days, delivered: {north: {«vlaue: 3 days, date: 2025-06-01}}}",
        ["unknown-key: `vlaue` is not a field here. Did you mean `value`?"],
    ),
    (
        "{issue: truce, date: «soon, value: 30 days}",
        ["wrong-value: `date` cannot be read. Write a date"],
    ),
    ("{issue: truce, date: 2025-05-16, value: «soon}", ["unreadable-value: "]),
    ("{issue: truce, date: 2025-05-16, accounts: {north: «soon}}", ["unreadable-value: "]),
    (
        "{issue: truce, date: 2025-05-16, confirmed_by: all}",
        ["empty-outcome: The outcome says neither what was agreed nor by whose account."],
    ),
    (
        "{issue: truce, date: 2025-05-16, value: 30 days, «red_line: true}",
        ["misplaced-statement: `red_line` stands in an outcome, and says something of a party."],
    ),
    (
        "{issue: truce, date: 2025-05-16, accounts: {north: {value: 30 days, «salience: 3}}}",
        ["misplaced-statement: `salience` stands in an outcome, and says something of a party."],
    ),
    (
        "{issue: truce, date: 2025-05-16, accounts: {north: {«alternatives: {a: 3 days}}}}",
        ["misplaced-statement: `alternatives` stands in an outcome, which is one thing."],
    ),
    (
        "{issue: truce, date: 2025-05-16, accounts: {north: {value: 3 days, «accounts: {a: 3 days}}}}",
        ["misplaced-statement: `accounts` stands in an outcome, which is one thing."],
    ),
    (
        "{issue: truce, date: 2025-05-16, accounts: {north: {«as: plan}}}",
        ["misplaced-statement: `as` stands inside an outcome."],
    ),
    (
        "{issue: list, date: 2025-05-16, value: a, «only: [a]}",
        ["unknown-key: `only` is not a field here. Put it under `value:`."],
    ),
    (
        "{issue: list, date: 2025-05-16, value: a, «position: a}",
        ["unknown-key: `position` is not a field here. Remove it."],
    ),
    (
        "{issue: swap, date: 2025-05-16, parts: {«old: 3 each}}",
        ["unknown-part: `old` is not a part of `swap`."],
    ),
    (
        "{issue: truce, date: 2025-05-16, accounts: «[north]}",
        ["wrong-shape: `accounts` is a list."],
    ),
    ("{date: 2025-05-16, value: 30 days}", ["missing-field: `issue` is missing."]),
    ("{issue: «[truce], date: 2025-05-16, value: 30 days}", ["wrong-shape: `issue` is a list."]),
    (
        "{issue: truce, date: 2025-05-16, value: 30 days, confirmed_by: «{north: x}}",
        ["wrong-shape: `confirmed_by` is a mapping."],
    ),
    ("«[truce]", ["wrong-shape: `deal` is a list. It should be a mapping of fields."]),
]


@pytest.mark.parametrize(("marked", "expected"), FAULTS)
def test_each_fault_of_an_outcome_is_one_problem_at_its_place(
    marked: str, expected: list[str]
) -> None:
    deal = "«deal" if "«" not in marked else "deal"
    found = faults(f"{ISSUES_READABLE}outcomes:\n  {deal}: {marked}\n")

    assert len(found) == len(expected)
    assert [said[: len(begins)] for said, begins in zip(found, expected, strict=True)] == expected


def _lost(lines: str, issues: str = ISSUES_READABLE) -> tuple[Dossier, set[str]]:
    dossier = positions.loads(with_prelude(issues + lines)).dossier
    assert dossier is not None
    return dossier, set(dossier.unreadable_outcomes)


@pytest.mark.parametrize(
    ("lines", "lost"),
    [
        ("outcomes:\n  a: {issue: truce, date: soon, value: 3 days}\n", {"truce"}),
        ("outcomes:\n  a: {issue: swap, date: 2025-05-16, value: at least 1,000 each}\n", {"swap"}),
        ("outcomes:\n  a: {issue: trucee, date: 2025-05-16, value: 3 days}\n", {"all"}),
        ("outcomes:\n  a: {date: 2025-05-16, value: 3 days}\n", {"all"}),
        ("outcomes:\n  a: {issue: {truce: x}, date: 2025-05-16, value: 3 days}\n", {"all"}),
        ("outcomes:\n  a: [truce]\n", {"all"}),
        ("outcomes: [a]\n", {"all"}),
        ("outcomse:\n  a: {issue: truce, date: 2025-05-16, value: 3 days}\n", {"all"}),
        ("outcomes:\n", set()),
        ("", set()),
    ],
)
def test_where_an_outcome_could_not_be_read_nothing_is_known_to_be_settled(
    lines: str, lost: set[str]
) -> None:
    dossier, found = _lost(lines)

    assert found == (set(dossier.issues) if lost == {"all"} else lost)
    assert not dossier.outcomes


def test_an_outcome_on_an_issue_that_could_not_be_read_is_no_second_problem() -> None:
    text = f"{ISSUES}outcomes:\n  deal: {{issue: bad, date: 2025-05-16, value: x, accounts: {{north: y}}}}\n"
    loaded = positions.loads(with_prelude(text))

    assert [problem.code for problem in loaded.problems] == ["unknown-kind"]
    assert loaded.dossier is not None
    assert not loaded.dossier.outcomes


def test_outcomes_may_stand_in_a_file_of_their_own(tmp_path: Path) -> None:
    files = {
        "talks.yaml": with_prelude(ISSUES_READABLE),
        "deals.yaml": "outcomes:\n  deal: {issue: truce, date: 2025-05-16, value: soon}\n",
        "more.yaml": "outcomes:\n  other: {issue: truce, date: 2025-05-16, value: 3 days}\n",
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    loaded = positions.load(tmp_path)

    assert loaded.dossier is not None
    assert list(loaded.dossier.outcomes) == ["other"]
    assert [(one.code, str(one.span).removeprefix(f"{tmp_path}/")) for one in loaded.problems] == [
        ("unreadable-value", "deals.yaml:2:49"),
        ("without-source", "more.yaml:2:10"),
    ]


def test_more_outcomes_than_can_be_compared_are_a_problem() -> None:
    deals = "".join(
        f"  d{n}: {{issue: swap, date: 2025-05-16, value: 3 each, sources: paper}}\n"
        for n in range(10_001)
    )
    loaded = positions.loads(with_prelude(f"{ISSUES_READABLE}outcomes:\n{deals}"))

    assert loaded.dossier is None
    assert [problem.code for problem in loaded.problems] == ["too-many"]


def _codes(lines: str) -> list[str]:
    loaded = positions.loads(with_prelude(f"{ISSUES_READABLE}outcomes:\n{lines}"))
    return [problem.code for problem in loaded.problems]


@pytest.mark.parametrize(
    ("lines", "codes"),
    [
        ("  a: {issue: truce, date: 2025-05-16, value: 3 days}\n", ["without-source"]),
        ("  a: {issue: truce, date: 2025-05-16, accounts: {north: 3 days}}\n", ["without-source"]),
        (
            "  a: {issue: truce, date: 2025-05-16, accounts: {north: {value: 3 days, sources: paper}}}\n",
            [],
        ),
        (
            "  a: {issue: truce, date: 2025-05-16, value: 3 days, confirmed_by: [all, north], sources: paper}\n",
            ["repeated-party"],
        ),
        # An account that says nothing contradicts nothing; nor do those of other parts.
        (
            (
                "  a: {issue: truce, date: 2025-05-16, value: 3 days, confirmed_by: all,\n"
                "      accounts: {north: undisclosed, south: 3 days}, sources: paper}\n"
            ),
            [],
        ),
        (
            (
                "  a: {issue: swap, date: 2025-05-16, parts: {ill: 3 each}, confirmed_by: all,\n"
                "      accounts: {north: {parts: {young: 4 each}}}, sources: paper}\n"
            ),
            [],
        ),
        (
            (
                "  a: {issue: swap, date: 2025-05-16, parts: {ill: 3 each}, confirmed_by: all,\n"
                "      accounts: {north: 4 each}, sources: paper}\n"
            ),
            ["contradicted-outcome"],
        ),
        # Two outcomes of a moment conflict where they say different things on the same part.
        (
            (
                "  a: {issue: swap, date: 2025-05-16, parts: {ill: 3 each}, sources: paper}\n"
                "  b: {issue: swap, date: 2025-05-16, parts: {young: 4 each}, sources: paper}\n"
                "  c: {issue: swap, date: 2025-05-16T09:00, parts: {young: 4 each}, sources: paper}\n"
                "  d: {issue: swap, date: 2025-05-17, parts: {young: 5 each}, sources: paper}\n"
            ),
            [],
        ),
        (
            (
                "  a: {issue: swap, date: 2025-05-16, parts: {ill: 3 each}, sources: paper}\n"
                "  b: {issue: swap, date: 2025-05-16T09:00, value: 4 each, sources: paper}\n"
            ),
            ["conflicting-outcome"],
        ),
        (
            (
                "  a: {issue: truce, date: 2025-05-16, value: 3 days, sources: [paper, papr],\n"
                "      starts: the-retraet, accounts: {north: {value: 3 days, sources: papr}},\n"
                "      delivered: {south: {value: 3 days, until: the-retraet, sources: papr}}}\n"
            ),
            ["unknown-source", "unknown-reference", "unknown-source", "unknown-source"],
        ),
    ],
)
def test_each_rule_on_outcomes_knows_its_cases(lines: str, codes: list[str]) -> None:
    assert sorted(_codes(lines)) == sorted(
        [*codes, *(["unknown-reference"] if "until: the" in lines else [])]
    )


def test_what_is_confirmed_may_be_kept_secret() -> None:
    deal = "  a: {issue: truce, date: 2025-05-16, %sconfirmed_by: all, accounts: {north: 3 days}, sources: paper}\n"

    assert _codes(deal % "blank: undisclosed, ") == []
    assert _codes(deal % "paraphrase: Something was signed., ") == ["nothing-confirmed"]
    assert _codes(deal % "") == ["nothing-confirmed"]


def test_of_very_many_outcomes_of_a_day_the_first_are_compared() -> None:
    deals = "".join(
        f"  d{n}: {{issue: truce, date: 2025-05-16, value: {n} days, sources: paper}}\n"
        for n in range(1, 40)
    )
    assert set(_codes(deals)) == {"conflicting-outcome"}


@pytest.mark.parametrize(
    ("confirmed", "codes"),
    [
        ("all", []),
        ("[all, envoy]", ["contradicted-outcome"]),
        ("[north, envoy]", ["contradicted-outcome"]),
        ("[all, north]", ["repeated-party"]),
        ("[all, east]", []),
    ],
)
def test_a_mediator_and_who_had_not_spoken_are_not_among_all_who_confirm(
    confirmed: str, codes: list[str]
) -> None:
    said = "form: statement, date: 2025-05-16, sources: [paper], positions: {truce: 3 days}"
    loaded = positions.loads(
        with_prelude(f"""
        parties: {{north: {{name: North}}, south: {{name: South}}, east: {{name: East}},
                  envoy: {{name: Envoy, role: mediator}}}}
        issues: {{truce: {{topic: War, title: Truce, kind: duration}}}}
        memoranda: {{n: {{party: north, {said}}}, s: {{party: south, {said}}}}}
        outcomes:
          deal: {{issue: truce, date: 2025-05-16, value: 3 days, confirmed_by: {confirmed},
                 accounts: {{envoy: 4 days}}, sources: [paper]}}
        """)
    )

    assert [problem.code for problem in loaded.problems] == codes
