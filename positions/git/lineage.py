"""Finds the revisions that changed a dossier, and its files before and after each.

They are those that `git log -- PATH` lists: where a merge took one side as it was, the revisions of
that side alone; where it joined two, those of both, and the merge. A file is followed through its
renames on every side, though not to a file that it was copied from.
"""

from __future__ import annotations

import heapq
from dataclasses import dataclass, field, replace
from functools import partial
from graphlib import TopologicalSorter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from positions.reading.folder import belongs, within

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from positions.git.location import DossierLocation
    from positions.git.parsing import FileChange, Logged, Revision
    from positions.git.snapshots import Files, Snapshots

__all__ = ["LogEntry", "entries", "older_names"]

_Place = tuple[str, str]
"""A commit and a path in it, at which a walk begins."""


class LogEntry(NamedTuple):
    """A revision that changed a dossier.

    Attributes:
        revision: The revision, with the dossier's files in it.
        before: Its files in the first parent.
        merged: Its files in the other parents, where this is a merge.
        older: The ids of the revisions that changed the dossier before, on each of these sides;
            an empty text where there is none.
    """

    revision: Revision
    before: Files
    merged: tuple[Files, ...]
    older: tuple[str, ...]


def entries(
    tracked: DossierLocation,
    states: Snapshots,
    tip: str,
    base: str = "",
    first: datetime | None = None,
) -> list[LogEntry]:
    """Return the revisions that changed a dossier, the newest first, each before its parents.

    Args:
        tracked: The dossier.
        states: Reads the repository.
        tip: The id of the revision at which to begin.
        base: That of a revision that is left out with all before it.
        first: When the first revision was committed at the earliest, where it was.
    """
    walk = _LineageWalk(tracked, states, base)
    newest = walk.from_tip(tip)
    made = _of_a_folder if tracked.folder else _of_a_file
    found = list(made(walk, _in_order(walk, newest)))
    if tracked.found.shallow:
        found = [_marked(one, walk) for one in found]
    if first is None:
        return found
    return [one for one in found if one.revision.committed.replace(tzinfo=None) >= first]


def older_names(tracked: DossierLocation, states: Snapshots, tip: str, base: str) -> list[str]:
    """Return the paths that a file had between two revisions, the newest first."""
    found = entries(tracked, states, tip, base)
    return list(dict.fromkeys(file.path for one in found for file in one.before))


@dataclass(slots=True)
class _Commit:
    """A commit that changed what a path holds.

    Attributes:
        sides: For each parent the path under which it has the dossier.
        older: For each parent where to look for the revision before.
    """

    logged: Logged
    path: str
    sides: list[str]
    older: list[str | _Place] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.older = [""] * len(self.sides)

    @property
    def id(self) -> str:
        """The id of the commit."""
        return self.logged.revision.id

    @property
    def is_merge(self) -> bool:
        """Whether it has several parents."""
        return len(self.sides) > 1

    @property
    def change(self) -> FileChange | None:
        """What it did to the path; None for a merge, and where the path was a folder."""
        named = (change for change in self.logged.changes if self.path in change.paths)
        return next(named, None)


class _LineageWalk:
    """Goes through the history of a dossier, from each name that it had to the one before."""

    def __init__(self, tracked: DossierLocation, states: Snapshots, base: str) -> None:
        self.tracked, self.states, self.base = tracked, states, base
        self.commits: dict[str, _Commit] = {}
        self._names = [tracked.name]
        self._newest: dict[_Place, str] = {}
        self._unnamed: list[tuple[_Commit, int]] = []

    def from_tip(self, tip: str) -> str:
        """Walk through all that led to a commit, and return the newest that changed the dossier."""
        waiting: list[_Place] = [(tip, self.tracked.name)]
        while waiting:
            while waiting:
                place = waiting.pop()
                if place not in self._newest:
                    found = self._walked(*place)
                    self._newest[place] = found[0].logged.revision.id if found else ""
                    waiting += [at for one in found for at in one.older if isinstance(at, tuple)]
            waiting = list(self._under_known_names())
        return self._newest[tip, self.tracked.name]

    def older(self, commit: _Commit) -> tuple[str, ...]:
        """Return the revisions that come before a commit, one for each parent."""
        return tuple(self._newest[at] if isinstance(at, tuple) else at for at in commit.older)

    def _walked(self, tip: str, path: str) -> list[_Commit]:
        """Return the commits up to one that changed what a path holds, the newest first."""
        log = self.states.log.of_path(tip, path, self.base)
        found = [_Commit(one, path, [path] * len(one.parents)) for one in log]
        self._link(tip, path, found)
        for one in found:
            if one.id not in self.commits:
                self.commits[one.id] = one
                if not self.tracked.folder:
                    self._follow(one)
        return found

    def _link(self, tip: str, path: str, found: list[_Commit]) -> None:
        """Tell each commit which of the others come directly before it."""
        if not any(one.is_merge for one in found):
            for newer, one in pairwise(found):
                newer.older = [one.id]
            return
        known = {one.id for one in found}
        links = self.states.log.links(tip, path, self.base)
        for one in found:
            older = links.get(one.id, [])
            if one.is_merge and len(older) != len(one.sides):
                older = [self._first(parent, path) for parent in one.logged.parents]
            one.older[: len(older)] = [name if name in known else "" for name in older]

    def _first(self, tip: str, path: str) -> str:
        log = self.states.log.of_path(tip, path, self.base, "-1")
        return log[0].revision.id if log else ""

    def _follow(self, one: _Commit) -> None:
        """Look under which name the parents of a commit have the dossier, where not under this."""
        if not one.is_merge and one.change is not None and one.change.before is not None:
            return
        for at, parent in enumerate(one.logged.parents):
            if self.states.files(parent, one.path):
                continue
            change = None if at else self.states.log.renamed(one.id, one.path)
            if change is not None and change.before is not None and not change.copied:
                self._names.append(change.before.path)
                self._found_under(one, at, change.before.path)
            elif one.is_merge:
                self._unnamed.append((one, at))

    def _found_under(self, one: _Commit, at: int, name: str) -> _Place:
        place = one.logged.parents[at], name
        one.sides[at], one.older[at] = name, place
        return place

    def _under_known_names(self) -> Iterator[_Place]:
        """Yield where to go on in sides of merges that have the dossier under an older name."""
        unnamed, self._unnamed = self._unnamed, []
        for one, at in unnamed:
            has = partial(self.states.files, one.logged.parents[at])
            name = next(filter(has, self._names), "")
            if name:
                yield self._found_under(one, at, name)
            else:
                self._unnamed.append((one, at))


