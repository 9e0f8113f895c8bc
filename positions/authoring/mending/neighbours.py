"""Finds the one known word that a misspelt word must have been meant for."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from positions.text.patterns import pattern
from positions.text.signs import plain_words

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["neighbours"]

_SHORTEST: Final = 4
_DIGITS: Final = pattern(r"\d")
_SIGNS: Final = pattern(r"[\s_]+")


def neighbours(word: str, known: Iterable[str]) -> tuple[str, ...]:
    """Return the known words that are so near to a word that it may be one of them misspelt.

    Those that differ in capitals, in signs that mean the same, or in what divides their parts come
    alone, where there are any. Otherwise it is those that one slip of the fingers makes of it: a
    letter too many, too few, another, or two in the wrong order; where there is none, those of
    which it is the singular or the plural. Words that differ in a digit, or have fewer than four
    letters, are other words.
    """
    words = tuple(dict.fromkeys(known))
    # Faults of one kind ask for the same words one after the other.
    index = _index(words)
    if word in index.words:
        return ()
    plain = _folded(word)
    same = index.folded.get(plain)
    if same:
        return tuple(same)
    near = (index.alike.get((len(plain) + more, _digits(plain)), ()) for more in (-1, 0, 1))
    found = {one for bucket in near for one, folded in bucket if _is_slip(plain, folded)}
    if not found and len(plain) >= _SHORTEST:
        found = {one for one in words if _singular(_folded(one)) == _singular(plain)}
    return tuple(one for one in words if one in found) if found else ()


def _singular(word: str) -> str:
    for plural, one in (("ies", "y"), ("a", "um"), ("s", "")):
        if word.endswith(plural):
            return word.removesuffix(plural) + one
    return word


class _FoldedWords(NamedTuple):
    """Known words, by their letters and by how long they are and which digits they have."""

    words: frozenset[str]
    folded: dict[str, list[str]]
    alike: dict[tuple[int, str], list[tuple[str, str]]]


@lru_cache(maxsize=4)
def _index(words: tuple[str, ...]) -> _FoldedWords:
    found = _FoldedWords(frozenset(words), {}, {})
    for word in words:
        plain = _folded(word)
        found.folded.setdefault(plain, []).append(word)
        found.alike.setdefault((len(plain), _digits(plain)), []).append((word, plain))
    return found


def _digits(word: str) -> str:
    return "".join(_DIGITS.findall(word))


def _folded(word: str) -> str:
    return _SIGNS.sub("-", plain_words(word).casefold())


def _is_slip(word: str, other: str) -> bool:
    if min(len(word), len(other)) < _SHORTEST - 1 or max(len(word), len(other)) < _SHORTEST:
        return False
    start = next(
        (at for at, (one, two) in enumerate(zip(word, other, strict=False)) if one != two),
        min(len(word), len(other)),
    )
    one, two = word[start:], other[start:]
    swapped = one[:2] == two[1::-1] and one[2:] == two[2:]
    return swapped or one[1:] == two or one == two[1:] or one[1:] == two[1:]
