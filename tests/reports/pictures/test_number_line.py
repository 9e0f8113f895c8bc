"""Positions drawn on a line: every end where it is, and nothing drawn that has no place there."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.reports.page.pictures import ASCII_SIGNS, BOX_SIGNS, picture_text
from positions.reports.page.runs import Mark
from positions.reports.pictures.number_line import Bar, Bracket, NumberLine
from positions.values import KINDS, Frame
from positions.values.spans import Segment, common, segments

if TYPE_CHECKING:
    from positions.reports.page.pictures import Signs

DAYS = Frame()


def drawn(
    kind: str,
    said: dict[str, str],
    frame: Frame = DAYS,
    *,
    columns: int = 72,
    signs: Signs = BOX_SIGNS,
    bracket: Bracket | None = None,
    line: int = 0,
) -> list[str]:
    rules = KINDS[kind]
    values = {name: rules.parse(text, frame) for name, text in said.items()}
    bars = tuple(
        Bar(name, rules.show(value, frame), segments(value, line)) for name, value in values.items()
    )
    origin = None if kind == "date" else Fraction(0)
    picture = NumberLine(bars, kind, bracket, origin)
    return picture_text(picture.draw(columns, signs)).split("\n")


def test_ends_are_in_out_or_nowhere() -> None:
    found = drawn("duration", {"Hill": "more than 30 days", "Vale": "20-60 days"}, columns=60)
    hill, vale = found[1], found[2]
    assert hill.count("○") == 1
    assert "→" in hill
    assert "●" not in hill
    assert vale.count("●") == 2
    assert "→" not in vale


def test_a_distance_is_drawn_between_the_ends_that_make_it() -> None:
    found = drawn(
        "quantity",
        {"Hill": "85,000", "Vale": "250,000", "Isles": "no limit"},
        Frame(unit="troops", limit="maximum"),
        bracket=Bracket(Fraction(85_000), Fraction(250_000), "165,000 troops apart"),
    )
    assert found[1].index("●") == found[4].index("╰")
    assert found[2].index("●") == found[4].index("╯")
    assert "165,000 troops apart" in found[4]
    assert found[3].split() == ["Isles", "no", "limit"]


@pytest.mark.parametrize("value", ["none", "to be agreed", "unspecified"])
def test_what_has_no_place_on_the_line_is_said_in_words_alone(value: str) -> None:
    found = drawn("duration", {"Hill": value, "Vale": "2-3 days"})
    assert found[1].split(maxsplit=1) == ["Hill", value]


def test_where_nothing_has_a_place_there_is_no_picture() -> None:
    assert drawn("duration", {"Hill": "none", "Vale": "to be agreed"}) == [""]


def test_one_far_figure_cuts_the_line_and_a_note_says_where() -> None:
    found = drawn("quantity", {"A": "3 %", "B": "3.5 %", "C": "1,000 %"}, Frame(unit="%"))
    assert found[-1] == "The line is cut between 3.5 and 1,000."
    assert all("╱╱" in line for line in found[1:4])
    assert found[1].index("●") < found[2].index("●")


def test_plain_signs_are_of_one_cell_and_of_ascii() -> None:
    found = drawn("duration", {"A": "more than 3 days", "B": "up to 7 days"}, signs=ASCII_SIGNS)
    assert "\n".join(found).isascii()
    assert "o===" in found[1]
    assert found[1].index(">") > found[2].rindex("*")


def test_an_exchange_is_drawn_direction_by_direction() -> None:
    frame = Frame(unit="bodies", between=("v", "h"), names=("Vale", "Hill"))
    said = {"Hill": "6,000 for 6,000", "Vale": "6,000 for 0"}
    assert KINDS["exchange"].lines(frame) == ("from Vale to Hill", "from Hill to Vale")
    there = drawn("exchange", said, frame)
    back = drawn("exchange", said, frame, line=1)
    assert there[1].index("●") == there[2].index("●")
    assert back[1].index("●") > back[2].index("●")


def test_dates_are_labelled_as_dates() -> None:
    found = drawn("date", {"A": "by 2025-08-31", "B": "2025-06-20..2025-06-30"})
    assert found[0].split()[0] == "2025-06-20"
    assert found[1].split()[1].startswith("←")


def test_what_all_admit_is_a_set_of_its_own() -> None:
    rules = KINDS["duration"]
    values = [rules.parse(text, DAYS) for text in ("at least 30 days", "20-40 days")]
    assert common(values) == (Segment(Fraction(30), Fraction(40)),)


def test_names_of_a_dossier_are_made_visible() -> None:
    bar = Bar("A\x1b[2J", "\x1b]0;x\a", (Segment(Fraction(1), Fraction(2)),))
    found = NumberLine((bar,), "quantity").draw(60, BOX_SIGNS)
    assert not {"\x1b", "\a"} & set(picture_text(found))


@given(
    ends=st.lists(
        st.tuples(st.integers(0, 10**6), st.integers(0, 10**6)).map(sorted), min_size=1, max_size=6
    ),
    columns=st.integers(40, 120),
)
def test_every_end_has_a_cell_of_its_own_in_the_order_of_the_figures(
    ends: list[list[int]], columns: int
) -> None:
    bars = tuple(Bar("A", "", (Segment(Fraction(low), Fraction(high)),)) for low, high in ends)
    rows = NumberLine(bars, "quantity").draw(columns, BOX_SIGNS)
    lines = [line for row in rows for line in row.lines]
    places: dict[int, int] = {}
    for (low, high), line in zip(ends, lines[1:], strict=False):
        text = "".join(run.text for run in line)
        places[low], places[high] = text.index("●"), text.rindex("●")
    assert sorted(places, key=lambda figure: places[figure]) == sorted(places)
    assert len(set(places.values())) == len(places)
    assert {run.mark for line in lines for run in line} <= set(Mark)
