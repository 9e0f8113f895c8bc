"""Reads and writes calendar days, and months, quarters, halves and years as such.

`2025-06-30`, `30 June 2025`, `June 30, 2025`, `30.06.2025`, `June 2025`, `Q3 2025`, `H1 2025`,
`2025-W23` and `2025` are read. A day without its year, or figures whose order differs between
countries (`06/07/2025`), are refused.
"""

from __future__ import annotations

import calendar
import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from positions.text.patterns import pattern
from positions.values.kind import Unreadable
from positions.values.parsing import quoted

__all__ = [
    "MONTHS_OF",
    "Days",
    "in_iso",
    "in_prose",
    "joined_in_prose",
    "neighbour",
    "read_days",
    "stretch",
]

MONTHS_OF = {"month": 1, "quarter": 3, "half": 6, "year": 12}
"""The stretches of the calendar that have a name of their own, with their months."""

_MONTHS = {
    name.lower(): number
    for names in (calendar.month_name, calendar.month_abbr)
    for number, name in enumerate(names)
    if name
} | {"sept": 9}
_WEEKDAY = pattern(
    rf"({'|'.join(calendar.day_name)}|(?:{'|'.join(calendar.day_abbr)})(?=[., ]))\.?,? ",
    re.IGNORECASE,
)
_ORDINALS = {
    "first": 1,
    "1st": 1,
    "second": 2,
    "2nd": 2,
    "third": 3,
    "3rd": 3,
    "fourth": 4,
    "4th": 4,
}
_NAMES = ("first", "second", "third", "fourth")

_ISO = pattern(r"([0-9]{4})(?:-([0-9]{2}))?|([0-9]{4})([-./])([0-9]{1,2})\4([0-9]{1,2})")
_FIGURES = pattern(r"([0-9]{1,2})[./]([0-9]{1,2})[./]([0-9]{4})")
_WEEK = pattern(r"(?P<year>[0-9]{4})-?w(?P<week>[0-9]{2})")
_SHORT = pattern(r"(?P<letter>[qh])(?P<number>[1-4])(?:[ /-]?(?P<year>[0-9]{4}))?")
_LONG = pattern(
    rf"(?P<number>{'|'.join(_ORDINALS)}) (?P<letter>quarter|half)(?: (?P<year>[0-9]{{4}}))?"
)
_YEAR_FIRST = pattern(r"(?P<year>[0-9]{4})[ /-]?(?P<letter>[qh])(?P<number>[1-4])")
_NUMBER_FIRST = pattern(r"(?P<number>[1-4])(?P<letter>[qh])(?:[ /-]?(?P<year>[0-9]{4}))?")
_DAY_FIRST = pattern(
    r"(?:(?P<day>[0-9]{1,2})(?:st|nd|rd|th)? )?(?P<month>[a-z]+)\.?,?(?: (?P<year>[0-9]{4}))?"
)
_MONTH_FIRST = pattern(
    r"(?P<month>[a-z]+)\.? (?P<day>[0-9]{1,2})(?:st|nd|rd|th)?(?:,? (?P<year>[0-9]{4}))?"
)
_DAY_ALONE = pattern(r"([0-9]{1,2})(?:st|nd|rd|th)?")


class Days(NamedTuple):
    """A day, or a stretch of the calendar, as the ordinals of its first and last day.

    Attributes:
        first: The first day.
        last: The last day.
        unit: What is named, of `MONTHS_OF`; empty where it is a day, or a week.
    """

    first: int
    last: int
    unit: str = ""


class _Named(NamedTuple):
    """What a text names; the year may be left out, and lent by what follows."""

    year: int | None
    month: int | None
    day: int | None
    unit: str = ""


def read_days(text: str, whole: str, model: str = "") -> Days:
    """Return the day, week, month, quarter, half or year that the text names.

    Args:
        text: With plain signs and single spaces.
        whole: All that was written, for messages.
        model: A date that follows in the same range or list, and lends what this one leaves out:
            `20` in `20-30 June 2025`.

    Raises:
        Unreadable: It is no date, its year is missing, or there is no such day.
    """
    weekday = _WEEKDAY.match(text)
    found = _read(text, whole, model)
    name = calendar.day_name[date.fromordinal(found.first).weekday()]
    if weekday and not name.startswith(weekday[1].capitalize()):
        raise Unreadable(f"{quoted(whole)} is a {name}.", "Check which of the two is right.")
    return found


