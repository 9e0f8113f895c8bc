"""Up to which distance positions count as near, as each kind reads it."""

from __future__ import annotations

from fractions import Fraction

import pytest

from positions.values import KINDS, Distance, Frame, Unreadable

ORDERED = Frame(options={"a": "A", "b": "B", "c": "C"}, ordered=True)
PERCENT = Frame(unit="% of GDP")
TONS = Frame(unit="tons", limit="maximum")


@pytest.mark.parametrize(
    ("kind", "frame", "written", "figure", "text"),
    [
        ("duration", Frame(), "7 days", 7, "7 days"),
        ("duration", Frame(limit="minimum"), "1 week", 7, "7 days"),
        ("duration", Frame(), "36 hours", Fraction(3, 2), "36 hours"),
        ("date", Frame(), "2 weeks", 14, "14 days"),
        ("quantity", TONS, "1,000", 1000, "1,000 tons"),
        ("quantity", TONS, 5, 5, "5 tons"),
        ("quantity", PERCENT, "0.5 %", Fraction(1, 2), "0.5 percentage points of GDP"),
        ("quantity", PERCENT, "0.5 percentage points", Fraction(1, 2), "0.5 percentage points of GDP"),
        ("quantity", PERCENT, "1 point", 1, "1 percentage point of GDP"),
        ("exchange", Frame(unit="prisoners"), "100 prisoners", 100, "100 prisoners"),
        ("choice", ORDERED, "1 step", 1, "1 step"),
        ("choice", ORDERED, "2", 2, "2 steps"),
        ("checklist", Frame(items={"a": "A"}), "1 item", 1, "1 item"),
        ("scale", Frame(ends=("No", "Yes")), "10 points", 10, "10 points"),
        ("scale", Frame(ends=("No", "Yes")), "12.5", Fraction(25, 2), "12.5 points"),
    ],
)  # fmt: skip
def test_a_threshold_is_a_distance_in_the_measure_of_the_kind(
    kind: str, frame: Frame, written: object, figure: Fraction, text: str
) -> None:
    found = KINDS[kind].threshold(written, frame)
    assert (found, found.text) == (Distance(Fraction(figure), text), text)


@pytest.mark.parametrize(
    ("kind", "frame", "written", "said"),
    [
        ("duration", Frame(), "7", "A duration needs a unit, and 7 has none. Write the unit behind it, such as `days`."),
        (
            "duration",
            Frame(),
            "1 month",
            "`1 month` is no exact length, because months differ in theirs. Write it in days or weeks.",
        ),
        ("duration", Frame(), "about 7 days", "A threshold is one exact figure, and `about 7 days` is not. Write the figure alone, with its unit."),
        ("duration", Frame(), "7 or 8 days", "A threshold is one exact figure, and `7 or 8 days` is not. Write the figure alone, with its unit."),
        ("duration", Frame(), "unlimited", "A threshold is one exact figure, and `unlimited` is not. Write the figure alone, with its unit."),
        ("quantity", TONS, "at most 5", "A threshold is one exact figure, and `at most 5` is not. Write the figure alone, with its unit."),
        (
            "quantity",
            TONS,
            "0",
            "A threshold of zero or less counts nothing as near that is not so already. Write a figure greater than zero, or remove `near:`.",
        ),
        ("quantity", TONS, ["5"], "A threshold is written as text, and this is a list."),
        ("date", Frame(), "2025-06-01", "`2025-06-01` is a date, and a threshold is a length of time. Write it as `7 days`."),
        (
            "choice",
            Frame(options={"a": "A"}),
            "1 step",
            "The options of this choice have no order, so that nothing can be near by distance. Add `ordered: true` if they go from the least to the most, or remove `near:`.",
        ),
        ("choice", ORDERED, "0 steps", "`0 steps` is no number of steps. Write `1 step` or `2 steps`."),
        ("checklist", Frame(), "two", "`two` is no number of items. Write `1 item` or `2 items`."),
        ("checklist", Frame(), "2 steps", "`2 steps` is no number of items. Write `1 item` or `2 items`."),
        (
            "text",
            Frame(),
            "3 words",
            "Wording has no measure, so that nothing can be near by distance. Remove `near:`.",
        ),
    ],
)  # fmt: skip
def test_what_is_no_threshold_is_refused(
    kind: str, frame: Frame, written: object, said: str
) -> None:
    with pytest.raises(Unreadable) as fault:
        KINDS[kind].threshold(written, frame)
    assert f"{fault.value.sentence} {fault.value.suggestion}".strip() == said


@pytest.mark.parametrize(
    ("one", "other", "certain"),
    [
        (Distance(Fraction(5), "5 days"), 7, True),
        (Distance(Fraction(7), "7 days"), 7, True),
        (Distance(Fraction(8), "8 days"), 7, False),
        (Distance(Fraction(7), "about 7 days", about=True), 7, False),
        (Distance(Fraction(6), "about 6 days", about=True), 7, True),
        (Distance(Fraction(7), "more than 7 days", reached=False), 7, False),
        (Distance(Fraction(6), "more than 6 days", reached=False), 7, True),
    ],
)
def test_a_distance_is_within_another_only_where_that_is_certain(
    one: Distance, other: int, certain: bool
) -> None:
    assert one.no_greater_than(Distance(Fraction(other), "")) is certain


def test_a_distance_knows_whether_it_is_reached() -> None:
    kind, frame = KINDS["duration"], Frame()
    open_end = kind.distance(
        kind.parse("more than 5 days", frame), kind.parse("3 days", frame), frame
    )
    assert open_end is not None
    assert (open_end.figure, open_end.reached) == (Fraction(2), False)
    swap, unit = KINDS["exchange"], Frame(unit="men")
    for far, reached in (("more than 5 for 5", False), ("5 for more than 2", True)):
        found = swap.distance(swap.parse(far, unit), swap.parse("1 for 1", unit), unit)
        assert found is not None
        assert (found.figure, found.reached) == (Fraction(4), reached)
