"""A date as dossiers write it: a day, with its time where that is known, or a month or a year."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from positions.text.patterns import pattern

__all__ = ["MOMENT_FORMS", "Instant", "Moment", "Precision"]

MOMENT_FORMS: Final = "2025-06-02, or 2025-06-02T09:00 with a time"
"""How a moment is mostly written, for messages; `2025-06` and `2025` are read too."""

_FORM = pattern(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}:\d{2}))?)?)?")


_MONTHS: Final = tuple(calendar.month_name)
"""The names of months by their numbers; `calendar` formats a day for each that it is asked for."""


class Precision(StrEnum):
    """What a moment names: a day, or the month or year of which the day is not known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, and a time of that day where it is known.

    A day without a time is the whole day: it is neither earlier nor later than any time of it.
    A month or a year counts as its last day, so that nothing is known earlier than it was, or as
    the one in it by which it is known to have been; it is printed as it was written.

    Attributes:
        day: The day; the last one that it may be of a month or a year.
        time: The time of the day.
        precision: Whether the day itself is known.
    """

    day: dt.date
    time: dt.time | None = None
    precision: Precision = Precision.DAY

    @classmethod
    def parse(cls, text: str) -> Moment:
        """Return the moment that `2025-06-02`, `2025-06-02T09:00`, `2025-06` or `2025` states.

        Raises:
            ValueError: The text has another form, or names a day that does not exist.
        """
        match = _FORM.fullmatch(text.strip())
        if match is None:
            raise ValueError
        year, month, day, time = match.groups()
        if month is None:
            return cls(dt.date(int(year), 12, 31), precision=Precision.YEAR)
        if day is None:
            first = dt.date(int(year), int(month), 1)
            last = calendar.monthrange(first.year, first.month)[1]
            return cls(first.replace(day=last), precision=Precision.MONTH)
        known = dt.date.fromisoformat(f"{year}-{month}-{day}")
        return cls(known, dt.time.fromisoformat(time) if time else None)

    def __str__(self) -> str:
        timed = self.time and self.precision is Precision.DAY
        return f"{self.day}T{self.time:%H:%M}" if timed else self.written_day

    @property
    def written_day(self) -> str:
        """The day, month or year as written, without a time: `2025-06-02`, `2025-06`, `2025`."""
        kept = {Precision.DAY: 10, Precision.MONTH: 7, Precision.YEAR: 4}[self.precision]
        return self.day.isoformat()[:kept]

    @property
    def in_prose(self) -> str:
        """The day, month or year as a sentence writes it: `2 June 2025`, `June 2025`, `2025`."""
        month = "" if self.precision is Precision.YEAR else f"{_MONTHS[self.day.month]} "
        day = f"{self.day.day} " if self.precision is Precision.DAY else ""
        return f"{day}{month}{self.day.year}"

    @property
    def in_full(self) -> str:
        """The same with the time, where it is known, for headings: `2 June 2025, 16:17`."""
        timed = self.time and self.precision is Precision.DAY
        return f"{self.in_prose}, {self.time:%H:%M}" if timed else self.in_prose

    @property
    def first_day(self) -> dt.date:
        """The day itself, or the first one of the month or year."""
        if self.precision is Precision.YEAR:
            return self.day.replace(month=1, day=1)
        return self.day.replace(day=1) if self.precision is Precision.MONTH else self.day

    def before(self, other: Moment) -> bool:
        """Return whether this is certainly earlier; a month or a year counts as its last day."""
        if self.day != other.day or self.time is None or other.time is None:
            return self.day < other.day
        return self.time < other.time

    def surely_before(self, other: Moment) -> bool:
        """Return whether all of this is earlier than the first of the other that it may be."""
        exact = other.precision is Precision.DAY
        return self.before(other) if exact else self.day < other.first_day

    def by(self, known: Moment) -> Moment:
        """Return the same as not later than another, which is within its month or year."""
        if not self.first_day <= known.day < self.day:
            return self
        return replace(self, day=known.day, time=known.time)

    def order(self) -> tuple[dt.date, dt.time]:
        """Return a key that sorts moments; a day without a time sorts as its end.

        As its end, because a paper dated only by its day replaces what was said that morning.
        """
        return self.day, self.time or dt.time.max


@dataclass(frozen=True, slots=True)
class Instant(Moment):
    """A moment in a strict order: what has only a day comes last on it, after every time of it."""

    @classmethod
    def of(cls, moment: Moment) -> Instant:
        """Return a moment in the strict order."""
        return cls(moment.day, moment.time, moment.precision)

    def before(self, other: Moment) -> bool:
        """Return whether this is earlier, a day without a time being the end of it."""
        return self.order() < other.order()