def _read(written: str, whole: str, model: str) -> Days:
    text = _plain(written)
    week = _WEEK.fullmatch(text)
    if week:
        return _week(int(week["year"]), int(week["week"]), whole)
    named = _named(text, whole)
    if named is None:
        raise Unreadable(*_why_not(text, whole))
    year, month, day, unit = named
    if year is None and model:
        lent = _named(_plain(model), whole)
        year = lent.year if lent else None
        month = month or (lent.month if lent else None)
    if year is None or (day is not None and month is None):
        missing = "year" if month else "month and year"
        example = f", as in `{written} 2025`" if month else ""
        raise Unreadable(f"{quoted(whole)} does not say its {missing}.", f"Write it too{example}.")
    return _days(_Named(year, month, day, unit), whole)


@lru_cache(maxsize=1024)
def stretch(day: int, unit: str) -> Days:
    """Return the month, quarter, half or year that a day, as its ordinal, is in."""
    within = date.fromordinal(day)
    months = MONTHS_OF[unit]
    first = (within.month - 1) // months * months + 1
    last = first + months - 1
    return Days(
        date(within.year, first, 1).toordinal(),
        date(within.year, last, calendar.monthrange(within.year, last)[1]).toordinal(),
        unit,
    )


def neighbour(days: Days, step: int) -> Days | None:
    """Return the stretch just before (-1) or after (1) another, or None at the calendar's end."""
    edge = days.last + 1 if step > 0 else days.first - 1
    if not 1 <= edge <= date.max.toordinal():
        return None
    return stretch(edge, days.unit) if days.unit else Days(edge, edge)


def in_iso(days: Days) -> str:
    """Return a stretch as a dossier writes it: `2025-06-30`, `2025-06`, `Q3 2025`, `2025`."""
    start = date.fromordinal(days.first)
    if days.unit in {"quarter", "half"}:
        return f"{days.unit[0].upper()}{_number(days)} {start:%Y}"
    return start.isoformat()[: {"": 10, "month": 7, "year": 4}[days.unit]]


def in_prose(days: Days) -> str:
    """Return a stretch as a sentence writes it: `2 June 2025`, `the third quarter of 2025`."""
    start = date.fromordinal(days.first)
    if days.unit in {"quarter", "half"}:
        return f"the {_NAMES[_number(days) - 1]} {days.unit} of {start.year}"
    month = "" if days.unit == "year" else f"{calendar.month_name[start.month]} "
    day = "" if days.unit else f"{start.day} "
    return f"{day}{month}{start.year}"


def joined_in_prose(low: Days, high: Days) -> str:
    """Return a range in prose: `20-30 June 2025`, `20 June to 3 July 2025`, `2025 to 2026`.

    What both ends share is said once.
    """
    one, other = in_prose(low), in_prose(high)
    begins, ends = date.fromordinal(low.first), date.fromordinal(high.first)
    if low.unit in {"", "month"} and low.unit == high.unit and begins.year == ends.year:
        one = one.removesuffix(f" {begins.year}")
        if not low.unit and begins.month == ends.month:
            return f"{begins.day}-{other}"
    return f"{one} to {other}"


def _number(days: Days) -> int:
    return (date.fromordinal(days.first).month - 1) // MONTHS_OF[days.unit] + 1


def _days(named: _Named, whole: str) -> Days:
    year, month, day, unit = named
    if not year:
        raise Unreadable(f"{quoted(whole)} is in a year that the calendar here does not have.")
    if month is not None and not 1 <= month <= 12:
        raise Unreadable(f"{quoted(whole)} names a month that does not exist.")
    first = date(year, month or 1, 1)
    if day is None:
        return stretch(first.toordinal(), unit or ("month" if month else "year"))
    length = calendar.monthrange(year, first.month)[1]
    if not 1 <= day <= length:
        raise Unreadable(f"{quoted(whole)} does not exist: {first:%B} {year} has {length} days.")
    ordinal = first.toordinal() + day - 1
    return Days(ordinal, ordinal)


def _week(year: int, number: int, whole: str) -> Days:
    try:
        first = date.fromisocalendar(year, number, 1).toordinal()
    except ValueError:
        raise Unreadable(f"{quoted(whole)} names a week that does not exist.") from None
    return Days(first, first + 6)


def _plain(text: str) -> str:
    return _WEEKDAY.sub("", text).lower().removeprefix("the ").replace(" of ", " ")


