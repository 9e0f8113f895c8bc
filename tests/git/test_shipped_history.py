"""What does the history of the shipped dossier in the project's own git tell?"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from positions.changes.detect import ChangeClass, changes
from positions.changes.difference import difference
from positions.changes.log import revision_entries
from positions.changes.movement import movements
from positions.changes.nearness import Direction
from positions.git.history import history_of
from positions.reports.changes.log import entry_lines
from tests.paths import ROOT

if TYPE_CHECKING:
    from positions.model.dossier import Dossier

pytestmark = pytest.mark.no_cover

MORNING, EVENING, DELIVERED, ROUND_3 = "2025-06-02T09:00", "2025-06-02", "2025-06-19", "2025-07-23"
WORDS = {"paraphrase", "note", "title", "topic", "provision", "disputed"}


@pytest.fixture(scope="module")
def revisions() -> tuple[Dossier, ...]:
    """The dossier in each of its revisions up to the first of the third round, oldest first."""
    if not (ROOT / ".git").exists():
        pytest.skip("the sources came without their history")
    steps = reversed(list(history_of(str(ROOT / "data" / "positions.yaml")).steps()))
    found = [step.after.loaded.dossier for step in steps]
    days = [str(one.header.as_of) if one else "" for one in found]
    if ROUND_3 not in days:
        pytest.skip("the history was cut off when it was cloned")
    return tuple(one for one in found[: days.index(ROUND_3) + 1] if one is not None)


def _between(revisions: tuple[Dossier, ...], day: str, later: str) -> tuple[Dossier, Dossier]:
    """The last revision that stands for a day, and the first that stands for a later one."""
    before = [one for one in revisions if str(one.header.as_of) == day]
    after = [one for one in revisions if str(one.header.as_of) == later]
    return before[-1], after[0]


def test_it_goes_from_day_to_day(revisions: tuple[Dossier, ...]) -> None:
    days = dict.fromkeys(str(one.header.as_of) for one in revisions)

    assert list(days) == [MORNING, EVENING, DELIVERED, ROUND_3]


def test_every_step_can_be_told(revisions: tuple[Dossier, ...]) -> None:
    for one, other in [*pairwise(revisions), (revisions[0], revisions[-1])]:
        for before, after in ((one, other), (other, one)):
            told = difference(before, after)
            found = [change for issue in told.issues for change in issue.stances]
            assert all(change.reason.said for change in found)
            assert "None" not in " ".join(str(change.reason) for change in found)


def test_what_is_added_of_a_past_day_moves_nobody(revisions: tuple[Dossier, ...]) -> None:
    edits = [
        (one, other) for one, other in pairwise(revisions) if one.header.as_of == other.header.as_of
    ]

    assert len(edits) >= 4
    moves = [move for one, other in edits for move in movements(one, other)]
    assert [move for move in moves if move.kind.is_move] == []


def test_what_was_published_in_the_evening_was_held_since_the_morning(
    revisions: tuple[Dossier, ...],
) -> None:
    moves = movements(*_between(revisions, MORNING, EVENING))

    assert [move.issue for move in moves if move.kind.is_move and move.party == "russia"] == []
    (move,) = [move for move in moves if move.issue == "ceasefire-conditions"]
    assert (move.party, str(move.kind)) == ("russia", "disclosed")


def test_the_days_after_the_second_round_brought_one_position(
    revisions: tuple[Dossier, ...],
) -> None:
    moves = movements(*_between(revisions, EVENING, DELIVERED))

    assert [(move.party, move.issue, str(move.kind)) for move in moves] == [
        ("russia", "leaders-meeting", "first stated")
    ]


def test_who_moved_by_the_third_round(revisions: tuple[Dossier, ...]) -> None:
    moves = movements(*_between(revisions, DELIVERED, ROUND_3))

    assert {(move.party, move.issue): str(move.kind) for move in moves} == {
        ("ukraine", "ceasefire-start"): "added",
        ("russia", "ceasefire-start"): "first stated",
        ("russia", "local-truce"): "lowered",
        ("russia", "bodies-further"): "first stated",
        ("ukraine", "exchange-of-civilians"): "first stated",
        ("russia", "exchange-of-civilians"): "first stated",
        ("russia", "kursk-residents"): "first stated",
        ("ukraine", "leaders-meeting-date"): "first stated",
        ("russia", "working-groups"): "first stated",
        ("russia", "children-return"): "repeated",
    }
    assert [{one.party: one.direction for one in move.toward} for move in moves if move.toward] == [
        {"ukraine": Direction.AS_BEFORE},
    ]


def test_every_line_of_its_log_reads_as_a_sentence(revisions: tuple[Dossier, ...]) -> None:
    assert len(revisions) > 5
    steps = history_of(str(ROOT / "data" / "positions.yaml")).steps()
    lines = [line for entry in revision_entries(steps) for line in entry_lines(entry)]
    assert any(line.startswith("Declared otherwise: ") for line in lines)
    for line in lines:
        assert line.endswith("."), line
        assert (
            re.search(r"\d{4}-\d\d-\d\d|\bNone\b(?! is)|  |: [a-z ]+: |(?<!\.)\.\.(?!\.)", line)
            is None
        ), line


def test_no_wording_is_called_substance(revisions: tuple[Dossier, ...]) -> None:
    leaves = [
        (change.subject, leaf)
        for one, other in pairwise(revisions)
        for change in changes(one, other)
        for leaf in change.leaves
    ]

    assert {leaf.change_class for _, leaf in leaves} == set(ChangeClass) - {ChangeClass.NONE}
    for subject, leaf in leaves:
        if WORDS & set(leaf.path):
            assert leaf.change_class is not ChangeClass.SUBSTANCE, (subject, leaf)
