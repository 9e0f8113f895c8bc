"""The order of steps that each party asks for, and where these orders block each other.

Each party's orders make a partial order; that of all parties together may go round in a circle.
Found are every pair of steps that two parties order oppositely, every loop of the orders of all,
and every loop of one party's own: a paper that contradicts itself. What follows from a pair that
is found is not listed again. Nothing here depends on the order in which parties are listed.

Only parties count, as everywhere: what a mediator, an observer or a text that belongs to nobody
orders is shown, and where it contradicts itself that is told, but it is opposed to no party's order
and on no loop of the parties. Nobody has asked for it in that order.

Newer words of a party come before its older ones, and its own before reports: where they leave no
room, the place that a step has in the lesser order gives way (`StatedOrder.yields`).

An order that is stated under one of several branches is tried with all that holds in any case, one
branch at a time; what comes of it is found under that branch.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import combinations
from typing import TYPE_CHECKING, Final, TypeVar

from positions.problems.errors import GivenUp
from positions.sentences.glossary import Glossary
from positions.sequence.links import Links, bits_of, contradictory
from positions.sequence.oppositions import StepReach, opposed
from positions.sequence.paths import Paths
from positions.sequence.precedence import settled
from positions.sequence.sentences import (
    loop_in_words,
    order_in_words,
    orders_in_words,
    stated_in_words,
)
from positions.sequence.stated_orders import (
    OrderPlace,
    StatedOrder,
    Step,
    StepOrder,
    Timing,
    stated_orders,
    wholes_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from positions.model.dossier import Dossier, Option
    from positions.model.moment import Moment
    from positions.record.settle import Record
    from positions.sequence.paths import Hop
    from positions.sequence.stated_orders import Branch

__all__ = [
    "Conflict",
    "Loop",
    "OrderPlace",
    "PartyOrder",
    "Sequencing",
    "StatedOrder",
    "Step",
    "StepOrder",
    "Timing",
    "TooManyOrders",
    "order_steps",
]

MOST_STEPS: Final = 2_000
"""From how many steps on orders are shown and not compared: the work grows faster than they do."""

MOST_WORK: Final = 1_000_000
"""How many places in orders are gone through, again for each branch and for newer words, before
it is given up: some seconds."""

MOST_ORDERS: Final = 1_000
"""How many orders are told for pairs of steps in all; more pairs help nobody."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two steps that two parties order oppositely, or one of them together.

    Attributes:
        first_orders: Why `before` comes first for the first party: its orders, end to end.
        second_orders: Why it does not for the second.
        under: The branch under which they do; None where they do in any case.
        sentence: The same in words.
    """

    first: str
    second: str
    before: Step
    after: Step
    first_orders: tuple[StepOrder, ...]
    second_orders: tuple[StepOrder, ...]
    sentence: str
    under: Branch | None = None

    @property
    def orders(self) -> tuple[StepOrder, ...]:
        """Those of the first party, then those of the second: together they make a loop."""
        return (*self.first_orders, *self.second_orders)

    @property
    def together(self) -> str:
        """The party that puts the two steps at the same time, by its id; else an empty text."""
        sides = (self.first, self.first_orders), (self.second, self.second_orders)
        return next(
            (
                party
                for party, orders in sides
                if all(one.timing is Timing.TOGETHER for one in orders)
            ),
            "",
        )


@dataclass(frozen=True, slots=True)
class Loop:
    """Orders that lead from a step back to it.

    Attributes:
        orders: Each begins with the step with which the one before it ends.
        under: The branch under which they do; None where they do in any case.
        sentence: The same in words.
    """

    orders: tuple[StepOrder, ...]
    sentence: str
    under: Branch | None = None

    @property
    def parties(self) -> tuple[str, ...]:
        """The parties whose orders make the loop, each once."""
        return tuple(dict.fromkeys(order.party for order in self.orders))


@dataclass(frozen=True, slots=True)
class PartyOrder:
    """The orders of one party that count.

    Attributes:
        unread: Whether a document could not be read, so that its order is not known.
        contradictions: Loops of its own orders.
    """

    party: str
    orders: tuple[StatedOrder, ...]
    unread: bool = False
    contradictions: tuple[Loop, ...] = ()


@dataclass(frozen=True, slots=True)
class Sequencing:
    """The order of steps of every party, and where these orders block each other.

    Attributes:
        steps: Every step that someone orders, events first, as the dossier lists them.
        wholes: For each step that is part of others, these.
        conflicts: By the two parties.
        parties: The orders of every column, with those that count in no conflict.
        loops: One for each set of steps that wait for one another, over the orders of all parties;
            not where two opposite orders alone make it, for these are a conflict.
        options: The options that are fixed, by the id of their party.
        more: Whether there are more conflicts than are told, by `MOST_ORDERS`.
        too_many: Whether there is more than can be compared, by `MOST_STEPS` and `MOST_WORK`: the
            orders are those stated, and not all is found that may be.
    """

    as_of: Moment
    parties: tuple[PartyOrder, ...]
    steps: tuple[Step, ...]
    wholes: Mapping[Step, tuple[Step, ...]]
    conflicts: tuple[Conflict, ...]
    loops: tuple[Loop, ...]
    options: Mapping[str, tuple[Option, ...]] = field(default_factory=dict)
    more: bool = False
    too_many: bool = False

    @property
    def contradictions(self) -> tuple[Loop, ...]:
        """Every loop of one party's own orders."""
        return tuple(loop for party in self.parties for loop in party.contradictions)


