"""Writes the days of documents and outcomes as sentences do, without the hour."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from positions.values.calendar_days import Days, in_prose

if TYPE_CHECKING:
    from positions.model.moment import Moment

__all__ = ["date_in_prose", "day_in_prose", "with_dates"]

_ISO = re.compile(r"\b(\d{4}-\d{2}-\d{2})(?:T\d{2}:\d{2})?\b")


def day_in_prose(moment: Moment) -> str:
    """Return the day of a moment, or the month or year: `2 June 2025`, `June 2025`."""
    return moment.in_prose


def date_in_prose(day: dt.date) -> str:
    """Return a day: `2 June 2025`."""
    return in_prose(Days(day.toordinal(), day.toordinal()))


def with_dates(words: str) -> str:
    """Return words with each date in figures written out: `2025-06-02` is `2 June 2025`."""
    return _ISO.sub(_written_out, words)


def _written_out(found: re.Match[str]) -> str:
    try:
        return date_in_prose(dt.date.fromisoformat(found[1]))
    except ValueError:
        return found[0]
