"""Figures are read exactly, or not at all."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.values import Unreadable
from positions.values.figures import common_scale, read_figure, write_figure


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("0", 0),
        ("30", 30),
        ("1,000", 1000),
        ("1 000 000", 10**6),
        ("1'000", 1000),
        ("5.5", Fraction(11, 2)),
        ("0.001", Fraction(1, 1000)),
        ("1.0000", 1),
        ("1,234.5", Fraction(2469, 2)),
        ("1234.125", Fraction(9873, 8)),
    ],
)
def test_a_figure_has_one_reading(written: str, number: int | Fraction) -> None:
    assert read_figure(written) == number


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("1.000", "could be read as thousands or as decimals"),
        ("999.125", "could be read as thousands or as decimals"),
        ("1,0", "a comma groups digits by threes"),
        ("1,000 000", "a comma groups digits by threes"),
        ("1 0", "a space groups digits by threes"),
        ("1.0.0", "there are several"),
        ("1. 5", "is not a number that can be read"),
        ("ten", "is not a number that can be read"),
        ("00", "begins with a zero"),
        ("0,100", "begins with a zero"),
    ],
)
def test_what_could_be_two_figures_is_refused(written: str, said: str) -> None:
    with pytest.raises(Unreadable) as fault:
        read_figure(written)
    assert said in fault.value.sentence


@given(
    st.integers(0, 10**12),
    st.integers(0, 10**6),
)
def test_a_printed_figure_is_read_as_itself(whole: int, millionths: int) -> None:
    number = whole + Fraction(millionths, 10**6)
    assert read_figure(write_figure(number)) == number


@pytest.mark.parametrize(
    ("numbers", "word"),
    [
        ([10**11], "billion"),
        ([10**11, 12 * 10**10], "billion"),
        ([10**6, 10**9], "million"),
        ([1_500_000], "million"),
        ([1_234_000], ""),
        ([600_000], ""),
        ([10**12, 5], ""),
        ([0], ""),
        ([], ""),
    ],
)
def test_a_scale_suits_all_figures_or_none(numbers: list[int], word: str) -> None:
    assert common_scale(numbers) == word
