"""Finds the known word that a misspelt one is most like."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from positions.text.signs import marked_word, plain_words

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["closest", "nearest"]

_MANY: Final = 300
_COMPARED: Final = 100


def nearest(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """Return "Did you mean `x`?" for the known word most like this one.

    Args:
        word: The word.
        known: The words that it may have been meant for.
        otherwise: What is returned where none of them is like it.
    """
    found = closest(word, known)
    return f"Did you mean `{marked_word(found)}`?" if found else otherwise


def closest(word: str, known: Iterable[str]) -> str:
    """Return the known word that is most like this one, or an empty text where none is.

    One that other signs for the same or other letters for their capitals tell apart comes first.
    The comparison is slow, so that words over 80 characters are not compared; and of more than
    300 known words only some that are about as long and begin or end as this one does.
    """
    if len(word) > 80:
        return ""
    words = list(known)
    plain = _folded(word)
    same = next((one for one in words if _folded(one) == plain), "")
    if same:
        return same
    if len(words) > _MANY:
        begins, ends, length = word[:3], word[-3:], len(word)
        alike = (
            one
            for one in words
            if (one.startswith(begins) or one.endswith(ends)) and abs(len(one) - length) < 3
        )
        words = list(islice(alike, _COMPARED))
    from difflib import get_close_matches  # noqa: PLC0415 - nothing is misspelt most of the time

    return next(iter(get_close_matches(word, words, n=1, cutoff=0.6)), "")


def _folded(word: str) -> str:
    return (word if word.isascii() else plain_words(word)).casefold().strip()
