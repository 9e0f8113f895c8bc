"""Two steps that two parties order oppositely, drawn as a crossing of two lanes."""

from __future__ import annotations

import pytest

from positions.reports.page.pictures import ASCII_SIGNS, BOX_SIGNS, picture_text
from positions.reports.pictures.crossing import Crossing, Lane, LaneStep
from positions.text.safe import width

PICTURE = Crossing(
    Lane("Hill", LaneStep("The truce begins", about="truce"), LaneStep("The line is drawn")),
    Lane(
        "Vale",
        LaneStep("The army leaves the valley", "a part of: The line is drawn", "line"),
        LaneStep("The truce begins"),
    ),
    "Pair 1",
)


def test_the_lanes_cross_and_each_is_in_its_own_order() -> None:
    assert picture_text(PICTURE.draw(71, BOX_SIGNS)).split("\n") == [
        "Pair 1",
        "Hill                                      Vale",
        "The truce begins              ●──╮   ╭──● The army leaves the valley",
        "                                 │   │    a part of: The line is drawn",
        "                                 ╰─╳─╯",
        "                                 ╭─╳─╮",
        "The line is drawn             ●──╯   ╰──● The truce begins",
    ]


def test_without_box_drawing_it_is_the_same_picture() -> None:
    said = picture_text(PICTURE.draw(71, ASCII_SIGNS))
    assert said.isascii()
    assert "'-X-'" in said
    assert len(said) == len(picture_text(PICTURE.draw(71, BOX_SIGNS)))


@pytest.mark.parametrize("columns", [40, 60, 80, 120, 200])
def test_it_is_never_wider_than_there_is_room(columns: int) -> None:
    rows = PICTURE.draw(columns, BOX_SIGNS)
    assert [row.about for row in rows] == ["", "truce", "", ""]
    assert all(
        width("".join(run.text for run in line)) <= columns for row in rows for line in row.lines
    )


def test_a_name_of_the_dossier_is_made_visible() -> None:
    hostile = Lane("A\x1b[2J", LaneStep("one\x07"), LaneStep("two\u202e"))
    said = picture_text(Crossing(hostile, hostile).draw(80, BOX_SIGNS))
    assert not {"\x1b", "\x07", "\u202e"} & set(said)
