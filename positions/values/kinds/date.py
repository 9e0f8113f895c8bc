"""Dates: `2025-06-30`, `2025-06-20..2025-06-30`, `by 2025-08-31`, `from 2025-06-02`, `Q3 2025`.

Its line is whole days, so `after 30 June` is `from 1 July`. A month, a quarter, a half or a year is
the range of its days, keeps its name, and is measured against others of its precision alone: `2025`
and `2026` are a year apart. As a limit, `by 2025` means its last day and `from 2025` its first.
"""

from __future__ import annotations

import math
import re
from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from positions.text.patterns import pattern
from positions.values import intervals, regions
from positions.values.alternatives import WORDS, Alternative, Amount, Comparator, as_limit
from positions.values.calendar_days import (
    MONTHS_OF,
    Days,
    in_iso,
    in_prose,
    joined_in_prose,
    neighbour,
    read_days,
    stretch,
)
from positions.values.figure_words import one_of, strip_about, words_of
from positions.values.intervals import Interval, Separation
from positions.values.kind import GapType, Unreadable
from positions.values.kinds.duration import DURATION
from positions.values.linear import LinearValue, LineKind, in_words
from positions.values.parsing import alternatives, quoted, written
from positions.values.prose import long_span, months_in_words
from positions.values.refusals import explained, of_any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from positions.values.intervals import Number
    from positions.values.kind import Distance, Frame

__all__ = ["DATE", "Date"]

_SAID = {
    **dict.fromkeys(
        ("no later than", "not later than", "at the latest by", "at the latest on", "by", "<="),
        "by",
    ),
    **dict.fromkeys(("until", "till", "up to"), "by"),
    **dict.fromkeys(
        ("no earlier than", "not earlier than", "not before", "at the earliest on"), "from"
    ),
    **dict.fromkeys(("from", "since", "as of", "starting", "starting on", ">="), "from"),
    **dict.fromkeys(("before", "earlier than", "<"), "before"),
    **dict.fromkeys(("after", "later than", ">"), "after"),
}
_BEHIND = {
    "at the latest": "no later than",
    "or earlier": "no later than",
    "or before": "no later than",
    "at the earliest": "no earlier than",
    "or later": "no earlier than",
    "or after": "no earlier than",
    "onwards": "from",
    "onward": "from",
}
_PHRASE = one_of(_SAID)
_AFTERTHOUGHT = pattern(
    rf"(?:^|(?<= or ))((?:(?! or ).)+?),? ({'|'.join(_BEHIND)})(?= or |$)", re.IGNORECASE
)
_MONTH_THEN_DAYS = pattern(
    r"\b([a-z]+\.?) ([0-9]{1,2}) ?- ?([0-9]{1,2}),? ([0-9]{4})", re.IGNORECASE
)
_YEAR_THEN_PART = pattern(r"\b([0-9]{4})[- ]?([qh][1-4])\b", re.IGNORECASE)
_JOINT = pattern(r" ?\.\.\.? ?| ?/ ?(?=[0-9]{4}-)| to | until | - ", re.IGNORECASE)
_ISO_DASH = pattern(r"[0-9]{4}-(?:[0-9]{1,2}(?![0-9])|w[0-9])", re.IGNORECASE)
_EDGE = pattern(r"(?:the )?(end|start|beginning)(?: of |[ -])(.+)", re.IGNORECASE)
_BETWEEN = pattern("between (.+) and (.+)", re.IGNORECASE)
_YEAR = pattern(r"[0-9]{4}")
_ON = pattern("^(?:on|in) ", re.IGNORECASE)
_LENGTH = pattern(r"(?:within )?[0-9]+[ -](?:day|week|month|year)s?\b.*", re.IGNORECASE)
_LAST, _FIRST = "end of ", "start of "
"""What the unit of a limit begins with: it is the last or the first day of the stretch named."""


def _in_front(found: re.Match[str]) -> str:
    """Return a date with what was said behind it in front; `from 2030 onwards` says it twice."""
    dates, said = found[1], _BEHIND[found[2].lower()]
    before = _PHRASE.match(dates)
    return dates if before and _SAID[before[0].lower()] == _SAID[said] else f"{said} {dates}"


class _Apart(NamedTuple):
    """How far apart two terms are, in days, and in words as a table and as a sentence have them.

    Where the two are named with different precision there is no measure, and the figure is what is
    between their nearest days.
    """

    gap: Separation
    text: str = ""
    prose: str = ""
    is_measured: bool = True