def _named(text: str, whole: str) -> _Named | None:
    iso = _ISO.fullmatch(text)
    if iso and not (iso[2] and int(iso[2]) > 12 and int(iso[2]) == int(iso[1]) % 100 + 1):
        if iso[3]:
            return _Named(int(iso[3]), int(iso[5]), int(iso[6]))
        return _Named(int(iso[1]), int(iso[2]) if iso[2] else None, None)
    figures = _FIGURES.fullmatch(text)
    if figures:
        return _in_figures((int(figures[1]), int(figures[2]), int(figures[3])), whole)
    alone = _DAY_ALONE.fullmatch(text)
    if alone:
        return _Named(None, None, int(alone[1]))
    for form in (_SHORT, _YEAR_FIRST, _NUMBER_FIRST, _LONG):
        found = form.fullmatch(text)
        if found:
            return _part_of_year(found["letter"], found["number"], found["year"])
    for form in (_DAY_FIRST, _MONTH_FIRST):
        found = form.fullmatch(text)
        if found and found["month"] in _MONTHS:
            year, day = (int(found[name]) if found[name] else None for name in ("year", "day"))
            return _Named(year, _MONTHS[found["month"]], day)
    return None


def _part_of_year(letter: str, number: str, year: str | None) -> _Named | None:
    unit = "quarter" if letter.startswith("q") else "half"
    count = _ORDINALS.get(number) or int(number)
    if count * MONTHS_OF[unit] > 12:
        return None
    return _Named(int(year) if year else None, (count - 1) * MONTHS_OF[unit] + 1, None, unit)


def _in_figures(figures: tuple[int, int, int], whole: str) -> _Named:
    """Return a day whose day and month are both figures, where only one of them can be the month.

    Raises:
        Unreadable: Either could be.
    """
    one, other, year = figures
    if one == other or one > 12:
        return _Named(year, other, one)
    if other > 12:
        return _Named(year, one, other)
    raise Unreadable(
        f"{quoted(whole)} is unclear: which figure is the day differs between countries.",
        f"Write `{year:04}-{other:02}-{one:02}` or `{year:04}-{one:02}-{other:02}`.",
    )


_EDGE = pattern(r"(early|late|mid|middle|end|beginning|start)[- ]*(.+)")
_SEASON = pattern(r"(?:spring|summer|autumn|fall|winter)\b")
_TOLD_FROM_TODAY = pattern(
    r"(?:this|next|last|coming|current) |today\b|tomorrow\b|yesterday\b|now\b"
)
_SOON = pattern(
    r"(?:(?:up)?on |at |after |following )?(?:the )?"
    r"(?:signature|signing|ratification|entry into force)"
    r"|immediate(?:ly)?|at once|as soon as possible|asap|soon|promptly|without delay|forthwith"
)


def _why_not(text: str, whole: str) -> tuple[str, str]:
    said = quoted(whole)
    if not text:
        return "A date is missing here.", "Write the year first, as in `2025-06-30`."
    if re.match(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[t ][0-9]", text):
        return f"{said} has a time of day, and a value is a whole day.", "Leave the time out."
    edge = _EDGE.fullmatch(text)
    inner = _named(edge[2], whole) if edge else None
    if edge and inner and inner.year:
        return _at_an_edge(edge[1], inner, said, alone=len(text) == len(_plain(whole)))
    if _SEASON.match(text):
        return f"{said} is a season, which differs between countries.", "Write the months."
    if re.match(r"(?:fy ?)?[0-9]{4}[/-][0-9]{2}$|fy", text):
        advice = "Write its first and its last day, with `..` between them."
        return f"{said} may be a financial year, which differs between countries.", advice
    if _SOON.fullmatch(text):
        advice = "Write `unspecified`; when something begins is the term `starts:`."
        return f"{said} names no day.", advice
    if _TOLD_FROM_TODAY.match(text):
        return f"{said} depends on the day on which it is said.", "Write the date itself."
    return f"{said} is not a date that can be read.", ""


def _at_an_edge(edge: str, named: _Named, said: str, *, alone: bool) -> tuple[str, str]:
    """Return why `end of June 2025` or `mid-2025` is not read, and what may be meant.

    Where it is not alone (`by mid-2025`), all of the year is another value than what is written.
    """
    days = _days(named, said)
    if edge in {"early", "late", "mid", "middle"} or not days.unit:
        advice = "Write the days or months that are meant"
        advice += f", or `{in_iso(days)}` for all of it." if alone else "."
        return f"{said} does not say which days it means.", advice
    last = edge == "end"
    day = date.fromordinal(days.last if last else days.first).isoformat()
    limit = f"by the end of {in_prose(days)}" if last else f"from {in_prose(days)}"
    return f"{said} could be a day or a limit.", f"Write `{day}` or `{limit}`."
