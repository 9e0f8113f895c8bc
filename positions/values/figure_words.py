"""Reads the words around a figure: `at least`, `about`, `2-3`, `a or b`.

A draft is a term whose figures have been read and whose units have not: these its kind knows.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from positions.text.patterns import pattern
from positions.values.alternatives import Alternative, Amount, Comparator, as_limit
from positions.values.figures import read_figure
from positions.values.kind import Unreadable
from positions.values.number_words import BEGINS_NUMBER, leading_number
from positions.values.open_words import TO_BE_AGREED, UNSPECIFIED
from positions.values.parsing import alternatives, quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from fractions import Fraction

    from positions.values.intervals import Number

__all__ = [
    "Draft",
    "Figure",
    "Vocabulary",
    "finished",
    "one_of",
    "read_drafts",
    "strip_about",
    "words_of",
]


def one_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern for one of some phrases, the longest first; a sign may touch the figure."""
    ordered = sorted(phrases, key=len, reverse=True)
    words = (re.escape(one) + _WORD_ENDS * one[-1].isalpha() for one in ordered)
    return pattern("|".join(words), re.IGNORECASE)


_WORD_ENDS = r"(?![^\W\d_])"
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
            "min.",
            "min",
            "a floor of",
            "not below",
            "not under",
            "upwards of",
            ">=",
            "=>",
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
            "max.",
            "max",
            "a cap of",
            "a ceiling of",
            "capped at",
            "not above",
            "not over",
            "up to",
            "up to and including",
            "within",
            "<=",
            "=<",
        ),
        Comparator.AT_MOST,
    ),
    **dict.fromkeys(
        ("less than", "fewer than", "shorter than", "under", "below", "<"), Comparator.LESS_THAN
    ),
    **dict.fromkeys(("exactly", "precisely"), Comparator.EXACTLY),
}
_PHRASE = one_of(_SAID)
_ABOUT = one_of(
    (
        "about",
        "around",
        "approximately",
        "approx.",
        "approx",
        "roughly",
        "circa",
        "ca.",
        "ca",
        "c.",
        "some",
        "~",
    )
)
_MORE, _LESS = (
    "more|longer|greater|higher|above|over|upwards|up",
    "less|fewer|shorter|lower|smaller|below|under",
)
_OR_SO = pattern(rf"({_MORE}|{_LESS}|so)\b(?! than)(.*)", re.IGNORECASE)
_AND_SO = pattern(rf"(.+?),? and ({_MORE}|{_LESS})\b(?! than)(.*)", re.IGNORECASE)
_BARE = pattern(r"[0-9](?:[0-9,]*[0-9])?")
_BEHIND = pattern(r"(.+?),? (at least|minimum|at most|maximum|max\.?)", re.IGNORECASE)
_SAID_TWICE = pattern(r"(.+?)(?:,? (?:and|but) |, )(.+)", re.IGNORECASE)
_RANGE = pattern(rf"\s*\.\.\.?\s*| to |(?<=[^\s-])\s*-\s*(?={BEGINS_NUMBER})", re.IGNORECASE)
_BETWEEN = pattern(r"between (.*)", re.IGNORECASE)
_FROM = pattern(r"from (.+ to .+)", re.IGNORECASE)


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


class Vocabulary(NamedTuple):
    """What a kind reads beside figures and the words around them.

    Attributes:
        alone: The words that stand in the place of a figure.
        figures: Words that are figures in the issue's unit: `half`, where that is percent.
        limit: The issue's `limit`, or an empty text.
        signed: Whether there are figures below zero.
    """

    alone: Mapping[str, Comparator]
    figures: Mapping[str, int] = {}
    limit: str = ""
    signed: bool = False


_UNBOUND = ("no limit", "no limits", "without limit", "without limits", "unlimited")
NO_MAXIMUM = ("no cap", "no ceiling", "no maximum", "no upper limit", "uncapped", "no deadline")
NO_MINIMUM = ("no floor", "no minimum", "no lower limit")
"""What refuses a limit of one kind, and only of that."""


def words_of(greatest: Mapping[str, Comparator], limit: str) -> dict[str, Comparator]:
    """Return the words that stand alone, given a kind's words for the greatest value.

    Where values are limits, `none` and `unlimited` refuse any limit; elsewhere `none` is zero.
    """
    words = {
        **dict.fromkeys(UNSPECIFIED, Comparator.UNSPECIFIED),
        **dict.fromkeys(TO_BE_AGREED, Comparator.TO_BE_AGREED),
        **greatest,
        "none": Comparator.NONE,
    }
    if limit:
        named = NO_MAXIMUM if limit == "maximum" else NO_MINIMUM
        endless = [word for word, said in greatest.items() if said is Comparator.UNLIMITED]
        words |= dict.fromkeys((*_UNBOUND, *named, *endless, "none"), Comparator.NO_LIMIT)
    return words


def read_drafts(text: str, words: Vocabulary) -> list[Draft]:
    """Return the alternatives of a text, in the order written.

    A figure without a unit takes the one of the next figure that has one (`24 or 48 hours`), or
    else of the one before.

    Raises:
        Unreadable: A part is not a figure with known words around it.
    """
    parts: list[str] = []
    for part in alternatives(text):
        bound = _OR_SO.fullmatch(part)
        if bound and parts:
            parts[-1] = f"{_bound(bound[1])} {parts[-1]}{bound[2]}"
        else:
            parts.append(part)
    return _with_tails([_read_draft(part, words) for part in parts])


def _bound(word: str) -> str:
    """Return what `or more`, `or less` and `or so` behind a figure say of it."""
    if word.lower() == "so":
        return "about"
    return "at least" if re.fullmatch(_MORE, word, re.IGNORECASE) else "at most"


