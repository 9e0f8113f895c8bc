"""Reads what is common to all kinds: clean text within bounds, and alternatives."""

from __future__ import annotations

import math
import re
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from positions.text.english import shortened
from positions.text.patterns import pattern
from positions.text.signs import plain_digits, plain_words
from positions.values.kind import Unreadable

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "MOST_ALTERNATIVES",
    "alternatives",
    "bare",
    "folded",
    "named_in",
    "quoted",
    "shape_of",
    "without_stop",
    "written",
]

LONGEST = 4_000
"""How many characters a value may have: as many as the most alternatives of the longest figures
need, so that whatever is read can be printed and read again."""

MOST_ALTERNATIVES = 20
"""How many alternatives one value may have: the work grows with their product."""

_REVERSES = pattern("[\u202a-\u202e\u2066-\u2069]")
"""What makes a figure read otherwise than it is written."""
_OR = pattern(r" or |, ", re.IGNORECASE)
_EITHER = pattern("either ", re.IGNORECASE)


def quoted(text: str) -> str:
    """Return what a message may repeat of a text, between backquotes."""
    return f"`{shortened(text, _REPEATED)}`"


_REPEATED = 40


def named_in(word: str, known: Mapping[str, str]) -> str:
    """Return the id that the word is, or whose title it is, or an empty text.

    Case, and signs that mean the same, do not matter where only one id or title differs by nothing
    else.
    """
    if word in known:
        return word
    meant = folded(word)
    for found in (
        [one for one in known if folded(one) == meant],
        [one for one, title in known.items() if folded(title) == meant],
    ):
        if len(found) == 1:
            return found[0]
    return ""


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """Return a text as it is compared with ids and titles."""
    return bare(text).lower()


def bare(text: str) -> str:
    """Return a text with plain signs, without marks around all of it and without a stop behind."""
    return without_stop(_unquoted(plain_words(text)))


def shape_of(data: object) -> str:
    """Return what plain data is, in an analyst's words."""
    if data is None:
        return "nothing"
    if isinstance(data, bool):
        return "a yes or no"
    if isinstance(data, dict):
        return "a mapping"
    if isinstance(data, list | tuple):
        return "a list"
    if isinstance(data, int | float):
        return "a bare number"
    return "text" if isinstance(data, str) else "no plain data"


def written(data: object, kind: str) -> str:
    """Return what was written, as one short line; a number as its digits.

    Raises:
        Unreadable: It is neither text nor a number, or it is empty or longer than a value can be.
    """
    if isinstance(data, str):
        # Before anything else is done with it: a value is short, whatever else it is.
        text = plain_digits(bare(data)) if len(data) <= 4 * LONGEST else data
        _refuse_reversed(data)
    elif isinstance(data, int) and not isinstance(data, bool):
        text = str(data) if data.bit_length() <= 400 else "9" * (LONGEST + 1)
    elif isinstance(data, float) and math.isfinite(data):
        text = format(Decimal(repr(data)), "f")
    else:
        raise Unreadable(f"{kind} is written as text, and this is {shape_of(data)}.")
    if not text:
        raise Unreadable(f"{kind} belongs here, but the text is empty.")
    if len(text) > LONGEST:
        raise Unreadable(
            f"This is too long for {kind[0].lower()}{kind[1:]}: more than {LONGEST:,} characters.",
            "Write the value alone, and put the explanation into a note.",
        )
    return text


def _unquoted(text: str) -> str:
    """Return a plain text without the quotation marks around all of it.

    Whoever pasted curly ones is told so where the text is read.
    """
    mark = text[:1]
    if mark in {'"', "'"} and len(text) > 2 and text.endswith(mark) and text.count(mark) == 2:
        return text[1:-1].strip()
    return text


def without_stop(text: str) -> str:
    """Return a text without the full stop at its end, which is no part of a value."""
    return text[:-1].rstrip() or text if text.endswith(".") and text[-2:] != ".." else text


def _refuse_reversed(text: str) -> None:
    found = _REVERSES.search(text)
    if found:
        raise Unreadable(
            f"A character that cannot be seen (U+{ord(found[0]):04X}) turns the direction of what "
            "is written here.",
            "Remove it: write the value anew.",
        )


def alternatives(text: str) -> list[str]:
    """Return the alternatives of `a or b`, `either a or b`, `a, b or c`, in the order written.

    Raises:
        Unreadable: There are too many, or one of them is empty.
    """
    either = _EITHER.match(text)
    padded = f" {text[either.end() :] if either else text} "
    # A list with commas is one of alternatives only where it ends in `or`.
    parts = [one.strip() for one in (_OR.split(padded) if " or " in padded.lower() else [padded])]
    if len(parts) > MOST_ALTERNATIVES:
        raise Unreadable(
            f"A value has at most {MOST_ALTERNATIVES} alternatives, and this has {len(parts)}.",
            "Write a range where the alternatives follow one another.",
        )
    if not all(parts):
        raise Unreadable("There is nothing on one side of `or`.", "Write `a or b`.")
    return parts
