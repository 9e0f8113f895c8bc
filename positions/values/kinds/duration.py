"""Durations: `30 days`, `at least 1 month`, `24 or 48 hours`, `unlimited`.

A duration keeps the unit that it was written in and is measured in days. A month has as many
days as months have: `1 month` admits 28 to 31 days, `1 year` 365 or 366. `more than 1 month` is
more than any month beside other months; of 29 to 31 days it is not known whether they are. `none`
refuses any length: it is met where `0 days` is, but no distance is measured from it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from functools import cache, lru_cache
from itertools import accumulate, combinations
from typing import TYPE_CHECKING

from positions.text.likeness import nearest
from positions.text.patterns import pattern
from positions.values import intervals, regions
from positions.values.alternatives import Alternative, Amount, Comparator, write_terms
from positions.values.figure_words import (
    Draft,
    Figure,
    Vocabulary,
    finished,
    read_drafts,
    words_of,
)
from positions.values.figures import whole, write_figure
from positions.values.kind import Relation, Unreadable
from positions.values.linear import LinearValue, LineKind, in_words
from positions.values.number_words import leading_number
from positions.values.parsing import quoted, written
from positions.values.prose import long_span, mixed, months_in_words
from positions.values.refusals import explained, of_any, of_figure, of_length

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from positions.values.intervals import Interval, Number, Separation
    from positions.values.kind import Distance, Frame
    from positions.values.regions import Region

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
_MANY = {
    "fortnight": (2, "week"),
    "quarter": (3, "month"),
    "half-year": (6, "month"),
    "decade": (10, "year"),
}
"""Units that stand for several of another."""

_STRICT = frozenset({Comparator.MORE_THAN, Comparator.LESS_THAN})
_ORDER = ("year", "month", "week", "day", "hour", "minute")
_ISO = pattern(r"\bp(?=[0-9t])([0-9]+y)?([0-9]+m)?([0-9]+w)?([0-9]+d)?(t[0-9]+h)?\b", re.IGNORECASE)
_ENDLESS = (
    *("unlimited", "permanent", "permanently", "forever", "for ever", "for good", "perpetual"),
    *("in perpetuity", "endless", "no time limit", "without time limit", "without a time limit"),
)
_WORDS = dict.fromkeys(_ENDLESS, Comparator.UNLIMITED)
_NEXT = pattern(r",? (?:and )?(?=[0-9a-z])")
_CYCLE_MONTHS, _CYCLE_DAYS = 4800, 146_097


class Duration(LineKind):
    """The kind `duration`; its line is days."""

    name = "duration"
    rising = ("lengthened its period", "shortened its period")

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
        words = _vocabulary(frame.limit)
        with explained(text, of_any, of_length, of_figure):
            drafts = read_drafts(_ISO.sub(_from_iso, text), words)
            return self.line(self._term(draft, words, text) for draft in drafts)

    def _term(self, draft: Draft, words: Vocabulary, text: str) -> Alternative:
        ends = (_amount(draft.low), _amount(draft.high))
        return finished(draft, ends, lambda amount: self.span(amount)[0], words, text)

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
        terms = [
            replace(term, low=_spoken(term.low), high=_spoken(term.high)) for term in value.terms
        ]
        units = {amount.unit for term in terms for amount in term.amounts}
        return write_terms(
            terms,
            lambda amount: mixed(amount.figure),
            lambda amount: mixed(amount.figure) if bare else _in_prose(amount),
            shared=len(units) == 1,
        )

    def relate(self, a: LinearValue, b: LinearValue, frame: Frame) -> Relation:
        """Return the relation of A to B; see `Kind`."""
        return regions.relation(*self._regions(a, b))

    def meet(self, values: Sequence[LinearValue], frame: Frame) -> bool | None:
        """Return whether all admit one outcome; see `Kind`."""
        found = regions.all_meet(self._regions(*values))
        pairs = combinations(values, 2) if found is None else ()
        apart = any(self.relate(one, other, frame) is Relation.APART for one, other in pairs)
        return False if apart else found

    def _regions(self, *values: LinearValue) -> list[Region]:
        """Return what values admit, and may: a strict end in months, beside days, is in doubt."""
        terms = [term for value in values for term in value.terms]
        strict = any(map(_strictly_in_months, terms))
        if not strict or {one.unit for term in terms for one in term.amounts} <= _MONTHS.keys():
            return [value.region for value in values]
        return [
            replace(
                value.region,
                outer=regions.region((self._reach(term),) for term in value.terms).outer,
            )
            for value in values
        ]

    def _reach(self, term: Alternative) -> Interval:
        """Return what a term may admit, if the months of a strict end are the most generous."""
        found = self.interval(term)
        if term.low is None or not _strictly_in_months(term):
            return found
        least, most = self.span(term.low)
        more = term.comparator is Comparator.MORE_THAN
        return found._replace(low=(least, 1)) if more else found._replace(high=(most, 0))

    def distance(self, a: LinearValue, b: LinearValue, frame: Frame) -> Distance | None:
        """Return how far apart the two are at least, in months where both ends are; see `Kind`."""
        one, other = self._regions(a, b)
        if one.outer is not a.region.outer:
            if regions.relation(one, other) is Relation.UNKNOWN:
                return None
            a, b = (
                replace(v, region=replace(v.region, nominal=r.outer))
                for v, r in ((a, one), (b, other))
            )
            return super().distance(a, b, frame)
        found = super().distance(a, b, frame)
        if found is None or not found.figure or not (_is_coarse(a) or _is_coarse(b)):
            return found
        gaps = (
            (intervals.gap(self.interval(one), self.interval(other)), one, other)
            for one in a.terms
            for other in b.terms
        )
        nearest = [(gap, one, other) for gap, one, other in gaps if gap.figure == found.figure]
        in_months = sorted(
            abs(months)
            for _, one, other in nearest
            if (months := _months_between(one, other)) is not None
        )
        if not in_months:
            return _at_least(found, nearest) or _in_weeks(found, nearest)
        return in_words(min(gap for gap, _, _ in nearest), (months_in_words(in_months[0]), ""))

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

    def counts(self, frame: Frame) -> str:
        """Return that its line counts days; see `Kind`."""
        return "days"


def _strictly_in_months(term: Alternative) -> bool:
    """Return whether a term is all that is more, or less, than a number of months or years."""
    return term.comparator in _STRICT and any(one.unit in _MONTHS for one in term.amounts)


def _is_coarse(value: LinearValue) -> bool:
    """Return whether a part of a value is written in a unit in which distances may be told."""
    units = (amount.unit for term in value.terms for amount in term.amounts)
    return any(unit == "week" or unit in _MONTHS for unit in units)


def _at_least(
    found: Distance, nearest: Sequence[tuple[Separation, Alternative, Alternative]]
) -> Distance | None:
    """Return a distance in days from an end in months, which has more days than the least."""
    ends = {end.unit for _, *both in nearest for end in _facing(*both) if end}
    if not found.reached or found.about or not ends & _MONTHS.keys():
        return None
    words = [
        one if one.startswith("about ") else f"at least {one}" for one in (found.text, found.prose)
    ]
    return in_words(min(gap for gap, _, _ in nearest), (words[0], words[1]))


def _facing(one: Alternative, other: Alternative) -> tuple[Amount | None, Amount | None]:
    """Return the ends of two terms that are apart which lie nearest to each other."""
    lower, upper = sorted((one, other), key=lambda term: DURATION.interval(term).low)
    return lower.high or lower.low, upper.low or upper.high


def _in_weeks(
    found: Distance, nearest: Sequence[tuple[Separation, Alternative, Alternative]]
) -> Distance:
    """Return a distance in weeks, where all that is so far apart is written in weeks."""
    weeks = whole(Fraction(found.figure) / 7)
    written = {amount.unit for _, *both in nearest for term in both for amount in term.amounts}
    if written != {"week"} or not isinstance(weeks, int):
        return found
    text = _with_unit(Amount(weeks, "week"))
    return in_words(min(gap for gap, _, _ in nearest), (text, ""))


@cache
def _vocabulary(limit: str) -> Vocabulary:
    return Vocabulary(words_of(_WORDS, limit), limit=limit)


def _with_unit(amount: Amount) -> str:
    plural = "" if amount.figure == 1 else "s"
    return f"{write_figure(amount.figure)} {amount.unit}{plural}"


def _months_between(one: Alternative, other: Alternative) -> int | None:
    """Return the months between the nearest ends of two lengths; None where one is in days."""
    ends = [
        [amount.figure * _MONTHS.get(amount.unit, 0) for amount in t.amounts] for t in (one, other)
    ]
    units = {amount.unit for term in (one, other) for amount in term.amounts}
    if not all(ends) or not units <= _MONTHS.keys():
        return None
    low, high = sorted(ends)
    return int(high[0] - low[-1])


def _spoken(amount: Amount | None) -> Amount | None:
    """Return half an hour as 30 minutes, and half a day as 12 hours."""
    smaller = {"hour": ("minute", 60), "day": ("hour", 24)}.get(amount.unit) if amount else None
    if amount is None or smaller is None or not 0 < amount.figure < 1:
        return amount
    count = whole(Fraction(amount.figure) * smaller[1])
    return Amount(count, smaller[0]) if isinstance(count, int) else amount


def _in_prose(amount: Amount) -> str:
    plural = "" if amount.figure == 1 else "s"
    return f"{mixed(amount.figure)} {amount.unit}{plural}"


def _from_iso(found: re.Match[str]) -> str:
    """Return an ISO 8601 duration in words: `P30D`, `P1Y6M`, `PT36H`."""
    years, months, weeks, days, hours = (
        int(part.lower().strip("ymwdth")) if part else None for part in found.groups()
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
    """Return a figure with its unit, or two with theirs as one: `1 year 6 months`."""
    if figure is None:
        return None
    words = figure.tail.strip()
    if not words:
        raise Unreadable(
            f"A duration needs a unit, and {write_figure(figure.number)} has none.",
            "Write the unit behind it, such as `days`.",
        )
    found = next(((w, words[len(w) :]) for w in _unit_words(words)), None)
    if found is None:
        units = [unit for unit in _UNITS if unit.endswith("s")]
        advice = "Write the length alone." if " " in words else nearest(words, units)
        raise Unreadable(f"{quoted(words)} is not a unit of time.", advice)
    amount = _in_unit(figure.number, found[0].rstrip("."))
    more = _NEXT.match(found[1])
    after = leading_number(found[1][more.end() :]) if more else None
    if not found[1]:
        return amount
    if after is None:
        raise Unreadable(
            f"{quoted(found[1].strip())} behind the unit of time is not a part of its length.",
            "Write the length alone.",
        )
    second = _amount(Figure(after.number, after.rest))
    return _added(amount, second, figure, words) if second else amount


def _unit_words(words: str) -> Iterator[str]:
    """Yield how a unit is written at the beginning of some words, the longest first."""
    pieces = words.split(" ")
    for count in (2, 1):
        start = " ".join(pieces[:count])
        word = start.rstrip(".,").lower()
        if len(pieces) >= count and (word in _UNITS or word.removesuffix("s") in _MANY):
            yield start.rstrip(",")


def _in_unit(number: int | Fraction, written: str) -> Amount:
    word = written.lower()
    many, unit = _MANY.get(word.removesuffix("s"), (1, _UNITS.get(word, "")))
    number = whole(Fraction(number) * many)
    if unit not in _MONTHS:
        return Amount(number, unit)
    months = whole(Fraction(number) * _MONTHS[unit])
    if not isinstance(months, int):
        raise Unreadable(
            f"{quoted(f'{write_figure(number)} {written}')} has no length in days, because "
            "months differ in theirs.",
            "Write it in days or weeks.",
        )
    return Amount(months, "month") if 0 < number < 1 else Amount(number, unit)


def _added(one: Amount, other: Amount, figure: Figure, words: str) -> Amount:
    """Return two lengths as one, in the smaller unit: `18 months`.

    Raises:
        Unreadable: The second unit is not the smaller, or no number of it makes the first.
    """
    written = f"{write_figure(figure.number)} {words}"
    if _ORDER.index(one.unit) >= _ORDER.index(other.unit):
        raise Unreadable(
            f"{quoted(written)} is two lengths side by side.",
            "Write `or` between them if either will do; else write their sum.",
        )
    if (one.unit in _MONTHS) is not (other.unit in _MONTHS):
        raise Unreadable(
            f"{quoted(written)} has no certain length, because months differ in theirs.",
            "Write all of it in days, or in months.",
        )
    if one.unit in _MONTHS:
        return Amount(whole(Fraction(12 * one.figure) + other.figure), "month")
    days = Fraction(one.figure * _DAYS[one.unit]) / _DAYS[other.unit]
    return Amount(whole(days + other.figure), other.unit)


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
