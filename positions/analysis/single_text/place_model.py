"""Holds the places of a single text that are not common, and how they changed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["NO_PLACES", "BurnDown", "OpenPlace", "PlaceKey", "PlaceKind", "Places"]


class PlaceKey(NamedTuple):
    """Which place it is.

    Attributes:
        name: `value`, `item a`, or the name of a term.
    """

    issue: str
    part: str
    name: str


class PlaceKind(StrEnum):
    """What makes a place not common."""

    WORDS = "words of some"
    """Some have words there, and the others none."""
    CHOICE = "choice"
    """There are two wordings or more, and none is known to exclude another."""
    ALTERNATIVE = "alternative"
    """There are wordings that exclude each other."""


@dataclass(frozen=True, slots=True)
class OpenPlace:
    """A place that is not common.

    Attributes:
        parties: Those who have words there.
        is_optional: Whether these are words under one of their options only.
    """

    key: PlaceKey
    number: str
    kind: PlaceKind
    parties: tuple[str, ...]
    is_optional: bool = False

    @property
    def article(self) -> int:
        """The number of its article."""
        return int(self.number.split(".", maxsplit=1)[0])


@dataclass(frozen=True, slots=True)
class Places:
    """The places of a text.

    Attributes:
        open: Those that are not common, in the order of the text.
        common: Those that are.
        settled: The issues and parts on which an outcome settles all.
    """

    open: tuple[OpenPlace, ...]
    common: tuple[PlaceKey, ...]
    settled: frozenset[tuple[str, str]] = frozenset()

    @property
    def by_kind(self) -> Mapping[PlaceKind, int]:
        """How many are not common, by kind."""
        return Counter(one.kind for one in self.open)

    @property
    def by_party(self) -> Mapping[str, int]:
        """How many have the words of one party alone, by its id."""
        alone = [
            one.parties[0]
            for one in self.open
            if one.kind is PlaceKind.WORDS and len(one.parties) == 1
        ]
        return Counter(alone)

    @property
    def optional(self) -> Mapping[str, int]:
        """How many of these are words under one of its options only, by the id of the party."""
        return Counter(
            one.parties[0]
            for one in self.open
            if one.is_optional and one.kind is PlaceKind.WORDS and len(one.parties) == 1
        )


NO_PLACES: Final = Places((), ())
"""A text in which nobody says anything."""


@dataclass(frozen=True, slots=True)
class BurnDown:
    """How the places that are not common changed between two texts.

    Attributes:
        before: How many there were.
        after: How many there are.
        closed: Those that became common.
        reopened: Those that were common, and no longer are.
        recorded: Those in which there were no words before, so that to record more is no step back.
        dropped: Those in which there are no words any more.
    """

    before: int
    after: int
    closed: tuple[PlaceKey, ...]
    reopened: tuple[PlaceKey, ...]
    recorded: tuple[PlaceKey, ...]
    dropped: tuple[PlaceKey, ...]
