"""Quantities: `1,000`, `at least 1,000`, `1,000-1,200`, `5.5 %`, `100 billion`, `all`.

The issue's unit says what is counted; repeating it behind the figure is allowed. `none` refuses
any: it is met where `0` is, but no distance is measured from it.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from positions.text.likeness import nearest
from positions.text.signs import plain_words
from positions.values.alternatives import Alternative, Amount, Comparator, write_terms
from positions.values.figure_words import Draft, Figure, finished, read_drafts, words_of
from positions.values.figures import SCALES, bounded, common_scale, write_figure
from positions.values.kind import Unreadable
from positions.values.linear import LinearValue, LineKind
from positions.values.parsing import quoted, written
from positions.values.prose import unit_in_prose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from positions.values.intervals import Number
    from positions.values.kind import Distance, Frame

__all__ = ["QUANTITY", "Quantity", "counted", "counted_in_prose", "read_terms"]

_PERCENT = ("%", "percent", "per cent")
_SCALES = {**{word: word for word in SCALES}, "bn": "billion", "mn": "million", "tn": "trillion"}
_IN_POINTS = re.compile(r"\s+(?:percentage )?points?\s*$", re.IGNORECASE)
_PLURAL = re.compile(r"((?:[^ ]+ )*?)([a-z]{2,}[^\W\dius]s)(?= (?:of|per|a|in|from) |$)")
_ONLY_PLURAL = {"troops", "series", "species", "forces", "means"}
_GREATEST = {"all": Comparator.ALL, "unlimited": Comparator.UNLIMITED}


class Quantity(LineKind):
    """The kind `quantity`; its line counts the issue's unit."""

    name = "quantity"
    needs = frozenset({"unit"})
    takes = frozenset({"limit", "counts"})
    noun = "figure"
    raised = True

    def forms(self, frame: Frame) -> tuple[str, ...]:
        """Return examples; see `Kind`."""
        if frame.limit:
            return ("1,000", "1,000-1,200", "about 100 billion", "0", "unspecified", "no limit")
        share = ("5.5 %",) if _percent_in(frame.unit) else ("100 billion",)
        return ("1,000", "at least 1,000", "1,000-1,200", "up to 1,200", *share, "all", "none")

    def parse(self, data: object, frame: Frame) -> LinearValue:
        """Return the quantity that the text states; see `Kind`."""
        text = written(data, "A quantity")
        return self.line(read_terms(text, frame))

    def span(self, amount: Amount) -> tuple[Number, Number]:
        """Return the figure, twice; see `LineKind`."""
        return amount.figure, amount.figure

    def write(self, terms: Sequence[Alternative], frame: Frame, *, shown: bool) -> str:
        """Return the canonical text; for readers with the issue's unit; see `LineKind`."""
        figures = [amount.figure for term in terms for amount in term.amounts]
        scale = "" if _has_scale(frame.unit) else common_scale(figures)
        unit = _of_one(frame.unit) if figures == [1] else frame.unit
        unit = unit if shown else "%" * bool(_percent_in(frame.unit))

        def bare(amount: Amount) -> str:
            return write_figure(Fraction(amount.figure, SCALES.get(scale, 1)))

        return write_terms(
            terms, bare, lambda amount: " ".join(filter(None, (bare(amount), scale, unit)))
        )

    def in_prose(self, value: LinearValue, frame: Frame, *, bare: bool = False) -> str:
        """Return the figures with the unit where prose has it: `46%`, `USD 5,500`; see `Kind`."""
        figures = [amount.figure for term in value.terms for amount in term.amounts]
        scale = "" if _has_scale(frame.unit) else common_scale(figures)
        unit = "" if bare else _of_one(frame.unit) if figures == [1] else frame.unit
        ahead, behind = unit_in_prose(unit, scale)

        def figure(amount: Amount) -> str:
            return write_figure(Fraction(amount.figure, SCALES.get(scale, 1)))

        return write_terms(
            value.terms, figure, lambda amount: f"{figure(amount)}{behind}", ahead=ahead
        )

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
        if isinstance(data, str) and _percent_in(frame.unit):
            data = _IN_POINTS.sub("", data)
        return super().threshold(data, frame)


def counted(figure: int | Fraction, unit: str) -> str:
    """Return a difference of two figures in words; percentages differ by percentage points."""
    return " ".join(filter(None, _counted(figure, unit)))


def counted_in_prose(figure: int | Fraction, unit: str) -> str:
    """Return a difference of two figures as a sentence says it: `USD 5,500`."""
    number, scale, unit = _counted(figure, unit)
    ahead, behind = unit_in_prose(unit, scale)
    return f"{ahead}{number}{behind}"


