"""Finds the one known word that a misspelt word must have been meant for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from positions.text.signs import plain_words

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["neighbours"]

_SHORTEST: Final = 4
_DIGITS: Final = re.compile(r"\d")
_SIGNS: Final = re.compile(r"[\s_]+")


def neighbours(word: str, known: Iterable[str]) -> tuple[str, ...]:
    """Return the known words that are so near to a word that it may be one of them misspelt.

    Those that differ in capitals, in signs that mean the same, or in what divides their parts come
    alone, where there are any. Otherwise it is those that one slip of the fingers makes of it: a
    letter too many, too few, another, or two in the wrong order. Words that differ in a digit, or
    have fewer than four letters, are other words.
    """
    words = list(dict.fromkeys(known))
    plain = _folded(word)
    same = tuple(one for one in words if one != word and _folded(one) == plain)
    if same or word in words:
        return () if word in words else same
    return tuple(one for one in words if _is_slip(plain, _folded(one)))


def _folded(word: str) -> str:
    return _SIGNS.sub("-", plain_words(word).casefold())


def _is_slip(word: str, other: str) -> bool:
    if min(len(word), len(other)) < _SHORTEST - 1 or max(len(word), len(other)) < _SHORTEST:
        return False
    if abs(len(word) - len(other)) > 1 or _DIGITS.findall(word) != _DIGITS.findall(other):
        return False
    start = next(
        (at for at, (one, two) in enumerate(zip(word, other, strict=False)) if one != two),
        min(len(word), len(other)),
    )
    one, two = word[start:], other[start:]
    swapped = one[:2] == two[1::-1] and one[2:] == two[2:]
    return swapped or one[1:] == two or one == two[1:] or one[1:] == two[1:]
