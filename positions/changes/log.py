"""Finds what each revision of a dossier changed, and which last changed each position.

Revisions come one by one, the newest first, each before those that it was made from; a few dossiers
are held at a time. One that cannot be read is an entry of its own; the one after it is compared
with the last before it that can be read. Of a merge is told what is on none of its sides.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from positions.changes.beginning import nothing_of
from positions.changes.difference import difference, settled_difference
from positions.changes.settled import SettledDossier
from positions.loader import bound

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from positions.changes.model import DossierDifference, PositionChange
    from positions.git.history import Revision, RevisionStep
    from positions.loader import Loaded
    from positions.model.dossier import Dossier
    from positions.problems.problem import Problem

__all__ = [
    "Blamed",
    "RevisionEntry",
    "blame",
    "loaded_difference",
    "position_revisions",
    "revision_entries",
]


@dataclass(frozen=True, slots=True)
class RevisionEntry:
    """A revision and what it changed.

    Attributes:
        difference: What it changed; None where it cannot be read, and where the dossier begins or
            ends with it.
        compared: The short id of the revision that it is compared with, where that is not the
            one before it; otherwise empty.
        unread: The short ids of the revisions between the two that cannot be read; where `begun`
            is there, of all before it.
        begun: The dossier as it begins with this revision, or is first read in it; with one issue
            alone, where the entry is about that.
        issues: How many issues the whole of it has.
        problems: Why the revision cannot be read.
        gone: Whether the dossier is not there any more.
        joins: The short ids of the revisions that it joins, where it is a merge; what they
            changed is told of them.
    """

    revision: Revision
    difference: DossierDifference | None = None
    compared: str = ""
    unread: tuple[str, ...] = ()
    begun: Dossier | None = None
    issues: int = 0
    problems: tuple[Problem, ...] = ()
    gone: bool = False
    joins: tuple[str, ...] = ()

    @property
    def dossier(self) -> Dossier | None:
        """The dossier in this revision; None where it cannot be read, or is gone."""
        return self.difference.after if self.difference else self.begun

    @property
    def begins(self) -> bool:
        """Whether the dossier begins with this revision."""
        return self.begun is not None and not self.unread


@dataclass(frozen=True, slots=True)
class Blamed:
    """The revision that last changed a party's position on an issue in substance.

    Attributes:
        entry: The revision; None where the party never spoke.
        stances: What became of its position there, on one part or on several.
    """

    party: str
    entry: RevisionEntry | None
    stances: tuple[PositionChange, ...] = ()


def loaded_difference(
    before: Loaded, after: Loaded, *, in_order: bool | None = None
) -> DossierDifference:
    """Return what changed between two dossiers.

    Args:
        before: The dossier as it was; it may be its data alone.
        after: The dossier as it is; likewise.
        in_order: Whether the second was made after the first; None where that is not known.

    Raises:
        LookupError: One side has no dossier.
    """
    return _States().difference(before, after, in_order=in_order)


class _States:
    """The dossiers of the last few revisions, so that none is bound or settled twice."""

    def __init__(self) -> None:
        self._bound: list[tuple[Loaded, Loaded]] = []
        self._settled: list[SettledDossier] = []

    def bound(self, loaded: Loaded) -> Loaded:
        """Return a dossier with its problems, made of its data if need be."""
        if loaded.dossier is not None:
            return loaded
        for known, found in self._bound:
            if known is loaded:
                return found
        found = bound(loaded, checked=False)
        self._bound = [*self._bound[-_MOST_HELD:], (loaded, found)]
        return found

    def dossier(self, loaded: Loaded) -> Dossier:
        """Return a dossier.

        Raises:
            LookupError: There is none.
        """
        dossier = self.bound(loaded).dossier
        if dossier is None:
            message = "there is no dossier on one side"
            raise LookupError(message)
        return dossier

    def difference(
        self, before: Loaded, after: Loaded, *, in_order: bool | None = True
    ) -> DossierDifference:
        """Return what changed between two dossiers.

        Raises:
            LookupError: One side has no dossier.
        """
        return settled_difference(self._settle(before), self._settle(after), in_order=in_order)

    def _settle(self, loaded: Loaded) -> SettledDossier:
        dossier = self.dossier(loaded)
        for known in self._settled:
            if known.dossier is dossier:
                return known
        self._settled = [*self._settled[-_MOST_HELD:], SettledDossier(dossier)]
        return self._settled[-1]


_MOST_HELD = 3


def revision_entries(steps: Iterable[RevisionStep], issue: str = "") -> Iterator[RevisionEntry]:
    """Return what each revision changed, the newest first, whatever its class.

    Args:
        steps: The revisions, with the dossier before and after each; their data alone are enough.
        issue: The id of an issue, as it is in the newest revision; a renamed one is followed, and
            entries say only what became of it.
    """
    return (told.entry for told in _Teller(issue).told(steps))


@dataclass(slots=True)
class _Told:
    """An entry, which may still wait for a revision before it that can be read.

    Attributes:
        entry: What is told; of one that waits, the revision alone.
        target: The dossier in the revision.
        issue: The id that the issue has in it.
        sides: What is otherwise on each side that comes before, that of a merge too; None where
            that cannot be told.
        older: The revision that comes before, on each side; an empty text for none.
        waits: Whether the first of these is still to be compared with.
    """

    entry: RevisionEntry
    target: Loaded
    issue: str
    sides: tuple[DossierDifference | None, ...] = ()
    older: tuple[str, ...] = ()
    waits: bool = False

    @property
    def first(self) -> str:
        """The revision that comes before on the first side; an empty text for none."""
        return self.older[0] if self.older else ""


class _Teller:
    """Tells what each revision changed, those that are compared over unreadable ones too."""

    def __init__(self, issue: str) -> None:
        self._states = _States()
        self._issue = issue
        self._issues: dict[str, str] = {}
        self._queue: deque[_Told] = deque()

    def told(self, steps: Iterable[RevisionStep]) -> Iterator[_Told]:
        """Yield what is told of each revision, in their order."""
        for step in steps:
            for one in self._queue:
                if one.waits and one.first == step.revision.id:
                    self._compare(one, step)
            self._queue.append(self._begun(step))
            while self._queue and not self._queue[0].waits:
                yield self._queue.popleft()
        for one in self._queue:
            if one.waits:
                self._begin(one)
            yield one

    def _begun(self, step: RevisionStep) -> _Told:
        target = step.after.loaded
        issue = self._issues.pop(step.revision.id, self._issue)
        joins = tuple(older[:9] for older in step.older) if step.merged else ()
        one = _Told(RevisionEntry(step.revision, joins=joins), target, issue, older=step.older)
        if self._states.bound(target).dossier:
            others = [self._side(one, at, step) for at in range(1, len(step.merged) + 1)]
            one.sides = None, *others
            self._compare(one, step)
        else:
            problems = self._states.bound(target).problems
            one.entry = replace(one.entry, problems=problems, gone=step.after.absent)
            self._issues |= dict.fromkeys(step.older, issue)
        return one

    def _side(self, one: _Told, at: int, step: RevisionStep) -> DossierDifference | None:
        """Return what is otherwise in a merge than on one of its sides."""
        before = step.merged[at - 1]
        if self._states.bound(before.loaded).dossier is None:
            return None
        found = self._on(one, self._states.difference(before.loaded, one.target))
        self._issues[step.older[at]] = _former(found, one.issue)
        return found

    def _on(self, one: _Told, found: DossierDifference) -> DossierDifference:
        return found.on([one.issue]) if one.issue else found

    def _compare(self, one: _Told, step: RevisionStep) -> None:
        """Compare a revision with what was before a step: its own, or an unreadable one's."""
        before, entry = step.before, one.entry
        one.older = (*step.older[:1], *one.older[1:])
        if step.revision is not entry.revision:
            entry = replace(entry, compared=f"{step.revision.short}^")
        if before.absent:
            self._begin(one)
            return
        if self._states.bound(before.loaded).dossier is None:
            unread = before.revision.short if before.revision else before.label
            one.entry = replace(entry, unread=(*entry.unread, unread))
            one.waits = bool(one.first)
            if not one.waits:
                self._begin(one)
            return
        found = self._on(one, self._states.difference(before.loaded, one.target))
        self._issues[one.first] = _former(found, one.issue)
        one.sides = found, *one.sides[1:]
        others = [side for side in one.sides[1:] if side is not None]
        one.entry, one.waits = replace(entry, difference=found.also_in(others)), False

    def _begin(self, one: _Told) -> None:
        dossier = self._states.dossier(one.target)
        begun, issues = _only(dossier, one.issue), len(dossier.issues)
        one.entry, one.waits = replace(one.entry, begun=begun, issues=issues), False
        one.older = ()


