"""What changed between two revisions: in substance, in evidence, in words, or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import positions
from positions.changes.detect import Change, ChangeClass, ChangeKind, changes
from positions.changes.leaves import canonical
from positions.changes.movement import movements
from tests.from_docstring import with_prelude

if TYPE_CHECKING:
    from positions.model.dossier import Dossier


def _dossier(text: str) -> Dossier:
    loaded = positions.loads(with_prelude(text))
    assert loaded.dossier is not None, [str(problem) for problem in loaded.problems]
    return loaded.dossier


def _edit(text: str, *edits: tuple[str, str]) -> tuple[Change, ...]:
    """The changes that some replacements make in a dossier; each has to be found in it."""
    edited = text
    for old, new in edits:
        assert old in edited, old
        edited = edited.replace(old, new)
    return changes(_dossier(text), _dossier(edited))


BASE = """
events: {retreat: {title: The retreat begins}}
issues:
  truce: {topic: War, title: Truce, kind: duration}
  seat:
    topic: Talks
    title: Seat
    kind: choice
    options: {here: Here, there: There}
  rank: {topic: Talks, title: Rank, kind: choice, ordered: true, options: {low: Low, high: High}}
  cap: {topic: War, title: Cap, kind: scale, ends: [No cap, Full cap], near: 10 points}
  army: {topic: War, title: Army, kind: quantity, unit: soldiers, limit: maximum}
memoranda:
  plan:
    party: north
    form: memorandum
    read: whole
    date: 2025-06-01
    sources: [paper]
    sequence: [truce, retreat]
    positions:
      truce:
        value: at least 30 days
        renewable: 30 days
        conditions: none
        paraphrase: The truce lasts thirty days or more.
        credibility: 2
        accounts: {other: {value: 60 days, sources: [paper]}}
      seat: here
      army: no limit
  reply:
    party: south
    form: statement
    date: 2025-06-02
    sources: [paper]
    positions:
      truce: {value: 30 days, starts: retreat}
      seat: {alternatives: {first: here, second: there}}
