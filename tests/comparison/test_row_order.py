"""In which order do the rows of a comparison stand?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import positions
from positions.comparison.row_order import _BY_GAP, RowOrder, grouped
from positions.comparison.rows import Status
from tests.from_docstring import with_prelude

if TYPE_CHECKING:
    from positions.comparison.rows import Comparison

ROWS = """
    parties: {north: {name: North}, south: {name: South}}
    issues:
      near: {topic: War, title: Near, kind: duration}
      flag: {topic: War, title: Flag, kind: choice, options: {red: red, blue: blue}}
      short: {topic: War, title: Short, kind: duration}
      toll: {topic: Trade, title: Toll, kind: quantity, unit: crowns}
      long: {topic: Air, title: Long, kind: duration}
      fee: {topic: Air, title: Fee, kind: quantity, unit: crowns}
      both: {topic: Air, title: Both, kind: checklist, items: {a: A, b: B, c: C}}
      parts: {topic: Air, title: Parts, kind: quantity, unit: crowns, parts: {x: {title: X, unit: miles}}}
    memoranda:
      n: {party: north, form: memorandum, date: 2025-06-01, sources: [paper],
          positions: {near: at least 9 days, flag: red, short: 9 days, toll: "5", long: 9 days, fee: "5",
                      both: [a], parts: "5"}}
      s: {party: south, form: memorandum, date: 2025-06-01, sources: [paper],
          positions: {near: 9 days, flag: blue, short: 10 days, toll: "50", long: 90 days, fee: "500",
                      both: [b], parts: "500"}}
"""


@pytest.fixture
def comparison() -> Comparison:
    dossier = positions.loads(with_prelude(ROWS), "test.yaml").dossier
    assert dossier is not None
    return positions.compare(dossier)


def test_by_gap_the_greatest_distance_of_each_measure_comes_first(
    comparison: Comparison,
) -> None:
    found = grouped(comparison.rows, RowOrder.GAP, comparison.dossier)

    assert [(title, [row.issue.id for row in rows]) for title, rows in found] == [
        ("Divided", ["long", "short", "fee", "toll", "parts", "flag"]),
        ("Near", ["near"]),
        ("Compatible", ["both"]),
    ]


def test_every_row_is_in_every_order(comparison: Comparison) -> None:
    for order in RowOrder:
        rows = [
            row
            for _, members in grouped(comparison.rows, order, comparison.dossier)
            for row in members
        ]
        assert sorted(row.issue.id for row in rows) == sorted(
            row.issue.id for row in comparison.rows
        )
    assert [title for title, _ in grouped(comparison.rows, RowOrder.TOPIC, comparison.dossier)] == [
        "Air",
        "Trade",
        "War",
    ]


THREE = """
    parties: {north: {name: North}, south: {name: South}, east: {name: East}}
    issues:
      ladder: {topic: War, title: Ladder, kind: choice, ordered: true, options: {a: A, b: B, c: C, d: D}}
      steps: {topic: War, title: Steps, kind: choice, ordered: true, options: {a: A, b: B, c: C}}
      toll: {topic: War, title: Toll, kind: quantity, unit: crowns}
      even: {topic: War, title: Even, kind: choice, options: {x: X, y: Y}}
      quiet: {topic: War, title: Quiet, kind: text}
    memoranda:
      n: {party: north, form: statement, date: 2025-05-30, sources: [paper],
          positions: {ladder: a, steps: a, toll: {value: 1, salience: 10}, even: {value: x, salience: 90}}}
      s: {party: south, form: statement, date: 2025-05-31, sources: [paper],
          positions: {ladder: b, steps: c, toll: 900, even: {value: y, salience: 70}}}
      e: {party: east, form: statement, date: 2025-06-01, sources: [paper], positions: {ladder: c}}
    outcomes: {deal: {issue: quiet, date: 2025-05-01, value: the end, confirmed_by: [north], sources: [paper]}}
"""


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        # Two of two steps, then two of three; then what has no range of its own.
        (
            RowOrder.GAP,
            [("Divided", ["steps", "ladder", "toll", "even"]), ("Unclear", ["quiet"])],
        ),
        # Two camps of one are more polarised than three.
        (
            RowOrder.CAMPS,
            [
                ("Camps that differ", ["steps", "toll", "even", "ladder"]),
                ("No two camps known to differ", ["quiet"]),
            ],
        ),
        (
            RowOrder.SALIENCE,
            [
                ("With a salience", ["even", "toll"]),
                ("Without a salience", ["ladder", "steps", "quiet"]),
            ],
        ),
        (
            RowOrder.NEWEST,
            [
                ("2025-06-01", ["ladder"]),
                ("2025-05-31", ["steps", "toll", "even"]),
                ("2025-05-01", ["quiet"]),
            ],
        ),
    ],
)
def test_each_order_has_its_own_measure(
    order: RowOrder, expected: list[tuple[str, list[str]]]
) -> None:
    dossier = positions.loads(with_prelude(THREE), "test.yaml").dossier
    assert dossier is not None
    found = grouped(positions.compare(dossier).rows, order, dossier)
    assert [(title, [row.issue.id for row in rows]) for title, rows in found] == expected


def test_no_status_is_left_out_of_the_order_by_gap() -> None:
    assert set(_BY_GAP) == set(Status)
