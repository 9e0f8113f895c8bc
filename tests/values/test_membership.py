"""Sets are compared as if every point were asked: does A admit it, does B?

The oracle knows nothing of intervals: it asks each term about each point. The points are all ends
of both values, the middle between every two neighbours, and the places beyond; no set of these
kinds can tell other points apart.
"""

from __future__ import annotations

import math
from datetime import date
from fractions import Fraction
from itertools import pairwise, product
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from positions.values import KINDS, Relation
from positions.values.alternatives import Alternative, Comparator
from positions.values.kinds.exchange import ExchangeValue
from positions.values.linear import LinearValue
from tests.strategies import FRAMES, LINE_KINDS, measurable_values

if TYPE_CHECKING:
    from collections.abc import Collection

    from positions.values import Value

Point = Fraction | int | float
DAYS_IN: dict[str, int | Fraction] = {"hour": Fraction(1, 24), "day": 1, "week": 7}
MONTHS = {
    0: (0, 0),
    1: (28, 31),
    2: (59, 62),
    3: (89, 92),
    4: (120, 123),
    5: (150, 153),
    6: (181, 184),
    7: (212, 215),
    8: (242, 245),
    12: (365, 366),
}


FIRST_DAY, LAST_DAY = 700_000, 800_000
"""Around every day of the dates, and no figure of the others."""


def calendar_days(first: int, unit: str) -> tuple[int, int]:
    """Return the first and the last day of a day, month, quarter, half or year."""
    months = {"": 0, "month": 1, "quarter": 3, "half": 6, "year": 12}[unit]
    start = date.fromordinal(first)
    if not months:
        return first, first
    year, month = divmod(start.month - 1 + months, 12)
    return first, date(start.year + year, month + 1, 1).toordinal() - 1


def ends(term: Alternative) -> list[tuple[Point, Point]]:
    """Return what each figure of the term may stand for, least and greatest."""
    found: list[tuple[Point, Point]] = []
    for figure, unit in term.amounts:
        if FIRST_DAY < figure < LAST_DAY:
            found.append(calendar_days(int(figure), unit))
        elif unit in {"month", "year"}:
            count = int(figure) * (12 if unit == "year" else 1)
            assume(count in MONTHS)
            found.append(MONTHS[count])
        else:
            days = figure * DAYS_IN.get(unit, 1)
            found.append((days, days))
    return found


def admits(term: Alternative, point: Point) -> bool:
    if term.comparator is Comparator.NONE:
        return point == 0
    if term.comparator in {Comparator.ALL, Comparator.UNLIMITED}:
        return point == math.inf
    (low, high), *upper = ends(term)
    said = term.comparator
    return {
        Comparator.EXACTLY: low <= point <= high,
        Comparator.RANGE: low <= point <= (upper[0][1] if upper else high),
        Comparator.AT_LEAST: point >= low,
        Comparator.MORE_THAN: point > high,
        Comparator.AT_MOST: point <= high,
        Comparator.LESS_THAN: point < low,
    }[said]


def points(terms: Collection[Alternative], kind: str) -> list[Point]:
    at = sorted({end for term in terms for span in ends(term) for end in span} | {0})
    beyond: list[Point] = [] if kind == "date" else [math.inf]
    if kind == "date":
        return [*range(int(min(at[1:], default=1)) - 2, int(max(at)) + 3)]
    if kind == "scale":
        at = sorted({*at, 100})
        return [*at, *((a + b) / Fraction(2) for a, b in pairwise(at))]
    return [*at, *((a + b) / Fraction(2) for a, b in pairwise(at)), max(at) + 1, *beyond]


def compared(a: frozenset[object], b: frozenset[object]) -> Relation:
    if a == b:
        return Relation.SAME
    if a < b:
        return Relation.WITHIN
    if a > b:
        return Relation.CONTAINS
    return Relation.OVERLAPS if a & b else Relation.APART


def approximate(*values: Value) -> bool:
    """Return whether an end is approximate, or is that of some month beside days."""
    terms = [term for one in values if isinstance(one, LinearValue) for term in one.terms]
    strict = any(
        term.comparator in {Comparator.MORE_THAN, Comparator.LESS_THAN}
        and any(amount.unit in {"month", "year"} for amount in term.amounts)
        for term in terms
    )
    units = {amount.unit for term in terms for amount in term.amounts}
    if strict and units & DAYS_IN.keys():
        return True
    return any("about" in repr(value).replace("about=False", "") for value in values)


