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
    found = grouped(comparison.rows, RowOrder.GAP)

    assert [(title, [row.issue.id for row in rows]) for title, rows in found] == [
        ("Divided", ["long", "short", "fee", "toll", "parts", "flag"]),
        ("Near", ["near"]),
        ("Compatible", ["both"]),
    ]


def test_every_row_is_in_every_order(comparison: Comparison) -> None:
    for order in RowOrder:
        rows = [row for _, members in grouped(comparison.rows, order) for row in members]
        assert sorted(row.issue.id for row in rows) == sorted(
            row.issue.id for row in comparison.rows
        )
    assert [title for title, _ in grouped(comparison.rows, RowOrder.TOPIC)] == [
        "Air",
        "Trade",
        "War",
    ]


def test_no_status_is_left_out_of_the_order_by_gap() -> None:
    assert set(_BY_GAP) == set(Status)
