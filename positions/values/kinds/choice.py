"""Choices: an option's id, `a or b`, `not a`, `neither a nor b`, `unspecified`, `to be agreed`.

A value admits some of the issue's options, and is compared as that set. How it was written is
kept: `not a` stays `not a` when options are added.

Where the issue says `ordered: true`, its options are a ladder, written from the least to the most.
Then `at least b`, `at most b` and `b to c` are read too, and values that are apart have a distance
in steps of the ladder. What is an id or a title is read as that first, whatever else it looks like.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from positions.text.english import listed
from positions.values.kind import Difference, Distance, GapType, Kind, Relation, Unreadable
from positions.values.open_words import Unsaid
from positions.values.option_sets import OptionReach, Options, admitted, read_options
from positions.values.parsing import bare, shape_of
from positions.values.thresholds import counted

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from positions.values.kind import Frame

__all__ = ["CHOICE", "Choice"]

LONGEST = 10_000
"""Enough for every option of an issue with hundreds of them."""


class Choice(Kind[Options]):
    """The kind `choice`."""

    name = "choice"
    needs = frozenset({"options"})
    takes = frozenset({"ordered"})

    def forms(self, frame: Frame) -> tuple[str, ...]:
        """Return examples, made of the issue's own options; see `Kind`."""
        first, second, *_ = (*frame.options, "a", "b")
        ladder = (f"at least {second}", f"{first} to {second}") if frame.ordered else ()
        both = f"{first} or {second}"
        return (first, both, f"not {first}", *ladder, "unspecified", "to be agreed")

    def parse(self, data: object, frame: Frame) -> Options:
        """Return the options that the text admits; see `Kind`."""
        return read_options(_text(data, self.forms(frame)), frame)

    def plain(self, value: Options, frame: Frame) -> str:
        """Return the ids, as `a or b`, `not (a or b)` or `at least a`; see `Kind`."""
        if value.unsaid:
            return value.unsaid
        if value.reach in {OptionReach.NAMED, OptionReach.RANGE}:
            return (" to " if value.reach is OptionReach.RANGE else " or ").join(value.named)
        text = " or ".join(value.named)
        return f"{value.reach} {text}" if len(value.named) == 1 else f"not ({text})"

    def show(self, value: Options, frame: Frame) -> str:
        """Return the options' titles; see `Kind`."""
        if value.unsaid:
            return value.unsaid
        joint = " to " if value.reach is OptionReach.RANGE else " or "
        titles = joint.join(frame.options[option] for option in value.named)
        if value.reach in {OptionReach.NAMED, OptionReach.RANGE}:
            return titles
        return (
            f"any but {titles}" if value.reach is OptionReach.OTHERS else f"{value.reach} {titles}"
        )

    def in_prose(self, value: Options, frame: Frame, *, bare: bool = False) -> str:
        """Return the options' titles; see `Kind`."""
        if value.wanted:
            return listed([frame.options[option] for option in value.named], "or")
        shown = self.show(value, frame)
        return f"from {shown}" if value.reach is OptionReach.RANGE else shown

    def relate(self, a: Options, b: Options, frame: Frame) -> Relation:
        """Return the relation of A's options to B's; see `Kind`."""
        if Unsaid.TO_BE_AGREED in {a.unsaid, b.unsaid}:
            return Relation.UNKNOWN
        if a.unsaid and b.unsaid:
            return Relation.SAME if len(frame.options) == 1 else Relation.UNKNOWN
        if a.unsaid:
            return _any_of_all(admitted(b, frame), frame)
        if b.unsaid:
            return _any_of_all(admitted(a, frame), frame).swapped
        return _relation(admitted(a, frame), admitted(b, frame))

    def meet(self, values: Sequence[Options], frame: Frame) -> bool | None:
        """Return whether all admit one option; see `Kind`."""
        common = frozenset(frame.options)
        for value in values:
            if not value.unsaid:
                common &= admitted(value, frame)
        if not common:
            return False
        unsaid = [value.unsaid for value in values if value.unsaid]
        if Unsaid.TO_BE_AGREED in unsaid:
            return None
        # One option that is not given lies among all of them, two may be two different ones.
        certain = len(common) == len(frame.options) and (len(unsaid) < 2 or len(common) == 1)
        return True if certain or not unsaid else None

    def distance(self, a: Options, b: Options, frame: Frame) -> Distance | None:
        """Return the fewest steps between the two on a ladder.

        None where there is no ladder, and from what is rejected: all that is left may be meant.
        """
        if not frame.ordered or a.unsaid or b.unsaid:
            return None
        place = {option: step for step, option in enumerate(frame.options)}
        one, other = (sorted(place[option] for option in admitted(v, frame)) for v in (a, b))
        steps = min(abs(low - high) for low in one for high in other)
        if steps and (a.rejected or b.rejected):
            return None
        return Distance(Fraction(steps), f"{steps} step{'' if steps == 1 else 's'}")

    def differences(
        self, a: Options, b: Options, distance: Distance | None
    ) -> tuple[Difference, ...]:
        """Return that the options differ; see `Kind`."""
        return (Difference(GapType.CHOICE, distance),)

    def threshold(self, data: object, frame: Frame) -> Distance:
        """Return the steps up to which options of a ladder are near; see `Kind`."""
        if not frame.ordered:
            raise Unreadable(
                "The options of this choice have no order, so that nothing can be near by "
                "distance.",
                "Add `ordered: true` if they go from the least to the most, or remove `near:`.",
            )
        return counted(data, "step")


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
    text = bare(data)
    if not text:
        raise Unreadable("A choice belongs here, but the text is empty.")
    return text


def _relation(first: AbstractSet[str], second: AbstractSet[str]) -> Relation:
    if first == second:
        return Relation.SAME
    if first <= second:
        return Relation.WITHIN
    if first >= second:
        return Relation.CONTAINS
    return Relation.OVERLAPS if first & second else Relation.APART


def _any_of_all(known: AbstractSet[str], frame: Frame) -> Relation:
    """Return the relation of one option that is not given to those that are admitted."""
    found = {_relation({option}, known) for option in frame.options}
    return found.pop() if len(found) == 1 else Relation.UNKNOWN


CHOICE = Choice()
"""The kind `choice`."""
