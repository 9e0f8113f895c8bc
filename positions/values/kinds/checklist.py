"""Checklists: items demanded, refused, or not addressed.

`[a, b]` demands both and is silent on the rest, `none` refuses all, `{only: [a, b]}` refuses the
rest, `{demand: [a], refuse: [c]}` says each. A value admits every package that has what it
demands and lacks what it refuses. `unspecified` is a package that is not given; as no list admits
all packages, and each admits some, it is unknown against every list. To refuse all items is to
refuse each of them, so `none` has a distance here: the items that the other demands.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from positions.text.english import listed
from positions.text.likeness import nearest
from positions.values.kind import (
    Difference,
    Distance,
    GapType,
    Kind,
    Relation,
    Side,
    Stance,
    Unreadable,
    Value,
)
from positions.values.open_words import Unsaid, unsaid_in
from positions.values.parsing import bare, folded, named_in, quoted, shape_of
from positions.values.refusals import of_any
from positions.values.thresholds import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from positions.values.kind import Frame

__all__ = ["CHECKLIST", "Checklist", "Items"]

_KEYS = ("demand", "refuse", "only")


@dataclass(frozen=True, slots=True)
class Items(Value):
    """What is demanded and what is refused of an issue's items.

    Attributes:
        demanded: Ids, in the issue's order.
        refused: Ids, in the issue's order, none of them demanded.
        unsaid: What is said in the place of items; nothing is named then.
    """

    demanded: tuple[str, ...]
    refused: tuple[str, ...]
    unsaid: Unsaid | None = None

    @property
    def measurable(self) -> bool:
        """Whether items are named."""
        return self.unsaid is None

    @property
    def stance(self) -> Stance:
        """What is said in the place of items, that it only refuses, or that some are demanded."""
        if self.unsaid:
            return Stance(self.unsaid.value)
        return Stance.NAMED if self.demanded else Stance.REFUSED

    @property
    def wanted(self) -> tuple[str, ...]:
        """The ids of the items that are demanded, all of them together."""
        return self.demanded

    @property
    def rejected(self) -> tuple[str, ...]:
        """The ids of the items that are refused."""
        return self.refused


class Checklist(Kind[Items]):
    """The kind `checklist`."""

    name = "checklist"
    needs = frozenset({"items"})
    keys = frozenset(_KEYS)

    def forms(self, frame: Frame) -> tuple[str, ...]:
        """Return examples, made of the issue's own items; see `Kind`."""
        a, b = (*frame.items, "a", "b")[:2] if len(frame.items) > 1 else ("a", "b")
        return (f"[{a}, {b}]", "none", f"{{only: [{a}]}}", f"{{demand: [{a}], refuse: [{b}]}}")

    def parse(self, data: object, frame: Frame) -> Items:
        """Return what the list, mapping or single id demands and refuses; see `Kind`."""
        everything = tuple(frame.items)
        if isinstance(data, str):
            word = bare(data[:200])
            if word not in frame.items:
                lowered, unsaid = word.lower(), unsaid_in(word)
                if unsaid:
                    return Items((), (), unsaid)
                if lowered == "none":
                    return Items((), everything)
                if lowered == "all":
                    return Items(everything, ())
            return Items((_item(word, frame),), ())
        if isinstance(data, list | tuple):
            return Items(_items(data, frame), ())
        if isinstance(data, Mapping) and data:
            return _from_mapping(data, frame)
        raise Unreadable(f"A checklist is a list of items, and this is {shape_of(data)}.")

    def plain(self, value: Items, frame: Frame) -> object:
        """Return a list, a mapping or `none`; see `Kind`."""
        if value.unsaid:
            return value.unsaid
        if not value.refused:
            return list(value.demanded)
        if _refuses_all(value, frame):
            return "none"
        if len(value.demanded) + len(value.refused) == len(frame.items):
            return {"only": list(value.demanded)}
        parts = {"demand": list(value.demanded), "refuse": list(value.refused)}
        return {key: items for key, items in parts.items() if items}

    def show(self, value: Items, frame: Frame) -> str:
        """Return the items' titles in words; see `Kind`."""
        if value.unsaid:
            return value.unsaid
        demanded, refused = _titles(value.demanded, frame), _titles(value.refused, frame)
        if not value.refused:
            return demanded
        if _refuses_all(value, frame):
            return "none"
        if not value.demanded:
            return f"not: {refused}"
        if len(value.demanded) + len(value.refused) == len(frame.items):
            return f"only: {demanded}"
        return f"{demanded}; not: {refused}"

    def in_prose(self, value: Items, frame: Frame, *, bare: bool = False) -> str:
        """Return the items' titles as a list in a sentence, what is refused last; see `Kind`."""
        if value.unsaid:
            return value.unsaid
        if _refuses_all(value, frame):
            return "none"
        demanded = listed([frame.items[item] for item in value.demanded])
        refused = listed([frame.items[item] for item in value.refused], "or")
        if not value.refused:
            return demanded
        if not value.demanded:
            return f"not {refused}"
        if len(value.demanded) + len(value.refused) == len(frame.items):
            return f"{demanded} only"
        return f"{demanded}, but not {refused}"

    def relate(self, a: Items, b: Items, frame: Frame) -> Relation:
        """Return the relation of the packages that A admits to those that B admits; see `Kind`."""
        if a.unsaid or b.unsaid:
            return Relation.UNKNOWN
        if a == b:
            return Relation.SAME
        if _contradicted(a, b):
            return Relation.APART
        if _asks_no_more(b, a):
            return Relation.WITHIN
        return Relation.CONTAINS if _asks_no_more(a, b) else Relation.OVERLAPS

    def meet(self, values: Sequence[Items], frame: Frame) -> bool | None:
        """Return whether all admit one package; see `Kind`."""
        demanded = {item for value in values for item in value.demanded}
        if any(item in demanded for value in values for item in value.refused):
            return False
        unsaid = [value.unsaid for value in values if value.unsaid]
        return None if unsaid and (len(values) > 1 or Unsaid.TO_BE_AGREED in unsaid) else True

    def distance(self, a: Items, b: Items, frame: Frame) -> Distance | None:
        """Return the number of items that one demands and the other refuses; see `Kind`."""
        if a.unsaid or b.unsaid:
            return None
        count = len(_contradicted(a, b))
        return Distance(Fraction(count), _counted(count))

    def differences(self, a: Items, b: Items, distance: Distance | None) -> tuple[Difference, ...]:
        """Return what one demands and the other refuses, then what only one addresses.

        The former is of the type choice, as any item may be (a condition, a step, a good); the
        latter is a gap of presence. Who refuses all has not spoken of each, so none is named.
        """
        if a.unsaid or b.unsaid:
            return (Difference(GapType.CHOICE),)
        pairs = ((Side.FIRST, a, b), (Side.SECOND, b, a))
        found: list[Difference] = []
        for side, one, other in pairs:
            count = len([item for item in one.demanded if item in other.refused])
            if count:
                distance = Distance(Fraction(count), _counted(count))
                found.append(Difference(GapType.CHOICE, distance, side))
        for side, one, other in pairs:
            if not {*one.demanded, *one.refused} <= {*other.demanded, *other.refused}:
                found.append(Difference(GapType.PRESENCE, of=side))
        return tuple(found)

    def threshold(self, data: object, frame: Frame) -> Distance:
        """Return the number of contested items up to which lists are near; see `Kind`."""
        return counted(data, "item")


