"""Defines what every kind of value offers: parse, print, relate, measure.

A value is the set of outcomes that it admits, so comparing two values is set algebra. A kind is
an object of a class under `Kind`; the registry in `positions.values` lists all of them. Whoever
compares, prints or stores values knows this class only, and no kind by name.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from enum import Enum, StrEnum
from typing import TYPE_CHECKING, Generic, TypeVar

from positions.problems.errors import GivenUp

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from fractions import Fraction

__all__ = [
    "Difference",
    "Distance",
    "Frame",
    "GapType",
    "Kind",
    "Relation",
    "Side",
    "Stance",
    "Unreadable",
    "Value",
]


class Relation(StrEnum):
    """How the set of outcomes that A admits lies to the set that B admits."""

    SAME = "same"
    WITHIN = "within"
    CONTAINS = "contains"
    OVERLAPS = "overlaps"
    APART = "apart"
    UNKNOWN = "unknown"

    @property
    def swapped(self) -> Relation:
        """The relation of B to A."""
        return {Relation.WITHIN: Relation.CONTAINS, Relation.CONTAINS: Relation.WITHIN}.get(
            self, self
        )

    @property
    def meets(self) -> bool | None:
        """Whether an outcome is admitted by both; None where it cannot be told."""
        return None if self is Relation.UNKNOWN else self is not Relation.APART


class GapType(StrEnum):
    """What a gap between two positions is about."""

    QUANTITY = "quantity"
    CHOICE = "choice"
    SCOPE = "scope"
    ACTOR = "actor"
    TIMING = "timing"
    CONDITION = "condition"
    SEQUENCE = "sequence"
    SYMMETRY = "symmetry"
    STRENGTH = "strength"
    PRESENCE = "presence"
    DISCLOSURE = "disclosure"
    WORDING = "wording"


class Stance(StrEnum):
    """What a value as a whole says: it names outcomes, or a word stands in their place.

    A value of several alternatives, one of which is a word, names outcomes.
    """

    NAMED = "named"
    REFUSED = "refused"
    """`none`, `no limit`, or a list that only refuses."""
    ALL = "all"
    UNLIMITED = "unlimited"
    UNSPECIFIED = "unspecified"
    TO_BE_AGREED = "to be agreed"


class Side(Enum):
    """One of two values that are compared, by its place."""

    FIRST = 0
    SECOND = 1


@dataclass(frozen=True, slots=True)
class Distance:
    """How far apart two values are, at least.

    Attributes:
        figure: The distance in the kind's measure (days for durations and dates, units, items),
            the greatest where there are several directions; 0 exactly where the sets meet.
        words: The text and the prose, or what returns both: of most pairs nobody asks for them.
        about: Whether one of the ends is approximate.
        reached: Whether two outcomes are that near; false for `more than 10 days`.
        ways: The distance in each direction, where the kind has several.
    """

    figure: int | Fraction
    words: str | tuple[str, str] | Callable[[], tuple[str, str]] = field(compare=False)
    about: bool = False
    reached: bool = True
    ways: tuple[Fraction, ...] = ()

    @property
    def text(self) -> str:
        """The distance in words, with its unit.

        `27 days`, `about 5 percentage points`, `10 items`, `more than 10 days` where the nearest
        end is not included; a kind with several directions names each.
        """
        return self._said()[0]

    @property
    def prose(self) -> str:
        """The distance as a sentence says it: `USD 500`, `about 2¾ years`; it may be the text."""
        said = self._said()
        return said[1] or said[0]

    def _said(self) -> tuple[str, str]:
        words = self.words
        if not isinstance(words, tuple):
            words = (words, "") if isinstance(words, str) else words()
            object.__setattr__(self, "words", words)
        return words

    def no_greater_than(self, other: Distance) -> bool:
        """Return whether it is certain that this distance does not exceed another."""
        if self.figure == other.figure:
            return self.reached and not self.about
        return self.figure < other.figure


@dataclass(frozen=True, slots=True)
class Difference:
    """One way in which two values of a kind differ.

    Attributes:
        type: The type of the gap.
        distance: How far apart, where this difference has a measure.
        of: Whose it is, where the two have different parts in it: the one that asks for items
            which the other refuses or does not mention, or for equal figures.
        excluded: Whether the other excludes what the first asks for; in equal figures it may
            leave them possible.
    """

    type: GapType
    distance: Distance | None = None
    of: Side = Side.FIRST
    excluded: bool = True


@dataclass(frozen=True, slots=True)
class Frame:
    """What an issue tells its kind about the values to come.

    Attributes:
        unit: What a quantity or an exchange counts.
        limit: `maximum` or `minimum` where the values are limits themselves, else empty.
        between: The ids of the two parties of an exchange, the giver of the first figure first.
        names: The names of those two parties.
        verb: What each of them does with what it gives, where that is not to hand it over.
        options: The options of a choice: id to title, in order.
        ordered: Whether these options are a ladder, from the least to the most.
        items: The items of a checklist: id to title, in order.
        ends: The titles of the two ends of a scale, at 0 and at 100.
    """

    unit: str = ""
    limit: str = ""
    between: tuple[str, str] | None = None
    names: tuple[str, str] | None = None
    verb: str = ""
    options: Mapping[str, str] = field(default_factory=dict)
    ordered: bool = False
    items: Mapping[str, str] = field(default_factory=dict)
    ends: tuple[str, str] | None = None

    @property
    def extent(self) -> int | None:
        """The greatest distance that two values can have, where the issue itself bounds it.

        In steps of a ladder or points of a scale; None elsewhere.
        """
        if self.ends:
            return 100
        return len(self.options) - 1 if self.ordered else None


class Unreadable(GivenUp):
    """A value that a kind cannot read.

    Attributes:
        sentence: What is wrong with it.
        suggestion: What to write instead, if anything comes near.
    """

    def __init__(self, sentence: str, suggestion: str = "") -> None:
        """Keep the sentence and the suggestion."""
        super().__init__(sentence)
        self.sentence = sentence
        self.suggestion = suggestion


@dataclass(frozen=True, slots=True)
class Value(ABC):
    """The base of all values: frozen, hashable, equal where written alike in canonical form."""

    @property
    @abstractmethod
    def measurable(self) -> bool:
        """Whether the set is known: no figure is withheld, and nothing is left to be agreed.

        The laws of the algebra hold for measurable values.
        """

    @property
    @abstractmethod
    def stance(self) -> Stance:
        """What it says as a whole: names outcomes, refuses, leaves them to be agreed."""

    @property
    def wanted(self) -> tuple[str, ...]:
        """The ids of the options or items that it asks for by name, in the issue's order.

        Empty where it names figures, words, or a stretch of a ladder (`at least b`).
        """
        return ()

    @property
    def rejected(self) -> tuple[str, ...]:
        """The ids of the options or items that it refuses by name, in the issue's order."""
        return ()

    @property
    def either(self) -> bool:
        """Whether any one of those wanted will do; else all are wanted together."""
        return False

    @property
    def single(self) -> bool:
        """Whether it is one figure or one option alone, which says nothing of those beside it."""
        return False

    @property
    def worded(self) -> bool:
        """Whether it is words of a text, of which people must judge what they mean."""
        return False

    @property
    def names_all(self) -> bool:
        """Whether it names all that there is, so that no count tells whether that was reached."""
        return False


