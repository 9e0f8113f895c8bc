"""Parses what git prints of commits, trees and a log; nothing here runs anything."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta, timezone, tzinfo
from typing import TYPE_CHECKING, Final, NamedTuple

from positions.model.moment import Moment

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = [
    "LOG_FORMAT",
    "LOG_OPTIONS",
    "File",
    "FileChange",
    "Logged",
    "Revision",
    "commit_parents",
    "logged",
    "moment_of",
    "tree_entries",
]

LOG_OPTIONS: Final = (
    *("--no-abbrev", "-z", "--no-color", "--no-decorate", "--no-ext-diff", "--no-notes"),
    *("--no-relative", "--no-show-signature", "--no-textconv", "--submodule=short"),
    *("--encoding=UTF-8", "--date=raw"),
)
"""The options of a `git log` that `logged` reads."""

LOG_FORMAT: Final = "--format=%x02%H%x00%P%x00{author}%x00%ad%x00%ct%x00%s%x00"
"""Its format, with a place for how it writes an author."""

_LINK, _MODULE = "120000", "160000"


class File(NamedTuple):
    """A file in a revision: its path from the root, the id of its content, and git's mode."""

    path: str
    blob: str
    mode: str = "100644"

    @property
    def unreadable(self) -> str:
        """Why this is no file with a content; empty where it is one."""
        if self.mode == _LINK:
            return "is a symbolic link"
        return "is a repository of its own" if self.mode == _MODULE else ""


@dataclass(frozen=True, slots=True)
class Revision:
    """A commit, and the dossier in it.

    Attributes:
        id: The whole id of the commit.
        short: The beginning of the id, as people write it.
        author: The name of the author, as `.mailmap` has it.
        date: When the author wrote it, in the author's time zone.
        committed: When it was committed, which is the order of a history, in the same time zone.
        subject: The first paragraph of the message, on one line.
        path: The dossier's path in this revision, from the root of the repository.
        files: The dossier's files in this revision, in the order of their paths; empty where it
            has none.
        cut_off: Whether the history was cut off here when it was cloned, so that what came
            before is not known.
    """

    id: str
    short: str
    author: str
    date: datetime
    committed: datetime
    subject: str
    path: str = ""
    files: tuple[File, ...] = ()
    cut_off: bool = False

    @property
    def blob(self) -> str:
        """The id of the content of a dossier of one file; empty for others."""
        return self.files[0].blob if len(self.files) == 1 else ""


class FileChange(NamedTuple):
    """One line of a raw diff: a file before and after, None where it is not there."""

    before: File | None
    after: File | None
    copied: bool

    @property
    def paths(self) -> tuple[str, ...]:
        """The paths before and after."""
        return tuple(file.path for file in self[:2] if file)


class Logged(NamedTuple):
    """An entry of a log: the revision, without its files, its parents and what it changed."""

    revision: Revision
    parents: tuple[str, ...]
    changes: tuple[FileChange, ...]


def logged(output: bytes) -> Iterator[Logged]:
    """Return the entries of a log that was printed with `LOG_OPTIONS`, in its order."""
    fields = output.split(b"\0")
    at = 0
    while at < len(fields):
        if not fields[at].startswith(b"\x02"):
            at += 1
            continue
        identity, parents, author, date, committed, subject = fields[at : at + 6]
        at += 6
        changes = []
        while at < len(fields) and not fields[at].startswith(b"\x02"):
            line = fields[at].removeprefix(b"\n")
            at += 1
            if line.startswith(b":"):
                paths = 2 if line.rpartition(b" ")[2][:1] in {b"R", b"C"} else 1
                changes.append(_file_change(line, fields[at : at + paths]))
                at += paths
        written = _moment(date.decode(errors="replace"))
        revision = Revision(
            id=identity[1:].decode(),
            short=identity[1:].decode()[:9],
            author=author.decode(errors="replace"),
            date=written,
            committed=_at(committed.decode(errors="replace"), written.tzinfo or UTC),
            subject=subject.decode(errors="replace"),
        )
        yield Logged(revision, tuple(parents.decode().split()), tuple(changes))


def _file_change(line: bytes, paths: list[bytes]) -> FileChange:
    modes, status = line[1:].decode().split(" ")[:4], line.rpartition(b" ")[2]
    old, new = os.fsdecode(paths[0]), os.fsdecode(paths[-1])
    before = File(old, modes[2], modes[0]) if int(modes[2], 16) else None
    after = File(new, modes[3], modes[1]) if int(modes[3], 16) else None
    return FileChange(before, after, status.startswith(b"C"))


def commit_parents(content: bytes) -> tuple[str, ...]:
    """Return the parents that a commit object names, whether or not they were cloned."""
    head = content.partition(b"\n\n")[0].decode("ascii", "replace")
    return tuple(re.findall(r"^parent ([0-9a-f]{40,64})$", head, re.MULTILINE))


def tree_entries(content: bytes, id_length: int) -> Iterator[File]:
    """Return the entries of a tree object, each with its name as its path.

    Args:
        content: The object.
        id_length: How many digits an id has in this repository.
    """
    at, size = 0, id_length // 2
    while at < len(content):
        space = content.index(b" ", at)
        end = content.index(b"\0", space)
        identity = content[end + 1 : end + 1 + size]
        mode = content[at:space].decode().zfill(6)
        yield File(os.fsdecode(content[space + 1 : end]), identity.hex(), mode)
        at = end + 1 + size


def moment_of(text: str, *, end: bool) -> datetime | None:
    """Return when a day or a minute begins or ends, in any time zone; None where it is no date."""
    try:
        when = Moment.parse(text)
    except ValueError:
        return None
    if not end:
        return datetime.combine(when.first_day, when.time or time.min)
    last = when.time.replace(second=59) if when.time else time(23, 59, 59)
    return datetime.combine(when.day, last)


def _moment(text: str) -> datetime:
    """Return a moment that git writes as seconds and a zone; the year 1970 where that is none."""
    found = re.fullmatch(r"(-?\d{1,15}) ([+-])(\d\d)(\d\d)", text)
    if found is None:
        return datetime.fromtimestamp(0, UTC)
    offset = timedelta(hours=int(found[3]), minutes=int(found[4]))
    zone = timezone(-offset if found[2] == "-" else offset) if offset < timedelta(days=1) else UTC
    return _at(found[1], zone)


def _at(seconds: str, zone: tzinfo) -> datetime:
    try:
        return datetime.fromtimestamp(int(seconds), zone)
    except (OverflowError, ValueError, OSError):
        return datetime.fromtimestamp(0, zone)
