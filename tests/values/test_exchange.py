"""Exchanges: what each side gives, and whether they give the same."""

from __future__ import annotations

import time

import pytest

from positions.values import KINDS, Frame
from tests.values.examples import differences, distance, plain, refused, relation, shown

FRAME = Frame(unit="prisoners", between=("russia", "ukraine"), names=("Russia", "Ukraine"))
UNNAMED = Frame(unit="prisoners", between=("russia", "ukraine"))


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("1,000 for 1,000", "1,000 for 1,000"),
        ("1,000:1,000", "1,000 for 1,000"),
        ("1,000 : 1,000", "1,000 for 1,000"),
        ("1000 each", "1,000 for 1,000"),
        ("1,000 prisoners each", "1,000 for 1,000"),
        ("1,000 per side", "1,000 for 1,000"),
        ("1,000 prisoners for 1,000 prisoners", "1,000 for 1,000"),
        ("at least 1,000 each", "at least 1,000 each"),
        ("≥ 1,000 each", "at least 1,000 each"),
        ("at least 1,000 for at least 1,000", "at least 1,000 each"),
        ("about 1,000 each", "about 1,000 each"),
        ("1,000-1,200 each", "1,000-1,200 each"),
        ("6,000 for 0", "6,000 for 0"),
        ("at least 1,000 for 500", "at least 1,000 for 500"),
        ("all for all", "all for all"),
        ("All-for-all", "all for all"),
        ("all each", "all for all"),
        ("all for none", "all for none"),
        ("all for 0", "all for 0"),
        ("none", "none"),
        ("none for none", "none"),
        ("0 for 0", "0 for 0"),
        ("unspecified", "unspecified"),
        ("1,000 for unspecified", "1,000 for unspecified"),
        ("to be agreed", "to be agreed"),
        ("1,000 or 1,200 each", "1,000 for 1,000 or 1,200 for 1,200"),
        ("1,200 for 0 or 1,000 for 0", "1,000 for 0 or 1,200 for 0"),
        ("1 for 1 or 1 each", "1 for 1"),
        ("100 billion for 0", "100 billion for 0"),
    ],
)
def test_it_reads_what_an_analyst_writes(written: str, canonical: str) -> None:
    assert plain("exchange", written, FRAME) == canonical
    assert shown("exchange", written, FRAME) == canonical


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("1,000", "`1,000` does not say what each side gives. Write `1,000 for 1,000` or"),
        ("all", "`all` does not say what each side gives."),
        ("1,000 or 1,200 for 0", "`1,000` does not say what each side gives."),
        ("1 for 2 for 3", "is not two figures with `for` between them."),
        ("1,000 for", "is not two figures with `for` between them."),
        ("unlimited each", "An exchange is never unlimited. Write `all for all`."),
        ("1.000 each", "could be read as thousands or as decimals."),
        (["1,000", "1,000"], "An exchange is written as text, and this is a list."),
    ],
)
def test_it_says_why_it_cannot_read(written: object, said: str) -> None:
    assert said in refused("exchange", written, FRAME)


@pytest.mark.parametrize(
    ("a", "b", "how", "far"),
    [
        ("1,000 for 1,000", "1,000 each", "same", "0 prisoners"),
        ("1,000 for 1,000", "at least 1,000 each", "within", "0 prisoners"),
        ("1,000 for 1,200", "at least 1,000 each", "within", "0 prisoners"),
        ("all for all", "at least 1,000 each", "within", "0 prisoners"),
        ("all for all", "1,000 each", "apart", None),
        ("all for none", "all for 0", "same", "0 prisoners"),
        ("none", "0 for 0", "same", "0 prisoners"),
        ("6,000 for 0", "6,000 each", "apart", "6,000 prisoners from Ukraine to Russia"),
        ("1,000 for 5", "2,000 for 5", "apart", "1,000 prisoners from Russia to Ukraine"),
        (
            "1,000 for 500",
            "2,000 each",
            "apart",
            "1,000 prisoners from Russia to Ukraine and 1,500 prisoners from Ukraine to Russia",
        ),
        ("1-3 each", "2-5 each", "overlaps", "0 prisoners"),
        ("1-2 for 1-2 or 3-4 for 1-2", "2-3 for 1-2", "overlaps", "0 prisoners"),
        ("0-2 for 0-2 or 1-4 for 0-2", "0-4 for 0-2", "same", "0 prisoners"),
        ("0-2 for 0-2 or 0-2 for 2-4 or 2-4 for 0-4", "0-4 each", "same", "0 prisoners"),
        ("0-2 for 0-2 or 2-4 for 2-4", "0-4 each", "within", "0 prisoners"),
        ("5 for 5", "more than 5 for 5", "apart", None),
        ("about 5 for 5", "8 for 5", "apart", "about 3 prisoners from Russia to Ukraine"),
        ("1,000 for unspecified", "500 for 0", "apart", None),
        ("1,000 for unspecified", "1,000 for 5", "unknown", None),
        ("1,000 for unspecified", "1,000 for at least 0", "within", None),
        ("1,000 for to be agreed", "500 for 0", "apart", None),
        ("to be agreed", "all for all", "unknown", None),
        ("unspecified", "all for all", "apart", None),
        ("0 for 3 or 3 for 0", "0 for 0", "apart", "3 prisoners from Ukraine to Russia"),
        ("0 for 3 or 3 for 0", "none", "apart", None),
        ("3 for none", "5 for 0", "apart", "2 prisoners from Russia to Ukraine"),
        ("3 for none", "5 for 1", "apart", None),
    ],
)
def test_how_two_of_them_lie(a: str, b: str, how: str, far: str | None) -> None:
    assert relation("exchange", a, b, FRAME) == how
    assert distance("exchange", a, b, FRAME) == far
    assert distance("exchange", b, a, FRAME) == far