def order_steps(dossier: Dossier, record: Record) -> Sequencing:
    """Return the orders of steps of a record, and where they block each other."""
    found = _ConflictFinder(dossier, stated_orders(dossier, record)).found(record.as_of)
    return replace(found, options=record.options)


class TooManyOrders(GivenUp):
    """There are more orders than can be compared in a reasonable time."""


_Found = TypeVar("_Found", Conflict, Loop)
_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


class _ConflictFinder:
    """Steps with their numbers, and the orders of each party, while findings are made."""

    def __init__(self, dossier: Dossier, orders: Sequence[StatedOrder]) -> None:
        self.dossier = dossier
        self.words = Glossary(dossier)
        places = {name: at for at, name in enumerate((*dossier.events, *dossier.issues))}
        named = {one: one for order in orders for group in order.steps for one in group}
        self.steps = sorted(
            named, key=lambda one: (places.get(one.name, len(places)), one.name, one.part)
        )
        self.numbers = {one: number for number, one in enumerate(self.steps)}
        self.wholes = {one: found for one in self.steps if (found := wholes_of(dossier, one))}
        self.members: dict[Step, list[Step]] = {}
        for one, wholes in self.wholes.items():
            for whole in wholes:
                self.members.setdefault(whole, []).append(one)
        self.orders: dict[str, list[StatedOrder]] = {}
        for order in orders:
            said = replace(order, sentence=stated_in_words(self.words, order))
            self.orders.setdefault(order.party, []).append(said)
        self.always: dict[str, list[StatedOrder]] = {}
        self.conflicts: list[Conflict] = []
        self.loops: list[Loop] = []
        self.own: dict[str, list[Loop]] = {}
        self.more = False
        self._room = MOST_ORDERS
        self._work = 0
        self.counted = {party.id for party in dossier.parties.values() if party.role.counts}

    def found(self, as_of: Moment) -> Sequencing:
        """Return all that is found."""
        too_many = len(self.steps) > MOST_STEPS
        try:
            if not too_many:
                self._find()
        except TooManyOrders:
            too_many = True
        parties = tuple(
            PartyOrder(
                party,
                tuple(self.orders.get(party, ())),
                party in self.dossier.unreadable,
                tuple(self.own.get(party, ())),
            )
            for party in self.dossier.parties
        )
        return Sequencing(
            as_of,
            parties,
            tuple(self.steps),
            self.wholes,
            tuple(self.conflicts),
            tuple(self.loops),
            more=self.more,
            too_many=too_many,
        )

    def _find(self) -> None:
        for party, orders in self.orders.items():
            self.orders[party] = list(settled(orders, self._links))
            self.always[party] = [one for one in self.orders[party] if one.branch is None]
        reaches = {party: self._reach(found) for party, found in self.always.items()}
        self.conflicts += self._conflicts(reaches)
        merged = self._reach(self._merged())
        self.loops += self._loops(merged.links)
        self.own = {party: list(self._loops(one.links)) for party, one in reaches.items()}
        for branch in self._branches():
            counts = branch.party in self.counted
            under = self._links(self._under(branch))
            if not _may_close(under, merged if counts else reaches[branch.party]):
                continue
            links = self._links([*self.always[branch.party], *under.orders])
            whole = self._links([*self._merged(), *under.orders]) if counts else links
            if not _closes(under, whole):
                continue
            self.own[branch.party] += _only_under(branch, self._loops(links))
            if counts:
                with_branch = {**reaches, branch.party: self._reach(links.orders)}
                found = self._conflicts(with_branch, branch.party)
                self.conflicts += _only_under(branch, found)
                self.loops += _only_under(branch, self._loops(whole))
        self.loops = _beyond(self.conflicts, self.loops)

    def _links(self, orders: Iterable[StatedOrder]) -> Links:
        """Return what some orders say.

        Raises:
            TooManyOrders: They have been gone through too often.
        """
        links = Links(orders, self.numbers, self.members)
        self._work += sum(len(group) for order in links.orders for group in order.steps)
        if self._work > MOST_WORK:
            raise TooManyOrders
        return links

    def _reach(self, orders: Iterable[StatedOrder]) -> StepReach:
        return StepReach(self._links(orders))

    def _paths(self, links: Links) -> Paths:
        return Paths(links, self._links(one for one in links.orders if not one.reported))

    def _merged(self) -> list[StatedOrder]:
        """Return the orders of all parties that count, which hold in any case."""
        return [one for party in self.always if party in self.counted for one in self.always[party]]

    def _branches(self) -> tuple[Branch, ...]:
        found = (order.branch for orders in self.orders.values() for order in orders)
        return tuple(dict.fromkeys(branch for branch in found if branch))

    def _under(self, branch: Branch) -> list[StatedOrder]:
        return [order for order in self.orders[branch.party] if order.branch == branch]

    def _conflicts(self, reaches: Mapping[str, StepReach], changed: str = "") -> list[Conflict]:
        """Return the conflicts of every two parties; of every two with the one that is changed."""
        stating = [party for party in self.dossier.parties if party in reaches]
        opposite = {
            (first, second): opposed(reaches[first], reaches[second])
            for first, second in combinations([one for one in stating if one in self.counted], 2)
            if changed in {"", first, second}
        }
        paths = {party: self._paths(one.links) for party, one in reaches.items()}
        found: dict[tuple[str, str], list[Conflict]] = {parties: [] for parties in opposite}
        for (first, second), (before, after) in _in_turn(opposite):
            if self._room <= 0:
                self.more = True
                break
            strict = bool(reaches[first].after[before] >> after & 1)
            mine = self._told(paths[first].cheapest(before, after, strict=strict))
            strict = bool(reaches[second].after[after] >> before & 1)
            yours = self._told(paths[second].cheapest(after, before, strict=strict))
            self._room -= len(mine) + len(yours)
            sentence = orders_in_words(self.words, (*mine, *yours))
            steps = self.steps[before], self.steps[after]
            found[first, second].append(Conflict(first, second, *steps, mine, yours, sentence))
        conflicts: dict[object, Conflict] = {}
        for parties in found.values():
            for conflict in sorted(parties, key=_inferred):
                conflicts.setdefault(_as_stated(conflict.orders), conflict)
        return list(conflicts.values())

    def _loops(self, links: Links) -> Iterator[Loop]:
        components = contradictory(links)
        paths = self._paths(links) if components else None
        for component in components if paths else ():
            orders = _turned(self._told(paths.shortest_loop(component) if paths else ()))
            yield Loop(orders, loop_in_words(self.words, orders))

    def _told(self, hops: Iterable[Hop]) -> tuple[StepOrder, ...]:
        found = (
            StepOrder(
                self.steps[hop.before],
                self.steps[hop.after],
                hop.stated_before,
                hop.stated_after,
                _timing(hop),
                hop.order,
            )
            for hop in hops
        )
        return tuple(replace(one, sentence=order_in_words(self.words, one)) for one in found)


