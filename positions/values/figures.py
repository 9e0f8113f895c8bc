"""Numbers as people write them, read without guessing and printed in one way.

A comma, a space or an apostrophe groups digits by threes, a dot marks decimals. What could be
either (`1.000`, `10,5`) is refused: a thousandfold error is the worst there is.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from positions.text.patterns import pattern
from positions.values.kind import Unreadable
from positions.values.parsing import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from positions.values.intervals import Number

__all__ = ["SCALES", "bounded", "common_scale", "read_figure", "whole", "write_figure"]

SCALES: dict[str, int] = {
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
}

MOST_DIGITS = 30
"""More digits than any position has, and few enough for exact arithmetic to stay instant."""

GREATEST = 10**24

_PLAIN = pattern(r"[0-9]+(?:\.[0-9]+)?")
_GROUPING = pattern("[ ,']")
_GROUPED = pattern(r"[0-9]{1,3}([ ,'])[0-9]{3}(?:\1[0-9]{3})*(?:\.[0-9]+)?")
_EITHER_WAY = pattern(r"[1-9][0-9]{0,2}\.[0-9]{3}")


def whole(number: Fraction | int) -> int | Fraction:
    """Return the number as an int where it is whole: ints compare ten times faster."""
    return number.numerator if number.denominator == 1 else Fraction(number)


def bounded(number: int | Fraction) -> int | Fraction:
    """Return the number, as an int where it is whole.

    Raises:
        Unreadable: It is greater than any figure can be.
    """
    if not -GREATEST < number < GREATEST:
        raise Unreadable("The figure is greater than any that is read here.", "Check its digits.")
    return whole(number)


def read_figure(text: str) -> int | Fraction:
    """Return the number that the text states: no sign, no unit, no word.

    Raises:
        Unreadable: It is no number, it could be two, or it has too many digits.
    """
    if sum(map(str.isdigit, text)) > MOST_DIGITS:
        raise Unreadable(
            f"{quoted(text)} has too many digits for a figure; {MOST_DIGITS} are allowed.",
            "Write it with a word, as `100 billion`.",
        )
    if _EITHER_WAY.fullmatch(text):
        raise Unreadable(
            f"{quoted(text)} could be read as thousands or as decimals.",
            f"Write `{text.replace('.', ',')}` for the thousands or `{text}0` for the decimals.",
        )
    if _GROUPED.fullmatch(text):
        text = _GROUPING.sub("", text)
    elif not _PLAIN.fullmatch(text):
        raise Unreadable(_why_not(text), "Write `1,000` for a thousand and `10.5` for decimals.")
    if text[0] == "0" and text[1:2].isdigit():
        raise Unreadable(
            f"{quoted(text)} begins with a zero, and no figure does.", "Leave the zero out."
        )
    return bounded(Fraction(text) if "." in text else int(text))


def _why_not(text: str) -> str:
    if re.search("[,'][0-9]", text):
        return f"{quoted(text)} is unclear: a comma groups digits by threes, and here it does not."
    if text.count(".") > 1:
        return f"{quoted(text)} is unclear: a dot marks decimals, and here there are several."
    if re.search("[0-9] [0-9]", text):
        return f"{quoted(text)} is unclear: a space groups digits by threes, and here it does not."
    return f"{quoted(text)} is not a number that can be read."


def write_figure(number: Number) -> str:
    """Return an exact decimal number with its thousands grouped: `1,000`, `5.5`.

    Three decimals after up to three digits get a fourth, because `1.125` could be thousands.
    """
    number = whole(Fraction(number))
    if isinstance(number, int):
        return f"{number:,}"
    if number < 0:
        return f"-{write_figure(-number)}"
    places = 1
    while (number * 10**places).denominator > 1:
        places += 1
    if places == 3 and 1 <= number < 1000:
        places = 4
    digits = f"{int(number * 10**places):0{places + 1}d}"
    return f"{int(digits[:-places]):,}.{digits[-places:]}"


def common_scale(numbers: Iterable[int | Fraction]) -> str:
    """Return the largest word (`billion`) that suits all numbers, or an empty text.

    A word suits where the figure before it is at least 1 and has at most two decimals. Thousands
    stay digits.
    """
    numbers = tuple(numbers)
    for word in ("trillion", "billion", "million"):
        scale = SCALES[word]
        if numbers and all(n >= scale and n % Fraction(scale, 100) == 0 for n in numbers):
            return word
    return ""
