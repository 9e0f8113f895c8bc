"""Reading the words around a figure: `at least`, `about`, `2-3`, `a or b`.

A draft is a term whose figures have been read and whose units have not: these its kind knows.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from positions.values.alternatives import Alternative, Amount, Comparator, as_limit
from positions.values.figures import read_figure
from positions.values.kind import Unreadable
from positions.values.open_words import TO_BE_AGREED, UNSPECIFIED
from positions.values.parsing import alternatives, quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from fractions import Fraction

    from positions.values.intervals import Number
    from positions.values.kind import Frame

__all__ = ["Draft", "Figure", "finished", "one_of", "read_drafts", "strip_about", "words_of"]


def one_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern for one of some phrases, the longest first; a sign may touch the figure."""
    ordered = sorted(phrases, key=len, reverse=True)
    return re.compile("|".join(re.escape(one) + _WORD_ENDS * one[-1].isalpha() for one in ordered))


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
_PHRASE = one_of(_SAID)
_ABOUT = one_of(
    ("about", "around", "approximately", "approx.", "approx", "roughly", "circa", "some", "~")
)
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


def words_of(greatest: Mapping[str, Comparator], frame: Frame) -> dict[str, Comparator]:
    """Return the words that stand alone, given a kind's words for the greatest value.

    Where values are limits, `none` and `unlimited` refuse any limit; elsewhere `none` is zero.
    """
    words = {
        **dict.fromkeys(UNSPECIFIED, Comparator.UNSPECIFIED),
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
    word = _ABOUT.match(text)
    return (text[word.end() :].strip(), True) if word else (text, False)


def _read_draft(text: str, words: Mapping[str, Comparator]) -> Draft:
    if text in words:
        return Draft(words[text])
    if re.match(r"-\s*[0-9]", text):
        raise Unreadable(f"{quoted(text)} is less than nothing, which no position here can be.")
    rest, about = strip_about(text)
    said = _PHRASE.match(rest)
    if said is not None:
        rest, about_after = strip_about(rest[said.end() :].strip())
        about = about or about_after
    comparator = _SAID[said[0]] if said is not None else None
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


def finished(
    draft: Draft,
    ends: tuple[Amount | None, Amount | None],
    measure: Callable[[Amount], Number],
    limit: str,
    text: str,
) -> Alternative:
    """Return the term of a draft whose figures have got their units.

    Args:
        draft: The draft.
        ends: Its figures.
        measure: Returns the least point that an amount stands for.
        limit: The issue's `limit`, or an empty text.
        text: The whole text, for messages.

    Raises:
        Unreadable: It admits nothing, or it contradicts the limit.
    """
    low, high = ends
    if low is not None and high is not None and measure(low) > measure(high):
        raise Unreadable(f"The range in {quoted(text)} runs backwards.", "Write it as `2-3`.")
    if low is not None and low == high:
        return Alternative(Comparator.EXACTLY, low, None, draft.about)
    if draft.comparator is Comparator.LESS_THAN and low is not None and not low.figure:
        raise Unreadable(f"{quoted(text)} admits nothing, as no figure is less than 0.")
    term = Alternative(draft.comparator, low, high, draft.about)
    return as_limit(term, limit, text) if limit else term
