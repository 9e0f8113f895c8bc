"""What all kinds share when they read: clean text, its bounds, and the refusals.

People write the same character in many ways (four dashes, five spaces); here they become one.
Letters and digits are left alone: a full-width or superscript digit is no digit.
"""

from __future__ import annotations

import math
import re
from decimal import Decimal
from typing import TYPE_CHECKING

from positions.values.kind import Unreadable

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = [
    "MOST_ALTERNATIVES",
    "alternatives",
    "clean",
    "excerpt",
    "listed",
    "named_in",
    "quoted",
    "shape_of",
    "written",
]

LONGEST = 4_000
"""How many characters a value may have: as many as the most alternatives of the longest figures
need, so that whatever is read can be printed and read again."""

MOST_ALTERNATIVES = 20
"""How many alternatives one value may have: the work grows with their product."""

_CHARACTERS = str.maketrans(
    {
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
        **dict.fromkeys("\u00a0\u2007\u2008\u2009\u200a\u202f\t\n\r", " "),
        **dict.fromkeys("\u2018\u2019", "'"),
        "\u2265": " >= ",
        "\u2264": " <= ",
        "\u2248": " ~ ",
        "\u2236": ":",
    }
)
_SPACES = re.compile(r" +")
_OR = re.compile(r" or |, ")


def excerpt(text: str) -> str:
    """Return the text, cut to what a message may repeat."""
    return text if len(text) <= 40 else f"{text[:40]}…"


def quoted(text: str) -> str:
    """Return an excerpt of the text between backquotes."""
    return f"`{excerpt(text)}`"


def listed(words: Sequence[str], last: str) -> str:
    """Return words as prose lists them: `a, b and c` where `last` is `and`."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def named_in(word: str, known: Mapping[str, str]) -> str:
    """Return the id that the word is, or whose title it is, or an empty text.

    Case does not matter where only one id or title differs by nothing else.
    """
    if word in known:
        return word
    lowered = word.lower()
    for found in (
        [one for one in known if one.lower() == lowered],
        [one for one, title in known.items() if clean(title).lower() == lowered],
    ):
        if len(found) == 1:
            return found[0]
    return ""


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
        text = clean(data) if len(data) <= 4 * LONGEST else data
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


def clean(text: str) -> str:
    """Return the text with one kind of dash, of space and of comparison sign, trimmed."""
    return _SPACES.sub(" ", text.translate(_CHARACTERS)).strip()


def alternatives(text: str) -> list[str]:
    """Return the alternatives of `a or b`, `either a or b`, `a, b or c`, in the order written.

    Raises:
        Unreadable: There are too many, or one of them is empty.
    """
    padded = f" {text.removeprefix('either ')} "
    # A list with commas is one of alternatives only where it ends in `or`.
    parts = [part.strip() for part in (_OR.split(padded) if " or " in padded else [padded])]
    if len(parts) > MOST_ALTERNATIVES:
        raise Unreadable(
            f"A value has at most {MOST_ALTERNATIVES} alternatives, and this has {len(parts)}.",
            "Write a range where the alternatives follow one another.",
        )
    if not all(parts):
        raise Unreadable("There is nothing on one side of `or`.", "Write `a or b`.")
    return parts
