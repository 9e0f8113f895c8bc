"""A date that may carry a time of day, as dossiers write it."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Final

__all__ = ["MOMENT_FORMS", "Moment"]

MOMENT_FORMS: Final = "2025-06-02, or 2025-06-02T09:00 with a time"
"""How a moment is written, for messages."""

_FORM = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}))?")


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, and a time of that day where it is known.

    A day without a time is the whole day: it is neither earlier nor later than any time of it.
    """

    day: dt.date
    time: dt.time | None = None

    @classmethod
    def parse(cls, text: str) -> Moment:
        """Return the moment that `2025-06-02` or `2025-06-02T09:00` states.

        Raises:
            ValueError: The text has another form, or names a day that does not exist.
        """
        match = _FORM.fullmatch(text.strip())
        if match is None:
            raise ValueError
        day, time = match.groups()
        return cls(dt.date.fromisoformat(day), dt.time.fromisoformat(time) if time else None)

    def __str__(self) -> str:
        return f"{self.day}T{self.time:%H:%M}" if self.time else str(self.day)

    def before(self, other: Moment) -> bool:
        """Return whether this is certainly earlier."""
        if self.day != other.day or self.time is None or other.time is None:
            return self.day < other.day
        return self.time < other.time

    def order(self) -> tuple[dt.date, dt.time]:
        """Return a key that sorts moments; a day without a time sorts as its end.

        As its end, because a paper dated only by its day replaces what was said that morning.
        """
        return self.day, self.time or dt.time.max