"""
TRUCE = ("memoranda", "plan", "positions", "truce")


def test_a_dossier_has_no_changes_against_itself() -> None:
    assert changes(_dossier(BASE), _dossier(BASE)) == ()


@pytest.mark.parametrize(
    "edit",
    [
        ("at least 30 days", "'at  least 30 days'"),
        ("at least 30 days", "≥ 30 d"),
        (
            "The truce lasts thirty days or more.",
            ">-\n          The truce lasts\n          thirty days or more.",
        ),
        ("The truce lasts", "The\u00a0truce\u200b lasts"),
        ("credibility: 2", "credibility: 2  # see the note"),
        ("conditions: none", "conditions: []"),
        ("      seat: here\n      army: no limit", "      army: none\n      seat: {value: here}"),
        ("{here: Here, there: There}", "{there: There, here: Here}"),
        ("near: 10 points", "near: 10"),
    ],
)
def test_the_way_it_is_written_is_no_change(edit: tuple[str, str]) -> None:
    assert edit[0] in BASE
    assert _edit(BASE, edit) == ()


@pytest.mark.parametrize(
    ("edit", "subject", "change_class"),
    [
        (("at least 30 days", "at least 20 days"), TRUCE, ChangeClass.SUBSTANCE),
        (("renewable: 30 days", "renewable: 7 days"), TRUCE, ChangeClass.SUBSTANCE),
        (("renewable: 30 days", "renewable: false"), TRUCE, ChangeClass.SUBSTANCE),
        (("conditions: none", "conditions: [retreat]"), TRUCE, ChangeClass.SUBSTANCE),
        (("        conditions: none\n", ""), TRUCE, ChangeClass.SUBSTANCE),
        (("conditions: none", "red_line: true"), TRUCE, ChangeClass.SUBSTANCE),
        (("lasts thirty days", "goes on for thirty days"), TRUCE, ChangeClass.WORDING),
        (("credibility: 2", "credibility: 3"), TRUCE, ChangeClass.EVIDENCE),
        (("60 days, sources", "90 days, sources"), TRUCE, ChangeClass.EVIDENCE),
        (
            ("credibility: 2", "credibility: 2\n        basis: inferred"),
            TRUCE,
            ChangeClass.EVIDENCE,
        ),
        (
            ("credibility: 2", "credibility: 2\n        checked: {who: L, date: 2025-06-02}"),
            TRUCE,
            ChangeClass.EVIDENCE,
        ),
        (
            ("credibility: 2", "credibility: 2\n        quote: Thirty days."),
            TRUCE,
            ChangeClass.WORDING,
        ),
        (
            ("sequence: [truce, retreat]", "points: [I]\n    sequence: [truce, retreat]"),
            ("memoranda", "plan"),
            ChangeClass.EVIDENCE,
        ),
        (
            ("sequence: [truce, retreat]", "left_out: {I: Old.}\n    sequence: [truce, retreat]"),
            ("memoranda", "plan"),
            ChangeClass.EVIDENCE,
        ),
        (
            ("kind: quantity, unit", "kind: quantity, noun: a cap, unit"),
            ("issues", "army"),
            ChangeClass.WORDING,
        ),
        (
            ("title: Talks}", "title: Talks about talks}"),
            ("sources", "paper"),
            ChangeClass.EVIDENCE,
        ),
        (("{name: North}", "{name: The North}"), ("parties", "north"), ChangeClass.WORDING),
        (("title: A test", "title: A trial"), ("dossier",), ChangeClass.WORDING),
        (("as_of: 2025-06-02", "as_of: 2025-06-03"), ("dossier",), ChangeClass.EVIDENCE),
        (("title: Truce", "title: The truce"), ("issues", "truce"), ChangeClass.WORDING),
        (("here: Here", "here: Over here"), ("issues", "seat"), ChangeClass.WORDING),
        (("limit: maximum", "limit: minimum"), ("issues", "army"), ChangeClass.FRAME),
        (("near: 10 points", "near: 20 points"), ("issues", "cap"), ChangeClass.FRAME),
        (("[No cap, Full cap]", "[None, Full cap]"), ("issues", "cap"), ChangeClass.WORDING),
        (("[No cap, Full cap]", "[Full cap, No cap]"), ("issues", "cap"), ChangeClass.FRAME),
        (("ordered: true", "ordered: false"), ("issues", "rank"), ChangeClass.FRAME),
        (
            ("low: Low, high: High", "high: High, low: Low"),
            ("issues", "rank"),
            ChangeClass.FRAME,
        ),
        (("low: Low, high: High", "low: Low, high: Top"), ("issues", "rank"), ChangeClass.WORDING),
        (
            ("title: The retreat begins", "title: The retreat"),
            ("events", "retreat"),
            ChangeClass.WORDING,
        ),
        (
            ("{title: The retreat begins}", "{title: The retreat begins, part_of: truce}"),
            ("events", "retreat"),
            ChangeClass.SUBSTANCE,
        ),
        (
            ("sequence: [truce, retreat]", "sequence: [[truce, retreat]]"),
            ("memoranda", "plan"),
            ChangeClass.SUBSTANCE,
        ),
        (
            ("date: 2025-06-01\n    sources", "date: 2025-05-31\n    sources"),
            ("memoranda", "plan"),
            ChangeClass.SUBSTANCE,
        ),
        (
            ("date: 2025-06-01\n    sources", "date: 2025-06-01\n    language: en\n    sources"),
            ("memoranda", "plan"),
            ChangeClass.WORDING,
        ),
        (
            ("date: 2025-06-01\n    sources", "date: 2025-06-01\n    title: The plan\n    sources"),
            ("memoranda", "plan"),
            ChangeClass.WORDING,
        ),
        (
            ("second: there", "second: not here"),
            ("memoranda", "reply", "positions", "seat"),
            ChangeClass.SUBSTANCE,
        ),
        (
            ("army: no limit", "army: declined"),
            ("memoranda", "plan", "positions", "army"),
            ChangeClass.SUBSTANCE,
        ),
    ],
)
def test_each_fact_has_its_class(
    edit: tuple[str, str], subject: tuple[str, ...], change_class: ChangeClass
) -> None:
    (change,) = _edit(with_prelude(BASE), edit)

    assert change.subject == subject
    assert change.kind is ChangeKind.CHANGED
    assert change.change_class is change_class


def test_a_changed_value_names_what_it_was_and_what_it_is() -> None:
    (change,) = _edit(BASE, ("at least 30 days", "more than 1 month"))

    (leaf,) = change.leaves
    assert leaf.path == ("value",)
    assert (leaf.before, leaf.after) == ("at least 30 days", "more than 1 month")


def test_one_record_with_several_changes_is_one_change_of_the_greatest_class() -> None:
    (change,) = _edit(
        BASE, ("lasts thirty", "runs for thirty"), ("credibility: 2", "credibility: 1")
    )

    assert {leaf.change_class for leaf in change.leaves} == {
        ChangeClass.WORDING,
        ChangeClass.EVIDENCE,
    }
    assert change.change_class is ChangeClass.EVIDENCE
    assert not change.correction


def test_a_value_changed_in_a_document_of_the_same_date_is_a_correction() -> None:
    (change,) = _edit(BASE, ("at least 30 days", "at least 20 days"))
    assert change.correction

    _, moved = _edit(
        BASE,
        ("date: 2025-06-01\n    sources", "date: 2025-06-03\n    sources"),
        ("at least 30 days", "at least 20 days"),
    )
    assert moved.subject == TRUCE
    assert not moved.correction


def test_a_position_that_was_blank_is_not_corrected_but_told() -> None:
    told = BASE.replace("army: no limit", "army: undisclosed")
    (change,) = changes(_dossier(told), _dossier(BASE))

    assert change.kind is ChangeKind.CHANGED
    assert not change.correction


def test_what_comes_and_goes_is_added_and_removed() -> None:
    without = BASE.replace("      army: no limit\n", "")
    (added,) = changes(_dossier(without), _dossier(BASE))
    (removed,) = changes(_dossier(BASE), _dossier(without))

    assert (added.kind, removed.kind) == (ChangeKind.ADDED, ChangeKind.REMOVED)
    assert added.subject == ("memoranda", "plan", "positions", "army")
    assert [(leaf.before, leaf.after) for leaf in added.leaves] == [(None, "no limit")]
    assert [(leaf.before, leaf.after) for leaf in removed.leaves] == [("no limit", None)]


def test_an_inserted_party_changes_nothing_but_what_it_says() -> None:
    found = _edit(
        with_prelude(BASE),
        ("  south: {name: South}", "  east: {name: East}\n  south: {name: South}"),
        (
            "  reply:",
            (
                "  east-plan: {party: east, form: memorandum, read: whole, date: 2025-06-01, sources: [paper],\n"
                "              positions: {truce: 10 days}}\n  reply:"
            ),
        ),
    )

    assert [(change.kind, change.change_class) for change in found] == [
        (ChangeKind.ADDED, ChangeClass.WORDING),
        (ChangeKind.ADDED, ChangeClass.EVIDENCE),
        (ChangeKind.ADDED, ChangeClass.SUBSTANCE),
    ]
    assert found[2].subject == ("memoranda", "east-plan", "positions", "truce")


@pytest.mark.parametrize("formerly", [" formerly: truce,", ""])
def test_an_issue_under_another_id_is_renamed_wherever_it_is_named(formerly: str) -> None:
    renamed = (
        BASE.replace(
            "truce: {topic: War, title: Truce,",
            f"pause: {{topic: War, title: Truce,{formerly}",
        )
        .replace("sequence: [truce,", "sequence: [pause,")
        .replace("      truce:", "      pause:")
        .replace("      truce: {value", "      pause: {value")
    )
    (change,) = changes(_dossier(BASE), _dossier(renamed))

    assert change.kind is ChangeKind.RENAMED
    assert change.subject == ("issues", "pause")
    assert change.change_class is ChangeClass.WORDING
    (back,) = changes(_dossier(renamed), _dossier(BASE))
    assert (back.kind, back.subject) == (ChangeKind.RENAMED, ("issues", "truce"))


def test_a_name_that_is_still_in_use_is_no_former_one() -> None:
    (change,) = _edit(BASE, ("title: Seat", "title: Seat\n    formerly: truce"))

    assert change.kind is ChangeKind.CHANGED


def test_every_leaf_that_differs_is_named_once() -> None:
    text = with_prelude(BASE)
    other = text.replace("at least 30 days", "2 days").replace("here: Here", "here: Hier")
    before, after = _dossier(text), _dossier(other)
    old, new = canonical(before), canonical(after)
    differing = {path for path in old.keys() | new.keys() if old.get(path) != new.get(path)}

    named = [
        (*change.subject, *leaf.path) for change in changes(before, after) for leaf in change.leaves
    ]
    assert sorted(named) == sorted(differing)


OUTCOMES = f"""{BASE}
outcomes:
  deal:
    issue: truce
    date: 2025-06-01
    title: The deal
    value: 30 days
    starts: retreat
    credibility: 2
    paraphrase: They agreed on a month.
    confirmed_by: [north]
    accounts:
      south: {{value: 20 days, sources: [paper]}}
    delivered:
      all: {{value: 12 days, date: 2025-06-02}}
    sources: [paper]
    note: Signed at night.
