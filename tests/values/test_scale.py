"""Scales: points on a line between two named ends."""

from __future__ import annotations

import pytest

from positions.values import KINDS, Frame
from tests.values.examples import distance, plain, refused, relation, shown

FRAME = Frame(ends=("No cap", "A cap for {all}"))
BEYOND = "is beyond the scale, which runs from 0 (“No cap”) to 100 (“A cap for {all}”)."


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("40", "40"),
        (40, "40"),
        ("0", "0"),
        ("100", "100"),
        ("33.5", "33.5"),
        ("40 points", "40"),
        ("1 point", "1"),
        ("20-40", "20-40"),
        ("20 to 40 points", "20-40"),
        ("between 20 and 40", "20-40"),
        ("at least 60", "at least 60"),
        ("more than 60", "more than 60"),
        ("60 or more", "at least 60"),
        ("up to 60", "at most 60"),
        ("less than 60", "less than 60"),
        ("about 30", "about 30"),
        ("60 or 20", "20 or 60"),
        ("Unspecified", "unspecified"),
        ("still to be agreed", "to be agreed"),
    ],
)
def test_it_reads_what_an_analyst_writes(written: object, canonical: str) -> None:
    assert plain("scale", written, FRAME) == canonical
    assert shown("scale", written, FRAME) == canonical


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("101", f"`101` {BEYOND} Write a number from 0 to 100."),
        ("100.01", f"`100.01` {BEYOND} Write a number from 0 to 100."),
        ("90-110", f"`90-110` {BEYOND} Write a number from 0 to 100."),
        ("at most 1,000", f"`at most 1,000` {BEYOND} Write a number from 0 to 100."),
        ("-5", f"`-5` {BEYOND} Write a number from 0 to 100."),
        (-5, f"`-5` {BEYOND} Write a number from 0 to 100."),
        ("more than 100", "`more than 100` admits nothing, as the scale ends at 100."),
        ("less than 0", "`less than 0` admits nothing, as no figure is less than 0."),
        (
            "no cap",
            "`no cap` is the title of an end, and a scale is written in numbers. Write `0` for that end.",
        ),
        (
            "A cap for {all}",
            "`A cap for {all}` is the title of an end, and a scale is written in numbers. Write `100` for that end.",
        ),
        (
            "none",
            "`none` is no point of a scale, which runs from 0 (“No cap”) to 100 (“A cap for {all}”). Write `0` or `100` for one of its ends.",
        ),
        (
            "40 %",
            "`%` stands behind a point of a scale, which has no unit. Write the number alone.",
        ),
        ("strongly", "`strongly` cannot be read."),
        (["40"], "A point of a scale is written as text, and this is a list."),
        ("", "A point of a scale belongs here, but the text is empty."),
    ],
)
def test_it_says_why_it_cannot_read(written: object, said: str) -> None:
    assert refused("scale", written, FRAME) == said


def test_it_says_so_where_the_ends_have_no_titles() -> None:
    assert "from 0 (“one end”) to 100 (“the other”)" in refused("scale", "101", Frame())
    assert shown("scale", "0", Frame()) == "0"


@pytest.mark.parametrize(
    ("a", "b", "how", "far"),
    [
        ("40", "40", "same", "0 points"),
        ("40", "70", "apart", "30 points"),
        ("40", "41", "apart", "1 point"),
        ("20-40", "30-50", "overlaps", "0 points"),
        ("at least 60", "60-100", "same", "0 points"),
        ("at most 100", "at least 0", "same", "0 points"),
        ("at least 100", "100", "same", "0 points"),
        ("at least 60", "40", "apart", "20 points"),
        ("more than 60", "40", "apart", "more than 20 points"),
        ("less than 60", "60", "apart", None),
        ("about 30", "40", "apart", "about 10 points"),
        ("about 30", "30", "overlaps", "0 points"),
        ("about 100", "at least 90", "within", "0 points"),
        ("about 0", "at most 10", "within", "0 points"),
        ("about 100", "100", "overlaps", "0 points"),
        ("at least about 90", "100", "contains", "0 points"),
        ("20 or 60", "50", "apart", "10 points"),
        ("unspecified", "at least 0", "within", None),
        ("unspecified", "40", "unknown", None),
        ("unspecified", "unspecified", "unknown", None),
        ("unspecified", "to be agreed", "unknown", None),
        ("to be agreed", "at least 0", "unknown", None),
        ("less than 50 or more than 50 or unspecified", "0-100", "unknown", None),
    ],
)
def test_how_two_of_them_lie(a: str, b: str, how: str, far: str | None) -> None:
    assert relation("scale", a, b, FRAME) == how
    assert distance("scale", a, b, FRAME) == far


ON = "On the scale from 0 (“No cap”) to 100 (“A cap for {all}”), "


def test_its_legend_names_the_ends() -> None:
    kind = KINDS["scale"]
    assert kind.legend(FRAME) == "The scale runs from 0 (“No cap”) to 100 (“A cap for {all}”)."
    assert kind.legend(Frame()) == ""


def test_no_side_of_a_scale_is_open() -> None:
    kind = KINDS["scale"]
    for written in ("at least 60", "at most 60", "0-100"):
        assert kind.open_side(kind.parse(written, FRAME), FRAME) == ""
    assert kind.headline(kind.parse("at least 60", FRAME), FRAME) == "60"


def test_the_forms_in_messages_can_be_read() -> None:
    kind = KINDS["scale"]
    assert [plain("scale", form, FRAME) for form in kind.forms(FRAME)] == list(kind.forms(FRAME))
