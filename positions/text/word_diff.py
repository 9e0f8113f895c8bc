"""Prose as words: what two spellings of a text have in common, and which words changed."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from enum import StrEnum
from typing import NamedTuple

__all__ = ["Edit", "Stretch", "plain_words", "word_changes"]

_QUOTES = str.maketrans(
    {"‘": "'", "’": "'", "‚": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"'}
)
_TOKENS = re.compile(r"\s+|\w+|[^\w\s]")
_MOST_WORDS = 4000
"""Texts of more words are compared by what they share at their ends alone."""


class Edit(StrEnum):
    """What became of a stretch of words."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


class Stretch(NamedTuple):
    """Words that were kept, removed or added together, with the space between them."""

    edit: Edit
    text: str


def plain_words(text: str) -> str:
    """Return a text without what no reader sees: two texts that look alike become equal.

    White space of any kind is one space, invisible characters go, letters are composed, and
    typographic quotation marks are plain ones.
    """
    seen = (" " if one.isspace() else one for one in text if unicodedata.category(one) != "Cf")
    composed = unicodedata.normalize("NFC", "".join(seen)).translate(_QUOTES)
    return " ".join(composed.split())


def word_changes(before: str, after: str) -> tuple[Stretch, ...]:
    """Return the stretches that lead from one text to another, in reading order.

    Joining those that are kept or removed gives the first text, kept or added the second. What
    was removed comes before what was added in its place.
    """
    old, new = _TOKENS.findall(before), _TOKENS.findall(after)
    found: list[Stretch] = []
    for edit, one, other in _blocks(old, new):
        if edit == "equal":
            found.append(Stretch(Edit.KEPT, one))
            continue
        if one:
            found.append(Stretch(Edit.REMOVED, one))
        if other:
            found.append(Stretch(Edit.ADDED, other))
    return tuple(found)


def _blocks(old: list[str], new: list[str]) -> list[tuple[str, str, str]]:
    if max(len(old), len(new)) <= _MOST_WORDS:
        codes = SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes()
        return [
            (edit, "".join(old[first:last]), "".join(new[start:end]))
            for edit, first, last, start, end in codes
        ]
    head = _shared(old, new)
    tail = _shared(old[head:][::-1], new[head:][::-1])
    middle = ("replace", "".join(old[head : len(old) - tail]), "".join(new[head : len(new) - tail]))
    ends = ("".join(old[:head]), "".join(old[len(old) - tail :]))
    blocks = [("equal", ends[0], ends[0]), middle, ("equal", ends[1], ends[1])]
    return [block for block in blocks if block[1] or block[2]]


def _shared(old: list[str], new: list[str]) -> int:
    """Return how many words two lists share at their beginning."""
    number = 0
    for one, other in zip(old, new, strict=False):
        if one != other:
            break
        number += 1
    return number