def _in_turn(found: Mapping[_Key, Iterator[_Value]]) -> Iterator[tuple[_Key, _Value]]:
    """Yield what some iterators do, one of each in turn, so that none comes too late."""
    alive = dict(found)
    while alive:
        for key, values in list(alive.items()):
            value = next(values, None)
            if value is None:
                del alive[key]
            else:
                yield key, value


def _timing(hop: Hop) -> Timing:
    if hop.strict:
        return Timing.BEFORE
    return Timing.STARTS if hop.order.place is OrderPlace.STARTS else Timing.TOGETHER


def _inferred(conflict: Conflict) -> int:
    """Return how many steps of a conflict's orders are named by a whole of theirs."""
    return sum(
        (order.before != order.stated_before) + (order.after != order.stated_after)
        for order in conflict.orders
    )


def _as_stated(orders: Iterable[StepOrder]) -> tuple[tuple[str, str, str, Step, Step], ...]:
    """Return what is the same for orders that a document states in the same words."""
    return tuple(
        (one.party, one.document, one.timing, one.stated_before, one.stated_after) for one in orders
    )


def _beyond(conflicts: Iterable[Conflict], loops: Iterable[Loop]) -> list[Loop]:
    """Return the loops without those of which a conflict tells every order already."""
    told = [set(_as_stated(one.orders)) for one in conflicts]
    return [
        one for one in loops if not any(found.issuperset(_as_stated(one.orders)) for found in told)
    ]


def _turned(orders: tuple[StepOrder, ...]) -> tuple[StepOrder, ...]:
    """Return a loop's orders so that those of one party stand together as far as they can."""
    for at, order in enumerate(orders):
        if order.party != orders[at - 1].party:
            return (*orders[at:], *orders[:at])
    return orders


def _may_close(under: Links, always: StepReach) -> bool:
    """Return whether what holds in any case may lead back from orders under a branch to them."""
    before = sum(1 << step for step, ahead in enumerate(under.strict) if ahead)
    before |= sum(1 << step for step, ahead in enumerate(under.loose) if ahead)
    return any(
        always.later[step] & before
        for step in range(len(under.steps))
        if under.before[step] | under.beside[step]
    )


def _closes(under: Links, whole: Links) -> bool:
    """Return whether orders under a branch are on a loop, as they are in all found under it."""
    return any(
        (under.strict[step] | under.loose[step]) & component
        for component in contradictory(whole)
        for step in bits_of(component)
    )


def _only_under(branch: Branch, found: Iterable[_Found]) -> Iterator[_Found]:
    """Yield the findings that hold only under a branch, marked so."""
    for one in found:
        if any(order.stated.branch == branch for order in one.orders):
            yield replace(one, under=branch)
