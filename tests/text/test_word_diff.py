"""What changed between two wordings, and what only looks as if it had."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.text.word_diff import Edit, Stretch, plain_words, word_changes

TEXTS = st.text(alphabet="ab ,.-\n“é", max_size=40)


@pytest.mark.parametrize(
    "spelling",
    [
        "all the prisoners",
        "  all \n the\tprisoners ",
        "all\u00a0the\u202fprisoners",
        "all the pris\u200boners\u2060",
        "\ufeffall \u200ethe prisoners\u00ad",
    ],
)
def test_what_no_reader_sees_makes_no_difference(spelling: str) -> None:
    assert plain_words(spelling) == "all the prisoners"


def test_quotation_marks_and_composed_letters_are_one_spelling() -> None:
    assert plain_words("the “grey” zone’s e\u0301dge") == plain_words('the "grey" zone\'s édge')


def test_words_that_differ_stay_different() -> None:
    assert plain_words("at least 30 days") != plain_words("30 days")


def test_a_changed_word_is_marked_alone() -> None:
    assert word_changes("the truce lasts 30 days", "the truce lasts at least 30 days") == (
        Stretch(Edit.KEPT, "the truce lasts "),
        Stretch(Edit.ADDED, "at least "),
        Stretch(Edit.KEPT, "30 days"),
    )
    assert word_changes("by June", "by July") == (
        Stretch(Edit.KEPT, "by "),
        Stretch(Edit.REMOVED, "June"),
        Stretch(Edit.ADDED, "July"),
    )
    assert word_changes("", "") == ()
    assert word_changes("", "new") == (Stretch(Edit.ADDED, "new"),)


@given(TEXTS, TEXTS)
def test_the_stretches_give_back_both_texts(before: str, after: str) -> None:
    stretches = word_changes(before, after)

    assert "".join(text for edit, text in stretches if edit is not Edit.ADDED) == before
    assert "".join(text for edit, text in stretches if edit is not Edit.REMOVED) == after
    assert all(text for _, text in stretches)


@given(TEXTS)
def test_plain_words_are_plain(text: str) -> None:
    assert plain_words(plain_words(text)) == plain_words(text)


def test_very_long_texts_are_compared_by_their_ends() -> None:
    middle = "word " * 5000
    stretches = word_changes(f"begin {middle}old end", f"begin {middle}new end")

    assert [edit for edit, _ in stretches] == [Edit.KEPT, Edit.REMOVED, Edit.ADDED, Edit.KEPT]
    assert stretches[1].text == "old"
    assert stretches[2].text == "new"
    assert word_changes(middle, f"{middle}more")[-1] == Stretch(Edit.ADDED, "more")
