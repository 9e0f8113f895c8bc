"""Laws of movement between two states, whatever parties say: who moved, toward whom, how far."""

from __future__ import annotations

from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import positions
from positions.changes.difference import difference
from positions.changes.leaves import words_of
from positions.changes.move_kinds import MoveKind
from positions.changes.movement import Move, movements
from positions.changes.nearness import Direction
from positions.model.moment import Moment
from positions.record.known import known_at
from positions.record.settle import record
from tests.laws.test_comparison_laws import BLANKS, ISSUES, loaded_talks
from tests.paths import ROOT
from tests.strategies import plain_data

if TYPE_CHECKING:
    from positions.changes.nearness import Nearness
    from positions.model.dossier import Dossier

PARTIES = "abc"
KINDS = ("duration", "quantity", "choice", "ladder", "checklist", "date", "scale", "exchange")
OTHER_WAY = {Direction.TOWARD: Direction.AWAY, Direction.AWAY: Direction.TOWARD}

Said = dict[str, object]
"""What each party says at one time, by party."""


def _values(kind: str) -> st.SearchStrategy[object]:
    if kind == "checklist":
        return st.sampled_from(["none", ["a"], ["a", "b"], {"demand": ["b"], "refuse": ["a"]}])
    return plain_data(kind)


def _positions(kind: str) -> st.SearchStrategy[object]:
    terms = st.fixed_dictionaries(
        {},
        optional={
            "conditions": st.sampled_from(["none", ["go"], ["go", "no delay"]]),
            "scope": st.sampled_from(["at sea", "on land"]),
            "modality": st.sampled_from(["shall", "should"]),
        },
    )
    long = st.builds(lambda value, more: {"value": value, **more}, _values(kind), terms)
    branches = st.dictionaries(st.sampled_from("xyz"), long, min_size=1, max_size=2)
    options = branches.map(lambda found: {"alternatives": found})
    return st.one_of(_values(kind), long, long, options, BLANKS)


@st.composite
def courses(draw: st.DrawFn, steps: int = 3) -> tuple[dict[str, Any], list[Said]]:
    """An issue, and what some of three parties say of it step by step."""
    kind = draw(st.sampled_from(KINDS))
    pool = draw(st.lists(_positions(kind), min_size=2, max_size=4))
    said: list[Said] = []
    for _ in range(steps):
        speaking = draw(st.lists(st.sampled_from(PARTIES), unique=True))
        said.append({party: draw(st.sampled_from(pool)) for party in speaking})
    return {"topic": "T", "title": "It", "kind": kind, **ISSUES[kind]}, said


def state(issue: dict[str, Any], said: list[Said]) -> Dossier:
    """Return the state after so many steps; each text closes the record of its party."""
    return loaded_talks(
        {
            "dossier": {"format": "1", "title": "T", "as_of": f"2025-06-{len(said):02d}"},
            "parties": {party: {"name": party.upper()} for party in PARTIES},
            "sources": {"paper": {"publisher": "P", "title": "T", "date": "2025-05-01"}},
            "events": {"go": {"title": "The signal"}},
            "issues": {"it": issue},
            "memoranda": {
                f"{party}-{day}": {
                    "party": party,
                    "form": "memorandum",
                    "read": "whole",
                    "date": f"2025-06-{day:02d}",
                    "sources": "paper",
                    "positions": {"it": position},
                }
                for day, words in enumerate(said, 1)
                for party, position in words.items()
            },
        }
    )


def moves(before: Dossier, after: Dossier) -> dict[str, Move]:
    return {move.party: move for move in movements(before, after)}


def words(dossier: Dossier, party: str) -> object:
    standing = record(dossier).standing(party, "it")
    if not standing.speaks:
        return standing.blank
    return words_of(dossier, ("it", ""), standing.position, {}), standing.position.red_line


def figure(nearness: Nearness) -> object:
    return nearness.distance and nearness.distance.figure


@given(courses(2))
def test_who_says_the_same_never_moved(course: tuple[dict[str, Any], list[Said]]) -> None:
    issue, said = course
    before, after = state(issue, said[:1]), state(issue, said)
    found = moves(before, after)

    for party in PARTIES:
        if words(before, party) == words(after, party):
            assert party not in found or not found[party].kind.is_move
        if party not in said[1]:
            assert party not in found


@given(courses(2))
def test_what_is_told_is_what_a_comparison_of_either_state_shows(
    course: tuple[dict[str, Any], list[Said]],
) -> None:
    issue, said = course
    before, after = state(issue, said[:1]), state(issue, said)
    for move in movements(before, after):
        for one in move.toward:
            for dossier, told in ((before, one.before), (after, one.after)):
                line = positions.compare(dossier, parties=[move.party, one.party]).row("it").whole
                assert figure(told) == (line.distance and line.distance.figure)
                relation = line.relation(move.party, one.party)
                if relation is not None:
                    assert told.relation is relation or told.relation == "unknown"
                assert told.alike is (len(line.camps) == 1)


