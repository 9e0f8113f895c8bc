"""Finds who moved between two dossiers, how, and toward whom."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from positions.changes.detect import renames
from positions.comparison.camps import Match, Relations, overall
from positions.comparison.terms import term_differences
from positions.model.dossier import Blank, Dossier, Form
from positions.record.settle import record
from positions.values import Relation

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from positions.record.settle import Record, Standing
    from positions.values import Distance, Frame

__all__ = ["Direction", "Move", "MoveKind", "movements"]


class MoveKind(StrEnum):
    """What became of a party's position on a leaf."""

    WIDENED = "widened"
    NARROWED = "narrowed"
    SHIFTED = "shifted"
    DISCLOSED = "disclosed"
    FIRST_STATED = "first stated"
    STATED_AGAIN = "stated again"
    WITHDRAWN = "withdrawn"


class Direction(StrEnum):
    """Where a move went, seen from another party's position before it."""

    TOWARD = "toward"
    AWAY = "away"
    SIDEWAYS = "sideways"
    CANNOT_TELL = "cannot tell"


@dataclass(frozen=True, slots=True)
class Move:
    """A party's move on an issue, or on a part of it.

    Attributes:
        directions: Toward or away from each other party that spoke; nothing where the party
            itself spoke only before or only after.
        also_moved: The parties who moved on the same leaf in the same revision.
        before: Where it stood.
        after: Where it stands.
        gained: The distance to each party, before and after, where both have a measure.
    """

    party: str
    issue: str
    part: str
    kind: MoveKind
    directions: Mapping[str, Direction]
    also_moved: tuple[str, ...]
    before: Standing
    after: Standing
    gained: Mapping[str, tuple[Distance, Distance]]


@dataclass(frozen=True, slots=True)
class _Nearness:
    """How near two positions are: by relation, then by distance, then by terms in common."""

    relation: Relation
    distance: Distance | None
    terms: int

    @property
    def rank(self) -> int:
        order = (Relation.APART, Relation.OVERLAPS, Relation.WITHIN, Relation.SAME)
        return order.index(Relation.WITHIN if self.relation is Relation.CONTAINS else self.relation)


def movements(
    before: Dossier,
    after: Dossier,
    records: tuple[Record, Record] | None = None,
    *,
    leaving_out: AbstractSet[str] = frozenset(),
) -> tuple[Move, ...]:
    """Return every move between the records of two dossiers, each at its own day.

    A position that was changed in a document of the same party, form and date is a correction:
    the record was wrong, and nobody moved.

    Args:
        before: The dossier as it was.
        after: The dossier as it is.
        records: The records of both, where they are settled already.
        leaving_out: Issues on which nobody can have moved.
    """
    ids = {current: former for former, current in renames(before, after).items()}
    # Both records are lined up in one frame: options that either side declares exist for both.
    common = replace(after, frames=dict(_frames(before, after, ids)))
    old, new = records or (record(before), record(after))
    leaves: dict[tuple[str, str], list[tuple[str, Standing, Standing]]] = {}
    for (party, issue, part), standing in new.standings.items():
        if issue in leaving_out:
            continue
        earlier = old.standings.get((party, ids.get(issue, issue), part))
        was = earlier or replace(standing, entry=None, blank=Blank.UNCODED, history=())
        if _moved(was, standing):
            leaves.setdefault((issue, part), []).append((party, was, standing))
    return tuple(
        move
        for (issue, part), moved in leaves.items()
        for move in _on_leaf(common, old, (ids.get(issue, issue), issue, part), new, moved)
    )


def _frames(
    before: Dossier, after: Dossier, ids: Mapping[str, str]
) -> Iterator[tuple[tuple[str, str], Frame]]:
    for (issue, part), frame in after.frames.items():
        earlier = before.frames.get((ids.get(issue, issue), part))
        if earlier is None or earlier == frame:
            yield (issue, part), frame
        else:
            options = _both(earlier.options, frame.options)
            items = _both(earlier.items, frame.items)
            yield (issue, part), replace(frame, options=options, items=items)


def _both(earlier: Mapping[str, str], later: Mapping[str, str]) -> dict[str, str]:
    """Return the options of both, each of the earlier ones behind the one that it stood behind."""
    order = list(later)
    behind = 0
    for option in earlier:
        if option in later:
            behind = order.index(option) + 1
        else:
            order.insert(behind, option)
            behind += 1
    return {option: later.get(option, earlier.get(option, "")) for option in order}


def _moved(was: Standing, standing: Standing) -> bool:
    if not (was.speaks and standing.speaks) or was.entry is None or standing.entry is None:
        return was.speaks or standing.speaks
    said = was.entry.position.substance() != standing.entry.position.substance()
    one, other = was.entry.document, standing.entry.document
    corrected = (one.id, one.date, one.form) == (other.id, other.date, other.form)
    return said and not corrected