def test_the_figure_of_a_distance_is_its_greatest_direction() -> None:
    kind = KINDS["exchange"]
    a, b = kind.parse("1,000 for 500", FRAME), kind.parse("2,000 each", FRAME)
    found = kind.distance(a, b, FRAME)
    assert found is not None
    assert found.figure == 1500


@pytest.mark.parametrize(
    ("frame", "far"),
    [
        (UNNAMED, "6,000 prisoners from ukraine to russia"),
        (Frame(unit="prisoners"), "6,000 prisoners from the second to the first"),
    ],
)
def test_directions_are_named_as_well_as_is_known(frame: Frame, far: str) -> None:
    assert distance("exchange", "6,000 for 0", "6,000 each", frame) == far


@pytest.mark.parametrize(
    ("written", "headline"),
    [
        ("6,000 for 0", "6,000 prisoners"),
        ("0 for 6,000", "6,000 prisoners"),
        ("6,000 for none", "6,000 prisoners"),
        ("6,000 for 6,000", "6,000 prisoners"),
        ("at least 6,000 each", "6,000 prisoners"),
        ("1,000 for 500", None),
        ("1,000-1,200 each", None),
        ("all for all", None),
        ("none", None),
        ("1 each or 2 each", None),
    ],
)
def test_a_headline_hides_who_gives(written: str, headline: str | None) -> None:
    kind = KINDS["exchange"]
    assert kind.headline(kind.parse(written, FRAME), FRAME) == headline


@pytest.mark.parametrize(
    ("written", "side"),
    [("at least 1,000 each", "upward"), ("at least 1,000 for 0", ""), ("1 for 1", "")],
)
def test_a_value_may_be_open_in_both_directions(written: str, side: str) -> None:
    kind = KINDS["exchange"]
    assert kind.open_side(kind.parse(written, FRAME), FRAME) == side


def test_the_forms_in_messages_can_be_read() -> None:
    for form in KINDS["exchange"].forms(FRAME):
        assert plain("exchange", form, FRAME) == form


def test_many_parties_with_many_alternatives_are_compared_at_once() -> None:
    kind = KINDS["exchange"]
    values = [
        kind.parse(
            " or ".join(f"{x}-{x + 9} for {(x * n) % 13}-{(x * n) % 13 + 8}" for x in range(20)),
            FRAME,
        )
        for n in range(1, 31)
    ]
    start = time.process_time()
    assert kind.meet(values, FRAME) is True
    assert kind.relate(values[0], values[1], FRAME).value == "overlaps"
    assert time.process_time() - start < 5


@pytest.mark.parametrize(
    ("a", "b", "found"),
    [
        (
            "6,000 for 6,000",
            "6,000 for 0",
            ["quantity by 6,000 prisoners from Ukraine to Russia", "symmetry"],
        ),
        (
            "at least 1,000 each",
            "1,000 each",
            ["quantity", "symmetry of the second perhaps"],
        ),
        ("all for all", "1,000 each", ["quantity"]),
        (
            "1,000 each or 1,200 each",
            "1,000 for 1,200",
            ["quantity by 200 prisoners from Ukraine to Russia", "symmetry"],
        ),
        ("none", "1,000 for 0", ["quantity"]),
        ("to be agreed", "to be agreed", ["quantity"]),
        ("1,000 each", "1,000:1,000", []),
    ],
)
def test_how_they_differ(a: str, b: str, found: list[str]) -> None:
    assert differences("exchange", a, b, FRAME) == found
