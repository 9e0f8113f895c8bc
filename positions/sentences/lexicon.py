"""Tells proper nouns from words that have a capital letter only because they stand first."""

from __future__ import annotations

import calendar
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Lexicon"]

_CALENDAR = {name.lower() for name in (*calendar.month_name, *calendar.day_name) if name}
_WORD = re.compile(r"[^\W\d_](?:[\w'’.&-]*\w)?")


class Lexicon:
    """The words of a dossier's titles and names, to lower the first letter of a title by.

    A word is a proper noun where it has another capital, or stands with a capital inside another
    title or name and never in small letters.

    Args:
        titles: Titles of issues, options, items, parts and events.
        names: Names of parties; those of one word are proper nouns themselves.
    """

    def __init__(self, titles: Iterable[str], names: Iterable[str]) -> None:
        self._names = tuple(names)
        inside: set[str] = set()
        small: set[str] = set()
        for text in (*titles, *self._names):
            for place, word in enumerate(_WORD.findall(text)):
                if word[0].islower():
                    small.add(_stem(word))
                elif place:
                    inside.add(_stem(word).lower())
        self._proper = {word for word in inside if word not in small} | _CALENDAR

    def lowered(self, title: str) -> str:
        """Return a title as it stands inside a sentence."""
        first = _WORD.search(title)
        if first is None or title[: first.start()].strip() or len(title) == 1:
            return title
        word = first[0]
        named = any(re.match(rf"{re.escape(name)}(?!\w)", title) for name in self._names)
        if named or word[1:] != word[1:].lower() or _stem(word).lower() in self._proper:
            return title
        return title[: first.start()] + word[0].lower() + title[first.start() + 1 :]


def _stem(word: str) -> str:
    return re.sub(r"['’]s?$", "", word)