def _refuses_all(value: Items, frame: Frame) -> bool:
    return not value.demanded and len(value.refused) == len(frame.items)


def _counted(count: int) -> str:
    return f"{count} item{'' if count == 1 else 's'}"


def _titles(items: Iterable[str], frame: Frame) -> str:
    return ", ".join(frame.items[item] for item in items)


def _contradicted(a: Items, b: Items) -> set[str]:
    return {*a.demanded} & {*b.refused} | {*b.demanded} & {*a.refused}


def _asks_no_more(a: Items, b: Items) -> bool:
    """Return whether all that A demands or refuses, B does too."""
    return {*a.demanded} <= {*b.demanded} and {*a.refused} <= {*b.refused}


def _from_mapping(data: Mapping[object, object], frame: Frame) -> Items:
    for key in data:
        if key not in _KEYS:
            word = key if isinstance(key, str) else ""
            raise Unreadable(
                f"A checklist has the keys `demand`, `refuse` or `only`, not {quoted(word)}.",
                nearest(word, _KEYS) or "Write `{demand: [a], refuse: [c]}`.",
            )
    if "only" in data:
        if len(data) > 1:
            raise Unreadable(
                "`only` refuses all other items, so nothing can stand beside it.",
                "Write `{only: [a, b]}`, or `demand` and `refuse`.",
            )
        demanded = _listed_items(data["only"], frame)
        return Items(demanded, tuple(item for item in frame.items if item not in demanded))
    demanded, refused = (
        _listed_items(data[key], frame) if key in data else () for key in ("demand", "refuse")
    )
    both = [item for item in demanded if item in refused]
    if both:
        raise Unreadable(
            f"{quoted(both[0])} is both demanded and refused.", "Remove it from one of the lists."
        )
    return Items(demanded, refused)


def _listed_items(data: object, frame: Frame) -> tuple[str, ...]:
    if isinstance(data, str):
        return (_item(bare(data[:200]), frame),)
    if isinstance(data, list | tuple):
        return _items(data, frame)
    raise Unreadable(
        f"Here a list of items is expected, and this is {shape_of(data)}.", "Write `[a, b]`."
    )


def _items(data: Sequence[object], frame: Frame) -> tuple[str, ...]:
    if not data:
        raise Unreadable(
            "The list is empty, which says neither that all are refused nor that all are open.",
            "Write `none` to refuse all items; leave the value out where nothing is recorded.",
        )
    named: set[str] = set()
    for word in data:
        if not isinstance(word, str):
            raise Unreadable(
                f"An item is named by its id, and this is {shape_of(word)}.", "Write `[a, b]`."
            )
        item = _item(bare(word[:200]), frame)
        if item in named:
            raise Unreadable(f"{quoted(item)} stands here twice.", "Remove one of the two.")
        named.add(item)
    return tuple(item for item in frame.items if item in named)


def _item(word: str, frame: Frame) -> str:
    item = named_in(word, frame.items)
    if item:
        return item
    if " or " in word:
        raise Unreadable(
            "A checklist has no `or`: its items are demanded together.",
            "Record the branches as `alternatives`, each with its own list.",
        )
    if "," in word or " and " in word:
        raise Unreadable(
            f"{quoted(word)} names several items in one text.", "Write them as a list: `[a, b]`."
        )
    reason = of_any(folded(word))
    if reason:
        raise Unreadable(f"{quoted(word)} {reason[0]}", reason[1])
    known = listed([f"`{item}`" for item in list(frame.items)[:8]])
    raise Unreadable(
        f"{quoted(word)} is not an item of this issue.",
        nearest(word, frame.items) or f"The items are {known}.",
    )


CHECKLIST = Checklist()
"""The kind `checklist`."""
