"""The words around a figure: `at least`, `about`, `2-3`, `a or b`; read and printed.

A term is one alternative as it was written. What a figure is (days, prisoners, dates) its kind
knows; here it is an `Amount`, a number and the name of its unit.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from positions.values.base import Unreadable
from positions.values.figures import read_figure
from positions.values.reading import TO_BE_AGREED, alternatives, quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from fractions import Fraction

    from positions.values.base import Frame

__all__ = [
    "WORDS",
    "Amount",
    "Comparator",
    "Draft",
    "Figure",
    "Term",
    "as_limit",
    "begins",
    "read_drafts",
    "strip_about",
    "words_of",
    "write_terms",
]


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

_SAID: dict[str, Comparator] = {
    **dict.fromkeys(
        (
            "at least",
            "no less than",
            "not less than",
            "no fewer than",
            "not fewer than",
            "no shorter than",
            "not shorter than",
            "a minimum of",
            "minimum of",
            "minimum",
            ">=",
        ),
        Comparator.AT_LEAST,
    ),
    **dict.fromkeys(
        ("more than", "longer than", "greater than", "in excess of", "over", "above", ">"),
        Comparator.MORE_THAN,
    ),
    **dict.fromkeys(
        (
            "at most",
            "no more than",
            "not more than",
            "no longer than",
            "not longer than",
            "no later than",
            "not later than",
            "not exceeding",
            "a maximum of",
            "maximum of",
            "maximum",
            "up to",
            "within",
            "<=",
        ),
        Comparator.AT_MOST,
    ),
    **dict.fromkeys(
        ("less than", "fewer than", "shorter than", "under", "below", "<"), Comparator.LESS_THAN
    ),
    **dict.fromkeys(("exactly", "precisely"), Comparator.EXACTLY),
}
_ABOUT = ("about", "around", "approximately", "approx.", "approx", "roughly", "circa", "some", "~")
_LONGEST_FIRST = sorted(_SAID, key=len, reverse=True)
_MORE = re.compile(r"more|longer|greater|above")
_LESS = re.compile(r"less|fewer|shorter|below")
_OR_SO = re.compile(r"(more|longer|greater|above|less|fewer|shorter|below)\b(?! than)(.*)")
_RANGE = re.compile(r"\s*\.\.\s*| to |\s*-\s*(?=[0-9])")
_FIGURE = re.compile(r"([0-9](?:[0-9.,' ]*[0-9])?)\s*(\+?)\s*(.*)")
_COUNTS = {
    word: figure
    for figure, word in enumerate(
        re.findall("[a-z]+", "one two three four five six seven eight nine ten eleven twelve"), 1
    )
}


class Amount(NamedTuple):
    """A figure and the unit that it was written in."""

    figure: int | Fraction
    unit: str = ""


class Figure(NamedTuple):
    """A figure as it was read, and the words behind it, which its kind has yet to read.

    Attributes:
        number: The number.
        tail: The words behind it, or behind the figure that it shares them with.
        own: Whether the words stand behind this very figure.
    """

    number: int | Fraction
    tail: str
    own: bool = True


class Draft(NamedTuple):
    """A term whose figures have not been given their units."""

    comparator: Comparator
    low: Figure | None = None
    high: Figure | None = None
    about: bool = False


@dataclass(frozen=True, slots=True)
class Term:
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


def words_of(greatest: Mapping[str, Comparator], frame: Frame) -> dict[str, Comparator]:
    """Return the words that stand alone, given a kind's words for the greatest value.

    Where values are limits, `none` and `unlimited` refuse any limit; elsewhere `none` is zero.
    """
    words = {
        "unspecified": Comparator.UNSPECIFIED,
        "not specified": Comparator.UNSPECIFIED,
        **dict.fromkeys(TO_BE_AGREED, Comparator.TO_BE_AGREED),
        **greatest,
        "none": Comparator.NONE,
    }
    if frame.limit:
        for word in ("none", "no limit", "without limit", "unlimited"):
            words[word] = Comparator.NO_LIMIT
    return words


def read_drafts(text: str, words: Mapping[str, Comparator]) -> list[Draft]:
    """Return the alternatives of a text in lower case, in the order written.

    A figure without a unit takes the one of the next figure that has one (`24 or 48 hours`), or
    else of the one before.

    Raises:
        Unreadable: A part is not a figure with known words around it.
    """
    parts: list[str] = []
    for part in alternatives(text):
        bound = _OR_SO.fullmatch(part)
        if bound and parts:
            said = "at least" if _MORE.match(part) else "at most"
            parts[-1] = f"{said} {parts[-1]}{bound[2]}"
        else:
            parts.append(part)
    return _with_tails([_read_draft(part, words) for part in parts])


def _with_tails(drafts: list[Draft]) -> list[Draft]:
    tails = [end.tail for draft in drafts for end in (draft.low, draft.high) if end is not None]
    for place in range(len(tails) - 2, -1, -1):
        tails[place] = tails[place] or tails[place + 1]
    for place in range(1, len(tails)):
        tails[place] = tails[place] or tails[place - 1]
    handed = iter(tails)
    return [
        draft._replace(low=_given(draft.low, handed), high=_given(draft.high, handed))
        for draft in drafts
    ]


def _given(figure: Figure | None, tails: Iterator[str]) -> Figure | None:
    return None if figure is None else Figure(figure.number, next(tails), bool(figure.tail))


def strip_about(text: str) -> tuple[str, bool]:
    """Return the text without a leading word for "about", and whether it had one."""
    for word in _ABOUT:
        if begins(text, word):
            return text[len(word) :].strip(), True
    return text, False


def begins(text: str, words: str) -> bool:
    """Return whether the text begins with whole words (a sign may touch the figure)."""
    after = text[len(words) : len(words) + 1]
    return text.startswith(words) and not (words[-1].isalpha() and after.isalpha())


def _read_draft(text: str, words: Mapping[str, Comparator]) -> Draft:
    if text in words:
        return Draft(words[text])
    if re.match(r"-\s*[0-9]", text):
        raise Unreadable(f"{quoted(text)} is less than nothing, which no position here can be.")
    rest, about = strip_about(text)
    said = next((phrase for phrase in _LONGEST_FIRST if begins(rest, phrase)), None)
    if said is not None:
        rest, about_after = strip_about(rest[len(said) :].strip())
        about = about or about_after
    comparator = _SAID[said] if said is not None else None
    ends = _ends(rest)
    if len(ends) == 1:
        found = _read_figure(ends[0], text)
        if found[1]:
            comparator = _one_comparator(comparator, Comparator.AT_LEAST, text)
        return Draft(comparator or Comparator.EXACTLY, found[0], None, about)
    _one_comparator(comparator, Comparator.RANGE, text)
    if len(ends) > 2:
        raise Unreadable(f"{quoted(text)} has more than two ends.", "Write a range as `2-3`.")
    (low, plus), (high, more) = (_read_figure(strip_about(end)[0], text) for end in ends)
    if plus or more:
        raise Unreadable(f"{quoted(text)} is a range, and it has a `+`.", "Write `2-3`.")
    return Draft(Comparator.RANGE, low, high, about or strip_about(ends[1])[1])


def _one_comparator(said: Comparator | None, other: Comparator, text: str) -> Comparator:
    if said:
        raise Unreadable(
            f"{quoted(text)} says two things about one figure.",
            "Write `at least 2`, `at most 3` or `2-3`.",
        )
    return other


def _ends(text: str) -> list[str]:
    if text.startswith("between "):
        ends = text.removeprefix("between ").split(" and ")
        if len(ends) != 2:
            raise Unreadable(
                f"{quoted(text)} does not say between what and what.", "Write `between 2 and 3`."
            )
        return [end.strip() for end in ends]
    if text.startswith("from ") and " to " in text:
        text = text.removeprefix("from ")
    return _RANGE.split(text)


def _read_figure(text: str, whole_text: str) -> tuple[Figure, bool]:
    """Return the figure with the words behind it, and whether a plus sign follows it."""
    found = _FIGURE.fullmatch(text)
    if found:
        return Figure(read_figure(found[1]), found[3]), bool(found[2])
    first, _, rest = text.partition(" ")
    if first in _COUNTS:
        return Figure(_COUNTS[first], rest), False
    if first in {"a", "an"} and rest:
        return Figure(1, rest), False
    raise Unreadable(_why_no_figure(text, whole_text))


def _why_no_figure(text: str, whole_text: str) -> str:
    if re.match(r"[$€£¥]", text):
        return f"{quoted(whole_text)} has a currency sign, which belongs into the issue's unit."
    if not text:
        return f"{quoted(whole_text)} has no figure where one should stand."
    return f"{quoted(whole_text)} cannot be read."


def as_limit(term: Term, limit: str, text: str) -> Term:
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
    terms: Sequence[Term],
    bare: Callable[[Amount], str],
    full: Callable[[Amount], str],
    *,
    shared: bool = True,
) -> str:
    """Return the canonical words of terms.

    Args:
        terms: The alternatives.
        bare: Writes an amount without its unit.
        full: Writes an amount with its unit.
        shared: Whether all amounts have one unit, which then stands behind the last only.
    """
    left = sum(len(term.amounts) for term in terms)
    pieces = []
    for term in terms:
        figures = []
        for amount in term.amounts:
            left -= 1
            figures.append(bare(amount) if shared and left else full(amount))
        pieces.append(_words_around(term, ("-" if shared else " to ").join(figures)))
    return " or ".join(pieces)


def _words_around(term: Term, figures: str) -> str:
    said = "" if term.comparator is Comparator.RANGE else term.comparator.value
    return " ".join(filter(None, (said, "about" if term.about else "", figures)))