def _in_order(walk: _LineageWalk, newest: str) -> Iterator[_Commit]:
    """Yield the commits that led to one, by date, but none before one that follows it."""
    newer: dict[str, set[str]] = {newest: set()} if newest else {}
    waiting = list(newer)
    while waiting:
        name = waiting.pop()
        for older in filter(None, walk.older(walk.commits[name])):
            if older not in newer:
                newer[older] = set()
                waiting.append(older)
            newer[older].add(name)
    sorter = TopologicalSorter(newer)
    sorter.prepare()
    ready: list[tuple[float, str]] = []
    while sorter:
        for name in sorter.get_ready():
            committed = walk.commits[name].logged.revision.committed
            heapq.heappush(ready, (-committed.timestamp(), name))
        _, name = heapq.heappop(ready)
        yield walk.commits[name]
        sorter.done(name)


def _of_a_file(walk: _LineageWalk, found: Iterable[_Commit]) -> Iterator[LogEntry]:
    for one in found:
        change = None if one.is_merge else one.change
        if change is not None and change.before is not None:
            sides: list[Files] = [(change.before,)]
        else:
            named = zip(one.logged.parents, one.sides, strict=True)
            sides = [walk.states.files(parent, name) for parent, name in named]
        if change is not None:
            after: Files = (change.after,) if change.after else ()
        else:
            after = walk.states.files(one.id, one.path)
        yield _entry(walk, one, after, sides)


def _entry(walk: _LineageWalk, one: _Commit, after: Files, sides: list[Files]) -> LogEntry:
    revision = replace(one.logged.revision, path=one.path, files=after)
    before, *merged = sides or [()]
    return LogEntry(revision, before, tuple(merged), walk.older(one))


def _of_a_folder(walk: _LineageWalk, found: Iterable[_Commit]) -> Iterator[LogEntry]:
    """Yield the entries of a folder: its files at the tip, and each change undone in turn."""
    name = walk.tracked.name
    now: dict[str, Files] = {}
    kept: list[LogEntry] = []
    same: dict[str, str] = {}
    for one in found:
        after = now.pop(one.id, None) or walk.states.files(one.id, name)
        if one.is_merge:
            sides = [walk.states.files(parent, name) for parent in one.logged.parents]
        else:
            sides = [_undone(after, one.logged.changes, name)]
        entry = _entry(walk, one, after, sides)
        now.update(zip(filter(None, entry.older), sides, strict=False))
        if after in sides:  # what changed is no part of the dossier
            same[one.id] = entry.older[sides.index(after)] if entry.older else ""
        else:
            kept.append(entry)
    for entry in kept:
        yield entry._replace(older=tuple(_resolved(older, same) for older in entry.older))


def _resolved(name: str, same: dict[str, str]) -> str:
    while name in same:
        name = same[name]
    return name


def _undone(after: Files, changes: Iterable[FileChange], name: str) -> Files:
    files = {file.path: file for file in after}
    for change in changes:
        if change.after is not None:
            files.pop(change.after.path, None)
        if change.before is not None and belongs(within(change.before.path, name)):
            files[change.before.path] = change.before
    return tuple(sorted(files.values()))


def _marked(entry: LogEntry, walk: _LineageWalk) -> LogEntry:
    """Return an entry, marked where the history was cut off at it."""
    revision = entry.revision
    is_first = not walk.commits[revision.id].logged.parents
    cut_off = is_first and walk.states.cut_off(revision.id)
    return entry._replace(revision=replace(revision, cut_off=cut_off))