"""
DEAL = ("outcomes", "deal")


@pytest.mark.parametrize(
    ("edit", "change_class"),
    [
        (("value: 30 days\n    starts", "value: 31 days\n    starts"), ChangeClass.SUBSTANCE),
        (("    starts: retreat\n", ""), ChangeClass.SUBSTANCE),
        (("confirmed_by: [north]", "confirmed_by: all"), ChangeClass.SUBSTANCE),
        (("20 days, sources", "21 days, sources"), ChangeClass.SUBSTANCE),
        (("{value: 12 days", "{value: 13 days"), ChangeClass.SUBSTANCE),
        (("12 days, date: 2025-06-02", "12 days, date: 2025-06-03"), ChangeClass.SUBSTANCE),
        (("date: 2025-06-01\n    title", "date: 2025-05-31\n    title"), ChangeClass.SUBSTANCE),
        (("credibility: 2\n    para", "credibility: 3\n    para"), ChangeClass.EVIDENCE),
        (("20 days, sources: [paper]", "20 days, sources: []"), ChangeClass.EVIDENCE),
        (("title: The deal", "title: The pact"), ChangeClass.WORDING),
        (("agreed on a month", "agreed on it"), ChangeClass.WORDING),
        (("Signed at night", "Signed at noon"), ChangeClass.WORDING),
    ],
)
def test_each_fact_of_an_outcome_has_its_class(
    edit: tuple[str, str], change_class: ChangeClass
) -> None:
    (change,) = _edit(with_prelude(OUTCOMES), edit)

    assert change.subject == DEAL
    assert change.kind is ChangeKind.CHANGED
    assert change.change_class is change_class
    assert not change.correction
    assert len(change.leaves) == 1


def test_an_outcome_that_is_added_is_substance_and_its_leaves_are_named_once() -> None:
    before, after = _dossier(BASE), _dossier(OUTCOMES)
    (added,) = changes(before, after)
    old, new = canonical(before), canonical(after)

    assert (added.subject, added.kind) == (DEAL, ChangeKind.ADDED)
    assert added.change_class is ChangeClass.SUBSTANCE
    named = [(*DEAL, *leaf.path) for leaf in added.leaves]
    assert sorted(named) == sorted(new.keys() - old.keys())
    assert new[*DEAL, "value"] == "30 days"
    assert new[*DEAL, "accounts", "south", "value"] == "20 days"
    assert new[*DEAL, "delivered", "all", "date"] == "2025-06-02"
    assert (*DEAL, "note") in new
    assert movements(before, after) == ()


def test_a_renamed_issue_is_renamed_in_its_outcomes() -> None:
    renamed = (
        OUTCOMES.replace(
            "truce: {topic: War, title: Truce,",
            "pause: {topic: War, title: Truce, formerly: truce,",
        )
        .replace("sequence: [truce,", "sequence: [pause,")
        .replace("      truce:", "      pause:")
        .replace("issue: truce", "issue: pause")
    )
    (change,) = changes(_dossier(OUTCOMES), _dossier(renamed))

    assert change.kind is ChangeKind.RENAMED


def test_the_classes_are_in_order() -> None:
    weights = [one.weight for one in ChangeClass]
    assert weights == sorted(weights, reverse=True)


BARGAINING = """
parties: {north: {name: North}, south: {name: South}, un: {name: The UN}}
issues: {truce: {topic: War, title: Truce, kind: duration, reference_point: {value: none, sources: [paper]}}}
memoranda:
  draft: {party: un, form: memorandum, read: whole, date: 2025-05-01, sources: [paper], positions: {truce: 9 days}}
  plan:
    party: north
    form: memorandum
    read: whole
    date: 2025-05-02
    sources: [paper]
    speaker: A minister
    positions:
      truce: {value: 30 days, salience: 50, reason: Rest,
              reservation: {value: 20 days, basis: stated, sources: [paper], note: Said twice}}
  reply: {party: south, form: memorandum, read: whole, date: 2025-05-03, sources: [paper], positions: {truce: {as: draft}}}
