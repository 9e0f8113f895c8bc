"""Which words does one of two alone say?"""

from __future__ import annotations

from positions.comparison.cell_lines import CellLine, CellLineRole
from positions.reports.page.marked_lines import MarkedLine, said_by_one
from positions.text.word_diff import Edit


def marks(lines: tuple[MarkedLine, ...]) -> list[list[str]]:
    """The marked words of each line."""
    return [[one.text for one in line.stretches if one.edit is Edit.ADDED] for line in lines]


def said(*texts: str, role: CellLineRole = CellLineRole.VALUE) -> list[CellLine]:
    return [CellLine(text, role) for text in texts]


def test_words_that_follow_each_other_are_marked_as_one() -> None:
    one, other = said_by_one(said("prisoners aged 18 to 25"), said("prisoners under the age of 25"))
    assert marks(one) == [["aged 18 to"]]
    assert marks(other) == [["under the age of"]]
    assert (
        "".join(stretch.text for stretch in other[0].stretches) == "prisoners under the age of 25"
    )


def test_words_of_both_between_words_of_one_are_not_marked() -> None:
    one, other = said_by_one(
        said("a white flag and a red one"), said("a blue flag and a green one")
    )
    assert marks(one) == [["white", "red"]]
    assert marks(other) == [["blue", "green"]]


def test_what_shares_little_is_marked_as_a_whole() -> None:
    one, other = said_by_one(said("none"), said("at least 30 days"))
    assert marks(one) == [["none"]]
    assert marks(other) == [["at least 30 days"]]


def test_figures_are_marked_whole() -> None:
    one, other = said_by_one(said("up to 600,000 men"), said("up to 85,000 men"))
    assert marks(one) == [["600,000"]]
    assert marks(other) == [["85,000"]]


def test_each_keeps_its_own_signs_where_they_differ_in_nothing_else() -> None:
    one, other = said_by_one(said("the “grey” zone – now"), said('the "grey" zone - now'))
    assert marks(one) == marks(other) == [[]]
    assert one[0].stretches[0].text == "the “grey” zone – now"
    assert other[0].stretches[0].text == 'the "grey" zone - now'


def test_what_is_no_word_of_a_party_is_not_marked() -> None:
    one, other = said_by_one(said("silent", role=CellLineRole.BLANK), said("at least 30 days"))
    assert marks(one) == marks(other) == [[]]
    one, other = said_by_one(
        said("reported, 2025-06-01", role=CellLineRole.MARK),
        said("reported, 2025-06-02", role=CellLineRole.MARK),
    )
    assert marks(one) == marks(other) == [[]]


def test_a_term_that_one_alone_states_is_marked_as_a_whole() -> None:
    one, other = said_by_one(
        [*said("30 days"), *said("starts: the thaw", role=CellLineRole.TERM)],
        [*said("30 days"), *said("starts: the frost", "until: the thaw", role=CellLineRole.TERM)],
    )
    assert marks(one) == [[], ["thaw"]]
    assert marks(other) == [[], ["frost"], ["until: the thaw"]]


def test_only_parts_of_the_same_title_are_set_against_each_other() -> None:
    one, other = said_by_one(
        [CellLine("Old", CellLineRole.PART), CellLine("3 ships", CellLineRole.VALUE, 1)],
        [
            CellLine("New", CellLineRole.PART),
            CellLine("4 ships", CellLineRole.VALUE, 1),
            CellLine("Old", CellLineRole.PART),
            CellLine("5 ships", CellLineRole.VALUE, 1),
        ],
    )
    assert marks(one) == [[], ["3"]]
    assert marks(other) == [[], [], [], ["5"]]
