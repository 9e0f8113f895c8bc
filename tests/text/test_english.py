"""Lists, capital letters, and texts that are too long."""

from __future__ import annotations

import pytest

from positions.text.english import capital, listed, shortened


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a and b"),
        (["a", "b", "c"], "a, b and c"),
        (["1,000 men", "2,000 men", "3,000"], "1,000 men, 2,000 men and 3,000"),
        (["a", "b", "c and d"], "a, b, and c and d"),
        (
            ["the European Union", "the United States", "Canada and Switzerland"],
            "the European Union, the United States, and Canada and Switzerland",
        ),
        (["an end, at last", "a start"], "an end, at last, and a start"),
        (["a, as it is", "b", "c"], "a, as it is; b; and c"),
    ],
)
def test_a_list_can_be_read_in_one_way(words: list[str], expected: str) -> None:
    assert listed(words) == expected


def test_a_list_can_end_in_another_word() -> None:
    assert listed(["a", "b", "c"], "or") == "a, b or c"
    assert listed(["a or b", "c"], "or") == "a or b, or c"


@pytest.mark.parametrize(
    ("words", "expected"),
    [("a word", "A word"), ("“no war”", "“no war”"), ("", ""), ("UN", "UN"), ("2 men", "2 men")],
)
def test_a_capital_stands_first_but_for_a_mark(words: str, expected: str) -> None:
    assert capital(words) == expected


def test_a_cut_is_between_words() -> None:
    assert shortened("one two three", 9) == "one two…"
    assert shortened("one two", 9) == "one two"
    assert shortened("x" * 20, 9) == "x" * 8 + "…"
