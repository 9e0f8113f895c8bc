"""One alternative of a value: a figure and what is said about it, such as `at least 30 days`.

What a figure is (days, prisoners, dates) its kind knows; here it is an `Amount`, a number and the
name of its unit.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from positions.values.kind import Stance, Unreadable
from positions.values.parsing import quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from fractions import Fraction

__all__ = ["WORDS", "Alternative", "Amount", "Comparator", "as_limit", "stance_of", "write_terms"]


class Comparator(StrEnum):
    """What is said about a figure, or said in its place."""

    EXACTLY = ""
    AT_LEAST = "at least"
    MORE_THAN = "more than"
    AT_MOST = "at most"
    LESS_THAN = "less than"
    RANGE = "-"
    NONE = "none"
    ALL = "all"
    UNLIMITED = "unlimited"
    NO_LIMIT = "no limit"
    UNSPECIFIED = "unspecified"
    TO_BE_AGREED = "to be agreed"


WORDS = frozenset(
    {
        Comparator.NONE,
        Comparator.ALL,
        Comparator.UNLIMITED,
        Comparator.NO_LIMIT,
        Comparator.UNSPECIFIED,
        Comparator.TO_BE_AGREED,
    }
)
"""The comparators that stand alone, without a figure."""


class Amount(NamedTuple):
    """A figure and the unit that it was written in."""

    figure: int | Fraction
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Alternative:
    """One alternative of a value, as written.

    Attributes:
        comparator: What is said about the figure, or in its place.
        low: The figure, or the lower one of a range; None where a word stands alone.
        high: The upper figure of a range.
        about: Whether the figures are approximate.
    """

    comparator: Comparator
    low: Amount | None = None
    high: Amount | None = None
    about: bool = False

    @property
    def amounts(self) -> tuple[Amount, ...]:
        """The figures of the term, in order."""
        return tuple(amount for amount in (self.low, self.high) if amount is not None)


_STANCES = {
    Comparator.NONE: Stance.REFUSED,
    Comparator.NO_LIMIT: Stance.REFUSED,
    Comparator.ALL: Stance.ALL,
    Comparator.UNLIMITED: Stance.UNLIMITED,
    Comparator.UNSPECIFIED: Stance.UNSPECIFIED,
    Comparator.TO_BE_AGREED: Stance.TO_BE_AGREED,
}


def stance_of(terms: Iterable[Alternative]) -> Stance:
    """Return what terms say as a whole: the one word that they have in the place of figures."""
    said = {_STANCES.get(term.comparator, Stance.NAMED) for term in terms}
    return said.pop() if len(said) == 1 else Stance.NAMED


def as_limit(term: Alternative, limit: str, text: str) -> Alternative:
    """Return the term as a limit: `at most 5` and `5` are one where the limit is a maximum.

    Raises:
        Unreadable: The comparator says something else about the limit than the issue does.
    """
    if term.comparator in WORDS or term.comparator in {Comparator.EXACTLY, Comparator.RANGE}:
        return term
    agrees = Comparator.AT_MOST if limit == "maximum" else Comparator.AT_LEAST
    if term.comparator is agrees:
        return replace(term, comparator=Comparator.EXACTLY)
    raise Unreadable(
        f"The values of this issue are limits themselves (`limit: {limit}`), so "
        f"{quoted(text)} says two things about one limit.",
        "Write the limit alone; write a range or `a or b` where several are possible.",
    )


def write_terms(
    terms: Sequence[Alternative],
    bare: Callable[[Amount], str],
    full: Callable[[Amount], str],
    *,
    shared: bool = True,
    ahead: str = "",
) -> str:
    """Return the canonical words of terms.

    Args:
        terms: The alternatives.
        bare: Writes an amount without its unit.
        full: Writes an amount with its unit.
        shared: Whether all amounts have one unit, which then stands behind the last only.
        ahead: What is before the first figure of all, such as the code of a currency.
    """
    left = sum(len(term.amounts) for term in terms)
    pieces = []
    for term in terms:
        figures = []
        for amount in term.amounts:
            left -= 1
            figures.append(ahead + (bare(amount) if shared and left else full(amount)))
            ahead = ""
        below = any(amount.figure < 0 for amount in term.amounts)
        pieces.append(_words_around(term, ("-" if shared and not below else " to ").join(figures)))
    return " or ".join(pieces)


def _words_around(term: Alternative, figures: str) -> str:
    said = "" if term.comparator is Comparator.RANGE else term.comparator.value
    return " ".join(filter(None, (said, "about" if term.about else "", figures)))
