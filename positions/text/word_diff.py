"""Finds the words that changed between two texts."""

from __future__ import annotations

from difflib import SequenceMatcher
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from positions.text.patterns import pattern
from positions.text.signs import plain_signs

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Edit", "Stretch", "word_changes"]

_WORD = r"[\w\u0300-\u036f]+"
_TOKENS = pattern(
    rf"\s+|\.{{3}}|[$€£¥₴₽§#]?{_WORD}"
    rf"(?:(?:[-‐‑–.,:/@_'’]+|(?<=[0-9])[\u00a0\u202f](?=[0-9])){_WORD})*(?:\(\w+\))*[%‰°]?"
    r"|[^\w\s]"
)
"""Words, signs, and the space between them.

A word is whole with what is written on to it: `600,000`, `$5.5`, `40%`, `2025-06-02T16:17`,
`12-month`, `6.4(b)`, `https://example.org/a`.
"""
_MOST_WORDS = 4000
"""Texts of more words are compared by what they share at their ends alone."""


class Edit(StrEnum):
    """What became of a stretch of words."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


class Stretch(NamedTuple):
    """Words that were kept, removed or added together, with the space between them.

    Attributes:
        edit: What became of them.
        text: The words.
        respelt: How the second text writes words that were kept, where it has other signs for
            the same (a curly quotation mark for a straight one); else empty.
    """

    edit: Edit
    text: str
    respelt: str = ""


def word_changes(before: str, after: str) -> tuple[Stretch, ...]:
    """Return the stretches that lead from one text to another, in reading order.

    Joining those that are kept or removed gives the first text, kept (as respelt) or added the
    second. What was removed comes before what was added in its place. Words that both texts have
    between two changes are part of one changed phrase where they are no longer than either change.
    """
    old, new = _TOKENS.findall(before), _TOKENS.findall(after)
    found: list[Stretch] = []
    for edit, one, other in _phrases(_blocks(old, new)):
        if edit == "equal":
            found.append(Stretch(Edit.KEPT, one, "" if one == other else other))
            continue
        if one:
            found.append(Stretch(Edit.REMOVED, one))
        if other:
            found.append(Stretch(Edit.ADDED, other))
    return tuple(found)


def _blocks(old: list[str], new: list[str]) -> list[tuple[str, str, str]]:
    plain = [_plain(one) for one in old], [_plain(one) for one in new]
    if max(len(old), len(new)) <= _MOST_WORDS:
        codes = SequenceMatcher(a=plain[0], b=plain[1], autojunk=False).get_opcodes()
        return [
            (edit, "".join(old[first:last]), "".join(new[start:end]))
            for edit, first, last, start, end in codes
        ]
    head = _shared(*plain)
    tail = _shared(plain[0][head:][::-1], plain[1][head:][::-1])
    middle = ("replace", "".join(old[head : len(old) - tail]), "".join(new[head : len(new) - tail]))
    head_words = "".join(old[:head]), "".join(new[:head])
    tail_words = "".join(old[len(old) - tail :]), "".join(new[len(new) - tail :])
    blocks = [("equal", *head_words), middle, ("equal", *tail_words)]
    return [block for block in blocks if block[1] or block[2]]


def _phrases(blocks: Iterable[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """Return blocks with the few words between two changes as a part of one change."""
    found: list[tuple[str, str, str]] = []
    for block in blocks:
        found.append(block)
        if len(found) > 2 and block[0] != "equal":
            changed, kept, _ = found[-3:]
            if _letters(kept) <= min(_letters(changed), _letters(block)):
                _, old, new = map("".join, zip(*found[-3:], strict=True))
                found[-3:] = [("replace", old, new)]
    return found


def _letters(block: tuple[str, str, str]) -> int:
    """Return how many letters and digits the longer side of a block has."""
    return max(sum(map(str.isalnum, text)) for text in block[1:])


def _plain(token: str) -> str:
    return " " if token.isspace() else plain_signs(token)


def _shared(old: list[str], new: list[str]) -> int:
    """Return how many words two lists share at their beginning."""
    number = 0
    for one, other in zip(old, new, strict=False):
        if one != other:
            break
        number += 1
    return number