V = TypeVar("V", bound=Value)


class Kind(ABC, Generic[V]):
    """A kind of value; what it says nothing of has nothing, as most kinds have.

    Attributes:
        name: The word that an issue writes as its `kind`.
        needs: The fields of an issue that this kind cannot do without (`options`, `items`,
            `unit`, `between`, `ends`).
        takes: The fields that it may have beside those (`unit`, `limit`, `ordered`).
        keys: The keys of its values that are mappings; empty where it has none. They tell a
            value in its short form from a position in its long form.
        rising: What is done by a greater figure in the place of another, and by a smaller one:
            `("raised its figure", "lowered its figure")`; empty where nobody would call it so.
        dated: Whether its values are days, of which none is less or more than another.
    """

    name: str
    needs: frozenset[str] = frozenset()
    takes: frozenset[str] = frozenset()
    keys: frozenset[str] = frozenset()
    rising: tuple[str, str] = ("", "")
    dated: bool = False

    @abstractmethod
    def forms(self, frame: Frame) -> tuple[str, ...]:
        """Return examples of what can be written, as messages show them."""

    @abstractmethod
    def parse(self, data: object, frame: Frame) -> V:
        """Return the value that the plain data (text, list, mapping) states.

        Raises:
            Unreadable: The data is none of the forms; the sentence says why.
        """

    @abstractmethod
    def plain(self, value: V, frame: Frame) -> object:
        """Return the canonical plain data: `parse(plain(v)) == v`, and YAML reads it unquoted."""

    @abstractmethod
    def show(self, value: V, frame: Frame) -> str:
        """Return the value as a reader sees it, titles in the place of ids."""

    @abstractmethod
    def in_prose(self, value: V, frame: Frame, *, bare: bool = False) -> str:
        """Return the value as a sentence says it, without what a party does with it.

        Such as `at least 30 days`, `USD 5,500`, `46%`, `20-30 June 2025`, `by the end of 2030`,
        `monitors of the UN or of the OSCE`. Titles of options and items are those of the frame, so
        that a frame whose titles are noun phrases gives noun phrases.

        Args:
            value: The value.
            frame: What its issue says of it.
            bare: Whether the unit is left out, where something else in the sentence says it.
        """

    def directions(self, value: V, frame: Frame) -> tuple[tuple[str, str], ...]:
        """Return what each of the two sides gives, in prose, of each alternative of an exchange.

        Such as `("1,000 prisoners", "none")`. Empty for whatever does not go both ways.
        """
        return ()

    @abstractmethod
    def relate(self, a: V, b: V, frame: Frame) -> Relation:
        """Return the relation of A's outcomes to B's."""

    @abstractmethod
    def meet(self, values: Sequence[V], frame: Frame) -> bool | None:
        """Return whether one outcome is admitted by all; None where it cannot be told."""

    @abstractmethod
    def distance(self, a: V, b: V, frame: Frame) -> Distance | None:
        """Return how far the two sets are apart, or None where there is no measure."""

    @abstractmethod
    def differences(self, a: V, b: V, distance: Distance | None) -> tuple[Difference, ...]:
        """Return each way in which two values differ that are not the same.

        Args:
            a: One value.
            b: The other.
            distance: How far apart they are, as `distance` says of two that do not meet.
        """

    @abstractmethod
    def threshold(self, data: object, frame: Frame) -> Distance:
        """Return up to which distance an issue counts positions as near, greater than zero.

        Raises:
            Unreadable: The data is no exact figure in the kind's measure, or there is no measure.
        """

    def legend(self, frame: Frame) -> str:
        """Return a sentence without which a value alone says little; empty where none is needed."""
        return ""

    def headline(self, value: V, frame: Frame) -> str | None:
        """Return the bare figure that a headline would print, without comparator; None if none.

        Two values with the same headline and another meaning are what press summaries confuse.
        """
        return None

    def rises(self, a: V, b: V, frame: Frame) -> bool | None:
        """Return whether B is the greater of two figures or ranges, so that A was raised to it.

        Of ranges both ends have to be greater. None where an end is open, or where nobody would
        call it raised.
        """
        return None

    def excess(self, counted: V, agreed: V, frame: Frame) -> tuple[str, ...]:
        """Return how a count is beside what was agreed, for each direction in which things go.

        Such as `57 more than agreed`, `as agreed`; an empty text where that cannot be told, and
        nothing at all where the kind counts nothing.
        """
        return ()

    def open_side(self, value: V, frame: Frame) -> str:
        """Return the one way in which the value has no end, or an empty text.

        The way completes "the positions are open …": `upward`, `downward`, `toward later days`.
        """
        return ""

    def lines(self, frame: Frame) -> tuple[str, ...]:
        """Return the heading of each line on which values are drawn, empty for one without.

        A kind that cannot be drawn has no line.
        """
        return ()

    def counts(self, frame: Frame) -> str:
        """Return what the points of a line count: `days`, `prisoners`; nothing for most."""
        return frame.unit