def _with_tails(drafts: list[Draft]) -> list[Draft]:
    tails = [end.tail for draft in drafts for end in (draft.low, draft.high) if end is not None]
    if not any(tails):
        return drafts
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
    word = _ABOUT.match(text)
    return (text[word.end() :].strip(), True) if word else (text, False)


def _read_draft(text: str, words: Vocabulary) -> Draft:
    word = text.lower()
    if word in words.alone:
        return Draft(words.alone[word])
    if word in words.figures:
        return Draft(Comparator.EXACTLY, Figure(words.figures[word], ""))
    if _BARE.fullmatch(text):  # as most are
        return Draft(Comparator.EXACTLY, Figure(read_figure(text), ""))
    twice = _said_twice(text, words)
    if twice:
        return twice
    text = _in_front(text)
    rest, about = strip_about(text)
    said = _PHRASE.match(rest)
    if said is not None:
        rest, about_after = strip_about(rest[said.end() :].strip())
        about = about or about_after
    comparator = _SAID[said[0].lower()] if said is not None else None
    ends = _ends(rest)
    if len(ends) == 1:
        found = _read_figure(ends[0], text, words)
        if found[1]:
            comparator = _one_comparator(comparator, Comparator.AT_LEAST, text)
        return Draft(comparator or Comparator.EXACTLY, found[0], None, about)
    _one_comparator(comparator, Comparator.RANGE, text)
    if len(ends) > 2:
        raise Unreadable(
            f"{quoted(text)} has more than two ends.",
            "Write the least and the greatest, with `-` or `to` between them.",
        )
    (low, plus), (high, more) = (_read_figure(strip_about(end)[0], text, words) for end in ends)
    if plus or more:
        raise Unreadable(f"{quoted(text)} is a range, and it has a `+`.", "Leave the `+` out.")
    return Draft(Comparator.RANGE, low, high, about or strip_about(ends[1])[1])


def _in_front(text: str) -> str:
    """Return a text with the comparator before the figure that was written behind it."""
    so = _AND_SO.fullmatch(text)
    if so:
        return f"{_bound(so[2])} {so[1]}{so[3]}"
    behind = _BEHIND.fullmatch(text)
    return f"{behind[2]} {behind[1]}" if behind else text


def _said_twice(text: str, words: Vocabulary) -> Draft | None:
    """Return the range of `at least 5 and at most 7`; None where the text says one thing.

    Raises:
        Unreadable: The ends are not both included, or the value is one limit.
    """
    halves = _SAID_TWICE.fullmatch(text)
    if halves is None or not all(_PHRASE.match(strip_about(one)[0]) for one in halves.groups()):
        return None
    low, high = (_read_draft(one, words) for one in halves.groups())
    if low.comparator in {Comparator.AT_MOST, Comparator.LESS_THAN}:
        low, high = high, low
    if (low.comparator, high.comparator) != (Comparator.AT_LEAST, Comparator.AT_MOST):
        raise Unreadable(
            f"{quoted(text)} says two things that make no range of both ends.",
            "Write the least and the greatest figure that are admitted, with `-` between them.",
        )
    if words.limit:
        as_limit(Alternative(Comparator.MORE_THAN), words.limit, text)
    return Draft(Comparator.RANGE, low.low, high.low, low.about or high.about)


def _one_comparator(said: Comparator | None, other: Comparator, text: str) -> Comparator:
    if said:
        raise Unreadable(
            f"{quoted(text)} says two things about one figure.",
            "Write `at least` or `at most` with one figure, or two figures with `-` between them.",
        )
    return other


def _ends(text: str) -> list[str]:
    between = _BETWEEN.fullmatch(text)
    if between:
        ends = re.split(" and ", between[1], flags=re.IGNORECASE)
        if len(ends) != 2:
            raise Unreadable(
                f"{quoted(text)} does not say between what and what.",
                "Write the least and the greatest, with `-` between them.",
            )
        return [end.strip() for end in ends]
    stretch = _FROM.fullmatch(text)
    return _RANGE.split(stretch[1] if stretch else text)


def _read_figure(text: str, whole_text: str, words: Vocabulary) -> tuple[Figure, bool]:
    """Return the figure with the words behind it, and whether a plus sign follows it."""
    found = leading_number(text)
    if found is None:
        sentence = "cannot be read." if text else "has no figure where one should be."
        raise Unreadable(f"{quoted(whole_text)} {sentence}")
    if found.number < 0 and not words.signed:
        raise Unreadable(
            f"{quoted(whole_text)} is less than nothing, which no position here can be."
        )
    return Figure(found.number, found.rest), found.plus


def finished(
    draft: Draft,
    ends: tuple[Amount | None, Amount | None],
    measure: Callable[[Amount], Number],
    words: Vocabulary,
    text: str,
) -> Alternative:
    """Return the term of a draft whose figures have got their units.

    Args:
        draft: The draft.
        ends: Its figures.
        measure: Returns the least point that an amount stands for.
        words: What the kind reads beside figures.
        text: The whole text, for messages.

    Raises:
        Unreadable: It admits nothing, or it contradicts the limit.
    """
    low, high = ends
    if low is not None and high is not None and measure(low) > measure(high):
        raise Unreadable(
            f"The range in {quoted(text)} runs backwards.", "Write the lesser figure first."
        )
    if low is not None and low == high:
        return Alternative(Comparator.EXACTLY, low, None, draft.about)
    nothing = draft.comparator is Comparator.LESS_THAN and not words.signed
    if nothing and low is not None and not low.figure:
        raise Unreadable(f"{quoted(text)} admits nothing, as no figure is less than 0.")
    term = Alternative(draft.comparator, low, high, draft.about)
    return as_limit(term, words.limit, text) if words.limit else term
