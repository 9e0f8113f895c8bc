"""What the tables of the kinds' tests share: values are written, words are read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from positions.values import KINDS, Relation, Side, Unreadable

if TYPE_CHECKING:
    from positions.values import Difference, Frame, Kind, Value

__all__ = [
    "differences",
    "differences_of",
    "distance",
    "distance_in_prose",
    "in_prose",
    "plain",
    "refused",
    "relation",
    "shown",
]


def plain(kind: str, data: object, frame: Frame) -> object:
    return KINDS[kind].plain(KINDS[kind].parse(data, frame), frame)


def shown(kind: str, data: object, frame: Frame) -> str:
    return KINDS[kind].show(KINDS[kind].parse(data, frame), frame)


def refused(kind: str, data: object, frame: Frame) -> str:
    """Return what is said about data that cannot be read, the suggestion after the sentence."""
    with pytest.raises(Unreadable) as fault:
        KINDS[kind].parse(data, frame)
    return f"{fault.value.sentence} {fault.value.suggestion}".strip()


def _two(kind: str, a: object, b: object, frame: Frame) -> tuple[Any, Any]:
    return KINDS[kind].parse(a, frame), KINDS[kind].parse(b, frame)


def relation(kind: str, a: object, b: object, frame: Frame) -> str:
    return KINDS[kind].relate(*_two(kind, a, b, frame), frame).value


def distance(kind: str, a: object, b: object, frame: Frame) -> str | None:
    found = KINDS[kind].distance(*_two(kind, a, b, frame), frame)
    return None if found is None else found.text


def differences_of(kind: Kind[Any], a: Value, b: Value, frame: Frame) -> tuple[Difference, ...]:
    """Return how two values differ; nothing where they are the same."""
    relation = kind.relate(a, b, frame)
    if relation is Relation.SAME:
        return ()
    apart = kind.distance(a, b, frame) if relation is Relation.APART else None
    return kind.differences(a, b, apart)


def differences(kind: str, a: object, b: object, frame: Frame) -> list[str]:
    """Return the differences as `type: distance`, whose it is where the sides differ in it."""
    found = differences_of(KINDS[kind], *_two(kind, a, b, frame), frame)
    return [
        " ".join(
            (
                f"{one.type}",
                *(["of the second"] if one.of is Side.SECOND else []),
                *([] if one.excluded else ["perhaps"]),
                *([f"by {one.distance.text}"] if one.distance else []),
            )
        )
        for one in found
    ]


def in_prose(kind: str, data: object, frame: Frame) -> str:
    return KINDS[kind].in_prose(KINDS[kind].parse(data, frame), frame)


def distance_in_prose(kind: str, a: object, b: object, frame: Frame) -> str | None:
    found = KINDS[kind].distance(*_two(kind, a, b, frame), frame)
    return None if found is None else found.prose
