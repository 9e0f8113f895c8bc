"""Who is nearest to whom, over which issues, and how sure is that?"""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, permutations
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given

import positions
from positions.analysis.pairs import Closeness, pair_up, ranked
from positions.comparison.compare import narrowed
from positions.comparison.rows import Status
from positions.values import Relation
from tests.generated import many_parties
from tests.laws.test_comparison_laws import loaded_talks, talks

if TYPE_CHECKING:
    from positions.analysis.pairs import Pairs, PairSummary
    from positions.comparison.rows import Comparison
    from positions.loader import Loaded

STATUSES = {
    Closeness.SAME: {Status.AGREED},
    Closeness.NEAR: {Status.NEAR, Status.ONE_SIDED},
    Closeness.COMPATIBLE: {Status.COMPATIBLE},
    Closeness.APART: {Status.DIVIDED},
    Closeness.UNKNOWN: {Status.UNCLEAR, Status.UNDISCLOSED},
}
"""How a row stands that two parties have for themselves."""


def counts(one: PairSummary) -> tuple[int, ...]:
    """Same, near, apart, unknown."""
    return tuple(len(one.issues[stand]) for stand in Closeness)


def test_every_two_parties_over_the_issues_on_which_both_speak(comparison: Comparison) -> None:
    """
    parties: {north: {name: North}, south: {name: South}, east: {name: East}, west: {name: West}}
    issues:
      truce: {topic: War, title: Truce, kind: duration}
      toll: {topic: Trade, title: Toll, kind: quantity, unit: crowns}
      fee: {topic: Trade, title: Fee, kind: quantity, unit: crowns}
      ships: {topic: Trade, title: Ships, kind: quantity, unit: ships}
      flag: {topic: War, title: Flag, kind: text}
    memoranda:
      n: {party: north, form: statement, date: 2025-06-01, sources: [paper],
          positions: {truce: 30 days, toll: "20", fee: "5", ships: "3", flag: a white one}}
      s: {party: south, form: statement, date: 2025-06-01, sources: [paper],
          positions: {truce: 30 days, toll: at least 10, fee: "9", ships: "4", flag: a red one}}
      e: {party: east, form: statement, date: 2025-06-01, sources: [paper],
          positions: {truce: {value: 30 days, conditions: none}, toll: "5"}}
    """
    pairs = pair_up(comparison)
    assert [(one.first, one.second) for one in pairs.all] == list(
        combinations(["north", "south", "east", "west"], 2)
    )

    found = pairs.between("south", "north")
    assert found.issues == {
        Closeness.SAME: ("truce",),
        Closeness.NEAR: ("toll",),
        Closeness.COMPATIBLE: (),
        Closeness.APART: ("fee", "ships"),
        Closeness.UNKNOWN: ("flag",),
    }
    assert (found.both, found.undivided, found.share) == (5, 2, Fraction(2, 5))
    assert (found.other("north"), found.other("south")) == ("south", "north")
    assert counts(pairs.between("north", "east")) == (0, 1, 0, 1, 0)  # the truce on other terms
    assert counts(pairs.between("south", "east")) == (0, 1, 0, 1, 0)
    silent = pairs.between("north", "west")
    assert (counts(silent), silent.share) == ((0, 0, 0, 0, 0), None)
    with pytest.raises(KeyError):
        pairs.between("north", "north")


def test_distances_are_the_greatest_in_each_measure(comparison: Comparison) -> None:
    """
    parties: {north: {name: North}, south: {name: South}, east: {name: East}}
    issues:
      toll: {topic: Trade, title: Toll, kind: quantity, unit: crowns}
      fee: {topic: Trade, title: Fee, kind: quantity, unit: crowns}
      ships: {topic: Trade, title: Ships, kind: quantity, unit: ships, parts: {old: {title: Old}, new: {title: New, unit: crowns}}}
      seat: {topic: Talks, title: Seat, kind: choice, options: {a: A, b: B}}
    memoranda:
      n: {party: north, form: statement, date: 2025-06-01, sources: [paper],
          positions: {toll: "5", fee: "9", ships: {parts: {old: "1", new: "2"}}, seat: a}}
      s: {party: south, form: statement, date: 2025-06-01, sources: [paper],
          positions: {toll: "20", fee: 1 or 7, ships: {parts: {old: "9", new: "90"}}, seat: b}}
      e: {party: east, form: statement, date: 2025-06-01, sources: [paper], positions: {toll: "20"}}
    """
    pairs = pair_up(comparison)

    def far(first: str, second: str) -> list[tuple[str, str, str]]:
        found = pairs.between(first, second).farthest
        return [(one.issue, one.part, one.distance.text) for one in found]

    assert far("north", "south") == [("ships", "new", "88 crowns"), ("ships", "old", "8 ships")]
    assert far("east", "north") == [("toll", "", "15 crowns")]
    assert far("east", "south") == []  # the same toll