class Date(LineKind):
    """The kind `date`; its line is days, counted from the year 1."""

    name = "date"
    floor = (-math.inf, 0)
    gap = GapType.TIMING
    dated = True
    ways = ("toward earlier days", "toward later days")

    def forms(self, frame: Frame) -> tuple[str, ...]:
        """Return examples; see `Kind`."""
        if frame.limit:
            return ("2025-08-31", "30 June 2025", "2025-06", "2025", "unspecified", "no limit")
        return (
            "2025-06-30",
            "2025-06",
            "2025-06-20..2025-06-30",
            "by 2025-08-31",
            "from 2025-06-02",
        )

    def parse(self, data: object, frame: Frame) -> LinearValue:
        """Return the dates that the text admits; see `Kind`."""
        whole = written(data, "A date")
        text = _AFTERTHOUGHT.sub(_in_front, whole)
        terms, model = [], ""
        with explained(whole, of_any):
            for part in reversed(alternatives(text)):
                terms.append(_term(part, model, frame, whole))
                model = part if _YEAR.search(part) else model
        return self.line(terms)

    def span(self, amount: Amount) -> tuple[Number, Number]:
        """Return the first and the last day; see `LineKind`."""
        days = _days_of(amount)
        return days.first, days.last

    def joined(self, admitted: list[Interval]) -> list[Interval]:
        """Return the intervals, those joined between whose ends there is no day."""
        exact = sorted(one for one in admitted if one.certain and not one.about)
        found: list[Interval] = [one for one in admitted if not one.certain or one.about]
        last: Interval | None = None
        for one in exact:
            if last is not None and one.low[0] <= last.high[0] + 1:
                last = Interval(last.low, max(last.high, one.high))
            else:
                found.extend([last] if last else [])
                last = one
        return [*found, last] if last else found

    def write(self, terms: Sequence[Alternative], frame: Frame, *, shown: bool) -> str:
        """Return the canonical text; see `LineKind`."""
        return " or ".join(_write(term) for term in terms)

    def in_prose(self, value: LinearValue, frame: Frame, *, bare: bool = False) -> str:
        """Return the dates as a sentence writes them: `20-30 June 2025`; see `Kind`.

        A limit is the latest day or the earliest, and no day on which it happens.
        """
        edge = {"maximum": Comparator.AT_MOST, "minimum": Comparator.AT_LEAST}.get(frame.limit)
        return " or ".join(
            _term_in_prose(
                replace(term, comparator=edge)
                if edge and term.comparator is Comparator.EXACTLY
                else term
            )
            for term in value.terms
        )

    def measure(self, figure: int | Fraction, frame: Frame) -> str:
        """Return the days in words; see `LineKind`."""
        return f"{int(figure):,} day{'' if figure == 1 else 's'}"

    def distance(self, a: LinearValue, b: LinearValue, frame: Frame) -> Distance | None:
        """Return how far apart the nearest are that can be measured; see `Kind`.

        Days are measured between days, months between months, years between years. There is no
        distance where something that cannot be measured may be nearer.
        """
        if not (a.measurable and b.measurable) or regions.all_meet([a.region, b.region]):
            return super().distance(a, b, frame)
        found = [self._apart(one, other) for one in a.terms for other in b.terms]
        best = min((one for one in found if one.is_measured), default=None)
        if best is None or best.gap.figure == math.inf:
            return None
        if any(one.gap.figure < best.gap.figure for one in found if not one.is_measured):
            return None
        return in_words(best.gap, (best.text, best.prose))

    def bounds(self, a: LinearValue, b: LinearValue) -> tuple[Fraction, Fraction] | None:
        """Return between which figures the days between two dates lie, whichever days are meant.

        A month or a year can stand for each of its days. None where the two may meet, or where
        one has no end or no figure.
        """
        if not (a.measurable and b.measurable) or regions.all_meet([a.region, b.region]):
            return None
        least, most = [], []
        for one, other in product(a.terms, b.terms):
            gap = intervals.gap(self.interval(one), self.interval(other))
            if gap.figure != math.inf:
                early, late = sorted((one, other), key=lambda term: self.span(term.amounts[0]))
                least.append(Fraction(gap.figure))
                most.append(Fraction(_first_named(late).last - _last_named(early).first))
        return (min(least), min(most)) if least else None

    def _apart(self, one: Alternative, other: Alternative) -> _Apart:
        """Return how far apart two terms are that do not meet."""
        gap = intervals.gap(self.interval(one), self.interval(other))
        if gap.figure == math.inf:
            return _Apart(gap)
        early, late = sorted((one, other), key=lambda term: self.span(term.amounts[0]))
        last, first = _last_named(early), _first_named(late)
        if last.unit != first.unit:
            return _Apart(gap, is_measured=False)
        months = _months_between(last.first, first.first)
        if last.unit and months is not None:
            text = months_in_words(months)
            return _Apart(gap._replace(figure=first.first - last.first), text, text)
        days = int(gap.figure)
        prose = long_span(days)
        if months and not (prose and months % 3):
            prose = months_in_words(months)
        return _Apart(gap, f"{days:,} day{'' if days == 1 else 's'}", prose)

    def threshold(self, data: object, frame: Frame) -> Distance:
        """Return a length up to which dates are near; see `Kind`."""
        text = written(data, "A threshold")
        if _YEAR.match(text):
            raise Unreadable(
                f"{quoted(text)} is a date, and a threshold is a length of time.",
                "Write it as `7 days`.",
            )
        return DURATION.threshold(text, frame)


