"""Finds the known word that a misspelt one is most like."""

from __future__ import annotations

from functools import cached_property, lru_cache
from heapq import merge
from itertools import islice
from typing import TYPE_CHECKING, Final

from positions.text.patterns import pattern
from positions.text.signs import marked_word, plain_words

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["ASKED", "closest", "nearest", "several"]

ASKED: Final = "Did you mean "
"""How a suggestion begins that names a word like the one that is written."""

_BETWEEN: Final = pattern(r"[\s,;]+(?:and\s+)?")
_SIGNS: Final = pattern(r"\s*[,;]\s*")
_MANY: Final = 300
_COMPARED: Final = 40


def nearest(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """Return "Did you mean `x`?" for the known word most like this one, or how several are written.

    Args:
        word: The word.
        known: The words that it may have been meant for.
        otherwise: What is returned where none of them is like it.
    """
    words = tuple(known)
    if listed := several(word, words):
        return f"Write a list: `[{', '.join(map(marked_word, listed))}]`."
    parts = _SIGNS.split(word.strip())
    if len(parts) > 1 and not {*words}.isdisjoint(parts):
        return "Write each as an entry of a list, `[…, …]`."
    found = closest(word, words)
    return f"{ASKED}`{marked_word(found)}`?" if found else otherwise


def several(text: str, known: Iterable[str]) -> tuple[str, ...]:
    """Return the known words, two or more, of which alone a text consists; else nothing."""
    words = [one for one in _BETWEEN.split(text) if one]
    return tuple(words) if len(words) > 1 and {*words} <= {*known} else ()


def closest(word: str, known: Iterable[str]) -> str:
    """Return the known word that is most like this one, or an empty text where none is.

    One that other signs for the same or other letters for their capitals tell apart comes first.
    The comparison is slow, so that words over 80 characters are not compared; and of more than
    300 known words only some that are about as long and begin or end as this one does.
    """
    if len(word) > 80:
        return ""
    words = tuple(known)
    if not words:
        return ""
    # Faults of one kind ask for the same words one after the other.
    index = _index(words) if len(words) > _MANY else _Known(words)
    same = index.folded.get(_folded(word), "")
    if same:
        return same
    if len(words) > _MANY:
        words = index.alike(word)
    from difflib import get_close_matches  # noqa: PLC0415 - nothing is misspelt most of the time

    return next(iter(get_close_matches(word, words, n=1, cutoff=0.6)), "")


class _Known:
    """Known words, to be found by their letters and by how they begin and end."""

    def __init__(self, words: tuple[str, ...]) -> None:
        self._words = words
        self.folded = {_folded(word): word for word in reversed(words)}

    @cached_property
    def _by_ends(self) -> dict[tuple[bool, str], list[int]]:
        found: dict[tuple[bool, str], list[int]] = {}
        for number, word in enumerate(self._words):
            found.setdefault((True, word[:3]), []).append(number)
            found.setdefault((False, word[-3:]), []).append(number)
        return found

    def alike(self, word: str) -> tuple[str, ...]:
        """Return the first words that are about as long and begin or end as one does."""
        begins = self._by_ends.get((True, word[:3]), ())
        ends = self._by_ends.get((False, word[-3:]), ())
        near = (
            self._words[number]
            for number in merge(begins, ends)
            if abs(len(self._words[number]) - len(word)) < 3
        )
        return tuple(islice(dict.fromkeys(islice(near, 2 * _COMPARED)), _COMPARED))


@lru_cache(maxsize=4)
def _index(words: tuple[str, ...]) -> _Known:
    return _Known(words)


def _folded(word: str) -> str:
    return (word if word.isascii() else plain_words(word)).casefold().strip()
