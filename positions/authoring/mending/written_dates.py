"""Reads a date in words, or in figures of another habit, as a dossier writes it."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final

from positions.text.patterns import pattern
from positions.text.signs import plain_words

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["dates_meant"]

_MONTHS: Final = (
    *("january", "february", "march", "april", "may", "june", "july", "august", "september"),
    *("october", "november", "december"),
)
_WORDED: Final = pattern(
    r"(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?\.? (?:of )?)?(?P<month>[a-z]{3,9})\.?"
    r"(?: (?P<after>\d{1,2})(?:st|nd|rd|th)?)?,? (?P<year>\d{4})",
    re.IGNORECASE,
)
_YEAR_FIRST: Final = pattern(r"(\d{4})[/. -](\d{1,2})[/. -](\d{1,2})")
_YEAR_LAST: Final = pattern(r"(\d{1,2})([/. -])(\d{1,2})\2(\d{4})")


def dates_meant(words: str) -> tuple[str, ...]:
    """Return the dates that words can mean, as 2025-06-02 or 2025-06; none without a year.

    `03/04/2025` means two: which of its figures is the month depends on who wrote it.
    """
    return tuple(dict.fromkeys(_dates(plain_words(words))))


def _dates(words: str) -> Iterator[str]:
    worded = _WORDED.fullmatch(words)
    if worded and not (worded["day"] and worded["after"]):
        month = [
            number
            for number, name in enumerate(_MONTHS, 1)
            if name == worded["month"].lower() or name[:3] == worded["month"].lower()
        ]
        day = worded["day"] or worded["after"]
        if month and day:
            yield from _valid(worded["year"], month[0], day)
        elif month:
            yield f"{worded['year']}-{month[0]:02}"
    if first := _YEAR_FIRST.fullmatch(words):
        yield from _valid(*first.groups())
    if last := _YEAR_LAST.fullmatch(words):
        yield from _valid(last[4], last[3], last[1])
        yield from _valid(last[4], last[1], last[3])


def _valid(year: str, month: str | int, day: str) -> Iterator[str]:
    try:
        yield date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return
