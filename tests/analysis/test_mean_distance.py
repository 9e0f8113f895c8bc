"""How far apart are two parties on average, where a share misleads?"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from positions.analysis.mean_distance import MeanDistance
from positions.analysis.overview import survey
from positions.analysis.pairs import pair_up, ranked
from positions.reports.page.look import Look
from positions.reports.page.render import render
from positions.reports.pairs.page import pairs_page

if TYPE_CHECKING:
    from positions.comparison.rows import Comparison


def _between(comparison: Comparison, first: str, second: str) -> tuple[object, object]:
    one = pair_up(comparison).between(first, second)
    return one.distance, one.weighted


def _page(comparison: Comparison) -> str:
    return " ".join(render(pairs_page(survey(comparison)), look=Look(140)).split())


def test_who_is_neutral_is_no_farther_than_an_opponent_on_one_issue(
    comparison: Comparison,
) -> None:
    """
    parties: {a: {name: A}, b: {name: B}, z: {name: Z}}
    issues:
      i: {topic: T, title: I, kind: choice, ordered: true, options: {con: con, neutral: neutral, pro: pro}}
      j: {topic: T, title: J, kind: choice, ordered: true, options: {con: con, neutral: neutral, pro: pro}}
    memoranda:
      ma: {party: a, form: statement, date: 2025-06-01, sources: [paper],
           positions: {i: {value: pro, salience: 90}, j: {value: pro, salience: 10}}}
      mb: {party: b, form: statement, date: 2025-06-01, sources: [paper],
           positions: {i: {value: neutral, salience: 80}, j: {value: neutral, salience: 0}}}
      mz: {party: z, form: statement, date: 2025-06-01, sources: [paper],
           positions: {i: {value: con, salience: 70}, j: pro}}
    """
    half = MeanDistance(Fraction(1, 2), 2)

    assert _between(comparison, "a", "b") == (half, half)
    assert _between(comparison, "a", "z") == (half, MeanDistance(Fraction(1), 1))
    assert "1 A and Z 1 of 2 1 0 0 1 0 50 100 farthest apart: 2 steps (I)" in _page(comparison)
    assert "Weighted: the same by the salience" in _page(comparison)


def test_a_distance_is_set_against_the_greatest_of_any_two(comparison: Comparison) -> None:
    """
    parties: {a: {name: A}, b: {name: B}, c: {name: C}, d: {name: D}}
    issues:
      truce: {topic: T, title: Truce, kind: duration}
      mood: {topic: T, title: Mood, kind: scale, ends: [cold, warm]}
      flag: {topic: T, title: Flag, kind: text}
      land: {topic: T, title: Land, kind: choice, options: {here: here, there: there}, parts: {x: X, y: Y}}
    memoranda:
      ma: {party: a, form: statement, date: 2025-06-01, sources: [paper],
           positions: {truce: 10 days, mood: "10", flag: red, land: here}}
      mb: {party: b, form: statement, date: 2025-06-01, sources: [paper],
           positions: {truce: 20 days, mood: "30", flag: blue, land: {parts: {x: here, y: there}}}}
      mc: {party: c, form: statement, date: 2025-06-01, sources: [paper],
           positions: {truce: 50 days, mood: at least 10, land: to be agreed}}
    """
    # A quarter of 40 days, a fifth of the scale, half of the parts; texts cannot be told.
    figure = (Fraction(1, 4) + Fraction(1, 5) + Fraction(1, 2)) / 3
    assert _between(comparison, "a", "b") == (MeanDistance(figure, 3), None)
    assert _between(comparison, "a", "c") == (MeanDistance(Fraction(1, 2), 2), None)
    assert _between(comparison, "a", "d") == (None, None)
    assert "Weighted" not in _page(comparison)


def test_of_two_parties_alone_there_is_no_mean(comparison: Comparison) -> None:
    """
    issues: {truce: {topic: T, title: Truce, kind: duration}}
    memoranda:
      ma: {party: north, form: statement, date: 2025-06-01, sources: [paper], positions: {truce: 9 days}}
      mb: {party: south, form: statement, date: 2025-06-01, sources: [paper], positions: {truce: 8 days}}
    """
    assert _between(comparison, "north", "south") == (None, None)
    assert "Distance" not in _page(comparison)


@pytest.mark.parametrize(
    ("figure", "of_100"),
    [((0, 1), 0), ((1, 999), 1), ((1, 2), 50), ((998, 999), 99), ((1, 1), 100)],
)
def test_a_mean_is_rounded_to_neither_end(figure: tuple[int, int], of_100: int) -> None:
    assert MeanDistance(Fraction(*figure), 3).of_100 == of_100


def test_a_share_of_few_issues_has_no_rank(comparison: Comparison) -> None:
    """
    parties: {a: {name: A}, b: {name: B}, c: {name: C}, d: {name: D}}
    issues:
      i: {topic: T, title: I, kind: text}
      j: {topic: T, title: J, kind: text}
      k: {topic: T, title: K, kind: text}
    memoranda:
      ma: {party: a, form: statement, date: 2025-06-01, sources: [paper], positions: {i: x, j: x, k: x}}
      mb: {party: b, form: statement, date: 2025-06-01, sources: [paper], positions: {i: x, j: x, k: y}}
      mc: {party: c, form: statement, date: 2025-06-01, sources: [paper], positions: {i: x}}
    """
    pairs = pair_up(comparison)

    assert pairs.floor == 2
    assert [(rank, one.first, one.second) for rank, one in ranked(pairs.all, pairs.floor)][:2] == [
        (1, "a", "b"),
        (None, "a", "c"),
    ]
    assert "Pairs that share fewer than 2 issues (half of the most that any pair shares" in _page(
        comparison
    )


def test_a_pair_that_shares_nothing_has_no_rank_and_no_floor_is_needed(
    comparison: Comparison,
) -> None:
    """
    parties: {a: {name: A}, b: {name: B}, c: {name: C}}
    issues: {i: {topic: T, title: I, kind: text}}
    memoranda:
      ma: {party: a, form: statement, date: 2025-06-01, sources: [paper], positions: {i: x}}
      mb: {party: b, form: statement, date: 2025-06-01, sources: [paper], positions: {i: x}}
    """
    assert pair_up(comparison).floor == 1
    assert "Pairs that share no issue have no rank" in _page(comparison)
