"""Reads a number at the beginning of a text: in digits, in words, and with fractions.

`1,000`, `+40`, `−3`, `4½`, `twenty-one`, `one and a half`, `half a`, `a`.
"""

from __future__ import annotations

import re
import unicodedata
from fractions import Fraction
from typing import NamedTuple

from positions.text.patterns import pattern
from positions.values.figures import read_figure, whole
from positions.values.kind import Unreadable
from positions.values.parsing import quoted

__all__ = ["BEGINS_NUMBER", "Leading", "leading_number"]

_PARTS = "¼½¾⅓⅔⅕⅖⅗⅘⅛⅜⅝⅞"
BEGINS_NUMBER = rf"[-+]?\s?\.?[0-9{_PARTS}]"
"""A pattern for how a number in digits begins."""

_ONES = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
_TEENS = "sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_COUNTS = (
    {word: count for count, word in enumerate(f"{_ONES} {_TEENS}".split(), 1)}
    | {word: 10 * count for count, word in enumerate(_TENS.split(), 2)}
    | {"zero": 0}
)
_SIGN = pattern(r"(?:(-)|\+|(minus )|plus )\s*", re.IGNORECASE)
_DIGITS = pattern(rf"([0-9](?:[0-9.,' ]*[0-9])?)?\s?([{_PARTS}])?(?=\D|$)\s*(\+?)\s*-?\s*(.*)")
_WORD = pattern(
    rf"({'|'.join(_TENS.split())})-({'|'.join(_ONES.split()[:9])})(?![a-z])[- ]?(.*)"
    rf"|({'|'.join(_COUNTS)})(?![a-z])[- ]?(.*)",
    re.IGNORECASE,
)
_SHARES = {
    "half": Fraction(1, 2),
    "quarter": Fraction(1, 4),
    "three quarters": Fraction(3, 4),
    "three-quarters": Fraction(3, 4),
}
_SHARE_OF = pattern(
    r"(?:(?:a|one) )?(half|quarter|three[- ]quarters)(?: of)? an? (.+)", re.IGNORECASE
)
_AND_SHARE = pattern(
    r"(.*?) ?\band (?:a (half|quarter)|(three[- ]quarters))(?![a-z]) ?(.*)", re.IGNORECASE
)
_ONE = pattern(r"an? (.+)", re.IGNORECASE)


class Leading(NamedTuple):
    """A number and what follows it.

    Attributes:
        number: The number.
        rest: The words behind it.
        plus: Whether a plus sign is right behind it, as in `30+`.
    """

    number: int | Fraction
    rest: str
    plus: bool = False


def leading_number(text: str) -> Leading | None:
    """Return the number that a text begins with, or None where it begins with none.

    Raises:
        Unreadable: It could be two numbers, or is none that decimals can write.
    """
    sign = _SIGN.match(text)
    found = _without_sign(text[sign.end() :] if sign else text)
    if found is None:
        return None
    share = _AND_SHARE.fullmatch(found.rest)
    if share:
        part = _SHARES[(share[2] or share[3]).lower()]
        rest = f"{share[1]} {share[4]}".strip()
        found = Leading(whole(Fraction(found.number) + part), rest, found.plus)
    negative = sign is not None and (sign[1] or sign[2])
    return found._replace(number=-found.number) if negative else found


def _without_sign(text: str) -> Leading | None:
    digits = _DIGITS.fullmatch(f"0{text}" if re.match(r"\.[0-9]", text) else text)
    if digits and (digits[1] or digits[2]):
        number = read_figure(digits[1]) if digits[1] else 0
        if digits[2]:
            number = whole(number + _part(digits[2], text))
        return Leading(number, digits[4], bool(digits[3]))
    share = _SHARE_OF.fullmatch(text)
    if share:
        return Leading(_SHARES[share[1].lower()], share[2])
    word = _WORD.fullmatch(text)
    if word and word[1]:
        return Leading(_COUNTS[word[1].lower()] + _COUNTS[word[2].lower()], word[3])
    if word:
        return Leading(_COUNTS[word[4].lower()], word[5])
    one = _ONE.fullmatch(text)
    return (_without_sign(one[1]) or Leading(1, one[1])) if one else None


def _part(sign: str, text: str) -> Fraction:
    part = Fraction(unicodedata.numeric(sign)).limit_denominator(8)
    if 10**3 % part.denominator:
        raise Unreadable(
            f"{quoted(text)} has no end in decimals, in which figures are kept.",
            "Write it with as many decimals as the source has, and `about` before it.",
        )
    return part