def _counted(figure: int | Fraction, unit: str) -> tuple[str, str, str]:
    """Return the figure of a difference, the word for its scale, and its unit."""
    percent = _percent_in(unit)
    if percent:
        points = "percentage point" if figure == 1 else "percentage points"
        unit = f"{points}{unit[len(percent) :]}"
    elif figure == 1:
        unit = _of_one(unit)
    scale = "" if _has_scale(unit) else common_scale([figure])
    number = write_figure(Fraction(figure, SCALES.get(scale, 1)))
    return number, scale, unit


def _of_one(unit: str) -> str:
    """Return a unit for the figure 1: `prisoners of war` become a `prisoner of war`.

    Only a regular plural in small letters is changed; whatever else stays as the issue has it.
    """
    found = _PLURAL.match(unit)
    if found is None or found[2] in _ONLY_PLURAL or found[2].endswith("uses"):
        return unit
    word = found[2].removesuffix("s")
    if word.endswith("ie"):
        word = f"{word[:-2]}y"
    elif word.endswith(("sse", "she", "che", "xe")):
        word = word[:-1]
    return f"{found[1]}{word}{unit[found.end() :]}"


def _has_scale(unit: str) -> bool:
    return any(word in SCALES for word in unit.lower().split())


def _percent_in(unit: str) -> str:
    return next((sign for sign in _PERCENT if unit.lower().startswith(sign)), "")


def read_terms(text: str, frame: Frame) -> list[Alternative]:
    """Return the alternatives of a quantity.

    Args:
        text: One clean line.
        frame: The unit, which the text may repeat, and whether the values are limits.

    Raises:
        Unreadable: A figure, its comparator or its unit cannot be read.
    """
    drafts = read_drafts(text.lower(), words_of(_GREATEST, frame))
    _check_scales(drafts)
    return [_term(draft, frame, text) for draft in drafts]


def _term(draft: Draft, frame: Frame, text: str) -> Alternative:
    ends = (_amount(draft.low, frame), _amount(draft.high, frame))
    return finished(draft, ends, lambda amount: amount.figure, frame.limit, text)


def _check_scales(drafts: list[Draft]) -> None:
    """Refuse `900 or 1 million` and `1 million or 900`: whether 900 are millions is unclear."""
    lender: int | Fraction = -1
    for draft in reversed(drafts):
        for figure in (draft.high, draft.low):
            word = "" if figure is None else figure.tail.partition(" ")[0]
            if figure is None or word not in _SCALES:
                continue
            if figure.own:
                lender = figure.number
            elif figure.number > lender:
                raise Unreadable(
                    f"It is unclear whether {write_figure(figure.number)} is meant in {word}s.",
                    f"Write the scale with each figure, as `1 {word} or 2 {word}`.",
                )


def _amount(figure: Figure | None, frame: Frame) -> Amount | None:
    if figure is None:
        return None
    tail = figure.tail
    first, _, rest = tail.partition(" ")
    scale = _SCALES.get(first, "")
    if scale:
        tail = rest
        if _has_scale(frame.unit):
            raise Unreadable(
                f"The issue's unit, {quoted(frame.unit)}, has a scale already, so `{scale}` here "
                "would count twice.",
                "Write the figure alone.",
            )
    if tail and not _is_unit(tail, frame.unit):
        raise Unreadable(*_wrong_unit(tail, frame.unit))
    return Amount(bounded(figure.number * SCALES.get(scale, 1)))


def _is_unit(tail: str, unit: str) -> bool:
    unit, tail = plain_words(unit).lower().rstrip("."), tail.rstrip(".")
    percent = _percent_in(unit)
    if percent and any(tail in {sign, sign + unit[len(percent) :]} for sign in _PERCENT):
        return True
    return tail.removesuffix("s") == unit.removesuffix("s") or tail == _of_one(unit)


def _wrong_unit(tail: str, unit: str) -> tuple[str, str]:
    if not unit:
        return f"The issue names no unit, and {quoted(tail)} stands behind the figure.", ""
    if tail in _PERCENT:
        return (
            f"This issue counts {quoted(unit)}, and the value is given in percent.",
            "Write a figure in the issue's unit, or make `%` the unit of the issue.",
        )
    if tail.partition(" ")[0] in {"each", "for", "per"}:
        return (
            f"{quoted(tail)} behind a quantity cannot be read.",
            "What both sides give is an `exchange`; whom a quantity counts belongs into its unit.",
        )
    return (
        f"{quoted(tail)} behind the figure is not the issue's unit, {quoted(unit)}.",
        nearest(tail, [unit.lower(), *SCALES]) or "Write the figure alone.",
    )


QUANTITY = Quantity()
"""The kind `quantity`."""
