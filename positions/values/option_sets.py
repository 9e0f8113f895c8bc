"""Reads which of an issue's options a choice admits."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from positions.text.english import listed
from positions.text.likeness import nearest
from positions.text.patterns import pattern
from positions.values.kind import Stance, Unreadable, Value
from positions.values.open_words import Unsaid, unsaid_in
from positions.values.parsing import folded, named_in, quoted
from positions.values.refusals import of_any

if TYPE_CHECKING:
    from positions.values.kind import Frame

__all__ = ["OptionReach", "Options", "admitted", "read_options"]


class OptionReach(StrEnum):
    """Which options a value admits, seen from those that it names."""

    NAMED = "named"
    OTHERS = "not"
    AT_LEAST = "at least"
    AT_MOST = "at most"
    RANGE = "to"


@dataclass(frozen=True, slots=True)
class Options(Value):
    """Some of an issue's options, or the words in their place.

    Attributes:
        named: The ids written, in the issue's order; the two ends of a range.
        reach: Which options they stand for.
        unsaid: What is said in the place of options; nothing is named then.
    """

    named: tuple[str, ...]
    reach: OptionReach = OptionReach.NAMED
    unsaid: Unsaid | None = None

    @property
    def measurable(self) -> bool:
        """Whether options are named."""
        return self.unsaid is None

    @property
    def stance(self) -> Stance:
        """What is said in the place of options, or that some are named."""
        return Stance(self.unsaid.value) if self.unsaid else Stance.NAMED

    @property
    def wanted(self) -> tuple[str, ...]:
        """The ids of which any one will do, where they are named one by one."""
        return self.named if self.reach is OptionReach.NAMED else ()

    @property
    def rejected(self) -> tuple[str, ...]:
        """The ids of `not a`."""
        return self.named if self.reach is OptionReach.OTHERS else ()

    @property
    def either(self) -> bool:
        """Whether any one of those wanted will do: of options, always."""
        return True

    @property
    def single(self) -> bool:
        """Whether it is one option alone."""
        return self.reach is OptionReach.NAMED and len(self.named) == 1


_NOT_ALL = pattern(r"not \((.*)\)")
_BOUNDS = {
    **dict.fromkeys(("at least", "no less than", "not less than", ">="), OptionReach.AT_LEAST),
    **dict.fromkeys(
        ("at most", "no more than", "not more than", "up to", "<="), OptionReach.AT_MOST
    ),
}
_BOUND = pattern(rf"({'|'.join(map(re.escape, _BOUNDS))}) ?(.+)", re.IGNORECASE)
_OR_SO = pattern(r"(.+) or (more|higher|less|lower)", re.IGNORECASE)
_RANGE = pattern(r" to |\.\.")


def admitted(value: Options, frame: Frame) -> frozenset[str]:
    """Return the options that a value admits; it names some."""
    named = frozenset(value.named)
    if value.reach is OptionReach.NAMED:
        return named
    if value.reach is OptionReach.OTHERS:
        return frozenset(frame.options) - named
    ladder = list(frame.options)
    places = [ladder.index(option) for option in value.named]
    low = 0 if value.reach is OptionReach.AT_MOST else places[0]
    high = len(ladder) - 1 if value.reach is OptionReach.AT_LEAST else places[-1]
    return frozenset(ladder[low : high + 1])


def read_options(text: str, frame: Frame) -> Options:
    """Return the options that a text in one line admits.

    Raises:
        Unreadable: It names none, or contradicts itself.
    """
    whole_text = named_in(text, frame.options)
    if whole_text:
        return Options((whole_text,))
    unsaid = unsaid_in(text)
    if unsaid:
        return Options((), unsaid=unsaid)
    ladder = _bound(text, frame) or _range(text, frame)
    if ladder:
        return ladder
    inner, excluded = _negation(text)
    words = [word.strip() for word in f" {inner} ".split(" or ")]
    named = {_option(word, frame) for word in words}
    if excluded and len(named) == len(frame.options):
        raise Unreadable("This excludes every option of the issue.", "Leave one out.")
    reach = OptionReach.OTHERS if excluded else OptionReach.NAMED
    return Options(tuple(option for option in frame.options if option in named), reach)


def _bound(text: str, frame: Frame) -> Options | None:
    """Return what `at least b` or `b or more` admits; None where the text is neither."""
    bound, so = _BOUND.fullmatch(text), _OR_SO.fullmatch(text)
    if bound:
        reach, word = _BOUNDS[bound[1].lower()], bound[2]
    elif so and not named_in(so[2], frame.options):
        more = so[2].lower() in {"more", "higher"}
        reach, word = OptionReach.AT_LEAST if more else OptionReach.AT_MOST, so[1]
    else:
        return None
    if not frame.ordered:
        raise _without_order(text)
    if " or " in word and not named_in(word, frame.options):
        raise Unreadable(
            f"{quoted(text)} says two things about the ladder of options.",
            f"Write `{reach} b` alone, `b to c`, or name the options that are admitted.",
        )
    return Options((_option(word, frame),), reach)


def _range(text: str, frame: Frame) -> Options | None:
    """Return what `b to c` admits; None where the text is no two options with `to` between."""
    for joint in _RANGE.finditer(text):
        ends = (text[: joint.start()].strip(), text[joint.end() :].strip())
        low, high = (named_in(end, frame.options) for end in ends)
        if not (low and high):
            continue
        if not frame.ordered:
            raise _without_order(text)
        ladder = list(frame.options)
        if ladder.index(low) > ladder.index(high):
            raise Unreadable(
                f"The range in {quoted(text)} runs backwards; the options go from the least to "
                "the most.",
                f"Write it as `{high} to {low}`.",
            )
        return Options((low,)) if low == high else Options((low, high), OptionReach.RANGE)
    return None


def _without_order(text: str) -> Unreadable:
    return Unreadable(
        f"{quoted(text)} needs an order among the options, and the issue declares none.",
        "Add `ordered: true` to the issue if its options go from the least to the most; else name "
        "each option that is admitted.",
    )


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
    reason = of_any(folded(word))
    if reason:
        raise Unreadable(f"{quoted(word)} {reason[0]}", reason[1])
    known = listed([f"`{option}`" for option in list(frame.options)[:8]])
    raise Unreadable(
        f"{quoted(word)} is not an option of this issue.",
        nearest(word, frame.options) or f"The options are {known}.",
    )