def _directions(before: Dossier, after: Dossier) -> dict[tuple[str, str], Direction]:
    return {
        (move.party, one.party): one.direction
        for move in movements(before, after)
        for one in move.toward
        if one.direction in OTHER_WAY
    }


@given(courses(2))
def test_the_other_way_round_toward_is_away(
    course: tuple[dict[str, Any], list[Said]],
) -> None:
    issue, (first, second) = course
    both = {party: (first[party], second[party]) for party in first.keys() & second.keys()}
    one = {party: words for party, (words, _) in both.items()}
    other = {party: words for party, (_, words) in both.items()}
    there = _directions(state(issue, [one]), state(issue, [one, other]))
    back = _directions(state(issue, [other]), state(issue, [other, one]))

    assert back == {pair: OTHER_WAY[way] for pair, way in there.items()}
    swapped = _directions(state(issue, [one, other]), state(issue, [one]))
    assert swapped == back


@given(courses(3))
def test_steps_make_up_a_way(course: tuple[dict[str, Any], list[Said]]) -> None:
    issue, said = course
    states = [state(issue, said[:count]) for count in (1, 2, 3)]
    first, second = moves(*states[:2]), moves(*states[1:])
    whole = moves(states[0], states[2])

    for party in PARTIES:
        if party not in first and party not in second:
            assert party not in whole
        ways = [found.get(party) for found in (first, second, whole)]
        near = [{one.party: one for one in way.toward} if way else {} for way in ways]
        for other in near[0].keys() & near[1].keys() & near[2].keys():
            assert near[2][other].before == near[0][other].before
            assert near[2][other].after == near[1][other].after


SHIPPED = ("05-16", "06-01", "06-02T16:17", "06-02T18:00", "06-19", "07-23")
"""Moments of the shipped case: before, between and after what its texts and rounds brought."""


@pytest.fixture(scope="module")
def shipped() -> list[Dossier]:
    dossier = positions.load(ROOT / "data" / "positions.yaml").dossier
    assert dossier is not None
    return [known_at(dossier, Moment.parse(f"2025-{moment}")) for moment in SHIPPED]


def _place(move: Move) -> tuple[str, str, str]:
    return move.party, move.issue, move.part


def _ways(before: Dossier, after: Dossier) -> dict[tuple[str, ...], Direction]:
    return {
        (*_place(move), one.party): one.direction
        for move in movements(before, after)
        for one in move.toward
        if one.direction in OTHER_WAY
    }


@pytest.mark.no_cover
def test_the_laws_hold_between_all_moments_of_the_shipped_case(shipped: list[Dossier]) -> None:
    measured = 0
    compared = cache(lambda at, *two: positions.compare(shipped[at], parties=two))
    for (was_at, before), (now_at, after) in combinations(enumerate(shipped), 2):
        old, new = record(before), record(after)
        there, back = _ways(before, after), _ways(after, before)
        assert back == {pair: OTHER_WAY[way] for pair, way in there.items()}
        for move in movements(before, after):
            place, line = _place(move), (move.issue, move.part)
            was, now = old.standings[place], new.standings[place]
            said = [
                words_of(dossier, line, one.position, {}) if one.speaks else one.blank
                for dossier, one in ((before, was), (after, now))
            ]
            assert said[0] != said[1] or not move.kind.is_move
            for one in move.toward:
                for at, told in ((was_at, one.before), (now_at, one.after)):
                    row = compared(at, move.party, one.party).row(line[0])
                    (whole,) = [leaf for leaf in row.leaves if leaf.part == move.part]
                    assert figure(told) == (whole.distance and whole.distance.figure)
                    measured += 1
    assert measured > 20


@pytest.mark.no_cover
def test_the_steps_of_the_shipped_case_make_up_its_way(shipped: list[Dossier]) -> None:
    moved = {
        (one, other): {_place(move): move for move in movements(shipped[one], shipped[other])}
        for one, other in combinations(range(len(shipped)), 2)
    }
    for first, second, third in combinations(range(len(shipped)), 3):
        steps = [moved[pair] for pair in ((first, second), (second, third), (first, third))]
        assert steps[2].keys() <= steps[0].keys() | steps[1].keys()
        for place in steps[0].keys() & steps[1].keys() & steps[2].keys():
            near = [{one.party: one for one in found[place].toward} for found in steps]
            for other in near[0].keys() & near[1].keys() & near[2].keys():
                assert near[2][other].before == near[0][other].before
                assert near[2][other].after == near[1][other].after


@given(courses(2))
def test_every_change_can_be_told(course: tuple[dict[str, Any], list[Said]]) -> None:
    issue, said = course
    one, other = state(issue, said[:1]), state(issue, said)
    for before, after in ((one, other), (other, one)):
        found = difference(before, after)
        for change in (change for row in found.issues for change in row.stances):
            assert change.reason.said
            assert "None" not in str(change.reason)
            assert (change.what is MoveKind.WITHDRAWN) <= (not change.toward)
