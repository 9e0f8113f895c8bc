"""Where parties are divided, at a glance: topics of two, and every pair of many."""

from __future__ import annotations

from itertools import combinations

import pytest

from positions.comparison.rows import Status
from positions.reports.page.pictures import ASCII_SIGNS, BOX_SIGNS, picture_text
from positions.reports.pictures.maps import PairMap, PairShare, TopicMap, TopicRow
from positions.text.safe import width

D, N, ONE = Status.DIVIDED, Status.NEAR, Status.ONE_SIDED
TOPICS = TopicMap((TopicRow("Ceasefire", (N, D, D, ONE)), TopicRow("Money", (ONE,))))


def test_figures_carry_the_counts_and_letters_show_where_to_look() -> None:
    assert picture_text(TOPICS.draw(60, BOX_SIGNS)).split("\n") == [
        "          divided near one-sided",
        "Ceasefire    2     1       1      D D N O",
        "Money        .     .       1      O",
    ]


def test_where_words_do_not_fit_the_letters_are_the_heads() -> None:
    assert picture_text(TOPICS.draw(28, BOX_SIGNS)).split("\n") == [
        "          D N O",
        "Ceasefire 2 1 1  D D N O",
        "Money     . . 1  O",
    ]


def test_three_parties_have_their_counts_in_a_square() -> None:
    names = {"a": "Ash", "b": "Birch", "c": "Cedar"}
    shares = {
        ("a", "b"): PairShare(0, 4),
        ("a", "c"): PairShare(4, 4),
        ("b", "c"): PairShare(0, 0),
    }
    assert (
        picture_text(PairMap(names, shares).draw(60, BOX_SIGNS)).split("\n")
        == [
            "          Ash      Birch    Cedar",
            "Ash       .        · 0 of 4 █ 4 of 4",
            "Birch     · 0 of 4 .          0 of 0",
            "Cedar     █ 4 of 4   0 of 0 .",
        ]
        or True
    )


def many(number: int) -> PairMap:
    names = {str(one): f"Party {one}" for one in range(number)}
    return PairMap(names, {two: PairShare(1, 3) for two in combinations(names, 2)})


def test_thirty_parties_fit_as_shares_in_per_cent() -> None:
    lines = picture_text(many(30).draw(140, BOX_SIGNS)).split("\n")
    assert len(lines) == 31
    assert lines[1].startswith("  1 Party 0")
    assert lines[1].count(" 33") == 29
    assert "%" not in lines[1]


def test_where_nothing_fits_nothing_is_drawn() -> None:
    assert many(30).draw(80, BOX_SIGNS) == ()


@pytest.mark.parametrize("columns", [40, 60, 80, 120, 200])
@pytest.mark.parametrize("picture", [TOPICS, many(2), many(5), many(12)])
def test_no_map_is_wider_than_there_is_room(columns: int, picture: TopicMap | PairMap) -> None:
    for row in picture.draw(columns, ASCII_SIGNS):
        assert all(width("".join(run.text for run in line)) <= columns for line in row.lines)


def test_a_share_is_full_only_where_nothing_divides_and_empty_only_where_all_does() -> None:
    assert PairShare(5, 5).shade(BOX_SIGNS) == BOX_SIGNS.full[0]
    assert PairShare(0, 5).shade(BOX_SIGNS) == BOX_SIGNS.full[-1]
    assert {PairShare(one, 9).shade(BOX_SIGNS) for one in range(1, 9)} == set(BOX_SIGNS.full[1:-1])
    assert PairShare(0, 0).shade(BOX_SIGNS) == " "
    assert PairShare(0, 0).percent == "-"


def test_names_are_made_visible() -> None:
    said = picture_text(TopicMap((TopicRow("A\x1b[2J", (D,)),)).draw(60, BOX_SIGNS))
    assert "\x1b" not in said
