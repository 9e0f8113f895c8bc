"""What changed between two wordings, and what only looks as if it had."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.text.word_diff import Edit, Stretch, word_changes

TEXTS = st.text(alphabet='ab1 ,.-–\n“"é', max_size=40)


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

    assert "".join(one.text for one in stretches if one.edit is not Edit.ADDED) == before
    assert (
        "".join(one.respelt or one.text for one in stretches if one.edit is not Edit.REMOVED)
        == after
    )
    assert all(one.text for one in stretches)


def test_very_long_texts_are_compared_by_their_ends() -> None:
    middle = "word " * 5000
    stretches = word_changes(f"begin {middle}old end", f"begin {middle}new end")

    assert [one.edit for one in stretches] == [Edit.KEPT, Edit.REMOVED, Edit.ADDED, Edit.KEPT]
    assert stretches[1].text == "old"
    assert stretches[2].text == "new"
    assert word_changes(middle, f"{middle}more")[-1] == Stretch(Edit.ADDED, "more")


@pytest.mark.parametrize(
    ("before", "after", "marks"),
    [
        ("up to 600,000 men", "up to 85,000 men", ["up to ", "600,000", "85,000", " men"]),
        ("by 2025-06-02", "by 2025-06-03", ["by ", "2025-06-02", "2025-06-03"]),
        ("at 16:17 sharp", "at 16:30 sharp", ["at ", "16:17", "16:30", " sharp"]),
        ("1 000 men", "2\u00a0000 men", ["1 000", "2\u00a0000", " men"]),
        ("the 2nd round", "the 3rd round", ["the ", "2nd", "3rd", " round"]),
        ("a cap of 5.5 %", "a cap of 5.6 %", ["a cap of ", "5.5", "5.6", " %"]),
        ("some $5.5 billion", "some $5.25 billion", ["some ", "$5.5", "$5.25", " billion"]),
        ("of which 40% now", "of which 50% now", ["of which ", "40%", "50%", " now"]),
        ("by e-mail, 12-month", "by e-mail, 24-month", ["by e-mail, ", "12-month", "24-month"]),
        ("Article 6.4(b).", "Article 6.4(c).", ["Article ", "6.4(b)", "6.4(c)", "."]),
        ("at T16:17 or later", "at T16:19 or later", ["at ", "T16:17", "T16:19", " or later"]),
        (
            "on the ford for one year",
            "on the isle for two years",
            ["on the ", "ford for one year", "isle for two years"],
        ),
    ],
)
def test_no_figure_word_or_phrase_is_cut_in_two(before: str, after: str, marks: list[str]) -> None:
    assert [one.text for one in word_changes(before, after)] == marks


def test_words_that_only_other_signs_tell_apart_are_kept() -> None:
    assert word_changes("the “grey” zone – now…", 'the "grey" zone - now...') == (
        Stretch(Edit.KEPT, "the “grey” zone – now…", 'the "grey" zone - now...'),
    )
    assert word_changes("e\u0301dge", "édge") == (Stretch(Edit.KEPT, "e\u0301dge", "édge"),)
    assert word_changes("30\u00a0days", "30  days") == (
        Stretch(Edit.KEPT, "30\u00a0days", "30  days"),
    )
