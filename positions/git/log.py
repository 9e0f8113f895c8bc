"""Which revisions changed a dossier, and its files before and after each, from one `git log`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from positions.git.parsing import LOG_FORMAT, Logged, Revision, logged
from positions.git.run import GitFault
from positions.reading.folder import belongs, within

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from positions.git.location import DossierLocation
    from positions.git.snapshots import Files, Snapshots

__all__ = ["LogEntry", "entries", "older_name"]

_LOG = (
    *("--first-parent", "--diff-merges=first-parent", "--raw", "--no-abbrev", "-z"),
    *("--no-color", "--no-decorate", "--no-ext-diff", "--no-mailmap", "--no-notes"),
    *("--no-relative", "--no-show-signature", "--no-textconv", "--submodule=short"),
    *("--encoding=UTF-8", "--date=raw", f"--format={LOG_FORMAT}"),
)


class LogEntry(NamedTuple):
    """A revision with its files, and those that its first parent had."""

    revision: Revision
    before: Files


def entries(
    tracked: DossierLocation,
    states: Snapshots,
    tip: str,
    base: str = "",
    first: datetime | None = None,
) -> list[LogEntry]:
    """Return the revisions that changed a dossier along first parents, the newest first.

    Args:
        tracked: The dossier.
        states: Reads the repository.
        tip: The id of the revision at which to begin.
        base: That of a revision that is left out with all before it.
        first: When the first revision was committed at the earliest.
    """
    log = _log(tracked, tip, base)
    if tracked.folder:
        found = _of_a_folder(log, states.files(tip, tracked.name), tracked.name)
    else:
        found = _of_a_file(log)
    if tracked.found.shallow:
        found = _marked(found, log, states)
    return [entry for entry in found if first is None or entry.revision.committed >= first]


def older_name(tracked: DossierLocation, tip: str, base: str) -> str:
    """Return the path that a file had in an older revision; an empty text where it is not known."""
    names = [
        change.before.path
        for entry in _log(tracked, tip, base)
        for change in entry.changes
        if change.before is not None and not change.copied
    ]
    return names[-1] if names else ""


def _log(tracked: DossierLocation, tip: str, base: str) -> list[Logged]:
    """Return the log of the dossier from a commit on, without another and all before it."""
    commits = [tip, *([f"^{base}"] if base else [])]
    end = ("--end-of-options", *commits, "--", *([tracked.name] if tracked.name else []))
    git = tracked.found.git
    if tracked.folder:
        return list(logged(git.output("log", *_LOG, "--no-follow", "--no-renames", *end)))
    try:
        return list(logged(git.output("log", *_LOG, "--follow", "-M", *end)))
    except GitFault as fault:
        if "promisor" not in str(fault):
            raise
        # A partial clone lacks the contents by which git sees that a file was renamed and edited
        # at once; a mere rename it sees without.
        return list(logged(git.output("log", *_LOG, "--follow", "-M100%", *end)))


def _of_a_file(log: Iterable[Logged]) -> list[LogEntry]:
    """Return the entries of a file, as far as it is the same file: not that it was copied from."""
    found = []
    for entry in log:
        for change in entry.changes:
            after = (change.after,) if change.after else ()
            before = (change.before,) if change.before and not change.copied else ()
            path = next(file.path for file in (*after, *before))
            found.append(LogEntry(replace(entry.revision, path=path, files=after), before))
            if change.copied:
                return found
    return found


def _of_a_folder(log: Iterable[Logged], files: Files, name: str) -> list[LogEntry]:
    """Return the entries of a folder: its files at the tip, and each change undone in turn."""
    now = {file.path: file for file in files}
    found = []
    for entry in log:
        after = tuple(sorted(now.values()))
        for change in entry.changes:
            if change.after is not None:
                now.pop(change.after.path, None)
            if change.before is not None and belongs(within(change.before.path, name)):
                now[change.before.path] = change.before
        before = tuple(sorted(now.values()))
        if before != after:
            found.append(LogEntry(replace(entry.revision, path=name, files=after), before))
    return found


def _marked(found: Iterable[LogEntry], log: Sequence[Logged], states: Snapshots) -> list[LogEntry]:
    """Return the entries, those at which the history was cut off marked so."""
    parentless = {entry.revision.id for entry in log if not entry.parents}
    return [
        entry._replace(revision=replace(entry.revision, cut_off=True))
        if entry.revision.id in parentless and states.cut_off(entry.revision.id)
        else entry
        for entry in found
    ]
