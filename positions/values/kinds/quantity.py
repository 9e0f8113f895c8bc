"""Quantities: `1,000`, `at least 1,000`, `1,000-1,200`, `5.5 %`, `100 billion`, `all`.

The issue's unit says what is counted; repeating it behind the figure is allowed. `none` refuses
any: it is met where `0` is, but no distance is measured from it.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

from positions.text.patterns import pattern
from positions.values.alternatives import Alternative, Amount, Comparator, write_terms
from positions.values.figure_words import (
    Draft,
    Figure,
    Vocabulary,
    finished,
    read_drafts,
    words_of,
)
from positions.values.figures import SCALES, bounded, common_scale, write_figure
from positions.values.kind import Unreadable
from positions.values.linear import LinearValue, LineKind
from positions.values.parsing import quoted, written
from positions.values.prose import unit_in_prose
from positions.values.refusals import explained, of_any, of_figure
from positions.values.units import (
    Scaled,
    can_fall,
    has_scale,
    of_one,
    percent_in,
    scale_of,
    without_currency,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from positions.values.intervals import Number
    from positions.values.kind import Distance, Frame

__all__ = ["QUANTITY", "Quantity", "counted", "counted_in_prose", "read_terms"]

_IN_POINTS = pattern(r"\s+(?:percentage )?points?\s*$", re.IGNORECASE)
_UNBOUND = {"unlimited": Comparator.UNLIMITED}
_GREATEST = {"all": Comparator.ALL, **_UNBOUND}
_SHARES = {
    "all": 100,
    **dict.fromkeys(("half", "a half", "one half", "one-half"), 50),
    **dict.fromkeys(("a quarter", "one quarter", "one-quarter"), 25),
    **dict.fromkeys(("three quarters", "three-quarters"), 75),
}
"""Words that are figures where percent are counted."""


class Quantity(LineKind):
    """The kind `quantity`; its line counts the issue's unit."""

    name = "quantity"
    needs = frozenset({"unit"})
    takes = frozenset({"limit", "counts"})
    rising = ("raised its figure", "lowered its figure")

    def forms(self, frame: Frame) -> tuple[str, ...]:
        """Return examples; see `Kind`."""
        if frame.limit:
            return ("1,000", "1,000-1,200", "about 100 billion", "0", "unspecified", "no limit")
        share = ("5.5 %",) if percent_in(frame.unit) else ("100 billion",)
        return ("1,000", "at least 1,000", "1,000-1,200", "up to 1,200", *share, "all", "none")

    def parse(self, data: object, frame: Frame) -> LinearValue:
        """Return the quantity that the text states; see `Kind`."""
        text = written(data, "A quantity")
        return self.line(read_terms(text, frame), signed=can_fall(frame.unit))

    def span(self, amount: Amount) -> tuple[Number, Number]:
        """Return the figure, twice; see `LineKind`."""
        return amount.figure, amount.figure

    def write(self, terms: Sequence[Alternative], frame: Frame, *, shown: bool) -> str:
        """Return the canonical text; for readers with the issue's unit; see `LineKind`."""
        figures = [amount.figure for term in terms for amount in term.amounts]
        scale = "" if has_scale(frame.unit) else common_scale(figures)
        unit = of_one(frame.unit) if figures == [1] else frame.unit
        unit = unit if shown else "%" * bool(percent_in(frame.unit))
        ahead, behind = unit_in_prose(unit, scale)
        if not ahead:
            behind = "".join(f" {word}" for word in (scale, unit) if word)
        return _with_unit(terms, scale, ahead, behind)

    def in_prose(self, value: LinearValue, frame: Frame, *, bare: bool = False) -> str:
        """Return the figures with the unit where prose has it: `46%`, `USD 5,500`; see `Kind`."""
        figures = [amount.figure for term in value.terms for amount in term.amounts]
        scale = "" if has_scale(frame.unit) else common_scale(figures)
        unit = "" if bare else of_one(frame.unit) if figures == [1] else frame.unit
        return _with_unit(value.terms, scale, *unit_in_prose(unit, scale))

    def measure(self, figure: int | Fraction, frame: Frame) -> str:
        """Return the figure with the unit; see `LineKind`."""
        return counted(figure, frame.unit)

    def measure_in_prose(self, figure: int | Fraction, frame: Frame) -> str:
        """Return the figure with the unit, a currency before it; see `LineKind`."""
        return counted_in_prose(figure, frame.unit)

    def threshold(self, data: object, frame: Frame) -> Distance:
        """Return a distance up to which positions are near; see `Kind`.

        What differs by percentage points is also written so.
        """
        if isinstance(data, str) and percent_in(frame.unit):
            data = _IN_POINTS.sub("", data)
        return super().threshold(data, frame)


