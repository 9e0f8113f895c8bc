"""Who moved when: a row a party, a column a moment, figures with signs."""

from __future__ import annotations

import pytest

from positions.reports.page.pictures import ASCII_SIGNS, BOX_SIGNS, picture_text
from positions.reports.page.runs import Mark
from positions.reports.pictures.moves import MoveColumn, MoveCount, MoveMap
from positions.text.safe import width

NAMES = {"ua": "Ukraine", "ru": "Russia", "us": "United States of America, the"}
MOMENTS = (
    MoveColumn("16 May", "2025", {"ua": MoveCount(first=5), "ru": MoveCount(first=1)}),
    MoveColumn("1 Jun", "", {"ua": MoveCount(20, 1, 0, 2)}),
    MoveColumn("2 Jun", "18:00", {"ru": MoveCount(24, 0, 1, 5), "us": MoveCount(away=1)}),
)


def test_each_party_has_a_row_and_each_moment_a_column() -> None:
    assert picture_text(MoveMap(NAMES, MOMENTS).draw(80, BOX_SIGNS)).split("\n") == [
        "                          16 May  1 Jun      2 Jun",
        "                          2025               18:00",
        "Ukraine                   ●5      ●20 →1 ~2",
        "Russia                    ●1                 ●24 ←1 ~5",
        "United States of Americ…                     ←1",
    ]


def test_what_does_not_fit_follows_below_with_the_parties_that_did_anything() -> None:
    assert picture_text(MoveMap(NAMES, MOMENTS).draw(28, ASCII_SIGNS)).split("\n") == [
        "           16 May  1 Jun",
        "           2025",
        "Ukraine    *5      *20 >1 ~2",
        "Russia     *1",
        "",
        "           2 Jun",
        "           18:00",
        "Russia     *24 <1 ~5",
        "United S…  <1",
    ]


@pytest.mark.parametrize("columns", [40, 60, 100])
def test_no_line_is_wider_than_its_place(columns: int) -> None:
    many = tuple(
        MoveColumn(f"{day} May", "", {"ua": MoveCount(first=day, toward=1)}) for day in range(1, 31)
    )
    text = picture_text(MoveMap(NAMES, many).draw(columns, BOX_SIGNS))
    assert max(map(width, text.split("\n"))) <= columns
    assert all(f"●{day} →1" in text for day in range(1, 31))


def test_a_row_is_about_its_party_and_a_name_is_data() -> None:
    names = {"x": "\x1b[31mRed", "y": "Yes"}
    rows = MoveMap(names, (MoveColumn("1 May", "", {"x": MoveCount(1)}),)).draw(60, BOX_SIGNS)
    assert [row.about for row in rows] == ["", "x"]
    assert "\x1b" not in picture_text(rows)
    marks = {run.mark for row in rows for line in row.lines for run in line}
    assert marks == {Mark.MUTED, Mark.PLAIN}


def test_nothing_is_drawn_of_nothing() -> None:
    assert MoveMap({}, ()).draw(60, BOX_SIGNS) == ()


def test_around_a_moment_are_those_beside_it_and_no_more_parties_than_fit() -> None:
    moments = tuple(
        MoveColumn(f"{day} May", "", {one: MoveCount(day) for one in "abcdef"}, (day - 1, day))  # type: ignore[arg-type]
        for day in range(1, 9)
    )
    drawn = MoveMap({one: one.upper() for one in "abcdef"}, moments)
    assert picture_text(drawn.around([2], 30, ASCII_SIGNS, 4)).split("\n") == [
        "        1 May  2 May  3 May",
        "A       *1     *2     *3",
        "B       *1     *2     *3",
        "and 4 others",
    ]
    assert "8 May" in picture_text(drawn.around((), 30, ASCII_SIGNS, 9))
    marked = [
        run.text
        for run in drawn.around([2], 30, ASCII_SIGNS, 9)[0].lines[0]
        if run.mark is Mark.STRONG
    ]
    assert marked == ["2 May"]
    assert MoveMap({}, ()).around((), 30, ASCII_SIGNS, 4) == ()