def _former(found: DossierDifference, issue: str) -> str:
    return next((one.former for one in found.issues if issue and one.former), issue)


def blame(steps: Iterable[RevisionStep], issue: str, parties: Sequence[str]) -> tuple[Blamed, ...]:
    """Return for each party the revision that last changed its position on an issue in substance.

    Args:
        steps: The revisions, with the dossier before and after each; no more of them are taken
            than are needed.
        issue: The issue's id in the newest revision.
        parties: The ids of the parties.
    """
    found: dict[str, Blamed] = {}
    for one in position_revisions(steps, issue, parties):
        found.setdefault(one.party, one)
        if len(found) == len(parties):
            break
    return tuple(found.get(party, Blamed(party, None)) for party in parties)


def position_revisions(
    steps: Iterable[RevisionStep], issue: str, parties: Sequence[str]
) -> Iterator[Blamed]:
    """Yield each revision that changed a party's position on an issue, the newest first.

    Where a merge took a position from one of its sides, that side is followed.

    Args:
        steps: As for `blame`.
        issue: The issue's id in the newest revision.
        parties: The ids of the parties.
    """
    places: dict[str, str] = {}
    called = {party: party for party in parties}
    for told in _Teller(issue).told(steps):
        places = places or dict.fromkeys(parties, told.entry.revision.id)
        for party in [one for one in places if places[one] == told.entry.revision.id]:
            stances, places[party], called[party] = _followed(told, called[party])
            if stances:
                yield Blamed(party, told.entry, stances)
        if not any(places.values()):
            break


