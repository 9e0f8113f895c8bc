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
from typing import TYPE_CHECKING, TypeVar

from positions.sentences.glossary import Glossary
from positions.sequence.graph import build, contradictory
from positions.sequence.oppositions import StepReach, opposed
from positions.sequence.paths import cheapest_path, shortest_loop
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
    from positions.sequence.graph import Graph
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
    "order_steps",
]


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
        loops: One for each set of steps that wait for one another, over the orders of all parties.
        options: The options that are fixed, by the id of their party.
    """

    as_of: Moment
    parties: tuple[PartyOrder, ...]
    steps: tuple[Step, ...]
    wholes: Mapping[Step, tuple[Step, ...]]
    conflicts: tuple[Conflict, ...]
    loops: tuple[Loop, ...]
    options: Mapping[str, tuple[Option, ...]] = field(default_factory=dict)

    @property
    def contradictions(self) -> tuple[Loop, ...]:
        """Every loop of one party's own orders."""
        return tuple(loop for party in self.parties for loop in party.contradictions)


def order_steps(dossier: Dossier, record: Record) -> Sequencing:
    """Return the orders of steps of a record, and where they block each other."""
    found = _ConflictFinder(dossier, stated_orders(dossier, record)).found(record.as_of)
    return replace(found, options=record.options)


_Found = TypeVar("_Found", Conflict, Loop)


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
        by_party: dict[str, list[StatedOrder]] = {}
        for order in orders:
            by_party.setdefault(order.party, []).append(order)
        self.orders = {
            party: tuple(
                replace(one, sentence=stated_in_words(self.words, one))
                for one in settled(found, self._graph)
            )
            for party, found in by_party.items()
        }
        self.always = {
            party: [order for order in found if order.branch is None]
            for party, found in self.orders.items()
        }
        self.reaches = {
            party: StepReach(self._graph(found)) for party, found in self.always.items()
        }
        self.counted = {party.id for party in dossier.parties.values() if party.role.counts}

    def found(self, as_of: Moment) -> Sequencing:
        """Return all that is found."""
        conflicts = list(self._conflicts(self.reaches))
        loops = list(self._loops(self._merged()))
        own = {party: list(self._loops(one.graph)) for party, one in self.reaches.items()}
        for branch in self._branches():
            graph = self._graph([*self.always[branch.party], *self._under(branch)])
            counts = branch.party in self.counted
            merged = self._merged(branch) if counts else graph
            if not _matters(branch, merged):
                continue
            own[branch.party] += _only_under(branch, self._loops(graph))
            if counts:
                reaches = {**self.reaches, branch.party: StepReach(graph)}
                conflicts += _only_under(branch, self._conflicts(reaches, branch.party))
                loops += _only_under(branch, self._loops(merged))
        parties = tuple(
            PartyOrder(
                party,
                self.orders.get(party, ()),
                party in self.dossier.unreadable,
                tuple(own.get(party, ())),
            )
            for party in self.dossier.parties
        )
        return Sequencing(
            as_of, parties, tuple(self.steps), self.wholes, tuple(conflicts), tuple(loops)
        )

    def _graph(self, orders: Iterable[StatedOrder]) -> Graph:
        return build(orders, self.numbers, self.members)

    def _merged(self, branch: Branch | None = None) -> Graph:
        """Return the orders of all parties as one graph, those under a branch among them."""
        more = self._under(branch) if branch else []
        always = [
            one for party, found in self.always.items() if party in self.counted for one in found
        ]
        return self._graph([*always, *more])

    def _branches(self) -> tuple[Branch, ...]:
        found = (order.branch for orders in self.orders.values() for order in orders)
        return tuple(dict.fromkeys(branch for branch in found if branch))

    def _under(self, branch: Branch) -> list[StatedOrder]:
        return [order for order in self.orders[branch.party] if order.branch == branch]

    def _conflicts(self, reaches: Mapping[str, StepReach], changed: str = "") -> Iterator[Conflict]:
        """Yield the conflicts of every two parties; of every two with the one that is changed."""
        seen = set()
        stating = [party for party in self.dossier.parties if party in reaches]
        pairs = combinations([party for party in stating if party in self.counted], 2)
        for first, second in pairs:
            if changed and changed not in {first, second}:
                continue
            sides = (first, reaches[first]), (second, reaches[second])
            found = [
                self._conflict(*sides, before, after)
                for before, after in opposed(reaches[first], reaches[second])
            ]
            found.sort(key=_inferred)
            for conflict in found:
                key = _as_stated(conflict.orders)
                if key not in seen:
                    seen.add(key)
                    yield conflict

    def _conflict(
        self, first: tuple[str, StepReach], second: tuple[str, StepReach], before: int, after: int
    ) -> Conflict:
        orders = []
        for (_, party), (start, end) in ((first, (before, after)), (second, (after, before))):
            strict = bool(party.after[start] >> end & 1)
            path = cheapest_path(party.graph, start, end, strict=strict)
            orders.append(self._told(path[1] if path else ()))
        return Conflict(
            first[0],
            second[0],
            self.steps[before],
            self.steps[after],
            orders[0],
            orders[1],
            orders_in_words(self.words, (*orders[0], *orders[1])),
        )

    def _loops(self, graph: Graph) -> Iterator[Loop]:
        for component in contradictory(graph):
            orders = _turned(self._told(shortest_loop(graph, component)))
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


def _turned(orders: tuple[StepOrder, ...]) -> tuple[StepOrder, ...]:
    """Return a loop's orders so that those of one party stand together as far as they can."""
    for at, order in enumerate(orders):
        if order.party != orders[at - 1].party:
            return (*orders[at:], *orders[:at])
    return orders


def _matters(branch: Branch, graph: Graph) -> bool:
    """Return whether a branch is on a loop, as it is in all that is found under it."""
    return any(
        node >= graph.steps and graph.orders[node].branch == branch
        for component in contradictory(graph)
        for node in component
    )


def _only_under(branch: Branch, found: Iterable[_Found]) -> Iterator[_Found]:
    """Yield the findings that hold only under a branch, marked so."""
    for one in found:
        if any(order.stated.branch == branch for order in one.orders):
            yield replace(one, under=branch)
