"""The revisions of a dossier: which there are, and what the dossier was in each.

    history = history_of("data/positions.yaml")
    for step in history.steps():            # the newest first, those of merged branches too
        step.revision, step.before, step.after
    before, after = history.pair(["HEAD~3"])

A file is followed through renames, though not to a file that it was copied from; a folder is the
`*.yaml` below it. A content that comes twice is parsed once, and only what is still needed is held.
A revision that cannot be read says so in its problems and stops nothing. The working tree and the
index are states like any other.

Whatever git cannot do is a `GitFault`, whose text is for the user: no git, no repository, no such
revision, a path that is in none of the states asked for.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from positions.git.lineage import LogEntry, entries, older_names
from positions.git.location import DossierLocation, track
from positions.git.objects import is_name
from positions.git.parsing import Revision, moment_of
from positions.git.run import GitFault, NoObject, NoRepository, find_repository
from positions.git.snapshots import Snapshot, Snapshots, State
from positions.text.likeness import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from positions.git.snapshots import Files

__all__ = [
    "GitFault",
    "History",
    "NoRepository",
    "NoSuchRevision",
    "NotThere",
    "Revision",
    "RevisionStep",
    "Snapshot",
    "State",
    "file_in_revision",
    "history_of",
]


class NoSuchRevision(GitFault):
    """A name is the name of no revision."""


class NotThere(GitFault):
    """The dossier is in none of the states asked for."""


class RevisionStep(NamedTuple):
    """A revision that changed the dossier's text, with the dossier before and after it.

    Attributes:
        before: The dossier in the revision's first parent.
        after: The dossier in the revision.
        merged: The dossier in its other parents, where it is a merge.
        older: The ids of the revisions that changed the dossier before, on each of these sides;
            an empty text where there is none.
    """

    revision: Revision
    before: Snapshot
    after: Snapshot
    merged: tuple[Snapshot, ...] = ()
    older: tuple[str, ...] = ()


class _Side(NamedTuple):
    """A side of a comparison; the files are None for the working tree."""

    label: str
    files: Files | None
    revision: Revision | None = None


End = Revision | State
"""A side of a comparison."""


def history_of(path: str | os.PathLike[str]) -> History:
    """Return the history of a dossier, which need not be in the working tree any more.

    Args:
        path: A file or a folder, from the working directory; in a bare repository from its root.

    Raises:
        NoRepository: It lies in no repository, in one that git does not open, or behind a
            symbolic link that leads out of its repository.
        NoGit: There is no git.
    """
    return History(track(path))


def file_in_revision(text: str) -> tuple[str, str] | None:
    """Return the revision and the path that `REV:FILE` names, as git writes a file of a revision.

    The path is from the root of the repository, or begins with `./` or `../`. Without a revision
    it is meant as in the index.

    Returns:
        Both, the path from the working directory; None where the text is no such name, is the name
        of a file itself, or there is no repository.
    """
    revision, colon, name = text.partition(":")
    if not colon or not name.endswith((".yaml", ".yml", "/")) or os.path.lexists(text):
        return None
    if name.startswith(("./", "../")):
        return revision, name
    try:
        root = find_repository(os.curdir).root
    except NoRepository:
        return None
    return revision, os.path.relpath(os.path.join(root, name))  # noqa: PTH118


@dataclass(frozen=True, slots=True)
class History:
    """The history of one dossier; `history_of` makes it.

    Attributes:
        tracked: Where it lies.
    """

    tracked: DossierLocation

    def revision(self, text: str = "HEAD") -> Revision:
        """Return the revision that a text names, with the dossier's files in it.

        Args:
            text: A commit as git names it (`HEAD~2`, a branch, a tag, an id, `@{u}`), or a date,
                `2025-06-01` or `2025-06-01T12:00`: the last revision before its end.

        Raises:
            NoSuchRevision: It names none.
        """
        with self._snapshots() as states:
            return self._named(text, states)

    def revisions(self, *, since: str = "", until: str = "HEAD") -> tuple[Revision, ...]:
        """Return the revisions that changed the dossier's text, the newest first.

        Args:
            since: A revision, which is left out with all before it, or a date, whose revisions
                are the first.
            until: The revision or the date at which to begin.

        Raises:
            NoSuchRevision: One of the two names none.
        """
        with self._snapshots() as states:
            return tuple(entry.revision for entry in self._entries(since, until, states))

    def steps(
        self, *, since: str = "", checked: bool = True, bound: bool = True
    ) -> Iterator[RevisionStep]:
        """Return each revision that changed the dossier's text, with the dossier before and after.

        The newest is the first. Two dossiers are held at a time, and those that come again.

        Args:
            since: As for `revisions`.
            checked: Whether problems that show only across records are looked for, which takes a
                third of the time.
            bound: Whether data are made into dossiers, which takes another third; if they are
                not, nothing is checked either.

        Raises:
            NoSuchRevision: `since` names none.
        """
        with self._snapshots(checked=checked, bound=bound) as states:
            found = self._entries(since, "HEAD", states)
            known = {entry.revision.id: entry.revision for entry in found}
            states.expect(
                files
                for entry in found
                for files in (entry.revision.files, entry.before, *entry.merged)
            )
            for entry in found:
                after = _snapshot(entry.revision, states)
                before, *merged = _sides(entry, known, states)
                yield RevisionStep(entry.revision, before, after, tuple(merged), entry.older)

    def snapshot(self, state: str | State = State.WORKING_TREE) -> Snapshot:
        """Return the dossier in a revision, in the index or in the working tree.

        Raises:
            NoSuchRevision: There is no such revision.
            GitFault: There is no working tree, or the index has a conflict.
        """
        with self._snapshots() as states:
            end: End = state if isinstance(state, State) else self._named(state, states)
            return self._read(self._side(end, states), states)

    def pair(
        self, arguments: Sequence[str] = (), *, staged: bool = False
    ) -> tuple[Snapshot, Snapshot]:
        """Return the two states that `git diff` would compare.

        No argument: the index and the working tree; `REV`: it and the working tree; `A B` or
        `A..B`: those two; `A...B`: where B left A, and B. With `staged`, the index stands in the
        place of the working tree, and HEAD in that of the index. A missing side of `..` is HEAD.

        Raises:
            NoSuchRevision: A name is the name of no revision.
            NotThere: The dossier is in neither state.
            GitFault: Too many arguments, no working tree, a conflict in the index.
        """
        with self._snapshots() as states:
            before, after = self._ends(arguments, staged=staged, states=states)
            if isinstance(before, Revision) and before.id and not before.files:
                before = self._under_older_name(before, after, states)
            first, second = self._side(before, states), self._side(after, states)
            states.expect(side.files for side in (first, second) if side.files is not None)
            # The working tree comes first, so that what is the same carries the file's own name.
            target, base = self._read(second, states), self._read(first, states)
            if base.absent and target.absent:
                raise self._not_there(first, second, states)
        return base, target

    def _snapshots(self, *, checked: bool = True, bound: bool = True) -> Snapshots:
        return Snapshots(self.tracked, checked=checked and bound, bound=bound)

    # ------------------------------------------------------------------------- revisions

    def _commit(self, text: str, states: Snapshots) -> Revision:
        """Return the commit that a text names."""
        if not is_name(text):
            said = "begins with a dash" if text.startswith("-") else "is no name"
            raise NoSuchRevision(f"`{text[:80]}` {said}, so that it can be no revision.")
        try:
            return states.commit(text)
        except NoObject as fault:
            moment = moment_of(text, end=True)
            if moment is not None:
                return self._commit_at(text, moment, states)
            raise self._no_such(text, fault.reason) from fault

    def _commit_at(self, text: str, moment: datetime, states: Snapshots) -> Revision:
        """Return the last commit up to a moment that each of them has in its own time zone."""
        in_greenwich = int(moment.replace(tzinfo=UTC).timestamp())
        for most, until in ((1000, in_greenwich + _A_DAY), (1, in_greenwich - _A_DAY)):
            words = (f"--max-count={most}", "--first-parent", f"--until=@{until}")
            for one in states.log.commits(*words, "--end-of-options", "HEAD"):
                if one.revision.committed.replace(tzinfo=None) <= moment:
                    return one.revision
        raise NoSuchRevision(f"There is no revision of {text} or before.")

    def _no_such(self, text: str, reason: str) -> NoSuchRevision:
        git = self.tracked.found.git
        if text == "HEAD":
            return NoSuchRevision("The repository has no revisions yet.")
        names = git.text("rev-parse", "--symbolic", "--branches", "--tags", "--remotes")
        advice = nearest(text, names.split("\n"))
        if not advice and reason != _NO_MORE_TO_SAY:
            advice = f"Git says: {reason}."
        cut = "Its history was cut off when it was cloned." if self.tracked.found.shallow else ""
        return NoSuchRevision(
            " ".join(filter(None, (f"There is no revision `{text}`.", advice, cut)))
        )

    def _named(self, text: str, states: Snapshots) -> Revision:
        return self._with_files(self._commit(text, states), states)

    def _with_files(self, revision: Revision, states: Snapshots, path: str = "") -> Revision:
        path = path or self.tracked.name
        return replace(revision, path=path, files=states.files(revision.id, path))

    def _under_older_name(self, before: Revision, after: End, states: Snapshots) -> Revision:
        """Return the revision with the file under the name that it had there, if it was renamed."""
        if self.tracked.folder:
            return before
        try:
            tip = after.id if isinstance(after, Revision) else states.commit("HEAD").id
        except NoObject:  # a branch without revisions yet
            return before
        names = older_names(self.tracked, states, tip, before.id)
        found = (self._with_files(before, states, name) for name in names)
        return next((one for one in found if one.files), before)

    # ------------------------------------------------------------------------------ logs

    def _entries(self, since: str, until: str, states: Snapshots) -> list[LogEntry]:
        tip = self._commit(until, states)
        first, base = None, ""
        if since:
            try:
                base = self._commit_only(since, states)
            except NoSuchRevision:
                first = moment_of(since, end=False)
                if first is None:
                    raise
        return entries(self.tracked, states, tip.id, base, first)

    def _commit_only(self, text: str, states: Snapshots) -> str:
        if not is_name(text):
            return self._commit(text, states).id
        try:
            return states.commit(text).id
        except NoObject as fault:
            raise self._no_such(text, fault.reason) from fault

    # ------------------------------------------------------------------------------ pairs

    def _ends(
        self, arguments: Sequence[str], *, staged: bool, states: Snapshots
    ) -> tuple[End, End]:
        if len(arguments) > (1 if staged else 2):
            raise GitFault("There are too many revisions: two can be compared, one if staged.")
        if len(arguments) == 1 and not staged and ".." in arguments[0]:
            return self._range(arguments[0], states)
        named = [self._named(text, states) for text in arguments]
        if len(named) == 2:
            return named[0], named[1]
        if not staged:
            return (named[0] if named else State.INDEX), State.WORKING_TREE
        if named:
            return named[0], State.INDEX
        try:
            return self._named("HEAD", states), State.INDEX
        except NoSuchRevision:
            return _BEFORE_ALL, State.INDEX

    def _range(self, text: str, states: Snapshots) -> tuple[End, End]:
        dots = "..." if "..." in text else ".."
        first, _, second = text.partition(dots)
        before, after = (self._commit(name or "HEAD", states) for name in (first, second))
        if dots == "...":
            said = self.tracked.found.git.text("rev-parse", f"{before.id}...{after.id}")
            bases = [line[1:] for line in said.split("\n") if line.startswith("^")]
            if not bases:
                raise NoSuchRevision(
                    f"`{first or 'HEAD'}` and `{second or 'HEAD'}` share no revision."
                )
            before = states.commit(bases[0])
        return self._with_files(before, states), self._with_files(after, states)

    def _side(self, end: End, states: Snapshots) -> _Side:
        if isinstance(end, Revision):
            return _Side(end.short, end.files, end if end.id else None)
        if self.tracked.found.bare:
            raise GitFault(
                f"A bare repository has no {end}. Name two revisions, such as `HEAD~1 HEAD`."
            )
        return _Side(end, states.indexed(self.tracked.name) if end is State.INDEX else None)

    def _read(self, side: _Side, states: Snapshots) -> Snapshot:
        if side.files is None:
            return Snapshot(side.label, states.working(self.tracked.name))
        return Snapshot(side.label, states.load(side.files, side.label), side.revision)

    def _not_there(self, base: _Side, target: _Side, states: Snapshots) -> NotThere:
        parent = self.tracked.name.rpartition("/")[0]
        ids = [side.revision.id for side in (base, target) if side.revision is not None]
        names = [name for identity in ids for name in states.names(identity, parent)]
        said = f"`{self.tracked.name or '.'}` is neither in {base.label} nor in {target.label}."
        return NotThere(f"{said} {nearest(self.tracked.name, names)}".rstrip())


_NO_MORE_TO_SAY = "there is no such object"
_A_DAY = 24 * 60 * 60
_BEFORE_ALL = Revision(
    "", "no revision", "", datetime.fromtimestamp(0, UTC), datetime.fromtimestamp(0, UTC), ""
)


def _snapshot(revision: Revision, states: Snapshots) -> Snapshot:
    return Snapshot(revision.short, states.load(revision.files, revision.short), revision)


def _sides(entry: LogEntry, known: Mapping[str, Revision], states: Snapshots) -> Iterator[Snapshot]:
    """Yield the dossier in each parent of a revision: that of the one before, where it is told."""
    for at, files in enumerate((entry.before, *entry.merged)):
        older = known.get(entry.older[at]) if at < len(entry.older) else None
        if older is not None and older.files == files:
            yield _snapshot(older, states)
        else:
            label = f"{entry.revision.short}^{at + 1 if at else ''}"
            yield Snapshot(label, states.load(files, label))
