"""Dates: `2025-06-30`, `2025-06-20..2025-06-30`, `by 2025-08-31`, `from 2025-06-02`.

Its line is whole days, so `after 30 June` is `from 1 July`, and a month is the range of its days.
"""

from __future__ import annotations

import math
import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from positions.values.alternatives import WORDS, Alternative, Amount, Comparator, as_limit
from positions.values.calendar_days import Days, days_in_prose, last_day_in_prose, read_days
from positions.values.figure_words import one_of, strip_about, words_of
from positions.values.intervals import Interval
from positions.values.kind import GapType, Unreadable
from positions.values.kinds.duration import DURATION
from positions.values.linear import LinearValue, LineKind
from positions.values.parsing import alternatives, excerpt, quoted, written
from positions.values.prose import long_span

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from positions.values.intervals import Number
    from positions.values.kind import Distance, Frame

__all__ = ["DATE", "Date"]

_SAID = {
    **dict.fromkeys(("no later than", "not later than", "at the latest by", "<="), "to its end"),
    **dict.fromkeys(("by", "until", "till", "up to"), "by"),
    **dict.fromkeys(
        ("no earlier than", "not earlier than", "at the earliest on"), "from its start"
    ),
    **dict.fromkeys(("from", "since", "as of", "starting", "starting on", ">="), "from its start"),
    **dict.fromkeys(("before", "earlier than", "<"), "before"),
    **dict.fromkeys(("after", "later than", ">"), "after"),
}
_PHRASE = one_of(_SAID)
_BETWEEN = one_of(["between"])
_MONTH_THEN_DAYS = re.compile(r"\b([a-z]+\.?) ([0-9]{1,2}) ?- ?([0-9]{1,2}),? ([0-9]{4})")
_JOINT = re.compile(r" ?\.\. ?| ?/ ?(?=[0-9]{4}-)| to | until | - ")
_ISO_DASH = re.compile(r"[0-9]{4}-[0-9]{2}(?![0-9])")
_EDGE = re.compile(r"(?:the )?(end|start|beginning) of (.+)")
_YEAR = re.compile(r"[0-9]{4}")


class Date(LineKind):
    """The kind `date`; its line is days, counted from the year 1."""

    name = "date"
    floor = (-math.inf, 0)
    gap = GapType.TIMING
    noun = "date"
    ways = ("toward earlier days", "toward later days")

    def forms(self, frame: Frame) -> tuple[str, ...]:
        """Return examples; see `Kind`."""
        if frame.limit:
            return ("2025-08-31", "30 June 2025", "unspecified", "no limit")
        return ("2025-06-30", "2025-06-20..2025-06-30", "by 2025-08-31", "from 2025-06-02")

    def parse(self, data: object, frame: Frame) -> LinearValue:
        """Return the dates that the text admits; see `Kind`."""
        parts = alternatives(written(data, "A date").lower())
        terms, model = [], ""
        for part in reversed(parts):
            terms.append(_term(part, model, frame))
            model = part if _YEAR.search(part) else model
        return self.line(terms)

    def span(self, amount: Amount) -> tuple[Number, Number]:
        """Return the day, twice; see `LineKind`."""
        return amount.figure, amount.figure

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
        """Return the dates as a sentence writes them: `20-30 June 2025`; see `Kind`."""
        return " or ".join(_term_in_prose(term) for term in value.terms)

    def measure_in_prose(self, figure: int | Fraction, frame: Frame) -> str:
        """Return the days in words, more than 200 of them as years or months; see `LineKind`."""
        return long_span(figure) or self.measure(figure, frame)

    def measure(self, figure: int | Fraction, frame: Frame) -> str:
        """Return the days in words; see `LineKind`."""
        return f"{int(figure):,} day{'' if figure == 1 else 's'}"

    def threshold(self, data: object, frame: Frame) -> Distance:
        """Return a length up to which dates are near; see `Kind`."""
        text = written(data, "A threshold")
        if _YEAR.match(text):
            raise Unreadable(
                f"{quoted(text)} is a date, and a threshold is a length of time.",
                "Write it as `7 days`.",
            )
        return DURATION.threshold(text, frame)

    def asked(self, value: LinearValue, frame: Frame) -> str:
        """Return the dates after "asks for"; see `LineKind`."""
        shown = self.show(value, frame)
        return f"a date {shown}" if shown.startswith(("by ", "from ")) else shown