def test_the_nearest_first_and_ties_stay_ties(comparison: Comparison) -> None:
    """
    parties: {a: {name: A}, b: {name: B}, c: {name: C}, d: {name: D}}
    issues:
      one: {topic: T, title: One, kind: duration}
      two: {topic: T, title: Two, kind: duration}
    memoranda:
      a: {party: a, form: statement, date: 2025-06-01, sources: [paper], positions: {one: 1 day, two: 1 day}}
      b: {party: b, form: statement, date: 2025-06-01, sources: [paper], positions: {one: 1 day}}
      c: {party: c, form: statement, date: 2025-06-01, sources: [paper], positions: {one: 1 day, two: 1 day}}
    """
    pairs = pair_up(comparison)
    order = [(rank, one.first + one.second, one.both) for rank, one in ranked(pairs.all)]

    assert order == [
        (1, "ac", 2),
        (1, "ab", 1),
        (1, "bc", 1),
        (None, "ad", 0),
        (None, "bd", 0),
        (None, "cd", 0),
    ]
    assert [(rank, one.other("b")) for rank, one in ranked(pairs.of("b"))] == [
        (1, "a"),
        (1, "c"),
        (None, "d"),
    ]


def test_some_rows_can_be_counted_alone(comparison: Comparison) -> None:
    """
    issues:
      one: {topic: T, title: One, kind: duration}
      two: {topic: T, title: Two, kind: duration}
    memoranda:
      n: {party: north, form: statement, date: 2025-06-01, sources: [paper], positions: {one: 1 day, two: 1 day}}
      s: {party: south, form: statement, date: 2025-06-01, sources: [paper], positions: {one: 1 day, two: 3 days}}
    """
    (found,) = pair_up(comparison, [comparison.row("two")]).all
    assert counts(found) == (0, 0, 0, 1, 0)


def test_words_of_one_moment_that_contradict_leave_it_open_for_their_pairs_alone(
    loaded: Loaded,
) -> None:
    """
    parties: {north: {name: North}, south: {name: South}, east: {name: East}}
    issues: {truce: {topic: War, title: Truce, kind: duration}}
    memoranda:
      n: {party: north, form: statement, date: 2025-06-01, sources: [paper], positions: {truce: 30 days}}
      m: {party: north, form: statement, date: 2025-06-01, sources: [paper], positions: {truce: 20 days}}
      s: {party: south, form: statement, date: 2025-06-01, sources: [paper], positions: {truce: 30 days}}
      e: {party: east, form: statement, date: 2025-06-01, sources: [paper], positions: {truce: 3 days}}
    """
    assert [problem.code for problem in loaded.problems] == ["conflicting-record"]
    assert loaded.dossier is not None
    pairs = pair_up(positions.compare(loaded.dossier))
    assert counts(pairs.between("north", "south")) == (0, 0, 0, 0, 1)
    assert counts(pairs.between("north", "east")) == (0, 0, 0, 1, 0)  # as either of its words
    assert counts(pairs.between("south", "east")) == (0, 0, 0, 1, 0)


def test_up_to_the_threshold_of_an_issue_two_are_near(comparison: Comparison) -> None:
    """
    parties: {north: {name: North}, south: {name: South}, east: {name: East}}
    issues:
      truce: {topic: War, title: Truce, kind: duration, near: 7 days}
      gate: {topic: War, title: Gate, kind: duration, parts: {old: Old, new: New}}
    memoranda:
      n: {party: north, form: statement, date: 2025-06-01, sources: [paper], positions: {truce: 30 days, gate: {parts: {old: 3 days}}}}
      s: {party: south, form: statement, date: 2025-06-01, sources: [paper], positions: {truce: 24 days, gate: {parts: {old: 3 days}}}}
      e: {party: east, form: statement, date: 2025-06-01, sources: [paper], positions: {truce: 18 days}}
    """
    pairs = pair_up(comparison)
    # On the new gate both are silent, and nobody knows whether they agree.
    assert counts(pairs.between("north", "south")) == (0, 2, 0, 0, 0)
    assert counts(pairs.between("south", "east")) == (0, 1, 0, 0, 0)
    assert counts(pairs.between("north", "east")) == (0, 0, 0, 1, 0)
    assert [far.distance.text for far in pairs.between("north", "south").farthest] == ["6 days"]


