"""Joins and cuts words as English does: lists, capital letters, texts that are too long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["capital", "listed", "shortened"]


_QUOTED = pattern("“[^“”]*”")


def capital(words: str) -> str:
    """Return the words with a capital letter first; words in quotation marks stay as they are."""
    lead = len(words) - len(words.lstrip("(["))
    return words[:lead] + words[lead : lead + 1].upper() + words[lead + 1 :]


def listed(words: Sequence[str], joint: str = "and") -> str:
    """Return words as a list in prose: `a, b and c`.

    A comma stands before the joint where an entry has one of its own (`the Union, and Canada and
    Switzerland`); semicolons part three or more entries where one has a comma.
    """
    if len(words) < 2:
        return "".join(words)
    comma = any(", " in entry for entry in words)
    nested = any(f" {joint} " in entry for entry in words if not _QUOTED.fullmatch(entry))
    *first, end = words
    before = ";" if comma and len(words) > 2 else "," if comma or nested else ""
    return f"{('; ' if comma else ', ').join(first)}{before} {joint} {end}"


def shortened(words: str, most: int) -> str:
    """Return the first words of a text, with … where some are left out; no more characters."""
    if len(words) <= most:
        return words
    cut = words[: most - 1].rsplit(" ", 1)[0].rstrip(" ,;:.")
    return f"{cut or words[: most - 1]}…"