"""


@pytest.mark.parametrize(
    ("old", "new", "path", "expected"),
    [
        ("value: none", "value: 1 day", ("reference_point", "value"), ChangeClass.SUBSTANCE),
        ("salience: 50", "salience: 60", ("salience",), ChangeClass.EVIDENCE),
        ("reason: Rest", "reason: Calm", ("reason",), ChangeClass.WORDING),
        ("A minister", "Another", ("speaker",), ChangeClass.EVIDENCE),
        ("value: 20 days", "value: 10 days", ("reservation", "value"), ChangeClass.EVIDENCE),
        ("basis: stated", "basis: inferred", ("reservation", "basis"), ChangeClass.EVIDENCE),
        ("{as: draft}", "{as: plan}", ("as",), ChangeClass.SUBSTANCE),
        ("{name: The UN}", "{name: The UN, role: mediator}", ("role",), ChangeClass.SUBSTANCE),
        ("2025-05-03,", "2025-05-03, based_on: draft,", ("based_on",), ChangeClass.SUBSTANCE),
    ],
)
def test_what_is_not_asked_for_is_no_substance_and_what_is_taken_over_is(
    old: str, new: str, path: tuple[str, ...], expected: ChangeClass
) -> None:
    (change,) = _edit(BARGAINING, (old, new))

    assert [(leaf.path, leaf.change_class) for leaf in change.leaves] == [(path, expected)]


def test_a_new_document_that_takes_all_over_from_another_is_a_change_of_substance() -> None:
    counter = "  counter: {party: south, form: memorandum, read: whole, date: 2025-05-04, sources: [paper], based_on: plan}\n"
    (change,) = changes(_dossier(BARGAINING), _dossier(BARGAINING + counter))

    assert (change.subject, change.kind) == (("memoranda", "counter"), ChangeKind.ADDED)
    assert change.change_class is ChangeClass.SUBSTANCE
