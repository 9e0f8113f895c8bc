"""A kind bound to its frame: all that can be asked of the values of one issue or part."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from positions.values.kind import Frame, Kind, Value
from positions.values.kinds.duration import DURATION

if TYPE_CHECKING:
    from collections.abc import Sequence

    from positions.values.kind import Distance, Relation

__all__ = ["LENGTHS", "Measure"]


@dataclass(frozen=True, slots=True)
class Measure:
    """A kind and the frame of one issue or part; each method is that of `Kind`.

    Attributes:
        kind: How values are read, compared and printed.
        frame: What the issue tells its kind about them.
    """

    kind: Kind[Any]
    frame: Frame

    @property
    def forms(self) -> tuple[str, ...]:
        """Examples of what can be written, as messages show them."""
        return self.kind.forms(self.frame)

    @property
    def legend(self) -> str:
        """A sentence without which a value alone says little; empty where none is needed."""
        return self.kind.legend(self.frame)

    def parse(self, data: object) -> Value:
        """Return the value that plain data states.

        Raises:
            Unreadable: The data is none of the forms.
        """
        found: Value = self.kind.parse(data, self.frame)
        return found

    def threshold(self, data: object) -> Distance:
        """Return up to which distance positions count as near.

        Raises:
            Unreadable: The data is no exact figure in the kind's measure, or there is none.
        """
        return self.kind.threshold(data, self.frame)

    def plain(self, value: Value) -> object:
        """Return the canonical plain data of a value."""
        return self.kind.plain(value, self.frame)

    def show(self, value: Value) -> str:
        """Return a value as a reader sees it."""
        return self.kind.show(value, self.frame)

    def in_prose(self, value: Value, *, bare: bool = False) -> str:
        """Return a value as a sentence says it, with its unit unless `bare`."""
        return self.kind.in_prose(value, self.frame, bare=bare)

    def directions(self, value: Value) -> tuple[tuple[str, str], ...]:
        """Return what each of two sides gives, in prose, of each alternative of an exchange."""
        return self.kind.directions(value, self.frame)

    def headline(self, value: Value) -> str | None:
        """Return the bare figure that a headline would print; None if there is none."""
        return self.kind.headline(value, self.frame)

    def open_side(self, value: Value) -> str:
        """Return the one way in which a value has no end, or an empty text."""
        return self.kind.open_side(value, self.frame)

    def relate(self, a: Value, b: Value) -> Relation:
        """Return the relation of A's outcomes to B's."""
        return self.kind.relate(a, b, self.frame)

    def meet(self, values: Sequence[Value]) -> bool | None:
        """Return whether one outcome is admitted by all; None where it cannot be told."""
        return self.kind.meet(values, self.frame)

    def distance(self, a: Value, b: Value) -> Distance | None:
        """Return how far two sets are apart, or None where there is no measure."""
        return self.kind.distance(a, b, self.frame)


LENGTHS = Measure(DURATION, Frame())
"""Lengths of time, as terms state them."""
