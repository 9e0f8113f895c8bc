"""Calendar days and stretches of them as people write them in a dossier.

`2025-06-30`, `30 June 2025`, `June 30, 2025`, `June 2025` and `2025` are read; a day without its
year, or figures in an order that differs between countries (`06/07/2025`), are refused.
"""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import NamedTuple

from positions.values.kind import Unreadable
from positions.values.parsing import quoted

__all__ = ["Days", "days_in_prose", "last_day_in_prose", "read_days"]

_MONTHS = {
    name.lower(): number
    for names in (calendar.month_name, calendar.month_abbr)
    for number, name in enumerate(names)
    if name
} | {"sept": 9}
_ISO = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_DAY_FIRST = re.compile(
    r"(?:(?P<day>[0-9]{1,2})(?:st|nd|rd|th)? )?(?P<month>[a-z]+)\.?,?(?: (?P<year>[0-9]{4}))?"
)
_MONTH_FIRST = re.compile(
    r"(?P<month>[a-z]+)\.? (?P<day>[0-9]{1,2})(?:st|nd|rd|th)?(?:,? (?P<year>[0-9]{4}))?"
)
_DAY_ALONE = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)?")


class Days(NamedTuple):
    """A day, a month or a year, as the ordinals of its first and last day."""

    first: int
    last: int


class _Parts(NamedTuple):
    year: int | None
    month: int | None
    day: int | None


def read_days(text: str, model: str = "") -> Days:
    """Return the day, month or year that the text names.

    Args:
        text: In lower case, with single spaces.
        model: A date that follows in the same range or list, and lends what this one leaves out:
            `20` in `20-30 June 2025`.

    Raises:
        Unreadable: It is no date, its year is missing, or there is no such day.
    """
    parts = _parts(text.removeprefix("the ").replace(" of ", " "))
    if parts is None:
        raise Unreadable(*_why_not(text))
    year, month, day = parts
    if year is None and model:
        lent = _parts(model.removeprefix("the ").replace(" of ", " "))
        year = lent.year if lent else None
        month = month or (lent.month if lent else None)
    if year is None or (day is not None and month is None):
        missing = "year" if month else "month and year"
        raise Unreadable(f"{quoted(text)} does not say its {missing}.", "Write `30 June 2025`.")
    return _days(year, month, day, text)


def _days(year: int, month: int | None, day: int | None, text: str) -> Days:
    if year < 1:
        raise Unreadable(f"{quoted(text)} is in a year that the calendar here does not have.")
    if month is None:
        return Days(date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal())
    if not 1 <= month <= 12:
        raise Unreadable(f"{quoted(text)} names a month that does not exist.")
    length = calendar.monthrange(year, month)[1]
    if day is None:
        first = date(year, month, 1).toordinal()
        return Days(first, first + length - 1)
    if not 1 <= day <= length:
        raise Unreadable(
            f"{quoted(text)} does not exist: {calendar.month_name[month]} {year} has {length} days."
        )
    ordinal = date(year, month, day).toordinal()
    return Days(ordinal, ordinal)


def _parts(text: str) -> _Parts | None:
    iso = _ISO.fullmatch(text)
    if iso:
        return _Parts(*(int(part) if part else None for part in iso.groups()))
    alone = _DAY_ALONE.fullmatch(text)
    if alone:
        return _Parts(None, None, int(alone[1]))
    for form in (_DAY_FIRST, _MONTH_FIRST):
        found = form.fullmatch(text)
        if found and found["month"] in _MONTHS:
            day, year = found["day"], found["year"]
            return _Parts(
                int(year) if year else None, _MONTHS[found["month"]], int(day) if day else None
            )
    return None


def _why_not(text: str) -> tuple[str, str]:
    advice = "Write the year first, as in `2025-06-30`."
    if not text:
        return "A date is missing here.", advice
    if re.match(r"[0-9]{1,4}[./][0-9]{1,2}[./][0-9]{1,4}", text):
        unclear = "is unclear: which figure is the day differs between countries."
        return f"{quoted(text)} {unclear}", advice
    if re.match(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[t ][0-9]", text):
        return f"{quoted(text)} has a time of day, and a value is a whole day.", advice
    return f"{quoted(text)} is not a date that can be read.", ""


def days_in_prose(first: int, last: int) -> str:
    """Return days as a sentence writes them: `2 June 2025`, `20-30 June 2025`, `June 2025`, `2026`.

    Args:
        first: The ordinal of the first day.
        last: The ordinal of the last day.
    """
    start, end = date.fromordinal(first), date.fromordinal(last)
    month, year = f"{calendar.month_name[end.month]} {end.year}", str(end.year)
    if first == last:
        return f"{end.day} {month}"
    begins, ends = start.day == 1, _ends_its_month(end)
    if begins and ends and (start.month, end.month) == (1, 12):
        return year if start.year == end.year else f"{start.year} to {year}"
    if (start.year, start.month) == (end.year, end.month):
        return month if begins and ends else f"{start.day}-{end.day} {month}"
    named = calendar.month_name[start.month]
    named = named if begins and ends else f"{start.day} {named}"
    named = named if start.year == end.year else f"{named} {start.year}"
    return f"{named} to {month if begins and ends else f'{end.day} {month}'}"


def last_day_in_prose(day: int) -> str:
    """Return the last day of a stretch: `31 August 2025`; that of a year is `the end of 2030`."""
    end = date.fromordinal(day)
    if (end.month, end.day) == (12, 31):
        return f"the end of {end.year}"
    return days_in_prose(day, day)


def _ends_its_month(day: date) -> bool:
    return day.day == calendar.monthrange(day.year, day.month)[1]
