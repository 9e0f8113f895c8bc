"""Scales: a number from 0 to 100 on a line whose two ends the issue names, as `ends`.

Written as `40`, `20-40`, `at least 60`, `about 30`, `20 or 60`, `unspecified` or `to be agreed`;
`points` may stand behind a figure. There is nothing below 0 and nothing above 100, so `at least 60`
admits 60 to 100. Words such as `none` and `all` have no place here: the ends are `0` and `100`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.text.english import shortened
from positions.text.patterns import pattern
from positions.values.alternatives import Alternative, Amount, Comparator, write_terms
from positions.values.figure_words import Vocabulary, finished, read_drafts, words_of
from positions.values.figures import write_figure
from positions.values.kind import Unreadable
from positions.values.linear import LinearValue, LineKind
from positions.values.parsing import folded, quoted, written
from positions.values.refusals import explained, of_any, of_figure

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from positions.values.figure_words import Draft, Figure
    from positions.values.intervals import Cut, Interval, Number
    from positions.values.kind import Frame

__all__ = ["SCALE", "Scale"]

_END = 100
_TOP: Cut = (_END, 2)
"""The cut behind which there is nothing, so that no approximate end reaches beyond it."""

_NEGATIVE = pattern(r"-\s*[0-9]")
_WITHOUT_FIGURE = {"all", "none", "unlimited", "no limit", "without limit"}


class Scale(LineKind):
    """The kind `scale`; its line is points, from 0 to 100."""

    name = "scale"
    needs = frozenset({"ends"})
    takes = frozenset[str]()
    rising = ("raised its figure", "lowered its figure")

    def forms(self, frame: Frame) -> tuple[str, ...]:
        """Return examples; see `Kind`."""
        return ("40", "20-40", "at least 60", "about 30", "20 or 60", "unspecified", "to be agreed")

    def parse(self, data: object, frame: Frame) -> LinearValue:
        """Return the points that the text admits; see `Kind`."""
        text = written(data, "A point of a scale")
        if _NEGATIVE.match(text):
            raise _beyond(text, frame)
        _refuse_words(text, frame)
        alone = words_of({}, frame.limit)
        del alone["none"]
        words = Vocabulary(alone)
        with explained(text, of_any, of_figure):
            return self.line(_term(one, text, words, frame) for one in read_drafts(text, words))

    def span(self, amount: Amount) -> tuple[Number, Number]:
        """Return the figure, twice; see `LineKind`."""
        return amount.figure, amount.figure

    def interval(self, term: Alternative, *, signed: bool = False) -> Interval:
        """Return the points that one term admits, none of them beyond the end; see `LineKind`."""
        found = super().interval(term, signed=signed)
        if term.comparator is Comparator.TO_BE_AGREED or found.high < (_END, 1):
            return found
        return found._replace(high=_TOP)

    def write(self, terms: Sequence[Alternative], frame: Frame, *, shown: bool) -> str:
        """Return the canonical text; see `LineKind`."""
        return write_terms(terms, _figure, _figure)

    def measure(self, figure: int | Fraction, frame: Frame) -> str:
        """Return the points in words; see `LineKind`."""
        return f"{write_figure(figure)} point{'' if figure == 1 else 's'}"

    def legend(self, frame: Frame) -> str:
        """Return what the numbers run from and to; see `Kind`."""
        return f"The scale runs from {_ends_in_full(frame.ends)}." if frame.ends else ""

    def open_side(self, value: LinearValue, frame: Frame) -> str:
        """Return an empty text: a scale has its ends."""
        return ""


def _figure(amount: Amount) -> str:
    return write_figure(amount.figure)


def _ends_in_full(ends: tuple[str, str]) -> str:
    return f"0 (“{ends[0]}”) to 100 (“{ends[1]}”)"


def _ends_in_words(frame: Frame) -> str:
    first, last = frame.ends or ("one end", "the other")
    return _ends_in_full((shortened(first, 40), shortened(last, 40)))


def _beyond(text: str, frame: Frame) -> Unreadable:
    return Unreadable(
        f"{quoted(text)} is beyond the scale, which runs from {_ends_in_words(frame)}.",
        "Write a number from 0 to 100.",
    )


def _refuse_words(text: str, frame: Frame) -> None:
    """Refuse a word where a number should stand: the title of an end, or a word for no figure."""
    for figure, title in zip(("0", "100"), frame.ends or (), strict=False):
        if folded(text) == folded(title):
            raise Unreadable(
                f"{quoted(text)} is the title of an end, and a scale is written in numbers.",
                f"Write `{figure}` for that end.",
            )
    if text.lower() in _WITHOUT_FIGURE:
        raise Unreadable(
            f"{quoted(text)} is no point of a scale, which runs from {_ends_in_words(frame)}.",
            "Write `0` or `100` for one of its ends.",
        )


def _term(draft: Draft, text: str, words: Vocabulary, frame: Frame) -> Alternative:
    low, high = (_amount(end, text, frame) for end in (draft.low, draft.high))
    if draft.comparator is Comparator.MORE_THAN and low is not None and low.figure == _END:
        raise Unreadable(f"{quoted(text)} admits nothing, as the scale ends at 100.")
    return finished(draft, (low, high), lambda amount: amount.figure, words, text)


def _amount(figure: Figure | None, text: str, frame: Frame) -> Amount | None:
    if figure is None:
        return None
    if figure.tail.lower() not in {"", "point", "points"}:
        raise Unreadable(
            f"{quoted(figure.tail)} stands behind a point of a scale, which has no unit.",
            "Write the number alone.",
        )
    if figure.number > _END:
        raise _beyond(text, frame)
    return Amount(figure.number)


SCALE = Scale()
"""The kind `scale`."""