def _term(text: str, model: str, frame: Frame, whole: str) -> Alternative:
    words = words_of({}, frame.limit)
    word = words.get(text.lower(), Comparator.NONE)
    if word is not Comparator.NONE:
        return Alternative(word)
    rest, about = strip_about(text)
    phrase = _PHRASE.match(rest)
    said = phrase[0].lower() if phrase else ""
    behind, about_after = strip_about(rest[len(said) :].strip())
    ends = _ends(behind) if said in {"", "from"} else []
    if len(ends) == 2:
        term = _range(ends, whole, about=about)
    elif not said:
        term = replace(_on(_ON.sub("", rest), model, frame.limit, whole), about=about)
    else:
        term = _one_sided(_SAID[said], behind, model, whole)
        term = replace(term, about=about or about_after)
    return _limit(as_limit(term, frame.limit, whole), frame.limit) if frame.limit else term


def _limit(term: Alternative, limit: str) -> Alternative:
    """Return a term whose stretches of the calendar are the one day that a limit means of them."""

    def edge(amount: Amount | None) -> Amount | None:
        if amount is None or not amount.unit:
            return amount
        days = _days_of(amount)
        last = limit == "maximum"
        return Amount(days.last if last else days.first, (_LAST if last else _FIRST) + days.unit)

    return replace(term, low=edge(term.low), high=edge(term.high))


def _ends(text: str) -> list[str]:
    """Return the two ends of a range, or the text alone."""
    text = _YEAR_THEN_PART.sub(r"\2 \1", _MONTH_THEN_DAYS.sub(r"\2-\3 \1 \4", text))
    between = _BETWEEN.fullmatch(text)
    if between:
        return [between[1], between[2]]
    ends = _JOINT.split(text)
    if len(ends) == 1 and not _ISO_DASH.search(text):
        ends = text.split("-")
    return ends if len(ends) == 2 and all(map(_begins_a_date, ends)) else [text]


def _begins_a_date(text: str) -> bool:
    return bool(text) and text.lower() not in {"mid", "early", "late"}


def _range(ends: Sequence[str], whole: str, *, about: bool) -> Alternative:
    first, last = read_days(ends[0], whole, ends[1]), read_days(ends[1], whole)
    if first.first > last.last:
        raise Unreadable(f"The range in {quoted(whole)} runs backwards.", "Put the earlier first.")
    if first == last:
        return _stretch(first, about=about)
    low, high = Amount(first.first, first.unit), Amount(last.first, last.unit)
    if not last.unit:
        high = Amount(last.last)
    return Alternative(Comparator.RANGE, low, high, about)


def _on(text: str, model: str, limit: str, whole: str) -> Alternative:
    """Return a day or stretch alone; the end of a stretch is one day where that is a limit."""
    if _LENGTH.fullmatch(text):
        raise Unreadable(
            f"{quoted(whole)} is a length of time, and this issue asks for a date.",
            "Write the day, or make the issue a `duration`.",
        )
    if limit and _EDGE.fullmatch(text):
        return _stretch(_edge_or_days(text, model, whole, "end" if limit == "maximum" else "start"))
    return _stretch(read_days(text, whole, model))


def _stretch(days: Days, *, about: bool = False) -> Alternative:
    if days.unit or days.first == days.last:
        return Alternative(Comparator.EXACTLY, Amount(days.first, days.unit), None, about)
    return Alternative(Comparator.RANGE, Amount(days.first), Amount(days.last), about)


