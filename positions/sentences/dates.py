"""Writes days as sentences do, without the hour: on 2 June 2025, in June 2025."""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.model.moment import Moment
from positions.text.patterns import pattern

if TYPE_CHECKING:
    import re

__all__ = ["on", "said_once", "with_dates"]

_ISO = pattern(r"\b\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2})?\b")

_OPENING = pattern(r"[Oo]n (\d{1,2} [A-Z][a-z]+ \d{4}) ")


def on(day: str) -> str:
    """Return when, of a day, a month or a year in prose: `on 2 June 2025`, `in June 2025`."""
    return f"{'on' if day[:1].isdigit() and ' ' in day else 'in'} {day}"


def said_once(told: str, before: str) -> str:
    """Return a sentence with *the same day* for a day with which the one before it begins too."""
    found, earlier = _OPENING.match(told), _OPENING.match(before)
    if not found or not earlier or found[1] != earlier[1]:
        return told
    return f"the same day {told[found.end() :]}"


def with_dates(words: str) -> str:
    """Return words with each date in figures written out: `2025-06-02` is `2 June 2025`."""
    return _ISO.sub(_written_out, words)


def _written_out(found: re.Match[str]) -> str:
    try:
        return Moment.parse(found[0]).in_prose
    except ValueError:
        return found[0]
