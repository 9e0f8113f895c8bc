"""Choices: an option's id, `a or b`, `not a`, `neither a nor b`.

A value admits some of the issue's options, and is compared as that set. How it was written is
kept: `not a` stays `not a` when options are added.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from positions.problems import nearest
from positions.values import phrases
from positions.values.base import Difference, Distance, GapType, Relation, Unreadable, Value
from positions.values.reading import TO_BE_AGREED, listed, named_in, quoted, shape_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from positions.values.base import Frame

__all__ = ["CHOICE", "Choice", "Options"]

LONGEST = 10_000
"""Enough for every option of an issue with hundreds of them."""

_NOT_ALL = re.compile(r"not \((.*)\)")
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Options(Value):
    """Some of an issue's options.

    Attributes:
        named: The ids written, in the issue's order.
        excluded: Whether they are what the value excludes, rather than what it admits.
        settled: False where it is still to be agreed; nothing is named then.
    """

    named: tuple[str, ...]
    excluded: bool = False
    settled: bool = True

    @property
    def measurable(self) -> bool:
        """Whether it is not left to be agreed."""
        return self.settled


_OPEN = Options((), settled=False)


class Choice:
    """The kind `choice`."""

    name = "choice"
    needs = frozenset({"options"})
    takes: frozenset[str] = frozenset()
    keys: frozenset[str] = frozenset()

    def forms(self, frame: Frame) -> tuple[str, ...]:
        """Return examples, made of the issue's own options; see `Kind`."""
        ids = (*frame.options, "a", "b")
        return (ids[0], f"{ids[0]} or {ids[1]}", f"not {ids[0]}", "to be agreed")

    def parse(self, data: object, frame: Frame) -> Options:
        """Return the options that the text admits; see `Kind`."""
        text = _text(data, self.forms(frame))
        whole_text = named_in(text, frame.options)
        if whole_text:
            return Options((whole_text,))
        if text.lower() in TO_BE_AGREED:
            return _OPEN
        inner, excluded = _negation(text)
        words = [word.strip() for word in f" {inner} ".split(" or ")]
        named = {_option(word, frame) for word in words}
        if excluded and len(named) == len(frame.options):
            raise Unreadable("This excludes every option of the issue.", "Leave one out.")
        return Options(tuple(option for option in frame.options if option in named), excluded)

    def plain(self, value: Options, frame: Frame) -> str:
        """Return the ids, as `a or b` or `not (a or b)`; see `Kind`."""
        if not value.settled:
            return "to be agreed"
        text = " or ".join(value.named)
        if not value.excluded:
            return text
        return f"not {text}" if len(value.named) == 1 else f"not ({text})"

    def show(self, value: Options, frame: Frame) -> str:
        """Return the options' titles; see `Kind`."""
        if value.excluded:
            return f"any but {_titles(value, frame)}"
        return _titles(value, frame) if value.settled else "to be agreed"

    def relate(self, a: Options, b: Options, frame: Frame) -> Relation:
        """Return the relation of A's options to B's; see `Kind`."""
        if not (a.settled and b.settled):
            return Relation.UNKNOWN
        first, second = _admitted(a, frame), _admitted(b, frame)
        if first == second:
            return Relation.SAME
        if first <= second:
            return Relation.WITHIN
        if first >= second:
            return Relation.CONTAINS
        return Relation.OVERLAPS if first & second else Relation.APART

    def meet(self, values: Sequence[Options], frame: Frame) -> bool | None:
        """Return whether all admit one option; see `Kind`."""
        common = set(frame.options)
        for value in values:
            if value.settled:
                common &= _admitted(value, frame)
        if not common:
            return False
        return True if all(value.settled for value in values) else None

    def distance(self, a: Options, b: Options, frame: Frame) -> Distance | None:
        """Return None: options stand beside each other, in no order."""
        return None

    def differences(self, a: Options, b: Options, frame: Frame) -> tuple[Difference, ...]:
        """Return the options that each asks for; see `Kind`."""
        relation = self.relate(a, b, frame)
        if relation is Relation.SAME:
            return ()
        phrase = phrases.two_wishes(
            (self.wish(a, frame), self.wish(b, frame)),
            relation,
            nothing="no option satisfies both",
        )
        return (Difference(GapType.CHOICE, phrase),)

    def wish(self, value: Options, frame: Frame) -> str:
        """Return what a party does that holds the value; see `Kind`."""
        if not value.settled:
            return phrases.TO_BE_AGREED
        return phrases.asks_for(self.show(value, frame))

    def headline(self, value: Options, frame: Frame) -> None:
        """Return None: an option has no figure."""
        return

    def open_side(self, value: Options, frame: Frame) -> str:
        """Return an empty text: there is no way in which it could have no end."""
        return ""


def _text(data: object, forms: Sequence[str]) -> str:
    if isinstance(data, list | tuple):
        raise Unreadable(
            "A choice is one option, and a list means all of it together.",
            f"Write `{forms[1]}` where either will do.",
        )
    if isinstance(data, int) and not isinstance(data, bool) and data.bit_length() < 64:
        data = str(data)
    if not isinstance(data, str):
        raise Unreadable(f"A choice is the id of an option, and this is {shape_of(data)}.")
    if len(data) > LONGEST:
        raise Unreadable("This is too long for a choice.")
    text = _SPACES.sub(" ", data).strip()
    if not text:
        raise Unreadable("A choice belongs here, but the text is empty.")
    return text


def _negation(text: str) -> tuple[str, bool]:
    """Return the text without its negation, and whether it had one."""
    grouped = _NOT_ALL.fullmatch(text)
    if grouped:
        return grouped[1].strip(), True
    if text.startswith("neither "):
        inner = text.removeprefix("neither ")
        if " nor " not in inner:
            raise Unreadable("`neither` has no `nor` here.", "Write `neither a nor b` or `not a`.")
        return inner.replace(" nor ", " or "), True
    if text.startswith("not "):
        if " or " in text:
            raise Unreadable(
                "It cannot be told how far `not` reaches here.",
                "Write `not (a or b)`, or name the options that are admitted.",
            )
        return text.removeprefix("not ").strip(), True
    return text.removeprefix("either "), False


def _option(word: str, frame: Frame) -> str:
    option = named_in(word, frame.options)
    if option:
        return option
    if not word:
        raise Unreadable("There is no option on one side of `or`.", "Write `a or b`.")
    if " and " in word or "," in word:
        raise Unreadable(
            f"{quoted(word)} names several options at once, and a choice is one of them.",
            "Write `a or b` where either will do.",
        )
    known = listed([f"`{option}`" for option in list(frame.options)[:8]], "and")
    raise Unreadable(
        f"{quoted(word)} is not an option of this issue.",
        nearest(word, frame.options) or f"The options are {known}.",
    )


def _titles(value: Options, frame: Frame) -> str:
    return " or ".join(frame.options[option] for option in value.named)


def _admitted(value: Options, frame: Frame) -> set[str]:
    named = set(value.named)
    return set(frame.options) - named if value.excluded else named


CHOICE = Choice()
"""The kind `choice`."""