def _followed(told: _Told, party: str) -> tuple[tuple[PositionChange, ...], str, str]:
    """Return how a revision changed a party's position, and what it was before that, or as it is.

    That is a revision, and the id that the party has in it.
    """
    if told.entry.problems or told.entry.gone:
        return (), told.first, party
    if told.entry.begun is not None:
        begun = told.entry.begun
        return _stances(difference(nothing_of(begun), begun), party), "", party
    changed = [
        (_stances(side, party), told.older[at] if at < len(told.older) else "", side)
        for at, side in enumerate(told.sides)
        if side
    ]
    stances, older, side = next((one for one in changed if not one[0]), changed[0])
    return stances, older, side.former_parties.get(party, party)


def _stances(found: DossierDifference, party: str) -> tuple[PositionChange, ...]:
    """Return what became of a party's position of record."""
    return tuple(
        stance
        for issue in found.issues
        for stance in issue.stances
        if stance.of_record and stance.party == party
    )


def _only(dossier: Dossier, issue: str) -> Dossier:
    """Return a dossier with one issue only; the whole of it where none is named."""
    if not issue:
        return dossier
    return replace(
        dossier,
        issues={name: one for name, one in dossier.issues.items() if name == issue},
        memoranda={
            name: paper.model_copy(
                update={
                    "positions": {
                        about: position
                        for about, position in paper.positions.items()
                        if about == issue
                    }
                }
            )
            for name, paper in dossier.memoranda.items()
        },
        frames={place: frame for place, frame in dossier.frames.items() if place[0] == issue},
        outcomes={name: one for name, one in dossier.outcomes.items() if one.issue == issue},
        unreadable_outcomes=dossier.unreadable_outcomes & {issue},
    )
