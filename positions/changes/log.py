"""What each revision of a dossier changed, and which of them last changed each position.

Revisions come one by one, the newest first, and only two dossiers are held at a time. One that
cannot be read is an entry of its own; the one after it is compared with the last before it that
can be read.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from positions.changes.difference import difference, nothing_of
from positions.changes.narrowing import narrowed, only
from positions.comparison.compare import convergence
from positions.comparison.rows import Convergence
from positions.loader import bound

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from positions.changes.model import DossierDifference, PositionChange
    from positions.git.history import Revision, RevisionStep
    from positions.loader import Loaded
    from positions.model.dossier import Dossier
    from positions.problems.problem import Problem

__all__ = ["Blamed", "RevisionEntry", "blame", "loaded_difference", "revision_entries"]


@dataclass(frozen=True, slots=True)
class RevisionEntry:
    """A revision and what it changed.

    Attributes:
        difference: What it changed; None where it, or all before it, cannot be read, and where
            the dossier begins or ends with it.
        compared: The short id of the revision that it is compared with, where that is not the
            one before it; otherwise empty.
        begun: The dossier as it begins with this revision.
        problems: Why the revision cannot be read.
        gone: Whether the dossier is not there any more.
    """

    revision: Revision
    difference: DossierDifference | None = None
    compared: str = ""
    begun: Dossier | None = None
    problems: tuple[Problem, ...] = ()
    gone: bool = False


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


def loaded_difference(before: Loaded, after: Loaded) -> DossierDifference:
    """Return what changed between two dossiers, in as little time as possible.

    Args:
        before: The dossier as it was; it may be its data alone.
        after: The dossier as it is; likewise.

    Raises:
        LookupError: One side has no dossier.
    """
    states = _States()
    return _difference(before, after, states, narrowed(before, after), None)


class _States:
    """The dossiers of data that were bound last, so that none is bound twice."""

    def __init__(self) -> None:
        self._bound: list[tuple[Loaded, Loaded]] = []

    def bound(self, loaded: Loaded) -> Loaded:
        """Return a dossier with its problems, made of its data if need be."""
        if loaded.dossier is not None:
            return loaded
        for known, found in self._bound:
            if known is loaded:
                return found
        found = bound(loaded, checked=False)
        self._bound = [*self._bound[-2:], (loaded, found)]
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


def _difference(
    before: Loaded,
    after: Loaded,
    states: _States,
    parts: tuple[Dossier, Dossier] | None,
    known: Convergence | None,
) -> DossierDifference:
    """Return what changed, from what was narrowed down; the convergence after it may be known."""
    if parts is None:
        return difference(states.dossier(before), states.dossier(after))
    found = difference(*parts)
    whole = known or convergence(states.dossier(after))
    rest = _less(whole, found.convergence[1])
    return replace(found, convergence=(_plus(rest, found.convergence[0]), whole))


def revision_entries(steps: Iterable[RevisionStep], issue: str = "") -> Iterator[RevisionEntry]:
    """Return what each revision changed, the newest first, whatever its class.

    Args:
        steps: The revisions, with the dossier before and after each; their data alone are enough.
        issue: The id of an issue, as it is in the newest revision; a renamed one is followed, and
            entries say only what became of it.
    """
    states = _States()
    known: tuple[Loaded, Convergence] | None = None
    waiting: list[RevisionEntry] = []
    newer: tuple[Revision, Loaded] | None = None
    for revision, before, after in steps:
        target = newer[1] if newer else after.loaded
        parts = narrowed(before.loaded, target)
        if newer is None and (parts or states.bound(target).dossier):
            newer = revision, target
        else:
            problems = states.bound(after.loaded).problems
            waiting.append(RevisionEntry(revision, problems=problems, gone=after.absent))
        if not before.absent and parts is None and states.bound(before.loaded).dossier is None:
            continue
        if newer is not None and before.absent:
            yield RevisionEntry(newer[0], begun=only(states.dossier(target), issue))
        elif newer is not None:
            whole = known[1] if known and known[0] is target else None
            found = _difference(before.loaded, target, states, parts, whole)
            known = before.loaded, found.convergence[0]
            chosen = found.on([issue]) if issue else found
            compared = "" if newer[0] is revision else f"{revision.short}^"
            yield RevisionEntry(newer[0], chosen, compared)
            issue = next((one.former for one in chosen.issues if one.former), issue)
        yield from waiting
        waiting, newer = [], None
    if newer is not None:
        yield RevisionEntry(newer[0])
    yield from waiting


def blame(steps: Iterable[RevisionStep], issue: str, parties: Sequence[str]) -> tuple[Blamed, ...]:
    """Return for each party the revision that last changed its position on an issue in substance.

    Args:
        steps: The revisions, with the dossier before and after each; no more of them are taken
            than are needed.
        issue: The issue's id in the newest revision.
        parties: The ids of the parties.
    """
    found: dict[str, Blamed] = {}
    for entry in revision_entries(steps, issue):
        for party, stances in _by_party(entry).items():
            found.setdefault(party, Blamed(party, entry, tuple(stances)))
        if all(party in found for party in parties):
            break
    return tuple(found.get(party, Blamed(party, None)) for party in parties)


def _by_party(entry: RevisionEntry) -> dict[str, list[PositionChange]]:
    """Return what became of each party's position of record in a revision."""
    if entry.begun is not None:
        changed = difference(nothing_of(entry.begun), entry.begun)
    elif entry.difference is not None:
        changed = entry.difference
    else:
        return {}
    found: dict[str, list[PositionChange]] = {}
    for one in changed.issues:
        for stance in one.stances:
            if stance.of_record:
                found.setdefault(stance.party, []).append(stance)
    return found


def _plus(one: Convergence, other: Convergence) -> Convergence:
    return Convergence(one.least + other.least, one.most + other.most, one.rows + other.rows)


def _less(one: Convergence, other: Convergence) -> Convergence:
    return Convergence(one.least - other.least, one.most - other.most, one.rows - other.rows)