def _on_leaf(
    dossier: Dossier,
    old: Record,
    leaf: tuple[str, str, str],
    new: Record,
    moved: list[tuple[str, Standing, Standing]],
) -> Iterator[Move]:
    former, issue, part = leaf
    movers = {party for party, _, _ in moved}
    for party, was, standing in moved:
        directions: dict[str, Direction] = {}
        gained: dict[str, tuple[Distance, Distance]] = {}
        for other in dossier.parties if was.speaks and standing.speaks else ():
            # One that did not move stands where it did, and has a word on what is declared since.
            earlier = old.standings.get((other, former, part)) if other in movers else None
            facing = earlier if earlier and earlier.speaks else new.standing(other, issue, part)
            counts = dossier.parties[other].role.counts
            if other == party or not counts or not facing.speaks:
                continue
            ends = tuple(_nearness(dossier, issue, part, one, facing) for one in (was, standing))
            if all(len(each.branches) == 1 for each in (was, standing, facing)):
                directions[other] = _direction(ends[0], ends[1])
            else:
                directions[other] = _under_every_branch(dossier, issue, part, was, standing, facing)
            told = directions[other] is not Direction.CANNOT_TELL
            if told and ends[0].distance and ends[1].distance:
                gained[other] = ends[0].distance, ends[1].distance
        yield Move(
            party,
            issue,
            part,
            _kind(dossier, issue, part, was, standing),
            directions,
            tuple(other for other, _, _ in moved if other != party),
            was,
            standing,
            gained,
        )


def _kind(dossier: Dossier, issue: str, part: str, was: Standing, standing: Standing) -> MoveKind:
    if not standing.speaks:
        return MoveKind.WITHDRAWN
    if not was.speaks:
        if was.blank in {Blank.UNDISCLOSED, Blank.DECLINED}:
            return MoveKind.DISCLOSED
        return MoveKind.STATED_AGAIN if _spoke_once(was) else MoveKind.FIRST_STATED
    relation = _nearness(dossier, issue, part, was, standing).relation
    if relation is Relation.SAME:
        relation = _conditions(was, standing)
    return {Relation.WITHIN: MoveKind.WIDENED, Relation.CONTAINS: MoveKind.NARROWED}.get(
        relation, MoveKind.SHIFTED
    )


def _spoke_once(standing: Standing) -> bool:
    """Return whether a party that says nothing had words of its own, which a later text closed."""
    return any(
        entry.document.form is not Form.REPORT and entry.position.unstated is None
        for entry in standing.history
    )


def _conditions(was: Standing, standing: Standing) -> Relation:
    """Return how the conditions of the same value changed: fewer of them admit more."""
    one, other = (set(each.position.conditions or ()) for each in (was, standing))
    if one > other:
        return Relation.WITHIN
    return Relation.CONTAINS if one < other else Relation.SAME


def _nearness(dossier: Dossier, issue: str, part: str, one: Standing, other: Standing) -> _Nearness:
    found = Match(dossier, dossier.issues[issue], part, {"one": one, "other": other}, Relations())
    if len(found.camps) == 1:
        return _Nearness(Relation.SAME, None, 0)
    pairs = found.pairs()["one", "other"]
    relation = overall([pair.relation for pair in pairs])
    measured = [pair.distance for pair in pairs if pair.distance]
    distance = min(measured, key=lambda each: each.figure) if len(measured) == len(pairs) else None
    terms = min(
        len(term_differences(dossier, position, facing))
        for _, position in one.branches
        for _, facing in other.branches
    )
    return _Nearness(relation, distance, terms)


def _under_every_branch(
    dossier: Dossier, issue: str, part: str, was: Standing, standing: Standing, facing: Standing
) -> Direction:
    """Return the direction that all branches share; those that stay as near do not count.

    Branches under the same labels before and after are compared label by label, otherwise each
    with each. Where one came nearer and another went away, or one is blank, it cannot be told.
    """
    blanks = [branch.unstated for each in (was, standing, facing) for _, branch in each.branches]
    if any(blanks):
        return Direction.CANNOT_TELL
    found: set[Direction] = set()
    for other in _apart_by_branch(facing).values():
        before, after = (
            {
                label: _nearness(dossier, issue, part, one, other)
                for label, one in _apart_by_branch(each).items()
            }
            for each in (was, standing)
        )
        kept = before.keys() == after.keys()
        found |= {
            _direction(one, end)
            for label, one in before.items()
            for now, end in after.items()
            if label == now or not kept
        }
    found.discard(Direction.SIDEWAYS)
    if len(found) > 1:
        return Direction.CANNOT_TELL
    return found.pop() if found else Direction.SIDEWAYS


def _apart_by_branch(standing: Standing) -> dict[str, Standing]:
    """Return a standing for each branch of a position, as if it were the only one."""
    entry = standing.entry
    if entry is None or not entry.position.alternatives:
        return {"": standing}
    return {
        label: replace(standing, entry=replace(entry, position=branch))
        for label, branch in standing.branches
    }


def _direction(was: _Nearness, now: _Nearness) -> Direction:
    """Return the direction from one nearness to another.

    A relation that came closer decides, else the distance, else the terms: taking over the other
    side's condition is toward it.
    """
    if Relation.UNKNOWN in {was.relation, now.relation}:
        return Direction.CANNOT_TELL
    if was.rank != now.rank:
        return Direction.TOWARD if now.rank > was.rank else Direction.AWAY
    if bool(was.distance) is not bool(now.distance):
        # As from a refusal to a figure: the one has no measure.
        return Direction.CANNOT_TELL
    if was.distance and now.distance and was.distance.figure != now.distance.figure:
        closer = now.distance.figure < was.distance.figure
        return Direction.TOWARD if closer else Direction.AWAY
    if was.terms != now.terms:
        return Direction.TOWARD if now.terms < was.terms else Direction.AWAY
    return Direction.SIDEWAYS