def counted(figure: int | Fraction, unit: str) -> str:
    """Return a difference of two figures in words; percentages differ by percentage points."""
    if unit_in_prose(unit).ahead:
        return counted_in_prose(figure, unit)
    return " ".join(filter(None, _counted(figure, unit)))


def counted_in_prose(figure: int | Fraction, unit: str) -> str:
    """Return a difference of two figures as a sentence says it: `USD 5,500`."""
    number, scale, unit = _counted(figure, unit)
    ahead, behind = unit_in_prose(unit, scale)
    return f"{ahead}{number}{behind}"


def _with_unit(terms: Sequence[Alternative], scale: str, ahead: str, behind: str) -> str:
    """Return figures, each with what is before and behind it."""

    def figure(amount: Amount) -> str:
        return write_figure(Fraction(amount.figure, SCALES.get(scale, 1)))

    return write_terms(terms, figure, lambda amount: f"{figure(amount)}{behind}", ahead=ahead)


def _counted(figure: int | Fraction, unit: str) -> tuple[str, str, str]:
    """Return the figure of a difference, the word for its scale, and its unit."""
    percent = percent_in(unit)
    if percent:
        points = "percentage point" if figure == 1 else "percentage points"
        unit = f"{points}{unit[len(percent) :]}"
    elif figure == 1:
        unit = of_one(unit)
    scale = "" if has_scale(unit) else common_scale([figure])
    number = write_figure(Fraction(figure, SCALES.get(scale, 1)))
    return number, scale, unit


def read_terms(text: str, frame: Frame) -> list[Alternative]:
    """Return the alternatives of a quantity.

    Args:
        text: One clean line.
        frame: The unit, which the text may repeat, and whether the values are limits.

    Raises:
        Unreadable: A figure, its comparator or its unit cannot be read.
    """
    with explained(text, of_any, of_figure, lambda word: _below_zero(word, frame.unit)):
        words = _vocabulary(frame.unit, frame.limit)
        figures = without_currency(text, frame.unit)
        drafts = read_drafts(figures, words)
        _check_scales(drafts, frame.unit, names_unit=figures != text)
        return [_term(draft, frame.unit, words, text) for draft in drafts]


@lru_cache(maxsize=1024)
def _vocabulary(unit: str, limit: str) -> Vocabulary:
    """Return the words of a quantity; of a share, `all` and `half` are figures."""
    if percent_in(unit):
        return Vocabulary(words_of(_UNBOUND, limit), _SHARES, limit, can_fall(unit))
    return Vocabulary(words_of(_GREATEST, limit), {}, limit, can_fall(unit))


def _term(draft: Draft, unit: str, words: Vocabulary, text: str) -> Alternative:
    ends = (_amount(draft.low, unit), _amount(draft.high, unit))
    return finished(draft, ends, lambda amount: amount.figure, words, text)


def _below_zero(word: str, unit: str) -> tuple[str, str] | None:
    if not re.match(r"(?:-|minus )\s*[0-9]", word) or can_fall(unit):
        return None
    advice = f"If it is a change, say so in the issue's unit, such as `change in {unit}`."
    return "is less than nothing, which no figure here can be.", advice


def _check_scales(drafts: list[Draft], unit: str, *, names_unit: bool) -> None:
    """Refuse `900 or 1 million` and `1 million or 900`: whether 900 are millions is unclear.

    So is `USD 100` where billions of USD are counted.
    """
    if names_unit and has_scale(unit):
        tails = [one.tail for draft in drafts for one in (draft.low, draft.high) if one]
        if any(scale_of(tail, unit) == Scaled() for tail in tails):
            raise Unreadable(
                f"It is unclear whether the figure is meant in the issue's unit, {quoted(unit)}.",
                "Write it alone if it is; else write its scale too, such as `million`.",
            )
    lender: int | Fraction = -1
    for draft in reversed(drafts):
        for figure in (draft.high, draft.low):
            if figure is None or scale_of(figure.tail, unit) == Scaled():
                continue
            size = max(figure.number, -figure.number)
            if figure.own:
                lender = size
            elif size > lender:
                word = figure.tail.partition(" ")[0]
                raise Unreadable(
                    f"It is unclear whether {write_figure(figure.number)} is meant with "
                    f"{quoted(word)}.",
                    "Write that word with each figure that it is meant for.",
                )


def _amount(figure: Figure | None, unit: str) -> Amount | None:
    if figure is None:
        return None
    scale, over = scale_of(figure.tail, unit)
    number = figure.number if scale == over else Fraction(figure.number * scale, over)
    return Amount(bounded(number))


QUANTITY = Quantity()
"""The kind `quantity`."""