@pytest.mark.parametrize("name", LINE_KINDS)
@given(data=st.data())
def test_a_relation_holds_point_by_point(name: str, data: st.DataObject) -> None:
    kind, frame = KINDS[name], FRAMES[name]
    a, b = data.draw(measurable_values(name)), data.draw(measurable_values(name))
    assume(not approximate(a, b))
    assert isinstance(a, LinearValue)
    assert isinstance(b, LinearValue)
    asked = points((*a.terms, *b.terms), name)
    first, second = (
        frozenset(point for point in asked if any(admits(term, point) for term in value.terms))
        for value in (a, b)
    )
    assert kind.relate(a, b, frame) is compared(first, second)


@given(data=st.data())
def test_a_relation_of_exchanges_holds_pair_by_pair(data: st.DataObject) -> None:
    kind, frame = KINDS["exchange"], FRAMES["exchange"]
    values = [data.draw(measurable_values("exchange")) for _ in range(3)]
    assume(not approximate(*values))
    pairs = [value.pairs for value in values if isinstance(value, ExchangeValue)]
    asked = points([term for value in pairs for pair in value for term in pair], "exchange")
    a, b, c = (
        frozenset(
            (x, y)
            for x, y in product(asked, asked)
            if any(admits(first, x) and admits(second, y) for first, second in value)
        )
        for value in pairs
    )
    assert kind.relate(values[0], values[1], frame) is compared(a, b)
    assert kind.meet(values, frame) is bool(a & b & c)


# Most dates drawn are days; those that name a month or a year are measured by themselves.
@settings(suppress_health_check=[HealthCheck.filter_too_much])
@pytest.mark.parametrize("name", LINE_KINDS)
@given(data=st.data())
def test_a_distance_is_that_of_the_nearest_points(name: str, data: st.DataObject) -> None:
    kind, frame = KINDS[name], FRAMES[name]
    a, b = data.draw(measurable_values(name)), data.draw(measurable_values(name))
    assert isinstance(a, LinearValue)
    assert isinstance(b, LinearValue)
    # Months and years are measured by themselves, not by their nearest days.
    assume(name != "date" or not any(one.unit for t in (*a.terms, *b.terms) for one in t.amounts))
    distance = kind.distance(a, b, frame)
    if distance is None or distance.about or "more than" in distance.text:
        return
    assume(not approximate(a, b))
    asked = points((*a.terms, *b.terms), name)
    # A refusal is met like any other outcome, but nothing is measured from it.
    measured = {term for term in (*a.terms, *b.terms) if term.comparator is not Comparator.NONE}
    first, second = (
        [
            point
            for point in asked
            if any(admits(t, point) for t in value.terms if t in measured or not distance.figure)
        ]
        for value in (a, b)
    )
    nearest = min(0.0 if x == y else abs(float(x) - float(y)) for x, y in product(first, second))
    assert float(distance.figure) == pytest.approx(nearest)


@pytest.mark.parametrize("name", LINE_KINDS)
@given(data=st.data())
def test_one_outcome_for_all_is_one_point_of_all(name: str, data: st.DataObject) -> None:
    kind, frame = KINDS[name], FRAMES[name]
    exact = measurable_values(name).filter(lambda value: not approximate(value))
    values = data.draw(st.lists(exact, min_size=1, max_size=4))
    lines = [value for value in values if isinstance(value, LinearValue)]
    asked = points([term for line in lines for term in line.terms], name)
    met = any(
        all(any(admits(term, point) for term in line.terms) for line in lines) for point in asked
    )
    assert kind.meet(values, frame) is met


@pytest.mark.parametrize("name", LINE_KINDS)
@given(data=st.data())
def test_a_figure_not_given_is_claimed_only_for_all_it_could_be(
    name: str, data: st.DataObject
) -> None:
    kind, frame = KINDS[name], FRAMES[name]
    known = data.draw(measurable_values(name))
    assume(not approximate(known))
    unspecified = kind.parse("unspecified", frame)
    claimed = kind.relate(unspecified, known, frame)
    assert isinstance(known, LinearValue)
    finite = [point for point in points(known.terms, name) if point < math.inf]
    found = {
        compared(
            frozenset({point}),
            frozenset(p for p in (*finite, math.inf) if any(admits(t, p) for t in known.terms)),
        )
        for point in finite
    }
    assert claimed is (found.pop() if len(found) == 1 else Relation.UNKNOWN)
