"""Durations: `30 days`, `at least 1 month`, `24 or 48 hours`, `unlimited`.

A duration keeps the unit that it was written in and is measured in days. A month has as many
days as months have: `1 month` admits 28 to 31 days, `1 year` 365 or 366. `none` refuses any
length: it is met where `0 days` is, but no distance is measured from it.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from positions.text.likeness import nearest
from positions.values.alternatives import Alternative, Amount, Comparator, write_terms
from positions.values.figure_words import Draft, Figure, finished, read_drafts, words_of
from positions.values.figures import whole, write_figure
from positions.values.kind import Unreadable
from positions.values.linear import LinearValue, LineKind
from positions.values.parsing import quoted, written
from positions.values.prose import long_span, mixed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from positions.values.intervals import Number
    from positions.values.kind import Frame

__all__ = ["DURATION", "Duration", "days_in_months"]

_DAYS: dict[str, Fraction | int] = {
    "minute": Fraction(1, 1440),
    "hour": Fraction(1, 24),
    "day": 1,
    "week": 7,
}
_MONTHS = {"month": 1, "year": 12}
_UNITS = {
    **{word: word for word in (*_DAYS, *_MONTHS)},
    **{f"{word}s": word for word in (*_DAYS, *_MONTHS)},
    "min": "minute",
    "mins": "minute",
    "h": "hour",
    "hr": "hour",
    "hrs": "hour",
    "d": "day",
    "calendar day": "day",
    "calendar days": "day",
    "w": "week",
    "wk": "week",
    "wks": "week",
    "mo": "month",
    "y": "year",
    "yr": "year",
    "yrs": "year",
}
_ISO = re.compile(r"\bp(?=[0-9t])([0-9]+y)?([0-9]+m)?([0-9]+w)?([0-9]+d)?(t[0-9]+h)?\b")
_CYCLE_MONTHS, _CYCLE_DAYS = 4800, 146_097


class Duration(LineKind):
    """The kind `duration`; its line is days."""

    name = "duration"
    noun = "length"

    def forms(self, frame: Frame) -> tuple[str, ...]:
        """Return examples; see `Kind`."""
        if frame.limit:
            return ("100 days", "1 month", "24 or 48 hours", "unspecified", "no limit")
        return (
            "30 days",
            "at least 30 days",
            "more than 1 month",
            "2-3 days",
            "24 or 48 hours",
            "about 30 days",
            "unlimited",
            "none",
        )

    def parse(self, data: object, frame: Frame) -> LinearValue:
        """Return the duration that the text states; see `Kind`."""
        text = written(data, "A duration")
        words = words_of({"unlimited": Comparator.UNLIMITED}, frame)
        drafts = read_drafts(_ISO.sub(_from_iso, text.lower()), words)
        return self.line(self._term(draft, frame, text) for draft in drafts)

    def _term(self, draft: Draft, frame: Frame, text: str) -> Alternative:
        ends = (_amount(draft.low), _amount(draft.high))
        return finished(draft, ends, lambda amount: self.span(amount)[0], frame.limit, text)

    def span(self, amount: Amount) -> tuple[Number, Number]:
        """Return the least and the greatest number of days; see `LineKind`."""
        if amount.unit in _DAYS:
            days = whole(amount.figure * _DAYS[amount.unit])
            return days, days
        return days_in_months(int(amount.figure * _MONTHS[amount.unit]))

    def write(self, terms: Sequence[Alternative], frame: Frame, *, shown: bool) -> str:
        """Return the canonical text, a unit that all share written once; see `LineKind`."""
        units = {amount.unit for term in terms for amount in term.amounts}
        return write_terms(
            terms, lambda amount: write_figure(amount.figure), _with_unit, shared=len(units) == 1
        )

    def in_prose(self, value: LinearValue, frame: Frame, *, bare: bool = False) -> str:
        """Return the text with quarters as one sign, `4½ years`; see `Kind`."""
        units = {amount.unit for term in value.terms for amount in term.amounts}
        return write_terms(
            value.terms,
            lambda amount: mixed(amount.figure),
            lambda amount: mixed(amount.figure) if bare else _in_prose(amount),
            shared=len(units) == 1,
        )

    def measure_in_prose(self, figure: int | Fraction, frame: Frame) -> str:
        """Return the days in words, more than 200 of them as years or months; see `LineKind`."""
        return long_span(figure) or self.measure(figure, frame)

    def measure(self, figure: int | Fraction, frame: Frame) -> str:
        """Return the days in words, in hours or minutes where they are no whole days."""
        for unit in ("day", "hour"):
            count = whole(Fraction(figure) / _DAYS[unit])
            if isinstance(count, int):
                return _with_unit(Amount(count, unit))
        return _with_unit(Amount(whole(Fraction(figure) * 1440), "minute"))


def _with_unit(amount: Amount) -> str:
    plural = "" if amount.figure == 1 else "s"
    return f"{write_figure(amount.figure)} {amount.unit}{plural}"


def _in_prose(amount: Amount) -> str:
    plural = "" if amount.figure == 1 else "s"
    return f"{mixed(amount.figure)} {amount.unit}{plural}"


def _from_iso(found: re.Match[str]) -> str:
    """Return an ISO 8601 duration in words: `P30D`, `P1Y6M`, `PT36H`."""
    years, months, weeks, days, hours = (
        int(part.strip("ymwdth")) if part else None for part in found.groups()
    )
    given = [part is not None for part in (years, months, weeks, days, hours)]
    if any(given[:2]) and not any(given[2:]):
        if months is None:
            return f"{years} years"
        return f"{12 * (years or 0) + months} months"
    if hours is not None and not any(given[:2]):
        return f"{24 * (7 * (weeks or 0) + (days or 0)) + hours} hours"
    if not any(given[:2]):
        if days is None:
            return f"{weeks} weeks"
        return f"{7 * (weeks or 0) + days} days"
    return found[0]


def _amount(figure: Figure | None) -> Amount | None:
    if figure is None:
        return None
    word = figure.tail.strip().rstrip(".")
    if not word:
        raise Unreadable(f"A duration needs a unit, and {write_figure(figure.number)} has none.")
    unit = _UNITS.get(word)
    if unit is None:
        raise Unreadable(f"{quoted(word)} is not a unit of time.", nearest(word, _UNITS))
    if unit not in _MONTHS:
        return Amount(figure.number, unit)
    months = whole(Fraction(figure.number) * _MONTHS[unit])
    if not isinstance(months, int):
        raise Unreadable(
            f"{quoted(f'{write_figure(figure.number)} {word}')} has no length in days, because "
            "months differ in theirs.",
            "Write it in days or weeks.",
        )
    if isinstance(figure.number, int):
        return Amount(figure.number, unit)
    return Amount(months, "month")


def _month_lengths() -> tuple[int, ...]:
    lengths = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

    def days(year: int, month: int) -> int:
        leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
        return lengths[month] + (leap and month == 1)

    return tuple(days(place // 12, place % 12) for place in range(_CYCLE_MONTHS))


@lru_cache(maxsize=256)
def days_in_months(count: int) -> tuple[int, int]:
    """Return the fewest and the most days that so many consecutive calendar months have.

    The calendar repeats after 400 years, which are a whole number of days.
    """
    cycles, rest = divmod(count, _CYCLE_MONTHS)
    lengths = _month_lengths()
    sums = (0, *accumulate(lengths + lengths[:rest]))
    spans = [sums[start + rest] - sums[start] for start in range(_CYCLE_MONTHS)]
    return min(spans) + cycles * _CYCLE_DAYS, max(spans) + cycles * _CYCLE_DAYS


DURATION = Duration()
"""The kind `duration`."""