def _one_sided(said: str, rest: str, model: str, whole: str) -> Alternative:
    days: Days | None = _edge_or_days(rest, model, whole, {"by": "end", "from": "start"}.get(said))
    if days and said in {"before", "after"}:
        days = neighbour(days, -1 if said == "before" else 1)
    if days is None:
        raise Unreadable(f"{quoted(whole)} leaves no day of the calendar.")
    at_most = said in {"by", "before"}
    comparator = Comparator.AT_MOST if at_most else Comparator.AT_LEAST
    if days.unit or not at_most:
        return Alternative(comparator, Amount(days.first, days.unit))
    return Alternative(comparator, Amount(days.last))


def _edge_or_days(text: str, model: str, whole: str, meant: str | None) -> Days:
    """Return what is named, or the day at the edge of it that the text names.

    Args:
        text: What is named.
        model: The date that follows.
        whole: All that was written.
        meant: The edge that is meant anyway: `by the end of June` is `by June`.
    """
    edge = _EDGE.fullmatch(text)
    days = read_days(edge[2] if edge else text, whole, model)
    named = edge and ("end" if edge[1].lower() == "end" else "start")
    if not named or (days.unit and named == meant):
        return days
    day = days.last if named == "end" else days.first
    return Days(day, day)


def _days_of(amount: Amount) -> Days:
    """Return the days that an amount stands for; as a limit, one of them."""
    day = int(amount.figure)
    return stretch(day, amount.unit) if amount.unit in MONTHS_OF else Days(day, day)


def _named_by(amount: Amount) -> Days:
    """Return the stretch that an amount names, also where it stands for one day of it."""
    unit = amount.unit.removeprefix(_LAST).removeprefix(_FIRST)
    return stretch(int(amount.figure), unit) if unit else _days_of(amount)


def _last_named(term: Alternative) -> Days:
    """Return the last day of a term, or the stretch that it ends with where that is all it says."""
    days = _days_of(term.amounts[-1])
    return Days(days.last, days.last) if term.comparator is Comparator.AT_MOST else days


def _first_named(term: Alternative) -> Days:
    """Return the first day of a term, or the stretch that it begins with."""
    days = _days_of(term.amounts[0])
    return Days(days.first, days.first) if term.comparator is Comparator.AT_LEAST else days


def _months_between(first: int, last: int) -> int | None:
    """Return the months between two days of the same number, or two last days, of their months.

    Else None.
    """
    one, other = date.fromordinal(first), date.fromordinal(last)
    at_the_end = all(day == stretch(day, "month").last for day in (first, last))
    if one.day != other.day and not at_the_end:
        return None
    return 12 * (other.year - one.year) + other.month - one.month


def _write(term: Alternative) -> str:
    if term.comparator in WORDS:
        return term.comparator.value
    said = {Comparator.AT_MOST: "by ", Comparator.AT_LEAST: "from "}.get(term.comparator, "")
    days = "..".join(in_iso(_named_by(amount)) for amount in term.amounts)
    return f"{said}{'about ' if term.about else ''}{days}"


def _term_in_prose(term: Alternative) -> str:
    if term.comparator in WORDS:
        return term.comparator.value
    about = "about " if term.about else ""
    if term.comparator is Comparator.RANGE and not _is_limit(term):
        return f"{about}{joined_in_prose(*map(_days_of, term.amounts))}"
    said = {Comparator.AT_MOST: "by ", Comparator.AT_LEAST: "from "}.get(term.comparator, "")
    ends = [
        _end_in_prose(amount, by=term.comparator is Comparator.AT_MOST) for amount in term.amounts
    ]
    return f"{said}{about}{' to '.join(ends)}"


def _is_limit(term: Alternative) -> bool:
    return any(amount.unit and amount.unit not in MONTHS_OF for amount in term.amounts)


def _end_in_prose(amount: Amount, *, by: bool) -> str:
    """Return a day or stretch; of a stretch that is a limit, that its end or beginning is meant."""
    named = _named_by(amount)
    if by and not named.unit:
        year = stretch(named.last, "year")
        named = year if year.last == named.last else named
    if amount.unit.startswith(_FIRST):
        return f"the beginning of {in_prose(named)}"
    ending = amount.unit.startswith(_LAST) or (by and named.unit)
    return f"the end of {in_prose(named)}" if ending else in_prose(named)


DATE = Date()
"""The kind `date`."""
