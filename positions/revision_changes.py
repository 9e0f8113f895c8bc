"""What each revision of a dossier changed, and which of them last changed each position.

Revisions come one by one, the newest first, and only two dossiers are held at a time. One that
cannot be read is an entry of its own; the one after it is compared with the last before it that
can be read.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from positions.comparison import compare
from positions.narrowing import narrowed, only
from positions.revision_difference import difference, nothing_of
from positions.rows import Convergence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from positions.dossier import Dossier
    from positions.history import Revision, Step
    from positions.loader import Loaded
    from positions.problems import Problem
    from positions.revision_view import Difference, Stance

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
    difference: Difference | None = None
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
    stances: tuple[Stance, ...] = ()


def loaded_difference(
    before: Loaded, after: Loaded, convergence: Convergence | None = None
) -> Difference:
    """Return what changed between two dossiers that were loaded, in as little time as possible.

    Args:
        before: The dossier as it was.
        after: The dossier as it is.
        convergence: That of the dossier as it is, where it is known already.

    Raises:
        LookupError: One side has no dossier.
    """
    one, other = narrowed(before, after)
    found = difference(one, other)
    if other is after.dossier or after.dossier is None:
        return found
    whole = convergence or compare(after.dossier).convergence
    rest = _less(whole, found.convergence[1])
    return replace(found, convergence=(_plus(rest, found.convergence[0]), whole))


def revision_entries(steps: Iterable[Step], issue: str = "") -> Iterator[RevisionEntry]:
    """Return what each revision changed, the newest first, whatever its class.

    Args:
        steps: The revisions, with the dossier before and after each.
        issue: The id of an issue, as it is in the newest revision; a renamed one is followed, and
            entries say only what became of it.
    """
    known: tuple[Loaded, Convergence] | None = None
    waiting: list[RevisionEntry] = []
    newer: tuple[Revision, Loaded, Dossier] | None = None
    for step in steps:
        before, after = step.before, step.after
        if newer is None and after.loaded.dossier is not None:
            newer = step.revision, after.loaded, after.loaded.dossier
        elif after.loaded.dossier is None:
            problems = after.loaded.problems
            waiting.append(RevisionEntry(step.revision, problems=problems, gone=after.absent))
        if before.loaded.dossier is None and before.loaded.problems:
            continue
        if newer is not None:
            revision, loaded, dossier = newer
            compared = step.revision.short if revision is not step.revision else ""
            if before.loaded.dossier is None:
                yield RevisionEntry(revision, begun=only(dossier, issue))
            else:
                whole = known[1] if known and known[0] is loaded else None
                found = loaded_difference(before.loaded, loaded, whole)
                known = before.loaded, found.convergence[0]
                chosen = found.on([issue]) if issue else found
                yield RevisionEntry(revision, chosen, compared and f"{compared}^")
                issue = next((one.former for one in chosen.issues if one.former), issue)
        yield from waiting
        waiting, newer = [], None
    if newer is not None:
        yield RevisionEntry(newer[0])
    yield from waiting


def blame(steps: Iterable[Step], issue: str, parties: Sequence[str]) -> tuple[Blamed, ...]:
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


def _by_party(entry: RevisionEntry) -> dict[str, list[Stance]]:
    """Return what became of each party's position of record in a revision."""
    if entry.begun is not None:
        changed = difference(nothing_of(entry.begun), entry.begun)
    elif entry.difference is not None:
        changed = entry.difference
    else:
        return {}
    found: dict[str, list[Stance]] = {}
    for one in changed.issues:
        for stance in one.stances:
            if stance.of_record:
                found.setdefault(stance.party, []).append(stance)
    return found


def _plus(one: Convergence, other: Convergence) -> Convergence:
    return Convergence(one.least + other.least, one.most + other.most, one.rows + other.rows)


def _less(one: Convergence, other: Convergence) -> Convergence:
    return Convergence(one.least - other.least, one.most - other.most, one.rows - other.rows)