def test_what_is_settled_is_counted_as_the_positions_stand(comparison: Comparison) -> None:
    """
    issues: {truce: {topic: War, title: Truce, kind: duration}}
    memoranda:
      n: {party: north, form: statement, date: 2025-05-01, sources: [paper], positions: {truce: 30 days}}
      s: {party: south, form: statement, date: 2025-05-01, sources: [paper], positions: {truce: 24 days}}
    outcomes:
      may: {issue: truce, date: 2025-05-20, value: 27 days, confirmed_by: all, sources: [paper]}
    """
    assert comparison.row("truce").status is Status.SETTLED
    (found,) = pair_up(comparison).all
    assert counts(found) == (0, 0, 0, 1, 0)


def test_every_stand_says_what_it_means() -> None:
    assert all(stand.meaning for stand in Closeness)


# Laws --------------------------------------------------------------------------------------------


def unordered(pairs: Pairs) -> dict[frozenset[str], object]:
    return {
        frozenset({one.first, one.second}): (
            one.issues,
            {(far.issue, far.part, far.distance.figure) for far in one.farthest},
        )
        for one in pairs.all
    }


@given(talks())
def test_the_table_does_not_depend_on_the_order_of_the_parties(data: dict[str, Any]) -> None:
    dossier = loaded_talks(data)
    straight = unordered(pair_up(positions.compare(dossier)))
    for order in list(permutations(dossier.parties))[1::7]:
        assert unordered(pair_up(positions.compare(dossier, parties=order))) == straight


@given(talks())
def test_two_parties_stand_as_in_a_comparison_of_these_two_alone(data: dict[str, Any]) -> None:
    comparison = positions.compare(loaded_talks(data))
    for one in pair_up(comparison).all:
        alone = narrowed(comparison, (one.first, one.second))
        stands = {issue: stand for stand, issues in one.issues.items() for issue in issues}
        assert len(stands) == one.both  # each issue under one stand
        for row in alone.rows:
            relation = comparison.row(row.issue.id).whole.relation(one.first, one.second)
            assert relation is row.whole.relation(one.first, one.second)
            assert (relation is not None) is (row.issue.id in stands)
            if relation is None:
                continue
            stand = stands[row.issue.id]
            assert row.status in STATUSES[stand]
            if stand is Closeness.SAME:
                assert relation is Relation.SAME
            if not any(entry.conflicts for line in row.leaves for entry in line.standings.values()):
                if row.issue.near is None:
                    assert (stand is Closeness.APART) is (relation is Relation.APART)
                assert relation is Relation.APART or stand is not Closeness.APART
                assert relation is not Relation.UNKNOWN or stand is Closeness.UNKNOWN


def test_thirty_parties_are_four_hundred_and_thirty_five_pairs() -> None:
    pairs = pair_up(positions.compare(many_parties(30, 20)))
    assert len(pairs.all) == 435
    assert pair_up(pairs.comparison, of="p07").all == pairs.of("p07")
    last = pairs.of("p30")
    assert len(last) == 29
    assert {rank for rank, _ in ranked(last)} == {None}  # it shares no issue with any


def test_an_option_that_is_kept_back_hides_how_two_stand_on_a_part(comparison: Comparison) -> None:
    """
    issues: {two: {topic: T, title: Two, kind: quantity, unit: EUR, parts: {p: P, q: Q}}}
    memoranda:
      a:
        {party: north, form: memorandum, date: 2025-05-20, read: whole, sources: [paper],
         positions: {two: {alternatives: {x: at least 0, y: undisclosed}}}}
      b:
        {party: south, form: memorandum, date: 2025-05-20, read: whole, sources: [paper],
         positions: {two: {parts: {p: at least 9}}}}
    """
    assert comparison.row("two").status is Status.UNDISCLOSED
    (pair,) = pair_up(comparison).all
    assert pair.issues[Closeness.UNKNOWN] == ("two",)
