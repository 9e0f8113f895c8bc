"""Makes ids from words: `Contact line` becomes `contact-line`."""

from __future__ import annotations

from typing import Final

from positions.text.patterns import pattern
from positions.text.signs import plain_words

__all__ = ["slug", "title_of"]

_WORD: Final = pattern(r"[^\W_]+")
_PARTS: Final = pattern(r"[-_.]+")
_LONGEST: Final = 80


def slug(words: str, longest: int = _LONGEST) -> str:
    """Return the id that words make: letters and digits in lower case, with hyphens between.

    It is empty where the words have neither; letters of any script stay as they are.
    """
    parts = _WORD.findall(plain_words(words).replace("'", "").casefold())
    return "-".join(parts)[:longest].strip("-")


def title_of(name: str) -> str:
    """Return the title that an id makes: `contact-line` becomes `Contact line`."""
    words = " ".join(part for part in _PARTS.split(name) if part) or name
    return words[:1].upper() + words[1:]