def _term(text: str, model: str, frame: Frame) -> Alternative:
    words = words_of({}, frame)
    if text in words and words[text] is not Comparator.NONE:
        return Alternative(words[text])
    rest, about = strip_about(text)
    phrase = _PHRASE.match(rest)
    said = phrase[0] if phrase else ""
    behind, about_after = strip_about(rest.removeprefix(said).strip())
    ends = _ends(behind) if said in {"", "from"} else []
    if len(ends) == 2:
        return _range(ends, text, about=about)
    if not said:
        days = read_days(rest.removeprefix("on ").removeprefix("in "), model)
        return _between(days.first, days.last, about=about)
    term = _one_sided(_SAID[said], behind, model, text)
    term = replace(term, about=about or about_after)
    return as_limit(term, frame.limit, text) if frame.limit else term


def _ends(text: str) -> list[str]:
    """Return the two ends of a range, or the text alone."""
    text = _MONTH_THEN_DAYS.sub(r"\2-\3 \1 \4", text)
    if _BETWEEN.match(text) and " and " in text:
        return text.removeprefix("between ").split(" and ")
    ends = _JOINT.split(text)
    if len(ends) == 1 and not _ISO_DASH.search(text):
        ends = text.split("-")
    return ends if len(ends) == 2 else [text]


def _range(ends: Sequence[str], text: str, *, about: bool) -> Alternative:
    first, last = read_days(ends[0], ends[1]), read_days(ends[1])
    if first.first > last.last:
        raise Unreadable(f"The range in {quoted(text)} runs backwards.", "Put the earlier first.")
    return _between(first.first, last.last, about=about)


def _between(first: int, last: int, *, about: bool) -> Alternative:
    if first == last:
        return Alternative(Comparator.EXACTLY, Amount(first), None, about)
    return Alternative(Comparator.RANGE, Amount(first), Amount(last), about)


def _one_sided(said: str, rest: str, model: str, text: str) -> Alternative:
    days = _edge_or_days(rest, model)
    if said == "by" and days.first != days.last:
        raise Unreadable(
            f"{quoted(text)} could mean the beginning of that time or its end.",
            f"Write `by the end of {excerpt(rest)}`, or the day.",
        )
    if said in {"by", "to its end", "before"}:
        comparator, day = Comparator.AT_MOST, days.last if said != "before" else days.first - 1
    else:
        comparator, day = Comparator.AT_LEAST, days.first if said != "after" else days.last + 1
    if not 1 <= day <= date.max.toordinal():
        raise Unreadable(f"{quoted(text)} leaves no day of the calendar.")
    return Alternative(comparator, Amount(day))


def _edge_or_days(text: str, model: str) -> Days:
    edge = _EDGE.fullmatch(text)
    if edge is None:
        return read_days(text, model)
    days = read_days(edge[2], model)
    day = days.last if edge[1] == "end" else days.first
    return Days(day, day)


def _write(term: Alternative) -> str:
    if term.comparator in WORDS:
        return term.comparator.value
    said = {Comparator.AT_MOST: "by ", Comparator.AT_LEAST: "from "}.get(term.comparator, "")
    days = "..".join(date.fromordinal(int(amount.figure)).isoformat() for amount in term.amounts)
    return f"{said}{'about ' if term.about else ''}{days}"


def _term_in_prose(term: Alternative) -> str:
    if term.comparator in WORDS:
        return term.comparator.value
    days = [int(amount.figure) for amount in term.amounts]
    if term.comparator is Comparator.AT_MOST:
        said, text = "by ", last_day_in_prose(days[0])
    else:
        said = "from " if term.comparator is Comparator.AT_LEAST else ""
        text = days_in_prose(days[0], days[-1])
    return f"{said}{'about ' if term.about else ''}{text}"


DATE = Date()
"""The kind `date`."""
